"""What pay has lost since a base month, in sentences: the verdict and the notes."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.money import decimals, percent, pounds
from payoffer.periods import MONTHS, YEAR, add_months, month_name
from payoffer.prices import DatedIndex, Prices, SeriesPrices
from payoffer.report.series_words import called, is_earnings
from payoffer.report.words import THE_SAME, buys, capital, months_text
from payoffer.restore import DAYS, Path, PathYear, Since
from payoffer.series import WORDS, Rate, Series
from payoffer.verdict import Span

FORECAST = "forecast"


class Restored(NamedTuple):
    """One answer: what was asked of prices, pay against them, year by year if a path was given.

    ``rates`` are the published rates multiplied, where that was asked for.
    """

    prices: Prices
    since: Since
    path: Path | None
    rates: tuple[Rate, ...]

    @property
    def series(self) -> Series | None:
        """The series that prices were taken from, without a forecast that was not needed; None for rates a year."""
        if not isinstance(self.prices, SeriesPrices):
            return None
        return self.prices.series if self.forecast else self.prices.series.without_forecast()

    @property
    def forecast(self) -> bool:
        """Whether prices in the last month are a forecast."""
        return isinstance(self.prices, SeriesPrices) and self.prices.series.is_forecast(self.since.last)

    def foreseen(self, year: PathYear) -> bool:
        """Say whether the prices that a year of the path is set against are a forecast."""
        return isinstance(self.prices, SeriesPrices) and self.prices.series.is_forecast(year.first)


class Answer(NamedTuple):
    """The answers for each index, what has to be said beside them, the command, and the file pay was read from."""

    found: tuple[Restored, ...]
    notes: tuple[str, ...]
    command: str
    pay_file: str = ""


def verdict(restored: Restored) -> str:
    """Return what prices and pay did, what pay buys, and what it is short of; in the conditional by a forecast."""
    since = restored.since
    earnings = is_earnings(restored.prices)
    words = bought(since)
    than = f"{words} as" if words == THE_SAME else f"{words} than"
    series = restored.series
    if series and series.forecast_from:
        paid = _moved(since.pay_change_percent, "have risen", "have fallen", "not have changed")
        start = (
            f"By {series.forecaster}, used from {month_name(series.forecast_from)} on, {called(restored.prices)} will "
            f"have {_moved(since.prices_change_percent, 'risen', 'fallen')} over the {long(since)} to "
            f"{month_name(since.last)}; pay will {paid}. "
        )
        verbs = ("would be worth" if earnings else "would buy"), "would be"
    else:
        start = (
            f"{capital(called(restored.prices))} {_moved(since.prices_change_percent, 'rose', 'fell')} over the "
            f"{long(since)}; pay {_moved(since.pay_change_percent, 'rose', 'fell', 'did not change')}. "
        )
        verbs = ("is worth" if earnings else "buys"), "is"
    text = f"{start}So pay {verbs[0]} {than} in {month_name(since.first)}{' against them' if earnings else ''}."
    if decimals(since.shortfall_rate, 0) > 0:
        of_pay = "1 day's pay" if days(since) == "1" else f"{days(since)} days' pay"
        text += (
            f" Pay {verbs[1]} {pounds(gap(since))} a year short of having kept up: {of_pay} a year "
            f"({DAYS}-day year). To catch up it would have to rise by {percent(since.catch_up_percent)}, to "
            f"{pounds(since.inflation_proofed)}."
        )
    return text


def _moved(change: Fraction, up: str, down: str, still: str | None = None) -> str:
    if still and not decimals(change, 1):
        return still
    return f"{up if change >= 0 else down} {percent(abs(change))}"


def long(since: Since) -> str:
    """Return ``12 years``, ``year``, ``30 months``, ``month``, after a ``the``."""
    years, part = divmod(since.months, YEAR)
    if part:
        return months_text(Fraction(since.months)) if since.months > 1 else "month"
    return "year" if years == 1 else f"{years} years"


def gap(since: Since) -> Fraction:
    """Return the shortfall as the difference of the two figures as they are printed."""
    return Fraction(decimals(since.inflation_proofed, 0) - decimals(since.now, 0))


def bought(since: Since) -> str:
    """Return the change in what pay buys: ``23.0% less``."""
    return buys(Span(since.real_change_percent, since.real_change_percent))


def days(since: Since) -> str:
    """Return the shortfall in days' pay."""
    return str(decimals(since.days_a_year, 0))


