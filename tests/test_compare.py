"""Offers side by side: whose months are counted, each reading over three windows."""

from datetime import date
from fractions import Fraction

import pytest

from payoffer.compare import Comparison
from payoffer.errors import NotValued, UnknownName
from payoffer.money import decimals
from payoffer.pay_before import pay_before
from payoffer.steps import Person
from tests.asking import ask, award, document, flat, offer, one_off, percent, proposed

APRIL_25, SEPTEMBER_25, APRIL_26 = "2025-04-01", "2025-09-01", "2026-04-01"
YEAR_25 = ["2025-04-01", "2026-03-31"]


def counted(answer: Comparison) -> tuple[str, str, str, bool]:
    return str(answer.months), str(answer.months_covered), answer.align, answer.same_people


def anchors(answer: Comparison) -> list[date]:
    return [found.anchor for found in answer.offers]


ONE = offer("one", award(APRIL_25, percent(5)))
TWO = offer("two", award(APRIL_25, percent(4)), award(APRIL_26, percent(3)))
LATER = offer("later", award(SEPTEMBER_25, percent(5)), award("2026-09-01", percent(2)))


# Whose months are counted.


def test_one_offer_counts_its_own_months() -> None:
    answer = ask(TWO)
    assert counted(answer) == ("24", "24", "dates", True)
    assert not answer.longer


def test_the_longest_deal_is_the_window_and_the_months_of_all_are_covered() -> None:
    answer = ask(ONE, TWO)
    assert counted(answer) == ("24", "12", "dates", True)
    assert answer.longer


def test_offers_to_one_group_share_the_earliest_start() -> None:
    answer = ask(TWO, LATER)
    assert anchors(answer) == [date(2025, 4, 1)] * 2
    assert counted(answer) == ("24", "24", "dates", True)  # LATER runs on for five months after them
    assert [found.deal.start for found in answer.offers] == [date(2025, 4, 1), date(2025, 9, 1)]


def test_a_later_deal_covers_what_is_left_of_its_months() -> None:
    answer = ask(ONE, LATER, months=36)
    assert counted(answer) == ("36", "12", "dates", True)
    assert counted(ask(LATER, TWO, months=36)) == ("36", "24", "dates", True)


def test_offers_to_different_groups_each_have_their_own_start() -> None:
    answer = ask(offer("a", award(APRIL_25, percent(4))), offer("b", award(SEPTEMBER_25, percent(5)), group="other"))
    assert anchors(answer) == [date(2025, 4, 1), date(2025, 9, 1)]
    assert counted(answer) == ("12", "12", "years", False)


def test_groups_share_a_start_each_among_itself() -> None:
    answer = ask(ONE, LATER, offer("x", award("2025-07-01", percent(1)), group="other"))
    assert anchors(answer) == [date(2025, 4, 1), date(2025, 4, 1), date(2025, 7, 1)]
    assert counted(answer)[2:] == ("years", False)


def test_no_group_means_the_same_people() -> None:
    nameless = offer("b", award(SEPTEMBER_25, percent(5)), group=None)
    assert counted(ask(TWO, nameless))[2:] == ("dates", True)
    assert anchors(ask(TWO, nameless)) == [date(2025, 4, 1)] * 2
    assert counted(ask(nameless, offer("c", award(APRIL_25, percent(1)), group=None)))[3] is True


def test_no_group_beside_several_is_a_group_of_its_own() -> None:
    answer = ask(
        offer("a", award(APRIL_25, percent(4))),
        offer("b", award("2025-07-01", percent(5)), group="other"),
        offer("c", award(SEPTEMBER_25, percent(5)), group=None),
    )
    assert anchors(answer) == [date(2025, 4, 1), date(2025, 7, 1), date(2025, 9, 1)]


def test_the_alignment_can_be_forced() -> None:
    years = ask(TWO, LATER, align="years")
    assert anchors(years) == [date(2025, 4, 1), date(2025, 9, 1)]
    assert counted(years) == ("24", "24", "years", True)
    other = offer("b", award(SEPTEMBER_25, percent(5)), group="other")
    dates = ask(TWO, other, align="dates")
    assert anchors(dates) == [date(2025, 4, 1)] * 2
    assert counted(dates) == ("24", "17", "dates", False)  # September 2025 to August 2026 ends in month 17


def test_different_groups_that_start_on_one_day_are_still_counted_by_years() -> None:
    answer = ask(ONE, offer("b", award(APRIL_25, percent(5)), group="other"))
    assert counted(answer) == ("12", "12", "years", False)


def test_months_can_be_asked_for() -> None:
    assert counted(ask(TWO, months=6))[:2] == ("6", "6")
    assert counted(ask(ONE, TWO, months=36))[:2] == ("36", "12")
    assert counted(ask(ONE, TWO, months=18))[:2] == ("18", "12")


