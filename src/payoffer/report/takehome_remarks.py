"""What is said over and under the figures of take-home pay under offers: the findings, what is assumed, the sources."""

from collections.abc import Iterator
from fractions import Fraction

from payoffer.money import pence, percent, pounds
from payoffer.periods import long_day
from payoffer.report.offer_notes import notes_of
from payoffer.report.takehome_answer import OfferTakeHome, TakeHomeAnswer
from payoffer.report.takehome_words import (
    NO_PENSION,
    SCOPE,
    cliff_text,
    loan_label,
    monthly,
    sources,
    standing_notes,
    whose,
)
from payoffer.report.words import Label, capital, extra, joined, ordinal
from payoffer.takehome.circumstances import Circumstances, Pension
from payoffer.takehome.rule_book import Asked
from payoffer.verdict import span

SAME_RULES = (
    "Each month stands under its own rules, the same with the offer as without: changes of tax, National Insurance or "
    "pension limits are no part of a difference. A pay year's difference is the sum of its months."
)
NOT_RANKED = (
    "Each offer is set against its own pay before, under the rules of its own nation: what is left is not ranked "
    "across nations."
)


def verdict(answer: TakeHomeAnswer, names: dict[str, Label]) -> str:
    """Return a sentence for each offer: what it leaves more a month in each pay year, and how much of it is kept."""
    return " ".join(_found(offer, names[offer.valued.id]) for offer in answer.offers)


def _found(offer: OfferTakeHome, label: Label) -> str:
    parts = []
    for number, year in enumerate(offer.readings[0].years):
        months = year.year.months
        more = monthly(extra(span(Fraction(each.years[number].net.more) / months for each in offer.readings)))
        share = year.kept_percent
        kept = f" ({percent(share, 0)} of the extra pay)" if share is not None else ""
        no_rise = ", if there is no rise then" if year.year.silent else ""
        parts.append(f"{more}{kept} in the {ordinal(number)} year{no_rise}")
    return f"{capital(label.subject)} leaves {joined(parts)}."


def remarks(answer: TakeHomeAnswer, names: dict[str, Label], salary_working: str | None) -> Iterator[str]:
    """Yield what is assumed or has to be known, one sentence or two each, the sources last."""
    yield SAME_RULES
    if len({offer.who.nation for offer in answer.offers}) > 1:
        yield NOT_RANKED
    if salary_working:
        yield f"Pay: {salary_working} = {pence(answer.comparison.question.pay.salary)} a year."
    yield from later_months(answer.asked)
    for offer in answer.offers:
        yield from (f"{names[offer.valued.id].heading}: {text}" for text in _of_offer(answer, offer))
    if all(offer.who.pension == Pension() for offer in answer.offers):
        yield NO_PENSION
    yield from SCOPE
    yield from sources(answer.rules)


def later_months(asked: Asked | None) -> Iterator[str]:
    """Say where the last known rates stand for those of later years."""
    if asked and asked.year != asked.rates:
        yield f"Months after {asked.rates.label} are at its rates: those of later years are not known."


def rules_text(who: Circumstances) -> str:
    """Return whose rules are used: ``income tax of Wales, Teachers' Pension Scheme, student loan (Plan 2)``."""
    loan = f", {loan_label(who).casefold().replace('plan', 'Plan')}" if who.loans else ""
    return f"income tax of {who.nation}, {whose(who)}{loan}"


def _of_offer(answer: TakeHomeAnswer, offer: OfferTakeHome) -> Iterator[str]:
    who, valued = offer.who, offer.valued
    before = f" before {long_day(valued.anchor)}" if valued.dated else " before it"
    yield f"{rules_text(who)}; pay{before} is {pounds(valued.rate_before)}."
    yield from cliffs(offer)
    part_time = answer.comparison.question.pay.fte != 1
    yield from standing_notes(who, offer.rules, part_time=part_time, last_year="as it was under the offer")
    yield from notes_of(answer.comparison, valued)


def cliffs(offer: OfferTakeHome) -> Iterator[str]:
    """Yield each pension limit that the rise crosses, with the pay year in which it does."""
    told: dict[object, str] = {}
    for reading in offer.readings:
        for number, year in enumerate(reading.years):
            for crossing in year.crossings:
                text = f"in the {ordinal(number)} year the rise crosses a pension limit: {cliff_text(crossing.cliff)}."
                told.setdefault(crossing.cliff.limit, text)
    yield from told.values()
