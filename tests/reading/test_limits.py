"""Floors, caps and ranges in the ways that texts tell them, and totals that say the parts again."""

import pytest

from tests.reading.test_carried import drafted, values

Told = list[tuple[str, str | None, str | None]]


def told(text: str) -> Told:
    """Return value, floor and cap of what is offered."""
    return [(value, floor, cap) for _, value, floor, cap in drafted(text)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("They offer RPI plus 0.5% in May, with £300 as the least it can be.", [("RPI+0.5%", "£300", None)]),
        ("They offer 3% from May, or £900 where that is worth more.", [("3%", "£900", None)]),
        ("They offer 3% (or £900 if that's more) from May.", [("3%", "£900", None)]),
        (
            "They offer 5% for all grades, where nobody gets less than £900 and nobody more than £2,000.",
            [("5%", "£900", "£2,000")],
        ),
        (
            "The offer is RPI plus 0.5% from April. Should that come to less than 2%, you get 2%.",
            [("RPI+0.5%", "2%", None)],
        ),
        (
            "Pay offer\n\nDate | Uplift | Cap\n1 April 2025 | 4% | £2,000\n1 April 2026 | 3% | £1,500",
            [("4%", None, "£2,000"), ("3%", None, "£1,500")],
        ),
        ("Pay offer\n\nDate | Uplift | Minimum\n1 April 2025 | 4% | £900", [("4%", "£900", None)]),
        (
            "Our final pay offer:\n\n- 3.3% on pay, subject to a\n- £1,500 minimum payment\n- £3,300 maximum payment",
            [("3.3%", "£1,500", "£3,300")],
        ),
        ("Our pay offer:\n\n- 3% on all pay\n- £1,500 in May", [("3%", None, None), ("£1,500", None, None)]),
        ("In year two staff are offered 3%, or RPI plus 0.5%, whichever is higher.", [("RPI+0.5%", "3%", None)]),
        (
            "In year two staff are offered 3%, or RPI plus 0.5%, whichever is lower.",
            [("RPI+0.5%", None, "3%")],
        ),
        (
            "The offer is RPI (the February figure), with a minimum of 3.5 per cent and no more than 5 per cent.",
            [("RPI", "3.5%", "5%")],
        ),
        (
            "The award is a rise of 3.6%, or £0.67 in the hourly rate where that is higher.",
            [("3.6%", "£0.67 an hour", None)],
        ),
    ],
)
def test_limits(text: str, terms: Told) -> None:
    assert told(text) == terms


def test_a_rise_that_tapers_is_a_range() -> None:
    assert values("They offer 5.5% at point 3, tapering to 2.5% at the top, from August.") == ["2.5%\u20135.5%"]


def test_what_a_deal_comes_to_over_its_years_is_no_term_beside_its_parts() -> None:
    assert values("They won a deal of 7% over two years. Pay goes up by 4% in May and by 3% next May.") == ["4%", "3%"]
    assert values("They won a pay deal of 7% over two years.") == ["7%"]


def test_equal_rises_of_two_nations_are_two() -> None:
    text = "In England teachers have been offered 5%. In Wales teachers have been offered 5%."
    assert values(text) == ["5%", "5%"]
