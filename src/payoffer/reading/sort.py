"""Say of every figure what it is, by the first rule that fits."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from payoffer.reading.contexts import Context, contexts
from payoffer.reading.figures import Figure, figures
from payoffer.reading.rules import Rule, rules, tries
from payoffer.reading.sentences import Sentence

SAME = "same"
TERM = "term"
PUT_BACK = "put back"
RESTATEMENT = "restatement"
IN_PAYMENT = "in_payment"


CARRIED = frozenset({"claim", "earlier_award", "earlier_offer", "conditions", "statutory"})
NAMED_AGAIN = frozenset({IN_PAYMENT, "claim", "inflation", "earlier_award", "earlier_offer", "market_stat", RESTATEMENT, "other"})
_IN_BRACKETS = re.compile(r"#[^()@]{0,30}\([^()@]{0,40}@[^()@]{0,40}\)")
_THE = re.compile(r"\bthe @")
_CARRIES_ON = re.compile(
    r"#(?![^@#]*\b(?:offer\w*|now|but|new|improv\w+|while|whereas|gone|went|will|would|has|have|had|is|are|was|were|"
    r"reject\w+|accept\w+|propos\w+|agreed|won|secured)\b)(?:[^@#.;]{0,30}\b(?:and|plus|then|or)\b[^@#.;]{0,50}|, )@"
)


_ONWARD = re.compile(
    r"#(?![^@#]*\b(?:but|which|who|says?|said|because|inflation|rpi|cpi|prices|claim\w*|want\w*|demand\w*|turnout|vot\w+|cost\w*|"
    r"worth|equivalent|since|against|average|real|than|while|compared|real-terms)\b)[^@#;.:]{0,45}(?:,|\band|\bplus|\bthen|\bwith|\+)(?: [a-z'-]+){0,4} @"
)
_BESIDE = re.compile(r"#(?: [a-z]{1,10}){0,5}(?: \d[\d-]{3,6})?,?(?: and|,| or|, then)(?: (?:of|by|then|another|a further))? @")


class Sorted(NamedTuple):
    """A figure, what it is (``type``), by which rule (``rule``) and why; and what the rule saw of it."""

    figure: Figure
    type: str
    rule: str
    why: str
    context: Context


def sort(text: str, cut: Sequence[Sentence]) -> list[Sorted]:
    """Return every figure of a text with what it is."""
    done: list[Sorted] = []
    before: Sorted | None = None
    said: dict[str, Sorted] = {}
    for context in contexts(text, figures(text), cut):
        one = _sorted(context, before)
        # "The 10%" is one that was named before: what it was then, it still is.
        named = said.get(one.figure.value)
        if named and one.type == TERM and _THE.search(context.sentence):
            again = RESTATEMENT if named.type == IN_PAYMENT else named.type
            one = one._replace(type=again, rule=f"named before ({named.rule})", why=named.why)
        if one.type in NAMED_AGAIN:
            said[one.figure.value] = one
        elif one.type == TERM:
            said.pop(one.figure.value, None)
        done.append(one)
        # "6% (was 4.5%), and £400": what follows goes on from the figure before the brackets.
        if not (before and one.type != TERM and _IN_BRACKETS.search(context.sentence)):
            before = one
    return done


def _sorted(context: Context, before: Sorted | None) -> Sorted:
    figure = context.figure
    if figure.changed:
        return Sorted(figure, "earlier_offer", "a change from", "what it was before the change", context)
    rule = first_rule(context)
    if (
        before
        and rule.type == TERM
        and before.type not in {TERM, IN_PAYMENT, RESTATEMENT, "inflation", "ballot"}
        and before.context.place == context.place
        and _BESIDE.search(context.sentence)
    ):
        return Sorted(figure, before.type, f"joined to the figure before ({before.rule})", before.why, context)
    in_one = before is not None and before.context.place == context.place
    if before and in_one and rule.type == TERM and before.type in CARRIED and _CARRIES_ON.search(context.sentence):
        return Sorted(figure, before.type, f"joined to the figure before ({before.rule})", before.why, context)
    if before and rule is rules()[-1] and before.type == TERM and in_one and _ONWARD.search(context.sentence):
        return Sorted(figure, TERM, f"joined to the figure before ({before.rule})", before.why, context)
    if before and rule is rules()[-1] and _next_in_list(before.context, context) and before.type == TERM:
        return Sorted(figure, TERM, f"next in the list ({before.rule})", before.why, context)
    # What is as the figure before has one before it in its sentence: its pattern asks for it.
    if before is None or rule.type != SAME:
        return Sorted(figure, rule.type, rule.name, rule.why, context)
    if "brackets" in rule.name:
        kind = RESTATEMENT if before.type in {TERM, IN_PAYMENT, "earlier_offer"} else before.type
        return Sorted(figure, kind, rule.name, rule.why, context)
    return Sorted(figure, before.type, f"{rule.name} ({before.rule})", before.why, context)


def _next_in_list(before: Context, context: Context) -> bool:
    """Say whether a figure is alone in the list item or row after that of the figure before."""
    place, last = context.place, before.place
    return place.kind == last.kind != "prose" and place.heading == last.heading and place.block == last.block + 1


def first_rule(context: Context) -> Rule:
    """Return the first rule that fits; the last of the file fits everything."""
    return next(rule for rule, pattern in tries(context.figure.unit, context.cues) if fits(rule, pattern, context))


def fits(rule: Rule, pattern: re.Pattern[str], context: Context) -> bool:
    """Say whether a rule fits a figure in its surroundings by one of its patterns."""
    figure = context.figure
    if rule.per and figure.per not in rule.per:
        return False
    if not rule.least <= figure.low <= rule.most or not pattern.search(getattr(context, rule.where)):
        return False
    if rule.unless and rule.unless.search(context.clause):
        return False
    # Under a heading, what the whole text is about says whose rise it is; a sentence has to say it, for most rules.
    topic = context.topic if rule.topic or context.place.kind != "prose" else ""
    return rule.needs is None or rule.needs.search(f"{context.before} | {context.heading} | {topic}") is not None
