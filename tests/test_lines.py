"""Where a path of a TOML text stands, and the faults of a text that is not TOML."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from pathlib import Path as File
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from payoffer import lines
from payoffer.lines import MOST_FAULTS, Path, TomlFaults, parse
from payoffer.places import DEEPEST
from payoffer.remedies import CLASH, COMMA, TOO_DEEP, TOO_LONG, UNCLOSED

NOTHING = "nothing stands after =: write a value, or delete the name"
QUOTE = 'a quote is missing: text stands between two "'
EVERY_CONSTRUCT = File(__file__).parent / "fixtures" / "every_construct.toml"


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(TomlFaults) as caught:
        parse(text)
    return [(fault.line, fault.text) for fault in caught.value.faults]


def fault_lines(text: str) -> list[int]:
    return [line for line, _ in faults(text)]


def places(value: object, path: Path = ()) -> Iterator[Path]:
    """Every path of a document: each table, list, item and value."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places(item, (*path, key))


def first_lines(text: str) -> dict[Path, int]:
    """The first line that makes each path appear when the text is read up to it: no knowledge of TOML."""
    found: dict[Path, int] = {(): 1}
    rows = text.split("\n")
    for number in range(1, len(rows) + 1):
        for end in ("", "\n]"):
            with suppress(tomllib.TOMLDecodeError):
                for path in places(tomllib.loads("\n".join(rows[:number]) + end)):
                    found.setdefault(path, number)
    return found


def test_every_place_of_every_construct() -> None:
    text = EVERY_CONSTRUCT.read_text(encoding="utf-8")
    document, line_map = parse(text)
    expected = first_lines(text)
    assert len(expected) > 150
    assert {path: line_map.line(path) for path in places(document)} == expected


