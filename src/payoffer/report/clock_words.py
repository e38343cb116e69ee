"""What basic pay buys by the other clock, told where its sign is another: an employer will say so."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from payoffer.compare import Valued
from payoffer.errors import NotValued
from payoffer.pay_year import YearFigures
from payoffer.periods import YEAR, month_name, short_month
from payoffer.prices import DatedIndex, Meant
from payoffer.report.series_words import called, is_earnings
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


def clock_sentence(clocks: Sequence[OtherClock], place: str) -> Sentence:
    """Return the line that gives the other clock; ``clocks`` are those of one offer, at one or more points of pay."""
    end, index, meant = clocks[0].months, clocks[0].other, clocks[0].meant
    here = span(end for clock in clocks for end in clock.here)
    there = span(end for clock in clocks for end in clock.there)
    months = f"{month_name(meant.start)} to {month_name(meant.end)}"
    if meant.forecast and index.series.forecast_from:
        months += f" (forecast from {month_name(index.series.forecast_from)})"
    after = f"after {how_many(int(end / YEAR))} years" if end > YEAR else f"after {whole(end)}"
    name = called(index.prices)
    if is_earnings(index.prices):
        told = f"against {name} basic pay {place} would be {buys(there)} {after}"
    else:
        told = f"basic pay {place} would by {name} buy {buys(there)} {after}"
    return _sentence(clocks, there, f"Measured {_how(index)} instead, {months}, {told}, not {buys(here)}.")


def clocks_in_brief(clocks: Sequence[OtherClock], places: Sequence[str], *, months: bool) -> Sentence:
    """Return the same in one sentence for all the offers whose sign turns, for a message; ``months`` says to when."""
    other = clocks[0].other
    every = all(clock.meant.forecast for clock in clocks)
    parts: list[str] = []
    for clock, place in zip(clocks, places, strict=True):
        beside = [f"to {short_month(clock.meant.end)}"] if months else []
        beside += ["forecast"] if clock.meant.forecast and not every else []
        parts.append(f"{buys(clock.there)} {place}" + (f" ({', '.join(beside)})" if beside else ""))
    verb = "is forecast to" if every else "would"
    verb += f" be, against {called(other.prices)}," if is_earnings(other.prices) else " buy"
    over = "Over the deal itself" if other.during else "Up to each pay year's start"
    text = f"{over} it {verb} {joined(parts)}."
    return _sentence(clocks, span(end for clock in clocks for end in clock.there), text)


def _how(index: DatedIndex) -> str:
    return "over the deal itself" if index.during else "up to the start of each pay year"


def _sentence(clocks: Sequence[OtherClock], there: Span, text: str) -> Sentence:
    offers = tuple(dict.fromkeys(clock.offer.id for clock in clocks))
    figures = {"prices": clocks[0].other.name, "real_change_percent": slot(there, 1)}
    return Sentence("other_clock", offers, None, figures, text)
