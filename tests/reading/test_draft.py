"""A draft is an offer file: every term with its words, nothing decided in silence."""

from datetime import date
from decimal import Decimal

import pytest

from payoffer.offer import Offer
from payoffer.offer_file import read_offer
from payoffer.reading.draft import Draft, Origin, drafts
from payoffer.reading.reader import Choice, read
from tests.reading.scoring import Label, labels


def drafted(text: str, published: date | None = None) -> list[Draft]:
    found = read(text, Choice(published=published)).found
    return drafts([(offer, Origin("letter.txt", published)) for offer in found.offers])


def only(text: str, published: date | None = None) -> tuple[Draft, Offer]:
    (draft,) = drafted(text, published)
    return draft, read_offer(draft.text, "draft.toml")


def part(draft: Draft) -> str:
    """Return the draft from its first quote on."""
    return draft.text[draft.text.index('# "') :]


@pytest.mark.parametrize("label", [*labels("tuned"), *labels("official.toml"), *labels("held")], ids=lambda one: one.id)
@pytest.mark.parametrize("published", [None, date(2023, 2, 8)])
def test_every_draft_is_a_right_offer_file(label: Label, published: date | None) -> None:
    for draft in drafted(label.text, published):
        offer = read_offer(draft.text, draft.name)
        assert offer.draft
        assert offer.open == draft.open
        assert offer.source[0].title == "letter.txt"


def test_a_whole_draft() -> None:
    draft, _ = only(
        "Ministers in Wales have made teachers an offer in addition to the 5% pay award already received from "
        "September 2022. It is 1.5% consolidated, backdated to September 2022, and 1.5% non-consolidated.",
        date(2023, 2, 8),
    )
    assert draft.name == "wales-teachers"
    assert draft.text == (
        "# A draft, made by payoffer read: check every figure against its words, answer what is open and take it out.\n"
        'name     = "Welsh Government: teachers in Wales"\n'
        'employer = "Welsh Government"\n'
        'nation   = "Wales"\n'
        'group    = "teachers-wales"\n'
        'status   = "offered"\n'
        "offered  = 2023-02-08\n"
        "draft    = true\n\n"
        '[[source]]\ntitle = "letter.txt"\n\n'
        '# "an offer in addition to the 5% pay award already received from September 2022" (2022-09-01)\n'
        "# taken because: an award already in payment, to which the offer is added\n"
        "[[award]]\neffective  = 2022-09-01\nin_payment = true\nuplift     = [{ percent = 5 }]\n\n"
        '# "1.5% consolidated, backdated to September 2022" (2022-09-01)\n'
        "# taken because: the sentence says that it is offered, awarded or agreed\n"
        '[[award]]\neffective  = 2022-09-01\nuplift     = [{ percent = 1.5, of = "before" }]\n\n'
        '# "1.5% non-consolidated" (2022-09-01)\n'
        "# taken because: a payment made once\n"
        "[[lump_sum]]\npay        = [{ percent = 1.5 }]\ncovers     = [2022-09-01, 2023-08-31]\n"
        'of         = "unstated"\n'
    )


def test_an_additional_rise_without_its_award_is_an_open_question() -> None:
    draft, offer = only("Management will now pay an additional 1.5% to all staff from 1 August 2024.")
    assert "the additional 1.5%: additional to which award, already in payment?" in draft.open
    assert offer.adds_to_unstated()
    assert offer.award[0].adds_to == "unstated"


def test_years_are_counted_where_no_day_is_told() -> None:
    draft, offer = only(
        "The council offered drivers a rise of 6% this year and a further 5.5% next year, and a £500 bonus."
    )
    assert [award.year for award in offer.award] == [1, 2]
    assert offer.lump_sum[0].year == 1
    assert draft.open[-1] == (
        "from which days does it count? the text says this year, next year; years are counted here: write effective = "
        "the day instead"
    )
    _, offer = only("The council offered drivers a rise of 6% for 2022-23 and a further rise of 5% for 2024-25.")
    assert [award.year for award in offer.award] == [1, 3]
    draft, _ = only("The council offered drivers a rise of 6%.")
    assert "the text does not say; years are counted here" in draft.open[-1]


