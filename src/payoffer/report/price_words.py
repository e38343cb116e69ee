"""Prices in words: which rate is set against which rise or pay year."""

from collections.abc import Sequence
from fractions import Fraction

from payoffer.compare import Valued
from payoffer.money import plain
from payoffer.periods import YEAR
from payoffer.prices import PriceIndex
from payoffer.report.words import joined, ordinal, the_months

STILL = "unchanged"


def one_rise_a_year(offer: Valued) -> bool:
    """Say whether each of the offer's own pay years, all of them whole, begins with its one rise."""
    own = offer.reads[0].figures.own
    starts = [own.clock.at(step.start) for step in own.schedule.steps if step.start < offer.deal.end]
    return starts == [year.span.start for year in own.years] and own.months % YEAR == 0


def years_go_by_rises(offers: Sequence[Valued]) -> bool:
    """Say whether the pay years counted begin with a rise in some offer, and no offer has one at another time."""
    starts = {
        month
        for offer in offers
        for month, _ in offer.reads[0].figures.window.rises
        if month < offer.reads[0].figures.window.months
    }
    return starts == {year.span.start for year in offers[0].reads[0].figures.window.years}


def prices_rising(index: PriceIndex, months: Fraction, *, by_rise: bool) -> str:
    """Return ``rising 10.1% before each rise``, ``rising 5% before the first rise and 4% before the second``."""
    years, part = divmod(months, YEAR)
    told = [_moving(index, year, "%") for year in range(1, int(years) + 1)]
    before, what = ("before", "rise") if by_rise else ("up to the start of", "year")
    if not told:
        return f"{_moving(index, 1, '% a year')} over {the_months(part)}"
    if len(told) == 1:
        parts = [f"{told[0]} {before} the {what}"]
    elif len(set(told)) == 1:
        parts = [f"{told[0]} {before} each {what}"]
    else:
        parts = [f"{told[0]} {before} the first {what}"]
        parts += [f"{move} {before} the {ordinal(number)}" for number, move in enumerate(told[1:], 1)]
    if part:
        parts.append(f"{_moving(index, int(years) + 1, '% a year')} over {the_months(part, 'the last')}")
    return _one_verb(parts, None)


def _one_verb(parts: list[str], between: str | None) -> str:
    """Join parts, the verb of the first left out of the others where it is the same."""
    first, *others = parts
    verb = first.partition(" ")[0]
    each = [first, *(other.removeprefix(f"{verb} ") if verb != STILL else other for other in others)]
    return between.join(each) if between else joined(each)


def _moving(index: PriceIndex, year: int, unit: str) -> str:
    rate = index.rate(year)
    if rate == 0:
        return STILL
    return f"{'rising' if rate > 0 else 'falling'} {plain(rate if rate > 0 else -rate)}{unit}"


def prices_in_brief(index: PriceIndex, months: Fraction, *, by_rise: bool) -> str:
    """Return ``rising 10.1% before each rise``, ``rising 10.1% a year`` or ``rising 5%, then 4%``."""
    rates = [index.rate(year) for year in range(1, int(-(-months // YEAR)) + 1)]
    if len(set(rates)) == 1:
        return prices_rising(index, months, by_rise=True) if by_rise else _moving(index, 1, "% a year")
    return _one_verb([_moving(index, year, "%") for year in range(1, len(rates) + 1)], ", then ")


def prices_title(index: PriceIndex, months: Fraction, *, by_rise: bool) -> str:
    """Return the line above the table: which rate is set against which rise."""
    years, part = divmod(months, YEAR)
    rates = [plain(index.rate(year)) for year in range(1, int(years) + 1)]
    up_to, what = ("up to the", "rise") if by_rise else ("up to the start of the", "year")
    parts = [f"{rates[0]}% {up_to} {'first ' if len(rates) > 1 or part else ''}{what}"] if rates else []
    for number, (rate, before) in enumerate(zip(rates[1:], rates, strict=False), 1):
        again = " again" if rate == before else ""
        parts.append(f"{rate}%{again} up to the {ordinal(number)}")
    if part:
        over = the_months(part, "the last" if rates else "the")
        parts.append(f"{plain(index.rate(int(years) + 1))}% a year over {over}")
    return f"Prices: {', '.join(parts)} ({index.source})"
