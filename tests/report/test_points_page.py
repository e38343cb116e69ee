"""What is said of offers at every point, each sentence against figures worked by hand."""

from pathlib import Path
from typing import Any

import pytest

from payoffer.errors import UsageProblem
from tests.asking import award, flat, offer, one_off, percent
from tests.scaling import on_points, page, said, save_scale

APRIL_22, APRIL_25, APRIL_26 = "2022-04-01", "2025-04-01", "2026-04-01"
COUNCIL = {"1": 18333, "2": 18516, "43": 47665}
"""Points of the council spine in April 2021, as printed."""
FLAT = on_points("flat", COUNCIL, award(APRIL_22, flat(1925)))
FIVE = on_points("five", COUNCIL, award(APRIL_22, percent(5)))


def remark(words: str, *offers: Any, **options: Any) -> str:  # noqa: ANN401
    """Return the one remark that begins with some words."""
    (found,) = (text for text in page(*offers, **options).remarks if text.startswith(words))
    return found


# One offer


def test_a_flat_sum_is_a_percentage_at_each_point() -> None:
    """1,925 / 18,333 = 10.500%, / 18,516 = 10.396%, / 47,665 = 4.039%."""
    assert said(FLAT) == [
        "In April 2022 basic pay rises at all 3 points, by £1,925 a year, £160 a month.",
        "In per cent it is most at point 1, 10.5%, and least at point 43, 4.0%.",
    ]
    (grid,) = page(FLAT).grids
    assert grid.headings == ("Point", "Before", "Apr 2022", "a year", "a month", "in all")
    assert grid.rows[0] == ("1", "£18,333", "£20,258", "£1,925", "£160", "10.5%")
    assert grid.rows[2] == ("43", "£47,665", "£49,590", "£1,925", "£160", "4.0%")


def test_a_percentage_is_the_same_at_every_point() -> None:
    assert said(FIVE)[1] == "In per cent that is 5.0% at every point."
    assert said(on_points("a", {"1": 20000}, award(APRIL_22, percent(5))))[1] == "In per cent that is 5.0%."
    both = said(on_points("a", COUNCIL, award(APRIL_22, percent([4, 5]))))
    assert both[1] == "In per cent that is 4.0% to 5.0% at every point."


def test_some_points_may_not_rise() -> None:
    """18,333 to 18,500 is 167, 0.911%; the others are above it."""
    told = said(on_points("a", COUNCIL, award(APRIL_22, percent(0), {"minimum_pay": 18500})))
    assert told == [
        "In April 2022 basic pay rises at 1 of the 3 points, by £167 a year, £14 a month.",
        "In per cent it is most at point 1, 0.9%, and least at points 2 and 43, 0.0%.",
    ]
    none = on_points("a", COUNCIL, one_off(flat(500), paid=APRIL_22))
    assert said(none) == [
        "Basic pay does not rise at any point.",
        "There is £500 once on top, not in later pay.",
    ]


def test_pay_that_falls_is_not_said_to_rise() -> None:
    """4% of 18,333 is 733.32, of 47,665 1,906.60."""
    (told, _) = said(on_points("a", COUNCIL, award(APRIL_22, percent(-4))))
    assert told == (
        "In April 2022 basic pay changes at all 3 points, by -£1,907 a year (point 43) to -£733 (point 1), -£159 to "
        "-£61 a month."
    )


def test_what_is_already_being_paid() -> None:
    """1.5% of 18,333 is 275.00, of 47,665 714.98."""
    paid = award(APRIL_22, percent(5), in_payment=True)
    assert said(on_points("a", COUNCIL, paid))[2] == "All of it is already being paid: there is nothing new in it."
    more = award(APRIL_22, percent(1.5, of="before"))
    told = said(on_points("a", COUNCIL, paid, more))
    assert told[2] == "Part of it is already being paid: a Yes vote adds £275 to £715 over the year."


