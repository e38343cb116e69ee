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
    ahead = asked.rate("rpi", date(2027, 7, 1))
    assert ahead[:2] == (Decimal("3.0"), "")
    assert ahead.told("RPI of July 2027") == "RPI of July 2027 would be 3% on your forecast of 3% a year"
    assert set(asked.used) == {"cpi", "rpi"}


def test_why_there_is_none() -> None:
    asked = rates()
    assert asked.rate("gold", date(2023, 1, 1))[:3] == (None, "", "")
    assert asked.rate("cpi", date(2026, 9, 1))[:3] == (
        None,
        " (CPI here ends in August 2026)",
        ", or in compare, points and needed a forecast, such as --forecast cpi=3",
    )
    assert asked.rate("cpih", date(2024, 1, 1))[:3] == (None, " (its published rate is not held)", "")
    assert asked.rate("cpi", date(1988, 6, 1))[:3] == (None, " (its published rate is not held)", "")
    assert not asked.used


def test_your_own_figure_beside_what_was_published() -> None:
    """A forecast is no published figure: of July 2027, and of an index without a series, there is none."""
    asked = PublishedRates(SERIES.get, lambda name: held(name).series if name in SERIES else None)
    four = Decimal("4.0")
    jan = asked.beside(four, "cpi", date(2023, 1, 1))
    assert jan.told("CPI of January 2023") == "your figure for CPI of January 2023 is 4% (published: 10.1%)"
    assert asked.beside(four, "rpi", date(2022, 2, 1)).words == " (from the published index: 8.2%)"
    assert asked.beside(four, "rpi", date(2027, 7, 1)).words == ""
    assert asked.beside(four, "gold", None).told("GOLD") == "your figure for GOLD is 4%"
    assert list(asked.yours) == [
        "4% for CPI of January 2023 (published: 10.1%)",
        "4% for RPI of February 2022 (from the published index: 8.2%)",
        "4% for RPI of July 2027",
        "4% for GOLD",
    ]
    assert set(asked.used) == {"cpi", "rpi"}
    assert rates().beside(four, "rpi", date(2022, 2, 1)).words == ""
