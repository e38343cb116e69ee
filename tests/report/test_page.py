"""The page of an answer: titles, rows of figures, and the differences that are printed."""

from typing import Any

import pytest

from payoffer.library import load
from payoffer.report.rows import Row, printed_shortfall
from tests.asking import Part, ask, award, cells, flat, offer, one_off, paged, percent, proposed

APRIL_25, APRIL_26, APRIL_27 = "2025-04-01", "2026-04-01", "2027-04-01"
ONE = offer("one", award(APRIL_25, percent(5)))
TWO = offer("two", award(APRIL_25, percent(4)), award(APRIL_26, percent(3)))


def labels(*offers: Any, **options: Any) -> list[str]:  # noqa: ANN401
    return [row.label for row in paged(ask(*offers, **options)).rows]


# The screen of February 2023, cell by cell.


def test_the_rows_of_february() -> None:
    page = paged(ask("wales", "scotland", inflation=[10.1]))
    assert page.headings == (("Wales", "rejected, Feb 2023"), ("Scotland", "rejected, Feb 2023"))
    assert page.rows == (
        Row("First year", ("Sep 2022 to Aug 2023", "Apr 2022 to Mar 2023"), opens=True),
        Row("  rise in basic pay", ("6.5% to £42,600", "6.0% to £42,400")),
        Row("  one-off, not in later pay", ("£600 to £639 (a)", "none")),
        Row("  extra pay that year", ("£3,200 to £3,239", "£2,400")),
        Row("  what basic pay buys", ("3.3% less", "3.7% less")),
        Row("Second year", ("Sep 2023 to Aug 2024", "Apr 2023 to Mar 2024"), opens=True),
        Row("  rise in basic pay", ("not in this offer (b)", "5.5% to £44,732")),
        Row("  extra pay that year", ("£2,600 if no rise", "£4,732")),
        Row("  what basic pay buys", ("-", "7.7% less")),
        Row("Both years", ("if no rise in Sep 2023", ""), opens=True),
        Row("  extra pay", ("£5,800 to £5,839", "£7,132")),
        Row("    of which new, on a Yes", ("£1,800 to £1,839 (c)", "£7,132")),
        Row("  needed to keep up", ("£12,528", "£12,528")),
        Row("  short of keeping up", ("£6,689 to £6,728", "£5,396")),
        Row("  real-terms value", ("-", "£4,588 less (d)")),
        Row("Keeps up only if prices rise", ("by less than 6.5%", "by less than 5.7% a year"), opens=True),
    )


def test_with_one_year_the_second_block_goes() -> None:
    assert labels(ONE, inflation=[3]) == [
        "First year",
        "  rise in basic pay",
        "  extra pay that year",
        "  what basic pay buys",
        "  needed to keep up",
        "  short of keeping up",
        "  real-terms value",
        "Keeps up only if prices rise",
    ]


def test_what_is_new_stands_under_the_extra_pay_that_it_is_of() -> None:
    assert labels("wales", inflation=[10.1])[3:5] == ["  extra pay that year", "    of which new, on a Yes"]


def test_without_prices_the_rows_that_need_them_go() -> None:
    assert labels(TWO) == [
        "First year",
        "  rise in basic pay",
        "  extra pay that year",
        "Second year",
        "  rise in basic pay",
        "  extra pay that year",
        "Both years",
        "  extra pay",
    ]


def test_months_beyond_a_year_are_a_block_of_their_own_and_so_are_those_that_both_cover() -> None:
    found = labels("wales-2023-03", "scotland-2023-03")
    assert found[-6:] == [
        "  extra pay that time",
        "24 months both cover",
        "  extra pay",
        "All 28 months",
        "  extra pay",
        "    of which new, on a Yes",
    ]
    answer = ask("wales-2023-03", "scotland-2023-03")
    assert cells(answer, "extra pay", 0) == ("£7,930 to £7,969", "£7,965")
    assert cells(answer, "extra pay", 1) == ("£9,507 to £9,546", "£9,911")
    assert cells(answer, "Last 4 months") == ("Sep 2024 to Dec 2024", "Apr 2024 to Jul 2024")


def test_months_that_all_of_three_cover() -> None:
    three = offer("c", award(APRIL_25, percent(1)), award(APRIL_26, percent(1)), award(APRIL_27, percent(1)))
    assert "24 months all cover" in labels(TWO, three, TWO._replace(id="again"))
    assert "12 months both cover" not in labels(ONE, TWO)  # they are the first year


def test_less_than_a_year_is_no_year() -> None:
    assert labels(ONE, months=6)[:3] == ["6 months", "  rise in basic pay", "  extra pay that time"]


def test_several_prices_are_told_apart() -> None:
    found = labels(TWO, inflation=[[3], [5, 4]])
    assert "  what basic pay buys (3%)" in found
    assert "  what basic pay buys (5%, 4%)" in found
    assert "  needed to keep up (5%, 4%)" in found
    assert found.count("Keeps up only if prices rise") == 1


