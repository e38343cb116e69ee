"""Pay before an offer, worked back from pay today."""

from datetime import date
from fractions import Fraction

from payoffer.deal import in_payment_part
from payoffer.errors import NotValued
from payoffer.money import PENNY, pence
from payoffer.offer import Offer
from payoffer.schedule import PaySchedule
from payoffer.steps import Person


def pay_before(offer: Offer, person: Person) -> Fraction:
    """Return the pay before the first award from which the awards in payment make ``person.pay`` today.

    Rounding may leave no pay that makes it exactly; then the one that makes a penny more is meant.
    Raises ``NotValued`` where no pay before, or more than one, gives today's.
    """
    part = in_payment_part(offer)
    if not part.award:
        return person.pay

    def now(pennies: int) -> Fraction:
        pay = Fraction(pennies, 100)
        try:
            return PaySchedule(part, person._replace(pay=pay)).rate_on(date.max)
        except NotValued:
            if pay >= person.pay:
                raise
            return Fraction(0)

    low, high = 1, int(person.pay * 200)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if now(middle) < person.pay else (low, middle)
    before = Fraction(low, 100)
    if abs(now(low) - person.pay) > PENNY:
        message = (
            f"{offer.name}: no pay before the awards already being paid makes "
            f"{pence(person.pay)} now: give the pay before them with --salary"
        )
        raise NotValued(message)
    if now(low + 1) == person.pay:
        message = (
            f"{offer.name}: more than one pay before the awards makes {pence(person.pay)} now: "
            "give the pay before them with --salary"
        )
        raise NotValued(message)
    return before
