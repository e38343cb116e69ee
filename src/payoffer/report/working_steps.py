"""Each step of pay and each one-off as a sum, from the working kept in the schedule: no rule is run again."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import partial
from math import prod
from typing import NamedTuple

from payoffer.money import plain
from payoffer.offer_parts import Per
from payoffer.periods import YEAR
from payoffer.report.sums import Known, Line, Share, Sum, line, money, number, share, written
from payoffer.report.working_words import (
    ADDED,
    ASSUMED,
    BECOMES,
    CARRIED_UNROUNDED,
    NEW_WEEK,
    NOT_FOR_THIS_PAY,
    PAID,
    PART_TIME,
    When,
    limit,
    of_point,
    one_off,
    percent_of,
    rounding,
    sums_by,
)
from payoffer.schedule import PaySchedule
from payoffer.steps import Applied, Payment, Step
from payoffer.uplift import LIMITS

PLACES = 10
"""Decimals of pay between two terms of one date, which is not rounded there."""


PENCE = 2
_line = partial(line, least=PLACES)


class _At(NamedTuple):
    """Where a term works: what its lines begin with, what its sums go by, and what turns those into a year's.

    ``places`` are the decimals of the pay after it.
    """

    label: str
    per: Per
    factors: tuple[Fraction, ...]
    when: When
    places: int = PLACES


def pay_lines(schedule: PaySchedule, when: When, assumed_from: date | None) -> Iterator[Line]:
    """Yield the steps of basic pay, then the one-offs; from ``assumed_from`` on a rise is only assumed."""
    for step in schedule.steps:
        assumed = assumed_from is not None and step.start >= assumed_from
        yield from _step(schedule, step, when, ASSUMED if assumed else "")
    by_lump: dict[int, list[Payment]] = {}
    for payment in schedule.payments:
        by_lump.setdefault(id(payment.lump), []).append(payment)
    for payments in by_lump.values():
        yield from _one_off(schedule, payments, when)


def _step(schedule: PaySchedule, step: Step, when: When, assumed: str) -> Iterator[Line]:
    day = when.day(step.start) + assumed
    changes = [applied for part in step.parts for applied in part.working if applied.after != applied.before]
    # A typed salary is kept to the penny, and its last sum is printed so; a point's rounding has a line of its own.
    to_penny = changes[-1] if changes and schedule.person.point is None else None
    pay = step.before
    for part in step.parts:
        at = _At(
            day + (PAID if part.award.in_payment else ""),
            part.award.per,
            schedule.units.sums(part.award.per, step.start),
            when,
        )
        if not part.working:
            yield _line(f"{at.label}, {NOT_FOR_THIS_PAY}", money(pay), money(pay))
        for applied in part.working:
            places = PENCE if applied is to_penny else PLACES
            yield from _term(applied, at._replace(label=at.label + of_point(applied.key), places=places))
            pay = applied.after
    if step.rounded_by and schedule.person.point is not None and (step.rate, step.carried) != (step.exact, step.exact):
        rule, factors = schedule.units.rounding(step.rounded_by)
        label = f"{day}, {_text(step.exact)} {rounding(rule, step.rounded_by.per if factors else 'year')}"
        yield _line(label + CARRIED_UNROUNDED[rule.carry], _scaled(step.rate, factors), money(step.rate))


def _term(applied: Applied, at: _At) -> Iterator[Line]:
    term, rate = applied.term, applied.figure
    before, base, after = money(applied.before), money(applied.base), money(applied.after)
    if term.kind == "percent" and term.of is None:
        yield _line(at.label, before * number(1 + rate / 100), after, at.places)
    elif term.kind == "percent":
        made = base * number(rate / 100)
        rise = money(applied.after - applied.before, made)
        yield _line(f"{at.label}, {percent_of(term, rate, at.when)}", made, rise)
        yield _line(at.label + ADDED, before + rise, after, at.places)
    elif term.kind == "total_percent":
        yield _line(f"{at.label}, {percent_of(term, rate, at.when)}", base * number(1 + rate / 100), after, at.places)
    elif term.kind in LIMITS:
        yield from _limit(applied, at)
    elif term.kind == "new_week":
        yield _line(f"{at.label}, {NEW_WEEK.format(plain(rate))}", before, after)
    elif term.kind == "flat":
        yield from _in_sums(applied, at)
        yield _line(at.label, before + money(rate, _scaled(rate, at.factors)), after, at.places)
    else:
        made = money(rate) if term.move else _scaled(rate, at.factors)
        yield _line(f"{at.label}, {BECOMES[term.kind]}", made, after, at.places)


def _limit(applied: Applied, at: _At) -> Iterator[Line]:
    """Yield the least or most that pay may be, and whether it is what pay becomes."""
    term, base = applied.term, money(applied.base)
    yield from _in_sums(applied, at)
    figure = money(applied.figure, _scaled(applied.figure, at.factors))
    counts = applied.after != applied.before
    if term.kind == "minimum_rise_percent":
        made: Sum = base * number(1 + applied.figure / 100)
        value = applied.base * (1 + applied.figure / 100)
    elif term.kind == "minimum_pay":
        made, value = figure, applied.figure
    else:
        made, value = base + figure, applied.base + applied.figure
    shown = f"{plain(applied.figure)}%" if term.kind == "minimum_rise_percent" else _text(applied.figure)
    label = limit(term, shown, _text(applied.before), at.when, counts=counts)
    yield _line(f"{at.label}, {label}", made, money(value), at.places if counts else PLACES)


def _in_sums(applied: Applied, at: _At) -> Iterator[Line]:
    """Yield the sum that turns a term's own figure into pounds a year, where it is by the month or hour."""
    figure = applied.figure
    if at.factors and applied.term.kind != "minimum_rise_percent":
        typed = _text(figure / prod(at.factors))
        yield _line(f"{at.label}, {sums_by(typed, at.per)}", _scaled(figure, at.factors), money(figure))


