"""The rules that say what a figure is: read from ``data/reading/rules.toml``, each compiled once.

The file explains its own form. Rules are tried in its order; the first that fits decides.
"""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from payoffer.reading.cues import Cues, Held, cues_of, held_at, may_match

Where = Literal["clause", "sentence", "heading", "above", "before", "topic"]
_SHORT = {"~~": "[^@]{0,120}?", "~": "[^@#]{0,45}?"}


class Rule(NamedTuple):
    """One rule: what it says of a figure (``type``), why, where it looks, and what it asks of the figure itself."""

    name: str
    type: str
    why: str
    where: Where
    patterns: tuple[str, ...]
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    topic: bool
    units: frozenset[str]
    per: frozenset[str]
    least: Decimal
    most: Decimal
    evidence: int | None
    gives_way: int | None
    fires: str
    spares: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in their order."""
    return tuple(_rule(entry) for entry in document()["rule"])


@cache
def document() -> dict[str, Any]:
    """Return the file of rules as it stands."""
    return tomllib.loads((files("payoffer") / "data" / "reading" / "rules.toml").read_text(encoding="utf-8"))


@cache
def _words() -> dict[str, str]:
    words: dict[str, str] = document()["words"]
    fillers: dict[str, str] = document()["fillers"]
    return {name: rf"\b{group}\b" for name, group in words.items()} | fillers


Try = tuple[Rule, re.Pattern[str]]


_compiled = cache(re.compile)
"""A letter needs few of the patterns: each is compiled when it is first tried."""


class _Tries(NamedTuple):
    """The patterns for figures of a unit with their rules: all, the places of those always tried, and of the others.

    The others are found by their first cues, apart for each kind of ``Held``; of their further cues one each is asked.
    """

    every: list[tuple[Rule, str, int, Cues]]
    always: list[int]
    by_cue: tuple[dict[str, list[int]], ...]


@cache
def _tries(unit: str) -> _Tries:
    found = _Tries([], [], tuple({} for _ in Held._fields))
    for rule in rules():
        if rule.units and unit not in rule.units:
            continue
        at = held_at(rule.where)
        for pattern in rule.patterns:
            first, *others = cues_of(pattern) or [frozenset()]
            for cue in first:
                found.by_cue[at].setdefault(cue, []).append(len(found.every))
            if not first:
                found.always.append(len(found.every))
            found.every.append((rule, pattern, at, tuple(others)))
    return found


def tries(unit: str, held: Held) -> Iterator[Try]:
    """Yield in order the patterns that can match a figure of a unit beside the cues that are held, with their rules."""
    every, always, by_cue = _tries(unit)
    chosen = set(always)
    for cues, places in zip(held, by_cue, strict=True):
        chosen.update(*[places[cue] for cue in cues if cue in places])
    for place in sorted(chosen):
        rule, pattern, at, others = every[place]
        if may_match(others, held[at]):
            yield rule, _compiled(pattern)


def _rule(entry: dict[str, Any]) -> Rule:
    return Rule(
        name=entry["name"],
        type=entry["type"],
        why=entry["why"],
        where=entry.get("where", "clause"),
        patterns=tuple(spelled(pattern) for pattern in entry["patterns"]),
        needs=re.compile(spelled(entry["needs"])) if "needs" in entry else None,
        unless=_any_of(entry["unless"]) if "unless" in entry else None,
        topic=entry.get("topic", False),
        units=frozenset(entry.get("unit", ())),
        per=frozenset(entry.get("per", ())),
        least=Decimal(entry.get("least", 0)),
        most=Decimal(entry.get("most", "Infinity")),
        evidence=entry.get("evidence"),
        gives_way=entry.get("gives_way"),
        fires=entry["fires"],
        spares=entry["spares"],
    )


def _any_of(patterns: str | list[str]) -> re.Pattern[str]:
    """Return one pattern that finds what any of several finds."""
    return re.compile(spelled(patterns if isinstance(patterns, str) else "|".join(patterns)))


def spelled(pattern: str) -> str:
    """Return a pattern with what the file writes short written out."""
    for name, group in _words().items():
        pattern = pattern.replace(f"{{{name}}}", group)
    for short, long in _SHORT.items():
        pattern = pattern.replace(short, long)
    return pattern
