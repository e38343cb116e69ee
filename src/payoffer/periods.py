"""Dates and months: half-open spans, and months that run from a deal's own first day."""

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
YEAR = 12
DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of a shorter month."""
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> int:
    """Return how many months lie from the month of one day to that of another."""
    return (last.year - first.year) * YEAR + last.month - first.month


def gaps(months: Collection[date]) -> Iterator[date]:
    """Yield the months missing between the first and the last."""
    month, last = min(months), max(months)
    while month < last:
        month = add_months(month, 1)
        if month not in months:
            yield month


class Clock(NamedTuple):
    """Counts months from an anchor, the first day of a deal; a part month counts its days."""

    anchor: date

    def at(self, day: date) -> Fraction:
        """Return months from the anchor to ``day``: whole months, then days over the days of that month.

        >>> Clock(date(2023, 4, 1)).at(date(2023, 11, 7))
        Fraction(36, 5)
        """
        whole = months_between(self.anchor, day)
        if self.day(whole) > day:
            whole -= 1
        start = self.day(whole)
        if start == day:
            return Fraction(whole)
        return whole + Fraction((day - start).days, (self.day(whole + 1) - start).days)

    def day(self, months: int) -> date:
        """Return the first day of month ``months`` (from 0)."""
        return add_months(self.anchor, months)

    def last_day(self, months: Fraction) -> date:
        """Return the last day of a window of ``months``."""
        whole = int(months)
        start = self.day(whole)
        days = (months - whole) * (self.day(whole + 1) - start).days
        return start + timedelta(days=int(days)) - DAY


def month_name(day: date) -> str:
    """Return ``September 2022``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_month(day: date) -> str:
    """Return ``Sep 2022``."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def long_day(day: date) -> str:
    """Return ``1 September 2022``."""
    return f"{day.day} {month_name(day)}"


def short_day(day: date) -> str:
    """Return ``1 Sep 2022``."""
    return f"{day.day} {short_month(day)}"


def latest_before(days: Iterable[date], day: date) -> date | None:
    """Return the latest of some days that is before ``day``; None where none is."""
    return max((known for known in days if known < day), default=None)
