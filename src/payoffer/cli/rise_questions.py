"""The questions of ``payoffer new`` on one rise: what it is, from when, and what hangs on its day.

What was said with the rise itself is kept and not asked for again.
"""

from datetime import date

from payoffer.cli import answers
from payoffer.cli.draft import Document, Draft
from payoffer.cli.interview import Talk
from payoffer.offer_parts import Award
from payoffer.report import read_as
from payoffer.report.words import capital, ordinal
from payoffer.uplift import BEFORE

CONSOLIDATED = (
    "A consolidated rise goes into basic pay and stays there: the next rise is worked out on top of it. Write it as "
    "you would say it: 5%, or £1,925, or 5% min £1,750."
)
IN_PAYMENT_IS = "A rise that is already being paid counts in what the deal is worth, but it is not new money."
SAME = (
    "There is a rise {0} already. 5% and 1.5% of the pay before that {1} make 6.5%; 1.5% of the pay with the 5% in it "
    "makes 6.575%. Answer 1 for the pay before that {1}, 2 for the pay with the other rise in it."
)


def rise(draft: Draft) -> Talk[bool]:
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
    award = said.award
    draft.alike(dated=award.effective, year=said.year)
    beside = draft.beside(said.offer)
    part: Document = {key: getattr(award, key) for key in ("uplift", "per", "paid", "in_payment")}
    draft.say(f"{capital(read_as.terms(award.uplift, award.per))}.", *beside)
    day = award.effective
    if not (day or said.year or draft.numbered):
        day = yield from _from_when(draft, first=not there)
    if isinstance(day, date):
        part["effective"] = day
        draft.within(day)
    else:
        part["year"] = said.year or max((each.year or 0 for each in there), default=0) + 1
    yield from _of_which(draft, part)
    if isinstance(day, date):
        yield from _beside_the_day(draft, part, day)
    draft.add("award", answers.made(Award, part))
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


def _of_which(draft: Draft, part: Document) -> Talk[None]:
    """Ask what a percentage is of, where another rise begins with it."""
    key = "effective" if "effective" in part else "year"
    same = part[key] in {getattr(award, key) for award in draft.found["award"]}
    if same and any(term.percent is not None and term.of is None for term in part["uplift"]):
        explains = SAME.format(*("on that day", "day") if key == "effective" else ("in that year", "year"))
        before = yield from draft.ask("Of which pay is the percentage?", answers.one_of(("1", "2")), explains=explains)
        if before == "1":
            part["uplift"] = tuple(
                term if term.percent is None or term.of else term.model_copy(update={"of": BEFORE})
                for term in part["uplift"]
            )


def _beside_the_day(draft: Draft, part: Document, day: date) -> Talk[None]:
    """Ask what hangs on the day of a rise: whether it is paid already, and when its back pay comes."""
    if part["in_payment"]:
        return
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
