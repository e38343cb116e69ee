"""Offers side by side: whose months are counted, each offer read and valued over them.

Values in, values out: no formatting here. Offers to one group of people share the earliest start of them;
offers to different groups each run from their own. ``covered`` counts the months that every offer covers,
``window`` those of the longest deal or of ``--months``, ``own`` each deal's own.
"""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from payoffer.deal import Deal, all_in_payment, deal, in_payment_part
from payoffer.errors import NotValued
from payoffer.money import PENNY, pence
from payoffer.offer import Offer
from payoffer.pay_over import Window
from payoffer.periods import Clock, long_day
from payoffer.point_names import find_point
from payoffer.prices import PriceIndex, Prices, SeriesPrices
from payoffer.schedule import PaySchedule
from payoffer.settle import Assumption, Follows, Given, Reading, dated, readings, runs_to, with_next, without_conditions
from payoffer.steps import Person
from payoffer.valuation import Valuation

Align = Literal["years", "dates"]
KindOfFile = Literal["bundled", "own", "local", "shorthand"]
NO_DATE = date(2000, 1, 1)
"""Where the clock of an offer without dates starts; never printed."""


class Named(NamedTuple):
    """An offer as it was asked for: its id, the document, and the file it came from.

    ``hides``: the bundled offer of that name. ``beside``: the id of the offer whose start and people it takes.
    """

    id: str
    offer: Offer
    file: str
    kind_of_file: KindOfFile
    hides: str | None = None
    beside: str | None = None


class Pay(NamedTuple):
    """Whose pay: a full-time salary a year (before the first award, or today's), or a point of a scale."""

    salary: Fraction
    now: bool = False
    points: Mapping[str, str] = {}
    fte: Fraction = Fraction(1)
    week: Fraction | None = None


class Question(NamedTuple):
    """Everything that is asked beside the offers themselves; ``follows`` by offer id."""

    pay: Pay
    prices: tuple[Prices, ...] = ()
    months: int | None = None
    align: Align | None = None
    follows: Mapping[str, Follows] = {}
    given: Given = Given({})


class Figures(NamedTuple):
    """One reading against one price index, over the three windows."""

    window: Valuation
    covered: Valuation
    own: Valuation


class Read(NamedTuple):
    """One reading of an offer: what it assumes, the pay it gives, and its figures for each price index."""

    assumes: tuple[Assumption, ...]
    schedule: PaySchedule
    by_prices: tuple[Figures, ...]

    @property
    def figures(self) -> Figures:
        """The figures against the first price index, or against none."""
        return self.by_prices[0]


class Valued(NamedTuple):
    """One offer, valued: its span, the anchor its months are counted from, and its readings, least first."""

    named: Named
    deal: Deal
    anchor: date
    dated: bool
    follows: Follows | None
    reads: tuple[Read, ...]

    @property
    def id(self) -> str:
        """The name it was asked for by."""
        return self.named.id

    @property
    def offer(self) -> Offer:
        """The document as it was written."""
        return self.named.offer

    @property
    def point(self) -> str | None:
        """The pay point that all this is for, by its whole name; None for a salary."""
        return self.reads[0].schedule.person.point

    @property
    def rate_before(self) -> Fraction:
        """Full-time pay a year before the first award counted."""
        return self.reads[0].schedule.start_rate

    @property
    def rate_in_payment(self) -> Fraction:
        """Full-time pay a year with all awards already being paid."""
        return self.reads[0].schedule.in_payment.rate_on(date.max)

    @property
    def nothing_new(self) -> bool:
        """Whether every part of the offer is already being paid."""
        return all_in_payment(self.offer)


class Comparison(NamedTuple):
    """The offers valued over the same months."""

    question: Question
    months: Fraction
    months_covered: Fraction
    align: Align
    same_people: bool
    offers: tuple[Valued, ...]

    @property
    def one_point(self) -> str | None:
        """The one pay point of the same people, with one pay before; None where they differ, or for a salary."""
        own = {(offer.point, offer.rate_before) for offer in self.offers}
        return self.offers[0].point if len(own) == 1 and self.same_people else None

    @property
    def longer(self) -> bool:
        """Whether some offer, or the months asked for, go beyond what every offer covers."""
        return self.months > self.months_covered


