"""The full-time week: what changes it, from which day, and for whom."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from payoffer.offer import Offer
from payoffer.week import WeekChange, week_changes, week_on

APRIL, NEXT = date(2024, 4, 1), date(2025, 4, 1)


def offer(*weeks: tuple[date, int], week: int | None = 37, **award: Any) -> Offer:  # noqa: ANN401
    awards = [{"effective": day, "uplift": [{"new_week": hours}], **award} for day, hours in weeks]
    plain = {"effective": APRIL, "uplift": [{"percent": 3}]}
    return Offer.model_validate({"name": "Week", "award": [*awards, plain]} | ({"week": week} if week else {}))


def told(change: WeekChange) -> tuple[date, str, str]:
    return change.day, str(change.before), str(change.after)


def test_an_hour_is_paid_more_by_the_old_hours_over_the_new() -> None:
    (change,) = week_changes(offer((APRIL, 36)))
    assert told(change) == (APRIL, "37", "36")
    # 37 / 36 = 1.02777...
    assert change.hourly_percent == Fraction(100, 36)


def test_a_longer_week_pays_each_hour_less() -> None:
    (change,) = week_changes(offer((APRIL, 40)))
    # 37 / 40 = 0.925
    assert change.hourly_percent == Fraction("-7.5")


def test_changes_come_in_order_of_time_each_from_the_one_before() -> None:
    found = [told(change) for change in week_changes(offer((NEXT, 35), (APRIL, 36)))]
    assert found == [(APRIL, "37", "36"), (NEXT, "36", "35")]


def test_the_same_hours_again_are_no_change() -> None:
    assert not list(week_changes(offer((APRIL, 37))))


def test_the_week_on_a_day_has_that_days_change_in_it() -> None:
    shorter = offer((APRIL, 36))
    days = (date(2024, 3, 31), APRIL, NEXT)
    assert [week_on(shorter, None, day) for day in days] == [37, 36, 36]


def test_a_person_with_another_full_time_week_keeps_it() -> None:
    shorter = offer((APRIL, 36))
    assert week_on(shorter, Fraction(35), NEXT) == 35
    assert week_on(shorter, Fraction(37), NEXT) == 36


def test_without_hours_there_are_none() -> None:
    assert week_on(offer(week=None), None, NEXT) == 0


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"award": [{"effective": APRIL, "uplift": [{"new_week": 36}]}]}, "such as week = 37"),
        (
            {"week": 37, "award": [{"effective": APRIL, "uplift": [{"new_week": 36, "pay_over": 20000}]}]},
            "a new week is for everybody",
        ),
        (
            {"week": 37, "lump_sum": [{"paid": APRIL, "pay": [{"new_week": 36}]}]},
            "changes basic pay, which a one-off does not",
        ),
        (
            {
                "award": [{"effective": APRIL, "uplift": [{"percent": 3}]}],
                "proposed": [{"effective": NEXT, "source": "letter", "uplift": [{"percent": 1}, {"new_week": 36}]}],
            },
            "such as week = 37",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(document: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Offer.model_validate({"name": "Week", **document})