# Offers that give year numbers.


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("g", date(2025, 4, 1)),  # with the earliest of its own group
        ("other", date(2025, 7, 1)),
        (None, date(2025, 4, 1)),  # no group: with the earliest of all
        ("third", date(2025, 4, 1)),
    ],
)
def test_an_offer_without_dates_starts_with_one_of_its_group_that_has_them(group: str | None, expected: date) -> None:
    answer = ask(
        offer("u", award(None, percent(4), year=1), group=group),
        offer("a", award(SEPTEMBER_25, percent(4))),
        offer("b", award(APRIL_25, percent(4))),
        offer("c", award("2025-07-01", percent(4)), group="other"),
        align="years",
    )
    assert answer.offers[0].deal.start == expected
    assert [found.dated for found in answer.offers] == [False, True, True, True]


def test_an_offer_without_dates_prefers_its_group_to_an_earlier_one_of_another() -> None:
    answer = ask(
        offer("u", award(None, percent(4), year=1), group="other"),
        offer("a", award(APRIL_25, percent(4))),
        offer("b", award(SEPTEMBER_25, percent(4)), group="other"),
    )
    assert answer.offers[0].deal.start == date(2025, 9, 1)


def test_alone_an_offer_without_dates_is_counted_all_the_same() -> None:
    answer = ask(offer("u", award(None, percent(4), year=1), award(None, percent(3), year=2)))
    # 40,000 x 1.04 = 41,600, x 1.03 = 42,848.
    assert answer.months == 24
    assert answer.offers[0].reads[0].figures.own.extra_cash == 1600 + 2848
    assert answer.offers[0].offer.award[0].year == 1  # the document stays as it was written


# Readings.


def cash(answer: Comparison, nth: int = 0) -> list[str]:
    return [str(decimals(read.figures.covered.extra_cash, 2)) for read in answer.offers[nth].reads]


def test_readings_stand_least_first() -> None:
    answer = ask("wales")
    assert cash(answer) == ["3200.00", "3230.00", "3239.00"]
    falling = offer("cut", award(APRIL_25, percent(-4)), one_off(percent(10), of="unstated", covers=YEAR_25))
    assert cash(ask(falling)) == ["2240.00", "2400.00"]  # 3,840 of pay after less 1,600; 4,000 of pay before
    assert [read.assumes[0].value for read in ask(falling).offers[0].reads] == ["in_force", "before"]


def test_readings_that_come_to_the_same_are_one() -> None:
    nothing_in_payment = offer("a", award(APRIL_25, percent(5)), one_off(percent(1), of="unstated", covers=YEAR_25))
    assert cash(ask(nothing_in_payment)) == ["2400.00", "2420.00"]


def test_readings_that_differ_only_after_the_months_counted_are_kept() -> None:
    late = offer("a", award(APRIL_25, percent(5)), award(APRIL_26, percent([1, 2])))
    assert cash(ask(late, months=12)) == ["2000.00", "2000.00"]


def test_what_is_known_of_an_offer() -> None:
    answer = ask("wales", "england", follows={"wales": 3.5})
    wales, england = answer.offers
    assert (wales.id, wales.named.file, wales.named.kind_of_file) == ("wales", "wales.toml (bundled)", "bundled")
    assert [wales.rate_before, wales.rate_in_payment] == [40000, 42000]
    assert wales.follows is not None
    assert wales.follows.percent == Fraction("3.5")
    assert england.follows is None
    assert (wales.nothing_new, england.nothing_new) == (False, True)


def test_each_price_index_has_its_own_figures() -> None:
    (read,) = ask("scotland", inflation=[[10.1], [5, 4]]).offers[0].reads
    needed = [figures.window.extra_cash_needed for figures in read.by_prices]
    assert needed == [Fraction("12528.04"), 40000 * Fraction("0.05") + 40000 * Fraction("0.092")]
    assert read.figures is read.by_prices[0]
    (bare,) = ask("scotland").offers[0].reads
    assert bare.figures.window.prices is None


def test_own_months_run_from_the_offers_own_start() -> None:
    later = ask(TWO, LATER).offers[1].reads[0].figures
    # From April: 2,000 a year for twelve months from September, then 2,840 for the last seven.
    assert later.window.extra_cash == 2000 + 2840 * Fraction(7, 12)
    assert later.own.extra_cash == 2000 + 2840
    assert later.own.window.anchor == date(2025, 9, 1)


def test_what_follows_is_counted_in_the_window_and_not_in_the_deals_own_months() -> None:
    figures = ask(ONE, TWO, follows={"one": 3}).offers[0].reads[0].figures
    assert (figures.window.rate_at_end, figures.own.rate_at_end) == (Fraction(43260), Fraction(42000))
    assert figures.window.extra_cash == 2000 + 3260
    assert figures.window.window.runs_to is None


def test_what_follows_a_part_in_payment_follows_it_in_both() -> None:
    """Without a Yes the 5% goes on and 3% follows it: 43,260; with it 42,600 x 1.03 = 43,878."""
    figures = ask("wales", "scotland", follows={"wales": 3}).offers[0].reads[0].figures
    assert figures.window.paid.rate_on(date.max) == 43260
    assert figures.window.new_cash == 600 + 600 + 618


