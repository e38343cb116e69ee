"""What is asked of a valuation: which offers, whose pay, against which prices, over which months."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from payoffer.offer import Offer
from payoffer.prices import Prices
from payoffer.settle import Follows, Given

Align = Literal["years", "dates"]
KindOfFile = Literal["bundled", "own", "local", "shorthand"]


class Named(NamedTuple):
    """An offer as it was asked for: its id, the document, and the file it came from.

    ``hides``: the bundled offer of that name. ``beside``: the id of the offer whose start and people it takes.
    """

    id: str
    offer: Offer
    file: str
    kind_of_file: KindOfFile
    hides: str | None = None
    beside: str | None = None


class Pay(NamedTuple):
    """Whose pay: a full-time salary a year (before the first award, or today's), or a point of a scale."""

    salary: Fraction
    now: bool = False
    points: Mapping[str, str] = {}
    fte: Fraction = Fraction(1)
    week: Fraction | None = None


class Question(NamedTuple):
    """Everything that is asked beside the offers themselves; ``follows`` by offer id."""

    pay: Pay
    prices: tuple[Prices, ...] = ()
    months: int | None = None
    align: Align | None = None
    follows: Mapping[str, Follows] = {}
    given: Given = Given({})
