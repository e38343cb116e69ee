"""Say of every figure what it is, by the first rule that fits and by the figure before it."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from payoffer.reading.carried import carried, goes_on
from payoffer.reading.contexts import Context, contexts
from payoffer.reading.evidence import points
from payoffer.reading.figures import figures
from payoffer.reading.rules import Rule, rules, tries
from payoffer.reading.sentences import Sentence
from payoffer.reading.told import EARLIER_OFFER, IN_PAYMENT, RESTATEMENT, SAME, TERM, Sorted

NAMED_AGAIN = frozenset(
    {IN_PAYMENT, "claim", "inflation", "earlier_award", EARLIER_OFFER, "market_stat", RESTATEMENT, "other"}
)
THE = re.compile(r"\bthe @")


def sort(text: str, cut: Sequence[Sentence]) -> list[Sorted]:
    """Return every figure of a text with what it is."""
    done: list[Sorted] = []
    before: Sorted | None = None
    said: dict[str, Sorted] = {}
    for context in contexts(text, figures(text), cut):
        one = _named_before(_sorted(context, before), said)
        done.append(one)
        before = one if before is None or goes_on(one) else before
    return [_before_change(one, done[place + 1 :]) for place, one in enumerate(done)]


def _before_change(one: Sorted, later: Sequence[Sorted]) -> Sorted:
    """Return a figure; what another was before a change is of an earlier offer only where the other is offered."""
    if not one.figure.changed or not later or later[0].type == TERM:
        return one
    return one._replace(type=later[0].type, rule=later[0].rule, why=later[0].why)


def _named_before(one: Sorted, said: dict[str, Sorted]) -> Sorted:
    """Return a figure; "the 10%" is one that was named before: what it was then, it still is."""
    named = said.get(one.figure.value)
    if named and one.type == TERM and THE.search(one.context.sentence):
        again = RESTATEMENT if named.type == IN_PAYMENT else named.type
        one = one._replace(type=again, rule=f"named before ({named.rule})", why=named.why)
    if one.type in NAMED_AGAIN:
        said[one.figure.value] = one
    elif one.type == TERM:
        said.pop(one.figure.value, None)
    return one


def _sorted(context: Context, before: Sorted | None) -> Sorted:
    if context.figure.changed:
        return Sorted(context.figure, EARLIER_OFFER, "a change from", "what it was before the change", context)
    rule = first_rule(context)
    joined = carried(context, rule, before) if before else None
    # What would be as the figure before, and has too much that speaks against it, is nothing.
    alone = rules()[-1] if rule.type == SAME else rule
    return joined or Sorted(context.figure, alone.type, alone.name, alone.why, context)


def first_rule(context: Context) -> Rule:
    """Return the first rule that fits; the last of the file fits everything."""
    told = cache(lambda: points(context))
    found = tries(context.figure.unit, context.cues)
    return next(rule for rule, pattern in found if fits(rule, pattern, context) and _weighs(rule, told))


def _weighs(rule: Rule, told: Callable[[], int]) -> bool:
    """Say whether a rule stands beside what speaks for an offer: some ask for so many points, some give way."""
    enough = rule.evidence is None or told() >= rule.evidence
    return enough and (rule.gives_way is None or told() < rule.gives_way)


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
