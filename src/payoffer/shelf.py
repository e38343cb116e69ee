"""Where offer files lie, how a file is read as text, and what can be told of an offer from the keys at its head.

``PAYOFFER_OFFERS`` names the user's own folder; without it the platform's usual place is used. Nothing is validated
here and no model of an offer is loaded, so that listing what is there takes no longer than reading it.
"""

import csv
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from typer import get_app_dir

from payoffer.errors import FileProblem
from payoffer.lines import TomlFaults, parse

DATA = Path(__file__).parent / "data"
BUNDLED = DATA / "offers"
SCALES = DATA / "scales"
PRICES = DATA / "prices"
SUFFIX = ".toml"
MOST_BYTES = 1024 * 1024

Where = Literal["local", "own", "bundled"]
"""The folder you stand in, your own, or the one that comes with the program: in the order they are looked in."""


class Head(NamedTuple):
    """What the head of an offer file says, unchecked; ``years`` are all those in which something is dated."""

    name: str
    title: str
    file: str
    where: Where
    kind: str = "offer"
    status: str = "offered"
    offered: date | None = None
    starts: date | None = None
    employer: str | None = None
    nation: str | None = None
    group: str | None = None
    years: frozenset[int] = frozenset()
    hides: bool = False


class Scale(NamedTuple):
    """A bundled pay scale: its name, how many points it has, and the first and last day it has pay for."""

    name: str
    points: int
    first: date
    last: date


def own_folder() -> Path:
    """Return the folder of the user's own offers."""
    named = os.environ.get("PAYOFFER_OFFERS")
    if named:
        return Path(named)
    return Path(get_app_dir("payoffer")) / "offers"


class Kind(NamedTuple):
    """What a file is expected to be, and what is said of one that is not.

    ``text`` says how it is saved as text, ``least`` what the least of them holds. ``encoding`` is taken where a
    file is not UTF-8, if any is. ``listed`` is the command that shows what is here of its kind.
    """

    what: str
    suffix: str
    text: str
    least: str
    encoding: str | None = None
    listed: str = "payoffer list"


OFFER_FILE = Kind(
    "an offer file",
    SUFFIX,
    "save the offer as plain text (UTF-8), in the form payoffer check --help shows",
    "payoffer check --help shows the least that an offer file holds",
)
SCALE_FILE = Kind(
    "a file of pay points",
    ".csv",
    "save the sheet as CSV",
    "write point,annual_gbp on its first line, and a pay point with its pay a year on each line below",
    "cp1252",  # what a spreadsheet on Windows makes of a pound sign
    "payoffer list scales",
)


