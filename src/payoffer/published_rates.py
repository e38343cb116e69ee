"""The published rate of an index in a month, for rises that follow one; and which series were asked."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from payoffer.money import plain
from payoffer.periods import YEAR, add_months, month_name
from payoffer.series import WORDS, Series

BESIDE = {"published": "published", "derived": "from the published index"}
"""What a published rate is called beside the user's own figure, by how it came about."""


def index_of(name: str, month: date | None) -> str:
    """Return what an index is called: ``RPI of May 2025``, ``RPI`` where no month is named."""
    return f"{name.upper()} of {month_name(month)}" if month else name.upper()


class IndexRate(NamedTuple):
    """The twelve-month rate of an index in one month, in percent; None where it is not known.

    ``words`` say how it came about, or why there is none; ``remedy`` what can be done beside giving it. ``yours``
    says that it is the user's own figure, ``words`` then what was published; ``forecaster`` whose forecast it is.
    """

    percent: Decimal | None
    words: str = ""
    remedy: str = ""
    yours: bool = False
    forecaster: str = ""

    def told(self, name: str) -> str:
        """Return the rate in words: ``RPI of May 2025 is 4%``, ``your figure for RPI of May 2025 is 5%``."""
        percent = plain(self.percent or Decimal(0))
        if self.forecaster:
            return f"{name} would be {percent}% on {self.forecaster}"
        return f"{'your figure for ' if self.yours else ''}{name} is {percent}%{self.words}"


class PublishedRates:
    """Looks rates up in the series that ``find`` returns for a name; ``used`` holds those that gave one.

    ``held`` returns what is published of a series, without a forecast. ``forecasts`` holds which of the rates given
    were forecasts: what the series is called, and the month. ``yours`` holds the user's own figures in words.
    """

    def __init__(
        self, find: Callable[[str], Series | None], held: Callable[[str], Series | None] = lambda _: None
    ) -> None:
        """Take what finds a series by its name in small letters, None where there is none of it."""
        self._find = find
        self._held = held
        self.used: dict[str, Series] = {}
        self.forecasts: dict[tuple[str, date], None] = {}
        self.yours: dict[str, None] = {}

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
            return IndexRate(rate.percent, forecaster=series.forecaster)
        return IndexRate(rate.percent, words)

    def beside(self, percent: Decimal, name: str, month: date | None) -> IndexRate:
        """Return the user's own figure for the rate of an index, with what was published of that month."""
        series = self._held(name) if month else None
        rate = series.rate(month) if series and month else None
        words = f" ({BESIDE[rate.how]}: {plain(rate.percent)}%)" if rate else ""
        if series and rate:
            self.used.setdefault(name, series)
        self.yours[f"{plain(percent)}% for {index_of(name, month)}{words}"] = None
        return IndexRate(percent, words, yours=True)
