"""The parts of one offer as they were worked for one salary: each rise, each one-off, each term with its arithmetic.

No rule is evaluated here: the arithmetic is what the schedule kept of each term, once for
each reading that makes a difference to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.compare import Read, Valued
from payoffer.document import ByPoint, Range
from payoffer.errors import NotValued
from payoffer.offer import Offer
from payoffer.offer_parts import UNSTATED, Award, LumpSum, Proposed
from payoffer.report import show_words as words
from payoffer.report import term_words, week_words
from payoffer.schedule import PaySchedule
from payoffer.settle import Assumption, Follows, Given, dated, index_percent, readings, with_next
from payoffer.steps import Applied, Part, Payment, Step
from payoffer.uplift import LIMITS, Term
from payoffer.verdict import Span, span

ALONE_OR_TOGETHER = (("range",), ("base",), ("range", "base"))
"""The open questions that can make a difference to a sum, fewest first."""

ZERO = Fraction(0)


class TermTold(NamedTuple):
    """A term in words, and its arithmetic: one line, or one for each reading; why not, where it does nothing."""

    text: str
    workings: tuple[str, ...] = ()


class Rise(NamedTuple):
    """One award: from when and how, its terms, remarks; pay before and after its day, if that is its last award."""

    award: Award
    heading: str
    terms: tuple[TermTold, ...]
    remarks: tuple[str, ...]
    counted: bool
    before: Span | None = None
    after: Span | None = None
    rounded: bool = False


class OneOff(NamedTuple):
    """One one-off: what it is in words, its arithmetic, remarks, and the sum of all its payments.

    ``several``: the sum is of more than one payment or term.
    """

    lump: LumpSum
    text: str
    workings: tuple[str, ...]
    remarks: tuple[str, ...]
    counted: bool
    total: Span | None = None
    several: bool = False


class Follow(NamedTuple):
    """A rise said to follow: when, what and who says so, with its arithmetic."""

    heading: str
    text: str
    source: str
    workings: tuple[str, ...]
    remarks: tuple[str, ...]


class Parts:
    """Reads the parts of an offer out of its valuation; without one, in words alone."""

    def __init__(self, offer: Offer, valued: Valued | None, given: Given) -> None:
        """Speak of ``offer`` as it was written; ``valued`` is None where it cannot be valued."""
        self.offer = offer
        self.reads: tuple[Read, ...] = valued.reads if valued else ()
        self.valued = valued
        self.given = given

    def rises(self) -> list[Rise]:
        """Return the awards in the order of the file."""
        kept = [number for number, award in enumerate(self.offer.award) if self._counts(award)]
        settled = [
            dict(zip(kept, (read.schedule.offer.award[place] for place in range(len(kept))), strict=True))
            for read in self.reads
        ]
        return [self._rise(number, award, settled) for number, award in enumerate(self.offer.award)]

    def _counts(self, part: Award | LumpSum) -> bool:
        return part.condition is None or self.given.conditional

    def _rise(self, number: int, award: Award, settled: Sequence[Mapping[int, Award]]) -> Rise:
        counted = self._counts(award)
        found: list[tuple[Read, Award, Step]] = []
        for read, awards in zip(self.reads, settled if counted else (), strict=False):
            own = awards[number]
            found += [(read, own, step) for step in read.schedule.steps if step.start == own.day]
        facts = ", ".join(words.award_facts(award, self.offer, counted=counted))
        heading = f"{words.when(award)}{', ' if facts else ''}{facts}:"
        terms = tuple(
            TermTold(_in_order(place, term, award), tuple(self._workings(found, award, place)))
            for place, term in enumerate(award.uplift)
        )
        rise = Rise(award, heading, terms, tuple(words.award_remarks(award)), counted)
        last = [own for read, own, step in found[:1] if _last_of(own, read.schedule)]
        if not last:
            return rise
        steps = [step for _, _, step in found]
        return rise._replace(
            before=span(step.before for step in steps),
            after=span(step.rate for step in steps),
            rounded=any(_rounded(read.schedule, step) for read, _, step in found),
        )

    def _workings(self, found: list[tuple[Read, Award, Step]], award: Award, place: int) -> Iterator[str]:
        told: list[tuple[tuple[Assumption, ...], str]] = []
        for read, own, step in found:
            part = next((part for part in step.parts if part.award is own), None)
            applied = _applied(part, own.uplift[place])
            text = _worked(applied, own, read.schedule) if applied else _idle(own, place, read, step)
            told.append((read.assumes, self._rate(award.uplift[place]) + text))
        yield from by_reading(told)

    def _rate(self, term: Term) -> str:
        return f"{index_percent(self.offer, term, self.given)[1]}: " if term.index else ""

    def one_offs(self) -> list[OneOff]:
        """Return the one-offs in the order of the file."""
        kept = [number for number, lump in enumerate(self.offer.lump_sum) if self._counts(lump)]
        return [
            self._one_off(lump, kept.index(number) if number in kept else None)
            for number, lump in enumerate(self.offer.lump_sum)
        ]

    def _one_off(self, lump: LumpSum, place: int | None) -> OneOff:
        counted = place is not None
        apart = "; " if any(term.limited() for term in lump.pay) else " and "
        text = apart.join(term_words.term(term, of=words.of_what(lump.of)) for term in lump.pay)
        text = ", ".join([text, *words.one_off_facts(lump, counted=counted)])
        remarks = tuple(words.one_off_remarks(lump))
        one_off = OneOff(lump, text, (), remarks, counted)
        if place is None or not self.reads:
            return one_off
        told = [
            (read.assumes, "; ".join(self._of_payment(lump, paid_of(read.schedule, place)[0]))) for read in self.reads
        ]
        total = span(self.total(one_off, read) or ZERO for read in self.reads)
        several = lump.times > 1 or any(len(paid_of(read.schedule, place)[0].working) > 1 for read in self.reads)
        return one_off._replace(workings=tuple(by_reading(told)), total=total, several=several)

    def _of_payment(self, lump: LumpSum, payment: Payment) -> Iterator[str]:
        if not payment.working:
            yield f"nothing on {term_words.money(payment.base)}"
        settled = payment.lump.pay
        for applied in payment.working:
            original = next(one for one, own in zip(lump.pay, settled, strict=True) if own is applied.term)
            if original.limited() or not isinstance(original.flat, Decimal):
                yield self._rate(original) + term_words.arithmetic(applied, "")

    def total(self, one_off: OneOff, read: Read) -> Fraction | None:
        """Return what a one-off comes to in one reading; None where it is not counted."""
        kept = [lump for lump in self.offer.lump_sum if self._counts(lump)]
        place = next((place for place, lump in enumerate(kept) if lump is one_off.lump), None)
        if place is None:
            return None
        return sum((payment.amount for payment in paid_of(read.schedule, place)), ZERO)

    def has_ranges(self) -> bool:
        """Say whether some figure is given only as a range."""
        terms = [term for award in self.offer.award for term in award.uplift]
        terms += [term for lump in self.offer.lump_sum for term in lump.pay]
        return any(_ranges(getattr(term, term.kind)) for term in terms)

    def follows(self) -> list[Follow]:
        """Return what is said to follow the offer."""
        workings = self._following()
        return [
            Follow(
                words.when(part),
                "; ".join(_in_order(place, term, part) for place, term in enumerate(part.uplift)),
                part.source,
                tuple(workings.get(number, ())),
                tuple(part.note),
            )
            for number, part in enumerate(self.offer.proposed)
        ]

    def _following(self) -> dict[int, list[str]]:
        """Return the arithmetic of what follows, from the pay at the end of the offer, by its place in the file."""
        told: dict[int, list[tuple[tuple[Assumption, ...], str]]] = {}
        if self.valued is None or not self.offer.proposed:
            return {}
        person = self.reads[0].schedule.person
        for reading in readings(dated(self.offer, self.valued.deal.start), self.given):
            try:
                longer = with_next(reading.offer, self.valued.deal, Follows(None), date.max)
                schedule = PaySchedule(longer, person)
            except NotValued:
                continue
            added = [id(award) for award in longer.award[len(reading.offer.award) :]]
            for part in (part for step in schedule.steps for part in step.parts if id(part.award) in added):
                text = ", then ".join(_worked(applied, part.award, schedule) for applied in part.working)
                told.setdefault(added.index(id(part.award)), []).append((reading.assumes, text))
        return {number: by_reading(pairs) for number, pairs in told.items()}


def _in_order(place: int, term: Term, award: Award | Proposed) -> str:
    """Return a term in words; after the first one, how it goes on from those before it."""
    text = term_words.term(term, award.per)
    if place and term.kind in LIMITS:
        return f"with {text}"
    return f"then {text}" if place and _for_all(term) and _for_all(award.uplift[place - 1]) else text


def _for_all(term: Term) -> bool:
    return not term.limited() and not term.move and not isinstance(getattr(term, term.kind), ByPoint)


def _worked(applied: Applied, award: Award, schedule: PaySchedule) -> str:
    if applied.term.new_week:
        return week_words.worked(award, schedule, applied.after)
    return term_words.arithmetic(applied, award.per)


def _applied(part: Part | None, term: Term) -> Applied | None:
    return next((applied for applied in part.working if applied.term is term), None) if part else None


def _idle(award: Award, place: int, read: Read, step: Step) -> str:
    """Say why a term does nothing for this pay or point."""
    term = award.uplift[place]
    if step.moved_to:
        return f"not for point {step.moved_to}"
    point = read.schedule.person.point
    table = isinstance(getattr(term, term.kind), ByPoint) or term.move
    tested = read.schedule.tested_on(term, step.before)
    if not table or (award.per == "year" and not term.is_for(tested)):
        return f"not on {term_words.money(tested)}"
    return f"not for point {point}" if point else "needs a pay point: give it with --point"


def _last_of(award: Award, schedule: PaySchedule) -> bool:
    same_day = [other for other in schedule.offer.award if other.effective == award.effective]
    return same_day[-1] is award


def _rounded(schedule: PaySchedule, step: Step) -> bool:
    if schedule.person.point is None or step.rate == step.before:
        return False
    working = [applied for part in step.parts for applied in part.working]
    return working[-1].after != step.rate


def paid_of(schedule: PaySchedule, place: int) -> list[Payment]:
    """Return the payments of one one-off, by its place among those counted."""
    lump = schedule.offer.lump_sum[place]
    return [payment for payment in schedule.payments if payment.lump is lump]


def by_reading(told: Sequence[tuple[Sequence[Assumption], str]]) -> list[str]:
    """Return a text once where every reading gives the same, else once for each answer that matters to it."""
    texts = list(dict.fromkeys(text for _, text in told if text))
    if len(texts) < 2:  # noqa: PLR2004
        return texts
    answers = next(found for kinds in ALONE_OR_TOGETHER if _settles(found := _by_answer(told, kinds)))
    return [f"{answer}: {text}" for answer, (text,) in answers.items() if text]


def _by_answer(told: Sequence[tuple[Sequence[Assumption], str]], kinds: Sequence[str]) -> dict[str, set[str]]:
    answers: dict[str, set[str]] = {}
    for assumes, text in told:
        answers.setdefault(_answer(assumes, kinds), set()).add(text)
    return answers


def _settles(answers: Mapping[str, set[str]]) -> bool:
    return all(len(texts) == 1 for texts in answers.values())


def _answer(assumes: Sequence[Assumption], kinds: Sequence[str]) -> str:
    return ", ".join(words.READINGS[assumed.value] for assumed in assumes if assumed.kind in kinds)


def _ranges(figure: object) -> bool:
    values = figure.values() if isinstance(figure, ByPoint) else (figure,)
    return any(isinstance(value, Range) for value in values)


def unstated(offer: Offer) -> list[LumpSum]:
    """Return the one-offs that do not say what they are a percentage of."""
    return [lump for lump in offer.lump_sum if lump.of == UNSTATED]
