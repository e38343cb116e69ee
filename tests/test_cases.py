"""Every worked case of ``tests/cases``: what was worked by hand, or published, is what comes out."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from payoffer.asked import Named, Pay, Question
from payoffer.beside import beside
from payoffer.compare import Comparison, Valued, compare
from payoffer.errors import PayofferError
from payoffer.library import load, points_before
from payoffer.money import round_to
from payoffer.offer import Offer
from payoffer.price_files import held
from payoffer.prices import PriceIndex, Prices, SeriesPrices
from payoffer.settle import Follows, Given
from payoffer.verdict import level_rises

CASES = Path(__file__).parent / "cases"
NOT_FIGURES = {"offer", "window", "reading", "year", "rate_on", "error", "level_rise_percent"}


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def offers_of(case: dict[str, Any]) -> tuple[Named, ...]:
    given = case.get("given", {})
    found = [load(name) for name in (*given.get("bundled", ()), *given.get("typed", ()))]
    own = [
        Named(name, Offer.model_validate(document), f"{name}.toml", "local")
        for name, document in case.get("offer", {}).items()
    ]
    return (*beside(tuple(found)), *own)


def prices(given: dict[str, Any]) -> tuple[Prices, ...]:
    """Return what prices a case asks about: rates for each year, or a bundled series."""
    asked = given.get("inflation")
    if isinstance(asked, str):
        return (SeriesPrices(held(asked).series, given.get("prices", "before")),)
    return (PriceIndex("given", tuple(Decimal(rate) for rate in asked)),) if asked else ()


def asked(case: dict[str, Any]) -> Comparison:
    given = case.get("given", {})
    points = {name: Fraction(pay) for name, pay in case.get("points", {}).items()}
    pay = Pay(
        salary=Fraction(given.get("salary", 40000)),
        points=given.get("point", {}),
        fte=Fraction(given.get("fte", 1)),
        week=Fraction(given["week"]) if "week" in given else None,
    )
    question = Question(
        pay=pay,
        prices=prices(given),
        months=given.get("months"),
        align=given.get("align"),
        follows={
            name: Follows(None if rise == "proposed" else Decimal(rise)) for name, rise in given.get("next", {}).items()
        },
        given=Given(
            {name: Decimal(rate) for name, rate in given.get("index", {}).items()}, given.get("conditional", False)
        ),
    )
    return compare(offers_of(case), question, lambda named, day: points or points_before(named, day))


def rounded(value: Fraction, like: object) -> Decimal:
    written = Decimal(str(like))
    exponent = written.as_tuple().exponent
    assert isinstance(exponent, int)
    return round_to(value, Decimal(1).scaleb(min(exponent, 0)))


def checks(answer: Comparison, expect: dict[str, Any]) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Yield (what, figure, expected) for one ``[[expect]]``."""
    offer: Valued = next(offer for offer in answer.offers if offer.id == expect["offer"])
    chosen = offer.reads[expect.get("reading", 1) - 1]
    for day, rate in expect.get("rate_on", {}).items():
        yield day, rounded(chosen.schedule.rate_on(date.fromisoformat(day)), rate), Decimal(rate)
    if "level_rise_percent" in expect:
        other = next(one for one in answer.offers if one.id != offer.id)
        rises = level_rises(answer, offer, other)
        wanted = expect["level_rise_percent"]
        yield "level_rise_percent", rounded(rises[expect.get("reading", 1) - 1], wanted), Decimal(wanted)
    if "window" not in expect:
        return
    source: Any = getattr(chosen.figures, expect["window"])
    if "year" in expect:
        source = source.years[expect["year"] - 1]
    for figure in sorted(set(expect) - NOT_FIGURES):
        value = getattr(source, figure)
        assert value is not None, f"{figure} is not given"
        yield figure, rounded(value, expect[figure]), Decimal(str(expect[figure]))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read(path)
    refused = [expect for expect in case["expect"] if "error" in expect]
    if refused:
        assert len(refused) == len(case["expect"])
        with pytest.raises((PayofferError, ValueError)) as error:
            asked(case)
        for expect in refused:
            assert expect["error"].casefold() in str(error.value).casefold()
        return
    answer = asked(case)
    found = [check for expect in case["expect"] for check in checks(answer, expect)]
    assert found
    assert [(what, str(figure)) for what, figure, _ in found] == [
        (what, str(round_to(wanted, Decimal(1).scaleb(min(int(wanted.as_tuple().exponent), 0)))))
        for what, _, wanted in found
    ]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_case_is_written_out(path: Path) -> None:
    case = read(path)
    assert set(case) <= {"about", "source", "working", "given", "offer", "points", "expect"}
    assert case["source"].strip()
    assert re.search(r"\d", case["working"]) or any("error" in expect for expect in case["expect"])
