"""Every error payoffer raises on purpose; ``str(error)`` is a sentence for a rep.

::

    PayofferError            could not answer (exit 1)
    |-- UsageProblem         what was typed cannot be understood (exit 2)
    |   `-- ShorthandProblem an offer in shorthand that cannot be read; holds the place
    |-- UnknownName          no offer, scale or point of that name
    |-- FileProblem          a file cannot be read or written
    |   `-- FileMistakes     a file has mistakes; holds every one of them
    |       |-- OfferFileError   an offer file
    |       `-- ScaleFileError   a file with the points of a pay scale
    |-- NoRates              no rates of tax, insurance or pension are known for a time
    `-- NotValued            the offer does not say enough to be valued
"""

from typing import NamedTuple


class PayofferError(Exception):
    """Base of every deliberate error: one sentence with what, where and what to do."""


class UsageProblem(PayofferError):
    """Something typed on the command line that cannot be understood without guessing."""


class ShorthandProblem(UsageProblem):
    """An offer in shorthand that cannot be read: the text as ``typed``, and the ``place`` in it (from 0)."""

    def __init__(self, typed: str, place: int, why: str) -> None:
        """Keep the place; ``why`` says what is wrong there and what to write."""
        self.typed = typed
        self.place = place
        super().__init__(f"this offer cannot be read: {why}")


class UnknownName(PayofferError):
    """No offer, pay scale or pay point of that name."""


class FileProblem(PayofferError):
    """A file that cannot be read or written."""


class NoRates(PayofferError):
    """No rates of tax, National Insurance or a pension are known here for that time."""


class NotValued(PayofferError):
    """An offer that does not say enough, or a salary it does not settle, to be valued."""


class Problem(NamedTuple):
    """One mistake in a file: its line (from 1, 0 if none), what is wrong, what to write."""

    line: int
    text: str
    warning: bool = False


class FileMistakes(FileProblem):
    """A file with mistakes: ``problems`` holds all that can be seen at once."""

    def __init__(self, file: str, problems: list[Problem], *, more: bool = False) -> None:
        """Join the problems of ``file``; ``more`` says that mending them may uncover others."""
        self.file = file
        self.problems = problems
        self.more = more
        lines = [f"{file}, line {p.line}: {p.text}" if p.line else f"{file}: {p.text}" for p in problems]
        if more:
            lines.append(f"{file}: there may be more once these are mended")
        super().__init__("\n".join(lines))


class OfferFileError(FileMistakes):
    """An offer file with mistakes."""


class ScaleFileError(FileMistakes):
    """A file of pay points with mistakes."""
