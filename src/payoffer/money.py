"""Pounds and percentages: exact inside, rounded once, half up and away from zero, when printed."""

import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

Exact = Fraction | Decimal | int
Direction = Literal["nearest", "up", "down"]

PENNY = Decimal("0.01")
POUND = Decimal(1)
HUNDRED = 100


def round_to(value: Exact, unit: Decimal = PENNY, direction: Direction = "nearest") -> Decimal:
    """Round ``value`` to a multiple of ``unit``; a half goes away from zero.

    ``up`` and ``down`` are towards more and less pay, as circulars use the words.

    >>> round_to(Fraction(85, 2), POUND)
    Decimal('43')
    >>> round_to(Decimal("44876.16"), Decimal(3))
    Decimal('44877')
    """
    units = Fraction(value) / Fraction(unit)
    if direction == "up":
        whole = math.ceil(units)
    elif direction == "down":
        whole = math.floor(units)
    else:
        whole = math.floor(abs(units) + Fraction(1, 2)) * (1 if units >= 0 else -1)
    return whole * unit


def in_percent(ratio: Fraction) -> Fraction:
    """Return a ratio of two figures as the change between them, in percent.

    >>> in_percent(Fraction(95, 100))
    Fraction(-5, 1)
    """
    return (ratio - 1) * HUNDRED


def decimals(value: Exact, places: int) -> Decimal:
    """Round to a number of decimal places, half away from zero, never a negative zero."""
    if isinstance(value, Decimal):
        # Decimals round alike by themselves, thirty times as fast: a list of people has a million figures.
        return value.quantize(_unit(places), ROUND_HALF_UP) + 0
    return round_to(value, _unit(places))


@cache
def _unit(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)


def pounds(value: Exact) -> str:
    """Whole pounds: ``£42,400``; a minus stands before the sign."""
    return _signed(decimals(value, 0))


def pence(value: Exact) -> str:
    """Pounds and pence: ``£42,400.00``."""
    return _signed(decimals(value, 2))


def in_full(value: Decimal) -> str:
    """Pounds with all the places that were typed: ``£42,400``, ``£1.50``, ``£12.345``."""
    for places in (0, 2):
        if value == decimals(value, places):
            return _signed(decimals(value, places))
    return f"-£{plain(-value)}" if value < 0 else f"£{plain(value)}"


def percent(value: Exact, places: int = 1) -> str:
    """Percentage points with a per cent sign: ``6.5%``."""
    return f"{decimals(value, places)}%"


def plain(value: Exact) -> str:
    """Write a typed figure without trailing zeros: ``10.1``, ``5``, ``1,000``.

    Raises ``ValueError`` for a figure that no finite decimal can hold.
    """
    number = value if isinstance(value, Decimal) else _terminating(Fraction(value))
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _terminating(value: Fraction) -> Decimal:
    number = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(number) != value:
        message = f"{value} has no finite decimal"
        raise ValueError(message)
    return number


def _signed(value: Decimal) -> str:
    return f"-£{-value:,}" if value < 0 else f"£{value:,}"
