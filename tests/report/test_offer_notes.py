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


# The full-time week


SHORTER = award("2025-04-01", percent(3), {"new_week": 36})


def about_the_week(answer: Comparison) -> list[str]:
    return [note for note in notes(answer) if "full-time week" in note]


def test_a_shorter_week_is_told_and_not_counted() -> None:
    # 37 / 36 = 1.0278
    (told_of,) = about_the_week(ask(offer("a", SHORTER, week=37)))
    assert told_of == (
        "the full-time week goes from 37 to 36 hours on 1 April 2025 on the same pay: 2.8% more for each hour. That is "
        "no extra pay for a full-timer, and it is not counted; part-timers who keep their hours have a bigger share of "
        "full time, and 2.8% more pay."
    )


def test_a_part_timer_is_told_what_keeping_the_hours_makes() -> None:
    # 0.6 x 37 = 22.2; 0.6 x 36 = 21.6; 22.2 / 36 = 0.6167
    (told_of,) = about_the_week(ask(offer("a", SHORTER, week=37), fte=0.6))
    assert told_of == (
        "the full-time week goes from 37 to 36 hours on 1 April 2025 on the same pay: 2.8% more for each hour, which "
        "is not counted. Your 0.6 of full time is taken to stay 0.6, so that 22.2 hours become 21.6; if you keep 22.2, "
        "you have 0.617 of full time and 2.8% more pay."
    )


def test_a_longer_week_pays_less_for_each_hour() -> None:
    longer = offer("a", award(None, {"new_week": 40}, year=1), week=37)
    # 37 / 40 = 0.925
    (told_of,) = about_the_week(ask(longer))
    assert told_of == (
        "the full-time week goes from 37 to 40 hours on the same pay: 7.5% less for each hour. That is no less pay for "
        "a full-timer, and it is not counted; part-timers who keep their hours have a smaller share of full time, and "
        "7.5% less pay."
    )


def test_a_person_of_another_week_is_told_that_it_stays() -> None:
    assert about_the_week(ask(offer("a", SHORTER, week=37), week=35)) == [
        "its sums are for a full-time week of 37 hours; yours gets 35/37 of them.",
        "of its new full-time week: not for a full-time week of 35 hours: it is the week of 37 that changes.",
    ]


def test_a_new_week_of_the_same_hours_is_told_to_change_nothing() -> None:
    same = offer("a", award("2025-04-01", {"new_week": 37}), week=37)
    assert about_the_week(ask(same)) == [
        "of its new full-time week: no difference: these are the hours of the week before."
    ]


def test_which_week_the_sums_are_for_is_said_unless_one_is_given() -> None:
    said = "its sums are for a full-time week of 36 hours: for another, add --week with it."
    by_year = offer("a", award("2025-04-01", flat(1000)), week=36)
    assert said in notes(ask(by_year))
    assert said not in notes(ask(by_year, week=36))
    assert said in notes(ask(offer("a", one_off(flat(500), paid="2025-04-01"), week=36)))
    same_for_all = one_off(flat(500), paid="2025-04-01", pro_rata=False)
    assert about_the_week(ask(offer("a", same_for_all, week=36))) == []
    assert about_the_week(ask(offer("a", award("2025-04-01", flat(0.5), per="hour"), week=36))) == []


# After the last day


def test_what_an_offer_changes_after_its_last_day_is_told() -> None:
    goes = award("2026-04-01", {"move": {"1": "2"}})
    settled = offer("a", award("2025-04-01", flat(500)), goes, until="2026-03-31", points={"1": 20000, "2": 20300})
    # 20,300 + 500
    left_out = "after its last day, on 1 April 2026, pay becomes £20,800 by it: left out here."
    counted = "after its last day, on 1 April 2026, pay becomes £20,800 by it: counted here."
    assert left_out in notes(ask(settled, points={"a": "1"}))
    assert counted in notes(ask(settled, points={"a": "1"}, months=24))
    assert not any("after its last day" in note for note in notes(ask(settled, points={"a": "2"}, months=24)))
    follows = notes(ask(settled, points={"a": "1"}, months=24, follows={"a": 3}))
    assert not any("after its last day" in note for note in follows)
