"""What an offer leaves open, closed: readings, indices, conditions, year numbers, and what follows."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from payoffer.deal import deal
from payoffer.document import ByPoint
from payoffer.errors import NotValued
from payoffer.offer import Offer
from payoffer.periods import Clock
from payoffer.settle import Assumption, Follows, Given, Reading, dated, readings, runs_to, with_next, without_conditions
from tests.asking import Part, award, document, flat, one_off, percent, proposed

APRIL_25 = "2025-04-01"
YEAR_25 = ["2025-04-01", "2026-03-31"]
NOTHING = Given({})


def rises(reading: Reading) -> Sequence[object]:
    """The figures of all terms of a reading."""
    offer = reading.offer
    return [term.figure for part in offer.award for term in part.uplift] + [
        term.figure for lump in offer.lump_sum for term in lump.pay
    ]


def said(reading: Reading) -> list[tuple[str, str]]:
    return [(assumed.kind, assumed.value) for assumed in reading.assumes]


def test_an_offer_that_says_everything_has_one_reading_and_is_left_as_it_is() -> None:
    offer = document(award(APRIL_25, percent(5)), one_off(percent(1), covers=YEAR_25))
    assert readings(offer, NOTHING) == [Reading((), offer)]


def test_an_unstated_base_is_read_in_three_ways_for_all_one_offs_together() -> None:
    offer = document(
        award(APRIL_25, percent(5)),
        one_off(percent(1.5), of="unstated", covers=YEAR_25),
        one_off(percent(2), of="before", covers=YEAR_25),
        one_off(percent(1), of="unstated", covers=YEAR_25),
    )
    found = readings(offer, NOTHING)
    assert [[lump.of for lump in reading.offer.lump_sum] for reading in found] == [
        ["before", "before", "before"],
        ["in_payment", "before", "in_payment"],
        ["in_force", "before", "in_force"],
    ]
    assert [said(reading) for reading in found] == [
        [("base", "before")],
        [("base", "in_payment")],
        [("base", "in_force")],
    ]
    assert [reading.assumes[0].text for reading in found] == [
        "the one-off is a percentage of pay before",
        "the one-off is a percentage of pay now",
        "the one-off is a percentage of pay after the rise",
    ]


def test_the_ends_of_ranges_move_together() -> None:
    offer = document(
        award(APRIL_25, percent([3, 5]), percent(1)),
        award("2026-04-01", percent({"M1": [2, 4], "others": 1})),
        one_off(flat([500, 700]), paid="2025-05-31"),
    )
    low, high = readings(offer, NOTHING)
    assert rises(low) == [3, 1, ByPoint({"M1": Decimal(2), "others": Decimal(1)}), 500]
    assert rises(high) == [5, 1, ByPoint({"M1": Decimal(4), "others": Decimal(1)}), 700]
    assert (said(low), said(high)) == ([("range", "lowest")], [("range", "highest")])
    assert high.assumes[0].text == "the highest figure of each range"


def test_a_range_keeps_whose_pay_it_is_for() -> None:
    low, _ = readings(document(award(APRIL_25, percent([3, 5], pay_up_to=30000, of="before"))), NOTHING)
    term = low.offer.award[0].uplift[0]
    assert (term.pay_up_to, term.of) == (Decimal(30000), "before")


def test_every_base_goes_with_every_end() -> None:
    offer = document(award(APRIL_25, percent([3, 5])), one_off(percent(1), of="unstated", covers=YEAR_25))
    assert [said(reading) for reading in readings(offer, NOTHING)] == [
        [("base", base), ("range", end)]
        for base in ("before", "in_payment", "in_force")
        for end in ("lowest", "highest")
    ]


def test_terms_without_a_figure_have_no_range() -> None:
    offer = document(
        award(APRIL_25, percent(3), {"move": {"M1": "M2"}}), one_off({"months_of_rise": 3}, paid="2025-09-30")
    )
    assert len(readings(offer, NOTHING)) == 1


# Conditions: shown, not valued unless asked.


def test_what_hangs_on_a_condition_is_left_out_unless_asked_for() -> None:
    offer = document(
        award(APRIL_25, percent(3)),
        award("2025-10-01", percent(1), condition="it is signed"),
        one_off(flat(100), paid="2025-09-30"),
        one_off(flat(200), paid="2025-09-30", condition="it is signed"),
    )
    assert rises(readings(offer, NOTHING)[0]) == [3, 100]
    assert rises(readings(offer, Given({}, conditional=True))[0]) == [3, 1, 100, 200]


def test_an_offer_that_hangs_on_conditions_altogether_is_refused_with_the_remedy() -> None:
    offer = document(award(APRIL_25, percent(3), condition="it is signed"))
    with pytest.raises(NotValued, match=r"^An offer: every part of this offer hangs on a condition: add --conditional"):
        without_conditions(offer)
    lump = document(award(APRIL_25, percent(3), condition="x"), one_off(flat(100), paid="2025-09-30"))
    assert rises(Reading((), without_conditions(lump))) == [100]


# Index-linked: p = max(floor, min(cap, rate + plus)).


def linked(**keys: object) -> Part:
    return {"index": "RPI", "month": "2025-02-01", **keys}


@pytest.mark.parametrize(
    ("term", "rate", "expected", "text"),
    [
        (linked(), 4.1, "4.1", "your figure for RPI of February 2025 is 4.1%"),
        (linked(plus=0.5), 4.1, "4.6", "your figure for RPI of February 2025 is 4.1%, 4.1 + 0.5 = 4.6%"),
        (
            linked(plus=0.5, cap=4.5),
            4.1,
            "4.5",
            "your figure for RPI of February 2025 is 4.1%, 4.1 + 0.5 = 4.6%, at most 4.5%",
        ),
        (linked(cap=4.1), 4.1, "4.1", "your figure for RPI of February 2025 is 4.1%"),
        (linked(floor=3, cap=9), 2, "3", "your figure for RPI of February 2025 is 2%, at least 3%"),
        (linked(floor=3, cap=9), 9, "9", "your figure for RPI of February 2025 is 9%"),
        (linked(floor=3), 3, "3", "your figure for RPI of February 2025 is 3%"),
        (linked(plus=-1), 4, "3", "your figure for RPI of February 2025 is 4%, 4 - 1 = 3%"),
    ],
)
def test_a_rise_that_follows_an_index(term: Part, rate: float, expected: str, text: str) -> None:
    (reading,) = readings(document(award(APRIL_25, term)), Given({"rpi": Decimal(str(rate))}))
    assert [str(figure) for figure in rises(reading)] == [expected]
    assert reading.offer.award[0].uplift[0].kind == "percent"
    assert reading.assumes == (Assumption("index", "rpi", text),)


def test_a_rate_of_the_month_goes_before_one_of_the_index() -> None:
    offer = document(award(APRIL_25, linked()), award("2026-04-01", {"index": "rpi", "month": "2026-02-01"}))
    given = Given({"rpi": Decimal(4), "rpi@2026-02": Decimal(3)})
    assert rises(readings(offer, given)[0]) == [4, 3]


def test_an_index_without_a_figure_is_refused_with_the_remedy() -> None:
    with pytest.raises(
        NotValued,
        match=r"^An offer: a rise follows RPI of February 2025, which is not known here: "
        r"give the published rate, such as --index rpi=4.1$",
    ):
        readings(document(award(APRIL_25, linked())), Given({"cpi": Decimal(4)}))


def test_what_is_only_proposed_may_wait_for_its_index() -> None:
    offer = document(award(APRIL_25, percent(3)), proposed("2026-04-01", linked()))
    assert readings(offer, NOTHING)[0].assumes == ()
    (reading,) = readings(offer, Given({"rpi": Decimal(4)}))
    assert reading.offer.proposed[0].uplift[0].percent == 4


# Offers with year numbers.


def test_year_numbers_become_dates_from_the_day_given() -> None:
    offer = document(
        award(None, percent(4), year=1),
        award(None, percent(3), year=2),
        one_off(flat(300), year=1),
        one_off(flat(100), year=2),
        {**proposed(APRIL_25, percent(2)), "effective": None, "year": 3},
    )
    found = dated(offer, date(2025, 9, 1))
    assert [award.effective for award in found.award] == [date(2025, 9, 1), date(2026, 9, 1)]
    assert [lump.covers for lump in found.lump_sum] == [
        (date(2025, 9, 1), date(2026, 8, 31)),
        (date(2026, 9, 1), date(2027, 8, 31)),
    ]
    assert found.proposed[0].effective == date(2027, 9, 1)
    assert found.start == date(2025, 9, 1)
    assert found.dated()


def test_an_offer_with_dates_is_left_alone() -> None:
    offer = document(award(APRIL_25, percent(4)))
    assert dated(offer, date(2030, 1, 1)) is offer


# What follows after an offer has run out.


def after(offer: Offer, follows: Follows | None, until: date) -> list[tuple[date, object]]:
    found = with_next(offer, deal(offer), follows, until)
    return [(award.day, award.uplift[0].figure) for award in found.award[len(offer.award) :]]


ONE_YEAR = document(award(APRIL_25, percent(4)), proposed("2026-04-01", percent(3.5)), proposed("2027-04-01", flat(9)))


@pytest.mark.parametrize(
    ("follows", "until", "expected"),
    [
        (None, date(2030, 1, 1), []),
        (Follows(Decimal(3)), date(2026, 4, 1), []),  # the last day is not in the window
        (Follows(Decimal(3)), date(2026, 4, 2), [(date(2026, 4, 1), 3)]),
        (Follows(Decimal(3)), date(2028, 4, 1), [(date(2026, 4, 1), 3), (date(2027, 4, 1), 3)]),
        (Follows(None), date(2027, 4, 1), [(date(2026, 4, 1), Decimal("3.5"))]),
        (Follows(None), date(2030, 1, 1), [(date(2026, 4, 1), Decimal("3.5")), (date(2027, 4, 1), 9)]),
    ],
)
def test_what_follows_is_added_up_to_the_end_of_the_window(
    follows: Follows | None, until: date, expected: list[tuple[date, object]]
) -> None:
    assert after(ONE_YEAR, follows, until) == expected


def test_a_percentage_may_follow_for_ten_years() -> None:
    assert len(after(ONE_YEAR, Follows(Decimal(1)), date(2060, 1, 1))) == 10


def test_what_has_not_been_proposed_cannot_be_counted() -> None:
    offer = document(award(APRIL_25, percent(4)))
    with pytest.raises(NotValued, match=r"^An offer: nothing has been proposed after this offer: give a rate, such as"):
        with_next(offer, deal(offer), Follows(None), date(2030, 1, 1))


def test_a_proposed_rise_that_follows_an_index_needs_its_figure() -> None:
    offer = document(award(APRIL_25, percent(4)), proposed("2026-04-01", linked()))
    with pytest.raises(NotValued, match=r"such as --index rpi=4.1"):
        with_next(offer, deal(offer), Follows(None), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("follows", "expected"),
    [(None, 12), (Follows(Decimal(3)), None), (Follows(None), 36)],  # the second proposed rise opens the third year
)
def test_the_month_up_to_which_anything_is_said(follows: Follows | None, expected: int | None) -> None:
    found = runs_to(ONE_YEAR, deal(ONE_YEAR), follows, Clock(date(2025, 4, 1)))
    assert found == (None if expected is None else Fraction(expected))


def test_a_deal_longer_than_what_is_proposed_in_it_runs_to_its_own_end() -> None:
    offer = document(award(APRIL_25, percent(4)), proposed("2026-04-01", percent(1)), until="2028-03-31")
    assert runs_to(offer, deal(offer), Follows(None), Clock(date(2025, 4, 1))) == 36
