"""Month by month: money in the month in which it comes, and the same money in the end."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from payoffer.asked import Named, Pay, Question
from payoffer.compare import Comparison, compare
from payoffer.library import load, points_before
from payoffer.money import decimals
from payoffer.offer import Offer
from payoffer.periods import Clock
from payoffer.report.medium import Medium
from payoffer.report.monthly import TITLE, Months, monthly, monthly_table
from payoffer.report.monthly_rows import Cell
from payoffer.settle import Follows
from tests.made import comparisons, law

PENNY = Decimal("0.01")
BUNDLED = ("wales", "scotland", "england", "wales-2023-03", "scotland-2023-03")
APRIL = date(2025, 4, 1)


def asked(*names: str, **question: object) -> Comparison:
    given_: dict[str, Any] = {"pay": Pay(Fraction(40000)), **question}
    return compare(tuple(load(name) for name in names), Question(**given_), points_before)


def valued(*documents: dict[str, Any], salary: int = 30000, **question: object) -> Comparison:
    named = tuple(
        Named(f"made-{number}", Offer.model_validate({"name": f"Made {number}"} | document), "made.toml", "local")
        for number, document in enumerate(documents, 1)
    )
    given_: dict[str, Any] = {"pay": Pay(Fraction(salary)), **question}
    return compare(named, Question(**given_), lambda _named, _day: {})


def rise(effective: date = APRIL, percent: int = 4, **keys: object) -> dict[str, Any]:
    return {"effective": effective, "uplift": [{"percent": percent}], **keys}


def cells(answer: Comparison, offer: int = 0) -> tuple[Cell, ...]:
    return monthly(answer).streams[offer].cells


def said(answer: Comparison) -> str:
    return " ".join(monthly(answer).notes)


def money(text: str) -> list[Decimal]:
    return [Decimal(part.replace(",", "")) for part in text.split()]


def test_back_pay_comes_in_the_month_in_which_it_is_paid() -> None:
    """£100 a month from April, first paid in November: seven months late, £700."""
    found = cells(valued({"award": [rise(paid=date(2025, 11, 1))]}))
    assert [cell.received for cell in found] == money("2,500 " * 7 + "3,300 " + "2,600 " * 4)
    assert [cell.back_pay for cell in found] == money("0 " * 7 + "700 " + "0 " * 4)
    assert [cell.extra_so_far for cell in found] == money("0 " * 7 + "800 900 1,000 1,100 1,200")
    assert [cell.basic for cell in found] == money("2,500 " * 7 + "2,600 " * 5)
    assert not any(cell.earliest for cell in found)
    assert [cell.first_day for cell in found[:2]] == [date(2025, 4, 1), date(2025, 5, 1)]


def test_back_pay_is_of_the_months_before_the_one_in_which_it_comes() -> None:
    """Wales, 8 February 2023: the whole of February is paid at the new rate, and five months are late.

    600 x 5 / 12 = 250 is back pay, 42,600 / 12 = 3,550 is February's own; with the one-off of 600: 4,400.
    Six months of it less six of 40,000 / 12: 5 x 3,500 + 4,400 - 20,000 = 1,900.
    """
    found = cells(asked("wales"))
    assert (found[4].received, found[4].basic) == (Decimal(3500), Decimal(3500))
    assert found[5] == Cell(
        date(2023, 2, 1),
        basic=Decimal(3550),
        back_pay=Decimal(250),
        one_off=Decimal(600),
        received=Decimal(4400),
        extra_so_far=Decimal(1900),
        earliest=True,
    )
    assert found[11].extra_so_far == Decimal(3200)


def test_back_pay_on_the_last_day_of_a_month() -> None:
    """4.3% of 30,000 is 107.50 a month; paid on 30 September: five months late, 537.50, and September's own 107.50."""
    answer = valued({"award": [{**rise(paid=date(2025, 9, 30)), "uplift": [{"percent": Decimal("4.3")}]}]})
    assert (cells(answer)[5].basic, cells(answer)[5].back_pay) == (Decimal("2607.50"), Decimal("537.50"))
    assert cells(answer)[4].basic == Decimal(2500)
    assert said(answer) == "Made 1: Sep 2025 comes with £537.50 of back pay for earlier months."


