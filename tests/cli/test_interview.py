"""Questions and answers one by one: what each takes, what it refuses, what comes next."""

from datetime import date

import pytest

from payoffer.cli.interview import Interview
from payoffer.cli.offer_questions import about
from payoffer.errors import PayofferError
from payoffer.library import load
from payoffer.offer import Offer
from payoffer.shelf import BUNDLED
from tests.asking import award, document, flat, one_off, percent, proposed

FACTS = ["Mine", "", "", "", "", "", ""]


def asked(*answers: str, base: Offer | None = None) -> Interview:
    interview = Interview(lambda: about(base))
    for answer in answers:
        interview.answer(answer)
    return interview


def refused(*answers: str) -> str:
    """Return why the last answer is refused; the question stays."""
    interview = asked(*answers[:-1])
    question = interview.question
    with pytest.raises(PayofferError) as error:
        interview.answer(answers[-1])
    assert interview.question == question
    return str(error.value)


def made(*answers: str) -> Offer:
    offer = asked(*answers).offer
    assert offer is not None
    return offer


def test_the_first_question() -> None:
    assert asked().question.text == "What is the offer called?"
    assert refused("") == "this question needs an answer: write one, or b to go back"


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (["Mine", "threat"], '"threat" is none of them: write offer or claim'),
        (
            ["Mine", "", "", "France"],
            '"France" is none of them: write England, Wales, Scotland, Northern Ireland or United Kingdom',
        ),
        (["Mine", "", "", "", "", "lost"], '"lost" is none of them: write offered, accepted, rejected or imposed'),
        (["Mine", "", "", "", "", "", "soon"], '"soon" is not a day: write it as 2023-04-01 or 1 April 2023'),
        (["Mine", "", "", "", "", "", "1 May 2023 or so"], "is not a day: write it as 2023-04-01 or 1 April 2023"),
        ([*FACTS, "5%, 4%"], '"5%, 4%" is more than one rise: write one, the next is asked for after it'),
        ([*FACTS, "£500 one-off"], '"£500 one-off" is more than one rise: write one'),
        ([*FACTS, "5%", "2023-04-01", "perhaps"], '"perhaps" is neither yes nor no: write y or n'),
        ([*FACTS, "5%", "2023-04-01", "", "", "£5 + £6 one-off"], "is more than one sum: write one"),
        ([*FACTS, "5%", "", "", "£500", "0"], '"0" is not the number of a year: write 1 for the first'),
        (
            [*FACTS, "5%", "2023-04-01", "", "", "£500", "April 2023"],
            '"April 2023" is not a first and a last day: write 2022-09-01 to 2023-08-31',
        ),
        (
            [*FACTS, "5%", "2023-04-01", "", "", "£500", "2023-04-01 to 2022-04-01"],
            "the last day is before the first: write them as 2022-09-01 to 2023-08-31",
        ),
        ([*FACTS, "", "50p an hour on 37 hours"], "a one-off is one sum, not one by the month or hour: leave that out"),
        ([*FACTS, "", "£100 a month"], "a one-off is one sum, not one by the month or hour: leave that out"),
        ([*FACTS, "5% until December 2023"], "a last day needs a first one: write it as in 6% from April 2022, until"),
        (
            [*FACTS, "5%", "", "4% from April 2024"],
            "this has a day, but what stands before it has the number of a year: leave it out, or write it with",
        ),
        (
            [*FACTS, "5% from April 2023", "", "4% in year 2"],
            "this has the number of a year, but what stands before it has a day: leave it out, or write it with",
        ),
        ([*FACTS, "5%", "", "", "£500 paid May 2023"], "this has a day, but what stands before it has the number of a"),
        ([*FACTS, "5% from April 2023", "", "", "£500 in year 1"], "this has the number of a year, but what stands"),
        (
            [*FACTS, "5% from April 2023 until December 2024", "", "4% from April 2024 until May 2025"],
            "the last day of the deal is 31 December 2024 already, and here 31 May 2025: leave out the one that is",
        ),
        (
            [*FACTS, "5% from April 2023 until December 2023", "", "4%", "2024-04-01"],
            "the last day of the deal is 31 December 2023, before the rise from 1 April 2024: write the right one",
        ),
        (
            [*FACTS, "5% from April 2023", "", "4% from April 2022 until May 2022"],
            "the last day of the deal is 31 May 2022, before the rise from 1 April 2023: write the right one",
        ),
        (
            [*FACTS, "50p an hour on 37 hours", "", "£1 an hour on 36 hours"],
            "the full-time week is 37 hours already, and here 36: an offer has one, so write the sum for that one",
        ),
        (
            [*FACTS, "5%", "2023-04-01", "", "", "", "2022-04-01"],
            "until is 2022-04-01, before the deal begins on 2023-04-01: write the last day of it",
        ),
    ],
)
def test_what_is_refused(answers: list[str], why: str) -> None:
    assert why in refused(*answers)


