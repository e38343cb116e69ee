"""Whole texts: the hard cases of reading an offer, and what holds for every text."""

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from payoffer.reading.found import Found
from payoffer.reading.reader import Choice, read
from payoffer.reading.restated import adds_up
from tests.reading.scoring import Label, labels

Told = list[tuple[str, str]]


def found(text: str, *take: int, published: date | None = None) -> Found:
    return read(text, Choice(frozenset(take), published)).found


def new(text: str) -> Told:
    """Return kind and value of what is offered and stands."""
    return [
        (term.kind, term.value)
        for offer in found(text).offers
        if offer.current
        for term in offer.terms
        if not term.in_payment
    ]


def left(text: str) -> dict[str, str]:
    """Return the type of each figure left out."""
    return {one.text: one.type for one in found(text).left_out}


RISE, ONCE = "consolidated", "lump_sum"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The proposal is 6% in the current year and a further 5.5% in the new financial year, from April on.",
            [(RISE, "6%"), (RISE, "5.5%")],
        ),
        ("The offer is 1.5% consolidated and 1.5% non-consolidated.", [(RISE, "1.5%"), (ONCE, "1.5%")]),
        ("The council offered £3,000 or 10 per cent, whichever is greater, to all staff.", [(RISE, "10%")]),
        ("The union is claiming £3,000 or 10 per cent, whichever is greater, for all staff.", []),
        ("The company has offered five per cent to all drivers.", [(RISE, "5%")]),
        ("They offered 5% from May 2024 and 3% from May 2025, worth 8.15% in all.", [(RISE, "5%"), (RISE, "3%")]),
        ("The offer is a further 3%: 1.5% consolidated and 1.5% as a one-off.", [(RISE, "1.5%"), (ONCE, "1.5%")]),
        ("They want 15%, but the company has gone to an offer of 9.6%.", [(RISE, "9.6%")]),
        ("The pay offer: 2% in January and another 2% in October.", [(RISE, "2%"), (RISE, "2%")]),
        ("We were offered a rise of 4%. The 4% offer was rejected by 70% of members.", [(RISE, "4%")]),
        ("Staff were offered a rise of 5%. They were offered a further rise of 5% too.", [(RISE, "5%"), (RISE, "5%")]),
        ("Staff get a rise of 2% from May 2024. Staff get a rise of 2% from May 2025.", [(RISE, "2%"), (RISE, "2%")]),
        ("Nothing but 5% and then 4%.", []),
        ("Staff will be given £1,500 from May 2024. The offer is a one-off payment of £1,500.", [(ONCE, "£1,500")]),
        ("Talks brought nothing, with inflation at 10%.", []),
        ("Staff would receive a pay rise of between 3% and 5%. The 5% rise is for the lowest.", [(RISE, "3%\u20135%")]),
    ],
)
def test_hard_cases(text: str, expected: Told) -> None:
    assert new(text) == expected


def test_two_nations_in_one_sentence_are_two_offers() -> None:
    text = (
        "In Wales ministers have offered teachers 6.5% for this year, whereas in Scotland the proposal is 6% in the "
        "current year and a further 5.5% in the next year. In England there has been no offer."
    )
    told = found(text)
    assert [(offer.nation, [term.value for term in offer.terms]) for offer in told.offers] == [
        ("Wales", ["6.5%"]),
        ("Scotland", ["6%", "5.5%"]),
    ]
    assert told.none == ("England",)


def test_a_term_before_any_nation_is_named_goes_with_the_first_that_is() -> None:
    text = "The new offer is a rise of 2%. In Wales the offer is a rise of 3%. In Scotland the offer is a rise of 4%."
    assert [(offer.nation, [term.value for term in offer.terms]) for offer in found(text).offers] == [
        ("Wales", ["2%", "3%"]),
        ("Scotland", ["4%"]),
    ]


def test_an_offer_that_was_rejected_and_the_one_before_it() -> None:
    told = found("Members rejected the new offer of 5% on pay. It replaced the initial offer of 3%.")
    assert [(offer.current, offer.status, offer.terms[0].value) for offer in told.offers] == [
        (True, "rejected", "5%"),
        (False, "rejected", "3%"),
    ]


