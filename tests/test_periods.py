"""Months run from a deal's own first day; a part month counts its days."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.periods import Clock, add_months, gaps, latest_before, long_day, month_name, short_day, short_month

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2022, 9, 1), 12, date(2023, 9, 1)),
        (date(2022, 12, 15), 1, date(2023, 1, 15)),
        (date(2023, 1, 15), -1, date(2022, 12, 15)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 3, 31), 1, date(2023, 4, 30)),
        (date(2022, 4, 1), 28, date(2024, 8, 1)),
        (date(2022, 4, 1), 0, date(2022, 4, 1)),
    ],
)
def test_the_same_day_of_another_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("anchor", "day", "expected"),
    [
        (date(2022, 4, 1), date(2022, 4, 1), "0"),
        (date(2022, 4, 1), date(2024, 8, 1), "28"),
        (date(2023, 4, 1), date(2023, 11, 7), "36/5"),  # seven months and 6 of November's 30 days
        (date(2023, 4, 15), date(2023, 5, 14), "29/30"),  # a month from the 15th of April has 30 days
        (date(2023, 4, 15), date(2023, 5, 15), "1"),
        (date(2023, 4, 1), date(2023, 3, 1), "-1"),
        (date(2023, 4, 1), date(2023, 3, 17), "-15/31"),  # a month back, then 16 of March's 31 days
        (date(2023, 1, 31), date(2023, 2, 28), "1"),
        (date(2023, 1, 31), date(2023, 2, 27), "27/28"),  # from the last of January to the last of February
    ],
)
def test_months_from_the_anchor(anchor: date, day: date, expected: str) -> None:
    assert Clock(anchor).at(day) == Fraction(expected)


def test_the_first_day_of_a_month() -> None:
    assert Clock(date(2022, 9, 1)).day(0) == date(2022, 9, 1)
    assert Clock(date(2022, 9, 1)).day(12) == date(2023, 9, 1)
    assert Clock(date(2022, 9, 1)).day(-1) == date(2022, 8, 1)


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ("12", date(2023, 3, 31)),
        ("28", date(2024, 7, 31)),
        ("33/2", date(2023, 8, 15)),  # sixteen months end with July; half of August's 31 days is fifteen whole ones
        ("1", date(2022, 4, 30)),
    ],
)
def test_the_last_day_of_a_window(months: str, expected: date) -> None:
    assert Clock(date(2022, 4, 1)).last_day(Fraction(months)) == expected


@given(DAYS, st.integers(-120, 120))
def test_the_clock_finds_its_own_days(anchor: date, months: int) -> None:
    assert Clock(anchor).at(Clock(anchor).day(months)) == months


@given(DAYS, DAYS)
def test_a_day_later_is_more_months_by_less_than_two_days_worth(anchor: date, day: date) -> None:
    clock = Clock(anchor)
    step = clock.at(day + timedelta(days=1)) - clock.at(day)
    assert 0 < step <= Fraction(1, 27)


def test_names_of_days_and_months() -> None:
    day = date(2022, 9, 1)
    assert (month_name(day), short_month(day), long_day(day), short_day(day)) == (
        "September 2022",
        "Sep 2022",
        "1 September 2022",
        "1 Sep 2022",
    )
    assert month_name(date(2023, 1, 31)) == "January 2023"
    assert short_day(date(2023, 12, 9)) == "9 Dec 2023"


def test_months_missing_between_the_first_and_the_last() -> None:
    months = [date(2022, 11, 1), date(2023, 3, 1), date(2023, 1, 1)]
    assert list(gaps(months)) == [date(2022, 12, 1), date(2023, 2, 1)]
    assert list(gaps(months[:1])) == []


def test_the_latest_of_some_days_before_another() -> None:
    days = (date(2022, 9, 1), date(2021, 9, 1))
    assert latest_before(days, date(2023, 1, 1)) == date(2022, 9, 1)
    assert latest_before(days, date(2022, 9, 1)) == date(2021, 9, 1)
    assert latest_before(days, date(2021, 9, 1)) is None
