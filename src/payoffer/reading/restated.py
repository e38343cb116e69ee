"""The same money said again: totals that add up other terms, and figures that were said before.

A total is known by arithmetic as well as by its words: a percentage without a date of its own that is the sum, or the
compound, of two or more others beside it adds nothing.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import chain, combinations
from typing import NamedTuple

from payoffer.money import decimals
from payoffer.reading.found import FoundTerm
from payoffer.reading.when import differ

NEAR, FAR = 400, 900
"""Characters between a total and the terms that it adds up: some of them, and all that stand in a row."""
MOST_PARTS = 4
MOST_TERMS = 12


_PLAIN = re.compile(r"(?P<sign>[\u00a3\u20ac$]?)(?P<number>[\d,]+(?:\.\d+)?)(?P<percent>%?)")


class Amount(NamedTuple):
    """A plain percentage or sum, without a range or an index: its unit (``%``, ``£`` ...) and its number."""

    unit: str
    number: Decimal


def amount_of(term: FoundTerm) -> Amount | None:
    """Return the percentage or the sum of a term that is one plain figure."""
    plain = _PLAIN.fullmatch(term.value)
    return Amount(plain["sign"] or plain["percent"], Decimal(plain["number"].replace(",", ""))) if plain else None


def is_total(term: FoundTerm, others: Sequence[FoundTerm]) -> bool:
    """Say whether a figure is the sum or compound of some of the others near it, whatever they are kept as.

    Any few of the nearest can be its parts, and any number that stand one after the other.
    """
    whole = amount_of(term)
    if whole is None:
        return False
    smaller = [
        (abs(other.start - term.start), amount.number)
        for other in others
        if other is not term and (amount := amount_of(other)) and amount.unit == whole.unit
        if 0 < amount.number < whole.number
    ]
    parts = [number for distance, number in smaller if distance <= FAR]
    near = [number for distance, number in smaller if distance <= NEAR][:MOST_TERMS]
    few = (chosen for count in range(2, MOST_PARTS + 1) for chosen in combinations(near, count))
    runs = (parts[first:last] for first in range(len(parts)) for last in range(first + MOST_PARTS + 1, len(parts) + 1))
    compounds = whole.unit == "%"
    return any(adds_up(whole.number, chosen, compounds=compounds) for chosen in chain(few, runs))


def adds_up(whole: Decimal, parts: Sequence[Decimal], *, compounds: bool = True) -> bool:
    """Say whether ``whole`` is the sum of ``parts``, or what they compound to at its own number of decimals.

    >>> adds_up(Decimal("11.3"), [Decimal(6), Decimal(5)])
    True
    """
    total = sum(parts)
    # Parts compound to more than they add up to, and no rounding moves a whole by a point.
    if total == whole or not compounds or total > whole + 1:
        return total == whole
    compound = Decimal(1)
    for part in parts:
        compound *= 1 + part / 100
    exponent = whole.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return decimals((compound - 1) * 100, max(places, 0)) == whole


def said_before(term: FoundTerm, earlier: Sequence[FoundTerm], *, again: bool) -> int | None:
    """Return the place among ``earlier`` of a term that says the same money; ``again``: the text says a further one.

    Another kind, or another time, is other money. "A further 2%" is other money too, unless its time was told before.
    """
    for place, other in enumerate(earlier):
        if other.value != term.value or other.end > term.start or not _same_kind(other, term):
            continue
        told = bool(other.effective and term.effective)
        if again and not told and term.start - other.end <= NEAR:
            continue
        if not differ(other.effective or "", term.effective or ""):
            return place
    return None


def _same_kind(one: FoundTerm, later: FoundTerm) -> bool:
    """Say whether two terms can be of one kind: where the words of one do not say it, it is that of the other."""
    return one.kind == later.kind or _of_no_kind(one) or _of_no_kind(later)


def _of_no_kind(term: FoundTerm) -> bool:
    words = term.quote.casefold()
    return (
        term.kind == "consolidated"
        and "consolidated" not in words
        and (term.value[0] == "\u00a3" or "ris" not in words)
    )
