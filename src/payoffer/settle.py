"""What an offer leaves open, closed: everything downstream sees only offers that say everything.

An offer with a gap filled is just another offer. Bases of one-offs that are not stated
vary together, the ends of ranges move together; each way of reading is spelled out in ``assumes``.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.deal import Deal, deal
from payoffer.document import ByPoint, Figure, Range
from payoffer.errors import NotValued
from payoffer.money import plain
from payoffer.offer import Offer
from payoffer.offer_parts import IN_FORCE, IN_PAYMENT, UNSTATED, Award
from payoffer.periods import DAY, YEAR, Clock, add_months
from payoffer.published_rates import IndexRate, PublishedRates, index_of
from payoffer.uplift import BEFORE, Term

ENDS = ("lowest", "highest")
PROPOSED = "proposed"


class Assumption(NamedTuple):
    """One question closed: ``kind`` is base, range or index; ``value`` how; ``text`` both in words.

    Where an index is a forecast, ``forecast_from`` is the day of the pay that follows it, and ``once`` says that it is
    a one-off, which is not in later pay.
    """

    kind: str
    value: str
    text: str
    forecast_from: date | None = None
    once: bool = False


class Reading(NamedTuple):
    """One way to read an offer: what it assumes, and the offer that then says everything."""

    assumes: tuple[Assumption, ...]
    offer: Offer


class Given(NamedTuple):
    """What the user adds: figures of indices, in percent, and whether to count parts on a condition.

    ``published`` looks up the rate of an index by name and month where the user gives no figure.
    """

    indices: Mapping[str, Decimal]
    conditional: bool = False
    published: PublishedRates | None = None

    def rate(self, term: Term) -> IndexRate:
        """Return the rate that a term follows: the user's figure of its month, of the index, or the published one."""
        name = (term.index or "").casefold()
        dated = f"{name}@{term.month:%Y-%m}" if term.month else name
        figure = self.indices.get(dated, self.indices.get(name))
        month = term.month.replace(day=1) if term.month else None
        if figure is not None:
            beside = self.published.beside(figure, name, month) if self.published else None
            return beside or IndexRate(figure, yours=True)
        return self.published.rate(name, month) if self.published and month else IndexRate(None)


NOTHING_GIVEN = Given({})


class Follows(NamedTuple):
    """The rise assumed after an offer has run out: percent every twelve months, or what has been proposed."""

    percent: Decimal | None

    @property
    def proposed(self) -> bool:
        """Whether it is what the employer has said may follow."""
        return self.percent is None


def readings(offer: Offer, given: Given) -> list[Reading]:
    """Return every way to read a dated offer.

    Raises ``NotValued`` for an index without a figure.
    """
    offer = without_conditions(offer) if not given.conditional else offer
    offer, assumed = _with_indices(offer, given)
    found = [Reading(tuple(assumed), offer)]
    if any(lump.of == UNSTATED for lump in offer.lump_sum):
        found = [_with_base(reading, base) for reading in found for base in (BEFORE, IN_PAYMENT, IN_FORCE)]
    if any(_has_range(term) for term in _terms(offer)):
        found = [_with_end(reading, end) for reading in found for end in ENDS]
    return found


def without_conditions(offer: Offer) -> Offer:
    """Return the offer without the parts that hang on a condition.

    Raises ``NotValued`` where nothing is left.
    """
    awards = tuple(award for award in offer.award if award.condition is None)
    lumps = tuple(lump for lump in offer.lump_sum if lump.condition is None)
    if not awards and not lumps:
        message = f"{offer.name}: every part of this offer hangs on a condition: add --conditional to count them"
        raise NotValued(message)
    return offer.model_copy(update={"award": awards, "lump_sum": lumps})


def dated(offer: Offer, start: date) -> Offer:
    """Return an offer that gives year numbers as if its first pay year began on ``start``."""
    if offer.dated():
        return offer

    def day(year: int | None) -> date:
        return add_months(start, YEAR * ((year or 1) - 1))

    awards = tuple(award.model_copy(update={"effective": day(award.year), "year": None}) for award in offer.award)
    proposed = tuple(part.model_copy(update={"effective": day(part.year), "year": None}) for part in offer.proposed)
    lumps = tuple(
        lump.model_copy(update={"covers": (day(lump.year), day((lump.year or 1) + 1) - DAY), "year": None})
        for lump in offer.lump_sum
    )
    return offer.model_copy(update={"award": awards, "lump_sum": lumps, "proposed": proposed, "start": start})


def with_next(offer: Offer, span: Deal, follows: Follows | None, until: date, given: Given = NOTHING_GIVEN) -> Offer:
    """Return the offer with what is assumed to follow it, up to the day ``until``.

    Raises ``NotValued`` where what has been proposed is asked for and nothing has been, or an index without a figure.
    """
    if follows is None:
        return offer
    if follows.proposed:
        if not offer.proposed:
            message = f"{offer.name}: nothing has been proposed after this offer: give a rate, such as --next 3"
            raise NotValued(message)
        for term in (term for part in offer.proposed for term in part.uplift if term.index):
            index_percent(offer, term, given)
        more = [award for award in _proposed(offer) if award.day < until]
    else:
        days = (add_months(span.end, YEAR * year) for year in range(10))
        term = Term.model_construct(percent=follows.percent)
        more = [Award.model_construct(effective=day, uplift=(term,)) for day in days if day < until]
    return offer.model_copy(update={"award": (*offer.award, *more)})


