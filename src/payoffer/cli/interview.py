"""A conversation of questions and answers: held one answer at a time, and held again without the last to go back.

A conversation is a generator: it yields a question, is sent what was typed, and returns what came of it. Since it is
played again with all answers but the last, no answer leaves a trace. Nothing is read, printed or written here.
"""

from collections.abc import Callable, Generator
from typing import NamedTuple, TypeVar

from payoffer.errors import PayofferError, UsageProblem
from payoffer.offer import Offer

Kind = TypeVar("Kind")


class Question(NamedTuple):
    """One question: its text, what has to be known to answer it, and what Enter alone means, if it is an answer.

    ``said`` is what was made of the answer before, in words.
    """

    text: str
    explains: str = ""
    enter: str = ""
    said: tuple[str, ...] = ()


Talk = Generator[Question, str, Kind]


class Interview:
    """A conversation with its answers so far; ``offer`` is there once every question is answered."""

    def __init__(self, script: Callable[[], Talk[Offer]]) -> None:
        """Begin; ``script`` starts the conversation anew each time it is called."""
        self._script = script
        self._answers: list[str] = []
        self._hold()

    def _hold(self) -> None:
        self._talk = self._script()
        self.offer: Offer | None = None
        self.question = next(self._talk)
        for answer in self._answers:
            self._send(answer)

    def _send(self, answer: str) -> None:
        try:
            self.question = self._talk.send(answer)
        except StopIteration as done:
            self.offer = done.value

    def answer(self, text: str) -> None:
        """Take an answer; raises ``PayofferError`` for one that cannot be, and stays at its question."""
        try:
            self._send(text.strip())
        except PayofferError:
            self._hold()
            raise
        self._answers.append(text.strip())

    def back(self) -> None:
        """Go back to the question before; raises ``UsageProblem`` at the first."""
        if not self._answers:
            raise UsageProblem("this is the first question: answer it, or leave with Ctrl-C")
        self._answers.pop()
        self._hold()
