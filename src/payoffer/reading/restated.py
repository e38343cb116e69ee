"""The same money said again: totals that add up other terms, and figures that were said before.

A total is known by arithmetic as well as by its words: a percentage without a date of its own that is the sum, or the
compound, of two or more others beside it adds nothing.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from payoffer.money import decimals
from payoffer.reading.found import FoundTerm
from payoffer.reading.when import differ

NEAR = 400
"""Characters between a total and the terms that it adds up."""
MOST_PARTS = 4
MOST_TERMS = 12


def percent_of(term: FoundTerm) -> Decimal | None:
    """Return the percentage of a term that is one plain percentage."""
    text = term.value.removesuffix("%")
    return (
        Decimal(text.replace(",", ""))
        if term.value.endswith("%") and "\u2013" not in text and "+" not in text
        else None
    )


def is_total(term: FoundTerm, others: Sequence[FoundTerm]) -> bool:
    """Say whether a percentage is the sum or compound of some of the others near it, whatever they are kept as."""
    whole = percent_of(term)
    if whole is None:
        return False
    near = [other for other in others if other is not term and abs(other.start - term.start) <= NEAR]
    parts = [part for part in map(percent_of, near[:MOST_TERMS]) if part is not None and 0 < part < whole]
    return any(adds_up(whole, chosen) for count in range(2, MOST_PARTS + 1) for chosen in combinations(parts, count))


def adds_up(whole: Decimal, parts: Sequence[Decimal]) -> bool:
    """Say whether ``whole`` is the sum of ``parts``, or what they compound to at its own number of decimals.

    >>> adds_up(Decimal("11.3"), [Decimal(6), Decimal(5)])
    True
    """
    if sum(parts) == whole:
        return True
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
