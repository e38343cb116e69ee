"""What a figure is because of its neighbours: joined, next in a list, a limit told later, the only one of its kind."""

import pytest

from payoffer.reading.found import Found
from payoffer.reading.reader import read
from payoffer.reading.toml_parts import uplift


def found(text: str) -> Found:
    return read(text).found


def drafted(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (term.kind, term.value, term.floor, term.cap)
        for offer in found(text).offers
        if offer.current
        for term in offer.terms
        if not term.in_payment
    ]


def values(text: str) -> list[str]:
    return [value for _, value, _, _ in drafted(text)]


def test_an_earlier_offer_is_the_offer_where_no_other_is_told() -> None:
    assert values("The initial offer of 5% was refused by members.") == ["5%"]
    assert values("The initial offer of 5% was refused by members. The new offer is 6%.") == ["6%"]


def test_what_an_offer_is_worth_is_the_offer_where_its_parts_are_not_told() -> None:
    assert values("Members will vote on an offer that comes to 9.3% over three years.") == ["9.3%"]
    assert values("A new offer worth 7%. The offer is 4% in May 2024 and 3% in May 2025.") == ["4%", "3%"]


def test_an_item_next_to_an_offered_one_is_offered() -> None:
    assert values("The employer's final offer:\n\n- 4% in May\n- 3% twelve months on\n- 2% at the end") == [
        "4%",
        "3%",
        "2%",
    ]
    text = "Grades\n\nA to C: an offer of 5%\nD to F: 4%"
    assert values(text) == ["5%", "4%"]


def test_a_range_that_falls_is_its_figure_with_a_sign() -> None:
    assert values("The council has offered a rise of £500-20 to its staff.") == ["£500"]
    assert values("The council has offered a rise of £5k-2 to its staff.") == ["£5,000"]
    assert values("The council has offered its staff a rise of 5-3%.") == ["3%"]


@pytest.mark.parametrize(
    ("text", "floor", "cap"),
    [
        ("We offer 3% from April. Nobody will get less than £900.", "£900", None),
        ("We offer 3% from April. The most that anybody can gain is £2,400.", None, "£2,400"),
        ("We offer a rise in line with RPI. There is a floor of 2% and a cap of 5%.", "2%", "5%"),
        ("We offer 3% from April. There will be a meeting of £900 clubs.", None, None),
        ("We offer 3% from April. The council tax goes up by £900.", None, None),
    ],
)
def test_limits_in_the_next_sentence(text: str, floor: str | None, cap: str | None) -> None:
    ((_, _, told_floor, told_cap), *_) = drafted(text)
    assert (told_floor, told_cap) == (floor, cap)


def test_a_floor_said_again_is_no_term() -> None:
    text = "The council offers 3.6% or £1,292, whichever is higher. The £1,292 would go to most staff."
    assert drafted(text) == [("consolidated", "3.6%", "£1,292", None)]
    text = "The council offers 3.6% or £1,292, whichever is higher. A rise of £1,292 on all points is not enough."
    assert drafted(text) == [("consolidated", "3.6%", "£1,292", None)]


def test_what_follows_goes_on_from_the_figure_before_the_brackets() -> None:
    assert drafted("They offer 6% (was 4.5%), backdated to January, and £400 on the nail.") == [
        ("consolidated", "6%", None, None),
        ("lump_sum", "£400", None, None),
    ]


def test_two_groups_of_a_list_with_equal_rises_are_two() -> None:
    assert values("Pay offer\n\nPolice officers: 5%\nPrison officers: 5%") == ["5%", "5%"]


def test_two_employers_in_one_text_are_two_offers() -> None:
    text = "Stagecoach has offered 5% and Arriva has offered 6% from May. The company will pay another 1% in October."
    told = [(offer.who, [term.value for term in offer.terms]) for offer in found(text).offers]
    assert told == [("Stagecoach", ["5%"]), ("Arriva", ["6%", "1%"])]


def test_employers_in_a_table_are_parted() -> None:
    told = found("Bus pay\n\nCompany | Offer | One-off\nFirst | 5% | £250\nLothian | 6% | £500").offers
    assert [(offer.who, len(offer.terms)) for offer in told] == [("First", 2), ("Lothian", 2)]


def test_a_sum_told_beside_its_payment_is_paid_once() -> None:
    assert drafted("We will pay £350 to each employee in June. It is a single payment.")[0][0] == "lump_sum"
    assert drafted("Our offer includes £350 for each employee, tax free, in December.")[0][0] == "lump_sum"
    assert drafted("Our offer includes £350 for each employee; it doesn't count for pension.")[0][0] == "lump_sum"


def test_a_history_of_years_is_no_offer() -> None:
    rows = "\n".join(
        f"{year} | {rate}%" for year, rate in ((2019, 2), (2020, 2.75), (2021, 1.75), (2022, 4), (2023, 3))
    )
    assert values(f"Awards\n\n{rows}") == []
    assert values("Pay offer\n\n2023 | 2%\n2024 | 3%") == ["2%", "3%"]


def test_pence_after_a_rise_by_the_hour_are_by_the_hour() -> None:
    assert values("Drivers accept an extra £1.10 an hour this year and 60p next.") == ["£1.10 an hour", "60p an hour"]


def test_an_index_with_a_sum_on_top() -> None:
    ((term,),) = [offer.terms for offer in found("The offer for the third year is CPI plus £250.").offers]
    assert term.value == "CPI+£250"
    assert uplift(term, 3, before=False) == ['{ index = "cpi" }', "{ flat = 250 }"]


def test_others_who_also_get_so_much_are_a_term_of_their_own() -> None:
    assert values("Consultants will receive a 4% uplift. Dentists will also receive 4%.") == ["4%", "4%"]


def test_an_offer_called_worth_so_much_is_drafted_beside_its_sums() -> None:
    assert values("The deal is worth 10.4% and includes a rise of £1,000 on all points.") == ["10.4%", "£1,000"]