def test_what_is_joined_to_an_earlier_offer_is_of_it() -> None:
    told = found("The initial offer of 5% up front and 4% to follow was refused. The new offer is 6%.")
    assert [(offer.current, [term.value for term in offer.terms]) for offer in told.offers] == [
        (True, ["6%"]),
        (False, ["5%", "4%"]),
    ]


def test_an_earlier_offer_stands_where_the_text_tells_of_none_since() -> None:
    told = found("Staff had been offered 4% in May, which they refused.")
    (offer,) = told.offers
    assert (offer.current, offer.status, offer.terms[0].value) == (True, "rejected", "4%")
    assert [offer.current for offer in found("In 2014 the first offer of 1% was turned down.").offers] == [False]


def test_an_award_in_payment_is_apart_and_counted_once() -> None:
    told = found(
        "In addition to the 5% pay award already received, ministers offer teachers in Wales an additional 1.5%. "
        "With the 5% this makes 6.5%."
    )
    (offer,) = told.offers
    assert [(term.value, term.in_payment) for term in offer.terms] == [("5%", True), ("1.5%", False)]
    assert offer.who == "Welsh Government"


def test_an_award_in_payment_alone_is_no_offer_beside_others() -> None:
    text = "In Wales the offer is 3%. In Scotland nurses have already had the 5%."
    assert [offer.nation for offer in found(text).offers] == ["Wales"]


def test_an_additional_rise_without_its_award() -> None:
    (offer,) = found("Management will now pay an additional 1.5% to all staff from 1 August 2024.").offers
    assert offer.terms[0].addition


def test_no_offer_is_told_of_the_nation_that_the_text_is_about() -> None:
    assert found("Nurses in Northern Ireland have had nothing. No pay offer has been made.").none == (
        "Northern Ireland",
    )
    assert found("No pay offer has been made.").none == ()


def test_the_reasons_of_figures_left_out() -> None:
    assert left(
        "The turnout was 71%. Inflation is 9%. We demand 12%. Pay has lost 20% of its value since 2010. It costs "
        "£5 million. Those earning £50,000 or more get nothing. The rate is £12.50 an hour."
    ) == {
        "71%": "ballot",
        "9%": "inflation",
        "12%": "claim",
        "20%": "pay_erosion",
        "£5 million": "total_cost",
        "£50,000": "threshold",
        "£12.50 an hour": "resulting_pay",
    }


def test_figures_put_back_are_terms_and_keep_the_numbers_of_the_others() -> None:
    text = "They demand 12%. Inflation is 9%. The offer is 5%."
    assert [(one.n, one.text) for one in found(text).left_out] == [(1, "12%"), (2, "9%")]
    told = found(text, 2)
    assert [(term.value, term.rule) for offer in told.offers for term in offer.terms] == [
        ("9%", "put back"),
        ("5%", "said to be offered, won or agreed"),
    ]
    assert [(one.n, one.text) for one in told.left_out] == [(1, "12%")]


def test_a_figure_put_back_stays_though_it_adds_up_others_or_was_said_before() -> None:
    text = "The offer is 5% from May 2024 and 3% from May 2025, worth 8% in all."
    assert [term.value for offer in found(text, 1).offers for term in offer.terms] == ["5%", "3%", "8%"]


def test_what_is_left_out_because_of_a_figure_put_back_has_the_last_number() -> None:
    told = found("They demand 12%. The pay offer is 12% for all staff. Inflation is 9%.", 1)
    assert [(one.n, one.text, one.type) for one in told.left_out] == [
        (3, "12%", "restatement"),
        (2, "9%", "inflation"),
    ]


def test_numbers_begin_where_they_are_told_to() -> None:
    reading = read("They demand 12%.", first=5)
    assert (reading.found.left_out[0].n, reading.numbered) == (5, 1)


def test_a_text_that_says_only_what_an_offer_is_worth() -> None:
    assert new("The deal, which is worth 3%, was welcomed.") == [(RISE, "3%")]
    assert new("The deal is worth 3% for those on the lowest pay.") == []


def test_a_figure_named_before_is_still_what_it_was() -> None:
    assert new("We claimed 10% and were offered a pay rise of 4%. We will not get the 10% rise.") == [(RISE, "4%")]


