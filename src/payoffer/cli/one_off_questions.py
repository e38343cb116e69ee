"""The questions of ``payoffer new`` on one one-off: what it is, of which pay, for which time, and for whom.

What was said with the one-off itself is kept and not asked for again.
"""

from payoffer.cli import answers
from payoffer.cli.draft import Document, Draft
from payoffer.cli.interview import Talk
from payoffer.offer_parts import IN_FORCE, IN_PAYMENT, UNSTATED, LumpSum
from payoffer.report import read_as
from payoffer.report.words import capital, ordinal
from payoffer.uplift import BEFORE

ONE_OFF = (
    "A one-off (also called non-consolidated, a lump sum or a bonus) is paid once and is not in later pay: the year "
    "after, pay is as if it had never been. Write £1,000, or 1.5%."
)
OF_WHAT = "1 the pay before the offer, 2 the pay being paid already, 3 the pay with the new rise in it."
BASES = {"1": BEFORE, "2": IN_PAYMENT, "3": IN_FORCE}


def one_off(draft: Draft) -> Talk[bool]:
    """Ask for one more one-off; False where there is none."""
    there: tuple[LumpSum, ...] = draft.found["lump_sum"]
    more = "there is no more" if there else "there is none"
    said = yield from draft.ask(
        f"What is the {ordinal(len(there))} one-off?",
        answers.one_off,
        explains="" if there else ONE_OFF,
        enter=more if there or draft.found["award"] else "",
    )
    if said is None:
        return False
    lump = said.lump
    draft.alike(dated=lump.covers or lump.paid, year=said.year)
    beside = draft.beside(said.offer)
    part: Document = {"pay": lump.pay, "of": lump.of, "in_payment": lump.in_payment}
    draft.say(f"{capital(read_as.terms(lump.pay))}, paid once.", *beside)
    if lump.of == UNSTATED:
        of = yield from draft.ask(
            "A percentage of what?",
            answers.one_of(tuple(BASES)),
            explains=OF_WHAT,
            enter="not said: each answer is shown",
        )
        part["of"] = BASES[of] if of else UNSTATED
    yield from _when_paid(draft, part, said)
    if (
        yield from draft.ask("Do part-timers get a part of it?", answers.yes_or_no, enter="yes, by their hours")
    ) is False:
        part["pro_rata"] = False
    draft.add("lump_sum", answers.made(LumpSum, part))
    return True


def _when_paid(draft: Draft, part: Document, said: answers.OneOff) -> Talk[None]:
    """Ask for the time a one-off is for and the day it is paid; where there are no dates, for its year."""
    if said.year or draft.numbered:
        part["year"] = said.year or (
            yield from draft.ask("In which year is it paid?", answers.year, explains="Write 1 for the first year.")
        )
        return
    covers = said.lump.covers or (
        yield from draft.ask(
            "For which time is it?",
            answers.span,
            explains="Write its first and its last day: 2022-09-01 to 2023-08-31.",
            enter="" if part["of"] == UNSTATED else "not said",
        )
    )
    paid = said.lump.paid or (
        yield from draft.ask(
            "On which day is it paid?",
            answers.day,
            explains=f"Write {answers.DAY}.",
            enter="not known" if covers or draft.found.get("offered") else "",
        )
    )
    part |= ({"covers": covers} if covers else {}) | ({"paid": paid} if paid else {})
