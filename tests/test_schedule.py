"""An offer applied to a person: dated steps and payments, with the working."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from payoffer.errors import NotValued
from payoffer.offer import Offer
from payoffer.point_names import Points
from payoffer.schedule import PaySchedule
from payoffer.steps import Person
from tests.asking import Part, award, document, flat, one_off, percent

APRIL_25, APRIL_26 = "2025-04-01", "2026-04-01"
DAY = date(2025, 4, 1)
YEAR_25 = ["2025-04-01", "2026-03-31"]


def schedule(offer: Offer, pay: object = 40000, **person: object) -> PaySchedule:
    return PaySchedule(offer, Person(Fraction(str(pay)), **person))  # type: ignore[arg-type]


def rates(found: PaySchedule) -> list[str]:
    return [str(Decimal(step.rate.numerator) / step.rate.denominator) for step in found.steps]


# Steps.


def test_the_rate_changes_on_the_day_and_stays() -> None:
    found = schedule(document(award(APRIL_26, percent(5.5)), award(APRIL_25, percent(6))))
    assert [found.rate_on(date(2025, 3, 31)), found.rate_on(DAY), found.rate_on(date(2026, 3, 31))] == [
        40000,
        42400,
        42400,
    ]
    assert found.rate_on(date(2026, 4, 1)) == found.rate_on(date.max) == 44732
    assert found.start_rate == 40000
    assert [step.start for step in found.steps] == [DAY, date(2026, 4, 1)]
    assert [step.before for step in found.steps] == [40000, 42400]


def test_all_awards_of_a_day_are_one_step_rounded_once() -> None:
    """£10,000.17 at 5% and 1.5% of it: 500.0085 + 150.00255 make 10,650.18105, which is £10,650.18."""
    offer = document(award(APRIL_25, percent(5), in_payment=True), award(APRIL_25, percent(1.5, of="before")))
    (step,) = schedule(offer, "10000.17").steps
    assert step.rate == Fraction("10650.18")
    assert step.exact == Fraction("10650.18105")
    assert step.rounded_by == offer.award[1]


def test_each_award_of_a_day_keeps_its_own_part_and_the_last_bears_the_rounding() -> None:
    """The rise of 650.01 is 500.0085 of the first award, and what is left: 150.0015."""
    offer = document(award(APRIL_25, percent(5), in_payment=True), award(APRIL_25, percent(1.5, of="before")))
    (step,) = schedule(offer, "10000.17").steps
    assert [part.rise for part in step.parts] == [Fraction("500.0085"), Fraction("150.0015")]
    assert sum(part.rise for part in step.parts) == step.rate - step.before


def test_an_award_that_leaves_pay_alone_does_not_bear_the_rounding() -> None:
    offer = document(award(APRIL_25, percent(5)), award(APRIL_25, percent(9, pay_over=50000)))
    (step,) = schedule(offer, "10000.17").steps
    assert [str(float(part.rise)) for part in step.parts] == ["500.01", "0.0"]
    assert step.rounded_by == offer.award[0]


def test_a_day_on_which_nothing_changes_rounds_nothing() -> None:
    (step,) = schedule(document(award(APRIL_25, percent(0)), round={"to": 100}), "40012.34", point="M1").steps
    assert (step.rate, step.carried, step.rounded_by) == (Fraction("40012.34"), Fraction("40012.34"), None)


def test_what_is_carried_on_may_be_the_unrounded_figure() -> None:
    """30,001 x 1.05 = 31,501.05, shown as 31,502; a year later 31,501.05 x 1.02 = 32,131.071, shown as 32,132."""
    rule = {"to": 1, "direction": "up", "carry": "unrounded"}
    found = schedule(document(award(APRIL_25, percent(5)), award(APRIL_26, percent(2)), round=rule), 30001, point="M1")
    assert rates(found) == ["31502", "32132"]
    assert found.carried_on(DAY) == Fraction("31501.05")
    assert found.carried_on(date(2025, 3, 31)) == 30001
    assert found.steps[1].before == 31502


def test_carried_rounded_the_next_award_works_from_what_was_shown() -> None:
    """31,502 x 1.02 = 32,132.04, shown as 32,133."""
    rule = {"to": 1, "direction": "up"}
    offer = document(award(APRIL_25, percent(5)), award(APRIL_26, percent(2)), round=rule)
    assert rates(schedule(offer, 30001, point="M1")) == ["31502", "32133"]


def test_a_publishers_rounding_is_for_pay_points_and_a_typed_salary_keeps_the_penny() -> None:
    offer = document(award(APRIL_25, percent(6)), round={"to": 3})
    assert rates(schedule(offer, 42336, point="M5")) == ["44877"]  # 44,876.16 is nearest to 14,959 threes
    assert rates(schedule(offer, 42336)) == ["44876.16"]
    assert rates(schedule(offer, "42336.10")) == ["44876.27"]  # 44,876.266


def test_an_award_may_have_a_rounding_of_its_own() -> None:
    offer = document(
        award(APRIL_25, percent(6), round={"to": 100}), award(APRIL_26, percent(1)), round={"to": 1, "direction": "up"}
    )
    assert rates(schedule(offer, 42336, point="M5")) == ["44900", "45349"]  # 44,876.16; 44,900 x 1.01
    assert rates(schedule(offer, 42336)) == ["44876.16", "45324.92"]  # 44,876.16 x 1.01 = 45,324.9216


def test_a_rounding_by_the_month_is_of_the_months_pay() -> None:
    """24,000 x 1.031 = 24,744, by the month 2,062.00; to the next ten pounds 2,070, which is 24,840 a year."""
    offer = document(award(APRIL_25, percent(3.1), per="month", round={"to": 10, "direction": "up"}))
    assert rates(schedule(offer, 24000, point="7")) == ["24840"]


def test_a_rounding_by_the_hour_is_of_the_hourly_rate() -> None:
    """20,857.20 / (40 x 52.143) = 10.00 an hour; 3.1% makes 10.31, to the next five pence 10.35."""
    offer = document(
        award(APRIL_25, percent(3.1), per="hour", round={"to": 0.05, "direction": "up"}), week=40, weeks=52.143
    )
    assert rates(schedule(offer, "20857.20", point="7")) == ["21587.202"]  # 10.35 x 40 x 52.143


# Sums by the month and the hour.


def test_sums_are_by_the_year_the_month_or_the_hour() -> None:
    by_month = document(award(APRIL_25, flat(50), per="month"))
    assert rates(schedule(by_month, 24000)) == ["24600"]
    by_hour = document(award(APRIL_25, flat(0.5), per="hour"), week=37, weeks=52)
    assert rates(schedule(by_hour, 24000)) == ["24962"]  # 0.50 x 37 x 52


def test_another_full_time_week_gets_sums_in_proportion() -> None:
    offer = document(award(APRIL_25, flat(1850)), award(APRIL_26, flat(0.5), per="hour"), week=37, weeks=52)
    assert rates(schedule(offer, 24000, week=Fraction(36))) == ["25800", "26736"]  # 1,850 x 36 / 37; 0.50 x 36 x 52
    assert rates(schedule(document(award(APRIL_25, flat(1850))), 24000, week=Fraction(36))) == ["25850"]


def test_limits_on_pay_are_in_the_unit_of_the_award() -> None:
    """2,000 a month is 24,000 a year: within "up to 2,000"."""
    offer = document(award(APRIL_25, percent(5, pay_up_to=2000), flat(10, pay_over=2000), per="month"))
    assert rates(schedule(offer, 24000)) == ["25200"]
    assert rates(schedule(offer, 24012)) == ["24132"]


# Pay points.


BY_POINT = document(award(APRIL_25, percent({"M1": 8, "others": 5})))


def test_a_point_gets_its_own_figure_and_others_the_rest() -> None:
    assert rates(schedule(BY_POINT, 30000, point="M1")) == ["32400"]
    assert rates(schedule(BY_POINT, 30000, point="U3")) == ["31500"]


def test_without_a_point_the_figure_for_others_is_used_and_said_once() -> None:
    offer = document(award(APRIL_25, percent({"M1": 8, "others": 5})), award(APRIL_26, percent({"M1": 8, "others": 5})))
    found = schedule(offer, 30000)
    assert rates(found) == ["31500", "33075"]
    assert found.notes == ["no pay point was named: the figure for other points is used (percent)"]
    assert schedule(BY_POINT, 30000, point="U3").notes == []


def test_an_award_that_does_nothing_for_want_of_a_point_is_refused() -> None:
    offer = document(award(APRIL_25, percent({"M1": 8, "M2": 7}, pay_up_to=50000), {"set": {"M3": 31000}}))
    with pytest.raises(
        NotValued,
        match=r"^An offer: on £30,000 the award of 1 April 2025 went by pay point \(M1, M2, M3\): "
        r"add the points and their pay a year to the file, such as points = \{ M1 = 25714 \}, and "
        "name the point with --point instead of --salary$",
    ):
        schedule(offer, 30000)


def test_a_one_off_for_want_of_a_point_is_refused_too() -> None:
    offer = document(award(APRIL_25, percent(5)), one_off(flat({"7": 1350}), paid="2025-06-30"))
    with pytest.raises(NotValued, match=r"on £31,500 the one-off went by pay point \(7\)"):
        schedule(offer, 30000)


def test_a_point_without_a_figure_has_no_rise_and_is_not_refused() -> None:
    found = schedule(document(award(APRIL_25, percent({"M1": 8}))), 30000, point="U3")
    assert rates(found) == ["30000"]
    assert found.steps[0].parts[0].working == ()


def test_a_term_that_reaches_the_pay_is_enough() -> None:
    offer = document(award(APRIL_25, percent(2), percent({"M1": 3})))
    assert rates(schedule(offer, 30000)) == ["30600"]


def test_an_award_for_other_pay_is_no_award_for_want_of_a_point() -> None:
    offer = document(award(APRIL_25, percent({"M1": 3}, pay_up_to=20000)))
    assert rates(schedule(offer, 30000)) == ["30000"]


def test_a_range_has_to_be_read_first() -> None:
    with pytest.raises(NotValued, match=r"^An offer: a range has to be read before it can be valued$"):
        schedule(document(award(APRIL_25, percent([3, 5]))))


# The unrounded pay that a scale holds beside the published.


UP = {"to": 1, "direction": "up", "carry": "unrounded"}
CARRIED = Points({"5 entry": Fraction(27055), "9 top": Fraction(109475), "9 mid": Fraction(100000)})
CARRIED.carried = {"5 entry": Fraction("27054.16"), "9 top": Fraction("109474.71")}


def test_a_point_starts_from_its_unrounded_pay_where_unrounded_pay_is_carried() -> None:
    """27,054.16 x 1.05 = 28,406.868, x 1.055 = 29,969.24574; from 27,055 it would be 28,407.75, and so £28,408."""
    offer = document(award(APRIL_25, percent(5)), award(APRIL_26, percent(5.5)), round=UP)
    found = schedule(offer, 27055, point="5 entry", points=CARRIED)
    assert rates(found) == ["28407", "29970"]
    assert [found.start_rate, found.start_carried, found.rate_on(date.min)] == [27055, Fraction("27054.16"), 27055]
    assert found.steps[0].parts[0].rise == 1352
    (note,) = found.notes
    assert note == (
        "the rises of 5 entry work from £27,054.16, which was rounded to £27,055: derived from what was published for "
        "all years, not published itself"
    )
    assert rates(schedule(document(award(APRIL_25, percent(5)), round={**UP, "carry": "rounded"}), 27055)) == [
        "28407.75"
    ]


def test_without_unrounded_pay_a_point_starts_from_what_was_published() -> None:
    offer = document(award(APRIL_25, percent(5)), round=UP)
    rounded = document(award(APRIL_25, percent(5)), round={"to": 1, "direction": "up"})
    assert rates(schedule(rounded, 27055, point="5 entry", points=CARRIED)) == ["28408"]
    for pay, person in (
        (100000, {"point": "9 mid", "points": CARRIED}),  # it holds none for this point
        (27055, {"point": "5 entry", "points": dict(CARRIED)}),
        (27055, {"points": CARRIED}),
        (27056, {"point": "5 entry", "points": CARRIED}),  # another pay than the point's
    ):
        found = schedule(offer, pay, **person)
        assert found.start_carried == pay
        assert not found.notes


@pytest.mark.parametrize(
    ("of", "amount"),
    [
        ("before", "2189.4942"),
        ("2025-03-31", "2189.4942"),
        ("in_payment", "2211.389142"),  # 109,474.71 x 1.01 x 0.02
        ("in_force", "2298.96891"),  # 109,474.71 x 1.05 x 0.02
    ],
)
def test_a_percentage_one_off_is_of_unrounded_pay_too(of: str, amount: str) -> None:
    """2% of 109,474.71 is 2,189.4942."""
    paid_part = award(APRIL_25, percent(1), in_payment=True)
    more = award(APRIL_25, percent(4, of="before"))
    offer = document(paid_part, more, one_off(percent(2), of=of, covers=YEAR_25), round=UP)
    (payment,) = schedule(offer, 109475, point="9 top", points=CARRIED).payments
    assert payment.amount == Fraction(amount)


def test_limits_on_pay_are_tested_on_what_was_published() -> None:
    """27,054.16 is under 27,055, but the point is not."""
    limited = {"pay_under": 27055}
    offer = document(award(APRIL_25, flat(500, **limited)), one_off(flat(100, **limited), covers=YEAR_25), round=UP)
    found = schedule(offer, 27055, point="5 entry", points=CARRIED)
    assert rates(found) == ["27055"]
    assert found.payments[0].amount == 0


def test_limits_on_pay_are_tested_on_the_day_that_the_term_is_of() -> None:
    """40,000 is 41,000 on account; 5% of it is for pay up to 40,000 in March, 6% for more."""
    since = {"of": "2025-03-31"}
    bands = [{"total_percent": 5, "pay_up_to": 40000, **since}, {"total_percent": 6, "pay_over": 40000, **since}]
    offer = document(award(APRIL_25, flat(1000)), award("2025-08-01", *bands))
    assert rates(schedule(offer, 40000)) == ["41000", "42000"]
    assert rates(schedule(offer, 50000)) == ["51000", "53000"]


# A point that leaves the scale.


MOVES = document(award(APRIL_25, percent(5), {"move": {"M1": "M2"}}), award(APRIL_26, percent({"M2": 4, "others": 3})))
SCALE = {"M1": Fraction(25000), "M2": Fraction(27000)}


def test_people_on_a_point_that_goes_follow_the_other_from_then_on() -> None:
    """M2: 27,000 x 1.05 = 28,350, x 1.04 = 29,484."""
    found = schedule(MOVES, 25000, point="m1", points=SCALE)
    assert rates(found) == ["28350", "29484"]
    first, second = found.steps
    assert [first.before, first.parts[0].rise] == [25000, 3350]
    assert first.moved_to == "M2"
    assert first.parts[0].working[0].key == "M2"
    assert second.before == 28350


def test_a_move_leaves_everybody_else_alone() -> None:
    assert rates(schedule(MOVES, 40000, point="U3", points=SCALE)) == ["42000", "43260"]
    assert rates(schedule(MOVES, 40000)) == ["42000", "43260"]


def test_a_move_is_said_where_no_point_is_named() -> None:
    assert schedule(MOVES, 40000).notes[0] == "no pay point was named: what is said of M1 alone is not counted"
    assert schedule(MOVES, 40000, point="U3", points=SCALE).notes == []


def test_those_who_move_carry_on_from_the_unrounded_pay_of_their_new_point() -> None:
    """21,317.10 x 1.05 = 22,382.955, shown as £22,383, x 1.055 = 23,614.017525; from 22,383 it would be 23,614.065."""
    points = Points({"2 entry": Fraction(20270), "2 top": Fraction(21318)})
    points.carried = {"2 top": Fraction("21317.10")}
    lifted = award(APRIL_25, percent(5), {"move": {"2 entry": "2 top"}})
    found = schedule(document(lifted, award(APRIL_26, percent(5.5)), round=UP), 20270, point="2 entry", points=points)
    assert rates(found) == ["22383", "23615"]
    assert found.carried_on(DAY) == Fraction("22382.955")
    (note,) = found.notes
    assert note.startswith("the rises of 2 top work from £21,317.10, which was rounded to £21,318")
    points.derived = frozenset({"2 top"})
    moved = schedule(document(lifted, round=UP), 20270, point="2 entry", points=points)
    assert moved.notes[0] == "£21,318 at 2 top is worked out from published figures, not printed itself"


def test_a_move_to_a_point_of_unknown_pay_is_refused_with_the_remedy() -> None:
    with pytest.raises(
        NotValued, match=r"on 1 April 2025 M1 moves to M2, whose pay before the offer is not known: add it to the file"
    ):
        schedule(MOVES, 25000, point="M1", points={"M1": Fraction(25000)})


# Bases.


def test_an_earlier_day_is_the_rate_with_all_its_awards() -> None:
    offer = document(
        award(APRIL_25, percent(2)),
        award("2025-10-01", percent(2, of="2025-04-01")),
        award("2026-01-01", percent(1, of="2025-03-31")),
        award("2026-02-01", percent(1, of="before")),
    )
    # 40,800; + 2% of 40,800 = 41,616; + 1% of 40,000 = 42,016; + 1% of 42,016 = 42,436.16
    assert rates(schedule(offer)) == ["40800", "41616", "42016", "42436.16"]


def test_the_pay_as_it_stands_is_the_base_of_a_percentage_and_the_day_before_of_a_limit() -> None:
    # 40,000 + 1,000 = 41,000, + 2% of 41,000 = 41,820; at least 2,000 above 40,000.
    assert rates(schedule(document(award(APRIL_25, flat(1000), percent(2))))) == ["41820"]
    assert rates(schedule(document(award(APRIL_25, percent(2), {"minimum_rise": 2000})))) == ["42000"]


def test_each_term_shows_its_working() -> None:
    offer = document(award(APRIL_25, percent(2), {"minimum_rise": 2000}))
    (first, second) = schedule(offer).steps[0].parts[0].working
    assert [first.before, first.base, first.figure, first.after] == [40000, 40000, 2, 40800]
    assert [second.before, second.base, second.figure, second.after] == [40800, 40000, 2000, 42000]


# One-offs.


def paid(offer: Offer, pay: object = 40000, **person: object) -> list[tuple[str, str]]:
    return [(f"{payment.day}", str(float(payment.amount))) for payment in schedule(offer, pay, **person).payments]


BASED = [award(APRIL_25, percent(5), in_payment=True), award(APRIL_25, percent(1.5, of="before"))]


@pytest.mark.parametrize(
    ("base", "amount"),
    [
        ("before", "600.0"),
        ("in_payment", "630.0"),
        ("in_force", "639.0"),
        ("2025-03-31", "600.0"),
        ("2025-04-01", "639.0"),
    ],
)
def test_a_percentage_once_is_of_its_base(base: str, amount: str) -> None:
    offer = document(*BASED, one_off(percent(1.5), of=base, covers=YEAR_25))
    assert paid(offer) == [("2025-04-01", amount)]


def test_payments_stand_in_the_order_of_their_days() -> None:
    lumps = [one_off(flat(2), paid="2025-08-31"), one_off(flat(1), paid="2025-07-31")]
    offer = document(award(APRIL_25, percent(5)), *lumps)
    assert paid(offer) == [("2025-07-31", "1.0"), ("2025-08-31", "2.0")]


def test_instalments_are_paid_a_month_apart() -> None:
    offer = document(award(APRIL_25, percent(5)), one_off(flat(220), paid="2025-07-31", times=3))
    found = schedule(offer).payments
    assert [(payment.day, payment.paid) for payment in found] == [
        (date(2025, 7, 31), date(2025, 7, 31)),
        (date(2025, 8, 31), date(2025, 8, 31)),
        (date(2025, 9, 30), date(2025, 9, 30)),
    ]
    assert [payment.amount for payment in found] == [220, 220, 220]


def test_what_covers_a_time_counts_on_its_first_day_and_is_paid_when_it_is_paid() -> None:
    offer = document(award(APRIL_25, percent(5)), one_off(flat(220), covers=YEAR_25, paid="2025-07-31"))
    (payment,) = schedule(offer).payments
    assert (payment.day, payment.paid) == (DAY, date(2025, 7, 31))
    (unknown,) = schedule(document(award(APRIL_25, percent(5)), one_off(flat(220), covers=YEAR_25))).payments
    assert unknown.paid is None


def test_a_share_of_full_time_gets_its_share_unless_the_sum_is_the_same_to_everyone() -> None:
    offer = document(
        award(APRIL_25, percent(5)),
        one_off(flat(500), paid="2025-07-31"),
        one_off(flat(500), paid="2025-07-31", pro_rata=False),
    )
    assert paid(offer, fte=Fraction(1, 2)) == [("2025-07-31", "250.0"), ("2025-07-31", "500.0")]


def test_the_sum_of_a_pay_point_is_rounded_as_the_offer_says_before_it_is_shared() -> None:
    """1.5% of 40,111 is 601.665, up to the pound 602; half of it 301."""
    offer = document(
        award(APRIL_25, percent(5)),
        one_off(percent(1.5), of="before", covers=YEAR_25, round={"to": 1, "direction": "up"}),
    )
    assert paid(offer, 40111, point="M1") == [("2025-04-01", "602.0")]
    assert paid(offer, 40111, point="M1", fte=Fraction(1, 2)) == [("2025-04-01", "301.0")]
    assert paid(offer, 40111) == [("2025-04-01", "601.665")]


def test_limits_of_a_one_off_look_at_its_base() -> None:
    terms: list[Part] = [flat(650, pay_under=42000), flat(500, pay_from=42000)]
    offer = document(award(APRIL_25, percent(5)), one_off(*terms, paid="2025-07-31"))
    assert paid(offer, 40000) == [("2025-07-31", "500.0")]
    assert paid(offer, 39999) == [("2025-07-31", "650.0")]  # 41,998.95 with the rise
    assert paid(document(award(APRIL_25, percent(5)), one_off(*terms, of="before", paid="2025-07-31"))) == [
        ("2025-07-31", "650.0")
    ]


def test_a_one_off_that_is_for_other_pay_is_nothing() -> None:
    offer = document(award(APRIL_25, percent(5)), one_off(flat(650, pay_under=20000), paid="2025-07-31"))
    assert paid(offer) == [("2025-07-31", "0.0")]


def test_months_of_the_rise() -> None:
    """5% of 40,000 is 2,000 a year, three months of it 500; since March 2024 of all rises."""
    rise = {"months_of_rise": 3}
    offer = document(award("2024-04-01", percent(2)), award(APRIL_25, flat(2000)), one_off(rise, paid="2025-09-30"))
    assert paid(offer) == [("2025-09-30", "500.0")]
    since = document(
        award("2024-04-01", percent(2)),
        award(APRIL_25, flat(2000)),
        one_off({**rise, "of": "2024-03-31"}, paid="2025-09-30"),
    )
    assert paid(since) == [("2025-09-30", "700.0")]  # 800 + 2,000 a year
    early = document(award(APRIL_25, flat(2000)), one_off(rise, paid="2025-01-31"))
    assert paid(early) == [("2025-01-31", "0.0")]


# What is already being paid.


def test_the_part_in_payment_is_a_schedule_of_its_own() -> None:
    lumps = [one_off(flat(100), paid="2025-07-31"), one_off(flat(50), paid="2025-05-31", in_payment=True)]
    offer = document(*BASED, *lumps)
    found = schedule(offer)
    assert rates(found.in_payment) == ["42000"]
    assert [payment.amount for payment in found.in_payment.payments] == [50]
    assert found.in_payment.rate_on(date(2025, 3, 31)) == 40000
    assert found.in_payment.rate_on(DAY) == 42000
