"""From when something counts, as it is said: a day, a month, or the number of a year."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from payoffer.document import FIRST_YEAR, LAST_YEAR
from payoffer.periods import MONTHS
from payoffer.shorthand.figures import count
from payoffer.shorthand.marks import Mark, Marks

_NAMES = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTHS = {**_NAMES, **{name[:3]: number for name, number in _NAMES.items()}, "sept": 9}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_FROM = (
    *("from", "effective", "effective from", "with effect from", "wef", "as from", "as of", "backdated to"),
    *("starting", "starting in", "starting on", "starting from", "since"),
)
_IN = ("in", "on")
_PAID = ("paid", "paid in", "paid on", "payable", "payable in", "payable on")
_NEXT = ("next year", "in the next year", "the next year", "the following year", "in the following year")
_YEAR_FIGURES = 4

How = Literal["from", "in", "paid"]


class When(NamedTuple):
    """From when: a day, else the number of a year (0: the one after the year before); and the word before it."""

    day: date | None
    year: int
    how: How
    first: Mark


def when(marks: Marks, *, bare: bool = False) -> When | None:
    """Return from when something counts; a day without a word before it only where it may stand ``bare``."""
    first = marks.next
    if marks.take(*_NEXT):
        return When(None, 0, "from", first)
    word = marks.take(*_PAID, *_FROM, *_IN)
    how: How = "paid" if word in _PAID else "in" if word in _IN else "from"
    year = marks.maybe(lambda: _year_number(marks)) if how != "paid" else None
    if year:
        return When(None, year, how, first)
    if not word and not bare:
        return None
    found = day(marks)
    if found is None and word:
        here = marks.next
        if _is_year(here):
            marks.refuse(here, f"which day of {here.text}? Write it as in from April {here.text}")
        if how != "in":
            marks.refuse(here, f"no day follows {word}: write one, as in {word} April 2023")
    return When(found, 0, how, first) if found else None


def day(marks: Marks, *, last: bool = False) -> date | None:
    """Return the day that stands here; of a month alone its first day, or its ``last``. None where there is none."""
    first = marks.next
    if iso := marks.take_kind("day"):
        return _date(marks, iso, iso.text.split("-"))
    if slashed := marks.take_kind("slashed"):
        marks.refuse(slashed, f"{slashed.text} can be read in two ways: write the month in letters, as in 1 April 2022")
    before = marks.maybe(lambda: _before_month(marks))
    month = _MONTHS.get(marks.next.text) if marks.next.kind == "word" else None
    if month is None:
        return None
    marks.at += 1
    number = before or marks.maybe(lambda: _after_month(marks))
    year_mark = marks.take_kind("number")
    if year_mark is None or not _is_year(year_mark):
        clear = " ".join(filter(None, (str(number or ""), MONTHS[month - 1], "2023")))
        marks.refuse(first, f"which year is this {MONTHS[month - 1]} in? Write it in four figures, as in {clear}")
    found = _date(marks, first, (year_mark.text, month, number or 1))
    return found.replace(day=monthrange(found.year, month)[1]) if last and not number else found


def _year_number(marks: Marks) -> int | None:
    """Return the number of a year: ``year 2``, ``the second year``, ``this year`` (the first)."""
    if marks.take("this year"):
        return 1
    if marks.take("year"):
        return count(marks)
    marks.take("the")
    ordinal = marks.take(*_ORDINALS)
    return _ORDINALS.index(ordinal) + 1 if ordinal and marks.take("year") else None


def _before_month(marks: Marks) -> int | None:
    """Return the day of ``1 April 2022`` or ``1st of April 2022``."""
    number = count(marks)
    marks.take("st", "nd", "rd", "th")
    marks.take("of")
    return number if marks.next.text in _MONTHS else None


def _after_month(marks: Marks) -> int | None:
    """Return the day of ``April 1, 2022``."""
    number = count(marks)
    marks.take("st", "nd", "rd", "th")
    marks.take(",")
    return number if _is_year(marks.next) else None


def _is_year(mark: Mark) -> bool:
    return mark.kind == "number" and mark.text.isdigit() and len(mark.text) == _YEAR_FIGURES


def _date(marks: Marks, first: Mark, parts: Iterable[str | int]) -> date:
    try:
        year, month, number = map(int, parts)
        found = date(year, month, number)
    except ValueError:
        marks.refuse(first, f"there is no {marks.said(first, marks.last)}: write a day that is in the calendar")
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        marks.refuse(first, f"{found.year} is not from {FIRST_YEAR} to {LAST_YEAR}: write the year that is meant")
    return found
