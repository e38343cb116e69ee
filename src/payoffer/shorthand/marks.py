"""The figures, words and signs of a text, each with its place, and the refusal that points at one.

Every character keeps its place while it is tidied, so that a caret can stand under it in the text as it was typed.
"""

import re
from collections.abc import Callable
from typing import NamedTuple, NoReturn, TypeVar

from payoffer.errors import ShorthandProblem
from payoffer.typed import DASHES, INVISIBLE, POUND

Found = TypeVar("Found")
LONGEST = 1000
"""Characters of the longest text that is read."""
_TIDY = str.maketrans(dict.fromkeys(DASHES, "-") | dict.fromkeys(INVISIBLE, " ") | {"\uff05": "%", "\u2019": "'"})
_MARK = re.compile(
    rf"""(?P<day>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}(?![0-9]))
    |(?P<slashed>[0-9]{{1,2}}([/.])[0-9]{{1,2}}\3[0-9]{{2,4}}(?![0-9]))
    |(?P<pounds>(?:{POUND})(?=\s?[-+]?\s?[0-9.]))
    |(?P<number>[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)
    |(?P<word>[^\W\d_]+(?:[.'][^\W\d_]+)*\.?)
    |(?P<sign>[^\s])""",
    re.IGNORECASE | re.VERBOSE,
)


class Mark(NamedTuple):
    """A figure, word or sign: its ``kind`` (number, day, pounds, word, sign, end), text and first and last place.

    Of a word, ``text`` is in small letters without points: "p.a." is "pa".
    """

    kind: str
    text: str
    place: int
    end: int


class Marks:
    """The marks of a text in order, and where its reading has come to."""

    def __init__(self, typed: str, start: int = 0) -> None:
        """Find the marks of what was ``typed``, from a place on; refuse a text that is too long."""
        self.typed = typed
        self.at = 0
        if len(typed) > LONGEST:
            self.refuse(LONGEST, "this is too long for one line: write it in a file, as payoffer check --help says")
        text = tidied(typed)
        end = len(text.rstrip(" .!"))
        found = (_mark(match) for match in _MARK.finditer(text, start, end) if not _joins(text, match))
        self.found = [*found, Mark("end", "", end, end)]

    @property
    def next(self) -> Mark:
        """The mark that stands here."""
        return self.found[self.at]

    @property
    def last(self) -> Mark:
        """The mark before this one; the first of all stands before itself."""
        return self.found[max(self.at - 1, 0)]

    def ahead(self, count: int = 1) -> Mark:
        """Return a mark further on, or the end."""
        return self.found[min(self.at + count, len(self.found) - 1)]

    def take(self, *phrases: str) -> str | None:
        """Pass over the longest of the phrases that stands here and return it; None if none does."""
        for phrase in sorted(phrases, key=len, reverse=True):
            words = phrase.split()
            here = self.found[self.at : self.at + len(words)]
            if [mark.text for mark in here if mark.kind in {"word", "sign"}] == words:
                self.at += len(words)
                return phrase
        return None

    def take_kind(self, kind: str) -> Mark | None:
        """Pass over a mark of a kind and return it."""
        mark = self.next
        if mark.kind != kind:
            return None
        self.at += 1
        return mark

    def maybe(self, reader: Callable[[], Found | None]) -> Found | None:
        """Return what ``reader`` finds; where it finds nothing, be where it began."""
        at = self.at
        found = reader()
        if found is None:
            self.at = at
        return found

    def said(self, first: Mark, last: Mark | None = None) -> str:
        """Return the text from one mark to another as it was typed."""
        return self.typed[first.place : (last or first).end].strip()

    def refuse(self, place: int | Mark, why: str) -> NoReturn:
        """Raise the error that points at a place; ``why`` says what is wrong and what to write."""
        raise ShorthandProblem(self.typed, place if isinstance(place, int) else place.place, why)


def tidied(typed: str) -> str:
    """Return a text with one kind of space, dash and percent sign, every character in its place."""
    return "".join(" " if letter.isspace() else letter for letter in typed.translate(_TIDY))


def one_line(text: str) -> str:
    """Return a name on one line, without characters that cannot be seen or written."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split()) or "?"


def _mark(match: re.Match[str]) -> Mark:
    kind = match.lastgroup or ""
    text = match[0]
    if kind == "word":
        text = text.replace(".", "").replace("'", "").casefold()
    return Mark(kind, text, match.start(), match.end())


def _joins(text: str, match: re.Match[str]) -> bool:
    """Say whether a sign is no more than a space: a hyphen before a letter in a word, as in one-off; a bracket."""
    start, end = match.span()
    inside = match[0] == "-" and text[start - 1 : start].isalnum() and text[end : end + 1].isalpha()
    return inside or match[0] in {"(", ")"}
