"""A user's file of pay points, as a spreadsheet saves it, to the pay a year of each point.

The first line names the columns, in any case and order: ``point`` with ``annual_gbp``, or with ``hourly_gbp``, whose
hours a week stand in a column ``hours``, else are those of the offer or of ``--week``. Columns are parted by commas,
semicolons or tabs. Sums may carry a pound sign and thousands commas. Nothing is guessed: every mistake of a file is
told at once, each with its line and what to write.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from payoffer import inputs
from payoffer.errors import Problem, ScaleFileError, UsageProblem
from payoffer.typed import INVISIBLE, shown

POINT, ANNUAL, HOURLY, HOURS = "point", "annual_gbp", "hourly_gbp", "hours"
COLUMNS = (POINT, ANNUAL, HOURLY, HOURS)
MOST_POINTS, MOST_PROBLEMS, LONGEST_NAME = 1000, 50, 40
MOST_HOURS, LEAST_PAY = 168, 100
_THOUSAND = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
_SEPARATORS = (";", "\t", ",")
_EXAMPLE = "write point,annual_gbp on it, and a pay point with its pay a year on each line below"


class Hours(NamedTuple):
    """What turns an hourly rate into a year's pay: the hours of the full-time week, if known, and weeks a year."""

    week: Decimal | None
    weeks: Decimal


class _Row(NamedTuple):
    """One line with something on it: its number, and its cells without spaces around them."""

    line: int
    cells: tuple[str, ...]


class _Columns(NamedTuple):
    """Where each column stands, and how many there are."""

    places: Mapping[str, int]
    width: int


class _Wrong(Exception):
    """Why a line cannot be taken; the sentence is whole."""


def read_scale(text: str, file: str, hours: Hours) -> dict[str, Fraction]:
    """Return full-time pay a year by pay point, in the order of the file.

    Raises ``ScaleFileError`` with every mistake that can be seen at once.
    """
    problems: list[Problem] = []
    rows = list(_rows(text, problems))
    points: dict[str, Fraction] = {}
    if rows:
        head, *body = rows
        columns = _Columns(_places(head, problems), len(head.cells))
        if not problems:
            points = _points(body, columns, hours, problems)
    if not points and not problems:
        line = rows[0].line if rows else 1
        problems.append(Problem(line, "no pay points stand below this line: write one on each, such as M1,25714"))
    if problems:
        more = len(problems) > MOST_PROBLEMS
        raise ScaleFileError(file, sorted(problems)[:MOST_PROBLEMS], more=more)
    return points


def _rows(text: str, problems: list[Problem]) -> Iterator[_Row]:
    """Yield the lines that hold anything; a spreadsheet's ``sep=;`` line says how columns are parted."""
    first = text.lstrip("\n\r").partition("\n")[0].strip()
    named = first.casefold().startswith("sep=")
    separator = first[4:5] or "," if named else max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=True)
    line = 1
    try:
        for cells in reader:
            tidy = tuple(" ".join(cell.strip(INVISIBLE).split()) for cell in cells)
            if any(tidy) and not (named and line == 1):
                yield _Row(line, tidy)
            line = reader.line_num + 1
    except csv.Error:
        problems.append(Problem(line, "a quotation mark is opened and not closed: take it out, or close it"))


def _places(head: _Row, problems: list[Problem]) -> dict[str, int]:
    """Return where each column stands."""
    names = [cell.casefold().replace(" ", "_").replace("-", "_") for cell in head.cells]
    if not set(names) & set(COLUMNS):
        near = [match for name in names for match in get_close_matches(name, COLUMNS, 1)]
        meant = f" (did you mean {' and '.join(near)}?)" if near else ""
        problems.append(Problem(head.line, f"the first line names the columns{meant}: {_EXAMPLE}"))
        return {}
    if "effective_date" in names:
        say = "effective_date: a file of pay points holds the pay of one day: keep the rows of one date, and leave out"
        problems.append(Problem(head.line, f"{say} this column"))
    twice = (name for name in COLUMNS if names.count(name) > 1)
    problems += (Problem(head.line, f"two columns are called {name}: keep one of them") for name in twice)
    if POINT not in names:
        problems.append(Problem(head.line, "no column is called point: name the one with the pay points so"))
    if ANNUAL not in names and HOURLY not in names:
        near = [name for name in names if name not in COLUMNS and get_close_matches(name, (ANNUAL, HOURLY), 1)]
        meant = f", not {shown(near[0])}" if near else ""
        problems.append(
            Problem(
                head.line, f"no column has the pay: call it annual_gbp{meant}, or hourly_gbp where it is by the hour"
            )
        )
    return {name: names.index(name) for name in COLUMNS if name in names}


