"""The answer as markdown for a web page or a leaflet, and as CSV for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from tabulate import tabulate

from payoffer.report.frame import in_markdown
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
    return in_markdown(page, parts)


def markdown_table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return rows under headings as a table of markdown, all columns but the first to the right."""
    first, *others = map(escaped, headings)
    body = [list(map(escaped, row)) for row in rows]
    aligned = ["left", *("right" for _ in others)]
    return tabulate(body, headers=[first, *others], tablefmt="pipe", disable_numparse=True, colalign=aligned)


def _label(text: str, *, opens: bool) -> str:
    return f"**{escaped(text)}**" if opens else escaped(text)


def long_csv(document: dict[str, Any]) -> str:
    """Return the figures of the JSON document as rows: offer, reading, window, year, figure, value."""
    return rows_csv(HEADER, _rows(document))


def rows_csv(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV; nothing where a cell is None."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([neutral("" if cell is None else cell) for cell in row] for row in rows)
    return text.getvalue()


def neutral(cell: object) -> object:
    """Return a text cell so that no spreadsheet takes it for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _rows(document: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for offer in document["offers"]:
        for number, reading in enumerate(offer["readings"], 1):
            yield from ((offer["id"], number, "", "", "assumes", told) for told in reading["assumes"])
            for prefix, block in _blocks(reading):
                for window in WINDOWS:
                    figures = block[window]
                    yield from _figures((offer["id"], number, f"{prefix}{window}", ""), figures)
                    for year in figures["years"]:
                        yield from _figures((offer["id"], number, f"{prefix}{window}", year["year"]), year)
    for each in (document["against"] or {"offers": ()})["offers"]:
        for figure in ("extra_cash", "rate_at_end"):
            for end, value in zip(("least", "most"), each[figure], strict=True):
                window = f"against {document['against']['id']}"
                yield each["offer"], "", window, "", f"{figure}_{end}", value
    yield from _sources(document)


def _sources(document: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """Yield where each price series comes from, and from which month on it is a forecast."""
    for prices in (prices for prices in document["inflation"] if prices["published"]):
        start = ("", "", prices["name"], "")
        yield (*start, "source", prices["source"])
        if prices["forecast_from"]:
            yield (*start, "forecast_from", prices["forecast_from"])


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
