"""Offers that do not run for the same months: what is needed, by which day, and what strike days came to."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from payoffer.money import decimals
from payoffer.needed import Goal, claim, keeping_up, level
from payoffer.payback import payback
from tests.asking import ask, award, flat, offer, one_off, percent

ONE = offer("one", award("2025-04-01", percent(5)))
TWO = offer("two", award("2025-04-01", percent(3)), award("2026-04-01", percent(3)))
CLAIM = offer("c", award("2025-04-01", percent(5)), award("2026-04-01", percent(5)), kind="claim")


def told(goal: Goal) -> tuple[object, ...]:
    need = goal.readings[0]
    percent_ = str(decimals(need.next_award_percent, 4))
    return goal.kind, goal.offer.id, goal.by, goal.months, percent_, need.one_off


def test_a_claim_that_runs_longer_than_the_offer() -> None:
    """44,100 over 42,000 is 5%; the claim adds 2,000 and 4,100, the offer 2,000 and 2,000: 2,100 less."""
    assert told(claim(ask(ONE, CLAIM))) == ("claim", "one", date(2026, 4, 1), 24, "5.0000", 2100)


def test_an_offer_that_runs_longer_than_the_claim() -> None:
    """Over 24 months 42,436 against 42,000, -1.0274%; it adds 1,200 and 2,436, the claim 4,000: 364 less."""
    asked = offer("c", award("2025-04-01", percent(5)), kind="claim")
    assert told(claim(ask(TWO, asked))) == ("claim", "two", date(2027, 4, 1), 24, "-1.0274", 364)


def test_fewer_months_than_the_offer_runs() -> None:
    """Over the first year alone, 41,200 against 42,000: 1.9417%, from the day after that year, and £800."""
    found = claim(ask(TWO, offer("c", award("2025-04-01", percent(5)), kind="claim"), months=12))
    assert told(found) == ("claim", "two", date(2026, 4, 1), 12, "1.9417", 800)
    assert told(level(ask(TWO, ONE, months=12))) == ("level_basic_pay", "two", date(2026, 4, 1), 12, "1.9417", 800)


def test_an_offer_that_ends_in_the_middle_of_a_month() -> None:
    """It is free on 16 April 2026, and so is the next award: 44,100 over 42,000."""
    short = offer("short", award("2025-04-01", percent(5)), until="2026-04-15")
    found = claim(ask(short, CLAIM))
    assert (found.by, str(decimals(found.readings[0].next_award_percent, 4))) == (date(2026, 4, 16), "5.0000")


def test_both_offers_run_out_before_the_months_counted() -> None:
    """Over 36 months the one adds 6,000, the two 1,200 and twice 2,436: 6,072.

    The first named gets the award: 72 over two years on 42,000 is 0.0857%, -72 over one on 42,436 is -0.1697%.
    """
    assert told(level(ask(ONE, TWO, months=36))) == ("level", "one", date(2026, 4, 1), 24, "0.0857", 72)
    assert told(level(ask(TWO, ONE, months=36))) == ("level", "two", date(2027, 4, 1), 12, "-0.1697", -72)


def test_the_offer_with_the_lowest_figure_gets_the_award() -> None:
    """3 to 6% may be 41,200, which is under the 41,600 of 4%; of two that are the same it is the first."""
    open_ = offer("open", award("2025-04-01", percent([3, 6])))
    four = offer("four", award("2025-04-01", percent(4)))
    same = offer("same", award("2025-04-01", percent(4)))
    assert [level(ask(*both)).offer.id for both in ((open_, four), (four, open_))] == ["open", "open"]
    assert [level(ask(*both)).offer.id for both in ((four, same), (same, four))] == ["four", "same"]


def test_keeping_up_is_by_the_end_of_an_offers_own_months() -> None:
    """A rise assumed after them is no part of it: 40,000 x 1.1 x 1.1 = 48,400 over 42,000 is 15.2381%."""
    first: Any = next(keeping_up(ask(ONE, TWO, inflation=[10], follows={"one": 3})))
    assert (first.offer.id, first.by) == ("one", date(2026, 4, 1))
    assert str(decimals(first.readings[0].next_award_percent, 4)) == "15.2381"


def paid(won: object, refused: object, days: object, **more: object) -> Any:  # noqa: ANN401
    return payback(ask(won, refused, **more), Decimal(str(days)), Fraction(1, 260))  # type: ignore[arg-type]


THREE = offer("three", award("2025-04-01", percent(3)))


def test_what_goes_on_is_for_the_hours_worked() -> None:
    """42,000 - 41,200 = 800 at full time, 400 at half."""
    assert paid(ONE, THREE, 4, fte="0.5").gains[0].goes_on == 400


@pytest.mark.parametrize(("days", "month"), [("2.6", 6), ("2.61", 7), ("5.2", 12), ("5.21", None)])
def test_a_cost_that_is_met_exactly_is_paid_back(days: str, month: int | None) -> None:
    """A day is 40,000 / 260 = 153.85; 800 a year is 400 in six months, 2.6 days, and 800 in twelve, 5.2 days."""
    assert [gain.paid_back for gain in paid(ONE, THREE, days).gains] == [month]


def test_half_a_month_counts_for_half() -> None:
    """12.5 months of 800 a year: 833.33, of which 33.33 in the half month, and the second year's part is half."""
    won = offer("won", award("2025-04-01", percent(5)), until="2026-04-15")
    (gain,) = paid(won, THREE, 5, follows={"three": 0}).gains
    assert len(gain.by_month) == 13
    assert gain.by_month[11:] == (Fraction(800, 12), Fraction(400, 12))
    assert [(year.months, year.gain) for year in gain.years] == [(12, 800), (Fraction(1, 2), Fraction(400, 12))]
    assert gain.total == Fraction(800 * 25, 24)


def test_where_both_run_out_it_is_the_refused_one_that_is_asked_about() -> None:
    """Over 24 months: each says nothing of the second year, so one year's gain counts, 800."""
    found = paid(ONE, THREE, 1, months=24)
    assert (found.months, found.open_after.id, found.gains[0].total) == (12, "three", 800)
    turned = paid(THREE, ONE, 1, months=24)
    assert (turned.months, turned.open_after.id, turned.gains[0].total) == (12, "one", -800)


def test_the_refused_offer_may_be_the_longer_one() -> None:
    """One year of 2,000 against 1,200, with the one-off of 300 that was refused: 500, and the won one runs out."""
    refused = offer(
        "two",
        award("2025-04-01", percent(3)),
        award("2026-04-01", percent(3)),
        one_off(flat(300), paid="2025-06-01"),
    )
    found = paid(ONE, refused, 1)
    assert (found.months, found.open_after.id, found.gains[0].total) == (12, "one", 500)
    assert found.gains[0].goes_on == 800
