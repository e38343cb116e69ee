"""People's take-home pay as CSV, beside their own columns, or as JSON; in parts, so that no list is held whole."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from payoffer.money import decimals
from payoffer.report.as_json import dumps
from payoffer.report.plain_forms import neutral
from payoffer.report.takehome_one import notes, record
from payoffer.takehome.people import ADDED, Columns, Person
from payoffer.takehome.worked import Worked

LINE_END = "\r\n"
TOGETHER = 500
"""Rows written at a time."""
SINGLE = ("salary", "fte", "pension_scheme", "student_loan_plan")


def csv_parts(columns: Columns, people: Iterable[Person]) -> Iterator[str]:
    """Yield the list as CSV: everybody's own columns, then those that are added."""
    places = [place for _, place in columns.kept]
    rows = (
        [*[neutral(person.cells[place]) for place in places], *_added(person.case, person.notes)] for person in people
    )
    return _written([heading for heading, _ in columns.kept], rows)


def single_csv(case: Worked) -> str:
    """Return one salary as a list of one person."""
    who = case.terms.who
    own = (decimals(case.salary, 2), case.terms.fte, who.pension.typed, " ".join(who.loans))
    return "".join(_written(SINGLE, [[*own, *_added(case, notes(case.terms))]]))


def json_parts(people: Iterable[Person]) -> Iterator[str]:
    """Yield the list as JSON: one object a person, in order."""
    before = "[\n"
    for person in people:
        yield before + dumps(record(person.case, person.notes)).rstrip("\n")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _added(case: Worked, standing: tuple[str, ...]) -> list[object]:
    *figures, notes_ = record(case, standing).values()
    return [*figures, " ".join(notes_)]


def _written(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=LINE_END)
    writer.writerow([neutral(heading) for heading in (*headings, *ADDED)])
    for number, row in enumerate(rows, 1):
        writer.writerow(row)
        if number % TOGETHER == 0:
            yield text.getvalue()
            text.seek(0)
            text.truncate()
    yield text.getvalue()
