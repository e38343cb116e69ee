"""Find the rises in a text that follow an index of prices: "RPI plus 0.5%", "in line with CPI", "February 2026's RPI".

An index that is only spoken of ("RPI was 7%") is no figure here. What comes before and after it is looked at in a
bounded stretch, so that the time is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from payoffer.periods import MONTHS

LOOK_BACK = 80
NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,9})(?:\.\d{1,6})?[½¼¾]?|[½¼¾]"
PER_CENT = r"(?:\s?%|\s{1,2}per\s?cent\b|\s?pc\b)(?!\s?(?:age\s)?points?\b)"
_NUMBER = f"(?:{NUMBER})"
_NAMES = r"(?:RPI|CPIH|CPI|retail\sprices?\sindex|consumer\sprices?\sindex)"
_NAME = re.compile(
    rf"\b(?=[rci])(?:(?P<name>{_NAMES})\b(?:\s(?:rate\sof\sinflation|inflation(?:\s(?:rate|figure))?|rate|figure))?"
    rf"|inflation\b(?:(?:,?\s(?:as\s)?(?:shown|measured)\s(?:in|by)\s(?:the\s)?|\s\(?)(?P<measured>{_NAMES})\b)?)",
    re.IGNORECASE,
)
_OF_WHICH = r"(?:\s\([^()]{1,30}\)|\s(?:in|for|of|at)\s(?:the\s)?[A-Za-z]{3,9}(?:\s\d{4})?|\s\d{4})?"
"""What says which month's: "RPI (January)", "RPI for August 2015", "RPI 2024"."""
_PLUS = re.compile(
    rf"{_OF_WHICH},?\s?(?:\+|plus)\s?(?:(?P<plus>{_NUMBER}){PER_CENT}|(?P<sum>[\u00a3\u20ac$][\d,]{{1,9}}))",
    re.IGNORECASE,
)
_WORDS = (
    r"(?:(?:the|an?|annual|monthly|average|rate|of|figure|for|month|year|increase|rise|in|percentage|previous|prevailing|published|"
    rf"same|amount|level|headline|latest|then|whatever|current|20\d\d|{'|'.join(MONTHS)})(?:['\u2019]s)?\s){{0,6}}"
)
_LINKED = re.compile(
    rf"\b(?:in\sline\swith|matching|linked\sto|tied\sto|based\son|equal\sto|match|whatever|(?:will|would|ll)\s(?:be|get)|"
    rf"at\sleast|(?:rises?|increased?|go(?:es)?\sup)(?:\s(?:in|on|from)\s[A-Za-z0-9 ]{{3,20}})?\sby|"
    rf"(?:rise|increase|uplift|award)\s(?:[a-z]{{1,12}}\s){{0,6}}?(?:of|at))\s{_WORDS}$",
    re.IGNORECASE,
)
_DATED = re.compile(rf"(?:{'|'.join(MONTHS)})\s20\d\d(?:['\u2019]s)?\s$", re.IGNORECASE)
_MEASURED = re.compile(r",?\s(?:was|were|is|stood|stands|rose|fell|hit|reached|came|at\b|of\b|figure)", re.IGNORECASE)
_ABOVE = re.compile(rf"\b(?P<plus>{_NUMBER})\s(?:percentage\s)?points?\s(?:above|over)\s{_WORDS}$", re.IGNORECASE)
_GUARDED = re.compile(
    rf"{_OF_WHICH}(?:\s(?:is|was)\sin\s\w{{3,9}})?,?\s(?:or\s{_NUMBER}{PER_CENT}|"
    rf"(?:(?:and|or|with|but|subject\sto)\s){{0,2}}(?:a\s|an\s)?(?:\w{{1,12}}\s)?"
    rf"(?:minimum|floor|cap|collar|maximum|at\sleast|not?\sless\sthan)\b)",
    re.IGNORECASE,
)


class Following(NamedTuple):
    """A rise that follows an index: its span, the index, and what is added: a percentage, or a sum as told."""

    start: int
    end: int
    name: str
    percent: str
    money: str


def following(text: str) -> Iterator[Following]:
    """Yield the rises of a text that follow an index, in order."""
    for mark in _NAME.finditer(text):
        index = _index(mark["name"] or mark["measured"] or "inflation")
        begin = max(0, mark.start() - LOOK_BACK)
        plus = _PLUS.match(text, mark.end())
        above = _ABOVE.search(text, begin, mark.start())
        linked = _LINKED.search(text, begin, mark.start()) or _dated(text, mark)
        if plus:
            yield Following(mark.start(), plus.end(), index, plus["plus"] or "", plus["sum"] or "")
        elif above:
            yield Following(above.start(), mark.end(), index, above["plus"], "")
        elif linked or _GUARDED.match(text, mark.end()):
            yield Following(linked.start() if linked else mark.start(), mark.end(), index, "", "")


def _dated(text: str, mark: re.Match[str]) -> re.Match[str] | None:
    """Return the month before an index where the index stands for a rise: "February 2026's RPI", and no "was 3%"."""
    month = _DATED.search(text, max(0, mark.start() - LOOK_BACK), mark.start())
    return None if _MEASURED.match(text, mark.end()) else month


def _index(name: str) -> str:
    first = name[0].casefold()
    return {"r": "RPI", "i": "inflation"}.get(first) or ("CPI" if "cpih" not in name.casefold() else "CPIH")
