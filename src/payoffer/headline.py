"""Which way of adding up an offer gives a percentage that it was said to be worth.

Nothing is valued here: every way is made of the figures of a valuation over the offer's own months, one valuation
for each reading. Percentages are exact, in percentage points. One-off money in a percentage is always named, since
it is paid once and is not in later pay.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from payoffer.money import decimals
from payoffer.periods import YEAR
from payoffer.settle import Assumption
from payoffer.steps import Applied, Payment
from payoffer.valuation import Valuation

Kind = Literal[
    "sum",  # the percentages added up
    "rise",  # pay at the end against before, where it rises on one date only
    "compounded",  # pay at the end against before
    "percentages",  # the percentages compounded, without the sums in pounds beside them
    "sum_a_year",  # the percentages added up, over the years of the deal
    "compounded_a_year",  # the even rise a year that makes the compounded one
    "year_end",  # pay at the end of a pay year against the end of the year before
    "in_year",  # average pay in a pay year against pay at the end of the year before
    "one_rise",  # one percentage alone
    "one_off",  # one-off money alone
    "new_sum",  # the percentages added up, without those already being paid
]
WHOLE: tuple[Kind, ...] = ("sum", "rise", "compounded")
"""Ways to the rise over the whole deal."""
PARTS: tuple[Kind, ...] = (
    "percentages",
    "sum_a_year",
    "compounded_a_year",
    "year_end",
    "in_year",
    "one_rise",
    "one_off",
)
"""Ways to a year's share or a part of the offer: named where they give a headline by ordinary rounding only."""

By = Literal["exact", "half_up", "half_down", "truncated"]
GRADES: tuple[By, ...] = ("exact", "half_up", "half_down", "truncated")

Base = Literal["own", "before", "in_payment", "in_force"]
"""What a one-off is set against: what its own percentage is of, else pay before, in payment, or with the rise."""

PERCENTAGES = frozenset({"percent", "index", "total_percent"})
ALIKE = Fraction(1, 100)
"""Ways that must agree but for the rounding of pay are one where they lie closer than this."""

ZERO = Fraction(0)
_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,6})?"
_SIGN = r"\s*(?:%|per ?cent\b|pc\b)"
_SAID = re.compile(
    rf"(?<![\d.,£])({_NUMBER})(?={_SIGN}|\s*(?:-|–|to|and|or)\s*{_NUMBER}{_SIGN})|^\s*({_NUMBER})\s*$",  # noqa: RUF001
    re.IGNORECASE,
)


class Way(NamedTuple):
    """One way of adding up: ``percent`` is ``rise`` and ``one_off`` together.

    ``parts`` are the percentages summed, where the rise is a plain sum of them; ``base`` is what the one-off is a
    percentage of; ``year`` a pay year, ``day`` and ``number`` one percentage of those in the offer; ``assumes`` the
    reading it needs, empty where every reading gives the same.
    """

    kind: Kind
    rise: Fraction
    one_off: Fraction = ZERO
    base: Base | None = None
    parts: tuple[Fraction, ...] = ()
    year: int | None = None
    day: date | None = None
    number: int = 0
    assumes: tuple[str, ...] = ()

    @property
    def percent(self) -> Fraction:
        """What the way gives, in percentage points."""
        return self.rise + self.one_off

    @property
    def family(self) -> tuple[object, ...]:
        """What makes it another way, and not the same one of another base or reading."""
        return self.kind, self.year, self.number, self.base is not None


class Match(NamedTuple):
    """A way that gives the headline, and by which rounding to the decimals it is printed with."""

    way: Way
    by: By


class Checked(NamedTuple):
    """A headline figure as it was said, the ways that give it, best first, and the nearest one where none does."""

    said: Decimal
    matches: tuple[Match, ...]
    nearest: Way | None

    @property
    def adds_one_off(self) -> bool:
        """Whether the figure is reached best with one-off money in it."""
        return bool(self.matches) and all(
            match.way.base is not None for match in self.matches if match.by == self.matches[0].by
        )


