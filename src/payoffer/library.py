"""Names to files: an offer is a path, a file in the folder you stand in, in your own, or bundled, else shorthand.

``PAYOFFER_OFFERS`` names your own folder; without it the platform's usual place is used. Only the offers
named are read. Files are bounded (1 MiB) and anything that cannot be read ends in one sentence.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from payoffer.asked import KindOfFile, Named
from payoffer.errors import FileProblem, UnknownName
from payoffer.offer_file import read_offer
from payoffer.periods import YEAR, add_months, latest_before, long_day
from payoffer.point_names import Points, find_point
from payoffer.shelf import BUNDLED, SCALES, SUFFIX, folders, offer_files, read_text
from payoffer.typed import quoted

CLOSE = 3


def load(name: str) -> Named:
    """Return the offer of a name or a path, or the one that a text says.

    Raises ``UnknownName`` with near misses, ``FileProblem`` or ``OfferFileError`` for what cannot be read, and
    ``ShorthandProblem`` for a text.
    """
    if not name.strip():
        raise UnknownName('nothing stands between the quotes: write an offer\'s name, or type one as in "6%, 5.5%"')
    if _is_file(name) or (_is_path(name) and not _is_shorthand(name)):
        path = Path(name)
        with suppress(RuntimeError, ValueError):  # ~somebody, who has no home here
            path = path.expanduser()
        return _named(path.stem, path, "local")
    hidden = _find(BUNDLED, name)
    for folder, kind in folders():
        found = _find(folder, name)
        if found:
            named = _named(found.stem, found, kind)
            return named._replace(hides=hidden.stem) if hidden and kind != "bundled" else named
    # Before the other names, for which every file would have to be read: none of these looks like shorthand.
    if _is_shorthand(name):
        return _typed(name)
    aliased = _by_alias(name)
    if aliased:
        return aliased
    raise UnknownName(_unknown(name))


def is_offer(name: str) -> bool:
    """Say whether a word is the name, another name or the path of an offer, whatever is in the file, or shorthand."""
    named = any(_find(folder, name) for folder, _ in folders())
    return named or _is_path(name) or _is_file(name) or _is_shorthand(name) or _by_alias(name) is not None


def near_offers(name: str) -> list[str]:
    """Return the names of offers that one like it may have been meant for, nearest first."""
    names = list(dict.fromkeys(path.stem for path, _ in offer_files()))
    return get_close_matches(name.casefold(), names, CLOSE, 0.6)


def _is_path(name: str) -> bool:
    return name.casefold().endswith(SUFFIX) or "/" in name or "\\" in name or name in {".", ".."}


def _is_shorthand(name: str) -> bool:
    """Say whether a word that names no file looks like shorthand; in a path a colon is that of a drive."""
    from payoffer.shorthand.likeness import looks_like_shorthand  # noqa: PLC0415 - only where no file has the name

    if name.casefold().endswith(SUFFIX):
        return False
    return looks_like_shorthand(name.replace(":", "") if _is_path(name) else name)


def _typed(text: str) -> Named:
    from payoffer.shorthand.marks import one_line  # noqa: PLC0415
    from payoffer.shorthand.parser import read_shorthand  # noqa: PLC0415

    offer = read_shorthand(text)
    return Named(offer.name, offer, f'"{one_line(text)}" (typed)', "shorthand")


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _find(folder: Path, name: str) -> Path | None:
    """Return the offer file of a name in a folder, whatever its case."""
    exact = folder / f"{name}{SUFFIX}"
    try:
        if exact.is_file():
            return exact
        wanted = f"{name}{SUFFIX}".casefold()
        return next((path for path in sorted(folder.iterdir()) if path.name.casefold() == wanted), None)
    except (OSError, ValueError):
        return None


def _named(name: str, path: Path, kind: KindOfFile, text: str | None = None) -> Named:
    file = f"{path.name} (bundled)" if kind == "bundled" else str(path)
    return Named(name, read_offer(read_text(path) if text is None else text, file), file, kind)


def _by_alias(name: str) -> Named | None:
    wanted = name.casefold()
    for named in every_offer(wanted):
        if wanted in {alias.casefold() for alias in named.offer.also}:
            return named
    return None


def every_offer(mentioning: str = "") -> Iterator[Named]:
    """Yield every offer that a name can mean, the user's own before the bundled ones; damaged files are passed over.

    Those whose text does not have ``mentioning`` (casefolded) in it are passed over unread.
    """
    seen: set[str] = set()
    for path, kind in offer_files():
        if path.stem.casefold() in seen:
            continue
        seen.add(path.stem.casefold())
        with suppress(FileProblem):
            text = read_text(path)
            if mentioning in text.casefold() or "\\" in text:  # what is escaped could be anything
                yield _named(path.stem, path, kind, text)


def _unknown(name: str) -> str:
    near = near_offers(name)
    hint = f"did you mean {' or '.join(near)}?" if near else "see what is here with payoffer list"
    return f"there is no offer called {quoted(name)}: {hint}"


def points_before(named: Named, day: date) -> Points:
    """Return an offer's pay points and their pay a year as they stood before ``day``.

    From its bundled scales, with the unrounded pay that these hold, and from the offer's own ``points``, which go
    before those. A name that stands on several of its scales has the name of the scale behind it. Raises
    ``UnknownName`` where nothing is known.
    """
    rows = [(scale, row) for scale in named.offer.scales for row in _column_before(named, scale, day)]
    standing = Counter(row["point"] for _, row in rows)
    points, derived, carried = Points(), set(), {}
    for scale, row in rows:
        name = f"{row['point']} ({scale})" if standing[row["point"]] > 1 else row["point"]
        points[name] = Fraction(row["annual_gbp"])
        if row["status"] == "derived":
            derived.add(name)
        if row.get("carried"):
            carried[name] = Fraction(row["carried"])
    own = named.offer.points
    points |= {point: Fraction(pay) for point, pay in own.items()}
    points.derived = frozenset(derived - own.keys())
    points.carried = {point: pay for point, pay in carried.items() if point not in own}
    if not points:
        raise UnknownName(
            f"{named.offer.name}: no pay scale before {long_day(day)} is known for this offer: add its points and "
            "their pay a year to the file, such as points = { M1 = 25714 }, or use --salary"
        )
    return points


class PointPay(NamedTuple):
    """What a point of a bundled scale was paid, full-time pounds a year by the day from which it was.

    None where the scale has new pay on a day and none at this point, and a year after its last day: from then on what
    the point is paid is not known. ``last`` is the last day on which the scale has new pay at any point; ``file`` is
    what it was read from.
    """

    scale: str
    point: str
    pay: dict[date, Fraction | None]
    last: date
    file: str


def pay_of_point(scale: str, point: str) -> PointPay:
    """Return what a point of a bundled scale was paid; the point is named as for an offer, with its area if need be.

    Raises ``UnknownName`` for a scale or a point that is not there, naming those that are, and for a point that could
    be several.
    """
    path = SCALES / f"{scale.casefold()}.csv"
    names = sorted(found.stem for found in SCALES.glob("*.csv"))
    if path.stem not in names:
        near = get_close_matches(scale.casefold(), names, 1)
        hint = f"did you mean {near[0]}?" if near else f"name one of {', '.join(names)}"
        raise UnknownName(f"there is no bundled pay scale called {quoted(scale)}: {hint}")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = find_point(point, {row["point"]: Fraction(row["annual_gbp"]) for row in rows}, path.stem)
    days = sorted({date.fromisoformat(row["effective_date"]) for row in rows})
    pay = {
        date.fromisoformat(row["effective_date"]): Fraction(row["annual_gbp"]) for row in rows if row["point"] == found
    }
    known: dict[date, Fraction | None] = {day: pay.get(day) for day in days if day >= min(pay)}
    known[add_months(days[-1], YEAR)] = None
    return PointPay(path.stem, found, known, days[-1], f"{path.name} (bundled)")


def _column_before(named: Named, scale: str, day: date) -> list[dict[str, str]]:
    """Return the rows of a bundled scale's latest column from before a day."""
    path = SCALES / f"{scale}.csv"
    if not path.is_file():
        raise UnknownName(
            f"{named.offer.name}: there is no bundled pay scale called {quoted(scale)}: "
            "name one that payoffer list scales shows, or use --salary"
        )
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [(date.fromisoformat(row["effective_date"]), row) for row in csv.DictReader(lines)]
    latest = latest_before((column for column, _ in rows), day)
    return [row for column, row in rows if column == latest]
