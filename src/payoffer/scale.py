"""Offers applied to every point of a pay scale.

A point is a question like any other: each is asked of ``compare``, so that a row of a scale and the same point asked
for alone are one figure. A scale is put into the offer's own document, and its pay is looked up as for ``--point``.

Offers on one scale are paired: a row holds all of them, side by side. Offers on different scales are not, since a point
of one scale is no point of another: each has a table of its own, over its own months.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.asked import Named, Question
from payoffer.compare import Comparison, Read, Scale, Valued, compare
from payoffer.crossing import Crossings, crossings
from payoffer.errors import NotValued, UnknownName, UsageProblem
from payoffer.laid import NO_DATE, first_days
from payoffer.periods import YEAR, latest_before, long_day
from payoffer.point_names import parted
from payoffer.steps import Step
from payoffer.valuation import Valuation
from payoffer.verdict import Order, Span, order, pairs, rank, span


class PayScale(NamedTuple):
    """A pay scale: what it is called, the file it came from, and the days it has pay from, if they are known."""

    name: str
    file: str
    days: tuple[date, ...] = ()


class OnScale(NamedTuple):
    """An offer whose document holds the points of one scale alone; ``foreign`` where it does not name that scale."""

    named: Named
    scale: PayScale
    foreign: bool = False


class Row(NamedTuple):
    """One pay point: every offer of a table on it. ``name`` is the point without its area, where all have the same."""

    point: str
    name: str
    answer: Comparison


class Table(NamedTuple):
    """One scale: its points in order, the day that each offer's pay before is of, and why points are left out."""

    scale: PayScale
    rows: tuple[Row, ...]
    before: Mapping[str, date | None]
    foreign: frozenset[str]
    left_out: Mapping[str, str]

    def each(self, number: int) -> list[Valued]:
        """Return offer ``number`` (from 0) at every point."""
        return [row.answer.offers[number] for row in self.rows]


class Scaled(NamedTuple):
    """Offers on their scales: one table where they are paired, else one an offer."""

    question: Question
    tables: tuple[Table, ...]

    @property
    def paired(self) -> bool:
        """Whether several offers stand side by side at each point."""
        return len(self.tables[0].rows[0].answer.offers) > 1

    @property
    def offers(self) -> list[tuple[Table, int]]:
        """Each offer: its table, and its place in the rows of it."""
        return [(table, number) for table in self.tables for number in range(len(table.rows[0].answer.offers))]


class Ahead(NamedTuple):
    """Which offer adds most at a point over the months all cover, and how far the next is behind.

    ``tied`` are ``first`` and those that it is not clearly ahead of, as they were named; ``order`` says whether they
    are level or it depends, and is clear where ``first`` is alone. ``gaps`` hold the extra pay of each of them and
    of the next, for each pair of readings; none where all are tied, or it depends: what one of them leaves open may
    put it behind the next.
    """

    order: Order
    first: Valued
    tied: tuple[Valued, ...]
    gaps: tuple[tuple[Fraction, Fraction], ...]


def on_scales(offers: Sequence[OnScale], question: Question, scale: Scale) -> Scaled:
    """Apply offers to every point of their scales; ``scale`` looks up pay points as ``compare`` has it.

    Raises ``UnknownName`` for a scale without pay before an offer, ``NotValued`` where no point has a value.
    """
    if len({one.scale for one in offers}) == 1:
        return Scaled(question, (_table(tuple(offers), question, scale),))
    return Scaled(question, tuple(_table((one,), question, scale) for one in offers))


def _table(offers: tuple[OnScale, ...], question: Question, scale: Scale) -> Table:
    starts = first_days(tuple(one.named for one in offers), question)
    days = [_day(one, day, min(starts)) for one, day in zip(offers, starts, strict=True)]
    found = [_points(one, day, scale) for one, day in zip(offers, days, strict=True)]
    known = {one.named.id: points for one, points in zip(offers, found, strict=True)}
    before = {one.named.id: latest_before(one.scale.days, day) for one, day in zip(offers, days, strict=True)}
    names = list(dict.fromkeys(name for points in found for name in points))
    left_out = {
        name: f"its pay before {one.named.id} is not known"
        for name in names
        for one in reversed(offers)
        if name not in known[one.named.id]
    }
    areas = {parted(name).area for name in names}
    rows: list[Row] = []
    refused: list[NotValued] = []
    for name in (name for name in names if name not in left_out):
        pay = question.pay._replace(points=dict.fromkeys(known, name))
        named = tuple(one.named for one in offers)
        try:
            answer = compare(named, question._replace(pay=pay), lambda named, _: known[named.id])
            rows.append(Row(name, parted(name).point if len(areas) == 1 else name, answer))
        except NotValued as reason:
            refused.append(reason)
            left_out[name] = str(reason)
    if not rows and refused:
        raise refused[0]
    if not rows:
        raise UnknownName(f"{offers[0].scale.name}: no point has pay before each of these offers: name them one by one")
    foreign = frozenset(one.named.id for one in offers if one.foreign)
    return Table(offers[0].scale, tuple(rows), before, foreign, left_out)


