"""The published forecasts of price series that come with the program: which there are, and one of them by its name."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from payoffer.errors import UnknownName
from payoffer.forecast import Forecast
from payoffer.periods import month_name
from payoffer.series import Series
from payoffer.shelf import PRICES
from payoffer.typed import quoted

BODIES = {"OBR": "obr", "Bank of England": "boe"}
TITLES = {
    "obr": "OBR forecast",
    "boe": "Bank of England forecast (its most likely path, the mode)",
}
FIGURES = {
    "OBR": "Open Government Licence v3.0",
    "PRESS": "as reported in the press",
    "BOE-FER": "figures of the Bank of England under the MIT licence",
    "BOE-FAN": "figures of its fan charts",
}
"""What is said of the figures of a forecast, by how the name of their source begins."""
FORECASTERS = {"obr": "the OBR's forecast", "boe": "the Bank of England's forecast"}


def forecasts() -> Iterator[tuple[str, str, str]]:
    """Yield the name, the day of publication and the series of each bundled forecast, in the order of the file."""
    yield from dict.fromkeys((_name(row), row["published"], row["series"]) for row in _rows())


def forecast(name: str, series: Series) -> Forecast:
    """Return a forecast of a series by its name, ``obr-2026-03``; ``obr`` and ``boe`` are the latest of each.

    Raises ``UnknownName`` where there is none of that name, of that series, or of it by the series' ``as_of``.
    """
    wanted = name.casefold()
    every = _rows()
    names = list(dict.fromkeys(map(_name, every)))
    if wanted not in {*names, *BODIES.values()}:
        near = get_close_matches(wanted, names, 1)
        hint = f"did you mean {near[0]}?" if near else "payoffer prices names those that are here"
        raise UnknownName(f"there is no forecast called {quoted(name)}: {hint}")
    chosen = [row for row in every if _name(row) == wanted or _name(row).startswith(f"{wanted}-")]
    of_series = [row for row in chosen if row["series"] == series.name]
    if not of_series:
        there = ", ".join(sorted({row["series"] for row in chosen}))
        raise UnknownName(
            f"{wanted} has no forecast of {series.label}: it has {there}: give a rate, such as --forecast 3"
        )
    by_then = [row for row in of_series if not series.as_of or row["published"][:7] <= f"{series.as_of:%Y-%m}"]
    if not by_then:
        when = month_name(series.as_of) if series.as_of else ""
        raise UnknownName(
            f"{wanted} has no forecast of {series.label} published by {when}: name an earlier one, or a rate a year"
        )
    latest = max(row["published"] for row in by_then)
    rows = [row for row in by_then if row["published"] == latest]
    body = BODIES[rows[0]["publisher"]]
    by = f"{FORECASTERS[body]} ({month_name(date.fromisoformat(f'{latest[:7]}-01'))})"
    periods = {row["period"]: Decimal(row["percent"]) for row in rows}
    sources = [row["source"] for row in rows]
    figures = [told for begins, told in FIGURES.items() if any(source.startswith(begins) for source in sources)]
    return Forecast(_name(rows[0]), f"{TITLES[body]}, {', '.join((latest, *figures))}", latest, periods, by)


def _rows() -> list[dict[str, str]]:
    with (PRICES / "forecasts.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _name(row: dict[str, str]) -> str:
    return f"{BODIES[row['publisher']]}-{row['published'][:7]}"