Scale = Callable[[Named, date], Mapping[str, Fraction]]


def compare(offers: tuple[Named, ...], question: Question, scale: Scale) -> Comparison:
    """Value every offer over the same months.

    ``scale`` looks up an offer's pay points as they stood before a day. Raises ``NotValued`` for an offer
    that does not say enough.
    """
    settled, deals, anchors, same_people = _laid(offers, question)
    ends = [Clock(anchor).at(span.end) for anchor, span in zip(anchors, deals, strict=True)]
    _refuse_apart(settled, deals, anchors, ends)
    months = Fraction(question.months or max(span.months for span in deals))
    covered = min(*ends, months)
    valued = tuple(
        _valued(original, named.offer, span, anchor, (months, covered), question, scale)
        for original, named, span, anchor in zip(offers, settled, deals, anchors, strict=True)
    )
    align: Align = "dates" if len(set(anchors)) == 1 and (same_people or question.align == "dates") else "years"
    return Comparison(question, months, covered, align, same_people, valued)


class Laid(NamedTuple):
    """Offers laid on the calendar: each with its dates settled, its span, the day its months are counted from."""

    offers: list[Named]
    deals: list[Deal]
    anchors: list[date]
    same_people: bool


def first_days(offers: tuple[Named, ...], question: Question) -> list[date]:
    """Return the day from which the months of each offer are counted: its pay before is that of the day before."""
    return _laid(offers, question).anchors


def _laid(offers: tuple[Named, ...], question: Question) -> Laid:
    counted = (
        offers
        if question.given.conditional
        else tuple(named._replace(offer=without_conditions(named.offer)) for named in offers)
    )
    starts = _starts(counted)
    settled = [named._replace(offer=dated(named.offer, starts[number])) for number, named in enumerate(counted)]
    deals = [deal(named.offer) for named in settled]
    return Laid(settled, deals, *_anchors(settled, deals, question.align))


def _refuse_apart(offers: list[Named], deals: list[Deal], anchors: list[date], ends: list[Fraction]) -> None:
    """Raise ``NotValued`` where, on one clock, one offer begins after another has run out: no month has both."""
    starts = [Clock(anchor).at(span.start) for anchor, span in zip(anchors, deals, strict=True)]
    late, early = starts.index(max(starts)), ends.index(min(ends))
    if starts[late] >= ends[early]:
        raise NotValued(
            f"{offers[late].offer.name} begins on {long_day(deals[late].start)}, after {offers[early].offer.name} has "
            f"ended on {long_day(deals[early].until)}, so no month has both: add --align years to count each from its "
            "own start"
        )


def _starts(offers: tuple[Named, ...]) -> list[date]:
    """Return where the clock of an offer without dates starts: with a dated one beside it, of its group first."""
    spans = {named.id: deal(named.offer) for named in offers if named.offer.dated()}
    starts = []
    for named in offers:
        groups = [
            spans[other.id].start
            for other in offers
            if other.id in spans and other.offer.group in {None, named.offer.group}
        ]
        starts.append(min(groups or [span.start for span in spans.values()] or [NO_DATE]))
    return starts


def _anchors(offers: list[Named], deals: list[Deal], align: Align | None) -> tuple[list[date], bool]:
    """Return each offer's anchor, and whether all are alternatives for the same people."""
    groups = {named.offer.group for named in offers}
    named_groups = groups - {None}
    only = next(iter(named_groups)) if len(named_groups) == 1 else None
    keys = [named.offer.group or only for named in offers]
    same = len(set(keys)) == 1
    if align == "years":
        return [span.start for span in deals], same
    if align == "dates":
        keys = [None] * len(offers)
    return [min(span.start for other, span in zip(keys, deals, strict=True) if other == key) for key in keys], same


