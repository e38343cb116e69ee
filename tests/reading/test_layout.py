"""How offers are laid out on a page: headings over headings, tables in Markdown, lists without markers, round-ups."""

import pytest

from tests.reading.test_carried import drafted, found, values


def test_a_heading_that_only_tells_when_stands_under_the_one_above_it() -> None:
    text = (
        "NJC PAY: THE EMPLOYERS' FINAL OFFER\n\nFrom 1 April 2018\n\n"
        "SCP 6 to 9      £1,380\nSCP 10          £1,250\n\nFrom 1 April 2019\n\nSCP 23 and up   2.0%"
    )
    assert values(text) == ["£1,380", "£1,250", "2%"]


def test_a_heading_of_its_own_does_not() -> None:
    text = "The employers' final offer\n\nAll grades: 4%\n\nThe rise in rents\n\nBasement flats: 9%"
    assert values(text) == ["4%"]


def test_a_list_stands_under_the_sentence_before_it_too() -> None:
    text = (
        "How the campaign stands\n\nAll of these were accepted by our members.\n\n"
        "1. Cleaners (90 workers): 9.8%\n2. Porters (40 workers): 10.5%"
    )
    assert values(text) == ["9.8%", "10.5%"]


def test_a_table_in_markdown_is_read_under_the_heads_of_its_columns() -> None:
    text = (
        "Public sector pay: the awards\n\n| Group | Award | Average budgeted |\n|---|---|---|\n"
        "| Nurses | 3.6% | 2.8% |\n| Prison officers | 4% | 2.8% |"
    )
    assert values(text) == ["3.6%", "4%"]


def test_paragraphs_that_begin_with_their_figure_are_a_list() -> None:
    text = (
        "The award delivers pay increases of:\n\n5% for officer grades\n\n5% for governor grades\n\n"
        "4% for support grades\n\nIt will be paid this autumn."
    )
    assert values(text) == ["5%", "5%", "4%"]


@pytest.mark.parametrize("dash", ["-", "\u2013", "\u2014"])
def test_a_dash_sets_a_label_apart_as_a_colon_does(dash: str) -> None:
    text = f"The union has secured increases over two years.\n\n1st March 2021 {dash} 3.25%\n1st March 2022 {dash} 2%"
    assert values(text) == ["3.25%", "2%"]


def test_a_label_after_a_label_begins_an_item_of_its_own() -> None:
    text = (
        "Where pay talks stand\n\nThe leisure trust: 3% rejected by members, talks again on Monday\nParks: claim for 6%"
    )
    assert values(text) == ["3%"]


def test_the_rise_beside_pay_before_and_after_says_the_offer_again() -> None:
    table = "\n\nSCP | April 2023 | April 2024 | Increase\n2 | £22,366 | £23,656 | 5.77%\n6 | £23,893 | £25,183 | 5.40%"
    assert values(f"The employers' offer:\n\n- £1,290 on all pay points from 1 April{table}") == ["£1,290"]
    assert values(f"The employers' offer:{table}") == ["5.77%", "5.4%"]


def test_the_rows_of_a_table_add_up_nothing() -> None:
    table = "Spinal points | Uplift\n3-5 | 8%\n6-14 | 5%\n15-25 | 3%"
    assert values(f"The pay award\n\n{table}") == ["8%", "5%", "3%"]
    assert values("The pay award\n\nYear | Uplift\n2023 | 5%\n2024 | 3%\nTotal uplift | 8%") == ["5%", "3%"]


def test_a_sum_of_payments_is_a_total() -> None:
    text = (
        "Everybody gets a one-off payment of £500 in May and a one-off payment of £900 in June. "
        "Most members will have a one-off payment of £1,400."
    )
    assert values(text) == ["£500", "£900"]


def test_a_rise_over_the_years_is_of_the_parts_that_are_smaller_than_it() -> None:
    assert values("Cabin crew accepted a 13.5% pay rise over 18 months. Screeners secured a 16% pay rise.") == [
        "13.5%",
        "16%",
    ]
    assert values("Cabin crew accepted a 13.5% pay rise over 18 months: 9% in May and 4.1% in June.") == ["9%", "4.1%"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "The pay offer: an increase based on RPI (for August 2015), or 0.25% if greater.",
            [("consolidated", "RPI", "0.25%", None)],
        ),
        (
            "Tube pay: what is offered\n\nYear two\n- February 2026 RPI\n- guaranteed minimum of 3 per cent",
            [("consolidated", "RPI", "3%", None)],
        ),
        (
            "The pay offer is 3.4% in April and, in April 2027, an increase equal to RPI.",
            [("consolidated", "3.4%", None, None), ("consolidated", "RPI", None, None)],
        ),
        (
            "The offer is a 3.4% increase on all basic rates, being February 2025 RPI.",
            [("consolidated", "3.4%", None, None)],
        ),
        ("For 2020 the company offers £420 (1.5%) as a one-off payment.", [("lump_sum", "£420", None, None)]),
        (
            "A rise of 6.75% has been offered to staff, alongside two £1,000 cost-of-living payments.",
            [("consolidated", "6.75%", None, None), ("lump_sum", "£1,000", None, None)],
        ),
    ],
)
def test_terms(text: str, terms: list[tuple[str, str, str | None, str | None]]) -> None:
    assert drafted(text) == terms


def test_what_is_named_with_the_was_named_before() -> None:
    offer = "The company offers 2.5% from September and 4% from April."
    text = f"{offer}\n\nDoes the 4% come on top of the September rise?\nYes."
    assert values(text) == ["2.5%", "4%"]


def test_a_range_s_end_is_the_range_again_unless_the_list_gives_it_to_others() -> None:
    text = "The offer is a rise of 2.5% to 5.7% from August. A rise of 5.7% is what some will get."
    assert values(text) == ["2.5%\u20135.7%"]
    text = "The offer, by grade:\n\nAA: 4.5% to 5%\nHEO and SEO: 4.5%"
    assert values(text) == ["4.5%\u20135%", "4.5%"]


def test_equal_rises_of_two_nations_asked_about_are_two() -> None:
    text = (
        "What is the award in England?\nPay points go up by 3.6%, consolidated.\n\n"
        "What is the award in Wales?\nPay points go up by 3.6%, consolidated."
    )
    assert values(text) == ["3.6%", "3.6%"]


def test_what_would_be_as_the_figure_before_and_has_too_much_against_it_is_nothing() -> None:
    assert values(
        "The offer is 5% and, if prices since May were over it, compared with the market, about £13,133.17."
    ) == ["5%"]


def test_the_rows_of_a_table_of_employers_are_offers_of_their_own() -> None:
    head = "| Company | Offer | Cost |\n|---|---|---|"
    text = f"The pay offers\n\n{head}\n| Northern Buses | 5% | £2m |\n| Western Coaches | 4% | £3m |"
    offers = found(text).offers
    assert [(offer.who, [term.value for term in offer.terms]) for offer in offers] == [
        ("Northern Buses", ["5%"]),
        ("Western Coaches", ["4%"]),
    ]
