"""Where in a TOML text a path stands, and every place where a text is not TOML.

tomllib alone judges: it says whether a text, a statement or a single line can be read. It stops at the first
fault, so a text with one is read again statement by statement.
"""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property, partial
from typing import Any, NamedTuple

from payoffer.errors import PayofferError
from payoffer.places import MARK, Path, Places
from payoffer.remedies import COMMA, TOO_DEEP, TOO_LONG, UNCLOSED, mend, plain_fact

__all__ = ["MOST_FAULTS", "MOST_READ_AGAIN", "LineMap", "Path", "TomlFault", "TomlFaults", "parse"]

MOST_FAULTS = 50
"""No more faults than this are reported of one text."""
MOST_READ_AGAIN = 2_000_000
"""Characters read more than once before the search for more faults ends: a hostile file must not hang."""
_MOST_ROWS = 200
_REFUSALS = (ValueError, ArithmeticError, RecursionError)
# Patterns are compiled when they are first needed: an offer without faults needs none of them.
_BLANK = r"(?:[ \t]*+(?:#[^\x00-\x08\x0a-\x1f\x7f]*+)?\n)++"
_HEADING = r"[ \t]*\[.*\n"
_ITEM = r"\s*\{.*\}\s*,?\s*(?:#.*)?$"
_START = r"(?m)^([ \t]*)(?:\[\[?[ \t]*[A-Za-z_][^\[\]\n]*\]{1,2}[ \t]*(?:#.*)?$|[\w.-]+[ \t]*=)"
# tomllib needs a time that grows with the square of the parts of a dotted name: it gets 32 at most.
_MOST_DOTS = 32
_DOTTED = (
    r"""(?<![\w\\-])(?:(?:[\w-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+)"""
    rf"{{{_MOST_DOTS}}}"
)


class TomlFault(PayofferError):
    """One place where a text is not TOML: its ``line`` (from 1), and in ``text`` what to write instead."""

    def __init__(self, line: int, text: str) -> None:
        """Keep the line and the sentence."""
        self.line = line
        self.text = text
        super().__init__(f"line {line}: {text}")


class TomlFaults(PayofferError):
    """A text that is not TOML: ``faults`` holds all that can be seen apart, in order, at most 50."""

    def __init__(self, faults: list[TomlFault]) -> None:
        """Keep the faults."""
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


class LineMap:
    """The line of every path of a valid TOML text; the text is searched when a line is first asked for."""

    def __init__(self, text: str) -> None:
        """Take a text that tomllib has read, with plain line ends and without a byte order mark."""
        self._text = text

    @cached_property
    def _lines(self) -> dict[Path, int]:
        places = Places()
        places.read(self._text + "\n", 1)
        return places.lines

    def line(self, path: Path) -> int:
        """Line (from 1) of a path, else of the nearest part of it that exists; the document is line 1."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]


def parse(text: str) -> tuple[dict[str, Any], LineMap]:
    """Read a TOML text, numbers with a point as Decimal, with the lines of its paths.

    Raises TomlFaults with every fault of syntax, and every name given twice, that can be seen apart.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        return _load(text), LineMap(text)
    except _REFUSALS as error:
        raise TomlFaults(_faults(text, _trouble_of(error, text))) from None


class _Trouble(NamedTuple):
    """Why tomllib refused: the line (0: something is open at the end), its reason, our own words if any."""

    line: int
    reason: str = ""
    text: str = ""


def _load(text: str) -> dict[str, Any]:
    for line in text.split("\n"):
        if line.count(".") >= _MOST_DOTS and not line.lstrip().startswith("#") and re.search(_DOTTED, line):
            raise RecursionError
    return tomllib.loads(text, parse_float=Decimal)


def _trouble_of(error: BaseException, text: str) -> _Trouble:
    if isinstance(error, tomllib.TOMLDecodeError):
        reason = str(error)
        if reason.startswith('Expected "\'" '):  # a single quote is looked for to the end of the text
            return _Trouble(text.count("\n", 0, text.rindex("'")) + 1, reason)
        place = re.search(r"\(at line (\d+), column (\d+)\)$", reason)
        line = int(place[1]) if place else 0
        if reason.startswith("Unescaped") and (place is None or place[2] == "1"):
            line = (line or text.count("\n") + 1) - 1  # a \ at the end of a line is told of on the next
        return _Trouble(line, reason)
    return _Trouble(1, text=TOO_DEEP if isinstance(error, RecursionError) else TOO_LONG)


