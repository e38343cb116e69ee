"""One answer of ``compare`` as a page: titles, the verdict, rows of figures and what has to be said beside them.

Every form of the answer (table, markdown, message) is laid out from this page.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from payoffer.against import Apart
from payoffer.compare import Comparison
from payoffer.report.against_words import against_rows, against_sentences
from payoffer.report.ending import offers_ending
from payoffer.report.heading_words import hours, whose_pay
from payoffer.report.notes import Notes
from payoffer.report.price_notes import sources
from payoffer.report.price_words import years_go_by_rises
from payoffer.report.prose import one_line
from payoffer.report.rows import Row, Rows
from payoffer.report.sentences import sentences
from payoffer.report.series_words import price_titles
from payoffer.report.voice import Sentence
from payoffer.report.words import Label, all_years, capital, extra, how_many, in_months, labels, money_span, status
from payoffer.verdict import Verdict, over_readings, verdict


class Page(NamedTuple):
    """The whole answer in words, and the findings that its sentences tell."""

    titles: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    headings: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    summary: tuple[tuple[str, ...], ...]
    footnotes: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    ending: tuple[str, ...]
    findings: Verdict

    @property
    def verdict(self) -> str:
        """The verdict as one paragraph."""
        return " ".join(sentence.text for sentence in self.sentences)


class Said(NamedTuple):
    """What the command line has to add: how the pay was given, and the command that makes the answer again."""

    command: str
    illustration: bool = False
    salary_working: str | None = None
    against: tuple[Apart, ...] = ()

    def labels(self, answer: Comparison) -> dict[str, Label]:
        """Return what the offers are called, and the one they are set against."""
        return labels((*answer.offers, *(each.against for each in self.against[:1])))


def page(answer: Comparison, said: Said) -> Page:
    """Return the page of an answer."""
    names = said.labels(answer)
    found = verdict(answer)
    notes = Notes(
        answer, names, illustration=said.illustration, salary_working=said.salary_working, against=said.against
    )
    builder = Rows(answer, notes)
    rows = (*builder.rows(), *(Row(*each) for each in against_rows(said.against, names)))
    return Page(
        titles=tuple(_titles(answer)),
        sentences=(*sentences(answer, names, found), *against_sentences(said.against, names)),
        headings=tuple((names[offer.id].heading, status(offer.offer)) for offer in answer.offers),
        rows=rows,
        summary=tuple(_summary(answer, names)),
        footnotes=tuple((letter, one_line(note)) for letter, note in notes.footnotes()),
        remarks=tuple(one_line(remark) for remark in notes.remarks()),
        ending=tuple(
            offers_ending(answer, said.command, sources(answer), against=[each.against for each in said.against[:1]])
        ),
        findings=found,
    )


def _longest(answer: Comparison) -> Fraction:
    """Return the most months that any figure or sentence speaks of."""
    return max([answer.months, *(offer.deal.months for offer in answer.offers)])


def _titles(answer: Comparison) -> Iterator[str]:
    count = len(answer.offers)
    offers = "One pay offer" if count == 1 else f"{capital(how_many(count))} pay offers"
    either = {1: "it", 2: "either of them"}.get(count, "any of them")
    yield f"{offers}, {whose_pay(answer, either)}"
    if part := hours(answer.question.pay):
        yield f"For {part}; basic pay is shown full-time"
    yield from price_titles(answer.question.prices, _longest(answer), by_rise=years_go_by_rises(answer.offers))


def _summary(answer: Comparison, names: dict[str, Label]) -> Iterator[tuple[str, ...]]:
    """Yield the offers as rows, most extra pay over the months all cover first, under a row of headings."""
    covered = capital(in_months(answer.months_covered).removeprefix("in ").removeprefix("over "))
    yield (
        "",
        f"Extra pay: {covered.removeprefix('The ')}",
        *([f"Extra pay: {all_years(answer.months).casefold()}"] if answer.longer else []),
        "Basic pay at the end of its own months",
    )
    for offer in sorted(answer.offers, key=lambda offer: over_readings(offer, "covered", "extra_cash"), reverse=True):
        if_no_rise = " if no rise" if offer.reads[0].figures.window.window.silent else ""
        yield (
            names[offer.id].heading,
            extra(over_readings(offer, "covered", "extra_cash")),
            *([extra(over_readings(offer, "window", "extra_cash")) + if_no_rise] if answer.longer else []),
            money_span(over_readings(offer, "own", "rate_at_end")),
        )
