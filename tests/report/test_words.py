"""Words for signs, what offers and months are called."""

from fractions import Fraction
from typing import Any

import pytest

from payoffer.asked import Named
from payoffer.report.keeps_up_words import keeps_up_if
from payoffer.report.words import (
    Label,
    all_years,
    buys,
    capital,
    extra,
    how_many,
    in_brief,
    in_months,
    joined,
    labels,
    money_span,
    months_text,
    ordinal,
    real_value,
    short_of,
    status,
    whole,
    year_name,
)
from payoffer.verdict import Span
from tests.asking import ask, award, document, offer, percent

RISE = award("2025-04-01", percent(5))
TOLD = {"extra": extra, "real": real_value, "short": short_of, "buys": buys}


def span(low: str, high: str | None = None) -> Span:
    return Span(Fraction(low), Fraction(high or low))


# Words for signs: below, zero, above.


@pytest.mark.parametrize(
    ("figure", "low", "high", "expected"),
    [
        ("extra", "-1600", None, "£1,600 less"),
        ("extra", "0", None, "no extra"),
        ("extra", "0.49", None, "no extra"),
        ("extra", "-0.49", None, "no extra"),
        ("extra", "0.5", None, "£1"),
        ("extra", "-0.5", None, "£1 less"),
        ("extra", "1600", None, "£1,600"),
        ("extra", "3200", "3239", "£3,200 to £3,239"),
        ("extra", "-3239", "-3200", "£3,200 to £3,239 less"),
        ("extra", "-200", "300", "£200 less to £300 more"),
        ("buys", "-3.27", None, "3.3% less"),
        ("buys", "-0.05", None, "0.1% less"),
        ("buys", "-0.0499", None, "the same"),
        ("buys", "0", None, "the same"),
        ("buys", "0.0499", None, "the same"),
        ("buys", "0.05", None, "0.1% more"),
        ("buys", "0.97", None, "1.0% more"),
        ("buys", "-4.6", "-2.4", "2.4% to 4.6% less"),
        ("buys", "2.4", "4.6", "2.4% to 4.6% more"),
        ("buys", "-0.48", "1.45", "0.5% less to 1.5% more"),
        ("buys", "0.01", "1.94", "the same to 1.9% more"),
        ("buys", "-1.94", "-0.01", "the same to 1.9% less"),
        ("buys", "-0.01", "0.01", "the same"),
        ("short", "-27.5", None, "£28 over"),
        ("short", "0", None, "kept up"),
        ("short", "0.49", None, "kept up"),
        ("short", "840", None, "£840"),
        ("short", "801", "840", "£801 to £840"),
        ("short", "-40", "-27.5", "£28 to £40 over"),
        ("short", "-364", "1236", "£364 over to £1,236 short"),
        ("real", "-762.94", None, "£763 less"),
        ("real", "0.3", None, "the same"),
        ("real", "43.5", None, "£44 more"),
        ("real", "-762.94", "-727.52", "£728 to £763 less"),
        ("real", "-193", "580", "£193 less to £580 more"),
    ],
)
def test_a_sign_is_a_word(figure: str, low: str, high: str | None, expected: str) -> None:
    assert TOLD[figure](span(low, high)) == expected


@pytest.mark.parametrize(
    ("low", "high", "years", "expected"),
    [
        ("-1", None, 2, "fall by more than 1.0% a year"),
        ("-4", None, 1, "fall by more than 4.0%"),
        ("-4", "-2", 1, "fall by more than 2.0% to 4.0%"),
        ("0", None, 2, "do not rise"),
        ("0.04", None, 1, "do not rise"),
        ("-0.04", None, 1, "do not rise"),
        ("5.7497", None, 2, "rise by less than 5.7% a year"),
        ("6.5", None, 1, "rise by less than 6.5%"),
        ("3", "5", 1, "rise by less than 3.0% to 5.0%"),
        ("0", "3", 1, "rise by less than 0.0% to 3.0%"),
        ("-1", "2", 2, "fall by more than 1.0% a year to rise by less than 2.0% a year"),
    ],
)
def test_for_which_prices_basic_pay_keeps_up(low: str, high: str | None, years: int, expected: str) -> None:
    assert keeps_up_if(span(low, high), Fraction(years)) == expected


