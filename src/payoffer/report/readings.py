"""The readings of an offer that leaves something open, each in words with its sum."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from payoffer.compare import Read, Valued
from payoffer.money import pence, plain
from payoffer.offer_parts import IN_FORCE, IN_PAYMENT, UNSTATED
from payoffer.report.words import joined, money_span
from payoffer.uplift import BEFORE
from payoffer.verdict import span

BASES = {BEFORE: "pay before", IN_PAYMENT: "pay now", IN_FORCE: "pay after the rise"}


def assumptions(offer: Valued, read: Read) -> list[str]:
    """Return what a reading assumes, the sum that each base of a one-off gives beside it."""
    told = []
    for assumed in read.assumes:
        if assumed.kind == "base":
            cash = pence(_unstated_cash(offer, read))
            told.append(f"the one-off is {one_off_rates(offer)} of {BASES[assumed.value]}: {cash}")
        else:
            told.append(assumed.text)
    return told


def of_what(read: Read) -> str:
    """Return what a one-off whose base is not stated is taken as a percentage of in this reading."""
    return joined(BASES[assumed.value] for assumed in read.assumes if assumed.kind == "base")


def sums_by_base(offer: Valued) -> Iterator[str]:
    """Yield each base that a one-off may be of with its sum: ``£600 of pay before``."""
    for base in dict.fromkeys(map(of_what, offer.reads)):
        cash = span(_unstated_cash(offer, read) for read in offer.reads if of_what(read) == base)
        yield f"{money_span(cash)} of {base}"


def _unstated_cash(offer: Valued, read: Read) -> Fraction:
    """Return what the one-offs whose base is not stated come to in a reading, whenever they are paid."""
    stated = [lump for lump in offer.offer.lump_sum if lump.of != UNSTATED]
    return sum((payment.amount for payment in read.schedule.payments if payment.lump not in stated), Fraction(0))


def one_off_rates(offer: Valued) -> str:
    """Return the percentages of the one-offs whose base is not stated: ``1.5%``."""
    lumps = [lump for lump in offer.offer.lump_sum if lump.of == UNSTATED]
    rates = [term.percent for lump in lumps for term in lump.pay]
    return joined([f"{plain(rate)}%" for rate in rates if isinstance(rate, Decimal)] or ["a percentage"])
