"""What a text comes to: offers with their terms, and every other figure with the reason why it was left out."""

from typing import Literal, NamedTuple

TermKind = Literal["consolidated", "lump_sum"]
StatusTold = Literal["offered", "rejected", "accepted", "imposed", "unknown"]


class FoundTerm(NamedTuple):
    """One term of an offer, as the text says it; ``quote`` is the slice ``start:end`` of the text.

    ``value``, ``at_least``, ``at_most``, ``floor`` and ``cap`` are figures in the text's own units, written one way:
    ``5%``, ``£1,925``, ``75p an hour``, ``RPI+0.5%``. ``effective`` is an ISO day where the text settles one, else its
    own words. ``addition`` says that the text calls it additional to an award that it does not name.
    """

    kind: TermKind
    value: str
    at_least: str | None
    at_most: str | None
    floor: str | None
    cap: str | None
    effective: str | None
    backdated: bool
    in_payment: bool
    addition: bool
    applies_to: str | None
    quote: str
    start: int
    end: int
    rule: str
    why: str


class FoundOffer(NamedTuple):
    """Who offers what to whom; ``current`` is false for an offer that another has replaced."""

    who: str | None
    to_whom: str | None
    nation: str | None
    status: StatusTold
    current: bool
    terms: tuple[FoundTerm, ...]


class LeftOut(NamedTuple):
    """A figure that is no term: its number in the list, its type, and why."""

    n: int
    text: str
    type: str
    rule: str
    why: str
    start: int
    end: int


class Found(NamedTuple):
    """Everything found in one text; ``none`` are the nations of which it says that there is no offer."""

    offers: tuple[FoundOffer, ...]
    left_out: tuple[LeftOut, ...]
    none: tuple[str, ...]
