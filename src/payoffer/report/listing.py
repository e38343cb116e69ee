"""What is here, one line each: offers, pay scales; as a table for a screen, CSV or JSON.

Loads no model of an offer, so that a list is printed at once.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from payoffer.periods import short_month
from payoffer.report.medium import Medium
from payoffer.report.prose import one_line
from payoffer.shelf import Head, Scale
from payoffer.takehome.schemes import KnownScheme

GAP = "  "
LEAST_LAST = 12
"""The last column is left out where it would be narrower."""
ELLIPSIS = "..."
OFFER_HEADINGS = ("Offer", "Status", "Date", "What")
SCALE_HEADINGS = ("Scale", "Points", "Pay from")
MARKS = {"local": " *", "own": " +", "bundled": ""}
LEGEND = {"*": "in this folder", "+": "in your own folder"}
KINDS = {"claim": "claim: ", "award": "", "offer": ""}
NO_OFFERS = "No offers are here."


class Filters(NamedTuple):
    """What offers have to be to be listed; None takes all."""

    nation: str | None = None
    group: str | None = None
    status: str | None = None
    year: int | None = None

    def given(self) -> dict[str, str]:
        """Return the filters in use, by name, as they are typed."""
        return {name: str(value) for name, value in self._asdict().items() if value is not None}


def chosen(heads: Sequence[Head], filters: Filters) -> list[Head]:
    """Return the offers that meet every filter, whatever the case it is written in."""
    wanted = {name: value.casefold() for name, value in filters.given().items()}
    return [head for head in heads if all(value in _values(head, name) for name, value in wanted.items())]


def _values(head: Head, name: str) -> set[str]:
    if name == "year":
        return {str(year) for year in head.years}
    value: str | None = getattr(head, name)
    return {value.casefold()} if value else set()


def nothing(heads: Sequence[Head], filters: Filters) -> str:
    """Return one sentence on why nothing is listed: which filter nothing meets, and what there is."""
    given = filters.given()
    if not heads or not given:
        return NO_OFFERS
    for name, value in given.items():
        if not chosen(heads, Filters(**{name: getattr(filters, name)})):
            there = sorted({text for head in heads for text in _shown(head, name)})
            return f"No offer here has --{name} {one_line(value)}: there is {', '.join(there) or 'none with any'}."
    together = " and ".join(f"--{name} {one_line(value)}" for name, value in given.items())
    return f"No offer here has {together} together."


def _shown(head: Head, name: str) -> Iterator[str]:
    if name == "year":
        yield from (str(year) for year in head.years)
    elif value := getattr(head, name):
        yield one_line(value)


class Listed(NamedTuple):
    """What is listed, of which kind, and what is said where there is none of it."""

    kind: type[Head] | type[Scale] | type[KnownScheme]
    items: Sequence[Head | Scale | KnownScheme]
    nothing: str


def offers(heads: Sequence[Head], filters: Filters) -> Listed:
    """Return the offers that meet the filters."""
    found = chosen(heads, filters)
    return Listed(Head, found, "" if found else nothing(heads, filters))


def written(listed: Listed, form: str, medium: Medium) -> str:
    """Return a list as a table, JSON or CSV; where there is nothing, a table is the sentence that says so."""
    if form == "json":
        return json.dumps(records(listed.items), indent=2, ensure_ascii=False) + "\n"
    if form == "csv":
        return _csv(listed)
    if not listed.items:
        return "\n".join(medium.wrap(listed.nothing)) + "\n"
    heads = [item for item in listed.items if isinstance(item, Head)]
    schemes = [item for item in listed.items if isinstance(item, KnownScheme)]
    lines = list(_offers(heads, medium)) if heads else _scales(listed.items, medium)
    lines = list(_schemes(schemes, medium)) if schemes else lines
    return "\n".join(lines) + "\n"


def _offers(heads: Sequence[Head], medium: Medium) -> Iterator[str]:
    rows = [(f"{head.name}{MARKS[head.where]}", head.status, _date(head), _what(head)) for head in heads]
    yield from columns(OFFER_HEADINGS, rows, medium)
    used = {MARKS[head.where].strip() for head in heads}
    legend = [f"{mark} {words}" for mark, words in LEGEND.items() if mark in used]
    if legend:
        yield from ["", *medium.wrap("  ".join(legend))]
    for head in heads:
        if head.hides:
            where = LEGEND[MARKS[head.where].strip()]
            yield from medium.wrap(
                one_line(f"{head.name}: the file {where} is used, not the bundled offer of that name.")
            )


def _date(head: Head) -> str:
    """Return the month an offer was made, else that of its first part."""
    if head.offered:
        return short_month(head.offered)
    return short_month(head.starts) if head.starts else "no date"


def _what(head: Head) -> str:
    by = f", {head.employer}" if head.employer else ""
    return f"{KINDS.get(head.kind, '')}{head.title}{by}"


def _schemes(schemes: Sequence[KnownScheme], medium: Medium) -> Iterator[str]:
    """Yield each scheme's name and title, and below it the times its tables are known for."""
    width = max(len(scheme.name) for scheme in schemes) + len(GAP)
    for scheme in schemes:
        yield from medium.wrap(scheme.scheme, scheme.name.ljust(width), " " * width)
        yield from medium.wrap(scheme.known, " " * width)
    yield from ["", *medium.wrap("Elsewhere, give the rate on a payslip: payoffer takehome 42000 --pension 9.6%")]


def _scales(scales: Sequence[Head | Scale | KnownScheme], medium: Medium) -> list[str]:
    rows = [
        (scale.name, str(scale.points), _span(scale.first, scale.last)) for scale in scales if isinstance(scale, Scale)
    ]
    return columns(SCALE_HEADINGS, rows, medium)


def _span(first: date, last: date) -> str:
    return short_month(first) if first == last else f"{short_month(first)} to {short_month(last)}"


def columns(headings: Sequence[str], rows: Sequence[Sequence[str]], medium: Medium) -> list[str]:
    """Lay rows out in columns within the width; the last is cut short where need be, then columns are left out."""
    cells = [[medium.safe(one_line(cell)) for cell in row] for row in (headings, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    room = medium.width - _width([*widths[:-1], 0])
    if widths[-1] > room >= LEAST_LAST:
        widths[-1] = room
    while len(widths) > 1 and _width(widths) > medium.width:
        widths.pop()
    if len(widths) == 1:
        return [line for row in cells for line in medium.wrap(row[0])]
    rule = ["-" * width for width in widths]
    return [
        GAP.join(_cut(cell, width).ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
        for row in (cells[0], rule, *cells[1:])
    ]


def _width(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else f"{cell[: width - len(ELLIPSIS)].rstrip()}{ELLIPSIS}"


def records(items: Sequence[Head | Scale | KnownScheme]) -> list[dict[str, Any]]:
    """Return what is listed as plain values by name."""
    return [{name: _plain(value) for name, value in item._asdict().items()} for item in items]


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value


def _csv(listed: Listed) -> str:
    from payoffer.report.plain_forms import neutral

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(listed.kind._fields)
    for record in records(listed.items):
        values = (" ".join(map(str, value)) if isinstance(value, list) else value for value in record.values())
        writer.writerow([neutral(value) for value in values])
    return text.getvalue()
