"""Offer to text: the TOML file that says an offer, short and in the form in which a person would write it.

Keys stand in the order of the models, without those whose value a file may leave out, so that a key new to a model
is written without a word here. ``read_offer(offer_toml(offer), file) == offer``: figures, days and words are exact.
Remarks stand above the part or the key that they are about.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from textwrap import wrap
from typing import Any

from payoffer.document import Model
from payoffer.offer import Offer
from payoffer.offer_parts import UNSTATED, Award
from payoffer.refusals import Place, printable

Comments = Mapping[Place, Sequence[str]]
"""Lines of remark by place: ``("award", 0)`` for a part, ``("award", 0, "paid")`` or ``("until",)`` for a key."""

WIDTH = 100
LAST: Mapping[type[Model], str] = {Award: "uplift"}
"""The key that stands last in a part, below what it hangs on."""
SECTIONS = {
    "award": "Rises, kept in basic pay. The terms of one run from left to right.",
    "lump_sum": "One-offs: paid once, and not in later pay.",
    "proposed": "Said to follow, outside the offer: shown, and counted only on request.",
}
NO_DATES = (
    "Year 1 is the first year. Where days are known, write effective = 2023-04-01 for a rise, covers for a one-off."
)
OF_WHAT = "Of what, is not said, so each answer is shown. Known: before, in_payment, in_force or a day."
_BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


def offer_toml(offer: Offer, header: Sequence[str] = (), comments: Comments | None = None) -> str:
    """Return the text of an offer file, with remarks at its head and beside the parts and keys that they are about.

    A remark on a key that the file leaves out stands alone in its place; long ones are broken into lines.
    """
    remarks = _explained(offer)
    for place, lines in (comments or {}).items():
        remarks[place] = [*remarks.get(place, ()), *lines]
    blocks = [[*_comment(header)], [*_table((), offer, remarks)]]
    apart = [(key, value) for key, value in _given(offer) if _stands_apart(key, value)]
    for key, value in sorted(apart, key=lambda item: isinstance(item[1], tuple)):
        if isinstance(value, dict):
            rows = (f"{_key(name)} = {_value(item)}" for name, item in value.items())
            blocks.append([*_comment(remarks.get((key,), ())), f"[{key}]", *rows])
        else:
            for number, part in enumerate(value):
                head = [*_comment(remarks.get((key, number), ())), f"[[{key}]]"]
                blocks.append([*head, *_table((key, number), part, remarks)])
    return "\n".join("\n".join(block) + "\n" for block in blocks if block)


def _explained(offer: Offer) -> dict[Place, list[str]]:
    """Return the remarks that help to change a file: what its parts are, and what else could be written."""
    remarks: dict[Place, list[str]] = {(key, 0): [SECTIONS[key]] for key in SECTIONS if getattr(offer, key)}
    if not offer.dated():
        remarks[next(iter(remarks))].append(NO_DATES)
    for number, lump in enumerate(offer.lump_sum):
        if lump.of == UNSTATED:
            remarks["lump_sum", number, "of"] = [OF_WHAT]
    return remarks


def _given(part: Model) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a part whose value is not the one they have when they are left out."""
    for key, field in type(part).model_fields.items():
        value = getattr(part, key)
        if value != field.get_default(call_default_factory=True):
            yield key, value


def _stands_apart(key: str, value: object) -> bool:
    """Say whether a value of the offer stands below its head: parts with a [[ ]] each, a long table with its [ ]."""
    if isinstance(value, dict):
        return len(f"{key} = {_value(value)}") > WIDTH
    return isinstance(value, tuple) and isinstance(value[0], Model)


def _table(place: Place, part: Model, remarks: Mapping[Place, Sequence[str]]) -> Iterator[str]:
    """Yield the lines of one part, ``=`` below ``=``, each key below its remarks."""
    given = {key: value for key, value in _given(part) if place or not _stands_apart(key, value)}
    apart = {key for key, _ in _given(part)} - given.keys()
    width = max((len(key) for key, value in given.items() if _fits(key, value)), default=0)
    for key in sorted(type(part).model_fields, key=LAST.get(type(part), "").__eq__):
        if key not in apart:
            yield from _comment(remarks.get((*place, key), ()))
        if key in given and _fits(key, given[key]):
            yield f"{key:<{width}} = {_value(given[key])}"
        elif key in given:
            yield from (f"{key} = [", *(f"  {_value(item)}," for item in given[key]), "]")


def _fits(key: str, value: object) -> bool:
    """Say whether a key and its value stand on one line: a long list has a line for each item."""
    return not isinstance(value, tuple) or len(f"{key} = {_value(value)}") <= WIDTH


def _value(value: object) -> str:
    """Write a value on one line."""
    if isinstance(value, Model):
        given = dict(_given(value)) or {key: getattr(value, key) for key in type(value).model_fields}
        return _inline(given.items())
    if isinstance(value, dict):
        return _inline(value.items())
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _quoted(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _inline(items: Iterable[tuple[str, object]]) -> str:
    return f"{{ {', '.join(f'{_key(key)} = {_value(item)}' for key, item in items)} }}"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    """Write a text in quotes: what JSON escapes, TOML escapes alike, and one sign more."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _comment(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for row in wrap(printable(line), WIDTH - 2, break_on_hyphens=False) or [""]:
            yield f"# {row}".rstrip()
