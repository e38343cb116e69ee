"""From when a term counts: the day where the text settles one, else the text's own words.

A month without a year is settled by the day the text was published, if that is known; "this year" and "next year" never
are: they stay as they stand.
"""

import re
from datetime import date
from typing import NamedTuple

from payoffer.periods import MONTHS

_MONTH = "|".join(MONTHS) + "|" + "|".join(f"{month[:3]}|{month[:4]}" for month in MONTHS if month != "May")
_WHEN = re.compile(
    rf"""
      (?P<lead>\b(?:backdated(?:\sto)?|with\seffect\sfrom|effective(?:\sfrom)?|from|starting|beginning|on|in|by|for(?:\sthe\syear\sfrom)?|of|until)\s
        (?:the\s)?)?
      (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?P<month>\b(?:{_MONTH})\b)(?:\s(?P<day_after>\d{{1,2}})(?=,\s20\d\d),)?
        (?:\s(?P<year>(?:19|20)\d\d|\d\d(?=\s?[(,;)]|$))|\s(?P<relative>this|last|next)\syear)?
    | \b(?:19|20)\d\d\s?(?:[-/\u2013]\s?(?:20)?\d\d|\sto\s20\d\d)\b
    | \b20\d\d\s(?:financial|academic|pay)\syear\b
    | \b(?:year\s(?:one|two|three|four|[1-4])|each\sof\sthe\s\w+\syears)\b
    | \b(?:first|second|third|fourth)\s(?:of\s(?:the\s)?(?:two|three|four)\s)?years?\b
    | \b(?:this|next|the\scurrent|the\snew|the\sfollowing|current|last)\s(?:pay\s|financial\s|academic\s)?year\b
    | \ba\syear\slater\b | \bnext(?=\s?[.,;?!]|$)
    | (?P<alone>\b(?:in|for|from)\s20\d\d\b(?!\s?[-/\u2013]\s?\d|\sto\s20)|^20\d\d(?=\s?[|:\s]))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TO = re.compile(
    rf"\s(?:until|to|up\sto)\s(?:the\s)?(?:end\sof\s|\d{{1,2}}\s)?(?P<month>{_MONTH})\s(?P<year>20\d\d)", re.IGNORECASE
)
_SOME = re.compile(r"20\d\d|19\d\d|[Yy]ear|[Nn]ext|[JFMASOND][a-z]{2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
_SPACES = re.compile(r"\s+")
_BACKDATED = re.compile(r"\bback-?dated\b", re.IGNORECASE)
_INDEX_AFTER = re.compile(r"(?:['\u2019]s)?\s(?:RPI|CPI)", re.IGNORECASE)
_INDEX_BEFORE = re.compile(r"\b(?:RPI|CPIH?)(?:\s(?:inflation|rate|figure))?\s?\(?$", re.IGNORECASE)
"""What makes a month the month of an index, not the day of a rise: "February 2026's RPI", "RPI for August 2015"."""
_MONTH_OF_INDEX = re.compile(
    rf"\b(?P<month>{_MONTH})\s(?P<year>20\d\d)(?:['\u2019]s)?\s(?:RPI|CPI)"
    rf"|\b(?:RPI|CPIH?)(?:\s(?:inflation|rate|figure|index))?,?\s?\(?(?:(?:for|in|of|at)\s)?(?:the\s)?"
    rf"(?P<then>{_MONTH})\s(?P<later>20\d\d)",
    re.IGNORECASE,
)
_NO_START = re.compile(
    r"\b(?:meetings?|met|letters?|dated|wrote|written|talks|ballot\w*|vot(?:e|ed|ing)|strikes?|claim|lodged|submitted|tabled|"
    r"(?:offer|proposal|award),?\s(?:was\s)?(?:made|received|published|announced))\s(?:(?:to|with|by|us|you|them|the)\s){0,2}(?:(?:on|of|in|dated)\s(?:the\s)?)?$",
    re.IGNORECASE,
)
"""What happens on a day that is no day of a rise: "our meeting on 4 June", "the offer made on 3 March"."""
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}


def month_after(words: str, first: date) -> date | None:
    """Return the first day on or after ``first`` that words such as "from 1 October" can mean."""
    match = _WHEN.search(words)
    if not match or not match["month"]:
        return None
    try:
        day = date(first.year, _month_number(match["month"]), int(match["day"] or 1))
        return day if day >= first else day.replace(year=first.year + 1)
    except ValueError:
        return None


class When(NamedTuple):
    """From when a term counts: an ISO day or the text's words; ``backdated`` where the text says so."""

    effective: str
    backdated: bool
    settled: bool


def whens(text: str, published: date | None) -> list[When]:
    """Return the times that a piece of text names, in order; the month after "until" is an end, and is passed over."""
    if not _SOME.search(text):
        return []
    # A date may go on in the next line.
    text = _SPACES.sub(" ", text)
    found = []
    ended = 0
    for match in _WHEN.finditer(text):
        lead = (match["lead"] or "").casefold()
        if lead.startswith("until") or match.start() < ended:
            continue
        until = _TO.match(text, match.end())
        ended = until.end() if until else match.end()
        if match["month"] and match["month"].islower() and not (match["day"] or match["year"]):
            continue
        if _NO_START.search(text, max(0, match.start() - 45), match.start() + len(match["lead"] or "")):
            continue
        if _INDEX_AFTER.match(text, match.end()) or _INDEX_BEFORE.search(
            text, max(0, match.start() - 25), match.start()
        ):
            continue
        backdated = _BACKDATED.search(text[max(0, match.start() - 25) : match.end()]) is not None
        found.append(_when(text, match, published, backdated=backdated))
    return found


def _until(text: str, match: re.Match[str]) -> date | None:
    """Return the first day of the month that a time runs to, which says its year: "1 April until December 2023"."""
    end = _TO.match(text, match.end())
    return date(int(end["year"]), _month_number(end["month"]), 1) if end else None


def _when(text: str, match: re.Match[str], published: date | None, *, backdated: bool) -> When:
    if match["month"]:
        day = _day(match, _until(text, match), published, backdated=backdated)
        words = match[0][len(match["lead"] or "") :].strip()
        return When(day.isoformat(), backdated, settled=True) if day else When(words, backdated, settled=False)
    return When(match[0].strip(" |:"), backdated, settled=False)


def _month_number(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(word.casefold()[:3]))


def _day(match: re.Match[str], until: date | None, published: date | None, *, backdated: bool) -> date | None:
    month = _month_number(match["month"])
    year = _year(match, month, published, backdated=backdated)
    if year is None and until:
        year = until.year - (month > until.month)
    if year is None:
        return None
    try:
        return date(year, month, int(match["day"] or match["day_after"] or 1))
    except ValueError:
        return None


def _year(match: re.Match[str], month: int, published: date | None, *, backdated: bool) -> int | None:
    if match["year"]:
        return int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)  # noqa: PLR2004
    if published is None:
        return None
    if match["relative"]:
        return published.year + {"last": -1, "this": 0, "next": 1}[match["relative"].casefold()]
    if backdated:
        return published.year - (month > published.month)
    return published.year + (month < published.month - 6)


