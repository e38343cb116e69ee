"""A table with many rows: its columns flow into as many tables as the width needs, the first one repeated in each."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from payoffer.report.medium import Medium

GAP = "  "


class Grid(NamedTuple):
    """A title, the headings of the columns, and the cells of each row; the first column names the row.

    ``part`` is the column before which the table is broken where it does not fit whole.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    part: int = 0


def text(grid: Grid, medium: Medium) -> list[str]:
    """Return the lines of a grid, none wider than the medium; a cell that is too wide by itself is broken."""
    head, *body = ([medium.safe(cell) for cell in row] for row in (grid.headings, *grid.rows))
    lines: list[str] = []
    for places in _tables(head, body, grid.part, medium.width):
        shown = [[row[place] for place in places] for row in (head, *body)]
        widths = _widths(shown, medium.width)
        lines += ["", *_row(shown[0], widths, lowest=True)] if lines else _row(shown[0], widths, lowest=True)
        lines.append(GAP.join("-" * width for width in widths))
        lines += [line for row in shown[1:] for line in _row(row, widths)]
    return lines


def _tables(head: Sequence[str], body: Sequence[Sequence[str]], part: int, width: int) -> Iterator[list[int]]:
    """Yield which columns stand together in each table: all, else those of each part, else as many as fit."""
    tight = [_tight([row[place] for row in (head, *body)]) for place in range(len(head))]
    every = list(range(1, len(head)))
    if _fits(tight, width):
        yield [0, *every]
        return
    for places in ([place for place in every if place < part], [place for place in every if place >= part]):
        table = [0]
        for place in places:
            if len(table) > 1 and not _fits([tight[each] for each in (*table, place)], width):
                yield table
                table = [0]
            table.append(place)
        if places:
            yield table


def _fits(widths: Sequence[int], width: int) -> bool:
    return sum(widths) + len(GAP) * (len(widths) - 1) <= width


def _tight(cells: Sequence[str]) -> int:
    """Return the least width of a column, its heading first: that of its cells, and of each word of the heading."""
    return max(map(len, (*cells[1:], *cells[0].split())))


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return how wide the columns of one table are: as wide as their headings on one line if all fit so."""
    columns = list(zip(*rows, strict=True))
    natural = [max(map(len, cells)) for cells in columns]
    if _fits(natural, width):
        return natural
    tight = [_tight(cells) for cells in columns]
    first = min(tight[0], (width - len(GAP)) // 2)
    return [first, *(min(each, width - first - len(GAP)) for each in tight[1:])]


def _row(cells: Sequence[str], widths: list[int], *, lowest: bool = False) -> Iterator[str]:
    """Yield the lines of one row, names to the left and figures to the right; ``lowest`` sets short cells low."""
    broken = [Medium(width).wrap(cell) for cell, width in zip(cells, widths, strict=True)]
    if lowest:
        deep = max(map(len, broken))
        broken = [[""] * (deep - len(lines)) + lines for lines in broken]
    for name, *figures in zip_longest(*broken, fillvalue=""):
        shown = [name.ljust(widths[0]), *(f.rjust(width) for f, width in zip(figures, widths[1:], strict=True))]
        yield GAP.join(shown).rstrip()
