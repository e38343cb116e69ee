"""What each offer is worth over another: the one refused, the union's claim, the award that comes anyway.

Two offers are only set against each other over the months that both cover, in every pair of readings that can both be
true: so each offer is valued once more, side by side with the other alone.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from payoffer.compare import Comparison, Named, Question, Scale, Valued, compare
from payoffer.verdict import Span, pairs, span


class Apart(NamedTuple):
    """How far one offer is from another over the months both cover; below zero it is behind.

    ``extra_cash`` in pounds over those months, ``rate_at_end`` in full-time pounds a year at their end.
    """

    offer: Valued
    against: Valued
    pair: Comparison
    extra_cash: Span
    rate_at_end: Span

    @property
    def months(self) -> Fraction:
        """The months both cover."""
        return self.pair.months_covered


def apart(offers: tuple[Named, ...], against: Named, question: Question, scale: Scale) -> Iterator[Apart]:
    """Yield how far each of ``offers`` is from ``against``; raises as ``compare`` does."""
    for named in offers:
        pair = compare((named, against), question, scale)
        offer, other = pair.offers
        windows = [(one.figures.covered, two.figures.covered) for one, two in pairs(offer, other)]
        yield Apart(
            offer,
            other,
            pair,
            span(one.extra_cash - two.extra_cash for one, two in windows),
            span(one.rate_at_end - two.rate_at_end for one, two in windows),
        )
