"""The legal minimum wage: which rate is in force on a day, and which pay is below it."""

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from payoffer.errors import PayofferError
from payoffer.minimum_wage import RATES, adult_rate, hourly_pay, is_below

NJC_WEEK, NJC_WEEKS = 37, Decimal("52.143")


@pytest.mark.parametrize(
    ("day", "hourly", "since", "ages"),
    [
        (date(2012, 10, 1), "6.19", date(2012, 10, 1), "21+"),
        (date(2016, 3, 31), "6.70", date(2015, 10, 1), "21+"),
        # In October 2016 every band but the oldest was set anew.
        (date(2016, 12, 1), "7.20", date(2016, 4, 1), "25+"),
        (date(2021, 4, 1), "8.91", date(2021, 4, 1), "23+"),
        (date(2024, 3, 31), "10.42", date(2023, 4, 1), "23+"),
        (date(2024, 4, 1), "11.44", date(2024, 4, 1), "21+"),
        (date(2027, 3, 31), "12.71", date(2026, 4, 1), "21+"),
    ],
)
def test_the_adult_rate_on_a_day(day: date, hourly: str, since: date, ages: str) -> None:
    rate = adult_rate(day)
    assert (str(rate.hourly), rate.since, rate.ages) == (hourly, since, ages)


def test_a_rate_is_known_up_to_the_day_before_the_next() -> None:
    assert adult_rate(date(2023, 6, 1)).until == date(2024, 3, 31)
    assert adult_rate(date(2026, 4, 1)).until == date(2027, 3, 31)


@pytest.mark.parametrize("day", [date(2012, 9, 30), date(2027, 4, 1)])
def test_any_other_day_is_refused_with_the_days_that_are_known(day: date) -> None:
    with pytest.raises(PayofferError, match="it is from 1 October 2012 to 31 March 2027"):
        adult_rate(day)


@pytest.mark.parametrize(
    ("annual", "hourly"),
    [
        # The bottom rates of the offers for 2022 (with point 1, and without it) and 2023, as the employers print them.
        (20258, "10.50"),
        (20441, "10.60"),
        (22366, "11.59"),
    ],
)
def test_pay_by_the_hour_as_the_council_employers_reckon_it(annual: int, hourly: str) -> None:
    assert round(hourly_pay(annual, NJC_WEEK, NJC_WEEKS), 2) == Fraction(hourly)


@pytest.mark.parametrize(
    ("annual", "day", "below"),
    [
        # 22,366 is £11.59, the minimum from April 2024 £11.44.
        (22366, date(2024, 4, 1), False),
        # Point 2 of April 2025, 24,413, is £12.65: over £12.21, and under £12.71 a year later, when the point goes.
        (24413, date(2025, 4, 1), False),
        (24413, date(2026, 4, 1), True),
    ],
)
def test_pay_below_it(annual: int, day: date, below: bool) -> None:  # noqa: FBT001
    assert is_below(annual, adult_rate(day), hours=NJC_WEEK, weeks=NJC_WEEKS) is below


def test_pay_that_is_the_minimum_to_the_penny_is_not_below_it() -> None:
    # 11.44 x 40 x 52 = 23,795.20
    rate = adult_rate(date(2024, 4, 1))
    assert not is_below(Decimal("23795.20"), rate, hours=40, weeks=52)
    assert is_below(Decimal("23795.19"), rate, hours=40, weeks=52)


def test_the_data_are_in_order() -> None:
    with RATES.open(encoding="utf-8", newline="") as lines:
        rows = [
            (date.fromisoformat(row["effective_from"]), row["band"], row["gbp_per_hour"])
            for row in csv.DictReader(lines)
        ]
    assert len({(day, band) for day, band, _ in rows}) == len(rows)
    days = [day for day, _, _ in rows]
    assert days == sorted(days)
    assert all(Decimal(hourly) > 0 for _, _, hourly in rows)
    adults = [Decimal(hourly) for _, band, hourly in rows if "+" in band]
    assert adults == sorted(adults)
