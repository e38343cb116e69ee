"""An offer that is still being asked for: what is answered so far, and what was understood of the last answer."""

from collections.abc import Callable
from datetime import date
from typing import Any

from payoffer import money
from payoffer.cli.interview import Kind, Question, Talk
from payoffer.errors import UsageProblem
from payoffer.offer import Offer
from payoffer.offer_parts import Award, LumpSum
from payoffer.periods import long_day
from payoffer.report import read_as
from payoffer.report.words import capital, joined

Document = dict[str, Any]


class Draft:
    """The offer so far: the keys answered, and what was last understood, waiting for the next question."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.found: Document = {"award": (), "lump_sum": ()}
        self._said: tuple[str, ...] = ()

    def say(self, *said: str) -> None:
        """Keep what was understood, to be said with the next question."""
        self._said = said

    def ask(self, text: str, read: Callable[[str], Kind], *, explains: str = "", enter: str = "") -> Talk[Kind | None]:
        """Ask one question; None for Enter alone, where that is an answer."""
        said, self._said = self._said, ()
        answer = yield Question(text, explains, enter, said)
        if not answer:
            if not enter:
                raise UsageProblem("this question needs an answer: write one, or b to go back")
            return None
        return read(answer)

    def keep(self, key: str, value: object) -> None:
        """Keep an answer and say it back."""
        self.found[key] = value
        self.say(f"{capital(key)}: {plain(value)}.")

    @property
    def parts(self) -> tuple[Award | LumpSum, ...]:
        """The rises and one-offs so far."""
        return (*self.found["award"], *self.found["lump_sum"])

    @property
    def numbered(self) -> bool | None:
        """Whether the parts so far have year numbers, and not days; None where there is none."""
        return self.parts[0].year is not None if self.parts else None

    def alike(self, *, dated: object, year: object) -> None:
        """Raise ``UsageProblem`` for a part with a day beside parts with year numbers, or the other way round."""
        if self.numbered and dated:
            raise UsageProblem(
                "this has a day, but what stands before it has the number of a year: leave it out, or write it with "
                "its year, as in 4% in year 2"
            )
        if self.numbered is False and year:
            raise UsageProblem(
                "this has the number of a year, but what stands before it has a day: leave it out, or write it with "
                "its day, as in 4% from April 2024"
            )

    def add(self, key: str, part: Award | LumpSum) -> None:
        """Add a part and say back in words all of its kind."""
        self.found[key] = (*self.found[key], part)
        self.say(*(f"{capital(self.told(each))}." for each in self.found[key]))

    def told(self, part: Award | LumpSum) -> str:
        """Return one rise or one-off in words."""
        if isinstance(part, LumpSum):
            return read_as.one_off(part)
        return read_as.rise(part, Offer.model_construct(offered=self.found.get("offered"), name="any"))

    def beside(self, said: Offer) -> tuple[str, ...]:
        """Keep the week and the last day that were said with a part, and return them in words.

        Raises ``UsageProblem`` for a second of either.
        """
        there: date | None = self.found.get("until")
        if said.until and there not in {None, said.until}:
            raise UsageProblem(
                f"the last day of the deal is {plain(there)} already, and here {plain(said.until)}: leave out the one "
                "that is wrong"
            )
        self.week(said)
        self.found |= {"until": said.until} if said.until else {}
        self.within()
        week = (f"Full-time week: {money.plain(said.week)} hours.",) if said.week else ()
        return (*week, *((f"Last day: {plain(said.until)}.",) if said.until else ()))

    def within(self, *days: date) -> None:
        """Raise ``UsageProblem`` where the last day that was said is before a rise, or before one of some days."""
        until: date | None = self.found.get("until")
        rises = [award.effective for award in self.found["award"] if isinstance(award.effective, date)]
        last = max([*rises, *days], default=None)
        if until and last and until < last:
            raise UsageProblem(
                f"the last day of the deal is {plain(until)}, before the rise from {plain(last)}: write the right one"
            )

    def week(self, of: Offer) -> None:
        """Keep the full-time week of an offer, if it has one; raises ``UsageProblem`` where another is kept."""
        there = self.found.get("week")
        if of.week and there not in {None, of.week}:
            raise UsageProblem(
                f"the full-time week is {money.plain(there)} hours already, and here {money.plain(of.week)}: an offer "
                "has one, so write the sum for that one"
            )
        self.found |= {"week": of.week} if of.week else {}


def plain(value: object) -> str:
    """Return a value as it is said: a day in words, several texts joined."""
    if isinstance(value, tuple):
        return joined(map(str, value))
    return long_day(value) if isinstance(value, date) else str(value)
