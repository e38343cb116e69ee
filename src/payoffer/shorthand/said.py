"""An offer as it was said, before it is an Offer: years, the parts of each, and the terms of each part."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from payoffer.offer_parts import Per
from payoffer.shorthand.days import When
from payoffer.shorthand.marks import Mark

MOST_YEARS = 10
TOO_MANY_YEARS = f"an offer in one line has at most {MOST_YEARS} years: write it in a file"


@dataclass
class Term:
    """A term by its keys in an offer file, the first of them its kind; what its sum goes by (None: no sum)."""

    values: dict[str, Any]
    per: Per | None = None

    @property
    def kind(self) -> str:
        """What the term does."""
        return next(iter(self.values))


@dataclass
class Part:
    """A rise or a one-off: its terms, the main one first, and what is said of it beside them.

    ``years``: for how many years it is given. ``day_before``: its pay before is said to be that on the day before.
    ``under``: the part that this one is said to be on top of.
    """

    first: Mark
    terms: list[Term] = field(default_factory=list)
    one_off: bool = False
    on_top: bool = False
    of: str | date | None = None
    of_at: Mark | None = None
    day_before: bool = False
    when: When | None = None
    paid: date | None = None
    paid_at: Mark | None = None
    in_payment: bool = False
    years: int = 1
    week: Decimal | None = None
    under: "Part | None" = None

    @property
    def main(self) -> Term:
        """The term that the others limit."""
        return self.terms[0]


@dataclass
class Year:
    """The parts that count from one day."""

    parts: list[Part]
    when: When | None = None


@dataclass
class Said:
    """A whole offer: its name, its years in order, its last day with the place of that, its week."""

    name: str
    years: list[Year] = field(default_factory=list)
    until: date | None = None
    until_at: int = 0
    week: Decimal | None = None
