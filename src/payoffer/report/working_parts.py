"""What the sums of a window and of its pay years are made of: stretches of pay, prices, one-offs, part-time."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from payoffer.periods import YEAR
from payoffer.prices import DatedIndex
from payoffer.report.figures import MONEY, PERCENT, Figure
from payoffer.report.sums import Known, Share, Sum, money, number, points, share, total
from payoffer.steps import Payment
from payoffer.valuation import Valuation

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


class Parts:
    """The parts that the sums of one valuation share."""

    def __init__(self, whole: Valuation) -> None:
        """Write down the figures of ``whole``."""
        self.whole = whole
        self.before = money(whole.rate_before)

    def part_time(self, made: Sum) -> Sum:
        """Return full-time money scaled by the share of full-time hours."""
        return made if self.whole.fte == 1 else made * number(self.whole.fte)

    def level(self, month: Fraction) -> Known:
        """Return prices at a month, with the rises that make them."""
        prices = self.whole.prices
        if isinstance(prices, DatedIndex):
            made_of = number(prices.index(month)) / number(prices.index(NIL))
            return number(prices.level(month), made_of)
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
        rise = number(1 + Fraction(prices.rate(year)) / 100 if prices else NIL)
        if not isinstance(prices, DatedIndex):
            return rise
        start, end = prices.span(year)
        made = number(prices.index(end)) / number(prices.index(start))
        return number(rise.value, made if end - start == YEAR else made ** share(Fraction(YEAR), end - start))

    def rises_pay(self, start: Fraction, end: Fraction) -> Sum:
        """Return extra basic pay between two months, full-time."""
        before = self.whole.rate_before
        parts = (money(s.rate - before) * share(s.end - s.start) for s in stretches(self.whole, start, end))
        return total(parts, NOTHING)

    def extra_pay(self, start: Fraction, end: Fraction, one_off: Known) -> Sum:
        """Return extra pay between two months, with its one-off money."""
        made = self.part_time(self.rises_pay(start, end))
        return made + one_off if one_off.value else made

    def changed(self, rate: Sum, start: Fraction, end: Fraction, at_start: Fraction) -> Sum:
        """Return a rate and every change of it between two months; what changed by ``start`` is in it."""
        for stretch in stretches(self.whole, start, end):
            if stretch.rate != at_start:
                rate += money(stretch.rate - at_start)
                at_start = stretch.rate
        return rate


def known(figures: Iterable[Figure], name: str, source: object, made: Sum | None) -> Known:
    """Return the figure ``name`` of a valuation or of one of its years, with the sum that makes it."""
    unit = next(figure.unit for figure in figures if figure.name == name)
    kind = {MONEY: money, PERCENT: points}.get(unit, number)
    return kind(getattr(source, name), made)


def whole_months(count: Fraction) -> Sum:
    """Return months as whole ones and the part of one: ``7 + 1/5``."""
    whole, part = divmod(count, 1)
    return number(whole) + Share(part.numerator, part.denominator) if part else number(whole)


def one_offs(payments: Iterable[Payment]) -> Sum:
    """Return one-off payments added up, equal ones as so many times the sum."""
    amounts = Counter(payment.amount for payment in payments)
    parts = (money(amount) * number(times) if times > 1 else money(amount) for amount, times in amounts.items())
    return total(parts, NOTHING)


def weighed(found: list[Stretch], of: Fraction | int = YEAR) -> Sum:
    """Return basic pay over some stretches: each rate by its months over those of a year, or ``of`` others."""
    return total((money(stretch.rate) * share(stretch.end - stretch.start, of) for stretch in found), NOTHING)