def figures(text: str) -> list[Decimal]:
    """Return the percentages that a headline names, each with the decimals it is printed with.

    >>> figures("5% to 8.9%"), figures("£1,250 and 4 per cent"), figures("a fair offer")
    ([Decimal('5'), Decimal('8.9')], [Decimal('4')], [])
    """
    return [Decimal(first or alone) for first, alone in _SAID.findall(text)]


def check(said: Decimal, found: Sequence[Way]) -> Checked:
    """Return which ways give a figure: exactly, else rounded half up, else rounded half down, else cut off.

    Of the bases and readings of one way only the best is kept. Beside an exact way, the whole rise is named too if
    it gives the figure when rounded.
    """
    graded = [(GRADES.index(by), number) for number, way in enumerate(found) if (by := _grade(said, way))]
    best: dict[tuple[object, ...], tuple[int, int]] = {}
    for grade, number in sorted(graded):
        best.setdefault(found[number].family, (grade, number))
    kept = [Match(found[number], GRADES[grade]) for grade, number in sorted(best.values())]
    matches = tuple(match for match in kept if _worth_naming(match, kept[0].by))
    nearest = min(found, key=lambda way: abs(way.percent - Fraction(said)), default=None)
    return Checked(said, matches, None if matches else nearest)


def _worth_naming(match: Match, best: By) -> bool:
    """Say whether a way is named beside a better one: by rounding half up only, and for the whole rise only."""
    whole = match.way.kind in WHOLE and match.way.base is None
    return match.by == best or (best == "exact" and match.by == "half_up" and whole)


def _grade(said: Decimal, way: Way) -> By | None:
    exponent = said.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    units = abs(way.percent) * 10**places
    wanted = abs(Fraction(said)) * 10**places
    if (way.percent < 0) != (said < 0):
        return None
    if units == wanted:
        return "exact"
    if decimals(units, 0) == wanted:
        return "half_up"
    if way.kind in PARTS:
        return None
    if math.ceil(units - Fraction(1, 2)) == wanted:
        return "half_down"
    return "truncated" if math.floor(units) == wanted else None


def ways(readings: Sequence[tuple[Sequence[Assumption], Valuation]]) -> list[Way]:
    """Return every way of adding up an offer, of all its readings; a way that comes to nothing is left out."""
    found: dict[tuple[object, ...], list[Way]] = {}
    for assumes, valuation in readings:
        texts = tuple(assumed.text for assumed in assumes)
        for way in _ways(valuation):
            found.setdefault((*way.family, way.base), []).append(way._replace(assumes=texts))
    merged: list[Way] = []
    for same in found.values():
        alone = len(same) == len(readings) and len({way.percent for way in same}) == 1
        merged += [same[0]._replace(assumes=())] if alone else same
    return [way for way in merged if way.percent and (way.rise or way.kind == "one_off")]


def _ways(whole: Valuation) -> Iterator[Way]:
    singles = _singles(whole)
    for way in (*_percentages_alone(whole), *_rises(whole)):
        if not _is_single(way, singles, whole):
            yield way
        if way.kind != "compounded_a_year":
            share = YEAR / whole.months if way.kind == "sum_a_year" else 1
            for base, figure in _one_offs(whole, way.year):
                yield way._replace(one_off=figure * share, base=base)
    yield from singles if len(singles) > 1 or whole.headline_percent is None else ()
    yield from (Way("one_off", ZERO, figure, base) for base, figure in _one_offs(whole, None))
    yield from _new(whole, singles)


def _rises(whole: Valuation) -> Iterator[Way]:
    parts, total, one_date = _parts(whole), whole.headline_percent, _dates(whole) < 2  # noqa: PLR2004
    alike: list[Fraction] = []
    if total is not None:
        yield Way("sum", total, parts=parts if sum(parts, ZERO) == total else ())
    if not (one_date and total is not None and _near(whole.compounded_percent, [total])):
        yield Way("rise" if one_date else "compounded", whole.compounded_percent)
    if one_date or whole.months <= YEAR:
        alike.append(whole.compounded_percent)
    if whole.months > YEAR:
        if total is not None:
            yield Way("sum_a_year", total * YEAR / whole.months)
        if whole.per_year_percent is not None:
            yield Way("compounded_a_year", whole.per_year_percent)
    for year in whole.years:
        if not _near(year.rise_percent, alike):
            yield Way("year_end", year.rise_percent, year=year.year)
        if not _near(year.in_year_percent, [*alike, year.rise_percent]):
            yield Way("in_year", year.in_year_percent, year=year.year)


