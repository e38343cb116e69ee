"""One offer in plain words: what stays in pay, what is paid once, what is not said, and where it can be read."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from payoffer.asked import Named, Question
from payoffer.compare import Comparison, Valued
from payoffer.crossing import in_play
from payoffer.deal import Deal, deal
from payoffer.errors import NotValued
from payoffer.headline import Checked, check, figures, ways
from payoffer.offer_parts import UNSTATED
from payoffer.report import headline_words, term_words
from payoffer.report import show_words as words
from payoffer.report.ending import ending
from payoffer.report.medium import Medium
from payoffer.report.prose import Depth, Line, Prose, Section, markdown, text
from payoffer.report.read_as import read_as
from payoffer.report.show_parts import OneOff, Parts, Rise, unstated
from payoffer.report.words import capital, joined
from payoffer.series import Series
from payoffer.settle import dated
from payoffer.verdict import Span, over_readings, span

NO_DATE = date(2000, 1, 1)
SEVERAL = 2


class Asking(NamedTuple):
    """What was asked of the offer, and how its pay was given.

    ``counting`` is the command that counts what is said to follow, ``command`` the one that makes the answer again.
    """

    question: Question
    headline: Decimal | None
    illustration: bool
    salary_working: str | None
    counting: str
    command: str


class Headline(NamedTuple):
    """A headline as it was said, its figures, and what each comes from; nothing where there are no worked numbers."""

    text: str
    figures: list[Decimal]
    checked: tuple[Checked, ...]


class Shown:
    """An offer, valued if it can be, told part by part."""

    def __init__(self, named: Named, answer: Comparison | NotValued, asked: Asking) -> None:
        """Take the offer alone in an answer, or the reason why there is none."""
        self.named = named
        self.offer = named.offer
        self.valued = None if isinstance(answer, NotValued) else answer.offers[0]
        self.by_salary = not isinstance(answer, NotValued) and in_play(answer)
        self.reason = str(answer).removeprefix(f"{named.offer.name}: ") if isinstance(answer, NotValued) else ""
        self.asked = asked
        self.parts = Parts(named.offer, self.valued, asked.question.given)
        self.rises = self.parts.rises()
        self.one_offs = self.parts.one_offs()
        self.follows = self.parts.follows()

    @cached_property
    def span(self) -> Deal | None:
        """The days that the deal covers, where they are settled."""
        try:
            return deal(dated(self.offer, NO_DATE))
        except NotValued:
            return None

    @cached_property
    def headlines(self) -> tuple[Headline, ...]:
        """The headline asked about, then those of the file, each checked."""
        reads = self.valued.reads if self.valued else ()
        found = ways([(read.assumes, read.figures.own) for read in reads])
        typed = [(f"{self.asked.headline:f}%", [self.asked.headline])] if self.asked.headline is not None else []
        filed = [(text, figures(text)) for text in self.offer.headline]
        said = [*typed, *(headline for headline in filed if headline[1] != (typed[0][1] if typed else None))]
        return tuple(
            Headline(text, numbers, tuple(check(figure, found) for figure in numbers) if self.valued else ())
            for text, numbers in said
        )

    def prose(self) -> Prose:
        """Return everything as sentences under titles."""
        return Prose(
            title=self.offer.name,
            opening=tuple(self._opening()),
            sections=(
                Section(words.CONSOLIDATED, tuple(self._consolidated())),
                Section(words.ONE_OFF, tuple(self._one_offs())),
                Section(words.NOT_SAID, tuple(map(_point, self.not_said()))),
                Section(words.OUTSIDE, tuple(self._outside())),
                Section(words.HEADLINE, tuple(self._headlines())),
                Section(words.NOTES, tuple(map(_point, map(words.sentence, self.offer.note)))),
                Section(words.DETAILS, tuple(map(_point, self.details()))),
                Section(words.SOURCES, tuple(self._sources())),
            ),
            ending=tuple(ending(self.asked.command, f"offer: {self.named.file}", series=self._series())),
        )

    def _series(self) -> list[Series]:
        """Return the price series that rises follow."""
        published = self.asked.question.given.published
        return list(published.used.values()) if published else []

    def _opening(self) -> Iterator[Line]:
        yield Line(words.what(self.offer))
        if self.offer.draft:
            yield Line(words.DRAFT)
        yield from map(Line, words.parties(self.offer))
        if self.named.kind_of_file == "shorthand":
            yield Line(words.read_as(read_as(self.offer)))
        if self.span:
            yield Line(words.covers(self.offer, self.span))
        yield Line(self._worked_on())
        if self.asked.salary_working:
            yield Line(words.pay_working(self.asked.salary_working, self.asked.question.pay.salary))
        if self.named.hides:
            yield Line(words.hides(self.named.file))

    def _worked_on(self) -> str:
        if self.valued is None:
            return words.not_worked(self.reason)
        valued = self.valued
        return words.worked_on(
            valued.rate_before,
            valued.point,
            valued.deal.start if valued.dated else None,
            now=valued.rate_in_payment if valued.rate_in_payment != valued.rate_before else None,
            example=self.asked.illustration,
        )

    def _consolidated(self) -> Iterator[Line]:
        if not self.rises:
            yield Line(words.NO_RISE)
        for rise in self.rises:
            yield from _of_rise(rise)
        if self.valued:
            yield from map(Line, self._after_all(self.valued))

    def _after_all(self, valued: Valued) -> Iterator[str]:
        days = {rise.award.effective or rise.award.year for rise in self.rises if rise.counted}
        if len(days) >= SEVERAL:
            before, end = (over_readings(valued, "own", name) for name in ("rate_before", "rate_at_end"))
            late = any(day > valued.deal.until for day in self.offer.award_days())
            yield words.in_all(before, end, by=valued.deal.until if late else None)
        if valued.nothing_new:
            yield words.NOTHING_NEW
        elif valued.rate_in_payment != valued.rate_before:
            ends = over_readings(valued, "own", "rate_at_end")
            yield words.in_payment(valued.rate_in_payment, Span(*(end - valued.rate_in_payment for end in ends)))
        for note in valued.reads[0].schedule.notes:
            yield f"{capital(note)}."

    def _one_offs(self) -> Iterator[Line]:
        if not self.one_offs:
            yield Line(words.NO_ONE_OFF)
        for one_off in self.one_offs:
            yield from _of_one_off(one_off)

    def not_said(self) -> Iterator[str]:
        """Yield what the offer leaves open, each with what its readings come to."""
        if any(award.effective == UNSTATED for award in self.offer.award):
            yield words.NO_SPLIT
        for one_off in self.one_offs:
            if one_off.lump in unstated(self.offer):
                yield words.unstated_base(_rates(one_off), self._by_answer("base", one_off))
        if self.parts.has_ranges():
            ends = self._by_answer("range", None)
            if len(ends) != 1:  # one end alone: the ranges are for other points
                yield words.only_range(ends, self.span.months if self.span else Fraction(0))
        if self.span and self.span.end_assumed and self.offer.dated():
            yield words.no_last_day(self.span)
        yield from map(words.missing, self.offer.missing)
        yield from self.offer.open

    def _by_answer(self, kind: str, one_off: OneOff | None) -> dict[str, Span]:
        """Return each answer to a question, in words, with the one-off or the extra pay that it gives."""
        found: dict[str, list[Fraction]] = {}
        for read in self.valued.reads if self.valued else ():
            sum_ = self.parts.total(one_off, read) if one_off else read.figures.own.extra_cash
            for assumed in read.assumes:
                if assumed.kind == kind and sum_ is not None:
                    found.setdefault(words.READINGS[assumed.value], []).append(sum_)
        return {answer: span(sums) for answer, sums in found.items()}

    def _outside(self) -> Iterator[Line]:
        for follow in self.follows:
            yield Line(f"{follow.heading}: {follow.text} ({follow.source}).", Depth.POINT)
            yield from _under([*follow.workings, *follow.remarks])
        if self.follows:
            yield Line(words.to_count(self.asked.counting))

    def _headlines(self) -> Iterator[Line]:
        for headline in self.headlines:
            yield Line(" ".join(self.headline_sentences(headline)), Depth.POINT)

    def headline_sentences(self, headline: Headline) -> Iterator[str]:
        """Yield what a headline comes from, each of its figures in turn."""
        if not headline.figures:
            yield headline_words.wordless(headline.text)
        elif self.valued is None:
            yield headline_words.unchecked(headline.text)
        else:
            if headline.text != f"{headline.figures[0]:f}%":
                yield f'"{headline.text}":'
            own = self.valued.reads[0].figures.own
            rise = (own.rate_before, own.rate_at_end, own.compounded_percent)
            pay = headline_words.Pay(*rise, own.months, self.by_salary)
            yield from dict.fromkeys(
                sentence for checked in headline.checked for sentence in headline_words.sentences(checked, pay)
            )

    def details(self) -> Iterator[str]:
        """Yield what else the file holds, and how the offer would be typed in short, where it can be."""
        yield from words.details(self.offer)
        if self.named.kind_of_file != "shorthand":
            from payoffer.shorthand.writer import in_shorthand

            text = in_shorthand(self.offer)
            if text:
                yield words.in_short(text)

    def _sources(self) -> Iterator[Line]:
        if not self.offer.source and self.named.kind_of_file != "shorthand":
            yield Line(words.NO_SOURCE)
        for source in self.offer.source:
            named = [part for part in (source.title, source.publisher) if part]
            yield Line(", ".join(named), Depth.POINT, source.url)


def written(shown: Shown, form: str, medium: Medium) -> str:
    """Return the answer as text, markdown or JSON."""
    if form == "json":
        from payoffer.report.as_json import dumps
        from payoffer.report.show_json import document

        return dumps(document(shown))
    prose = shown.prose()
    return markdown(prose) if form == "markdown" else text(prose, medium)


def _of_rise(rise: Rise) -> Iterator[Line]:
    yield Line(rise.heading)
    for term in rise.terms:
        yield Line(term.text, Depth.POINT)
        yield from _under(term.workings)
    yield from _under(rise.remarks)
    if rise.before and rise.after:
        yield Line(words.pay_then(rise.before, rise.after, rounded=rise.rounded))


def _of_one_off(one_off: OneOff) -> Iterator[Line]:
    yield Line(one_off.text, Depth.POINT)
    yield from _under(one_off.workings)
    if one_off.total and one_off.several:
        yield Line(words.payments(one_off.total, one_off.lump.times), Depth.UNDER)
    yield from _under(one_off.remarks)


def _rates(one_off: OneOff) -> str:
    return joined(term_words.term(term) for term in one_off.lump.pay)


def _point(text: str) -> Line:
    return Line(capital(text), Depth.POINT)


def _under(texts: Sequence[str]) -> Iterator[Line]:
    return (Line(text, Depth.UNDER) for text in texts)