def test_what_has_no_day_begins_with_what_has_one_and_is_asked() -> None:
    draft, offer = only(
        "The council offered drivers a rise of 6% from 1 May 2024. There is a bonus of £500. The council offers "
        "another 3% for 2025-26, and there is a payment of £100 in December. In year three the offer is 2%."
    )
    days = [award.effective for award in offer.award]
    assert days == [date(2024, 5, 1), date(2025, 5, 1), date(2026, 5, 1)]
    assert [lump.paid for lump in offer.lump_sum] == [date(2024, 5, 1), date(2024, 12, 1)]
    assert len(draft.open) == 4
    assert "the text does not say; 1 May 2024 is written here" in draft.open[0]
    assert 'the text says "2025-26"; 1 May 2025 is written here' in draft.open[1]


def test_figures_by_group_are_a_table() -> None:
    draft, offer = only(
        "The pay offer from 1 April 2024 is:\n- grades A to D: 6%\n- grades E to H: 5%\n- managers: £500"
    )
    assert len(offer.award) == 1
    assert part(draft).endswith(
        'uplift     = [{ percent = { "grades A to D" = 6, "grades E to H" = 5 } }, { flat = { "managers" = 500 } }]\n'
    )
    assert any("which of these grades or groups is yours" in question for question in draft.open)
    _, offer = only("The pay offer from 1 April 2024 is:\n- grade A: 60p an hour\n- grade B: 50p an hour")
    assert (offer.award[0].per, offer.week) == ("hour", Decimal(37))


def test_what_is_for_some_only_hangs_on_a_condition() -> None:
    draft, offer = only(
        "The company offers a rise of 5% from 1 May 2024. It offers a rise of 2% for managers and engineers from 1 May "
        "2025. "
        "It offers a bonus of £500 to all. It offers a bonus of £900 for drivers and guards."
    )
    assert [award.condition for award in offer.award] == [None, "for managers and engineers"]
    assert [lump.condition for lump in offer.lump_sum] == [None, "for drivers and guards"]
    assert any("take the condition out" in question for question in draft.open)


@pytest.mark.parametrize(
    ("text", "uplift", "question"),
    [
        ("The offer is a rise of 6% with a minimum of £1,800 and capped at £4,000.",
         "[{ percent = 6 }, { minimum_rise = 1800 }, { maximum_rise = 4000 }]", None),
        ("Staff are offered £900, with a minimum of 3%, as a rise.", "[{ percent = 3 }, { minimum_rise = 900 }]", None),
        ("Staff are offered a rise of between 3% and 4%.", "[{ percent = [3, 4] }]", None),
        ("Departments may make pay awards of up to 4.5%.", "[{ percent = [0, 4.5] }]", "who gets how much?"),
        ("Staff are offered a rise of at least 4%.", "[{ percent = 4 }]", "who gets more"),
        ("Staff are offered a rise of 75p an hour.", "[{ flat = 0.75 }]", "37 is written here"),
        ("Staff are offered a rise of £40 a month.", "[{ flat = 40 }]", None),
        ("Staff are offered a rise of £20 a week.", "[{ flat = 1042.86 }]", None),
        ("Staff are offered a rise of RPI plus 0.5% from 1 March 2025.",
         '[{ index = "rpi", month = 2025-03-01, plus = 0.5 }]', "of which month"),
        ("Staff are offered a rise in line with inflation.",
         '[{ index = "cpi" }]', "of which month"),
        ("The offer is RPI plus 0.5% from 1 March 2025, with a minimum of 2% and no more than 5%.",
         '[{ index = "rpi", month = 2025-03-01, plus = 0.5, floor = 2, cap = 5 }]', "RPI+0.5%: of which month?"),
        ("From 1 March 2025 the offer is RPI, or a minimum of £1,750.",
         '[{ index = "rpi", month = 2025-03-01 }, { minimum_rise = 1750 }]', "RPI: of which month?"),
        ("Staff are offered a rise of £1,000, capped at 5%.", "[{ flat = 1000 }]", "write the cap in pounds"),
    ],
)  # fmt: skip
def test_a_term_in_the_file(text: str, uplift: str, question: str | None) -> None:
    draft, _ = only(text)
    assert f"uplift     = {uplift}" in draft.text
    assert question is None or any(question in asked for asked in draft.open)


