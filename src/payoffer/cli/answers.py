"""What is typed in answer to a question of ``payoffer new``, as a value; raises ``UsageProblem`` where it is none.

Rises, one-offs and days are typed as in shorthand.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from payoffer.document import Model
from payoffer.errors import UsageProblem
from payoffer.offer import Offer, Source
from payoffer.refusals import Refused
from payoffer.report.words import joined
from payoffer.shorthand import days
from payoffer.shorthand.marks import Marks
from payoffer.shorthand.parser import read_shorthand
from payoffer.typed import quoted
from payoffer.uplift import Term

Part = TypeVar("Part", bound=Model)
DAY = "2023-04-01 or 1 April 2023"


def made(model: type[Part], keys: Mapping[str, Any]) -> Part:
    """Return the part of an offer that some keys make; raises ``UsageProblem`` for the first thing wrong with them."""
    try:
        return model.model_validate(
            {key: list(each) if isinstance(each, tuple) else each for key, each in keys.items()}
        )
    except ValidationError as error:
        cause = error.errors()[0].get("ctx", {}).get("error")
        text = cause.faults[0].text if isinstance(cause, Refused) else "that does not go together"
        raise UsageProblem(text) from None


def one_of(words: tuple[str, ...]) -> Callable[[str], str]:
    """Return a reader of one of some words, whatever its case."""

    def read(typed: str) -> str:
        found = next((word for word in words if word.casefold() == typed.casefold()), None)
        if found is None:
            raise UsageProblem(f"{quoted(typed)} is none of them: write {joined(words, 'or')}")
        return found

    return read


def yes_or_no(typed: str) -> bool:
    """Read yes or no, by their first letters or whole."""
    if typed.casefold() not in {"y", "yes", "n", "no"}:
        raise UsageProblem(f"{quoted(typed)} is neither yes nor no: write y or n")
    return typed.casefold().startswith("y")


def day(typed: str) -> date:
    """Read a day."""
    marks = Marks(typed)
    found = days.day(marks)
    if found is None or marks.next.kind != "end":
        raise UsageProblem(f"{quoted(typed)} is not a day: write it as {DAY}")
    return found


def year(typed: str) -> int:
    """Read the number of a year of the deal, from 1 to 10."""
    if typed not in {str(year) for year in range(1, 11)}:
        raise UsageProblem(f"{quoted(typed)} is not the number of a year: write 1 for the first")
    return int(typed)


def span(typed: str) -> tuple[date, date]:
    """Read a first and a last day; of a month alone its first and its last."""
    marks = Marks(typed)
    first = days.day(marks)
    to = marks.take("to", "-", "until", "and")
    last = days.day(marks, last=True) if to else None
    if first is None or last is None or marks.next.kind != "end":
        raise UsageProblem(f"{quoted(typed)} is not a first and a last day: write 2022-09-01 to 2023-08-31")
    if last < first:
        raise UsageProblem(f"{quoted(typed)}: the last day is before the first: write them as 2022-09-01 to 2023-08-31")
    return first, last


def source(typed: str) -> Source:
    """Read the address of a page, or the title of a letter."""
    return made(Source, {"url" if typed.startswith(("http://", "https://")) else "title": typed})


def rise(typed: str) -> Offer:
    """Return an offer of the one rise that a text says; its day, back pay and week come with it where they are said."""
    found = read_shorthand(typed)
    if found.lump_sum or len(found.award) != 1:
        raise UsageProblem(f"{quoted(typed)} is more than one rise: write one, the next is asked for after it")
    return found


def one_off(typed: str) -> tuple[Term, ...]:
    """Return the terms of the one one-off that a text says, with the word one-off or without it."""
    found = read_shorthand(typed)
    parts = [lump.pay for lump in found.lump_sum] + [award.uplift for award in found.award]
    if len(parts) != 1:
        raise UsageProblem(f"{quoted(typed)} is more than one sum: write one, the next is asked for after it")
    return parts[0]
