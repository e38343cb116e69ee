"""A plain table of words and figures: in columns where they fit, else a block for each row."""

from collections.abc import Sequence

from payoffer.report.medium import INDENT, Medium

GAP = "  "


def plain_table(headings: Sequence[str], rows: Sequence[Sequence[str]], medium: Medium) -> list[str]:
    """Return rows under headings, the first column to the left and the others to the right."""
    cells = [[medium.safe(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    if sum(widths) + len(GAP) * (len(widths) - 1) > medium.width:
        return _blocks(headings, rows, medium)
    rule = ["-" * width for width in widths]
    return [_line(row, widths) for row in (cells[0], rule, *cells[1:])]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first = row[0].ljust(widths[0])
    rest = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
    return GAP.join([first, *rest]).rstrip()


def _blocks(headings: Sequence[str], rows: Sequence[Sequence[str]], medium: Medium) -> list[str]:
    lines: list[str] = []
    for row in rows:
        lines += medium.wrap(row[0], "", INDENT)
        for heading, cell in (pair for pair in zip(headings[1:], row[1:], strict=True) if pair[1]):
            lines += medium.wrap(f"{heading}: {cell}" if heading else cell, INDENT, INDENT * 2)
    return lines