def test_a_floor_by_the_hour_makes_its_award_one_by_the_hour() -> None:
    draft, offer = only("The offer is a rise of 3.6% or 67p an hour, whichever is greater.")
    assert "uplift     = [{ percent = 3.6 }, { minimum_rise = 0.67 }]" in draft.text
    assert offer.award[0].per == "hour"
    assert offer.week == 37
    assert any("37 is written here" in asked for asked in draft.open)


def test_a_sum_by_the_month() -> None:
    assert only("Staff are offered a rise of £40 a month.")[1].award[0].per == "month"


def test_a_replaced_offer_is_a_draft_of_its_own() -> None:
    now, before = drafted("Members rejected the council's new offer of 5% on pay. It replaced the initial offer of 3%.")
    assert (now.current, before.current) == (True, False)
    assert before.name == f"{now.name}-before"
    assert 'status   = "superseded"' in before.text


def test_offers_of_one_name_are_told_apart() -> None:
    found = read("The council offered drivers a rise of 6%.").found
    both = drafts([(found.offers[0], Origin("a")), (found.offers[0], Origin("b"))])
    assert [draft.name for draft in both] == ["the-council-drivers", "the-council-drivers-2"]


def test_an_offer_of_which_nothing_else_is_told() -> None:
    draft, offer = only("Consolidated: 5%.")
    assert (draft.name, offer.name) == ("offer", "Offer read from a text")
    assert draft.open[:2] == ("who makes the offer?", 'what has become of the offer? "offered" is written here')


def test_a_one_off_already_paid() -> None:
    _, offer = only("On top of the £200 bonus already paid, the council offers a rise of 3% from 1 May 2024.")
    assert offer.lump_sum[0].in_payment


def test_no_sign_of_a_letter_breaks_the_file() -> None:
    draft, offer = only('The council\x07 said: "We offer \x1b[31ma rise of 5% to all\u2028our staff\\".')
    assert "\x1b" not in draft.text
    assert offer.award


def test_rises_that_begin_together_are_asked_about() -> None:
    text = "The college offers 5% from 1 April 2025. Cleaners are offered 3% from 1 April 2025."
    asked = " ".join(only(text)[0].open)
    assert "5% and 3% begin together: for the same people, as is written here, or each for others?" in asked
    assert "begin together" not in " ".join(only("We offer 5% from 1 April 2025 and 3% from 1 April 2026.")[0].open)


def test_whom_rises_are_for_is_told_before_them_too() -> None:
    text = "Under the offer staff on Bands 1 to 3 will get 5% and staff on Bands 4 to 8 will get 3% from 1 April 2025."
    assert 'uplift     = [{ percent = { "Bands 1 to 3" = 5, "Bands 4 to 8" = 3 } }]' in only(text)[0].text


def test_a_table_of_grades_by_day_has_both() -> None:
    head = "| Grade | From 1 April 2025 | From 1 April 2026 |\n|---|---|---|"
    text = f"The pay offer\n\n{head}\n| A-C | 5% | 4% |\n| D-F | 4% | 3% |"
    _, offer = only(text)
    assert [(award.effective, award.condition) for award in offer.award] == [
        (date(2025, 4, 1), "for A-C"),
        (date(2026, 4, 1), "for A-C"),
        (date(2025, 4, 1), "for D-F"),
        (date(2026, 4, 1), "for D-F"),
    ]


def test_the_month_of_an_index_is_the_one_that_the_text_tells() -> None:
    text = "The pay offer, year 2: RPI (February 2026) plus 0.5%, with a minimum of 3%, from 1 April 2026."
    draft, _ = only(text)
    assert "effective  = 2026-04-01" in draft.text
    assert '{ index = "rpi", month = 2026-02-01, plus = 0.5, floor = 3 }' in draft.text
    assert not any("RPI" in question for question in draft.open)
