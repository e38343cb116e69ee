"""Price series as files: the bundled ones, what a user has imported over them, and a user's own table.

A series is read only when it is named. What was imported lies in a folder of its own (``PAYOFFER_PRICES``, else the
platform's usual place) and adds to the bundled months, which it never changes; a stored file that is damaged, or that
no longer agrees with the bundled months, is passed over with a sentence that says so.
"""

import csv
import os
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from typer import get_app_dir

from payoffer.errors import FileProblem, UnknownName
from payoffer.month_table import contiguous, positive, table
from payoffer.newer_months import joined_with
from payoffer.ons import INDICES, is_ons
from payoffer.series import Provenance, Series
from payoffer.shelf import PRICES, Kind, read_text
from payoffer.stored_series import stored
from payoffer.typed import quoted

SUFFIX = ".csv"
STORED = ".json"
IMPORT = "take in newer months with payoffer prices import FILE"
OWN = "FILE.csv with month,index"
NAMES = ("cpi", "cpih", "rpi", "awe")
SERIES_FILE = Kind(
    "a table of prices by month",
    ".csv",
    "save it as CSV, with the columns month,index",
    "it needs the columns month,index and a row for each month, such as 2022-09,347.6",
    listed="payoffer prices",
)
PATH_FILE = Kind(
    "a table of pay by month",
    ".csv",
    "save it as CSV, with the columns month,annual_gbp",
    "it needs the columns month,annual_gbp and a row for each change of pay, such as 2022-09,43685",
    listed="payoffer list scales",
)


class Held(NamedTuple):
    """A series as it is held here, and a sentence on a stored file that was passed over, if there is one."""

    series: Series
    passed_over: str | None = None


def is_series(name: str) -> bool:
    """Say whether a word is the name of a series."""
    return name.casefold() in NAMES


def held(name: str) -> Held:
    """Return a series by its name: the bundled months, with those that were imported.

    Raises ``UnknownName`` for a name that no series has.
    """
    wanted = name.casefold()
    if wanted not in NAMES:
        near = get_close_matches(wanted, NAMES, 1)
        hint = f"did you mean {near[0]}?" if near else f"name one of {', '.join(NAMES)}"
        raise UnknownName(f"there is no price series called {quoted(name)}: {hint}")
    bundled = _bundled(wanted)
    path = stored_file(wanted)
    try:
        return Held(with_own(wanted, read_text(path, SERIES_FILE), str(path)) if path.exists() else bundled)
    except (FileProblem, OSError) as problem:
        remedy = f"import it again, or payoffer prices forget {wanted}"
        return Held(bundled, f"{problem}; the months that come with payoffer are used: {remedy}")


def with_own(name: str, text: str, file: str) -> Series:
    """Return a bundled series with what is kept in ``text``; raises ``FileProblem`` where it cannot be used."""
    return joined_with(_bundled(name), stored(text, file))


def _bundled(name: str) -> Series:
    path = PRICES / f"{name}{SUFFIX}"
    file = f"{path.name} (bundled)"
    columns = table(path.read_text(encoding="utf-8"), file, "index", ("published_percent",))
    told, first = _told(name, file)
    return Series(name, columns["index"], told, columns["published_percent"], forecasts=first)


def _told(name: str, file: str) -> tuple[Provenance, dict[str, str]]:
    """Return where a bundled series comes from, and by whom it was first forecast when."""
    with (PRICES / "series.csv").open(encoding="utf-8", newline="") as lines:
        row = next(row for row in csv.DictReader(lines) if row.pop("name") == name)
    lag, every, revised = int(row.pop("lag")), int(row.pop("every")), bool(row.pop("revised"))
    newer = IMPORT if name in INDICES.values() else f"give a table of your own in place of {name}: {OWN}"
    first = dict(each.split(":") for each in row.pop("forecasts").split())
    return Provenance(**row, file=file, lag=lag, every=every, revised=revised, newer=newer), first


def names_of_files(files: Sequence[str]) -> dict[str, str]:
    """Return what the series of each file is called: its stem, all by their files where two would be called the same.

    A user's own table never has the name of a series here: no forecast, and no rule of its publisher, is meant for it.
    """
    stems = [Path(file).stem for file in files]
    folded = {stem.casefold() for stem in stems}
    apart = len(folded) == len(files) and not folded & set(NAMES)
    return dict(zip(files, stems if apart else files, strict=True))


def series_of_file(name: str, label: str | None = None) -> Series:
    """Return the series in a user's own table, ``month,index``, called ``label``.

    Raises ``FileProblem`` for what is no such table.
    """
    text = read_text(Path(name), SERIES_FILE)
    if is_ons(text):
        raise FileProblem(
            f"{name} is the file of an ONS series as it is downloaded: take its months in with payoffer prices import "
            f"{name}, and name the series itself, such as --inflation cpi"
        )
    columns = table(text, name, "index", ("published_percent",))
    levels = columns["index"]
    contiguous(levels, name)
    positive(levels, name)
    called = label or names_of_files([name])[name]
    newer = f"add the months to {name}"
    publisher = "your own table" if called == name else ""
    told = Provenance(called, f'"{called}"', publisher=publisher, file=name, newer=newer)
    return Series(called, levels, told, columns["published_percent"])


def pay_of_file(name: str) -> dict[date, Fraction]:
    """Return pay by the month from which it was paid, from a user's table ``month,annual_gbp``."""
    pay = table(read_text(Path(name), PATH_FILE), name, "annual_gbp")["annual_gbp"]
    positive(pay, name)
    return {month: Fraction(sum_) for month, sum_ in pay.items()}


def own_prices() -> Path:
    """Return the folder of what the user has imported."""
    named = os.environ.get("PAYOFFER_PRICES")
    return Path(named) if named else Path(get_app_dir("payoffer")) / "prices"


def stored_file(name: str) -> Path:
    """Return where what was imported of a series is kept."""
    return own_prices() / f"{name}{STORED}"
