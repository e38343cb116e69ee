"""Figures that stand for an offer only because the text says nothing better of it.

"An offer worth 7%" says the same money again beside its parts, and is the offer where the parts are not told; "they had
been offered 4%" was replaced only if something else was offered since.
"""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from payoffer.reading.told import EARLIER_OFFER, RESTATEMENT, TERM, Sorted

BESIDE_A_RATE = "a rise beside a rate"
SUMS_UP = frozenset({"what it is worth to somebody", "on average", "in all", "roughly so much", BESIDE_A_RATE})
"""Rules that take a figure for a restatement, which it is only beside what it restates."""
ONE_OFFS = frozenset({"a one-off", "a one-off of so much"})
WORTH = "an offer worth so much"
WORTH_ALL = "what the offer is worth, and its parts are told"
_OFFER = re.compile(
    r"\b(?:offer\w*|deal|pay rise|award\w*|settlement|uplift|package|proposal|won|get|receive|given|agree\w*)\b"
    r"|\b(?:rise|increase) of @"
)
_FROM = re.compile(r"@ (?:from|with effect|backdated|on|in) (?:the )?(?:\d|[a-z]+ (?:19|20)\d\d\b)")
"""What gives a figure a day of its own: it is a part, whatever the deal is called that it begins."""
_RISE = re.compile(r"\b(?:rise|increase) of #")
_RATE = re.compile(r"\b(?:pay|rates?|wages?|hourly|hour|salar(?:y|ies))\b")
OVER_YEARS = "what the offer comes to over its years, and they are told"
_OVER = re.compile(
    r"@ (?:[a-z-]+ ){0,4}(?:over|across) (?:the )?(?:[\w-]+ ){0,5}(?:years|months)\b|@ in (?:all|total)\b"
)
LEVELS = frozenset({"salary", "resulting_pay"})
"""What a figure is that tells pay as it is or will be."""
IN_LEVELS = "the rise of a rate of pay that stands beside it, and the offer is told"
_AFTER = re.compile(r"#[^@#.;]{0,12}(?:,|\+|\bplus|\band|\bthen) ?(?:an? |a further )?@")
_WORTH = re.compile(r"\b(?:offer|deal|package|settlement|award)\b[^#@;.]{0,60}\b(?:worth|comes to|amounts to) @")
_SET = re.compile(r"\b(?:minimum|living) wage\b|\bpay claim\b")
_SOME = re.compile(
    r"@[^#@;.]{0,30}\b(?:for|at|to|on) (?:the |a |an |some|those|most|point|scp)"
    r"|(?:lowest|bottom|top|scp|point|grade|band)\b[^#@]{0,40}@"
)
_NOT_ONE = re.compile(r"\bin (?:19|20)\d\d\b|\b(?:ranged|median|averag\w+)\b")
"""What says that an earlier offer was another year's, or that many are meant."""
_MANY = re.compile(r"\b(?:deals|awards|settlements)\b")
_PAST = re.compile(r"\b(?:last year|years? ago|since 20|since 19|(?:claim|demand|want|call)\w*\b[^.;]{0,60}@)")


def promoted(told: list[Sorted]) -> list[Sorted]:
    """Return the figures; where nothing better is told, what sums up or came before is the offer."""
    rises = [one for one in told if one.type == TERM and one.rule not in ONE_OFFS]
    percent = [one for one in rises if one.figure.unit == "percent" and one.rule != WORTH]
    said = _said_again(told, rises, percent)
    told = [
        one._replace(type=RESTATEMENT, why=said[one.figure.start]) if one.figure.start in said else one for one in told
    ]
    if not rises and not any(one.type == TERM for one in told):
        before = _last_offer(told)
        if before:
            return [
                one._replace(type=TERM, rule="the only offer told", why="the text tells of no other offer since")
                if one in before
                else one
                for one in told
            ]
    if not percent:
        first = next((place for place, one in enumerate(told) if _sums_up(one, alone=not rises)), None)
        if first is not None:
            why = "the text says only what the offer is worth"
            told[first] = told[first]._replace(type=TERM, rule="worth so much", why=why)
    return told


def _said_again(told: Sequence[Sorted], rises: Sequence[Sorted], percent: Sequence[Sorted]) -> dict[int, str]:
    """Return where figures begin that only say the others again, and why."""
    said = dict.fromkeys(_over_years(percent), OVER_YEARS)
    paid = _beside_levels(percent, told)
    if len(paid) < len(rises):
        said |= dict.fromkeys(paid, IN_LEVELS)
    worth = [one for one in told if one.rule == WORTH and not _FROM.search(one.context.sentence)]
    return said | {one.figure.start: WORTH_ALL for one in worth if percent}


def _beside_levels(percent: Sequence[Sorted], told: Sequence[Sorted]) -> frozenset[int]:
    """Return where percentages begin that stand in the row of a table that tells pay before and after."""
    levels = Counter(one.context.place for one in told if one.type in LEVELS)
    return frozenset(
        one.figure.start for one in percent if one.context.place.kind == "row" and levels[one.context.place] > 1
    )


def _over_years(percent: Sequence[Sorted]) -> frozenset[int]:
    """Return where percentages begin that stand for several years, beside smaller ones that do not."""
    total = {
        one.figure.start: one.figure.low
        for one in percent
        if _OVER.search(one.context.sentence) and not _AFTER.search(one.context.sentence)
    }
    least = min((one.figure.low for one in percent if one.figure.start not in total), default=Decimal("Infinity"))
    return frozenset(start for start, low in total.items() if least < low)


def _last_offer(told: Sequence[Sorted]) -> list[Sorted]:
    """Return the figures of the last sentence that tells of an earlier offer."""
    changed = {one.context.place for one in told if one.figure.changed}
    offers = [
        one
        for one in told
        if one.type == EARLIER_OFFER
        and one.context.place not in changed
        and (_OFFER.search(one.context.before) or _RISE.search(one.context.before))
        and not _NOT_ONE.search(one.context.sentence)
        and not one.context.hardly
    ]
    return [one for one in offers if one.context.place == offers[-1].context.place]


def _sums_up(one: Sorted, *, alone: bool) -> bool:
    """Say whether a figure can stand for an offer; beside rises in pounds only where an offer is called worth it."""
    sentence = one.context.sentence
    return (alone or _WORTH.search(sentence) is not None) and (
        one.rule in SUMS_UP
        and one.figure.unit == "percent"
        and (_OFFER if one.rule != BESIDE_A_RATE else _RATE).search(sentence) is not None
        and not _SET.search(one.context.topic)
        and not _SOME.search(sentence)
        and not _PAST.search(sentence)
        and not _MANY.search(sentence)
        and not one.context.hardly
    )
