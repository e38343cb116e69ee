"""What each offer is worth over another: the one refused, the union's claim, the award that comes anyway.

Two offers are only set against each other over as many months of each, from the start of each or from one date, and
only over months of which both say something, or for which it has been said what would have followed. That is in every
pair of readings that can both be true: so each offer is valued once more, side by side with the other alone.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from payoffer.asked import Named, Question
from payoffer.compare import Comparison, Scale, Valued, compare
from payoffer.periods import Clock
from payoffer.verdict import Span, pairs, span


class Apart(NamedTuple):
    """How far one offer is from another over ``months`` of each; below zero it is behind.

    ``extra_cash`` in pounds over those months, ``rate_at_end`` in full-time pounds a year at their end.
    """

    offer: Valued
    against: Valued
    pair: Comparison
    months: Fraction
    extra_cash: Span
    rate_at_end: Span

    @property
    def own_starts(self) -> bool:
        """Whether the months of each are counted from its own start, and these differ."""
        return self.offer.anchor != self.against.anchor

    @property
    def assumed_after(self) -> tuple[Valued, ...]:
        """The offers that run out before the months counted end, so that a rise assumed after them is counted."""
        return tuple(valued for valued in self.pair.offers if Clock(valued.anchor).at(valued.deal.end) < self.months)


def months_of_both(pair: Comparison) -> Fraction:
    """Return over how many months two offers are set against each other: those of which both say something."""
    ends = (offer.reads[0].figures.window.window.runs_to for offer in pair.offers)
    return min([pair.months, *(end for end in ends if end is not None)])


def apart(offers: tuple[Named, ...], against: Named, question: Question, scale: Scale) -> Iterator[Apart]:
    """Yield how far each of ``offers`` is from ``against``; raises as ``compare`` does."""
    for named in offers:
        pair = compare((named, against), question, scale)
        offer, other = pair.offers
        months = months_of_both(pair)
        whole = [(one.figures.window, two.figures.window) for one, two in pairs(offer, other)]
        yield Apart(
            offer,
            other,
            pair,
            months,
            span(one.extra_pay(Fraction(0), months) - two.extra_pay(Fraction(0), months) for one, two in whole),
            span(one.rate_at(months) - two.rate_at(months) for one, two in whole),
        )
