"""What basic pay buys by the other clock, told where its sign is another: an employer will say so."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from payoffer.compare import Valued
from payoffer.errors import NotValued
from payoffer.pay_year import YearFigures
from payoffer.periods import YEAR, month_name, short_month
from payoffer.prices import DatedIndex, Meant
from payoffer.report.series_words import called, is_earnings, months_met, up_to
from payoffer.report.voice import Sentence, slot
from payoffer.report.words import SAME_WITHIN, buys, how_many, joined, whole
from payoffer.valuation import Valuation
from payoffer.verdict import Span, span


class OtherClock(NamedTuple):
    """What an offer's basic pay buys after ``months`` by the clock that was asked for, and by the other one.

    ``other`` is prices by the other clock, ``meant`` the months that it looks at.
    """

    offer: Valued
    months: Fraction
    other: DatedIndex
    meant: Meant
    here: Span
    there: Span


def other_clock(offer: Valued, number: int) -> OtherClock | None:
    """Return the other clock of an offer for price ``number``; None where the sign is the same by it, or not known.

    Both stand at the end of the last whole pay year of the offer's own months, or of all of them if none is whole.
    """
    figures = [read.by_prices[number].own for read in offer.reads]
    years = [_last_whole(own) for own in figures]
    months, index = years[0].span.end, figures[0].prices
    if not isinstance(index, DatedIndex):
        return None
    try:
        other = index.other()
    except NotValued:
        return None
    level = other.level(months)
    here = span(year.real_change_percent or Fraction(0) for year in years)
    there = span((year.rate_at_end / year.whole.rate_before / level - 1) * 100 for year in years)
    behind, ahead = sorted((here, there))
    if behind.high > -Fraction(SAME_WITHIN) or ahead.low < Fraction(SAME_WITHIN):
        return None
    return OtherClock(offer, months, other, other.between(Fraction(0), months), here, there)


def _last_whole(own: Valuation) -> YearFigures:
    return next((year for year in reversed(own.years) if year.months == YEAR), own.years[-1])


def other_clocks(offers: Sequence[Valued], number: int) -> Iterator[OtherClock]:
    """Yield the other clock of each offer whose sign turns by it."""
    yield from filter(None, (other_clock(offer, number) for offer in offers))


def clock_sentence(clock: OtherClock, place: str) -> Sentence:
    """Return the line that gives the other clock of one offer."""
    prices, meant, since = clock.other.prices, clock.meant, clock.other.series.forecast_from
    ahead = f" (forecast from {month_name(since)})" if meant.forecast and since else ""
    months = f"{months_met(meant)}{ahead}"
    after = (
        f"after {how_many(int(clock.months / YEAR))} years" if clock.months > YEAR else f"after {whole(clock.months)}"
    )
    there = buys(clock.there)
    if is_earnings(prices):
        told = f"against {called(prices)} basic pay {place} would be {there} {after}"
    else:
        told = f"basic pay {place} would by {called(prices)} buy {there} {after}"
    how = "over the deal itself" if clock.other.during else "up to the start of each pay year"
    return _sentence([clock], f"Measured {how} instead, {months}, {told}, not {buys(clock.here)}.")


def clocks_in_brief(places: Mapping[str, Sequence[OtherClock]], *, months: bool = True) -> Sentence:
    """Return the same in one short sentence: at each place for one offer, at one or more points of pay.

    It comes after what basic pay buys, which is "it"; ``months`` says up to when.
    """
    every = [clock for clocks in places.values() for clock in clocks]
    all_ahead = all(clock.meant.forecast for clock in every)
    parts: list[str] = []
    for place, clocks in places.items():
        meant = clocks[0].meant
        beside = [f"{up_to(meant)} {short_month(meant.end)}"] if months else []
        beside += ["forecast"] if meant.forecast and not all_ahead else []
        parts.append(f"{buys(_there(clocks))} {place}" + (f" ({', '.join(beside)})" if beside else ""))
    other = every[0].other
    over = "Over the deal itself" if other.during else "Up to each pay year's start"
    would = "is forecast to" if all_ahead else "would"
    verb = f"be, against {called(other.prices)}," if is_earnings(other.prices) else "buy"
    return _sentence(every, f"{over} it {would} {verb} {joined(parts)}.")


def _there(clocks: Sequence[OtherClock]) -> Span:
    return span(end for clock in clocks for end in clock.there)


def _sentence(clocks: Sequence[OtherClock], text: str) -> Sentence:
    offers = tuple(dict.fromkeys(clock.offer.id for clock in clocks))
    figures = {"prices": clocks[0].other.name, "real_change_percent": slot(_there(clocks), 1)}
    return Sentence("other_clock", offers, None, figures, text)
