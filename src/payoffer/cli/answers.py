"""What is typed in answer to a question of ``payoffer new``, as a value; raises ``UsageProblem`` where it is none.

Rises, one-offs and days are typed as in shorthand.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from payoffer.document import Model
from payoffer.errors import ShorthandProblem, UsageProblem
from payoffer.offer import Offer
from payoffer.offer_parts import Award, LumpSum, Source
from payoffer.refusals import Refused
from payoffer.report.words import joined
from payoffer.shorthand import days
from payoffer.shorthand.marks import Marks
from payoffer.shorthand.parser import read_shorthand
from payoffer.typed import quoted

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


class Rise(NamedTuple):
    """A rise as it was said: the offer of it alone, and the number of its year where that was said."""

    offer: Offer
    year: int | None

    @property
    def award(self) -> Award:
        """The rise; where neither its day nor its year was said, of the first year."""
        return self.offer.award[0]


class OneOff(NamedTuple):
    """A one-off as it was said: the offer of it alone, and the number of its year where that was said."""

    offer: Offer
    year: int | None

    @property
    def lump(self) -> LumpSum:
        """The one-off; where neither its days nor its year was said, of the first year."""
        return self.offer.lump_sum[0]


def rise(typed: str) -> Rise:
    """Return the one rise that a text says, with all that is said of it."""
    found = read_shorthand(typed)
    if found.lump_sum or len(found.award) != 1:
        raise UsageProblem(f"{quoted(typed)} is more than one rise: write one, the next is asked for after it")
    return Rise(found, _year_said(typed))


def one_off(typed: str) -> OneOff:
    """Return the one one-off that a text says, with the word one-off or without it, and all that is said of it."""
    before, colon, sums = typed.rpartition(":")
    found = read_shorthand(f"{before}{colon} one-off {sums}")
    if found.award or len(found.lump_sum) != 1:
        raise UsageProblem(f"{quoted(typed)} is more than one sum: write one, the next is asked for after it")
    return OneOff(found, _year_said(typed))


def _year_said(typed: str) -> int | None:
    """Return the number of the year that a text which can be read says; a rise of the first year may not say it."""
    marks = Marks(typed)
    for place in range(len(marks.found)):
        marks.at = place
        with suppress(ShorthandProblem):  # "paid" begins a day in one place, and ends "already paid" in another
            found = days.when(marks)
            if found and found.year:
                return found.year
    return None
