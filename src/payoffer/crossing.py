"""The salaries at which two offers change places, where a flat sum, floor, cap or threshold is in play.

Extra pay as a function of salary is straight between its kinks and jumps, so an interval that is straight needs
no looking into, and one that is not is halved until it is under a pound.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, product
from typing import NamedTuple

from payoffer.compare import Comparison, Read
from payoffer.errors import NotValued
from payoffer.schedule import Applied, PaySchedule
from payoffer.valuation import Valuation

LEAST, MOST = 10_000, 150_000
KNOTS = 29
STRAIGHT = Fraction(1)
"""How far from a straight line, in pounds, counts as straight: above what rounding to the penny does."""
IN_PROPORTION = frozenset({"percent", "total_percent", "index", "months_of_rise", "minimum_rise_percent"})


class Crossing(NamedTuple):
    """Two offers whose extra pay over the months both cover changes order at a salary (pounds a year)."""

    offers: tuple[str, str]
    salary: Fraction


def in_play(answer: Comparison) -> bool:
    """Say whether extra pay is out of proportion to pay at this salary in any offer."""
    return any(
        _out_of_proportion(applied)
        for offer in answer.offers
        for read in offer.reads
        for applied in _working(read.schedule)
    )


def _working(schedule: PaySchedule) -> list[Applied]:
    steps = [applied for step in schedule.steps for part in step.parts for applied in part.working]
    return steps + [applied for payment in schedule.payments for applied in payment.working]


def _out_of_proportion(applied: Applied) -> bool:
    term = applied.term
    over_a_threshold = term.pay_over is not None or term.pay_from is not None
    return over_a_threshold or (term.kind not in IN_PROPORTION and applied.after != applied.before)


class Crossings(NamedTuple):
    """Every crossing found, and whether all salaries looked at could be valued."""

    found: tuple[Crossing, ...]
    complete: bool


def crossings(answer: Comparison) -> Crossings:
    """Return where each pair of offers changes places, in any reading, to the pound."""
    found: set[Crossing] = set()
    complete = True
    for one, other in combinations(answer.offers, 2):
        for read, against in product(one.reads, other.reads):
            gap = _Gap(read, against)
            found |= {Crossing((one.id, other.id), salary) for salary in _roots(gap)}
            complete = complete and not gap.refused
    return Crossings(tuple(sorted(found)), complete)


class _Gap:
    """Extra pay of one reading less that of another over the months both cover, at any salary."""

    def __init__(self, one: Read, other: Read) -> None:
        self.readings = (one, other)
        self.refused = False

    def __call__(self, salary: Fraction) -> Fraction | None:
        try:
            one, other = (_extra(read, salary) for read in self.readings)
        except NotValued:
            self.refused = True
            return None
        return one - other


def _extra(read: Read, salary: Fraction) -> Fraction:
    schedule = PaySchedule(read.schedule.offer, read.schedule.person._replace(pay=salary))
    return Valuation(schedule, schedule, read.figures.covered.window, None).extra_cash


def _roots(gap: Callable[[Fraction], Fraction | None]) -> list[Fraction]:
    step = Fraction(MOST - LEAST, KNOTS - 1)
    ends = [(LEAST + step * number) for number in range(KNOTS)]
    values = [gap(end) for end in ends]
    found: list[Fraction] = []
    for number in range(KNOTS - 1):
        _search(gap, (ends[number], values[number]), (ends[number + 1], values[number + 1]), found)
    return sorted(set(found))


Place = tuple[Fraction, Fraction | None]


def _search(gap: Callable[[Fraction], Fraction | None], low: Place, high: Place, found: list[Fraction]) -> None:
    (start, at_start), (end, at_end) = low, high
    middle = (start + end) / 2
    at_middle = gap(middle)
    if at_start is None or at_end is None or at_middle is None:
        if end - start > 1 and not (at_start is None and at_end is None):
            _search(gap, low, (middle, at_middle), found)
            _search(gap, (middle, at_middle), high, found)
        return
    quarter = (3 * start + end) / 4
    at_quarter = gap(quarter)
    straight = (
        at_quarter is not None
        and abs(at_start + at_end - 2 * at_middle) < STRAIGHT
        and abs(at_start + at_middle - 2 * at_quarter) < STRAIGHT
    )
    if straight or end - start <= 1:
        if (at_start < 0) != (at_end < 0):
            share = at_start / (at_start - at_end)
            found.append(Fraction(round(start + (end - start) * share)))
        return
    _search(gap, low, (middle, at_middle), found)
    _search(gap, (middle, at_middle), high, found)
