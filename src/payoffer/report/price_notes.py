"""What is noted of a price series beside an answer: the months that it looks at, and the series behind it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from payoffer.compare import Comparison
from payoffer.money import percent
from payoffer.periods import YEAR, add_months, month_name
from payoffer.prices import Meant, SeriesPrices
from payoffer.report.clock_words import other_clocks
from payoffer.report.series_words import meant_of, months_met, series_used
from payoffer.report.words import joined
from payoffer.series import WORDS, Series

if TYPE_CHECKING:
    from datetime import date


def _met(answer: Comparison, number: int) -> list[Meant]:
    """Return the months that price ``number`` looks at, in order, those by the other clock too where it is told."""
    told: dict[tuple[date, date], Meant] = {}
    for offer in answer.offers:
        figures = offer.reads[0].by_prices[number]
        for valuation in (figures.window, figures.own):
            for meant in filter(None, map(meant_of, valuation.years)):
                told.setdefault((meant.start, meant.end), meant)
    for clock in other_clocks(answer.offers, number):
        told.setdefault((clock.meant.start, clock.meant.end), clock.meant)
    return [told[key] for key in sorted(told)]


def quotes(answer: Comparison, number: int) -> Iterator[str]:
    """Yield what the index of price ``number`` gives for each month met, the published rate beside it."""
    met = _met(answer, number)
    if met:
        label = answer.question.prices[number].name
        quoted = any(meant.quoted for meant in met)
        beside = ", in brackets the rate as quoted" if quoted else ""
        yield f"{label} from the index{beside}: {joined(_quote(meant, quoted=quoted) for meant in met)}."


def _quote(meant: Meant, *, quoted: bool) -> str:
    months = months_met(meant)
    if meant.forecast:
        return f"{months} {percent(meant.percent)} (forecast)"
    if not quoted or meant.end != add_months(meant.start, YEAR):
        return f"{months} {percent(meant.percent)}"
    rate = f"{percent(meant.quoted.percent)}, {WORDS[meant.quoted.how]}" if meant.quoted else "no rate is held"
    return f"{months} {percent(meant.percent)} ({rate})"


def sources(answer: Comparison) -> list[Series]:
    """Return the series that an answer stands on, each with its forecast only where some figure needed it."""
    needed = {
        prices.series.label
        for number, prices in enumerate(answer.question.prices)
        if isinstance(prices, SeriesPrices) and any(meant.forecast for meant in _met(answer, number))
    }
    return sources_with(answer, needed)


def sources_with(answer: Comparison, ahead: Iterable[str]) -> list[Series]:
    """Return the series that an answer stands on: with a forecast those named by label, and those that pay follows."""
    published = answer.question.given.published
    needed = {*ahead, *(label for label, _ in (published.forecasts if published else ()))}
    return [series if series.label in needed else series.without_forecast() for series in series_used(answer)]


def unused_forecasts(answer: Comparison, used: Sequence[Series]) -> Iterator[str]:
    """Yield a sentence on each forecast that no figure needed; ``used`` are the series with those needed alone."""
    for asked, series in zip(series_used(answer), used, strict=True):
        if asked.forecast_from and not series.forecast_from:
            last = month_name(series.last)
            yield f"--forecast is not used for {series.label}: it has every month needed, up to {last}."
