"""What is paid once under an offer, one-offs and back pay, as it is told: what is left, when, and after what."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from payoffer.money import decimals
from payoffer.periods import month_name
from payoffer.report.takehome_answer import OfferTakeHome
from payoffer.report.words import capital, joined, money_span
from payoffer.takehome.under_offer import PaidOnce
from payoffer.verdict import Span, span

TAKEN = {
    "income_tax": "income tax",
    "national_insurance": "National Insurance",
    "student_loan": "student loan",
    "pension": "pension",
}


def once_span(offer: OfferTakeHome, what: str) -> Span | None:
    """Return what is left of all one-offs or back pay of an offer, over its readings; None where there is none."""
    totals = [
        sum((Fraction(paid.extra.net) for paid in reading.paid_once if paid.what == what), Fraction(0))
        for reading in offer.readings
    ]
    return span(totals) if any(paid.what == what for paid in offer.readings[0].paid_once) else None


def once_note(offer: OfferTakeHome) -> str:
    """Return each sum that is paid once, what is taken off it in the month it is paid, and the plain estimate."""
    return " ".join(map(_told, zip(*(reading.paid_once for reading in offer.readings), strict=True)))


def _told(same: tuple[PaidOnce, ...]) -> str:
    paid = same[0]
    what = "the one-off" if paid.what == "one-off" else "the back pay"
    when = f"paid in {month_name(paid.pay_day)}"
    if not paid.day_known:
        when = f"if {when} (the day is not known)"
    already = ", already paid" if paid.in_payment else ""
    taken = [f"{name} {_span(same, figure)}" for figure, name in TAKEN.items() if _some(same, figure)]
    off = f"after {joined(taken)}" if taken else "with nothing taken off"
    pension = "" if paid.pensionable else "; it is not taken to count for the pension"
    spread = money_span(span(Fraction(each.extra.spread) for each in same))
    return (
        f"{capital(what)} of {_span(same, 'gross')}{already}, {when}: {_span(same, 'net')} is left, {off}{pension}. "
        f"In an annual estimate, spread over the year, {spread} is left."
    )


def _figures(same: Iterable[PaidOnce], figure: str) -> Iterator[Fraction]:
    return (Fraction(getattr(each.extra, figure)) for each in same)


def _span(same: Iterable[PaidOnce], figure: str) -> str:
    return money_span(span(_figures(same, figure)))


def _some(same: Iterable[PaidOnce], figure: str) -> bool:
    return any(decimals(each, 0) for each in _figures(same, figure))
