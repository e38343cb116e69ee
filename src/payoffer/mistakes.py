"""Every mistake of an offer file that can be seen at once: its line, what is wrong, what to write instead.

One sentence a mistake: a key that is nearly right is mended in a copy of the document, which is then validated,
so that what follows from the mistake is not told beside it. Pydantic's own messages are never shown.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from payoffer.document import MOST_PARTS, Model
from payoffer.errors import OfferFileError, Problem
from payoffer.keys import EXAMPLES, MANY, children, meant
from payoffer.lines import LineMap, TomlFaults, parse
from payoffer.offer import Offer
from payoffer.offer_parts import Award, LumpSum, Proposed, StrikeDay
from payoffer.refusals import Place, Refused, bare, printable, shown

MOST_PROBLEMS = 50

MISSING: Mapping[tuple[type[Model], str], str] = {
    (Offer, "name"): 'the offer has no name: add name = "..." above the first [[ ]] of the file',
    (Award, "uplift"): "this award does not say what it does to pay: add uplift = [{ percent = 5 }]",
    (LumpSum, "pay"): "this one-off does not say what is paid: add pay = [{ flat = 500 }]",
    (Proposed, "uplift"): "what is proposed does not say what it would do to pay: add uplift = [{ percent = 5 }]",
    (Proposed, "source"): 'what is proposed needs its source: add source = "..."',
    (StrikeDay, "of_year"): 'strike_day needs the part of a year that a day costs: add of_year = "1/365"',
    (StrikeDay, "source"): 'strike_day needs its source: add source = "..."',
}
"""What is said where a part lacks a key that it needs."""


def read_with_care(text: str, file: str) -> Offer:
    """Return the offer in a TOML text, found the slow way that finds every mistake.

    Raises ``OfferFileError`` with the first 50 of them.
    """
    try:
        document, lines = parse(text)
    except TomlFaults as error:
        faults = [Problem(fault.line, printable(fault.text)) for fault in error.faults]
        raise OfferFileError(file, faults, more=True) from None
    copy = _Mended(document, lines)
    offer, more = None, False
    try:
        offer = Offer.model_validate(copy.document)
    except ValidationError as error:
        more = copy.add(error)
    if offer is not None and not copy.problems:
        return offer
    found = sorted(dict.fromkeys(copy.problems), key=lambda problem: problem.line)
    raise OfferFileError(file, found[:MOST_PROBLEMS], more=more or len(found) > MOST_PROBLEMS)


class _Mended:
    """A copy of a document in which keys that are nearly right are right, with the problems found on the way."""

    def __init__(self, document: dict[str, Any], lines: LineMap) -> None:
        self.problems: list[Problem] = []
        self._lines = lines
        self._was: dict[Place, Place] = {}  # where a path of the copy stands in the file
        self._models: dict[Place, type[Model]] = {}
        self._unclear: set[Place] = set()  # parts with a key of which nothing could be made
        self._elsewhere: set[str] = set()  # keys that stand in the wrong part
        self.document = self._table(Offer, document, (), ())

    def add(self, error: ValidationError) -> bool:
        """Add what the models refuse in the copy; say whether checks between keys could not run for it."""
        refused = error.errors(include_url=False)
        for details in refused:
            if len(self.problems) > MOST_PROBLEMS:
                break
            cause = details.get("ctx", {}).get("error")
            for text, path in self._said(details["type"], details["loc"], details["input"], cause):
                self._tell(text, self._place(path))
        return any(details["loc"] for details in refused)

    def _tell(self, text: str, place: Place) -> None:
        self.problems.append(Problem(self._lines.line(place), text))

    def _place(self, path: Place) -> Place:
        """Return where a path of the copy stands in the file."""
        known = path
        while known not in self._was:
            known = known[:-1]
        return (*self._was[known], *path[len(known) :])

    def _table(self, model: type[Model], table: dict[str, Any], path: Place, was: Place) -> dict[str, Any]:
        self._models[path] = model
        self._was[path] = was
        copy = {
            key: self._value(model, key, value, (*path, key), (*was, key))
            for key, value in table.items()
            if key in model.model_fields
        }
        for key in table:
            if key not in model.model_fields and len(self.problems) <= MOST_PROBLEMS:
                self._mend(model, key, table, copy, path)
        return copy

    def _value(self, model: type[Model], key: str, value: object, path: Place, was: Place) -> object:
        self._was[path] = was
        child = children(model).get(key)
        if child is None:
            return value
        if child.several and isinstance(value, dict):
            headed = f"[{key}] needs two brackets: write [[{key}]]"
            self._tell(headed if key in MANY else f"{key} needs [ ] around its {{ }}: write {EXAMPLES[key]}", was)
            return [self._table(child.model, value, (*path, 0), was)]
        if child.several and isinstance(value, list):
            return self._items(child.model, value, path, was)
        if not child.several and isinstance(value, dict):
            return self._table(child.model, value, path, was)
        return value

    def _items(self, model: type[Model], items: list[Any], path: Place, was: Place, first: int = 0) -> list[Any]:
        if len(items) > MOST_PARTS:  # the model refuses them unread
            return items
        return [
            self._table(model, item, (*path, place), (*was, place - first)) if isinstance(item, dict) else item
            for place, item in enumerate(items, first)
        ]

    def _mend(self, model: type[Model], key: str, table: dict[str, Any], copy: dict[str, Any], path: Place) -> None:
        """Tell what was meant by an unknown key, and put it into the copy as what was meant."""
        value, was = table[key], (*self._was[path], key)
        found = meant(model, key, value, copy)
        self._tell(found.text, was)
        if found.key is None or not _fits(model, found.key, value):
            self._unclear.add(path)
            self._elsewhere.add(found.elsewhere or "")
            copy[key] = value
        elif found.key not in copy:
            copy[found.key] = self._value(model, found.key, value, (*path, found.key), was)
        elif found.key in MANY and isinstance(value, list) and isinstance(copy[found.key], list):
            there = copy[found.key]
            more = self._items(children(model)[found.key].model, value, (*path, found.key), was, len(there))
            copy[found.key] = [*there, *more]

    def _said(self, kind: str, path: Place, value: object, error: object) -> Iterator[tuple[str, Place]]:
        """Yield the sentences for one refusal of pydantic's, each with its place in the copy."""
        if isinstance(error, Refused):
            for fault in error.faults:
                place = (*path, *fault.place)
                yield fault.text if fault.whole else f"{_subject(place)}{fault.text}", place
        elif kind == "missing":
            if path[:-1] not in self._unclear and path[-1] not in self._elsewhere:
                yield MISSING[self._models[path[:-1]], str(path[-1])], path
        elif kind != "extra_forbidden":  # those are told by _mend
            key = next(part for part in reversed(path) if isinstance(part, str))
            yield f"{_subject(path)}{shown(value)} is not in its right form: write {EXAMPLES[key]}", path


def _fits(model: type[Model], key: str, value: object) -> bool:
    """Say whether a value can be what a key that holds other keys is."""
    return key not in children(model) or isinstance(value, list | dict)


def _subject(path: Place) -> str:
    """Return what a sentence that begins with a value is about."""
    key = next(part for part in reversed(path) if isinstance(part, str))
    return f"{bare(key)} = " if path[-1] == key else f"in {bare(key)}, "
