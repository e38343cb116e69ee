"""Reads the bundled tables of rates (``data/takehome``), one row a band."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby
from pathlib import Path

from payoffer.shelf import DATA
from payoffer.takehome.bands import Band, Tier
from payoffer.takehome.rules import available
from payoffer.takehome.schemes import SCHEMES, KnownScheme
from payoffer.takehome.tables import (
    PUBLISHED,
    Allowance,
    Dated,
    NationalInsurance,
    PensionTable,
    Provenance,
    Tables,
    Value,
)

FOLDER = DATA / "takehome"
Row = dict[str, str]


@cache
def tables() -> Tables:
    """Return every rate that comes with the program."""
    sources = {row["id"]: row["source"] for row in rows("sources")}
    read = _Reader(sources)
    return Tables(
        income_tax=read.by("region", "income_tax", _tax),
        allowances=list(read.dated(rows("allowances"), _allowance)),
        national_insurance=read.by("category", "national_insurance", _national_insurance),
        student_loans=read.by("plan", "student_loans", _loan),
        pensions=read.by("scheme", "pension_tiers", _pension),
    )


def rows(name: str, folder: Path = FOLDER) -> Iterator[Row]:
    """Yield the rows of one table as they stand in its file."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


class _Reader:
    """Gathers the rows of one span of days into one value, and names their sources."""

    def __init__(self, sources: dict[str, str]) -> None:
        self.sources = sources

    def by(self, key: str, name: str, value: Callable[[list[Row]], Value]) -> dict[str, list[Dated[Value]]]:
        """Return the values of a table under each ``key``, in the order of the file."""
        found: dict[str, list[Row]] = {}
        for row in rows(name):
            found.setdefault(row[key], []).append(row)
        return {each: list(self.dated(iter(group), value)) for each, group in found.items()}

    def dated(self, found: Iterator[Row], value: Callable[[list[Row]], Value]) -> Iterator[Dated[Value]]:
        """Yield one value for the neighbouring rows of each span of days."""
        for (first, last), group in groupby(found, key=lambda row: (row["from"], row["to"])):
            same = list(group)
            yield Dated(date.fromisoformat(first), date.fromisoformat(last), value(same), self.provenance(same))

    def provenance(self, same: list[Row]) -> Provenance:
        """Return the least sure status of some rows, and all their sources and notes, each once."""
        status = next((row["status"] for row in same if row["status"] != PUBLISHED), PUBLISHED)
        named = dict.fromkeys(source for row in same for source in row["sources"].split())
        notes = dict.fromkeys(row["note"] for row in same if row.get("note"))
        return Provenance(status, tuple(self.sources[source] for source in named), tuple(notes))


def _tax(same: list[Row]) -> tuple[Band, ...]:
    return tuple(Band(Decimal(row["taxable_above"]), _limit(row["taxable_to"]), Decimal(row["rate"])) for row in same)


def _allowance(same: list[Row]) -> Allowance:
    amounts = {row["item"]: Decimal(row["amount"]) for row in same}
    return Allowance(amounts["personal_allowance"], amounts["taper_threshold"])


def _national_insurance(same: list[Row]) -> NationalInsurance:
    year, month = (
        tuple(Band(Decimal(row[f"{by}_above"]), _limit(row[f"{by}_to"]), Decimal(row["rate"])) for row in same)
        for by in ("year", "month")
    )
    return NationalInsurance(year, month)


def _loan(same: list[Row]) -> Band:
    return Band(Decimal(same[0]["threshold"]), None, Decimal(same[0]["rate"]))


def _pension(same: list[Row]) -> PensionTable:
    tiers = tuple(Tier(Decimal(row["pay_from"]), _limit(row["pay_below"]), Decimal(row["rate"])) for row in same)
    head = same[0]
    return PensionTable(
        tiers,
        full_time=head["basis"] == "full-time",
        last_year=head["year"] == "last",
        tranches=head["structure"] == "marginal",
    )


def _limit(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def schemes() -> list[KnownScheme]:
    """Return every pension scheme, and the times its tables are known for."""
    known = tables().pensions
    return [KnownScheme(name, scheme.name, available(known[name])) for name, scheme in SCHEMES.items()]