def test_prices() -> None:
    """20,258 / 18,333 / 1.08 = 1.02315; 49,590 / 47,665 / 1.08 = 0.96332; 10.5% and 10.4% keep up with 8%."""
    told = said(FLAT, inflation=[[8], [12], [2]])
    assert told[2:] == [
        (
            "With prices rising 8% before the rise, 2 of the 3 points keep up: at the end basic pay would buy 3.7% "
            "less to 2.3% more than before."
        ),
        (
            "With prices rising 12% before the rise, no point keeps up: at the end basic pay would buy 1.3% to "
            "7.1% less than before."
        ),
        (
            "With prices rising 2% before the rise, every point keeps up: at the end basic pay would buy 2.0% to "
            "8.3% more than before."
        ),
    ]
    headings = page(FLAT, inflation=[[8], [12]]).grids[0].headings
    assert headings[-2:] == ("buys (8%)", "buys (12%)")
    one = on_points("a", {"1": 20000}, award(APRIL_22, percent(8)))
    assert said(one, inflation=[[8]])[2] == (
        "With prices rising 8% before the rise, every point keeps up: at the end basic pay would buy the same as "
        "before."
    )


def test_prices_after_an_offer_has_run_out_are_not_told() -> None:
    told = said(FLAT, inflation=[[8]], months=24)[2]
    assert told == "With prices rising 8% up to the start of the year, 2 of the 3 points keep up."
    answer = page(FLAT, inflation=[[8]], months=24)
    assert answer.grids[0].rows[0][-1] == "-"
    assert "flat: runs out on 31 March 2023: no rise after that is supposed; --next gives one." in answer.remarks
    undated = on_points("a", {"1": 20000}, award(None, percent(3), year=1))
    assert "a: runs out: no rise after that is supposed; --next gives one." in page(undated, months=24).remarks


def test_two_steps_have_a_rise_each_and_a_day_within_a_month_its_number() -> None:
    """20,000 + 3% = 20,600, + 2% = 21,012: 5.06% in all."""
    (grid,) = page(on_points("a", {"1": 20000}, award(APRIL_25, percent(3)), award("2025-11-07", percent(2)))).grids
    assert grid.headings[2:6] == ("Apr 2025", "rise", "7 Nov 2025", "rise")
    assert grid.rows == (("1", "£20,000", "£20,600", "3.0%", "£21,012", "2.0%", "£1,012", "£84", "5.1%"),)


def test_a_point_that_a_step_leaves_alone_has_no_rise_on_its_day() -> None:
    first, then = award(APRIL_25, percent(3)), award(APRIL_26, {"move": {"1": "2"}})
    (grid,) = page(on_points("a", {"1": 20000, "2": 20600}, first, then)).grids
    assert [row[4:6] for row in grid.rows] == [("£21,218", "3.0%"), ("£21,218", "0.0%")]


def test_pay_for_part_of_full_time_hours() -> None:
    """Half of 1,925 is 962.50; pay stays full-time."""
    answer = page(FLAT, fte="0.5")
    assert answer.titles[1] == "For 50% of full-time hours; basic pay is shown full-time"
    assert answer.grids[0].rows[0][1:5] == ("£18,333", "£20,258", "£963", "£80")


def test_an_offer_without_dates_has_rises_by_their_number() -> None:
    undated = on_points("a", {"1": 20000}, award(None, percent(3), year=1), award(None, percent(2), year=2))
    answer = page(undated)
    assert answer.paragraphs[0][0].text.startswith("Basic pay rises at the one point, by £1,012 a year, £84 a month.")
    assert answer.grids[0].headings[2:6] == ("first rise", "rise", "second rise", "rise")
    assert answer.grids[0].title == "a (offered), 24 months"
    assert remark("a: not tested against the legal minimum wage, as no dates are given.", undated)
    with pytest.raises(UsageProblem, match="a names no day, and sct-teacher-main has pay from 1 April 2020, 1 April"):
        page(offer("a", award(None, percent(3), year=1), scales=["sct-teacher-main"]))


# Who gets out of order


