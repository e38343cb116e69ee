"""Cliff edges: what a pension limit costs, and the pay from which somebody is better off again."""

from decimal import Decimal

import pytest

from payoffer.takehome.circumstances import Circumstances, pension
from payoffer.takehome.cliffs import crossed
from payoffer.takehome.deductions import ONE, Earnings, earnings
from payoffer.takehome.files import tables
from payoffer.takehome.rules import Rules, year_rules
from payoffer.takehome.tax_years import read


def rules(scheme: str, year: str, nation: str = "England") -> Rules:
    return year_rules(tables(), read(year), Circumstances(nation, pension=pension(scheme)))


def pay(amount: object, fte: Decimal = ONE) -> Earnings:
    return earnings(Decimal(str(amount)), fte)


def test_a_pound_can_cost_a_teacher_487() -> None:
    # Teachers, 2025-26: 10.5% to 73,769, then 11.6%. Above 50,270 a pound of pay keeps 0.6 less 0.02.
    # loss at the limit: 73,769 x 1.1% x 0.6 = 486.88, less the last penny's half: 486.87
    # better off again: 58% - 11.6% x 0.6 = 51.04% of each pound: 486.88 / 0.5104 = 953.9 pounds on
    [cliff] = crossed(pay(73_000), pay(74_000), rules("tps", "2025-26"))
    assert cliff.limit == 73_769
    assert (cliff.rate_below, cliff.rate_from) == (Decimal("0.105"), Decimal("0.116"))
    assert round(cliff.loss, 2) == Decimal("486.87")
    assert cliff.better_off_from == 74_723
    assert (cliff.full_time, cliff.last_year) == (False, False)


def test_a_rise_may_cross_several_limits_and_from_below_to_the_limit_itself() -> None:
    by = rules("tps", "2025-26")
    assert [cliff.limit for cliff in crossed(pay(30_000), pay(60_000), by)] == [34_873, 46_944, 55_661]
    assert [cliff.limit for cliff in crossed(pay("34872.99"), pay(34_873), by)] == [34_873]
    assert crossed(pay(34_873), pay(46_943), by) == []
    assert crossed(pay(60_000), pay(30_000), by) == []


@pytest.mark.parametrize("scheme", ["none", "9.6%", "lgps-scotland"])
def test_only_tiers_have_cliffs(scheme: str) -> None:
    assert crossed(pay(20_000), pay(120_000), rules(scheme, "2025-26", "Scotland")) == []


def test_the_last_limit_of_all_is_made_good_too() -> None:
    # alpha, 2025-26: 7.35% to 150,001, then 8.05%; above 125,140 a pound keeps 0.55 less 0.02.
    # loss: 150,001 x 0.7% x 0.55 = 577.50; each pound more keeps 53% - 8.05% x 0.55 = 48.5725%: 1,189 pounds on
    [cliff] = crossed(pay(149_000), pay(151_000), rules("alpha", "2025-26"))
    assert round(cliff.loss, 2) == Decimal("577.50")
    assert cliff.better_off_from == 151_190


def test_limits_may_lie_so_near_that_the_next_comes_before_the_loss_is_made_good() -> None:
    # NHS, 2022-23 from October: 6.1% to 22,879, 6.8% to 23,949, 7.7% to 28,224, 8.8% to 29,180, then 9.8%. Over 28,224
    # 1.1% is lost on all pay, a good 248 after tax for half a year.
    found = crossed(pay(28_000), pay(29_500), rules("nhs-ew", "2022-23"))
    assert [cliff.limit for cliff in found] == [28_224, 29_180]
    assert all(cliff.last_year for cliff in found)
    assert all(cliff.better_off_from > cliff.limit for cliff in found)


def test_tiers_of_full_time_pay_are_looked_up_on_it() -> None:
    # NHS, 2021-22: 7.1% to 26,824 of full-time pay, then 9.3%. On half of it 2.2% of 13,412 is 295.06, with no relief:
    # 13,412 less 7.1% is below the allowance of 12,570.
    half = Decimal("0.5")
    [cliff] = crossed(pay(26_000, half), pay(27_000, half), rules("nhs-ew", "2021-22"))
    assert (cliff.limit, cliff.full_time) == (Decimal(26_824), True)
    assert round(cliff.loss, 2) == Decimal("295.06")


def test_a_year_of_two_tables_has_the_limits_of_both() -> None:
    found = [cliff.limit for cliff in crossed(pay(26_000), pay(29_000), rules("nhs-ew", "2022-23"))]
    assert found == [26_824, 28_224]
