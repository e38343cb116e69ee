"""Who gets out of order on a scale, who falls under the legal minimum, and whose point goes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from payoffer.legal_minimum import AgainstMinimum
from payoffer.money import decimals, pence, plain, pounds
from payoffer.notches import Notch
from payoffer.periods import long_day
from payoffer.report.points_words import joined_points
from payoffer.report.words import money_span
from payoffer.scale import Table

FEW = 3
"""As many pairs of points are told one by one."""


def moved(table: Table, number: int) -> Iterator[str]:
    """Yield a sentence on each point that leaves the scale."""
    for row in table.rows:
        for step in row.answer.offers[number].reads[0].schedule.steps:
            if step.moved_to:
                day = long_day(step.start)
                yield f"Point {row.name} leaves the scale on {day}: its people go on to point {step.moved_to}."


def notches(found: Sequence[Notch], table: Table) -> Iterator[str]:
    """Yield sentences on the points whose order turns, the widest first, then on those that end level."""
    over = sorted((notch for notch in found if not notch.level), key=lambda notch: notch.by, reverse=True)
    for notch in over[:FEW]:
        yield (
            f"The order of pay turns: point {notch.lower}, on {pounds(notch.before[0])} before, ends "
            f"{money_span(notch.by)} a year above point {notch.higher}, on {pounds(notch.before[1])}."
        )
    more = len(over) - FEW
    if more > 0:
        yield f"So {'does 1 more pair' if more == 1 else f'do {more} more pairs'} of points (--format json names them)."
    level: dict[Fraction, set[str | None]] = {}
    for notch in (notch for notch in found if notch.level):
        level.setdefault(notch.after[0], set()).update((notch.lower, notch.higher))
    names = [row.name for row in table.rows]
    for pay, points in level.items():
        together = joined_points([name for name in names if name in points], names)
        yield f"Points {together} end on the same pay, {pounds(pay)}."


def edges(found: Sequence[Notch]) -> Iterator[str]:
    """Yield a sentence on each edge of a band at which the next pound ends lower."""
    for notch in found:
        low, high = (pounds(pay) for pay in notch.before)
        below, above = (pounds(pay) for pay in notch.after)
        if notch.until and notch.until > notch.before[1]:
            lower = f"{high} to {pounds(notch.until)} on less, {above} at the lowest"
        else:
            lower = f"{high} on {above}"
        yield f"Off the scale the order of pay turns at {low}: {low} before the offer ends on {below}, and {lower}."


def under(found: AgainstMinimum, table: Table) -> Iterator[str]:
    """Yield a sentence on each day from which points are under the legal minimum."""
    names = [row.name for row in table.rows]
    for each in found.under:
        pays = sorted(each.points.values())
        low, high = (_an_hour(pay, each.rate.hourly) for pay in (pays[0], pays[-1]))
        told = low if low == high else f"{low} to {high}"
        point, are = ("point", "is") if len(pays) == 1 else ("points", "are")
        yield (
            f"From {long_day(each.day)} the legal minimum for adults is {pence(each.rate.hourly)} an hour: {point} "
            f"{joined_points(list(each.points), names)} {are} under it, at {told} on {plain(each.week)} hours a week."
        )


def _an_hour(pay: Fraction, minimum: Decimal) -> str:
    """Return pay an hour in pence, or finer where it would print like the minimum."""
    return pence(pay) if decimals(pay, 2) != minimum else f"£{plain(decimals(pay, 4))}"
