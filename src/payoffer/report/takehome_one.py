"""One salary's take-home pay as a page: rows a year and a month, what is assumed, and where the rates come from."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from payoffer import __version__
from payoffer.money import decimals, pence, percent, plain, pounds
from payoffer.periods import YEAR
from payoffer.report.ending import ending
from payoffer.report.takehome_words import (
    NO_PENSION,
    SCOPE,
    cliff_text,
    loan_label,
    pension_label,
    rates,
    sources,
    standing_notes,
)
from payoffer.takehome.circumstances import Pension
from payoffer.takehome.deductions import ONE
from payoffer.takehome.worked import Terms, Worked, next_cliffs

PENNIES = 2
PLACES = 6


class Said(NamedTuple):
    """What the command line has to add: the command itself, how pay was given, and what nobody said."""

    command: str
    salary_working: str | None = None
    nation_assumed: bool = False
    year_assumed: bool = False


class Row(NamedTuple):
    """A label and whole pounds a year and a month."""

    label: str
    year: str
    month: str


class OnePage(NamedTuple):
    """The answer in words: titles, rows, what is said under them, and the closing lines."""

    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    ending: tuple[str, ...]


def page(case: Worked, said: Said) -> OnePage:
    """Return the page of one salary."""
    terms = case.terms
    return OnePage(
        titles=(f"Take-home pay on {_pay(case)} a year: {terms.who.nation}, tax year {terms.tax_year}",),
        rows=tuple(_rows(case)),
        remarks=(*_remarks(case, said), *sources((terms.rules,))),
        ending=tuple(ending(said.command, "no prices used", "no offers used")),
    )


def _pay(case: Worked) -> str:
    """Return the pay: whole pounds, or to the penny where it has pence; with the hours where they are part-time."""
    full = pounds(case.salary) if case.salary == decimals(case.salary, 0) else pence(case.salary)
    return full if case.terms.fte == ONE else f"{plain(case.terms.fte * 100)}% of {full}"


def _rows(case: Worked) -> Iterator[Row]:
    taken, terms = case.taken, case.terms
    labels = (
        pension_label(taken.pension_rates, terms.rules),
        "Income tax",
        "National Insurance",
        loan_label(terms.who),
    )
    off = (taken.pension, taken.income_tax, taken.national_insurance, taken.student_loan)
    year, month = printed(taken.gross, off), printed(taken.gross / YEAR, tuple(each / YEAR for each in off))
    yield Row("Gross pay", pounds(year[0]), pounds(month[0]))
    for label, *figures in zip(labels, year[1:], month[1:], strict=False):
        yield Row(label, *(pounds(-figure) if figure else "none" for figure in figures))
    yield Row("Take-home pay", pounds(year[-1]), pounds(month[-1]))


def printed(gross: Decimal, off: tuple[Decimal, ...]) -> list[Decimal]:
    """Return gross, each deduction and what is left in whole pounds that add up.

    Gross and what is left are rounded; so is each deduction, but where the figures then miss by a pound or two, the
    deductions that were rounded farthest are rounded the other way.
    """
    whole = [decimals(each, 0) for each in off]
    net = decimals(gross - sum(off), 0)
    short = decimals(gross, 0) - net - sum(whole)
    step = 1 if short > 0 else -1
    farthest = sorted(range(len(off)), key=lambda place: (off[place] - whole[place]) * step, reverse=True)
    for place in farthest[: abs(int(short))]:
        whole[place] += step
    return [decimals(gross, 0), *whole, net]


def next_text(case: Worked) -> str:
    """Return what the next 100 pounds would leave, and why it is less than nothing where a tier is crossed."""
    if case.more.percent is not None:
        return f"Of £100 more a year, {pence(case.more.left)} is left ({percent(case.more.percent)} is taken)."
    told = "; ".join(cliff_text(cliff) for cliff in next_cliffs(case)) or "the pension's rate on all pay goes up a step"
    outcome = f"leaves {pence(case.more.left)}" if case.more.left >= 0 else f"takes {pence(-case.more.left)} away"
    return f"£100 more a year crosses a step of the pension and {outcome}: {told}."


def notes(terms: Terms) -> tuple[str, ...]:
    """Return what has to be known of the terms whatever the pay."""
    told = "taken to be the same" if terms.last_year is None else f"{pounds(terms.last_year)} as given"
    standing = standing_notes(terms.who, (terms.rules,), part_time=terms.fte != ONE, last_year=told)
    if terms.asked.year == terms.asked.rates:
        return tuple(standing)
    return (f"The rates of {terms.asked.rates.label} stand for those of a later year, which are not known.", *standing)


def _remarks(case: Worked, said: Said) -> Iterator[str]:
    terms = case.terms
    yield next_text(case)
    if said.salary_working:
        yield f"Pay: {said.salary_working} = {pence(case.salary)} a year."
    if said.year_assumed:
        yield f"{terms.tax_year} is the last tax year known here: give another with --tax-year."
    if said.nation_assumed:
        yield "England is assumed; Wales and Northern Ireland have the same rates: add --nation scotland for Scotland."
    if terms.who.pension == Pension():
        yield NO_PENSION
    yield from notes(terms)
    yield from SCOPE


def record(case: Worked, standing: tuple[str, ...]) -> dict[str, Any]:
    """Return the figures of one salary to the penny, by name; ``standing`` are the notes of its terms."""
    gross, pension, income_tax, national_insurance, student_loan, _ = case.taken
    share = case.more.percent
    return {
        "gross": decimals(gross, PENNIES),
        "pension": decimals(pension, PENNIES),
        "income_tax": decimals(income_tax, PENNIES),
        "national_insurance": decimals(national_insurance, PENNIES),
        "student_loan": decimals(student_loan, PENNIES),
        "net": decimals(case.taken.net, PENNIES),
        "marginal_rate_percent": None if share is None else decimals(share, PLACES),
        "tax_year": case.terms.tax_year,
        "nation": case.terms.who.nation,
        "notes": [next_text(case), *standing] if share is None else list(standing),
    }


def document(case: Worked, said: Said) -> dict[str, Any]:
    """Return the answer as a document for JSON."""
    terms = case.terms
    return {
        "schema_version": 1,
        "command": said.command,
        "version": __version__,
        "salary": decimals(case.salary, PENNIES),
        "fte": decimals(terms.fte, PLACES),
        "pension_from": terms.who.pension.typed,
        "student_loans": list(terms.who.loans),
        **record(case, ()),
        "notes": list(_remarks(case, said)),
        "left_of_next_100": decimals(case.more.left, PENNIES),
        "rates": rates((terms.rules,)),
    }
