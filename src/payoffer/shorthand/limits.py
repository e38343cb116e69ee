"""The least and the most of a rise, and the pay that it is for: ``min £1,925``, ``on pay over £20,000``."""

from decimal import Decimal

from payoffer.money import pounds
from payoffer.shorthand.figures import Amount, amount, amounts, check_time
from payoffer.shorthand.marks import Marks
from payoffer.shorthand.said import Part, Term

_LEAST = (
    *("min", "minimum", "minimum of", "minimum rise of", "at least", "not less than", "no less than"),
    *("floor", "floor of", "underpin of"),
)
_MOST = (
    *("max", "maximum", "maximum of", "maximum rise of", "at most", "not more than", "no more than", "up to"),
    *("cap", "cap of", "capped at", "limited to"),
)
_GREATER = ("greater", "higher", "more", "larger", "better")
_LESS = ("lower", "less", "smaller", "lesser")
_WHICHEVER = ("whichever is", "whichever is the", "if", "if that is", "if this is", "if it is", "the", "whichever")
_PAY = (
    *("pay", "a pay", "salaries", "a salary", "earnings", "those earning", "those on", "people earning", "people on"),
    *("staff earning", "staff on", "anyone earning", "anyone on", "everyone on", "pay of", "salaries of"),
)
_BOUNDS = {
    "pay_over": ("over", "above", "more than"),
    "pay_up_to": ("up to",),
    "pay_under": ("under", "below", "less than"),
    "pay_from": ("from", "at least"),
}
_RISE_OR_PAY = 10_000
_HOURLY_PAY = 5


def limit(marks: Marks, part: Part) -> bool:
    """Read the least or the most of a rise: ``min £1,925``, ``between 3% and 9%``, ``or £500 if that is greater``."""
    if found := marks.maybe(lambda: _alternative(marks)):
        least, said = found
        _add(marks, part, said, least=least)
        return True
    marks.take("with", "subject to", "but", "or", "and")
    marks.take("a", "an", "the")
    if marks.next.text == "between":
        return _between(marks, part)
    first = marks.next
    word = marks.take(*_LEAST, *_MOST)
    if word is None:
        return False
    marks.take("a", "an", "the")
    said = _sum_or_percent(marks, f"no figure follows {word}: write it as in {word} £1,925")
    if word == "up to" and not said.is_percent and said.value >= _RISE_OR_PAY:
        sum_ = pounds(said.value)
        either = f"write max {sum_} for the rise, or on pay up to {sum_} for the pay"
        marks.refuse(first, f"up to {sum_} could be the most of the rise, or the pay that it is for: {either}")
    _add(marks, part, said, least=word in _LEAST)
    return True


def on_pay(marks: Marks, part: Part) -> bool:
    """Read whose pay a part is for: ``on pay over £20,000``, ``for those earning up to £80,000``."""
    if not (marks.take("on", "for") and marks.take(*_PAY)):
        return False
    found = False
    while True:
        at = marks.at
        _ = found and marks.take("and", "but")
        key = next((key for key, words in _BOUNDS.items() if marks.take(*words)), None)
        if key is None or (key == "pay_from" and marks.next.kind != "pounds"):  # from a day, then
            marks.at = at
            return found
        said = _sum_or_percent(marks, "no sum of pay follows: write it as in on pay over £20,000")
        check_time(marks, said)
        if said.is_percent or said.per not in {None, "year"} or part.main.per in {"month", "hour"} or said.value <= 0:
            marks.refuse(said.first, "the pay that a rise is for is a sum a year: write it as in on pay over £20,000")
        if key in part.main.values:
            marks.refuse(said.first, "this limit is given twice: leave one of the two out")
        part.main.values[key] = said.value
        found = True


def _alternative(marks: Marks) -> tuple[bool, Amount] | None:
    """Read ``or £1,925, whichever is the greater``: whether it is the least, and the figure."""
    first = marks.next
    said = amount(marks) if marks.take("or") else None
    if said is None:
        return None
    marks.take(",")
    marks.take(*_WHICHEVER)
    greater = marks.take(*_GREATER) is not None
    if not greater and not marks.take(*_LESS):
        marks.refuse(first, "which of the two is meant? Write whichever is greater, or whichever is less, after them")
    return greater, said


def _between(marks: Marks, part: Part) -> bool:
    """Read both limits at once; of percentages only for an index, else they are a range of their own."""
    found = amounts(marks)
    low, high = found or (None, None)
    if low is None or high is None or (low.is_percent and part.main.kind != "index"):
        return False
    _add(marks, part, low, least=True)
    _add(marks, part, high, least=False)
    return True


def _sum_or_percent(marks: Marks, why: str) -> Amount:
    found = amount(marks)
    if found is None:
        marks.refuse(marks.next, why)
    return found


def _add(marks: Marks, part: Part, said: Amount, *, least: bool) -> None:
    """Add a limit to a part: to the index itself where it is one, else a term of its own."""
    main, first = part.main, said.first
    if said.is_percent and main.kind == "index":
        _collar(marks, main, said, "floor" if least else "cap")
    elif said.is_percent and least:
        part.terms.append(Term({"minimum_rise_percent": said.value}))
    elif said.is_percent:
        if main.kind != "flat" or len(part.terms) > 1 or not isinstance(main.values["flat"], Decimal):
            marks.refuse(first, "the most of a percentage is a sum: write it as in max £4,000")
        percent = Term({"percent": said.value, **{key: main.values[key] for key in main.values if key != "flat"}})
        part.terms[:] = [percent, Term({"maximum_rise": main.values["flat"]}, main.per)]
    else:
        _limit_by_sum(marks, part, said, "minimum_rise" if least else "maximum_rise")


def _limit_by_sum(marks: Marks, part: Part, said: Amount, key: str) -> None:
    check_time(marks, said, part.main.per if part.main.per != "year" else None)
    per = said.per or part.main.per or "year"
    if key == "minimum_rise" and per == "hour" and said.value >= _HOURLY_PAY:
        sum_ = marks.said(said.first, said.last)
        marks.refuse(said.first, f"is {sum_} the least of the rise, or of the pay? Write + nobody under {sum_}")
    part.terms.append(Term({key: said.value}, per))
    sums = {term.kind: term.values[term.kind] for term in part.terms if term.per == per}
    if sums.get("minimum_rise", said.value) > sums.get("maximum_rise", said.value):
        marks.refuse(said.first, "the least of a rise is above its most: write the smaller sum after min")


def _collar(marks: Marks, main: Term, said: Amount, key: str) -> None:
    if key in main.values:
        marks.refuse(said.first, "this limit is given twice: leave one of the two out")
    main.values[key] = said.value
    if main.values.get("floor", said.value) > main.values.get("cap", said.value):
        marks.refuse(said.first, "the least of a rise is above its most: write the smaller figure after min")
