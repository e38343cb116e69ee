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
    figure is for. ``note`` says what is special about where figures come from, ``note_in_brief`` the same in a few
    words. Those of a ``revised`` series change after they were first published. ``newer`` says how months after the
    last one are added.
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
    note: str = ""
    note_in_brief: str = ""
    revised: bool = False
    newer: str = ""


class Series(NamedTuple):
    """An index by month without gaps, with its published rates; from ``forecast_from`` on it is a forecast.

    ``name`` tells it from every other series of an answer; ``forecast`` is what the forecast is called, ``forecaster``
    whose it is, in a few words for a sentence. ``forecasts`` are the names of those that could continue it, each with
    the month in which the first was published. ``cut`` says that months which are held were left out, as not yet
    published by ``as_of``.
    """

    name: str
    levels: Mapping[date, Level]
    provenance: Provenance
    rates: Mapping[date, Decimal] = {}
    forecast_from: date | None = None
    forecast: str = ""
    as_of: date | None = None
    forecaster: str = ""
    forecasts: Mapping[str, str] = {}
    cut: bool = False

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
            raise NotValued(f"{self.lacking(month)}: {self._remedy(month)}")
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

        Raises ``NotValued`` where nothing had been published yet, or what had been published has been revised since.
        """
        told = self.provenance
        if told.revised and f"{month:%Y-%m}" < told.released[:7]:
            held = month_name(date.fromisoformat(f"{told.released[:7]}-01"))
            raise NotValued(
                f"{self.label}: the figures here are those of {held}, and they are revised after they are first "
                f"published: what had been published by {month_name(month)} is not held, so leave --as-of out or name "
                "another series"
            )
        last = add_months(month, -told.lag)
        last = add_months(last, -(last.month % told.every))
        levels = {each: level for each, level in self.levels.items() if each <= last}
        if not levels:
            raise NotValued(f"{self.label}: nothing here was published by {month_name(month)}: name a later month")
        rates = {each: rate for each, rate in self.rates.items() if each <= last}
        return self._replace(levels=levels, rates=rates, as_of=month, cut=len(levels) < len(self.levels))

    def lacking(self, month: date) -> str:
        """Return in words that a month is not there: ``CPI here ends in August 2026, and May 2027 is needed``."""
        if month < self.first:
            ends = f"here begins in {month_name(self.first)}"
        elif self.forecast_from:
            ends = f"with {self.forecaster} ends in {month_name(self.last)}"
        else:
            known = f", as known by {month_name(self.as_of)}," if self.as_of else ""
            ends = f"here{known} ends in {month_name(self.last)}"
        return f"{self.label} {ends}, and {month_name(month)} is needed"

    def _remedy(self, month: date) -> str:
        if month < self.first:
            return "start later, or give rates"
        if self.forecast_from:
            return "count fewer months, or add --forecast with a rate a year, such as --forecast 3"
        then = self.as_of
        there = [f"--forecast {name}" for name, since in self.forecasts.items() if not then or since <= f"{then:%Y-%m}"]
        published = f", or a published one with {' or '.join(there)}" if there else ""
        newer = f", or {self.provenance.newer}" if self.provenance.newer and not self.cut else ""
        return f"add a rate a year such as --forecast 3{published}{newer}"
