"""What a figure is because of the one before it: joined to it by "and", next in its list, or in brackets after it."""

import re

from payoffer.reading.contexts import Context
from payoffer.reading.evidence import points
from payoffer.reading.rules import Rule, rules
from payoffer.reading.told import EARLIER_OFFER, IN_PAYMENT, JOINED, RESTATEMENT, SAME, TERM, Sorted

_FAR = frozenset({"claim", "earlier_award", EARLIER_OFFER, "conditions", "statutory"})
"""What goes on over a few words: "they wanted 5% and a shorter week, and £500"."""
_NEVER = frozenset({TERM, IN_PAYMENT, RESTATEMENT, "inflation", "ballot", "threshold"})
"""What does not go on to a figure that has words of its own to say that it is offered."""
_GOES_ON = re.compile(
    r"#(?![^@#]*\b(?:offer\w*|now|but|new|improv\w+|while|whereas|gone|went|will|would|has|have|had|is|are|was|were|"
    r"reject\w+|accept\w+|propos\w+|agreed|won|secured)\b)(?:[^@#.;]{0,30}\b(?:and|plus|then|or)\b[^@#.;]{0,50}|, )@"
)
_OFFERED_ON = re.compile(
    r"#(?![^@#]*\b(?:but|which|who|says?|said|because|inflation|rpi|cpi|prices|claim\w*|want\w*|demand\w*|turnout|"
    r"vot\w+|cost\w*|worth|equivalent|since|against|average|real|than|while|compared|real-terms)\b)"
    r"[^@#;.:]{0,45}(?:,|\band|\bplus|\bthen|\bwith|\+)(?: [a-z'-]+){0,4} @"
)
_BASIC = re.compile(r"\b(?:basic pay|basic rates?|all salaries|all pay)\b[^#@]{0,15}@")
"""What says that a figure after an allowance is of basic pay."""
_BESIDE = re.compile(
    r"#(?: (?:[a-z]{1,10}|\d{1,2})){0,5}(?: \d[\d-]{3,6})?,?(?: and|,| or|, then)"
    r"(?: (?:of|by|then|another|a further))? @"
)
_IN_BRACKETS = re.compile(r"#[^()@]{0,30}\([^()@]{0,40}@[^()@]{0,40}\)")


def carried(context: Context, rule: Rule, before: Sorted) -> Sorted | None:
    """Return a figure as the one before it makes it; nothing where ``rule``, the first that fits, is to decide.

    What is offered goes on only to a figure that little speaks against.
    """
    one = _carried(context, rule, before)
    return one if one is None or one.type != TERM or rule.type == TERM or points(context) >= 1 else None


def _carried(context: Context, rule: Rule, before: Sorted) -> Sorted | None:
    if before.type == "conditions" and _BASIC.search(context.sentence):
        return None
    in_one = before.context.place == context.place
    if rule.type == TERM and in_one:
        near = before.type not in _NEVER and _BESIDE.search(context.sentence)
        if near or (before.type in _FAR and _GOES_ON.search(context.sentence)):
            return _as(before, context, JOINED)
    if rule is rules()[-1] and before.type == TERM:
        if in_one and _OFFERED_ON.search(context.sentence):
            return _as(before, context, JOINED)
        if _next_in_list(before.context, context):
            return _as(before, context, "next in the list")
    return _the_same(context, rule, before) if rule.type == SAME else None


def _the_same(context: Context, rule: Rule, before: Sorted) -> Sorted:
    """Return a figure that its rule says is as the one before it."""
    if rule.name == JOINED:
        return _as(before, context, rule.name)
    kind = RESTATEMENT if before.type in {TERM, IN_PAYMENT, EARLIER_OFFER} else before.type
    return Sorted(context.figure, kind, rule.name, rule.why, context)


def goes_on(one: Sorted) -> bool:
    """Say whether what follows can be joined to a figure: "6% (was 4.5%), and £400" goes on from the 6%."""
    return one.type == TERM or not _IN_BRACKETS.search(one.context.sentence)


def _as(before: Sorted, context: Context, how: str) -> Sorted:
    first = before.rule.partition(" (")[2].removesuffix(")") or before.rule
    return Sorted(context.figure, before.type, f"{how} ({first})", before.why, context)


def _next_in_list(before: Context, context: Context) -> bool:
    """Say whether a figure stands in the list item or row after that of the figure before."""
    place, last = context.place, before.place
    return place.kind == last.kind != "prose" and place.heading == last.heading and place.block == last.block + 1
