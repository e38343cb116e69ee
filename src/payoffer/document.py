"""The kinds of value in an offer file: sums, percentages, days, and figures by pay point.

Pydantic is kind in silence (a 0 becomes 1 January 1970, "1_000" a number), so every kind here takes
exactly what TOML writes for it and refuses anything else in one sentence.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from payoffer.refusals import each, refuse, shown

FIRST_YEAR, LAST_YEAR = 1900, 2100
MOST_POUNDS = Decimal(10_000_000)
MOST_PERCENT = Decimal(1000)
MOST_DECIMALS = 12
MOST_PARTS = 200
"""More awards, one-offs, sources or terms of one of them are no offer, and would only keep a reader waiting."""
OTHERS = "others"

_NUMBER_IN_WORDS = re.compile(r"[£+-]?\s*([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(\.[0-9]+)?\s*%?")
_MOST_BITS = 64
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")


class Model(BaseModel):
    """A frozen part of an offer file; an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class Range(NamedTuple):
    """Lowest and highest, where the offer gives only that."""

    low: Decimal
    high: Decimal


class ByPoint(dict[str, "Decimal | Range"]):
    """A figure for each pay point, grade, range of points, or ``others``."""


Figure = Decimal | Range | ByPoint
Limits = tuple[Decimal, Decimal]


def number(value: object, limits: Limits, unit: str) -> Decimal:
    """Take a TOML integer or decimal within ``limits`` (the lower one excluded)."""
    low, high = limits
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise refuse(f"{shown(value)} is not a number: write {_meant(value, unit)}")
    huge = isinstance(value, int) and value.bit_length() > _MOST_BITS  # slow to make a Decimal of
    figure = MOST_POUNDS + 1 if huge else Decimal(value)
    exponent = figure.as_tuple().exponent
    if not isinstance(exponent, int):
        raise refuse(f"{shown(value)} is not a number: write {unit} in figures")
    if not low < figure <= high:
        raise refuse(f"{shown(value)} is out of bounds: {unit} must be over {low:,f} and at most {high:,f}")
    if -exponent > MOST_DECIMALS:
        raise refuse(f"{shown(value)} has more than {MOST_DECIMALS} decimal places: write fewer of them")
    return figure


def _meant(value: object, unit: str) -> str:
    typed = _NUMBER_IN_WORDS.fullmatch(value.strip()) if isinstance(value, str) else None
    if typed:
        return f"{'-' * ('-' in typed[0])}{typed[1].replace(',', '')}{typed[2] or ''} without quotes"
    return f"{unit} in figures, such as {'5' if unit == 'percent' else '1000'}"


def figure(value: object, limits: Limits, unit: str) -> Figure:
    """Take a number, a range ``[low, high]``, or a table of these by pay point."""
    if not isinstance(value, Mapping):
        return _number_or_range(value, limits, unit)
    if not value:
        raise refuse("{ } has no pay point in it: give at least one, such as { M1 = 5 }, or a plain number")
    if any(not key.strip() for key in value):
        raise refuse(f'{shown(value)} has a pay point without a name: write M3, "7 top", "3-5", "20+" or others')
    figures = each(value.items(), lambda item: _number_or_range(item, limits, unit))
    return ByPoint(zip(value, figures, strict=True))


def _number_or_range(value: object, limits: Limits, unit: str) -> Decimal | Range:
    if not isinstance(value, list):
        return number(value, limits, unit)
    if len(value) != len(limits):
        raise refuse(f"{shown(value)} is not a range: write the lowest and the highest, such as [3, 5]")
    low, high = each(enumerate(value), lambda item: number(item, limits, unit))
    if low == high:
        raise refuse(f"{shown(value)} is not a range: write {low}")
    if low > high:
        raise refuse(f"{shown(value)} is in the wrong order: write [{high}, {low}]")
    return Range(low, high)


def day(value: object, words: str = "") -> date:
    """Take a TOML date between 1900 and 2100; ``words`` are what else could be written."""
    if isinstance(value, datetime):
        raise refuse(f"{shown(value)} has a time in it: write the day alone, {value.date().isoformat()}")
    if not isinstance(value, date):
        raise refuse(f"{shown(value)} is not a date: write {_day_meant(value, words)}")
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise refuse(f"{value} is out of bounds: the year must be from {FIRST_YEAR} to {LAST_YEAR}")
    return value


