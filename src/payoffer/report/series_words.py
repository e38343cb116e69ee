"""A price series in words: where it comes from, which months a pay year meets, and what is published beside it."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from payoffer.compare import Comparison, Valued
from payoffer.errors import NotValued
from payoffer.money import percent
from payoffer.pay_year import YearFigures
from payoffer.periods import YEAR, add_months, long_day, month_name, short_month
from payoffer.prices import DatedIndex, Meant, PriceIndex, Prices, SeriesPrices
from payoffer.report.price_words import prices_title
from payoffer.report.words import SAME_WITHIN, buys, capital, how_many, joined, whole
from payoffer.series import WORDS, Series
from payoffer.valuation import Valuation
from payoffer.verdict import Span, span

CLOCKS = {
    "before": "over the twelve months up to the month in which each pay year starts",
    "during": "over the deal itself, from the month in which it starts; for percentages only",
}


def day_text(text: str) -> str:
    """Return ``16 September 2026`` for ``2026-09-16``, ``September 2026`` for a month alone."""
    whole_day = date.fromisoformat(text if text.count("-") > 1 else f"{text}-01")
    return long_day(whole_day) if text.count("-") > 1 else month_name(whole_day)


def source_line(series: Series) -> str:
    """Return where a series comes from: code, base, last month, release, when it was read, licence, forecast."""
    found = series.provenance
    who = " ".join(filter(None, (found.publisher, found.code)))
    parts = [", ".join(filter(None, (who or found.file, found.base))), f"to {month_name(series.last_published)}"]
    if found.released:
        parts[-1] += f" (released {day_text(found.released)}, read {day_text(found.read)}, {found.file})"
    if series.as_of:
        parts.append(f"as published by {month_name(series.as_of)}")
    if series.forecast_from:
        parts.append(f"forecast from {month_name(series.forecast_from)}: {series.forecast}")
    if found.licence:
        parts.append(found.licence)
    if found.every > 1:
        parts.append("a mean for each quarter, revised since it was first published")
    return f"{series.label}: {'; '.join(parts)}"


def brief_source(series: Series) -> str:
    """Return the same for a message: ``CPI: ONS D7BT, 2015=100, to Aug 2026, read Nov 2026, OGL v3.0``."""
    found = series.provenance
    who = " ".join(filter(None, (found.publisher, found.code)))
    read = f"read {day_text(found.read)}" if found.read else ""
    licence = found.licence.replace("Open Government Licence", "OGL")
    ahead = f"forecast from {short_month(series.forecast_from)}" if series.forecast_from else ""
    to = f"to {short_month(series.last_published)}"
    return f"{series.label}: " + ", ".join(filter(None, (who or found.file, found.base, to, ahead, read, licence)))


def series_used(answer: Comparison) -> list[Series]:
    """Return the series that an answer stands on: those asked about, and those that rises follow."""
    measured = [prices.series for prices in answer.question.prices if isinstance(prices, SeriesPrices)]
    published = answer.question.given.published
    followed = list(published.used.values()) if published else []
    return list({series.name: series for series in (*measured, *followed)}.values())


def series_title(prices: Sequence[SeriesPrices]) -> str:
    """Return the line above the table: which series, on which clock, the same for all."""
    return f"Prices: {joined(each.name for each in prices)}, {CLOCKS[prices[0].when]}"


def price_titles(every: Sequence[Prices], months: Fraction, *, by_rise: bool) -> Iterator[str]:
    """Yield the lines above a table: one for all series, then one for each list of rates."""
    measured = [prices for prices in every if isinstance(prices, SeriesPrices)]
    if measured:
        yield series_title(measured)
    for prices in every:
        if isinstance(prices, PriceIndex):
            yield prices_title(prices, months, by_rise=by_rise)


def moved(meant: Meant) -> str:
    """Return what a pay year meets: ``up 10.1% to Sep 2022``, and whether that is a forecast."""
    change = meant.percent
    verb = "up" if change >= 0 else "down"
    return f"{verb} {percent(abs(change))} to {short_month(meant.end)}{' forecast' if meant.forecast else ''}"


def meant_of(year: YearFigures) -> Meant | None:
    """Return which months of a series a pay year meets; None for rates a year."""
    index = year.whole.prices
    return index.meant(year.year) if isinstance(index, DatedIndex) else None


def quotes(answer: Comparison, number: int) -> Iterator[str]:
    """Yield what the index of price ``number`` gives for each month met, the published rate beside it."""
    told: dict[tuple[date, date], Meant] = {}
    for offer in answer.offers:
        figures = offer.reads[0].by_prices[number]
        for valuation in (figures.window, figures.own):
            for year in valuation.years:
                meant = meant_of(year)
                if meant:
                    told.setdefault((meant.start, meant.end), meant)
    if told:
        label = answer.question.prices[number].name
        quoted = any(meant.quoted for meant in told.values())
        beside = ", in brackets the rate as quoted" if quoted else ""
        yield f"{label} from the index{beside}: {joined(_quote(told[key], quoted=quoted) for key in sorted(told))}."


def _quote(meant: Meant, *, quoted: bool) -> str:
    months = f"{month_name(meant.start)} to {month_name(meant.end)}"
    if meant.forecast:
        return f"{months} {percent(meant.percent)} (forecast)"
    if not quoted or meant.end != add_months(meant.start, YEAR):
        return f"{months} {percent(meant.percent)}"
    rate = f"{percent(meant.quoted.percent)}, {WORDS[meant.quoted.how]}" if meant.quoted else "no rate is held"
    return f"{months} {percent(meant.percent)} ({rate})"


def unused_forecasts(answer: Comparison) -> Iterator[str]:
    """Yield a sentence on each forecast that no figure needed."""
    for number, prices in enumerate(answer.question.prices):
        if not isinstance(prices, SeriesPrices) or prices.series.forecast_from is None:
            continue
        windows = (
            getattr(offer.reads[0].by_prices[number], name) for offer in answer.offers for name in ("window", "own")
        )
        met = (meant_of(year) for window in windows for year in window.years)
        if not any(meant.forecast for meant in met if meant):
            last = month_name(prices.series.last_published)
            yield f"--forecast is not used for {prices.name}: it has every month needed, up to {last}."


class OtherClock:
    """What basic pay buys by the other clock, where its sign is another: an employer will say so."""

    def __init__(self, offer: Valued, number: int) -> None:
        """Look at the whole pay years of an offer's own months, or at all of them where there is no whole one."""
        self.offer = offer
        figures = [read.by_prices[number].own for read in offer.reads]
        self.index = figures[0].prices
        self.years = [self._whole(own) for own in figures]

    def _whole(self, own: Valuation) -> YearFigures:
        return next((year for year in reversed(own.years) if year.months == YEAR), own.years[-1])

    def differs(self) -> "tuple[DatedIndex, Span, Span] | None":
        """Return the other clock with the change by each, this one first; None where no sign differs."""
        if not isinstance(self.index, DatedIndex):
            return None
        try:
            other = self.index.other()
            end = self.years[0].span.end
            level = other.level(end)
        except NotValued:
            return None
        here = span(year.real_change_percent or Fraction(0) for year in self.years)
        there = span((year.rate_at_end / year.whole.rate_before / level - 1) * 100 for year in self.years)
        apart = Fraction(SAME_WITHIN)
        if (here.high <= -apart and there.low >= apart) or (there.high <= -apart and here.low >= apart):
            return other, here, there
        return None

    def text(self, place: str) -> str | None:
        """Return the line that gives the other clock."""
        found = self.differs()
        if found is None:
            return None
        other, here, there = found
        end = self.years[0].span.end
        months = f"{month_name(other.base)} to {month_name(other.month(end))}"
        how = "over the deal itself" if other.during else "up to the start of each pay year"
        after = f"after {how_many(int(end / YEAR))} years" if end > YEAR else f"after {whole(end)}"
        return (
            f"Measured {how} instead, {months}, basic pay {place} would by {called(other.prices)} buy {buys(there)} "
            f"{after}, not {buys(here)}."
        )


def other_clocks(answer: Comparison, places: Sequence[str], number: int) -> Iterator[tuple[Valued, Span, str]]:
    """Yield for each offer whose sign turns by the other clock: the change by it, and the line."""
    for offer, place in zip(answer.offers, places, strict=True):
        clock = OtherClock(offer, number)
        text = clock.text(place)
        found = clock.differs()
        if text and found:
            yield offer, found[2], capital(text)


def is_earnings(prices: Prices) -> bool:
    """Say whether pay is set against what others earn, which is not what it buys."""
    return isinstance(prices, SeriesPrices) and prices.series.name == "awe"


def called(prices: Prices) -> str:
    """Return what prices are called in a sentence: ``the CPI``, ``average earnings``."""
    return prices.series.provenance.called if isinstance(prices, SeriesPrices) else f"prices at {prices.name} a year"
