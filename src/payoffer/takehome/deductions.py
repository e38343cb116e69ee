"""From gross to net, in the order of the law: pension, income tax, National Insurance, student loan.

A public-service contribution comes off pay before tax (the net pay arrangement, HMRC PTM044230), so it lowers taxable
income and the income that the allowance is tapered on; National Insurance (COG913560) and student loans are due on
pay before it. This is the annual form: twelve equal months, limits of the year, a year of several rates weighed by
its months. All figures are pounds a year, exact; nothing is rounded here.
"""

from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.periods import YEAR
from payoffer.takehome.bands import ZERO, Band, blended, marginal, slab
from payoffer.takehome.rules import Contribution, Rules

ONE = Decimal(1)
HUNDRED = Decimal(100)


def exact(value: Fraction) -> Decimal:
    """Return a fraction as a Decimal: exact where it ends, else to the 28 digits that take-home pay is worked in."""
    return Decimal(value.numerator) / Decimal(value.denominator)


class Earnings(NamedTuple):
    """Pay of a year as earned and for full-time hours, the share of them worked, and last year's pay alike."""

    gross: Decimal
    full_time: Decimal
    fte: Decimal
    last_gross: Decimal
    last_full_time: Decimal

    def more(self, gross: Decimal) -> "Earnings":
        """Return the same earnings with more pay this year; last year's stays as it was."""
        return Earnings(
            self.gross + gross, self.full_time + gross / self.fte, self.fte, self.last_gross, self.last_full_time
        )


def earnings(salary: Decimal, fte: Decimal = ONE, last_year: Decimal | None = None) -> Earnings:
    """Return the earnings of a full-time salary at a share of full-time hours; last year's is the same if None."""
    gross = salary * fte
    if last_year is None:
        return Earnings(gross, salary, fte, gross, salary)
    return Earnings(gross, salary, fte, last_year * fte, last_year)


class TakeHome(NamedTuple):
    """Pay of a year and what is taken off it; ``pension_rates`` are those of the rules' contributions."""

    gross: Decimal
    pension: Decimal
    income_tax: Decimal
    national_insurance: Decimal
    student_loan: Decimal
    pension_rates: tuple[Decimal, ...] = ()

    @property
    def net(self) -> Decimal:
        """What is left."""
        return self.gross - self.pension - self.income_tax - self.national_insurance - self.student_loan


def take_home(pay: Earnings, rules: Rules) -> TakeHome:
    """Return what is taken off a year's pay under some rules."""
    gross = pay.gross
    pension = national_insurance = ZERO
    rates = []
    for contribution in rules.contributions:
        rate = pension_rate(pay, contribution)
        rates.append(rate)
        pension += contribution.months * rate
    for months, bands in rules.insured:
        national_insurance += months * insurance(bands.year, gross)
    pension = pension * gross / YEAR
    tax = income_tax(gross - pension, rules)
    return TakeHome(gross, pension, tax, national_insurance / YEAR, student_loan(gross, rules), tuple(rates))


def pension_rate(pay: Earnings, contribution: Contribution) -> Decimal:
    """Return the contribution of some months as a fraction of all pay."""
    table = contribution.table
    if table is None:
        return contribution.rate
    if table.last_year:
        # The scheme's regulations look at whole pounds of last year's pay.
        looked_up = (pay.last_full_time if table.full_time else pay.last_gross).to_integral_value(ROUND_FLOOR)
    else:
        looked_up = pay.full_time if table.full_time else pay.gross
    return blended(table.tiers, looked_up) if table.tranches else slab(table.tiers, looked_up)


def insurance(bands: tuple[Band, ...], gross: Decimal) -> Decimal:
    """Return National Insurance on pay of a year or a month; the rebate of category D never makes it less than 0."""
    return max(marginal(bands, gross), ZERO)


def income_tax(income: Decimal, rules: Rules) -> Decimal:
    """Return the tax on a year's income after pension: bands of what is left above the tapered allowance."""
    amount, taper_from = rules.allowance
    if income > taper_from:
        amount = max(amount - (income - taper_from) / 2, ZERO)
    return marginal(rules.income_tax, income - amount)


def student_loan(gross: Decimal, rules: Rules) -> Decimal:
    """Return the repayments of a year: one for undergraduate plans together, one more for a postgraduate loan."""
    due = ZERO
    for band in rules.loans:
        due += marginal((band,), gross)
    return due


class NextHundred(NamedTuple):
    """What 100 pounds more a year would leave, and the percentage taken (None where they cross a pension tier)."""

    left: Decimal
    percent: Decimal | None


def next_hundred(pay: Earnings, rules: Rules, now: TakeHome) -> NextHundred:
    """Return what the next 100 pounds of pay a year would leave; ``now`` is take-home without them."""
    more = take_home(pay.more(HUNDRED), rules)
    left = more.net - now.net
    return NextHundred(left, HUNDRED - left if more.pension_rates == now.pension_rates else None)