def _is_single(way: Way, singles: Sequence[Way], whole: Valuation) -> bool:
    """Say whether the rise within a pay year is no more than the one percentage that falls into it."""
    if way.year is None:
        return False
    year = whole.years[way.year - 1]
    own = [single.rise for single in singles if single.day and year.first_day <= single.day <= year.last_day]
    return len(own) == 1 and _near(way.rise, own)


def _new(whole: Valuation, singles: Sequence[Way]) -> Iterator[Way]:
    """Yield what the new percentages add up to, without what is already being paid."""
    before = Valuation(whole.paid, whole.paid, whole.window, None).headline_percent
    if whole.headline_percent is None or not before or whole.headline_percent == before:
        return
    way = Way("new_sum", whole.headline_percent - before)
    if not _near(way.rise, (single.rise for single in singles)):
        yield way
    for base, figure in _one_offs(whole, None, new=True):
        yield way._replace(one_off=figure, base=base)


def _one_offs(whole: Valuation, year: int | None, *, new: bool = False) -> Iterator[tuple[Base, Fraction]]:
    """Yield one-off money as a percentage: that of one pay year, or of the whole deal.

    Percentages are added as they stand, whatever they are of; sums of money are set against pay.
    """
    span = whole.years[year - 1].span if year else None
    start, end = (span.start, span.end) if span else (ZERO, whole.months)
    payments = [
        payment
        for payment in whole.schedule.payments
        if payment.amount and start <= whole.month(payment) < end and not (new and payment.lump.in_payment)
    ]
    if not payments:
        return
    percentages = all(applied.term.kind in PERCENTAGES for payment in payments for applied in payment.working)
    bases: tuple[Base, ...] = ("own",) if percentages else ("before", "in_payment", "in_force")
    for base in bases:
        shares = (payment.amount / (_pay(whole, payment, base) * whole.fte) for payment in payments)
        yield base, sum(shares, ZERO) * 100


def _pay(whole: Valuation, payment: Payment, base: Base) -> Fraction:
    if base == "before":
        return whole.rate_before
    if base == "in_payment":
        return whole.schedule.in_payment.rate_on(payment.day)
    return whole.schedule.rate_on(payment.day) if base == "in_force" else payment.base


def _applied(whole: Valuation) -> Iterator[tuple[date, Applied]]:
    """Yield the terms that change pay within the months counted, with their day."""
    for step in whole.schedule.steps:
        if whole.clock.at(step.start) < whole.months:
            yield from (
                (step.start, applied)
                for part in step.parts
                for applied in part.working
                if applied.after != applied.before
            )


def _parts(whole: Valuation) -> tuple[Fraction, ...]:
    return tuple(applied.figure for _, applied in _applied(whole) if applied.term.kind in PERCENTAGES)


def _percentages_alone(whole: Valuation) -> Iterator[Way]:
    """Yield what several percentages compound to where sums in pounds stand beside them; none may be of other pay."""
    applied = [applied for _, applied in _applied(whole) if applied.term.kind in PERCENTAGES]
    if whole.headline_percent is None and len(applied) > 1 and all(each.base == each.before for each in applied):
        yield Way("percentages", 100 * (math.prod((1 + each.figure / 100 for each in applied), start=Fraction(1)) - 1))


def _singles(whole: Valuation) -> list[Way]:
    percentages = [(day, applied.figure) for day, applied in _applied(whole) if applied.term.kind in PERCENTAGES]
    return [Way("one_rise", figure, day=day, number=number) for number, (day, figure) in enumerate(percentages, 1)]


def _dates(whole: Valuation) -> int:
    return len({day for day, _ in _applied(whole)})


def _near(percent: Fraction, others: Iterable[Fraction]) -> bool:
    return any(abs(percent - other) < ALIKE for other in others)
