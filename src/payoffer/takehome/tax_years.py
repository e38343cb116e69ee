"""Tax years, from 6 April to 5 April, and the days in them on which monthly pay is taken to be paid.

Pay comes on the last day of a calendar month, so that April is the first month of a tax year and of a pension year
(which begins on 1 April) alike, and a change on the 6th of a month is met by that month's pay.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from payoffer.periods import YEAR
from payoffer.typed import refuse, tidy, trimmed

APRIL = 4
FIRST_DAY = 6
CENTURY = 100
EXAMPLE = "2023-24"
_WRITTEN = re.compile(r"([0-9]{4}) ?[-/] ?(?:20)?([0-9]{2})")
_ALONE = re.compile(r"[0-9]{4}")


class TaxYear(NamedTuple):
    """The tax year that begins on 6 April of the year ``start``."""

    start: int

    @property
    def label(self) -> str:
        """``2023-24``."""
        return f"{self.start}-{(self.start + 1) % CENTURY:02}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.start, APRIL, FIRST_DAY)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.start + 1, APRIL, FIRST_DAY - 1)

    def pay_day(self, month: int) -> date:
        """Return the pay day in this tax year of a calendar month (from 1)."""
        return month_end(self.start + (month < APRIL), month)

    def pay_days(self) -> Iterator[date]:
        """Yield its twelve pay days, from April to March."""
        return (self.pay_day((APRIL - 1 + number) % YEAR + 1) for number in range(YEAR))


def month_end(year: int, month: int) -> date:
    """Return the last day of a calendar month."""
    return date(year, month, monthrange(year, month)[1])


def of_day(day: date) -> TaxYear:
    """Return the tax year that a day is in."""
    return TaxYear(day.year - (day < date(day.year, APRIL, FIRST_DAY)))


def read(text: str, what: str = "--tax-year") -> TaxYear:
    """Read a tax year: ``2023-24``, ``2023/24``, ``2023-2024``.

    Raises:
        UsageProblem: not a tax year; one year alone, which could be either of two.

    """
    left = tidy(trimmed(text, what=what, example=EXAMPLE))
    if _ALONE.fullmatch(left):
        either = f"{TaxYear(int(left) - 1).label} or {TaxYear(int(left)).label}"
        refuse(what, text, f"could be {either}: write {either}")
    match = _WRITTEN.fullmatch(left)
    year = TaxYear(int(match[1])) if match else None
    if match is None or year is None or int(match[2]) != (year.start + 1) % CENTURY:
        refuse(what, text, f"is not a tax year: write it as {EXAMPLE}")
    return year
