"""The published rate of an index in a month, for rises that follow one; and which series were asked."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from payoffer.periods import YEAR, add_months, month_name
from payoffer.series import WORDS, Series


class IndexRate(NamedTuple):
    """The twelve-month rate of an index in one month, in percent; None where it is not known.

    ``words`` say how it came about, or why there is none; ``remedy`` what can be done beside giving it.
    """

    percent: Decimal | None
    words: str = ""
    remedy: str = ""


class PublishedRates:
    """Looks rates up in the series that ``find`` returns for a name; ``used`` holds those that gave one.

    ``forecasts`` holds which of the rates given were forecasts: what the series is called, and the month.
    """

    def __init__(self, find: Callable[[str], Series | None]) -> None:
        """Take what finds a series by its name in small letters, None where there is none of it."""
        self._find = find
        self.used: dict[str, Series] = {}
        self.forecasts: dict[tuple[str, date], None] = {}

    def rate(self, name: str, month: date) -> IndexRate:
        """Return the rate of an index in a month."""
        series = self._find(name)
        if series is None:
            return IndexRate(None)
        rate = series.rate(month) if add_months(month, -YEAR) in series.levels else None
        if rate is None:
            if month <= series.last:
                return IndexRate(None, " (its published rate is not held)")
            ends = f" ({series.label} here ends in {month_name(series.last)})"
            return IndexRate(None, ends, f", or in compare, points and needed a forecast, such as --forecast {name}=3")
        self.used[name] = series
        words = f" ({WORDS[rate.how]})"
        if rate.how == "forecast":
            self.forecasts[series.label, month] = None
            words = f", {series.forecaster}"
        return IndexRate(rate.percent, words)
