"""A found offer as an offer file to check: every term with its words, and what is not told as open questions.

Days are written only where the text settles them. Where it settles none, the file counts years; where it settles some,
the others begin with them, and an open question says so. Nothing is decided in silence.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from payoffer.periods import DAY, YEAR, add_months
from payoffer.reading.found import FoundOffer, FoundTerm
from payoffer.reading.timing import Timed, timed
from payoffer.reading.toml_parts import day_line, follows_index, string, uplift
from payoffer.reading.when import index_month

_LONGEST_NAME = 40
_LONGEST_QUOTE = 400


class Draft(NamedTuple):
    """A draft: the name of its file without suffix, its text, and its open questions."""

    name: str
    text: str
    open: tuple[str, ...]
    current: bool


class Origin(NamedTuple):
    """Where a text came from, as the draft names it, and the day it was published, if that is known."""

    title: str
    published: date | None = None


def drafts(offers: Sequence[tuple[FoundOffer, Origin]]) -> list[Draft]:
    """Return a draft of each offer, each with a name of its own."""
    names: dict[str, int] = {}
    found = []
    for offer, origin in offers:
        name = _name(offer)
        names[name] = names.get(name, 0) + 1
        found.append(draft(offer, origin, name if names[name] == 1 else f"{name}-{names[name]}"))
    return found


def draft(offer: FoundOffer, origin: Origin, name: str) -> Draft:
    """Return the draft of one offer."""
    times, questions = timed(offer.terms)
    questions = [*_about_offer(offer), *questions, *_about_terms(offer)]
    lines = [
        "# A draft, made by payoffer read: check every figure against its words, answer what is open and take it out.",
        f"name     = {string(_title(offer))}",
        *([f"employer = {string(offer.who)}"] if offer.who else []),
        *([f"nation   = {string(offer.nation)}"] if offer.nation else []),
        *([f"group    = {string(_group(offer))}"] if offer.to_whom else []),
        f"status   = {string(_status(offer))}",
        *([f"offered  = {origin.published}"] if origin.published else []),
        *(["week     = 37"] if any(_by_hour(term) for term in offer.terms) else []),
        "draft    = true",
    ]
    if questions:
        lines += ["open     = [", *(f"    {string(question)}," for question in questions), "]"]
    lines += ["", "[[source]]", f"title = {string(origin.title)}"]
    for part in _parts(offer.terms, times):
        lines += ["", *part]
    return Draft(name, "\n".join(lines) + "\n", tuple(questions), offer.current)


def _title(offer: FoundOffer) -> str:
    parts = [offer.to_whom, f"in {offer.nation}" if offer.nation else None]
    told = " ".join(part for part in parts if part)
    return _capital(f"{offer.who}: {told}" if offer.who and told else offer.who or told or "Offer read from a text")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _group(offer: FoundOffer) -> str:
    return _slug(f"{offer.to_whom} {offer.nation or ''}")


def _name(offer: FoundOffer) -> str:
    name = _slug(f"{offer.nation or offer.who or ''} {offer.to_whom or ''}") or "offer"
    return name if offer.current else f"{name}-before"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold().replace("\u2019", "").replace("'", ""))[:_LONGEST_NAME].strip("-")


def _status(offer: FoundOffer) -> str:
    if not offer.current:
        return "superseded"
    return offer.status if offer.status != "unknown" else "offered"


def _by_hour(term: FoundTerm) -> bool:
    """Say whether a term, or what limits it, is by the hour: "67p an hour, or 3.6% if that is more"."""
    return any(figure.endswith("an hour") for figure in (term.value, term.floor, term.cap) if figure)


def _about_offer(offer: FoundOffer) -> Iterator[str]:
    if not offer.who:
        yield "who makes the offer?"
    if offer.status == "unknown":
        yield 'what has become of the offer? "offered" is written here'
    if any(_by_hour(term) for term in offer.terms):
        yield "how many hours has the full-time week? 37 is written here"


def _about_terms(offer: FoundOffer) -> Iterator[str]:
    new = [term for term in offer.terms if not term.in_payment]
    for term in new:
        if adds_to_unstated(term, offer.terms):
            yield f"the additional {term.value}: additional to which award, already in payment?"
        if follows_index(term):
            missing = [] if index_month(term.quote) else ["of which month"]
            missing += [] if term.floor or term.cap else ["between which limits"]
            if missing:
                yield f"{term.value}: {', and '.join(missing)}?"
        if term.at_least and not term.at_most:
            yield f"at least {term.at_least}: who gets more, and how much?"
        if term.at_most and not term.at_least:
            yield f"up to {term.at_most}: who gets how much? everything from 0 is written here"
        if term.cap and term.cap.endswith("%") and not follows_index(term):
            yield f"{term.value} is capped at {term.cap}: write the cap in pounds as maximum_rise"
    if by_group(new):
        yield "which of these grades or groups is yours? the figures are by group, and go together with --point"
        return
    yield from _about_together(new)
    if any(term.applies_to for term in new):
        yield "the parts on a condition are for some people only: take the condition out of those that are for you"


def _about_together(terms: Sequence[FoundTerm]) -> Iterator[str]:
    """Ask of rises that begin together whether they are for the same people: here they are one on top of the other."""
    rises = [term for term in terms if term.kind == "consolidated" and not term.applies_to and not term.addition]
    for when in dict.fromkeys(term.effective for term in rises):
        together = [term.value for term in rises if term.effective == when]
        if len(together) > 1:
            values = f"{', '.join(together[:-1])} and {together[-1]}"
            yield f"{values} begin together: for the same people, as is written here, or each for others?"


def adds_to_unstated(term: FoundTerm, terms: Sequence[FoundTerm]) -> bool:
    """Say whether a term is additional to an award that the text does not name."""
    first = next((other for other in terms if other.kind == "consolidated" and not other.in_payment), None)
    return term.addition and term is first and not any(other.in_payment for other in terms)


def by_group(terms: Sequence[FoundTerm]) -> bool:
    """Say whether rises are told group by group, so that nobody gets all of them."""
    rises = [term for term in terms if term.kind == "consolidated"]
    return len(rises) > 1 and all(term.applies_to for term in rises) and len({term.effective for term in rises}) == 1


def _parts(terms: Sequence[FoundTerm], times: Sequence[Timed]) -> Iterator[list[str]]:
    """Yield the lines of each award and one-off, those in payment first."""
    told = list(zip(terms, times, strict=True))
    rises = [pair for pair in told if pair[0].kind == "consolidated"]
    paid = {time.at for term, time in rises if term.in_payment and term.value.endswith("%")}
    yield from (_award(term, time, terms, before=False) for term, time in rises if term.in_payment)
    new = [pair for pair in rises if not pair[0].in_payment]
    if by_group([term for term, _ in new]):
        yield _award_by_group(new)
    else:
        # An addition for the day of an award in payment is of the pay before both: 6.5% in all, not 6.575%.
        yield from (_award(term, time, terms, before=time.at in paid) for term, time in new)
    yield from (_lump_sum(term, time, terms) for term, time in told if term.kind == "lump_sum")


def _award(term: FoundTerm, time: Timed, terms: Sequence[FoundTerm], *, before: bool) -> list[str]:
    return [
        *_quoted(term),
        "[[award]]",
        day_line("effective", time),
        *(["in_payment = true"] if term.in_payment else []),
        *(['adds_to    = "unstated"'] if adds_to_unstated(term, terms) else []),
        *(['per        = "hour"'] if _by_hour(term) else []),
        *(['per        = "month"'] if term.value.endswith("a month") else []),
        *([f"condition  = {string(f'for {term.applies_to}')}"] if term.applies_to and not term.in_payment else []),
        f"uplift     = [{', '.join(uplift(term, time.at, before=before))}]",
    ]


def _award_by_group(told: Sequence[tuple[FoundTerm, Timed]]) -> list[str]:
    """Return one award whose figures are by group: percentages in one table, sums in another."""
    lines = [line for term, _ in told for line in _quoted(term)]
    tables: dict[str, list[str]] = {}
    for term, time in told:
        kind, _, figure = uplift(term, time.at, before=False)[0].strip("{} ").partition(" = ")
        tables.setdefault(kind, []).append(f"{string(term.applies_to or '')} = {figure}")
    steps = ", ".join(f"{{ {kind} = {{ {', '.join(rows)} }} }}" for kind, rows in tables.items())
    hourly = ['per        = "hour"'] if any(_by_hour(term) for term, _ in told) else []
    return [*lines, "[[award]]", day_line("effective", told[0][1]), *hourly, f"uplift     = [{steps}]"]


def _lump_sum(term: FoundTerm, time: Timed, terms: Sequence[FoundTerm]) -> list[str]:
    percent = term.value.endswith("%") and not follows_index(term)
    lines = [*_quoted(term), "[[lump_sum]]", f"pay        = [{', '.join(uplift(term, time.at, before=False))}]"]
    if isinstance(time.at, int):
        lines.append(f"year       = {time.at}")
    else:
        lines.append(
            f"covers     = [{time.at}, {add_months(time.at, YEAR) - DAY}]" if percent else f"paid       = {time.at}"
        )
    if percent:
        lines.append('of         = "unstated"')
    if term.in_payment:
        lines.append("in_payment = true")
    elif term.applies_to and any(other is not term and other.kind == "lump_sum" for other in terms):
        lines.append(f"condition  = {string(f'for {term.applies_to}')}")
    return lines


def _quoted(term: FoundTerm) -> list[str]:
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in term.quote).split())[:_LONGEST_QUOTE]
    time = f" ({term.effective})" if term.effective and term.effective not in term.quote else ""
    return [f'# "{words}"{time}', f"# taken because: {term.why}"]