def runs_to(offer: Offer, span: Deal, follows: Follows | None, clock: Clock) -> Fraction | None:
    """Return the month up to which the offer, with what is assumed to follow, says anything; None: for good."""
    if follows is None:
        return clock.at(span.end)
    if follows.proposed:
        longer = deal(offer.model_copy(update={"award": (*offer.award, *_proposed(offer)), "until": None}))
        return clock.at(max(longer.end, span.end))
    return None


def _proposed(offer: Offer) -> list[Award]:
    return [
        Award.model_construct(effective=part.effective, uplift=part.uplift, per=part.per) for part in offer.proposed
    ]


def _terms(offer: Offer) -> Iterator[Term]:
    for award in offer.award:
        yield from award.uplift
    for lump in offer.lump_sum:
        yield from lump.pay
    for part in offer.proposed:
        yield from part.uplift


def _with_indices(offer: Offer, given: Given) -> tuple[Offer, list[Assumption]]:
    """Turn terms that follow an index into percentages; what is only proposed may wait for its figure."""
    assumed: list[Assumption] = []

    waiting = {id(term): part.effective for part in offer.proposed for term in part.uplift}
    once = {id(term): next(iter(lump.days), None) for lump in offer.lump_sum for term in lump.pay}
    days = {id(term): award.day for award in offer.award for term in award.uplift} | waiting | once

    def change(term: Term) -> Term:
        if term.index is None or (id(term) in waiting and given.rate(term).percent is None):
            return term
        percent, text = index_percent(offer, term, given)
        day = days[id(term)] if given.rate(term).forecaster else None
        assumed.append(Assumption("index", term.index.casefold(), text, day, once=id(term) in once))
        return term.with_figure("percent", percent)

    if all(term.index is None for term in _terms(offer)):
        return offer, assumed
    return _map_terms(offer, change), assumed


def index_percent(offer: Offer, term: Term, given: Given) -> tuple[Decimal, str]:
    """Return the percentage of a term that follows an index, and its working in words.

    ``p = max(floor, min(cap, rate + plus))``. Raises ``NotValued`` without a figure.
    """
    name = index_of(term.index or "", term.month)
    found = given.rate(term)
    rate = found.percent
    if rate is None:
        message = (
            f"{offer.name}: a rise follows {name}, which is not known here{found.words}: "
            f"give the published rate, such as --index {(term.index or '').casefold()}=4.1{found.remedy}"
        )
        raise NotValued(message)
    percent = rate + (term.plus or 0)
    text = found.told(name)
    if term.plus:
        sign = "+" if term.plus > 0 else "-"
        text += f", {plain(rate)} {sign} {plain(abs(term.plus))} = {plain(percent)}%"
    if term.cap is not None and percent > term.cap:
        percent, text = term.cap, f"{text}, at most {plain(term.cap)}%"
    if term.floor is not None and percent < term.floor:
        percent, text = term.floor, f"{text}, at least {plain(term.floor)}%"
    return percent, text


def _with_base(reading: Reading, base: str) -> Reading:
    lumps = tuple(
        lump.model_copy(update={"of": base}) if lump.of == UNSTATED else lump for lump in reading.offer.lump_sum
    )
    words = {BEFORE: "pay before", IN_PAYMENT: "pay now", IN_FORCE: "pay after the rise"}[base]
    assumed = Assumption("base", base, f"the one-off is a percentage of {words}")
    return Reading((*reading.assumes, assumed), reading.offer.model_copy(update={"lump_sum": lumps}))


def _has_range(term: Term) -> bool:
    if term.move or term.months_of_rise or term.index:
        return False
    figure = term.figure
    return isinstance(figure, Range) or (
        isinstance(figure, ByPoint) and any(isinstance(value, Range) for value in figure.values())
    )


def _with_end(reading: Reading, end: str) -> Reading:
    def read(value: Decimal | Range) -> Decimal:
        return value[ENDS.index(end)] if isinstance(value, Range) else value

    def change(term: Term) -> Term:
        if not _has_range(term):
            return term
        figure: Figure = term.figure
        if isinstance(figure, ByPoint):
            return term.with_figure(term.kind, ByPoint({key: read(value) for key, value in figure.items()}))
        return term.with_figure(term.kind, read(figure))

    assumed = Assumption("range", end, f"the {end} figure of each range")
    return Reading((*reading.assumes, assumed), _map_terms(reading.offer, change))


def _map_terms(offer: Offer, change: Callable[[Term], Term]) -> Offer:
    awards = tuple(
        award.model_copy(update={"uplift": tuple(change(term) for term in award.uplift)}) for award in offer.award
    )
    lumps = tuple(lump.model_copy(update={"pay": tuple(change(term) for term in lump.pay)}) for lump in offer.lump_sum)
    proposed = tuple(
        part.model_copy(update={"uplift": tuple(change(term) for term in part.uplift)}) for part in offer.proposed
    )
    return offer.model_copy(update={"award": awards, "lump_sum": lumps, "proposed": proposed})
