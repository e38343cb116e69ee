"""What is right in form but looks like a slip: each with its line and what was likely meant.

An offer may be as odd as it is, so nothing here is an error; a rule stands only if real offers hardly ever trip it.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise
from typing import NamedTuple

from payoffer.document import ByPoint, Range
from payoffer.errors import Problem
from payoffer.lines import LineMap
from payoffer.money import pence, plain, pounds
from payoffer.offer import Offer
from payoffer.offer_parts import Award, LumpSum, Proposed
from payoffer.periods import YEAR, add_months, long_day
from payoffer.refusals import Place, shown
from payoffer.uplift import IN_POUNDS, LIMITS, Term

MOST_RISE, MOST_ONE_OFF = Decimal(25), Decimal(50)
"""Percentages over these are looked at again, and those under the next: 0.05 is more likely 5%."""
LEAST_PERCENT = Decimal("0.2")
LEAST_FLAT, MOST_FLAT = Decimal(20), Decimal(15_000)
"""Sums outside these, in pounds a year, are more likely by another unit; so is pay outside the next."""
LEAST_PAY, MOST_PAY = Decimal(2_000), Decimal(500_000)
USUAL_WEEK = Decimal(37)
LONGEST_DEAL = 6
"""Years from the beginning of a deal to the last date in its file."""

NATIONS = ("England", "Wales", "Scotland", "Northern Ireland", "United Kingdom", "Great Britain", "England and Wales")
NATION_CLOSE = 0.75

PERCENT = frozenset({"percent", "total_percent", "minimum_rise_percent"})
PAY_ITSELF = frozenset({"set", "minimum_pay"})
RISES = frozenset({"percent", "total_percent", "flat", "index"})
WITHOUT_BASE = frozenset({"flat", "set", "minimum_pay", "new_week", "move"})

_CONSOLIDATED = re.compile(r"(\b(?:non|not|un)[\s-]*)?consolidated", re.IGNORECASE)

Part = Award | LumpSum | Proposed


class Hint(NamedTuple):
    """Something suspicious: where it stands and its sentence."""

    path: Place
    text: str


def suspicions(offer: Offer, lines: LineMap, scales: Collection[str] = ()) -> list[Problem]:
    """Return the warnings about an offer in the order of its file; ``scales`` are the bundled pay scales."""
    hints = list(_about_the_offer(offer, scales))
    for key in ("award", "lump_sum", "proposed"):
        seen: list[Part] = []
        for place, part in enumerate(getattr(offer, key)):
            if part in seen:
                hints.append(Hint((key, place), f"this [[{key}]] is the same as one before it: leave one of them out"))
            seen.append(part)
            hints += [Hint((key, place, *hint.path), hint.text) for hint in _about_part(offer, part)]
    return sorted((Problem(lines.line(hint.path), hint.text, warning=True) for hint in hints), key=lambda p: p.line)


def _about_the_offer(offer: Offer, scales: Collection[str]) -> Iterator[Hint]:
    if offer.group is None:
        yield Hint((), 'without a group any other offer is taken to be for the same people: add group = "..."')
    if not offer.source:
        yield Hint((), "no source is given, so that nobody can look the figures up: add [[source]] with title or url")
    near = get_close_matches(offer.nation or "", NATIONS, 1, NATION_CLOSE)
    if near and offer.nation not in NATIONS:
        yield Hint(("nation",), f"nation = {shown(offer.nation)} is not known: did you mean {near[0]}?")
    known = ", ".join(sorted(scales))
    for place, scale in enumerate(offer.scales):
        if scales and scale not in scales:
            close = get_close_matches(scale, scales, 1)
            right = f"did you mean {close[0]}?" if close else f"leave it out, or write one of {known}"
            yield Hint(("scales", place), f"no pay scale called {shown(scale)} is bundled: {right}")
    if offer.until:
        yield from _far(offer, ("until",), offer.until)


def _about_part(offer: Offer, part: Part) -> Iterator[Hint]:
    if isinstance(part, LumpSum):
        yield from _about_one_off(offer, part)
        terms, key = part.pay, "pay"
    else:
        yield from _about_rise(offer, part)
        terms, key = part.uplift, "uplift"
    if not isinstance(part, Proposed) and part.paid:
        yield from _far(offer, ("paid",), part.paid)
        if offer.offered and part.paid < offer.offered and not part.in_payment:
            made = long_day(offer.offered)
            yield Hint(("paid",), f"this is before the offer was made on {made}: mend it, or add in_payment = true")
    for place, term in enumerate(terms):
        yield from (Hint((key, place, *hint.path), hint.text) for hint in _about_term(offer, part, term))
    for place, (one, other) in enumerate(pairwise(terms)):
        if one.kind in LIMITS and other.kind in RISES and not (one.limited() or other.limited()):
            yield Hint((key, place), f"{one.kind} stands before {other.kind} and does not limit it: write it after")
        for below, above, flat in ((one, other, place + 1), (other, one, place)):
            odd = _odd_cap(below, above)
            if odd:
                yield Hint((key, flat, "flat"), odd)


def _about_one_off(offer: Offer, lump: LumpSum) -> Iterator[Hint]:
    called = _called_consolidated(lump.note)
    if called and all(called):
        yield Hint(
            ("note",), "a one-off is not kept in pay, but this says consolidated: put it under [[award]] if it is"
        )
    if lump.times > 1 and lump.paid is None:
        yield Hint(("times",), "no day is given for the first of these instalments: add paid = its day")
    if lump.covers:
        yield from _far(offer, ("covers", 1), lump.covers[1])


def _about_rise(offer: Offer, rise: Award | Proposed) -> Iterator[Hint]:
    called = _called_consolidated(rise.note)
    if called and not any(called):
        yield Hint(
            ("note",), "an award is kept in pay, but this says it is not: put it under [[lump_sum]] if that is so"
        )
    if isinstance(rise.effective, date):
        yield from _far(offer, ("effective",), rise.effective)
        # A point may leave its scale the day after the deal, as settlements of council staff have it.
        only_moves = all(term.move for term in rise.uplift)
        if isinstance(rise, Award) and offer.until and rise.effective > offer.until and not only_moves:
            end = long_day(offer.until)
            yield Hint(
                ("effective",), f"this is after the deal ends on {end}, so that it adds nothing: check both days"
            )


def _called_consolidated(notes: tuple[str, ...]) -> list[bool]:
    """Return for each time that notes say consolidated whether they say it without a non- before it."""
    return [match[1] is None for note in notes for match in _CONSOLIDATED.finditer(note)]


def _far(offer: Offer, path: Place, day: date) -> Iterator[Hint]:
    """Yield a date that lies years after the deal begins: a 2032 where 2023 was meant."""
    begin = offer.start or min(offer.award_days(), default=offer.offered)
    if begin and day > add_months(begin, YEAR * LONGEST_DEAL):
        yield Hint(
            path, f"this is over {LONGEST_DEAL} years after the deal begins on {long_day(begin)}: check the year"
        )


def _about_term(offer: Offer, part: Part, term: Term) -> Iterator[Hint]:
    for path, figure in _figures(term):
        odd = None
        if term.kind in PERCENT:
            odd = _odd_percent(part, figure)
        elif term.kind in IN_POUNDS:
            odd = _odd_sum(offer, part, term.kind, figure)
        if odd:
            yield Hint(path, odd)
    if term.new_week is not None and term.new_week == offer.week:
        yield Hint(("new_week",), f"the full-time week is {plain(term.new_week)} hours already: write the new hours")
    if term.of is not None and term.kind in WITHOUT_BASE and not term.limited():
        yield Hint(("of",), f"of changes nothing beside {term.kind}: leave it out")


def _figures(term: Term) -> Iterator[tuple[Place, Decimal]]:
    """Yield the numbers of a term with their places: both ends of a range, each entry of a table."""
    value = getattr(term, term.kind)
    for point, item in value.items() if isinstance(value, ByPoint) else (("", value),):
        path: Place = (term.kind, point) if point else (term.kind,)
        for number in item if isinstance(item, Range) else (item,):
            if isinstance(number, Decimal):
                yield path, number


def _odd_percent(part: Part, figure: Decimal) -> str | None:
    if 0 < abs(figure) < LEAST_PERCENT:
        return f"{plain(figure)} here is {plain(figure)}%: for {plain(figure * 100)}% write {plain(figure * 100)}"
    kind, most = ("one-off", MOST_ONE_OFF) if isinstance(part, LumpSum) else ("rise", MOST_RISE)
    if figure > most:
        return f"a {kind} of {plain(figure)}% is more than offers give: check the decimal point"
    return None


def _odd_sum(offer: Offer, part: Part, kind: str, figure: Decimal) -> str | None:
    per = "year" if isinstance(part, LumpSum) else part.per
    times = {"month": Decimal(YEAR), "hour": (offer.week or USUAL_WEEK) * offer.weeks}.get(per, Decimal(1))
    sum_a_year = abs(figure * times)
    least, most = (LEAST_PAY, MOST_PAY) if kind in PAY_ITSELF else (LEAST_FLAT, MOST_FLAT)
    if figure == 0 or least <= sum_a_year <= most:
        return None
    size = "little" if sum_a_year < least else "much"
    unit = "check it" if isinstance(part, LumpSum) else "check it, and whether per is year, month or hour"
    return f"{kind} = {plain(figure)} is {pence(sum_a_year)} a year, which is very {size}: {unit}"


def _odd_cap(below: Term, above: Term) -> str | None:
    """Say where a percentage up to some pay and the sum over it do not meet, as they do in real offers."""
    limit, over = below.pay_up_to or below.pay_under, above.pay_over or above.pay_from
    if limit is None or limit != over or isinstance(below.of, date):
        return None
    if not isinstance(below.percent, Decimal) or not isinstance(above.flat, Decimal):
        return None
    cap = below.percent * limit / 100
    if abs(cap - above.flat) < 1:
        return None
    percent = f"{plain(below.percent)}% of {pounds(limit)} is {pence(cap)}"
    return f"{percent}, but over that pay the sum is {pence(above.flat)}: check both"