def test_points_that_overtake_and_points_that_end_level() -> None:
    """20,000 + 10% = 22,000 above 21,000 + 1% = 21,210 by 790, and above 21,500 + 1% = 21,715 by 285."""
    points = {"1": 20000, "2": 21000, "3": 21500, "4": 21600, "5": 21700, "6": 25000, "7": 25100}
    level = said(on_points("a", points, award(APRIL_25, percent({"1": 10, "others": 1}), {"minimum_pay": 25255})))
    assert level[-1] == "Points 1 to 6 end on the same pay, £25,255."
    told = said(on_points("a", points, award(APRIL_25, percent({"1": 10, "others": 1}))))
    assert told[2:] == [
        "The order of pay turns: point 1, on £20,000 before, ends £790 a year above point 2, on £21,000.",
        "The order of pay turns: point 1, on £20,000 before, ends £285 a year above point 3, on £21,500.",
        "The order of pay turns: point 1, on £20,000 before, ends £184 a year above point 4, on £21,600.",
        "So does 1 more pair of points (--format json names them).",
    ]


def test_edges_of_bands_off_the_scale() -> None:
    """80,000 x 1.06 = 84,800; 80,001 + 4,000 = 84,001; up to 80,799 + 4,000 = 84,799."""
    band = award(APRIL_25, percent(6, pay_up_to=80000), flat(4000, pay_over=80000))
    assert said(on_points("a", {"1": 20000}, band))[-1] == (
        "Off the scale the order of pay turns at £80,000: £80,000 before the offer ends on £84,800, and £80,001 to "
        "£80,799 on less, £84,001 at the lowest."
    )
    narrow = award(APRIL_25, flat(10, pay_up_to=80000), flat(8.5, pay_over=80000))
    assert said(on_points("a", {"1": 20000}, narrow))[-1] == (
        "Off the scale the order of pay turns at £80,000: £80,000 before the offer ends on £80,010, and £80,001 on "
        "£80,010."
    )


def test_points_under_the_legal_minimum() -> None:
    """A year has 37 x 52.143 hours, 1,929.291: 20,100 makes £10.4183 an hour, £10.42 being the minimum of April "
    "2023."""
    rise = award("2023-04-01", flat(500))
    told = said(on_points("a", {"x": 19600, "y": 19604, "z": 30000}, rise, week=37, until="2024-12-31"))
    assert told[2:] == [
        (
            "From 1 April 2023 the legal minimum for adults is £10.42 an hour: point x is under it, at £10.4183 on "
            "37 hours a week."
        ),
        (
            "From 1 April 2024 the legal minimum for adults is £11.44 an hour: points x and y are under it, at "
            "£10.42 on 37 hours a week."
        ),
    ]
    far = said(on_points("a", {"x": 18000, "y": 19000}, rise, week=37))
    assert far[2].endswith("points x and y are under it, at £9.59 to £10.11 on 37 hours a week.")


def test_how_the_legal_minimum_was_tested_is_said() -> None:
    rise = award("2023-04-01", flat(500))
    high = on_points("a", {"x": 30000}, rise, week=37)
    assert remark("a: no point is under", high) == (
        "a: no point is under the legal minimum wage for adults on the days tested, at 37 hours a week."
    )
    unknown = remark("a: not tested", on_points("a", {"x": 30000}, rise))
    assert unknown == (
        "a: not tested against the legal minimum wage, as the hours of the full-time week are not known here: add "
        "them with --week, such as --week 37."
    )
    early = on_points("a", {"x": 30000}, award("2011-04-01", flat(500)), week=37)
    assert remark("a: the legal minimum", early) == (
        "a: the legal minimum wage on 1 April 2011 is not known here: not tested from then on."
    )


def test_points_that_leave_the_scale() -> None:
    gone = on_points("a", {"1": 20000, "2": 20600}, award(APRIL_25, {"move": {"1": "2"}}, percent(1)))
    assert "Point 1 leaves the scale on 1 April 2025: its people go on to point 2." in said(gone)


# Several offers


def test_two_offers_on_one_scale() -> None:
    """5% of 18,333 is 916.65, of 18,516 925.80, of 47,665 2,383.25; 1,925 is 5% of 38,500."""
    told = said(FLAT, FIVE)
    assert told[:2] == [
        (
            'In the first year "flat" adds more at 2 of the 3 points (1 and 2), by £999 to £1,008; "five" at 1 of '
            "the 3 "
            "points (43), by £458."
        ),
        "Off the scale they change places at about £38,500.",
    ]
    assert told[2].startswith("flat: in April 2022 basic pay rises")
    assert told[4].startswith("five: in April 2022 basic pay rises")
    side = page(FLAT, FIVE).grids[0]
    assert side.title == "Extra pay in the first year"
    assert side.headings == ("Point", "Before", "flat", "five", "adds more", "by")
    assert side.rows[0] == ("1", "£18,333", "£1,925", "£917", "flat", "£1,008")
    assert side.rows[2] == ("43", "£47,665", "£1,925", "£2,383", "five", "£458")


