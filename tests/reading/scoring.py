"""Score drafts of offers against labelled texts.

A label says each term on one line, ``"6% floor £1,800 cap £4,000"`` or ``"3%..5%"`` for a range, under ``rises`` and
``one_offs``; ``free`` are neither wanted nor held against the reader (allowances, offers that were replaced).
"""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from payoffer.reading.found import Found, FoundTerm
from payoffer.reading.reader import read

TEXTS = Path(__file__).parent / "texts"


class Label(NamedTuple):
    """One labelled text: its style is the name of its file."""

    id: str
    style: str
    text: str
    wanted: tuple[tuple[str, str, str, str], ...]
    free: tuple[str, ...]
    document: dict[str, Any]


class Score(NamedTuple):
    """What a reader came to on some texts."""

    right: int
    false: int
    missed: int
    limits_wanted: int
    limits_right: int
    negatives: int
    alarms: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed or 1)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)

    def __str__(self) -> str:
        return (
            f"right {self.right}, false {self.false}, missed {self.missed}: precision {self.precision:.3f}, recall "
            f"{self.recall:.3f}, F1 {self.f1:.3f}; limits {self.limits_right}/{self.limits_wanted}; false alarms in "
            f"{self.alarms} of {self.negatives} texts without an offer"
        )


def labels(name: str) -> list[Label]:
    """Return the labelled texts of a file or a folder of ``texts``."""
    path = TEXTS / name
    found = []
    for file in sorted(path.glob("*.toml")) if path.is_dir() else [path]:
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["text"]:
            wanted = [(kind, *_parts(line)) for kind, key in _KINDS for line in entry.get(key, [])]
            style = entry.get("style", file.stem)
            found.append(Label(entry["id"], style, entry["text"], tuple(wanted), tuple(entry.get("free", [])), entry))
    return found


_KINDS = (("consolidated", "rises"), ("lump_sum", "one_offs"))
_LINE = re.compile(r"(?P<value>.+?)(?: floor (?P<floor>\S+(?: an? \w+)?))?(?: cap (?P<cap>\S+(?: an? \w+)?))?")


def _parts(line: str) -> tuple[str, str, str]:
    match = _LINE.fullmatch(line)
    assert match is not None
    return match["value"].replace("..", "\u2013"), match["floor"] or "", match["cap"] or ""


def drafted(found: Found) -> list[FoundTerm]:
    """Return the terms that count: those of offers that stand, not yet in payment."""
    return [term for offer in found.offers if offer.current for term in offer.terms if not term.in_payment]


def missed_and_false(label: Label, found: Found) -> tuple[list[tuple[str, str, str, str]], list[FoundTerm], int]:
    """Return the terms wanted and not drafted, those drafted and not wanted, and how many limits are right."""
    left, free, false, limits = list(label.wanted), list(map(_plain, label.free)), [], 0
    for term in drafted(found):
        value = _plain(term.value)
        match = next((want for want in left if want[0] == term.kind and _plain(want[1]) == value), None)
        if match:
            left.remove(match)
            limits += (term.floor or "") == match[2] and (term.cap or "") == match[3] and bool(match[2] or match[3])
        elif value in free:
            free.remove(value)
        else:
            false.append(term)
    return left, false, limits


def _plain(value: str) -> str:
    value = _parts(value)[0].replace(",", "").replace("..", "\u2013")
    return re.sub(r"\.?0+(?=%|$|\s|\u2013)", "", value) if "." in value else value


def score(texts: list[Label]) -> Score:
    """Return the score of the reader on labelled texts."""
    total: Counter[str] = Counter()
    for label in texts:
        found = read(label.text).found
        missed, false, limits = missed_and_false(label, found)
        total["right"] += len(label.wanted) - len(missed)
        total["false"] += len(false)
        total["missed"] += len(missed)
        total["limits_wanted"] += sum(bool(want[2] or want[3]) for want in label.wanted)
        total["limits_right"] += limits
        negative = not label.wanted
        total["negatives"] += negative
        total["alarms"] += negative and bool(false)
    return Score(**{name: total[name] for name in Score._fields})
