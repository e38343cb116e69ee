"""Where in a TOML text a path stands, and every place where a text is not TOML.

tomllib is the judge of both: it says whether a text, a statement or a single line can be read.
It keeps no lines, so the text is cut into tokens here to find them.
"""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from payoffer.errors import PayofferError
from payoffer.remedies import CLASH, COMMA, TOO_DEEP, TOO_LONG, UNCLOSED, mend, plain_fact

Path = tuple[str | int, ...]

MOST_FAULTS = 50
"""No more faults than this are reported of one text."""
MOST_READ = 3_000_000
"""Characters looked at before a search for more faults is given up: a hostile file must not hang."""
DEEPEST = 12
"""Parts of the longest path with a line of its own; the longest of an offer has 7."""

_LONGEST_LINE = 500
_MOST_ITEMS = 200
_REFUSALS = (ValueError, ArithmeticError, RecursionError)
_TOKEN = re.compile(
    r'''"""(?:[^"\\]++|\\.?|"(?!""))*+(?:"{3,5}|\Z)|\'\'\'(?:[^']++|'(?!''))*+(?:'{3,5}|\Z)'''
    r"""|"(?:[^"\\\n]++|\\[^\n])*+"?|'[^'\n]*+'?|\#[^\n]*+|[\n\[\]{},=]|[^\s\[\]{},=."'#]++""",
    re.DOTALL,
)
_BLANK = re.compile(r"(?:[ \t]*+(?:#[^\x00-\x08\x0a-\x1f\x7f]*+)?\n)*+")
_START = re.compile(r"^([ \t]*)(?:\[\[?[ \t]*[A-Za-z_][^\[\]\n]*\]{1,2}[ \t]*(?:#.*)?$|[\w.-]+[ \t]*=)", re.MULTILINE)
# tomllib takes a time that grows with the square of the parts of a dotted name: more than 32 are refused.
_DOTTED = re.compile(r"""(?<![\w\\-])(?:(?:[\w-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){32}""")


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
        places = _Places()
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
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        return _load(text), LineMap(text)
    except _REFUSALS as error:
        raise TomlFaults(_faults(text, _trouble_of(error))) from None


class _Trouble(NamedTuple):
    """Why tomllib refused: the line (0: something is open at the end), its reason, our own words if any."""

    line: int
    reason: str = ""
    text: str = ""


def _load(text: str) -> dict[str, Any]:
    if _DOTTED.search(text):
        raise RecursionError
    return tomllib.loads(text, parse_float=Decimal)


def _trouble_of(error: BaseException) -> _Trouble:
    if isinstance(error, tomllib.TOMLDecodeError):
        place = re.search(r"\(at line (\d+), column \d+\)$", str(error))
        return _Trouble(int(place[1]) if place else 0, str(error))
    return _Trouble(1, text=TOO_DEEP if isinstance(error, RecursionError) else TOO_LONG)


def _trouble(text: str) -> _Trouble | None:
    try:
        _load(text)
    except _REFUSALS as error:
        return _trouble_of(error)
    return None


class _Places:
    """The lines of paths, gathered token by token; ``table`` is the table that the last header opened."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {(): 1}
        self.table: Path = ()
        self.own: Path = ()  # the path of the last statement
        self._elements: dict[Path, int] = {}  # the last index of each array of tables
        self._open: list[tuple[Path, int]] = []  # open arrays with their index, inline tables with -1
        self._key: list[str] = []
        self._value: Path | None = None  # whose value stands here; None while its name is being read
        self._header = 0  # brackets before the name of a table

    def read(self, text: str, line: int) -> Path:
        """Note every path of valid statements that begin on ``line``; the path of the last statement."""
        for match in _TOKEN.finditer(text):
            token = match[0]
            path, index = self._open[-1] if self._open else (self.table, -1)
            if token.startswith("#") or (token == "\n" and self._open):
                pass
            elif self._open and token in {"]", "}"}:
                self._open.pop()
            elif index < 0:
                self._in_table(token, line, path)
            elif token == ",":
                self._open[-1] = (path, index + 1)
            else:
                self._at_value(token, line, (*path, index))
            line += token.count("\n")
        return self.own

    def _in_table(self, token: str, line: int, path: Path) -> None:
        if token in {"\n", ","}:
            if self._header:
                self.table = self.own = self._enter(line)
            self._key, self._value, self._header = [], None, 0
        elif self._value is not None:
            self._at_value(token, line, self._value)
        elif token == "=":
            self._value = (*path, *self._key)
            self.own = self.own if self._open else self._value
        elif token in {"[", "]"}:
            self._header += token == "["
        else:
            self._key.append(_name(token))
            if not self._header:
                self._note((*path, *self._key), line)

    def _at_value(self, token: str, line: int, path: Path) -> None:
        self._note(path, line)
        if token in {"[", "{"}:
            self._open.append((path, 0 if token == "[" else -1))
            self._key, self._value = [], None

    def _enter(self, line: int) -> Path:
        path: Path = ()
        for left, part in enumerate(self._key, 1 - len(self._key)):
            path = (*path, part)
            self._note(path, line)
            if not left and self._header > 1:
                self._elements[path] = self._elements.get(path, -1) + 1
            if path in self._elements:
                path = (*path, self._elements[path])
        self.lines[path] = line
        return path

    def _note(self, path: Path, line: int) -> None:
        if len(path) <= DEEPEST:
            self.lines.setdefault(path, line)


def _name(token: str) -> str:
    if "\\" in token:
        return str(tomllib.loads(f"name = {token}")["name"])
    return token.strip("\"'")


def _faults(text: str, first: _Trouble) -> list[TomlFault]:
    faults: list[TomlFault] = []
    places = _Places()
    given: dict[Path, int] = {}
    for line, piece, trouble in _pieces(text + "\n"):
        if len(faults) >= MOST_FAULTS:
            break
        if trouble:
            faults += [TomlFault(line + row, said) for row, said in _explain(piece, trouble)]
            lost = piece.startswith("[") or "=" not in piece.partition("\n")[0]
        else:
            path = places.read(piece, line)
            again = given.get(path) or (given.get(path[:-1]) if piece.startswith("[[") else None)
            given.setdefault(path, line)
            lost = again is not None and piece.startswith("[")
            if again is not None:
                faults.append(TomlFault(line, given_twice(piece, again)))
        if lost:  # what follows a bad header belongs to no table known
            places.table = (f"line {line}",)
    if not faults:
        row = text.split("\n")[first.line - 1]
        faults = [
            TomlFault(first.line, first.text or (CLASH if "Cannot" in first.reason else plain_fact(row, first.reason)))
        ]
    return faults[:MOST_FAULTS]


def _pieces(text: str) -> Iterator[tuple[int, str, _Trouble | None]]:
    position, line, read = 0, 1, 0
    while read < MOST_READ:
        blank = _BLANK.match(text, position)
    yield line, text, None
