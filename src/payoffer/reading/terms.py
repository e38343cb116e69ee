"""From sorted figures to terms: kind, limits, time, whom each is for, and the words it came from."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from payoffer.reading.beside import Beside
from payoffer.reading.found import FoundTerm, TermKind
from payoffer.reading.kept import kind_of, once_beside
from payoffer.reading.limits import COLUMN, Limit, limit, limit_after, limit_alone, limit_column, of_itself
from payoffer.reading.parties import employer_near
from payoffer.reading.told import JOINED, PUT_BACK, TERM, Sorted
from payoffer.reading.when import whens

LIMIT = "floor_or_cap"
"""What a figure is that limits a term: it stands in the term and is not listed again."""
DRAFTED = frozenset({TERM, "in_payment", "earlier_offer"})
"""What becomes a term: of an offer, already in payment, or of an offer that was replaced."""
NEVER_LIMITS = frozenset(
    {"claim", "inflation", "ballot", "exec_pay", "resulting_pay", "salary", "statutory", "threshold"}
)
"""What is no limit of a rise, whatever stands before it: others' figures, and levels of pay."""
NEXT = 120
"""Characters before and after a sentence that may tell how its sum is paid."""
PASSAGE = 200
"""Characters before a term in which its employer is looked for."""

_AGAIN = re.compile(r"\b(?:further|another|again|additional|extra|last|final)\b[^#@]{0,25}$")
_ADDITION = re.compile(r"\b(?:additional|an extra|on top,?)\b[^#@]{0,20}$")
_FIGURE = re.compile(r"£[\d,]+|\d+(?:\.\d+)?%")


class Drafted(NamedTuple):
    """A term and what it was made of; ``own_time``: a time stands beside it, ``again``: it is called a further one."""

    term: FoundTerm
    sorted: Sorted
    place: int
    own_time: bool
    again: bool
    party: str | None
    nation: str | None


def drafted(text: str, told: Sequence[Sorted], published: date | None) -> tuple[list[Sorted], list[Drafted]]:
    """Return the figures, those that limit a term now called so, and the terms."""
    done = list(told)
    terms: list[Drafted] = []
    for place, one in enumerate(told):
        which = _limits(text, one, place, terms[-1]) if terms else None
        if which:
            terms[-1] = _dated(_with_limit(text, terms[-1], one, which), Beside(text, told, place), published)
            done[place] = one._replace(type=LIMIT, rule="floors and caps", why="it limits the figure before it")
        elif one.type in DRAFTED:
            terms.append(_term(Beside(text, told, place), terms[-1] if terms else None, published))
    return done, terms


def _limits(text: str, one: Sorted, place: int, last: Drafted) -> Limit | None:
    """Say how a figure limits the last term: only in the same sentence, and if the words between say so."""
    main = last.sorted
    if place - last.place > 2 or one.rule == PUT_BACK:  # noqa: PLR2004
        return None
    # "3%, or RPI plus 0.5%, whichever is higher": the percentage limits what follows an index.
    swapped = one.figure.unit == "index" and main.figure.unit == "percent"
    if (one.figure.unit not in {"sum", "percent", "pence"} and not swapped) or main.type == "in_payment":
        return None
    # "RPI or 1%, whichever is greater": beside an index a percentage is taken for inflation.
    if one.type in NEVER_LIMITS and not (one.type == "inflation" and main.figure.unit == "index"):
        return None
    if one.figure.unit == main.figure.unit == "percent":
        return None
    return _limit_told(text, one, place, last)


