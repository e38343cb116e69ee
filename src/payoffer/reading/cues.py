"""The words without which a pattern cannot match, so that most patterns need not be tried on most figures.

A pattern is looked through as text: a group that every match must pass, in which every branch begins with letters,
gives a set of cues, one of which has to be where the pattern is searched. The set that real text holds least is the
first; the others are kept where they hold no short words, whose ends are not certain, and do not begin the pattern.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

LEAST, MOST = 3, 6
"""Cues are the first letters of words, so many of them as are certain: pattern and text may go on differently."""
_WORD = re.compile(r"[a-z]+")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "the and for of to in on at by is are was or a an it be as we our you your that this with from has have had "
        "not all no than pay up year will increa",
    )
)
"""What is often near a figure, cut as cues are."""
_OPTIONAL = re.compile(r"[?*]\??|\{0,\d*\}\??")
_MAY_BE_LETTERS = re.compile(r"\.|\\[BDSw]|\[[^\]]*[\^a-z\\]")
"""A sign, escape or class of signs that may stand for letters."""
_TOUCHING = "\0abcdefghijklmnopqrstuvwxyz"
_GROUP = re.compile(r"\(\?(?::|<?[=!])")
Cues = tuple[frozenset[str], ...]
"""Sets of cues, of each of which one has to be there."""


class Held(NamedTuple):
    """The cues round a figure: in its sentence, in all that is near it, and at the head of the text."""

    sentence: frozenset[str]
    near: frozenset[str]
    topic: frozenset[str]


def held_at(where: str) -> int:
    """Return the place in :class:`Held` of the cues that what looks at ``where`` can find."""
    return {"clause": 0, "sentence": 0, "topic": 2}.get(where, 1)


def cues_in(text: str) -> frozenset[str]:
    """Return the cues that a piece of text in small letters holds."""
    return frozenset().union(*map(_beginnings, set(_WORD.findall(text))))


@lru_cache(maxsize=1 << 14)
def _beginnings(word: str) -> tuple[str, ...]:
    return tuple(word[:length] for length in range(min(LEAST, len(word)), min(MOST, len(word)) + 1))


def may_match(cues: Cues, there: frozenset[str]) -> bool:
    """Say whether a pattern with such cues can match a text that holds those."""
    return not any(map(there.isdisjoint, cues))


@cache
def cues_of(pattern: str) -> Cues:
    """Return sets of cues of which every match of a pattern holds one each; none where nothing can be told.

    >>> [sorted(cues) for cues in cues_of(r"@ (?:turnout|majority) of (?:only )?those")]
    [['those'], ['majori', 'turnou']]
    """
    first = min(_required(pattern), key=_commonness, default=None)
    # A pattern may begin inside a word: the dot stands for the letter before.
    others = (cues for cues in _required("." + pattern) if all(len(cue) >= LEAST for cue in cues))
    return (first, *(cues for cues in others if cues != first)) if first else ()


def _commonness(cues: frozenset[str]) -> tuple[int, int]:
    return sum(cue in _COMMON or len(cue) < LEAST for cue in cues), len(cues)


@cache
def _required(pattern: str) -> tuple[frozenset[str], ...]:
    """Return a set of cues for each part that every match passes."""
    branches = _branches(pattern)
    if len(branches) > 1:
        each = [min(_required(branch), key=_commonness, default=None) for branch in branches]
        return (frozenset().union(*(cues for cues in each if cues)),) if all(each) else ()
    found: list[frozenset[str]] = []
    for part, inside in _parts(branches[0]):
        if inside:
            found += _required(part)
        else:
            # The last letter may be optional, and what follows may go on the word: only its beginning is certain.
            words = (word for word in _WORD.finditer(part) if not part[: word.start()][-1:].isalnum())
            found += [frozenset({word[0][:MOST]}) for word in words]
    return tuple(found)


def _branches(pattern: str) -> list[str]:
    """Return the branches of a pattern that stand outside all groups."""
    depth, start, found, skip, within = 0, 0, [], False, False
    for place, sign in enumerate(pattern):
        if skip:
            skip = False
        elif sign == "\\":
            skip = True
        elif within:
            within = sign != "]"
        elif sign == "[":
            within = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
    return [*found, pattern[start:]]


def _parts(branch: str) -> Iterator[tuple[str, bool]]:
    """Yield the plain parts of a branch and the insides of its groups that cannot be passed over, in order."""
    place, plain = 0, ""
    while place < len(branch):
        sign = branch[place]
        if sign == "(":
            end = _closing(branch, place)
            opening = _GROUP.match(branch, place)
            whole_words = not plain or plain[-1] not in _TOUCHING
            if opening and opening[0] != "(?:":
                # What only looks on takes up no letters; what it has to see is somewhere in the text too.
                if opening[0] == "(?=" and whole_words:
                    yield branch[opening.end() : end - 1], True
                place = end
                continue
            yield from _plain(plain + "\0")
            quantifier = _OPTIONAL.match(branch, end)
            optional = quantifier is not None
            inside = branch[opening.end() : end - 1] if opening else ""
            if inside and not optional and whole_words:
                yield inside, True
            spaced = all(part.endswith(" ") for part in _branches(inside))
            plain = " " if spaced and (whole_words or not optional) else "\0"
            place = quantifier.end() if quantifier else end
        elif sign == "+":
            place += 1
        elif sign in "?*" or branch.startswith("{0,", place):
            plain = plain[:-1] + "\0"
            place += 1 if sign in "?*" else branch.index("}", place) + 1 - place
        else:
            end = _after_sign(branch, place)
            plain += "\0" if _MAY_BE_LETTERS.match(branch, place, end) else sign if end == place + 1 else " "
            place = end
    yield from _plain(plain)


def _after_sign(branch: str, place: int) -> int:
    """Return the place after one sign, escape or class of signs."""
    if branch[place] == "[":
        return branch.index("]", place + 2) + 1
    return place + 2 if branch[place] == "\\" else place + 1


def _plain(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a plain part; a word that something unsaid touches in front is no word's beginning."""
    kept = re.sub(r"\0[a-z]+", "\0", text)
    # What ends in something unsaid may be shorter than it looks, if it is shorter than a cue.
    kept = re.sub(rf"\b[a-z]{{1,{LEAST - 1}}}\0", "\0", kept)
    if kept.strip("\0 "):
        yield kept.replace("\0", " "), False


def _closing(branch: str, opening: int) -> int:
    """Return the place after the bracket that closes the one at ``opening``."""
    depth, skip, within = 0, False, False
    for place in range(opening, len(branch)):
        sign = branch[place]
        if skip:
            skip = False
        elif sign == "\\":
            skip = True
        elif within:
            within = sign != "]"
        elif sign == "[":
            within = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
            if depth == 0:
                return place + 1
    message = f"a bracket is not closed in {branch}"
    raise ValueError(message)
