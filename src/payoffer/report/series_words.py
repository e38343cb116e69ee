"""A price series in words: where it comes from, which months a pay year meets, and what is published beside it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from payoffer.compare import Comparison
from payoffer.money import percent
from payoffer.pay_year import YearFigures
from payoffer.periods import long_day, month_name, short_day, short_month
from payoffer.prices import DatedIndex, Meant, PriceIndex, Prices, SeriesPrices
from payoffer.report.price_words import prices_title
from payoffer.report.words import capital, joined
from payoffer.series import Series

EARNINGS = "awe"
"""The name of the series that is no price index: what others earn."""
CLOCKS = {
    "before": "over the twelve months up to the month in which each pay year starts",
    "during": "over the deal itself, from the month in which it starts; for percentages only",
}


def day_text(text: str) -> str:
    """Return ``16 September 2026`` for ``2026-09-16``, ``September 2026`` for a month alone."""
    whole_day = date.fromisoformat(text if text.count("-") > 1 else f"{text}-01")
    return long_day(whole_day) if text.count("-") > 1 else month_name(whole_day)


def _brief_day(text: str) -> str:
    """Return ``Nov 2026`` for a month, the whole day in short where it is known."""
    whole_day = date.fromisoformat(text if text.count("-") > 1 else f"{text}-01")
    return short_day(whole_day) if text.count("-") > 1 else short_month(whole_day)


def source_line(series: Series) -> str:
    """Return where a series comes from: code, base, last month, release, when it was read, licence; the forecast's own.

    The day of the release is that of all that is held: it is left out where later months are.
    """
    found = series.provenance
    who = " ".join(filter(None, (found.publisher, found.code)))
    parts = [", ".join(filter(None, (who or found.file, found.base))), f"to {month_name(series.last_published)}"]
    if found.read:
        released = f"released {day_text(found.released)}, " if found.released and not series.cut else ""
        parts[-1] += f" ({released}read {day_text(found.read)}, {found.file})"
    if series.cut and series.as_of:
        parts[-1] += f", as published by {month_name(series.as_of)}"
    parts += filter(None, (found.note, found.licence))
    if series.forecast_from:
        parts.append(f"forecast from {month_name(series.forecast_from)}: {series.forecast}")
    return f"{series.label}: {'; '.join(parts)}"


def brief_source(series: Series) -> str:
    """Return the same for a message: ``CPI: ONS D7BT, 2015=100, to Aug 2026, read Nov 2026, OGL v3.0; then ...``."""
    found = series.provenance
    who = " ".join(filter(None, (found.publisher, found.code)))
    read = f"read {_brief_day(found.read)}" if found.read else ""
    licence = found.licence.replace("Open Government Licence", "OGL")
    to = f"to {short_month(series.last_published)}"
    ahead = f"; then {series.forecaster}" if series.forecast_from else ""
    return (
        f"{series.label}: "
        + ", ".join(filter(None, (who or found.file, found.base, to, read, found.note_in_brief, licence)))
        + ahead
    )


def series_used(answer: Comparison) -> list[Series]:
    """Return the series that an answer stands on: those asked about, and those that rises follow."""
    measured = [prices.series for prices in answer.question.prices if isinstance(prices, SeriesPrices)]
    published = answer.question.given.published
    followed = list(published.used.values()) if published else []
    return list({series.name: series for series in (*measured, *followed)}.values())


def series_title(prices: Sequence[SeriesPrices]) -> str:
    """Return the line above the table: which series of one kind, on which clock, the same for all."""
    return f"{capital(noun(prices[0]))}: {joined(each.name for each in prices)}, {CLOCKS[prices[0].when]}"


def price_titles(every: Sequence[Prices], months: Fraction, *, by_rise: bool) -> Iterator[str]:
    """Yield the lines above a table: one for all price series, one for earnings, then one for each list of rates."""
    kinds: dict[str, list[SeriesPrices]] = {}
    for prices in every:
        if isinstance(prices, SeriesPrices):
            kinds.setdefault(noun(prices), []).append(prices)
    yield from map(series_title, kinds.values())
    for prices in every:
        if isinstance(prices, PriceIndex):
            yield prices_title(prices, months, by_rise=by_rise)


def moved(meant: Meant) -> str:
    """Return what a pay year meets: ``up 10.1% to Sep 2022``, and whether that is a forecast."""
    change = meant.percent
    told = f"{'up' if change >= 0 else 'down'} {percent(abs(change))} {up_to(meant)} {short_month(meant.end)}"
    return f"{told} forecast" if meant.forecast else told


def up_to(meant: Meant) -> str:
    """Return ``to``, or ``into`` where the time ends within the month that follows."""
    return "into" if meant.into else "to"


def months_met(meant: Meant, name: Callable[[date], str] = month_name) -> str:
    """Return ``April 2021 to April 2022``."""
    return f"{name(meant.start)} {up_to(meant)} {name(meant.end)}"


def meant_of(year: YearFigures) -> Meant | None:
    """Return which months of a series a pay year meets; None for rates a year."""
    index = year.whole.prices
    return index.meant(year.year) if isinstance(index, DatedIndex) else None


def is_earnings(prices: Prices) -> bool:
    """Say whether pay is set against what others earn, which is not what it buys."""
    return isinstance(prices, SeriesPrices) and prices.series.name == EARNINGS


def noun(prices: Prices) -> str:
    """Return what pay is set against, in a word or two: ``prices``, ``average earnings``."""
    return called(prices) if is_earnings(prices) else "prices"


def is_(prices: Prices) -> str:
    """Return the verb that goes with what prices are called: the CPI is, average earnings are."""
    return "are" if is_earnings(prices) else "is"


def called(prices: Prices) -> str:
    """Return what prices are called in a sentence: ``the CPI``, ``average earnings``."""
    return prices.series.provenance.called if isinstance(prices, SeriesPrices) else f"prices at {prices.name} a year"
