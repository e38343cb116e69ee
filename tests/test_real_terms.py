"""Published real-terms results: what was printed, or worked by hand, is what the commands give.

Each case runs ``restore``, or ``compare`` where it is about an award. What kind of result it is follows from what it
asks and expects, so that none can be claimed.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from payoffer.money import round_to
from payoffer.periods import add_months, months_between
from tests.arithmetic import calculate, figure, round_like
from tests.conftest import Run

FOLDER = Path(__file__).parent / "real_terms"
CASES = [
    (f"{path.stem}: {case['about']}", case)
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["case"]
]
each = pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
LIMITS = re.compile(r", (?:floor|cap) = [\d.]+|, \{ minimum_rise = \d+ \}")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
FIGURES = {"real_change_percent": "ratio", "catch_up_percent": "catch-up", "shortfall_rate": "shortfall"}
HUNDREDS = 1000
"""A sum above it may be stated to the hundred."""
LEAST, LEAST_OF_A_KIND = 40, 5
KINDS = (
    *FIGURES.values(),
    "RPI",
    "CPI",
    "CPIH",
    "levels",
    "published rates",
    "in-year",
    "index-linked",
    "floor",
    "cap",
)


def restored(run: Run, given: dict[str, Any]) -> dict[str, Any]:
    """Return what ``restore`` gives as data."""
    inflation = levels_file(given["levels"]) if "levels" in given else given["inflation"]
    if not isinstance(inflation, str):
        several = inflation if isinstance(inflation, list) else [inflation]
        inflation = ",".join(f"{rate}%" for rate in several)
    words = [str(given["then"]), str(given["now"]), "--from", given["from"], "--to", given["to"]]
    rates = ["--rates"] if given.get("rates") else []
    return answered(run, "restore", *words, "-i", inflation, *rates)


def levels_file(levels: dict[str, Decimal]) -> str:
    """Write the publisher's two levels as a file without gaps: the months between hold the first one."""
    (first, before), (last, after) = ((date.fromisoformat(f"{text}-01"), level) for text, level in levels.items())
    months = [add_months(first, more) for more in range(months_between(first, last))]
    rows = ["month,index", *(f"{month:%Y-%m},{before}" for month in months), f"{last:%Y-%m},{after}"]
    Path("levels.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return "levels.csv"


def awarded(run: Run, case: dict[str, Any], offer: str) -> dict[str, Any]:
    """Return what ``compare`` gives for an offer over its own months, with the figures of the first pay year."""
    Path("offer.toml").write_text(offer, encoding="utf-8")
    pay = ["--point", case["point"]] if "point" in case else ["--salary", str(case["salary"])]
    answer = answered(run, "compare", "offer.toml", *pay)
    own = answer["offers"][0]["readings"][0]["own"]
    return {**own["years"][0], **own}


def answered(run: Run, *argv: str) -> dict[str, Any]:
    answer = run(*argv, "-f", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out, parse_float=Decimal)
    return found


def rounded(value: Decimal | int, like: str) -> str:
    exponent = Decimal(like).as_tuple().exponent
    assert isinstance(exponent, int)
    return str(round_to(Fraction(value), Decimal(1).scaleb(exponent)))


@cache
def results(working: str) -> dict[str, str]:
    """Return the result of each sum of a working, by the sum as it stands."""
    lines = [line.rpartition(": ")[2] for line in working.splitlines() if " = " in line]
    return {sum_: result.replace(",", "") for sum_, result in (line.rsplit(" = ", 1) for line in lines)}


@each
def test_what_was_stated_comes_out(run: Run, case: dict[str, Any]) -> None:
    """Pay and prices both move in every case: a change of one alone proves little."""
    found = awarded(run, case, case["offer"]) if "offer" in case else restored(run, case["given"])
    assert "offer" in case or found["pay_change_percent"] * found["prices_change_percent"]
    assert {name: rounded(found[name], wanted) for name, wanted in case["expect"].items()} == case["expect"]


@each
def test_it_is_worked_out(case: dict[str, Any]) -> None:
    """Every sum of the working is right, and every figure expected is the result of one, to its places."""
    sums = results(case["working"])
    for sum_, result in sums.items():
        assert round_like(calculate(sum_), result) == figure(result), sum_
    assert case["expect"]
    for name, wanted in case["expect"].items():
        assert any(rounded(figure(result), wanted) == wanted for result in sums.values()), name


@each
def test_a_publisher_is_quoted(case: dict[str, Any]) -> None:
    """What is expected stands in the publisher's words, perhaps to the hundred pounds; or what slipped is told."""
    assert ("url" in case) == ("stated" in case) == (case["source"] != "hand-worked")
    if "stated" in case:
        stated = {Decimal(text.replace(",", "")) for text in NUMBER.findall(case["stated"])}
        wanted = {abs(Decimal(text)) for text in case["expect"].values()}
        wanted |= {round_to(Fraction(amount), Decimal(100)) for amount in wanted if amount > HUNDREDS}
        assert stated & wanted or "slip" in case


def kinds(run: Run, case: dict[str, Any]) -> Iterator[str]:
    """Yield what a case is about, from what it asks, expects and comes to."""
    if "url" in case:
        yield "publisher"
    yield from (kind for name, kind in FIGURES.items() if name in case["expect"])
    if "in_year_percent" in case["expect"]:
        yield "in-year"
    if "offer" in case:
        yield from kinds_of_award(run, case)
        return
    given, prices = case["given"], restored(run, case["given"])["inflation"]
    if isinstance(given.get("inflation"), str) or "levels" in given:
        yield "published rates" if prices["published"] else "levels"
    yield prices["name"]


def kinds_of_award(run: Run, case: dict[str, Any]) -> Iterator[str]:
    """Yield the index that an award follows, and the limit without which the rise would be another."""
    terms = [term for award in tomllib.loads(case["offer"])["award"] for term in award["uplift"]]
    for term in terms:
        if "index" in term:
            yield "index-linked"
            yield "published rates"
            yield term["index"].upper()
    without = LIMITS.sub("", case["offer"])
    if without != case["offer"]:
        limited, free = (awarded(run, case, offer)["rate_at_end"] for offer in (case["offer"], without))
        if limited != free:
            yield "floor" if limited > free else "cap"


def test_there_are_enough_of_every_kind_and_half_are_published(run: Run) -> None:
    found = Counter(kind for _, case in CASES for kind in set(kinds(run, case)))
    assert len(CASES) >= LEAST
    assert found["publisher"] * 2 >= len(CASES)
    assert {kind: found[kind] for kind in KINDS if found[kind] < LEAST_OF_A_KIND} == {}


def test_no_case_is_there_twice() -> None:
    asked = sorted(str((case.get("given"), case.get("offer"))) for _, case in CASES)
    assert [one for one, other in pairwise(asked) if one == other] == []
