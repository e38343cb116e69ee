"""What the figures say, as data."""

from fractions import Fraction
from typing import Any

import pytest

from payoffer.asked import Named
from payoffer.compare import Comparison
from payoffer.crossing import Crossings
from payoffer.keeping import Keeping, keeping
from payoffer.verdict import (
    Condition,
    LevelRise,
    Longer,
    Order,
    Ranked,
    Span,
    level_rises,
    order,
    over_readings,
    pairs,
    partly_paid,
    proposed,
    span,
    verdict,
)
from tests import asking
from tests.asking import Part, ask, award, flat, offer, one_off, percent

APRIL_25, APRIL_26, APRIL_27 = "2025-04-01", "2026-04-01", "2027-04-01"
YEAR_25 = ["2025-04-01", "2026-03-31"]


def rise(name: str, *uplift: Part, points: dict[str, int] | None = None) -> Named:
    return offer(name, award(APRIL_25, *uplift), points=points or {"M9": 50000})


def ranked(*offers: Named | str, **options: Any) -> Ranked:  # noqa: ANN401
    found = verdict(ask(*offers, **options)).ranked
    assert found
    return found


def longer(*offers: Named | str, **options: Any) -> Longer:  # noqa: ANN401
    found = verdict(ask(*offers, **options)).longer
    assert found
    return found


def level(*offers: Named | str, **options: Any) -> LevelRise:  # noqa: ANN401
    found = longer(*offers, **options).level_rise
    assert found
    return found


def names(offers: tuple[Any, ...]) -> list[str]:
    return [found.id for found in offers]


# Order: clear, level or depends.


@pytest.mark.parametrize(
    ("gaps", "months", "expected"),
    [
        (["12"], 12, Order.CLEAR),  # £1 a month is clear
        (["11.99"], 12, Order.LEVEL),
        (["-11.99"], 12, Order.LEVEL),
        (["0", "11", "-11"], 12, Order.LEVEL),
        (["24", "12"], 12, Order.CLEAR),
        (["24", "11.99"], 12, Order.DEPENDS),
        (["24", "-24"], 12, Order.DEPENDS),
        (["24"], 28, Order.LEVEL),
        (["-24"], 12, Order.DEPENDS),  # never told as ahead
    ],
)
def test_how_two_offers_stand(gaps: list[str], months: int, expected: Order) -> None:
    assert order(map(Fraction, gaps), Fraction(months)) is expected


def test_offers_stand_in_the_order_of_their_extra_pay() -> None:
    found = ranked(rise("a", percent(2)), rise("b", percent(4)), rise("c", percent(3)))
    assert names(found.offers) == ["b", "c", "a"]
    assert found.orders == (Order.CLEAR, Order.CLEAR)
    assert [cash.low for cash in found.extra_cash] == [cash.high for cash in found.extra_cash] == [1600, 1200, 800]
    assert found.months == 12
    assert found.clear


def test_february_wales_is_ahead_in_every_reading() -> None:
    found = ranked("wales", "scotland")
    assert names(found.offers) == ["wales", "scotland"]
    assert found.orders == (Order.CLEAR,)
    assert found.extra_cash == (Span(Fraction(3200), Fraction(3239)), Span(Fraction(2400), Fraction(2400)))
    assert found.one_off_cash == (Span(Fraction(600), Fraction(639)), Span(Fraction(0), Fraction(0)))
    assert not found.end_to_tell


def test_march_names_nobody_because_it_depends_on_the_reading() -> None:
    """7,930 to 7,969 against 7,964.70; basic pay at the end is told."""
    found = ranked("wales-2023-03", "scotland-2023-03")
    assert found.months == 24
    assert found.orders == (Order.DEPENDS,)
    assert found.end_to_tell


