"""What is made of a figure: its kind, limits, time, whom it is for, and the words it came from."""

from datetime import date

import pytest

from payoffer.reading.found import FoundTerm
from payoffer.reading.kept import kind_of
from payoffer.reading.limits import limit, of_itself
from payoffer.reading.reader import Choice, read
from payoffer.reading.when import When, differ, month_after, whens, year_number

FEBRUARY = date(2023, 2, 8)


def terms(text: str, published: date | None = None) -> list[FoundTerm]:
    return [term for offer in read(text, Choice(published=published)).found.offers for term in offer.terms]


def only(text: str, published: date | None = None) -> FoundTerm:
    (term,) = terms(text, published)
    return term


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("a one-off payment of ", " for this year and an average rise of #", "lump_sum"),
        ("a one-off payment of # for this year and an average rise of ", " from september", "consolidated"),
        ("", " consolidated and # non-consolidated", "consolidated"),
        ("# consolidated and ", " non-consolidated", "lump_sum"),
        ("the other half, ", ", would be non-consolidated", "lump_sum"),
        ("", ", and a bonus", "consolidated"),
        ("they get ", " lump sum", "lump_sum"),
        ("they get ", "", "consolidated"),
    ],
)
def test_the_nearest_word_says_what_is_kept(before: str, after: str, kind: str) -> None:
    assert kind_of(before, after, "", "percent", before=None) == kind


def test_where_no_word_says_so_the_figure_before_or_the_heading_does() -> None:
    assert kind_of("", "", "", "sum", before="lump_sum") == "lump_sum"
    assert kind_of("", "", "one-off payments:", "sum", before=None) == "lump_sum"
    assert kind_of("", "", "one-off payments:", "percent", before=None) == "consolidated"


@pytest.mark.parametrize(
    ("between", "after", "which"),
    [
        (" or ", ", whichever is greater", "floor"),
        (", or ", " if that is more", "floor"),
        (" or ", ", whichever is lower", "cap"),
        (" or ", " for some", None),
        (", with an underpin of ", "", "floor"),
        (", with no one getting less than ", "", "floor"),
        (", capped at ", " for senior posts", "cap"),
        (", up to a maximum of ", "", "cap"),
        (" for all. the cap is ", "", None),
        (" and ", "", None),
        (" with a minimum " + "x" * 80, "", None),
    ],
)
def test_a_figure_limits_the_one_before_it(between: str, after: str, which: str | None) -> None:
    assert limit(between, after) == which


def test_a_figure_is_itself_a_limit() -> None:
    assert of_itself("an increase of at least ") == (True, False)
    assert of_itself("may go further by up to an additional ") == (False, True)
    assert of_itself("an increase of ") == (False, False)


def test_floors_and_caps_join_their_term() -> None:
    both = only("We offer a rise of 6%, with an underpin of £1,800 and capped at £4,000, from 1 August 2023.")
    assert (both.value, both.floor, both.cap) == ("6%", "£1,800", "£4,000")
    assert both.quote.endswith("£4,000")
    turned = only("The council has offered £1,290 or 3.2%, whichever is the greater, to all staff.")
    assert (turned.value, turned.floor) == ("3.2%", "£1,290")


def test_a_percentage_limits_no_percentage_and_nothing_in_another_sentence() -> None:
    assert [term.value for term in terms("The offer is a 5% rise, with a minimum rise of 6% for some.")] == ["5%", "6%"]
    assert [term.floor for term in terms("The offer is a 5% rise. A minimum rise of £500 is offered.")] == [None, None]


def test_ends_of_a_range_and_limits_of_itself() -> None:
    term = only("Staff are offered a rise of between 20p and 50p an hour.")
    assert (term.value, term.at_least, term.at_most) == ("20p\u201350p an hour", "20p an hour", "50p an hour")
    term = only("Departments may make average pay awards of up to 4.5%.")
    assert (term.at_least, term.at_most) == (None, "4.5%")


SETTLED, BACKDATED = {"backdated": False, "settled": True}, {"backdated": True, "settled": True}
OPEN = {"backdated": False, "settled": False}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("from 1 April 2023", When("2023-04-01", **SETTLED)),
        ("backdated to September 2022", When("2022-09-01", **BACKDATED)),
        ("on 3rd May 2024", When("2024-05-03", **SETTLED)),
        ("from April 25 (consolidated)", When("2025-04-01", **SETTLED)),
        ("on 31 February 2024", When("31 February 2024", **OPEN)),
        ("on September 1, 2025", When("2025-09-01", **SETTLED)),
        ("from April", When("April", **OPEN)),
        ("from 1 April until the end of December 2023", When("2023-04-01", **SETTLED)),
        ("from 1 November until 31 July 2024", When("2023-11-01", **SETTLED)),
        ("for 2022-23", When("2022-23", **OPEN)),
        ("in 2022/23", When("2022/23", **OPEN)),
        ("for 2023 to 2024", When("2023 to 2024", **OPEN)),
        ("in year two", When("year two", **OPEN)),
        ("the second of two years", When("second of two years", **OPEN)),
        ("in the current year", When("the current year", **OPEN)),
        ("3% next.", When("next", **OPEN)),
        ("a year later", When("a year later", **OPEN)),
        ("for 2024", When("for 2024", **OPEN)),
    ],
)
def test_a_time(words: str, told: When) -> None:
    assert whens(words, None) == [told]