def test_a_rise_first_paid_in_its_own_month_has_no_back_pay() -> None:
    """Offered on the 8th of its first month: that month is paid in full, and marked as the earliest it can be."""
    answer = valued({"offered": date(2025, 4, 8), "award": [rise()]})
    assert (cells(answer)[0].basic, cells(answer)[0].back_pay) == (Decimal(2600), Decimal(0))
    assert [cell.earliest for cell in cells(answer)[:2]] == [True, False]


def test_a_rise_paid_in_the_part_month_that_ends_the_deal_comes_with_that_month() -> None:
    """Six days of November are counted, 2,600 x 6/30, and 7 months at 100 come with November's pay."""
    answer = valued({"award": [rise(paid=date(2025, 11, 20))], "until": date(2025, 11, 6)})
    last = cells(answer)[-1]
    assert (last.basic, last.back_pay, last.extra_so_far) == (Decimal(520), Decimal(700), Decimal(720))
    assert said(answer) == "Made 1: Nov 2025 comes with £700.00 of back pay for earlier months."


def test_a_one_off_paid_in_the_part_month_that_ends_the_deal_comes_with_that_month() -> None:
    lump = {"pay": [{"flat": 60}], "covers": [APRIL, date(2025, 11, 6)], "paid": date(2025, 11, 20)}
    answer = valued({"award": [rise()], "lump_sum": [lump], "until": date(2025, 11, 6)})
    assert cells(answer)[-1].one_off == Decimal(60)
    assert "still owed" not in said(answer)


def test_a_rise_paid_after_the_month_that_ends_the_deal_is_owed() -> None:
    """7 months and 6 of November's 30 days at 100 come in December: 720."""
    answer = valued({"award": [rise(paid=date(2025, 12, 1))], "until": date(2025, 11, 6)})
    assert cells(answer)[-1].basic == Decimal(500)
    assert said(answer) == "Made 1: £720.00 is still owed at the end, to come by 1 December 2025."


def test_nothing_new_comes_before_it_was_offered() -> None:
    document = {"offered": date(2025, 7, 1), "award": [rise(paid=date(2025, 5, 1))]}
    found = cells(valued(document))
    assert [cell.received for cell in found[:4]] == money("2,500 2,500 2,500 2,900")
    assert not found[3].earliest


def test_without_a_day_of_payment_the_earliest_is_marked() -> None:
    answer = valued({"offered": date(2025, 7, 1), "award": [rise()]})
    assert [cell.earliest for cell in cells(answer)[:5]] == [False, False, False, True, False]
    assert "Made 1: Jul 2025 comes with £300.00 of back pay for earlier months*." in said(answer)
    assert "* No day of payment after the offer is given: this is the earliest it can come." in said(answer)


def test_an_award_that_follows_the_offer_comes_when_it_takes_effect() -> None:
    answer = valued({"offered": date(2025, 2, 1), "award": [rise()]})
    assert {cell.received for cell in cells(answer)} == {Decimal(2600)}
    assert said(answer) == ""


def test_what_is_already_being_paid_comes_when_it_takes_effect() -> None:
    document = {
        "offered": date(2026, 1, 1),
        "award": [rise(in_payment=True)],
        "lump_sum": [{"pay": [{"flat": 120}], "covers": [APRIL, date(2026, 3, 31)], "in_payment": True}],
    }
    found = cells(valued(document))
    assert [cell.received for cell in found[:2]] == money("2,720 2,600")
    assert not any(cell.earliest for cell in found)


