"""An offer said in shorthand and read again is the same offer; what has no form in shorthand is not said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.library import load
from payoffer.offer import Offer
from payoffer.shorthand.parser import read_shorthand
from payoffer.shorthand.writer import in_shorthand
from tests.asking import award, document, flat, one_off, percent
from tests.made import decimals, law

DAY = "2023-04-01"
BEFORE = {"of": "before"}


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("6 per cent then 5.5pc", "6%, 5.5%"),
        ("5% plus 1.5% and a 1.5% bonus", "5% + 1.5% + 1.5% one-off"),
        ("1.5% on top of 5%", "5% + 1.5% on top"),
        ("£500 + 3%", "£500 + 3%"),
        ("£500 + 3% on top", "£500 + 3%"),
        ("3% + 500 pounds", "3% + £500"),
        ("2% + £500 + 3% of the old pay, 1% on top", "2% + £500 + 3% of pay on the day before + 1% on top"),
        ("5% or £1,925 if greater", "5% min £1,925"),
        ("£4,000 max 5%", "5% max £4,000"),
        ("£1,000 min 3%", "£1,000 min 3%"),
        ("50p an hour on 37 hours", "£0.50 an hour on 37 hours"),
        ("£50 a month min £60", "£50 a month min £60 a month"),
        ("3-4%, £500-800", "3% to 4%, £500 to £800"),
        ("£50 to £80 a month", "£50 to £80 a month"),
        ("-2%, -£500", "-2%, -£500"),
        ("nobody under £12.60 an hour on 37 hours", "nobody under £12.60 an hour on 37 hours"),
        ("6% on pay from £20,000 under £50,000", "6% on pay from £20,000 under £50,000"),
        ("RPI + 0.5% between 3 and 9%", "RPI + 0.5% min 3% max 9%"),
        ("RPI of Feb 2025 - 1% on pay over £9", "RPI of February 2025 - 1% on pay over £9"),
        ("RPI from April 2025", "RPI of April 2025 from April 2025"),
        (
            "7% from 2022-04-01, 5%, 2% from 9 Jan 2024",
            "7% from April 2022, 5% from April 2023, 2% from 9 January 2024",
        ),
        ("6% for 2 years, year 5: 2%", "6% in year 1, 6% in year 2, 2% in year 5"),
        ("5% + £500 from April 2022 paid May 2022", "5% paid 1 May 2022 from April 2022 + £500"),
        ("5% already paid + 1.5%", "5% already paid + 1.5%"),
        ("3% from April 2022 + 1% of pay on 1 May 2021", "3% from April 2022 + 1% of pay on 1 May 2021"),
        ("1% non-consolidated of pay now, £500 lump sum", "1% one-off of pay now, £500 one-off"),
        ("1% one-off of pay on 1 May 2021", "1% one-off of pay on 1 May 2021"),
        ("1% one-off of pay after min £500 already paid", "1% one-off of pay after the rise min £500 already paid"),
        ("5% from April 2022 + £500 one-off in May 2022", "5% from April 2022 + £500 one-off paid 1 May 2022"),
        (
            "£500 one-off paid May 2022, £600 one-off paid May 2023",
            "£500 one-off paid 1 May 2022 + £600 one-off paid 1 May 2023",
        ),
        ("6% from April 2022, until July 2023", "6% from April 2022, until 31 July 2023"),
        ("Final offer: 6%, 5.5%", "6%, 5.5%"),
    ],
)
def test_a_text_is_said_in_one_form(text: str, again: str) -> None:
    offer = read_shorthand(text)
    assert in_shorthand(offer) == again
    assert in_shorthand(read_shorthand(again)) == again


@pytest.mark.parametrize(
    "offer",
    [
        document(award("unstated", percent(5))),
        document(award(DAY, {"set": {"M1": 25000}})),
        document(award(DAY, percent({"M1": 5}))),
        document(award(DAY, {"total_percent": 5})),
        document(award(DAY, {"move": {"M1": "M2"}})),
        document(award(DAY, percent(5), {"minimum_rise": {"M1": 500}})),
        document(award(DAY, percent(5), {"minimum_rise": 500, "pay_over": 20000})),
        document(award(DAY, {"minimum_rise": 500})),
        document(award(DAY, percent(5), condition="a vote")),
        document(award(DAY, percent(5), note="with a note")),
        document(award(DAY, percent(5)), award(DAY, percent(1))),
        document(award("2024-04-01", percent(5)), award(DAY, percent(1))),
        document(award(None, {"index": "rpi"}, percent(1, **BEFORE), year=1)),
        document(award(DAY, {"index": "house prices", "month": DAY})),
        document(award(DAY, percent(5)), start="2023-01-01"),
        document(award(DAY, flat(0.5), per="hour"), week=37, weeks=52),
        document(one_off(percent(2), flat(150), paid=DAY)),
        document(one_off({"months_of_rise": 3}, paid=DAY)),
        document(one_off(flat(220), paid=DAY, times=8)),
        document(one_off(flat(220), covers=[DAY, "2023-05-01"])),
    ],
)
def test_what_has_no_form_is_not_said(offer: Offer) -> None:
    assert in_shorthand(offer) is None


def test_bundled_offers() -> None:
    assert in_shorthand(load("scotland").offer) == (
        "6% on pay up to £80,000 from April 2022 + £4,800 on pay over £80,000, "
        "5.5% on pay up to £80,000 from April 2023 + £4,400 on pay over £80,000, until 31 March 2024"
    )
    assert in_shorthand(load("wales").offer) is None  # it says more: funded, pensionable


def test_a_rounding_and_a_name_are_not_in_it() -> None:
    assert in_shorthand(document(award(DAY, percent(5)), round={"to": 1}, name="A", group="b")) == "5% from April 2023"


# Any offer that can be said

_percents = decimals("0.01", "12").map(lambda value: {"percent": value})
_sums = decimals("0.01", "3000").map(lambda value: {"flat": value})
_indices = st.builds(
    lambda name, plus: {"index": name, "plus": plus}, st.sampled_from(["rpi", "cpi", "cpih"]), decimals("0.1", "3")
)
_limits = st.sampled_from([{"minimum_rise": 400}, {"maximum_rise": 4000}])


@st.composite
def _rises(draw: st.DrawFn, month: str | None) -> list[dict[str, Any]]:
    """Return a rise, perhaps with a limit, and perhaps another; an index of a month where there is one."""
    first = draw(_percents | _sums | _indices)
    uplift = [first | ({"month": month} if month and "index" in first else {})]
    uplift += draw(st.just([]) | _limits.map(lambda limit: [limit]))
    if draw(st.booleans()):
        more = draw(_percents | _sums)
        of_before = "percent" in more and "flat" not in first and draw(st.booleans())
        uplift.append(more | (BEFORE if of_before else {}))
    return uplift


@st.composite
def _said(draw: st.DrawFn) -> Offer:
    """Return an offer of forms that shorthand has: years without days, or rises a year apart, each with a one-off."""
    parts: list[dict[str, Any]] = []
    dated = draw(st.booleans())
    for number in range(1, draw(st.integers(1, 4)) + 1):
        day = f"20{20 + number}-04-01" if dated else None
        uplift = draw(_rises(day))
        in_sums = any(key in term for term in uplift for key in ("flat", "minimum_rise", "maximum_rise"))
        per = draw(st.sampled_from(["year", "month"])) if in_sums else "year"
        parts.append({**({"effective": day} if day else {"year": number}), "uplift": uplift, "per": per})
        time = {"covers": [day, f"20{21 + number}-03-31"]} if day else {"year": number}
        once = [{**time, "pay": [draw(_sums)]}, {**time, "pay": [draw(_percents)], "of": "unstated"}]
        parts += draw(st.sampled_from([[], once, once[1:]]))
    return document(*parts)


@law
@given(_said())
def test_what_is_said_is_read_again(offer: Offer) -> None:
    text = in_shorthand(offer)
    assert text is not None
    again = read_shorthand(text)
    assert (again.award, again.lump_sum) == (offer.award, offer.lump_sum)