def test_three_per_cent_next_makes_february_depend_and_three_and_a_half_turns_it() -> None:
    at_three = longer("wales", "scotland", follows={"wales": 3}).ranked
    assert at_three.orders == (Order.DEPENDS,)  # 7,078 to 7,117 against 7,132: 15 to 54 behind, under or over £24
    ahead = longer("wales", "scotland", follows={"wales": 3.5}).ranked
    assert (names(ahead.offers), ahead.orders) == (["wales", "scotland"], (Order.CLEAR,))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # The one-off makes up for a lower rate: the end orders the other way.
        ([award(APRIL_25, percent(3)), one_off(flat(1000), paid=APRIL_25)], [award(APRIL_25, percent(4))], True),
        ([award(APRIL_25, percent(4))], [award(APRIL_25, percent(3))], False),
        ([award(APRIL_25, percent(4)), one_off(flat(1000), paid=APRIL_25)], [award(APRIL_25, percent(4))], False),
        # Level: told if the ends differ. 4% from April is 5.333...% from July.
        ([award(APRIL_25, percent(4))], [award(APRIL_25, percent(4))], False),
        ([award(APRIL_25, percent(4))], [award("2025-07-01", flat(2133))], True),
        # Ahead in any case, but what it ends on may be less.
        (
            [award(APRIL_25, percent([2, 5])), one_off(flat(3000), paid=APRIL_25)],
            [award(APRIL_25, percent(4))],
            True,
        ),
    ],
)
def test_when_basic_pay_at_the_end_has_to_be_told(one: list[Part], other: list[Part], expected: bool) -> None:  # noqa: FBT001
    assert ranked(offer("a", *one), offer("b", *other)).end_to_tell is expected


# Readings that can both be true.


def unstated(name: str, figure: float, group: str = "g") -> Named:
    return offer(
        name, award(APRIL_25, percent(5)), one_off(percent(figure), of="unstated", covers=YEAR_25), group=group
    )


def bases(answer: Comparison) -> list[tuple[str, str]]:
    return [(one.assumes[0].value, other.assumes[0].value) for one, other in pairs(*answer.offers)]


def test_offers_to_the_same_people_are_read_alike() -> None:
    both = ask(unstated("a", 1), unstated("b", 2))
    assert bases(both) == [("before", "before"), ("in_force", "in_force")]


def test_offers_to_different_people_may_each_be_read_in_any_way() -> None:
    both = ask(unstated("a", 1), unstated("b", 2, group="other"))
    assert len(bases(both)) == 4


def test_a_reading_without_one_like_it_meets_them_all() -> None:
    """With 5% of it in payment, the second has a reading "of pay now" that the first has not."""
    rises = award(APRIL_25, percent(5), in_payment=True), award(APRIL_25, percent(1, of="before"))
    paid = offer("b", *rises, one_off(percent(2), of="unstated", covers=YEAR_25))
    assert bases(ask(unstated("a", 1), paid)) == [
        ("before", "before"),
        ("before", "in_payment"),
        ("in_force", "in_payment"),
        ("in_force", "in_force"),
    ]


def test_an_offer_that_leaves_nothing_open_meets_every_reading() -> None:
    assert len(pairs(*ask(unstated("a", 1), rise("b", percent(4))).offers)) == 2


# The months after those that all cover.


TWO = offer("two", award(APRIL_25, percent(4)), award(APRIL_26, percent(3)))
THREE = offer("three", award(APRIL_25, percent(4)), award(APRIL_26, percent(3)), award(APRIL_27, percent(3)))


def conditions(found: Longer) -> list[tuple[str, object]]:
    return [
        (each.offer.id, each.follows and (each.follows.percent if each.follows.percent is not None else "proposed"))
        for each in found.ranked.conditions
    ]


def test_nothing_is_said_of_later_months_where_all_run_out_together() -> None:
    assert verdict(ask(rise("a", percent(5)), rise("b", percent(4)))).longer is None
    assert verdict(ask(TWO)).longer is None
    assert verdict(ask(TWO, months=36)).longer is None


def test_one_goes_on_and_the_other_is_supposed_to_get_no_rise() -> None:
    found = longer(rise("a", percent(5)), TWO)
    assert names(found.goes_on) == ["two"]
    assert conditions(found) == [("a", None)]
    # 2 x 2,000 against 1,600 + 2,848.
    assert found.ranked.extra_cash == (Span(Fraction(4448), Fraction(4448)), Span(Fraction(4000), Fraction(4000)))


def test_several_go_on() -> None:
    found = longer(rise("a", percent(5)), TWO, TWO._replace(id="again"))
    assert names(found.goes_on) == ["two", "again"]
    assert found.level_rise is None


def test_none_goes_on_where_more_months_are_asked_for_than_any_covers() -> None:
    found = longer(rise("a", percent(5)), TWO, months=36)
    assert names(found.goes_on) == []
    assert conditions(found) == [("a", None), ("two", None)]
    assert found.level_rise is None


def test_an_offer_that_has_not_run_out_meets_no_condition() -> None:
    found = longer(rise("a", percent(5)), TWO, follows={"a": 2, "two": 2})
    assert names(found.goes_on) == ["two"]
    assert conditions(found) == [("a", 2)]


