"""The sum behind each figure of a valuation, made of other printed figures; its result is the valuation's own.

Each method is named after the figure whose sum it writes down (report/figures.py).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from payoffer.periods import YEAR
from payoffer.report.figures import FIGURES, MONEY, PERCENT, PLACES, YEAR_FIGURES, Figure
from payoffer.report.sums import Known, Line, Sum, line, money, number, points, share, total
from payoffer.report.working_words import LABELS, YEAR_LABELS, When, length
from payoffer.schedule import Payment
from payoffer.valuation import LateMonth, Valuation, YearFigures

NIL = Fraction(0)
ONE = number(1)
NOTHING = money(NIL)


class Stretch(NamedTuple):
    """Months of the window over which basic pay does not change: its full-time rate a year."""

    start: Fraction
    end: Fraction
    rate: Fraction


def stretches(whole: Valuation, start: Fraction, end: Fraction) -> list[Stretch]:
    """Return the stretches between two months."""
    days = sorted({start, end, *(month for month, _ in whole.rises if start < month < end)})
    found: list[Stretch] = []
    for first, last in pairwise(days):
        rate = whole.rate_at(last)
        if found and found[-1].rate == rate:
            found[-1] = found[-1]._replace(end=last)
        else:
            found.append(Stretch(first, last, rate))
    return found


class Whole:
    """The sums of one valuation."""

    def __init__(self, whole: Valuation) -> None:
        """Write down the figures of ``whole``."""
        self.whole = whole
        self.before = money(whole.rate_before)
        self.end = money(whole.rate_at_end)
        self.years = [Year(self, year) for year in whole.years]

    def known(self, name: str) -> Known:
        """Return a figure by name, with the sum that makes it."""
        return _known(self, FIGURES, name, self.whole)

    def part_time(self, made: Sum) -> Sum:
        """Return full-time money scaled by the share of full-time hours."""
        return made if self.whole.fte == 1 else made * number(self.whole.fte)

    def level(self, month: Fraction) -> Known:
        """Return prices at a month, with the rises that make them."""
        whole, part = divmod(month, YEAR)
        factors: list[Sum] = [self.factor(year) for year in range(1, int(whole) + 1)]
        if part:
            factors.append(self.factor(int(whole) + 1) ** share(part))
        made = factors[0]
        for factor in factors[1:]:
            made *= factor
        return number(self.whole.level(month) or NIL, made)

    def factor(self, year: int) -> Known:
        """Return by how much prices rise up to the start of a pay year, as a multiple."""
        prices = self.whole.prices
        return number(1 + Fraction(prices.rate(year)) / 100 if prices else NIL)

    def rises_pay(self, start: Fraction, end: Fraction) -> Sum:
        """Return extra basic pay between two months, full-time."""
        before = self.whole.rate_before
        parts = (money(s.rate - before) * share(s.end - s.start) for s in stretches(self.whole, start, end))
        return total(parts, NOTHING)

    def extra(self, start: Fraction, end: Fraction, one_off: Known) -> Sum:
        """Return extra pay between two months, with its one-off money."""
        made = self.part_time(self.rises_pay(start, end))
        return made + one_off if one_off.value else made

    def months(self) -> Sum:
        """Return whole months and the part of one."""
        return _months(self.whole.months)

    def rate_before(self) -> Sum:
        return self.before

    def rate_at_end(self) -> Sum:
        return self.changed(self.before, NIL, self.whole.months, self.whole.rate_before)

    def changed(self, rate: Sum, start: Fraction, end: Fraction, at_start: Fraction) -> Sum:
        """Return a rate and every change of it between two months; what changed by ``start`` is in it."""
        for stretch in stretches(self.whole, start, end):
            if stretch.rate != at_start:
                rate += money(stretch.rate - at_start)
                at_start = stretch.rate
        return rate

    def headline_percent(self) -> Sum:
        return total(map(points, self.whole.headline_parts or ()), points(NIL))

    def compounded_percent(self) -> Sum:
        return self.end / self.before - ONE

    def per_year_percent(self) -> Sum:
        return (self.end / self.before) ** share(Fraction(YEAR), self.whole.months) - ONE

    def break_even_percent(self) -> Sum:
        return self.per_year_percent()

    def monthly_rise(self) -> Sum:
        return self.part_time((self.end - self.before) / number(YEAR))

    def one_off_cash(self) -> Sum:
        return _one_offs(self.whole.payments_inside)

    def extra_cash(self) -> Sum:
        return self.extra(NIL, self.whole.months, self.known("one_off_cash"))

    def new_cash(self) -> Sum:
        return self.known("extra_cash") - Whole(self.whole.already_paid).known("extra_cash")

    def extra_cash_needed(self) -> Sum:
        return self.part_time(total((year.needed_full_time() for year in self.years), NOTHING))

    def shortfall(self) -> Sum:
        return self.known("extra_cash_needed") - self.known("extra_cash")

    def shortfall_without_one_off(self) -> Sum:
        return self.known("shortfall") + self.known("one_off_cash")

    def real_pay_change(self) -> Sum:
        real = total((year.pay / year.level for year in self.years), NOTHING)
        return real - self.part_time(self.before * share(self.whole.months))

    def real_extra_cash(self) -> Sum:
        return total((year.known("extra_cash") / year.level for year in self.years), NOTHING)

    def real_change_percent(self) -> Sum:
        return self.end / self.before / self.level(self.whole.months) - ONE

    def points_behind(self) -> Sum:
        level = self.level(self.whole.months)
        return points((level.value - 1) * 100, level - ONE) - self.known("compounded_percent")

    def catch_up_percent(self) -> Sum:
        return self.before * self.level(self.whole.months) / self.end - ONE

    def cash_break_even(self) -> tuple[Known, Sum, Known]:
        """Return the rate, the extra pay that it needs, and the extra pay that there is: the check of the rate."""
        rate = points(self.whole.cash_break_even_percent or NIL)
        parts = (
            self.before * ((ONE + rate) ** share(year.span.end) - ONE) * share(year.months)
            for year in self.whole.years
        )
        return rate, self.part_time(total(parts, NOTHING)), self.known("extra_cash")

    def one_off_as_rise_percent(self) -> Sum:
        """Return each one-off over the pay of the months from the one in which it counts."""
        sums: Counter[Fraction] = Counter()
        for payment in self.whole.payments_inside:
            sums[Fraction(self.whole.month(payment) // 1)] += payment.amount  # type: ignore[assignment]
        parts = (
            money(amount) / self.part_time(_weighed(stretches(self.whole, start, self.whole.months)))
            for start, amount in sums.items()
        )
        return total(parts, NOTHING)

    def arrears(self) -> Sum:
        owed = ((late.rise, min(late.paid, self.whole.months) - late.start) for late in self.whole.late)
        return self.part_time(total((money(rise) * share(months) for rise, months in owed), NOTHING))

    def late_payment_loss(self) -> Sum:
        groups: dict[LateMonth, list[Fraction]] = {}
        for late in self.whole.late_months:
            groups.setdefault(late._replace(late=NIL), []).append(late.late)
        return self.part_time(total((_lost(group, lates) for group, lates in groups.items()), NOTHING))


class Year:
    """The sums of one pay year."""

    def __init__(self, all_years: Whole, year: YearFigures) -> None:
        """Write down the figures of ``year``."""
        self.all = all_years
        self.year = year
        self.span = year.span

    def known(self, name: str) -> Known:
        """Return a figure by name, with the sum that makes it."""
        return _known(self, YEAR_FIGURES, name, self.year)

    @property
    def level(self) -> Known:
        """Prices that the year's pay is set against."""
        return self.all.level(self.span.end)

    @property
    def start(self) -> Known:
        """Basic pay a year just before the pay year."""
        return money(self.year.rate_at_start)

    @property
    def end(self) -> Known:
        """Basic pay a year at the end of the pay year."""
        return money(self.year.rate_at_end)

    @property
    def pay(self) -> Known:
        """All pay in the year, one-offs in."""
        made = self.all.part_time(_weighed(stretches(self.all.whole, self.span.start, self.span.end)))
        one_off = self.known("one_off_cash")
        return money(self.year.pay, made + one_off if one_off.value else made)

    def needed_full_time(self) -> Sum:
        """Return the extra pay that would have kept up in the year, full-time."""
        return self.all.before * (self.level - ONE) * share(self.year.months)

    def months(self) -> Sum:
        return _months(self.year.months)

    def inflation_percent(self) -> Sum:
        return points(self.year.inflation_percent or NIL)

    def rate_at_end(self) -> Sum:
        return self.all.changed(self.start, self.span.start, self.span.end, self.year.rate_at_start)

    def average_rate(self) -> Sum:
        found = stretches(self.all.whole, self.span.start, self.span.end)
        return _weighed(found, self.year.months) if len(found) > 1 else money(found[0].rate)

    def in_year_percent(self) -> Sum:
        return self.known("average_rate") / self.start - ONE

    def carry_over_percent(self) -> Sum:
        return self.end / self.known("average_rate") - ONE

    def one_off_cash(self) -> Sum:
        month = self.all.whole.month
        inside = (p for p in self.all.whole.payments_inside if self.span.start <= month(p) < self.span.end)
        return _one_offs(inside)

    def extra_cash(self) -> Sum:
        return self.all.extra(self.span.start, self.span.end, self.known("one_off_cash"))

    def real_change_percent(self) -> Sum:
        return self.end / self.all.before / self.level - ONE

    def real_change_in_year_percent(self) -> Sum:
        factor: Sum = self.all.factor(self.year.year)
        if self.year.months != YEAR:
            factor = factor ** share(self.year.months)
        return self.end / self.start / factor - ONE

    def shortfall_rate(self) -> Sum:
        return self.all.part_time(self.all.before * self.level - self.end)

    def shortfall(self) -> Sum:
        needed = self.all.part_time(self.needed_full_time())
        return needed - self.known("extra_cash")
