"""What a series is taken to do after its last month: rates a year, or a published forecast."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from payoffer.errors import NotValued, UnknownName
from payoffer.forecast import Forecast, by_forecast, by_rates
from payoffer.price_files import forecast, forecasts, held
from payoffer.series import Provenance, Series

FIRST = date(2022, 1, 1)
FLAT = Series("flat", {date(2022, number, 1): Decimal(100) for number in range(1, 13)}, Provenance("Flat", "flat"))
CPI = held("cpi").series


def test_rates_compound_month_by_month_and_the_last_repeats() -> None:
    ahead = by_rates(FLAT, (Decimal(3), Decimal(2)), "your forecast")
    assert ahead.level(date(2023, 12, 1)) == 103
    assert ahead.level(date(2024, 12, 1)) == Fraction("105.06")
    assert ahead.level(date(2025, 12, 1)) == Fraction("107.1612")
    assert abs(ahead.level(date(2023, 6, 1)) ** 2 - 10300) < Fraction(1, 10**20)  # half a year: the root of 1.03
    assert (ahead.forecast_from, ahead.forecast) == (date(2023, 1, 1), "your forecast")
    assert ahead.forecaster == "your forecast"
    assert ahead.last == date(2037, 12, 1)


def test_a_published_forecast_stands_on_the_month_a_year_before() -> None:
    made = Forecast("f", "F", "2022-12-01", {"2023": Decimal(4), "2023-Q2": Decimal(6), "2024": Decimal(2)}, "ours")
    ahead = by_forecast(FLAT, made)
    assert ahead.level(date(2023, 3, 1)) == 104
    assert ahead.level(date(2023, 4, 1)) == 106  # the quarter stands before the year
    assert ahead.level(date(2024, 4, 1)) == Fraction("108.12")  # on what was forecast
    assert ahead.last == date(2024, 12, 1)
    assert (ahead.forecast_from, ahead.forecast) == (date(2023, 1, 1), "f (F)")
    assert ahead.forecaster == "ours"


def test_a_forecast_has_to_begin_where_the_series_ends() -> None:
    late = Forecast("late", "Late", "2023-01-01", {"2024": Decimal(2)})
    with pytest.raises(NotValued, match="late says nothing of Flat in January 2023, the first month after its last"):
        by_forecast(FLAT, late)


def test_the_bank_in_february_2023() -> None:
    """Its most likely path for the third quarter of 2023 was 6.20% on a year before: 123.8 x 1.062 in September."""
    then = CPI.known_by(date(2023, 2, 1))
    ahead = by_forecast(then, forecast("BOE-2023-02", then))
    assert ahead.level(date(2023, 9, 1)) == Fraction("123.8") * Fraction("1.062")
    assert ahead.last == date(2026, 3, 1)
    assert ahead.forecaster == "the Bank of England's forecast (February 2023)"


@pytest.mark.parametrize(
    ("name", "as_of", "found"),
    [
        ("obr", None, "obr-2026-03"),
        ("boe", None, "boe-2025-11"),
        ("obr", date(2023, 2, 1), "obr-2022-11"),
        ("boe", date(2023, 2, 1), "boe-2023-02"),
        ("obr-2025-03", None, "obr-2025-03"),
    ],
)
def test_the_latest_forecast_by_then(name: str, as_of: date | None, found: str) -> None:
    series = CPI.known_by(as_of) if as_of else CPI
    assert forecast(name, series).name == found


def test_forecasts_that_are_not_there() -> None:
    with pytest.raises(UnknownName, match=r'no forecast called "obr-2026-04": did you mean obr-2026-03\?'):
        forecast("obr-2026-04", CPI)
    with pytest.raises(UnknownName, match="payoffer prices names those that are here"):
        forecast("hmt", CPI)
    with pytest.raises(UnknownName, match="boe has no forecast of RPI: it has awe, cpi: give a rate"):
        forecast("boe", held("rpi").series)
    with pytest.raises(UnknownName, match="obr-2025-03 was not published by February 2023: name an earlier forecast"):
        forecast("obr-2025-03", CPI.known_by(date(2023, 2, 1)))


def test_every_bundled_forecast_says_who_and_when() -> None:
    every = list(forecasts())
    assert len({name for name, _, _ in every}) >= 25
    for name, published, series in every:
        assert name == f"{name[:3]}-{published[:7]}"
        made = forecast(name, held(series).series)
        assert made.published == published
        assert made.periods
        assert published in made.title
