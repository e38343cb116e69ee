"""A change of the full-time week in words and as data: what it makes of an hour's pay, and of a part-timer's share."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from payoffer.compare import Valued
from payoffer.money import decimals, pence, percent, plain
from payoffer.offer_parts import Award
from payoffer.periods import long_day, short_month
from payoffer.report.figures import PERCENT, PLACES
from payoffer.report.term_words import money
from payoffer.report.words import capital
from payoffer.schedule import PaySchedule
from payoffer.steps import ONE
from payoffer.week import WeekChange, week_changes

HOURS = 6
"""Decimals of a number of hours in JSON."""


def changes(valued: Valued) -> list[WeekChange]:
    """Return each change of the full-time week that is counted, in order of time."""
    schedule = valued.reads[0].schedule
    return list(week_changes(schedule.offer, schedule.person.week))


def worked(award: Award, schedule: PaySchedule, pay: Fraction) -> str:
    """Return what an award that changes the full-time week makes of an hour of ``pay``, and who gets what."""
    found = week_changes(schedule.offer, schedule.person.week)
    change = next((change for change in found if change.award is award), None)
    if change is None:
        return _not_changed(schedule)
    an_hour = _arithmetic(change, pay, Fraction(schedule.offer.weeks))
    return f"{an_hour}. {_no_pay(change)}, so it is in no figure here. {capital(_part_timers(change))}"


def _arithmetic(change: WeekChange, pay: Fraction, weeks: Fraction) -> str:
    """Return ``37 / 36 = 2.8% more for each hour: £41,200 a year is £21.35 an hour for 37 hours, £21.95 for 36``."""
    before, after = (pence(pay / (hours * weeks)) for hours in (change.before, change.after))
    return (
        f"{plain(change.before)} / {plain(change.after)} = {_more(change)} for each hour: "
        f"{money(pay)} a year is {before} an hour for {plain(change.before)} hours, {after} for {plain(change.after)}"
    )


def _not_changed(schedule: PaySchedule) -> str:
    """Return why a new week changes nothing: the hours are the same, or a person's own week is another."""
    own, week = schedule.person.week, Fraction(schedule.offer.week or 0)
    if own in {None, week}:
        return "no difference: these are the hours of the week before"
    return f"not for a full-time week of {plain(own or 0)} hours: it is the week of {plain(week)} that changes"


def notes(valued: Valued) -> Iterator[str]:
    """Yield what has to be known of each change beside the figures of an offer."""
    schedule = valued.reads[0].schedule
    found = changes(valued)
    for change in found:
        when = f" on {long_day(change.day)}" if valued.dated else ""
        hours = f"{plain(change.before)} to {plain(change.after)} hours"
        yield f"the full-time week goes from {hours}{when} on the same pay: {_beside(change, schedule.person.fte)}"
    if not found and any(term.new_week for award in schedule.offer.award for term in award.uplift):
        yield f"of its new full-time week: {_not_changed(schedule)}."


def briefly(valued: Valued) -> Iterator[str]:
    """Yield each change in a few words: ``a full-time week of 36 hours, not 37, on the same pay from Apr 2024``."""
    for change in changes(valued):
        when = f" from {short_month(change.day)}" if valued.dated else ""
        yield f"a full-time week of {plain(change.after)} hours, not {plain(change.before)}, on the same pay{when}"


def _beside(change: WeekChange, fte: Fraction) -> str:
    """Return what of a change is not in the figures, for a person of some share of full-time hours."""
    an_hour = f"{_more(change)} for each hour"
    if fte == ONE:
        return f"{an_hour}. {_no_pay(change)}, and it is not counted; {_part_timers(change)}"
    kept = _number(fte * change.before)
    return (
        f"{an_hour}, which is not counted. Your {_number(fte)} of full time is taken to stay {_number(fte)}, so that "
        f"{kept} hours become {_number(fte * change.after)}; if you keep {kept}, you have "
        f"{_number(fte * change.before / change.after)} of full time and {_more(change)} pay."
    )


def _no_pay(change: WeekChange) -> str:
    return f"That is no {'extra' if change.after < change.before else 'less'} pay for a full-timer"


def _part_timers(change: WeekChange) -> str:
    share = "bigger" if change.after < change.before else "smaller"
    return f"part-timers who keep their hours have a {share} share of full time, and {_more(change)} pay."


def _number(value: Fraction) -> str:
    return plain(decimals(value, 3))


def _more(change: WeekChange) -> str:
    return f"{percent(abs(change.hourly_percent))} {'more' if change.hourly_percent > 0 else 'less'}"


def document(valued: Valued) -> list[dict[str, Any]]:
    """Return the changes for JSON: hours before and after, and how much more an hour is paid, in percent."""
    return [
        {
            "effective": change.day.isoformat() if valued.dated else None,
            "hours_before": decimals(change.before, HOURS),
            "hours_after": decimals(change.after, HOURS),
            "hourly_percent": decimals(change.hourly_percent, PLACES[PERCENT]),
        }
        for change in changes(valued)
    ]
