"""A sum as it is written on a flip chart: every part knows its exact value and how it is printed.

What is printed is what the reader types into a calculator, so a sum can say what the reader then gets; a line
of working shows as many digits as it takes to get exactly the printed result.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from payoffer.money import decimals
from payoffer.periods import YEAR
from payoffer.powers import power

Kind = Literal["pounds", "percent", "number"]
Operator = Literal["+", "-", "x", "/", "^"]

DIGITS = (2, 4, 6, 8, 10, 14, 20)
"""Decimals tried for a figure in between, fewest first."""
IN_FULL = 40
"""Past these a figure in between is written out as the sum that makes it."""
NUMBER_DIGITS = 10
PERCENT_DIGITS = 6

SUM, PRODUCT, POWER, FIGURE = range(4)
BINDING: dict[Operator, int] = {"+": SUM, "-": SUM, "x": PRODUCT, "/": PRODUCT, "^": POWER}


class Line(NamedTuple):
    """One line of working: ``text`` is its label, ``expression`` and ``result``; ``figure`` is its name in the JSON.

    A line of words alone has neither expression nor result, and a step on the way has no name.
    """

    figure: str | None
    text: str
    expression: str = ""
    result: str = ""


class Sum(ABC):
    """Figures joined by ``+ - x / ^``; percentages are ratios (5% is 0.05), money is in pounds."""

    __slots__ = ()

    @abstractmethod
    def text(self, digits: int) -> str:
        """Return it as it is printed, figures in between to ``digits`` decimals."""

    @abstractmethod
    def read(self, digits: int) -> Fraction:
        """Return what the reader of ``text(digits)`` gets."""

    @abstractmethod
    def binding(self, digits: int) -> int:
        """Return how tightly it holds together: ``SUM``, ``PRODUCT``, ``POWER`` or ``FIGURE``."""

    def __add__(self, other: "Sum") -> "Sum":
        """Return this plus the other."""
        return Joined("+", self, other)

    def __sub__(self, other: "Sum") -> "Sum":
        """Return this minus the other."""
        return Joined("-", self, other)

    def __mul__(self, other: "Sum") -> "Sum":
        """Return this times the other."""
        return Joined("x", self, other)

    def __truediv__(self, other: "Sum") -> "Sum":
        """Return this over the other."""
        return Joined("/", self, other)

    def __pow__(self, other: "Sum") -> "Sum":
        """Return this to the power of the other."""
        return Joined("^", self, other)


@dataclass(frozen=True, slots=True)
class Known(Sum):
    """One figure, and the sum that makes it where there is one."""

    value: Fraction
    kind: Kind
    made: Sum | None = None

    def text(self, digits: int) -> str:
        full = self._in_full(digits)
        return full.text(digits) if full else written(self.value, self.kind, _digits(self.kind, digits))

    def read(self, digits: int) -> Fraction:
        full = self._in_full(digits)
        if full:
            return full.read(digits)
        shift = 100 if self.kind == "percent" else 1
        return Fraction(decimals(self.value * shift, _digits(self.kind, digits))) / shift

    def binding(self, digits: int) -> int:
        full = self._in_full(digits)
        return full.binding(digits) if full else FIGURE

    def _in_full(self, digits: int) -> Sum | None:
        """Return what is written in its place where no number of digits will do; a third is 1 / 3."""
        if digits != IN_FULL:
            return None
        above, below = self.value.as_integer_ratio()
        endless = 10**IN_FULL % below != 0
        return self.made or (Known(Fraction(above), self.kind) / number(below) if endless else None)


@dataclass(frozen=True, slots=True)
class Share(Sum):
    """A fraction as it is spoken of, not reduced: ``12/12``, ``7/12``."""

    above: int
    below: int

    def text(self, digits: int) -> str:  # noqa: ARG002
        return f"{self.above}/{self.below}"

    def read(self, digits: int) -> Fraction:  # noqa: ARG002
        return Fraction(self.above, self.below)

    def binding(self, digits: int) -> int:  # noqa: ARG002
        return PRODUCT


@dataclass(frozen=True, slots=True)
class Joined(Sum):
    """Two sums and what stands between them."""

    operator: Operator
    left: Sum
    right: Sum

    def text(self, digits: int) -> str:
        left, right = self.left.text(digits), self.right.text(digits)
        if self._loose(self.left, digits, left=True):
            left = f"({left})"
        if self.operator == "+" and right.startswith("-"):
            return f"{left} - {right[1:]}"
        if right.startswith("-") or self._loose(self.right, digits, left=False):
            right = f"({right})"
        return f"{left} {self.operator} {right}"

    def _loose(self, side: Sum, digits: int, *, left: bool) -> bool:
        """Say whether a side needs brackets: sums are read from left to right, x and / before + and -."""
        binding = side.binding(digits)
        if self.operator == "^":
            return binding < FIGURE
        if left or self.operator in {"+", "x"}:
            return binding < BINDING[self.operator]
        return binding <= BINDING[self.operator]

    def read(self, digits: int) -> Fraction:
        left, right = self.left.read(digits), self.right.read(digits)
        if self.operator == "+":
            return left + right
        if self.operator == "-":
            return left - right
        if self.operator == "x":
            return left * right
        return left / right if self.operator == "/" else power(left, right)

    def binding(self, digits: int) -> int:  # noqa: ARG002
        return BINDING[self.operator]


def money(value: Fraction, made: Sum | None = None) -> Known:
    """Return a figure in pounds."""
    return Known(value, "pounds", made)


def number(value: Fraction | Decimal | int, made: Sum | None = None) -> Known:
    """Return a plain number."""
    return Known(Fraction(value), "number", made)


def points(percent: Fraction, made: Sum | None = None) -> Known:
    """Return a percentage from percentage points."""
    return Known(percent / 100, "percent", made)


def share(count: Fraction, of: Fraction | int = YEAR) -> Share:
    """Return months over the months of a year, or ``of`` others: ``7/12``; part months in whole numbers."""
    below = Fraction(of)
    scale = count.denominator * below.denominator
    return Share(int(count * scale), int(below * scale))


def total(parts: Iterable[Sum], nothing: Sum) -> Sum:
    """Return the parts added up, or ``nothing`` where there are none."""
    found: Sum | None = None
    for part in parts:
        found = part if found is None else found + part
    return nothing if found is None else found


def written(value: Fraction, kind: Kind, digits: int) -> str:
    """Return one figure: money to the penny at least, else without trailing zeros, at most ``digits`` decimals."""
    figure = decimals(value * 100 if kind == "percent" else value, digits)
    whole, _, part = f"{abs(figure):,f}".partition(".")
    part = part.rstrip("0").ljust(2 if kind == "pounds" else 0, "0")
    text = f"{whole}.{part}" if part else whole
    shown = f"{text}%" if kind == "percent" else f"£{text}" if kind == "pounds" else text
    return f"-{shown}" if figure < 0 else shown


def _digits(kind: Kind, digits: int) -> int:
    """Return how many decimals a figure in between gets at least: rates and prices need more than money."""
    return max(digits, {"pounds": 2, "percent": PERCENT_DIGITS, "number": NUMBER_DIGITS}[kind])


def line(label: str, made: Sum, result: Known, places: int = NUMBER_DIGITS, least: int = 0) -> Line:
    """Return ``label: made = result``, the result to ``places``.

    Figures in between have the fewest digits that give just that result, and up to ``least`` if they are exact so.
    """
    digits = fewest(made, result, places, least) or IN_FULL
    expression, shown = made.text(digits), printed(result, places)
    equation = shown if isinstance(made, Known) else f"{expression} = {shown}"
    return Line(None, f"{label}: {equation}", expression, shown)


def fewest(made: Sum, result: Known, places: int, least: int = 0) -> int | None:
    """Return the fewest digits of figures in between that give the result to ``places``; None if none of them do."""
    wanted = _ratio(result, places)
    tried = (count for count in DIGITS if count >= least)
    return next((count for count in tried if _ratio(result, places, made.read(count)) == wanted), None)


def _ratio(result: Known, places: int, value: Fraction | None = None) -> Decimal:
    """Return the result, or what was got in its place, rounded in the unit in which it is printed."""
    exact = result.value if value is None else value
    return decimals(exact * 100 if result.kind == "percent" else exact, places)


def printed(result: Known, places: int) -> str:
    """Return a result to ``places``: a percentage with all of them, other figures without trailing zeros."""
    if result.kind == "percent":
        return f"{_ratio(result, places):,f}%"
    return written(result.value, result.kind, places)
