"""The answer as a message to forward on a phone: no table, pounds a month first, under 900 characters for two offers.

Names stand between asterisks, which phones show as bold; marks of that kind inside a name are taken out.
"""

from collections.abc import Collection, Iterator

from payoffer.compare import Comparison, Valued
from payoffer.periods import YEAR, Clock, short_month
from payoffer.report.against_words import against_sentences
from payoffer.report.followed_words import followed_sentences
from payoffer.report.heading_words import illustration
from payoffer.report.page import Page, Said
from payoffer.report.phone import LONGEST, bold, paragraphs
from payoffer.report.price_notes import sources
from payoffer.report.sentences import sentences
from payoffer.report.series_words import brief_source
from payoffer.report.voice import Part
from payoffer.report.week_words import briefly
from payoffer.report.words import extra, in_brief, joined, money_span, ordinal
from payoffer.verdict import Span, over_readings, partly_paid, span


def text(answer: Comparison, page: Page, said: Said) -> str:
    """Return the message: a line an offer, a paragraph for the verdict, the series used and the command.

    Where it is too long for two offers, or for more of them half of that each, it leaves out one part after another.
    """
    if said.illustration:
        said = said._replace(command=f"{illustration(answer.question.pay, brief=True)}\n\n{said.command}")
    room = LONGEST * max(len(answer.offers), 2) // 2
    parts = list(Part)
    shorter = (_text(answer, page, said, parts[:number]) for number in range(len(parts) + 1))
    return next(filter(lambda told: len(told) < room, shorter), None) or _text(answer, page, said, parts)


def _text(answer: Comparison, page: Page, said: Said, without: Collection[Part]) -> str:
    names = {name: in_brief(label) for name, label in said.labels(answer).items()}
    lines = []
    for offer, (heading, status) in zip(answer.offers, page.headings, strict=True):
        what, _, when = status.partition(", ")
        told = what if when and heading.endswith(when) else status
        lines.append(f"*{bold(heading)}* ({told}): {'; '.join(_offer(offer))}.")
    verdict = sentences(answer, names, page.findings, brief=True, without=without)
    against = against_sentences(said.against, names)
    texts = (*(sentence.text for sentence in (*verdict, *against)), followed_sentences(answer))
    told = bold(" ".join(filter(None, texts)))
    used = "\n".join(bold(brief_source(series)) for series in sources(answer))
    return paragraphs("\n".join(lines), told, used, said.command)


def _offer(offer: Valued) -> Iterator[str]:
    yield joined(_months(offer))
    one_off = over_readings(offer, "own", "one_off_cash")
    if one_off.high:
        yield f"{money_span(one_off)} once, not in later pay"
    yield from briefly(offer)
    if offer.nothing_new:
        yield "nothing new, all of it is already being paid"
    elif partly_paid(offer):
        yield f"new on a Yes: {extra(over_readings(offer, 'own', 'new_cash'))}"


def _months(offer: Valued) -> Iterator[str]:
    """Yield the rise a month against before the offer, from each day of the deal on which basic pay changes."""
    basic_pay = " basic pay"
    for same in zip(*(read.schedule.steps for read in offer.reads), strict=True):
        if same[0].start >= offer.deal.end or all(step.rate == step.before for step in same):
            continue
        rises = span((step.rate - offer.rate_before) * offer.reads[0].figures.own.fte / YEAR for step in same)
        when = f" from {short_month(same[0].start)}" if offer.dated else ""
        if not offer.dated and same[0].start > offer.deal.start:
            year = Clock(offer.deal.start).at(same[0].start) // YEAR
            when = f" from the {ordinal(int(year))} year"
        sign = "less" if rises.high < 0 else "more"
        least, most = sorted((abs(rises.low), abs(rises.high)))
        words = f" a month {sign}{basic_pay}" if basic_pay or sign == "less" else ""
        yield f"{money_span(Span(least, most))}{words}{when}"
        basic_pay = ""
    if basic_pay:
        yield "no rise in basic pay"
