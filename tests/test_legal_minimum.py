"""Points under the legal minimum: tested on each day on which pay or the minimum changes.

At 37 hours and 52.143 weeks a year has 1,929.291 hours: £10.42 (from April 2023) makes 20,103.21, £11.44 (from April
2024) makes 22,071.09.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from payoffer.legal_minimum import AgainstMinimum, against_minimum
from payoffer.money import decimals
from tests.asking import award, flat, percent
from tests.scaling import on_points, scaled

POINTS = {"a": 19600, "b": 19604, "c": 30000}
RISE = award("2023-04-01", flat(500))


def found(*parts: Any, points: Any = POINTS, own: Any = None, **keys: Any) -> AgainstMinimum | None:  # noqa: ANN401
    answer = scaled(on_points("x", points, *parts, **keys), week=own)
    return against_minimum(answer.tables[0], 0, answer.question)


def under(*parts: Any, **keys: Any) -> dict[date, list[str]]:  # noqa: ANN401
    answer = found(*parts, **keys)
    assert answer is not None
    return {each.day: list(each.points) for each in answer.under}


def test_a_point_is_under_from_the_day_of_a_step_and_from_each_new_minimum() -> None:
    """20,100 is under 20,103.21 and 20,104 is not; both are under 22,071.09."""
    answer = found(RISE, week=37, until="2024-12-31")
    assert answer is not None
    april_23, april_24 = answer.under
    assert (april_23.day, april_24.day) == (date(2023, 4, 1), date(2024, 4, 1))
    assert (list(april_23.points), list(april_24.points)) == (["a"], ["a", "b"])
    assert april_23.rate.hourly == Decimal("10.42")
    assert decimals(april_23.points["a"], 4) == Decimal("10.4183")  # 20,100 / 1,929.291


def test_the_hours_are_those_of_the_offer_or_ones_own() -> None:
    """At 36 hours a year has 1,877.148: £10.42 makes 19,559.88, and 20,100 is above it."""
    assert under(RISE, week=37) == {date(2023, 4, 1): ["a"]}
    assert under(RISE, week=37, own=36) == {}
    assert under(RISE, own=37) == {date(2023, 4, 1): ["a"]}
    assert found(RISE) is None


def test_an_offer_without_dates_is_not_tested() -> None:
    assert found(award(None, percent(5), year=1), week=37) is None


def test_a_shorter_week_lifts_an_hour_above_the_minimum() -> None:
    """20,100 over 36 x 52.143 hours is £10.71."""
    assert under(RISE, award("2023-09-01", {"new_week": 36}), week=37) == {date(2023, 4, 1): ["a"]}


def test_the_least_that_an_offer_can_mean_is_tested() -> None:
    """£400 to £600: 20,000 is under, 20,200 is not."""
    assert under(award("2023-04-01", flat([400, 600])), points={"a": 19600}, week=37) == {date(2023, 4, 1): ["a"]}


def test_days_for_which_the_minimum_is_not_known_are_named() -> None:
    answer = found(award("2011-04-01", percent(1)), award("2012-10-01", percent(1)), week=37)
    assert answer is not None
    assert (answer.unknown, answer.under) == (date(2011, 4, 1), ())
    late = found(award("2026-09-01", percent(1)), week=37, until="2030-03-31")
    assert late is not None
    assert late.unknown == date(2027, 4, 1)  # a rate is known for its twelve months
