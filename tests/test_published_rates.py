"""The published rate that a rise follows, and why there is none."""

from datetime import date
from decimal import Decimal

from payoffer.forecast import by_rates
from payoffer.price_files import held
from payoffer.published_rates import PublishedRates
from payoffer.series import Series

SERIES: dict[str, Series] = {
    "cpi": held("cpi").series,
    "cpih": held("cpih").series,
    "rpi": by_rates(held("rpi").series, (Decimal(3),), "your forecast of 3% a year"),
}


def rates() -> PublishedRates:
    return PublishedRates(SERIES.get)


def test_how_a_rate_came_about() -> None:
    asked = rates()
    assert asked.rate("cpi", date(2023, 1, 1))[:2] == (Decimal("10.1"), " (published)")
    assert asked.rate("rpi", date(2022, 2, 1))[:2] == (Decimal("8.2"), " (from the index, rounded to 0.1)")
    # 418.1 x 1.03 ^ (7/12) over 406.2, the forecast from August 2026 on
    percent, words, _ = asked.rate("rpi", date(2027, 7, 1))
    assert (percent, words) == (Decimal("3.0"), ", your forecast of 3% a year")
    assert set(asked.used) == {"cpi", "rpi"}


def test_why_there_is_none() -> None:
    asked = rates()
    assert asked.rate("gold", date(2023, 1, 1)) == (None, "", "")
    assert asked.rate("cpi", date(2026, 9, 1)) == (
        None,
        " (CPI here ends in August 2026)",
        ", or in compare, points and needed a forecast, such as --forecast cpi=3",
    )
    assert asked.rate("cpih", date(2024, 1, 1)) == (None, " (its published rate is not held)", "")
    assert asked.rate("cpi", date(1988, 6, 1)) == (None, " (its published rate is not held)", "")
    assert not asked.used
