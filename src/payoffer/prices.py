"""How prices rise on the clock of pay years: from rates a year to a level at any month.

Year k of a deal meets the rise in prices over the twelve months up to its start,
so the level after k whole years is the product of the first k rates, and is geometric in between.
"""

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property

from payoffer.periods import YEAR

DIGITS = 40


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Raise to a power: exact for whole exponents, else to 40 digits."""
    if exponent.denominator == 1:
        return base**exponent.numerator
    with localcontext() as context:
        context.prec = DIGITS
        root = Decimal(base.numerator) / Decimal(base.denominator)
        return Fraction(root ** (Decimal(exponent.numerator) / Decimal(exponent.denominator)))


class PriceIndex:
    """Prices against the start of the clock, from yearly rates in percentage points.

    A list shorter than the years counted repeats its last rate.
    """

    def __init__(self, name: str, rates: tuple[Decimal, ...], source: str = "your figure") -> None:
        """Take one or more rates, each above -100; ``name`` and ``source`` are printed beside the figures."""
        self.name = name
        self.rates = rates
        self.source = source

    def rate(self, year: int) -> Decimal:
        """Return the rise in prices, in percentage points, up to the start of pay year ``year`` (from 1)."""
        return self.rates[min(year, len(self.rates)) - 1]

    @cached_property
    def _levels(self) -> list[Fraction]:
        return [Fraction(1)]

    def level(self, months: Fraction | int) -> Fraction:
        """Return prices after ``months``, as a multiple of prices at the start of the clock."""
        whole, part = divmod(Fraction(months), YEAR)
        levels = self._levels
        while len(levels) <= whole:
            levels.append(levels[-1] * self._factor(len(levels)))
        level = levels[whole]
        return level * power(self._factor(whole + 1), part / YEAR) if part else level

    def _factor(self, year: int) -> Fraction:
        return 1 + Fraction(self.rate(year)) / 100
