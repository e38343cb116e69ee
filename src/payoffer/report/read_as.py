"""An offer in one sentence: what was read out of the few words that somebody typed."""

from collections.abc import Callable, Iterator
from datetime import date

from payoffer.money import plain
from payoffer.offer import Offer
from payoffer.offer_parts import Award, LumpSum
from payoffer.periods import long_day
from payoffer.report import term_words
from payoffer.report.show_words import award_facts, of_what, one_off_facts
from payoffer.report.words import ORDINALS
from payoffer.uplift import IN_POUNDS, LIMITS, Term


def read_as(offer: Offer) -> str:
    """Return every rise and one-off in the order in which it counts: ``6% in the first year; 5.5% in the second``."""
    parts = [*(rise(award, offer, award.effective) for award in offer.award), *map(one_off, offer.lump_sum)]
    if offer.until:
        parts.append(f"up to {long_day(offer.until)}")
    if offer.week:
        parts.append(f"sums by the hour on a full-time week of {plain(offer.week)} hours")
    return "; ".join(parts)


def rise(award: Award, offer: Offer, begins: date | str | None = None) -> str:
    """Return one rise: ``6% from 1 April 2022, already being paid``.

    ``begins`` is its first day where the month of an index may be no more than that of this day.
    """
    start = award.effective
    when = f"from {long_day(start)}" if isinstance(start, date) else f"in the {ORDINALS[(award.year or 1) - 1]} year"
    words = terms(award.uplift, award.per, begins=begins if isinstance(begins, date) else None)
    apart = ", " if len(award.uplift) > 1 or award.uplift[0].of else " "
    return ", ".join([f"{words}{apart}{when}", *award_facts(award, offer, counted=True)])


def one_off(lump: LumpSum) -> str:
    """Return one one-off: ``a one-off of £600, paid on 31 March 2023``."""
    return ", ".join([f"a one-off of {terms(lump.pay, of=of_what(lump.of))}", *one_off_facts(lump, counted=True)])


def terms(each: tuple[Term, ...], per: str = "", of: str = "", begins: date | None = None) -> str:
    """Return the terms of a part: ``5%, with a rise of at least £1,750 a year``; the others as in ``term``."""
    return "".join(_joined(each, lambda term: term_words.term(term, per, of, begins)))


def _joined(terms: tuple[Term, ...], words: Callable[[Term], str]) -> Iterator[str]:
    """Yield the words of terms with what joins each to those before it: it limits them, adds to them, or is on top."""
    for place, term in enumerate(terms):
        text = words(term)
        if not place:
            yield text
        elif term.kind in LIMITS:
            yield f", with {text}"
        elif term.of or term.limited() or term.kind in IN_POUNDS:
            yield f" plus {text}"
        else:
            yield f", then {text} of the pay with that in it"
