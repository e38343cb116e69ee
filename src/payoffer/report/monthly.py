"""The months of an answer laid out: offers side by side where they fit, else one table for each."""

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from payoffer.compare import Comparison, Valued
from payoffer.money import pence
from payoffer.periods import long_day, short_day, short_month
from payoffer.report.medium import Medium
from payoffer.report.monthly_rows import Cell, Stream, stream
from payoffer.report.words import joined, labels

TITLE = (
    "Month by month, in pounds before tax: pay as it comes, with back pay and one-offs in the month they are paid, "
    "and the extra so far against pay before."
)
MONTH, PAY, EXTRA = "month", "pay ", "extra\nso far"
EARLIEST = "*"
EARLIEST_NOTE = f"{EARLIEST} No day of payment after the offer is given: this is the earliest it can come."
LONGEST_HEADING = 12
"""Characters of an offer's name on one line above its columns."""


class Months(NamedTuple):
    """All offers month by month: names, the months of each, whether they have dates, and what is said beside them."""

    headings: tuple[str, ...]
    streams: tuple[Stream, ...]
    dated: tuple[bool, ...]
    notes: tuple[str, ...]

    @property
    def one_calendar(self) -> bool:
        """Whether the months of all offers are the same ones."""
        return len({found.cells[0].first_day for found in self.streams}) == 1 and len(set(self.dated)) == 1


class _Column(NamedTuple):
    header: str
    cells: list[str]
    side: str = "right"


def monthly(answer: Comparison) -> Months:
    """Return what comes in each month counted under each offer, in its least reading."""
    names = labels(answer.offers)
    headings = tuple(names[offer.id].heading for offer in answer.offers)
    streams = tuple(stream(offer) for offer in answer.offers)
    told = zip(answer.offers, headings, streams, strict=True)
    notes = [note for offer, heading, found in told for note in _notes(offer, heading, found)]
    if any(cell.earliest for found in streams for cell in found.cells):
        notes.append(EARLIEST_NOTE)
    return Months(headings, streams, tuple(offer.dated for offer in answer.offers), tuple(notes))


def _notes(offer: Valued, heading: str, found: Stream) -> Iterator[str]:
    """Yield what has to be said beside one offer's months."""
    if len(offer.reads) > 1:
        assumed = joined(assumption.text for assumption in offer.reads[0].assumes)
        yield f"{heading} is read as what comes to least of its {len(offer.reads)} readings: {assumed}."
    for number, cell in enumerate(found.cells, 1):
        sums = ((cell.back_pay, "of back pay for earlier months"), (cell.one_off, "of one-off money"))
        said = [f"{pence(amount)} {what}" for amount, what in sums if amount]
        if said:
            month = month_name(cell, number, dated=offer.dated)
            yield f"{heading}: {month} comes with {joined(said)}{EARLIEST if cell.earliest else ''}."
    if offer.reads[0].figures.window.window.silent:
        last = f"after {long_day(offer.deal.until)}" if offer.dated else "after its last year"
        yield f"{heading} says nothing {last}: no rise is counted from there on."
    if found.owed:
        yield f"{heading}: {pence(found.owed.amount)} is still owed at the end, to come by {long_day(found.owed.day)}."


def month_name(cell: Cell, number: int, *, dated: bool) -> str:
    """Return ``Sep 2022``, ``31 Jan 2023`` where months do not run from the first, or ``month 5`` without dates."""
    if not dated:
        return f"month {number}"
    return short_month(cell.first_day) if cell.first_day.day == 1 else short_day(cell.first_day)


def monthly_table(months: Months, medium: Medium) -> str:
    """Return the months as text, no line wider than the medium."""
    every = list(range(len(months.streams)))
    lines = ["", *_table(months, every, medium)]
    if max(map(len, lines)) > medium.width:
        lines = []
        for offer in every:
            lines += ["", *medium.wrap(months.headings[offer]), *_table(months, [offer], medium)]
    notes = [line for note in months.notes for line in medium.wrap(note)]
    if notes:
        lines += ["", *notes]
    return "\n".join([*medium.wrap(TITLE), *lines]) + "\n"


def _table(months: Months, offers: list[int], medium: Medium) -> list[str]:
    """Return the table of some offers; of several, each with its name above its columns."""
    from tabulate import tabulate

    columns = list(_columns(months, offers, medium))
    deepest = max(column.header.count("\n") for column in columns)
    laid = tabulate(
        list(zip(*(column.cells for column in columns), strict=True)),
        headers=["\n" * (deepest - column.header.count("\n")) + column.header for column in columns],
        tablefmt="simple",
        colalign=[column.side for column in columns],
        disable_numparse=True,
        preserve_whitespace=True,
    )
    return [line.rstrip() for line in laid.splitlines()]


def _columns(months: Months, offers: list[int], medium: Medium) -> Iterator[_Column]:
    shared = months.one_calendar or len(offers) == 1
    if shared:
        yield _Column(MONTH, _names(months, offers[0]), "left")
    for offer in offers:
        cells = months.streams[offer].cells
        name = textwrap.wrap(medium.safe(months.headings[offer]), LONGEST_HEADING) if len(offers) > 1 else []
        if not shared:
            yield _Column("\n".join([*name, MONTH]), _names(months, offer), "left")
            name = []
        pay = [f"{cell.received:,}{EARLIEST if cell.earliest else ' '}" for cell in cells]
        yield _Column("\n".join([*name, PAY]), pay)
        yield _Column(EXTRA, [f"{cell.extra_so_far:,}" for cell in cells])


def _names(months: Months, offer: int) -> list[str]:
    dated = months.dated[offer]
    return [month_name(cell, number, dated=dated) for number, cell in enumerate(months.streams[offer].cells, 1)]
