"""Prices in words: which rate is set against which rise or pay year."""

from fractions import Fraction

import pytest

from payoffer.asked import Named
from payoffer.report.price_words import (
    one_rise_a_year,
    prices_in_brief,
    prices_rising,
    prices_title,
    years_go_by_rises,
)
from tests.asking import Part, ask, award, offer, one_off, percent, prices

APRIL_25, APRIL_26 = "2025-04-01", "2026-04-01"
RISE = percent(3)


@pytest.mark.parametrize(
    ("parts", "until", "expected"),
    [
        ([award(APRIL_25, RISE)], None, True),
        ([award(APRIL_25, RISE), award(APRIL_26, RISE)], None, True),
        ([award(APRIL_25, RISE), award(APRIL_25, RISE), award(APRIL_26, RISE)], None, True),  # one step
        ([award(APRIL_25, RISE), award("2026-01-01", RISE)], None, False),  # two in a year
        ([award(APRIL_25, RISE), award("2026-09-01", RISE)], None, False),  # late in the second
        ([award(APRIL_25, RISE)], "2027-03-31", False),  # none in the second
        ([award(APRIL_25, RISE), award(APRIL_26, RISE)], "2027-07-31", False),  # a part year
        ([one_off(RISE, covers=[APRIL_25, "2026-03-31"])], None, False),  # no rise at all
    ],
)
def test_whether_each_pay_year_begins_with_its_rise(parts: list[Part], until: str | None, expected: bool) -> None:  # noqa: FBT001
    answer = ask(offer("a", *parts, until=until))
    assert one_rise_a_year(answer.offers[0]) is expected


def test_what_follows_the_deal_is_no_rise_of_its_own_years() -> None:
    answer = ask(offer("a", award(APRIL_25, RISE)), months=24, follows={"a": 3})
    assert one_rise_a_year(answer.offers[0])
    assert years_go_by_rises(answer.offers)


def test_a_deal_that_begins_before_its_first_rise_does_not_go_by_rises() -> None:
    assert not one_rise_a_year(ask(offer("a", award(APRIL_25, RISE), start="2025-01-01")).offers[0])


ONE = offer("one", award(APRIL_25, RISE))
TWO = offer("two", award(APRIL_25, RISE), award(APRIL_26, RISE))
LATER = offer("later", award("2025-09-01", RISE))


@pytest.mark.parametrize(
    ("offers", "months", "expected"),
    [
        ([ONE], None, True),
        ([ONE, TWO], None, True),  # the second year begins with a rise in one of them
        ([ONE], 24, False),
        ([ONE, TWO], 36, False),
        ([TWO, LATER], None, False),  # from the common start September is within the year
        ([TWO], 6, True),
    ],
)
def test_whether_the_years_counted_go_by_rises(offers: list[Named], months: int | None, expected: bool) -> None:  # noqa: FBT001
    assert years_go_by_rises(ask(*offers, months=months).offers) is expected


@pytest.mark.parametrize(
    ("rates", "months", "by_rise", "expected"),
    [
        ([10.1], 12, True, "Prices: 10.1% up to the rise (your figure)"),
        ([10.1], 24, True, "Prices: 10.1% up to the first rise, 10.1% again up to the second (your figure)"),
        ([5, 4], 24, True, "Prices: 5% up to the first rise, 4% up to the second (your figure)"),
        ([5.0], 12, False, "Prices: 5% up to the start of the year (your figure)"),
        (
            [5, 4],
            36,
            False,
            "Prices: 5% up to the start of the first year, 4% up to the second, 4% again up to the third (your figure)",
        ),
        (
            [10.1],
            28,
            False,
            (
                "Prices: 10.1% up to the start of the first year, 10.1% again up to the second, 10.1% a year over the "
                "last 4 months (your figure)"
            ),
        ),
        ([10.1], 16, True, "Prices: 10.1% up to the first rise, 10.1% a year over the last 4 months (your figure)"),
        ([10.1], 6, True, "Prices: 10.1% a year over the 6 months (your figure)"),
        ([-3], 12, True, "Prices: -3% up to the rise (your figure)"),
    ],
)
def test_the_title(rates: list[float], months: int, by_rise: bool, expected: str) -> None:  # noqa: FBT001
    assert prices_title(prices(*rates), Fraction(months), by_rise=by_rise) == expected


@pytest.mark.parametrize(
    ("rates", "months", "by_rise", "expected"),
    [
        ([10.1], 12, True, "rising 10.1% before the rise"),
        ([10.1], 24, True, "rising 10.1% before each rise"),
        ([5, 4], 36, True, "rising 5% before the first rise, 4% before the second and 4% before the third"),
        ([10.1], 12, False, "rising 10.1% up to the start of the year"),
        ([5, 4], 24, False, "rising 5% up to the start of the first year and 4% up to the start of the second"),
        ([10.1], 28, False, "rising 10.1% up to the start of each year and 10.1% a year over the last 4 months"),
        ([10.1, 5], 16, False, "rising 10.1% up to the start of the year and 5% a year over the last 4 months"),
        (
            [10.1, -5],
            16,
            False,
            "rising 10.1% up to the start of the year and falling 5% a year over the last 4 months",
        ),
        ([10.1], 6, False, "rising 10.1% a year over the 6 months"),
        ([0], 6, False, "unchanged over the 6 months"),
        ([5, 4], 6, False, "rising 5% a year over the 6 months"),
        ([0], 24, True, "unchanged before each rise"),
    ],
)
def test_the_sentence(rates: list[float], months: int, by_rise: bool, expected: str) -> None:  # noqa: FBT001
    assert prices_rising(prices(*rates), Fraction(months), by_rise=by_rise) == expected


@pytest.mark.parametrize(
    ("rates", "months", "by_rise", "expected"),
    [
        ([10.1], 24, True, "rising 10.1% before each rise"),
        ([10.1], 28, False, "rising 10.1% a year"),
        ([10.1, 4], 28, False, "rising 10.1%, then 4%, then 4%"),
        ([10.1, 4], 24, True, "rising 10.1%, then 4%"),
        ([0], 28, False, "unchanged"),
    ],
)
def test_in_brief(rates: list[float], months: int, by_rise: bool, expected: str) -> None:  # noqa: FBT001
    assert prices_in_brief(prices(*rates), Fraction(months), by_rise=by_rise) == expected
