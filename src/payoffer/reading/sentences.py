"""Where a text's sentences, list items, table rows and headings begin and end, and which heading governs which.

Letters are wrapped in the middle of sentences, lists and tables are not: a line ends a sentence where the next one
is a list item or a row of a table, or where it is too short to have been wrapped.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["prose", "item", "row", "heading"]

SHORT_LINE = 46
"""A line shorter than this was not wrapped."""
LONGEST_HEADING = 110
LONGEST = 1200
"""A sentence is cut here: what is longer is a list without stops, or hostile."""

_MARKER = re.compile(
    r"\s{0,20}(?:[-*\u2022\u00b7\u25cf\u25aa\u2013\u2014>]{1,3}\s{1,4}|\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.)]\s{1,4})"
)
_ROW = re.compile(r"\S(?:\s{0,3}\|\s{0,3}|\t| ?\.{4,} ?| {3,}| {2,}(?=[\d£-]))\S")
_ANSWER = re.compile(r"\s{0,8}(?:A|Answer|Reply)\s?[.:]\s", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?!(?:[Yy]es|[Nn]o)\b)[^:.?!;\n]{1,60}:\s{1,3}(?:up to |about |an? |a? ?further |another |plus |\+ ?){0,3}"
    r"[\u00a3\u20ac$]?\d[\d,.]{0,8}(?!\d|:)(?:\s?[%p\u2013-]|\s?per ?cent|\b(?=.{0,40}$))"
)
"""A label and its figure, which stand for themselves as a row of a table does: "Police officers: 4.75%"."""
_STOP = re.compile(r"(?<!\.\.)[.!?][\"'\u2019\u201d)\]]{0,3}\s{1,4}(?=[\"'\u2018\u201c(\[]{0,2}[A-Z0-9£\u2022])")
_SHORTENED = re.compile(r"(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|vs|v|e\.g|i\.e|cf|approx|p|pp|para|ref|fig|[A-Z]|[ap]\.m))\.$")
_TERMINAL = re.compile(r"[.!?:;,][\"'\u2019\u201d)\]]{0,3}$")


class Sentence(NamedTuple):
    """One sentence, list item or row: its span, its kind, its block, and the heading above it (both -1 if none)."""

    start: int
    end: int
    kind: Kind
    block: int
    heading: tuple[int, int]


class _Block(NamedTuple):
    start: int
    end: int
    kind: Kind


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text in order."""
    return list(_under_headings(text, list(_blocks(text))))


def _blocks(text: str) -> Iterator[_Block]:
    """Yield paragraphs, list items, rows and headings."""
    start = end = -1
    kind: Kind = "prose"
    for begin, stop in _lines(text):
        line = text[begin:stop]
        if not line:
            if start >= 0:
                yield _block(text, start, end, kind)
            start = -1
            continue
        item = any(pattern.match(line) for pattern in (_MARKER, _ANSWER, _LABELLED))
        row = not item and _ROW.search(line) is not None
        if start >= 0 and (item or row or kind == "row" or _ended(text[_line_start(text, end, start) : end], line)):
            yield _block(text, start, end, kind)
            start = -1
        if start < 0:
            start, kind = begin, "item" if item else "row" if row else "prose"
        end = stop
    if start >= 0:
        yield _block(text, start, end, kind)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each line without the space at its ends."""
    begin = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        left = begin + len(line) - len(line.lstrip()) if bare else begin
        yield left, left + len(bare)
        begin += len(line)


def _line_start(text: str, end: int, start: int) -> int:
    return max(start, text.rfind("\n", start, end) + 1)


def _ended(last: str, line: str) -> bool:
    """Say whether a line stands on its own, so that the next one begins something new."""
    if last.endswith((":", "?")):
        return True
    return len(last) < SHORT_LINE and not line[0].islower() and not last.endswith((",", "-", "\u2013"))


def _block(text: str, start: int, end: int, kind: Kind) -> _Block:
    body = text[start:end]
    short = end - start <= LONGEST_HEADING and "\n" not in body
    if kind == "prose" and short and (body.endswith((":", "?")) or not _TERMINAL.search(body) or body.isupper()):
        return _Block(start, end, "heading")
    if kind == "item" and short and body.endswith("?"):
        return _Block(start, end, "heading")
    return _Block(start, end, kind)


def _under_headings(text: str, blocks: list[_Block]) -> Iterator[Sentence]:
    """Yield the sentences of each block; a list or table is governed by the line above it, prose by a question."""
    above = title = asked = (-1, -1)
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            title = above = (block.start, block.end)
            asked = title if text[title[0] : title[1]].endswith("?") else (-1, -1)
            yield Sentence(block.start, block.end, "heading", number, (-1, -1))
            continue
        cut = list(_cut(text, block))
        for start, end in cut:
            yield Sentence(start, end, block.kind, number, above if block.kind != "prose" else asked)
        if block.kind == "prose":
            above = cut[-1]
            if not text[above[0] : above[1]].endswith(":"):
                above = title if title[0] >= 0 and number and blocks[number - 1].kind != "prose" else above


def _cut(text: str, block: _Block) -> Iterator[tuple[int, int]]:
    start = block.start
    marker = _MARKER.match(text, start)
    for stop in _STOP.finditer(text, marker.end() if marker else start, block.end):
        mark = stop.start() + 1
        if _SHORTENED.search(text[max(start, mark - 8) : mark]):
            continue
        yield from _bounded(start, stop.end() - len(stop[0]) + len(stop[0].rstrip()))
        start = stop.end()
    yield from _bounded(start, block.end)


def _bounded(start: int, end: int) -> Iterator[tuple[int, int]]:
    for begin in range(start, end, LONGEST):
        yield begin, min(begin + LONGEST, end)
