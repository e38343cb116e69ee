"""Published real-terms results: what was printed, or worked by hand, is what comes out."""

import re
import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from payoffer.money import round_to
from payoffer.price_files import held
from payoffer.prices import PriceIndex, SeriesPrices
from payoffer.published_rates import PublishedRates
from payoffer.restore import Since, published_rates
from payoffer.series import Provenance, Series
from payoffer.settle import Given, index_percent
from payoffer.uplift import Term
from tests.arithmetic import calculate, round_like
from tests.asking import award, document

FOLDER = Path(__file__).parent / "real_terms"
CASES = [
    (f"{path.stem}: {case['about']}", case)
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["case"]
]
each = pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
LEAST, LEAST_OF_A_KIND = 40, 5
KINDS = ("ratio", "catch-up", "shortfall", "RPI", "CPI", "CPIH", "levels", "published rates", "index-linked")


def month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def prices(given: dict[str, Any]) -> PriceIndex:
    """Return prices from the first month on: a rate a year, published rates multiplied, or the ratio of two levels."""
    first, last = month(given["from"]), month(given["to"])
    asked = given.get("inflation")
    if isinstance(asked, int | Decimal):
        return PriceIndex("given", (Decimal(asked),))
    if asked is None:
        levels = {month(text): Decimal(level) for text, level in given["levels"].items()}
        series = Series("given", levels, Provenance("given", "given"))
    else:
        series = held(asked).series
    if given.get("rates"):
        return PriceIndex("given", tuple(rate.percent for rate in published_rates(series, first, last)))
    months = (last.year - first.year) * 12 + last.month - first.month
    return SeriesPrices(series, "during").on(first, Fraction(months))


def since(given: dict[str, Any]) -> Since:
    then, now = Fraction(given["then"]), Fraction(given["now"])
    return Since(then, now, month(given["from"]), month(given["to"]), prices(given))


def followed(given: dict[str, Any]) -> Decimal:
    """Return the rise of a term that follows an index, from the series that come with the package."""
    more = {key: Decimal(given[key]) for key in ("plus", "floor", "cap") if key in given}
    term = Term.model_validate({"index": given["index"], "month": month(given["month"]), **more})
    published = PublishedRates(lambda name: held(name).series)
    percent, _ = index_percent(document(award("2030-01-01", {"percent": 1})), term, Given({}, published=published))
    return percent


def rounded(value: Fraction | Decimal, like: str) -> Decimal:
    exponent = Decimal(like).as_tuple().exponent
    assert isinstance(exponent, int)
    return round_to(Fraction(value), Decimal(1).scaleb(exponent))


@each
def test_what_was_stated_comes_out(case: dict[str, Any]) -> None:
    given, expect = case["given"], dict(case["expect"])
    if "index" in given:
        assert followed(given) == Decimal(expect.pop("percent"))
        assert not expect
        return
    published = expect.pop("published", None)
    if published:
        rate = held(given["inflation"]).series.rate(month(given["to"]))
        assert rate
        assert (rate.percent, rate.how) == (Decimal(published), "published")
    found = since(given)
    assert expect
    assert {name: str(rounded(getattr(found, name), wanted)) for name, wanted in expect.items()} == expect


@each
def test_it_is_worked_out(case: dict[str, Any]) -> None:
    assert case["source"]
    assert ("publisher" in case["kinds"]) == ("url" in case and "stated" in case)
    lines = [line for line in case["working"].splitlines() if " = " in line]
    for line in lines:
        sum_, result = line.rpartition(": ")[2].rsplit(" = ", 1)
        assert round_like(calculate(re.sub(r"(?<!\S)-(?=\d)", "0 - ", sum_)), result) == Decimal(
            result.replace(",", "").removesuffix("%")
        ), line
    assert lines or case["given"].keys() & {"floor", "cap", "index"}


def test_there_are_enough_of_every_kind_and_half_are_published() -> None:
    kinds = Counter(kind for _, case in CASES for kind in case["kinds"])
    assert len(CASES) >= LEAST
    assert kinds["publisher"] * 2 >= len(CASES)
    assert all(kinds[kind] >= LEAST_OF_A_KIND for kind in KINDS), kinds
    assert kinds["floor"] >= 1
    assert kinds["cap"] >= 1


def test_in_year_values_are_worked_too() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER.parent / "cases").glob("*.toml")))
    assert len(re.findall(r"^in_year_percent", text, re.MULTILINE)) >= LEAST_OF_A_KIND
