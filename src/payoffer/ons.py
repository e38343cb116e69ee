"""The time-series file of the Office for National Statistics, read from its bytes as anybody may have them.

The layout: two columns and no heading row; rows of metadata by name (Title, CDID, Unit, Release date ...), then values
by period: years, quarters, months. Only months are used; quarters check them. A byte-order mark, other line ends,
values without quotes or final zero, and dates rewritten by a spreadsheet are taken; anything that is not this layout
ends in one sentence that says what it is and what to download instead. The base stands in the title alone.
"""

import csv
import io
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from payoffer.errors import FileProblem
from payoffer.periods import MONTHS, gaps, month_name
from payoffer.stored_series import BASE, Facts
from payoffer.typed import quoted

INDICES = {"D7BT": "cpi", "L522": "cpih", "CHAW": "rpi"}
"""The series that are taken, by the publisher's code (CDID)."""
RATES = {"D7G7": "D7BT", "L55O": "L522", "CZBH": "CHAW"}
"""Twelve-month rates, and the index to download instead."""
EARNINGS = frozenset({"KAB9", "KAC3", "KAI7", "KAI9"})
HOW = 'on the page of the series at ons.gov.uk choose "Download full time series as: .csv"'
MOST_BYTES = 1024 * 1024
QUARTER_WITHIN = Decimal("0.15")
"""How far a quarter's figure may be from the mean of its months as printed: it is reckoned from unrounded ones."""

_MONTH_NAMES = {name[:3].upper(): number for number, name in enumerate(MONTHS, 1)}
_PERIOD = re.compile(rf"((?:19|20)[0-9]{{2}})(?: (?:Q([1-4])|({'|'.join(_MONTH_NAMES)})))?", re.IGNORECASE)
_VALUE = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_SIGNED = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,6})?")
_METADATA = frozenset(
    {"title", "cdid", "source dataset id", "preunit", "unit", "release date", "next release", "important notes"}
)


class OnsFile(NamedTuple):
    """One index by month, and what the file tells of it.

    ``resaved`` says that the release date is not in the publisher's form: a spreadsheet has saved the file again.
    """

    facts: Facts
    levels: Mapping[date, Decimal]
    resaved: bool


def is_ons(text: str) -> bool:
    """Say whether a text begins as the file of a series does: with its title, its code below it."""
    first, _, rest = text.lstrip("\ufeff").replace('"', "").partition("\n")
    return first[:5].casefold() == "title" and rest[:4].casefold() == "cdid"


def read_ons(data: bytes, file: str) -> OnsFile:
    """Return the index in a downloaded file; raises ``FileProblem`` for anything else."""
    rows = _rows(_text(data, file), file)
    metadata, values = _parted(rows, file)
    code = metadata.get("cdid", "").upper()
    _refuse_others(code, metadata, file)
    base = BASE.search(metadata["title"])
    if not metadata["title"].isprintable():
        raise FileProblem(f"{file} is not a text file, its title holds signs that are no letters: {HOW}")
    if base is None:
        raise FileProblem(f"{file}: its title does not say the base of the index, such as 2015=100: {_again(code)}")
    levels, quarters = _by_period(values, file)
    _whole(levels, quarters, file, code)
    released = _day(metadata.get("release date", ""), "%d-%m-%Y")
    facts = Facts(
        INDICES[code],
        code,
        metadata["title"],
        base.group().replace(" =", "=").replace("= ", "="),
        released,
        _day(metadata.get("next release", ""), "%d %B %Y"),
    )
    return OnsFile(facts, dict(sorted(levels.items())), resaved=not released)


def _text(data: bytes, file: str) -> str:
    if len(data) > MOST_BYTES and data[:4096].count(b",") <= 100:  # noqa: PLR2004
        raise FileProblem(f"{file} is over 1 MiB, and one series is not: {HOW}")
    if b"\0" in data[:MOST_BYTES]:
        raise FileProblem(f"{file} is not a text file: save it as CSV (comma separated), or {HOW}")
    try:
        text = data[: MOST_BYTES + 1].decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data[: MOST_BYTES + 1].decode("cp1252", errors="replace")
    text = text.strip()
    if not text:
        raise FileProblem(f"{file} is empty: {HOW}")
    if text[0] in "<{[":
        raise FileProblem(f"{file} is a web page or a program's answer, not the file of a series: {HOW}")
    return text


