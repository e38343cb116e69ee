"""``payoffer new`` on a terminal or a pipe: questions go to stderr, answers come from stdin, a line each."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from payoffer.cli.interview import Interview
from payoffer.cli.output import refuse_taken
from payoffer.errors import PayofferError
from payoffer.offer import Offer
from payoffer.refusals import printable
from payoffer.report.medium import Medium
from payoffer.shelf import SUFFIX, folders, offer_files

BACK, YES, NO = ("b", "back"), ("y", "yes"), ("n", "no")
LONGEST = 10_000
INDENT = "  "
OPENING = (
    "One question at a time. Enter alone takes what stands in [ ]. Write b to go back a question. Ctrl-C leaves: "
    "nothing is written until you say so at the end."
)
HIDES = "{} will be used in place of the bundled offer of that name: give another name to keep both."
CONFIRM = "Write this to {}? [y writes it, n leaves, b goes back; or another name for the file]"
LEFT = "Nothing is written."


class Made(NamedTuple):
    """What came of a conversation: the file to write and the offer."""

    file: str
    offer: Offer


class Terminal:
    """Questions on stderr within a medium, answers from stdin."""

    def __init__(self, medium: Medium) -> None:
        """Speak within ``medium``."""
        self._medium = medium

    def say(self, *sentences: str, indent: str = "") -> None:
        """Write sentences, each on lines of its own."""
        for sentence in sentences:
            sys.stderr.write("".join(f"{line}\n" for line in self._medium.wrap(printable(sentence), indent)))

    def show(self, text: str) -> None:
        """Write a text that is laid out already."""
        sys.stderr.write(f"\n{text}\n")

    def hear(self, question: str) -> str:
        """Ask, and return the line that is typed, without the spaces at its ends.

        Raises ``PayofferError`` where no line comes any more.
        """
        sys.stderr.write("\n".join(self._medium.wrap(printable(question))) + " ")
        sys.stderr.flush()
        line = sys.stdin.buffer.readline(LONGEST)
        if not line:
            sys.stderr.write("\n")
            raise PayofferError(f'no answer came to "{question}": nothing is written: begin again with payoffer new')
        typed = _decoded(line).strip()
        if not sys.stdin.isatty():  # what comes from a pipe stands after its question too
            self.say(typed)
        return typed


def _decoded(line: bytes) -> str:
    """Return a line as text: UTF-8, else as an older console or a file saved there has it."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def converse(
    interview: Interview, name: str | None, summary: Callable[[Offer, str], str], medium: Medium
) -> Made | None:
    """Ask until the offer is whole and confirmed; None where the person does not want it written.

    ``summary`` tells an offer in plain words. Raises ``PayofferError`` where the answers end too early.
    """
    talk = Terminal(medium)
    talk.say(OPENING)
    try:
        while True:
            while interview.offer is None:
                _ask(talk, interview)
            file = _confirmed(talk, interview.offer, name, summary)
            if file is not None:
                return Made(file, interview.offer) if file else None
            interview.back()
    except KeyboardInterrupt:
        talk.say("", LEFT)
        raise


def _ask(talk: Terminal, interview: Interview) -> None:
    """Put one question until it is answered, or is gone back from."""
    asked = interview.question
    talk.say(*asked.said, indent=INDENT)
    talk.say("")
    if asked.explains:
        talk.say(asked.explains)
    question = f"{asked.text} [{asked.enter}]" if asked.enter else asked.text
    while True:
        answer = talk.hear(question)
        try:
            if answer.casefold() in BACK:
                interview.back()
            else:
                interview.answer(answer)
        except PayofferError as error:
            if not sys.stdin.isatty():  # the answers after it were meant for other questions
                raise PayofferError(
                    f'the answer to "{asked.text}" is no good, so nothing is written: {error}'
                ) from None
            talk.say(str(error), indent=INDENT)
        else:
            return


def _confirmed(talk: Terminal, offer: Offer, name: str | None, summary: Callable[[Offer, str], str]) -> str | None:
    """Show the whole offer and ask where to write it: a file's name, nothing to leave, None to go back."""
    file = file_of(name or _plain(offer.name))
    talk.show(summary(offer, file))
    while True:
        _say_what_is_hidden(talk, file)
        answer = talk.hear(CONFIRM.format(file))
        if answer.casefold() in BACK:
            return None
        if answer.casefold() in NO:
            return ""
        if answer and answer.casefold() not in YES:
            file = file_of(answer)
            continue
        try:
            refuse_taken(file)
        except PayofferError as error:
            talk.say(str(error), indent=INDENT)
        else:
            if answer:
                return file


def _say_what_is_hidden(talk: Terminal, file: str) -> None:
    """Say where a file would be meant in place of the bundled offer of its name."""
    path = Path(file)
    looked_in = {folder.resolve() for folder, kind in folders() if kind != "bundled"}
    bundled = {offer.stem for offer, kind in offer_files() if kind == "bundled"}
    if path.stem.casefold() in bundled and path.parent.resolve() in looked_in:
        talk.say(HIDES.format(file))


def file_of(name: str) -> str:
    """Return the name of the file that an offer of this name is written to."""
    return name if Path(name).suffix.casefold() == SUFFIX else f"{name}{SUFFIX}"


def _plain(name: str) -> str:
    """Return an offer's name as that of a file: ``Our council, 2023`` is ``our-council-2023``."""
    words = "".join(letter if letter.isalnum() else " " for letter in name.casefold()).split()
    return "-".join(words) or "offer"
