"""What pay has lost since a base month: the method's own figures, and pay year by year."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from payoffer.errors import NotValued
from payoffer.price_files import held
from payoffer.prices import PriceIndex, SeriesPrices
from payoffer.restore import Path, Since, pay_in, published_rates
from tests.asking import ask, award, measured, offer, percent

SEPTEMBER_21, SEPTEMBER_22 = date(2021, 9, 1), date(2022, 9, 1)
RPI = held("rpi").series


def since(then: object, now: object, *rates: str, first: date = SEPTEMBER_21, last: date = SEPTEMBER_22) -> Since:
    index = PriceIndex("given", tuple(map(Decimal, rates)))
    return Since(Fraction(str(then)), Fraction(str(now)), first, last, index)


def test_to_remember() -> None:
    """5% against 10% on 30,000: a 4.5% real fall, 4.8% to get back, 1,500 short; 5 points behind."""
    found = since(30000, 31500, "10")
    assert found.pay_change_percent == 5
    assert found.prices_change_percent == 10
    assert found.real_change_percent == (Fraction(105, 110) - 1) * 100
    assert found.catch_up_percent == (Fraction(110, 105) - 1) * 100
    assert found.points_behind == 5
    assert found.inflation_proofed == 33000
    assert found.shortfall_rate == 1500
    assert found.days_a_year == Fraction(1500, 33000) * 365


def test_a_rate_is_one_a_year_and_compounds_over_the_months_between() -> None:
    assert since(100, 100, "10", last=date(2023, 9, 1)).level == Fraction("1.21")
    assert since(100, 100, "10", "5", last=date(2023, 9, 1)).level == Fraction("1.155")
    half = since(100, 100, "10", last=date(2022, 3, 1))
    assert half.months == 6
    assert abs(half.level**2 - Fraction("1.1")) < Fraction(1, 10**20)


@pytest.mark.parametrize("series", ["cpi", "cpih", "rpi", "awe"])
def test_compare_over_a_year_and_restore_over_the_twelve_months_to_its_start_give_one_figure(series: str) -> None:
    answer = ask(offer("a", award("2022-09-01", percent(6.5))), inflation=[measured(series)])
    own = answer.offers[0].reads[0].figures.own
    prices = SeriesPrices(held(series).series, "during").on(SEPTEMBER_21, Fraction(12))
    found = Since(Fraction(40000), Fraction(42600), SEPTEMBER_21, SEPTEMBER_22, prices)
    assert own.real_change_percent == found.real_change_percent
    assert own.catch_up_percent == found.catch_up_percent
    assert own.points_behind == found.points_behind
    assert own.years[0].shortfall_rate == found.shortfall_rate


def test_a_path_year_by_year() -> None:
    """20,000 for a year and a half, then 21,000; prices 10% a year.

    First year: 20,000 against 20,000. Second: (6 x 20,000 + 6 x 21,000) / 12 = 20,500 against 22,000, a gap of 1,500,
    in the last month's pounds 1,500 x 1.1 ^ 1.5. Last half year: 21,000 against 24,200, half of 3,200 is 1,600.
    """
    pay = {SEPTEMBER_21: Fraction(20000), date(2023, 3, 1): Fraction(21000)}
    whole = since(20000, 21000, "10", last=date(2024, 3, 1))
    path: Any = Path(pay, whole)
    assert [(year.first, year.months, year.pay, year.kept_up, year.gap) for year in path.years] == [
        (SEPTEMBER_21, 12, 20000, 20000, 0),
        (SEPTEMBER_22, 12, 20500, 22000, 1500),
        (date(2023, 9, 1), 6, 21000, 24200, 1600),
    ]
    assert path.years[1].real_change_percent == (Fraction(20500, 22000) - 1) * 100
    assert path.gaps_in_own_pounds == 3100
    ratio = whole.level / Fraction("1.1")
    assert path.gaps_in_todays_pounds == 1500 * ratio + 1600 * whole.level / Fraction("1.21")


def test_pay_before_the_first_month_is_not_known() -> None:
    with pytest.raises(
        NotValued, match="pay is known here from September 2021, and August 2021 is needed: start later"
    ):
        pay_in({SEPTEMBER_21: Fraction(1)}, date(2021, 8, 1))


def test_published_rates_of_one_month() -> None:
    """The RPI of September: 4.9 in 2021 (from the index), 12.6 in 2022 (published)."""
    rates = published_rates(RPI, date(2020, 9, 1), SEPTEMBER_22)
    assert [(str(rate.percent), rate.how) for rate in rates] == [("4.9", "derived"), ("12.6", "published")]
    with pytest.raises(NotValued, match="September 2020 to March 2022 is no whole number of years"):
        published_rates(RPI, date(2020, 9, 1), date(2022, 3, 1))
    with pytest.raises(NotValued, match="the published CPIH rate of January 2024 is not held here: leave --rates out"):
        published_rates(held("cpih").series, date(2023, 1, 1), date(2025, 1, 1))
    with pytest.raises(NotValued, match="RPI here ends in July 2026, and August 2026 is needed"):
        published_rates(RPI, date(2024, 8, 1), date(2026, 8, 1))
