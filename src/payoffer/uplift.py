"""The terms of a rise: one model, and one table of rules for what each does to pay.

A rule is a pure function ``(pay, base, figure) -> pay`` in pounds a year:
``pay`` as the terms before it left it, ``base`` the pay the term looks at, ``figure`` its own number.
Terms run in written order; the unit of a step is the date, so rounding is not done here.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any, NamedTuple, Self

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from payoffer.document import OTHERS, ByPoint, Figure, Model, Range, day_or
from payoffer.kinds import (
    Day,
    Hours,
    Months,
    Moves,
    Pay,
    PayFigure,
    Percent,
    PercentFigure,
    PoundsFigure,
    Text,
    day_or_words,
)
from payoffer.refusals import Fault, fault, refuse_all

Rule = Callable[[Fraction, Fraction, Fraction], Fraction]
BEFORE = "before"


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
    "new_week": lambda pay, _base, _figure: pay,
}
"""What each term does to pay; ``move`` and ``months_of_rise`` need a schedule and live there."""

ON_PAY_AS_IT_STANDS = frozenset({"percent", "index"})
"""Terms whose base is the pay as it stands; of all others it is the pay the day before."""

IN_POUNDS = frozenset({"flat", "set", "minimum_rise", "maximum_rise", "minimum_pay"})
LIMITS = frozenset({"minimum_rise", "minimum_rise_percent", "maximum_rise", "minimum_pay"})
KEPT = ("of", "pay_up_to", "pay_over", "pay_under", "pay_from")
WITH_INDEX = ("month", "plus", "floor", "cap")
KINDS = (*RULES, "move", "months_of_rise")


Earlier = Annotated[date | str, PlainValidator(day_or(BEFORE)), WithJsonSchema(day_or_words(BEFORE))]


class Term(Model):
    """One step of a rise: exactly one key that says what it does, and whose pay it is for.

    Sums are in the award's unit (a year, a month or an hour); percentages in percentage points.
    """

    percent: PercentFigure | None = Field(None, description="adds a percentage of the pay as it stands, or `of` a day")
    total_percent: PercentFigure | None = Field(
        None, description="the rise since the day before, or `of` a day, in all: replaces what was paid on account"
    )
    flat: PoundsFigure | None = Field(None, description="adds a sum")
    set: PayFigure | None = Field(None, description="the pay becomes a sum")
    minimum_rise: PoundsFigure | None = Field(None, description="the rise is not less than a sum")
    minimum_rise_percent: PercentFigure | None = Field(None, description="the rise is not less than a percentage")
    maximum_rise: PoundsFigure | None = Field(None, description="the rise is not more than a sum")
    minimum_pay: PayFigure | None = Field(None, description="the pay itself is not less than a sum")
    index: Text | None = Field(None, description="adds a percentage that follows a published index, such as rpi")
    new_week: Hours | None = Field(None, description="the full-time week becomes so many hours, on the same pay a year")
    move: Moves | None = Field(None, description='a pay point goes, its people move to another: { M1 = "M2" }')
    months_of_rise: Months | None = Field(None, description="one-offs only: so many months of the rise")
    month: Day | None = Field(
        None, description="for index: the month whose published rate counts; may be left out beside year"
    )
    plus: Percent | None = Field(None, description="for index: points added to the rate")
    floor: Percent | None = Field(None, description="for index: the least it can be, in percent")
    cap: Percent | None = Field(None, description="for index: the most it can be, in percent")
    of: Earlier | None = Field(
        None,
        description='of the pay on an earlier day, which its limits look at too; "before": the day before this award',
    )
    pay_up_to: Pay | None = Field(None, description="only for full-time pay up to this, the sum itself included")
    pay_over: Pay | None = Field(None, description="only for full-time pay over this, the sum itself not included")
    pay_under: Pay | None = Field(None, description="only for full-time pay under this, the sum itself not included")
    pay_from: Pay | None = Field(None, description="only for full-time pay from this up, the sum itself included")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse_all(self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        found = [kind for kind in KINDS if getattr(self, kind) is not None]
        if not found:
            yield fault(f"this term does not say what it does: write one of {', '.join(KINDS)}")
        if len(found) > 1:
            each = ", ".join(f"{{ {kind} = ... }}" for kind in found)
            yield fault(f"{' and '.join(found)} stand in one term: write them as {each}, in the order they apply")
        yield from self._index_faults(found)
        if self.new_week is not None and self.limited():
            yield fault("a new week is for everybody: leave the pay limits beside new_week out", *self._limits())
        low, high = self.span()
        if low >= high:
            yield fault("no pay is within these limits: write the lower limit as pay_from or pay_over", *self._limits())

    def _index_faults(self, found: list[str]) -> Iterator[Fault]:
        extras = [key for key in WITH_INDEX if getattr(self, key) is not None]
        if found and "index" not in found and extras:
            yield fault(
                f"only index goes with {' and '.join(extras)}: leave that out, or write the least and the most of a "
                "rise as minimum_rise and maximum_rise",
                extras[0],
            )
        if self.floor is not None and self.cap is not None and self.floor > self.cap:
            yield fault(f"the floor {self.floor} is over the cap {self.cap}: write the lower one as floor", "floor")

    def _limits(self) -> list[str]:
        limits = ("pay_from", "pay_over", "pay_up_to", "pay_under")
        return [key for key in limits if getattr(self, key) is not None][:1]

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


def term_faults(key: str, terms: tuple[Term, ...], effective: date | str | None, year: int | None) -> Iterator[Fault]:
    """Yield what is wrong between the terms of one part of an offer, which stand under ``key``.

    ``of`` has to be earlier than the award, and no two terms may be for the same pay. An index needs its month,
    unless the part has the number of a ``year`` in place of a day.
    """
    if not terms:
        yield fault(f"{key} is empty: write a step in it, such as {key} = [{{ percent = 5 }}]", key)
    for place, term in enumerate(terms):
        if term.index and term.month is None and year is None:
            month = "index needs the month whose rate counts: add it, such as month = 2025-02-01"
            yield fault(month, key, place, "index")
        if isinstance(term.of, date) and isinstance(effective, date) and term.of >= effective:
            yield fault(
                f'of = {term.of} is not before the award of {effective}: write an earlier day, or of = "before" '
                "for the day before it",
                *(key, place, "of"),
            )
    spans = [(*term.span(), place, term.kind) for place, term in enumerate(terms) if _is_band(term)]
    for (_, high, _, kind), (low, _, place, other) in pairwise(sorted(spans)):
        if low < high:
            yield fault(
                f"two terms are for the same pay ({kind} and {other}): change the pay limits so that no pay is within "
                "both, or write the second as another [[award]]",
                *(key, place),
            )
            return


def _is_band(term: Term) -> bool:
    return term.limited() and term.kind not in LIMITS