@pytest.mark.parametrize(
    ("low", "high", "rises", "expected"),
    [
        ("6.46", None, ["10.1"], "rise by less than 6.5%"),
        ("6.46", None, ["6.48"], "rise by less than 6.46%"),
        ("6.467", None, ["6.48"], "rise by less than 6.46%"),
        ("6.44", None, ["6.42"], "rise by less than 6.44%"),
        ("6.4446", None, ["6.4442"], "rise by less than 6.4446%"),
        ("6.46", None, ["6.46"], "rise by no more than 6.46%"),
        ("6", None, ["6", "3"], "rise by no more than 6.0%"),
        ("6.46", "8", ["6.48"], "rise by less than 6.46% to 8.0%"),
        ("-3.04", None, ["-3.02"], "fall by more than 3.04%"),
        ("-3.04", None, ["-3.04"], "fall by at least 3.04%"),
        ("-3.04", "2", ["-3.02"], "fall by more than 3.04% to rise by less than 2.0%"),
        ("0.04", None, ["0.03"], "rise by less than 0.04%"),
        ("0", None, ["0"], "do not rise"),
        # Nearer than ten decimals and further than none: the figure is as long as it gets.
        ("5.00000000001", None, ["5"], "rise by less than 5.000000000%"),
    ],
)
def test_a_threshold_never_says_the_opposite_of_the_verdict(
    low: str, high: str | None, rises: list[str], expected: str
) -> None:
    assert keeps_up_if(span(low, high), Fraction(1), [Fraction(rise) for rise in rises]) == expected


def test_a_deal_of_a_year_and_a_bit_is_told_by_the_year() -> None:
    assert keeps_up_if(span("5"), Fraction(28, 12)).endswith(" a year")


def test_a_span_of_money() -> None:
    assert money_span(span("3200", "3239")) == "£3,200 to £3,239"
    assert money_span(span("3200.1", "3200.4")) == "£3,200"
    assert money_span(span("-5")) == "-£5"


# Numbers, lists and months.


def test_numbers_and_lists_in_words() -> None:
    assert [ordinal(number) for number in (0, 1, 9)] == ["first", "second", "tenth"]
    assert [ordinal(number) for number in (10, 11, 12, 13, 19, 20, 21, 22, 23, 110, 120)] == [
        *("11th", "12th", "13th", "14th", "20th", "21st", "22nd", "23rd", "24th", "111th", "121st")
    ]
    assert [how_many(number) for number in (0, 1, 8, 10, 11)] == ["no", "one", "eight", "ten", "11"]
    assert [joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"]), joined(["a", "b"], "or")] == [
        "a",
        "a and b",
        "a, b and c",
        "a or b",
    ]
    assert [capital("the offer"), capital("£5"), capital("")] == ["The offer", "£5", ""]


@pytest.mark.parametrize(
    ("months", "text", "title", "window", "period"),
    [
        ("1", "1 month", None, "the month", "in the first month"),
        ("6", "6 months", None, "the 6 months", "in the first 6 months"),
        ("12", "12 months", None, "the year", "in the first year"),
        ("33/2", "16.5 months", "All 16.5 months", "all 16.5 months", "over the 16.5 months"),
        ("24", "24 months", "Both years", "both years", "over the two years"),
        ("28", "28 months", "All 28 months", "all 28 months", "over the 28 months"),
        ("36", "36 months", "All three years", "all three years", "over the three years"),
        ("120", "120 months", "All ten years", "all ten years", "over the ten years"),
        ("180", "180 months", "All 15 years", "all 15 years", "over the 15 years"),
    ],
)
def test_months_and_years(months: str, text: str, title: str | None, window: str, period: str) -> None:
    count = Fraction(months)
    assert (months_text(count), whole(count), in_months(count)) == (text, window, period)
    assert title is None or all_years(count) == title


def test_what_a_pay_year_is_called() -> None:
    def names(months: int) -> list[str]:
        answer = ask(offer("a", RISE), months=months)
        return [year_name(year) for year in answer.offers[0].reads[0].figures.window.years]

    assert names(28) == ["First year", "Second year", "Last 4 months"]
    assert names(6) == ["6 months"]
    assert names(12) == ["First year"]


# What an offer is called.


def called(*offers: Named) -> list[Label]:
    return list(labels(ask(*offers, align="years").offers).values())


def nation(id_: str, country: str, /, **keys: Any) -> Named:  # noqa: ANN401
    return offer(id_, RISE, nation=country, group=id_, **keys)


def test_by_its_nation_where_that_tells_it_apart() -> None:
    welsh, scottish, english, irish, british = called(
        nation("w", "Wales"),
        nation("s", "Scotland", kind="claim"),
        nation("e", "England", kind="award"),
        nation("n", "Northern Ireland"),
        nation("u", "United Kingdom", name="The British one"),
    )
    assert welsh == Label(
        "Wales",
        "the Welsh offer",
        "in Wales",
        "Wales's",
        "Wales",
        "a Welsh rise",
        "Wales got no rise",
        "the Welsh one-off{rate}",
    )
    assert (scottish.subject, scottish.owner) == ("the Scottish claim", "Scotland's")
    assert (english.subject, english.rise) == ("the English award", "an English rise")
    assert irish.subject == "the Northern Irish offer"
    assert british.subject == '"The British one"'


