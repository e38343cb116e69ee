"""One person's take-home pay for a tax year: the terms it is worked on, and what comes out."""

from decimal import Decimal
from typing import NamedTuple

from payoffer.errors import UsageProblem
from payoffer.takehome.circumstances import Circumstances
from payoffer.takehome.cliffs import Cliff, crossed
from payoffer.takehome.deductions import HUNDRED, ONE, NextHundred, TakeHome, earnings, next_hundred, take_home
from payoffer.takehome.rule_book import Asked
from payoffer.takehome.rules import Rules, year_rules
from payoffer.takehome.tables import Tables


class Terms(NamedTuple):
    """All but the pay: circumstances, tax year, share of full-time hours, last year's salary, and their rules."""

    who: Circumstances
    asked: Asked
    tax_year: str
    fte: Decimal
    last_year: Decimal | None
    rules: Rules


class Worked(NamedTuple):
    """A full-time salary on some terms, what is taken off it, and what 100 pounds more would leave."""

    salary: Decimal
    terms: Terms
    taken: TakeHome
    more: NextHundred


def terms(
    tables: Tables, who: Circumstances, asked: Asked, fte: Decimal = ONE, last_year: Decimal | None = None
) -> Terms:
    """Return the terms of one tax year.

    Raises ``NoRates`` where something is not known for it, ``UsageProblem`` where no year is named.
    """
    if asked.year is None:
        raise UsageProblem(
            f"--tax-year {asked.label} names no year that these rates are to stand for: write it before them, "
            f'such as "{asked.rates._replace(start=asked.rates.start + 1).label} {asked.label}"'
        )
    return Terms(who, asked, asked.label, fte, last_year, year_rules(tables, asked.rates, who))


def worked(salary: Decimal, terms: Terms) -> Worked:
    """Return the take-home pay of a full-time salary."""
    pay = earnings(salary, terms.fte, terms.last_year)
    taken = take_home(pay, terms.rules)
    return Worked(salary, terms, taken, next_hundred(pay, terms.rules, taken))


def next_cliffs(case: Worked) -> list[Cliff]:
    """Return the limits of pension tiers that the next 100 pounds cross."""
    pay = earnings(case.salary, case.terms.fte, case.terms.last_year)
    return crossed(pay, pay.more(HUNDRED), case.terms.rules)