def test_what_has_been_proposed_is_counted_on_request_alone() -> None:
    plan = offer("plan", award(APRIL_25, percent(5)), proposed(APRIL_26, percent(3)))
    assert ask(plan, TWO).offers[0].reads[0].figures.window.extra_cash == 4000
    counted_too = ask(plan, TWO, follows={"plan": "proposed"}).offers[0].reads[0].figures.window
    assert counted_too.extra_cash == 2000 + 3260
    assert counted_too.window.runs_to == 24


# Whose pay.


def test_a_pay_point_is_looked_up_on_the_scale_before_the_first_day() -> None:
    answer = ask("wales", points={"wales": "u3"})
    assert answer.offers[0].rate_before == 42333
    assert answer.offers[0].reads[0].schedule.person.point == "U3"
    assert answer.offers[0].reads[0].schedule.rate_on(date(2022, 9, 1)) == 45085


def test_an_exact_name_goes_before_one_in_another_case() -> None:
    both = offer("a", award(APRIL_25, percent(5)), points={"m1": 25000, "M1": 26000})
    assert ask(both, points={"a": "M1"}).offers[0].rate_before == 26000
    assert ask(both, points={"a": "m1"}).offers[0].rate_before == 25000


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ({"M1": 25000, "M2": 26000}, r"^a: there is no pay point \"U9\": name one of M1, M2$"),
        ({"M1": 25000}, r"^a: there is no pay point \"U9\": name M1, the only one known here$"),
    ],
)
def test_a_pay_point_that_is_not_there_is_refused_with_those_that_are(points: dict[str, int], told: str) -> None:
    with pytest.raises(UnknownName, match=told):
        ask(offer("a", award(APRIL_25, percent(5)), points=points), points={"a": "U9"})


def test_without_a_point_the_files_own_points_serve_for_moves() -> None:
    moving = offer("a", award(APRIL_25, {"move": {"M1": "M2"}}, percent(1)), points={"M1": 25000, "M2": 26000})
    answer = ask(moving, points={"a": "M1"})
    assert answer.offers[0].reads[0].schedule.rate_on(date(2025, 4, 1)) == 26260
    assert ask(moving).offers[0].reads[0].schedule.person.points == {"M1": 25000, "M2": 26000}


def test_pay_now_is_turned_back_into_pay_before_the_awards_in_payment() -> None:
    answer = ask("wales", "scotland", salary=42000, now=True)
    assert [found.rate_before for found in answer.offers] == [40000, 42000]
    assert [found.rate_in_payment for found in answer.offers] == [42000, 42000]


def test_pay_now_that_rounding_leaves_out_is_the_penny_above() -> None:
    """40,018.09 x 1.05 = 42,018.9945, which is 42,018.99; a penny more makes 42,019.005, which is 42,019.01."""
    assert pay_before(ask("wales").offers[0].offer, Person(Fraction(42019))) == Fraction("40018.10")


def test_pay_that_no_pay_before_makes_is_refused() -> None:
    jump = document(award(APRIL_25, percent(5, pay_from=30000), in_payment=True))
    with pytest.raises(NotValued, match=r"no pay before the awards already being paid makes £31,000.00 now"):
        pay_before(jump, Person(Fraction(31000)))
    # 30,000 itself makes 31,500.
    assert pay_before(jump, Person(Fraction(31500))) == 30000


def test_pay_that_would_have_been_more_than_twice_as_much_is_refused() -> None:
    cut = document(award(APRIL_25, percent(-60), in_payment=True))
    with pytest.raises(NotValued, match=r"no pay before the awards already being paid makes £20,000.00 now"):
        pay_before(cut, Person(Fraction(20000)))


def test_pay_that_several_pays_before_make_is_refused() -> None:
    floor = document(award(APRIL_25, {"minimum_pay": 25000}, in_payment=True))
    with pytest.raises(NotValued, match=r"more than one pay before the awards makes £25,000.00 now"):
        pay_before(floor, Person(Fraction(25000)))


def test_pay_that_two_pennies_make_is_refused() -> None:
    """Six tenths of £100.01 and of £100.02 are £60.01; £60.03 is that of £100.05 alone."""
    cut = document(award(APRIL_25, percent(-40), in_payment=True))
    with pytest.raises(NotValued, match="more than one pay"):
        pay_before(cut, Person(Fraction("60.01")))
    assert pay_before(cut, Person(Fraction("60.03"))) == Fraction("100.05")


def test_pay_now_is_pay_before_where_nothing_is_in_payment() -> None:
    assert pay_before(document(award(APRIL_25, flat(500))), Person(Fraction(31000))) == 31000


def test_a_salary_that_an_award_in_payment_does_not_settle_is_refused_as_such() -> None:
    by_point = document(
        award(APRIL_25, percent({"M1": 5}, pay_under=30000), flat(100, pay_from=30000), in_payment=True)
    )
    assert pay_before(by_point, Person(Fraction(30100))) == 30000
    with pytest.raises(NotValued, match="went by pay point"):
        pay_before(document(award(APRIL_25, percent({"M1": 5}), in_payment=True)), Person(Fraction(30100)))
