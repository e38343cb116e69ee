"""Which offer adds more at which points of a scale, by how much, and at what salary they change places."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from payoffer.compare import Comparison, Valued
from payoffer.crossing import LEAST, MOST, Crossing, Crossings
from payoffer.money import decimals, pounds
from payoffer.periods import YEAR
from payoffer.report.longer_voice import LongerVoice
from payoffer.report.points_columns import by
from payoffer.report.points_words import counted, joined_points
from payoffer.report.supposed_voice import SupposedVoice
from payoffer.report.voice import Sentence, slot
from payoffer.report.words import Label, capital, in_months, joined, money_span, the_months
from payoffer.scale import Ahead, Scaled, ahead
from payoffer.verdict import Order, Span, over_readings, rank, span, verdict

OTHER_ORDERS = {
    Order.LEVEL: "about the same is added",
    Order.DEPENDS: "which adds more depends on what the offers leave open",
}
FEW = 3
"""As many crossings are told one by one."""


def order(scaled: Scaled, names: dict[str, Label], crossings: Crossings) -> Iterator[Sentence]:
    """Tell which offer adds more at which points, for offers on one scale, and at which salaries they change places."""
    ids = tuple(table.rows[0].answer.offers[number].id for table, number in scaled.offers)
    if not scaled.paired:
        yield _not_paired(scaled, ids)
        yield from _crossings(crossings, names, ids, same=False)
        return
    rows = scaled.tables[0].rows
    found = {row.name: ahead(row) for row in rows}
    yield _at_points(scaled, names, found, in_covered_months(rows[0].answer))
    yield from _ends(scaled, names)
    orders = {(each.first.id, each.order) for each in found.values()}
    yield from _crossings(crossings, names, ids, same=len(orders) == 1 and next(iter(orders))[1] is Order.CLEAR)
    yield from _longer(scaled, names)


def in_covered_months(answer: Comparison) -> str:
    """Return over which months offers stand side by side: ``in the first year``, ``over the 24 months both cover``."""
    if answer.longer and answer.months_covered != YEAR:
        both = "both" if len(answer.offers) == 2 else "all"  # noqa: PLR2004
        return f"over {the_months(answer.months_covered)} {both} cover"
    return in_months(answer.months_covered)


def _longer(scaled: Scaled, names: dict[str, Label]) -> Iterator[Sentence]:
    """Tell who goes on after the months all cover, and which offer would add more where if the others stop."""
    rows = scaled.tables[0].rows
    answer = rows[0].answer
    longer = verdict(answer).longer
    if longer is None:
        return
    yield from LongerVoice(answer, names).goes_on(longer)
    lead = f"{SupposedVoice(answer, names).conditions(longer.ranked)}, {in_months(answer.months)}"
    yield _at_points(scaled, names, {row.name: ahead(row, "window") for row in rows}, lead, would=True)


def _at_points(
    scaled: Scaled, names: dict[str, Label], found: dict[str, Ahead], lead: str, *, would: bool = False
) -> Sentence:
    """Tell at how many points each offer adds more; ``lead`` says over which months, or on what condition."""
    answer = scaled.tables[0].rows[0].answer
    two = len(answer.offers) == 2  # noqa: PLR2004
    adds = f"{'would add' if would else 'adds'} {'more' if two else 'most'}"
    parts: list[str] = []
    sides: list[dict[str, Any]] = []
    for offer in answer.offers:
        clear = [point for point, each in found.items() if each.first.id == offer.id and each.order is Order.CLEAR]
        if clear:
            gaps = span(gap for point in clear for gap in by(found[point]))
            much = f"by {money_span(gaps)}" + ("" if two else " over the next")
            verb = "" if parts else f" {adds}"
            parts.append(f"{names[offer.id].subject}{verb} at {_where(clear, list(found))}, {much}")
            sides.append(_side((offer.id,), Order.CLEAR, clear, gaps))
    for kind, words in OTHER_ORDERS.items():
        ties: dict[tuple[str, ...], list[str]] = {}
        for point, each in found.items():
            if each.order is kind:
                ties.setdefault(tuple(offer.id for offer in each.tied), []).append(point)
        for tied, there in sorted(ties.items(), key=lambda tie: -len(tie[0])):
            where, who, behind = _where(there, list(found)), joined(names[name].subject for name in tied), None
            if len(tied) == len(answer.offers):
                parts.append(f"{words} at {where}")
            elif kind is Order.DEPENDS:
                parts.append(f"which of {who} {adds} depends on what they leave open at {where}")
            else:
                behind = span(gap for point in there for gap in by(found[point]))
                add = "would add" if would else "add"
                parts.append(f"{who} {add} most, about level, at {where}, by {money_span(behind)} over the next")
            sides.append(_side(tied, kind, there, behind))
    months = answer.months if would else answer.months_covered
    every = tuple(offer.id for offer in answer.offers)
    return Sentence("order", every, months, {"sides": sides}, f"{capital(lead)} {'; '.join(parts)}.")


def _side(offers: tuple[str, ...], order: Order, points: list[str], gaps: Span | None) -> dict[str, Any]:
    """Return the figures of one side: the offers ahead at some points, and by how much they are over the next."""
    return {
        "offer": offers[0] if order is Order.CLEAR else None,
        "offers": list(offers),
        "order": str(order),
        "points": points,
        "by": None if gaps is None else slot(gaps),
    }


def _ends(scaled: Scaled, names: dict[str, Label]) -> Iterator[Sentence]:
    """Tell at which points basic pay at the end is higher under which of two, where it orders another way somewhere."""
    rows = scaled.tables[0].rows
    answer = rows[0].answer
    ranked = [rank(row.answer.offers, "covered", ()) for row in rows]
    if len(answer.offers) != 2 or not any(each.end_to_tell for each in ranked):  # noqa: PLR2004
        return
    parts: list[str] = []
    sides: list[dict[str, Any]] = []
    every = [row.name for row in rows]
    for number, offer in enumerate(answer.offers):
        ahead_by: dict[str, Span] = {}
        for row in rows:
            own, other = (_printed_end(row.answer.offers[place]) for place in (number, 1 - number))
            if own.low > other.high:
                ahead_by[row.name] = Span(own.low - other.high, own.high - other.low)
        if ahead_by:
            gaps = span(end for gap in ahead_by.values() for end in gap)
            much = f"by {money_span(gaps)} a year"
            parts.append(f"{names[offer.id].place} at {_where(list(ahead_by), every)}, {much}")
            sides.append(_side((offer.id,), Order.CLEAR, list(ahead_by), gaps))
    if parts:
        ids = tuple(offer.id for offer in answer.offers)
        text = f"Basic pay at the end is higher {'; '.join(parts)}."
        yield Sentence("end", ids, answer.months_covered, {"sides": sides}, text)


def _printed_end(offer: Valued) -> Span:
    """Return basic pay at the end of the months all cover, as it is printed."""
    found = over_readings(offer, "covered", "rate_at_end")
    return Span(*(Fraction(decimals(end, 0)) for end in found))


def _where(points: list[str], every: list[str]) -> str:
    told = counted(len(points), len(every))
    return told if len(points) == len(every) else f"{told} ({joined_points(points, every)})"


def _not_paired(scaled: Scaled, ids: tuple[str, ...]) -> Sentence:
    scales = joined(table.scale.name for table in scaled.tables)
    text = (
        f"The points of {scales} are not paired, as a point of one scale is no point of another: each offer stands "
        f"on its own scale. On one salary: payoffer compare {' '.join(ids)} --salary 40000."
    )
    return Sentence("not_paired", ids, None, {"scales": [table.scale.name for table in scaled.tables]}, text)


def _crossings(found: Crossings, names: dict[str, Label], ids: tuple[str, ...], *, same: bool) -> Iterator[Sentence]:
    figures = {"crossings": [decimals(crossing.salary, 0) for crossing in found.found]}
    if found.found and len(ids) == 2:  # noqa: PLR2004
        text = f"Off the scale they change places {_salaries([crossing.salary for crossing in found.found])}."
    elif found.found:
        text = f"Off the scale {'; '.join(_pairs(found.found, names))}."
    elif found.complete and same:
        text = f"The order is the same on any pay from {pounds(LEAST)} to {pounds(MOST)}."
    else:
        return
    yield Sentence("places", ids, None, figures, text)


def _pairs(found: tuple[Crossing, ...], names: dict[str, Label]) -> Iterator[str]:
    for pair in dict.fromkeys(crossing.offers for crossing in found):
        one, other = (names[name].heading for name in pair)
        yield f"{one} and {other} change places {_salaries([c.salary for c in found if c.offers == pair])}"


def _salaries(places: list[Fraction]) -> str:
    """Return ``at about £25,000``, or between which where there are many."""
    if len(places) <= FEW:
        return f"at about {joined(pounds(place) for place in places)}"
    return f"between {pounds(places[0])} and {pounds(places[-1])}"
