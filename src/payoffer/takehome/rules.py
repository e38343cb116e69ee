"""The rules that one person's pay meets: picked from the tables by the days on which pay is paid.

A tax year is its twelve pay days, a month is one of them taken for the whole year. Both make ``Rules`` in the same
way, so a year with two or three rates of National Insurance needs no case of its own: its months are weighed.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from payoffer.errors import NoRates
from payoffer.periods import YEAR, long_day, month_name
from payoffer.takehome.bands import Band
from payoffer.takehome.circumstances import NATIONS, POSTGRADUATE, Circumstances
from payoffer.takehome.schemes import SCHEMES
from payoffer.takehome.tables import Allowance, Dated, NationalInsurance, PensionTable, Provenance, Tables, on
from payoffer.takehome.tax_years import APRIL, TaxYear, of_day

CONTRACTED_OUT_TO = date(2016, 4, 5)
"""The last day of category D: members of public-service schemes paid less National Insurance until then."""


class Insured(NamedTuple):
    """Months with one set of National Insurance bands."""

    months: int
    bands: NationalInsurance


class Contribution(NamedTuple):
    """Months with one pension table or, where there is none, one ``rate``: a fraction of pay."""

    months: int
    table: PensionTable | None
    rate: Decimal


class Used(NamedTuple):
    """Rates that an answer rests on: of what, of when, and where they come from."""

    what: str
    when: str
    provenance: Provenance


class Rules(NamedTuple):
    """Everything that turns pay of a year into take-home pay; ``loans`` has a band for each deduction due."""

    year: TaxYear
    allowance: Allowance
    income_tax: tuple[Band, ...]
    loans: tuple[Band, ...]
    insured: tuple[Insured, ...]
    contributions: tuple[Contribution, ...]
    used: tuple[Used, ...]
    notes: tuple[str, ...] = ()


def year_rules(tables: Tables, year: TaxYear, who: Circumstances, name: str = "") -> Rules:
    """Return the rules of a whole tax year; ``name`` is how ``--pension`` names this offer, with its ``=``.

    Raises:
        NoRates: income tax or the pension table of that year is not known here.

    """
    return _rules(tables, tuple(year.pay_days()), who, name)


def month_rules(tables: Tables, pay_day: date, who: Circumstances, name: str = "") -> Rules:
    """Return the rules of one month, taken for a whole year; raises as ``year_rules``."""
    return _rules(tables, (pay_day,) * YEAR, who, name)


def _rules(tables: Tables, days: tuple[date, ...], who: Circumstances, name: str) -> Rules:
    year = of_day(days[0])
    tax = on(tables.income_tax[NATIONS[who.nation]], days[0])
    allowance = on(tables.allowances, days[0])
    if tax is None or allowance is None:
        raise NoRates(_unknown_year(tables, year))
    insured = [_national_insurance(tables, day, who) for day in days]
    pensions = _pensions(tables, days, who, name)
    loans, loan_rows, notes = _loans(tables, days[0], who)
    used = [
        Used(f"income tax of {who.nation}", year.label, tax.provenance),
        Used("personal allowance", year.label, allowance.provenance),
        *(Used("National Insurance", year.label, row.provenance) for row in dict.fromkeys(insured)),
        *loan_rows,
        *(Used(_whose(who), _span(row), row.provenance) for row in dict.fromkeys(pensions) if row),
    ]
    return Rules(
        year,
        allowance.value,
        tax.value,
        loans,
        tuple(Insured(insured.count(row), row.value) for row in dict.fromkeys(insured)),
        tuple(
            Contribution(pensions.count(row), row.value if row else None, who.pension.rate)
            for row in dict.fromkeys(pensions)
        ),
        tuple(dict.fromkeys(used)),
        notes,
    )


def contracted_out(day: date, who: Circumstances) -> bool:
    """Say whether pay of a day bears National Insurance of category D: as given, else by the pension."""
    if who.category is not None:
        return who.category == "D"
    return who.pension.scheme is not None and day <= CONTRACTED_OUT_TO


def _national_insurance(tables: Tables, day: date, who: Circumstances) -> Dated[NationalInsurance]:
    letter = "D" if contracted_out(day, who) else "A"
    found = on(tables.national_insurance[letter], day)
    if found is None:
        raise NoRates(
            f"there is no National Insurance category {letter} for {month_name(day)}: it ended on "
            f"{long_day(CONTRACTED_OUT_TO)}: leave --category out"
        )
    return found


def _loans(tables: Tables, day: date, who: Circumstances) -> tuple[tuple[Band, ...], list[Used], tuple[str, ...]]:
    """Return the deductions due: one above the lowest threshold of undergraduate plans, one for postgraduate."""
    rows: list[tuple[str, Dated[Band]]] = []
    notes: list[str] = []
    for plan in who.loans:
        known = tables.student_loans[plan]
        found = on(known, day)
        if found is None:
            notes.append(f"No student loan is taken off for {_plan(plan)} before {long_day(known[0].first)}.")
            continue
        rows.append((plan, found))
        notes += [f"{_plan(plan)}: {note}." for note in found.provenance.notes]
    lowest = sorted((row.value for plan, row in rows if plan != POSTGRADUATE), key=lambda band: band.above)[:1]
    postgraduate = [row.value for plan, row in rows if plan == POSTGRADUATE]
    used = [Used(f"student loan, {_plan(plan)}", of_day(day).label, row.provenance) for plan, row in rows]
    return (*lowest, *postgraduate), used, tuple(notes)


def _plan(plan: str) -> str:
    return plan if plan == POSTGRADUATE else f"Plan {plan}"


def _pensions(
    tables: Tables, days: tuple[date, ...], who: Circumstances, name: str
) -> Sequence[Dated[PensionTable] | None]:
    if who.pension.scheme is None:
        return [None] * len(days)
    known = tables.pensions[who.pension.scheme]
    found = [on(known, day) for day in days]
    missing = [day for day, row in zip(days, found, strict=True) if row is None]
    if missing:
        whole = len(missing) == len(days) and len(set(days)) > 1
        when = of_day(days[0]).label if whole else month_name(missing[0])
        raise NoRates(
            f"there is no {SCHEMES[who.pension.scheme].whose} pension table for {when} (there are {available(known)}): "
            f"give the rate on your payslip: --pension {name}9.7%"
        )
    return found


def available(known: Sequence[Dated[PensionTable]]) -> str:
    """Return what tables are known for, neighbours joined: tax years where they are whole, else months."""
    spans: list[list[date]] = []
    for row in known:
        if spans and (row.first - spans[-1][1]).days == 1:
            spans[-1][1] = row.last
        else:
            spans.append([row.first, row.last])
    return ", ".join(_years(first, last) for first, last in spans)


def _years(first: date, last: date) -> str:
    if (first.month, last.month) != (APRIL, APRIL - 1):
        return f"{month_name(first)} to {month_name(last)}"
    one, other = TaxYear(first.year).label, TaxYear(last.year - 1).label
    return one if one == other else f"{one} to {other}"


def _whose(who: Circumstances) -> str:
    return SCHEMES[who.pension.scheme].name if who.pension.scheme else ""


def _span(row: Dated[PensionTable]) -> str:
    return f"{month_name(row.first)} to {month_name(row.last)}"


def _unknown_year(tables: Tables, year: TaxYear) -> str:
    first, last = of_day(tables.first), of_day(tables.last)
    known = f"income tax is known from {first.label} to {last.label}"
    if year > last:
        return (
            f"{known}, not for {year.label}: to use the last rates for it, say so with "
            f'--tax-year "{year.label} at {last.label} rates"'
        )
    return f"{known}, not for {year.label}: give one of those years with --tax-year"