def test_by_its_month_where_bundled_offers_are_of_one_nation() -> None:
    february, march = called(
        nation("w", "Wales", offered="2023-02-08", kind_of_file="bundled"),
        nation("x", "Wales", offered="2023-03-09", kind_of_file="bundled"),
    )
    assert february == Label(
        "Wales Feb 2023",
        "the offer of February 2023",
        "under the offer of February 2023",
        "the offer of February 2023",
        "the offer of February 2023",
        "a rise after the offer of February 2023",
        "the offer of February 2023 was followed by no rise",
        "the one-off{rate} under the offer of February 2023",
    )
    assert march.subject == "the offer of March 2023"
    with_another = called(
        nation("w", "Wales", offered="2023-02-08", kind_of_file="bundled"),
        nation("x", "Wales", offered="2023-03-09", kind_of_file="bundled"),
        nation("s", "Scotland"),
    )
    assert [label.subject for label in with_another] == [
        "the Welsh offer of February 2023",
        "the Welsh offer of March 2023",
        "the Scottish offer",
    ]


def test_by_its_name_beside_an_offer_to_other_people() -> None:
    teachers = offer("t", RISE, nation="Wales", group="teachers-wales", name="Wales")
    nurses = offer("n", RISE, nation="England", group="nhs-england", name="NHS England")
    colleges = offer("c", RISE, nation="Scotland", group="colleges")
    assert [label.heading for label in called(teachers, nurses)] == ["Wales", "NHS England"]
    assert [label.subject for label in called(teachers, nurses)] == ['"Wales"', '"NHS England"']
    assert [label.subject for label in called(teachers, colleges)] == ["the Welsh offer", "the Scottish offer"]


@pytest.mark.parametrize(
    "second",
    [
        nation("x", "Wales", offered="2023-02-20", kind_of_file="bundled"),  # in the same month
        nation("x", "Wales", kind_of_file="bundled"),  # on an unknown day
        nation("x", "Wales", offered="2023-03-09"),  # a file of one's own has the name its writer gave it
    ],
)
def test_else_by_its_name(second: Named) -> None:
    first = nation("w", "Wales", offered="2023-02-08", name="First", kind_of_file="bundled")
    found = called(first, second)[1]
    assert (found.heading, found.subject, found.place) == ("Wales", '"Wales"', 'under "Wales"')
    assert (found.rise, found.no_rise) == ('a rise after "Wales"', '"Wales" was followed by no rise')


def test_who_is_not_a_nation_goes_by_name() -> None:
    ferry, nhs, dated = called(
        nation("f", "England", name="Ferry company"),
        nation("n", "Scotland", name="NHS Scotland 2024"),
        nation("w", "Wales", name="Wales, March 2023"),
    )
    assert [ferry.subject, nhs.subject, dated.subject] == [
        '"Ferry company"',
        '"NHS Scotland 2024"',
        "the Welsh offer",
    ]
    alone = called(nation("n", "England", name="NHS England 2023", offered="2023-03-16", kind_of_file="bundled"))[0]
    assert alone.subject == '"NHS England 2023"'


def test_by_its_file_where_names_are_long_or_the_same() -> None:
    long, same, too = called(
        offer("a", RISE, name="A very long name of an offer, 29"),
        offer("b", RISE, name="Same"),
        offer("c", RISE, name="Same"),
    )
    assert [long.heading, same.heading, too.heading] == ["a", "b", "c"]
    assert called(offer("a", RISE, name="Twenty-eight characters long"))[0].heading == "Twenty-eight characters long"


def test_a_name_is_shown_on_one_line_and_its_brackets_are_its_own() -> None:
    (label,) = called(offer("a", RISE, name="A {rate} \u202eoffer"))
    assert label.heading == "A {rate} offer"
    assert label.one_off.format(rate=" of 2%") == 'the one-off of 2% under "A {rate} offer"'


def test_a_message_calls_an_offer_by_its_heading_where_that_is_shorter() -> None:
    bundled = [nation(month, "Wales", offered=f"2023-{month}-08", kind_of_file="bundled") for month in ("02", "03")]
    assert in_brief(called(*bundled)[0]).no_rise == "Wales Feb 2023 was followed by no rise"
    for plain in called(nation("w", "Wales"), offer("b", RISE, name="Mine")):
        assert in_brief(plain) == plain


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"status": "rejected", "offered": "2023-02-08"}, "rejected, Feb 2023"),
        ({"status": "imposed"}, "imposed"),
        ({"kind": "claim", "offered": "2025-02-01"}, "claim, Feb 2025"),
        ({"kind": "award"}, "award"),
        ({"kind": "claim", "status": "rejected"}, "rejected"),
        ({}, "offered"),
    ],
)
def test_what_has_become_of_an_offer(keys: dict[str, str], expected: str) -> None:
    assert status(document(RISE, **keys)) == expected