def _day_meant(value: object, words: str) -> str:
    try:
        return f"{date.fromisoformat(str(value).strip())} without quotes"
    except ValueError:
        return f"year, month and day without quotes, such as 2023-04-01{words}"


def day_or(*words: str) -> Callable[[object], date | str]:
    """Return a check for a day, or one of a few words."""
    choices = " or ".join(f'"{word}"' for word in words)

    def check(value: object) -> date | str:
        return value if isinstance(value, str) and value in words else day(value, f", or {choices}")

    return check


def days(value: object) -> tuple[date, ...]:
    """Take one day, or a list of them."""
    return tuple(each(enumerate(value), day)) if isinstance(value, list) else (day(value),)


def span(value: object) -> tuple[date, date]:
    """Take the first and the last day of a time."""
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004
        raise refuse(f"{shown(value)} is not a time: write its first and last day, such as [2022-09-01, 2023-08-31]")
    first, last = days(value)
    if first > last:
        raise refuse(f"[{first}, {last}] is in the wrong order: write [{last}, {first}]")
    return first, last


def text(value: object) -> str:
    """Take words on one line that are not empty."""
    found = _prose(value)
    if "\n" in found:
        raise refuse(f"{shown(value)} goes over more than one line: write it on one")
    return found


def _prose(value: object) -> str:
    if not isinstance(value, str):
        right = "words in quotes" if isinstance(value, list | dict) else f'"{shown(value)}"'
        raise refuse(f"{shown(value)} is not in quotes: write {right}")
    if not value.strip():
        raise refuse(f"{shown(value)} is empty: write words between the quotes, or leave the key out")
    if _CONTROL.search(value):
        raise refuse(f"{shown(value)} has a character in it that cannot be seen: type the words anew")
    return value


def words(value: object) -> tuple[str, ...]:
    """Take one text in quotes, or a list of them."""
    return tuple(each(enumerate(value), _prose)) if isinstance(value, list) else (_prose(value),)


def yes_or_no(value: object) -> bool:
    """Take true or false, nothing else."""
    if not isinstance(value, bool):
        raise refuse(f"{shown(value)} is neither true nor false: write one of these, without quotes")
    return value


def parts(value: object) -> object:
    """Pass on the parts of an offer, unless there are more than any has; each is left to its model."""
    if isinstance(value, list) and len(value) > MOST_PARTS:
        raise refuse(f"{shown(value)} has more than {MOST_PARTS} parts: leave out those that no pay hangs on")
    return value


def whole(low: int, high: int) -> Callable[[object], int]:
    """Return a check for a whole number from ``low`` to ``high``."""

    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise refuse(f"{shown(value)} is not a whole number from {low} to {high}: write one, such as {low}")
        return value

    return check


def one_of(*choices: str) -> Callable[[object], str]:
    """Return a check for one of a few words."""

    def check(value: object) -> str:
        if not isinstance(value, str) or value not in choices:
            raise refuse(f"{shown(value)} is not one of {', '.join(choices)}: write one of these, in quotes")
        return value

    return check


def fraction(value: object) -> str:
    """Take a part of a year's pay as it is printed: ``"1/365"``."""
    parts = _FRACTION.fullmatch(value) if isinstance(value, str) else None
    if not parts or not 0 < int(parts[1]) < int(parts[2]):
        raise refuse(f'{shown(value)} is not a part of a year: write it as a fraction in quotes, such as "1/365"')
    return parts[0]


def pay_by_point(value: object) -> dict[str, Decimal]:
    """Take the pay a year of some pay points."""
    if not isinstance(value, dict) or not value:
        raise refuse(f"{shown(value)} has no pay points: write them with their pay, such as {{ M1 = 25714 }}")
    return dict(zip(value, each(value.items(), lambda item: number(item, PAY, "pounds")), strict=True))


def moves(value: object) -> dict[str, str]:
    """Take which pay point goes to which."""
    if not isinstance(value, dict) or not value:
        raise refuse(f'{shown(value)} does not say which point goes to which: write {{ M1 = "M2" }}')
    return dict(zip(value, each(value.items(), text), strict=True))


POUNDS: Limits = (-MOST_POUNDS, MOST_POUNDS)
PAY: Limits = (Decimal(0), MOST_POUNDS)
PERCENT: Limits = (Decimal(-100), MOST_PERCENT)
HOURS: Limits = (Decimal(0), Decimal(168))
WEEKS: Limits = (Decimal(0), Decimal(53))
MONTHS: Limits = (Decimal(0), Decimal(120))