def test_basic_pay_at_the_end_is_told_where_it_orders_the_other_way() -> None:
    """20,000: 2% and £500 once are 900 against 600, yet 20,400 is below 20,600; 60,000: 1,700 against 1,800."""
    points = {"1": 20000, "2": 60000}
    once = on_points("once", points, award(APRIL_22, percent(2)), one_off(flat(500), paid=APRIL_22))
    three = on_points("three", points, award(APRIL_22, percent(3)))
    told = said(once, three)
    assert told[1] == 'Basic pay at the end is higher under "three" at both points, by £200 to £600 a year.'
    two = on_points("two", points, award(APRIL_22, percent(2)))
    assert said(once, two)[1].startswith("The order is the same")
    open_ = on_points("open", points, award(APRIL_22, percent([2, 4])))
    assert not any(text.startswith("Basic pay at the end") for text in said(open_, three))


def test_an_order_that_is_the_same_at_any_salary() -> None:
    four = on_points("four", COUNCIL, award(APRIL_22, percent(4)))
    assert said(FIVE, four)[1] == "The order is the same on any pay from £10,000 to £150,000."


def test_what_is_level_and_what_depends() -> None:
    """2% of 20,000 is 400 against 400; of 60,000 1,200 against 300 to 1,500 is open."""
    points = {"1": 20000, "2": 60000}
    two = on_points("two", points, award(APRIL_22, percent(2)))
    other = on_points("other", points, award(APRIL_22, percent({"1": 2, "2": [0.5, 2.5]})))
    answer = page(two, other)
    assert answer.paragraphs[0][0].text == (
        "In the first year about the same is added at 1 of the 2 points (1); which adds more depends on what the "
        "offers leave open at 1 of the 2 points (2)."
    )
    assert [row[-2:] for row in answer.grids[0].rows] == [("about level", "-"), ("depends", "-")]
    assert remark("other: gives only a range", two, other)
    assert len(answer.paragraphs[0]) == 1  # an award by point has no crossing salary


def test_an_offer_that_goes_on_is_told_with_what_is_supposed_of_the_other() -> None:
    """4% of 18,333 and 3% on top: 733.32 and 733.32 + 1,305.31; 5%: 916.65 twice."""
    longer = on_points("long", {"1": 18333}, award(APRIL_22, percent(4)), award("2023-04-01", percent(3)))
    short = on_points("short", {"1": 18333}, award(APRIL_22, percent(5)))
    assert said(short, longer)[:4] == [
        'In the first year "short" adds more at the one point, by £184.',
        "The order is the same on any pay from £10,000 to £150,000.",
        'Only "long" has a second year.',
        (
            'If "short" was followed by no rise in April 2023, over the two years "long" would add more at the one '
            "point, by "
            "£206."
        ),
    ]


def test_months_that_both_cover_beyond_whole_years() -> None:
    answer = page("scotland", "scotland-2023-03")
    assert answer.grids[0].title == "Extra pay over the 24 months both cover"


def test_three_offers_are_set_against_the_next() -> None:
    four = on_points("four", COUNCIL, award(APRIL_22, percent(4)))
    told = said(FLAT, FIVE, four)
    assert told[0] == (
        'In the first year "flat" adds most at 2 of the 3 points (1 and 2), by £999 to £1,008 over the next; '
        '"five" at 1 '
        "of the 3 points (43), by £458 over the next."
    )
    assert (
        told[1]
        == "Off the scale flat and five change places at about £38,500; flat and four change places at about £48,125."
    )
    assert page(FLAT, FIVE, four).grids[0].headings[-2:] == ("adds most", "by")


