"""The rules of a month: its own, or those of the year that was asked for; and what is not known."""

from datetime import date
from decimal import Decimal

import pytest

from payoffer.errors import NoRates, UsageProblem
from payoffer.takehome.circumstances import Circumstances, Pension
from payoffer.takehome.files import tables
from payoffer.takehome.rule_book import RuleBook, asked
from payoffer.takehome.rules import month_rules, year_rules
from payoffer.takehome.tax_years import TaxYear
from payoffer.takehome.worked import terms

ENGLAND = Circumstances()


def main_rate(book: RuleBook, day: date) -> Decimal:
    return book.on(day).insured[0].bands.year[0].rate


def test_each_month_has_its_own_rules() -> None:
    book = RuleBook(tables(), ENGLAND)
    days = [date(2022, 6, 30), date(2022, 7, 31), date(2022, 10, 31), date(2022, 11, 30), date(2024, 1, 31)]
    rates = [main_rate(book, day) for day in days]
    assert rates == [Decimal(text) for text in ("0.1325", "0.1325", "0.1325", "0.12", "0.1")]
    assert [rules.year.label for rules in book.every()] == ["2022-23"] * 4 + ["2023-24"]


def test_a_year_asked_for_has_the_same_month_of_that_year() -> None:
    book = RuleBook(tables(), ENGLAND, asked=asked("2023-24", tables()))
    assert main_rate(book, date(2025, 12, 31)) == Decimal("0.12")
    assert main_rate(book, date(2026, 1, 31)) == Decimal("0.1")
    assert main_rate(book, date(2030, 3, 31)) == Decimal("0.1")


def test_the_last_rates_stand_for_later_months_alone() -> None:
    book = RuleBook(tables(), ENGLAND, asked=asked("at 2026-27 rates", tables()))
    assert book.on(date(2024, 5, 31)).year == TaxYear(2024)
    assert book.on(date(2029, 5, 31)).year == TaxYear(2026)


def test_a_month_past_the_last_is_refused() -> None:
    with pytest.raises(NoRates, match=r'not for 2027-28: .* --tax-year "2027-28 at 2026-27 rates"'):
        RuleBook(tables(), ENGLAND).on(date(2027, 4, 30))


def test_a_month_without_a_pension_table_names_the_offer_in_the_remedy() -> None:
    scottish = Circumstances("Scotland", pension=Pension("stps"))
    with pytest.raises(NoRates) as error:
        RuleBook(tables(), scottish, "scotland=").on(date(2022, 9, 30))
    assert "pension table for September 2022" in str(error.value)
    assert str(error.value).endswith("give the rate on your payslip: --pension scotland=9.7%")


def test_rates_without_a_year_to_stand_for_are_refused_for_a_salary() -> None:
    with pytest.raises(UsageProblem, match='such as "2027-28 at 2026-27 rates"'):
        terms(tables(), ENGLAND, asked("at 2026-27 rates", tables()))


def test_what_a_year_rests_on_is_named() -> None:
    rules = year_rules(
        tables(), TaxYear(2022), Circumstances("Scotland", ("4", "postgraduate"), Pension("nhs-scotland"))
    )
    assert [(used.what, used.when) for used in rules.used] == [
        ("income tax of Scotland", "2022-23"),
        ("personal allowance", "2022-23"),
        ("National Insurance", "2022-23"),
        ("student loan, Plan 4", "2022-23"),
        ("student loan, postgraduate", "2022-23"),
        ("NHS Pension Scheme (Scotland)", "April 2022 to March 2023"),
    ]
    assert all(used.provenance.sources for used in rules.used)


def test_what_is_not_yet_deducted_is_said() -> None:
    rules = month_rules(tables(), date(2026, 3, 31), Circumstances(loans=("5",)))
    assert rules.loans == ()
    assert rules.notes == ("No student loan is taken off for Plan 5 before 6 April 2026.",)
    early = month_rules(tables(), date(2020, 3, 31), Circumstances(loans=("4",)))
    assert early.notes == ("Plan 4: before 6 April 2021 Scottish loans were repaid above the Plan 1 threshold.",)


def test_a_scheme_means_category_d_to_april_2016_unless_a_letter_is_given() -> None:
    for category, bands in ((None, 4), ("A", 2), ("D", 4)):
        who = Circumstances(pension=Pension("tps"), category=category)
        assert len(month_rules(tables(), date(2016, 3, 31), who).insured[0].bands.year) == bands
    later = month_rules(tables(), date(2016, 4, 30), Circumstances(pension=Pension("tps")))
    assert len(later.insured[0].bands.year) == 2