def _points(rows: Sequence[_Row], columns: _Columns, hours: Hours, problems: list[Problem]) -> dict[str, Fraction]:
    points: dict[str, Fraction] = {}
    lines: dict[str, int] = {}
    for row in rows:
        try:
            name = _name(row, columns, lines)
            points[name] = _pay(row, columns, hours)
        except (_Wrong, UsageProblem) as wrong:
            problems.append(Problem(row.line, str(wrong)))
        if len(problems) > MOST_PROBLEMS:
            break
        if len(lines) > MOST_POINTS:
            problems.append(Problem(row.line, f"more than {MOST_POINTS} pay points are no scale: name another file"))
            break
    return points


def _name(row: _Row, columns: _Columns, lines: dict[str, int]) -> str:
    """Return the name of a line's point, noting where it stands."""
    if any(row.cells[columns.width :]):
        if _split_sum(row.cells):
            raise _Wrong('a sum is split at its own comma: put it in quotes, such as "25,714", or leave the comma out')
        raise _Wrong(f"more cells stand here than the first line names ({columns.width}): leave out what is too much")
    name = _cell(row, columns, POINT)
    if not name:
        raise _Wrong("no pay point is named here: write its name, or leave the line out")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise _Wrong(f"{shown(name)} is not the name of a pay point: write at most {LONGEST_NAME} plain characters")
    before = lines.setdefault(name.casefold(), row.line)
    if before != row.line:
        raise _Wrong(f"pay point {shown(name)} stands on line {before} already: keep one of the two")
    return name


def _cell(row: _Row, columns: _Columns, name: str) -> str:
    """Return what a line has in a column, nothing where it has no such cell."""
    place = columns.places.get(name, len(row.cells))
    return row.cells[place] if place < len(row.cells) else ""


def _split_sum(cells: Sequence[str]) -> bool:
    """Say whether two cells together look like one sum: ``£25`` and ``714``."""
    return any(one.lstrip("£ ").isdecimal() and _THOUSAND.fullmatch(other) for one, other in pairwise(cells))


def _pay(row: _Row, columns: _Columns, hours: Hours) -> Fraction:
    """Return full-time pay a year of one line."""
    annual, hourly = _cell(row, columns, ANNUAL), _cell(row, columns, HOURLY)
    if annual and hourly:
        raise _Wrong("annual_gbp and hourly_gbp are both given: keep the one that the publisher states")
    if hourly:
        return _by_the_hour(hourly, _week(_cell(row, columns, HOURS)) or hours.week, hours.weeks)
    if not annual:
        there = " or ".join(name for name in (ANNUAL, HOURLY) if name in columns.places)
        raise _Wrong(f"no pay stands in {there}: write it, or leave the line out")
    pay = inputs.money(annual, what=ANNUAL, example="25714 or £25,714")
    if pay < LEAST_PAY:
        raise _Wrong(
            f"annual_gbp: {shown(annual)} is too little for a year: write all of it, or call the column hourly_gbp"
        )
    return Fraction(pay)


def _by_the_hour(cell: str, week: Decimal | None, weeks: Decimal) -> Fraction:
    """Return pay a year of an hourly rate."""
    rate = inputs.money(cell, what=HOURLY, example="12.60 or £12.60")
    if week is None:
        raise _Wrong("hourly_gbp needs the hours of the full-time week: add a column called hours, or --week 37")
    return inputs.salary(f"{rate}/hour", week=week, weeks=weeks, what=HOURLY).annual


def _week(cell: str) -> Decimal | None:
    if not cell:
        return None
    hours = inputs.number(cell, what=HOURS)
    if not 0 < hours <= MOST_HOURS:
        raise _Wrong(f"hours: {shown(cell)} is not a number of hours in a week: write it as 37 or 35.5")
    return hours
