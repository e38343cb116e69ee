"""What the next award would have to be: to keep up with prices, to be level with another offer, to meet a claim.

A goal is told as a rise on the first day that an offer no longer covers, and as a one-off in its place, one of each for
every reading. Keeping up and meeting a claim are about basic pay; two offers of which one runs out earlier are level
where their extra pay over the longer one's months is the same, two that cover the same months where basic pay is.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from payoffer.compare import Comparison, Read, Valued
from payoffer.money import HUNDRED, decimals, in_percent
from payoffer.periods import DAY, YEAR, Clock
from payoffer.prices import DatedIndex, PriceIndex, SeriesPrices
from payoffer.settle import Assumption
from payoffer.verdict import level_rises, pairs

Kind = Literal["keep_up", "level", "level_basic_pay", "claim"]


class Need(NamedTuple):
    """What one reading needs, exact: the next award and the rise in all in percent, the one-off and rates in pounds.

    Below zero nothing is needed. ``rate`` is full-time basic pay a year before the next award, ``target`` after it.
    """

    assumes: tuple[Assumption, ...]
    next_award_percent: Fraction
    rise_percent: Fraction
    one_off: Fraction
    rate: Fraction
    target: Fraction


class Met(NamedTuple):
    """What prices do up to the next award: on the clock of the offer, over so many months of it."""

    prices: PriceIndex
    months: Fraction

    @property
    def level(self) -> Fraction:
        """Prices at the end of these months, as a multiple of those at their start."""
        return self.prices.level(self.months)

    @property
    def percent(self) -> Fraction:
        """The rise in prices over these months in percent."""
        return in_percent(self.level)

    @property
    def between(self) -> tuple[date, date] | None:
        """The first and the last month taken of a series; None for rates a year, which have no dates."""
        return (self.prices.base, self.prices.month(self.months)) if isinstance(self.prices, DatedIndex) else None

    @property
    def forecast_from(self) -> date | None:
        """The month from which on the series is a forecast, where that reaches into these months."""
        if not isinstance(self.prices, DatedIndex):
            return None
        series = self.prices.series
        return series.forecast_from if series.is_forecast(self.prices.month(self.months)) else None


class Goal(NamedTuple):
    """A goal of one offer: against which other offer or which of the prices, by which day, over how many months.

    ``met`` is what the prices do up to the next award; ``during`` the same series over the deal itself.
    """

    kind: Kind
    offer: Valued
    by: date
    months: Fraction
    readings: tuple[Need, ...]
    against: Valued | None = None
    prices: int | None = None
    met: Met | None = None
    during: Met | None = None

    @property
    def short(self) -> list[Need]:
        """What the readings need that need a rise: a cut is no need."""
        return [need for need in self.readings if rises(need.next_award_percent)]

    @property
    def silent_from(self) -> date | None:
        """The first day of the months counted of which the other offer says nothing; None where it covers them."""
        window = self.against.reads[0].figures.window.window if self.against else None
        if window is None or window.runs_to is None or not window.silent:
            return None
        return Clock(window.anchor).last_day(window.runs_to) + DAY

    @property
    def opposite(self) -> Met | None:
        """The prices over the deal itself where by them some reading needs no rise that needs one here, or turned."""
        if self.during is None:
            return None
        target = self.offer.rate_before * self.during.level
        here = [rises(need.next_award_percent) for need in self.readings]
        there = [rises(in_percent(target / need.rate)) for need in self.readings]
        return self.during if here != there else None


def rises(percent: Fraction) -> bool:
    """Say whether a rise is needed: one that is not nothing as it is printed."""
    return decimals(percent, 2) > 0


def goals(answer: Comparison, asked: int) -> list[Goal]:
    """Return every goal: level with the other offer, or the claim, where there are two; then keeping up.

    The first ``asked`` offers are those of which it is asked what would keep up. Raises as ``keeping_up`` does.
    """
    found = [*keeping_up(answer._replace(offers=answer.offers[:asked]))]
    if len(answer.offers) == 1:
        return found
    return [claim(answer) if answer.offers[1].offer.kind == "claim" else level(answer), *found]


def keeping_up(answer: Comparison) -> Iterator[Goal]:
    """Yield for each offer and each of the prices what would keep up at the end of the offer's own months.

    The next award comes on the day after the last; prices are those up to then, by the clock that begins twelve months
    before the offer, and the one-off is for the twelve months that the award begins. Raises ``NotValued`` where a
    series does not have the months.
    """
    for offer in answer.offers:
        start, months = offer.deal.start, offer.deal.months
        for number, prices in enumerate(answer.question.prices):
            met = Met(prices.on(start, months + YEAR), months + YEAR)
            target = offer.rate_before * met.level
            needs = tuple(_need(read, read.figures.own.rate_at_end, target) for read in offer.reads)
            during = None
            if isinstance(prices, SeriesPrices):
                during = Met(SeriesPrices(prices.series, "during").on(start, months), months)
            yield Goal("keep_up", offer, offer.deal.end, Fraction(YEAR), needs, prices=number, met=met, during=during)


def _need(read: Read, rate: Fraction, target: Fraction, one_off: Fraction | None = None) -> Need:
    whole = read.figures.window
    return Need(
        read.assumes,
        in_percent(target / rate),
        in_percent(target / whole.rate_before),
        (target - rate) * whole.fte if one_off is None else one_off,
        rate,
        target,
    )


def level(answer: Comparison) -> Goal:
    """Return what makes the first two offers level over the longer one's months."""
    one, other = answer.offers[:2]
    silent = [offer for offer in (one, other) if offer.reads[0].figures.window.window.silent]
    if not silent:
        return _basic_pay(answer, "level_basic_pay", *_lower_first(one, other))
    offer = silent[0]
    against = other if offer is one else one
    needs = []
    for (read, theirs), percent in zip(pairs(offer, against), level_rises(answer, offer, against), strict=True):
        whole = read.figures.window
        rate = whole.rate_at_end
        gap = theirs.figures.window.extra_cash - whole.extra_cash
        needs.append(_need(read, rate, rate * (1 + percent / HUNDRED), gap))
    end = Clock(offer.anchor).at(offer.deal.end)
    return Goal("level", offer, offer.deal.end, answer.months - end, tuple(needs), against)


def _lower_first(one: Valued, other: Valued) -> tuple[Valued, Valued]:
    ends = [min(read.figures.window.rate_at_end for read in offer.reads) for offer in (one, other)]
    return (one, other) if ends[0] <= ends[1] else (other, one)


def claim(answer: Comparison) -> Goal:
    """Return what brings the first offer's basic pay to that of the second, a claim."""
    return _basic_pay(answer, "claim", *answer.offers[:2])


def _basic_pay(answer: Comparison, kind: Kind, offer: Valued, against: Valued) -> Goal:
    """Return what makes basic pay the same at the end of the longer one's months, on the next day ``offer`` is free."""
    by = min(offer.deal.end, Clock(offer.anchor).last_day(answer.months) + DAY)
    needs = tuple(
        _need(
            read,
            read.figures.window.rate_at_end,
            theirs.figures.window.rate_at_end,
            theirs.figures.window.extra_cash - read.figures.window.extra_cash,
        )
        for read, theirs in pairs(offer, against)
    )
    return Goal(kind, offer, by, answer.months, needs, against)
