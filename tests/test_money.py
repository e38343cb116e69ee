"""Rounding is once, half up and away from zero; what is printed has one form."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.money import Direction, decimals, pence, percent, plain, pounds, round_to


@pytest.mark.parametrize(
    ("value", "unit", "direction", "expected"),
    [
        ("42.5", "1", "nearest", "43"),
        ("42.49", "1", "nearest", "42"),
        ("-42.5", "1", "nearest", "-43"),  # a half goes away from zero
        ("-42.49", "1", "nearest", "-42"),
        ("0.005", "0.01", "nearest", "0.01"),
        ("0.00499", "0.01", "nearest", "0.00"),
        ("44876.16", "3", "nearest", "44877"),  # 14,958.72 threes
        ("1.5", "3", "nearest", "3"),
        ("-1.5", "3", "nearest", "-3"),
        ("38809.05", "1", "up", "38810"),
        ("38810", "1", "up", "38810"),
        ("-42.5", "1", "up", "-42"),  # towards more pay
        ("42.99", "1", "down", "42"),
        ("-42.01", "1", "down", "-43"),  # towards less pay
        ("149", "100", "nearest", "100"),
        ("150", "100", "nearest", "200"),
    ],
)
def test_a_multiple_of_the_unit(value: str, unit: str, direction: Direction, expected: str) -> None:
    assert str(round_to(Decimal(value), Decimal(unit), direction)) == expected


def test_the_penny_and_the_nearest_are_meant_where_nothing_is_said() -> None:
    assert str(round_to(Fraction(1, 3))) == "0.33"


UNITS = st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(3), Decimal(100)])


@given(st.fractions(-(10**7), 10**7), UNITS)
def test_nearest_is_at_most_half_a_unit_away_and_up_and_down_enclose(value: Fraction, unit: Decimal) -> None:
    near, up, down = (Fraction(round_to(value, unit, way)) for way in ("nearest", "up", "down"))
    assert abs(near - value) <= Fraction(unit) / 2
    assert down <= value <= up
    assert up - down in {0, Fraction(unit)}
    assert near in {up, down}
    assert all((found / Fraction(unit)).denominator == 1 for found in (near, up, down))


@given(st.fractions(-(10**7), 10**7), UNITS)
def test_below_zero_mirrors_above(value: Fraction, unit: Decimal) -> None:
    assert round_to(-value, unit) == -round_to(value, unit)
    assert round_to(-value, unit, "up") == -round_to(value, unit, "down")


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction("2.345"), 2, "2.35"),
        (Fraction("-2.345"), 2, "-2.35"),
        (Fraction("-0.004"), 2, "0.00"),  # never a negative zero
        (Fraction(10), 0, "10"),  # never 1E+1
        (Fraction(20_000_000), 0, "20000000"),
        (Fraction(0), 6, "0.000000"),
        (Fraction(1, 3), 6, "0.333333"),
        (Fraction(24), 4, "24.0000"),
    ],
)
def test_decimals(value: Fraction, places: int, expected: str) -> None:
    assert str(decimals(value, places)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("42400", "£42,400"),
        ("1234567.5", "£1,234,568"),
        ("999.5", "£1,000"),
        ("999.49", "£999"),
        ("-762.94", "-£763"),
        ("-0.4", "£0"),
        ("-0.5", "-£1"),
        ("0", "£0"),
    ],
)
def test_whole_pounds(value: str, expected: str) -> None:
    assert pounds(Fraction(value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("42400", "£42,400.00"), ("-27.5", "-£27.50"), ("0.005", "£0.01"), ("-0.004", "£0.00"), ("1234.567", "£1,234.57")],
)
def test_pounds_and_pence(value: str, expected: str) -> None:
    assert pence(Fraction(value)) == expected


def test_percentages_are_printed_to_one_place_unless_told_otherwise() -> None:
    assert percent(Fraction("6.5")) == "6.5%"
    assert percent(Fraction("5.7497")) == "5.7%"
    assert percent(Fraction("0.05")) == "0.1%"
    assert percent(Fraction("-3.269755")) == "-3.3%"
    assert percent(Fraction("-0.04")) == "0.0%"
    assert percent(Fraction("3.269755"), 2) == "3.27%"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("10.10"), "10.1"),
        (Decimal("5.00"), "5"),
        (5, "5"),
        (Decimal("1E+1"), "10"),
        (100, "100"),  # only zeros after the point are left out
        (1000, "1,000"),
        (Decimal("1234.50"), "1,234.5"),
        (Fraction(33, 2), "16.5"),
        (Fraction(0), "0"),
        (Decimal("-0.250"), "-0.25"),
    ],
)
def test_a_typed_figure_keeps_what_was_typed(value: Decimal | Fraction | int, expected: str) -> None:
    assert plain(value) == expected


def test_a_third_has_no_plain_form() -> None:
    with pytest.raises(ValueError, match="1/3 has no finite decimal"):
        plain(Fraction(1, 3))
