"""What the next award would have to be: to keep up, to be level, to meet a claim; and that it does."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.errors import NotValued
from payoffer.forecast import by_rates
from payoffer.money import decimals
from payoffer.needed import Goal, claim, goals, keeping_up, level
from payoffer.prices import SeriesPrices
from tests.asking import ask, award, measured, offer, percent
from tests.made import law

PENNY = Fraction(1, 100)


def awards(goal: Goal, places: int = 3) -> list[str]:
    return [str(decimals(need.next_award_percent, places)) for need in goal.readings]


def test_wales_to_be_level_with_scotland() -> None:
    """1,332, 1,302 and 1,293 less over the second year, on 42,600: 3.127%, 3.056% and 3.035%."""
    goal: Any = level(ask("wales", "scotland"))
    assert (goal.kind, goal.offer.id, goal.by, goal.months) == ("level", "wales", date(2023, 9, 1), 12)
    assert awards(goal) == ["3.127", "3.056", "3.035"]
    assert [need.one_off for need in goal.readings] == [1332, 1302, 1293]
    assert [str(decimals(need.rise_percent, 3)) for need in goal.readings] == ["9.830", "9.755", "9.733"]
    assert awards(level(ask("scotland", "wales"))) == ["3.127", "3.056", "3.035"]


def test_wales_to_have_kept_up_with_ten_per_cent_twice() -> None:
    """40,000 x 1.101 x 1.101 = 48,488.04, over 42,600 is 13.82%; 5,888.04 short a year."""
    goal: Any = next(keeping_up(ask("wales", inflation=[10.1])))
    assert (goal.kind, goal.by, goal.prices) == ("keep_up", date(2023, 9, 1), 0)
    assert awards(goal, 2) == ["13.82"] * 3
    assert {(need.one_off, need.target, need.rate) for need in goal.readings} == {
        (Fraction("5888.04"), Fraction("48488.04"), 42600)
    }
    assert goal.readings[0].rise_percent == Fraction("21.2201")


def test_keeping_up_by_a_series() -> None:
    """CPI, September 2021 to 2023: 112.4 to 132.0; over the deal itself, from September 2022: 123.8 to 132.0."""
    goal: Any = next(keeping_up(ask("wales", inflation=[measured("cpi")])))
    assert goal.readings[0].target == 40000 * Fraction(1320, 1124)
    assert goal.met.percent == (Fraction(1320, 1124) - 1) * 100
    assert goal.met.between == (date(2021, 9, 1), date(2023, 9, 1))
    assert goal.during.percent == (Fraction(1320, 1238) - 1) * 100
    assert goal.during.between == (date(2022, 9, 1), date(2023, 9, 1))
    assert (goal.met.forecast_from, goal.opposite) == (None, None)


def test_prices_over_the_deal_itself_that_say_the_opposite() -> None:
    """Wales, March 2023, 44,730: CPI 112.4 to 134.2 takes 47,758; from 123.8 it takes 43,360, and 1,370 are over."""
    goal: Any = next(keeping_up(ask("wales-2023-03", inflation=[measured("cpi")])))
    assert goal.readings[0].target == 40000 * Fraction(1342, 1124)
    assert goal.opposite == goal.during
    assert decimals(44730 - 40000 * goal.during.level, 0) == 1370
    assert next(keeping_up(ask("wales-2023-03", inflation=[10.1]))).opposite is None


def test_prices_that_are_a_forecast() -> None:
    """CPI is held to August 2026: a deal of two years from September 2026 needs it to September 2028."""
    held_ = measured("cpi")
    ahead = SeriesPrices(by_rates(held_.series, (Decimal(3),), "your forecast of 3% a year"))
    goal: Any = next(keeping_up(ask("england-2026", inflation=[ahead])))
    assert goal.met.between == (date(2025, 9, 1), date(2028, 9, 1))
    assert goal.met.forecast_from == date(2026, 9, 1)
    assert next(keeping_up(ask("england-2026", inflation=[3]))).met.forecast_from is None  # type: ignore[union-attr]
    past: Any = next(keeping_up(ask("wales", inflation=[ahead])))
    assert past.met.forecast_from is None


def test_every_goal_of_an_answer() -> None:
    """The level comes first; what would keep up is asked of the first offers alone."""
    both = ask("wales", "scotland", inflation=[10.1])
    assert [(goal.kind, goal.offer.id) for goal in goals(both, 1)] == [("level", "wales"), ("keep_up", "wales")]
    assert [goal.offer.id for goal in goals(both, 2)] == ["wales", "wales", "scotland"]
    asked = offer("c", award("2022-04-01", percent(10)), kind="claim", group="teachers-scotland")
    assert [goal.kind for goal in goals(ask("scotland", asked), 1)] == ["claim"]
    assert [goal.kind for goal in goals(ask("wales", inflation=[3]), 1)] == ["keep_up"]


def test_keeping_up_needs_the_month_of_the_next_award() -> None:
    late = ask(offer("a", award("2026-01-01", percent(3))), inflation=[measured("cpi")])
    with pytest.raises(NotValued, match="CPI here ends in August 2026, and January 2027 is needed"):
        list(keeping_up(late))


def test_offers_over_the_same_months_are_level_in_basic_pay() -> None:
    """5% and 3%: 42,000 over 41,200 is 1.942%; extra pay 2,000 against 1,200."""
    five, three = offer("five", award("2025-04-01", percent(5))), offer("three", award("2025-04-01", percent(3)))
    goals: list[Any] = [level(ask(five, three)), level(ask(three, five))]
    for goal in goals:
        assert (goal.kind, goal.offer.id, goal.by, goal.months) == ("level_basic_pay", "three", date(2026, 4, 1), 12)
        assert awards(goal) == ["1.942"]
        assert goal.readings[0].one_off == 800


def test_a_claim() -> None:
    """A claim of 10%, 44,000, against 5%, 42,000: 4.762%; an offer that is over it needs less than nothing."""
    asked = offer("c", award("2025-04-01", percent(10)), kind="claim")
    goal = claim(ask(offer("a", award("2025-04-01", percent(5))), asked))
    assert (goal.kind, goal.offer.id, awards(goal)) == ("claim", "a", ["4.762"])
    assert goal.readings[0].one_off == 2000
    over = claim(ask(offer("a", award("2025-04-01", percent(12))), asked))
    assert over.readings[0].next_award_percent < 0


def test_part_time_scales_the_one_off_and_no_rate() -> None:
    goal = next(keeping_up(ask("wales", inflation=[10.1], fte="0.5")))
    assert goal.readings[0].one_off == Fraction("2944.02")
    assert awards(goal, 2)[0] == "13.82"


rises = st.decimals(0, 12, places=1)


@law
@given(rises, rises, rises, st.decimals(12000, 90000, places=0))
def test_given_as_a_next_rise_it_leaves_no_difference_to_the_penny(
    one: Decimal, first: Decimal, second: Decimal, salary: Decimal
) -> None:
    """Through the whole command's path: the rate is kept to the penny, so half a penny may stay."""
    short = offer("short", award("2025-04-01", percent(one)))
    long = offer("long", award("2025-04-01", percent(first)), award("2026-04-01", percent(second)))
    need = level(ask(short, long, salary=salary)).readings[0]
    rise = float(decimals(need.next_award_percent, 9))
    again = ask(short, long, salary=salary, follows={"short": rise})
    mine, theirs = (valued.reads[0].figures.window.extra_cash for valued in again.offers)
    assert abs(mine - theirs) < PENNY


@law
@given(rises, st.decimals(-3, 15, places=1), st.decimals(12000, 90000, places=0))
def test_and_keeping_up_with_it_is_keeping_up(rise: Decimal, prices: Decimal, salary: Decimal) -> None:
    asked = offer("a", award("2025-04-01", percent(rise)))
    need = next(keeping_up(ask(asked, inflation=[float(prices)], salary=salary))).readings[0]
    follows: Any = {"a": float(decimals(need.next_award_percent, 9))}
    answer = ask(asked, inflation=[float(prices)], salary=salary, months=24, follows=follows)
    whole = answer.offers[0].reads[0].figures.window
    assert whole.years[1].shortfall_rate is not None
    assert abs(whole.years[1].shortfall_rate) < PENNY
