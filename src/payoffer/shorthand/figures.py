"""Sums and percentages as they are said: ``£1,925``, ``5.5 per cent``, ``50p an hour``, ``3-4%``.

Every figure carries its sign. One that has lost it, or has two, is refused with what would do.
"""

from decimal import Decimal
from typing import NamedTuple

from payoffer.money import in_full, plain
from payoffer.offer_parts import Per
from payoffer.shorthand.marks import Mark, Marks

MOST_PERCENT = 100
MOST_SUM = 1_000_000
"""No rise is more, in percent or in pounds: two figures have run into one."""
PERCENT = ("%", "per cent", "percent", "pc", "pct", "percentage points", "percentage point", "points", "point", "pp")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_POUNDS = ("pounds", "pound", "gbp", "quid")
_PENCE = ("p", "pence", "penny")
_UNITS: dict[Per, tuple[str, ...]] = {
    "year": ("a year", "per year", "pa", "per annum", "annually", "yearly", "/ year", "/ yr", "a yr", "p / a"),
    "month": ("a month", "per month", "pm", "monthly", "/ month", "pcm", "per calendar month", "each month"),
    "hour": ("an hour", "per hour", "ph", "hourly", "/ hour", "/ hr", "an hr", "per hr", "/ h", "each hour"),
}
_MOST_DIGITS = 12
_SMALL, _A_SALARY = 50, 10_000
_THREE = 3
_PENNY, _THOUSAND = Decimal("0.01"), Decimal(1000)


class Amount(NamedTuple):
    """A figure with its sign: a percentage, or a sum in pounds that may go by a time; its first and last mark.

    ``unit``: what was written is so many pounds (a penny's is 0.01). ``only``: the times by one of which alone the sum
    can go, and ``why`` that is (empty: by any, or none).
    """

    value: Decimal
    is_percent: bool
    per: Per | None
    first: Mark
    last: Mark
    unit: Decimal = Decimal(1)
    only: tuple[Per, ...] = ()
    why: str = ""


def amount(marks: Marks, like: Amount | None = None) -> Amount | None:
    """Return the sum or percentage that stands here; None where there is no figure.

    The second figure of a range needs no sign of its own: it is ``like`` the first.
    """
    first = marks.next
    minus = marks.take("-", "minus", "+") in {"-", "minus"}
    pounds = marks.take_kind("pounds") is not None
    minus = marks.take("-") is not None or minus
    number = marks.take_kind("number")
    if number is None:
        return None
    value = _figure(marks, number)
    if not pounds and (marks.take(*PERCENT) or (like and like.is_percent)):
        _check_percent(marks, number, value)
        return Amount(-value if minus else value, is_percent=True, per=None, first=first, last=marks.last)
    thousands = marks.take("k") is not None
    pence = not (pounds or thousands) and marks.take(*_PENCE) is not None
    named = not pence and marks.take(*_POUNDS) is not None
    if not (pounds or thousands or pence or named or like):
        _refuse_bare(marks, number, value)
    unit = _PENNY if pence else _THOUSAND if thousands else Decimal(1)
    if like and not (pounds or thousands or pence or named):
        unit = like.unit
    only, why = _only(number, value, unit)
    value *= unit
    _check_sum(marks, number, value)
    per = next((per for per, words in _UNITS.items() if marks.take(*words)), None)
    value = -value if minus else value
    return Amount(value, is_percent=False, per=per, first=first, last=marks.last, unit=unit, only=only, why=why)


def check_time(marks: Marks, said: Amount, per: Per | None = None) -> None:
    """Refuse a sum that cannot go by its time, or by ``per`` where it has none of its own: a bare ``50p``."""
    if said.only and (said.per or per) not in said.only:
        marks.refuse(said.first, said.why)


def amounts(marks: Marks) -> tuple[Amount, Amount | None] | None:
    """Return a figure and None, or both of a range: ``3% to 4%``, ``3-4%``, ``between £500 and £800``."""
    between = marks.take("between")
    joins = ("and",) if between else ("to", "-")
    low = marks.maybe(lambda: _unsigned(marks, joins)) or amount(marks)
    if low is None:
        return None
    at = marks.at
    if not marks.take(*joins) or marks.next.kind not in {"number", "pounds"}:
        if between:
            marks.refuse(marks.next, "between which two figures? Write both, as in between 3% and 4%")
        marks.at = at
        return low, None
    high = amount(marks, low)
    if high is None or high.is_percent != low.is_percent:
        marks.refuse(low.last.end, "the two figures of a range are both sums or both percentages: write + between them")
    if high.value == low.value:
        marks.refuse(low.last.end, "both figures of this range are one: write it once, or a comma between two years")
    if high.value < low.value:
        per = f" {_UNITS[time][0]}" if (time := high.per or low.per) else ""
        one, other = _written(low), _written(high)
        either = f"{other} to {one}{per}, or {one}{per}, {other}{per} if it is two years"
        marks.refuse(low.last.end, f"a range goes up: write {either}")
    if low.per and low.per != (high.per or low.per):
        marks.refuse(low.last.end, "the two sums of a range go by one time: write both by the year, the month or hour")
    return low._replace(per=high.per or low.per, last=high.last), high


