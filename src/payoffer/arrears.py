"""When each rise of basic pay first comes, and the back pay of those that come late: one rule for every figure.

Of arrears the method says: the sum over backdated months of what a month should have been less what was paid for it,
and the month paid; of a rise "paid in month 7", that seven months are owed. So it goes by the month, as a payroll
does: on whichever day of a month a rise first comes, the whole of that month's own pay is at the new rate, and
back pay is of the months before. The first of those may be a part month, where the rise takes effect within it; it is
late by as many months as a whole one. The method does not say this of the month of payment nor of a part month: it is
the reading of a sum over months by their numbers. Months are the offer's own, which run from its anchor's day.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.offer_parts import Award
from payoffer.pay_over import ZERO, PayOver
from payoffer.periods import YEAR


class Arrival(NamedTuple):
    """When money comes, and whether that is only the earliest day it can, for want of one in the file."""

    day: date
    earliest: bool = False


class BackMonth(NamedTuple):
    """A month for which back pay is owed: its number, how much of it is owed (1 is all), and how many months late."""

    month: int
    share: Fraction
    late: int


class Rise(NamedTuple):
    """A rise of full-time pay, pounds a year: earned from one month on, first paid in the course of another."""

    a_year: Fraction
    earned: Fraction
    paid: Fraction
    arrival: Arrival
    award: Award

    @property
    def first_paid(self) -> int:
        """The number of the month in which it first comes."""
        return int(self.paid // 1)

    @property
    def in_basic_pay(self) -> Fraction:
        """The month from which it is in the pay of its own month: the whole of the one in which it is first paid."""
        return max(self.earned, Fraction(self.first_paid))

    def back_months(self, months: Fraction) -> Iterator[BackMonth]:
        """Yield each of the first ``months`` for which back pay is owed, or has been."""
        start, until = self.earned, min(self.in_basic_pay, months)
        while start < until:
            month = int(start // 1)
            end = min(Fraction(month + 1), until)
            yield BackMonth(month, end - start, self.first_paid - month)
            start = end

    def owed_months(self, months: Fraction) -> Fraction:
        """Return for how many of the first ``months`` back pay is owed."""
        return sum((month.share for month in self.back_months(months)), ZERO)

    def back_pay(self, months: Fraction) -> Fraction:
        """Return the back pay owed for the first ``months``, in full-time pounds."""
        return self.a_year * self.owed_months(months) / YEAR


def rises(pay: PayOver, offered: date | None) -> Iterator[Rise]:
    """Yield the rises of the months counted, with when each first comes; nothing new comes before it was ``offered``.

    Without dates there is no calendar on which the day of an offer could stand: None.
    """
    for step in pay.schedule.steps:
        earned = max(pay.clock.at(step.start), ZERO)
        for part in step.parts if earned < pay.months else ():
            arrival = _arrival(step.start, part.award, offered)
            yield Rise(part.rise, earned, max(pay.clock.at(arrival.day), earned), arrival, part.award)


def _arrival(effective: date, award: Award, offered: date | None) -> Arrival:
    """Return when a rise and its back pay come."""
    first = effective if award.in_payment or offered is None else max(effective, offered)
    return Arrival(max(first, award.paid)) if award.paid else Arrival(first, earliest=first > effective)
