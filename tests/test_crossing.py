"""The salaries at which two offers change places, against a look at many salaries."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from payoffer.asked import Named
from payoffer.compare import Comparison
from payoffer.crossing import LEAST, MOST, Crossing, crossings, in_play
from payoffer.schedule import PaySchedule
from payoffer.valuation import Valuation
from tests.asking import Part, ask, award, flat, offer, one_off, percent

APRIL_25, APRIL_26 = "2025-04-01", "2026-04-01"


def found(*offers: Named | str, **options: Any) -> list[int]:  # noqa: ANN401
    return [int(crossing.salary) for crossing in crossings(ask(*offers, **options)).found]


def rise(name: str, *uplift: Part) -> Named:
    return offer(name, award(APRIL_25, *uplift))


# Worked by hand; rounding to the penny can move a crossing by a pound or so.


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([flat(1000)], [percent(4)], [25000]),
        # 4% or £1,000 against 5%: 5% is more from 20,000 on.
        ([percent(4), {"minimum_rise": 1000}], [percent(5)], [20000]),
        # 5%, at most £1,500, against 3%: equal at 50,000.
        ([percent(5), {"maximum_rise": 1500}], [percent(3)], [50000]),
        # 3% and £300 against 4%: equal at 30,000, the rate rounded once.
        ([percent(3), flat(300)], [percent(4)], [30000]),
        # A threshold turns the order at a jump.
        ([percent(6, pay_under=30000), percent(2, pay_from=30000)], [percent(4)], [30000]),
        # There and back: £600 within a band, against 2%, which is £600 at 30,000.
        ([flat(600, pay_from=20500, pay_up_to=45500)], [percent(2)], [20500, 30000]),
        # At £12 an hour, 37 x 52 = 1,924 hours a year: 23,088, which is 4% more than 22,200.
        ([{"minimum_pay": 23088}], [percent(4)], [22200]),
        ([percent(5)], [percent(4)], []),
        ([flat(1000)], [flat(900)], []),
    ],
)
def test_where_two_offers_change_places(one: list[Part], other: list[Part], expected: list[int]) -> None:
    salaries = found(rise("a", *one), rise("b", *other))
    assert len(salaries) == len(expected)
    assert all(abs(salary - wanted) <= 1 for salary, wanted in zip(salaries, expected, strict=True))


def test_the_order_turns_where_the_method_says_it_is_level_to_the_pound() -> None:
    """£500 in all against 0.0167208 of the salary: 29,903."""
    a = offer("a", award(APRIL_25, percent(4)), award(APRIL_26, percent(3)))
    lump = one_off(flat(500), paid="2025-09-01")
    b = offer("b", award("2025-09-01", percent(5)), award("2026-09-01", percent(2.5)), lump)
    (salary,) = found(a, b)
    assert abs(salary - 29903) <= 1


def test_salaries_are_looked_at_from_ten_thousand_to_a_hundred_and_fifty() -> None:
    for total, expected in ((404, [10100]), (392, []), (5996, [149900]), (6040, [])):
        assert found(rise("a", flat(total)), rise("b", percent(4))) == expected


def test_only_the_months_that_both_cover_count() -> None:
    """Over the first year £1,000 meets 4% at 25,000; what the second year brings is another question."""
    longer = offer("b", award(APRIL_25, percent(4)), award(APRIL_26, percent(10)))
    assert found(rise("a", flat(1000)), longer) == [25000]


def test_the_share_of_full_time_hours_does_not_move_a_crossing_but_for_sums_that_are_not_shared() -> None:
    same = rise("a", flat(1000)), rise("b", percent(4))
    assert found(*same, fte="0.5") == found(*same) == [25000]
    lump = offer("a", award(APRIL_25, percent(0)), one_off(flat(1000), paid=APRIL_25, pro_rata=False))
    assert found(lump, same[1], fte="0.5") == [50000]


def test_every_reading_has_a_crossing_of_its_own() -> None:
    """1,000 to 1,400 in all against 4%: at 25,000 and at 35,000."""
    assert found(rise("a", flat([1000, 1400])), rise("b", percent(4))) == [25000, 35000]


def test_of_three_offers_each_pair_is_looked_at() -> None:
    answer = ask(rise("a", flat(1000)), rise("b", percent(4)), rise("c", percent(2)))
    assert crossings(answer).found == (Crossing(("a", "b"), Fraction(25000)), Crossing(("a", "c"), Fraction(50000)))


def test_a_gap_of_pennies_has_no_sign() -> None:
    """2% and 2% is 4.04% to the penny or so at any salary."""
    assert found(rise("a", percent(2), percent(2)), rise("b", percent(4.04))) == []
    twice = offer("a", award(APRIL_25, percent(2)), award("2025-04-02", percent(2)), until="2026-03-31")
    assert found(twice, twice._replace(id="b")) == []


def test_what_touches_does_not_cross() -> None:
    """4%, and at least £1,000, is never under 4%."""
    assert found(rise("a", percent(4), {"minimum_rise": 1000}), rise("b", percent(4))) == []


def test_salaries_without_a_value_are_passed_over_and_said_to_be() -> None:
    answer = ask("england", rise("b", percent(4)), salary=40000)
    assert crossings(answer) == ((), False)  # under £36,961 it went by pay point
    assert crossings(ask(rise("a", flat(1000)), rise("b", percent(4)))).complete


def test_a_crossing_beside_salaries_without_a_value_is_found() -> None:
    """Without a point there is no value under 20,300; £1,000 meets 4% at 25,000."""
    gone = rise("a", percent({"M1": 9}, pay_under=20300), flat(1000, pay_from=20300))
    answer = ask(gone, rise("b", percent(4)))
    assert [int(crossing.salary) for crossing in crossings(answer).found] == [25000]
    assert not crossings(answer).complete


def test_an_order_that_turns_across_salaries_without_a_value_has_no_crossing_there() -> None:
    gap = rise(
        "a",
        percent(6, pay_under=20300),
        percent({"M1": 9}, pay_from=20300, pay_up_to=30300),
        percent(2, pay_over=30300),
    )
    assert found(gap, rise("b", percent(4))) == []


def test_a_few_salaries_without_a_value_may_be_where_the_order_turns() -> None:
    """£1,012 but for a band with nothing known, against 4%, which is £1,012 at 25,300."""
    band = percent({"M1": 9}, pay_over=25290, pay_under=25310)
    narrow = rise("a", flat(1012, pay_up_to=25290), band, flat(1012, pay_from=25310))
    (salary,) = found(narrow, rise("b", percent(4)))
    assert abs(salary - 25300) <= 1
    assert not crossings(ask(narrow, rise("b", percent(4)))).complete


# In play or not.


@pytest.mark.parametrize(
    ("uplift", "expected"),
    [
        ([percent(5)], False),
        ([{"total_percent": 5}], False),
        ([percent(5), {"minimum_rise_percent": 4}], False),
        ([flat(500)], True),
        ([{"set": 41000}], True),
        ([percent(5), {"minimum_rise": 1000}], False),  # the floor is £2,000 away
        ([percent(2), {"minimum_rise": 1000}], True),
        ([percent(5), {"maximum_rise": 3000}], False),
        ([percent(5), {"maximum_rise": 1500}], True),
        ([percent(2), {"minimum_pay": 25000}], False),
        ([percent(2), {"minimum_pay": 45000}], True),
        ([percent(5, pay_up_to=80000)], False),
        ([percent(5, pay_from=30000)], True),  # below it there is less
        ([percent(5, pay_over=30000)], True),
        ([percent(5, pay_over=50000), percent(4)], False),
        ([percent(0), flat(0)], False),
    ],
)
def test_what_is_out_of_proportion_to_pay(uplift: list[Part], expected: bool) -> None:  # noqa: FBT001
    assert in_play(ask(rise("a", *uplift))) is expected


def test_a_one_off_of_a_sum_is_out_of_proportion_and_a_percentage_is_not() -> None:
    base = award(APRIL_25, percent(5))
    assert in_play(ask(offer("a", base, one_off(flat(500), paid=APRIL_25))))
    assert not in_play(ask(offer("a", base, one_off(percent(2), paid=APRIL_25))))
    assert not in_play(ask(offer("a", base, one_off({"months_of_rise": 2}, paid=APRIL_25))))


# Against a look at salaries in steps of £250.

STEP = 250
SUMS = st.integers(1, 60).map(lambda hundreds: hundreds * 100)
RATES = st.integers(0, 24).map(lambda quarters: quarters / 4)
THRESHOLDS = st.integers(12, 140).map(lambda thousands: thousands * 1000)


@st.composite
def uplifts(draw: st.DrawFn) -> list[Part]:
    kind = draw(st.sampled_from(["flat", "percent", "both", "floor", "cap", "threshold", "least"]))
    rate, total = draw(RATES), draw(SUMS)
    if kind == "threshold":
        limit = draw(THRESHOLDS)
        return [percent(rate, pay_up_to=limit), flat(total, pay_over=limit)]
    return {
        "flat": [flat(total)],
        "percent": [percent(rate)],
        "both": [percent(rate), flat(total)],
        "floor": [percent(rate), {"minimum_rise": total}],
        "cap": [percent(rate), {"maximum_rise": total}],
        "least": [percent(rate), {"minimum_pay": 15000 + total * 5}],
    }[kind]


def gap(answer: Comparison, salary: int) -> Fraction:
    """Extra pay of the first offer less that of the second, valued anew from the documents."""
    worth = []
    for one in answer.offers:
        (read,) = one.reads
        schedule = PaySchedule(one.offer, read.schedule.person._replace(pay=Fraction(salary)))
        worth.append(Valuation(schedule, schedule, read.figures.covered.window, None).extra_cash)
    return worth[0] - worth[1]


@given(uplifts(), uplifts())
@settings(max_examples=15)
def test_crossings_are_where_the_sign_changes_and_nowhere_else(one: list[Part], other: list[Part]) -> None:
    assume(one != other)
    answer = ask(rise("a", *one), rise("b", *other))
    salaries = [int(crossing.salary) for crossing in crossings(answer).found]
    gaps = [(salary, gap(answer, salary)) for salary in range(LEAST, MOST + 1, STEP)]
    told = [(salary, value) for salary, value in gaps if abs(value) >= 1]
    turns = [(low, high) for (low, below), (high, above) in pairwise(told) if (below < 0) != (above < 0)]
    for low, high in turns:
        assert any(low - 1 <= salary <= high + 1 for salary in salaries), (low, high)
    for salary in salaries:
        assert any(low - STEP <= salary <= high + STEP for low, high in turns) or _small(answer, salary), salary
    assert salaries == sorted(set(salaries))


def _small(answer: Comparison, salary: int) -> bool:
    """Whether the order turns there by less than the scan tells apart: at an end, or by under £1."""
    near = [gap(answer, min(max(salary + step, LEAST), MOST)) for step in (-1000, -STEP, -2, 2, STEP, 1000)]
    return min(near) < 0 < max(near)
