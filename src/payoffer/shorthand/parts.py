"""One part of an offer in shorthand: a sum, a percentage or an index, with all that is said of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from payoffer.offer_parts import IN_FORCE, IN_PAYMENT
from payoffer.shorthand import words
from payoffer.shorthand.days import day, when
from payoffer.shorthand.figures import Amount, amount, amounts, check_time, count, hours
from payoffer.shorthand.limits import limit, on_pay
from payoffer.shorthand.marks import Marks
from payoffer.shorthand.said import MOST_YEARS, TOO_MANY_YEARS, Part, Term
from payoffer.shorthand.unread import refuse_no_figure


def part(marks: Marks) -> Part:
    """Read one part; refuse what stands in its place."""
    found = Part(marks.next)
    at = -1
    while at != marks.at:
        at = marks.at
        found.one_off |= _one_off(marks)
        marks.take(*words.BEFORE_A_FIGURE)
    found.terms.append(_main(marks))
    while _said(marks, found, after_comma=False) or marks.maybe(lambda: _after_comma(marks, found) or None):
        pass
    if found.one_off and found.when and found.when.day and found.when.how == "in" and found.paid is None:
        found.paid, found.paid_at, found.when = found.when.day, found.when.first, None
    if found.of_at and found.of in {IN_PAYMENT, IN_FORCE} and not found.one_off:
        either = "leave this out, or write of pay on the day before"
        marks.refuse(found.of_at, f"a rise is of the pay as it stands: {either}")
    if found.of_at and found.day_before and found.one_off:
        marks.refuse(
            found.of_at, "the day before what? Write of pay before the offer, or a day as in of pay on 31 March 2022"
        )
    return found


def _main(marks: Marks) -> Term:
    first = marks.next
    if marks.take(*words.ZERO):
        return Term({"percent": Decimal(0)})
    if marks.take(*words.LEAST_PAY):
        least = amount(marks)
        if least is None or least.is_percent or least.value <= 0:
            marks.refuse(first, f"{marks.said(first, marks.last)} needs a sum: write it as in nobody under £12 an hour")
        check_time(marks, least)
        return Term({"minimum_pay": least.value}, least.per or "year")
    if name := marks.take(*words.INDICES):
        return Term({"index": name, **_index(marks)})
    found = amounts(marks)
    if found is None:
        refuse_no_figure(marks)
    low, high = found
    for end in filter(None, found):
        check_time(marks, end, low.per)
    value = low.value if high is None else [low.value, high.value]
    return Term({"percent": value}) if low.is_percent else Term({"flat": value}, low.per or "year")


def _index(marks: Marks) -> dict[str, Any]:
    """Read the month of an index and the points added to it, as far as they are said."""
    said: dict[str, Any] = {}

    def month() -> date | None:
        marks.take("of", "for")
        return day(marks)

    def margin() -> Amount | None:
        less = marks.take("+", "plus", "-", "minus", "less") not in {"+", "plus"}
        found = amount(marks) if marks.last.text in {"+", "plus", "-", "minus", "less"} else None
        if found is None or not found.is_percent:
            return None
        return found._replace(value=-found.value) if less else found

    published = marks.maybe(month)
    if published:
        said["month"] = published.replace(day=1)
    plus = marks.maybe(margin)
    if plus and plus.value:
        said["plus"] = plus.value
    return said


def _said(marks: Marks, found: Part, *, after_comma: bool) -> bool:
    """Read one thing that is said of a part; after a comma nothing with which another year could begin."""
    readers = [_week, limit, on_pay, _on_top, _already, _when, _of, _once]
    readers += [] if after_comma else [_over_years, _for_years, _noise]
    for reader in readers:
        at = marks.at
        if reader(marks, found):
            return True
        marks.at = at
    return False


def _after_comma(marks: Marks, found: Part) -> bool:
    """Read what is said of a part after a comma, unless it is how the next part begins: ``, from April 2023: 5%``."""
    before = vars(found) | {"terms": [replace(term, values=dict(term.values)) for term in found.terms]}
    if marks.take(",") and _said(marks, found, after_comma=True):
        while _said(marks, found, after_comma=False):
            pass
        if _ends(marks):
            return True
    vars(found).update(before)
    return False


def _ends(marks: Marks) -> bool:
    """Say whether a part ends here: the text does, or something joins another part to it."""
    at = marks.at
    joined = marks.take(*words.COMMAS, *words.THEN, *words.PLUS, *words.UNTIL, "and")
    marks.at = at
    return joined is not None or marks.next.kind == "end"


def _one_off(marks: Marks) -> bool:
    """Pass over the words for a one-off before its figure."""
    if not marks.take(*words.ONE_OFF):
        return False
    marks.take(*words.ITS_NAME)
    return True


def _once(marks: Marks, found: Part) -> bool:
    found.one_off |= (once := _one_off(marks))
    return once


def _noise(marks: Marks, found: Part) -> bool:
    return marks.take(*words.AFTER_A_FIGURE, *(words.ITS_NAME if found.one_off else ())) is not None


def _on_top(marks: Marks, found: Part) -> bool:
    said = marks.take(*words.ON_TOP, "on top of")
    if said == "on top of":
        found.under = part(marks)
    found.on_top |= said is not None
    return said is not None


def _already(marks: Marks, found: Part) -> bool:
    said = marks.take(*words.ALREADY) is not None
    found.in_payment |= said
    return said


def _when(marks: Marks, found: Part) -> bool:
    said = when(marks)
    if said and said.how == "paid" and said.day and found.paid is None:
        found.paid, found.paid_at = said.day, said.first
    elif said and said.how != "paid" and found.when is None:
        found.when = said
    else:
        return False
    return True


def _of(marks: Marks, found: Part) -> bool:
    """Read of which pay a percentage is: a rise of the pay before alone, a one-off of any."""
    first = marks.next
    if found.main.kind not in {"percent", "index"} or not marks.take("of"):
        return False
    marks.take("the", "your", "their")
    at = marks.at
    on_day = marks.take("pay on", "pay of", "pay in", "salary on", "pay at")
    base: str | date | None = day(marks) if on_day else None
    if base is None:
        marks.at = at
        taken = ((key, marks.take(*each)) for key, each in words.BASES.items())
        base, said = next((each for each in taken if each[1]), ("", None))
        if not said:
            return False
        found.day_before = said in words.DAY_BEFORE
    if base:
        found.of, found.of_at = base, first
    return True


def _week(marks: Marks, found: Part) -> bool:
    marks.take("on", "for", "at", "based on", "of")
    marks.take("a", "an", "the")
    figure = hours(marks)
    if figure is None or not marks.take("hours", "hour", "hrs"):
        return False
    marks.take("a week", "per week", "week", "weekly", "pw", "/ week", "each week")
    found.week = figure
    return True


def _for_years(marks: Marks, found: Part) -> bool:
    first = marks.next
    each = marks.take(*words.EACH_YEAR)
    marks.take("for", "for each of", "for the next", "in each of")
    number = count(marks) if marks.last.text in {"for", "of", "next"} else None
    if number is None or not marks.take("years", "year"):
        if each:
            marks.refuse(first, f"for how many years? Write {each} for 3 years, or leave {each} out")
        return False
    if not 1 <= number <= MOST_YEARS:
        marks.refuse(first, TOO_MANY_YEARS)
    found.years = number
    return True


def _over_years(marks: Marks, found: Part) -> bool:  # noqa: ARG001
    first = marks.next
    if marks.take(*words.OVER_YEARS) and count(marks) and marks.take("years", "year"):
        marks.refuse(first, "how is it split between the years? Write the rise of each, as in 4%, 3%")
    return False
