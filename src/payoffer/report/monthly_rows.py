"""Month by month: what arrives on payday under each offer, with back pay and one-offs in the month they are paid.

Everywhere else money counts when it is earned; here it counts in the month in which it comes. Nothing new comes before
it was offered; what is already being paid comes when it takes effect. Each offer is read as what comes to least.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.arrears import Arrival, rises
from payoffer.compare import Valued
from payoffer.money import decimals
from payoffer.periods import YEAR
from payoffer.steps import Payment
from payoffer.valuation import Valuation

NIL = Fraction(0)
PENNY = 2


class Cell(NamedTuple):
    """One month under one offer, in pounds: its basic pay, back pay of earlier months, and one-offs that come in it.

    A rise first paid within the month is in the whole month's basic pay. ``extra_so_far`` is all that has come less
    the pay before, from the first month on; ``earliest`` says that something is taken to come in this month because
    the file gives no day and it cannot come before.
    """

    first_day: date
    basic: Decimal
    back_pay: Decimal
    one_off: Decimal
    received: Decimal
    extra_so_far: Decimal
    earliest: bool


class Owed(NamedTuple):
    """What has been earned in the months counted but comes after them: pounds, and the last day on which it comes."""

    amount: Decimal
    day: date


class Stream(NamedTuple):
    """One offer month by month, and what is still owed at the end."""

    cells: tuple[Cell, ...]
    owed: Owed | None


def stream(offer: Valued) -> Stream:
    """Return what comes in each month counted, in the least reading of an offer."""
    whole = offer.reads[0].figures.window
    # Years without dates have no calendar on which the day of an offer could stand.
    offered = offer.offer.offered if offer.dated else None
    every = list(rises(whole, offered))
    one_offs = [(payment.amount, _one_off_arrival(payment, offered)) for payment in whole.payments_inside]
    cells: list[Cell] = []
    known = [rise for rise in every if rise.first_paid < whole.months]
    extra = NIL
    for month in range(-int(-whole.months // 1)):
        start, end = Fraction(month), min(Fraction(month + 1), whole.months)
        before = whole.rate_before * (end - start) / YEAR
        basic = before + sum((r.a_year * max(end - max(start, r.in_basic_pay), NIL) for r in known), NIL) / YEAR
        late = [rise for rise in known if rise.earned < rise.paid and rise.first_paid == month]
        back_pay = sum((rise.back_pay(whole.months) for rise in late), NIL)
        paid = [(amount, arrival) for amount, arrival in one_offs if _month(whole, arrival) == month]
        one_off = sum((amount for amount, _ in paid), NIL)
        received = (basic + back_pay) * whole.fte + one_off
        extra += received - before * whole.fte
        arrivals = [rise.arrival for rise in late] + [arrival for _, arrival in paid]
        cells.append(
            Cell(
                whole.clock.day(month),
                decimals(basic * whole.fte, PENNY),
                decimals(back_pay * whole.fte, PENNY),
                decimals(one_off, PENNY),
                decimals(received, PENNY),
                decimals(extra, PENNY),
                any(arrival.earliest for arrival in arrivals),
            )
        )
    after = [rise.arrival.day for rise in every if rise.first_paid >= whole.months]
    after += [arrival.day for _, arrival in one_offs if _month(whole, arrival) >= whole.months]
    owed = decimals(whole.extra_cash - extra, PENNY)
    return Stream(tuple(cells), Owed(owed, max(after)) if owed else None)


def _one_off_arrival(payment: Payment, offered: date | None) -> Arrival:
    """Return when a one-off comes: the day on which it counts is one only for what has been paid already."""
    if payment.lump.in_payment:
        return Arrival(payment.paid or payment.day)
    day = payment.paid or payment.day
    return Arrival(max(day, offered) if offered else day, earliest=payment.paid is None)


def _month(whole: Valuation, arrival: Arrival) -> int:
    return max(int(whole.clock.at(arrival.day) // 1), 0)