def _limit_told(text: str, one: Sorted, place: int, last: Drafted) -> Limit | None:
    """Say how a figure that can limit the last term does so: by a column, the sentence after, or the words between."""
    main = last.sorted
    own, of = one.context.place, main.context.place
    if own != of:
        further = own.block - of.block
        next_item = own.kind == of.kind == "item" and own.heading == of.heading and 0 < further <= place - last.place
        if next_item and main.figure.unit != "index":
            return limit_after(text[one.figure.end : own.end].casefold())
        next_sentence = further == 0 and not text[of.end : own.start].strip()
        if not next_item and (not next_sentence or one.type in {TERM, "threshold"}):
            return None
        begin = own.start if place - last.place == 1 else max(own.start, one.figure.start - PASSAGE)
        return limit_alone(text[begin : one.figure.start].casefold().replace("\n", " ").replace("\u2019", "'"))
    if own.kind == "row" and one.rule == COLUMN:
        return limit_column(one.context.clause)
    between = _FIGURE.sub("x", text[main.figure.end : one.figure.start].casefold().replace("\n", " "))
    after = text[one.figure.end : one.context.place.end][:60].casefold().replace("\n", " ")
    return limit(between, after)


def _with_limit(text: str, main: Drafted, one: Sorted, which: Limit) -> Drafted:
    """Return a term with its floor or cap; "£1,000 or 3%" is 3% with a floor, as it would be the other way round."""
    term = main.term
    value, other = term.value, one.figure.value
    by_rate = main.sorted.figure.unit not in {"percent", "index"} and one.figure.unit == "percent"
    if (which == "floor" and by_rate) or one.figure.unit == "index":
        value, other = other, value
    end = max(term.end, one.figure.end)
    term = term._replace(value=value, end=end, quote=text[term.start : end])
    return main._replace(term=term._replace(floor=other) if which == "floor" else term._replace(cap=other))


def _dated(main: Drafted, limiting: Beside, published: date | None) -> Drafted:
    """Return a term with the time that stands after its limit: "3.5% with a minimum of £1,000 from 1 April 2026"."""
    later = limiting.when_after(published)
    between = limiting.text[main.sorted.figure.end : limiting.one.figure.start]
    if later is None or whens(between, published):
        return main
    term = main.term._replace(effective=later.effective, backdated=later.backdated)
    return main._replace(term=term, own_time=True)


def _term(beside: Beside, last: Drafted | None, published: date | None) -> Drafted:
    one = beside.one
    figure, sentence = one.figure, one.context.place
    left, _, _ = one.context.sentence.partition("@")
    own, when = beside.when(published)
    itself = of_itself(left)
    start, end = beside.quote()
    low, high = _ends(figure.value) if figure.ranged else (None, None)
    term = FoundTerm(
        kind=_kind(beside, last.term.kind if last and last.sorted.context.place == sentence else None),
        value=figure.value,
        at_least=low or (figure.value if itself.at_least else None),
        at_most=high or (figure.value if itself.at_most else None),
        floor=None,
        cap=None,
        effective=when.effective if when else None,
        backdated=when.backdated if when else False,
        in_payment=one.type == "in_payment",
        addition=one.type == TERM and _ADDITION.search(left) is not None,
        applies_to=beside.applies_to(),
        quote=beside.text[start:end],
        start=start,
        end=end,
        rule=one.rule,
        why=one.why,
    )
    ahead = beside.text[max(sentence.start, figure.start - PASSAGE) : figure.start]
    party = beside.employer_label() or employer_near(ahead, beside.text[figure.start : sentence.end])
    return Drafted(term, one, beside.place, own, _AGAIN.search(left) is not None, party, beside.nation())


def _kind(beside: Beside, before: TermKind | None) -> TermKind:
    one = beside.one
    context = one.context
    if one.figure.unit == "sum" and not one.figure.per:
        place, start = context.place, one.figure.start
        lead = beside.text[max(0, place.start - NEXT) : start].casefold().replace("\n", " ")
        rest = context.sentence.partition("@")[2]
        if once_beside(lead, rest, beside.text[place.end : place.end + NEXT].casefold().replace("\u2019", "'")):
            return "lump_sum"
    seen = context.clause if context.place.kind == "row" else context.sentence
    left, _, right = seen.partition("@")
    joined_to = before if one.rule.startswith(JOINED) or (one.figure.unit == "sum" and _AGAIN.search(left)) else None
    return kind_of(left, right, context.heading, one.figure.unit, before=joined_to)


def _ends(value: str) -> tuple[str, str]:
    """Return both ends of a range, each with its unit."""
    low, high = value.split("\u2013")
    _, space, per = high.partition(" ")
    return low + space + per, high
