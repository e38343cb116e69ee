"""One sentence of the verdict, and the voice that tells it: which comparison, and what its offers are called."""

from fractions import Fraction
from typing import Any, NamedTuple

from payoffer.compare import Comparison, Valued
from payoffer.money import decimals
from payoffer.report.words import (
    Label,
)
from payoffer.verdict import (
    Span,
)


class Sentence(NamedTuple):
    """One sentence of the verdict: the rule it comes from, whom it is about, over how many months, and its figures."""

    rule: str
    offers: tuple[str, ...]
    months: Fraction | None
    figures: dict[str, Any]
    text: str


class Voice:
    """Tells some findings of one comparison; the verb is "adds": never pays more, wins, better or worth more."""

    def __init__(
        self, answer: Comparison, names: dict[str, Label], *, brief: bool = False, last_year_only: bool = False
    ) -> None:
        """Tell of ``answer``, calling its offers by ``names``.

        ``brief`` leaves out what a message says elsewhere; ``last_year_only`` all that basic pay buys but in the last
        pay year that every offer has.
        """
        self.answer = answer
        self.names = names
        self.brief = brief
        self.last_year_only = last_year_only

    def of(self, offer: Valued) -> Label:
        """Return what an offer is called."""
        return self.names[offer.id]


def slot(figure: Span, places: int = 0) -> list[Any]:
    """Return the span of a figure as printed, least and most."""
    return [decimals(figure.low, places), decimals(figure.high, places)]
