"""What the figures say, as data: findings that the report turns into sentences.

Offers are compared with offers only over the months that every one of them covers, on extra pay, in every
reading. An order is *clear* where the sign is the same and the gap at least £1 a month in each reading, *level*
where it is under £1 a month in each, and otherwise it *depends* on what the offers leave open.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise, product
from typing import NamedTuple

from payoffer.compare import Comparison, Figures, Read, Valued
from payoffer.crossing import Crossings, crossings, in_play
from payoffer.errors import NotValued
from payoffer.keeping import Keeping, keeping
from payoffer.pay_over import Window
from payoffer.periods import Clock
from payoffer.schedule import PaySchedule
from payoffer.settle import Follows, dated, readings, with_next
from payoffer.valuation import Valuation


class Order(StrEnum):
    """How one offer stands to the next in an order by extra pay."""

    CLEAR = "clear"
    LEVEL = "level"
    DEPENDS = "depends"


class Span(NamedTuple):
    """The least and the most of a figure over the readings of an offer, exact."""

    low: Fraction
    high: Fraction


class Condition(NamedTuple):
    """What is supposed of an offer after it has run out: no rise, or a stated one."""

    offer: Valued
    follows: Follows | None


class Ranked(NamedTuple):
    """Offers in order of extra pay over some months, most first; ``orders`` stand between neighbours."""

    months: Fraction
    offers: tuple[Valued, ...]
    orders: tuple[Order, ...]
    extra_cash: tuple[Span, ...]
    one_off_cash: tuple[Span, ...]
    rate_at_end: tuple[Span, ...]
    conditions: tuple[Condition, ...] = ()

    @property
    def clear(self) -> bool:
        """Whether every neighbour is clearly behind the one before."""
        return all(order is Order.CLEAR for order in self.orders)

    @property
    def never_behind(self) -> bool:
        """Whether the first of two is at least level in every reading, though it does not clearly add more in each."""
        return self.extra_cash[0].low >= self.extra_cash[1].high

    @property
    def end_to_tell(self) -> bool:
        """Whether basic pay at the end has to be told: it may order the other way, or extra pay does not decide."""
        first, second = self.rate_at_end[0], self.rate_at_end[1]
        return first.low < second.high if self.clear else first != second


class LevelRise(NamedTuple):
    """The rises, in percent, right after ``offer`` has run out that would make it level with ``against``."""

    offer: Valued
    against: Valued
    percents: Span
    proposed: Ranked | None


class Longer(NamedTuple):
    """The months after those that every offer covers: which offers go on, and the order on conditions of the others."""

    goes_on: tuple[Valued, ...]
    ranked: Ranked
    level_rise: LevelRise | None


class KeepingUp(NamedTuple):
    """One price index against every offer, each over its own months."""

    number: int
    keeping: tuple[Keeping, ...]


class InPayment(NamedTuple):
    """An offer of which a part is already being paid."""

    offer: Valued
    nothing_new: bool


class Verdict(NamedTuple):
    """All findings, in the order in which they are told."""

    ranked: Ranked | None
    longer: Longer | None
    keeping_up: tuple[KeepingUp, ...]
    in_payment: tuple[InPayment, ...]
    salary_matters: bool
    crossings: Crossings
    crossings_after: Crossings

    @property
    def same_on_any_pay(self) -> bool:
        """Whether the order over the months all cover is clear, and the same on any pay that was looked at."""
        return _same(self.ranked, self.crossings)

    @property
    def same_after_on_any_pay(self) -> bool:
        """Whether that holds of the order over all the months counted, where they are more."""
        return _same(self.longer.ranked if self.longer else None, self.crossings_after)


def _same(ranked: Ranked | None, found: Crossings) -> bool:
    return bool(ranked and ranked.clear and found.complete and not found.found)


def verdict(answer: Comparison) -> Verdict:
    """Find what can be said of a comparison."""
    several = len(answer.offers) > 1
    matters = several and not answer.question.pay.points and in_play(answer)
    sought = matters and not answer.question.pay.now
    unsought = Crossings((), complete=not matters)
    return Verdict(
        ranked=rank(answer.offers, "covered", ()) if several else None,
        longer=_longer(answer) if several and answer.longer else None,
        keeping_up=tuple(_keeping_up(answer, number) for number in range(len(answer.question.prices))),
        in_payment=tuple(_in_payment(answer)),
        salary_matters=matters,
        crossings=crossings(answer) if sought else unsought,
        crossings_after=crossings(answer, "window") if sought and answer.longer else unsought,
    )


def span(values: Iterable[Fraction]) -> Span:
    """Return the least and the most of some figures."""
    found = list(values)
    return Span(min(found), max(found))


def over_readings(offer: Valued, window: str, figure: str) -> Span:
    """Return the span of a figure of one window over the readings of an offer."""
    return span(getattr(getattr(read.figures, window), figure) for read in offer.reads)


def order(gaps: Iterable[Fraction], months: Fraction) -> Order:
    """Return how two offers stand, from how far the first is ahead in each pair of readings."""
    found = list(gaps)
    if all(abs(gap) < months for gap in found):
        return Order.LEVEL
    return Order.CLEAR if all(gap >= months for gap in found) else Order.DEPENDS


def pairs(one: Valued, other: Valued) -> list[tuple[Read, Read]]:
    """Return the readings of two offers that can both be true.

    Offers to the same people leave the same question open in the same way, so it is closed alike in both; a
    reading without one like it in the other offer is set against all of them.
    """
    every = list(product(one.reads, other.reads))
    if one.offer.group != other.offer.group:
        return every
    alike = [(a, b) for a, b in every if _alike(a, b)]
    firsts, seconds = {id(a) for a, _ in alike}, {id(b) for _, b in alike}
    return [(a, b) for a, b in every if (a, b) in alike or id(a) not in firsts or id(b) not in seconds]


def _alike(one: Read, other: Read) -> bool:
    closed = {assumed.kind: assumed.value for assumed in one.assumes}
    return all(closed.get(assumed.kind, assumed.value) == assumed.value for assumed in other.assumes)


def rank(offers: tuple[Valued, ...], window: str, conditions: tuple[Condition, ...]) -> Ranked:
    """Put offers in order of extra pay over ``window``, most first."""

    def extra(read: Read) -> Fraction:
        cash: Fraction = getattr(read.figures, window).extra_cash
        return cash

    spans = {offer.id: over_readings(offer, window, "extra_cash") for offer in offers}
    months: Fraction = getattr(offers[0].reads[0].figures, window).months
    ranked = tuple(sorted(offers, key=lambda offer: spans[offer.id], reverse=True))
    return Ranked(
        months,
        ranked,
        tuple(order((extra(a) - extra(b) for a, b in pairs(one, other)), months) for one, other in pairwise(ranked)),
        tuple(spans[offer.id] for offer in ranked),
        tuple(over_readings(offer, window, "one_off_cash") for offer in ranked),
        tuple(over_readings(offer, window, "rate_at_end") for offer in ranked),
        conditions,
    )


def _longer(answer: Comparison) -> Longer:
    ended = [offer for offer in answer.offers if Clock(offer.anchor).at(offer.deal.end) < answer.months]
    goes_on = tuple(offer for offer in answer.offers if offer not in ended)
    conditions = tuple(Condition(offer, offer.follows) for offer in ended)
    silent = [offer for offer in ended if offer.reads[0].figures.window.window.silent]
    return Longer(goes_on, rank(answer.offers, "window", conditions), _level_rise(answer, silent))


def _level_rise(answer: Comparison, silent: list[Valued]) -> LevelRise | None:
    """Return what would make two offers level of which one has run out."""
    if len(answer.offers) != 2 or len(silent) != 1:  # noqa: PLR2004
        return None
    offer = silent[0]
    against = next(other for other in answer.offers if other is not offer)
    percents = span(level_rises(answer, offer, against))
    with_it = proposed(answer, offer) if offer.offer.proposed and not offer.follows else None
    condition = Condition(offer, Follows(None))
    ranked = rank((with_it, against), "window", (condition,)) if with_it else None
    return LevelRise(offer, against, percents, ranked)


def level_rises(answer: Comparison, offer: Valued, against: Valued) -> list[Fraction]:
    """Return, for each pair of readings, the rise in percent that makes ``offer`` level over the window.

    It is the consolidated rise in the first month that ``offer`` no longer covers.
    """
    rises = []
    for read, other in pairs(offer, against):
        whole = read.figures.window
        end = whole.window.runs_to or answer.months
        gap = other.figures.window.extra_cash - whole.extra_cash
        rises.append(gap / whole.pay_between(end, answer.months) * 100)
    return rises


def proposed(answer: Comparison, offer: Valued) -> Valued | None:
    """Return an offer as it stands with what has been proposed to follow it; None where that has no value yet."""
    first = offer.reads[0]
    window = first.figures.window
    until = window.clock.day(int(-(-answer.months // 1)))
    reads = []
    try:
        for reading in readings(dated(offer.offer, offer.deal.start), answer.question.given):
            closed = with_next(reading.offer, offer.deal, Follows(None), until)
            schedule = PaySchedule(closed, first.schedule.person)
            whole = Valuation(schedule, schedule, Window(offer.anchor, answer.months), window.prices)
            reads.append(Read(reading.assumes, schedule, (Figures(whole, whole, whole),)))
    except NotValued:
        return None
    return offer._replace(reads=tuple(reads))


def _keeping_up(answer: Comparison, number: int) -> KeepingUp:
    return KeepingUp(number, tuple(keeping(offer, number) for offer in answer.offers))


def _in_payment(answer: Comparison) -> Iterator[InPayment]:
    return (InPayment(offer, offer.nothing_new) for offer in answer.offers if partly_paid(offer))


def partly_paid(offer: Valued) -> bool:
    """Say whether some part of an offer is already being paid, so that its new money is less than its extra pay."""
    once = any(payment.amount for payment in offer.reads[0].schedule.in_payment.payments)
    return offer.nothing_new or once or offer.rate_in_payment != offer.rate_before
