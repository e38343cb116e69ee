"""What a series is taken to do after its last month: rates a year, or a published forecast."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest

from payoffer.errors import NotValued, UnknownName
from payoffer.forecast import Forecast, by_forecast, by_rates
from payoffer.forecast_files import forecast, forecasts
from payoffer.price_files import held
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


def near(level: Fraction, expected: Fraction) -> bool:
    return abs(level - expected) < Fraction(1, 10**20)


def test_a_quarters_figure_stands_on_the_month_a_year_before() -> None:
    made = Forecast("f", "F", "2022-12-01", {"2023-Q1": Decimal(4), "2023-Q2": Decimal(6), "2024-Q2": Decimal(5)})
    ahead = by_forecast(FLAT, made)
    assert [ahead.level(date(2023, number, 1)) for number in (1, 3, 4, 6)] == [104, 104, 106, 106]
    assert ahead.last == date(2023, 6, 1)  # of July 2023 it says nothing
    assert (ahead.forecast_from, ahead.forecast) == (
        date(2023, 1, 1), "f (F; a quarter's figure is the rise on a year before in each of its months)",
    )  # fmt: skip


def test_a_years_average_is_spread_evenly_from_the_last_month_published() -> None:
    """100 in December; 4% a year over the twelve months of 2023 is 104, 2% more by the end of 2024 is 106.08."""
    made = Forecast("f", "F", "2022-12-01", {"2023": Decimal(4), "2024": Decimal(2)}, "ours")
    ahead = by_forecast(FLAT, made)
    assert near(ahead.level(date(2023, 6, 1)) ** 2, Fraction(10400))  # half a year: the root of 1.04
    assert near(ahead.level(date(2023, 12, 1)), Fraction(104))
    assert near(ahead.level(date(2024, 12, 1)), Fraction("106.08"))
    assert ahead.last == date(2024, 12, 1)
    assert ahead.forecast == (
        "f (F; a calendar year's average is spread evenly over its months, from December 2022 on)"
    )
    assert ahead.forecaster == "ours"


def test_a_quarter_in_a_year_goes_before_the_years_average() -> None:
    """From 100 in December evenly to 106 in April, so that February squared is 100 x 106; then 4% a year from June on.

    September lies half way between 106 in June and 110 in December, where the fourth quarter is 10% up.
    """
    year = {"2023": Decimal(4), "2023-Q2": Decimal(6), "2024": Decimal(2)}
    ahead = by_forecast(FLAT, Forecast("f", "F", "2022-12-01", year))
    assert near(ahead.level(date(2023, 2, 1)) ** 2, Fraction(10600))
    assert ahead.level(date(2023, 4, 1)) == 106
    assert near(ahead.level(date(2023, 12, 1)) ** 2, 106**2 * Fraction("1.04"))
    more = by_forecast(FLAT, Forecast("f", "F", "2022-12-01", {**year, "2023-Q4": Decimal(10)}))
    assert near(more.level(date(2023, 8, 1)) ** 2, Fraction(106 * 110))  # half way from June to October
    assert "months before such a quarter rise evenly towards it; a calendar year's" in more.forecast


def test_what_a_forecast_says_of_quarters_that_are_over_is_not_used() -> None:
    """Flat at 100 to June 2023, where 108 was forecast: from there on as forecast, 110 / 108 in July.

    January 2024: 5% on the 104 that was forecast for January 2023, 109.2 / 108.
    """
    held_flat = FLAT._replace(
        levels={date(2022 + number // 12, number % 12 + 1, 1): Decimal(100) for number in range(18)}
    )
    made = Forecast("f", "F", "2022-12-01", {
        "2023-Q1": Decimal(4), "2023-Q2": Decimal(8), "2023-Q3": Decimal(10), "2023-Q4": Decimal(12),
        "2024-Q1": Decimal(5),
    })  # fmt: skip
    ahead = by_forecast(held_flat, made)
    assert ahead.level(date(2023, 7, 1)) == Fraction(11000, 108)
    assert ahead.level(date(2024, 1, 1)) == Fraction(10920, 108)
    assert "what it says of months up to June 2023 is not used: from there on prices move as it has" in ahead.forecast


def test_no_average_of_a_year_makes_prices_fall() -> None:
    """The OBR's 2.3% for 2026 and 2.0% for 2027, from 143.6 in August 2026.

    December is 143.6 x 1.023 ^ (4 / 12) = 144.69, January 2027 that x 1.02 ^ (1 / 12) = 144.93. The same 2.3% on the
    month a year before would make September 139.3 x 1.023 = 142.5, less than August.
    """
    ahead = by_forecast(CPI, forecast("obr-2026-03", CPI))
    assert round(ahead.level(date(2026, 12, 1)), 2) == Fraction("144.69")
    assert round(ahead.level(date(2027, 1, 1)), 2) == Fraction("144.93")
    for name in ("cpi", "cpih", "rpi", "awe"):
        series = held(name).series
        months = by_forecast(series, forecast("obr", series)).levels
        path = [Fraction(level) for month, level in sorted(months.items()) if month >= series.last]
        assert all(before < after for before, after in pairwise(path))


def test_the_bank_after_its_quarters_are_over() -> None:
    """Its 2.69% for the third quarter of 2026 is above 139.3 in August and in September 2025: no change from August."""
    ahead = by_forecast(CPI, forecast("boe-2025-11", CPI))
    assert ahead.level(date(2026, 9, 1)) == Fraction("143.6")


def test_a_series_too_short_for_a_rise_on_a_year_before() -> None:
    short = FLAT._replace(levels={date(2022, 12, 1): Decimal(100)})
    with pytest.raises(NotValued, match="f gives the rise on a year before, and Flat here has no January 2022: give"):
        by_forecast(short, Forecast("f", "F", "2022-12-01", {"2023-Q1": Decimal(2)}))


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
    with pytest.raises(UnknownName, match="obr-2025-03 has no forecast of CPI published by February 2023: name"):
        forecast("obr-2025-03", CPI.known_by(date(2023, 2, 1)))


def test_a_series_that_was_not_yet_forecast() -> None:
    """The OBR had published forecasts by February 2023, of the RPI none that is here before 2025."""
    with pytest.raises(UnknownName, match="obr has no forecast of RPI published by February 2023: name an earlier one"):
        forecast("obr", held("rpi").series.known_by(date(2023, 2, 1)))


def test_every_bundled_forecast_says_who_and_when() -> None:
    every = list(forecasts())
    assert len({name for name, _, _ in every}) >= 25
    for name, published, series in every:
        assert name == f"{name[:3]}-{published[:7]}"
        made = forecast(name, held(series).series)
        assert made.published == published
        assert made.periods
        assert published in made.title
