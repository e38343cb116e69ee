"""``payoffer takehome SALARY``: one salary for one tax year."""

from payoffer.cli.circumstances import Destination, Typed, alone, last_year, pay, share, year
from payoffer.cli.output import emit, form, hint, screen
from payoffer.cli.question import Asked
from payoffer.errors import UsageProblem
from payoffer.library import is_offer
from payoffer.report.takehome_forms import written
from payoffer.report.takehome_one import Said
from payoffer.takehome.deductions import exact
from payoffer.takehome.files import tables
from payoffer.takehome.worked import terms, worked
from payoffer.typed import quoted

EXAMPLE = "payoffer takehome 42000"


def one_takehome(text: str, typed: Typed, asked: Asked, to: Destination) -> None:
    """Answer for one salary.

    Raises ``UsageProblem`` for what cannot be understood, ``NoRates`` for what is not known.
    """
    if not text:
        raise UsageProblem(f"no salary is named: write it first, as in {EXAMPLE}, or give a list with --file")
    if not any(map(str.isdigit, text)) and is_offer(text):
        raise UsageProblem(
            f"{quoted(text)} is an offer: name the salary before it, as in payoffer takehome 40000 {text}"
        )
    refuse_offer_options(asked, "no offer is named")
    kind = form(to.format_, to.output)
    salary = pay(text, typed.week, "SALARY")
    on = terms(tables(), alone(typed), year(typed), share(typed), last_year(typed))
    case = worked(exact(salary.annual), on)
    said = Said(
        to.command,
        salary.working if salary.unit != "year" else None,
        nation_assumed=not typed.nation,
        year_assumed=typed.tax_year is None,
    )
    emit(written(case, said, kind, screen(to.output)), to.output, kind, force=to.force)
    if kind == "table" and to.output is None:
        hint(f"With an offer: {EXAMPLE} wales   To share: --format message")


def refuse_offer_options(asked: Asked, why: str) -> None:
    """Raise ``UsageProblem`` for an option that only offers have a use for."""
    given = {
        "--paid-now": asked.paid_now,
        "--index": asked.indices,
        "--next": asked.follows,
        "--conditional": asked.conditional,
        "--months": asked.months,
        "--align": asked.align,
    }
    for option, value in given.items():
        if value:
            raise UsageProblem(f"{option} is about offers, and {why}: leave it out, or name an offer")