def test_places_of_every_construct_read_by_eye() -> None:
    rows = ["", *EVERY_CONSTRUCT.read_text(encoding="utf-8").split("\n")]
    line_map = parse("\n".join(rows[1:]))[1]

    def row(*path: str | int) -> str:
        return rows[line_map.line(path)]

    assert row("start").startswith("start    = 2022-09-01")
    assert row("source", 0, "url") == 'url       = "https://example.org/offer"'
    assert row("award", 1, "uplift", 0, "percent") == 'uplift    = [{ percent = 1.5, of = "before" }]'
    assert row("award", 2, "uplift", 3, "minimum_rise_percent", "7").startswith('  { minimum_rise_percent = { "7"')
    assert row("award", 5, "uplift", 0, "percent", "3-5").startswith("  { percent = { M2 = 8.9,")
    assert row("award", 5, "uplift", 1, "set", "M4") == "  { set = { M4 = 36000 } },"
    assert row("lump_sum", 1, "pay", 1, "flat", "7").startswith("pay         = [{ percent = 2 },")
    assert row("lump_sum", 4).startswith("[[lump_sum]]                             # three months")
    assert row("proposed", 0, "source") == 'source    = "planning assumption, under review"'


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        # the document, and what is not there
        ("a = 1", (), 1),
        ("", ("a",), 1),
        ("\n\na = 1", ("b",), 1),
        ("[[a]]\n\n[[a]]\nb = 1", ("a", 1, "c", 2, "d"), 3),
        ("[[a]]\nb = 1", ("a", 7), 1),
        ("# a remark\n\na = 1", ("a",), 3),
        ("a = 1", ("a", "b"), 1),
        # tables, arrays of tables and what is under their last element
        ("[a]\nx = 1\n\n[b]\nx = 1", ("b",), 4),
        ("[a]\nx = 1\n\n[b]\nx = 1", ("b", "x"), 5),
        ("[[a]]\nx = 1\n[[a]]\nx = 1\n[[a]]", ("a",), 1),
        ("[[a]]\nx = 1\n[[a]]\nx = 1\n[[a]]", ("a", 1, "x"), 4),
        ("[[a]]\nx = 1\n[[a]]\nx = 1\n[[a]]", ("a", 2), 5),
        ("[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nx = 2", ("a", 0, "b", "x"), 3),
        ("[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nx = 2", ("a", 1, "b"), 5),
        ("[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]\nx = 1", ("a", 0, "b", 1), 3),
        ("[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]\nx = 1", ("a", 1, "b", 0, "x"), 6),
        ("[a.b.c]\nx = 1\n\n[a]\ny = 1", ("a",), 4),
        ("[a.b.c]\nx = 1\n\n[a]\ny = 1", ("a", "b"), 1),
        ("  [ a . 'b' ]  # why\n x = 1", ("a", "b", "x"), 2),
        ("x = 1\n[[a]]", ("a", 0), 2),
        # dotted names
        ("[t]\na.b = 1\na.c = 2", ("t", "a", "c"), 3),
        ("[t]\na.b = 1\na.c = 2", ("t", "a"), 2),
        ("[t]\nx = 1\na . b . c = 2", ("t", "a", "b", "c"), 3),
        # names in quotes
        ('"3-5" = 8\n"20+" = 5', ("20+",), 2),
        ("x = 1\n'a.b' = 8", ("a.b",), 2),
        ('x = 1\n"a # [b] = \\"c\\"" = 8', ('a # [b] = "c"',), 2),
        ("x = 1\n\"'a'\" = 8", ("'a'",), 2),
        ("x = 1\n'a\\b' = 8", ("a\\b",), 2),
        ('x = 1\n"\\u00e9" = 8', ("\u00e9",), 2),
        ('x = 1\n"" = 8', ("",), 2),
        # inline tables
        ("x = 1\na = { b = { c = 1, d.e = 2 }, f = 3 }", ("a", "b", "d", "e"), 2),
        ("a = { b = [\n1,\n2 ], c = [\n3 ] }", ("a", "b", 1), 3),
        ("a = { b = [\n1,\n2 ], c = [\n3 ] }", ("a", "c"), 3),
        ("a = { b = [\n1,\n2 ], c = [\n3 ] }", ("a", "c", 0), 4),
        ("a = {}\nb = []\nc = 1", ("c",), 3),
        # lists
        ("a = [ 1, 2,\n 3 # ] , [\n , 4 ]\nb = 1", ("a", 1), 1),
        ("a = [ 1, 2,\n 3 # ] , [\n , 4 ]\nb = 1", ("a", 2), 2),
        ("a = [ 1, 2,\n 3 # ] , [\n , 4 ]\nb = 1", ("a", 3), 3),
        ("a = [ 1, 2,\n 3 # ] , [\n , 4 ]\nb = 1", ("b",), 4),
        ("a = [\n\n  # none\n\n  { x = 1 },\n  { x = 2, y = [\n3] },\n]\nb = 1", ("a", 0, "x"), 5),
        ("a = [\n\n  # none\n\n  { x = 1 },\n  { x = 2, y = [\n3] },\n]\nb = 1", ("a", 1, "y", 0), 7),
        ("a = [\n\n  # none\n\n  { x = 1 },\n  { x = 2, y = [\n3] },\n]\nb = 1", ("b",), 9),
        ("a = [[\n1,\n2],\n[3,\n4]]", ("a", 1), 4),
        ("a = [[\n1,\n2],\n[3,\n4]]", ("a", 1, 1), 5),
        ("a = [2022-09-01 10:00:00, 2.5,\n-1e5]\nb = 1", ("a", 2), 2),
        # text over several lines, and what looks like something else inside it
        ('a = """\n[b]\nc = 1\n"""\nd = 1', ("d",), 5),
        ('a = """\nb "" "c" \\"""\n"""""\nd = 1', ("d",), 4),
        ("a = '''\nb '' 'c' \\\n'''''\nd = 1", ("d",), 4),
        ('a = ["""x\n""", \'\'\'y\n\'\'\',\n"z"]', ("a", 1), 2),
        ('a = ["""x\n""", \'\'\'y\n\'\'\',\n"z"]', ("a", 2), 4),
        ('a = """"""\nb = 1', ("b",), 2),
        ("a = ''''''\nb = 1", ("b",), 2),
        ('a = "#"\nb = 1 # "\nc = \'"\' # \'\nd = "\\\\"\ne = 1', ("e",), 5),
    ],
)
def test_line_of_a_path(text: str, path: Path, line: int) -> None:
    assert parse(text)[1].line(path) == line
    assert parse("\ufeff" + text.replace("\n", "\r\n") + "\r\n")[1].line(path) == line


def test_a_path_too_deep_has_the_line_of_its_nearest_part() -> None:
    text = "x =" + "[\n" * (DEEPEST + 3) + "]" * (DEEPEST + 3)
    line_map = parse(text)[1]
    assert line_map.line(("x", *[0] * (DEEPEST - 1))) == DEEPEST
    assert line_map.line(("x", *[0] * (DEEPEST + 1))) == DEEPEST


def test_numbers_with_a_point_are_exact() -> None:
    assert parse("a = 0.1\nb = 1")[0] == {"a": Decimal("0.1"), "b": 1}


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_line_ends_and_the_mark_at_the_start_do_not_matter(start: str) -> None:
    assert parse(start + 'a = """\r\nb\r\n"""\r\n')[0] == {"a": "b\n"}
    assert parse(start + "a = 1\r\rb = 2\r")[1].line(("b",)) == 3
    assert fault_lines(start + "a = 1\r\nb =\r\nc = 3\r\nd =") == [2, 4]


