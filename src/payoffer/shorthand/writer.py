"""Offer to shorthand, for those offers whose rises and one-offs can be said so.

What is written is read again: only a text that gives the same rises and one-offs, the same last day and week, says
the offer. Its name, its rounding and its sources are not in it, nor what is said to follow.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from payoffer.document import Range
from payoffer.errors import ShorthandProblem
from payoffer.money import in_full, plain
from payoffer.offer import Offer
from payoffer.offer_parts import IN_FORCE, IN_PAYMENT, UNSTATED, Award, LumpSum
from payoffer.periods import long_day, month_name
from payoffer.shorthand.parser import read_shorthand
from payoffer.uplift import BEFORE, Term

_BASES = {BEFORE: " of pay before", IN_PAYMENT: " of pay now", IN_FORCE: " of pay after the rise", UNSTATED: ""}
_PER = {"year": "", "month": " a month", "hour": " an hour"}
_LIMITS = {"minimum_rise": " min ", "minimum_rise_percent": " min ", "maximum_rise": " max "}
_ON_PAY = (("pay_over", "over"), ("pay_from", "from"), ("pay_up_to", "up to"), ("pay_under", "under"))
Start = date | int | None


class _NotSaid(Exception):
    """Something in the offer has no form in shorthand."""


def in_shorthand(offer: Offer) -> str | None:
    """Return the text that says the rises and one-offs of an offer; None where there is none that gives them again."""
    try:
        text = ", ".join(filter(None, (*_years(offer), f"until {_day(offer.until)}" if offer.until else "")))
        again = read_shorthand(text)
    except (_NotSaid, ShorthandProblem):
        return None
    same = again.award == offer.award and again.lump_sum == offer.lump_sum and again.until == offer.until
    by_the_hour = any(award.per == "hour" for award in offer.award)
    in_hours = not by_the_hour or (again.week, again.weeks) == (offer.week, offer.weeks)
    return text if same and in_hours and offer.start is None else None


def _years(offer: Offer) -> Iterator[str]:
    """Yield the text of each day or year from which something counts."""
    parts: dict[Start, list[Award | LumpSum]] = {_start(award): [] for award in offer.award}
    before: Start = next(iter(parts), None)
    for lump in offer.lump_sum:
        start = _start(lump)
        before = before if start is None else start
        parts.setdefault(before, []).append(lump)
    for award in reversed(offer.award):
        parts[_start(award)].insert(0, award)
    starts = list(parts)
    numbered = all(isinstance(start, int) for start in starts) and starts != list(range(1, len(starts) + 1))
    for start, found in parts.items():
        first, *rest = [text for part in _grouped(found) for text in part]
        when = f" from {_month(start)}" if isinstance(start, date) else f" in year {start}" if numbered else ""
        week = f" on {plain(offer.week)} hours" if offer.week and any("hour" in text for text in (first, *rest)) else ""
        yield " + ".join([f"{first}{when}{week}", *rest])


def _start(part: Award | LumpSum) -> Start:
    if isinstance(part, Award):
        if isinstance(part.effective, str):
            raise _NotSaid
        return part.effective or part.year
    return part.year or (part.covers[0] if part.covers else None)


def _grouped(parts: list[Award | LumpSum]) -> Iterator[list[str]]:
    """Yield the texts of each award and one-off of one day."""
    awards = [part for part in parts if isinstance(part, Award)]
    terms = [(award, term) for award in awards for term in award.uplift]
    yield list(_rises(terms))
    yield from ([_one_off(part)] for part in parts if isinstance(part, LumpSum))


def _rises(terms: list[tuple[Award, Term]]) -> Iterator[str]:
    """Yield each rise with the limits that follow it."""
    text = ""
    percent = flat = False
    for number, (award, term) in enumerate(terms):
        if term.kind in _LIMITS and text:
            text += _limit(term, award.per)
        else:
            if text:
                yield text
            text = _term(term, award.per)
            if term.kind in {"percent", "index"}:
                text += _base(term, percent=percent, flat=flat)
                percent = True
            flat |= term.kind == "flat"
            new = number == 0 or terms[number - 1][0] is not award
            text += f" paid {_day(award.paid)}" if award.paid and new else ""
            text += " already paid" if award.in_payment else ""
    if text:
        yield text


def _base(term: Term, *, percent: bool, flat: bool) -> str:
    """Return what says of which pay a percentage is, where that is not plain from those before it."""
    if isinstance(term.of, date):
        return f" of pay on {_day(term.of)}"
    if term.of == BEFORE:
        return "" if percent and not flat else " of pay on the day before"
    return " on top" if percent else ""


def _one_off(lump: LumpSum) -> str:
    first, *rest = lump.pay
    if any(term.kind not in _LIMITS for term in rest):
        raise _NotSaid
    of = f" of pay on {_day(lump.of)}" if isinstance(lump.of, date) else _BASES[str(lump.of)]
    paid = f" paid {_day(lump.paid)}" if lump.paid else ""
    text = f"{_term(first, 'year')} one-off{'' if first.kind == 'flat' else of}{paid}"
    return text + "".join(_limit(term, "year") for term in rest) + (" already paid" if lump.in_payment else "")


def _term(term: Term, per: str) -> str:
    """Return a term without its base: ``5%``, ``£500 a month``, ``RPI of February 2025 + 0.5% min 3%``."""
    if term.index:
        text = term.index.upper() + (f" of {month_name(term.month)}" if term.month else "")
        text += f" {'+' if term.plus > 0 else '-'} {plain(abs(term.plus))}%" if term.plus else ""
        bounds = (("min", term.floor), ("max", term.cap))
        return text + "".join(f" {word} {plain(bound)}%" for word, bound in bounds if bound is not None) + _on_pay(term)
    figure = term.figure if term.kind in {"percent", "flat", "minimum_pay"} else None
    if isinstance(figure, Range):
        low, high = (_figure(term.kind, end) for end in figure)
        return f"{low} to {high}{_PER[per] if term.kind == 'flat' else ''}{_on_pay(term)}"
    if not isinstance(figure, Decimal):
        raise _NotSaid
    text = _figure(term.kind, figure)
    if term.kind == "percent":
        return text + _on_pay(term)
    return f"{'nobody under ' if term.kind == 'minimum_pay' else ''}{text}{_PER[per]}{_on_pay(term)}"


def _limit(term: Term, per: str) -> str:
    figure = term.figure
    if not isinstance(figure, Decimal) or term.limited() or term.of:
        raise _NotSaid
    if term.kind == "minimum_rise_percent":
        return f" min {_figure('percent', figure)}"
    return f"{_LIMITS[term.kind]}{_figure('flat', figure)}{_PER[per]}"


def _figure(kind: str, value: Decimal) -> str:
    return f"{plain(value)}%" if kind == "percent" else in_full(value)


def _on_pay(term: Term) -> str:
    bounds = [f" {word} £{plain(bound)}" for key, word in _ON_PAY if (bound := getattr(term, key)) is not None]
    return f" on pay{''.join(bounds)}" if bounds else ""


def _day(day: date | None) -> str:
    return long_day(day) if day else ""


def _month(day: date) -> str:
    return month_name(day) if day.day == 1 else long_day(day)