def test_of_three_the_two_that_end_are_both_supposed_to_stop() -> None:
    found = longer(rise("a", percent(5)), TWO, THREE)
    assert (names(found.goes_on), conditions(found)) == (["three"], [("a", None), ("two", None)])


def test_what_has_been_proposed_may_run_out_again() -> None:
    plan = offer("a", award(APRIL_25, percent(5)), asking.proposed(APRIL_26, percent(3)))
    found = longer(plan, THREE, follows={"a": "proposed"})
    assert conditions(found) == [("a", "proposed")]
    # 2,000 + 3,260 + 3,260; the rise that is missing is that of the third year.
    assert found.ranked.extra_cash[1] == Span(Fraction(8520), Fraction(8520))
    assert found.level_rise
    assert found.level_rise.proposed is None


# The rise that makes two offers level.


def test_the_level_rise_of_wales() -> None:
    """(7,132 - 5,800) / 42,600, (7,132 - 5,830) / 42,600, (7,132 - 5,839) / 42,600."""
    answer = ask("wales", "scotland")
    found = level_rises(answer, *answer.offers)
    assert found == [Fraction(100 * gap, 42600) for gap in (1332, 1302, 1293)]
    rises = level("wales", "scotland")
    assert rises.percents == Span(found[2], found[0])
    assert (rises.offer.id, rises.against.id) == ("wales", "scotland")


def test_a_level_rise_counts_from_the_month_an_offer_no_longer_covers() -> None:
    """Over 28 months: 400 short over the last four months of 42,000 a year, 14,000."""
    one = rise("a", percent(5))
    other = offer("b", award(APRIL_25, percent(5)), award(APRIL_26, flat(300)), until="2027-07-31")
    assert level(one, other).percents == Span(Fraction(100 * 400, 56000), Fraction(100 * 400, 56000))


@pytest.mark.parametrize(
    ("figure", "first", "expected"),
    [(3.5, "a", Order.CLEAR), (1, "two", Order.CLEAR), (1.0667, "a", Order.LEVEL)],
)
def test_the_order_with_what_has_been_proposed(figure: float, first: str, expected: Order) -> None:
    """Level where 42,000 more than 40,000 + 2,448 is 448 / 42,000: 1.0667%."""
    plan = offer("a", award(APRIL_25, percent(5)), asking.proposed(APRIL_26, percent(figure)))
    found = level(plan, TWO).proposed
    assert found
    assert found.orders == (expected,)
    assert found.offers[0].id == first
    assert found.conditions[0].follows is not None


def test_without_a_proposal_there_is_none_to_tell() -> None:
    assert level(rise("a", percent(5)), TWO).proposed is None


def test_an_offer_as_it_stands_with_what_has_been_proposed() -> None:
    answer = ask("wales", "scotland")
    with_it = proposed(answer, answer.offers[0])
    assert with_it is not None
    cash = over_readings(with_it, "window", "extra_cash")
    assert cash == Span(Fraction(7291), Fraction(7330))


def test_a_condition_holds_what_is_supposed() -> None:
    answer = ask("wales")
    assert Condition(answer.offers[0], None).follows is None


# Prices.


def kept(*parts: Part, inflation: list[Any], salary: object = 40000) -> Keeping:
    return keeping(ask(offer("a", *parts), inflation=inflation, salary=salary).offers[0], 0)


SHORT_BY_RATE = [award("2025-09-01", percent(5)), award("2026-09-01", percent(2.5))]


@pytest.mark.parametrize(
    ("parts", "inflation", "salary", "expected"),
    [
        ([award(APRIL_25, percent(4))], [3], 40000, Keeping.KEEPS_UP),
        ([award(APRIL_25, percent(3)), award(APRIL_26, percent(3))], [3], 40000, Keeping.KEEPS_UP),  # exactly
        ([award(APRIL_25, percent(2.9))], [3], 40000, Keeping.FALLS_SHORT),
        # 2% against 3%, then 1.02 x 1.05 = 1.071 against 1.0609.
        ([award(APRIL_25, percent(2)), award(APRIL_26, percent(5))], [3], 40000, Keeping.AT_THE_END),
        # On the way and not at the end: 5% against 3%, then 1.05 against 1.0609.
        ([award(APRIL_25, percent(5)), award(APRIL_26, percent(0))], [3], 40000, Keeping.FALLS_SHORT),
        # The method's offer B: £27.50 over with the one-off, and basic pay 1.442% short.
        ([*SHORT_BY_RATE, one_off(flat(500), paid="2025-09-01")], [5, 4], 30000, Keeping.CASH_ONLY),
        ([*SHORT_BY_RATE, one_off(flat(472.50), paid="2025-09-01")], [5, 4], 30000, Keeping.CASH_ONLY),  # to the penny
        ([*SHORT_BY_RATE, one_off(flat(472.49), paid="2025-09-01")], [5, 4], 30000, Keeping.FALLS_SHORT),
        # Rises early enough cover the gap without a one-off: that is no one-off's doing.
        ([award(APRIL_25, percent(5)), award(APRIL_26, percent(0.9))], [3], 40000, Keeping.FALLS_SHORT),
        ([award(APRIL_25, percent([2, 4]))], [3], 40000, Keeping.DEPENDS),
        ([award(APRIL_25, percent([4, 5]))], [3], 40000, Keeping.KEEPS_UP),
        ([award(APRIL_25, percent(-4))], [-4], 40000, Keeping.KEEPS_UP),
    ],
)
def test_whether_basic_pay_keeps_up(parts: list[Part], inflation: list[float], salary: int, expected: Keeping) -> None:
    assert kept(*parts, inflation=inflation, salary=salary) is expected


