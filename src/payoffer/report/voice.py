"""One sentence of the verdict, and the voice that tells it: which comparison, and what its offers are called."""

from collections.abc import Collection
from enum import Enum
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


class Part(Enum):
    """What a message leaves out where it is too long, the first of them first."""

    EARLIER_YEARS = "what basic pay buys before the end of each offer's own months"
    LEVEL_RISE = "the rise that would make two offers level"
    ANOTHER_SALARY = "that another salary can give another order"
    ORDER_AFTERWARDS = "which offer would add more if one that runs out were followed by no rise"
    KEEPING_AFTERWARDS = "whether it would then go on to keep up"
    ON_THE_WAY = "that an offer keeps up at the end, but not on the way there"
    ITS_MONTHS = "over how many months each offer keeps up"
    CLOCK_MONTHS = "up to which month the other clock looks"
    OPEN_POINT = "what it is that an offer leaves open, where the order depends on it"


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
        self, answer: Comparison, names: dict[str, Label], *, brief: bool = False, without: Collection[Part] = ()
    ) -> None:
        """Tell of ``answer``, calling its offers by ``names``.

        ``brief`` leaves out what a message says elsewhere; ``without`` are the parts left out because it is too long.
        """
        self.answer = answer
        self.names = names
        self.brief = brief
        self.without = without

    def of(self, offer: Valued) -> Label:
        """Return what an offer is called."""
        return self.names[offer.id]


def slot(figure: Span, places: int = 0) -> list[Any]:
    """Return the span of a figure as printed, least and most."""
    return [decimals(figure.low, places), decimals(figure.high, places)]
