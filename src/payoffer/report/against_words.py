"""How far each offer is from another one, in rows, in sentences and as data."""

from collections.abc import Iterator, Sequence
from typing import Any

from payoffer.against import Apart
from payoffer.money import decimals
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
    """Yield label, cells and whether a block opens: months both cover, extra pay and basic pay against the other."""
    if not found:
        return
    heading = names[found[0].against.id].heading
    yield f"Against {heading}", tuple(f"over {months_text(each.months)}" for each in found), True
    yield "  extra pay", tuple(more_or_less(each.extra_cash) for each in found), False
    yield "  basic pay at the end, a year", tuple(more_or_less(each.rate_at_end) for each in found), False


def against_sentences(found: Sequence[Apart], names: dict[str, Label]) -> Iterator[Sentence]:
    """Yield a sentence on each offer."""
    for each in found:
        offer, other = names[each.offer.id], names[each.against.id]
        figures = {"extra_cash": slot(each.extra_cash), "rate_at_end": slot(each.rate_at_end)}
        cash, rate = more_or_less(each.extra_cash), more_or_less(each.rate_at_end)
        than = "as" if cash == SAME else "than"
        at_end = SAME if rate == SAME else " a year ".join(rate.rsplit(" ", 1))
        yield Sentence(
            "against",
            (each.offer.id, each.against.id),
            each.months,
            figures,
            f"{capital(offer.subject)} adds {cash} {than} {other.subject} over the {months_text(each.months)} both "
            f"cover; basic pay at their end is {at_end}.",
        )


def against_notes(found: Sequence[Apart], names: dict[str, Label]) -> Iterator[str]:
    """Yield what has to be known of the other offer, a sentence each."""
    for each in found[:1]:
        yield from (f"{names[each.against.id].heading}: {text}" for text in notes_of(each.pair, each.against))


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
                "months": decimals(each.months, 4),
                "extra_cash": [decimals(end, 2) for end in each.extra_cash],
                "rate_at_end": [decimals(end, 2) for end in each.rate_at_end],
            }
            for each in found
        ],
    }
