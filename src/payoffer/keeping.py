"""Whether basic pay keeps up with prices: over an offer's own months, and over all those counted."""

from enum import StrEnum
from fractions import Fraction

from payoffer.compare import Valued
from payoffer.valuation import Valuation


class Keeping(StrEnum):
    """Whether basic pay keeps up with prices over an offer's own months."""

    KEEPS_UP = "keeps up"
    AT_THE_END = "keeps up at the end but not on the way"
    CASH_ONLY = "the one-off covers the gap, basic pay does not keep up"
    FALLS_SHORT = "does not keep up"
    DEPENDS = "depends on what the offer leaves open"


def keeping(offer: Valued, number: int) -> Keeping:
    """Say whether an offer keeps up with price index ``number`` over its own months.

    A one-off has to cover the gap in every reading; where basic pay keeps up in some readings only, it depends.
    """
    found = [_keeping(read.by_prices[number].own) for read in offer.reads]
    if len(set(found)) == 1:
        return found[0]
    return Keeping.FALLS_SHORT if set(found) == {Keeping.CASH_ONLY, Keeping.FALLS_SHORT} else Keeping.DEPENDS


def _keeping(own: Valuation) -> Keeping:
    changes = [year.real_change_percent or Fraction(0) for year in own.years]
    if changes[-1] >= 0:
        return Keeping.KEEPS_UP if min(changes) >= 0 else Keeping.AT_THE_END
    covered = own.one_off_cash and own.shortfall is not None and own.shortfall <= 0
    return Keeping.CASH_ONLY if covered else Keeping.FALLS_SHORT


def keeping_after(offer: Valued, number: int) -> Keeping:
    """Say whether an offer keeps up over the months counted, on what is supposed of it after it has run out."""
    found = {_keeping_over(read.by_prices[number].window) for read in offer.reads}
    return found.pop() if len(found) == 1 else Keeping.DEPENDS


def _keeping_over(window: Valuation) -> Keeping:
    over = [year.rate_at_end - window.rate_before * (year.level or 1) for year in window.years]
    if over[-1] < 0:
        return Keeping.FALLS_SHORT
    return Keeping.KEEPS_UP if min(over) >= 0 else Keeping.AT_THE_END
