"""Every figure of a text is found, with its unit and its number."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.reading.figures import Figure, figures


def values(text: str) -> list[str]:
    return [figure.value for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5%", ["5%"]),
        ("5.25 per cent", ["5.25%"]),
        ("2.50 percent", ["2.5%"]),
        ("12.5 pc", ["12.5%"]),
        ("2½%", ["2.5%"]),
        ("five per cent", ["5%"]),
        ("Twenty-five per cent", ["25%"]),
        ("thirty per cent", ["30%"]),
        ("four and three quarters per cent", ["4.75%"]),
        ("three and a half percent", ["3.5%"]),
        ("six and a quarter per cent", ["6.25%"]),
        ("two point five per cent", ["2.5%"]),
        ("two point zero five per cent", ["2.05%"]),
        ("£1,925", ["£1,925"]),
        ("£1925", ["£1,925"]),
        ("GBP 1,500", ["£1,500"]),
        ("£12.00 an hour", ["£12 an hour"]),
        ("£13.05 per hr", ["£13.05 an hour"]),
        ("£30,000 a year", ["£30,000"]),
        ("£1,925 pa to all", ["£1,925"]),
        ("£40k", ["£40,000"]),
        ("£568 million", ["£568 million"]),
        ("£4bn", ["£4bn"]),
        ("€500", ["€500"]),
        ("75p an hour", ["75p an hour"]),
        ("50 pence", ["50p"]),
        ("RPI plus 0.5%", ["RPI+0.5%"]),
        ("CPI (September) + 1%", ["CPI+1%"]),
        ("in line with inflation", ["inflation"]),
        ("match RPI", ["RPI"]),
        ("in line with CPI inflation", ["CPI"]),
        ("the CPIH inflation rate + 1%", ["CPIH+1%"]),
        ("RPI + £500", ["RPI+£500"]),
        ("1.5 percentage points above February 2027 RPI", ["RPI+1.5%"]),
        ("they get February 2026's RPI", ["RPI"]),
        ("match the annual rate of inflation as shown in the Consumer Price Index", ["CPI"]),
        ("equal to the retail prices index", ["RPI"]),
        ("go up in April 2025 by RPI inflation", ["RPI"]),
        ("an uplift on all pay of RPI 2024, or a minimum of £1,750", ["RPI", "£1,750"]),
        ("RPI (for August 2015), or 0.25% if greater", ["RPI", "0.25%"]),
        ("February 2026 RPI was 3%", ["3%"]),
        ("a rise that is above RPI", []),
        ("75p on the hourly rate", ["75p an hour"]),
        ("3-4%", ["3%\u20134%"]),
        ("3 to 4 per cent", ["3%\u20134%"]),
        ("between 2.5 and 5.7 per cent", ["2.5%\u20135.7%"]),
        ("between 3.71% and 5.05%", ["3.71%\u20135.05%"]),
        ("between 3.65% and 1.82%", ["1.82%\u20133.65%"]),
        ("£1,750\n- 4% more", ["£1,750", "4%"]),
        ("£500 - 4% more", ["£500", "4%"]),
        ("£387 to £939", ["£387\u2013£939"]),
        ("£2,000-£3,000", ["£2,000\u2013£3,000"]),
        ("20p to 50p an hour", ["20p\u201350p an hour"]),
        ("between 5% and £500", ["5%", "£500"]),
        ("bands 3 and 5%", ["5%"]),
        ("5% and 5%", ["5%", "5%"]),
        ("between 5% and 5%", ["5%", "5%"]),
        ("3% to 4% to 5%", ["3%\u20134%", "5%"]),
        ("3% and, as we were told in the letter of May, 4%", ["3%", "4%"]),
        ("for 23/24 to 13.2%", ["13.2%"]),
        ("2022/23 5%", ["5%"]),
    ],
)
def test_what_is_found(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text", ["5 pm", "5 p.m.", "0.5 percentage points", "five percentage points", "2022-23", "page 5", "inflation", ""]
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_change_is_two_figures_and_the_first_is_what_it_was() -> None:
    for text in ("moved from 3.5% to 5%", "is up 1% to 4%"):
        one, other = figures(text)
        assert (one.changed, other.changed) == (True, False)


def test_a_rise_that_ranges_is_no_change() -> None:
    assert values("rises ranging from £2,205 to £2,751") == ["£2,205\u2013£2,751"]


def test_a_figure_within_another_is_not_found_twice() -> None:
    assert figures("RPI + 0.5%") == [Figure(0, 10, "index", Decimal("0.5"), Decimal("0.5"), "RPI+0.5%", follows="RPI")]


@given(st.text(alphabet="0123456789.,%£pk½ -toandbetwenRPIfivrc/\n", max_size=80))
def test_figures_are_in_order_and_do_not_overlap(text: str) -> None:
    found = figures(text)
    assert all(0 <= figure.start < figure.end <= len(text) for figure in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(figure.low <= figure.high for figure in found)
