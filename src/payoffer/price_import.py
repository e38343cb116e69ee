"""A downloaded file of prices taken in: read, held against the months already here, and made into what is kept.

What is kept adds to the bundled months whenever the series is read, so it is read in that way before it is kept: what
agrees with the months taken in before may yet be too far from the bundled ones.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from payoffer.errors import FileProblem
from payoffer.money import decimals
from payoffer.newer_months import ROUNDED_BY, Joined, join
from payoffer.ons import MOST_BYTES, OnsFile, read_ons
from payoffer.periods import YEAR, long_day, month_name
from payoffer.price_files import Held, held, with_own
from payoffer.stored_series import document
from payoffer.typed import quoted

_AGAIN = "download the series again"


class Imported(NamedTuple):
    """What a file brings: what it says of itself, what was held, the months together, and the text to keep."""

    file: OnsFile
    held: Held
    joined: Joined
    text: str

    @property
    def changes(self) -> bool:
        """Whether it brings anything: new months, figures that were revised, or another base."""
        return bool(self.joined.new or self.joined.revised or self.joined.base != self.held.series.provenance.base)


def imported(name: str, today: date) -> Imported:
    """Return what the file ``name`` brings; raises ``FileProblem`` for anything that cannot be taken."""
    if not name.isprintable():
        raise FileProblem(f"{quoted(name)} has signs in its name that cannot be printed: give the file another name")
    found = read_ons(_bytes(name), name)
    facts = found.facts
    before = held(facts.name)
    _all_over(found, today, name)
    _on_its_base(found, name)
    joined = join(before.series, facts.base, found.levels, name)
    text = document(facts, today.isoformat(), Path(name).name, joined.levels)
    brought = Imported(found, before, joined, text)
    if brought.changes:
        _not_older(brought, name)
        with_own(facts.name, text, name)
    return brought


def _not_older(brought: Imported, name: str) -> None:
    """Raise ``FileProblem`` where a file that would change something is older than what is held."""
    released, held_since = brought.file.facts.released, brought.held.series.provenance.released
    if released and released < held_since:
        raise FileProblem(
            f"{name} was released on {long_day(date.fromisoformat(released))}, before the figures held here, and "
            f"differs from them: {_AGAIN}"
        )


def _all_over(file: OnsFile, today: date, name: str) -> None:
    """Raise ``FileProblem`` for a release that is still to come, or a month that was not over at the release."""
    released = date.fromisoformat(file.facts.released) if file.facts.released else None
    if released and released > today:
        raise FileProblem(
            f"{name} says that it was released on {long_day(released)}, and today is {long_day(today)}: {_AGAIN}"
        )
    last = max(file.levels)
    if last >= (released or today).replace(day=1):
        when = f"it was released on {long_day(released)}" if released else f"today is {long_day(today)}"
        raise FileProblem(
            f"{name} has a figure for {month_name(last)}, and {when}: a month has its figure when it is over, so this "
            f"one was added: {_AGAIN}"
        )


def _on_its_base(file: OnsFile, name: str) -> None:
    """Raise ``FileProblem`` where the months that the title says are 100 are not, as far as they are in the file."""
    base = file.facts.base
    year = int(base.partition("=")[0][-4:])
    months = [date(year, 1, 1)] if base[0].isalpha() else [date(year, number, 1) for number in range(1, YEAR + 1)]
    if all(each in file.levels for each in months):
        mean = sum((file.levels[each] for each in months), Decimal(0)) / len(months)
        if abs(mean - 100) > ROUNDED_BY:
            raise FileProblem(
                f"{name} says in its title {base}, and its figures for that time are {decimals(mean, 1)} on "
                f"average: the title or the figures were changed: {_AGAIN}"
            )


def _bytes(name: str) -> bytes:
    """Return the file as it is, its beginning if it is too big to be one series."""
    try:
        path = Path(name)
        if path.is_dir():
            raise FileProblem(f"{name} is a folder: name the file that was downloaded")
        if path.exists() and not path.is_file():
            raise FileProblem(f"{name} is not a plain file: name the file that was downloaded")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise FileProblem(f"there is no file {name}: check the name of the file that was downloaded") from None
    except OSError as error:
        raise FileProblem(f"{name} cannot be read ({error.strerror}): check that you may open it") from None
