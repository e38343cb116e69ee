"""An offer that is still being asked for: what is answered so far, and what was understood of the last answer."""

from collections.abc import Callable
from datetime import date
from typing import Any

from payoffer.cli.interview import Kind, Question, Talk
from payoffer.errors import UsageProblem
from payoffer.periods import long_day
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


def plain(value: object) -> str:
    """Return a value as it is said: a day in words, several texts joined."""
    if isinstance(value, tuple):
        return joined(map(str, value))
    return long_day(value) if isinstance(value, date) else str(value)