def test_an_offer_needs_a_rise_or_a_one_off() -> None:
    assert refused(*FACTS, "", "") == "this question needs an answer: write one, or b to go back"


def test_a_rise_with_its_day_is_not_asked_for_it() -> None:
    interview = asked(*FACTS, "5% from 1 April 2023")
    assert interview.question.text == "Is it already being paid?"


def test_years_without_days_are_counted() -> None:
    offer = made(*FACTS, "6%", "", "5.5%", "", "£500", "2", "", "", "", "")
    assert [award.year for award in offer.award] == [1, 2]
    assert [(lump.year, lump.covers) for lump in offer.lump_sum] == [(2, None)]


def test_back_pay_is_asked_for_where_a_rise_is_older_than_the_offer() -> None:
    offered = [*FACTS[:6], "2023-05-01"]
    assert asked(*offered, "5%", "2023-04-01", "").question.text == "On which day does its back pay come?"
    assert asked(*offered, "5%", "2023-05-01", "").question.text == "What is the second consolidated rise?"
    offer = made(*offered, "5%", "2023-04-01", "", "June 2023", "", "", "", "", "")
    assert offer.award[0].paid == date(2023, 6, 1)


def test_on_top_of_a_rise_of_the_same_day() -> None:
    one = [*FACTS, "5%", "2023-04-01", "", "1%", "2023-04-01"]
    assert asked(*one).question.text == "Of which pay is the percentage?"
    added = made(*one, "1", "", "", "", "", "", "")
    on_top = made(*one, "2", "", "", "", "", "", "")
    assert [award.uplift[0].of for award in added.award] == [None, "before"]
    assert [award.uplift[0].of for award in on_top.award] == [None, None]
    assert asked(*FACTS, "5%", "2023-04-01", "", "£500", "2023-04-01").question.text == "Is it already being paid?"


def test_a_one_off_alone_with_the_days_it_needs() -> None:
    assert asked(*FACTS, "", "1.5%", "").question.enter == ""  # of what is open, so its time has to be known
    assert asked(*FACTS, "", "£500", "").question.enter == ""  # no time and no day of the offer, so its day has to be
    offer = made(*FACTS, "", "1.5% one-off", "2", "", "May 2023", "", "", "", "A letter")
    assert [(lump.of, lump.paid) for lump in offer.lump_sum] == [("in_payment", date(2023, 5, 1))]
    assert [source.title for source in offer.source] == ["A letter"]


def test_sums_by_the_hour_bring_their_week() -> None:
    offer = made(*FACTS, "50p an hour on 37 hours", "2023-04-01", "", "", "", "", "", "")
    assert (str(offer.week), offer.award[0].per) == ("37", "hour")


def test_back_and_on_again() -> None:
    interview = asked(*FACTS, "5%", "2023-04-01")
    interview.back()
    assert interview.question.text == "From which day does it count?"
    interview.back()
    interview.answer("6%")
    assert "6%" in interview.question.said[0]


def test_a_copy_without_anything_beside_is_not_asked_about_it() -> None:
    base = document(award("2023-04-01", percent(5)), one_off(flat(500), paid="2023-05-01"), name="Base")
    answers = ["", "", "", "", "", "", "", "", "", "n", "", "", "", ""]
    offer = asked(*answers, base=base).offer
    assert offer is not None
    assert (offer.award, offer.lump_sum) == (base.award, ())


def test_what_is_said_with_a_rise_is_not_asked_for() -> None:
    interview = asked(*FACTS, "50p an hour on 37 hours from April 2023, already paid, until December 2023")
    assert interview.question.text == "What is the second consolidated rise?"
    offer = made(*FACTS, "5% from April 2023 already paid, until December 2023", "", "", "", "")
    assert (offer.award[0].effective, offer.award[0].in_payment) == (date(2023, 4, 1), True)
    assert offer.until == date(2023, 12, 31)


def test_the_week_and_the_last_day_are_said_back() -> None:
    interview = asked(*FACTS, "50p an hour on 37 hours from April 2023 until December 2023")
    assert interview.question.said == (
        "£0.50 an hour.",
        "Full-time week: 37 hours.",
        "Last day: 31 December 2023.",
    )


def test_a_rise_is_of_the_year_that_is_said_and_the_next_of_the_year_after() -> None:
    offer = made(*FACTS, "5% in year 2, already paid", "4%", "", "", "", "")
    assert [(award.year, award.in_payment) for award in offer.award] == [(2, True), (3, False)]


