"""Offers at every point of a scale, against published pay tables and hand-worked ones."""

from datetime import date
from fractions import Fraction

import pytest

from payoffer.asked import Pay, Question
from payoffer.compare import compare
from payoffer.errors import NotValued, UnknownName
from payoffer.library import load, points_before
from payoffer.scale import ahead, places, step_days
from payoffer.verdict import Order
from tests.asking import award, flat, offer, percent, proposed
from tests.scaling import on_points, rates, scaled

APRIL = "2025-04-01"
POINTS = {"1": 20000, "2": 24000, "9": 50000}


def test_scotland_in_february_and_march_2023_on_the_main_scale() -> None:
    """March as EIS printed it. February to the nearest £3 at each step.

    Point 0: 28,113 x 1.06 = 29,799.78, 9,933 threes: 29,799; x 1.055 = 31,437.945, 10,479 threes: 31,437.
    Point 1: 33,729 x 1.06 = 35,752.74, 11,918: 35,754; x 1.055 = 37,720.47, 12,573: 37,719.
    Point 2: 35,643 x 1.06 = 37,781.58, 12,594: 37,782; x 1.055 = 39,860.01, 13,287: 39,861.
    Point 3: 37,713 x 1.06 = 39,975.78, 13,325: 39,975; x 1.055 = 42,173.625, 14,058: 42,174.
    Point 4: 40,107 x 1.06 = 42,513.42, 14,171: 42,513; x 1.055 = 44,851.215, 14,950: 44,850.
    Point 5: 42,336 x 1.06 = 44,876.16, 14,959: 44,877; x 1.055 = 47,345.235, 15,782: 47,346.
    """
    answer = scaled("scotland", "scotland-2023-03")
    assert list(rates(answer, date(2022, 4, 1)).values()) == [29799, 35754, 37782, 39975, 42513, 44877]
    assert list(rates(answer, date(2023, 4, 1)).values()) == [31437, 37719, 39861, 42174, 44850, 47346]
    march = [rates(answer, day, number=1) for day in (date(2022, 4, 1), date(2023, 4, 1), date(2024, 1, 1))]
    assert [list(each.values()) for each in march] == [
        [30081, 36090, 38139, 40353, 42915, 45300],
        [31584, 37896, 40047, 42372, 45060, 47565],
        [32217, 38655, 40848, 43218, 45960, 48516],
    ]
    assert answer.paired


def test_which_of_two_adds_more_at_a_point_and_by_how_much() -> None:
    """Over the 24 months both cover, at point 0: 1,686 + 3,324 = 5,010 against 1,968 + 3,471 x 9/12 + 4,104 x 3/12."""
    row = scaled("scotland", "scotland-2023-03").tables[0].rows[0]
    found = ahead(row)
    assert (found.order, found.first.id, len(found.tied)) == (Order.CLEAR, "scotland-2023-03", 1)
    assert found.gaps == ((Fraction("5597.25"), Fraction(5010)),)


def test_england_in_2022_by_point_as_the_department_printed_it() -> None:
    answer = scaled("england", scale={"england": "eng-teacher-roe"})
    assert rates(answer, date(2022, 9, 1)) == {
        f"{point} (rest of England)": pay
        for point, pay in {
            "UNQ1": 19340, "UNQ2": 21559, "UNQ3": 23777, "UNQ4": 25733, "M1": 28000, "UNQ5": 27954, "M2": 29800,
            "UNQ6": 30172, "M3": 31750, "M4": 33850, "M5": 35990, "M6": 38810, "U1": 40625, "U2": 42131, "U3": 43685,
            "LEAD min": 44305, "LP min": 44523, "LP max": 67685, "LEAD max": 123057,
        }.items()
    }  # fmt: skip
    assert [row.name for row in answer.tables[0].rows[:2]] == ["UNQ1", "UNQ2"]


@pytest.mark.parametrize("name", ["scotland", "scotland-2023-03", "wales", "northern-ireland-2021"])
def test_a_row_is_what_compare_says_of_the_point(name: str) -> None:
    for row in scaled(name).tables[0].rows:
        pay = Pay(Fraction(40000), points={name: row.point})
        (alone,) = compare((load(name),), Question(pay), points_before).offers
        (here,) = row.answer.offers
        assert here.rate_before == alone.rate_before
        assert [read.figures.own.extra_cash for read in here.reads] == [r.figures.own.extra_cash for r in alone.reads]
        assert [read.schedule.steps for read in here.reads] == [read.schedule.steps for read in alone.reads]


def test_offers_on_two_scales_have_a_table_each() -> None:
    answer = scaled("wales", "scotland")
    assert not answer.paired
    assert [table.scale.name for table in answer.tables] == ["wal-teacher", "sct-teacher-main"]
    assert [len(table.rows) for table in answer.tables] == [16, 6]
    assert [table.before for table in answer.tables] == [{"wales": date(2021, 9, 1)}, {"scotland": date(2022, 1, 1)}]


