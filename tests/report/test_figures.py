"""The figures of an answer by name: rounded as they are printed."""

from decimal import Decimal
from fractions import Fraction

import pytest

from payoffer.pay_year import YearFigures
from payoffer.report.figures import FIGURES, MONEY, MONTHS, PERCENT, YEAR_FIGURES, Figure, rounded, values
from payoffer.valuation import Valuation
from tests.asking import ask

CONTRACT = """
months, rate_before, rate_at_end, headline_percent, compounded_percent, per_year_percent, break_even_percent,
monthly_rise, extra_cash, one_off_cash, new_cash, extra_cash_needed, shortfall, shortfall_without_one_off,
real_pay_change, real_extra_cash, real_change_percent, points_behind, catch_up_percent, cash_break_even_percent,
one_off_as_rise_percent, arrears, late_payment_loss"""
CONTRACT_YEARS = """
months, inflation_percent, rate_at_end, average_rate, in_year_percent, carry_over_percent, one_off_cash, extra_cash,
real_change_percent, real_change_in_year_percent, shortfall_rate, shortfall"""


def test_the_figures_are_those_that_were_promised_in_that_order() -> None:
    assert [figure.name for figure in FIGURES] == " ".join(CONTRACT.split()).split(", ")
    assert [figure.name for figure in YEAR_FIGURES] == " ".join(CONTRACT_YEARS.split()).split(", ")


@pytest.mark.parametrize(("figures", "source"), [(FIGURES, Valuation), (YEAR_FIGURES, YearFigures)])
def test_every_figure_is_one_of_the_engine(figures: tuple[Figure, ...], source: type) -> None:
    known = {*dir(source), "months"}
    assert [figure.name for figure in figures if figure.name not in known] == []


def test_a_percentage_is_called_one() -> None:
    for figure in (*FIGURES, *YEAR_FIGURES):
        if figure.name == "points_behind":
            continue
        assert figure.name.endswith("_percent") == (figure.unit == PERCENT), figure.name


@pytest.mark.parametrize(
    ("unit", "value", "expected"),
    [
        (MONEY, Fraction("4587.075"), "4587.08"),
        (MONEY, Fraction("-4587.075"), "-4587.08"),
        (PERCENT, Fraction("3.2697545"), "3.269755"),
        (MONTHS, Fraction(33, 2), "16.5000"),
        (MONTHS, Fraction(1, 3), "0.3333"),
        (MONEY, None, None),
    ],
)
def test_each_is_rounded_once_half_up(unit: str, value: Fraction | None, expected: str | None) -> None:
    found = rounded(Figure("a", unit, "b"), value)
    assert found is None if expected is None else str(found) == expected


def test_the_figures_of_a_valuation_by_name() -> None:
    """Scotland, February 2023: £40,000 at 6% and 5.5%."""
    window = ask("scotland", inflation=[10.1]).offers[0].reads[0].figures.window
    found = values(FIGURES, window)
    assert list(found) == [figure.name for figure in FIGURES]
    assert found["extra_cash"] == Decimal("7132.00")
    assert found["real_change_percent"] == Decimal("-7.746323")
    assert found["one_off_as_rise_percent"] is None
    year = values(YEAR_FIGURES, window.years[1])
    assert (year["shortfall"], year["in_year_percent"]) == (Decimal("3756.04"), Decimal("5.500000"))
