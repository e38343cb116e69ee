"""Prices on the clock of pay years: from rates a year, or from a series set to the start of a deal."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.errors import NotValued
from payoffer.forecast import by_rates
from payoffer.periods import add_months
from payoffer.powers import power
from payoffer.price_files import held
from payoffer.prices import PriceIndex, SeriesPrices
from payoffer.series import Level, Provenance, Rate, Series

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


CPI = held("cpi").series
APRIL = date(2022, 4, 1)


def made(levels: list[Level], first: date = date(2021, 4, 1)) -> Series:
    return Series("made", {add_months(first, n): level for n, level in enumerate(levels)}, Provenance("Made", "made"))


def test_a_series_is_taken_from_the_month_in_which_the_pay_year_starts() -> None:
    """CPI, April 2021 to 2023: 110.1, 120.0, 130.4."""
    prices = SeriesPrices(CPI).on(APRIL, Fraction(24))
    assert prices.level(12) == Fraction(1200, 1101)
    assert prices.level(24) == Fraction(1304, 1101)
    assert prices.rate(2) == (Fraction(1304, 1200) - 1) * 100
    meant = prices.meant(2)
    assert (meant.start, meant.end) == (date(2022, 4, 1), date(2023, 4, 1))
    assert (meant.before, meant.after, meant.forecast) == (Fraction(120), Fraction("130.4"), False)
    assert meant.quoted == Rate(Decimal("8.7"), "published")
    assert meant.percent == prices.rate(2)


def test_any_day_of_the_month_means_the_month() -> None:
    assert SeriesPrices(CPI).on(date(2022, 4, 30), Fraction(12)).level(12) == Fraction(1200, 1101)


def test_prices_during_the_deal() -> None:
    prices = SeriesPrices(CPI, "during").on(APRIL, Fraction(24))
    assert prices.during
    assert prices.level(24) == Fraction(1335, 1200)
    assert prices.other().level(24) == Fraction(1304, 1101)
    assert prices.other().other().level(24) == prices.level(24)
    ends = prices.ends()
    assert (ends.start, ends.end, ends.quoted) == (APRIL, date(2024, 4, 1), None)
    assert SeriesPrices(CPI, "during").on(APRIL, Fraction(12)).ends().quoted == Rate(Decimal("8.7"), "published")


def test_a_part_year_meets_the_months_it_has() -> None:
    """28 months from April 2022: up to August 2023, 131.3; the four months as a rate a year are cubed."""
    prices = SeriesPrices(CPI).on(APRIL, Fraction(28))
    assert prices.level(28) == Fraction(1313, 1101)
    assert prices.rate(3) == ((Fraction(1313, 1304)) ** 3 - 1) * 100
    meant = prices.meant(3)
    assert (meant.start, meant.end, meant.quoted) == (date(2023, 4, 1), date(2023, 8, 1), None)


def test_within_a_month_prices_are_geometric() -> None:
    prices = SeriesPrices(CPI).on(APRIL, Fraction(25, 2))
    assert abs(prices.level(Fraction(25, 2)) ** 2 - Fraction(1200, 1101) * Fraction(1208, 1101)) < TINY
    assert prices.month(Fraction(25, 2)) == date(2022, 5, 1)


def test_a_month_that_is_missing_is_told_at_once() -> None:
    with pytest.raises(NotValued, match="CPI here ends in August 2026, and April 2027 is needed"):
        SeriesPrices(CPI).on(date(2026, 4, 1), Fraction(24))
    with pytest.raises(NotValued, match="CPI here begins in January 1988"):
        SeriesPrices(CPI).on(date(1988, 4, 1), Fraction(12))


def test_a_forecast_month_is_marked() -> None:
    prices = SeriesPrices(by_rates(CPI, (Decimal(3),), "f")).on(date(2026, 4, 1), Fraction(24))
    assert [prices.meant(year).forecast for year in (1, 2)] == [False, True]
    assert [prices.meant(year).quoted for year in (1, 2)] == [Rate(Decimal("2.8"), "published"), prices.meant(2).quoted]


def test_rates_have_no_dates() -> None:
    prices = index("5")
    assert prices.on(APRIL, Fraction(12)) is prices
    assert not prices.during


rates = st.lists(st.decimals(-3, 15, places=1), min_size=1, max_size=4)
lengths = st.integers(1, 48)


def by_months(yearly: list[Decimal]) -> list[Level]:
    """Return monthly levels of prices that rise by yearly rates, the last of which repeats, for six years."""
    levels: list[Level] = [Fraction(100)]
    for year in range(6):
        factor = 1 + Fraction(yearly[min(year, len(yearly) - 1)]) / 100
        start = Fraction(levels[-1])
        levels += [start * power(factor, Fraction(month, 12)) for month in range(1, 13)]
    return levels


@given(rates, lengths)
def test_the_constructors_agree_on_one_path(yearly: list[Decimal], months: int) -> None:
    """Rates a year, the series that rises by them, and one month continued by them as a forecast: one price path."""
    by_rate = PriceIndex("given", tuple(yearly))
    series = SeriesPrices(made(by_months(yearly))).on(APRIL, Fraction(months))
    ahead = SeriesPrices(by_rates(made([Decimal(100)]), tuple(yearly), "f")).on(APRIL, Fraction(months))
    for month in {Fraction(months), Fraction(months, 2), Fraction(12)}:
        if month <= months:
            assert abs(by_rate.level(month) - series.level(month)) < Fraction(1, 10**12)
            assert abs(by_rate.level(month) - ahead.level(month)) < Fraction(1, 10**12)
    for year in range(1, -(-months // 12) + 1):
        assert abs(Fraction(by_rate.rate(year)) - series.rate(year)) < Fraction(1, 10**12)


@given(rates, lengths, st.decimals("0.01", "1000", places=2))
def test_scaling_an_index_changes_nothing(yearly: list[Decimal], months: int, scale: Decimal) -> None:
    levels = by_months(yearly)
    scaled: list[Level] = [Fraction(level) * Fraction(scale) for level in levels]
    one, other = (SeriesPrices(made(each)).on(APRIL, Fraction(months)) for each in (levels, scaled))
    assert one.level(months) == other.level(months)
    assert [one.rate(year) for year in range(1, -(-months // 12) + 1)] == [
        other.rate(year) for year in range(1, -(-months // 12) + 1)
    ]