def test_every_fault_that_can_be_seen_apart_is_told() -> None:
    text = """\
name = "Wales
start = 1/9/2022
scales = ["wal-teacher"]

[[award]
effective = 2022-09-01
uplift = [
  { percent = 5% },
  { minimum_rise = 1750 },   # right
  { maximum_rise = £3,500 },
]

[[award]]
effective = 2023-09-01
effective = 2024-09-01
"""
    assert faults(text) == [
        (1, '"Wales cannot be read here: write "Wales", with a quote at both ends'),
        (2, "1/9/2022 cannot be read here: write 2022-09-01, as year, month and day"),
        (
            5,
            "[[award] cannot be read here: write [[award]], with the same brackets on both sides and no spaces",
        ),
        (8, "5% cannot be read here: write 5, without the percent sign"),
        (10, "£3,500 cannot be read here: write 3500, without the pound sign or commas"),
        (15, "effective is already given on line 14: keep one of the two"),
    ]


def test_the_faults_as_one_text() -> None:
    with pytest.raises(TomlFaults) as caught:
        parse("a = 5%\nb =")
    assert str(caught.value) == (
        "line 1: 5% cannot be read here: write 5, without the percent sign\n"
        "line 2: nothing stands after =: write a value, or delete the name"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is never closed ends where the next statement begins
        ("a = [\n  1,\n\n[[b]]\nc = 1\n", [(1, UNCLOSED)]),
        ("a = [\n  1,\n", [(1, UNCLOSED)]),
        ("x = 1\n  a = [\n    1,\n  b = 2\n", [(2, UNCLOSED)]),
        ('x = 1\na = """\nb\n', [(2, UNCLOSED)]),
        ("x = 1\na = '''\nb\n\nc = 1", [(2, UNCLOSED)]),
        ("x = 1\na = [1, [2, 3]", [(2, UNCLOSED)]),
        (
            "a = [\n  {\n    b = 5,\n  },\n]\nc =",
            [(2, "a { is not closed: write the } on the same line"), (6, NOTHING)],
        ),
        # an item needs a comma before it
        ("a = [\n  { b = 1 }\n  { b = 2 },\n]", [(3, COMMA)]),
        ("a = [\n  1,\n\n  2 # two\n\n  3,\n]", [(6, COMMA)]),
        # too much to be read
        ("x = 1\na = " + "1" * 5000, [(2, TOO_LONG)]),
        ("x = 1\na = 1e99999999999999999999", [(2, TOO_LONG)]),
        ("x = 1\na = " + "[" * 5000 + "]" * 5000, [(2, TOO_DEEP)]),
        ("x = 1\n" + "a." * 32 + "a = 1", [(2, TOO_DEEP)]),
        ("x = 1\n[" + "'a' . " * 32 + "a]", [(2, TOO_DEEP)]),
        ("x = 1\n" + '"\\"".' * 32 + "a = 1", [(2, TOO_DEEP)]),
        # names given twice
        (
            "[[s]]\na = 1\nb =\na = 2\n",
            [(3, NOTHING), (4, "a is already given on line 2: keep one of the two")],
        ),
        ("a = 1\n\na = 2\n", [(3, "a is already given on line 1: keep one of the two")]),
        (
            '[t]\n"a b" = 1\n\n["t 2"]\n"a b" = 1\n"a b" = 2\n',
            [(6, '"a b" is already given on line 5: keep one of the two')],
        ),
        (
            "[s]\na = 1\n[s]\na = 1\n",
            [(3, "s already stands on line 1: where there are several, write [[s]] at each of them")],
        ),
        (
            "[[s]]\na = 1\n[s]\na = 1\n",
            [(3, "s already stands on line 1: where there are several, write [[s]] at each of them")],
        ),
        (
            "[s]\na = 1\n[[s]]\na = 1\n",
            [(3, "s already stands on line 1: where there are several, write [[s]] at each of them")],
        ),
        ("a = { b = 1 }\n[a.c]\nd = 1", [(2, CLASH)]),
        ("a = { b = 1, b = 2 }", [(1, CLASH)]),
        # after a heading that cannot be read, nothing is said to stand twice
        (
            "[[s]]\na = 1\n[[s]\na = 2\n",
            [(3, "[[s] cannot be read here: write [[s]], with the same brackets on both sides and no spaces")],
        ),
        (
            "[[s]]\na = 1\ns]]\na = 2\n",
            [(3, "s]] cannot be read here: write [[s]], with the same brackets on both sides and no spaces")],
        ),
        # the rows of a long text are no items
        ('a = """\n5%\n\\q\n5%\n"""', [(3, "a \\ cannot be read here: write / for it")]),
        ("a = [\n'''\n5%''' 5,\n5%,\n]", [(3, 'an apostrophe ends this text: write " before and after it')]),
        # a single quote is looked for up to the end of the text
        (
            "a = 1\nb = 'x\nc = 5%",
            [
                (2, '\'x cannot be read here: write "x", with a quote at both ends'),
                (3, "5% cannot be read here: write 5, without the percent sign"),
            ],
        ),
        # a stroke at the end of a line
        ('a = "b\\\nc = 1', [(1, QUOTE)]),
        ('a = "b\\\n', [(1, QUOTE)]),
        ('x = 1\na = [\n"b\\\n"c",\n]', [(3, QUOTE)]),
        # a remark with a character that no remark may hold
        ("a = 1\n# b\x00", [(2, "an invisible character (U+0000) cannot be read here: type the line anew")]),
    ],
)
def test_faults_of_a_text(text: str, expected: list[tuple[int, str]]) -> None:
    assert faults(text) == expected