@pytest.mark.parametrize("words", ["until 31 March", "you may march", "no time at all", "from 12 to 14"])
def test_no_time(words: str) -> None:
    assert whens(words, None) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("from April", "2023-04-01"),
        ("backdated to September", "2022-09-01"),
        ("backdated to January", "2023-01-01"),
        ("from April last year", "2022-04-01"),
        ("from April this year", "2023-04-01"),
        ("from April next year", "2024-04-01"),
    ],
)
def test_the_day_a_text_was_published_says_the_year(words: str, day: str) -> None:
    assert whens(words, FEBRUARY)[0].effective == day


def test_the_month_of_an_index_is_not_the_day_of_its_rise() -> None:
    assert only("Pay offer, year two: staff get an increase equal to February 2026 RPI.").effective == "year two"
    assert (
        only("Staff are offered RPI for August 2015, or 0.25% if greater, from 1 October 2015.").effective
        == "2015-10-01"
    )
    assert [when.effective for when in whens("from 1 May 2025, RPI in March 2025", None)] == ["2025-05-01"]


def test_a_month_long_past_is_next_year() -> None:
    assert whens("from January", date(2023, 11, 1))[0].effective == "2024-01-01"


@pytest.mark.parametrize(
    ("words", "year"),
    [("year two", 2), ("year 3", 3), ("first of two years", 1), ("next year", 2), ("this year", 1), ("soon", None)],
)
def test_the_year_of_a_deal(words: str, year: int | None) -> None:
    assert year_number(words) == year


def test_times_that_differ() -> None:
    assert differ("2023-04-01", "2024-04-01")
    assert differ("April last year", "2023-05-01")
    assert differ("this year", "next year")
    assert not differ("April last year", "2022-04-01")
    assert not differ("", "2022-23")


def test_the_day_that_a_month_without_a_year_can_mean() -> None:
    assert month_after("from 1 October", date(2023, 4, 1)) == date(2023, 10, 1)
    assert month_after("from January", date(2023, 4, 1)) == date(2024, 1, 1)
    assert month_after("this year", date(2023, 4, 1)) is None
    assert month_after("from 31 April", date(2023, 4, 1)) is None


def test_a_time_beside_the_figure_goes_before_one_of_the_sentence_or_the_heading() -> None:
    told = terms("From 1 May 2024 staff are offered a rise of £500, plus a rise of 2% from 1 October 2024.")
    assert [term.effective for term in told] == ["2024-05-01", "2024-10-01"]
    told = terms("The pay offer from 1 April 2024 is:\n- 5% for grades A to D\n- 4% for grades E and up")
    assert [(term.effective, term.applies_to) for term in told] == [
        ("2024-04-01", "grades A to D"),
        ("2024-04-01", "grades E and up"),
    ]
    assert only("On 3 May 2024 the offer, after a long day, was put at 5%.").effective == "2024-05-03"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The council offers 5% to all staff.", None),
        ("The council offers 5% for managers and engineers from 1 May 2024.", "managers and engineers"),
        ("The council offers 5% in the spring.", None),
        ("The council offers:\n- grades A to D: 6%", "grades A to D"),
        ("The council offers:\n- year one: 6%", None),
        ("The council offers:\n- 6%", None),
        ("The council offers 6% on all spinal points from 1 April 2026, with a minimum rise of £1,000.", None),
        ("The council offers a one-off payment of £400, to be paid in December 2026 to all.", None),
        ("The council offers\n\nGrade | Rise\nDrivers | 6%", "Drivers"),
        ("The council offers\n\nItem | Rise\nPay | 6%", None),
    ],
)
def test_whom_a_term_is_for(text: str, who: str | None) -> None:
    assert only(text).applies_to == who


def test_a_quote_is_the_phrase_of_its_figure() -> None:
    text = "The council, after talks, has offered a rise of 5% from 1 May 2024, and nothing was said of leave."
    term = only(text)
    assert term.quote == "has offered a rise of 5% from 1 May 2024"
    assert text[term.start : term.end] == term.quote


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The final offer is 3.5% with a minimum of £1,000 from 1 April 2026.", "2026-04-01"),
        (
            "After our meeting on 4 June 2025 we offer 3.5% with a minimum rise of £1,050 from 1 August 2025.",
            "2025-08-01",
        ),
        (
            "The offer, made on 3 March 2025, is 67p an hour or 3.6%, whichever is greater, from 6 April 2025.",
            "2025-04-06",
        ),
        ("The offer is 3.5% from 1 April 2025, or £1,000 if that is greater, in a letter of 2 May 2025.", "2025-04-01"),
        ("A one-off payment of £500, to be made in December 2025, is offered.", "2025-12-01"),
    ],
)
def test_a_time_after_a_limit_is_that_of_its_term_and_a_meeting_is_none(text: str, day: str) -> None:
    assert only(text).effective == day


def test_a_date_that_goes_on_in_the_next_line_is_one() -> None:
    offered = terms("The Board offers staff 3.5% from 1 April\n2026 and a one-off payment of £400.")
    assert [term.effective for term in offered] == ["2026-04-01", "2026-04-01"]
    text = "The offer is:\n\n- a rise of 3.5%\n- a one-off payment of £400 in December\n  2026 to everybody in post"
    assert terms(text)[-1].effective == "2026-12-01"
