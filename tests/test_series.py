"""A price series: levels, the rate from the index and the published one, and what was known by a month."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from payoffer.errors import NotValued
from payoffer.price_files import held
from payoffer.series import Provenance, Rate, Series

CPI = held("cpi").series
RPI = held("rpi").series
CPIH = held("cpih").series
AWE = held("awe").series


def month(year: int, number: int) -> date:
    return date(year, number, 1)


def test_the_rate_from_the_index_is_not_always_the_published_one() -> None:
    """January 2023: 126.4 / 114.9 is 10.0%, and 10.1% was published."""
    assert CPI.change(month(2023, 1)) == (Fraction("126.4") / Fraction("114.9") - 1) * 100
    assert CPI.rate(month(2023, 1)) == Rate(Decimal("10.1"), "published")
    rate = CPI.rate(month(2023, 1))
    assert rate
    assert rate.words == "10.1%, published"


def test_the_rpi_is_quoted_from_the_index_where_no_rate_is_held() -> None:
    """308.6 / 294.3 - 1 = 4.859%; October 2022 is among the published ones."""
    assert RPI.rate(month(2021, 9)) == Rate(Decimal("4.9"), "derived")
    assert RPI.rate(month(2022, 10)) == Rate(Decimal("14.2"), "published")
    assert RPI.rate(month(1987, 6)) is None  # no month a year before
    assert CPIH.rate(month(2024, 1)) is None  # not the RPI: nothing is made up
    assert AWE.rate(month(2024, 1)) is None


def test_a_quarter_stands_for_its_three_months() -> None:
    assert AWE.level(month(2025, 7)) == AWE.level(month(2025, 9)) == Fraction("731.50")
    assert (AWE.first, AWE.last) == (month(2000, 1), month(2025, 9))


def test_a_month_that_is_not_there_is_told_with_what_to_do() -> None:
    with pytest.raises(
        NotValued, match="CPI here ends in August 2026, and September 2026 is needed: add a rate a year"
    ):
        CPI.level(month(2026, 9))
    with pytest.raises(NotValued, match=r"or take in newer months with payoffer prices import FILE$"):
        CPI.level(month(2026, 9))
    with pytest.raises(NotValued, match="CPI here begins in January 1988, and May 1987 is needed: start later"):
        CPI.level(month(1987, 5))
    own = Series("mine", {month(2022, 1): Decimal(1)}, Provenance("mine", "mine"))
    with pytest.raises(NotValued, match=r"add a rate a year such as --forecast 3$"):
        own.level(month(2022, 2))


def test_only_what_helps_is_advised() -> None:
    """The Bank has no forecast of CPIH and RPI, the OBR none of the RPI before 2025; KAB9 cannot be imported."""
    for series in (CPIH, RPI):
        with pytest.raises(NotValued, match=r"--forecast 3, or a published one with --forecast obr, or take in newer"):
            series.level(month(2027, 1))
    with pytest.raises(NotValued, match=r"in January 2023, and May 2023 is needed: add a rate .* --forecast 3$"):
        RPI.known_by(month(2023, 2)).level(month(2023, 5))
    with pytest.raises(NotValued, match=r"or give a table of your own in place of awe: FILE\.csv with month,index$"):
        AWE.level(month(2026, 1))
    with pytest.raises(NotValued, match=r"or take in newer months with payoffer prices import FILE$"):
        CPI.known_by(month(2026, 11)).level(month(2026, 9))  # nothing was left out


def test_what_was_known_by_a_month() -> None:
    then = CPI.known_by(month(2023, 2))
    assert then.last == month(2023, 1)
    assert max(then.rates) == month(2023, 1)
    assert (then.as_of, then.cut) == (month(2023, 2), True)
    assert not CPI.known_by(month(2026, 11)).cut
    with pytest.raises(
        NotValued, match=r"CPI here, as known by February 2023, ends in January 2023, .* --forecast boe$"
    ):
        then.level(month(2023, 2))
    with pytest.raises(NotValued, match="CPI: nothing here was published by January 1988: name a later month"):
        CPI.known_by(month(1988, 1))


@pytest.mark.parametrize(
    ("by", "last"), [((2023, 2), (2022, 12)), ((2023, 3), (2022, 12)), ((2023, 5), (2023, 3)), ((2023, 1), (2022, 9))]
)
def test_a_quarter_is_known_when_it_is_over(by: tuple[int, int], last: tuple[int, int]) -> None:
    unrevised = AWE._replace(provenance=AWE.provenance._replace(revised=False))
    assert unrevised.known_by(month(*by)).last == month(*last)


def test_what_was_published_then_is_not_held_of_a_series_that_is_revised() -> None:
    with pytest.raises(NotValued, match="AWE: the figures here are those of December 2025, and they are revised after"):
        AWE.known_by(month(2025, 11))
    assert AWE.known_by(month(2025, 12)).last == month(2025, 9)


def test_a_forecast_is_told_from_what_was_published() -> None:
    ahead = CPI._replace(
        levels={**CPI.levels, month(2026, 9): Decimal(144)}, forecast_from=month(2026, 9), forecaster="f"
    )
    assert [ahead.is_forecast(month(2026, number)) for number in (8, 9)] == [False, True]
    assert (ahead.last, ahead.last_published) == (month(2026, 9), month(2026, 8))
    assert ahead.without_forecast() == CPI
    assert ahead.rate(month(2026, 9)) == Rate(Decimal("3.4"), "forecast")  # 144.0 / 139.3
    assert not CPI.is_forecast(CPI.last)
    assert CPI.last_published == CPI.last
    with pytest.raises(NotValued, match="CPI with f ends in September 2026, and October 2026 is needed: count fewer"):
        ahead.level(month(2026, 10))


@pytest.mark.parametrize("series", [CPI, CPIH, RPI], ids=lambda series: series.name)
def test_every_published_rate_is_what_the_index_allows(series: Series) -> None:
    """Index figures are known to 0.05 and rates to 0.05: the two intervals meet in every month, and RPI is exact."""
    half = Fraction(1, 20)
    assert series.rates
    for when, rate in series.rates.items():
        now, before = series.level(when), series.level(date(when.year - 1, when.month, 1))
        least = ((now - half) / (before + half) - 1) * 100
        most = ((now + half) / (before - half) - 1) * 100
        assert least - half <= rate <= most + half, when
        if series is RPI:
            assert abs(series.change(when) - Fraction(rate)) <= half


@pytest.mark.parametrize(
    ("series", "when", "rate"),
    [
        (CPI, (2022, 10), "11.1"),
        (CPI, (2022, 9), "10.1"),
        (RPI, (2022, 10), "14.2"),
        (RPI, (2022, 9), "12.6"),
        (CPIH, (2022, 10), "9.6"),
    ],
)
def test_landmarks(series: Series, when: tuple[int, int], rate: str) -> None:
    quoted = series.rate(month(*when))
    assert quoted == Rate(Decimal(rate), "published")
    assert abs(series.change(month(*when)) - Fraction(rate)) <= Fraction(1, 20)
