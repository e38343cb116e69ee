"""Forecasts: what a series is taken to do after its last published month.

Two kinds, one type of result, a series marked from its first forecast month on. Rates a year compound month by month
from the last level.

A published forecast gives the rise on a year before, for a quarter or as the average of a calendar year. A quarter's
figure puts each of its months that much above the month a year before. A year's average says nothing of any one month:
set on the month a year before it would undo what has been published since, so prices rise evenly at that rate a year
from the last month known, and towards the next quarter's figure where one follows. Where a quarter that was forecast is
over, what was published stands in its place: prices move on from there as the forecast has them move.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.errors import NotValued
from payoffer.periods import YEAR, add_months, month_name, months_between
from payoffer.powers import power
from payoffer.series import Level, Series

YEARS_AHEAD = 15
"""How far rates a year continue a series: past the longest time that can be counted."""
QUARTER = 3


class Forecast(NamedTuple):
    """A published forecast of one series: its name, and the percent on a year before by period.

    A period is ``2026`` or ``2026-Q1``; the quarter stands before the year where both are there. ``title`` says who
    published it when, and in what form; ``by`` the same in a few words: ``the OBR's forecast (March 2026)``.
    """

    name: str
    title: str
    published: str
    periods: Mapping[str, Decimal]
    by: str = ""

    def by_quarter(self, month: date) -> bool:
        """Say whether there is a figure for the quarter of a month."""
        return quarter_of(month) in self.periods

    def covers(self, month: date) -> bool:
        """Say whether there is a figure for a month, that of its year at least."""
        return self.by_quarter(month) or str(month.year) in self.periods

    def quarters(self) -> list[date]:
        """Return the months of the quarters that have a figure, in order."""
        firsts = [date(int(period[:4]), QUARTER * int(period[-1]) - 2, 1) for period in self.periods if "Q" in period]
        return [add_months(first, more) for first in sorted(firsts) for more in range(QUARTER)]


def quarter_of(month: date) -> str:
    """Return the quarter that a month lies in: ``2026-Q1``."""
    return f"{month.year}-Q{(month.month - 1) // QUARTER + 1}"


def by_rates(series: Series, rates: tuple[Decimal, ...], name: str) -> Series:
    """Return ``series`` continued by rates in percent a year, the last of which repeats."""
    level = series.level(series.last)
    levels: dict[date, Level] = dict(series.levels)
    month = series.last
    for year in range(YEARS_AHEAD):
        factor = 1 + Fraction(rates[min(year, len(rates) - 1)]) / 100
        for part in range(1, YEAR + 1):
            month = add_months(month, 1)
            levels[month] = level * power(factor, Fraction(part, YEAR))
        level = Fraction(levels[month])
    first = add_months(series.last, 1)
    return series._replace(levels=levels, forecast_from=first, forecast=name, forecaster=name)


def by_forecast(series: Series, forecast: Forecast) -> Series:
    """Return ``series`` continued by a published forecast.

    Raises ``NotValued`` where the forecast does not begin by the first month that is missing, or the series has not
    the months a year before.
    """
    first = add_months(series.last, 1)
    if not forecast.covers(first):
        raise NotValued(
            f"{forecast.name} says nothing of {series.label} in {month_name(first)}, the first month after its last "
            "figure: name another forecast, or a rate a year such as --forecast 3"
        )
    path = _Path(series, forecast)
    how = "; ".join(path.told())
    name = f"{forecast.name} ({forecast.title}; {how})"
    return series._replace(levels=path.levels, forecast_from=first, forecast=name, forecaster=forecast.by)


class _Path:
    """The levels of a series with those that a forecast puts after them.

    ``foreseen`` are those of the forecast by itself where quarters of it are over, which may differ from what was
    published for them: then what was published is ``ratio`` of it.
    """

    def __init__(self, series: Series, forecast: Forecast) -> None:
        self.series = series
        self.forecast = forecast
        self.levels: dict[date, Level] = dict(series.levels)
        self.foreseen = {month: Fraction(level) for month, level in series.levels.items()}
        past = [month for month in forecast.quarters() if month <= series.last]
        self.over = any(month.month % QUARTER == 0 for month in past)
        self.ratio = Fraction(1)
        if self.over:
            for month in past:
                self.foreseen[month] = self._by_quarter(month)
            self.ratio = series.level(past[-1]) / self.foreseen[past[-1]]
        self.between = self.evenly = False
        self.ahead = [month for month in forecast.quarters() if month > series.last]
        month = add_months(series.last, 1)
        while forecast.covers(month):
            self._put(month)
            month = add_months(month, 1)

    def _put(self, month: date) -> None:
        if self.forecast.by_quarter(month):
            self.foreseen[month] = self._by_quarter(month)
            self.levels[month] = self.foreseen[month] * self.ratio
            return
        before = Fraction(self.levels[add_months(month, -1)])
        next_ = next((each for each in self.ahead if each > month), None)
        if next_ and add_months(next_, -YEAR) in self.foreseen:
            self.between = True
            step = power(self._by_quarter(next_) * self.ratio / before, Fraction(1, months_between(month, next_) + 1))
        else:
            self.evenly = True
            step = power(1 + Fraction(self.forecast.periods[str(month.year)]) / 100, Fraction(1, YEAR))
        self.levels[month] = before * step
        self.foreseen[month] = before * step / self.ratio

    def _by_quarter(self, month: date) -> Fraction:
        before = self.foreseen.get(add_months(month, -YEAR))
        if before is None:
            raise NotValued(
                f"{self.forecast.name} gives the rise on a year before, and {self.series.label} here has no "
                f"{month_name(add_months(month, -YEAR))}: give a rate a year, such as --forecast 3"
            )
        return before * (1 + Fraction(self.forecast.periods[quarter_of(month)]) / 100)

    def told(self) -> list[str]:
        """Return in words how the figures of the forecast are applied."""
        last = month_name(self.series.last)
        told = []
        if self.ahead:
            told.append("a quarter's figure is the rise on a year before in each of its months")
        if self.over:
            told.append(
                f"what it says of months up to {last} is not used: from there on prices move as it has them move"
            )
        if self.between:
            told.append("months before such a quarter rise evenly towards it")
        if self.evenly:
            told.append(f"a calendar year's average is spread evenly over its months, from {last} on")
        return told
