"""Every worked case of ``tests/cases/takehome``: what was published, or worked by hand, is what comes out."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from payoffer import inputs
from payoffer.errors import PayofferError
from payoffer.money import round_to
from payoffer.takehome import circumstances
from payoffer.takehome.circumstances import Circumstances
from payoffer.takehome.deductions import Earnings, earnings, insurance, next_hundred, take_home
from payoffer.takehome.files import tables
from payoffer.takehome.one_month import monthly_loan
from payoffer.takehome.rule_book import asked
from payoffer.takehome.rules import Rules, month_rules
from payoffer.takehome.tax_years import month_end
from payoffer.takehome.worked import terms
from tests.arithmetic import equation

CASES = sorted((Path(__file__).parents[1] / "cases" / "takehome").glob("*.toml"))
HAND_WORKED = "hand-worked"
Given = dict[str, Any]


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def who(given: Given) -> Circumstances:
    return Circumstances(
        circumstances.nation(given["nation"]),
        circumstances.loans(given.get("student_loan", [])),
        circumstances.pension(given.get("pension", "none")),
        circumstances.category(given["category"]) if "category" in given else None,
    )


def rules(given: Given) -> Rules:
    if "month" in given:
        year, month = map(int, given["month"].split("-"))
        return month_rules(tables(), month_end(year, month), who(given))
    return terms(tables(), who(given), asked(given["tax_year"], tables())).rules


def pay(given: Given) -> Earnings:
    last = Decimal(str(given["last_year"])) if "last_year" in given else None
    return earnings(Decimal(str(given["salary"])), inputs.share(given.get("fte", "1")), last)


def against(given: Given) -> Given:
    """Return what a difference is taken from: another nation, another year, or another salary."""
    other = given.get("against", "")
    if "against_salary" in given:
        return {**given, "salary": given["against_salary"]}
    return {**given, ("tax_year" if other[:1].isdigit() else "nation"): other}


def figures(given: Given) -> dict[str, Decimal | None]:
    earned, by = pay(given), rules(given)
    taken = take_home(earned, by)
    found: dict[str, Decimal | None] = {
        **taken._asdict(),
        "net": taken.net,
        "marginal_rate_percent": next_hundred(earned, by, taken).percent,
        "pension_rate_percent": taken.pension_rates[0] * 100,
        "monthly_loan": monthly_loan(earned.gross / 12, by),
        "monthly_national_insurance": insurance(by.insured[0].bands.month, earned.gross / 12),
    }
    if "against" in given or "against_salary" in given:
        other = against(given)
        less = take_home(pay(other), rules(other))
        found |= {"income_tax_more": taken.income_tax - less.income_tax, "net_more": taken.net - less.net}
    return found


def checks(given: Given, expect: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (what, figure, expected), rounded half up to the decimals that are written."""
    found = figures(given)
    for name, wanted in expect.items():
        figure = found[name]
        if wanted == "null":
            assert figure is None
            yield name, "null", wanted
            continue
        assert figure is not None
        written = Decimal(str(wanted))
        places = int(written.as_tuple().exponent)
        yield name, str(round_to(figure, Decimal(1).scaleb(min(places, 0)))), str(written)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read(path)
    if "error" in case["expect"]:
        with pytest.raises(PayofferError) as error:
            figures(case["given"])
        assert case["expect"]["error"] in str(error.value)
        return
    found = list(checks(case["given"], case["expect"]))
    assert found
    assert [(name, figure) for name, figure, _ in found] == [(name, wanted) for name, _, wanted in found]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_working_of_a_case_holds(path: Path) -> None:
    case = read(path)
    assert case["about"].strip()
    assert case["source"].strip()
    lines = [line for line in case["working"].strip().splitlines() if not line.startswith("note:")]
    sums = [equation(line) for line in lines]
    if "error" not in case["expect"]:
        assert sums
        for line, found in zip(lines, sums, strict=True):
            assert found, line
            assert found.holds(), line
    if case["source"] == HAND_WORKED and "error" not in case["expect"]:
        results = {round_to(Decimal(found.result.replace(",", ""))) for found in sums if found}
        assert any(value in results for value in case["expect"].values())


def test_there_are_cases_enough_and_half_of_them_are_published() -> None:
    published = [path for path in CASES if path.stem.startswith("published")]
    assert len(CASES) >= 40
    assert len(published) * 2 >= len(CASES)
    assert all(read(path)["source"] != HAND_WORKED for path in published)


def test_every_kind_is_worked() -> None:
    given = [read(path)["given"] for path in CASES]
    assert {each["nation"].casefold() for each in given} >= {"england", "wales", "scotland", "northern-ireland"}
    assert {plan for each in given for plan in each.get("student_loan", ())} >= set(circumstances.PLANS)
    assert {each.get("pension") for each in given} >= {"tps", "stps", "nhs-ew", "nhs-scotland", "lgps-ew", "alpha"}
    assert {each.get("tax_year") for each in given} >= {"2022-23", "2023-24"}
