"""What a user has imported of a series, as it is kept: months with their provenance, one JSON document a series."""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from payoffer.errors import FileProblem
from payoffer.periods import gaps
from payoffer.series import Level, Provenance

FORM = 1
"""The form of the document; another one is another version's."""
BASE = re.compile(r"(?:Jan(?:uary)? )?(?:19|20)[0-9]{2} ?= ?100")
"""How the base of an index is written: ``2015=100``."""
_MONTH = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])")
_LEVEL = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_DAMAGED = "is damaged or of another version"


class Facts(NamedTuple):
    """What a publisher's file tells of its series: the name here, code, title and base, and the days of its release.

    Days are ISO text, or empty where they are not known.
    """

    name: str
    code: str
    title: str
    base: str
    released: str
    next_release: str


class Stored(NamedTuple):
    """An imported series: the day of the import, the file that was imported, and the one it is kept in."""

    facts: Facts
    read: str
    imported: str
    levels: Mapping[date, Decimal]
    file: str

    def provenance(self, of: Provenance) -> Provenance:
        """Return the provenance of the bundled series with what the imported file says of itself."""
        return of._replace(
            base=self.facts.base,
            released=self.facts.released,
            next_release=self.facts.next_release,
            read=self.read,
            file=f"{self.imported} (imported)",
            note="",
            note_in_brief="",
        )


def document(facts: Facts, read: str, imported: str, levels: Mapping[date, Level]) -> str:
    """Return the text in which an imported series is kept, with the day of the import and the file."""
    return json.dumps(
        {
            "payoffer_series": FORM,
            **facts._asdict(),
            "read": read,
            "imported": imported,
            "levels": {f"{month:%Y-%m}": str(level) for month, level in levels.items()},
        },
        indent=1,
    )


def stored(text: str, file: str) -> Stored:
    """Return an imported series from its text; raises ``FileProblem`` for anything that is not whole."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise FileProblem(f"{file} {_DAMAGED}") from None
    if not (isinstance(found, dict) and found.get("payoffer_series") == FORM):
        raise FileProblem(f"{file} {_DAMAGED}")
    levels = found.get("levels")
    if not (_facts_whole(found) and isinstance(levels, dict) and all(map(_level_whole, levels, levels.values()))):
        raise FileProblem(f"{file} {_DAMAGED}")
    months = {date.fromisoformat(f"{month}-01"): Decimal(level) for month, level in levels.items()}
    if not months or any(gaps(months)):
        raise FileProblem(f"{file} {_DAMAGED}")
    facts = Facts(**{text: found[text] for text in Facts._fields})
    return Stored(facts, found["read"], found["imported"], months, file)


def _facts_whole(found: Mapping[str, object]) -> bool:
    """Say whether all texts can be printed, the base is one, and days are days; those of releases may be unknown."""
    texts = [found.get(text) for text in (*Facts._fields, "read", "imported")]
    if not all(isinstance(text, str) and text.isprintable() for text in texts):
        return False
    days = [found["read"], *(found[day] for day in ("released", "next_release") if found[day])]
    return bool(BASE.fullmatch(str(found["base"]))) and all(map(_is_day, days))


def _is_day(text: object) -> bool:
    try:
        return date.fromisoformat(str(text)).isoformat() == text
    except ValueError:
        return False


def _level_whole(month: str, level: object) -> bool:
    whole = _MONTH.fullmatch(month) and isinstance(level, str) and _LEVEL.fullmatch(level)
    return bool(whole and Decimal(str(level)))
