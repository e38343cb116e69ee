"""Take-home pay under one reading of an offer: before it, as now in payment, and with it, by pay year.

All under the same rules: for each month, a twelfth of take-home on a year of that month's full-time rate under that
month's rules, once without the offer and once with it. A change of tax, National Insurance or pension limits is in
both and so never part of the difference; a pay year's difference is the sum of its months. One-offs and back pay are
kept apart: they are worked in the month they are paid.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from payoffer.arrears import Rise
from payoffer.compare import Read, Valued
from payoffer.pay_over import PayOver
from payoffer.pay_year import YearFigures
from payoffer.periods import YEAR, add_months
from payoffer.steps import Payment
from payoffer.takehome.bands import ZERO
from payoffer.takehome.cliffs import Cliff, crossed
from payoffer.takehome.deductions import HUNDRED, Earnings, TakeHome, earnings, exact, take_home
from payoffer.takehome.one_month import Extra, extra
from payoffer.takehome.rule_book import RuleBook
from payoffer.takehome.tax_years import APRIL, month_end

if TYPE_CHECKING:
    from payoffer.valuation import Valuation


class Pays(NamedTuple):
    """A figure three times, in pounds a year or over some months: on pay before, on pay now, with the offer."""

    before: Decimal
    now: Decimal
    offer: Decimal

    @property
    def more(self) -> Decimal:
        """What the offer adds to pay before."""
        return self.offer - self.before

    @property
    def new(self) -> Decimal:
        """What it adds to pay now."""
        return self.offer - self.now


class Crossing(NamedTuple):
    """A pension limit that the rise crosses in some months, with the first of their pay days."""

    pay_day: date
    cliff: Cliff


class YearTakeHome(NamedTuple):
    """One pay year: gross pay and take-home over its months, and the limits its rise crosses."""

    year: YearFigures
    gross: Pays
    net: Pays
    crossings: tuple[Crossing, ...]

    @property
    def kept_percent(self) -> Decimal | None:
        """The part of the extra gross pay that is kept, in percent; None without extra pay."""
        return self.net.more / self.gross.more * HUNDRED if self.gross.more else None


class PaidOnce(NamedTuple):
    """A one-off or back pay: when it is paid, whether that day is known, and what is left of it then."""

    what: str
    pay_day: date
    day_known: bool
    pensionable: bool
    in_payment: bool
    extra: Extra


class UnderOffer:
    """One reading of one offer for one person's circumstances; ``book`` holds the rules of each month."""

    def __init__(self, valued: Valued, read: Read, book: RuleBook, months: str = "window") -> None:
        """Look at ``read`` of ``valued`` over the months that the comparison counts, or over the offer's ``own``."""
        self.valued = valued
        self.read = read
        self.book = book
        self._with: Valuation = getattr(read.figures, months)
        self._now = self._with.already_paid
        self._fte = exact(self._with.fte)

    @cached_property
    def years(self) -> tuple[YearTakeHome, ...]:
        """Every pay year counted.

        Raises ``NoRates`` for a month that no rates are known for.
        """
        return tuple(self._year(year) for year in self._with.years)

    def _year(self, year: YearFigures) -> YearTakeHome:
        gross = net = Pays(ZERO, ZERO, ZERO)
        crossings: dict[Decimal, Crossing] = {}
        month = year.span.start
        while month < year.span.end:
            end = min(month + 1, year.span.end)
            share = exact(end - month)
            pay_day = self.pay_day(month, end)
            pays, taken = self._month(month, end, pay_day)
            gross = _plus(gross, share, Pays(*(each.gross for each in pays)))
            net = _plus(net, share, Pays(*(each.net for each in taken)))
            low, high = sorted((pays[0], pays[2]), key=lambda pay: pay.gross)
            for cliff in crossed(low, high, self.book.on(pay_day)):
                crossings.setdefault(cliff.limit, Crossing(pay_day, cliff))
            month = end
        return YearTakeHome(year, _by_year(gross), _by_year(net), tuple(crossings.values()))

    def _month(
        self, start: Fraction, end: Fraction, pay_day: date
    ) -> tuple[tuple[Earnings, Earnings, Earnings], tuple[TakeHome, TakeHome, TakeHome]]:
        """Return a year's earnings at the month's rates, and what is left of them under the month's rules."""
        before = exact(self._with.rate_before)
        first = add_months(date(pay_day.year - (pay_day.month < APRIL), APRIL, 1), -YEAR)
        last_year = self._with.clock.at(first), self._with.clock.at(add_months(first, YEAR))
        pays = (
            earnings(before, self._fte),
            earnings(rate(self._now, start, end), self._fte, rate(self._now, *last_year)),
            earnings(rate(self._with, start, end), self._fte, rate(self._with, *last_year)),
        )
        rules = self.book.on(pay_day)
        return pays, (take_home(pays[0], rules), take_home(pays[1], rules), take_home(pays[2], rules))

    def pay_day(self, start: Fraction, end: Fraction) -> date:
        """Return the day on which a month's pay is paid: the end of the calendar month that holds most of it."""
        first, after = self._with.clock.day(int(start)), self._with.clock.last_day(end)
        middle = first + timedelta(days=(after - first).days // 2)
        return month_end(middle.year, middle.month)

    @cached_property
    def paid_once(self) -> tuple[PaidOnce, ...]:
        """Every one-off that counts in the months, and each sum of back pay.

        Raises ``NoRates`` for a month that no rates are known for.
        """
        return (*map(self._one_off, self._with.payments_inside), *self._back_pay())

    def _one_off(self, payment: Payment) -> PaidOnce:
        offered = self.valued.offer.offered
        day = payment.paid or max(payment.day, offered or payment.day)
        pensionable = bool(payment.lump.pensionable)
        left = self._extra(payment.amount, day, pensionable=pensionable)
        known, paid = payment.paid is not None, payment.lump.in_payment
        return PaidOnce("one-off", day, day_known=known, pensionable=pensionable, in_payment=paid, extra=left)

    def _back_pay(self) -> Iterator[PaidOnce]:
        def paid(late: Rise) -> date:
            return late.arrival.day

        for day, group in groupby(sorted(self._with.late, key=paid), key=paid):
            same_day = list(group)
            owed = sum(map(self._with.back_pay, same_day), Fraction(0))
            if owed:
                left = self._extra(owed, day, pensionable=True)
                in_payment = all(late.award.in_payment for late in same_day)
                yield PaidOnce("back pay", day, day_known=True, pensionable=True, in_payment=in_payment, extra=left)

    def _extra(self, amount: Fraction, day: date, *, pensionable: bool) -> Extra:
        full_time = exact(self.read.schedule.rate_on(day))
        rules = self.book.on(month_end(day.year, day.month))
        return extra(exact(amount), earnings(full_time, self._fte), rules, pensionable=pensionable)


def rate(pay: PayOver, start: Fraction, end: Fraction) -> Decimal:
    """Return the full-time rate a year on average between two months of the offer's clock."""
    return exact(pay.rate_before + pay.rise_pay(start, end) * YEAR / (end - start))


def _plus(total: Pays, share: Decimal, added: Pays) -> Pays:
    return Pays(*(one + share * other for one, other in zip(total, added, strict=True)))


def _by_year(months: Pays) -> Pays:
    """Return a sum of months of yearly figures as the figure of their time."""
    return Pays(*(each / YEAR for each in months))
