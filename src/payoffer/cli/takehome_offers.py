"""``payoffer takehome SALARY OFFER...``: what each offer leaves in the pocket."""

from payoffer.cli.circumstances import Destination, Typed, of_each, pay
from payoffer.cli.output import emit, form, hint, screen
from payoffer.cli.question import Asked, find, question
from payoffer.compare import compare
from payoffer.errors import UsageProblem
from payoffer.library import points_before
from payoffer.report.takehome_answer import answer
from payoffer.report.takehome_written import written
from payoffer.takehome.files import tables
from payoffer.takehome.rule_book import asked as asked_year


def offers_takehome(offers: list[str], typed: Typed, asked: Asked, to: Destination) -> None:
    """Answer for a salary and offers.

    Raises ``UsageProblem`` for what cannot be understood, ``NoRates`` for a month without known rates, and what
    ``compare`` raises.
    """
    if typed.last_year is not None:
        raise UsageProblem("--last-year is for a salary without offers, which say last year's pay: leave it out")
    kind = form(to.format_, to.output)
    year = None if typed.tax_year is None else asked_year(typed.tax_year, tables())
    pay(asked.salary or "", typed.week, "SALARY")
    named = find(offers)
    who = of_each(named, typed)
    asking = question(named, asked)
    found = answer(compare(named, asking.question, points_before), who, tables(), year)
    emit(written(found, to.command, asking.salary_working, kind, screen(to.output)), to.output, kind, force=to.force)
    if kind == "table" and to.output is None:
        hint("Every figure: --format json   To share: --format message")
