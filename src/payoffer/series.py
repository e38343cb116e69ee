"""A price series: an index by month, the rates published beside it, and where both come from.

A month is the ``date`` of its first day. Levels are exact as published; change over twelve months is the ratio of two
levels, while the *published* rate is what the statistics office printed, reckoned from figures it does not print: the
two differ by 0.1 in many months, so each is called what it is. A quarterly series holds its quarter's mean in each of
its three months.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from payoffer.errors import NotValued
from payoffer.money import decimals, in_percent, plain
from payoffer.periods import YEAR, add_months, month_name

Level = Decimal | Fraction
How = Literal["published", "derived", "forecast"]
WORDS: Mapping[How, str] = {
    "published": "published",
    "derived": "from the index, rounded to 0.1",
    "forecast": "forecast",
}


class Rate(NamedTuple):
    """A twelve-month rate in percent, and how it came about: ``derived`` is from the index, rounded to 0.1."""

    percent: Decimal
    how: How

    @property
    def words(self) -> str:
        """Return ``10.1%, published``."""
        return f"{plain(self.percent)}%, {WORDS[self.how]}"


class Provenance(NamedTuple):
    """Where a series comes from: the publisher's code, its base, licence and days, as far as they are known.

    ``released``, ``next_release`` and ``read`` are days or months in ISO form, or empty; ``file`` is what it was
    read from; ``lag`` is how many months after a month its figure is published, ``every`` how many months one
    figure is for.
    """

    label: str
    called: str
    title: str = ""
    code: str = ""
    base: str = ""
    publisher: str = ""
    licence: str = ""
    released: str = ""
    next_release: str = ""
    read: str = ""
    file: str = ""
    lag: int = 1
    every: int = 1


class Series(NamedTuple):
    """An index by month without gaps, with its published rates; from ``forecast_from`` on it is a forecast.

    ``name`` tells it from every other series of an answer; ``forecast`` is what the forecast is called, ``forecaster``
    whose it is, in a few words for a sentence.
    """

    name: str
    levels: Mapping[date, Level]
    provenance: Provenance
    rates: Mapping[date, Decimal] = {}
    forecast_from: date | None = None
    forecast: str = ""
    as_of: date | None = None
    forecaster: str = ""

    @property
    def label(self) -> str:
        """What it is called in tables."""
        return self.provenance.label

    @property
    def first(self) -> date:
        """The first month that it has."""
        return min(self.levels)

    @property
    def last(self) -> date:
        """The last month that it has."""
        return max(self.levels)

    @property
    def last_published(self) -> date:
        """The last month that is no forecast."""
        return add_months(self.forecast_from, -1) if self.forecast_from else self.last

    def level(self, month: date) -> Fraction:
        """Return the index of a month.

        Raises ``NotValued`` for a month it does not have, naming the first or the last one and what to do.
        """
        found = self.levels.get(month)
        if found is None:
            raise NotValued(self._without(month))
        return Fraction(found)

    def change(self, month: date) -> Fraction:
        """Return the rise over the twelve months to ``month`` in percent, from the index; raises as ``level``."""
        return in_percent(self.level(month) / self.level(add_months(month, -YEAR)))

    def without_forecast(self) -> "Series":
        """Return the published months alone."""
        levels = {month: level for month, level in self.levels.items() if not self.is_forecast(month)}
        return self._replace(levels=levels, forecast_from=None, forecast="", forecaster="")

    def is_forecast(self, month: date) -> bool:
        """Say whether a month is a forecast."""
        return self.forecast_from is not None and month >= self.forecast_from

    def rate(self, month: date) -> Rate | None:
        """Return the twelve-month rate of a month as it is quoted; None where no published one is known.

        The RPI's rate is by its publisher's own rule the index ratio rounded to 0.1, so one that is not at hand is
        made in that way, and marked.
        """
        if self.is_forecast(month):
            return Rate(decimals(self.change(month), 1), "forecast")
        if month in self.rates:
            return Rate(self.rates[month], "published")
        if self.name == "rpi" and month in self.levels and add_months(month, -YEAR) in self.levels:
            return Rate(decimals(self.change(month), 1), "derived")
        return None

    def known_by(self, month: date) -> "Series":
        """Return the series as it was by the end of ``month``: later publications left out.

        Raises ``NotValued`` where nothing had been published yet.
        """
        last = add_months(month, -self.provenance.lag)
        last = add_months(last, -(last.month % self.provenance.every))
        levels = {each: level for each, level in self.levels.items() if each <= last}
        if not levels:
            raise NotValued(f"{self.label}: nothing here was published by {month_name(month)}: name a later month")
        rates = {each: rate for each, rate in self.rates.items() if each <= last}
        return self._replace(levels=levels, rates=rates, as_of=month)

    def _without(self, month: date) -> str:
        if month < self.first:
            return f"{self.label} here begins in {month_name(self.first)}, and {month_name(month)} is needed: {EARLIER}"
        last = month_name(self.last)
        if self.forecast_from:
            return (
                f"{self.label} with {self.forecast} ends in {last}, and {month_name(month)} is needed: "
                "count fewer months, or add --forecast with a rate a year, such as --forecast 3"
            )
        known = f", as known by {month_name(self.as_of)}," if self.as_of else ""
        newer = "" if self.as_of or self.provenance.publisher != "ONS" else f", or take in newer months with {IMPORT}"
        return (
            f"{self.label} here{known} ends in {last}, and {month_name(month)} is needed: add a rate a year such as "
            f"--forecast 3, or a published one with --forecast obr or --forecast boe{newer}"
        )


EARLIER = "start later, or give rates"
IMPORT = "payoffer prices import FILE"
