"""A sum on top of a month's pay, hand-worked."""

from datetime import date
from decimal import Decimal

from payoffer.takehome.circumstances import Circumstances, pension
from payoffer.takehome.deductions import earnings
from payoffer.takehome.files import tables
from payoffer.takehome.one_month import extra, monthly_loan
from payoffer.takehome.rules import month_rules

MARCH_2023 = month_rules(tables(), date(2023, 3, 31), Circumstances("England", ("2",), pension("tps")))


def test_back_pay_in_the_month_it_is_paid() -> None:
    # £46,000 rises by 5% to £48,300 from September 2022 and the rise is paid from March 2023: six months of it,
    # 2,300 / 2 = 1,150.00, come with that month's 48,300 / 12 = 4,025.00.
    # pension: 48,300 is from 46,587 and below 61,743: 10.2%, back pay left out of the test: 117.30
    # income tax: 48,300 - 4,926.60 and 1,032.70 more are within the basic rate: 1,032.70 x 20% = 206.54
    # National Insurance of the month: (4,189 - 4,025) x 12% + (5,175 - 4,189) x 2% = 19.68 + 19.72 = 39.40
    # Plan 2 above 27,295 / 12 = 2,274.58: 157.53 becomes 157, 261.03 becomes 261: 104
    # left: 1,150 - 117.30 - 206.54 - 39.40 - 104 = 682.76
    # spread over the year National Insurance is 12% of all of it, 138.00, and the loan 103.50: 584.66 is left
    found = extra(Decimal(1150), earnings(Decimal(48_300)), MARCH_2023, pensionable=True)
    assert found.pension == Decimal("117.30")
    assert found.income_tax == Decimal("206.54")
    assert found.national_insurance == Decimal("39.40")
    assert found.student_loan == 104
    assert found.net == Decimal("682.76")
    assert found.spread == Decimal("584.66")


def test_a_one_off_that_does_not_count_for_the_pension_gets_no_relief() -> None:
    # £600 on £42,600: 20% tax, 12% National Insurance (3,550 and 4,150 are below 4,189), the loan 54.
    # 3,550 - 2,274.58 = 1,275.42, 9% is 114.78: 114; 4,150 - 2,274.58 = 1,875.42, 9% is 168.78: 168
    found = extra(Decimal(600), earnings(Decimal(42_600)), MARCH_2023, pensionable=False)
    assert found[:5] == tuple(map(Decimal, (600, 0, 120, 72, 54)))
    assert found.net == found.spread == 354


def test_a_deduction_of_each_kind_is_rounded_down_by_itself() -> None:
    # 3,000 a month in 2025-26: Plan 2 above 28,470 / 12 = 2,372.50: 56.475; postgraduate above 1,750: 75.00
    rules = month_rules(tables(), date(2025, 5, 31), Circumstances("England", ("2", "postgraduate")))
    assert monthly_loan(Decimal(3000), rules) == 56 + 75
    assert monthly_loan(Decimal(1000), rules) == 0
