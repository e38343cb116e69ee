"""Whose order an offer turns: points of a scale, and salaries at the edges of bands."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from payoffer.notches import at_edges, on_scale
from tests.asking import award, flat, percent
from tests.scaling import on_points, scaled

APRIL_25, APRIL_26 = "2025-04-01", "2026-04-01"


def turned(*parts: Any, points: dict[str, int], **keys: Any) -> Any:  # noqa: ANN401
    answer = scaled(on_points("a", points, *parts, **keys))
    return on_scale(answer.tables[0], 0, answer.question)


def edges(name: Any) -> Any:  # noqa: ANN401
    return at_edges(scaled(name).tables[0].rows[0].answer.offers[0])


def band(*parts: Any, **keys: Any) -> Any:  # noqa: ANN401
    return edges(on_points("a", {"1": 30000}, *parts, **keys))


def test_the_starting_salary_of_2022_overtook_an_unqualified_point() -> None:
    """As printed: M1 25,714 to 28,000, unqualified point 5 26,622 to 27,954."""
    answer = scaled("england", scale={"england": "eng-teacher-roe"})
    found: Any = on_scale(answer.tables[0], 0, answer.question)
    (notch,) = found
    assert (notch.lower, notch.higher, notch.by) == ("M1", "UNQ5", (46, 46))
    assert (notch.before, notch.after, notch.day) == ((25714, 26622), (28000, 27954), date(2022, 9, 1))
    assert not notch.level


def test_points_that_end_on_the_same_pay_are_level() -> None:
    (notch,) = turned(award(APRIL_25, percent(5), {"minimum_pay": 23000}), points={"1": 20000, "2": 21000, "3": 25000})
    assert (notch.lower, notch.higher, notch.after, notch.level) == ("1", "2", (23000, 23000), True)


def test_an_order_that_turns_on_the_way_and_back_is_told_with_its_day() -> None:
    """20,000 + 3,000 is above 22,000 x 1.03 = 22,660; a year later 23,000 is below 22,660 x 1.04 = 23,566.40."""
    first = award(APRIL_25, percent({"1": 15, "others": 3}))
    then = award(APRIL_26, percent({"1": 0, "others": 4}))
    (notch,) = turned(first, then, points={"1": 20000, "2": 22000})
    assert (notch.day, notch.by) == (date(2025, 4, 1), (340, 340))


def test_points_with_the_same_pay_before_have_no_order() -> None:
    assert turned(award(APRIL_25, percent({"1": 5, "2": 3})), points={"1": 20000, "2": 20000}) == []


def test_an_offer_that_gives_a_range_turns_the_order_in_some_readings() -> None:
    """4% to 12% of 20,000 is 20,800 to 22,400, against 21,000 x 1.03 = 21,630."""
    (notch,) = turned(award(APRIL_25, percent({"1": [4, 12], "2": 3})), points={"1": 20000, "2": 21000})
    assert notch.by == (-830, 770)
    assert notch.after == (22400, 21630)


def test_scotland_in_2021_capped_the_rise_from_eighty_thousand() -> None:
    """79,999 x 1.0122 = 80,974.99, x 1.01 = 81,784.74; 80,000 + 800 = 80,800, x 1.01 = 81,608.

    80,174 + 800 = 80,974, a penny and more below; 80,175 is above.
    """
    (notch,) = edges("scotland-2021")
    assert notch.before == (79999, 80000)
    assert notch.after == (Fraction("81784.74"), 81608)
    assert notch.by == (Fraction("176.74"), Fraction("176.74"))
    assert notch.until == 80174
    assert (notch.lower, notch.higher) == (None, None)


@pytest.mark.parametrize("name", ["scotland", "scotland-2023-03"])
def test_the_sums_of_2023_are_the_percentages_of_eighty_thousand_so_that_no_order_turns(name: str) -> None:
    """February: 80,000 x 1.06 = 84,800, over the line a year on: + 4,400 = 89,200; 80,001 + 4,800 + 4,400 = 89,201.

    The edge of the second step is 75,471.70 before the offer: 75,471 ends on 84,399.22, 75,472 on 84,400.32.
    """
    assert edges(name) == []


def test_a_sum_that_is_less_than_the_percentage_of_the_line() -> None:
    """80,000 x 1.06 = 84,800; 80,001 + 4,000 = 84,001; 80,799 + 4,000 = 84,799 is still below."""
    (notch,) = band(award(APRIL_25, percent(6, pay_up_to=80000), flat(4000, pay_over=80000)))
    assert (notch.before, notch.after, notch.until) == ((80000, 80001), (84800, 84001), 80799)


def test_the_line_is_found_behind_an_earlier_rise() -> None:
    """47,619 x 1.05 = 49,999.95 gets 5% more, 52,499.95; 47,620 x 1.05 = 50,001 gets 2%, 51,001.02."""
    second = award(APRIL_26, percent(5, pay_under=50000), percent(2, pay_from=50000))
    (notch,) = band(award(APRIL_25, percent(5)), second)
    assert (notch.before, notch.after) == ((47619, 47620), (Fraction("52499.95"), Fraction("51001.02")))


def test_the_line_is_that_of_the_day_whose_pay_it_is_of() -> None:
    """Bands of August 2022, of whose pay the rise is too, with 2% or 1,000 paid in between.

    19,333 x 1.08 = 20,879.64, 19,334 x 1.07 = 20,687.38, above 19,513 x 1.07 = 20,878.91;
    22,622 x 1.07 = 24,205.54, 22,623 x 1.06 = 23,980.38, 22,835 x 1.06 = 24,205.10;
    30,502 x 1.06 = 32,332.12, 30,503 x 1.05 = 32,028.15, 30,792 x 1.05 = 32,331.60.
    """
    found = {notch.before[0]: (*notch.after, notch.until) for notch in edges("universities-2023")}
    assert found == {
        19333: (Fraction("20879.64"), Fraction("20687.38"), 19513),
        22622: (Fraction("24205.54"), Fraction("23980.38"), 22835),
        30502: (Fraction("32332.12"), Fraction("32028.15"), 30792),
    }


def test_a_line_by_the_hour_is_turned_into_a_year() -> None:
    """£15 x 37 x 52 = 28,860: 28,860 x 1.10 = 31,746 and 28,861 x 1.02 = 29,438.22."""
    rise = award(APRIL_25, percent(10, pay_up_to=15), percent(2, pay_over=15), per="hour")
    (notch,) = band(rise, week=37, weeks=52)
    assert (notch.before, notch.after) == ((28860, 28861), (31746, Fraction("29438.22")))


def test_an_order_that_turns_only_on_the_way_is_found_too() -> None:
    """30,000 + 3,000 above 30,001 + 1,000 for a year; then everybody is on 40,000."""
    bands = award(APRIL_25, flat(3000, pay_up_to=30000), flat(1000, pay_over=30000))
    (notch,) = band(bands, award(APRIL_26, {"set": 40000}))
    assert (notch.day, notch.after) == (date(2025, 4, 1), (33000, 31001))


def test_a_line_beside_which_pay_goes_by_point_is_passed_over() -> None:
    assert band(award(APRIL_25, percent(5, pay_over=30000), percent({"1": 9}, pay_up_to=30000))) == []
