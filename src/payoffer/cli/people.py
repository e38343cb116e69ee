"""``payoffer takehome --file``: a list of people, answered row by row.

Nobody is held in memory longer than their row, and nothing is written unless all of it can be: a list that goes to
the screen is read twice, first to find every mistake; a file is written beside its place, and put there at the end.
"""

from collections.abc import Mapping

from payoffer.cli.circumstances import Destination, Typed, alone, hours, last_year, share, year
from payoffer.cli.output import emit, form
from payoffer.cli.question import Asked
from payoffer.cli.takehome_one import refuse_offer_options
from payoffer.errors import UsageProblem
from payoffer.report.people_forms import csv_parts, json_parts
from payoffer.report.takehome_one import notes
from payoffer.takehome.files import tables
from payoffer.takehome.people import Make, Noted
from payoffer.takehome.people_file import PeopleFile
from payoffer.takehome.worked import terms
from payoffer.typed import shown

FORMATS = ("csv", "json")


def people_takehome(file: str, words: list[str], typed: Typed, asked: Asked, to: Destination) -> None:
    """Answer for every row of ``file``; raises what ``PeopleFile.people`` does."""
    if words:
        raise UsageProblem(f"--file has the salaries: leave {shown(words[0])} out")
    refuse_offer_options(asked, "a list of people has none")
    kind = form(to.format_, to.output, FORMATS)
    found = PeopleFile(file, _maker(typed), hours(typed.week))
    if to.output is None:
        found.check()
    answer = csv_parts(found.columns, found.people()) if kind == "csv" else json_parts(found.people())
    emit(answer, to.output, kind, force=to.force)


def _maker(typed: Typed) -> Make:
    """Return what makes the terms of a row: by its own settings, else by those of the options."""

    def make(row: Mapping[str, str]) -> Noted:
        own = Typed(
            tax_year=row["tax_year"] or typed.tax_year,
            nation=[row["nation"]] if row["nation"] else typed.nation,
            pension=[row["pension"]] if row["pension"] else typed.pension,
            student_loan=[row["student_loan"]] if row["student_loan"] else typed.student_loan,
            category=row["category"] or typed.category,
            fte=row["fte"] or typed.fte,
            last_year=row["last_year"] or typed.last_year,
            week=typed.week,
        )
        made = terms(tables(), alone(own), year(own), share(own), last_year(own))
        return Noted(made, notes(made))

    return make