def _scaled(figure: Fraction, factors: Iterable[Fraction]) -> Sum:
    """Return a figure as the one typed times what turns it into pounds a year."""
    made: Sum = money(figure / prod(factors, start=Fraction(1)))
    for factor in factors:
        whole = 10**PLACES % factor.denominator == 0
        made *= number(factor) if whole else Share(factor.numerator, factor.denominator)
    return made


def _one_off(schedule: PaySchedule, payments: list[Payment], when: When) -> Iterator[Line]:
    first = payments[0]
    lump, fte = first.lump, schedule.person.fte
    part_time = lump.pro_rata and fte != 1
    label = one_off(payments, fte, when)
    full = first.amount / fte if lump.pro_rata else first.amount
    at = _At(label, "year", schedule.units.sums("year", first.day), when)
    if not first.working:
        yield _line(f"{label}, {NOT_FOR_THIS_PAY}", money(full), money(full))
        return
    for applied in first.working:
        if applied.term.kind in {"flat", "minimum_rise", "maximum_rise"}:
            yield from _in_sums(applied, at)
    made = _lump(first, at)
    exact = first.working[-1].after - first.base
    if exact != full and lump.round:
        yield _line(label, made, money(exact))
        label = f"{label}, {_text(exact)} {rounding(lump.round, 'year')}"
        made = money(full)
    if not part_time or not isinstance(made, Known):
        yield _line(label, made * number(fte) if part_time else made, money(first.amount))
    else:
        yield _line(label, made, made)
        yield _line(label + PART_TIME, made * number(fte), money(first.amount))


def _lump(payment: Payment, at: _At) -> Sum:
    """Return the sum of a one-off: what its terms would add to the pay that they are of."""
    made: Sum | None = None
    for applied in payment.working:
        kind, figure = applied.term.kind, applied.figure
        if kind == "percent":
            more: Sum = money(applied.base) * number(figure / 100)
        elif kind == "flat":
            more = money(figure, _scaled(figure, at.factors))
        elif kind == "months_of_rise":
            now = applied.base + (applied.after - applied.before) * YEAR / figure
            more = (money(now) - money(applied.base)) * share(figure)
        elif applied.after != applied.before:
            made = _instead(payment, applied, at)
            continue
        else:
            continue
        made = more if made is None else made + more
    return money(Fraction(0)) if made is None else made


def _instead(payment: Payment, applied: Applied, at: _At) -> Sum:
    """Return what a limit, or a rise in all, makes of a one-off, whatever the terms before it came to."""
    base, figure = money(applied.base), applied.figure
    percentage = applied.term.kind in {"total_percent", "minimum_rise_percent"}
    more = base * number(figure / 100) if percentage else money(figure, _scaled(figure, at.factors))
    return more if applied.base == payment.base else base + more - money(payment.base)


def _text(value: Fraction) -> str:
    return written(value, "pounds", PLACES)
