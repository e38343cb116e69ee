"""The questions of ``payoffer new``: who offers what to whom, the rises, the one-offs, and what else is said.

What was understood is said back after each answer, in the words of ``payoffer show``.
"""

from collections.abc import Callable

from payoffer.cli import answers
from payoffer.cli.draft import Draft, plain
from payoffer.cli.interview import Talk
from payoffer.cli.one_off_questions import one_off
from payoffer.cli.rise_questions import rise
from payoffer.offer import Offer
from payoffer.offer_parts import Award, LumpSum, Proposed
from payoffer.report.words import joined

NOTHING = "-"
"""What empties an answer that an offer copied from would fill."""
KINDS = ("offer", "claim")
NATIONS = ("England", "Wales", "Scotland", "Northern Ireland", "United Kingdom")
STATUSES = ("offered", "accepted", "rejected", "imposed")
ALWAYS = ("name", "kind", "status")
"""Keys that every offer has."""
BESIDE = {
    "start": "its first day",
    "scales": "its pay scales",
    "points": "its pay points",
    "round": "its rounding",
    "week": "its full-time week",
    "weeks": "its weeks a year",
    "strike_day": "what a day on strike costs",
    "draft": "its mark as a draft",
    "open": "what has to be answered",
    "missing": "what is not known",
    "note": "its notes",
    "source": "its sources",
    "proposed": "what is said to follow",
}
"""Keys of an offer that no question asks for, and that a copy may keep."""


def about(base: Offer | None = None) -> Talk[Offer]:
    """Hold the conversation about one offer; the parts of ``base`` are there to be kept.

    Returns the offer that the answers make.
    """
    draft = Draft()
    yield from _facts(draft, base)
    yield from _kept(draft, base, "award", "Rise")
    while (yield from rise(draft)):
        pass
    yield from _kept(draft, base, "lump_sum", "One-off")
    while (yield from one_off(draft)):
        pass
    yield from _rest(draft, base)
    return answers.made(Offer, draft.found)


def _facts(draft: Draft, base: Offer | None) -> Talk[None]:
    yield from _fact(
        *(draft, base, "name", "What is the offer called?", str),
        explains="The name stands over its column in tables and in sentences: Wales, or Our council.",
    )
    text = "Is it an employer's offer, or the union's claim?"
    yield from _fact(draft, base, "kind", text, answers.one_of(KINDS), enter="an offer")
    yield from _fact(draft, base, "employer", "Which employer?", str, enter="not said")
    nations = f"One of {joined(NATIONS, 'or')}."
    yield from _fact(
        draft, base, "nation", "Which nation?", answers.one_of(NATIONS), explains=nations, enter="not said"
    )
    yield from _fact(
        *(draft, base, "group", "Which group of staff is it for?", str),
        explains="A short name, the same in each file of one group: offers to the same people are counted over the "
        "same months.",
        enter="not said",
    )
    text = f"What has become of it: {joined(STATUSES, 'or')}?"
    yield from _fact(draft, base, "status", text, answers.one_of(STATUSES), enter="offered")
    yield from _fact(
        *(draft, base, "offered", "On which day was it made?", answers.day),
        explains=f"Write {answers.DAY}. No money is taken to arrive before that day.",
        enter="not known",
    )


def _fact(
    draft: Draft,
    base: Offer | None,
    key: str,
    text: str,
    read: Callable[[str], object],
    *,
    explains: str = "",
    enter: str = "",
) -> Talk[None]:
    """Ask for the value of one key; Enter alone keeps that of ``base``, if it has one."""
    kept = getattr(base, key, None)
    leave = "" if key in ALWAYS else f"; {NOTHING} leaves it out"
    value = yield from draft.ask(
        text,
        lambda typed: typed if typed == NOTHING and leave else _fit(draft, key, read(typed)),
        explains=explains,
        enter=f"keeps {plain(kept)}{leave}" if kept else enter,
    )
    found = kept if value is None else value
    if found and found != NOTHING:
        draft.keep(key, found)


def _fit(draft: Draft, key: str, value: object) -> object:
    """Return a value that the key can have beside those that are answered."""
    there = draft.found if draft.parts else {"award": [{"year": 1, "uplift": [{"percent": 1}]}]}
    return getattr(answers.made(Offer, {"name": "any", **there, key: value}), key)


def _kept(draft: Draft, base: Offer | None, key: str, what: str) -> Talk[None]:
    """Ask of each part of the offer copied from whether it stays."""
    parts = getattr(base, key) if base else ()
    for number, part in enumerate(parts, 1):
        text = f"{what} {number} of {base.name if base else ''}: {draft.told(part)}. Keep it?"
        if base and (yield from draft.ask(text, answers.yes_or_no, enter="yes")) is not False:
            draft.alike(dated=part.year is None, year=part.year)
            if _by_week(part):
                draft.week(base)
            draft.add(key, part)


def _by_week(part: Award | LumpSum | Proposed) -> bool:
    """Say whether a part means nothing without the full-time week of its offer."""
    if isinstance(part, LumpSum):
        return False
    return part.per == "hour" or any(term.new_week is not None for term in part.uplift)


def _rest(draft: Draft, base: Offer | None) -> Talk[None]:
    if not draft.numbered and "until" not in draft.found and (draft.found["award"] or (base and base.until)):
        yield from _fact(
            *(draft, base, "until", "Which is the last day of the deal?", answers.day),
            explains=f"Write {answers.DAY}.",
            enter="not said: to the end of the pay year of the last rise",
        )
    yield from _fact(
        *(draft, base, "headline", "What was it said to be worth?", str),
        explains="As it was said: 8%, or 14.6% in all.",
        enter="not said",
    )
    source = yield from draft.ask(
        "Where can it be read?",
        answers.source,
        explains="The address of a page, or the title of the letter.",
        enter="not said",
    )
    if source:
        draft.found["source"] = (source,)
    if base:
        yield from _beside(draft, base)


def _beside(draft: Draft, base: Offer) -> Talk[None]:
    """Ask whether the copy keeps what no question was asked about."""
    defaults = {key: Offer.model_fields[key].get_default(call_default_factory=True) for key in BESIDE}
    asked = draft.found.keys() - {"source"}
    there = {key: getattr(base, key) for key in BESIDE if key not in asked and getattr(base, key) != defaults[key]}
    if not there:
        return
    text = f"{base.name} also has {joined(BESIDE[key] for key in there)}. Keep these?"
    if (yield from draft.ask(text, answers.yes_or_no, enter="yes")) is not False:
        if any(map(_by_week, base.proposed)):
            draft.week(base)
        draft.found |= there | {"source": (*draft.found.get("source", ()), *base.source)}
