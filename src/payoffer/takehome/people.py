"""A list of people, one a row: which columns say what, and each row read into a salary and its terms.

Columns are named as the options are, in any case: ``salary`` (it has to be there), ``nation``, ``tax_year``,
``student_loan``, ``pension``, ``fte``, ``last_year``, ``category``. What a row leaves empty is as the option says,
else as it is without the option. Rows that say the same share their terms, so that each is made once.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from payoffer import inputs
from payoffer.errors import UsageProblem
from payoffer.offer import WEEKS_A_YEAR
from payoffer.takehome.deductions import exact
from payoffer.takehome.worked import Terms, Worked, worked

SALARY = "salary"
SETTINGS = ("nation", "tax_year", "student_loan", "pension", "fte", "last_year", "category")
RENAMED = {"pension": "pension_scheme", "student_loan": "student_loan_plan"}
"""What these two are called beside the sums of the same name; a list may use either."""
ADDED = (
    "gross", "pension", "income_tax", "national_insurance", "student_loan", "net", "marginal_rate_percent",
    "tax_year", "nation", "notes",
)  # fmt: skip
MOST_TERMS = 10_000
_DIGITS = re.compile(r"[1-9][0-9]{2,6}(?:\.[0-9]{1,2})?")


class Columns(NamedTuple):
    """How many there are, where each setting stands in a row, and the headings kept beside what is added."""

    width: int
    salary: int
    settings: Mapping[str, int]
    kept: tuple[tuple[str, int], ...]


def columns(headings: Sequence[str]) -> Columns:
    """Find the columns by their headings.

    Raises:
        UsageProblem: no salary, two columns for one thing, or a column named as one that is added.

    """
    meant = [_meant(heading) for heading in headings]
    known = {SALARY, *SETTINGS}
    for name in known:
        if meant.count(name) > 1:
            raise UsageProblem(f"two columns are for {name}: leave one of them out")
    if SALARY not in meant:
        raise UsageProblem(f"there is no column called {SALARY}: the columns are {', '.join(headings) or 'none'}")
    for name in ADDED:
        if name not in known and name in meant:
            raise UsageProblem(f"there is a column called {name} already, which is one that is added: rename it")
    kept = tuple(
        (RENAMED.get(name, heading), place)
        for place, (heading, name) in enumerate(zip(headings, meant, strict=True))
        if name not in {"nation", "tax_year"}
    )
    places = {name: meant.index(name) for name in SETTINGS if name in meant}
    return Columns(len(meant), meant.index(SALARY), places, kept)


def _meant(heading: str) -> str:
    name = re.sub(r"[\s_-]+", "_", heading.strip().strip("\ufeff").casefold())
    return {other: own for own, other in RENAMED.items()}.get(name, name)


class Person(NamedTuple):
    """One row: its cells as they stand, the salary and terms they say, and what has to be known of the terms."""

    cells: Sequence[str]
    salary: Decimal
    terms: Terms
    notes: tuple[str, ...]

    @property
    def case(self) -> Worked:
        """The take-home pay, worked when it is asked for."""
        return worked(self.salary, self.terms)


class Noted(NamedTuple):
    """Terms, and what has to be known of them whatever the pay."""

    terms: Terms
    notes: tuple[str, ...]


Make = Callable[[Mapping[str, str]], Noted]
"""Makes terms from the texts of ``SETTINGS``, empty where a row says nothing."""


class People:
    """Reads rows, each made into terms once for all that say the same."""

    def __init__(self, found: Columns, make: Make, week: Decimal | None) -> None:
        """Take the columns of a list, and the hours of a full-time week for pay by the hour."""
        self._week = week
        self._columns = found
        self._places = tuple(found.settings.values())
        self._make = make
        self._made: dict[tuple[str, ...], Noted] = {}

    def read(self, cells: Sequence[str]) -> Person:
        """Return one person.

        Raises:
            PayofferError: a cell that cannot be understood, a row of another length than the headings, or
                something that is not known for it.

        """
        if len(cells) != self._columns.width:
            raise UsageProblem(f"{len(cells)} cells stand under {self._columns.width} headings: give each one")
        salary = read_salary(cells[self._columns.salary], self._week)
        texts = tuple([cells[place] for place in self._places])
        noted = self._made.get(texts)
        if noted is None:
            if len(self._made) == MOST_TERMS:
                self._made.clear()
            said = dict(zip(self._columns.settings, map(str.strip, texts), strict=True))
            noted = self._made[texts] = self._make({name: said.get(name, "") for name in SETTINGS})
        return Person(cells, salary, noted.terms, noted.notes)


def read_salary(text: str, week: Decimal | None) -> Decimal:
    """Read a salary as on the command line; plain digits, which have one reading, at once.

    Raises:
        UsageProblem: as for ``inputs.salary``.

    """
    if _DIGITS.fullmatch(text):
        return Decimal(text)
    return exact(inputs.salary(text, week=week, weeks=WEEKS_A_YEAR, what=SALARY).annual)