def test_a_later_mention_can_tell_the_year() -> None:
    (term,) = (
        found("The offer is a 7% rise backdated to April last year. It is a 7% rise from April 2022.").offers[0].terms
    )
    assert term.effective == "2022-04-01"


def test_equal_rises_of_two_employers_are_two() -> None:
    text = (
        "Network Rail has offered a rise of 5% to all staff.\n\nThe Rail Delivery Group has offered a rise of 5% to "
        "its staff.\n\nThe train operators have offered a rise of 5% as well."
    )
    assert [value for _, value in new(text)] == ["5%", "5%", "5%"]


@pytest.mark.parametrize(
    ("whole", "parts", "whether"),
    [("14.6", "7 5 2", True), ("3", "1.5 1.5", True), ("12.35", "7 5", True), ("12", "7 4", False), ("8", "5 3", True)],
)
def test_what_adds_up(whole: str, parts: str, whether: bool) -> None:  # noqa: FBT001 - a case of the table

    assert adds_up(Decimal(whole), [Decimal(part) for part in parts.split()]) is whether


EVERY = [*labels("tuned"), *labels("official.toml"), *labels("held")]


@pytest.mark.parametrize("label", EVERY, ids=lambda label: label.id)
def test_every_quote_is_a_slice_and_every_figure_has_a_reason(label: Label) -> None:
    told = found(label.text)
    for offer in told.offers:
        assert offer.status in {"offered", "rejected", "accepted", "imposed", "unknown"}
        for term in offer.terms:
            assert label.text[term.start : term.end] == term.quote
            assert term.why
            assert term.rule
    assert [one.n for one in told.left_out] == list(range(1, len(told.left_out) + 1))
    assert all(label.text[one.start : one.end] == one.text for one in told.left_out)
    json.dumps([offer._asdict() for offer in told.offers])


words = st.sampled_from(
    re.split(
        " ",
        "offer of 5% £1,000 3-4% and or whichever is greater the union demands inflation from 1 April 2023 . : \n\n - "
        "| \t Wales Scotland one-off consolidated in addition to rejected capped at RPI plus 0.5% 75p an hour £5bn ( ) "
        "; 2022-23",
    )
)


@settings(max_examples=60)
@given(st.lists(words, max_size=60).map(" ".join))
def test_any_words_are_read(text: str) -> None:
    told = found(text)
    assert all(text[term.start : term.end] == term.quote for offer in told.offers for term in offer.terms)


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert all(one.why for one in found(text).left_out)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The top rate would rise from £11.59 to £12.26 an hour under the 4% offer from April 2025.", ["4%"]),
        ("The pay offer stands.\n\nThe night premium rises from 25% to 27%.", []),
        ("The company offers 4% from 1 April 2025. The first offer of 3% was rejected in January.", ["4%"]),
        ("The company has moved from 3.5% to 5% in its pay offer.", ["5%"]),
        ("Teachers accepted a deal worth 7% from April 2022, a further 5% from April 2023.", ["7%", "5%"]),
        ("The offer is CPI + 0.5% (min 2%, max 5%) from 1 April 2027.", ["CPI+0.5%"]),
        ("The pay deal is 4.2% from 1 April 2025, and £500 one\u2011off.", ["4.2%", "£500"]),
        ("Drivers got 5% in the new pay deal.", ["5%"]),
        ("Energy workers will get 5% from April under a pay deal.", ["5%"]),
        ("Contributions aside, the council never offered 5%.", []),
        ("Under the offer members will see a 5% rise, with those on the lowest grade getting 6%.", ["5%"]),
        ("Unite met the managing director. They will give all staff a 5% pay rise.", ["5%"]),
        ("Under the pay offer the shift allowance rises by 5% and basic pay by 4%.", ["4%"]),
        ("Under the pay offer apprentices will get 5%.", ["5%"]),
        ("Members of the support staff: 5% from April, under the offer.", ["5%"]),
    ],
)
def test_what_stands_now(text: str, expected: list[str]) -> None:
    offers = read(text).found.offers
    assert [term.value for offer in offers if offer.current for term in offer.terms] == expected
    assert {term.kind for offer in offers for term in offer.terms if term.value == "£500"} <= {"lump_sum"}