# Titles.


@pytest.mark.parametrize(
    ("offers", "options", "expected"),
    [
        ([ONE], {}, ["One pay offer, on £40,000 a year before it"]),
        ([ONE, TWO], {}, ["Two pay offers, on the same £40,000 a year before either of them"]),
        ([ONE, TWO, "wales"], {}, ["Three pay offers, on the same £40,000 a year before any of them"]),
        ([ONE], {"salary": 42000, "now": True}, ["One pay offer, on £42,000 a year now"]),
        (
            [ONE],
            {"fte": "0.6"},
            [
                "One pay offer, on £40,000 a year before it",
                "For 60% of full-time hours; basic pay is shown full-time",
            ],
        ),
        (
            ["wales"],
            {"points": {"wales": "U3"}},
            ["One pay offer, on pay point U3: £42,333 a year before it"],
        ),
        (
            [ONE, TWO],
            {"inflation": [[3], [4]]},
            [
                "Two pay offers, on the same £40,000 a year before either of them",
                "Prices: 3% up to the first rise, 3% again up to the second (your figure)",
                "Prices: 4% up to the first rise, 4% again up to the second (your figure)",
            ],
        ),
    ],
)
def test_the_titles(offers: list[Any], options: dict[str, Any], expected: list[str]) -> None:
    assert list(paged(ask(*offers, **options)).titles) == expected


@pytest.mark.parametrize("other", [{"points": {"M1": 30001}}, {"points": {"M1": 30000}, "group": "h"}])
def test_on_points_of_two_scales_no_pay_is_the_same(other: dict[str, Any]) -> None:
    both = ask(
        offer("a", award(APRIL_25, percent(5)), points={"M1": 30000}),
        offer("b", award(APRIL_25, percent(5)), **other),
        points={"a": "M1", "b": "M1"},
    )
    assert paged(both).titles == ("Two pay offers, each on its own pay point",)


def test_one_point_of_one_scale_is_named_once() -> None:
    same = ask(load("wales"), load("wales-2023-03"), points={"wales": "U3", "wales-2023-03": "u3"})
    assert paged(same).titles == ("Two pay offers, on pay point U3: £42,333 a year before either of them",)
    assert paged(same).sentences[0].text.startswith("On pay point U3, £42,333 a year, ")


# Cells.


@pytest.mark.parametrize(
    ("uplift", "expected"),
    [
        (percent(5), "5.0% to £42,000"),
        (percent(4.75), "4.75% to £41,900"),
        (percent(4.875), "4.9% to £41,950"),
        (percent(0), "no rise"),
        (percent(-4), "-4.0% to £38,400"),
        (flat(1925), "4.8% to £41,925"),
        (percent([3, 5]), "3.0% to 5.0%: £41,200 to £42,000 (a)"),
        (percent([0, 5]), "0.0% to 5.0%: £40,000 to £42,000 (a)"),
    ],
)
def test_the_rise(uplift: Part, expected: str) -> None:
    assert cells(ask(offer("a", award(APRIL_25, uplift))), "rise in basic pay") == (expected,)


def test_no_rise_inside_an_offer_is_not_the_same_as_not_in_this_offer() -> None:
    frozen = offer("a", award(APRIL_25, percent(5)), until="2027-03-31")
    answer = ask(frozen, offer("b", award(APRIL_25, percent(5))))
    assert cells(answer, "rise in basic pay", 1) == ("no rise", "not in this offer")
    assert cells(answer, "extra pay that year", 1) == ("£2,000", "£2,000 if no rise")


def test_a_year_in_which_an_offer_runs_out_is_on_condition() -> None:
    """17 months from April 2025: five of the second year."""
    short = offer("a", award(APRIL_25, percent(6)), until="2026-08-31")
    answer = ask(short, TWO, inflation=[3])
    assert cells(answer, "rise in basic pay", 1) == ("no rise", "3.0% to £42,848")
    assert cells(answer, "extra pay that year", 1) == ("£2,400 if no rise", "£2,848")
    assert cells(answer, "what basic pay buys", 1) == ("-", "1.0% more")
    assert cells(answer, "Both years") == ("if no rise in Sep 2026", "")


def test_what_has_been_proposed_is_the_condition_until_it_runs_out_too() -> None:
    plan = offer("a", award(APRIL_25, percent(5)), proposed(APRIL_26, percent(3)))
    three = offer("b", award(APRIL_25, percent(4)), award(APRIL_26, percent(3)), award(APRIL_27, percent(3)))
    answer = ask(plan, three, follows={"a": "proposed"})
    assert cells(answer, "rise in basic pay", 2)[0] == "not in this offer"
    assert cells(answer, "All three years") == ("if no rise in Apr 2027", "")
    assert cells(ask(plan, three, follows={"a": 2}), "All three years") == ("", "")


