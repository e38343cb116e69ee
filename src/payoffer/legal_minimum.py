"""Which points of a scale fall under the legal minimum wage, on each day of an offer.

A point is tested on the first day of the offer, on the day of each step, and on each day within it on which the legal
minimum itself rises. The adult rate is the test: what younger people and apprentices may be paid is not looked at.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.asked import Question
from payoffer.errors import PayofferError
from payoffer.minimum_wage import AdultRate, adult_rate, hourly_pay, is_below
from payoffer.periods import DAY
from payoffer.scale import Table, figures, step_days
from payoffer.week import week_on


class Under(NamedTuple):
    """The points under the legal minimum from a day on, in any reading: each with its least pay an hour, in pounds.

    ``week`` is the hours of the full-time week on that day.
    """

    day: date
    rate: AdultRate
    week: Fraction
    points: dict[str, Fraction]


class AgainstMinimum(NamedTuple):
    """One offer against the legal minimum: hours a week at its start, weeks a year, the days with points under it.

    ``unknown`` is the first day of the offer for which the legal minimum is not known, if there is one.
    """

    week: Fraction
    weeks: Fraction
    under: tuple[Under, ...]
    unknown: date | None


def against_minimum(table: Table, number: int, question: Question) -> AgainstMinimum | None:
    """Test every point of a table under offer ``number``; None where the hours are not known, or the offer no dates."""
    offers = table.each(number)
    schedule = offers[0].reads[0].schedule
    week, weeks = week_on(schedule.offer, question.pay.week, offers[0].anchor), Fraction(schedule.offer.weeks)
    if not week or not offers[0].dated:
        return None
    found: list[Under] = []
    unknown = None
    for day in _days(table, number, question):
        try:
            rate = adult_rate(day)
        except PayofferError:
            unknown = unknown or day
            continue
        hours = week_on(schedule.offer, question.pay.week, day)
        pays = {
            row.name: min(read.schedule.rate_on(day) for read in row.answer.offers[number].reads) for row in table.rows
        }
        under = {
            point: hourly_pay(pay, hours, weeks)
            for point, pay in pays.items()
            if is_below(pay, rate, hours=hours, weeks=weeks)
        }
        if under:
            found.append(Under(day, rate, hours, under))
    return AgainstMinimum(week, weeks, tuple(found), unknown)


def _days(table: Table, number: int, question: Question) -> list[date]:
    """Return the days of an offer on which pay or the legal minimum changes, its first day among them."""
    first = table.each(number)[0]
    months = figures(first, question)[0]
    start, last = months.window.anchor, months.clock.last_day(months.months)
    return sorted({start, *step_days(table, number, question), *_rises(start, last)})


def _rises(start: date, last: date) -> Iterator[date]:
    """Yield the days from ``start`` to ``last`` on which a new legal minimum comes into force."""
    day = start
    while day <= last:
        try:
            day = adult_rate(day).until + DAY
        except PayofferError:
            return
        if day <= last:
            yield day
