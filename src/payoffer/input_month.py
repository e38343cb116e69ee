"""A month as it is typed: ``2022-09``, ``Sep 2022``, ``September 2022``, ``09/2022``."""

import re
from datetime import date

from payoffer.periods import MONTHS
from payoffer.typed import refuse, tidy, trimmed

EXAMPLE = "a month such as 2022-09 or Sep 2022"
_NUMBERS = re.compile(r"(?P<year>(?:19|20)[0-9]{2})[-/.](?P<month>[0-9]{1,2})(?:[-/.][0-9]{1,2})?")
_TURNED = re.compile(r"(?P<month>[0-9]{1,2})[-/.](?P<year>(?:19|20)[0-9]{2})")
_NAMED = re.compile(r"(?P<name>[a-z]{3,9})\.?[ -]?(?P<year>(?:19|20)[0-9]{2})", re.IGNORECASE)


def month(text: str, *, what: str) -> date:
    """Return the first day of the month that ``text`` names; a day in it is taken for its month.

    Raises:
        UsageProblem: no month, or one that could be another.

    """
    left = tidy(trimmed(text, what=what, example=EXAMPLE))
    match = _NUMBERS.fullmatch(left) or _TURNED.fullmatch(left)
    if match and 1 <= int(match["month"]) <= len(MONTHS):
        return date(int(match["year"]), int(match["month"]), 1)
    named = _NAMED.fullmatch(left)
    letters = named["name"].casefold() if named else ""
    number = next((number for number, name in enumerate(MONTHS, 1) if letters and _begins(name, letters)), None)
    if named is None or number is None:
        refuse(what, text, f"is not a month: write {EXAMPLE}")
    return date(int(named["year"]), number, 1)


def _begins(name: str, letters: str) -> bool:
    return name.casefold().startswith("sep" if letters == "sept" else letters)
