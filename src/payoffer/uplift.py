"""The terms of a rise: one model, and one table of rules for what each does to pay.

A rule is a pure function ``(pay, base, figure) -> pay`` in pounds a year (document.md, "term"):
``pay`` as the terms before it left it, ``base`` the pay the term looks at, ``figure`` its own number.
Terms run in written order; the unit of a step is the date, so rounding is not done here.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, NamedTuple, Self

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from payoffer.document import (
    OTHERS,
    ByPoint,
    Day,
    Figure,
    Model,
    Pay,
    PayFigure,
    Percent,
    PercentFigure,
    PoundsFigure,
    Range,
    Text,
    day,
    number,
    refuse,
    shown,
    text,
)

Rule = Callable[[Fraction, Fraction, Fraction], Fraction]
BEFORE = "before"
MOST_MONTHS = (Decimal(0), Decimal(120))


def _add_percent(pay: Fraction, base: Fraction, figure: Fraction) -> Fraction:
    return pay + base * figure / 100


RULES: dict[str, Rule] = {
    "percent": _add_percent,
    "index": _add_percent,
    "total_percent": lambda _pay, base, figure: base + base * figure / 100,
    "flat": lambda pay, _base, figure: pay + figure,
    "set": lambda _pay, _base, figure: figure,
    "minimum_rise": lambda pay, base, figure: max(pay, base + figure),
    "minimum_rise_percent": lambda pay, base, figure: max(pay, base + base * figure / 100),
    "maximum_rise": lambda pay, base, figure: min(pay, base + figure),
    "minimum_pay": lambda pay, _base, figure: max(pay, figure),
}
"""What each term does to pay; ``move`` and ``months_of_rise`` need a schedule and live there."""

ON_PAY_AS_IT_STANDS = frozenset({"percent", "index"})
"""Terms whose base is the pay as it stands; of all others it is the pay the day before."""

IN_POUNDS = frozenset({"flat", "set", "minimum_rise", "maximum_rise", "minimum_pay"})
LIMITS = frozenset({"minimum_rise", "minimum_rise_percent", "maximum_rise", "minimum_pay"})
KEPT = ("of", "pay_up_to", "pay_over", "pay_under", "pay_from")
KINDS = (*RULES, "move", "months_of_rise")


def _of(value: object) -> date | str:
    if value == BEFORE:
        return BEFORE
    if isinstance(value, str):
        raise refuse(f'{shown(value)} is not a day: write a date as 2022-09-01, or "before" for the day before')
    return day(value)


def _moves(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not value:
        raise refuse('write which point goes to which, such as { M1 = "M2" }')
    return {text(key): text(target) for key, target in value.items()}


class Term(Model):
    """One step of a rise: exactly one of the keys in ``KINDS``, and whose pay it is for.

    Sums are in the award's unit (a year, a month or an hour); percentages in percentage points.
    """

    percent: PercentFigure | None = None
    total_percent: PercentFigure | None = None
    flat: PoundsFigure | None = None
    set: PayFigure | None = None
    minimum_rise: PoundsFigure | None = None
    minimum_rise_percent: PercentFigure | None = None
    maximum_rise: PoundsFigure | None = None
    minimum_pay: PayFigure | None = None
    index: Text | None = None
    move: Annotated[dict[str, str] | None, PlainValidator(_moves), WithJsonSchema({"type": "object"})] = None
    months_of_rise: Annotated[
        Decimal | None,
        PlainValidator(lambda v: number(v, MOST_MONTHS, "months")),
        WithJsonSchema({"type": "number"}),
    ] = None
    month: Day | None = Field(None, description="for index: the month whose published rate counts")
    plus: Percent | None = Field(None, description="for index: points added to the rate")
    floor: Percent | None = Field(None, description="for index: the least it can be, in percent")
    cap: Percent | None = Field(None, description="for index: the most it can be, in percent")
    of: Annotated[date | str | None, PlainValidator(_of), WithJsonSchema({"type": "string"})] = None
    pay_up_to: Pay | None = None
    pay_over: Pay | None = None
    pay_under: Pay | None = None
    pay_from: Pay | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        found = [kind for kind in KINDS if getattr(self, kind) is not None]
        if not found:
            raise refuse(f"this term does not say what it does: give one of {', '.join(KINDS)}")
        if len(found) > 1:
            raise refuse(
                f"one term does one thing, this one has {' and '.join(found)}: write one {{ }} for each, in the "
                "order they apply"
            )
        self._check_index(found[0])
        low, high = self.span()
        if low >= high:
            raise refuse("no pay can meet these pay limits: the lower limit must be under the upper one")
        return self

    def _check_index(self, kind: str) -> None:
        extras = [key for key in ("month", "plus", "floor", "cap") if getattr(self, key) is not None]
        if kind != "index" and extras:
            raise refuse(f'{" and ".join(extras)} only goes with index: leave it out, or write index = "rpi"')
        if kind == "index" and self.month is None:
            raise refuse("an index term needs the month whose rate counts, such as month = 2025-02-01")
        if self.floor is not None and self.cap is not None and self.floor > self.cap:
            raise refuse(f"the floor {self.floor} is over the cap {self.cap}: write the lower one as floor")

    @cached_property
    def kind(self) -> str:
        """The one key of ``KINDS`` that this term has."""
        return next(kind for kind in KINDS if getattr(self, kind) is not None)

    @cached_property
    def figure(self) -> Figure:
        """The number, range or table of a term that has one."""
        value: Figure = getattr(self, self.kind)
        return value

    def with_figure(self, kind: str, figure: Figure) -> "Term":
        """Return the term with its one number replaced; an index term becomes a percentage."""
        values: dict[str, Any] = {name: getattr(self, name) for name in KEPT}
        values[kind] = figure
        return Term.model_construct(**values)

    def span(self) -> tuple[tuple[Decimal, int], tuple[Decimal, int]]:
        """Return the pay limits as a half-open span of (sum, 0 just below or 1 just above it)."""
        low = max(
            (self.pay_from or Decimal(0), 0),
            (self.pay_over, 1) if self.pay_over is not None else (Decimal(0), 0),
        )
        high = min(
            (self.pay_up_to, 1) if self.pay_up_to is not None else (Decimal("Infinity"), 0),
            (self.pay_under, 0) if self.pay_under is not None else (Decimal("Infinity"), 0),
        )
        return low, high

    def limited(self) -> bool:
        """Say whether the term is only for some pay."""
        return self.span() != Term.model_construct().span()

    def is_for(self, pay: Fraction) -> bool:
        """Say whether a full-time rate (in the award's unit) is within the pay limits."""
        return (
            (self.pay_up_to is None or pay <= self.pay_up_to)
            and (self.pay_over is None or pay > self.pay_over)
            and (self.pay_under is None or pay < self.pay_under)
            and (self.pay_from is None or pay >= self.pay_from)
        )


class ForPoint(NamedTuple):
    """What a figure is for one person: the number or range, and the key of the table it came from."""

    value: Decimal | Range | None
    key: str | None = None


def for_point(figure: Figure, point: str | None) -> ForPoint:
    """Look a figure up for a pay point: exact name, then grade, then number range, then ``others``.

    Without a point only ``others`` can be used; ``value`` is None where the table has nothing.
    """
    if not isinstance(figure, ByPoint):
        return ForPoint(figure)
    keys = _matching(figure, point) if point is not None else ()
    for key in (*keys, OTHERS):
        if key in figure:
            return ForPoint(figure[key], key)
    return ForPoint(None)


def _matching(figure: ByPoint, point: str) -> Iterable[str]:
    name = point.strip().casefold()
    yield from (key for key in figure if key.casefold() == name)
    yield from (key for key in figure if name.startswith(f"{key.casefold()} "))
    if name.isdecimal():
        yield from (key for key in figure if _in_range(key, int(name)))


def _in_range(key: str, place: int) -> bool:
    found = re.fullmatch(r"\s*(\d{1,6})\s*(?:-\s*(\d{1,6})|(\+))\s*", key)
    if not found:
        return False
    low, high, onwards = found.groups()
    return int(low) <= place and (onwards is not None or place <= int(high))
