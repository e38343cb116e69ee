"""A pocket calculator for the tests: reads a sum as it is written and says what it comes to.

``£2,400.00 x 7/12 + (£1.00 - 5%) ^ (1/2)``: x and / before + and -, ^ before both, otherwise from left to right.
Nothing is shared with the package, so that it can prove the package's sums.
"""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

TOKEN = re.compile(r"\s*(?:(?P<figure>£?\d[\d,]*(?:\.\d+)?%?)|(?P<sign>[-+x/^()]))")
EQUATION = re.compile(r"(?P<label>.*): (?P<sum>[^:=]+) = (?P<result>-?£?[\d,.]+%?)")
DIGITS = 80


def calculate(text: str) -> Fraction:
    """Return the value of a sum; a percentage is a hundredth of what stands before the sign."""
    tokens = _tokens(text)
    value = _sum(tokens)
    assert not tokens, f"what is {tokens[0]} in {text}"
    return value


class Equation(NamedTuple):
    """A line of working taken apart again."""

    label: str
    sum: str
    result: str

    def holds(self) -> bool:
        """Say whether the sum, rounded half up to the places of the result, is the result."""
        return round_like(calculate(self.sum), self.result) == figure(self.result)


def equation(text: str) -> Equation | None:
    """Return the equation in a line of working; None for a figure alone or words."""
    found = EQUATION.fullmatch(text)
    return Equation(found["label"], found["sum"], found["result"]) if found else None


def figure(text: str) -> Decimal:
    """Return the digits of a printed figure, without its signs of pounds and per cent."""
    return Decimal(text.replace("£", "").replace(",", "").removesuffix("%"))


def round_like(value: Fraction, printed: str) -> Decimal:
    """Round a value half up, away from zero, to the places of a printed figure, in its unit."""
    if printed.endswith("%"):
        value *= 100
    with localcontext() as context:
        context.prec = DIGITS
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(figure(printed), ROUND_HALF_UP)


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    place = 0
    while place < len(text.rstrip()):
        match = TOKEN.match(text, place)
        assert match, f"cannot read {text[place:]}"
        found.append(match["figure"] or match["sign"])
        place = match.end()
    return found


def _sum(tokens: list[str]) -> Fraction:
    value = _product(tokens)
    while tokens and tokens[0] in {"+", "-"}:
        sign = tokens.pop(0)
        other = _product(tokens)
        value = value + other if sign == "+" else value - other
    return value


def _product(tokens: list[str]) -> Fraction:
    value = _power(tokens)
    while tokens and tokens[0] in {"x", "/"}:
        sign = tokens.pop(0)
        other = _power(tokens)
        value = value * other if sign == "x" else value / other
    return value


def _power(tokens: list[str]) -> Fraction:
    value = _figure(tokens)
    while tokens and tokens[0] == "^":
        tokens.pop(0)
        value = _raised(value, _figure(tokens))
    return value


def _raised(value: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator == 1:
        return value**exponent.numerator
    with localcontext() as context:
        context.prec = DIGITS
        logarithm = (Decimal(value.numerator) / Decimal(value.denominator)).ln()
        return Fraction((logarithm * exponent.numerator / exponent.denominator).exp())


def _figure(tokens: list[str]) -> Fraction:
    first = tokens.pop(0)
    if first == "-":
        return -_figure(tokens)
    if first == "(":
        value = _sum(tokens)
        assert tokens.pop(0) == ")"
        return value
    value = Fraction(first.strip("£%").replace(",", ""))
    return value / 100 if first.endswith("%") else value
