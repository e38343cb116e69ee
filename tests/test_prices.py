"""Prices on the clock of pay years: the product of yearly rates, geometric in between."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.prices import PriceIndex, power

TINY = Fraction(1, 10**30)


def index(*rates: str) -> PriceIndex:
    return PriceIndex("given", tuple(Decimal(rate) for rate in rates))


def test_a_whole_power_is_exact_and_another_is_to_forty_digits() -> None:
    assert power(Fraction(3, 2), Fraction(3)) == Fraction(27, 8)
    assert power(Fraction(4), Fraction(-1)) == Fraction(1, 4)
    assert abs(power(Fraction(4), Fraction(1, 2)) - 2) < TINY
    assert abs(power(Fraction("1.101"), Fraction(1, 12)) ** 12 - Fraction("1.101")) < TINY


def test_one_rate_meets_every_year() -> None:
    prices = index("10.1")
    assert [prices.rate(year) for year in (1, 2, 9)] == [Decimal("10.1")] * 3
    assert prices.level(0) == 1
    assert prices.level(12) == Fraction("1.101")
    assert prices.level(24) == Fraction("1.212201")  # 1.101 x 1.101


def test_a_list_shorter_than_the_years_repeats_its_last_rate() -> None:
    prices = index("5", "4")
    assert [prices.rate(year) for year in (1, 2, 3)] == [5, 4, 4]
    assert prices.level(36) == Fraction("1.05") * Fraction("1.04") ** 2


def test_each_rate_meets_its_own_year_whatever_is_asked_first() -> None:
    prices = index("5", "4", "-3")
    assert prices.level(36) == Fraction("1.05") * Fraction("1.04") * Fraction("0.97")
    assert prices.level(12) == Fraction("1.05")
    assert prices.level(24) == Fraction("1.092")


def test_between_whole_years_prices_are_geometric() -> None:
    prices = index("5", "4")
    assert abs((prices.level(28) / Fraction("1.092")) ** 3 - Fraction("1.04")) < TINY
    assert abs(prices.level(Fraction(13, 2)) ** 24 - Fraction("1.05") ** 13) < TINY


@pytest.mark.parametrize("months", [6, 12, 30])
def test_flat_prices_stay_where_they_are(months: int) -> None:
    assert abs(index("0").level(months) - 1) < TINY


@given(st.decimals(-50, 50, places=2), st.integers(0, 60), st.integers(0, 60))
def test_one_rate_compounds_over_adjacent_whole_years(rate: Decimal, first: int, then: int) -> None:
    prices = PriceIndex("given", (rate,))
    assert prices.level(12 * first) * prices.level(12 * then) == prices.level(12 * (first + then))


def test_what_is_printed_beside_the_figures() -> None:
    assert PriceIndex("10.1%", (Decimal("10.1"),)).source == "your figure"
    assert PriceIndex("CPI", (Decimal(1),), "ONS").source == "ONS"