def count(marks: Marks) -> int | None:
    """Return the whole number that stands here, in one or two figures, or in words up to ten."""
    if word := marks.take(*NUMBERS):
        return NUMBERS.index(word) + 1
    number = marks.take_kind("number")
    return int(number.text) if number and number.text.isdigit() and len(number.text) < _THREE else None


def hours(marks: Marks) -> Decimal | None:
    """Return the figure of hours that stands here."""
    number = marks.take_kind("number")
    return _figure(marks, number) if number else None


def _unsigned(marks: Marks, joins: tuple[str, ...]) -> Amount | None:
    """Return the first figure of a range whose sign stands with the second alone: the 3 of ``3-4%``."""
    number = marks.take_kind("number")
    if number is None or not marks.take(*joins) or marks.next.kind != "number":
        return None
    at = marks.at
    second = amount(marks)
    marks.at = at - 1
    return second and second._replace(value=_figure(marks, number) * second.unit, first=number, last=number)


def _figure(marks: Marks, number: Mark) -> Decimal:
    if sum(map(str.isdigit, number.text)) > _MOST_DIGITS:
        marks.refuse(number, f"this figure has more than {_MOST_DIGITS} digits: write fewer of them")
    return Decimal(number.text.replace(",", ""))


def _check_percent(marks: Marks, number: Mark, value: Decimal) -> None:
    if marks.next.text == "%":
        marks.refuse(marks.next, f"there is one % too many: write {plain(value)}%")
    if value > MOST_PERCENT:
        marks.refuse(number, f"{plain(value)}% is more than any rise: write one up to {MOST_PERCENT}%")


def _written(said: Amount) -> str:
    """Return a figure with its sign, without its time."""
    return f"{plain(said.value)}%" if said.is_percent else in_full(said.value)


def _only(number: Mark, value: Decimal, unit: Decimal) -> tuple[tuple[Per, ...], str]:
    """Return the times by which alone a sum can go: pence by any that is said, three places by the hour."""
    if unit == _PENNY:
        an_hour = f"{plain(value)}p an hour on 37 hours"
        return tuple(_UNITS), f"by what time do these pence go? Write {an_hour}, or {in_full(value * unit)} a year"
    whole, point, part = number.text.partition(".")
    if unit == 1 and point and len(part) == _THREE and not whole.startswith("0") and "," not in whole:
        either = f"£{int(whole + part):,}, or {plain(value * 100)}p an hour on 37 hours"
        return ("hour",), f"the point in {number.text} could be that of thousands: write {either}"
    return (), ""


def _check_sum(marks: Marks, number: Mark, value: Decimal) -> None:
    if marks.take(*PERCENT):
        marks.refuse(marks.last, "this figure is both a sum and a percentage: leave one of the two signs out")
    if value > MOST_SUM:
        most = f"write one up to £{MOST_SUM:,}, and a comma with a space between two years"
        marks.refuse(number, f"£{plain(value)} is more than any rise: {most}")


def _refuse_bare(marks: Marks, number: Mark, value: Decimal) -> None:
    """Refuse a figure that carries no sign: the one it should have may be lost, or its point may be a comma."""
    if marks.next.text in {"hour", "hours", "hrs"}:
        week = f"for the week that sums by the hour are for write on {plain(value)} hours"
        marks.refuse(number, f"a week is no rise: {week}; a new full-time week is written in a file, as new_week")
    _check_comma(marks, number)
    comma, after = marks.next, marks.ahead()
    close = comma.text == "," and number.end == comma.place and comma.end == after.place
    if close and after.kind == "number" and number.text.isdigit() and after.text.isdigit():
        either = f"{number.text}.{after.text}% or {number.text}%, {after.text}%"
        marks.refuse(number, f"{number.text},{after.text} could be one figure or two years: write {either}")
    if value < _SMALL:
        lost = "in a batch file type %% for each %"
        marks.refuse(number, f"{number.text} has neither % nor £: write {plain(value)}% if it is a percentage ({lost})")
    clear = f"write £{plain(value)}, or GBP {value:f} where £ gets lost"
    if value >= _A_SALARY:
        clear += f", or --salary {value:f} if it is your pay"
    marks.refuse(number, f"{number.text} has neither % nor £: {clear}")


def _check_comma(marks: Marks, number: Mark) -> None:
    """Refuse a comma that is out of place within one sum: £1,0000."""
    at = marks.found.index(number)
    pounds, whole, comma = marks.found[max(at - 3, 0) : at] if at >= _THREE else (number,) * 3
    close = "," not in whole.text and comma.text == ","
    if pounds.kind == "pounds" and close and (whole.end, comma.end) == (comma.place, number.place):
        said, sum_ = f"{whole.text},{number.text}", Decimal(whole.text.replace(",", "") + number.text)
        if sum_ <= MOST_SUM:
            either = f"write {in_full(sum_)}, or a sign with each figure if it is two years"
            marks.refuse(pounds, f"the comma in £{said} is not one of thousands: {either}")
