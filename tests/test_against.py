"""How far offers are from another one, over the months both cover."""

from typing import Any

from payoffer.against import apart
from payoffer.library import points_before
from tests.asking import ask, award, offer, one_off, percent

A = offer("a", award("2025-04-01", percent(5)), award("2026-04-01", percent(5)))
B = offer("b", award("2025-04-01", percent([3, 4])))
CLAIM = offer("claim", award("2025-04-01", percent(10)), kind="claim")


def test_each_offer_over_the_months_both_cover() -> None:
    """A claim of 10% on 40,000 is 4,000 for twelve months: 5% is 2,000 less, 3 to 4% are 2,400 to 2,800 less."""
    question = ask(A, B).question
    found: Any = tuple(apart((A, B), CLAIM, question, points_before))
    one, other = found
    assert (one.offer.id, one.against.id, one.months) == ("a", "claim", 12)
    assert (one.extra_cash, one.rate_at_end) == ((-2000, -2000), (-2000, -2000))
    assert other.extra_cash == (-2800, -2400)


def test_readings_that_can_both_be_true() -> None:
    """The same one-off of an unstated base in both: closed alike, so that nothing is left between them."""
    once = one_off(percent(1.5), of="unstated", covers=["2025-04-01", "2026-03-31"])
    won, refused = (
        offer("won", award("2025-04-01", percent(5)), once),
        offer("r", award("2025-04-01", percent(5)), once),
    )
    found: Any = next(apart((won,), refused, ask(won).question, points_before))
    assert (found.extra_cash, found.rate_at_end) == ((0, 0), (0, 0))


def test_a_rise_assumed_after_it_lets_the_months_run_on() -> None:
    """5% twice on 40,000, 44,100, against 4%, 41,600, and 4% assumed after it, 43,264.

    2,000 - 1,600 in the first year, 4,100 - 3,264 in the second.
    """
    short = offer("short", award("2025-04-01", percent(4)))
    without: Any = next(apart((A,), short, ask(A, short).question, points_before))
    assert (without.months, without.extra_cash, without.assumed_after) == (12, (400, 400), ())
    found: Any = next(apart((A,), short, ask(A, short, follows={"short": 4}).question, points_before))
    assert (found.months, found.extra_cash, found.rate_at_end) == (24, (1236, 1236), (836, 836))
    assert [after.id for after in found.assumed_after] == ["short"]
    assert not found.own_starts


def test_offers_to_different_people_each_from_its_own_start() -> None:
    """5% is 2,000 and 3% 1,200 over twelve months of each, five months apart."""
    late = offer("late", award("2025-09-01", percent(3)), group="others")
    found: Any = next(apart((A,), late, ask(A, late).question, points_before))
    assert (found.months, found.extra_cash, found.own_starts) == (12, (800, 800), True)
