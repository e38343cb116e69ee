"""Where an offer turns the order of pay: somebody on less before it ends on more, or on the same.

On a scale every two points are looked at, after each step. Off it every edge of a band of pay is: the last salary on
one side of it, and the next pound. Only basic pay is looked at, not one-offs.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import combinations
from typing import NamedTuple

from payoffer.asked import Question
from payoffer.compare import Valued
from payoffer.document import MOST_POUNDS
from payoffer.errors import NotValued
from payoffer.periods import DAY
from payoffer.scale import Table, step_days
from payoffer.schedule import PaySchedule
from payoffer.uplift import Term
from payoffer.verdict import Span, span

LIMITS = ("pay_up_to", "pay_over", "pay_under", "pay_from")


class Notch(NamedTuple):
    """Two people whose order turns: the lower-paid one before ends ``by`` pounds a year above the other, 0 for level.

    ``lower`` and ``higher`` are pay points, None off the scale. ``before`` and ``after`` hold the pay of both a year,
    the lower one's first, before the offer and from ``day`` on; ``until`` is the highest salary that ends below the
    lower one's pay, off the scale.
    """

    lower: str | None
    higher: str | None
    before: tuple[Fraction, Fraction]
    after: tuple[Fraction, Fraction]
    by: Span
    day: date
    until: Fraction | None = None

    @property
    def level(self) -> bool:
        """Whether the two end on the same pay."""
        return self.by.high == 0


def on_scale(table: Table, number: int, question: Question) -> list[Notch]:
    """Return the points of a table that offer ``number`` turns the order of, in any reading, the latest day of each."""
    ordered = sorted(table.rows, key=lambda row: row.answer.offers[number].rate_before)
    days = step_days(table, number, question)
    found = []
    for low, high in combinations(ordered, 2):
        one, other = low.answer.offers[number], high.answer.offers[number]
        if one.rate_before == other.rate_before:
            continue
        for day in reversed(days):
            pays = _pays(one, other, day)
            by = span(lower - higher for lower, higher in pays)
            if by.high >= 0:
                after = max(pays, key=lambda pay: pay[0] - pay[1])
                found.append(Notch(low.name, high.name, (one.rate_before, other.rate_before), after, by, day))
                break
    return found


def _pays(one: Valued, other: Valued, day: date) -> list[tuple[Fraction, Fraction]]:
    """Return the pay of two points from a day on, for each reading; an offer that is read in one way there has one."""
    count = max(len(one.reads), len(other.reads))
    rates = [[read.schedule.rate_on(day) for read in offer.reads] for offer in (one, other)]
    return [(rates[0][min(n, len(rates[0]) - 1)], rates[1][min(n, len(rates[1]) - 1)]) for n in range(count)]


def at_edges(offer: Valued) -> list[Notch]:
    """Return the edges of bands of pay, a pound apart, at which a salary ends on more than the next pound does.

    In the least reading; an edge near which pay goes by pay point alone is passed over.
    """
    schedule = offer.reads[0].schedule
    edges = {
        (award.day, award.per, key, limit, term.of if isinstance(term.of, date) else None)
        for award in schedule.offer.award
        for term in award.uplift
        for key in LIMITS
        if (limit := getattr(term, key)) is not None
    }
    found: dict[int, Notch] = {}
    for day, per, key, limit, of in sorted(edges, key=lambda edge: edge[:4]):
        unit = schedule.units.a_year(per, day)
        edge = Term.model_construct(**{key: limit, "of": of})
        try:
            salary = _first_above(schedule, day, edge, unit)
            notch = _at(schedule, salary, day)
        except NotValued:
            continue
        if notch:
            found.setdefault(salary, notch)
    return list(found.values())


def _off_scale(schedule: PaySchedule, salary: int) -> PaySchedule:
    return PaySchedule(schedule.offer, schedule.person._replace(pay=Fraction(salary), point=None))


def _first_above(schedule: PaySchedule, day: date, edge: Term, unit: Fraction) -> int:
    """Return the least salary before the offer, in whole pounds, whose pay is above an edge on the day it is tested."""
    below_first = edge.is_for(Fraction(0))

    def above(salary: int) -> bool:
        person = _off_scale(schedule, salary)
        return edge.is_for(person.tested_on(edge, person.rate_on(day - DAY)) / unit) != below_first

    return _least(above, 1, int(MOST_POUNDS))


def _least(true: Callable[[int], bool], low: int, high: int) -> int:
    """Return the least number at which ``true`` holds, which it does from there up."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if true(middle) else (middle + 1, high)
    return low


def _at(schedule: PaySchedule, salary: int, day: date) -> Notch | None:
    """Return what the pound below ``salary`` ends above it by, after the last step or else after that of ``day``."""
    lower, higher = _off_scale(schedule, salary - 1), _off_scale(schedule, salary)
    for when in (schedule.steps[-1].start, day):
        below, above = lower.rate_on(when), higher.rate_on(when)
        if below > above:
            until = _least(partial(_reaches, schedule, when, below), salary, 2 * salary) - 1
            by = Span(below - above, below - above)
            return Notch(
                None, None, (Fraction(salary - 1), Fraction(salary)), (below, above), by, when, Fraction(until)
            )
    return None


def _reaches(schedule: PaySchedule, day: date, pay: Fraction, salary: int) -> bool:
    return _off_scale(schedule, salary).rate_on(day) >= pay