def test_an_offer_put_on_a_scale_of_others_starts_from_the_same_pay_as_they() -> None:
    """On 1 September 2022 the Scottish scale had the award of April in it already."""
    table = scaled("wales", "scotland", scale=dict.fromkeys(("wales", "scotland"), "sct-teacher-main")).tables[0]
    assert table.foreign == {"wales"}
    assert set(table.before.values()) == {date(2022, 1, 1)}
    assert all(one.rate_before == other.rate_before for one, other in (row.answer.offers for row in table.rows))


def test_a_publishers_rounding_is_not_for_the_points_of_others() -> None:
    """25,714 x 1.06 = 27,256.84, which Scotland's own rounding to £3 would make 27,258."""
    table = scaled("scotland", scale={"scotland": "eng-teacher-roe"}).tables[0]
    (row,) = (row for row in table.rows if row.name == "M1")
    assert row.answer.offers[0].reads[0].schedule.rate_on(date(2022, 4, 1)) == Fraction("27256.84")


def test_each_offer_starts_from_the_pay_before_its_own_first_day() -> None:
    table = scaled("scotland", "scotland-2021", align="years").tables[0]
    assert table.before == {"scotland": date(2022, 1, 1), "scotland-2021": date(2020, 4, 1)}
    assert [offer.rate_before for offer in table.rows[0].answer.offers] == [28113, 27498]


def test_points_without_pay_before_one_of_the_offers_are_left_out_by_name() -> None:
    one = on_points("a", POINTS, award(APRIL, percent(5)))
    other = on_points("b", {"1": 20000, "2": 24000}, award(APRIL, percent(4)))
    table = scaled(one, other, scale={}).tables
    assert [each.scale.name for each in table] == ["a.toml", "b.toml"]


def test_a_point_that_cannot_be_valued_is_left_out_with_the_reason() -> None:
    gone = on_points("a", POINTS, award(APRIL, {"move": {"2": "3"}}, percent(5)))
    table = scaled(gone).tables[0]
    assert [row.point for row in table.rows] == ["1", "9"]
    assert table.left_out["2"].startswith("a: on 1 April 2025 2 moves to 3, whose pay before the offer is not known")


def test_where_no_point_has_a_value_the_reason_is_the_answer() -> None:
    with pytest.raises(NotValued, match="2 moves to 3"):
        scaled(on_points("a", {"2": 24000}, award(APRIL, {"move": {"2": "3"}}, percent(5))))
    with pytest.raises(UnknownName, match="wal-teacher: no pay before 1 September 2021 is on this scale, so early"):
        scaled(offer("early", award("2021-09-01", percent(5)), scales=["wal-teacher"]))


def test_scales_without_a_point_in_common_are_refused() -> None:
    """Two columns of one scale that share no point: the second offer starts from another one."""
    early = offer("early", award("2022-09-01", percent(5)), scales=["ni-teacher-allowances"], group="x")
    late = offer("late", award("2024-09-01", percent(5)), scales=["ni-teacher-allowances"], group="y")
    columns = {"early": {"1": Fraction(1000)}, "late": {"2": Fraction(2000)}}
    from payoffer import scale  # noqa: PLC0415
    from payoffer.scale_choice import choose  # noqa: PLC0415

    with pytest.raises(UnknownName, match="no point has pay before each of these offers"):
        scale.on_scales(choose([early, late], {}, None), Question(Pay(Fraction(1))), lambda named, _: columns[named.id])


def test_steps_beyond_the_months_asked_for_are_not_counted() -> None:
    answer = scaled("scotland", months=12)
    assert step_days(answer.tables[0], 0, answer.question) == [date(2022, 4, 1)]
    answer = scaled("scotland", follows={"scotland": 3}, months=36)
    assert step_days(answer.tables[0], 0, answer.question)[-1] == date(2024, 4, 1)


def test_the_salaries_at_which_offers_change_places() -> None:
    """£1,925 is 5% of 38,500; without a table of amounts by point every salary has a value."""
    one = on_points("a", POINTS, award(APRIL, flat(1925)))
    other = on_points("b", POINTS, award(APRIL, percent(5)))
    found = places(scaled(one, other))
    assert ([int(each.salary) for each in found.found], found.complete) == ([38500], True)
    by_point = on_points("b", POINTS, award(APRIL, percent({"1": 5, "2": 5, "9": 5})))
    assert places(scaled(one, by_point)) == ((), False)


def test_what_is_only_proposed_waits_for_its_condition() -> None:
    one = on_points("a", POINTS, award(APRIL, percent(5)), award("2026-04-01", percent(2), condition="the vote"))
    assert rates(scaled(one), date.max)["1"] == 21000
    assert rates(scaled(one, conditional=True), date.max)["1"] == 21420
    follows = on_points("b", POINTS, award(APRIL, percent(5)), proposed("2026-04-01", percent(3)))
    assert rates(scaled(follows), date.max)["1"] == 21000
