"""One part of an offer in shorthand: a sum, a percentage or an index, with all that is said of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, NoReturn

from payoffer.offer import IN_FORCE, IN_PAYMENT
from payoffer.shorthand.days import day, when
from payoffer.shorthand.figures import NUMBERS, PERCENT, Amount, amount, amounts, count, hours
from payoffer.shorthand.limits import limit, on_pay
from payoffer.shorthand.marks import Marks
from payoffer.shorthand.said import MOST_YEARS, TOO_MANY_YEARS, Part, Term
from payoffer.typed import quoted
from payoffer.uplift import BEFORE

INDICES = ("rpi", "cpi", "cpih", "rpix")
THEN = ("then", "and then", "followed by", "and after that", "after that")
PLUS = ("+", "plus", "&", "with", "as well as", "together with", "along with", "and also")
UNTIL = ("until", "ending", "ending on", "ending in", "lasting until", "running to", "running until")
COMMAS = (",", ";")
_ZERO = ("no rise", "no increase", "no pay rise", "nothing", "nil", "zero", "pay freeze", "freeze", "a freeze")
_LEAST_PAY = (
    *("pay at least", "pay of at least", "minimum pay", "minimum pay of", "a minimum pay of"),
    *("nobody under", "nobody below", "no one under", "no one below"),
)
_BEFORE_A_FIGURE = (
    *("a", "an", "the", "another", "a further", "further", "an extra", "extra", "an additional", "additional"),
    *("a rise of", "rise of", "rises of", "an increase of", "increase of", "a pay rise of", "pay rise of"),
    *("an uplift of", "uplift of", "an award of", "award of", "a pay award of", "consolidated", "of"),
)
_AFTER_A_FIGURE = (
    *("rise", "rises", "increase", "uplift", "pay rise", "pay increase", "pay award", "award", "consolidated"),
    *("across the board", "for all", "for everyone", "for everybody", "to all", "extra", "more"),
)
_ONE_OFF = (
    *("one off", "oneoff", "lump sum", "lump", "bonus", "non consolidated", "nonconsolidated", "unconsolidated"),
    *("not consolidated", "one time", "paid once", "once"),
)
_ITS_NAME = ("payment", "payments", "sum", "award", "cash payment", "cash", "cash sum", "bonus", "lump sum")
_ON_TOP = ("on top", "on top of that", "on top of this", "on top of it", "on top of which")
_ALREADY = ("already paid", "already being paid", "already in payment", "in payment", "being paid already")
_EACH_YEAR = ("a year", "each year", "every year", "per year", "per annum", "pa", "annually", "yearly")
_OVER_YEARS = ("over", "over the next", "spread over", "across")
_BASES = {
    BEFORE: ("pay before", "pay before it", "pay before the offer", "old pay", "previous pay", "salary before"),
    IN_PAYMENT: ("pay now", "current pay", "present pay", "todays pay", "salary now", "current salary"),
    IN_FORCE: ("pay after", "pay after the rise", "pay after it", "new pay", "salary after", "new salary"),
    None: ("pay", "basic pay", "salary", "annual salary", "annual pay", "basic salary"),
}
_NEAR, _SHORTEST = 0.75, 4


def part(marks: Marks) -> Part:
    """Read one part; refuse what stands in its place."""
    found = Part(marks.next)
    at = -1
    while at != marks.at:
        at = marks.at
        found.one_off |= _one_off(marks)
        marks.take(*_BEFORE_A_FIGURE)
    found.terms.append(_main(marks))
    while _said(marks, found, after_comma=False) or marks.maybe(lambda: _after_comma(marks, found) or None):
        pass
    if found.one_off and found.when and found.when.day and found.when.how == "in" and found.paid is None:
        found.paid, found.when = found.when.day, None
    if found.of_at and found.of in {IN_PAYMENT, IN_FORCE} and not found.one_off:
        marks.refuse(found.of_at, "a rise is of the pay as it stands: leave this out, or write of pay before")
    return found


def _main(marks: Marks) -> Term:
    first = marks.next
    if marks.take(*_ZERO):
        return Term({"percent": Decimal(0)})
    if marks.take(*_LEAST_PAY):
        least = amount(marks)
        if least is None or least.is_percent or least.value <= 0:
            marks.refuse(first, f"{marks.said(first, marks.last)} needs a sum: write it as in nobody under £12 an hour")
        return Term({"minimum_pay": least.value}, least.per or "year")
    if name := marks.take(*INDICES):
        return Term({"index": name, **_index(marks)})
    found = amounts(marks)
    if found is None:
        _refuse_no_figure(marks)
    low, high = found
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
    at = marks.at
    found = marks.next.kind == "end" or marks.take(*COMMAS, *THEN, *PLUS, *UNTIL, "and") is not None
    marks.at = at
    return found


def _one_off(marks: Marks) -> bool:
    """Pass over the words for a one-off before its figure."""
    if not marks.take(*_ONE_OFF):
        return False
    marks.take(*_ITS_NAME)
    return True


def _once(marks: Marks, found: Part) -> bool:
    found.one_off |= (once := _one_off(marks))
    return once


def _noise(marks: Marks, found: Part) -> bool:
    return marks.take(*_AFTER_A_FIGURE, *(_ITS_NAME if found.one_off else ())) is not None


def _on_top(marks: Marks, found: Part) -> bool:
    said = marks.take(*_ON_TOP, "on top of")
    if said == "on top of":
        found.under = part(marks)
    found.on_top |= said is not None
    return said is not None


def _already(marks: Marks, found: Part) -> bool:
    said = marks.take(*_ALREADY) is not None
    found.in_payment |= said
    return said


def _when(marks: Marks, found: Part) -> bool:
    said = when(marks)
    if said and said.how == "paid" and said.day and found.paid is None:
        found.paid = said.day
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
        base, words = next(((key, said) for key, said in _BASES.items() if marks.take(*said)), ("", ()))
        if not words:
            return False
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
    each = marks.take(*_EACH_YEAR)
    marks.take("for", "for each of", "for the next", "in each of")
    number = count(marks) if marks.last.text in {"for", "of", "next"} else None
    if number is None or not marks.take("years", "year"):
        if each:
            marks.at = marks.found.index(first) + len(each.split())
            marks.refuse(first, f"for how many years? Write {each} for 3 years, or leave {each} out")
        return False
    if not 1 <= number <= MOST_YEARS:
        marks.refuse(first, TOO_MANY_YEARS)
    found.years = number
    return True


def _over_years(marks: Marks, found: Part) -> bool:  # noqa: ARG001
    first = marks.next
    if marks.take(*_OVER_YEARS) and count(marks) and marks.take("years", "year"):
        marks.refuse(first, "how is it split between the years? Write the rise of each, as in 4%, 3%")
    return False


def _refuse_no_figure(marks: Marks) -> NoReturn:
    """Say what is wrong where a figure should stand."""
    here, before = marks.next, marks.last
    if marks.at == 0 and here.kind == "word" and ":" in marks.typed:
        marks.refuse(here, "no rise begins here, and a name before a colon has no % or £ in it: leave that out of it")
    if here.kind == "end" and before.kind == "sign":
        sign = {",": "a comma", "+": "a plus sign", "-": "a hyphen"}.get(before.text, before.text)
        marks.refuse(
            before, f'it ends with {sign}: put the whole offer in quotes, such as "6%, 5.5%", or leave that out'
        )
    if here.kind == "end":
        marks.refuse(here, "a figure is missing at the end: write one, such as 5% or £1,925")
    if here.text in {"inflation", "prices"}:
        marks.refuse(here, "which index of prices? Write RPI, CPI or CPIH, as in RPI + 0.5%")
    if here.text in {*COMMAS, *PLUS}:
        marks.refuse(here, f"no figure stands before this {here.text}: write one, or leave the {here.text} out")
    if here.text in {"£", "gbp"}:
        marks.refuse(here, "no figure follows the pound sign: write it as in £1,925")
    if here.text in {*NUMBERS, "half"}:
        marks.refuse(here, "write the figure in digits, as in 5%")
    if here.text in PERCENT:
        marks.refuse(here, f"no figure stands before {marks.said(here)}: write it as in 5%")
    if marks.take("up to", "at least", "at most", "min", "max"):
        marks.refuse(here, "a limit needs the rise that it limits before it: write it as in 5% min £1,925")
    refuse_word(marks)


def refuse_word(marks: Marks) -> NoReturn:
    """Say what is wrong with a mark that cannot be read where it stands."""
    here = marks.next
    said = marks.said(here)
    if here.text in {"?", "\ufffd"} and marks.ahead().kind == "number":
        sum_ = marks.ahead().text.replace(",", "")
        marks.refuse(here, f"a pound sign may have been lost here: write GBP {sum_} or {sum_} pounds")
    if here.text in {"over", "above", "under", "below"}:
        marks.refuse(here, f"whose pay is it for? Write it as in on pay {here.text} £20,000")
    if here.text in {'"', "'", "\u201c", "\u201d", "\u2018"}:
        marks.refuse(here, 'quotes stand around the whole offer, and straight double ones: "6%, 5.5%"')
    near = get_close_matches(here.text, _words(), 1, _NEAR) if here.kind == "word" else []
    if near and near != [here.text]:
        marks.refuse(here, f"{quoted(said)} is no word for an offer here: did you mean {near[0]}?")
    file = "write it in a file, as payoffer check --help says"
    what = "word" if here.kind == "word" else "sign"
    marks.refuse(here, f"the {what} {quoted(said)} cannot be read here: leave it out, or {file}")


def _words() -> list[str]:
    """Return the words that a near miss may have been meant for."""
    several = (THEN, PLUS, UNTIL, _ZERO, _LEAST_PAY, _AFTER_A_FIGURE, _ONE_OFF, _ITS_NAME, _ON_TOP, _ALREADY, INDICES)
    words = {word for phrases in several for phrase in phrases for word in phrase.split()}
    words |= {"from", "paid", "year", "years", "hours", "before", "percent", "minimum", "maximum", "least"}
    return sorted(word for word in words if len(word) >= _SHORTEST)
