"""The legal minimum wage: the adult rate on a day, and whether a full-time rate of pay is below it.

The adult rate is that of the oldest band: 21 and over, but 25 and over from April 2016 and 23 and over from April 2021
to March 2024. A year's pay is tested by the hour: over the hours of the full-time week and the weeks of a year that its
publisher reckons with. For a pay scale::

    rate = adult_rate(date(2026, 4, 1))                      # £12.71, 21 and over, since 1 April 2026
    is_below(Fraction(24413), rate, hours=37, weeks=offer.weeks)     # True: £12.65 an hour

Basic pay alone is tested: what an allowance or unpaid hours would change is not seen here.
"""

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from payoffer.errors import PayofferError
from payoffer.money import Exact
from payoffer.periods import DAY, YEAR, add_months, long_day
from payoffer.shelf import DATA

RATES = DATA / "minimum_wage.csv"
_OLDEST = "+"


class AdultRate(NamedTuple):
    """The minimum wage of adults: pounds an hour, the first and the last day it is known for, its ages (``21+``)."""

    hourly: Decimal
    since: date
    until: date
    ages: str


def adult_rate(day: date) -> AdultRate:
    """Return the adult minimum wage in force on ``day``.

    A rate holds until the next one; the last one known for the twelve months after which it is set anew.
    Raises ``PayofferError``, naming the days that are known, for any other day: never the nearest rate.
    """
    rates = _adult_rates()
    found = next((rate for rate in rates if rate.since <= day <= rate.until), None)
    if found is None:
        raise PayofferError(
            f"the legal minimum wage on {long_day(day)} is not known here: "
            f"it is from {long_day(rates[0].since)} to {long_day(rates[-1].until)}"
        )
    return found


def hourly_pay(annual: Exact, hours: Exact, weeks: Exact) -> Fraction:
    """Return exact pounds an hour of ``annual`` full-time pounds a year, at ``hours`` a week and ``weeks`` a year.

    >>> round(hourly_pay(22366, 37, Decimal("52.143")), 2)
    Fraction(1159, 100)
    """
    return Fraction(annual) / (Fraction(hours) * Fraction(weeks))


def is_below(annual: Exact, rate: AdultRate, *, hours: Exact, weeks: Exact) -> bool:
    """Say whether ``annual`` full-time pounds a year come to less an hour than ``rate``, unrounded."""
    return hourly_pay(annual, hours, weeks) < Fraction(rate.hourly)


@cache
def _adult_rates() -> tuple[AdultRate, ...]:
    """Return the adult rates in order, each up to the day before the next."""
    with RATES.open(encoding="utf-8", newline="") as lines:
        found = [
            (date.fromisoformat(row["effective_from"]), row["band"].split()[0], Decimal(row["gbp_per_hour"]))
            for row in csv.DictReader(lines)
            if _OLDEST in row["band"]
        ]
    ends = [*(since - DAY for since, _, _ in found[1:]), add_months(found[-1][0], YEAR) - DAY]
    return tuple(
        AdultRate(hourly, since, until, ages) for (since, ages, hourly), until in zip(found, ends, strict=True)
    )
