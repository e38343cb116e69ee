"""What prices would have to do for basic pay to keep up, in words that never say the opposite of what is found."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from payoffer.money import decimals, round_to
from payoffer.report.words import SAME_WITHIN, spanned
from payoffer.verdict import Span

RISE = "rise"
CLOSE = Fraction(1, 10**12)
"""A rise in prices this near to what basic pay keeps up with is that figure: a root has no end of digits."""
MOST_PLACES = 10


def keeps_up_if(span: Span, years: Fraction, rises: Iterable[Fraction] = ()) -> str:
    """Return what prices have to do for basic pay to keep up: ``rise by less than 5.7% a year``, ``do not rise``.

    ``rises`` are the even rises in prices that are asked about: where one decimal would say the opposite of what is
    found for one of them, the figure has as many decimals as it takes, rounded down.
    """
    a_year = " a year" if years > 1 else ""
    asked = list(rises)
    if max(abs(span.low), abs(span.high)) < SAME_WITHIN and all(_agree(Fraction(0), end, asked) for end in span):
        return "do not rise"
    low, high = (_threshold(end, asked) for end in span)
    less = "no more than" if any(abs(rise - end) < CLOSE for rise in asked for end in span) else "less than"
    more = "at least" if less == "no more than" else "more than"
    if span.high < 0:
        return f"fall by {more} {spanned(high.removeprefix('-'), low.removeprefix('-'))}{a_year}"
    if span.low < 0:
        return f"fall by {more} {low.removeprefix('-')}{a_year} to {RISE} by {less} {high}{a_year}"
    return f"{RISE} by {less} {spanned(low, high)}{a_year}"


def _threshold(exact: Fraction, rises: list[Fraction]) -> str:
    shown, places = decimals(exact, 1), 2
    while places < MOST_PLACES and not _agree(Fraction(shown), exact, rises):
        shown = round_to(exact + CLOSE, Decimal(1).scaleb(-places), "down")
        places += 1
    return f"{shown}%"


def _agree(shown: Fraction, exact: Fraction, rises: list[Fraction]) -> bool:
    """Say whether a figure as shown tells of each rise in prices what the exact one does."""
    return all(shown == rise if abs(rise - exact) < CLOSE else (rise < shown) == (rise < exact) for rise in rises)
