"""What people type for nation, tax year, pension, loan and letter, and what is refused with the remedy."""

from datetime import date
from decimal import Decimal

import pytest

from payoffer.errors import UsageProblem
from payoffer.takehome import circumstances, tax_years
from payoffer.takehome.circumstances import Pension
from payoffer.takehome.files import tables
from payoffer.takehome.rule_book import asked
from payoffer.takehome.tax_years import TaxYear


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("England", "England"),
        ("SCOTLAND", "Scotland"),
        (" wales ", "Wales"),
        ("northern-ireland", "Northern Ireland"),
        ("northern ireland", "Northern Ireland"),
        ("Northern_Ireland", "Northern Ireland"),
        ("ni", "Northern Ireland"),
        ("N Ireland", "Northern Ireland"),
    ],
)
def test_a_nation_in_any_case(text: str, nation: str) -> None:
    assert circumstances.nation(text) == nation


@pytest.mark.parametrize("text", ["UK", "Britain", "United Kingdom", "scot"])
def test_what_is_no_nation_names_those_that_are(text: str) -> None:
    with pytest.raises(
        UsageProblem, match=r"--nation: .* is not known: write England, Wales, Northern Ireland or Scot"
    ):
        circumstances.nation(text)


@pytest.mark.parametrize(
    ("texts", "plans"),
    [
        ([], ()),
        (["none"], ()),
        (["4"], ("4",)),
        (["Plan 2", "plan1"], ("1", "2")),
        (["postgraduate, 5"], ("5", "postgraduate")),
        (["2 pg"], ("2", "postgraduate")),
        (["2+postgrad"], ("2", "postgraduate")),
        (["1", "1"], ("1",)),
    ],
)
def test_loans_are_read_together(texts: list[str], plans: tuple[str, ...]) -> None:
    assert circumstances.loans(texts) == plans


@pytest.mark.parametrize("text", ["3", "plan x", "2;9"])
def test_what_is_no_plan_names_those_that_are(text: str) -> None:
    with pytest.raises(UsageProblem, match="is not a plan: write 1, 2, 4, 5 or postgraduate"):
        circumstances.loans([text])


@pytest.mark.parametrize(
    ("text", "pension"),
    [
        ("tps", Pension("tps")),
        ("NHS-EW", Pension("nhs-ew")),
        ("nhs_scotland", Pension("nhs-scotland")),
        ("lgps ew", Pension("lgps-ew")),
        ("Civil Service", Pension("alpha")),
        ("none", Pension()),
        ("9.6%", Pension(rate=Decimal("0.096"))),
        ("9.6", Pension(rate=Decimal("0.096"))),
        ("0%", Pension()),
        ("50", Pension(rate=Decimal("0.5"))),
    ],
)
def test_a_pension_by_scheme_or_rate(text: str, pension: Pension) -> None:
    assert circumstances.pension(text) == pension


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nhs", "could be nhs-ew or nhs-scotland: write one of them"),
        ("lgps", "could be lgps-ew or lgps-scotland"),
        ("tsp", "is not known: did you mean tps? write tps, stps"),
        ("usual", "is not known: write tps, stps, nhs-ew, nhs-scotland, lgps-ew, lgps-scotland, alpha, none, or"),
        ("-", "is not known"),
        ("51%", "is not a contribution from 0% to 50%: write it as 9.6%"),
        ("-1", "is not a contribution from 0% to 50%"),
        ("0.1", "would be 0.1%, not 10%"),
    ],
)
def test_what_is_no_pension_is_refused(text: str, said: str) -> None:
    with pytest.raises(UsageProblem) as error:
        circumstances.pension(text)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("pension", "typed"), [(Pension(), "none"), (Pension("tps"), "tps"), (Pension(rate=Decimal("0.0888")), "8.88%")]
)
def test_a_pension_is_written_as_it_would_be_typed(pension: Pension, typed: str) -> None:
    assert pension.typed == typed
    assert circumstances.pension(typed) == pension


def test_a_category_letter() -> None:
    assert [circumstances.category(letter) for letter in ("a", "D")] == ["A", "D"]
    with pytest.raises(UsageProblem, match="write A, or D"):
        circumstances.category("B")


@pytest.mark.parametrize("text", ["2023-24", "2023/24", "2023-2024", "2023/2024", " 2023 - 24 ", "2023\u201324"])
def test_a_tax_year(text: str) -> None:
    assert tax_years.read(text) == TaxYear(2023)


@pytest.mark.parametrize("text", ["1999-00", "2009-10"])
def test_a_tax_year_at_the_turn_of_a_decade(text: str) -> None:
    assert tax_years.read(text).label == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023", "could be 2022-23 or 2023-24: write 2022-23 or 2023-24"),
        ("2023-25", "is not a tax year: write it as 2023-24"),
        ("23-24", "is not a tax year"),
        ("next", "is not a tax year"),
    ],
)
def test_what_is_no_tax_year(text: str, said: str) -> None:
    with pytest.raises(UsageProblem) as error:
        tax_years.read(text)
    assert said in str(error.value)


def test_a_tax_year_runs_from_april_to_april_and_is_paid_in_twelve_months() -> None:
    year = TaxYear(2023)
    assert (year.first, year.last) == (date(2023, 4, 6), date(2024, 4, 5))
    days = list(year.pay_days())
    assert (days[0], days[8], days[9], days[-1]) == (
        date(2023, 4, 30),
        date(2023, 12, 31),
        date(2024, 1, 31),
        date(2024, 3, 31),
    )
    assert len(days) == 12
    assert {tax_years.of_day(day) for day in (*days, year.first, year.last)} == {year}
    assert tax_years.of_day(date(2024, 4, 6)) == TaxYear(2024)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2023-24", "2023-24"),
        ("2027-28 at 2026-27 rates", "2027-28 at 2026-27 rates"),
        ("2030/31 AT 2026/27", "2030-31 at 2026-27 rates"),
        ("at 2026-27 rates", "at 2026-27 rates"),
    ],
)
def test_a_later_year_is_asked_for_at_the_last_rates(text: str, label: str) -> None:
    assert asked(text, tables()).label == label


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2027-28 at 2025-26 rates", "only those of 2026-27 can stand for later ones: write at 2026-27 rates"),
        ("2024-25 at 2026-27 rates", "2024-25 has its own: write 2024-25"),
        ("at 2019-20 rates", "only those of 2026-27 can stand for later ones: write at 2026-27 rates"),
        ("at next rates", "is not a tax year"),
    ],
)
def test_rates_of_another_year_stand_for_no_known_one(text: str, said: str) -> None:
    with pytest.raises(UsageProblem) as error:
        asked(text, tables())
    assert said in str(error.value)