def test_offers_without_dates_show_none() -> None:
    undated = offer("a", award(None, percent(5), year=1))
    answer = ask(undated, offer("b", award(None, percent(4), year=1), award(None, percent(3), year=2)))
    assert cells(answer, "First year") == ("-", "-")
    assert cells(answer, "Both years") == ("if no rise after", "")


def test_a_one_off_that_is_nobodys_has_no_row() -> None:
    assert "  one-off, not in later pay" not in labels(ONE, TWO)
    once = offer("a", award(APRIL_25, percent(5)), one_off(flat(70), paid="2026-05-31"), until="2027-03-31")
    answer = ask(once, TWO)
    assert [row.label for row in paged(answer).rows].count("  one-off, not in later pay") == 1  # in the second year
    assert cells(answer, "one-off, not in later pay") == ("£70", "none")


def test_nothing_new_and_partly_new() -> None:
    """Without a Yes England's 5% goes on; of Scotland all is new."""
    answer = ask("england", "scotland")
    assert cells(answer, "of which new, on a Yes") == ("nothing new (a)", "£7,132")
    paid_once = offer("a", award(APRIL_25, percent(5)), one_off(flat(70), paid=APRIL_25, in_payment=True))
    assert cells(ask(paid_once), "of which new, on a Yes") == ("£2,000",)
    zero = offer("a", award(APRIL_25, percent(0), in_payment=True))
    assert cells(ask(zero), "of which new, on a Yes") == ("nothing new",)


def test_prices_that_fall_make_less_needed() -> None:
    answer = ask(offer("a", award(APRIL_25, percent(-4))), inflation=[-3])
    assert cells(answer, "needed to keep up") == ("£1,200 less",)
    assert cells(answer, "short of keeping up") == ("£400",)
    assert cells(ask(ONE, inflation=[0]), "needed to keep up") == ("no extra",)


@pytest.mark.parametrize(
    ("rates", "label", "expected"),
    [
        ((5, 4), "Keeps up only if prices rise", ("by less than 5.0%", "by less than 4.0%")),
        ((5, 0), "Keeps up only if prices", ("rise by less than 5.0%", "do not rise")),
        ((5, -4), "Keeps up only if prices", ("rise by less than 5.0%", "fall by more than 4.0%")),
    ],
)
def test_what_prices_have_to_do(rates: tuple[int, int], label: str, expected: tuple[str, str]) -> None:
    answer = ask(*(offer(f"o{rate}", award(APRIL_25, percent(rate))) for rate in rates), inflation=[3])
    assert cells(answer, label) == expected


# A difference on screen is the difference of the figures as printed.


def test_the_shortfall_is_the_difference_of_what_is_printed() -> None:
    """Needed 40,000 x 3.00125% = 1,200.50, printed £1,201; extra 1,200.49, printed £1,200: short £1, not £0."""
    answer = ask(offer("a", award(APRIL_25, flat(1200.49))), inflation=["3.00125"])
    assert cells(answer, "needed to keep up") == ("£1,201",)
    assert cells(answer, "extra pay that year") == ("£1,200",)
    assert cells(answer, "short of keeping up") == ("£1",)
    assert printed_shortfall(answer.offers[0].reads[0].figures.window) == 1


def test_and_so_it_is_in_every_reading() -> None:
    """Needed £1,201; extra 1,199.50 to 1,200.49, printed £1,200 both."""
    answer = ask(offer("a", award(APRIL_25, flat([1199.5, 1200.49]))), inflation=["3.00125"])
    assert cells(answer, "extra pay that year") == ("£1,200",)
    assert cells(answer, "short of keeping up") == ("£1",)


def test_without_prices_nothing_is_short() -> None:
    window = ask(ONE).offers[0].reads[0].figures.window
    assert printed_shortfall(window) == -2000


# The summary of a narrow screen.


def test_the_summary_ranks_by_the_months_that_all_cover() -> None:
    page = paged(ask("england", "wales", "scotland"))
    assert page.summary == (
        ("", "Extra pay: first year", "Extra pay: both years", "Basic pay at the end of its own months"),
        ("Wales", "£3,200 to £3,239", "£5,800 to £5,839 if no rise", "£42,600"),
        ("Scotland", "£2,400", "£7,132", "£44,732"),
        ("England", "£2,000", "£4,000 if no rise", "£42,000"),
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, "Extra pay: two years"),
        ({"months": 12}, "Extra pay: first year"),
        ({"months": 6}, "Extra pay: first 6 months"),
        ({"months": 18}, "Extra pay: 18 months"),
    ],
)
def test_the_summary_names_its_months(options: dict[str, Any], expected: str) -> None:
    assert paged(ask(TWO, TWO._replace(id="b"), **options)).summary[0][:2] == ("", expected)


def test_a_verdict_is_one_paragraph_of_its_sentences() -> None:
    page = paged(ask("wales", inflation=[10.1]))
    assert page.verdict == " ".join(sentence.text for sentence in page.sentences)
    assert page.findings.ranked is None
