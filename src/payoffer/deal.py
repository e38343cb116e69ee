"""When a deal begins and ends, and on which day each one-off counts."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.errors import NotValued
from payoffer.offer import Offer
from payoffer.offer_parts import Award, LumpSum
from payoffer.periods import DAY, YEAR, Clock


class Deal(NamedTuple):
    """A deal's first day and the day after its last one; ``end_assumed`` where the file gives no ``until``."""

    start: date
    end: date
    start_assumed: bool
    end_assumed: bool

    @property
    def months(self) -> Fraction:
        """The deal's own length in months."""
        return Clock(self.start).at(self.end)

    @property
    def until(self) -> date:
        """The last day of the deal."""
        return self.end - DAY


def deal(offer: Offer) -> Deal:
    """Return the span of an offer whose dates are settled.

    Raises ``NotValued`` where an award's date is not stated.
    """
    refuse_unstated(offer)
    awards = [award.day for award in offer.award]
    covered = [lump.covers[0] for lump in offer.lump_sum if lump.covers]
    ends = awards or [lump.covers[1] if lump.covers else max(counted(offer, lump)) for lump in offer.lump_sum]
    start = offer.start or min(awards + covered or [min(counted(offer, lump)) for lump in offer.lump_sum])
    clock = Clock(start)
    pay_years = int(clock.at(max(ends))) // YEAR + 1
    end = offer.until + DAY if offer.until else clock.day(YEAR * max(pay_years, 1))
    return Deal(start, end, start_assumed=offer.start is None, end_assumed=offer.until is None)


def refuse_unstated(offer: Offer) -> None:
    """Raise ``NotValued`` for a total without a yearly split: its value depends on when it is paid."""
    if any(award.effective == "unstated" for award in offer.award):
        message = (
            f"{offer.name}: the offer gives a total without saying how it is split between the years, so it has no "
            "value yet: copy the file and give each award its effective date"
        )
        raise NotValued(message)


def counted(offer: Offer, lump: LumpSum) -> tuple[date, ...]:
    """Return the day or days on which a one-off counts: first covered, else paid, else offered."""
    days = lump.days
    if days:
        return days
    if offer.offered is None:
        message = f"{offer.name}: a one-off has no date: add covers or paid to it"
        raise NotValued(message)
    return (offer.offered,) * lump.times


def in_payment_part(offer: Offer) -> Offer:
    """Return the part of an offer that is already being paid: what a Yes vote does not change."""
    return offer.model_copy(
        update={
            "award": tuple(award for award in offer.award if award.in_payment),
            "lump_sum": tuple(lump for lump in offer.lump_sum if lump.in_payment),
        }
    )


def all_in_payment(offer: Offer) -> bool:
    """Say whether nothing in the offer is new."""
    parts: tuple[Award | LumpSum, ...] = (*offer.award, *offer.lump_sum)
    return all(part.in_payment for part in parts)