def test_late_awards_that_are_in_payment_came_late_too() -> None:
    document = {"offered": date(2026, 1, 1), "award": [rise(in_payment=True, paid=date(2025, 6, 1))]}
    assert [cell.received for cell in cells(valued(document))[:4]] == money("2,500 2,500 2,800 2,600")


def test_one_offs_come_when_they_are_paid() -> None:
    document = {
        "award": [rise()],
        "lump_sum": [
            {"pay": [{"flat": 100}], "paid": date(2025, 5, 31), "times": 3},
            {"pay": [{"flat": 10}], "covers": [APRIL, date(2026, 3, 31)], "paid": date(2025, 6, 1)},
            {"pay": [{"flat": 1}], "covers": [date(2025, 1, 1), date(2026, 3, 31)], "paid": date(2025, 3, 1)},
        ],
        "start": APRIL,
    }
    answer = valued(document)
    assert [cell.one_off for cell in cells(answer)[:5]] == money("1 100 110 100 0")
    assert not any(cell.earliest for cell in cells(answer))
    assert "Made 1: Jun 2025 comes with £110.00 of one-off money." in said(answer)


def test_a_one_off_without_a_day_of_payment_comes_when_it_was_offered_at_the_earliest() -> None:
    lump = {"pay": [{"flat": 100}], "covers": [APRIL, date(2026, 3, 31)]}
    found = cells(valued({"offered": date(2025, 9, 9), "award": [rise()], "lump_sum": [lump]}))
    assert [number for number, cell in enumerate(found) if cell.one_off] == [5]
    assert found[5].earliest
    unknown = cells(valued({"award": [rise()], "lump_sum": [lump]}))
    assert (unknown[0].one_off, unknown[0].earliest) == (Decimal(100), True)


def test_what_comes_after_the_months_counted_is_still_owed() -> None:
    """All of £1,200 and £60 is owed at the end, and comes by the later day."""
    document = {
        "award": [rise(paid=date(2026, 6, 1))],
        "lump_sum": [{"pay": [{"flat": 60}], "covers": [APRIL, date(2026, 3, 31)], "paid": date(2026, 5, 1)}],
    }
    answer = valued(document)
    assert cells(answer)[-1].extra_so_far == 0
    assert said(answer) == "Made 1: £1,260.00 is still owed at the end, to come by 1 June 2026."


def test_a_rise_after_the_months_counted_is_not_owed() -> None:
    document = {"award": [rise(), rise(date(2026, 4, 1), paid=date(2026, 9, 1))]}
    assert said(valued(document, months=12)) == ""


def test_part_time_pay_and_a_part_month() -> None:
    """7 days of November's 30 at half time: 2,600 x 6 / 30 / 2."""
    document = {"award": [rise()], "until": date(2025, 11, 6)}
    found = cells(valued(document, pay=Pay(Fraction(30000), fte=Fraction(1, 2))))
    assert [cell.received for cell in found[-2:]] == money("1,300 260")


def test_the_reading_that_comes_to_least_is_named() -> None:
    assert (
        "Wales is read as what comes to least of its 3 readings: the one-off is a percentage of pay before."
    ) in said(asked("wales"))


def test_where_an_offer_has_run_out_it_is_said() -> None:
    assert "Wales says nothing after 31 August 2023: no rise is counted from there on." in said(
        asked("wales", "scotland")
    )
    assert "says nothing" not in said(asked("wales", "scotland", follows={"wales": Follows(Decimal(3))}))
    undated = {"award": [{"year": 1, "uplift": [{"percent": 5}]}]}
    assert "Made 1 says nothing after its last year" in said(valued(undated, months=24))