def test_dots_in_text_and_in_remarks_are_no_names() -> None:
    leader = "Pay" + " . " * 60 + "5%"
    assert parse(f'# {"a." * 60}\na = "{leader}"')[0] == {"a": leader}


def test_no_more_than_fifty_faults() -> None:
    assert fault_lines("a =\n" * 60) == list(range(1, MOST_FAULTS + 1))
    assert fault_lines("a = [\n" + "5%,\n" * 60 + "]") == list(range(2, MOST_FAULTS + 2))


HOSTILE = {
    "brackets": "[" * 800_000,
    "lists in lists": "a=[" * 260_000,
    "lists in lists, on lines": "a=[\n" * 200_000,
    "one deep list": "a=" + "[" * 800_000,
    "a long empty list never closed": "a=[" + "\n" * 100_000,
    "one huge line": 'a="' + "x" * 800_000,
    "text never closed": 'a="""' + "x\n" * 400_000,
    "text never closed, on each line": 'a="""\\\n' * 100_000,
    "text never closed after an escape": 'a="""\\"""\n' * 80_000,
    "tables in tables": "a={" * 260_000,
    "tables in tables, on lines": "a={\n" * 200_000,
    "a list begun again and again": "x = [\n 1 1,\n" * 60_000,
    "items that cannot be read": "a=[\n" + "x x x,\n" * 100_000 + "]",
    "a fault at the end": "".join(f"a{i}=1\n" for i in range(80_000)) + "a=",
    "a dotted name": "a." * 400_000 + "a=1",
    "a dotted name in quotes": '"\\"".' * 160_000 + "a=1",
    "line ends of another kind": "\r" * 800_000 + "x",
    "blank lines": "\n" * 800_000 + "x",
    "quotes": '"' * 800_000,
    "single quotes": "'" * 800_000,
    "spaces": " " * 800_000 + "x",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_a_few_times_at_most(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is counted in characters: those that tomllib reads, and those searched for an end."""
    read = 0
    loads, end = tomllib.loads, lines._end

    def counted_loads(text: str, **options: Any) -> dict[str, Any]:  # noqa: ANN401  tomllib's own
        nonlocal read
        read += len(text)
        return loads(text, **options)

    def counted_end(text: str, position: int) -> int:
        nonlocal read
        found = end(text, position)
        read += found - position
        return found

    monkeypatch.setattr(tomllib, "loads", counted_loads)
    monkeypatch.setattr(lines, "_end", counted_end)
    found = fault_lines(text)
    assert 1 <= len(found) <= MOST_FAULTS
    assert all(1 <= line <= len(text.splitlines()) for line in found)
    assert read < 8 * len(text)


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("a=[" + "\n" * 100_000 + "]\nb=1", ("b",), 100_002),
        ('a="' + "x" * 800_000 + '"\nb=1', ("b",), 2),
        ("a=[" + "1,\n" * 200_000 + "]", ("a", 199_999), 200_000),
    ],
    ids=["a long empty list", "one huge line", "a long list"],
)
def test_a_huge_text_without_faults_has_its_lines(text: str, path: Path, line: int) -> None:
    assert parse(text)[1].line(path) == line


SCRAPS = st.sampled_from(
    [
        *("[", "]", "[[", "]]", "{", "}", "=", " = ", ",", ".", "#", "\n", "\r\n", "\r", "\t", " ", "\\", "\ufeff"),
        *('"', "'", '"""', "'''", "a", "b.c", "5", "5%", "£1,000", "1/9/2022", "2022-09-01", "1.5", "-", ":"),
        *("\u201c", "\u2019", "\u00a0", "\x00", "\n[[a]]\n", "\n[a]\n", "\na = ", "\nb = [\n", "true", "e9", "0x"),
    ]
)


