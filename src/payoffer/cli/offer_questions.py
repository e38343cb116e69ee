"""The questions of ``payoffer new``: who offers what to whom, the rises, the one-offs, and what else is said.

What was understood is said back after each answer, in the words of ``payoffer show``.
"""

from collections.abc import Callable
from datetime import date

from payoffer.cli import answers
from payoffer.cli.draft import Document, Draft, plain
from payoffer.cli.interview import Talk
from payoffer.offer import IN_FORCE, IN_PAYMENT, UNSTATED, Award, LumpSum, Offer
from payoffer.report import read_as
from payoffer.report.words import capital, joined, ordinal
from payoffer.uplift import BEFORE

NOTHING = "-"
"""What empties an answer that an offer copied from would fill."""
KINDS = ("offer", "claim")
NATIONS = ("England", "Wales", "Scotland", "Northern Ireland", "United Kingdom")
STATUSES = ("offered", "accepted", "rejected", "imposed")
CONSOLIDATED = (
    "A consolidated rise goes into basic pay and stays there: the next rise is worked out on top of it. Write it as "
    "you would say it: 5%, or £1,925, or 5% min £1,750."
)
ONE_OFF = (
    "A one-off (also called non-consolidated, a lump sum or a bonus) is paid once and is not in later pay: the year "
    "after, pay is as if it had never been. Write £1,000, or 1.5%."
)
IN_PAYMENT_IS = "A rise that is already being paid counts in what the deal is worth, but it is not new money."
SAME_DAY = (
    "There is a rise on that day already. 5% and 1.5% of the pay before that day make 6.5%; 1.5% of the pay with the "
    "5% in it makes 6.575%. Answer 1 for the pay before that day, 2 for the pay with the other rise in it."
)
OF_WHAT = "1 the pay before the offer, 2 the pay being paid already, 3 the pay with the new rise in it."
BASES = {"1": BEFORE, "2": IN_PAYMENT, "3": IN_FORCE}
ALWAYS = ("name", "kind", "status")
"""Keys that every offer has."""
BESIDE = {
    "scales": "its pay scales",
    "points": "its pay points",
    "round": "its rounding",
    "week": "its full-time week",
    "weeks": "its weeks a year",
    "strike_day": "what a day on strike costs",
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
    while (yield from _award(draft)):
        pass
    yield from _kept(draft, base, "lump_sum", "One-off")
    while (yield from _lump_sum(draft)):
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
    rise = {"year": 1, "uplift": [{"percent": 1}]}
    there = draft.found if draft.found["award"] or draft.found["lump_sum"] else {"award": [rise]}
    return getattr(answers.made(Offer, {"name": "any", **there, key: value}), key)


def _kept(draft: Draft, base: Offer | None, key: str, what: str) -> Talk[None]:
    """Ask of each part of the offer copied from whether it stays."""
    parts = getattr(base, key) if base else ()
    for number, part in enumerate(parts, 1):
        text = f"{what} {number} of {base.name if base else ''}: {_told(draft, part)}. Keep it?"
        if (yield from draft.ask(text, answers.yes_or_no, enter="yes")) is not False:
            _add(draft, key, part)


def _award(draft: Draft) -> Talk[bool]:
    """Ask for one more rise; False where there is none."""
    there: tuple[Award, ...] = draft.found["award"]
    said = yield from draft.ask(
        f"What is the {ordinal(len(there))} consolidated rise?",
        answers.rise,
        explains="" if there else CONSOLIDATED,
        enter="there is no more" if there else "there is none",
    )
    if said is None:
        return False
    draft.found |= {"week": said.week} if said.week else {}
    rise = said.award[0]
    part: Document = {"uplift": rise.uplift, "per": rise.per, "paid": rise.paid}
    draft.say(f"{capital(read_as.terms(rise.uplift, rise.per))}.")
    if there and there[0].year is not None:
        part["year"] = len(there) + 1
    else:
        day = rise.effective or (yield from _from_when(draft, first=not there))
        part |= {"effective": day} if day else {"year": 1}
        if isinstance(day, date):
            yield from _beside_the_day(draft, part, day)
    _add(draft, "award", answers.made(Award, part))
    return True


def _from_when(draft: Draft, *, first: bool) -> Talk[date | None]:
    return (
        yield from draft.ask(
            "From which day does it count?",
            answers.day,
            explains=f"Write {answers.DAY}: the day from which it is worked out, also where the money comes later.",
            enter="no day is given: it is the rise of the first year, the next that of the second" if first else "",
        )
    )


def _beside_the_day(draft: Draft, part: Document, day: date) -> Talk[None]:
    """Ask what hangs on the day of a rise: what it is a percentage of, whether it is paid, when back pay comes."""
    same = day in {award.effective for award in draft.found["award"]}
    if same and any(term.percent is not None and term.of is None for term in part["uplift"]):
        before = yield from draft.ask("Of which pay is the percentage?", answers.one_of(("1", "2")), explains=SAME_DAY)
        if before == "1":
            part["uplift"] = tuple(
                term if term.percent is None or term.of else term.model_copy(update={"of": BEFORE})
                for term in part["uplift"]
            )
    if (
        yield from draft.ask(
            "Is it already being paid?",
            answers.yes_or_no,
            explains="" if draft.found["award"] else IN_PAYMENT_IS,
            enter="no",
        )
    ):
        part["in_payment"] = True
        return
    offered: date | None = draft.found.get("offered")
    if offered and day < offered and part["paid"] is None:
        paid = yield from draft.ask(
            "On which day does its back pay come?", answers.day, explains=f"Write {answers.DAY}.", enter="not known"
        )
        part["paid"] = paid


def _lump_sum(draft: Draft) -> Talk[bool]:
    """Ask for one more one-off; False where there is none."""
    there: tuple[LumpSum, ...] = draft.found["lump_sum"]
    more = "there is no more" if there else "there is none"
    terms = yield from draft.ask(
        f"What is the {ordinal(len(there))} one-off?",
        answers.one_off,
        explains="" if there else ONE_OFF,
        enter=more if there or draft.found["award"] else "",
    )
    if terms is None:
        return False
    part: Document = {"pay": terms}
    draft.say(f"{capital(read_as.terms(terms))}, paid once.")
    if any(term.percent is not None for term in terms):
        of = yield from draft.ask(
            "A percentage of what?",
            answers.one_of(tuple(BASES)),
            explains=OF_WHAT,
            enter="not said: each answer is shown",
        )
        part["of"] = BASES[of] if of else UNSTATED
    yield from _when_paid(draft, part)
    if (
        yield from draft.ask("Do part-timers get a part of it?", answers.yes_or_no, enter="yes, by their hours")
    ) is False:
        part["pro_rata"] = False
    _add(draft, "lump_sum", answers.made(LumpSum, part))
    return True


def _when_paid(draft: Draft, part: Document) -> Talk[None]:
    """Ask for the time a one-off is for and the day it is paid; where there are no dates, for its year."""
    awards: tuple[Award, ...] = draft.found["award"]
    if awards and awards[0].year is not None:
        year = yield from draft.ask("In which year is it paid?", answers.year, explains="Write 1 for the first year.")
        part["year"] = year
        return
    covers = yield from draft.ask(
        "For which time is it?",
        answers.span,
        explains="Write its first and its last day: 2022-09-01 to 2023-08-31.",
        enter="" if part.get("of") == UNSTATED else "not said",
    )
    paid = yield from draft.ask(
        "On which day is it paid?",
        answers.day,
        explains=f"Write {answers.DAY}.",
        enter="not known" if covers or draft.found.get("offered") else "",
    )
    part |= ({"covers": covers} if covers else {}) | ({"paid": paid} if paid else {})


def _rest(draft: Draft, base: Offer | None) -> Talk[None]:
    if draft.found["award"] and draft.found["award"][0].year is None:
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
    there = {key: getattr(base, key) for key in BESIDE if getattr(base, key) != defaults[key]}
    if not there:
        return
    text = f"{base.name} also has {joined(BESIDE[key] for key in there)}. Keep these?"
    if (yield from draft.ask(text, answers.yes_or_no, enter="yes")) is not False:
        draft.found |= there | {"source": (*draft.found.get("source", ()), *base.source)}


def _add(draft: Draft, key: str, part: Award | LumpSum) -> None:
    """Add a part and say back in words all of its kind."""
    draft.found[key] = (*draft.found[key], part)
    draft.say(*(f"{capital(_told(draft, each))}." for each in draft.found[key]))


def _told(draft: Draft, part: Award | LumpSum) -> str:
    """Return one rise or one-off in words."""
    if isinstance(part, LumpSum):
        return read_as.one_off(part)
    return read_as.rise(part, Offer.model_construct(offered=draft.found.get("offered"), name="any"))
