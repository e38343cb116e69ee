"""The kinds of value in an offer file: sums, percentages, days, and figures by pay point.

Pydantic is kind in silence (a 0 becomes 1 January 1970, "1_000" a number), so every kind here takes
exactly what TOML writes for it and refuses anything else in one sentence.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema

FIRST_YEAR, LAST_YEAR = 1900, 2100
MOST_POUNDS = Decimal(10_000_000)
MOST_PERCENT = Decimal(1000)
OTHERS = "others"


class Model(BaseModel):
    """A frozen part of an offer file; an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Range(NamedTuple):
    """Lowest and highest, where the offer gives only that."""

    low: Decimal
    high: Decimal


class ByPoint(dict[str, "Decimal | Range"]):
    """A figure for each pay point, grade, range of points, or ``others``."""


Figure = Decimal | Range | ByPoint
Limits = tuple[Decimal, Decimal]


def refuse(message: str) -> ValueError:
    """Return the error that pydantic collects; its text is a whole sentence."""
    return ValueError(message)


def number(value: object, limits: Limits, unit: str) -> Decimal:
    """Take a TOML integer or decimal within ``limits`` (the lower one excluded)."""
    low, high = limits
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise refuse(f"write a number ({unit}), such as {'5' if unit == 'percent' else '1000'}, not {shown(value)}")
    figure = Decimal(value)
    if not figure.is_finite():
        raise refuse(f"{shown(value)} is not a number: write {unit} as plain digits")
    if not low < figure <= high:
        raise refuse(f"{shown(value)} is out of bounds: {unit} must be over {low:,f} and at most {high:,f}")
    return figure


def shown(value: object) -> str:
    """Return a value as the file has it, short enough for one line."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    if isinstance(value, bool):
        text = text.lower()
    return text if len(text) <= 40 else text[:37] + "..."  # noqa: PLR2004


def figure(value: object, limits: Limits, unit: str) -> Figure:
    """Take a number, a range ``[low, high]``, or a table of these by pay point."""
    if isinstance(value, Mapping):
        if not value:
            raise refuse("the table by pay point is empty: give at least one point, or a plain number")
        return ByPoint({_point(key): _number_or_range(item, limits, unit) for key, item in value.items()})
    return _number_or_range(value, limits, unit)


def _point(key: object) -> str:
    if not isinstance(key, str) or not key.strip():
        raise refuse('a pay point needs a name, such as M3, "7 top", "3-5", "20+" or others')
    return key


def _number_or_range(value: object, limits: Limits, unit: str) -> Decimal | Range:
    if not isinstance(value, list):
        return number(value, limits, unit)
    if len(value) != len(limits):
        raise refuse("a range is two numbers, the lowest and the highest, such as [3, 5]")
    low, high = (number(item, limits, unit) for item in value)
    if low >= high:
        raise refuse(f"a range goes from the lowest to the highest: write [{high:f}, {low:f}]")
    return Range(low, high)


def day(value: object) -> date:
    """Take a TOML date between 1900 and 2100."""
    if isinstance(value, datetime):
        raise refuse(f"write the day alone: {value.date().isoformat()}")
    if not isinstance(value, date):
        raise refuse(f"write a date as 2023-04-01, without quotes, not {shown(value)}")
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise refuse(f"{value.isoformat()} is out of bounds: the year must be from {FIRST_YEAR} to {LAST_YEAR}")
    return value


def text(value: object) -> str:
    """Take words that are not empty."""
    if not isinstance(value, str):
        raise refuse(f'write words in quotes, such as "{value}", not {shown(value)}')
    if not value.strip():
        raise refuse("the words are empty: write them, or leave the key out")
    return value


def yes_or_no(value: object) -> bool:
    """Take true or false, nothing else."""
    if not isinstance(value, bool):
        raise refuse(f"write true or false, without quotes, not {shown(value)}")
    return value


def whole(low: int, high: int) -> Callable[[object], int]:
    """Return a check for a whole number from ``low`` to ``high``."""

    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise refuse(f"write a whole number from {low} to {high}, not {shown(value)}")
        return value

    return check


def one_of(*choices: str) -> Callable[[object], str]:
    """Return a check for one of a few words."""

    def check(value: object) -> str:
        if not isinstance(value, str) or value not in choices:
            raise refuse(f"{shown(value)} is not one of {', '.join(choices)}: write one of these in quotes")
        return value

    return check


def words(value: object) -> tuple[str, ...]:
    """Take one sentence in quotes, or a list of them."""
    return tuple(text(item) for item in (value if isinstance(value, list) else [value]))


POUNDS: Limits = (-MOST_POUNDS, MOST_POUNDS)
PAY: Limits = (Decimal(0), MOST_POUNDS)
PERCENT: Limits = (Decimal(-100), MOST_PERCENT)
HOURS: Limits = (Decimal(0), Decimal(168))
WEEKS: Limits = (Decimal(0), Decimal(53))

_NUMBER: dict[str, Any] = {"type": "number"}
_ITEM: list[dict[str, Any]] = [_NUMBER, {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}]
_TABLE: dict[str, Any] = {"type": "object", "additionalProperties": {"anyOf": _ITEM}, "minProperties": 1}
_FIGURE = WithJsonSchema({"anyOf": [*_ITEM, _TABLE]})
_WORDS = WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})
_DAY = WithJsonSchema({"type": "string", "format": "date"})

Pounds = Annotated[Decimal, PlainValidator(lambda v: number(v, POUNDS, "pounds")), WithJsonSchema(_NUMBER)]
Pay = Annotated[Decimal, PlainValidator(lambda v: number(v, PAY, "pounds")), WithJsonSchema(_NUMBER)]
Percent = Annotated[Decimal, PlainValidator(lambda v: number(v, PERCENT, "percent")), WithJsonSchema(_NUMBER)]
Hours = Annotated[Decimal, PlainValidator(lambda v: number(v, HOURS, "hours")), WithJsonSchema(_NUMBER)]
Weeks = Annotated[Decimal, PlainValidator(lambda v: number(v, WEEKS, "weeks")), WithJsonSchema(_NUMBER)]
PoundsFigure = Annotated[Figure, PlainValidator(lambda v: figure(v, POUNDS, "pounds")), _FIGURE]
PayFigure = Annotated[Figure, PlainValidator(lambda v: figure(v, PAY, "pounds")), _FIGURE]
PercentFigure = Annotated[Figure, PlainValidator(lambda v: figure(v, PERCENT, "percent")), _FIGURE]
Day = Annotated[date, PlainValidator(day), _DAY]
Text = Annotated[str, PlainValidator(text), WithJsonSchema({"type": "string", "minLength": 1})]
Words = Annotated[tuple[str, ...], PlainValidator(words), _WORDS]
YesNo = Annotated[bool, PlainValidator(yes_or_no), WithJsonSchema({"type": "boolean"})]
