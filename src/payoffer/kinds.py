"""The kinds of value that keys of an offer file take: each with its check, and its form for editors.

A form is a part of a JSON Schema. There a day is text such as "2023-04-01", as editors hand on the dates of TOML.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from payoffer.document import (
    HOURS,
    MONTHS,
    PAY,
    PERCENT,
    POUNDS,
    WEEKS,
    Figure,
    Limits,
    day,
    days,
    figure,
    fraction,
    moves,
    number,
    pay_by_point,
    span,
    text,
    words,
    yes_or_no,
)

Form = dict[str, Any]

_DAY: Form = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_TEXT: Form = {"type": "string", "pattern": r"\S"}


def _number(limits: Limits) -> Form:
    low, high = limits
    return {"type": "number", "exclusiveMinimum": int(low), "maximum": int(high)}


def _figure(limits: Limits) -> Form:
    single = _number(limits)
    either = [single, {"type": "array", "items": single, "minItems": 2, "maxItems": 2}]
    return {"anyOf": [*either, _table({"anyOf": either})]}


def _table(form: Form) -> Form:
    return {"type": "object", "additionalProperties": form, "minProperties": 1}


def _list_of(form: Form) -> Form:
    return {"anyOf": [form, {"type": "array", "items": form}]}


def day_or_words(*words: str) -> Form:
    """Return the form of a day, or one of a few words."""
    return {"anyOf": [_DAY, {"enum": list(words)}]}


Pay = Annotated[Decimal, PlainValidator(lambda v: number(v, PAY, "pounds")), WithJsonSchema(_number(PAY))]
Percent = Annotated[Decimal, PlainValidator(lambda v: number(v, PERCENT, "percent")), WithJsonSchema(_number(PERCENT))]
Hours = Annotated[Decimal, PlainValidator(lambda v: number(v, HOURS, "hours")), WithJsonSchema(_number(HOURS))]
Weeks = Annotated[Decimal, PlainValidator(lambda v: number(v, WEEKS, "weeks")), WithJsonSchema(_number(WEEKS))]
Months = Annotated[Decimal, PlainValidator(lambda v: number(v, MONTHS, "months")), WithJsonSchema(_number(MONTHS))]

PoundsFigure = Annotated[Figure, PlainValidator(lambda v: figure(v, POUNDS, "pounds")), WithJsonSchema(_figure(POUNDS))]
PayFigure = Annotated[Figure, PlainValidator(lambda v: figure(v, PAY, "pounds")), WithJsonSchema(_figure(PAY))]
PercentFigure = Annotated[
    Figure, PlainValidator(lambda v: figure(v, PERCENT, "percent")), WithJsonSchema(_figure(PERCENT))
]

Day = Annotated[date, PlainValidator(day), WithJsonSchema(_DAY)]
Days = Annotated[tuple[date, ...], PlainValidator(days), WithJsonSchema(_list_of(_DAY))]
Span = Annotated[
    tuple[date, date],
    PlainValidator(span),
    WithJsonSchema({"type": "array", "items": _DAY, "minItems": 2, "maxItems": 2}),
]

Text = Annotated[str, PlainValidator(text), WithJsonSchema(_TEXT)]
Words = Annotated[tuple[str, ...], PlainValidator(words), WithJsonSchema(_list_of(_TEXT))]
YesNo = Annotated[bool, PlainValidator(yes_or_no), WithJsonSchema({"type": "boolean"})]
Fraction = Annotated[str, PlainValidator(fraction), WithJsonSchema({"type": "string", "pattern": r"^\d{1,4}/\d{1,4}$"})]

PayByPoint = Annotated[dict[str, Decimal], PlainValidator(pay_by_point), WithJsonSchema(_table(_number(PAY)))]
Moves = Annotated[dict[str, str], PlainValidator(moves), WithJsonSchema(_table(_TEXT))]