def notes(answer: Answer) -> Iterator[str]:
    """Yield what is assumed or has to be known, one sentence or two each."""
    first = answer.found[0]
    yield from answer.notes
    for restored in answer.found:
        yield from prices_note(restored)
    yield from unused(answer)
    if first.path:
        last = month_name(first.since.last)
        yield (
            "The gap is pay that had kept up less pay, over the months of that year. Added up in pounds of their own "
            f"year, and in pounds of {last} by the rise {_in_what(answer)} since that year's start: two sums, not to "
            f"be mixed. They go up to the end of {month_name(add_months(first.since.last, -1))}; the gap from {last} "
            "on is above."
        )
    yield "Basic pay before tax. Another base month gives another loss: this one was chosen by whoever asked."


def _in_what(answer: Answer) -> str:
    return "in average earnings" if all(is_earnings(each.prices) for each in answer.found) else "in prices"


def unused(answer: Answer) -> Iterator[str]:
    """Yield a sentence on each forecast that no figure needed."""
    for restored in answer.found:
        if isinstance(restored.prices, SeriesPrices) and restored.prices.series.forecast_from and not restored.forecast:
            last = month_name(restored.prices.series.last_published)
            yield f"--forecast is not used for {restored.prices.name}: it has every month needed, up to {last}."


def prices_note(restored: Restored) -> Iterator[str]:
    """Yield how the rise in prices was reckoned, with the figures it was reckoned from."""
    since, prices = restored.since, restored.prices
    if restored.rates:
        yield from _rates_note(restored)
    elif isinstance(since.prices, DatedIndex):
        meant = since.prices.ends()
        quarter = "the quarter of " if since.prices.series.provenance.every > 1 else ""
        before, after = (
            f"{_index(level)} in {quarter}{month_name(month)}"
            for level, month in ((meant.before, meant.start), (meant.after, meant.end))
        )
        if meant.forecast:
            how = WORDS["published"] if not since.prices.series.is_forecast(meant.start) else FORECAST
            told = f"{before} ({how}), {after} ({FORECAST})"
        else:
            told = f"{before}, {after}" + (f"; twelve-month rate {meant.quoted.words}" if meant.quoted else "")
        what = "index" if not quarter else "figures, each the mean of a quarter"
        yield f"{prices.name} from the {what}: {told}."
    elif len(since.prices.rates) > 1:
        yield (
            f"Prices: {prices.name}: a rate for each year in turn, the last of them for all later ones, over the "
            f"{long(since)} (your figures)."
        )
    else:
        yield f"Prices: {prices.name}: a rate a year, compounded over the {long(since)} (your figure)."


def _rates_note(restored: Restored) -> Iterator[str]:
    since, name, rates = restored.since, restored.prices.name, restored.rates
    marks = {"published": "", "derived": " i", "forecast": f" ({FORECAST})"}
    told = ", ".join(f"{percent(rate.percent)}{marks[rate.how]}" for rate in rates)
    hows = {rate.how for rate in rates}
    what = "published rate" if hows == {"published"} else "twelve-month rate"
    first = add_months(since.first, YEAR)
    if len(rates) == 1:
        yield f"{name}: the {what} of {month_name(first)}: {told}."
    else:
        month = MONTHS[first.month - 1]
        yield f"{name}: the {what}s of each {month} from {first.year} to {since.last.year}, multiplied: {told}."
    if "derived" in hows:
        yield f"i: {WORDS['derived']}, as the publisher of the RPI makes it."
    if len(hows) > 1 and "published" in hows:
        yield f"{name}: the rates with nothing beside them are as published."


def _index(level: Fraction) -> str:
    """Return a level as published, with one decimal at least; a forecast one to a tenth."""
    exact = Decimal(level.numerator) / Decimal(level.denominator)
    places = -int(exact.as_tuple().exponent)
    return f"{exact}" if Fraction(exact) == level and places in {1, 2} else f"{decimals(level, 1)}"
