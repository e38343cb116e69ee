"""What is wrong with a line of TOML in plain words, and what to write instead.

Reps are not programmers: they type 5%, £1,000 and 1 September 2022. A remedy is a rewriting of the line, and is
offered only where the line so rewritten can be read; else the plain fact is told.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from payoffer.typed import DASHES, INVISIBLE

UNCLOSED = "what begins here is never closed: write the ] or the three quotes that end it"
COMMA = "a comma is missing before this line: write one after the item above it"
TOO_DEEP = "brackets in brackets, or names joined by dots, are more than can be read: write fewer"
TOO_LONG = "a number is too long to be read: write it with at most 20 digits"
CLASH = "a name stands twice, or as [name] and as [[name]] too: keep one"

_ANYTHING = "this cannot be read: write name = value, with text in quotes, 5 for 5% and a date as 2022-09-01"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033"
_SINGLE = "\u2018\u2019\u201a"
_CURLED = rf"[{_DOUBLE}][^{_DOUBLE}\"]*[{_DOUBLE}\"]|\"[^{_DOUBLE}\"]*[{_DOUBLE}]|[{_SINGLE}][^{_SINGLE}]*[{_SINGLE}]"
_SPACES = r"\u00a0\u2000-\u200a\u202f\u3000"
_COMMAS = r"\d{1,3}(?:[, ]\d{3})+"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = "(?P<m>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + r"|Sept)\.?"
_D = r"(?P<d>\d{1,2})"
_DTH = rf"{_D}(?:st|nd|rd|th)?"
_Y = r"(?P<y>\d{4})"
_NAME = r"[a-z_][\w-]*"
_NUMBER = r"\d+(?:\.\d+)?"
_PENCE = r"(?P<p>\.\d+)?"

# What stands before a name, a value, a value that is no item of a list; and after a value.
_KEY = r"^\s*|[{,]\s*"
_VALUE = r"^\s*|[=\[,]\s*"
_ALONE = r"=\s*"
_ENDS = r"(?=\s*(?:[,\]}#]|$))"
_LAST = r"(?=\s*(?:#|$))"

_LONGEST_LINE = 500
_LONGEST_SHOWN = 60


class _Rule(NamedTuple):
    """A mistake between what stands before it and after it, what to write for it, and that in words."""

    before: str
    bad: str
    mend: str | Callable[[re.Match[str]], str]
    how: str

    def on(self, line: str, said: dict[str, None]) -> str:
        """Return the line with every such mistake mended, and add the sentences."""
        # Texts in quotes and comments are passed over. Compiled on use: most offers have no mistakes.
        pattern = rf"(?i)(?P<before>{self.before})(?P<bad>{self.bad})|\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*"
        return re.sub(pattern, partial(self._mended, said), line)

    def _mended(self, said: dict[str, None], match: re.Match[str]) -> str:
        bad = good = match["bad"]
        if bad:
            good = match.expand(self.mend) if isinstance(self.mend, str) else self.mend(match)
        if bad == good:
            return match[0]
        write = f"write {_shown(good)}, " if good else ""
        said[f"{_shown(bad)} cannot be read here: {write}{match.expand(self.how)}"] = None
        return match["before"] + good


def _is_day(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _day(match: re.Match[str]) -> str:
    name = match["m"][:3].title()
    month = next((number for number, full in enumerate(_MONTHS, 1) if full.startswith(name)), name)
    iso = f"{match['y']}-{month:0>2}-{match['d']:0>2}"
    return iso if _is_day(iso) else match["bad"]


def _sum(match: re.Match[str]) -> str:
    return re.sub("[, ]", "", match["n"]) + (match["p"] or "")


def _thousands(match: re.Match[str]) -> str:
    return f"{Decimal(match['n']).scaleb(3):f}"


def _heading(match: re.Match[str]) -> str:
    brackets = min(max(len(match["left"]), len(match["right"])), 2)
    return "[" * brackets + re.sub(r"\s+", "_", match["n"]) + "]" * brackets if brackets else match["bad"]


def _joined(match: re.Match[str]) -> str:
    return match["bad"].replace(" ", "_")


def _straight(match: re.Match[str]) -> str:
    return '"' + re.sub(f'[{_DOUBLE}{_SINGLE}"]', "", match["bad"]) + '"'


def _quoted(match: re.Match[str]) -> str:
    value = rf"true|false|inf|nan|.*\b{_MONTH}\W*\d+"
    return match["bad"] if re.fullmatch(value, match["n"], re.IGNORECASE) else f'"{match["n"]}"'


def _inner(match: re.Match[str]) -> str:
    return '"' + match["n"].replace('"', "'") + '"'


def _slashes(match: re.Match[str]) -> str:
    return re.sub(r"\\(?![btnfr\"\\]|u[\da-fA-F]{4})", "/", match["bad"])


_ISO = "as year, month and day"
_EQUALS = "with = between name and value"
_RULES = (
    _Rule("", rf"[{INVISIBLE}{_SPACES}]+", " ", "typed anew"),
    _Rule("", _CURLED, _straight, "with straight quotes"),
    _Rule(r"^\s*|\s", r"(?://|--|;)\s*(?P<n>.*)$", r"# \g<n>", "with # before a remark"),
    _Rule(
        "^",
        rf"(?P<left>\[*)\s*(?P<n>[a-z_][\w.-]*(?:\s+[\w.-]+)*)\s*(?P<right>\]*){_LAST}",
        _heading,
        "with the same brackets on both sides and no spaces",
    ),
    _Rule(_KEY, rf"(?P<n>{_NAME}|\"[^\"]*\")\s*(?:==|=>|:=?)", r"\g<n> =", _EQUALS),
    _Rule(_KEY, rf"(?P<n>{_NAME})(?=\s+[\"'\[{{\d£][^,{{}}=]*(?:[,{{}}]|$))", r"\g<n> =", _EQUALS),
    _Rule(_KEY, r"(?-i:[a-z]+(?: [a-z]+)+)(?=\s*=)", _joined, "with _ for a space"),
    _Rule(r"[{,]\s*", r"(?P<n>[a-z\d][\w-]*(?:(?:[ +*/&]+[\w-]+)+[+*]?|[+*]))(?=\s*=)", r'"\g<n>"', "in quotes"),
    _Rule(_VALUE, rf"{_Y}[-/.](?P<m>\d{{1,2}})[-/.]{_D}{_ENDS}", _day, _ISO),
    _Rule(_VALUE, rf"{_D}[-/.](?P<m>\d{{1,2}})[-/.]{_Y}{_ENDS}", _day, _ISO),
    _Rule(_VALUE, rf"(?:[a-z]+day,? )?{_DTH}(?: of)?[ -]{_MONTH},?[ -]{_Y}{_ENDS}", _day, _ISO),
    _Rule(_VALUE, rf"(?:[a-z]+day,? )?{_MONTH} {_DTH},? {_Y}{_ENDS}", _day, _ISO),
    _Rule(_VALUE, rf"(?:£|GBP)?\s?(?P<n>\d{{1,6}}(?:\.\d{{1,3}})?)\s?k{_ENDS}", _thousands, "in full"),
    _Rule(_VALUE, rf"(?:£|GBP)\s?(?P<n>{_COMMAS}|\d+){_PENCE}{_ENDS}", _sum, "without the pound sign or commas"),
    _Rule(_ALONE, rf"(?P<n>{_COMMAS}){_PENCE}{_ENDS}", _sum, "without commas or spaces"),
    _Rule(_VALUE, rf"(?P<n>[+-]?{_NUMBER})\s?%{_ENDS}", r"\g<n>", "without the percent sign"),
    _Rule(_VALUE, rf"(?P<n>[+-]?{_NUMBER})\s?(?:per ?cent|pc|pct){_ENDS}", r"\g<n>", "the number alone"),
    _Rule(
        _ALONE,
        rf"(?!\d{{4}}-\d\d?\b)(?P<n>{_NUMBER})\s?%?\s*(?:to|[-{DASHES}])\s*(?P<p>{_NUMBER})\s?%?{_ENDS}",
        r"[\g<n>, \g<p>]",
        "in brackets for a range",
    ),
    _Rule(r"[=\[,]\s*", rf"[{DASHES}](?=\d)", "-", "with a plain minus"),
    _Rule(_ALONE, rf"(?P<n>\d+),(?P<p>\d{{1,2}}){_ENDS}", r"\g<n>.\g<p>", r"or [\g<n>, \g<p>] for a range"),
    _Rule(r"[=\[]\s*|,\s+", rf"0+(?P<n>[1-9]\d*(?:\.\d+)?){_ENDS}", r"\g<n>", "without the nought in front"),
    _Rule(_VALUE, rf"\.\d+{_ENDS}", r"0\g<bad>", "with a nought before the point"),
    _Rule(_VALUE, rf"(?P<n>\d+)\.{_ENDS}", r"\g<n>", "without the point"),
    _Rule(_ALONE, rf"(?:yes|true|on){_ENDS}", "true", "in small letters"),
    _Rule(_ALONE, rf"(?:no|false|off){_ENDS}", "false", "in small letters"),
    _Rule("", r",\s*\}", " }", "without the last comma"),
    _Rule(
        r"(?<=[\w\"'\]}])\s+",
        rf"{_NAME}(?=\s*=)|\"[^\"]*\"|[\[{{\d][^\s,\]}}]*",
        r", \g<bad>",
        "with a comma before it",
    ),
    _Rule("", rf"[,;]{_LAST}", "", "leave out the sign at the end"),
    _Rule(_VALUE, r"\"(?P<n>[^\"#]*?)(?=[\]},\s]*$)", r'"\g<n>"', "with a quote at both ends"),
    _Rule(_VALUE, r"'(?P<n>[^'\"#]*?)(?=[\]},\s]*$)", r'"\g<n>"', "with a quote at both ends"),
    _Rule(_VALUE, rf"(?P<n>[a-z\d][^\"=\[\]{{}},#]*)\"{_ENDS}", r'"\g<n>"', "with a quote at both ends"),
    _Rule(_ALONE, rf"'(?P<n>[^\"#=]*'[^\"#=]*)'{_LAST}", r'"\g<n>"', "with double quotes"),
    _Rule(
        _ALONE,
        rf"\"(?P<n>(?!\"|[^=]*\"\s+\")[^#=\\]*\"[^#=\\]*)\"{_LAST}",
        _inner,
        "with single quotes inside",
    ),
    _Rule(_VALUE, r"\"[^\"]*\\[^\"]*\"", _slashes, r"with / for \\"),
    _Rule(rf"^\s*{_NAME}\s*=\s*", rf"(?P<n>[a-z][^\"=\[\]{{}}#]*?){_LAST}", _quoted, "in quotes"),
    _Rule(_VALUE, rf"(?P<n>[a-z][^\"=\[\]{{}},#]*?){_ENDS}", _quoted, "in quotes"),
)


def mend(line: str, readable: Callable[[str], bool]) -> list[str]:
    """One sentence for each mistake on a line; none if it can be read, or cannot be mended for certain."""
    if len(line) > _LONGEST_LINE or readable(line):
        return []
    used: list[_Rule] = []
    mended = line
    for rule in _RULES:
        before, mended = mended, rule.on(mended, {})
        if mended != before:
            used.append(rule)
            if readable(mended):
                break
    else:
        return []
    for rule in used[:-1]:  # what can be read unmended was no mistake
        others = [other for other in used if other is not rule]
        if readable(_apply(others, line)[0]):
            used = others
    return _apply(used, line)[1]


def _apply(rules: list[_Rule], line: str) -> tuple[str, list[str]]:
    said: dict[str, None] = {}
    for rule in rules:
        line = rule.on(line, said)
    return line, list(said)


def _shown(text: str) -> str:
    text = text.strip() if text.isprintable() else "an invisible character"
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."
    return short or "a plain space"


def plain_fact(line: str, reason: str, *, item: bool) -> str:
    """Say what is wrong with a line that ``mend`` does not put right; ``reason`` is what tomllib said of it.

    ``item`` says that the line stands in a list, where it need not be a heading or name = value.
    """
    if "Cannot" in reason or "Duplicate" in reason:
        return CLASH
    return next(_facts(line, item=item), _ANYTHING) if len(line) <= _LONGEST_LINE else _ANYTHING


def _facts(line: str, *, item: bool) -> Iterator[str]:
    outside = re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|(#.*)", lambda match: "" if match[1] else "''", line).strip()
    if odd := re.search(rf"[\x00-\x08\x0a-\x1f\x7f]|[{INVISIBLE}{_SPACES}]", line):
        yield f"an invisible character (U+{ord(odd[0]):04X}) cannot be read here: type the line anew"
    if re.search(r"\\(?![btnfr\"\\uU]|$)", line):
        yield "a \\ cannot be read here: write / for it"
    if outside.count('"') % 2:
        yield 'a quote is missing: text stands between two "'
    if outside.count("'") % 2:
        yield 'an apostrophe ends this text: write " before and after it'
    days = re.sub(r"\d{4}-\d\d-\d\d", lambda match: "" if _is_day(match[0]) else match[0], outside)
    if re.search(rf"\d[/-]\d+[/-]\d|\d{{4}}-\d|\b{_MONTH}\W*\d", days, re.IGNORECASE):
        yield "this day cannot be read, or there is none such: write it as 2022-09-01"
    if mark := re.search(r"[£%]|[^\x00-\x7f]", outside):
        yield f"{mark[0]} cannot be read outside quotes: put text in quotes, or write a number without it"
    yield from _missing(outside, item=item)


def _missing(outside: str, *, item: bool) -> Iterator[str]:
    """Facts of what stands outside quotes and comments: something is missing, or stands too much."""
    if re.search(r"=\s*(?:[,}]|$)", outside):
        yield "nothing stands after =: write a value, or delete the name"
    if outside.count("{") > outside.count("}"):
        yield "a { is not closed: write the } on the same line"
    if not item and outside.startswith("["):
        yield "this heading cannot be read: write it as [name] or [[name]], alone on its line"
    if not item and "=" not in outside:
        yield "this is neither a heading nor name = value: begin a remark with #"
    if outside.count("=") > 1 and "{" not in outside:
        yield "only one name = value may stand on a line: write the next on its own"