def read_text(path: Path, kind: Kind = OFFER_FILE) -> str:
    """Return the text of a file that a person named.

    Raises ``FileProblem`` for what is missing, a folder or device, too big, binary, or in no known encoding.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            there = "a folder" if stat.S_ISDIR(found.st_mode) else "not a plain file"
            raise FileProblem(f"{path} is {there}: name {kind.what}, such as {path.name or 'offer'}{kind.suffix}")
        if found.st_size > MOST_BYTES:
            raise FileProblem(f"{path} is over 1 MiB: {kind.what} is a page of text, so this is another file")
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileProblem(f"there is no file {path}: check the name, or see what is here with {kind.listed}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise FileProblem(f"{path} cannot be read ({reason}): check that you may open it") from None
    if b"\0" in data:
        raise FileProblem(f"{path} is not a text file: {kind.text}")
    if not data.strip():
        raise FileProblem(f"{path} is empty: {kind.least}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if kind.encoding:
            with suppress(UnicodeDecodeError):
                return data.decode(kind.encoding)
        line = data.count(b"\n", 0, error.start) + 1
        raise FileProblem(f"{path}, line {line}: this is not UTF-8 text: save the file as UTF-8") from None


def folders() -> Iterator[tuple[Path, Where]]:
    """Yield the folders in which a name is looked for."""
    yield Path(), "local"
    yield own_folder(), "own"
    yield BUNDLED, "bundled"


def offer_files() -> Iterator[tuple[Path, Where]]:
    """Yield the offer files that a name can mean, in the order they are looked for."""
    for folder, where in folders():
        try:
            paths = sorted(path for path in folder.iterdir() if path.suffix.casefold() == SUFFIX)
        except OSError:
            continue
        yield from ((path, where) for path in paths)


def heads() -> tuple[list[Head], list[str]]:
    """Return the head of every offer that a name can mean, by name, and a sentence on each file passed over.

    A TOML file in the folder you stand in without an award or a one-off is another kind of file, and is left out
    without a word, unless an offer has its name.
    """
    found: dict[str, Head | None] = {}
    damaged: dict[str, str] = {}
    for path, where in offer_files():
        name = path.stem.casefold()
        head = found.get(name)
        if head is not None:
            found[name] = head._replace(hides=head.hides or where == "bundled")
        elif name in found:
            damaged.setdefault(name, f"{path.name} in this folder is no offer, but hides one of that name")
        elif name not in damaged:
            try:
                found[name] = _head(path, where)
            except FileProblem as problem:
                damaged[name] = str(problem)
    listed = [head for head in found.values() if head]
    return sorted(listed, key=lambda head: head.name.casefold()), list(damaged.values())


def _head(path: Path, where: Where) -> Head | None:
    file = f"{path.name} (bundled)" if where == "bundled" else str(path)
    try:
        document, _ = parse(read_text(path))
    except TomlFaults as faults:
        first = faults.faults[0]
        raise FileProblem(f"{file}, line {first.line}: {first.text}") from None
    parts = [part for key in ("award", "lump_sum") for part in _tables(document.get(key))]
    if not parts and where == "local":
        return None
    title = document.get("name")
    if not parts or not isinstance(title, str) or not title.strip():
        missing = "name" if parts else "[[award]] or [[lump_sum]]"
        raise FileProblem(f"{file} has no {missing}")
    days = [day for part in parts for day in _days(part)]
    offered = _day(document.get("offered"))
    return Head(
        path.stem,
        title,
        file,
        where,
        kind=_text(document, "kind") or "offer",
        status=_text(document, "status") or "offered",
        offered=offered,
        starts=min(days, default=None),
        employer=_text(document, "employer"),
        nation=_text(document, "nation"),
        group=_text(document, "group"),
        years=frozenset(day.year for day in (*days, offered) if day),
    )


def _tables(value: object) -> list[Mapping[str, Any]]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _text(document: Mapping[str, Any], key: str) -> str | None:
    value = document.get(key)
    return value if isinstance(value, str) else None


def _days(part: Mapping[str, Any]) -> Iterator[date]:
    """Yield the days from which an award or a one-off counts, as far as they are days."""
    covers = part.get("covers")
    first = covers[0] if isinstance(covers, list) and covers else part.get("paid")
    for value in (part.get("effective"), first):
        if day := _day(value):
            yield day


def _day(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def points_of(offer: str) -> list[str]:
    """Return the pay points of an offer by its name, or by its path: its own, then those of its scales.

    Nothing is validated: an offer that is not there, or not in order, has none.
    """
    path = next((path for path, _ in offer_files() if path.stem.casefold() == offer.casefold()), Path(offer))
    try:
        document, _ = parse(read_text(path))
    except (FileProblem, TomlFaults):
        return []
    own, named = document.get("points"), document.get("scales")
    points = [*own] if isinstance(own, dict) else []
    for scale in [named] if isinstance(named, str) else named if isinstance(named, list) else []:
        if scale in scale_names():
            points += _points(scale)
    return list(dict.fromkeys(points))


def _points(scale: str) -> list[str]:
    with (SCALES / f"{scale}.csv").open(encoding="utf-8", newline="") as lines:
        return [row["point"] for row in csv.DictReader(lines)]


def scale_names() -> list[str]:
    """Return the names of the bundled pay scales, in order."""
    return sorted(path.stem for path in SCALES.glob("*.csv"))


def scale_days(name: str) -> tuple[date, ...]:
    """Return the days from which a bundled scale has pay, in order."""
    with (SCALES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(sorted({date.fromisoformat(row["effective_date"]) for row in csv.DictReader(lines)}))


def scales() -> list[Scale]:
    """Return the bundled pay scales, by name."""
    found = []
    for path in sorted(SCALES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = [(row["point"], date.fromisoformat(row["effective_date"])) for row in csv.DictReader(lines)]
        days = [day for _, day in rows]
        found.append(Scale(path.stem, len({point for point, _ in rows}), min(days), max(days)))
    return found