def test_years_are_counted_and_not_rises() -> None:
    """Two rises in the first year, so the third is of the second year; 5% and 1.5% of the pay before make 6.5%."""
    two = [*FACTS, "5%", "", "1.5% in year 1"]
    assert asked(*two).question.text == "Of which pay is the percentage?"
    assert "There is a rise in that year already." in asked(*two).question.explains
    offer = made(*two, "1", "4%", "", "", "", "")
    assert [(award.year, award.uplift[0].of) for award in offer.award] == [(1, None), (1, "before"), (2, None)]


def test_what_is_said_with_a_one_off_is_not_asked_for() -> None:
    dated = [*FACTS, "5%", "2023-04-01", "", ""]
    assert asked(*dated, "1.5% of pay before").question.text == "For which time is it?"
    assert asked(*dated, "1.5% of pay").question.text == "A percentage of what?"
    assert asked(*dated, "from April 2023: £500").question.text == "On which day is it paid?"
    of_before = made(*dated, "1.5% of pay before", "", "2023-05-01", "", "", "", "", "")
    assert [(lump.of, lump.paid) for lump in of_before.lump_sum] == [("before", date(2023, 5, 1))]
    paid = made(*dated, "Bonus: £500 paid 31 March 2023, already paid", "", "", "", "", "", "")
    assert [(lump.paid, lump.in_payment) for lump in paid.lump_sum] == [(date(2023, 3, 31), True)]
    span = made(*dated, "1.5% from April 2023, paid on 1 June 2023", "3", "", "", "", "", "")
    assert [lump.covers for lump in span.lump_sum] == [(date(2023, 4, 1), date(2024, 3, 31))]
    assert [lump.paid for lump in span.lump_sum] == [date(2023, 6, 1)]


def test_the_year_of_a_one_off_is_kept_where_it_is_said() -> None:
    offer = made(*FACTS, "", "£1,000 in year 2", "", "£500", "1", "", "", "", "")
    assert [(str(lump.pay[0].flat), lump.year) for lump in offer.lump_sum] == [("1000", 2), ("500", 1)]


@pytest.mark.parametrize("name", sorted(path.stem for path in BUNDLED.glob("*.toml")))
def test_a_copy_of_a_bundled_offer_with_enter_alone_is_the_offer(name: str) -> None:
    """All but ``also``: two files do not answer to one name."""
    base = load(name).offer
    interview = asked(base=base)
    while interview.offer is None:
        interview.answer("")
    assert interview.offer == base.model_copy(update={"also": ()})


def test_a_copy_keeps_what_has_no_question() -> None:
    base = document(
        one_off(flat(500), covers=["2023-04-01", "2024-03-31"]),
        name="Base",
        draft=True,
        open=["Of what?"],
        start="2023-01-01",
        until="2024-06-30",
    )
    interview = asked(base=base)
    while interview.offer is None:
        question = interview.question.text
        interview.answer("")
    assert question == "Base also has its first day, its mark as a draft and what has to be answered. Keep these?"
    assert interview.offer == base


def test_the_week_of_a_copy_goes_with_its_rises() -> None:
    hourly = document(award("2023-04-01", flat(0.5), per="hour"), name="Base", week=37)
    keeps, drops = ["", "", "", "", "", "", "", ""], ["", "", "", "", "", "", "", "n"]
    on_36 = "£1 an hour on 36 hours from April 2024"
    interview = asked(*keeps, base=hourly)
    with pytest.raises(PayofferError, match="the full-time week is 37 hours already, and here 36"):
        interview.answer(on_36)
    offer = asked(*drops, on_36, "", "", "", "", "", "", base=hourly).offer
    assert offer is not None
    assert (str(offer.week), len(offer.award)) == ("36", 1)


def test_a_typed_week_stays_beside_what_a_copy_keeps() -> None:
    more = proposed("2024-04-01", percent(3))
    base = document(award("2023-04-01", percent(5)), more, name="Base", week=37)
    answers = ["", "", "", "", "", "", "", "n", "50p an hour on 36 hours from April 2023", *[""] * 7]
    offer = asked(*answers, base=base).offer
    assert offer is not None
    assert (str(offer.week), len(offer.proposed)) == ("36", 1)
    base = document(award("2023-04-01", percent(5)), more | {"per": "hour"}, name="Base", week=37)
    with pytest.raises(PayofferError, match="the full-time week is 36 hours already, and here 37"):
        asked(*answers, base=base)


def test_a_part_of_a_copy_that_is_unlike_the_others_cannot_be_kept() -> None:
    base = document(award("2023-04-01", percent(5)), one_off(flat(500), paid="2023-05-01"), name="Base")
    interview = asked("", "", "", "", "", "", "", "n", "6%", "", "", base=base)
    assert interview.question.text.startswith("One-off 1 of Base")
    with pytest.raises(PayofferError, match="this has a day, but what stands before it has the number of a year"):
        interview.answer("")
    interview.answer("n")
    assert interview.question.text == "What is the first one-off?"