def test_a_one_off_has_to_cover_the_gap_in_every_reading() -> None:
    """2% of 3% leaves £400: 0.99% is £396 of pay before and £403.92 of pay after; 1% is £400 and more."""
    rises = award(APRIL_25, percent(2))
    assert kept(rises, one_off(percent(0.99), of="unstated", covers=YEAR_25), inflation=[3]) is Keeping.FALLS_SHORT
    assert kept(rises, one_off(percent(1), of="unstated", covers=YEAR_25), inflation=[3]) is Keeping.CASH_ONLY


def test_each_offer_is_held_against_each_price_index_over_its_own_months() -> None:
    found = verdict(ask(rise("a", percent(4)), TWO, inflation=[[3], [3.9, 3.9]])).keeping_up
    assert [(each.number, each.keeping) for each in found] == [
        (0, (Keeping.KEEPS_UP, Keeping.KEEPS_UP)),
        (1, (Keeping.KEEPS_UP, Keeping.FALLS_SHORT)),  # 1.0712 against 1.0795
    ]
    assert verdict(ask(TWO)).keeping_up == ()


# What is already being paid.


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([award(APRIL_25, percent(5))], False),
        ([award(APRIL_25, percent(5), in_payment=True)], True),
        ([award(APRIL_25, percent(5), in_payment=True), award(APRIL_25, percent(1))], True),
        ([award(APRIL_25, percent(0), in_payment=True), award(APRIL_25, percent(1))], False),  # of which nothing
        ([award(APRIL_25, percent(5)), one_off(flat(100), paid=APRIL_25, in_payment=True)], True),
        ([award(APRIL_25, percent(5)), one_off(flat(100), paid=APRIL_25)], False),
    ],
)
def test_whether_a_part_is_already_being_paid(parts: list[Part], expected: bool) -> None:  # noqa: FBT001
    answer = ask(offer("a", *parts))
    assert partly_paid(answer.offers[0]) is expected
    assert len(verdict(answer).in_payment) == expected


def test_an_offer_with_nothing_new_is_marked() -> None:
    found = verdict(ask("england", "wales", "scotland")).in_payment
    assert [(each.offer.id, each.nothing_new) for each in found] == [("england", True), ("wales", False)]


# Salary.


def test_another_salary_matters_only_between_offers_and_where_a_sum_is_in_play() -> None:
    both = verdict(ask(rise("a", flat(1000)), rise("b", percent(4))))
    assert both.salary_matters
    assert [crossing.salary for crossing in both.crossings.found] == [25000]
    alone = verdict(ask(rise("a", flat(1000))))
    assert (alone.salary_matters, alone.crossings) == (False, Crossings((), complete=True))
    assert not verdict(ask("wales", "scotland")).salary_matters


def test_on_pay_points_no_other_salary_is_looked_for() -> None:
    scale = {"M1": 30000}
    both = ask(rise("a", flat(1000), points=scale), rise("b", percent(4), points=scale), points={"a": "M1", "b": "M1"})
    assert not verdict(both).salary_matters


def test_on_todays_pay_where_it_crosses_is_not_told() -> None:
    found = verdict(ask(rise("a", flat(1000)), rise("b", percent(4)), now=True))
    assert (found.salary_matters, found.crossings) == (True, Crossings((), complete=False))


def test_the_span_of_figures() -> None:
    assert span([Fraction(3), Fraction(1), Fraction(2)]) == Span(Fraction(1), Fraction(3))
