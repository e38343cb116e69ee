"""An offer applied to a person: dated steps of basic pay and one-off payments, with the working.

The unit of a step is the date: all terms of all awards on it run in written order from the rate the day
before, and the rate is rounded once. Each award keeps its own part of the step, so
that back pay can be late for one of them. Rates are full-time pounds a year, exact; ``fte`` scales only
what is paid once here, and what is summed in ``valuation``.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from payoffer.deal import counted, in_payment_part
from payoffer.document import OTHERS, ByPoint, Range
from payoffer.errors import NotValued
from payoffer.money import pence, pounds, round_to
from payoffer.moves import Move, begins_with, move_of
from payoffer.offer import Offer
from payoffer.offer_parts import IN_PAYMENT, Award, LumpSum
from payoffer.periods import DAY, YEAR, add_months, long_day
from payoffer.point_names import parted
from payoffer.steps import ONE, Applied, Part, Payment, Person, Step
from payoffer.units import Units
from payoffer.uplift import BEFORE, IN_POUNDS, LIMITS, ON_PAY_AS_IT_STANDS, RULES, Term, for_point


class _Facts(NamedTuple):
    """What the terms of one award or one-off start from; ``unit`` turns its sums into pounds a year.

    ``before`` is the pay they work from, ``shown`` the full-time rate that limits on pay are tested on.
    """

    what: str
    day: date
    pay: Fraction
    before: Fraction
    shown: Fraction
    unit: Fraction


class PaySchedule:
    """The steps and payments of one offer, with every question closed, for one person."""

    def __init__(self, offer: Offer, person: Person, moved_from: tuple[str, ...] = ()) -> None:
        """Apply ``offer`` to ``person``, whose pay ``moved_from`` other points follows, if any.

        Raises ``NotValued`` where an award does nothing for want of a pay point, or moves points in a circle.
        """
        self.offer = offer
        self.person = person
        self.units = Units(offer, person)
        self.moved_from = moved_from
        self.notes: list[str] = list(self._not_published())
        self.steps: list[Step] = []
        awards = sorted(offer.award, key=lambda award: award.day)
        for day, same_day in groupby(awards, key=lambda award: award.day):
            every = tuple(same_day)
            move = self._move(day, every)
            if move:
                self.steps += self._moved(day, move)
                break
            self.steps.append(self._step(day, every))
        self.payments = tuple(sorted(self._payments(), key=lambda payment: payment.day))

    def _not_published(self) -> Iterator[str]:
        """Say what of the pay at the point is arithmetic on published figures."""
        point, pay = self.person.point, pounds(self.person.pay)
        if self.person.derived:
            yield f"{pay} at {point} is worked out from published figures, not printed itself"
        if self.start_carried != self.person.pay:
            yield (
                f"the rises of {point} work from {pence(self.start_carried)}, which was rounded to {pay}: derived from "
                "what was published for all years, not published itself"
            )

    @property
    def start_rate(self) -> Fraction:
        """Full-time pay a year before the first award."""
        return self.person.pay

    @property
    def start_carried(self) -> Fraction:
        """The pay that the first award works from: before it was rounded, where the publisher carries it so."""
        return self.person.carried if self.offer.round.carry == "unrounded" else self.person.pay

    def rate_on(self, day: date) -> Fraction:
        """Return the full-time rate in force on a day, as paid, with all that day's awards."""
        return next((step.rate for step in reversed(self.steps) if step.start <= day), self.person.pay)

    def carried_on(self, day: date) -> Fraction:
        """Return the rate that later awards work from, as it stands on a day."""
        return next((step.carried for step in reversed(self.steps) if step.start <= day), self.start_carried)

    @cached_property
    def in_payment(self) -> "PaySchedule":
        """The schedule of the part of the offer that is already being paid."""
        return PaySchedule(in_payment_part(self.offer), self.person)

    def _point(self) -> str | None:
        return next((step.moved_to for step in reversed(self.steps) if step.moved_to), self.person.point)

    def _step(self, day: date, awards: tuple[Award, ...]) -> Step:
        carried = self.steps[-1].carried if self.steps else self.start_carried
        shown = self.steps[-1].rate if self.steps else self.person.pay
        pay = carried
        parts = []
        for award in awards:
            unit = self.units.a_year(award.per, day)
            facts = _Facts(f"the award of {long_day(day)}", day, pay, carried, shown, unit)
            working = tuple(self._run(award.uplift, facts))
            after = working[-1].after if working else pay
            parts.append(Part(award, after - pay, working))
            pay = after
        if pay == carried:
            return Step(day, shown, shown, carried, carried, tuple(parts))
        last = max(number for number, part in enumerate(parts) if part.rise)
        award = parts[last].award
        rate, kept = self.units.rounded(pay, award)
        rounding = rate - shown - sum(part.rise for part in parts)
        parts[last] = parts[last]._replace(rise=parts[last].rise + rounding)
        return Step(day, shown, rate, kept, pay, tuple(parts), award)

    def _run(self, terms: tuple[Term, ...], facts: _Facts) -> Iterator[Applied]:
        """Run the terms that are for this pay and point, in written order, yielding each."""
        wanting: list[Term] = []
        ran = False
        pay = facts.pay
        for term in terms:
            if term.move:
                self._say(f"no pay point was named: what is said of {', '.join(term.move)} alone is not counted")
                continue
            if not term.is_for(self.tested_on(term, facts.shown) / facts.unit):
                continue
            applied = self._apply(term, pay, facts)
            if applied is None:
                wanting.append(term)
                continue
            ran = ran or term.kind not in LIMITS
            pay = applied.after
            yield applied
        if self._point() is not None:
            return
        if any(term.kind not in LIMITS for term in wanting) and not ran:
            raise NotValued(self._want(wanting, facts))
        for term in wanting:
            self._say(f"no pay point was named: what is said of {', '.join(_keys(term))} alone is not counted")

    def tested_on(self, term: Term, before: Fraction) -> Fraction:
        """Return the full-time rate on which the pay limits of a term are tested: that of the day it is ``of``.

        ``before`` is the rate of the day before, or what a one-off is of.
        """
        return self.rate_on(term.of) if isinstance(term.of, date) else before

    def _apply(self, term: Term, pay: Fraction, facts: _Facts) -> Applied | None:
        if term.months_of_rise is not None:
            return self._months_of_rise(term, pay, facts)
        found = for_point(term.figure, self._point())
        if found.value is None:
            return None
        if isinstance(found.value, Range):
            message = f"{self.offer.name}: a range has to be read before it can be valued"
            raise NotValued(message)
        if found.key == OTHERS:
            self._say(f"no pay point was named: the figure for other points is used ({term.kind})")
        figure = Fraction(found.value) * (facts.unit if term.kind in IN_POUNDS else 1)
        base = self._base(term, pay, facts.before)
        return Applied(term, found.key, pay, base, figure, RULES[term.kind](pay, base, figure))

    def _base(self, term: Term, pay: Fraction, before: Fraction) -> Fraction:
        if isinstance(term.of, date):
            return self.carried_on(term.of)
        if term.of is None and term.kind in ON_PAY_AS_IT_STANDS:
            return pay
        return before

    def _move(self, day: date, awards: tuple[Award, ...]) -> Move | None:
        """Return how this person's own point is merged into another on a day."""
        point, move = self.person.point, move_of(self.person.point, awards)
        if move is None:
            return None
        target = move.target
        start = f"{self.offer.name}: on {long_day(day)} {point} moves to {target}"
        if target in {point, *self.moved_from}:
            raise NotValued(f"{start} in a circle: mend its move")
        if target not in self.person.points and not begins_with(awards, target):
            raise NotValued(
                f"{start}, whose pay before the offer is not known: add it to the file, as points = {{ {target} = its "
                "pay a year }, or for a new point the pay that it begins with, in that award, as "
                f"{{ set = {{ {target} = its pay a year }} }}"
            )
        return move

    def _moved(self, day: date, move: Move) -> Iterator[Step]:
        """Yield the step to the new point's pay, and all that point's later steps: its history is theirs from then.

        On the day itself the move comes first, to the new point's pay of the day before; then that point's own rises.
        """
        award, term, target = move
        # A point that is new on the day has no pay before it: its own `set` makes it, whatever the pay until then.
        person = self.person._replace(pay=self.person.points.get(target, self.person.pay), point=target)
        other = PaySchedule(self.offer, person, (*self.moved_from, self.person.point or ""))
        self.notes += other.notes
        before, there = self.rate_on(day), other.rate_on(day - DAY)
        moved = Part(award, there - before, (Applied(term, target, before, before, there, there),))
        for step in other.steps:
            if step.start == day:
                parts = tuple(_joined(moved, part) if part.award is award else part for part in step.parts)
                yield step._replace(before=before, parts=parts, moved_to=step.moved_to or target)
            elif step.start > day:
                yield step

    def _payments(self) -> Iterator[Payment]:
        for lump in self.offer.lump_sum:
            days = counted(self.offer, lump)
            shown, base = self._lump_base(lump, days[0])
            unit = self.units.a_year("year", days[0]) if lump.pro_rata else ONE
            working = tuple(self._run(lump.pay, _Facts("the one-off", days[0], base, base, shown, unit)))
            full = (working[-1].after if working else base) - base
            if self.person.point is not None and lump.round:
                full = Fraction(round_to(full, lump.round.to, lump.round.direction))
            amount = full * self.person.fte if lump.pro_rata else full
            for number, day in enumerate(days):
                paid = add_months(lump.paid, number) if lump.paid else None
                yield Payment(day, paid, amount, lump, base, working)

    def _lump_base(self, lump: LumpSum, day: date) -> tuple[Fraction, Fraction]:
        """Return the full-time rate that a one-off is of, as shown and as it is worked from."""
        if lump.of == BEFORE:
            return self.start_rate, self.start_carried
        if isinstance(lump.of, date):
            return self.rate_on(lump.of), self.carried_on(lump.of)
        paid = self._already_paid() if lump.of == IN_PAYMENT else self
        return paid.rate_on(day), paid.carried_on(day)

    def _already_paid(self) -> "PaySchedule":
        """Return the steps in payment, without the one-offs: those may be of this very pay."""
        part = in_payment_part(self.offer).model_copy(update={"lump_sum": ()})
        return PaySchedule(part, self.person)

    def _months_of_rise(self, term: Term, pay: Fraction, facts: _Facts) -> Applied:
        """Return some months of the rise of the latest award by then, or of the rise since the term's own day."""
        months = Fraction(term.months_of_rise or 0)
        if isinstance(term.of, date):
            base = self.rate_on(term.of)
        else:
            steps = (step for step in reversed(self.steps) if step.start <= facts.day)
            base = next((step.before for step in steps), self.start_rate)
        after = pay + (self.rate_on(facts.day) - base) * months / YEAR
        return Applied(term, None, pay, base, months, after)

    def _want(self, terms: list[Term], facts: _Facts) -> str:
        points = _points([*terms, *(term for award in self.offer.award for term in award.uplift)])
        known = self.offer.points or self.offer.scales
        first = (
            "" if known else "add the points and their pay a year to the file, such as points = { M1 = 25714 }, and "
        )
        return (
            f"{self.offer.name}: on {pounds(facts.before)} {facts.what} went by pay point ({points}): "
            f"{first}name the point with --point instead of --salary"
        )

    def _say(self, note: str) -> None:
        if note not in self.notes and self._point() is None:
            self.notes.append(note)


def _joined(first: Part, then: Part) -> Part:
    return Part(first.award, first.rise + then.rise, (*first.working, *then.working))


def _points(terms: list[Term]) -> str:
    """Return the pay points and grades that some terms have a figure for, each once whatever its area."""
    return ", ".join(dict.fromkeys(parted(key).point for term in terms for key in _keys(term)))


def _keys(term: Term) -> Iterable[str]:
    """Return the pay points and grades that a term has a figure for."""
    return term.figure if isinstance(term.figure, ByPoint) else ()
