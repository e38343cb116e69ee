"""Every figure of an offer's value over one window of months.

A valuation weighs the rises, not the rates: each rise of basic pay counts for its share of each pay year.
All figures are exact fractions: money in pounds (scaled by the person's share of full-time hours), rates in
full-time pounds a year, percentages in percentage points. A figure that does not apply is None.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from payoffer.arrears import Rise, rises
from payoffer.money import HUNDRED, in_percent
from payoffer.pay_over import ZERO, PayOver, Window
from payoffer.pay_year import YearFigures
from payoffer.periods import YEAR
from payoffer.powers import power
from payoffer.prices import PriceIndex
from payoffer.schedule import PaySchedule
from payoffer.steps import Payment

CLOSE = Fraction(1, 10**12)
"""How near the search for the cash break-even comes: far past the six decimals shown."""


class LateMonth(NamedTuple):
    """A month's back pay, or a part month's: its rise a year, by how much prices rise a year, how many months late."""

    rise: Fraction
    months: Fraction
    factor: Fraction
    late: int


class Valuation(PayOver):
    """One schedule over one window, against prices if they are given."""

    def __init__(self, schedule: PaySchedule, paid: PaySchedule, window: Window, prices: PriceIndex | None) -> None:
        """Value ``schedule``; ``paid`` is the same pay with only what is already in payment."""
        super().__init__(schedule, window, prices)
        self.paid = paid

    @cached_property
    def years(self) -> list[YearFigures]:
        """The figures of each pay year."""
        return [YearFigures(self, span) for span in self.spans]

    @property
    def payments_inside(self) -> list[Payment]:
        """One-offs that count in the window."""
        return [payment for payment in self.schedule.payments if self.month(payment) < self.months]

    @property
    def payments_outside(self) -> list[Payment]:
        """One-offs that count after the window: named in the output, never dropped in silence."""
        return [payment for payment in self.schedule.payments if self.month(payment) >= self.months]

    @property
    def _real(self) -> Fraction | None:
        """Prices at the end, where a real-terms figure may be shown: never past the end of an offer."""
        return None if self.window.silent else self.level(self.months)

    @cached_property
    def rate_at_end(self) -> Fraction:
        """Basic pay a year at the end of the window."""
        return self.rate_at(self.months)

    @property
    def headline_percent(self) -> Fraction | None:
        """What the percentages add up to; None unless every step is a percentage."""
        return None if self.headline_parts is None else sum(self.headline_parts, ZERO)

    @cached_property
    def headline_parts(self) -> list[Fraction] | None:
        """The percentages that a headline adds up; of a rise in all, what it adds to those paid on account."""
        parts: list[tuple[date, Fraction]] = []
        for step in self.schedule.steps:
            if self.clock.at(step.start) >= self.months:
                break
            for applied in (applied for part in step.parts for applied in part.working):
                term = applied.term
                percent = applied.figure
                if term.kind == "total_percent":
                    since = term.of if isinstance(term.of, date) else None
                    on_account = (p for day, p in parts if (day > since if since else day == step.start))
                    percent -= sum(on_account, ZERO)
                elif term.kind not in {"percent", "index"}:
                    if applied.after == applied.before:
                        continue
                    return None
                parts.append((step.start, percent))
        return [percent for _, percent in parts]

    @cached_property
    def compounded_percent(self) -> Fraction:
        """The rise in basic pay over the window; one-off money is never in it."""
        return in_percent(self.rate_at_end / self.rate_before)

    @cached_property
    def per_year_percent(self) -> Fraction | None:
        """The rise in basic pay as an even rise a year."""
        if self.window.silent:
            return None
        return in_percent(power(self.rate_at_end / self.rate_before, YEAR / self.months))

    @property
    def break_even_percent(self) -> Fraction | None:
        """Prices rising by this much a year leave what basic pay buys unchanged."""
        return self.per_year_percent

    @property
    def monthly_rise(self) -> Fraction:
        """The rise in basic pay a month at the end."""
        return (self.rate_at_end - self.rate_before) * self.fte / YEAR

    @cached_property
    def one_off_cash(self) -> Fraction:
        """One-off money in the window."""
        return self.one_offs(ZERO, self.months)

    @cached_property
    def extra_cash(self) -> Fraction:
        """Extra pay against no rise at all, one-offs in."""
        return self.extra_pay(ZERO, self.months)

    @cached_property
    def new_cash(self) -> Fraction:
        """What a Yes vote adds: the offer's value less that of the part already being paid."""
        return self.extra_cash - self.already_paid.extra_cash

    @cached_property
    def already_paid(self) -> "Valuation":
        """The value over the same months of the part that is already being paid."""
        return Valuation(self.paid, self.paid, self.window, None)

    @cached_property
    def extra_cash_needed(self) -> Fraction | None:
        """The extra pay that would have kept up with prices."""
        return _sum(year.extra_cash_needed for year in self.years)

    @property
    def shortfall(self) -> Fraction | None:
        """Needed less extra pay; below zero is over."""
        return None if self.extra_cash_needed is None else self.extra_cash_needed - self.extra_cash

    @property
    def shortfall_without_one_off(self) -> Fraction | None:
        """The shortfall if the one-off is left out."""
        return None if self.shortfall is None else self.shortfall + self.one_off_cash

    @cached_property
    def real_pay_change(self) -> Fraction | None:
        """Pay over the window in the money of before the offer, against keeping up."""
        if self.window.silent:
            return None
        kept_up = self.rate_before * self.fte * self.months / YEAR
        real = _sum(_over(year.pay, year.cash_level) for year in self.years)
        return None if real is None else real - kept_up

    @cached_property
    def real_extra_cash(self) -> Fraction | None:
        """Extra pay in the money of before the offer; its sign says nothing about keeping up."""
        if self.window.silent:
            return None
        return _sum(_over(year.extra_cash, year.cash_level) for year in self.years)

    @cached_property
    def real_change_percent(self) -> Fraction | None:
        """What basic pay buys at the end, against before the offer: the only real-terms change."""
        return None if self._real is None else in_percent(self.rate_at_end / self.rate_before / self._real)

    @property
    def points_behind(self) -> Fraction | None:
        """The rise in prices less the rise in basic pay, in percentage points."""
        return None if self._real is None else in_percent(self._real) - self.compounded_percent

    @property
    def catch_up_percent(self) -> Fraction | None:
        """The rise by which basic pay would catch up with prices."""
        return None if self._real is None else in_percent(self.rate_before * self._real / self.rate_at_end)

    @cached_property
    def cash_break_even_percent(self) -> Fraction | None:
        """The even rise in prices at which the shortfall is nil, one-offs in; None where no rate does it."""
        if self.window.silent:
            return None
        pay = self.rate_before * self.fte
        low, high = Fraction(-99, 100), Fraction(10)
        if not self._over_needed(low, pay) <= self.extra_cash <= self._over_needed(high, pay):
            return None
        while high - low > CLOSE:
            middle = Fraction(round((low + high) / 2 * 10**15), 10**15)
            if self._over_needed(middle, pay) < self.extra_cash:
                low = middle
            else:
                high = middle
        return high * HUNDRED

    def _over_needed(self, rate: Fraction, pay: Fraction) -> Fraction:
        return sum((span.share * pay * (power(1 + rate, span.end / YEAR) - 1) for span in self.spans), ZERO)

    @cached_property
    def one_off_as_rise_percent(self) -> Fraction | None:
        """The rise over the rest of the window that would bring as much as the one-offs."""
        if not self.one_off_cash:
            return None
        total = ZERO
        for payment in self.payments_inside:
            total += payment.amount / self.pay_between(Fraction(self.month(payment) // 1), self.months)
        return total * HUNDRED

    @cached_property
    def late(self) -> list[Rise]:
        """The rises of the window that are known to come late: back pay is owed for a month, and its day is given."""
        found = rises(self, self.schedule.offer.offered)
        return [rise for rise in found if rise.award.paid and rise.earned < rise.in_basic_pay]

    @cached_property
    def arrears(self) -> Fraction | None:
        """Back pay of the months before the one in which it is paid; None where none is known to be owed."""
        return sum(map(self.back_pay, self.late), ZERO) if self.late else None

    def back_pay(self, late: Rise) -> Fraction:
        """Return what is owed of one rise for the months of the window, scaled by fte."""
        return late.back_pay(self.months) * self.fte

    @cached_property
    def late_months(self) -> list[LateMonth]:
        """Each month's back pay, with how late it comes; none without prices that sums of money are set against."""
        if self.prices is None or not self.in_cash:
            return []
        rates = self.prices.rate
        return [
            LateMonth(late.a_year, month.share, 1 + Fraction(rates(month.month // YEAR + 1)) / HUNDRED, month.late)
            for late in self.late
            for month in late.back_months(self.months)
        ]

    @cached_property
    def late_payment_loss(self) -> Fraction | None:
        """What the back pay lost to prices while it was owed."""
        if not (self.in_cash and self.late):
            return None
        lost = (
            late.rise * late.months * (1 - power(late.factor, Fraction(-late.late, YEAR))) for late in self.late_months
        )
        return sum(lost, ZERO) * self.fte / YEAR


def _over(money: Fraction, level: Fraction | None) -> Fraction | None:
    return None if level is None else money / level


def _sum(values: Iterable[Fraction | None]) -> Fraction | None:
    total = ZERO
    for value in values:
        if value is None:
            return None
        total += value
    return total
