"""What was read out of texts, as a page for a screen or as JSON: the offers with their words, and what was left out."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from tabulate import tabulate

from payoffer import __version__
from payoffer.periods import short_day
from payoffer.reading.found import Found, FoundOffer, FoundTerm
from payoffer.report.medium import Medium
from payoffer.report.prose import one_line
from payoffer.report.words import capital, joined

KINDS = {"consolidated": "consolidated", "lump_sum": "one-off"}
TYPES = {
    "ballot": "vote",
    "claim": "claim",
    "conditions": "condition",
    "earlier_award": "earlier award",
    "exec_pay": "pay at the top",
    "inflation": "inflation",
    "market_stat": "pay elsewhere",
    "other": "other",
    "pay_erosion": "lost value",
    "price": "price",
    "profit": "profit",
    "restatement": "restatement",
    "resulting_pay": "resulting pay",
    "salary": "level of pay",
    "statutory": "legal rate",
    "threshold": "threshold",
    "total_cost": "cost",
    "workforce_share": "share",
}
DRAFT = "A draft to check: hold each figure against its words."
NO_OFFER = "No offer in this text."
NOT_TAKEN = "Also seen, not taken ({} puts a figure back):"
WIDE = 60
INDENT = "    "
LONGEST_QUOTE = 300


class Text(NamedTuple):
    """One text that was read: what it is called, its own text, and what was found in it."""

    name: str
    text: str
    found: Found


def page(texts: Sequence[Text], command: str, medium: Medium) -> str:
    """Return the page of an answer, no line wider than the medium."""
    lines: list[str] = []
    for text in texts:
        if len(texts) > 1:
            lines += [*medium.wrap(f"== {one_line(text.name)}"), ""]
        lines += _text(text, medium)
    lines += medium.wrap(DRAFT) if any(text.found.offers for text in texts) else []
    lines += ["", *medium.wrap(f"Again: {command}", "", "  ")]
    lines += medium.wrap(f"payoffer {__version__}; read: {joined(one_line(text.name) for text in texts)}", "", "  ")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _text(text: Text, medium: Medium) -> Iterator[str]:
    found = text.found
    if not any(offer.current for offer in found.offers):
        yield from medium.wrap(NO_OFFER)
        yield ""
    for nation in found.none:
        yield from medium.wrap(f"{nation}: no offer.")
        yield ""
    for number, offer in enumerate(found.offers, 1):
        yield from _offer(offer, number if len(found.offers) > 1 else 0, medium)
    if found.left_out:
        yield from medium.wrap(NOT_TAKEN.format(f"--take {found.left_out[0].n}"))
        for left in found.left_out:
            told = (
                f"{one_line(left.text)}: {TYPES[left.type]}, {left.why}"
                if left.type != "other"
                else f"{one_line(left.text)}: {left.why}"
            )
            yield from medium.wrap(told, f"{left.n:>3}. ", "     ")
        yield ""


def _offer(offer: FoundOffer, number: int, medium: Medium) -> Iterator[str]:
    yield from medium.wrap(f"{f'{number}. ' if number else ''}{heading(offer)}")
    yield ""
    rows = [_row(place, term) for place, term in enumerate(offer.terms, 1)]
    keep = [column for column in range(len(COLUMNS)) if column < ALWAYS or any(row[column] for row in rows)]
    if medium.width >= WIDE and _fits(rows, keep, medium):
        body = [[medium.safe(row[column] or "-") for column in keep] for row in rows]
        heads = [medium.safe(COLUMNS[column]) for column in keep]
        laid = tabulate(body, headers=heads, tablefmt="simple", disable_numparse=True, preserve_whitespace=True)
        yield from laid.splitlines()
    else:
        for row in rows:
            said = (f"{COLUMNS[column].casefold()} {row[column]}" for column in keep[ALWAYS:] if row[column])
            yield from medium.wrap(f"{row[0]} {', '.join([f'{row[2]} {row[1]}', *said])}", "", INDENT)
    yield ""
    for place, term in enumerate(offer.terms, 1):
        yield from medium.wrap(f'"{_shortened(term.quote)}"', f"({place}) ", INDENT)
        yield from medium.wrap(capital(f"{term.why}."), INDENT, INDENT)
    yield ""


COLUMNS = ("", "Kind", "Value", "Floor", "Cap", "From", "For")
ALWAYS = 3


def heading(offer: FoundOffer) -> str:
    """Return who offers what to whom, where, and what has become of it."""
    who = offer.who or "An employer that is not named"
    to = f" to {offer.to_whom}" if offer.to_whom else ""
    where = f" ({offer.nation})" if offer.nation and offer.nation not in f"{who}{to}" else ""
    status = "status not told" if offer.status == "unknown" else offer.status
    return one_line(f"{capital(who)}{to}{where}: {status if offer.current else 'an earlier offer, since replaced'}")


def _row(place: int, term: FoundTerm) -> tuple[str, ...]:
    kind = f"{KINDS[term.kind]}{', already in payment' if term.in_payment else ''}"
    value = term.value
    if term.at_least and not term.at_most:
        value = f"at least {value}"
    elif term.at_most and not term.at_least:
        value = f"up to {value}"
    when = f"{_day(term.effective or '')}{', backdated' if term.backdated and term.effective else ''}"
    limits = (term.floor or "", term.cap or "")
    return (
        f"({place})",
        kind,
        value.replace("\u2013", " to "),
        *limits,
        one_line(when),
        one_line(term.applies_to or ""),
    )


def _day(effective: str) -> str:
    try:
        return short_day(date.fromisoformat(effective))
    except ValueError:
        return effective


def _fits(rows: Sequence[Sequence[str]], keep: Sequence[int], medium: Medium) -> bool:
    widths = (max(len(medium.safe(row[column])) for row in (COLUMNS, *rows)) + 2 for column in keep)
    return sum(widths) <= medium.width


def _shortened(quote: str) -> str:
    plain = one_line(quote)
    return plain if len(plain) <= LONGEST_QUOTE else f"{plain[:LONGEST_QUOTE]}..."


def document(texts: Sequence[Text], command: str) -> dict[str, Any]:
    """Return everything found as plain values; every quote is the slice ``start:end`` of its text."""
    several = len(texts) > 1
    return {
        "schema_version": 1,
        "command": command,
        "version": __version__,
        "files": [text.name for text in texts],
        "offers": [
            {**({"file": text.name} if several else {}), **_plain_offer(offer)}
            for text in texts
            for offer in text.found.offers
        ],
        "left_out": [
            {**({"file": text.name} if several else {}), **left._asdict()}
            for text in texts
            for left in text.found.left_out
        ],
        "no_offer": [nation for text in texts for nation in text.found.none],
    }


def _plain_offer(offer: FoundOffer) -> dict[str, Any]:
    return {**offer._asdict(), "terms": [term._asdict() for term in offer.terms]}
