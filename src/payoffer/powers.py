"""Powers of exact ratios: what compounding over a part of a year needs."""

from decimal import Decimal, localcontext
from fractions import Fraction

DIGITS = 40


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Raise to a power: exact for whole exponents, else to 40 digits."""
    if exponent.denominator == 1:
        return base**exponent.numerator
    with localcontext() as context:
        context.prec = DIGITS
        root = Decimal(base.numerator) / Decimal(base.denominator)
        return Fraction(root ** (Decimal(exponent.numerator) / Decimal(exponent.denominator)))
