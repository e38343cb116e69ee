"""How prices rise on the clock of pay years: what is asked about, and the same set to one offer's anchor.

Year k of a deal meets the rise in prices over the twelve months up to its start. From rates a year, the level after k
whole years is the product of the first k, and is geometric in between. From a series, the level after t months is
``I(anchor - 12 + t) / I(anchor - 12)``, where months are those in which the pay years start; prices *during* the deal
are ``I(anchor + t) / I(anchor)`` instead.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple

from payoffer.money import in_percent
from payoffer.periods import YEAR, add_months
from payoffer.powers import power
from payoffer.series import Rate, Series

When = Literal["before", "during"]
"""Prices up to the start of each pay year, or over the deal itself."""


class PriceIndex:
    """Prices against the start of the clock, from yearly rates in percentage points.

    A list shorter than the years counted repeats its last rate.
    """

    during = False
    """Whether prices are those of the deal itself: then nothing in pounds is set against them."""

    def __init__(self, name: str, rates: tuple[Decimal, ...], source: str = "your figure") -> None:
        """Take one or more rates, each above -100; ``name`` and ``source`` are printed beside the figures."""
        self.name = name
        self.rates = rates
        self.source = source

    def on(self, anchor: date, months: Fraction) -> "PriceIndex":  # noqa: ARG002
        """Return the same prices on the clock of a deal: rates a year have no dates."""
        return self

    def is_forecast(self, months: Fraction) -> bool:  # noqa: ARG002
        """Say whether prices after ``months`` are a forecast: rates a year are the user's own."""
        return False

    def rate(self, year: int) -> Decimal | Fraction:
        """Return the rise in prices, in percentage points, up to the start of pay year ``year`` (from 1)."""
        return self.rates[min(year, len(self.rates)) - 1]

    @cached_property
    def _levels(self) -> list[Fraction]:
        return [Fraction(1)]

    def level(self, months: Fraction | int) -> Fraction:
        """Return prices after ``months``, as a multiple of prices at the start of the clock."""
        whole, part = divmod(Fraction(months), YEAR)
        levels = self._levels
        while len(levels) <= whole:
            levels.append(levels[-1] * self._factor(len(levels)))
        level = levels[whole]
        return level * power(self._factor(whole + 1), part / YEAR) if part else level

    def _factor(self, year: int) -> Fraction:
        return 1 + Fraction(self.rate(year)) / 100


class Meant(NamedTuple):
    """What one pay year meets of a series: two months with the levels met, and the rate quoted for the second.

    ``quoted`` is None where the months are not twelve apart or no published rate is known. ``into`` says that the
    second level lies on the way into its month, as the time ends with a part of one.
    """

    start: date
    end: date
    before: Fraction
    after: Fraction
    quoted: Rate | None
    forecast: bool
    into: bool

    @property
    def percent(self) -> Fraction:
        """The rise between the two months in percent, from the index."""
        return in_percent(self.after / self.before)


class SeriesPrices:
    """Prices by a series, before they are set to the clock of any deal."""

    rates: tuple[Decimal, ...] = ()

    def __init__(self, series: Series, when: When = "before") -> None:
        """Measure by ``series``, up to the start of each pay year or during the deal."""
        self.series = series
        self.name = series.label
        self.source = series.provenance.file or series.label
        self.when: When = when

    @property
    def during(self) -> bool:
        """Whether prices are those of the deal itself."""
        return self.when == "during"

    def on(self, anchor: date, months: Fraction) -> "DatedIndex":
        """Return the prices on the clock of a deal that begins on ``anchor``, over ``months``."""
        return DatedIndex(self, anchor, months)


class DatedIndex(PriceIndex):
    """A series on the clock of one deal."""

    def __init__(self, prices: SeriesPrices, anchor: date, months: Fraction) -> None:
        """Start the clock a year before ``anchor``, or with it where prices are those of the deal itself.

        Raises ``NotValued`` where the series does not have all the months.
        """
        super().__init__(prices.name, (), prices.source)
        self.prices = prices
        self.series = prices.series
        self.during = prices.during
        self.months = months
        self.base = add_months(anchor.replace(day=1), 0 if self.during else -YEAR)
        for month in (Fraction(0), months):
            self.series.level(self.month(month))

    def level(self, months: Fraction | int) -> Fraction:
        """Return prices after ``months`` against the start."""
        return self.index(Fraction(months)) / self.index(Fraction(0))

    def index(self, months: Fraction) -> Fraction:
        """Return the index ``months`` after the start; geometric within a month."""
        whole, part = divmod(months, 1)
        month = add_months(self.base, whole)
        level = self.series.level(month)
        return level * power(self.series.level(add_months(month, 1)) / level, part) if part else level

    def rate(self, year: int) -> Fraction:
        """Return what the months of a pay year meet, in percent; of a part year as a rate a year."""
        start, end = self.span(year)
        ratio = self.level(end) / self.level(start)
        return in_percent(power(ratio, YEAR / (end - start)))

    def month(self, months: Fraction) -> date:
        """Return the month that the clock stands at after ``months``; the month in which a part of one ends."""
        return add_months(self.base, -int(-months // 1))

    def is_forecast(self, months: Fraction) -> bool:
        """Say whether the month that the clock stands at after ``months`` is a forecast."""
        return self.series.is_forecast(self.month(months))

    def meant(self, year: int) -> Meant:
        """Return the months that pay year ``year`` (from 1) meets; the month in which a part year ends counts."""
        return self.between(*self.span(year))

    def ends(self) -> Meant:
        """Return the first and the last month of the clock."""
        return self.between(Fraction(0), self.months)

    def between(self, start: Fraction, end: Fraction) -> Meant:
        """Return the months that the clock stands at after ``start`` and after ``end`` months."""
        first, last = self.month(start), self.month(end)
        quoted = self.series.rate(last) if end - start == YEAR else None
        levels = self.index(start), self.index(end)
        return Meant(first, last, *levels, quoted, self.series.is_forecast(last), into=end.denominator > 1)

    def other(self) -> "DatedIndex":
        """Return the same series by the other clock; raises ``NotValued`` where it does not have its months."""
        when: When = "before" if self.during else "during"
        anchor = add_months(self.base, 0 if self.during else YEAR)
        return DatedIndex(SeriesPrices(self.series, when), anchor, self.months)

    def span(self, year: int) -> tuple[Fraction, Fraction]:
        """Return the months on the clock that pay year ``year`` (from 1) meets: twelve, or fewer at the end."""
        start = Fraction(YEAR * (year - 1))
        return start, min(start + YEAR, self.months)


Prices = PriceIndex | SeriesPrices
"""What is asked about: rates a year, or a series; ``on`` sets either to the clock of a deal."""