@given(st.one_of(st.lists(SCRAPS, max_size=40).map("".join), st.text(), st.binary().map(lambda b: b.decode("latin-1"))))
@example("a = 1\n'")
@example('"\\\n[[a]]\n')
@example('a = """\n[[a]]\n\\\n[[a]]\n\\[[')
@example("[a]\n" + "\n" * 3)
def test_whatever_is_written_there_are_only_faults_on_lines_of_the_text(text: str) -> None:
    rows = range(1, len(re.findall("\r\n?|\n", text)) + 2)
    try:
        document, line_map = parse(text)
    except TomlFaults as caught:
        told = caught.faults
    else:
        assert all(line_map.line(path) in rows for path in places(document))
        return
    found = [fault.line for fault in told]
    assert 1 <= len(found) <= MOST_FAULTS
    assert found == sorted(found)
    assert all(line in rows for line in found)
    assert all(fault.text and "\n" not in fault.text for fault in told)


class Writer:
    """Writes a TOML text at random and notes on which line it put each path."""

    def __init__(self, data: st.DataObject) -> None:
        self.draw = data.draw
        self.text = ""
        self.lines: dict[Path, int] = {}

    def put(self, text: str, path: Path | None = None) -> None:
        if path is not None:
            self.lines[path] = self.text.count("\n") + 1
        self.text += text

    def gap(self) -> None:
        self.put(self.draw(st.sampled_from(["", "", " ", "\n", "\n  # [x] = ' \"\n"])))

    def value(self, path: Path, depth: int = 0) -> None:
        kinds = ["5", '"]#"', "'['", '"""a\n[b]\n"""', "2022-09-01", "1.5"] + ["list", "table"] * (depth < 3)
        kind = self.draw(st.sampled_from(kinds))
        if kind == "list":
            self.put("[", path)
            for number in range(self.draw(st.integers(0, 3))):
                self.gap()
                self.value((*path, number), depth + 1)
                self.gap()
                self.put(",")
            self.gap()
            self.put("]")
        elif kind == "table":
            self.put("{", path)
            for number in range(self.draw(st.integers(0, 2))):
                self.put(", " if number else " ")
                self.entry(path, number, depth + 1)
            self.put(" }")
        else:
            self.put(kind, path)

    def entry(self, table: Path, number: int, depth: int = 0) -> None:
        name = f"k{number}"
        written = self.draw(st.sampled_from([name, f'"{name}"', f"'{name}'", f"{name}.deep", f"{name} . 'deep'"]))
        path = (*table, name)
        if "deep" in written:
            self.put("", path)
            path = (*path, "deep")
        self.put(f"{written} = ")
        self.value(path, depth)

    def entries(self, table: Path) -> None:
        for number in range(self.draw(st.integers(0, 3))):
            self.put(self.draw(st.sampled_from(["", "\n", "# a = [\n", "  "])))
            self.entry(table, number)
            self.put(self.draw(st.sampled_from(["\n", " # ]\n", "\n\n"])))

    def document(self) -> None:
        self.entries(())
        for number in range(self.draw(st.integers(0, 3))):
            self.put("[[award]]\n", ("award", number))
            self.entries(("award", number))
            if self.draw(st.booleans()):
                self.put("[award.round] # why\n", ("award", number, "round"))
                self.entries(("award", number, "round"))
        if self.draw(st.booleans()):
            self.put('["odd name"]\n', ("odd name",))
            self.entries(("odd name",))


@given(st.data())
def test_each_path_is_on_the_line_where_it_was_written(data: st.DataObject) -> None:
    writer = Writer(data)
    writer.document()
    line_map = parse(writer.text)[1]
    assert {path: line_map.line(path) for path in writer.lines} == writer.lines


@given(st.data())
def test_a_fault_planted_in_any_statement_is_told_on_its_line(data: st.DataObject) -> None:
    rows = EVERY_CONSTRUCT.read_text(encoding="utf-8").split("\n")
    plantable = [number for number, row in enumerate(rows) if " = " in row and not row.startswith("#")]
    chosen = data.draw(st.sets(st.sampled_from(plantable), min_size=1, max_size=5))
    for number in chosen:
        rows[number] = rows[number].replace(" = ", " = ?", 1)
    assert fault_lines("\n".join(rows)) == [number + 1 for number in sorted(chosen)]
