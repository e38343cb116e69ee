"""How far each offer is from another one, in rows, in sentences and as data."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from payoffer.against import Apart
from payoffer.compare import Comparison, Valued
from payoffer.money import decimals, plain
from payoffer.periods import Clock, long_day
from payoffer.report.offer_notes import notes_of
from payoffer.report.voice import Sentence, slot
from payoffer.report.words import Label, capital, extra, months_text
from payoffer.verdict import Span

SAME = "the same"


def more_or_less(figure: Span) -> str:
    """Return ``£640 more``, ``£1,640 less``, ``the same``."""
    words = extra(figure)
    if words == "no extra":
        return SAME
    return words if words.endswith(("more", "less")) else f"{words} more"


def against_rows(found: Sequence[Apart], names: dict[str, Label]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield label, cells and whether a block opens: which months, extra pay and basic pay against the other."""
    if not found:
        return
    heading = names[found[0].against.id].heading
    yield f"Against {heading}", tuple(map(_which_months, found)), True
    yield "  extra pay", tuple(more_or_less(each.extra_cash) for each in found), False
    yield "  basic pay at the end, a year", tuple(more_or_less(each.rate_at_end) for each in found), False


def _which_months(each: Apart) -> str:
    """Return which months: ``first 12 months of each``, ``12 months both cover``, ``28 months``; one is ``month``."""
    months = months_text(each.months).removeprefix("1 ")
    if each.own_starts:
        return f"first {months} of each"
    if each.offer.deal.start != each.against.deal.start:
        return f"{months} from {long_day(each.offer.anchor)}"
    return months if each.assumed_after else f"{months} both cover"


def against_sentences(found: Sequence[Apart], names: dict[str, Label]) -> Iterator[Sentence]:
    """Yield a sentence on each offer."""
    for each in found:
        offer, other = names[each.offer.id], names[each.against.id]
        figures = {"extra_cash": slot(each.extra_cash), "rate_at_end": slot(each.rate_at_end)}
        cash, rate = more_or_less(each.extra_cash), more_or_less(each.rate_at_end)
        than = "as" if cash == SAME else "than"
        at_end = SAME if rate == SAME else " a year ".join(rate.rsplit(" ", 1))
        assumed = "".join(f", {_assumed(after, names[after.id])}" for after in each.assumed_after)
        start = ", each from its own start" if each.own_starts else ""
        yield Sentence(
            "against",
            (each.offer.id, each.against.id),
            each.months,
            figures,
            f"{capital(offer.subject)} adds {cash} {than} {other.subject} over the {_which_months(each)}{start}"
            f"{assumed}; basic pay at their end is {at_end}.",
        )


def _assumed(offer: Valued, label: Label) -> str:
    percent = offer.follows.percent if offer.follows else None
    rise = "what was only proposed" if percent is None else f"{plain(percent)}% a year"
    return f"with {rise} assumed after {label.subject}"


def against_notes(found: Sequence[Apart], names: dict[str, Label]) -> Iterator[str]:
    """Yield which days are set against which, and what has to be known of the other offer, a sentence each."""
    if not found:
        return
    heading = names[found[0].against.id].heading
    yield from dict.fromkeys(f"Against {heading}: {text}" for each in found for text in _days(each, names))
    longest = max(found, key=lambda each: each.pair.months)
    yield from (f"{heading}: {text}" for text in notes_of(longest.pair, longest.against))


def _days(each: Apart, names: dict[str, Label]) -> Iterator[str]:
    """Yield which days are set against each other where they are not the same, or not those of both deals."""
    if each.own_starts:
        told = (f"{_from_to(offer, each.months)} {names[offer.id].place}" for offer in each.pair.offers)
        yield f"{' is set against '.join(told)}, each from its own start."
    elif each.offer.deal.start != each.against.deal.start:
        day = long_day(each.offer.anchor)
        yield f"both are counted from {day}; months before a later start are at the old rate."


def _from_to(offer: Valued, months: Fraction) -> str:
    return f"{long_day(offer.anchor)} to {long_day(Clock(offer.anchor).last_day(months))}"


def reach(answer: Comparison, offer: Valued, found: Sequence[Apart]) -> Fraction:
    """Return the most months of an offer that any figure counts, with those in which it is set against another."""
    return max([answer.months, *(each.months for each in found if each.offer.id == offer.id)])


def against_data(found: Sequence[Apart]) -> dict[str, Any] | None:
    """Return the same as data; None where nothing was set against."""
    if not found:
        return None
    other = found[0].against
    return {
        "id": other.id,
        "name": other.offer.name,
        "kind": other.offer.kind,
        "status": other.offer.status,
        "file": other.named.file,
        "offers": [
            {
                "offer": each.offer.id,
                "from": _first_day(each.offer),
                "against_from": _first_day(each.against),
                "months": decimals(each.months, 4),
                "extra_cash": [decimals(end, 2) for end in each.extra_cash],
                "rate_at_end": [decimals(end, 2) for end in each.rate_at_end],
            }
            for each in found
        ],
    }


def _first_day(offer: Valued) -> str | None:
    return offer.anchor.isoformat() if offer.dated else None
