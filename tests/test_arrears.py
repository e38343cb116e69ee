"""Back pay goes by one rule, by the month, wherever it is told: the figures, the months, the working, take-home pay."""

from decimal import Decimal
from fractions import Fraction

import pytest

from payoffer.arrears import rises
from payoffer.asked import Named
from payoffer.compare import Comparison
from payoffer.report.monthly_rows import stream
from payoffer.report.working_figures import Whole
from payoffer.takehome.circumstances import Circumstances, pension
from payoffer.takehome.files import tables
from payoffer.takehome.rule_book import RuleBook
from payoffer.takehome.under_offer import UnderOffer
from payoffer.valuation import Valuation
from tests.asking import ask, award, offer, percent

BOOK = RuleBook(tables(), Circumstances("England", (), pension("none")))


def four_percent(**keys: object) -> Named:
    """Return a rise of £100 a month on £30,000, from April 2024."""
    return offer("a", award("2024-04-01", percent(4), **keys), offered="2024-03-01")


def whole(answer: Comparison) -> Valuation:
    return answer.offers[0].reads[0].figures.window


def everywhere(answer: Comparison) -> tuple[object, ...]:
    """Return the back pay of the figures, of their working, of the months, and of take-home pay."""
    [valued] = answer.offers
    once = UnderOffer(valued, valued.reads[0], BOOK).paid_once
    months = sum((cell.back_pay for cell in stream(valued).cells), Decimal(0))
    return whole(answer).arrears, Whole(whole(answer)).arrears().read(2), months, sum(paid.extra.gross for paid in once)


@pytest.mark.parametrize(
    ("paid", "months"),
    [
        ("2024-05-01", 1),
        ("2024-05-31", 1),
        ("2024-11-01", 7),
        ("2024-11-16", 7),
        ("2024-11-30", 7),
        ("2024-12-01", 8),
        ("2025-03-31", 11),
    ],
)
def test_back_pay_is_of_the_months_before_the_one_in_which_it_is_paid(paid: str, months: int) -> None:
    answer = ask(four_percent(paid=paid), salary=30000)
    assert everywhere(answer) == (100 * months,) * 4


@pytest.mark.parametrize("paid", ["2024-04-01", "2024-04-16", "2024-04-30"])
def test_a_rise_paid_in_its_own_month_has_no_back_pay(paid: str) -> None:
    answer = ask(four_percent(paid=paid), salary=30000)
    assert whole(answer).arrears is None
    assert stream(answer.offers[0]).cells[0].basic == 2600


def test_part_time_back_pay_of_a_rise_within_a_month() -> None:
    """Half of April's and all of May's 100, at half time, in June: 75."""
    late = offer("a", award("2024-04-16", percent(4), paid="2024-06-20"), start="2024-04-01")
    assert everywhere(ask(late, salary=30000, fte="0.5")) == (75,) * 4


def test_months_run_from_the_day_of_the_deal() -> None:
    """From the 15th: 30 November is in the month from the 15th of November, two months after September's."""
    late = offer("a", award("2024-09-15", percent(4), paid="2024-11-30"))
    assert everywhere(ask(late, salary=30000)) == (200,) * 4


def test_back_pay_is_never_taken_to_come_before_the_offer() -> None:
    """A file says May, but the offer was made in July: April to June."""
    late = offer("a", award("2024-04-01", percent(4), paid="2024-05-01"), offered="2024-07-09")
    assert everywhere(ask(late, salary=30000)) == (300,) * 4


def test_without_a_day_of_payment_back_pay_is_not_known() -> None:
    """The months show the earliest, marked; no figure is made of it."""
    answer = ask(offer("a", award("2024-04-01", percent(4)), offered="2024-07-09"), salary=30000)
    assert whole(answer).arrears is None
    assert [(cell.back_pay, cell.earliest) for cell in stream(answer.offers[0]).cells if cell.back_pay] == [
        (Decimal(300), True)
    ]


def test_what_is_paid_after_the_months_counted_is_owed_for_all_of_them() -> None:
    """Of 24 months, paid in month 18: over the first 12 months all of them are owed, 1,200."""
    late = offer("a", award("2024-04-01", percent(4), paid="2025-10-31"), until="2026-03-31")
    answer = ask(late, salary=30000, months=12)
    assert whole(answer).arrears == 1200
    assert Whole(whole(answer)).arrears().read(2) == 1200
    assert stream(answer.offers[0]).cells[-1].extra_so_far == 0
    assert answer.offers[0].reads[0].figures.own.arrears == 1800


def test_two_awards_paid_on_one_day_are_both_in_payment_or_not_all() -> None:
    paid = {"paid": "2024-06-01"}
    both = [
        offer("a", award("2024-04-01", percent(4), in_payment=True, **paid), award("2024-05-01", percent(4), **more))
        for more in ({**paid, "in_payment": True}, paid)
    ]
    for late, expected in zip(both, (True, False), strict=True):
        [valued] = ask(late, salary=30000).offers
        [once] = UnderOffer(valued, valued.reads[0], BOOK).paid_once
        # 1,200 for two months and 4% of 31,200, 1,248, for one
        assert (once.extra.gross, once.in_payment) == (Decimal(304), expected)


def test_a_rise_comes_when_it_takes_effect_or_when_it_was_offered() -> None:
    answer = ask(four_percent(), salary=30000)
    [rise] = rises(whole(answer), None)
    assert (rise.a_year, rise.first_paid, rise.in_basic_pay, rise.arrival.earliest) == (
        Fraction(1200),
        0,
        Fraction(0),
        False,
    )
    assert list(rise.back_months(Fraction(12))) == []


def test_an_award_of_nothing_has_no_back_pay_to_take_home() -> None:
    answer = ask(offer("a", award("2024-04-01", percent(0), paid="2024-06-01")), salary=30000)
    assert everywhere(answer) == (0,) * 4
    assert UnderOffer(answer.offers[0], answer.offers[0].reads[0], BOOK).paid_once == ()
