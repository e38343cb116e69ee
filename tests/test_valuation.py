"""The figures of an offer over a window, of its pay years, and of what surrounds them.

Most figures are held by the worked cases in ``tests/cases``; here stand their edges.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from payoffer.money import decimals, in_percent
from payoffer.offer import Offer
from payoffer.pay_over import PayOver, Span, Window
from payoffer.prices import PriceIndex
from payoffer.schedule import PaySchedule
from payoffer.steps import Person
from payoffer.valuation import Valuation
from tests.asking import award, document, flat, one_off, percent, prices

ANCHOR = date(2025, 4, 1)
APRIL_25, APRIL_26 = "2025-04-01", "2026-04-01"
NEVER = Fraction(0)
REAL = (
    "real_pay_change",
    "real_extra_cash",
    "real_change_percent",
    "points_behind",
    "catch_up_percent",
)
AGAINST_PRICES = (*REAL, "extra_cash_needed", "shortfall", "shortfall_without_one_off", "late_payment_loss")


def value(  # noqa: PLR0913
    offer: Offer,
    months: object = 12,
    index: PriceIndex | None = None,
    *,
    pay: object = 40000,
    fte: object = 1,
    runs_to: int | None = None,
    anchor: date = ANCHOR,
) -> Valuation:
    schedule = PaySchedule(offer, Person(Fraction(str(pay)), fte=Fraction(str(fte))))
    window = Window(anchor, Fraction(str(months)), None if runs_to is None else Fraction(runs_to))
    return Valuation(schedule, schedule.in_payment, window, index)


def penny(figure: Fraction | None) -> str:
    assert figure is not None
    return str(decimals(figure, 2))


ONE_RISE = document(award(APRIL_25, percent(5)))
TWO_RISES = document(award(APRIL_25, percent(6)), award(APRIL_26, percent(5.5)))


# Pay over a span of months.


def test_pay_years_and_the_part_of_one() -> None:
    over = PayOver(PaySchedule(ONE_RISE, Person(Fraction(40000))), Window(ANCHOR, Fraction(28)), None)
    assert over.spans == [
        Span(1, Fraction(0), Fraction(12)),
        Span(2, Fraction(12), Fraction(24)),
        Span(3, Fraction(24), Fraction(28)),
    ]
    assert [span.share for span in over.spans] == [1, 1, Fraction(1, 3)]


def test_a_rise_counts_for_the_months_after_it() -> None:
    over = value(document(award("2025-09-01", percent(6))), 24)
    assert penny(over.rise_pay(Fraction(0), Fraction(5))) == "0.00"
    assert penny(over.rise_pay(Fraction(0), Fraction(12))) == "1400.00"  # 2,400 for seven months of twelve
    assert penny(over.rise_pay(Fraction(6), Fraction(8))) == "400.00"
    assert penny(over.pay_between(Fraction(4), Fraction(6))) == "6866.67"  # two months of 40,000 and one of 2,400


def test_the_rate_at_a_month_is_the_one_just_before_it() -> None:
    over = value(TWO_RISES, 24)
    assert [over.rate_at(Fraction(month)) for month in (0, 1, 12, 13, 24)] == [40000, 42400, 42400, 44732, 44732]


def test_a_rise_before_the_anchor_counts_from_the_first_month() -> None:
    early = value(document(award("2025-01-01", percent(6))), 12)
    assert penny(early.extra_cash) == "2400.00"
    late = value(document(award("2025-01-01", percent(6), paid="2025-05-01")), 12)
    assert penny(late.arrears) == "200.00"  # one month of the window, April


def test_a_one_off_counts_in_the_month_it_is_payable() -> None:
    offer = document(
        award(APRIL_25, percent(6)),
        one_off(flat(1), paid="2025-03-31"),
        one_off(flat(2), paid="2026-03-31"),
        one_off(flat(4), paid="2026-04-01"),
    )
    year = value(offer, 12)
    assert (penny(year.one_off_cash), penny(year.years[0].one_off_cash)) == ("3.00", "3.00")
    assert [payment.amount for payment in year.payments_inside] == [1, 2]
    assert [payment.amount for payment in year.payments_outside] == [4]
    both = value(offer, 24)
    assert [penny(part.one_off_cash) for part in both.years] == ["3.00", "4.00"]
    assert both.payments_outside == []


def test_a_window_is_silent_where_the_offer_has_run_out_before_its_end() -> None:
    assert not Window(ANCHOR, Fraction(24)).silent
    assert not Window(ANCHOR, Fraction(24), Fraction(24)).silent
    assert not Window(ANCHOR, Fraction(24), Fraction(29)).silent
    assert Window(ANCHOR, Fraction(24), Fraction(12)).silent


def test_a_ratio_as_a_change_in_percent() -> None:
    assert in_percent(Fraction("1.065")) == Fraction("6.5")
    assert in_percent(Fraction("0.95")) == -5


# No figure where none applies.


def test_without_prices_nothing_is_said_of_them() -> None:
    found = value(document(award(APRIL_25, percent(5), paid="2025-09-01")))
    assert [getattr(found, figure) for figure in AGAINST_PRICES] == [None] * len(AGAINST_PRICES)
    year: Any = found.years[0]
    for figure in (
        "inflation_percent",
        "level",
        "real_change_percent",
        "real_change_in_year_percent",
        "shortfall_rate",
        "extra_cash_needed",
        "shortfall",
    ):
        assert getattr(year, figure) is None, figure
    assert found.late_months == []
    assert penny(found.arrears) == "833.33"  # five months of 2,000 a year


def test_past_its_end_an_offer_has_no_real_terms_figure_but_a_need() -> None:
    found = value(ONE_RISE, 24, prices(3), runs_to=12)
    assert [getattr(found, figure) for figure in (*REAL, "per_year_percent", "break_even_percent")] == [None] * 7
    assert found.cash_break_even_percent is None
    # 40,000 x 0.03 + 40,000 x 0.0609; extra pay 2 x 2,000.
    assert (penny(found.extra_cash_needed), penny(found.shortfall)) == ("3636.00", "-364.00")
    first, second = found.years
    assert (first.silent, second.silent) == (False, True)
    assert penny(first.real_change_percent) == "1.94"  # 1.05 / 1.03
    assert (second.real_change_percent, second.real_change_in_year_percent) == (None, None)
    assert penny(second.shortfall) == "436.00"  # 2,436 - 2,000


def test_a_year_in_which_an_offer_runs_out_is_silent() -> None:
    assert [year.silent for year in value(ONE_RISE, 24, runs_to=17).years] == [False, True]


# Adding up.


def test_extra_pay_and_shortfall_make_what_was_needed() -> None:
    """Both years of 10.1% need 12,528.04; 6% and 5.5% add 7,132.00."""
    found = value(TWO_RISES, 24, prices(10.1))
    assert (penny(found.extra_cash_needed), penny(found.extra_cash), penny(found.shortfall)) == (
        "12528.04",
        "7132.00",
        "5396.04",
    )
    assert [penny(year.shortfall) for year in found.years] == ["1640.00", "3756.04"]
    assert [penny(year.extra_cash_needed) for year in found.years] == ["4040.00", "8488.04"]


def test_the_shortfall_without_the_one_off_leaves_it_out() -> None:
    found = value(document(award(APRIL_25, percent(6.5)), one_off(flat(600), paid=APRIL_25)), 12, prices(10.1))
    assert (penny(found.shortfall), penny(found.shortfall_without_one_off)) == ("840.00", "1440.00")
    assert penny(found.real_pay_change) == "-762.94"
    assert penny(found.real_extra_cash) == "2906.45"  # 3,200 / 1.101
    assert penny(found.catch_up_percent) == "3.38"  # 1.101 / 1.065


def test_a_share_of_full_time_scales_money_and_not_rates() -> None:
    offer = document(award(APRIL_25, percent(5), paid="2025-07-01"), one_off(flat(100), paid=APRIL_25, pro_rata=False))
    found = value(offer, 12, prices(10), fte="0.5")
    assert (penny(found.extra_cash), penny(found.extra_cash_needed), penny(found.monthly_rise)) == (
        "1100.00",
        "2000.00",
        "83.33",
    )
    assert penny(found.arrears) == "250.00"
    assert penny(found.real_pay_change) == "-818.18"  # (21,000 + 100) / 1.1 - 20,000
    assert (found.rate_before, found.rate_at_end) == (Fraction(40000), Fraction(42000))
    assert penny(found.years[0].shortfall_rate) == "1000.00"  # (44,000 - 42,000) / 2
    assert penny(found.years[0].pay) == "21100.00"


def test_new_money_is_the_value_less_that_of_the_part_already_paid() -> None:
    offer = document(
        award(APRIL_25, percent(5), in_payment=True),
        award(APRIL_25, percent(1.5, of="before")),
        one_off(flat(100), paid=APRIL_25, in_payment=True),
        one_off(flat(500), paid=APRIL_25),
    )
    found = value(offer, 24)
    assert (penny(found.extra_cash), penny(found.already_paid.extra_cash), penny(found.new_cash)) == (
        "5800.00",
        "4100.00",
        "1700.00",
    )


def test_per_year_is_the_even_rise_and_break_even_is_the_same_number() -> None:
    found = value(document(award(APRIL_25, percent(21))), 24)
    assert abs((found.per_year_percent or NEVER) - 10) < Fraction(1, 10**30)
    assert found.break_even_percent == found.per_year_percent
    half = value(document(award(APRIL_25, percent(10))), 6)
    assert penny(half.per_year_percent) == "21.00"


# In the year.


def test_a_rise_late_in_the_year_carries_over_to_the_next() -> None:
    """5% in April and 2% in January: 42,000 for nine months, 42,840 for three: 42,210 on average."""
    year, after = value(document(award(APRIL_25, percent(5)), award("2026-01-01", percent(2))), 24).years
    assert penny(year.average_rate) == "42210.00"
    assert penny(year.in_year_percent * 1000) == "5525.00"  # 5.525%
    assert penny(year.carry_over_percent) == "1.49"  # 42,840 / 42,210
    assert penny(year.rise_percent) == "7.10"
    assert penny(after.in_year_percent) == penny(after.carry_over_percent) == penny(after.rise_percent) == "0.00"
    assert (after.first_day, after.last_day) == (date(2026, 4, 1), date(2027, 3, 31))


def test_the_years_own_rise_meets_the_prices_up_to_its_start() -> None:
    first, second = value(TWO_RISES, 24, prices(10.1, 4)).years
    assert (first.inflation_percent, second.inflation_percent) == (Fraction("10.1"), Fraction(4))
    assert penny(first.real_change_in_year_percent) == "-3.72"  # 1.06 / 1.101
    assert penny(second.real_change_in_year_percent) == "1.44"  # 1.055 / 1.04
    assert penny(second.real_change_percent) == "-2.34"  # 1.1183 / 1.14504 = 0.976646
    assert penny(second.shortfall_rate) == "1069.60"  # 45,801.60 - 44,732


def test_a_part_year_meets_the_part_of_its_prices() -> None:
    year = value(ONE_RISE, 6, prices(21)).years[0]  # half a year of 21% is 10%
    assert (penny(year.level), penny(year.extra_cash_needed), penny(year.extra_cash)) == ("1.10", "2000.00", "1000.00")


# What the percentages add up to.


@pytest.mark.parametrize(
    ("offer", "months", "expected"),
    [
        (TWO_RISES, 24, [6, Fraction("5.5")]),
        (TWO_RISES, 12, [6]),  # what comes after the window is not in its headline
        (document(award(APRIL_25, percent(5)), award(APRIL_25, percent(1.5, of="before"))), 12, [5, Fraction("1.5")]),
        (document(award(APRIL_25, percent(5), {"minimum_rise": 1000})), 12, [5]),  # a floor that does nothing
        (document(award(APRIL_25, percent(2), {"minimum_rise": 1000})), 12, None),
        (document(award(APRIL_25, flat(1000))), 12, None),
        (document(award(APRIL_25, flat(1000)), award(APRIL_26, percent(2))), 24, None),
        # Rising to 4.25% in all, 2% of it on account.
        (
            document(award(APRIL_25, percent(2)), award("2025-10-01", {"total_percent": 4.25, "of": "2025-03-31"})),
            12,
            [2, Fraction("2.25")],
        ),
        # What was paid on the day it is of, or before, is in the pay that it is of.
        (
            document(award(APRIL_25, percent(2)), award(APRIL_26, {"total_percent": 4, "of": "2025-04-01"})),
            24,
            [2, 4],
        ),
        (document(award(APRIL_25, percent(2)), award(APRIL_26, percent(1), {"total_percent": 4})), 24, [2, 1, 3]),
        (document(one_off(flat(500), paid=APRIL_25)), 12, []),
    ],
)
def test_the_parts_of_a_headline(offer: Offer, months: int, expected: list[object] | None) -> None:
    found = value(offer, months)
    assert found.headline_parts == expected
    assert found.headline_percent == (None if expected is None else sum(found.headline_parts or [], NEVER))


# Prices that leave nothing missing, one-offs in.


def test_the_cash_break_even_counts_the_one_off() -> None:
    """6.5% and a one-off of 1.5%: prices rising 8% leave nothing missing in cash."""
    found = value(document(award(APRIL_25, percent(6.5)), one_off(percent(1.5), of="before", paid=APRIL_25)))
    assert str(decimals(found.cash_break_even_percent or NEVER, 6)) == "8.000000"


def test_the_cash_break_even_of_two_years() -> None:
    """40,000 (i + (1 + i)(1 + i) - 1) = 7,132 where 3i + ii = 0.1783: i is 5.830036%."""
    assert str(decimals(value(TWO_RISES, 24).cash_break_even_percent or NEVER, 6)) == "5.830036"


def test_no_rate_of_prices_takes_so_much_or_gives_so_much() -> None:
    assert value(document(award(APRIL_25, percent(-99.5)))).cash_break_even_percent is None
    assert value(document(one_off(flat(500000), paid=APRIL_25))).cash_break_even_percent is None


def test_a_fall_in_prices_can_be_the_break_even() -> None:
    found = value(document(award(APRIL_25, percent(-4)))).cash_break_even_percent
    assert str(decimals(found or NEVER, 6)) == "-4.000000"


# The one-off as a rise.


def test_the_one_off_as_a_rise_over_the_rest_of_the_window() -> None:
    paid_at_once = document(award(APRIL_25, percent(5)), one_off(flat(420), paid=APRIL_25))
    assert value(paid_at_once, 12).one_off_as_rise_percent == 1  # 420 of 42,000
    assert value(paid_at_once, 24).one_off_as_rise_percent == Fraction(1, 2)
    halfway = document(award(APRIL_25, percent(5)), one_off(flat(420), paid="2025-10-15"))
    assert value(halfway, 12).one_off_as_rise_percent == 2  # from the first of October: 21,000
    assert value(ONE_RISE).one_off_as_rise_percent is None


# Back pay.


def test_back_pay_is_what_is_owed_before_it_is_paid() -> None:
    """4% of 30,000 is 100 a month: April to October is 700."""
    found = value(document(award(APRIL_25, percent(4), paid="2025-11-01")), pay=30000)
    assert [(late.a_year, late.earned, late.first_paid) for late in found.late] == [(Fraction(1200), Fraction(0), 7)]
    assert penny(found.arrears) == "700.00"


def test_back_pay_that_never_comes_within_the_window_is_owed_up_to_its_end() -> None:
    found = value(document(award(APRIL_25, percent(4), paid="2027-04-01")), 12, prices(0), pay=30000)
    assert penny(found.arrears) == "1200.00"
    assert len(found.late_months) == 12


def test_a_rise_paid_on_its_day_or_after_the_window_has_no_back_pay() -> None:
    on_time = document(award(APRIL_25, percent(4), paid=APRIL_25))
    assert value(on_time).arrears is None
    later = document(award(APRIL_25, percent(4)), award("2026-10-01", percent(4), paid="2026-12-01"))
    assert value(later, 12).arrears is None
    assert value(ONE_RISE, 12, prices(3)).late_payment_loss is None


def test_each_month_of_back_pay_loses_by_the_months_it_is_late() -> None:
    """10% of 120,000 is 1,000 a month. Paid on 1 June: April's two months late, May's one."""
    found = value(document(award(APRIL_25, percent(10), paid="2025-06-01")), 12, prices(10.1), pay=120000)
    assert [(month.rise, month.months, month.late) for month in found.late_months] == [
        (Fraction(12000), Fraction(1), 2),
        (Fraction(12000), Fraction(1), 1),
    ]
    # 1,000 x (1 - 1.101 ^ (-2 / 12)) = 15.908...; 1,000 x (1 - 1.101 ^ (-1 / 12)) = 7.986...
    assert penny(found.late_payment_loss) == "23.89"


def test_back_pay_of_the_second_year_meets_the_second_rate() -> None:
    offer = document(award(APRIL_25, percent(0)), award(APRIL_26, percent(10), paid="2026-05-16"))
    found = value(offer, 24, PriceIndex("given", (Decimal(0), Decimal(12))))
    assert [(month.factor, month.months) for month in found.late_months] == [
        (Fraction("1.12"), Fraction(1)),
    ]
    assert found.arrears == Fraction(4000, 12)  # April 2026 alone: May is paid at the new rate


def test_back_pay_begins_with_part_of_a_month() -> None:
    offer = document(award("2025-04-16", percent(12), paid="2025-06-16"))
    found = value(offer, 12, prices(5), anchor=ANCHOR)
    assert [(month.months, month.late) for month in found.late_months] == [(Fraction(1, 2), 2), (Fraction(1), 1)]


def test_back_pay_ends_with_the_part_month_that_ends_the_window() -> None:
    """Paid in June; the window ends with half of May, whose day is a 31st: 1 and 15/31 months of 400 are owed."""
    offer = document(award(APRIL_25, percent(12), paid="2025-06-16"))
    found = value(offer, 1 + Fraction(15, 31), prices(5), anchor=ANCHOR)
    assert [(month.months, month.late) for month in found.late_months] == [(Fraction(1), 2), (Fraction(15, 31), 1)]
    assert penny(found.arrears) == "593.55"
