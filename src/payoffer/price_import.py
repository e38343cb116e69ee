"""A downloaded file of prices taken in: read, held against the months already here, and made into what is kept.

What is kept adds to the bundled months whenever the series is read, so it is read in that way before it is kept: what
agrees with the months taken in before may yet be too far from the bundled ones.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from payoffer.errors import FileProblem
from payoffer.newer_months import Joined, join
from payoffer.ons import MOST_BYTES, OnsFile, read_ons
from payoffer.periods import long_day
from payoffer.price_files import Held, held, with_own
from payoffer.stored_series import document
from payoffer.typed import quoted


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
    before = held(found.name)
    joined = join(before.series, found.base, found.levels, name)
    facts = {
        "code": found.code,
        "title": found.title,
        "base": joined.base,
        "released": found.released,
        "next_release": found.next_release,
        "read": today.isoformat(),
        "imported": Path(name).name,
    }
    brought = Imported(found, before, joined, document(found.name, facts, joined.levels))
    if brought.changes:
        _not_older(brought, name)
        with_own(found.name, brought.text, name)
    return brought


def _not_older(brought: Imported, name: str) -> None:
    """Raise ``FileProblem`` where a file that would change something is older than what is held."""
    released, held_since = brought.file.released, brought.held.series.provenance.released
    if released and released < held_since:
        raise FileProblem(
            f"{name} was released on {long_day(date.fromisoformat(released))}, before the figures held here, and "
            "differs from them: download the series again"
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
