"""The salaries at which two offers change places, where a flat sum, floor, cap or threshold is in play.

Extra pay as a function of salary is straight between its kinks and jumps, so an interval that is straight needs
no looking into, and one that is not is halved until it is under a pound. A band of pay narrower than half of
``EACH`` can be missed.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product
from typing import Literal, NamedTuple

from payoffer.compare import Comparison, Read
from payoffer.errors import NotValued
from payoffer.schedule import PaySchedule
from payoffer.steps import Applied
from payoffer.valuation import Valuation

Months = Literal["covered", "window"]
LEAST, MOST, EACH = 10_000, 150_000, 2_000
"""The salaries looked at: from, to, and how far apart at first."""
STRAIGHT = Fraction(1, 2)
"""How far from a straight line, in pounds, counts as straight: above what rounding to the penny does."""
LEVEL = Fraction(1, 2)
"""A gap under this many pounds has no sign: rounding to the penny may turn it."""
NARROW, PENNIES = 16, Fraction(2, 100)
"""Within so many pounds a sign changes on a line that is straight but for so much rounding."""
IN_PROPORTION = frozenset({"percent", "total_percent", "index", "months_of_rise", "minimum_rise_percent"})


class Crossing(NamedTuple):
    """Two offers whose extra pay over the months compared changes order at a salary (pounds a year)."""

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


def crossings(answer: Comparison, months: Months = "covered") -> Crossings:
    """Return where each pair of offers changes places, to the pound: of two in any reading, of more in their least.

    ``months``: over those that every offer covers, or over the whole ``window``, on what is supposed of those that
    run out.
    """
    most = None if len(answer.offers) == 2 else 1  # noqa: PLR2004
    worths = {offer.id: [_Worth(read, months) for read in offer.reads] for offer in answer.offers}
    found = {
        Crossing((one.id, other.id), salary)
        for one, other in combinations(answer.offers, 2)
        for read, against in product(worths[one.id][:most], worths[other.id][:most])
        for salary in _Gap(read, against).roots()
    }
    known = (value for each in worths.values() for worth in each for value in worth.known.values())
    return Crossings(tuple(sorted(found)), complete=all(value is not None for value in known))


class _Worth:
    """Extra pay of one reading over the months compared, at any salary; None where it has no value."""

    def __init__(self, read: Read, months: Months) -> None:
        self.read = read
        self.window = (read.figures.window if months == "window" else read.figures.covered).window
        self.known: dict[Fraction, Fraction | None] = {}

    def __call__(self, salary: Fraction) -> Fraction | None:
        if salary not in self.known:
            self.known[salary] = self._extra(salary)
        return self.known[salary]

    def _extra(self, salary: Fraction) -> Fraction | None:
        try:
            schedule = PaySchedule(self.read.schedule.offer, self.read.schedule.person._replace(pay=salary))
        except NotValued:
            return None
        return Valuation(schedule, schedule, self.window, None).extra_cash


class Place(NamedTuple):
    """A salary and how far one reading is ahead of another there, both in pounds a year."""

    salary: Fraction
    gap: Fraction


class _Gap(NamedTuple):
    """How far one reading is ahead of another at any salary."""

    one: _Worth
    other: _Worth

    def at(self, salary: Fraction) -> Fraction | None:
        """Return the gap in pounds, None where either has no value."""
        one, other = self.one(salary), self.other(salary)
        return None if one is None or other is None else one - other

    def roots(self) -> Iterator[Fraction]:
        """Yield the salaries at which the sign changes; a gap of a few pennies has none."""
        before: Place | None = None
        for salary, value in self._places():
            if value is None:
                before = None
            elif abs(value) >= LEVEL:
                here = Place(salary, value)
                if before and (before.gap < 0) != (value < 0):
                    yield self._between(before, here)
                before = here

    def _places(self) -> Iterator[tuple[Fraction, Fraction | None]]:
        """Yield salaries and gaps, close together wherever the gap is not straight."""
        start = Fraction(LEAST)
        yield start, self.at(start)
        while start < MOST:
            end = start + EACH
            yield from self._within(start, end)
            start = end

    def _within(self, start: Fraction, end: Fraction) -> Iterator[tuple[Fraction, Fraction | None]]:
        middle = (start + end) / 2
        low, half, high = self.at(start), self.at(middle), self.at(end)
        same = low is half is high is None
        straight = low is not None and half is not None and high is not None and abs(low + high - 2 * half) < STRAIGHT
        if not (same or straight) and end - start > 1:
            yield from self._within(start, middle)
            yield from self._within(middle, end)
        else:
            yield end, high

    def _between(self, low: Place, high: Place) -> Fraction:
        """Return the salary, to the pound, at which the gap changes from the sign at ``low`` to that at ``high``."""
        while high.salary - low.salary > 1:
            middle = (low.salary + high.salary) / 2
            value = self.at(middle)
            if value is None:
                break
            if high.salary - low.salary <= NARROW and abs(low.gap + high.gap - 2 * value) < PENNIES:
                break
            place = Place(middle, value)
            low, high = (low, place) if (value < 0) == (high.gap < 0) else (place, high)
        share = low.gap / (low.gap - high.gap)
        return Fraction(round(low.salary + (high.salary - low.salary) * share))