@law
@given(comparisons)
def test_in_the_end_it_is_the_same_money(answer: Comparison) -> None:
    for offer, found in zip(answer.offers, monthly(answer).streams, strict=True):
        whole = offer.reads[0].figures.window
        assert len(found.cells) == -int(-whole.months // 1)
        end = found.cells[-1].extra_so_far
        if found.owed is None:
            assert abs(end - decimals(whole.extra_cash, 2)) <= PENNY
        else:
            assert abs(end + found.owed.amount - decimals(whole.extra_cash, 2)) <= PENNY
            assert Clock(offer.anchor).at(found.owed.day) >= whole.months
        for cell in found.cells:
            assert abs(cell.basic + cell.back_pay + cell.one_off - cell.received) <= 2 * PENNY


@law
@given(comparisons)
def test_before_an_offer_only_what_was_in_payment_comes(answer: Comparison) -> None:
    for offer, found in zip(answer.offers, monthly(answer).streams, strict=True):
        offered = offer.reads[0].schedule.offer.offered
        if offered is None or any(award.in_payment for award in offer.offer.award):
            continue
        for cell, after in zip(found.cells, found.cells[1:], strict=False):
            if after.first_day <= offered:
                assert cell.extra_so_far == 0


def many(count: int) -> Months:
    names = ["A very long name of an offer that nobody shortens", *(f"Council {number}" for number in range(2, 9))]
    documents = [{"name": name, "award": [rise(paid=date(2025, 11, 1))], "group": "council"} for name in names[:count]]
    return monthly(valued(*documents, salary=98765))


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("count", [1, 2, 3, 8])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850", "ascii"])
def test_the_table_keeps_to_its_width(width: int, count: int, encoding: str) -> None:
    found = monthly_table(many(count), Medium(width, encoding))
    found.encode(encoding)
    assert max(map(len, found.splitlines())) <= width
    assert found.endswith("\n")
    assert not re.search("\n\n\n|[ \t]\n", found)
    assert found.count("10,864.15") == count


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_bundled_offers_keep_to_the_width(width: int) -> None:
    for text in (
        monthly_table(monthly(asked(*BUNDLED)), Medium(width)),
        monthly_table(monthly(asked(*BUNDLED[:2])), Medium(width)),
        monthly_table(monthly(asked("wales", "wales-2023-03")), Medium(width)),
    ):
        assert max(map(len, text.splitlines())) <= width


def test_offers_stand_side_by_side_where_they_fit() -> None:
    found = monthly_table(monthly(valued({"award": [rise()]}, {"award": [rise(percent=5)]}, months=2)), Medium(80))
    assert found.startswith(TITLE[:40])
    assert found.partition("\n\n")[2].splitlines() == [
        "             Made 1     extra     Made 2     extra",
        "month          pay     so far       pay     so far",
        "--------  ---------  --------  ---------  --------",
        "Apr 2025  2,600.00     100.00  2,625.00     125.00",
        "May 2025  2,600.00     200.00  2,625.00     250.00",
    ]


def test_each_offer_has_its_own_months_where_they_start_apart() -> None:
    one = {"award": [rise()], "group": "one"}
    other = {"award": [rise(date(2025, 1, 31))], "group": "other"}
    found = monthly_table(monthly(valued(one, other, months=1)), Medium(80))
    assert found.partition("\n\n")[2].splitlines() == [
        "Made 1                  extra  Made 2                     extra",
        "month          pay     so far  month             pay     so far",
        "--------  ---------  --------  -----------  ---------  --------",
        "Apr 2025  2,600.00     100.00  31 Jan 2025  2,600.00     100.00",
    ]


def test_an_offer_without_dates_has_numbered_months() -> None:
    undated = {"offered": date(2025, 9, 1), "award": [{"year": 1, "uplift": [{"percent": 4}]}]}
    found = monthly_table(monthly(valued(undated, months=2)), Medium(80))
    assert found.partition("\n\n")[2].splitlines() == [
        "                       extra",
        "month         pay     so far",
        "-------  ---------  --------",
        "month 1  2,600.00     100.00",
        "month 2  2,600.00     200.00",
    ]
