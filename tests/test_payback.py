"""What strike days cost, and the month in which the gain over the refused offer has paid it back."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from payoffer.asked import Named
from payoffer.payback import payback
from tests.asking import ask, award, flat, offer, one_off, percent

YEAR = Fraction(1, 365)


def paid(won: Named | str, refused: Named | str, days: str = "2", of_year: Fraction = YEAR, **more: object) -> Any:  # noqa: ANN401
    return payback(ask(won, refused, **more), Decimal(days), of_year)  # type: ignore[arg-type]


def test_wales_february_against_march_with_a_rise_of_3_5_assumed() -> None:
    """2 x 42,000 / 365 = 230.14; 44,730 - 42,600 x 1.035 = 639 a year, 53.25 a month: 230.14 / 53.25 = 4.3."""
    found = paid("wales-2023-03", "wales", follows={"wales": 3.5})
    assert (found.cost.rate, found.cost.pounds) == (42000, Fraction(84000, 365))
    assert found.months == 24
    assert found.open_after is None
    for gain in found.gains:
        assert [(year.year, year.gain) for year in gain.years] == [(1, 0), (2, 639)]
        assert gain.by_month == (0,) * 12 + (Fraction("53.25"),) * 12
        assert gain.paid_back == 17
        assert (gain.total, gain.goes_on) == (639, 639)


def test_without_it_only_the_months_both_cover_count() -> None:
    found = paid("wales-2023-03", "wales")
    assert found.months == 12
    assert found.open_after
    assert found.open_after.id == "wales"
    assert {(gain.total, gain.paid_back, gain.goes_on) for gain in found.gains} == {(0, None, 0)}


A = offer("a", award("2025-04-01", percent(5)))
B = offer("b", award("2025-04-01", percent(3)))


def test_the_month_and_the_day_of_the_rule() -> None:
    """5% against 3% of 40,000: 800 a year, 66.67 a month; four days at 1/260 are 615.38: the tenth month."""
    found = paid(A, B, "4", Fraction(1, 260))
    assert found.cost.pounds == Fraction(160000, 260)
    assert [gain.paid_back for gain in found.gains] == [10]
    assert found.gains[0].goes_on == 800
    assert paid(A, B, "1.5").cost.pounds == Fraction(60000, 365)


def test_part_time_pays_and_gains_in_proportion() -> None:
    found = paid(A, B, "4", Fraction(1, 260), fte="0.5")
    assert found.cost.pounds == Fraction(80000, 260)
    assert [gain.paid_back for gain in found.gains] == [10]


def test_no_payback_where_the_offer_refused_was_better() -> None:
    found = paid(B, A)
    assert [(gain.total, gain.paid_back, gain.goes_on) for gain in found.gains] == [(-800, None, -800)]


def test_a_one_off_that_is_lost_again_has_not_paid_back() -> None:
    """500 at once, then 100 a month less: paid back only while it lasts; then 500 at once and 20 more a month."""
    first = offer("x", award("2025-04-01", percent(0)), one_off(flat(500), paid="2025-04-01"))
    more = offer("y", award("2025-04-01", flat(1200)))
    assert [gain.paid_back for gain in paid(first, more).gains] == [None]
    won = offer("z", award("2025-04-01", flat(1440)), one_off(flat(500), paid="2025-04-01"))
    assert [gain.paid_back for gain in paid(won, more).gains] == [1]


def test_a_part_year_counts_for_its_months() -> None:
    """18 months: 800 a year for a year and a half."""
    won = offer("a", award("2025-04-01", percent(5)), until="2026-09-30")
    found = paid(won, B, follows={"b": 0})
    assert [(year.months, year.gain) for year in found.gains[0].years] == [(12, 800), (6, 400)]
    assert len(found.gains[0].by_month) == 18


def test_the_offer_won_may_run_out_first() -> None:
    refused = offer("b", award("2025-04-01", percent(3)), award("2026-04-01", percent(1)))
    found = paid(A, refused)
    assert found.months == 12
    assert found.open_after
    assert found.open_after.id == "a"


def test_outcomes_that_are_turned() -> None:
    """What was won is not rejected while the other was not, nor is what was refused the one that was accepted."""
    lost, won_, imposed, open_ = (
        offer(status, award("2025-04-01", percent(5)), status=status)
        for status in ("rejected", "accepted", "imposed", "offered")
    )
    turned = [(lost, won_), (lost, imposed), (lost, open_), (open_, won_), (imposed, won_)]
    assert all(paid(*two).outcomes_turned for two in turned)
    assert not any(paid(*two).outcomes_turned for two in ((won_, lost), (imposed, lost), (open_, lost), (A, B)))
    assert paid(B, A).never_ahead
    assert not paid(A, B).never_ahead
