"""Questions and answers one by one: what each takes, what it refuses, what comes next."""

from datetime import date

import pytest

from payoffer.cli.interview import Interview
from payoffer.cli.offer_questions import about
from payoffer.errors import PayofferError
from payoffer.offer import Offer
from tests.asking import award, document, flat, one_off, percent

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
