"""Sums as they are written: brackets where they are needed, and digits enough to get just the printed result."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.report.sums import (
    IN_FULL,
    Joined,
    Known,
    Sum,
    fewest,
    line,
    money,
    number,
    points,
    printed,
    share,
    total,
    written,
)
from tests.arithmetic import calculate, equation, figure, round_like

ONE, TWO, THREE = number(1), number(2), number(3)
THIRD = Fraction(1, 3)


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (ONE + TWO + THREE, "1 + 2 + 3"),
        (ONE + (TWO - THREE), "1 + 2 - 3"),
        (ONE - (TWO - THREE), "1 - (2 - 3)"),
        ((ONE - TWO) * THREE, "(1 - 2) x 3"),
        (ONE - TWO * THREE, "1 - 2 x 3"),
        (ONE / (TWO * THREE), "1 / (2 x 3)"),
        (ONE * (TWO / THREE), "1 x 2 / 3"),
        (TWO * share(Fraction(7)), "2 x 7/12"),
        (TWO / share(Fraction(7)), "2 / (7/12)"),
        (TWO ** share(Fraction(4)), "2 ^ (4/12)"),
        (TWO ** share(Fraction(-4)), "2 ^ (-4/12)"),
        ((ONE + TWO) ** THREE, "(1 + 2) ^ 3"),
        (TWO**THREE * ONE, "2 ^ 3 x 1"),
        (money(Fraction(-5)) + number(-2), "-£5.00 - 2"),
        (ONE + (number(-2) + THREE), "1 - 2 + 3"),
        (ONE - number(-2), "1 - (-2)"),
        (ONE * number(-2), "1 x (-2)"),
        (points(Fraction(5)) + ONE, "5% + 1"),
        (share(Fraction(36, 5)), "36/60"),
        (share(Fraction(36, 5), Fraction(36, 5)), "180/180"),
    ],
)
def test_brackets_stand_where_they_are_needed(made: Sum, text: str) -> None:
    assert made.text(2) == text
    assert abs(calculate(text) - made.read(2)) < Fraction(1, 10**30)


@given(st.recursive(st.integers(-9, 9).map(number), lambda part: st.builds(Joined, st.sampled_from("+-x"), part, part)))
def test_what_is_written_is_what_was_meant(made: Sum) -> None:
    assert calculate(made.text(2)) == made.read(2)


def test_figures_are_written_as_on_paper() -> None:
    assert written(Fraction(42400), "pounds", 2) == "£42,400.00"
    assert written(Fraction(-1, 2), "pounds", 10) == "-£0.50"
    assert written(Fraction("964.6455"), "pounds", 10) == "£964.6455"
    assert written(THIRD, "number", 10) == "0.3333333333"
    assert written(Fraction(101, 1000), "percent", 6) == "10.1%"
    assert written(Fraction(-1, 10**9), "pounds", 2) == "£0.00"
    assert printed(points(Fraction("6.5")), 6) == "6.500000%"
    assert printed(number(Decimal("7.20")), 4) == "7.2"


def test_a_figure_alone_is_no_equation() -> None:
    assert line("pay", money(Fraction(10)), money(Fraction(10)), 2).text == "pay: £10.00"


def test_a_line_has_no_more_digits_than_it_needs() -> None:
    part = money(Fraction("0.333"))
    assert line("two", part + part, money(Fraction("0.666")), 2).text == "two: £0.333 + £0.333 = £0.67"
    assert line("one", part + ONE, money(Fraction("1.333")), 2).text == "one: £0.33 + 1 = £1.33"
    assert line("one", part + ONE, money(Fraction("1.333")), 2, least=4).text == "one: £0.333 + 1 = £1.33"


def test_where_no_digits_will_do_a_figure_is_written_as_the_sum_that_makes_it() -> None:
    """Three thirds and half a penny are £1.005; with thirds rounded to any digits they stay below it."""
    third = money(THIRD, money(Fraction(1)) / THREE)
    other = money(2 * THIRD)
    half = money(Fraction(1, 200))
    made = third + third + third + half
    assert fewest(made, money(Fraction("1.005")), 2) is None
    assert (
        line("all", made, money(Fraction("1.005")), 2).text == "all: £1.00 / 3 + £1.00 / 3 + £1.00 / 3 + £0.005 = £1.01"
    )
    assert other.text(IN_FULL) == "£2.00 / 3"
    assert (other * TWO).text(IN_FULL) == "£2.00 / 3 x 2"
    assert (other**TWO).text(IN_FULL) == "(£2.00 / 3) ^ 2"
    assert other.read(IN_FULL) == 2 * THIRD


def test_parts_add_up_or_are_nothing() -> None:
    assert total([], money(Fraction(0))).text(2) == "£0.00"
    assert total([ONE, TWO], ONE).text(2) == "1 + 2"


@given(st.fractions(-1000, 1000), st.fractions(-1000, 1000), st.sampled_from("+-x"), st.integers(2, 6))
def test_a_line_gives_just_what_is_printed(one: Fraction, other: Fraction, operator: str, places: int) -> None:
    made = Joined(operator, money(one), money(other))  # type: ignore[arg-type]
    value = {"+": one + other, "-": one - other, "x": one * other}[operator]
    found = line("it is", made, money(value), places)
    assert round_like(calculate(found.expression), found.result) == figure(found.result)
    read = equation(found.text)
    assert read is not None
    assert read.holds()


def test_a_known_figure_keeps_the_sum_that_makes_it() -> None:
    made = Known(Fraction(3), "number", ONE + TWO)
    assert (made.text(2), made.text(IN_FULL)) == ("3", "1 + 2")
    assert (made * TWO).text(IN_FULL) == "(1 + 2) x 2"
