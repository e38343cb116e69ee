"""How a value in an offer file is refused: quoted as the file has it, with its place, every fault at once.

A sentence that refuses a value begins with the value, so that ``percent = `` can be set before it; a sentence
about values that do not go together is whole.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import islice
from typing import NamedTuple, TypeVar

Kind = TypeVar("Kind")
Place = tuple[str | int, ...]

MOST_FAULTS = 50
"""No more faults than about this many are looked for in one value."""
_SHOWN = 40
_MOST_BITS = 14_000
_MOST = 3


class Fault(NamedTuple):
    """One thing wrong: its sentence, its place below what was checked, and whether the sentence is whole.

    A sentence that is not whole begins with the value and waits for its key.
    """

    text: str
    place: Place = ()
    whole: bool = False


class Refused(ValueError):
    """What a check raises and pydantic collects: every fault that it saw."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults."""
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.text for fault in self.faults))


def refuse(message: str) -> Refused:
    """Return the refusal of one value; ``message`` begins with the value."""
    return Refused([Fault(message)])


def fault(message: str, *place: str | int) -> Fault:
    """Return what is wrong with values that do not go together; ``message`` is a whole sentence."""
    return Fault(message, place, whole=True)


def refuse_all(faults: Iterable[Fault]) -> None:
    """Raise one ``Refused`` for all the faults, if there are any."""
    found = tuple(faults)
    if found:
        raise Refused(found)


def each(items: Iterable[tuple[str | int, object]], check: Callable[[object], Kind]) -> list[Kind]:
    """Check every item of a list or table; the faults of all are refused together, each with its place."""
    taken: list[Kind] = []
    faults: list[Fault] = []
    for place, item in items:
        try:
            taken.append(check(item))
        except Refused as refused:
            faults += [fault._replace(place=(place, *fault.place)) for fault in refused.faults]
            if len(faults) > MOST_FAULTS:
                break
    refuse_all(faults)
    return taken


def shown(value: object) -> str:
    """Return a value as the file has it, short enough for one line."""
    text = printable(_written(value))
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


def printable(text: str) -> str:
    """Return text on one line, without the characters that cannot be seen or would colour a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def bare(key: str) -> str:
    """Return a key as the file has it: in quotes where it needs them."""
    return key if key.isascii() and key.replace("-", "_").isidentifier() and len(key) <= _SHOWN else shown(key)


def _written(value: object, *, inside: bool = False) -> str:
    if isinstance(value, str):
        return f'"{value[:_SHOWN]}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{_few((_written(item, inside=True) for item in value), inside=inside)}]"
    if isinstance(value, dict):
        items = (f"{bare(key)} = {_written(item, inside=True)}" for key, item in value.items())
        return f"{{ {_few(items, inside=inside)} }}".replace("{  }", "{ }")
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:  # typed by sixteens: Python prints no more digits
        return hex(value)
    return str(value).lower().replace("inity", "") if isinstance(value, Decimal) else str(value)


def _few(items: Iterable[str], *, inside: bool) -> str:
    """Join the first three items; ``inside`` of another list or table they are not looked at."""
    if inside:
        return "..."
    few = list(islice(items, _MOST + 1))
    return ", ".join([*few[:_MOST], "..."] if len(few) > _MOST else few)
