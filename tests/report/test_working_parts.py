"""The parts that the sums of one valuation share."""

from fractions import Fraction

from payoffer.report.working_parts import Stretch, stretches
from tests.asking import ask, award, offer, percent


def test_months_at_one_rate_are_one_stretch_also_across_a_freeze() -> None:
    frozen = offer(
        "a",
        award("2025-04-01", percent(5)),
        award("2025-08-01", percent(0)),
        award("2025-10-01", percent(2)),
        until="2026-03-31",
    )
    whole = ask(frozen).offers[0].reads[0].figures.own
    # 42,000 from April, nothing in August, 42,000 x 1.02 = 42,840 from October
    assert stretches(whole, Fraction(0), Fraction(12)) == [
        Stretch(Fraction(0), Fraction(6), Fraction(42000)),
        Stretch(Fraction(6), Fraction(12), Fraction(42840)),
    ]
