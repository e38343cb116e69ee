"""A term's figures as steps of an offer file."""

import json
from datetime import date
from decimal import Decimal

from payoffer.reading.found import FoundTerm
from payoffer.reading.timing import Timed
from payoffer.reading.when import index_month

WEEKS_A_YEAR = Decimal("52.143")
INDICES = {"RPI": "rpi", "CPI": "cpi", "CPIH": "cpih", "inflation": "cpi"}


def string(text: str) -> str:
    """Return ``text`` as a TOML string on one line."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return json.dumps(plain, ensure_ascii=False)


def day_line(key: str, time: Timed) -> str:
    """Return the line that says when an award counts."""
    return f"year       = {time.at}" if isinstance(time.at, int) else f"{key}  = {time.at}"


def uplift(term: FoundTerm, at: date | int, *, before: bool) -> list[str]:
    """Return the steps of a term that counts ``at`` a day or in a year: its figure, then its floor and its cap.

    ``before`` is for an addition to an award. An index of which the text tells no month has that of the rise.
    """
    if follows_index(term):
        steps = _index_steps(term, at)
    elif term.value.endswith("%"):
        of = ', of = "before"' if before else ""
        steps = [f"{{ percent = {_figure(term)}{of} }}"]
    else:
        steps = [f"{{ flat = {_figure(term)} }}"]
    if term.floor and not (follows_index(term) and term.floor.endswith("%")):
        kind = "minimum_rise_percent" if term.floor.endswith("%") else "minimum_rise"
        steps.append(f"{{ {kind} = {_number(term.floor)} }}")
    if term.cap and not term.cap.endswith("%"):
        steps.append(f"{{ maximum_rise = {_number(term.cap)} }}")
    return steps


def follows_index(term: FoundTerm) -> bool:
    """Say whether a term follows an index of prices."""
    return term.value.partition("+")[0] in INDICES


def _index_steps(term: FoundTerm, at: date | int) -> list[str]:
    """Return the step that follows an index, with its limits in per cent, and what is added in pounds."""
    index, _, plus = term.value.partition("+")
    month = index_month(term.quote) or (at if isinstance(at, date) else None)
    parts = [f'index = "{INDICES[index]}"', *([f"month = {month}"] if month else [])]
    told = (("plus", plus), ("floor", term.floor), ("cap", term.cap))
    parts += [f"{key} = {_number(figure)}" for key, figure in told if figure and figure.endswith("%")]
    pounds = [f"{{ flat = {_number(plus)} }}"] if plus and not plus.endswith("%") else []
    return [f"{{ {', '.join(parts)} }}", *pounds]


def _figure(term: FoundTerm) -> str:
    if "\u2013" in term.value:
        low, high = term.value.split("\u2013")
        return f"[{_number(low)}, {_number(high)}]"
    if term.at_most and not term.at_least:
        return f"[0, {_number(term.value)}]"
    return _number(term.value)


def _number(text: str) -> str:
    """Return a figure in the unit of its award: pence as pounds, a sum by the week as one by the year."""
    bare = text.removesuffix(" an hour").removesuffix(" a month")
    weekly = bare.endswith(" a week")
    bare = bare.removesuffix(" a week").strip("£€$% ").replace(",", "")
    number = Decimal(bare.removesuffix("p")) / (100 if bare.endswith("p") else 1)
    if weekly:
        number = (number * WEEKS_A_YEAR).quantize(Decimal("0.01"))
    return f"{number:f}"