def _trouble(text: str) -> _Trouble | None:
    try:
        _load(text)
    except _REFUSALS as error:
        return _trouble_of(error, text)
    return None


def _faults(text: str, first: _Trouble) -> list[TomlFault]:
    faults: list[TomlFault] = []
    places = Places()
    given: dict[Path, int] = {}
    for line, piece, trouble in _pieces(text + "\n", first.line):
        heading = piece.lstrip(" \t").startswith("[")
        if trouble:
            said = _explain(piece, trouble)
            heading |= "=" not in piece.partition("\n")[0]
        else:
            path = places.read(piece, line)
            again = given.get(path) or (given.get(path[:-1]) if isinstance(path[-1], int) else None)
            given.setdefault(path, line)
            said = [(0, _twice(piece, again, heading=heading))] if again else []
        faults += [TomlFault(line + row, sentence) for row, sentence in said]
        if said and heading:  # what follows belongs to no table that is known
            places.table = (f"line {line}",)
        if len(faults) >= MOST_FAULTS:
            break
    row = text.split("\n")[first.line - 1]
    return faults[:MOST_FAULTS] or [TomlFault(first.line, first.text or plain_fact(row, first.reason, item=False))]


def _twice(piece: str, line: int, *, heading: bool) -> str:
    name = re.split(r"\s*[=\]]", piece.lstrip(" \t["), maxsplit=1)[0]
    if heading:
        return f"{name} already stands on line {line}: where there are several, write [[{name}]] at each of them"
    return f"{name} is already given on line {line}: keep one of the two"


def _pieces(text: str, refused: int) -> Iterator[tuple[int, str, _Trouble | None]]:
    """Each statement with its line and its trouble; one that cannot be read ends where another begins.

    tomllib has read all that stands before the line that it ``refused``.
    """
    position, line, read_again = 0, 1, 0
    blank_lines = re.compile(_BLANK)
    while position < len(text) and read_again < MOST_READ_AGAIN:
        piece, trouble = "", None
        if blank := blank_lines.match(text, position):
            piece = blank[0]
        else:
            whole = piece = text[position : _end(text, position)]
            known = line + whole.count("\n") < refused
            if not known and (trouble := _trouble(whole)):
                refused = 0  # from here on our statements may begin where tomllib's do not
                indent = len(whole) - len(whole.lstrip(" \t"))
                starts = re.compile(_START).finditer(whole, whole.index("\n") + 1)
                piece = whole[: next((s.start() for s in starts if len(s[1]) <= indent), len(whole))]
                if len(piece) < len(whole):
                    trouble = _trouble(piece)
                    read_again += len(whole) - len(piece)
            yield line, piece, trouble
        line += piece.count("\n")
        position += len(piece)


def _end(text: str, position: int) -> int:
    """Where the statement that begins at a position ends: at a line end outside quotes and brackets."""
    if heading := re.compile(_HEADING).match(text, position):
        return heading.end()
    depth = 0
    for match in re.compile(MARK).finditer(text, position):
        mark = match[0]
        depth += (mark in {"[", "{"}) - (mark in {"]", "}"})
        if mark == "\n" and depth <= 0:
            return match.end()
    return len(text)


def _explain(piece: str, trouble: _Trouble) -> list[tuple[int, str]]:
    """Say what is wrong with a statement, and in which of its rows (from 0)."""
    if trouble.text or not trouble.line:
        return [(0, trouble.text or UNCLOSED)]
    rows = piece.split("\n")
    first = trouble.line - 1
    # The rows of a long text are no items of a list.
    last = first + (1 if '"""' in piece or "'''" in piece else _MOST_ROWS)
    said: list[tuple[int, str]] = []
    for number, row in enumerate(rows[first:last], first):
        readable = partial(_readable, item=number > 0)
        mended = mend(row, readable)
        if not mended and number == first and readable(row):
            mended = [COMMA]
        elif not mended and (number == first or (re.match(_ITEM, row) and not readable(row))):
            mended = [plain_fact(row, trouble.reason, item=number > 0)]
        said += [(number, sentence) for sentence in mended]
    return said


def _readable(row: str, *, item: bool) -> bool:
    """Whether a row stands: as an item of an array, or as a statement that may go on below."""
    trouble = _trouble(f"_ = [\n{row}\n]" if item else f"{row}\n")
    return trouble is None or not (item or trouble.line)
