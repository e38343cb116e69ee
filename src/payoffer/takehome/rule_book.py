"""Which tax year's rates are meant, and the rules of any month by them.

Each month has its own rules. ``--tax-year 2026-27`` puts every month under the rules of the same month of that year;
``"at 2026-27 rates"`` does so for months after it alone, since nobody knows the rates of later years.
"""

import re
from datetime import date
from typing import NamedTuple, NoReturn

from payoffer.takehome.circumstances import Circumstances
from payoffer.takehome.rules import Rules, month_rules
from payoffer.takehome.tables import Tables
from payoffer.takehome.tax_years import TaxYear, of_day, read
from payoffer.typed import refuse, tidy

_AT_RATES = re.compile(r"(?:(?P<year>.*\S) )?at (?P<rates>\S+)(?: rates?)?", re.IGNORECASE)


class Asked(NamedTuple):
    """A tax year as it was asked for: whose ``rates``, and the ``year`` that they are to stand for.

    ``year`` equals ``rates`` for a year by its own rates, and is None for "at 2026-27 rates".
    """

    rates: TaxYear
    year: TaxYear | None

    @property
    def label(self) -> str:
        """``2023-24``, ``2027-28 at 2026-27 rates`` or ``at 2026-27 rates``."""
        if self.year == self.rates:
            return self.rates.label
        return f"{self.year.label} at {self.rates.label} rates" if self.year else f"at {self.rates.label} rates"


def asked(text: str, tables: Tables, what: str = "--tax-year") -> Asked:
    """Read a tax year, or one later than all that are known "at" the last one's rates.

    Raises:
        UsageProblem: not a tax year; rates of another year for one whose own are known.

    """
    match = _AT_RATES.fullmatch(tidy(text).strip())
    if match is None:
        own = read(text, what)
        return Asked(own, own)
    rates, last = read(match["rates"], what), of_day(tables.last)
    year = read(match["year"], what) if match["year"] else None
    if rates != last or (year is not None and year <= last):
        _refuse(text, year, last, what)
    return Asked(rates, year)


def _refuse(text: str, year: TaxYear | None, last: TaxYear, what: str) -> NoReturn:
    own = f"{year.label} has its own: write {year.label}" if year and year <= last else f"write at {last.label} rates"
    refuse(
        what, text, f"takes the rates of another year, and only those of {last.label} can stand for later ones: {own}"
    )


class RuleBook:
    """The rules of every month for one person, each made once."""

    def __init__(self, tables: Tables, who: Circumstances, name: str = "", asked: Asked | None = None) -> None:
        """Use ``tables``; ``name`` is how ``--pension`` names the offer, with its ``=``."""
        self.who = who
        self._tables = tables
        self._name = name
        self._asked = asked
        self._made: dict[date, Rules] = {}

    def on(self, pay_day: date) -> Rules:
        """Return the rules of the month paid on ``pay_day``.

        Raises ``NoRates`` for a month that no rates are known for.
        """
        day = self._meant(pay_day)
        if day not in self._made:
            self._made[day] = month_rules(self._tables, day, self.who, self._name)
        return self._made[day]

    def every(self) -> list[Rules]:
        """Return all rules used so far, in the order of their months."""
        return [self._made[day] for day in sorted(self._made)]

    def _meant(self, day: date) -> date:
        if self._asked is None or (self._asked.year != self._asked.rates and day <= self._asked.rates.last):
            return day
        return self._asked.rates.pay_day(day.month)
