"""What stands under the figures for each offer: what was assumed of it, left out, or has to be known."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from payoffer.compare import Comparison, Valued
from payoffer.money import pence, plain
from payoffer.offer import Offer
from payoffer.periods import Clock, long_day, month_name
from payoffer.report.proposed import proposed_rise
from payoffer.report.read_as import read_as
from payoffer.report.week_words import notes as week_notes
from payoffer.report.words import Label, capital, joined, labels, money_span, months_text
from payoffer.uplift import IN_POUNDS
from payoffer.verdict import span

if TYPE_CHECKING:
    from datetime import date


def notes_of(
    answer: Comparison, offer: Valued, points: Sequence[Valued] = (), *, reach: Fraction | None = None
) -> Iterator[str]:
    """Yield what has to be known of one offer, a sentence each; ``points`` are the offer at every point of a scale.

    ``reach``: the most months of it that any figure counts, where these are more than those of ``answer``.
    """
    document = offer.offer
    yield from _unchecked(document)
    yield from _whose(answer, offer)
    yield from assumed_after(offer, reach or answer.months)
    yield from _after_the_window(answer, offer, points or (offer,))
    yield from indices_of(offer)
    if not points:
        yield from (f"{note}." for note in offer.reads[0].schedule.notes)
    yield from _conditions(answer, offer)
    if document.missing:
        yield f"not known here: {joined(document.missing)}."
    if document.kind == "claim":
        yield "this is a claim by the union, not an offer."
    if offer.named.hides:
        yield f"the file {offer.named.file} is used, not the bundled offer of that name."


def rests_on(offer: Valued, months: Fraction) -> Iterator[str]:
    """Yield what nobody should be without who relies on figures of one offer: what is assumed after it, and indices."""
    yield from assumed_after(offer, months)
    yield from indices_of(offer)


def under_names(
    offers: Iterable[Valued], names: Mapping[str, Label], told_of: Callable[[Valued], Iterable[str]]
) -> Iterator[str]:
    """Yield what is told of each offer, behind what the offer is called."""
    for offer in offers:
        yield from (f"{names[offer.id].heading}: {text}" for text in told_of(offer))


def indices_of(offer: Valued) -> Iterator[str]:
    """Yield the sum of each figure of an index that its rises follow."""
    yield from (f"{capital(assumed.text)}." for assumed in offer.reads[0].assumes if assumed.kind == "index")


def _unchecked(document: Offer) -> Iterator[str]:
    """Say that an offer is a draft, and what it leaves open."""
    if document.draft:
        yield "this is a draft made from a text and not yet checked: hold each figure against its words in the file."
    if document.open:
        yield f"open: {' '.join(map(_closed, document.open))}"
    if document.adds_to_unstated():
        yield (
            "its rise is additional to an award, already in payment, that the file does not name: the figures are the "
            "new money alone, and nothing is said in real terms until that award is in the file."
        )


def _closed(question: str) -> str:
    """Return a question as a sentence with its mark."""
    return question if question.endswith(("?", ".")) else f"{question}."


def _whose(answer: Comparison, offer: Valued) -> Iterator[str]:
    """Say how pay, hours and dates were taken where the offer or the question leaves them open."""
    document, deal = offer.offer, offer.deal
    typed = answer.question.pay
    if typed.now and offer.rate_in_payment != typed.salary:
        near = f"{pence(offer.rate_in_payment)} is the nearest"
        yield f"no pay before the awards makes exactly {pence(typed.salary)} now: {near}."
    if offer.named.kind_of_file == "shorthand":
        yield f"read as: {read_as(document)}."
    if offer.named.beside:
        yield from _beside(answer, offer)
    elif offer.dated:
        if deal.end_assumed:
            length = months_text(deal.months)
            yield f"no last day is given: {length} from {long_day(deal.start)} are assumed."
    else:
        yield "no dates are given: its years are counted from the start of the deal."
    week = answer.question.pay.week
    if document.week and not week and _has_sums(document):
        yield f"its sums are for a full-time week of {plain(document.week)} hours: for another, add --week with it."
    if week and document.week and week != document.week:
        share = f"{plain(week)}/{plain(document.week)}"
        yield f"its sums are for a full-time week of {plain(document.week)} hours; yours gets {share} of them."
    yield from week_notes(offer)


def _beside(answer: Comparison, offer: Valued) -> Iterator[str]:
    """Say whose start and group an offer without days has taken."""
    names = labels(answer.offers)
    whose = next(names[other.id].heading for other in answer.offers if other.id == offer.named.beside)
    group = f", for the same people ({offer.offer.group})" if offer.offer.group else ""
    yield f"no days are given: it is counted from {long_day(offer.deal.start)}, as {whose} is{group}."


def _has_sums(document: Offer) -> bool:
    """Say whether there are sums that go by the full-time week: all but those by the hour, and one-offs for all."""
    terms = [term for award in document.award if award.per != "hour" for term in award.uplift]
    terms += [term for lump in document.lump_sum if lump.pro_rata for term in lump.pay]
    return any(term.kind in IN_POUNDS for term in terms)


def _after_the_deal(answer: Comparison, offer: Valued, points: Sequence[Valued]) -> Iterator[str]:
    """Say what the offer itself changes after its last day, and whether that is counted."""
    if offer.follows is not None:
        return
    changed: dict[date, list[Fraction]] = {}
    for step in (step for point in points for step in point.reads[0].schedule.steps):
        if step.start >= offer.deal.end and step.rate != step.before:
            changed.setdefault(step.start, []).append(step.rate)
    for day, rates in sorted(changed.items()):
        inside = Clock(offer.anchor).at(day) < answer.months
        counted = "counted here" if inside else "left out here"
        where = "" if len(rates) == len(points) else " at some points"
        yield f"after its last day, on {long_day(day)}, pay{where} becomes {money_span(span(rates))} by it: {counted}."


def _conditions(answer: Comparison, offer: Valued) -> Iterator[str]:
    """Say which parts hang on a condition, and whether they are counted."""
    conditions = [award.condition for award in offer.offer.award if award.condition]
    conditions += [lump.condition for lump in offer.offer.lump_sum if lump.condition]
    if conditions and answer.question.given.conditional:
        yield f"counted as if it were met, as --conditional asks: {joined(conditions)}."
    elif conditions:
        yield f"not counted, as it hangs on a condition: {joined(conditions)} (--conditional counts it)."


def assumed_after(offer: Valued, months: Fraction) -> Iterator[str]:
    """Say what was assumed to follow the offer, or that nothing of it falls in the months counted."""
    follows = offer.follows
    if follows is None:
        return
    rise = proposed_rise(offer) if follows.percent is None else f"a rise of {plain(follows.percent)}%"
    if Clock(offer.anchor).at(offer.deal.end) >= months and not follows.proposed:
        yield "--next is not used: the offer itself covers all the months counted."
    elif follows.proposed:
        yield f"{rise} that was only proposed is counted as if it were given, because --next asks for it."
    else:
        first = f" in {month_name(offer.deal.end)}" if offer.dated else ""
        yield f"{rise}{first}, and each twelve months after, is assumed, not offered."


def _after_the_window(answer: Comparison, offer: Valued, points: Sequence[Valued]) -> Iterator[str]:
    reads = [read for point in points for read in point.reads]
    for same in zip(*(read.figures.window.payments_outside for read in reads), strict=False):
        cash = span(payment.amount for payment in same)
        if cash.high:
            yield f"a one-off of {money_span(cash)} on {long_day(same[0].day)} is outside the months counted."
    ends = Clock(offer.anchor).at(offer.deal.end)
    if ends > answer.months:
        more = months_text(ends - answer.months)
        rates = span(read.schedule.rate_on(offer.deal.until) for read in reads)
        yield f"goes on for {more} after the months counted, to {money_span(rates)} a year; that is left out here."
    yield from _after_the_deal(answer, offer, points)
    if any(payment.day < offer.anchor for payment in offer.reads[0].schedule.payments):
        yield f"a one-off for a time before {long_day(offer.anchor)} counts in the first month."
