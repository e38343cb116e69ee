"""What publishers printed as the result of an offer, and what the offer makes of it.

A file of ``tests/published`` holds it for one bundled offer. Every figure comes from the offer through ``compare``, as
a user gets it, and is rounded as the publisher rounds: to the decimals that were printed, a half away from zero.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from payoffer.asked import Named, Pay, Question
from payoffer.compare import Read, compare
from payoffer.library import load, points_before
from payoffer.money import Direction, round_to
from payoffer.settle import Given

PUBLISHED = Path(__file__).parent / "published"
LISTS = ("published", "slip")
ILLUSTRATION = 40_000
NO_SCALE = "its own pay"

Item = Mapping[str, Any]


class Printed(NamedTuple):
    """One figure that was printed: the file of its offer, in which list it stands, and what it says."""

    offer: str
    list: str
    item: Item

    @property
    def label(self) -> str:
        """What tells it from the others."""
        return f"{self.offer}: {self.item['say']}"


def files() -> dict[str, dict[str, Any]]:
    """Return every file, by its name."""
    return {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        for path in sorted(PUBLISHED.glob("*.toml"))
    }


def printed() -> Iterator[Printed]:
    """Yield every figure that the offers can be held to."""
    for document in files().values():
        for name in LISTS:
            yield from (Printed(document["offer"], name, item) for item in document.get(name, ()))


def _named(name: str, item: Item) -> tuple[Named, str | None]:
    """Return the offer and the pay point meant: one of a scale, or one that starts from a pay of its own."""
    named = load(name)
    if "start" in item:
        point = item.get("point", NO_SCALE)
        return named._replace(offer=named.offer.model_copy(update={"points": {point: Decimal(item["start"])}})), point
    if "scale" in item:
        named = named._replace(offer=named.offer.model_copy(update={"scales": (item["scale"],), "points": {}}))
    return named, item.get("point")


def read(name: str, item: Item) -> Read:
    """Return the reading of an offer that a printed figure is about."""
    named, point = _named(name, item)
    pay = Pay(Fraction(item.get("salary", ILLUSTRATION)), points={} if point is None else {named.id: point})
    given = Given(
        {index: Decimal(rate) for index, rate in item.get("index", {}).items()}, item.get("conditional", False)
    )
    reads = compare((named,), Question(pay, given=given), points_before).offers[0].reads
    if "reading" not in item:
        assert len(reads) == 1 or item["figure"] != "one_off", f"say which reading: {item['say']}"
    return reads[-1] if item.get("reading") == "last" else reads[0]


def _days(found: Read, item: Item) -> tuple[Fraction, Fraction]:
    """Return pay before and after the rise meant: of the day ``on``, or of the whole offer."""
    last: date = item.get("on", date.max)
    whole = item.get("since") == "start" or "on" not in item
    return found.schedule.start_rate if whole else found.schedule.rate_on(last - timedelta(1)), found.schedule.rate_on(
        last
    )


def _compounded(found: Read, item: Item) -> Fraction:
    if "on" not in item:
        return found.figures.own.compounded_percent
    return 100 * (found.schedule.rate_on(item["on"]) / found.schedule.start_rate - 1)


def _rise(found: Read, item: Item) -> Fraction:
    before, after = _days(found, item)
    return after - before


def _percent(found: Read, item: Item) -> Fraction:
    before, after = _days(found, item)
    return 100 * (after / before - 1)


def _sum(found: Read, item: Item) -> Fraction:
    del item
    added = found.figures.own.headline_percent
    assert added is not None
    return added


def _one_off(found: Read, item: Item) -> Fraction:
    amounts = [payment.amount for payment in found.schedule.payments]
    return amounts[item["number"] - 1] if "number" in item else sum(amounts, Fraction(0))


FIGURES: Mapping[str, Callable[[Read, Item], Fraction]] = {
    "pay": lambda found, item: found.schedule.rate_on(item["on"]),
    "compounded": _compounded,
    "sum": _sum,
    "rise": _rise,
    "percent": _percent,
    "one_off": _one_off,
    "back_pay": lambda found, item: _rise(found, item) * item["months"] / 12,
}


def figure(name: str, item: Item) -> Decimal:
    """Return what the offer makes of a printed figure, as exactly as it was printed."""
    exact = FIGURES[item["figure"]](read(name, item), item)
    direction: Direction = item.get("rounding", "nearest")
    return round_to(exact, _unit(item), direction)


def pay_before(name: str, item: Item) -> Fraction:
    """Return full-time pay a year on the day before ``on``."""
    return read(name, item).schedule.rate_on(item["on"] - timedelta(1))


def _unit(item: Item) -> Decimal:
    if "to" in item:
        return Decimal(item["to"])
    exponent = Decimal(item["value"]).as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(min(exponent, 0))


def tally() -> Iterator[str]:
    """Yield in words how many offers, terms and printed figures there are, and how many of them are held to."""
    documents = list(files().values())

    def count(name: str) -> int:
        return sum(len(document.get(name, ())) for document in documents)

    terms = sum(document["terms"] for document in documents)
    held, slips, elsewhere, untested = (count(name) for name in (*LISTS, "elsewhere", "untested"))
    odd_slips = sum(each.get("slip", False) for document in documents for each in document.get("elsewhere", ()))
    slips, elsewhere = slips + odd_slips, elsewhere - odd_slips
    yield f"{len(documents)} offers; {terms - count('left_out')} of their {terms} terms are valued"
    yield (
        f"{held + elsewhere} of {held + elsewhere + slips} published figures that can be tested come out; "
        f"{slips} are slips of the publisher; {untested} more cannot be tested"
    )
