"""The line of every path of a TOML text that can be read, found token by token.

tomllib keeps no lines. Whether the text is right is not asked here.
"""

import re
from ast import literal_eval

Path = tuple[str | int, ...]
"""Keys and indices from the top of a document: ``("award", 1, "uplift", 0, "percent")``."""

DEEPEST = 12
"""Parts of the longest path with a line of its own; the longest of an offer has 7."""

# Compiled when it is first needed: an offer without faults needs no lines. The groups of alternatives in longer strings
# are not possessive, since Python 3.11.2 reads those wrongly.
MARK = (
    r"""(?s)"{3}(?:[^"\\]++|\\.?|"(?!""))*(?:"{3,5}|\Z)|'{3}(?:[^']++|'(?!''))*(?:'{3,5}|\Z)"""
    r"""|"(?:[^"\\\n]++|\\[^\n])*+"?|'[^'\n]*+'?|\#[^\n]*+|[\n\[\]{},=]|[^\s\[\]{},=."'#]++"""
)
"""Pattern of one token: text in quotes (closed or not), a remark, a line end, a sign, or a bare word."""


class Places:
    """The lines of paths, gathered token by token; ``table`` is the table that the last header opened."""

    def __init__(self) -> None:
        """Begin at the top of a document, which is line 1."""
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
        for match in re.compile(MARK).finditer(text):
            mark = match[0]
            path, index = self._open[-1] if self._open else (self.table, -1)
            if mark.startswith("#") or (mark == "\n" and self._open):
                pass
            elif self._open and mark in {"]", "}"}:
                self._open.pop()
            elif index < 0:
                self._in_table(mark, line, path)
            elif mark == ",":
                self._open[-1] = (path, index + 1)
            else:
                self._at_value(mark, line, (*path, index))
            line += mark.count("\n")
        return self.own

    def _in_table(self, mark: str, line: int, path: Path) -> None:
        if mark in {"\n", ","}:
            if self._header:
                self.table = self.own = self._enter(line)
            self._key, self._value, self._header = [], None, 0
        elif self._value is not None:
            self._at_value(mark, line, self._value)
        elif mark == "=":
            self._value = (*path, *self._key)
            self.own = self.own if self._open else self._value
        elif mark in {"[", "]"}:
            self._header += mark == "["
        else:
            self._key.append(_name(mark))
            if not self._header:
                self._note((*path, *self._key), line)

    def _at_value(self, mark: str, line: int, path: Path) -> None:
        self._note(path, line)
        if mark in {"[", "{"}:
            self._open.append((path, 0 if mark == "[" else -1))
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


def _name(mark: str) -> str:
    if mark[0] == '"' and "\\" in mark:
        return str(literal_eval(mark))  # what TOML escapes, Python escapes alike
    return mark[1:-1] if mark[0] in "\"'" else mark
