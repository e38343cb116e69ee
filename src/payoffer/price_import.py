"""A downloaded file of prices taken in: read, held against the months already here, and made into what is kept."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from payoffer.errors import FileProblem
from payoffer.newer_months import Joined, join
from payoffer.ons import MOST_BYTES, OnsFile, read_ons
from payoffer.price_files import Held, held
from payoffer.stored_series import document


class Imported(NamedTuple):
    """What a file brings: what it says of itself, what was held, the months together, and the text to keep."""

    file: OnsFile
    held: Held
    joined: Joined
    text: str


def imported(name: str, today: date) -> Imported:
    """Return what the file ``name`` brings; raises ``FileProblem`` for anything that cannot be taken."""
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
    return Imported(found, before, joined, document(found.name, facts, joined.levels))


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
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise FileProblem(f"{name} cannot be read ({reason}): check that you may open it") from None
