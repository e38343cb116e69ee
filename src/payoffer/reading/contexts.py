"""What the rules see of a figure: its clause, its sentence, the sentence before and the heading above.

All in small letters and single spaces, the figure as ``@`` and every other one as ``#``; bounded, so that a figure
takes the same time however long its text is.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from payoffer.reading.cues import Held, cues_in
from payoffer.reading.figures import Figure
from payoffer.reading.sentences import Sentence

LEFT, RIGHT = 240, 180
TOPIC = 200
"""Characters at the head of a text that say what all of it is about."""
YEAR_BY_YEAR = " (year by year)"
"""What stands after the heading of a list that tells the history of many years."""
MANY_YEARS = 5
NEIGHBOURHOOD = 1500
"""Characters before and after a figure in which it is counted how often an offer is spoken of."""
HARDLY = 1200
"""Characters in which at least one word of an offer stands where one is spoken of."""
LEAST_TEXT = 400
_SPEAKS = re.compile(
    r"\b(?:offer|deal\b|award|agree[dm]|settle|accept|reject|propos|uplift|pay rise|won\b|wins?\b|secur|impos)",
    re.IGNORECASE,
)
_ITS_YEAR = re.compile(
    r"[^\w\n]{0,6}(?:(?:january|april|july|august|september|pay|in) )?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_NO_OFFER = re.compile(
    r"\b(?=[nwrfs])(?:(?:no|not|nothing|without|refus\w{1,3} to|fail\w{0,3} to|never|still waiting)\b[^.;\n]{0,40}?\b"
    r"(?:offer|table|proposal)\b|no talks\b)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"; |(?<!\d) [\u2013\u2014-] (?!\d)|,? \b(?:but|while|whilst|whereas|although|though|yet|compared (?:with|to)|"
    r"despite|even though|set that beside|unlike|bear in mind)\b "
)
CELL = re.compile(r"\s{0,60}\|\s{0,60}|\t| ?\.{4,} ?| {2,}")
_SPACES = re.compile(r"\s+")
_OWN_SIGNS = str.maketrans(
    {"@": " ", "#": " ", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-"}
)


class Context(NamedTuple):
    """A figure in its surroundings, as the rules see it."""

    figure: Figure
    place: Sentence
    clause: str
    sentence: str
    before: str
    heading: str
    over: str
    topic: str
    nothing: str
    hardly: str
    cues: Held
    first_column: str

    @property
    def above(self) -> str:
        """The heading above, after what stands over it."""
        return f"{self.over} / {self.heading}"

    @property
    def around(self) -> str:
        """The sentence before, its own, and what stands above."""
        return f"{self.before} | {self.above}"


def contexts(text: str, found: Sequence[Figure], cut: Sequence[Sentence]) -> Iterator[Context]:
    """Yield every figure in its surroundings, in order."""
    place = 0
    columns: list[str] = []
    masked: dict[int, str] = {}
    topic = _plain(text[:TOPIC])
    told_nothing = _NO_OFFER.search(text)
    nothing = _plain(told_nothing[0]) if told_nothing else ""
    topic_cues = cues_in(topic)
    history = _history(text, cut)
    speaks = [match.start() for match in _SPEAKS.finditer(text)]
    for number, sentence in enumerate(cut):
        last = place
        while last < len(found) and found[last].start < sentence.end:
            last += 1
        inside = found[place:last]
        place = last
        if sentence.kind == "row" and not inside:
            columns = _cells(text[sentence.start : sentence.end])
        elif sentence.kind not in {"row", "item"}:
            columns = []
        if not inside:
            continue
        pieces = _pieces(text, sentence, inside)
        earlier = cut[number - 1] if number and cut[number - 1].block == sentence.block else None
        before = masked.get(number - 1) or (_plain(text[earlier.start : earlier.end][-300:]) if earlier else "")
        masked = {number: "#".join(pieces)[-300:]}
        over = _heading(text, sentence.over)
        heading = _heading(text, sentence.heading) + (YEAR_BY_YEAR if number in history else "")
        label = next(filter(None, columns), "") if sentence.kind == "row" else ""
        beside = cues_in(f"{before} {over} {heading} {nothing}")
        for nth, figure in enumerate(inside):
            left = "#".join(pieces[: nth + 1])[-LEFT:]
            right = "#".join(pieces[nth + 1 :])[:RIGHT]
            clause = _clause(left, right)
            if sentence.kind == "row":
                clause = _in_column(text, sentence, figure, columns) or clause
            whole = f"{left}@{right}"
            own = cues_in(f"{clause if sentence.kind == 'row' else ''} {whole}")
            yield Context(
                figure,
                sentence,
                clause,
                whole,
                f"{before} {whole}".strip(),
                heading,
                over,
                topic,
                nothing,
                _hardly(figure.start, speaks, len(text)),
                Held(own, own | beside, topic_cues),
                label,
            )


def _hardly(place: int, speaks: Sequence[int], length: int) -> str:
    """Return a word where the text round a place hardly speaks of an offer, and it is long enough to do so."""
    begin, end = max(0, place - NEIGHBOURHOOD), min(length, place + NEIGHBOURHOOD)
    times = bisect_left(speaks, end) - bisect_left(speaks, begin)
    return "hardly" if end - begin >= LEAST_TEXT and times * HARDLY < end - begin else ""


def _history(text: str, cut: Sequence[Sentence]) -> frozenset[int]:
    """Return the places of the rows and items of lists in which each begins with a year, five of them or more."""
    found: list[int] = []
    run: dict[int, str] = {}
    for number, sentence in enumerate(cut):
        year = _ITS_YEAR.match(text, sentence.start, sentence.end)
        if year:
            run[number] = year["year"]
        if not year or number == len(cut) - 1:
            if len(set(run.values())) >= MANY_YEARS:
                found += run
            run = {}
    return frozenset(found)


def _pieces(text: str, sentence: Sentence, inside: Sequence[Figure]) -> list[str]:
    """Return the text round and between the figures of a sentence."""
    begins = [sentence.start, *(figure.end for figure in inside)]
    ends = [*(figure.start for figure in inside), max(sentence.end, inside[-1].end)]
    pieces = [_spaced(text[begin:end]) for begin, end in zip(begins, ends, strict=True)]
    pieces[0], pieces[-1] = pieces[0].lstrip(), pieces[-1].rstrip()
    return pieces


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text.translate(_OWN_SIGNS)).casefold()


def _plain(text: str) -> str:
    return _spaced(text).strip()


def _heading(text: str, span: tuple[int, int]) -> str:
    start, end = span
    return _plain(text[max(start, end - LEFT) : end]) if start >= 0 else ""


def _clause(left: str, right: str) -> str:
    begin = max((stop.end() for stop in _BREAK.finditer(left)), default=0)
    stop = _BREAK.search(right)
    return f"{left[begin:]}@{right[: stop.start()] if stop else right}"


def _cells(row: str) -> list[str]:
    return [_plain(cell) for cell in CELL.split(row.strip())]


def _in_column(text: str, sentence: Sentence, figure: Figure, columns: Sequence[str]) -> str:
    """Return a figure in a table as ``heading of its column: cell``; nothing where the columns do not match."""
    row = text[sentence.start : sentence.end]
    at = figure.start - sentence.start
    cells = list(CELL.finditer(row))
    number = sum(1 for gap in cells if gap.end() <= at)
    if number >= len(columns) or len(cells) + 1 != len(columns):
        return ""
    begin = cells[number - 1].end() if number else 0
    end = cells[number].start() if number < len(cells) else len(row)
    size = figure.end - figure.start
    return f"{columns[number]}: {_plain(row[begin:at])} @ {_plain(row[at + size : end])}".replace("  ", " ").strip()