def _rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    if text.replace('"', "")[:6].casefold() == "title;":
        raise FileProblem(
            f"{file} is not the file of an ONS series as it comes, its columns are parted by semicolons: {HOW}"
        )
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        for row in reader:
            cells = [" ".join(cell.split()) for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            if len(cells) > 2 and not rows:  # noqa: PLR2004
                raise FileProblem(
                    f"{file} has {len(cells)} columns: it is a whole data set such as MM23, not one series: {HOW}"
                )
            if cells:
                rows.append((reader.line_num, cells))
    except csv.Error as error:
        raise FileProblem(f"{file}, line {reader.line_num}: this is not a table with commas ({error}): {HOW}") from None
    if not rows or rows[0][1][0].casefold() != "title":
        raise FileProblem(f"{file} is not the file of an ONS series, it has no Title: {HOW}")
    return rows


def _parted(rows: list[tuple[int, list[str]]], file: str) -> tuple[dict[str, str], list[tuple[int, str, str]]]:
    """Return the metadata by name, and the rows of values with their lines."""
    metadata: dict[str, str] = {}
    values: list[tuple[int, str, str]] = []
    seen = set()
    for line, cells in rows:
        label, *rest = cells
        if len(rest) > 1:
            raise FileProblem(f"{file}, line {line}: there are more than two columns here: {HOW}")
        value = rest[0] if rest else ""
        if label.casefold() in _METADATA:
            if values:
                raise FileProblem(f"{file}, line {line}: {quoted(label)} stands among the values: {HOW}")
            metadata[label.casefold()] = value
        elif _PERIOD.fullmatch(label):
            values.append((line, label.upper(), value))
        else:
            raise FileProblem(f"{file}, line {line}: {quoted(label)} is no period such as 2022 SEP: {HOW}")
        if label.casefold() in seen:
            raise FileProblem(f"{file}, line {line}: {label} stands here twice: {HOW}")
        seen.add(label.casefold())
    return metadata, values


def _refuse_others(code: str, metadata: Mapping[str, str], file: str) -> None:
    if code in RATES:
        index = RATES[code]
        raise FileProblem(f"{file} is {code}, a rate and not an index: download {index} instead, {_again(index)}")
    if code in EARNINGS:
        raise FileProblem(f"{file} is {code}, average earnings, which are revised every month: give them as FILE.csv")
    if code not in INDICES:
        there = ", ".join(f"{cdid} ({name})" for cdid, name in INDICES.items())
        is_ = f"is {code[:12]}, another series" if code else "does not say which series it is (CDID)"
        raise FileProblem(f"{file} {is_}: those that can be imported are {there}")
    if metadata.get("unit", "").strip() == "%":
        raise FileProblem(f"{file} says that {code} is in %, a rate and not an index: {_again(code)}")


def _by_period(
    values: list[tuple[int, str, str]], file: str
) -> tuple[dict[date, Decimal], dict[tuple[int, int], Decimal]]:
    levels: dict[date, Decimal] = {}
    quarters: dict[tuple[int, int], Decimal] = {}
    for line, period, value in values:
        year, quarter, month = _periods(period)
        if not _VALUE.fullmatch(value) or not Decimal(value):
            what = "has no value" if not value else f"has {quoted(value)}, which is no index"
            if _SIGNED.fullmatch(value):
                what = f"has {value}, and an index is above 0"
            raise FileProblem(f"{file}, line {line}: {period} {what}: {HOW}")
        if month:
            levels[date(year, month, 1)] = Decimal(value)
        elif quarter:
            quarters[year, quarter] = Decimal(value)
    return levels, quarters


def _periods(period: str) -> tuple[int, int, int]:
    """Return year, quarter and month of a period; 0 where it has none."""
    match = _PERIOD.fullmatch(period)
    year, quarter, month = match.groups() if match else ("0", None, None)
    return int(year), int(quarter or 0), _MONTH_NAMES.get(month or "", 0)


def _whole(levels: Mapping[date, Decimal], quarters: Mapping[tuple[int, int], Decimal], file: str, code: str) -> None:
    """Raise ``FileProblem`` for months that are missing, or do not make the quarters in the same file."""
    if not levels:
        raise FileProblem(f"{file} has no months, only years or quarters: {_again(code)}")
    missing = list(gaps(levels))
    if missing:
        more = f" and {len(missing) - 1} more are" if len(missing) > 1 else " is"
        raise FileProblem(f"{file}: {month_name(missing[0])}{more} missing between its months: {_again(code)}")
    for (year, quarter), figure in quarters.items():
        months = [date(year, 3 * quarter - back, 1) for back in (2, 1, 0)]
        if all(month in levels for month in months):
            mean = sum((levels[month] for month in months), Decimal(0)) / 3
            if abs(mean - figure) > QUARTER_WITHIN:
                told = ", ".join(str(levels[month]) for month in months)
                raise FileProblem(
                    f"{file}: {year} Q{quarter} is {figure}, but its months {told} do not make it: a "
                    f"figure was changed by hand: {_again(code)}"
                )


def _again(code: str) -> str:
    return f"on the page of {code} at ons.gov.uk choose " + HOW.partition("choose ")[2]


def _day(text: str, form: str) -> str:
    """Return a day in ISO form, or nothing where it is not written in the publisher's form."""
    try:
        return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007
    except ValueError:
        return ""
