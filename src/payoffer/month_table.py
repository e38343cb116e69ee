"""A table by month, as a spreadsheet saves it: ``month,index`` or ``month,annual_gbp``, each fault told on its line.

The first row names the columns, in any case and order; other columns are passed over. A month is ``2022-09``; a
quarter, ``2022-Q3``, stands for its three months.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from payoffer.errors import FileProblem, UsageProblem
from payoffer.periods import add_months, gaps, month_name
from payoffer.typed import quoted, read, shown

_PERIOD = re.compile(r"((?:19|20)[0-9]{2})-(?:(0[1-9]|1[0-2])|[Qq]([1-4]))(?:-01)?")
_PLAIN = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")
MOST_ROWS = 5000
MONTH = "month"


def table(text: str, file: str, wanted: str, optional: tuple[str, ...] = ()) -> Mapping[str, Mapping[date, Decimal]]:
    """Return the columns ``wanted`` and ``optional`` by name, each by month in order.

    Raises ``FileProblem`` naming the file, the line and what to write instead.
    """
    rows = _rows(text, file)
    _, heading = next(rows, (1, []))
    names = [cell.strip().casefold() for cell in heading]
    for name in (MONTH, wanted):
        if names.count(name) != 1:
            there = ", ".join(filter(None, (cell.strip()[:20] for cell in heading[:6])))
            raise FileProblem(
                f"{file}: its first row has to name the columns {MONTH},{wanted} once each"
                f"{f', and names {shown(there)}' if there else ''}: write them there, with a comma between"
            )
    columns: dict[str, dict[date, Decimal]] = {name: {} for name in (wanted, *optional)}
    for line, row in rows:
        cells = dict(zip(names, (cell.strip() for cell in row), strict=False))
        months = _months(cells.get(MONTH, ""), f"{file}, line {line}")
        for name, column in columns.items():
            cell = cells.get(name, "")
            if not cell and name != wanted:
                continue
            for month in months:
                if month in column:
                    raise FileProblem(f"{file}, line {line}: {month_name(month)} stands here twice: leave one out")
                column[month] = _number(cell, f"{file}, line {line}", name)
    if not columns[wanted]:
        raise FileProblem(f"{file}: there is no month under {MONTH},{wanted}: add rows such as 2022-09,347.6")
    return {name: dict(sorted(column.items())) for name, column in columns.items()}


def contiguous(months: Mapping[date, Decimal], file: str) -> None:
    """Raise ``FileProblem`` where a month is missing between the first and the last."""
    missing = next(gaps(months), None)
    if missing:
        raise FileProblem(f"{file}: {month_name(missing)} is missing: every month between the first and last is needed")


def positive(levels: Mapping[date, Decimal], file: str) -> None:
    """Raise ``FileProblem`` for a figure that is not above 0."""
    for month, level in levels.items():
        if level <= 0:
            raise FileProblem(f"{file}: {month_name(month)} has {level}: an index or pay is above 0")


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty, each with the line it ends on."""
    reader = csv.reader(io.StringIO(text))
    try:
        for number, row in enumerate(reader):
            if number > MOST_ROWS:
                raise FileProblem(f"{file} has over {MOST_ROWS} rows: it is another kind of file")
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as error:
        raise FileProblem(f"{file}, line {reader.line_num}: this is not a table with commas ({error})") from None


def _months(cell: str, where: str) -> list[date]:
    match = _PERIOD.fullmatch(cell)
    if match is None:
        raise FileProblem(f"{where}: {quoted(cell)} is not a month: write it as 2022-09")
    year, month, quarter = match.groups()
    first = date(int(year), int(month or 3 * int(quarter) - 2), 1)
    return [first] if month else [add_months(first, more) for more in range(3)]


def _number(cell: str, where: str, what: str) -> Decimal:
    if _PLAIN.fullmatch(cell):
        return Decimal(cell)
    try:
        return read(cell, what=f"{where}, {what}", example="a number such as 347.6", suffixes="%", point=True).value
    except UsageProblem as problem:
        raise FileProblem(str(problem)) from None
