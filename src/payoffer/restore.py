"""What pay has lost since a base month: the change in what it buys, and the gaps of the years between.

Pay then kept up with prices is ``then x I(to) / I(from)``; the real change is ``now`` against that. Year by year, the
pay of each twelve months from the base month is set against pay then kept up to the month in which they start, the
same step as in ``compare``; the gaps are added up twice, in pounds of their own year and in pounds of the last month.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from payoffer.errors import NotValued
from payoffer.money import in_percent
from payoffer.periods import YEAR, add_months, month_name, months_between
from payoffer.prices import PriceIndex
from payoffer.series import Rate, Series

DAYS = 365
"""Days of the year that a shortfall is told in."""


class Since(NamedTuple):
    """Pay in two months, full-time pounds a year, and prices from the first of them on."""

    then: Fraction
    now: Fraction
    first: date
    last: date
    prices: PriceIndex

    @property
    def months(self) -> int:
        """The months between."""
        return months_between(self.first, self.last)

    @property
    def level(self) -> Fraction:
        """Prices in the last month against the first."""
        return self.prices.level(self.months)

    @property
    def pay_change_percent(self) -> Fraction:
        """The change in pay."""
        return in_percent(self.now / self.then)

    @property
    def prices_change_percent(self) -> Fraction:
        """The change in prices."""
        return in_percent(self.level)

    @property
    def real_change_percent(self) -> Fraction:
        """The change in what pay buys."""
        return in_percent(self.now / self.inflation_proofed)

    @property
    def points_behind(self) -> Fraction:
        """The change in prices less the change in pay, in percentage points."""
        return self.prices_change_percent - self.pay_change_percent

    @property
    def catch_up_percent(self) -> Fraction:
        """The rise by which pay would catch up."""
        return in_percent(self.inflation_proofed / self.now)

    @property
    def inflation_proofed(self) -> Fraction:
        """Pay then, kept up with prices, in pounds a year."""
        return self.then * self.level

    @property
    def shortfall_rate(self) -> Fraction:
        """How far pay is short of that, in pounds a year; below zero is over."""
        return self.inflation_proofed - self.now

    @property
    def days_a_year(self) -> Fraction:
        """The shortfall as days of the pay that would have kept up."""
        return self.shortfall_rate / self.inflation_proofed * DAYS


class PathYear(NamedTuple):
    """Twelve months, or fewer at the end: pay over them against pay then kept up to their start.

    ``pay`` and ``kept_up`` are pounds a year, ``gap`` pounds of that time, ``gap_now`` the same in pounds of the last
    month.
    """

    first: date
    months: int
    pay: Fraction
    kept_up: Fraction
    gap: Fraction
    gap_now: Fraction

    @property
    def real_change_percent(self) -> Fraction:
        """The change in what the pay of this time buys."""
        return in_percent(self.pay / self.kept_up)


class Path:
    """Pay by the month from which it was paid, against prices since the first month."""

    def __init__(self, pay: Mapping[date, Fraction], since: Since) -> None:
        """Follow ``pay`` over the months of ``since``."""
        self.pay = pay
        self.since = since

    @cached_property
    def years(self) -> list[PathYear]:
        """The years from the first month up to the last, the last of them perhaps a part."""
        since = self.since
        found = []
        for start in range(0, since.months, YEAR):
            months = min(YEAR, since.months - start)
            first = add_months(since.first, start)
            pay = sum((pay_in(self.pay, add_months(first, month)) for month in range(months)), Fraction(0)) / months
            level = since.prices.level(start)
            gap = (since.then * level - pay) * months / YEAR
            found.append(PathYear(first, months, pay, since.then * level, gap, gap * since.level / level))
        return found

    @property
    def gaps_in_own_pounds(self) -> Fraction:
        """The gaps added up, each in pounds of its own year."""
        return sum((year.gap for year in self.years), Fraction(0))

    @property
    def gaps_in_todays_pounds(self) -> Fraction:
        """The gaps added up, each in pounds of the last month."""
        return sum((year.gap_now for year in self.years), Fraction(0))


def pay_in(pay: Mapping[date, Fraction], month: date) -> Fraction:
    """Return the pay in force in a month; raises ``NotValued`` for a month before the first."""
    known = [start for start in pay if start <= month]
    if not known:
        raise NotValued(
            f"pay is known here from {month_name(min(pay))}, and {month_name(month)} is needed: start later with --from"
        )
    return pay[max(known)]


def published_rates(series: Series, first: date, last: date) -> tuple[Rate, ...]:
    """Return the published twelve-month rates of the first month's name in each year up to ``last``.

    Raises ``NotValued`` where the months are no whole years apart, or a rate is not held.
    """
    months = months_between(first, last)
    if months % YEAR:
        raise NotValued(
            f"--rates multiplies the rates of one month of the year, and {month_name(first)} to {month_name(last)} is "
            "no whole number of years: choose the same month in both, or leave --rates out"
        )
    rates = []
    for more in range(YEAR, months + 1, YEAR):
        month = add_months(first, more)
        series.level(month)
        rate = series.rate(month)
        if rate is None:
            raise NotValued(
                f"the published {series.label} rate of {month_name(month)} is not held here: leave --rates out to "
                "reckon with the index"
            )
        rates.append(rate)
    return tuple(rates)
