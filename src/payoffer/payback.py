"""Were the strike days worth it: what they cost, and in which month the gain over the refused offer has paid it back.

The gain is counted month by month when it is earned, only in months that both offers cover or for which it has been
said what would have followed. A day costs a fraction of a year's pay at the rate in payment. What goes on after the
months counted is the difference in annual pay at their end.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from payoffer.against import months_of_both
from payoffer.compare import Comparison, Read, Valued
from payoffer.periods import DAY, YEAR, Clock
from payoffer.settle import Assumption
from payoffer.verdict import pairs


class Cost(NamedTuple):
    """What the days cost, exact pounds: so many days, each this fraction of a year's pay ``rate`` (scaled by fte)."""

    days: Decimal
    of_year: Fraction
    rate: Fraction

    @property
    def pounds(self) -> Fraction:
        """The cost of all days."""
        return Fraction(self.days) * self.of_year * self.rate


class YearGain(NamedTuple):
    """The gain of one pay year, or of the part of it that is counted, in pounds."""

    year: int
    months: Fraction
    gain: Fraction


class Gain(NamedTuple):
    """One pair of readings: the gain month by month, and the month in which the cost is paid back, from 1.

    ``paid_back`` is None where it is not within the months counted. ``goes_on`` is the difference in annual pay after.
    ``assumes`` is what the settlement is taken to mean, ``refused_assumes`` what the refused offer is.
    """

    assumes: tuple[Assumption, ...]
    refused_assumes: tuple[Assumption, ...]
    by_month: tuple[Fraction, ...]
    years: tuple[YearGain, ...]
    paid_back: int | None
    goes_on: Fraction

    @property
    def total(self) -> Fraction:
        """The gain over all the months counted."""
        return sum(self.by_month, Fraction(0))


class Payback(NamedTuple):
    """The settlement against the refused offer over the months both cover; ``open_after`` where one says no more."""

    won: Valued
    refused: Valued
    cost: Cost
    months: Fraction
    gains: tuple[Gain, ...]
    open_after: Valued | None

    @property
    def first_day_after(self) -> date:
        """The first day after the months counted."""
        return Clock(self.won.anchor).last_day(self.months) + DAY

    @property
    def later_rises(self) -> dict[str, list[date]]:
        """The days after the months counted on which an offer itself gives a rise, by offer; those that have any."""
        found = {}
        for offer in (self.won, self.refused):
            steps = (step for read in offer.reads for step in read.schedule.steps if step.rate != step.before)
            if days := sorted({step.start for step in steps if step.start >= self.first_day_after}):
                found[offer.id] = days
        return found

    @property
    def outcomes_turned(self) -> bool:
        """Whether by what has become of them the two seem to be named the other way round."""
        won, refused = self.won.offer.status, self.refused.offer.status
        return won != refused and (won == "rejected" or refused == "accepted")

    @property
    def never_ahead(self) -> bool:
        """Whether the offer named as refused comes to more in every reading."""
        return all(gain.total < 0 for gain in self.gains)


def payback(answer: Comparison, days: Decimal, of_year: Fraction) -> Payback:
    """Set the first offer of ``answer``, the settlement, against the second, the one refused."""
    won, refused = answer.offers
    months = months_of_both(answer)
    ended = [offer for offer in (refused, won) if offer.reads[0].figures.window.window.silent]
    cost = Cost(days, of_year, won.rate_in_payment * answer.question.pay.fte)
    gains = tuple(_gain(one, other, months, cost) for one, other in pairs(won, refused))
    return Payback(won, refused, cost, months, gains, ended[0] if ended else None)


def _gain(won: Read, refused: Read, months: Fraction, cost: Cost) -> Gain:
    one, other = won.figures.window, refused.figures.window

    def gain(start: Fraction, end: Fraction) -> Fraction:
        return one.extra_pay(start, end) - other.extra_pay(start, end)

    count = -int(-months // 1)
    by_month = tuple(gain(Fraction(month), min(Fraction(month + 1), months)) for month in range(count))
    years = []
    for start in range(0, count, YEAR):
        end = min(Fraction(start + YEAR), months)
        years.append(YearGain(start // YEAR + 1, end - start, gain(Fraction(start), end)))
    goes_on = (one.rate_at(months) - other.rate_at(months)) * one.fte
    paid_back = _paid_back(by_month, cost.pounds)
    return Gain(won.assumes, refused.assumes, by_month, tuple(years), paid_back, goes_on)


def _paid_back(by_month: tuple[Fraction, ...], cost: Fraction) -> int | None:
    """Return the first month from whose end on the gain so far is never below the cost again."""
    found = None
    for number, so_far in enumerate(accumulate(by_month), 1):
        if so_far < cost:
            found = None
        elif found is None:
            found = number
    return found
