"""How much beside a figure speaks for an offer of it: points for what does, points off for what does not.

Rules that fit many figures ask for so many points; the table is ``[[evidence]]`` in ``data/reading/rules.toml``.
"""

import re
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from payoffer.reading.contexts import Context
from payoffer.reading.cues import Cues, cues_of, held_at, may_match
from payoffer.reading.rules import document, spelled


class Evidence(NamedTuple):
    """One kind of words, or one shape of a figure, that speaks for an offer or against one."""

    name: str
    points: int
    where: str
    pattern: re.Pattern[str]
    cues: Cues
    units: frozenset[str]
    least: Decimal
    uneven: Decimal | None
    fires: str
    spares: str


@cache
def evidence() -> tuple[Evidence, ...]:
    """Return the table."""
    return tuple(_evidence(entry) for entry in document()["evidence"])


def points(context: Context) -> int:
    """Return the points of a figure in its surroundings."""
    return sum(one.points for one in evidence() if speaks(one, context))


def speaks(one: Evidence, context: Context) -> bool:
    """Say whether one kind of evidence is there."""
    figure = context.figure
    if (one.units and figure.unit not in one.units) or figure.low < one.least:
        return False
    if one.uneven and not figure.low % one.uneven:
        return False
    if not may_match(one.cues, context.cues[held_at(one.where)]):
        return False
    return one.pattern.search(getattr(context, one.where)) is not None


def _evidence(entry: dict[str, Any]) -> Evidence:
    pattern = spelled(entry.get("pattern", "@"))
    return Evidence(
        name=entry["name"],
        points=entry["points"],
        where=entry.get("where", "clause"),
        pattern=re.compile(pattern),
        cues=cues_of(pattern),
        units=frozenset(entry.get("unit", ())),
        least=Decimal(entry.get("least", 0)),
        uneven=Decimal(entry["uneven"]) if "uneven" in entry else None,
        fires=entry["fires"],
        spares=entry["spares"],
    )