def _valued(  # noqa: PLR0913, PLR0917
    named: Named,
    offer: Offer,
    span: Deal,
    anchor: date,
    windows: tuple[Fraction, Fraction],
    question: Question,
    scale: Scale,
) -> Valued:
    months, covered = windows
    follows = question.follows.get(named.id)
    clock = Clock(anchor)
    until = clock.day(int(-(-months // 1)))
    runs = runs_to(offer, span, follows, clock)
    found: list[Read] = []
    for reading in readings(offer, question.given):
        person = _person(named, reading, anchor, question.pay, scale)
        schedule, paid = (
            PaySchedule(with_next(part, span, follows, until, question.given), person)
            for part in (reading.offer, in_payment_part(reading.offer))
        )
        own = Window(span.start, span.months, span.months)
        figures = tuple(
            Figures(
                *(
                    Valuation(schedule, paid, window, _on(prices, window, named))
                    for window in (Window(anchor, months, runs), Window(anchor, covered, runs), own)
                )
            )
            for prices in (question.prices or (None,))
        )
        found.append(Read(reading.assumes, schedule, figures))
    return Valued(named, span, anchor, named.offer.dated(), follows, _distinct(found))


def _on(prices: Prices | None, window: Window, named: Named) -> PriceIndex | None:
    """Return prices on the clock of a window; a series has months, so it needs a deal with dates."""
    if isinstance(prices, SeriesPrices) and window.anchor == NO_DATE:
        raise NotValued(
            f"{named.offer.name}: no dates are given, so no months of {prices.name} are meant: give rates a year, such "
            "as --inflation 4.1,3, or put dates in the file"
        )
    return prices.on(window.anchor, window.months) if prices else None


def _distinct(reads: list[Read]) -> tuple[Read, ...]:
    """Order readings by extra pay, least first, and drop those that come to the same."""
    reads.sort(key=_worth)
    return tuple(read for number, read in enumerate(reads) if number == 0 or _worth(read) != _worth(reads[number - 1]))


def _worth(read: Read) -> tuple[Fraction, ...]:
    figures = read.figures
    return (
        figures.window.extra_cash,
        figures.covered.extra_cash,
        figures.own.extra_cash,
        figures.window.rate_at_end,
    )


def _person(named: Named, reading: Reading, anchor: date, pay: Pay, scale: Scale) -> Person:
    point = pay.points.get(named.id)
    if point is not None:
        points = scale(named, anchor)
        point = find_point(point, points, named.offer.name)
        return Person(points[point], point, points, pay.fte, pay.week)
    points = {name: Fraction(sum_) for name, sum_ in named.offer.points.items()}
    person = Person(pay.salary, None, points, pay.fte, pay.week)
    return person._replace(pay=pay_before(reading.offer, person)) if pay.now else person


def pay_before(offer: Offer, person: Person) -> Fraction:
    """Return the pay before the first award from which the awards in payment make ``person.pay`` today.

    Rounding may leave no pay that makes it exactly; then the one that makes a penny more is meant.
    Raises ``NotValued`` where no pay before, or more than one, gives today's.
    """
    part = in_payment_part(offer)
    if not part.award:
        return person.pay

    def now(pennies: int) -> Fraction:
        pay = Fraction(pennies, 100)
        try:
            return PaySchedule(part, person._replace(pay=pay)).rate_on(date.max)
        except NotValued:
            if pay >= person.pay:
                raise
            return Fraction(0)

    low, high = 1, int(person.pay * 200)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if now(middle) < person.pay else (low, middle)
    before = Fraction(low, 100)
    if abs(now(low) - person.pay) > PENNY:
        message = (
            f"{offer.name}: no pay before the awards already being paid makes "
            f"{pence(person.pay)} now: give the pay before them with --salary"
        )
        raise NotValued(message)
    if now(low + 1) == person.pay:
        message = (
            f"{offer.name}: more than one pay before the awards makes {pence(person.pay)} now: "
            "give the pay before them with --salary"
        )
        raise NotValued(message)
    return before
