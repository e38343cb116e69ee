"""What is wrong with a line of TOML in plain words, and what to write instead.

Reps are not programmers: they type 5%, £1,000 and 1 September 2022. A remedy is a rewriting of the line
and is only offered where the rewritten line can be read; else the plain fact is told.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

UNCLOSED = "what begins here is never closed: write the ] or the three quotes that end it"
COMMA = "a comma is missing before this line: write one after the item above it"
TOO_DEEP = "brackets or names joined by dots stand too deep in one another: no offer needs so many"
TOO_LONG = "a number is too long to be read: write it in figures, in pounds or in percentage points"

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "(?P<m>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + r"|Sept)\.?"
_DAY = r"(?P<d>\d{1,2})"
_YEAR = r"(?P<y>\d{4})"
_NUMBER = r"\d+(?:\.\d+)?"
_SUM = r"(?P<n>\d{1,3}(?:,\d{3})+|\d+)(?P<p>\.\d+)?"
_NAME = r"[A-Za-z_][\w-]*"
_WORDS = r"(?P<n>[A-Za-z][^\"=\[\]{}#\n%s]*?)"

_KEY = r"^\s*|[{,]\s*"
_VALUE = r"[=\[,]\s*"
_ONLY = r"=\s*"
_ENDS = r"(?=\s*(?:[,\]}#]|$))"
_LAST = r"(?=\s*(?:#|$))"
_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'"

Match = re.Match[str]


class _Rule(NamedTuple):
    """A mistake (its group ``bad``), the right way to write it, and how that is done in words."""

    pattern: re.Pattern[str]
    mend: Callable[[Match], str]
    how: str


def _rule(before: str, bad: str, mend: str | Callable[[Match], str], how: str) -> _Rule:
    pattern = re.compile(f"{_QUOTED}|(?P<before>{before})(?P<bad>{bad})|#.*", re.IGNORECASE)
    return _Rule(pattern, mend if callable(mend) else lambda match: match.expand(mend), how)


def _day(match: Match) -> str:
    month = match["m"] if match["m"].isdigit() else str(_month(match["m"]))
    try:
        return date(int(match["y"]), int(month), int(match["d"])).isoformat()
    except ValueError:
        return match["bad"]


def _month(name: str) -> int:
    return next(number for number, full in enumerate(_MONTHS, 1) if full[:3] == name[:3].title())


def _sum(match: Match) -> str:
    number = match["n"].replace(",", "").replace(" ", "") + (match["p"] or "")
    if not match.groupdict().get("k"):
        return number
    whole, _, part = number.partition(".")
    return whole + f"{part:0<3}" if len(part) <= len("000") else match["bad"]


def _header(match: Match) -> str:
    brackets = min(max(len(match["left"]), len(match["right"])), 2)
    name = re.sub(r"\s+", "_", match["n"])
    return "[" * brackets + name + "]" * brackets if brackets else match["bad"]


def _text(match: Match) -> str:
    words = match["n"]
    known = rf"true|false|inf|nan|{_MONTH}\W*\d.*"
    return match["bad"] if re.fullmatch(known, words, re.IGNORECASE) else f'"{words}"'


def _point(match: Match) -> str:
    return match["bad"] if re.fullmatch(r"[\w-]+", match["n"]) else f'"{match["n"]}"'


def _slashes(match: Match) -> str:
    right = re.fullmatch(r"(?:[^\\]|\\[btnfr\"\\]|\\u[\da-fA-F]{4})*", match["bad"])
    return match["bad"] if right else match["bad"].replace("\\", "/")