def _day(one: OnScale, day: date, first: date) -> date:
    """Return the day that an offer's pay on its scale is looked up before.

    Its own first day; that of the earliest offer where it does not name the scale. Without any date that of the only
    pay there is; raises ``UsageProblem`` where a scale has pay from several days.
    """
    if day == NO_DATE and len(one.scale.days) > 1:
        last = one.scale.days[-1]
        days = ", ".join(long_day(day) for day in one.scale.days)
        raise UsageProblem(
            f"{one.named.offer.name} names no day, and {one.scale.name} has pay from {days}: say from which day the "
            f'offer counts, as in "5% from {last.isoformat()}", to start from the pay before it'
        )
    if day == NO_DATE:
        return date.max
    return first if one.foreign else day


def _points(one: OnScale, day: date, scale: Scale) -> Mapping[str, Fraction]:
    try:
        return scale(one.named, day)
    except UnknownName:
        raise UnknownName(
            f"{one.scale.name}: no pay before {long_day(day)} is on this scale, so {one.named.offer.name} cannot start "
            "from it: name another with --scale, or a file of your own, as point,annual_gbp"
        ) from None


def window(offer: Valued, question: Question) -> str:
    """Return which months the figures of an offer's own table count: the deal's own, unless others are asked for."""
    return "window" if question.months is not None or offer.follows else "own"


def figures(offer: Valued, question: Question, price: int = 0) -> list[Valuation]:
    """Return the figures of each reading, against price index ``price``, over the months of the offer's table."""
    name = window(offer, question)
    return [getattr(read.by_prices[price], name) for read in offer.reads]


def over(offer: Valued, question: Question, figure: str) -> Span:
    """Return the span of a figure over the readings, over the months of the offer's table."""
    return span(getattr(valuation, figure) for valuation in figures(offer, question))


def annual_rise(valuation: Valuation) -> Fraction:
    """Return the rise in basic pay a year over the months counted, in pounds for the hours worked."""
    return valuation.monthly_rise * YEAR


def steps(valuation: Valuation) -> list[Step]:
    """Return the steps of basic pay that fall in the months counted."""
    return [step for step in valuation.schedule.steps if valuation.clock.at(step.start) < valuation.months]


def step_days(table: Table, number: int, question: Question) -> list[date]:
    """Return the days on which an award takes effect at any point of a table, in the months counted."""
    every = (each for offer in table.each(number) for each in figures(offer, question))
    return sorted({step.start for each in every for step in steps(each)})


def ahead(row: Row, months: str = "covered") -> Ahead:
    """Return which offers of a row add most, over the months all cover or the ``window``, and how far they are ahead.

    Each is set against the first itself, not against its neighbour in the order: an offer that leaves much open may
    come last by its least sum and first by its most.
    """
    ranked = rank(row.answer.offers, months, ())
    first, *others = ranked.offers

    def extra(read: Read) -> Fraction:
        cash: Fraction = getattr(read.figures, months).extra_cash
        return cash

    def gaps(one: Valued, other: Valued) -> list[tuple[Fraction, Fraction]]:
        return [(extra(a), extra(b)) for a, b in pairs(one, other)]

    orders = {other.id: order((a - b for a, b in gaps(first, other)), ranked.months) for other in others}
    behind = [other for other in others if orders[other.id] is Order.CLEAR]
    tied = tuple(offer for offer in row.answer.offers if offer not in behind)
    kinds = {orders[offer.id] for offer in tied if offer is not first} or {Order.CLEAR}
    kind = Order.DEPENDS if Order.DEPENDS in kinds else kinds.pop()
    ahead_of_next = () if kind is Order.DEPENDS else tied
    over_next = (gap for offer in ahead_of_next for gap in gaps(offer, behind[0])) if behind else ()
    return Ahead(kind, first, tied, tuple(over_next))


def places(scaled: Scaled) -> Crossings:
    """Return the salaries at which offers change places, looked for off the scale, at any salary.

    Incomplete where some salary has no value without a pay point.
    """
    offers = tuple(table.rows[0].answer.offers[number].named for table, number in scaled.offers)
    rows = scaled.tables[0].rows
    pay = scaled.question.pay._replace(salary=rows[len(rows) // 2].answer.offers[0].rate_before, points={})
    try:
        return crossings(compare(offers, scaled.question._replace(pay=pay), lambda _named, _day: {}))
    except NotValued:
        return Crossings((), complete=False)
