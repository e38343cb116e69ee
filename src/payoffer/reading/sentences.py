"""Where a text's sentences, list items, table rows and headings begin and end, and which heading governs which.

Letters are wrapped in the middle of sentences, lists and tables are not: a line ends a sentence where the next one
is a list item or a row of a table, or where it is too short to have been wrapped.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from payoffer.periods import MONTHS

Kind = Literal["prose", "item", "row", "heading"]

SHORT_LINE = 46
"""A line shorter than this was not wrapped."""
LONGEST_HEADING = 110
LONGEST = 1200
"""A sentence is cut here: what is longer is a list without stops, or hostile."""

_MARKER = re.compile(
    r"\s{0,20}(?:[-*\u2022\u00b7\u25cf\u25aa\u2013\u2014\u203a\u2023\u25e6>]{1,3}\s{1,4}|\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.)]\s{1,4})"
)
_ROW = re.compile(r"\S(?:\s{0,3}\|\s{0,3}|\t| ?\.{4,} ?| {3,}| {2,}(?=[\d£-]))\S")
_GAPS = ("|", "\t", "....", "  ")
"""One of these is between the cells of every row; they are quick to look for."""
_ANSWER = re.compile(r"\s{0,8}(?:A|Answer|Reply)\s?[.:]\s", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?!(?:[Yy]es|[Nn]o)\b)[^:.?!;\n]{1,60}(?::\s{1,3}|\s[-\u2013\u2014]\s(?=[\u00a3\u20ac$]|\d[\d.]{0,5}(?:%|\sper\s?cent)))"
    r"(?:up to |about |an? |a? ?further |another |plus |\+ ?){0,3}"
    r"[\u00a3\u20ac$]?\d[\d,.]{0,8}(?!\d|:)(?:\s?[%p\u2013-]|\s?per ?cent|\b(?=.{0,40}$))"
)
"""A label and its figure, which stand for themselves as a row of a table does: "Police officers: 4.75%"."""
_LABEL = re.compile(r"[A-Z][^:.?!;\n]{1,40}:\s")
_FIGURE_FIRST = re.compile(
    r"(?:[\u00a3\u20ac$]\d[\d.,]{0,8}|\d[\d.]{0,5}(?:\s?%|\s?per ?cent))\s(?:for|to|on|from|in|or|extra|more|backdated|"
    r"after|with|plus|and|pay|rise|increase)\b[^.]{0,110}$",
    re.IGNORECASE,
)
"""A paragraph that begins with its figure and has no stop is an item of a list, whatever became of its marker."""
_UNDERLINE = re.compile(r"(?=.*---)[\s|:+=-]+")
"""The line of dashes under the head of a table in Markdown or in plain text."""
_SAYS_WHICH = re.compile(
    r"\W{0,3}(?:\d{1,2}(?:st|nd|rd|th)?\s|the\s)?(?:from|with effect|effective|year|stage|step|phase|option|part|"
    r"by|for|in|pay|basic|salar\w+|wages?|rates?|increases?|rises?|uplifts?|grades?|bands?|points?|all|staff|20\d\d|jan\w*|feb\w*|"
    r"mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b"
    r"(?!.*\b(?:claim\w*|gap|histor\w+|inflation|cpi|rpi|cost\w*|lost|loss|ask\w*|want\w*|context|compar\w+|past|last|rents?|fares|fees|bills|charges|prices)\b)"
    r"[^?]{0,60}",
    re.IGNORECASE,
)
"""A heading that only tells apart what stands under one above it: "From 1 April 2018", "Year 1", "By grade"."""
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_STOP = re.compile(r"(?<!\.\.)[.!?][\"'\u2019\u201d)\]]{0,3}\s{1,4}(?=[\"'\u2018\u201c(\[]{0,2}[A-Z0-9£\u2022])")
_SHORTENED = re.compile(r"(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|vs|v|e\.g|i\.e|cf|approx|p|pp|para|ref|fig|[A-Z]|[ap]\.m))\.$")
_TERMINAL = re.compile(r"[.!?:;,][\"'\u2019\u201d)\]]{0,3}$")


class Sentence(NamedTuple):
    """One sentence, list item or row: its span, its kind, its block, the heading above it, and what stands over that.

    The span of a heading is -1, -1 where there is none.
    """

    start: int
    end: int
    kind: Kind
    block: int
    heading: tuple[int, int]
    over: tuple[int, int]


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
        if _UNDERLINE.fullmatch(line):
            continue
        item = any(pattern.match(line) for pattern in (_MARKER, _ANSWER, _LABELLED))
        led = start < 0 or kind == "item" or text[end - 1] == ":"
        item = item or (led and _FIGURE_FIRST.match(line) is not None)
        row = not item and any(gap in line for gap in _GAPS) and _ROW.search(line) is not None
        item = item or (kind == "item" and _LABEL.match(line) is not None)
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
    if _MONTH.search(last) and _YEAR.match(line):
        return False
    return len(last) < SHORT_LINE and not line[0].islower() and not last.endswith((",", "-", "\u2013"))


def _block(text: str, start: int, end: int, kind: Kind) -> _Block:
    body = text[start:end]
    short = end - start <= LONGEST_HEADING and "\n" not in body
    if kind == "prose" and short and (body.endswith((":", "?")) or not _TERMINAL.search(body) or body.isupper()):
        return _Block(start, end, "heading")
    if kind == "item" and short and body.endswith("?"):
        return _Block(start, end, "heading")
    return _Block(start, end, kind)


_NONE = (-1, -1)


def _under_headings(text: str, blocks: list[_Block]) -> Iterator[Sentence]:
    """Yield the sentences of each block; a list or table is governed by the line above it, prose by a question."""
    above = over = title = subject = asked = _NONE
    for number, block in enumerate(blocks):
        span = (block.start, block.end)
        if block.kind == "heading":
            apart = _SAYS_WHICH.fullmatch(text[block.start : block.end]) is not None
            over = title if number and blocks[number - 1].kind == "heading" else subject if apart else _NONE
            title = above = span
            subject = subject if apart else title
            asked = title if text[title[0] : title[1]].endswith("?") else _NONE
            yield Sentence(block.start, block.end, "heading", number, _NONE, _NONE)
            continue
        cut = list(_cut(text, block))
        listed = block.kind != "prose"
        for start, end in cut:
            yield Sentence(start, end, block.kind, number, above if listed else asked, over if listed else _NONE)
        if not listed:
            above, over = cut[-1], title
            if not text[above[0] : above[1]].endswith(":") and title != _NONE and blocks[number - 1].kind != "prose":
                above, over = title, above


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
