"""The file of an ONS series as it is downloaded, made from a series: the same layout as the verbatim samples."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from payoffer.money import decimals
from payoffer.periods import MONTHS, YEAR, add_months
from payoffer.price_files import held
from payoffer.series import Level

QUARTER = 3
TITLES = {
    "cpi": ("CPI INDEX 00: ALL ITEMS 2015=100", "D7BT"),
    "cpih": ("CPIH INDEX 00: ALL ITEMS 2015=100", "L522"),
    "rpi": ("RPI All Items Index: Jan 1987=100", "CHAW"),
}


@cache
def _bundled(name: str) -> Mapping[date, Level]:
    return held(name).series.levels


def levels_of(name: str, *newer: str) -> dict[date, Level]:
    """Return the bundled months of a series, and newer ones after them."""
    levels = dict(_bundled(name))
    for level in newer:
        levels[add_months(max(levels), 1)] = Decimal(level)
    return levels


def ons_file(  # noqa: PLR0913
    name: str,
    levels: Mapping[date, Level],
    *,
    title: str | None = None,
    code: str | None = None,
    unit: str = "Index, base year = 100",
    released: str = "18-11-2026",
) -> str:
    """Return the file: eight rows of metadata, then years, quarters and months, each whole."""
    rows = [
        ("Title", title or TITLES[name][0]),
        ("CDID", code or TITLES[name][1]),
        ("Source dataset ID", "MM23"),
        ("PreUnit", ""),
        ("Unit", unit),
        ("Release date", released),
        ("Next release", "16 December 2026"),
    ]
    text = "".join(f'"{label}","{value}"\n' for label, value in rows) + '"Important notes",\n'
    for months in (YEAR, QUARTER):
        for first in (month for month in sorted(levels) if (month.month - 1) % months == 0):
            span = [add_months(first, more) for more in range(months)]
            if all(month in levels for month in span):
                mean = sum((Decimal(str(levels[month])) for month in span), Decimal(0)) / months
                quarter = f" Q{(first.month + 2) // 3}" if months == QUARTER else ""
                text += f'"{first.year}{quarter}","{decimals(mean, 1)}"\n'
    for month in sorted(levels):
        text += f'"{month.year} {MONTHS[month.month - 1][:3].upper()}","{levels[month]}"\n'
    return text
