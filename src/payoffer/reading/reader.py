"""Read a text: find its figures, sort them by the rules, and join what is offered into offers.

::

    figures -> sort (rules.toml) -> terms (kept, limits, when) -> restated -> offers (parties)
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count
from typing import NamedTuple

from payoffer.reading.alone import promoted
from payoffer.reading.found import Found, FoundTerm, LeftOut
from payoffer.reading.offers import joined, nations_without
from payoffer.reading.restated import MOST_TERMS, is_total, said_before
from payoffer.reading.sentences import sentences
from payoffer.reading.sort import THE, sort
from payoffer.reading.terms import DRAFTED, LIMIT, Drafted, drafted
from payoffer.reading.told import PUT_BACK, RESTATEMENT, TERM, Sorted

MOST_SAME = 8
"""How many terms of one value a further one is held against, the latest of them."""
_AS_WELL = re.compile(r"\b(?:as well|also|too|likewise)\b")
_ALSO = re.compile(r"\balso (?:gets?|receives?|be given|have|be paid)\b[^#@]{0,25}@")
_YEAR = re.compile(r"\b20\d\d\b")
_WHOLE = re.compile(r"\b(?:total|overall|cumulative|altogether|combined|in all)\b")


class Why(NamedTuple):
    """Why a term is none beside the others: the name of the rule, and its reason."""

    rule: str
    why: str


ADDS_UP = Why("arithmetic", "it adds up other terms")
END_OF_RANGE = Why("end of a range", "it is one end of a range that the text gives")
SAID_BEFORE = Why("said before", "the same figure was said before")


class Reading(NamedTuple):
    """What was found in a text, and how many of its figures were numbered as left out before any was put back."""

    found: Found
    numbered: int


class Choice(NamedTuple):
    """What a person puts back: the numbers of figures that were left out."""

    take: frozenset[int] = frozenset()
    published: date | None = None


NOTHING = Choice()


def read(text: str, choice: Choice = NOTHING, *, first: int = 1) -> Reading:
    """Return the offers of a text, and every figure that is none with the reason, numbered from ``first`` on.

    ``choice.take`` counts from 1 in this text, whatever ``first`` is.
    """
    cut = sentences(text)
    found = promoted(sort(text, cut))
    told, terms = _drafts(text, found, choice.published, frozenset())
    numbers = _numbers(told)
    taken = frozenset(figure for figure, number in numbers.items() if number in choice.take)
    if taken:
        told, terms = _drafts(text, found, choice.published, taken)
    offers = joined(text, cut, terms)
    # What is left out only because of a figure put back is numbered after all others.
    further = count(len(numbers))
    left = tuple(
        LeftOut(
            first + (numbers[one.figure.start] - 1 if one.figure.start in numbers else next(further)),
            text[one.figure.start : one.figure.end],
            one.type,
            one.rule,
            one.why,
            *_span(one),
        )
        for one in told
        if one.type not in DRAFTED and one.type != LIMIT
    )
    return Reading(Found(offers, left, nations_without(text, cut, offers)), len(numbers))


def _numbers(told: Iterable[Sorted]) -> dict[int, int]:
    left = (one.figure.start for one in told if one.type not in DRAFTED and one.type != LIMIT)
    return {start: number for number, start in enumerate(left, 1)}


def _span(one: Sorted) -> tuple[int, int]:
    return one.figure.start, one.figure.end


def _drafts(
    text: str, told: Sequence[Sorted], published: date | None, taken: frozenset[int]
) -> tuple[list[Sorted], list[Drafted]]:
    """Return the figures with what they turn out to be beside each other, and the terms among them."""
    put_back = [
        one._replace(type=TERM, rule=PUT_BACK, why="you put it back with --take") if one.figure.start in taken else one
        for one in told
    ]
    sorted_, terms = drafted(text, put_back, published)
    by_value: dict[str, list[Drafted]] = {}
    again: dict[int, Why] = {}
    ends: dict[str | None, Drafted] = {}
    for place, term in enumerate(terms):
        near = terms[max(0, place - MOST_TERMS) : place + MOST_TERMS]
        same = by_value.setdefault(term.term.value, [])
        whole = ends.get(term.term.value)
        why = None if term.sorted.figure.start in taken else _restated(term, near, same, whole)
        if term.sorted.figure.ranged:
            ends |= {term.term.at_least: term, term.term.at_most: term}
        if why:
            again[term.sorted.figure.start] = why
        else:
            same.append(term)
    done = [
        one._replace(type=RESTATEMENT, **again[one.figure.start]._asdict()) if one.figure.start in again else one
        for one in sorted_
    ]
    kept = sorted((term for same in by_value.values() for term in same), key=lambda term: term.place)
    return done, kept


def _restated(term: Drafted, near: Sequence[Drafted], same: list[Drafted], whole: Drafted | None) -> Why | None:
    """Return why a term only says again what others say; nothing where it stands for itself.

    ``near`` are the terms round it, ``same`` those before it of its value, whose time it may tell better; ``whole`` is
    a range before it that it is an end of.
    """
    if term.sorted.type != TERM:
        return None
    if not term.own_time and not _limits(term.term) and is_total(term.term, _parts(term, near)):
        return ADDS_UP
    before = [other for other in same[-MOST_SAME:] if other.sorted.type == TERM and not _pair(other, term)]
    limits = {limit for other in near if other.place < term.place for limit in _limits(other.term)}
    if not term.own_time and term.term.value in limits:
        return SAID_BEFORE
    if before and THE.search(term.sorted.context.sentence):
        return SAID_BEFORE
    place = said_before(term.term, [other.term for other in before], again=term.again)
    if place is None:
        return END_OF_RANGE if whole and not term.own_time and not _pair(whole, term) else None
    first = before[place]
    told = first.term
    if _tells_better(term.term, told):
        told = told._replace(effective=term.term.effective, backdated=term.term.backdated)
    if term.term.kind == "lump_sum":
        told = told._replace(kind="lump_sum")
    same[same.index(first, -MOST_SAME)] = first._replace(term=told)
    return SAID_BEFORE


def _parts(term: Drafted, near: Sequence[Drafted]) -> list[FoundTerm]:
    """Return the terms that one could add up: in a list those of the list, in a table those of its row.

    The rows of a table are for different people, unless one is called the total of the others.
    """
    own = term.sorted.context.place
    others = [other for other in near if other.sorted.type == TERM and other.place != term.place]
    if own.kind == "row" and not _WHOLE.search(term.sorted.context.sentence):
        others = [other for other in others if other.sorted.context.place == own]
    elif own.kind != "prose":
        others = [other for other in others if other.sorted.context.place.heading == own.heading]
    return [other.term for other in others]


def _limits(term: FoundTerm) -> tuple[str, ...]:
    """Return the floor and the cap of a term, with and without what they are by."""
    told = [limit for limit in (term.floor, term.cap) if limit]
    return (*told, *(limit.partition(" ")[0] for limit in told))


def _tells_better(later: FoundTerm, first: FoundTerm) -> bool:
    """Say whether the later of two equal terms names a year, and the first does not."""
    return bool(_YEAR.search(later.effective or "")) and not _YEAR.search(first.effective or "")


def _pair(one: Drafted, other: Drafted) -> bool:
    """Say whether two equal terms are two: in one sentence or list, or of different nations or parties."""
    first, second = one.sorted.context.place, other.sorted.context.place
    if first == second or (
        first.kind == second.kind != "prose" and first.heading == second.heading and first.block != second.block
    ):
        return True
    if _ALSO.search(other.sorted.context.sentence):
        return True
    if one.nation and other.nation and one.nation != other.nation:
        return True
    if not other.party or one.party == other.party:
        return False
    return one.party is not None or _AS_WELL.search(other.sorted.context.sentence) is not None
