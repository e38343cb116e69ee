"""When each term of a draft counts: a day where the text settles one, else a year of the deal; and what to ask."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from payoffer.periods import YEAR, add_months, long_day
from payoffer.reading.found import FoundTerm
from payoffer.reading.when import month_after, year_number

MOST_YEARS = 10
_PAY_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


class Timed(NamedTuple):
    """When a term counts: a day, or the number of a year of the deal."""

    at: date | int


def timed(terms: Sequence[FoundTerm]) -> tuple[list[Timed], list[str]]:
    """Return when each term counts, and the questions that the text leaves open."""
    days = [_day(term.effective) for term in terms]
    first = min((day for day in days if day), default=None)
    if first is None:
        return _in_years(terms)
    told = [_beside(term, day, first) for term, day in zip(terms, days, strict=True)]
    questions = [
        f"from which day does the {term.value} count? {_said(term)}; {long_day(time.at)} is written here"
        for term, day, time in zip(terms, days, told, strict=True)
        if day is None and isinstance(time.at, date)
    ]
    return told, questions


def _said(term: FoundTerm) -> str:
    return f'the text says "{_plain(term.effective)}"' if term.effective else "the text does not say"


def _plain(words: str) -> str:
    return " ".join(words.split())


def _day(effective: str | None) -> date | None:
    try:
        return date.fromisoformat(effective or "")
    except ValueError:
        return None


def _beside(term: FoundTerm, day: date | None, first: date) -> Timed:
    """Return the day of a term: its own, else that of the first with one, moved by the pay years between them."""
    if day:
        return Timed(day)
    words = term.effective or ""
    after = month_after(words, first)
    if after:
        return Timed(after)
    year = _PAY_YEAR.search(words)
    if year:
        return Timed(first.replace(year=int(year[1]), day=min(first.day, 28)))
    return Timed(add_months(first, YEAR * ((year_number(words) or 1) - 1)))


def _in_years(terms: Sequence[FoundTerm]) -> tuple[list[Timed], list[str]]:
    """Return the year of the deal for each term: by its words, or the order of the pay years that are named."""
    named = [_PAY_YEAR.search(term.effective or "") for term in terms]
    years = sorted({int(year[1]) for year in named if year})
    told = []
    for term, year in zip(terms, named, strict=True):
        number = int(year[1]) - years[0] + 1 if year else year_number(term.effective or "") or 1
        told.append(Timed(max(1, min(number, MOST_YEARS))))
    words = [_plain(term.effective) for term in terms if term.effective]
    said = f"the text says {', '.join(dict.fromkeys(words))}" if words else "the text does not say"
    return told, [f"from which days does it count? {said}; years are counted here: write effective = the day instead"]
