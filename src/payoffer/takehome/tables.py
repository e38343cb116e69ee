"""What is known of the rates: rows between two days, each with where it was seen and how sure it is.

Values only; ``files`` reads them. A day that no row covers has no rate: nothing here falls back on the nearest.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, NamedTuple, TypeVar

from payoffer.takehome.bands import Band, Tier

Value = TypeVar("Value")
Region = Literal["ruk", "scotland"]
PUBLISHED = "published"


class Provenance(NamedTuple):
    """How sure a figure is (published, derived, part derived or suspect), where it was seen, what is to be known."""

    status: str
    sources: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Dated(NamedTuple, Generic[Value]):
    """A value in force from ``first`` to ``last``, both included."""

    first: date
    last: date
    value: Value
    provenance: Provenance


class Allowance(NamedTuple):
    """The personal allowance, and the income above which it falls by 1 for every 2 (pounds a year)."""

    amount: Decimal
    taper_from: Decimal


class NationalInsurance(NamedTuple):
    """An employee's bands of pay, by the year and by the month: monthly limits are published, not a twelfth."""

    year: tuple[Band, ...]
    month: tuple[Band, ...]


class PensionTable(NamedTuple):
    """A scheme's tiers: looked up on actual or full-time pay, of this year or the last, as slabs or tranches."""

    tiers: tuple[Tier, ...]
    full_time: bool = False
    last_year: bool = False
    tranches: bool = False


class Tables(NamedTuple):
    """Every rate known: income tax by region, National Insurance by category, loans by plan, pensions by scheme."""

    income_tax: Mapping[str, Sequence[Dated[tuple[Band, ...]]]]
    allowances: Sequence[Dated[Allowance]]
    national_insurance: Mapping[str, Sequence[Dated[NationalInsurance]]]
    student_loans: Mapping[str, Sequence[Dated[Band]]]
    pensions: Mapping[str, Sequence[Dated[PensionTable]]]

    @property
    def first(self) -> date:
        """The first day for which income tax is known."""
        return self.allowances[0].first

    @property
    def last(self) -> date:
        """The last day for which income tax is known."""
        return self.allowances[-1].last


def on(rows: Sequence[Dated[Value]], day: date) -> Dated[Value] | None:
    """Return the row in force on a day, if any."""
    return next((row for row in rows if row.first <= day <= row.last), None)
