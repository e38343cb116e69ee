"""The options of ``takehome`` as typed, read into circumstances and a tax year."""

from decimal import Decimal
from typing import NamedTuple

from payoffer import inputs
from payoffer.asked import Named
from payoffer.errors import UsageProblem
from payoffer.offer import WEEKS_A_YEAR
from payoffer.takehome import circumstances
from payoffer.takehome.circumstances import NATIONS, Circumstances, Pension
from payoffer.takehome.deductions import exact
from payoffer.takehome.files import tables
from payoffer.takehome.rule_book import Asked, asked
from payoffer.takehome.tax_years import of_day
from payoffer.typed import shown

FULL_TIME = Decimal(1)
FIRST_NATION = next(iter(NATIONS))


class Typed(NamedTuple):
    """The options that say under which rules, as texts."""

    tax_year: str | None
    nation: list[str]
    pension: list[str]
    student_loan: list[str]
    category: str | None
    fte: str | None = None
    last_year: str | None = None
    week: str | None = None


class Destination(NamedTuple):
    """The command that makes the answer again, and the form and the file that the answer is asked for in."""

    command: str
    format_: str | None
    output: str | None
    force: bool


def hours(week: str | None) -> Decimal | None:
    """Read the hours of a full-time week, if given."""
    return None if week is None else inputs.number(week, what="--week")


def pay(text: str, week: str | None, what: str) -> inputs.Salary:
    """Read a salary; raises ``UsageProblem`` for what is none, or an hourly one without a week."""
    return inputs.salary(text, week=hours(week), weeks=WEEKS_A_YEAR, what=what)


def last_year(typed: Typed) -> Decimal | None:
    """Read last year's pay, if given."""
    return None if typed.last_year is None else exact(pay(typed.last_year, typed.week, "--last-year").annual)


def share(typed: Typed) -> Decimal:
    """Read the share of full-time hours."""
    return FULL_TIME if typed.fte is None else inputs.share(typed.fte)


def year(typed: Typed) -> Asked:
    """Read the tax year; the last one known if none is given."""
    if typed.tax_year is not None:
        return asked(typed.tax_year, tables())
    last = of_day(tables().last)
    return Asked(last, last)


def alone(typed: Typed) -> Circumstances:
    """Read the circumstances where no offer is named, so that none can have its own."""
    return Circumstances(
        circumstances.nation(_only(typed.nation, "--nation") or FIRST_NATION),
        circumstances.loans(typed.student_loan),
        circumstances.pension(_only(typed.pension, "--pension") or circumstances.NONE),
        None if typed.category is None else circumstances.category(typed.category),
    )


def _only(texts: list[str], option: str) -> str | None:
    """Return the one value of an option that may be repeated for several offers."""
    if len(texts) > 1:
        raise UsageProblem(f"{option} is given twice, and no offer is named: give it once")
    for text in texts:
        for name, value in inputs.pairs(text, option=option):
            if name is not None:
                raise UsageProblem(f"{option} {shown(text)} is for an offer, and none is named: write {option} {value}")
    return next(iter(texts), None)


def of_each(named: tuple[Named, ...], typed: Typed) -> dict[str, Circumstances]:
    """Read the circumstances of each offer: its own nation unless one is given.

    Raises ``UsageProblem`` for what cannot be understood, and for an offer of no one nation.
    """
    from payoffer.cli.question import by_offer

    nations = by_offer(named, typed.nation, "--nation")
    pensions = by_offer(named, typed.pension, "--pension")
    loans = circumstances.loans(typed.student_loan)
    letter = None if typed.category is None else circumstances.category(typed.category)
    return {
        offer.id: Circumstances(
            _nation(offer, nations.get(offer.id)),
            loans,
            circumstances.pension(pensions[offer.id]) if offer.id in pensions else Pension(),
            letter,
        )
        for offer in named
    }


def _nation(offer: Named, text: str | None) -> str:
    if text is not None:
        return circumstances.nation(text)
    if offer.offer.nation not in NATIONS:
        raise UsageProblem(
            f"{offer.offer.name} is for no one nation, and income tax goes by nation: add --nation {offer.id}=scotland "
            "or another"
        )
    return offer.offer.nation