def index_month(words: str) -> date | None:
    """Return the month of an index that words tell: "February 2026's RPI", "RPI (February 2026)"."""
    told = _MONTH_OF_INDEX.search(words)
    return date(int(told["year"] or told["later"]), _month_number(told["month"] or told["then"]), 1) if told else None


class _Parts(NamedTuple):
    year: int | None
    month: int | None
    nth: int | None


def differ(one: str, other: str) -> bool:
    """Say whether two times cannot be one: another year, another month, or another year of the deal."""
    return any(a is not None and b is not None and a != b for a, b in zip(_parts(one), _parts(other), strict=True))


def _parts(words: str) -> _Parts:
    iso = re.fullmatch(r"(\d{4})-(\d\d)-\d\d", words)
    if iso:
        return _Parts(int(iso[1]), int(iso[2]), None)
    year = re.search(r"\b(?:19|20)\d\d\b", words)
    month = re.search(rf"\b(?:{_MONTH})\b", words)
    return _Parts(int(year[0]) if year else None, _month_number(month[0]) if month else None, year_number(words))


def year_number(words: str) -> int | None:
    """Return the year of a deal that words such as "year two" or "the second year" name."""
    found = re.search(r"\b(\d|one|two|three|four|first|second|third|fourth)\b", words, re.IGNORECASE)
    if re.search(r"\bnext|following|a year later|\bnew\b", words, re.IGNORECASE):
        return 2
    if re.search(r"\b(?:this|current)\b", words, re.IGNORECASE):
        return 1
    if found and "year" in words.casefold():
        return int(found[1]) if found[1].isdigit() else _NUMBERS[found[1].casefold()]
    return None
