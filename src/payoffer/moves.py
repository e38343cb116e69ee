"""A pay point that is merged into another: which award does it on a day, and to which point."""

from collections.abc import Iterable
from typing import NamedTuple

from payoffer.document import OTHERS
from payoffer.offer_parts import Award
from payoffer.uplift import Term, for_point


class Move(NamedTuple):
    """The award and its term that merge a pay point into ``target``."""

    award: Award
    term: Term
    target: str


def move_of(point: str | None, awards: Iterable[Award]) -> Move | None:
    """Return what the awards of one day merge a pay point into; of several, the last one counts."""
    found = [
        Move(award, term, target)
        for award in awards
        for term in award.uplift
        for source, target in (term.move or {}).items()
        if point is not None and source.casefold() == point.casefold()
    ]
    return found[-1] if found else None


def begins_with(awards: Iterable[Award], point: str) -> bool:
    """Say whether some award gives a pay point a value by its name, so that it needs none from before."""
    terms = (term for award in awards for term in award.uplift if term.set is not None)
    return any(for_point(term.figure, point).key not in {None, OTHERS} for term in terms)