def test_of_three_offers_two_that_are_level_are_told_with_how_far_the_third_is_behind() -> None:
    """2% of 22,000 and 40,000 is 440 and 800, 5% 1,100 and 2,000: 660 and 1,200 apart; 10% are 2,200 and 4,000."""
    points = {"a": 22000, "b": 40000}
    two = on_points("two", points, award(APRIL_22, percent(2)))
    one, other = (on_points(name, points, award(APRIL_22, percent(5))) for name in ("one", "other"))
    answer = page(two, one, other)
    assert answer.paragraphs[0][0].text == (
        'In the first year "one" and "other" add most, about level, at both points, by £660 to £1,200 over the next.'
    )
    assert [row[-2:] for row in answer.grids[0].rows] == [("2 about level", "£660"), ("2 about level", "£1,200")]
    ten = on_points("ten", points, award(APRIL_22, percent({"a": 10, "b": 1})))
    assert said(ten, one, other)[0] == (
        'In the first year "ten" adds most at 1 of the 2 points (a), by £1,100 over the next; '
        '"one" and "other" add most, about level, at 1 of the 2 points (b), by £1,600 over the next.'
    )
    same = on_points("same", points, award(APRIL_22, percent(5)))
    assert said(same, one, other)[0] == "In the first year about the same is added at both points."


def test_of_three_offers_one_that_leaves_much_open_may_be_ahead_though_its_least_is_last() -> None:
    """On 20,000: 1,000 against 900 and 800 to 1,400: only the 900 is behind 1,000 whatever is left open."""
    points = {"a": 20000}
    five = on_points("five", points, award(APRIL_22, percent(5)))
    less = on_points("less", points, award(APRIL_22, percent(4.5)))
    open_ = on_points("open", points, award(APRIL_22, percent([4, 7])))
    answer = page(five, less, open_)
    assert answer.paragraphs[0][0].text == (
        'In the first year which of "five" and "open" adds most depends on what they leave open at the one point.'
    )
    assert answer.grids[0].rows[0][-2:] == ("one of 2", "-")


def test_many_crossings_are_told_by_the_first_and_the_last() -> None:
    """Against 5%: 1,100 from 20,000 to 22,000, 3,500 from 60,000 to 70,000, 4,400 from 80,000 to 88,000 is more."""
    sums = ((20000, 1100), (40000, 1900), (60000, 3500), (80000, 4400))
    bands = [flat(amount, pay_from=low, pay_under=low + 20000) for low, amount in sums]
    one = on_points("one", COUNCIL, award(APRIL_22, *bands))
    assert said(FIVE, one)[1] == "Off the scale they change places between £20,000 and £88,000."


def test_offers_on_two_scales_are_not_paired() -> None:
    answer = page("wales", "scotland")
    assert answer.titles == ("Two pay offers, each on its own scale: wal-teacher and sct-teacher-main",)
    assert answer.paragraphs[0][0].text == (
        "The points of wal-teacher and sct-teacher-main are not paired, as a point of one scale is no point of "
        "another: each offer stands on its own scale. On one salary: payoffer compare wales scotland --salary "
        "40000."
    )
    assert [grid.title for grid in answer.grids] == [
        "Wales (rejected, Feb 2023), 1 Sep 2022 to 31 Aug 2023, on wal-teacher",
        "Scotland (rejected, Feb 2023), 1 Apr 2022 to 31 Mar 2024, on sct-teacher-main",
    ]
    assert "Scales: wal-teacher.csv (bundled) and sct-teacher-main.csv (bundled)" in answer.ending
    assert not any("counted from" in text for text in answer.remarks)


def test_each_offer_may_start_from_pay_of_its_own() -> None:
    side = page("scotland", "scotland-2021", align="years").grids[0]
    assert side.headings[1:3] == ("Before, Scotland Feb 2023", "Before, Scotland Mar 2022")
    assert side.rows[0][1:3] == ("£28,113", "£27,498")


def test_the_readings_of_a_one_off() -> None:
    """1.5% of U3's 42,333: 635.00 of pay before, 676.28 of 45,085."""
    answer = page("wales")
    assert next(row for row in answer.grids[0].rows if row[0] == "U3")[-1] == "£635 to £676"
    assert remark("Wales: does not say", "wales") == (
        "Wales: does not say 1.5% of what: where two sums stand, they are the least and the most it can be."
    )


