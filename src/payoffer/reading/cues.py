"""The words without which a pattern cannot match, so that most patterns need not be tried on most figures.

A pattern is looked through as text: a group that every match must pass, in which every branch begins with letters,
gives a set of cues, one of which has to be in the figure's surroundings. The set that real text holds least is kept.
"""

import re
from collections.abc import Iterator

LEAST, MOST = 3, 6
"""Cues are the first letters of words, so many of them as are certain: pattern and text may go on differently."""
_WORD = re.compile(r"[a-z]+")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "the and for of to in on at by is are was or a an it be as we our you your that this with from has have had "
        "not all no than",
    )
)
_OPTIONAL = re.compile(r"[?*]\??|\{0,\d*\}\??")
_TOUCHING = "\0abcdefghijklmnopqrstuvwxyz"
_GROUP = re.compile(r"\(\?[:=!<]{1,2}")


def cues_in(text: str) -> frozenset[str]:
    """Return the cues that a piece of text in small letters holds."""
    words = set(_WORD.findall(text))
    return frozenset(
        word[:length] for word in words for length in range(min(LEAST, len(word)), min(MOST, len(word)) + 1)
    )


def cues_of(pattern: str) -> frozenset[str]:
    """Return cues of which every match of a pattern holds at least one; none where nothing can be told.

    >>> sorted(cues_of(r"(?:turnout|majority) of (?:only )?@"))
    ['majori', 'turnou']
    """
    found = [cues for cues in _required(pattern) if cues]
    return min(found, key=_commonness, default=frozenset())


def _commonness(cues: frozenset[str]) -> tuple[int, int]:
    return sum(cue in _COMMON for cue in cues), len(cues)


def _required(pattern: str) -> Iterator[frozenset[str]]:
    """Yield a set of cues for each part that every match passes."""
    branches = _branches(pattern)
    if len(branches) > 1:
        each = [min((cues for cues in _required(branch) if cues), key=_commonness, default=None) for branch in branches]
        if all(each):
            yield frozenset().union(*(cues for cues in each if cues))
        return
    for part, inside in _parts(branches[0]):
        if inside:
            yield from _required(part)
        else:
            # The last letter may be optional, and what follows may go on the word: only its beginning is certain.
            for word in _WORD.finditer(part):
                if word.start() == 0 or not part[word.start() - 1].isalnum():
                    yield frozenset({word[0][:MOST]})


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
        if sign == "\\":
            plain += " " if branch[place + 1] in "bBdDsS" else "\0"
            place += 2
        elif sign == "[":
            place = branch.index("]", place + 2) + 1
            plain += "\0"
        elif sign == "(":
            end = _closing(branch, place)
            opening = _GROUP.match(branch, place)
            whole_words = not plain or plain[-1] not in _TOUCHING
            yield from _plain(plain + "\0")
            quantifier = _OPTIONAL.match(branch, end)
            optional = quantifier is not None
            inside = branch[opening.end() : end - 1] if opening and opening[0] == "(?:" else ""
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
            plain += sign
            place += 1
    yield from _plain(plain)


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
