"""A sum paid on top of a month's pay: a one-off, or back pay, in the month that it is paid.

Tax falls in the year of payment and is cumulative, so that it comes to the same as on the sum spread over the year.
National Insurance and student loans go by the month: the whole month's pay meets the limits of that month
(HMRC NIM02065, NIM02120), and a loan's deduction is rounded down to the pound. A pension takes its rate of basic pay
where the sum is pensionable; back pay is left out of the test of tiers (Teachers' Pensions, tiered contributions).
"""

from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from payoffer.money import PENNY
from payoffer.periods import YEAR
from payoffer.takehome.bands import ZERO, Band, marginal
from payoffer.takehome.deductions import Earnings, income_tax, insurance, student_loan, take_home
from payoffer.takehome.rules import Rules


class Extra(NamedTuple):
    """What is taken off a sum in the month it is paid; ``spread`` is what is left in the plain annual estimate."""

    gross: Decimal
    pension: Decimal
    income_tax: Decimal
    national_insurance: Decimal
    student_loan: Decimal
    spread: Decimal

    @property
    def net(self) -> Decimal:
        """What is left of it in that month."""
        return self.gross - self.pension - self.income_tax - self.national_insurance - self.student_loan


def extra(amount: Decimal, pay: Earnings, rules: Rules, *, pensionable: bool) -> Extra:
    """Return what is taken off ``amount`` on top of a month of ``pay``, under the rules of that month."""
    basic = take_home(pay, rules)
    month, limits = pay.gross / YEAR, rules.insured[0].bands
    contribution = amount * basic.pension_rates[0] if pensionable else ZERO
    income = pay.gross - basic.pension
    tax = income_tax(income + amount - contribution, rules) - basic.income_tax
    national_insurance = insurance(limits.month, month + amount) - insurance(limits.month, month)
    loan = monthly_loan(month + amount, rules) - monthly_loan(month, rules)
    spread_insurance = insurance(limits.year, pay.gross + amount) - basic.national_insurance
    spread_loan = student_loan(pay.gross + amount, rules) - basic.student_loan
    spread = amount - contribution - tax - spread_insurance - spread_loan
    return Extra(amount, contribution, tax, national_insurance, loan, spread)


def monthly_loan(gross: Decimal, rules: Rules) -> Decimal:
    """Return a month's student loan deductions: each above a twelfth of its threshold, rounded down to the pound."""
    return sum((_down(marginal((_monthly(band),), gross), Decimal(1)) for band in rules.loans), ZERO)


def _monthly(band: Band) -> Band:
    return band._replace(above=_down(band.above / YEAR, PENNY))


def _down(amount: Decimal, unit: Decimal) -> Decimal:
    return amount.quantize(unit, ROUND_FLOOR)