# What stands beside it


def test_which_pay_the_points_start_from() -> None:
    assert remark("Scotland: pay before", "scotland") == (
        "Scotland: pay before it is that of sct-teacher-main from 1 January 2022."
    )
    both = remark("Scotland Feb 2023 and Scotland Mar 2023: pay before", "scotland", "scotland-2023-03")
    assert both.endswith("from 1 January 2022.")


def test_a_scale_that_the_offer_does_not_name_is_said() -> None:
    assert remark("Wales: sct-teacher-main is not", "wales", scale={"wales": "sct-teacher-main"})


def test_how_pay_on_a_file_of_ones_own_is_rounded_is_said(tmp_path: Path) -> None:
    """25,714 x 1.06 = 27,256.84, to £3 27,258 (9,086 x 3)."""
    name = save_scale(tmp_path, "point,annual_gbp\nM1,25714\n")
    answer = page("scotland", scale={"scotland": name})
    assert "Scotland: pay on ours.csv is rounded as that at the offer's own pay points is." in answer.remarks
    assert answer.grids[0].rows[0][2] == "£27,258"


def test_points_worked_out_are_named() -> None:
    assert remark("Wales: pay before it at points UNQ1 to LP max is worked out", "wales")


def test_points_left_out_are_named_with_the_reason() -> None:
    gone = on_points("a", {"1": 20000, "2": 24000}, award(APRIL_25, {"move": {"2": "3"}}, percent(5)))
    assert remark("a: left out, point 2: a: on 1 April 2025 2 moves to 3", gone)


@pytest.mark.parametrize(
    ("months", "words"), [(12, "goes on for 12 months after the months counted, to £31,437 to £47,346 a year")]
)
def test_what_lies_after_the_months_counted(months: int, words: str) -> None:
    assert any(words in text for text in page("scotland", months=months).remarks)


def test_sums_after_the_months_are_those_of_all_points() -> None:
    """2% of 18,333 and of 47,665, on 1 June 2023, after the twelve months: 367 to 953."""
    late = on_points("a", COUNCIL, award(APRIL_22, percent(5)), one_off(percent(2), of="before", paid="2023-06-01"))
    assert remark("a: a one-off of £367 to £953 on 1 June 2023", late)


def test_a_rise_after_the_last_day_is_said_for_all_points_or_some() -> None:
    """18,333 x 1.05 = 19,249.65, + 500 = 19,749.65; 47,665 x 1.05 = 50,048.25, + 500."""
    first = award(APRIL_22, percent(5))
    every = on_points("a", COUNCIL, first, award("2023-04-01", flat(500)), until="2023-03-31")
    assert remark("a: after its last day", every) == (
        "a: after its last day, on 1 April 2023, pay becomes £19,750 to £50,548 by it: left out here."
    )
    some = on_points("a", COUNCIL, first, award("2023-04-01", {"move": {"1": "2"}}), until="2023-03-31")
    assert "pay at some points becomes £19,442 by it" in remark("a: after its last day", some)


def test_the_last_lines_name_the_scale() -> None:
    assert page("scotland").ending == (
        "Again: payoffer points a b",
        page("scotland").ending[1],
        "Scale: sct-teacher-main.csv (bundled)",
        "Sources: payoffer show scotland",
    )


def test_points_that_an_offer_leaves_open_and_those_of_which_a_one_off_covers_the_gap() -> None:
    """3 to 6% against 5%: open. 5% of 10,000 and 200,000 is 500 and 10,000; 2% and 5,000 once are 5,200 and 9,000."""
    ranged = on_points("range", {"x": 20000}, award("2025-04-01", percent([3, 6])))
    assert "the one point may or may not keep up, as the offer leaves it open" in said(ranged, inflation=[[5]])[-1]
    covered = on_points(
        "once", {"low": 10000, "high": 200000}, award("2025-04-01", percent(2)), one_off(flat(5000), paid="2025-04-01")
    )
    assert (
        "no point keeps up; at 1 of the 2 points the one-off covers the gap: at the end"
        in (said(covered, inflation=[[5]])[-1])
    )
