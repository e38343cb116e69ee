"""Take-home pay under an offer, month by month, hand-worked."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from payoffer.asked import Named
from payoffer.errors import NoRates
from payoffer.takehome.circumstances import Circumstances, pension
from payoffer.takehome.files import tables
from payoffer.takehome.rule_book import RuleBook
from payoffer.takehome.under_offer import UnderOffer
from tests.asking import ask, award, flat, offer, one_off, percent

PENNY = Decimal("0.01")


def under(
    named: Named | str, scheme: str = "none", nation: str = "England", loans: tuple[str, ...] = (), **options: object
) -> list[UnderOffer]:
    """Return every reading of an offer."""
    [valued] = ask(named, **options).offers  # type: ignore[arg-type]
    book = RuleBook(tables(), Circumstances(nation, loans, pension(scheme)))
    return [UnderOffer(valued, read, book) for read in valued.reads]


def test_the_welsh_offer_on_40000_with_the_teachers_pension() -> None:
    # £2,600 a year more. In 2022-23 both are in the 9.6% tier, from April 2023 both in the 8.6% tier. Of a pound:
    # September and October 2022: 1 - 9.6% - 20% x 90.4% - 13.25% = 0.5907; November to March 0.6032 (12%)
    # April to December 2023: 1 - 8.6% - 20% x 91.4% - 12% = 0.6112; January to March 0.6312; then 0.6512 (8%)
    # first year: 2,600 / 12 x (2 x 0.5907 + 5 x 0.6032 + 5 x 0.6112) = 1,571.57
    # second year: 2,600 / 12 x (4 x 0.6112 + 3 x 0.6312 + 5 x 0.6512) = 1,645.45, which is 137.12 a month
    one, two = under("wales", "tps", "Wales", months=24)[0].years
    assert one.net.more.quantize(PENNY) == Decimal("1571.57")
    assert two.net.more.quantize(PENNY) == Decimal("1645.45")
    assert (two.net.more / 12).quantize(PENNY) == Decimal("137.12")
    assert one.gross.more == two.gross.more == 2600
    assert two.kept_percent is not None
    assert two.kept_percent.quantize(PENNY) == Decimal("63.29")
    # new, on a Yes: 600 of the 2,600
    assert (two.net.new * 13).quantize(PENNY) == (two.net.more * 3).quantize(PENNY)
    assert one.crossings == two.crossings == ()


def test_each_reading_has_its_own_one_off_in_the_month_it_was_offered() -> None:
    # £600 of pay before, £630 of pay now, £639 of pay after: 20% and 12%, not pensionable; paid February 2023 at the
    # earliest: 3,550 + 639 is 4,189, the limit itself.
    for reading, left in zip(under("wales", "tps", "Wales"), ("408.00", "428.40", "434.52"), strict=True):
        [once] = reading.paid_once
        assert (once.what, once.pay_day, once.day_known) == ("one-off", date(2023, 2, 8), False)
        assert not once.pensionable
        assert once.extra.net == once.extra.spread == Decimal(left)


def test_back_pay_is_worked_in_the_month_it_is_paid() -> None:
    # the case of test_one_month: six months of £2,300 a year in March 2023
    late = offer("a", award("2022-09-01", percent(5), paid="2023-03-01"), award("2022-09-01", percent(0)))
    [reading] = under(late, "tps", loans=("2",), salary=46000)
    [once] = reading.paid_once
    assert (once.what, once.pay_day, once.day_known, once.pensionable) == ("back pay", date(2023, 3, 1), True, True)
    assert once.extra.gross == 1150
    assert once.extra.net == Decimal("682.76")


def test_back_pay_of_two_awards_paid_together_is_one_sum() -> None:
    late = offer(
        "a", award("2023-04-01", flat(600), paid="2023-10-01"), award("2023-07-01", flat(1200), paid="2023-10-01")
    )
    [reading] = under(late)
    # 600 x 6/12 + 1,200 x 3/12
    assert [once.extra.gross for once in reading.paid_once] == [600]


def test_a_one_off_that_counts_for_the_pension_bears_it() -> None:
    paid = offer("a", award("2023-04-01", percent(3)), one_off(flat(1000), paid="2023-06-30", pensionable=True))
    [once] = under(paid, "10%")[0].paid_once
    assert once.day_known
    assert once.pensionable
    assert once.extra.pension == 100
    # 20% of 900, and 12% of 1,000 up to 4,189: 3,433.33 + 1,000 is over by 244.33
    assert once.extra.income_tax == 180
    assert once.extra.net == (1000 - 100 - 180 - (Decimal(4189) - Decimal(41200) / 12) * Decimal("0.12")
                              - (Decimal(41200) / 12 + 1000 - 4189) * Decimal("0.02"))  # fmt: skip


def test_a_rise_that_crosses_a_pension_limit_says_so() -> None:
    # Teachers, 2024-25: 7.4% below 34,290, then 8.6%; 33,500 rises by 3% to 34,505.
    # before: 33,500 x (1 - 7.4%); with: 34,505 x (1 - 8.6%); taxed at 20%; National Insurance at 8%
    # more: (31,537.57 - 31,021.00) x 80% - 1,005 x 8% = 413.256 - 80.40 = 332.856 a year
    # made good: 34,290 x 1.2% x 80% = 329.18 at 91.4% x 80% - 8% = 65.12% of each pound: 505.5 pounds on
    [reading] = under(offer("a", award("2024-04-01", percent(3))), "tps", salary=33500)
    [year] = reading.years
    assert year.net.more.quantize(Decimal("0.001")) == Decimal("332.856")
    [crossing] = year.crossings
    assert crossing.pay_day == date(2024, 4, 30)
    assert crossing.cliff.limit == 34290
    assert crossing.cliff.better_off_from == 34796
    assert year.kept_percent is not None
    assert year.kept_percent < 34


def test_nhs_tiers_follow_pay_a_year_later() -> None:
    # NHS England, 2023-24 and 2024-25: 30,000 rises by 3% to 30,900 in April 2023. In 2023-24 last year's 30,000 is in
    # the 8.8% tier (29,636 to 30,639); in 2024-25 both 30,000 and 30,900 are in the 8.3% tier (26,832 to 32,692).
    rising = offer("a", award("2023-04-01", percent(3)), until="2025-03-31")
    [reading] = under(rising, "nhs-ew", salary=30000)
    one, two = reading.years
    # 900 x ((1 - 8.8%) x 80% - (12% x 9 + 10% x 3) / 12) = 900 x (0.7296 - 0.115)
    assert one.net.more.quantize(PENNY) == Decimal("553.14")
    # 900 x ((1 - 8.3%) x 80% - 8%)
    assert two.net.more.quantize(PENNY) == Decimal("588.24")


def test_a_fall_in_pay_over_a_limit_is_told_too() -> None:
    [reading] = under(offer("a", award("2024-04-01", percent(-3))), "tps", salary=35000)
    [year] = reading.years
    assert [crossing.cliff.limit for crossing in year.crossings] == [34290]


def test_no_rise_keeps_nothing_to_speak_of() -> None:
    [reading] = under(offer("a", award("2024-04-01", percent(0))))
    assert reading.years[0].kept_percent is None


def test_part_time_pay_is_worked_on_what_is_earned() -> None:
    # half of 40,000 and of 5% more: 500 a year x (1 - 7.4%) x 80% less 8%... all below the limits of 2024-25
    half = Fraction(1, 2)
    [reading] = under(offer("a", award("2024-04-01", percent(5))), "tps", fte=half)
    assert reading.years[0].net.more == 1000 * (Decimal("0.926") * Decimal("0.8") - Decimal("0.08"))


@pytest.mark.parametrize(
    ("day", "paid"),
    [
        ("2023-09-01", date(2023, 9, 30)),
        ("2023-11-07", date(2023, 11, 30)),
        ("2023-11-20", date(2023, 12, 31)),
    ],
)
def test_a_month_is_paid_at_the_end_of_the_month_that_holds_most_of_it(day: str, paid: date) -> None:
    [reading] = under(offer("a", award(day, percent(5))))
    assert reading.pay_day(Fraction(0), Fraction(1)) == paid


def test_a_rise_in_the_middle_of_a_month_is_averaged_over_its_days() -> None:
    # 1,200 a year more for 15 of April's 30 days, then for eleven months: 1,200 / 12 x 11.5
    parts = [award("2024-04-01", percent(0)), award("2024-04-16", flat(1200))]
    [reading] = under(offer("a", *parts))
    assert reading.years[0].gross.more == 1150


def test_part_of_a_year_counts_its_months() -> None:
    [reading] = under(offer("a", award("2024-04-01", flat(1200)), until="2024-10-15"))
    [year] = reading.years
    assert year.gross.more == pytest.approx(Decimal(600) + Decimal(100) * 15 / 31)


def test_months_past_the_last_known_year_are_refused() -> None:
    [reading] = under(offer("a", award("2026-09-01", percent(3))))
    with pytest.raises(NoRates, match="2027-28"):
        _ = reading.years
