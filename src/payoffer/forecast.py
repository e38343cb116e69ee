"""Forecasts: what a series is taken to do after its last published month.

Two kinds, one type of result, a series marked from its first forecast month on. Rates a year compound month by month
from the last level. A published forecast gives the rise on the same month a year before, for a quarter or a year;
each month not yet published is put that much above the month a year before it, which is then itself what was
published or what was forecast.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.errors import NotValued
from payoffer.periods import YEAR, add_months, month_name
from payoffer.powers import power
from payoffer.series import Level, Series

YEARS_AHEAD = 15
"""How far rates a year continue a series: past the longest time that can be counted."""


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

    def percent(self, month: date) -> Decimal | None:
        """Return the rise on the same month a year before; None outside the forecast."""
        quarter = f"{month.year}-Q{(month.month - 1) // 3 + 1}"
        return self.periods.get(quarter, self.periods.get(str(month.year)))


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

    Raises ``NotValued`` where the forecast does not begin by the first month that is missing.
    """
    levels: dict[date, Level] = dict(series.levels)
    first = month = add_months(series.last, 1)
    while (percent := forecast.percent(month)) is not None:
        before = Fraction(levels[add_months(month, -YEAR)])
        levels[month] = before * (1 + Fraction(percent) / 100)
        month = add_months(month, 1)
    if month == first:
        raise NotValued(
            f"{forecast.name} says nothing of {series.label} in {month_name(first)}, the first month after its last "
            "figure: name another forecast, or a rate a year such as --forecast 3"
        )
    name = f"{forecast.name} ({forecast.title})"
    return series._replace(levels=levels, forecast_from=first, forecast=name, forecaster=forecast.by)
