"""Pay over a window of months: each rise of basic pay weighed by the months it is paid for, and one-offs.

The weights depend on dates alone, so the same sums serve the whole window and each pay year in it.
"""

from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from payoffer.periods import YEAR, Clock
from payoffer.prices import PriceIndex
from payoffer.schedule import PaySchedule
from payoffer.steps import Payment

ZERO = Fraction(0)


class Window(NamedTuple):
    """The months counted: from the anchor, and up to where the offer says anything (None: all of them)."""

    anchor: date
    months: Fraction
    runs_to: Fraction | None = None

    @property
    def silent(self) -> bool:
        """Whether the offer has run out before the end of the window."""
        return self.runs_to is not None and self.runs_to < self.months


class Span(NamedTuple):
    """A pay year or the part of one, in months from the anchor."""

    year: int
    start: Fraction
    end: Fraction

    @property
    def share(self) -> Fraction:
        """The part of a year that it is."""
        return (self.end - self.start) / YEAR


class PayOver:
    """One schedule over one window, against prices if they are given."""

    def __init__(self, schedule: PaySchedule, window: Window, prices: PriceIndex | None) -> None:
        """Look at the pay of ``schedule`` in ``window``."""
        self.schedule = schedule
        self.window = window
        self.prices = prices
        self.clock = Clock(window.anchor)
        self.months = window.months
        self.fte = schedule.person.fte
        self.rises = self._rises(schedule)

    def _rises(self, schedule: PaySchedule) -> list[tuple[Fraction, Fraction]]:
        """Return (month, rise in full-time pounds a year) for each step."""
        return [(max(self.clock.at(step.start), ZERO), step.rate - step.before) for step in schedule.steps]

    @cached_property
    def spans(self) -> list[Span]:
        """The pay years of the window; the last may be part of one."""
        count = -(-self.months // YEAR)
        return [
            Span(year, Fraction(YEAR * (year - 1)), min(Fraction(YEAR * year), self.months))
            for year in range(1, int(count) + 1)
        ]

    def rise_pay(self, start: Fraction, end: Fraction) -> Fraction:
        """Return extra basic pay between two months, full-time, without one-offs."""
        return _weighed(self.rises, start, end)

    def one_offs(self, start: Fraction, end: Fraction) -> Fraction:
        """Return one-off money that counts between two months; what is for a time before counts in month 0."""
        return sum((p.amount for p in self.schedule.payments if start <= self.month(p) < end), ZERO)

    def extra_pay(self, start: Fraction, end: Fraction) -> Fraction:
        """Return extra pay between two months, scaled by fte, one-offs in."""
        return self.rise_pay(start, end) * self.fte + self.one_offs(start, end)

    def month(self, payment: Payment) -> Fraction:
        """Return the month in which a one-off counts."""
        return max(self.clock.at(payment.day), ZERO)

    def rate_at(self, month: Fraction) -> Fraction:
        """Return the full-time rate in force just before ``month``."""
        return self.rate_before + sum((rise for start, rise in self.rises if start < month), ZERO)

    def level(self, month: Fraction) -> Fraction | None:
        """Return prices at ``month`` against before the first rise."""
        return self.prices.level(month) if self.prices else None

    @property
    def in_cash(self) -> bool:
        """Whether sums of money are set against prices: prices during the deal are for percentages only."""
        return self.prices is not None and not self.prices.during

    @property
    def rate_before(self) -> Fraction:
        """Basic pay a year before the first award counted."""
        return self.schedule.start_rate

    def pay_between(self, start: Fraction, end: Fraction) -> Fraction:
        """Return basic pay between two months, scaled by fte, without one-offs."""
        return (self.rate_before * (end - start) / YEAR + self.rise_pay(start, end)) * self.fte


def _weighed(rises: list[tuple[Fraction, Fraction]], start: Fraction, end: Fraction) -> Fraction:
    total = ZERO
    for month, rise in rises:
        months = end - max(start, month)
        if months > 0:
            total += rise * months
    return total / YEAR
