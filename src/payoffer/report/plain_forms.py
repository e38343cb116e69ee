"""The answer as markdown for a web page or a leaflet, and as CSV for a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from tabulate import tabulate

from payoffer.report.prose import escaped
from payoffer.report.sheet import Sheet

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
HEADER = ("offer", "reading", "window", "year", "figure", "value")
WINDOWS = ("window", "covered", "own")


def markdown(page: Sheet) -> str:
    """Return the page as markdown, its figures in one table."""
    headers = ["", *(f"{escaped(name)} ({escaped(status)})" for name, status in page.headings)]
    body = [[_label(row.label, opens=row.opens), *map(escaped, row.cells)] for row in page.rows]
    parts = ["  \n".join(map(escaped, page.titles))]
    if page.verdict:
        parts.append(escaped(page.verdict))
    parts.append(tabulate(body, headers=headers, tablefmt="pipe", disable_numparse=True))
    parts += [f"({letter}) {escaped(note)}" for letter, note in page.footnotes]
    parts += ["\n".join(f"- {escaped(remark)}" for remark in page.remarks)]
    parts += ["  \n".join(map(escaped, page.ending))]
    return "\n\n".join(parts) + "\n"


def _label(text: str, *, opens: bool) -> str:
    return f"**{escaped(text)}**" if opens else escaped(text)


def long_csv(document: dict[str, Any]) -> str:
    """Return the figures of the JSON document as rows: offer, reading, window, year, figure, value."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in _rows(document):
        writer.writerow([neutral(cell) for cell in row])
    return text.getvalue()


def neutral(cell: object) -> object:
    """Return a text cell so that no spreadsheet takes it for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _rows(document: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for offer in document["offers"]:
        for number, reading in enumerate(offer["readings"], 1):
            for prefix, block in _blocks(reading):
                for window in WINDOWS:
                    figures = block[window]
                    yield from _figures((offer["id"], number, f"{prefix}{window}", ""), figures)
                    for year in figures["years"]:
                        yield from _figures((offer["id"], number, f"{prefix}{window}", year["year"]), year)


def _blocks(reading: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield one block of windows for each price index, named where there are several."""
    if "by_inflation" not in reading:
        yield "", reading
        return
    for block in reading["by_inflation"]:
        yield f"{block['name']} ", block


def _figures(start: tuple[object, ...], figures: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for name, value in figures.items():
        if name not in {"years", "year"} and value is not None:
            yield (*start, name, value)
