"""What stands under the figures for each offer: what was assumed of it, left out, or has to be known."""

import pytest

from payoffer.compare import Comparison
from payoffer.errors import NotValued
from payoffer.report.offer_notes import notes_of
from payoffer.report.sentences import sentences
from payoffer.report.words import labels
from payoffer.verdict import verdict
from tests.asking import ask, award, flat, offer, one_off, paged, percent, proposed

CONDITION = "the local agreement is signed"


def notes(answer: Comparison, number: int = 0) -> list[str]:
    return list(notes_of(answer, answer.offers[number]))


def test_a_condition_is_told_whether_it_is_counted_or_not() -> None:
    hanging = offer("a", award("2025-04-01", percent(3)), award("2025-04-01", percent(1), condition=CONDITION))
    assert f"not counted, as it hangs on a condition: {CONDITION} (--conditional counts it)." in notes(ask(hanging))
    counted = notes(ask(hanging, conditional=True))
    assert f"counted as if it were met, as --conditional asks: {CONDITION}." in counted


def test_another_week_gets_the_sums_in_proportion() -> None:
    hours = offer("a", award("2025-04-01", flat(1000)), week=37)
    told_of = "its sums are for a full-time week of 37 hours; yours gets 35/37 of them."
    assert told_of in notes(ask(hours, week=35))
    assert told_of not in notes(ask(hours, week=37))
    assert told_of not in notes(ask(hours))


def test_what_is_assumed_to_follow_is_said() -> None:
    plain_offer = offer("a", award("2025-04-01", percent(3)))
    assumed = "a rise of 4% in April 2026, and each twelve months after, is assumed, not offered."
    assert assumed in notes(ask(plain_offer, months=24, follows={"a": 4}))
    assert "--next is not used: the offer itself covers all the months counted." in notes(
        ask(plain_offer, follows={"a": 4})
    )
    with_more = offer("a", award("2025-04-01", percent(3)), proposed("2026-04-01", percent(2)))
    counted = "2% that was only proposed is counted as if it were given, because --next asks for it."
    assert counted in notes(ask(with_more, months=24, follows={"a": "proposed"}))


def test_an_offer_without_dates_has_no_month_to_name() -> None:
    undated = offer("a", award(None, percent(3), year=1))
    assert "a rise of 4%, and each twelve months after, is assumed, not offered." in notes(
        ask(undated, months=24, follows={"a": 4})
    )


def test_what_is_outside_the_months_is_told_for_every_reading() -> None:
    # 1% of 40,000 before is 400, of 44,000 after the 10% rise 440; the 10% is 44,000 a year from April 2026
    late = offer(
        "a",
        award("2025-04-01", percent(0)),
        award("2026-04-01", percent(10)),
        one_off(percent(1), of="unstated", covers=["2026-04-01", "2027-03-31"]),
    )
    told_of = notes(ask(late, months=12))
    assert "a one-off of £400 to £440 on 1 April 2026 is outside the months counted." in told_of
    assert "goes on for 12 months after the months counted, to £44,000 a year; that is left out here." in told_of


def test_a_term_by_point_is_said_where_no_point_is_named() -> None:
    floor = offer("a", award("2025-04-01", percent(3), {"minimum_rise": {"7": 2000}}))
    assert "no pay point was named: what is said of 7 alone is not counted." in notes(ask(floor))
    with pytest.raises(NotValued, match="went by pay point"):
        ask(offer("a", award("2025-04-01", percent({"M1": 5}), {"minimum_rise": 1000})))


def test_a_part_year_and_unused_rates_are_said() -> None:
    remarks = paged(ask(offer("a", award("2025-04-01", percent(3))), months=6, inflation=[4, 3])).remarks
    assert "The last 6 months meet 6/12 of that year's rise in prices." in remarks
    assert "Not used, as no more years are counted: 3%." in remarks
    whole = paged(ask(offer("a", award("2025-04-01", percent(3))), inflation=[4])).remarks
    assert not any("meet" in remark or "Not used" in remark for remark in whole)
    half = paged(ask(offer("a", award("2025-04-01", percent(3)), until="2026-03-16"), inflation=[4])).remarks
    assert any("meet a part of that year's rise" in remark for remark in half)


def test_offers_that_share_no_month_are_refused() -> None:
    early = offer("a", award("2023-04-01", percent(3)))
    late = offer("b", award("2024-04-01", percent(3)))
    with pytest.raises(NotValued, match=r"b begins on 1 April 2024, after a has ended on 31 March 2024, so no month"):
        ask(early, late)
    assert ask(early, late, align="years").months == 12


def test_never_behind_is_not_the_same_as_ahead() -> None:
    # over 12 months 1% of 40,000 is 400 and of 40,800 is 408: against 396, 4 and 12 more; £1 a month is 12
    open_one = offer(
        "a", award("2025-04-01", percent(2)), one_off(percent(1), of="unstated", covers=["2025-04-01", "2026-03-31"])
    )
    plain_one = offer("b", award("2025-04-01", percent(2)), one_off(flat(396), paid="2025-04-01"))
    answer = ask(open_one, plain_one)
    found = sentences(answer, labels(answer.offers), verdict(answer))
    assert "whether" in found[0].text
    assert "adds more in the first year or about the same depends on what" in found[0].text
    assert "£1,200 to £1,208" in found[0].text
    assert "against £1,196" in found[0].text


def test_an_accepted_deal_is_not_voted_on() -> None:
    paid = award("2025-04-01", percent(5), in_payment=True)
    for status, who in (("accepted", "The deal adds"), ("imposed", "The deal adds"), ("rejected", "A Yes vote adds")):
        deal = offer("a", paid, award("2025-04-01", percent(1, of="before")), status=status)
        answer = ask(deal)
        assert any(who in sentence.text for sentence in sentences(answer, labels(answer.offers), verdict(answer)))


def test_never_behind_in_the_longer_window_too() -> None:
    # a: 800 a year twice and 1% of 40,000 or of 40,800, 2,000 or 2,008; b: 1,600 and 380, if no rise after it;
    # that is 20 or 28 more, and £1 a month is 24
    open_one = offer(
        "a",
        award("2025-04-01", percent(2)),
        one_off(percent(1), of="unstated", covers=["2025-04-01", "2026-03-31"]),
        until="2027-03-31",
    )
    plain_one = offer("b", award("2025-04-01", percent(2)), one_off(flat(380), paid="2025-04-01"))
    answer = ask(open_one, plain_one)
    found = sentences(answer, labels(answer.offers), verdict(answer))
    text = " ".join(sentence.text for sentence in found)
    assert "would add more over the two years or about the same would depend on what" in text
    assert "£2,000 to £2,008" in text
    assert "against £1,980" in text
