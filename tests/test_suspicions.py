"""What is right in form but looks like a slip is told with its line, and nothing is told of real offers."""

from pathlib import Path

import pytest

from payoffer.lines import parse
from payoffer.offer_file import read_offer
from payoffer.shelf import BUNDLED, SCALES
from payoffer.suspicions import suspicions

FIXTURES = Path(__file__).with_name("fixtures")
BUNDLED_SCALES = [path.stem for path in SCALES.glob("*.csv")]
HEAD = 'name = "A"\ngroup = "a"\nsource = [{ url = "a" }]\n'
AWARD = f"{HEAD}[[award]]\neffective = 2023-04-01\n"  # a term stands on line 6
ONE_OFF = f"{HEAD}[[lump_sum]]\npaid = 2023-04-01\n"


def warned(text: str) -> list[tuple[int, str]]:
    found = suspicions(read_offer(text, "offer.toml"), parse(text)[1], BUNDLED_SCALES)
    assert all(problem.warning for problem in found)
    return [(problem.line, problem.text) for problem in found]


def rise(term: str, more: str = "") -> list[tuple[int, str]]:
    return warned(f"{AWARD}uplift = [{term}]\n{more}")


def one_off(term: str, more: str = "") -> list[tuple[int, str]]:
    return warned(f"{ONE_OFF}pay = [{term}]\n{more}")


@pytest.mark.parametrize(
    "path", [*sorted(BUNDLED.glob("*.toml")), FIXTURES / "every_construct.toml"], ids=lambda p: p.stem
)
def test_real_offers_give_no_warning(path: Path) -> None:
    assert warned(path.read_text(encoding="utf-8")) == []


# The offer


def test_an_offer_without_group_and_source() -> None:
    assert warned('name = "A"\n[[award]]\nyear = 1\nuplift = [{ percent = 5 }]\n') == [
        (1, 'without a group any other offer is taken to be for the same people: add group = "..."'),
        (1, "no source is given, so that nobody can look the figures up: add [[source]] with title or url"),
    ]


@pytest.mark.parametrize(
    ("nation", "meant"), [("wales", "Wales"), ("Scottland", "Scotland"), ("Northern Irland", "Northern Ireland")]
)
def test_a_nation_misspelt(nation: str, meant: str) -> None:
    assert rise("{ percent = 5 }") == []
    text = f"{AWARD}uplift = [{{ percent = 5 }}]\n".replace("group", f'nation = "{nation}"\ngroup')
    assert warned(text) == [(2, f'nation = "{nation}" is not known: did you mean {meant}?')]


@pytest.mark.parametrize("nation", ["Wales", "England and Wales", "Isle of Man", "UK"])
def test_a_nation_that_is_known_or_like_none(nation: str) -> None:
    assert warned(f'nation = "{nation}"\n{AWARD}uplift = [{{ percent = 5 }}]\n') == []


def test_a_scale_that_is_not_bundled() -> None:
    text = f'scales = [\n  "wal-teacher",\n  "wal-teachers",\n  "nhs"\n]\n{AWARD}uplift = [{{ percent = 5 }}]\n'
    assert warned(text) == [
        (3, 'no pay scale called "wal-teachers" is bundled: did you mean wal-teacher?'),
        (4, f'no pay scale called "nhs" is bundled: leave it out, or write one of {", ".join(sorted(BUNDLED_SCALES))}'),
    ]


def test_scales_are_not_looked_at_where_none_are_named() -> None:
    text = f'scales = ["nhs"]\n{AWARD}uplift = [{{ percent = 5 }}]\n'
    assert suspicions(read_offer(text, "offer.toml"), parse(text)[1]) == []


# Dates


def test_a_deal_that_ends_before_its_last_award() -> None:
    assert warned(f"until = 2023-03-31\nstart = 2022-04-01\n{AWARD}uplift = [{{ percent = 5 }}]\n") == [
        (7, "this is after the deal ends on 31 March 2023, so that it adds nothing: check both days")
    ]
    assert warned(f"until = 2023-04-01\n{AWARD}uplift = [{{ percent = 5 }}]\n") == []


def test_paid_before_it_was_offered() -> None:
    late = f"offered = 2023-05-01\n{AWARD}paid = 2023-04-30\nuplift = [{{ percent = 5 }}]\n"
    sentence = "this is before the offer was made on 1 May 2023: mend it, or add in_payment = true"
    assert warned(late) == [(7, sentence)]
    assert warned(f"{late}in_payment = true\n") == []
    assert warned(late.replace("2023-04-30", "2023-05-01")) == []
    assert warned(f"offered = 2023-05-01\n{ONE_OFF}pay = [{{ flat = 500 }}]\n") == [(6, sentence)]


PROPOSED = '[[proposed]]\nsource = "a"\neffective = 2042-04-01\nuplift = [{ percent = 5 }]\n'
YEARS = "this is over 6 years after the deal begins on 1 April 2023: check the year"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"until = 2029-04-02\n{AWARD}uplift = [{{ percent = 5 }}]\n", 1),
        (f"start = 2023-04-01\n{AWARD.replace('2023', '2032')}uplift = [{{ percent = 5 }}]\n", 6),
        (f"{AWARD}uplift = [{{ percent = 5 }}]\npaid = 2032-04-01\n", 7),
        (f"offered = 2023-04-01\n{ONE_OFF}pay = [{{ flat = 500 }}]\ncovers = [\n2023-04-01,\n2032-03-31]\n", 10),
        (f"{AWARD}uplift = [{{ percent = 5 }}]\n{PROPOSED}", 9),
    ],
)
def test_a_date_years_away(text: str, line: int) -> None:
    assert warned(text) == [(line, YEARS)]


@pytest.mark.parametrize(
    "text",
    [
        f"until = 2029-04-01\n{AWARD}uplift = [{{ percent = 5 }}]\n",
        f"{HEAD}[[lump_sum]]\npaid = 2099-04-01\npay = [{{ flat = 500 }}]\n",
    ],
)
def test_a_date_that_is_near_or_has_nothing_to_be_far_from(text: str) -> None:
    assert warned(text) == []


# The kinds of part


@pytest.mark.parametrize("note", ["consolidated", "a Consolidated sum, pensionable", "paid and consolidated in 2024"])
def test_a_one_off_called_consolidated(note: str) -> None:
    assert one_off("{ flat = 500 }", f'note = "{note}"\n') == [
        (7, "a one-off is not kept in pay, but this says consolidated: put it under [[award]] if it is")
    ]


@pytest.mark.parametrize(
    "note",
    ["non-consolidated", "not consolidated", "Unconsolidated", "non consolidated, the other half consolidated", "x"],
)
def test_a_one_off_called_what_it_is(note: str) -> None:
    assert one_off("{ flat = 500 }", f'note = ["{note}"]\n') == []


@pytest.mark.parametrize("note", ["non-consolidated", "a non consolidated payment"])
def test_an_award_called_non_consolidated(note: str) -> None:
    assert rise("{ percent = 5 }", f'note = "{note}"\n') == [
        (7, "an award is kept in pay, but this says it is not: put it under [[lump_sum]] if that is so")
    ]


@pytest.mark.parametrize("note", ["consolidated", "half consolidated, half non-consolidated", "for all"])
def test_an_award_called_what_it_is(note: str) -> None:
    assert rise("{ percent = 5 }", f'note = "{note}"\n') == []


def test_instalments_without_a_first_day() -> None:
    text = f"offered = 2023-04-01\n{HEAD}[[lump_sum]]\npay = [{{ flat = 500 }}]\ntimes = 8\n"
    assert warned(text) == [(7, "no day is given for the first of these instalments: add paid = its day")]
    assert warned(f"{text}paid = 2023-05-01\n") == []


@pytest.mark.parametrize("key", ["award", "lump_sum"])
def test_the_same_part_twice(key: str) -> None:
    parts = {
        "award": "[[award]]\neffective = 2023-04-01\nuplift = [{ percent = 5 }]\n",
        "lump_sum": "[[lump_sum]]\npaid = 2023-04-01\npay = [{ flat = 500 }]\n",
    }
    assert warned(HEAD + parts[key] * 2) == [(7, f"this [[{key}]] is the same as one before it: leave one of them out")]
    assert warned(HEAD + parts[key] + parts[key].replace("2023", "2024")) == []


# Figures


UNIT = "check it, and whether per is year, month or hour"


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("{ percent = 55 }", "a rise of 55% is more than offers give: check the decimal point"),
        ("{ percent = 25.1 }", "a rise of 25.1% is more than offers give: check the decimal point"),
        ("{ total_percent = 65 }", "a rise of 65% is more than offers give: check the decimal point"),
        ("{ minimum_rise_percent = 40 }", "a rise of 40% is more than offers give: check the decimal point"),
        ("{ percent = [3, 55] }", "a rise of 55% is more than offers give: check the decimal point"),
        ("{ percent = { M1 = 55, M2 = 5 } }", "a rise of 55% is more than offers give: check the decimal point"),
        ("{ percent = 0.05 }", "0.05 here is 0.05%: for 5% write 5"),
        ("{ percent = 0.055 }", "0.055 here is 0.055%: for 5.5% write 5.5"),
        ("{ percent = -0.01 }", "-0.01 here is -0.01%: for -1% write -1"),
        (
            "{ flat = 0.5 }",
            f"flat = 0.5 is £0.50 a year, which is very little: {UNIT}",
        ),
        (
            "{ flat = 48000 }",
            f"flat = 48,000 is £48,000.00 a year, which is very much: {UNIT}",
        ),
        (
            "{ minimum_rise = 1 }",
            f"minimum_rise = 1 is £1.00 a year, which is very little: {UNIT}",
        ),
        (
            "{ minimum_pay = 12 }",
            f"minimum_pay = 12 is £12.00 a year, which is very little: {UNIT}",
        ),
        (
            "{ set = 3600000 }",
            f"set = 3,600,000 is £3,600,000.00 a year, which is very much: {UNIT}",
        ),
        ('{ flat = 500, of = "before" }', "of changes nothing beside flat: leave it out"),
        ('{ move = { M1 = "M2" }, of = "before" }', "of changes nothing beside move: leave it out"),
    ],
)
def test_a_figure_that_looks_like_a_slip(term: str, sentence: str) -> None:
    assert rise(term) == [(6, sentence)]


@pytest.mark.parametrize(
    "term",
    [
        *("{ percent = 0 }", "{ percent = 25 }", "{ percent = 0.2 }", "{ percent = -2 }", "{ percent = [3, 4] }"),
        *(
            "{ flat = 20 }",
            '{ flat = 500, of = "before", pay_up_to = 20000 }',
            "{ flat = 15000 }",
            "{ flat = 0 }",
            "{ flat = -500 }",
            "{ flat = { M1 = 500, M2 = [600, 700] } }",
        ),
        *("{ minimum_pay = 2000 }", "{ set = 500000 }", '{ percent = 1.5, of = "before" }', '{ move = { M1 = "M2" } }'),
        '{ index = "rpi", month = 2023-02-01, cap = 30 }',
    ],
)
def test_a_figure_as_offers_have_it(term: str) -> None:
    assert rise(term) == []


def test_sums_are_judged_by_the_year_they_come_to() -> None:
    by_hour = 'per = "hour"\n'
    week = "week = 35\n"
    # 0.50 x 35 x 52.143 = 912.50; 1,250 x 35 x 52.143 = 2,281,256.25; 2 x 12 = 24; 1,300 x 12 = 15,600
    assert warned(f"{week}{AWARD}uplift = [{{ flat = 0.5 }}]\n{by_hour}") == []
    assert warned(f"{week}{AWARD}uplift = [{{ flat = 1250 }}]\n{by_hour}") == [
        (
            7,
            f"flat = 1,250 is £2,281,256.25 a year, which is very much: {UNIT}",
        )
    ]
    assert warned(f"{week}{AWARD}uplift = [{{ minimum_pay = 12 }}]\n{by_hour}") == []
    assert rise("{ flat = 100 }", 'per = "month"\n') == []
    assert rise("{ flat = 2 }", 'per = "month"\n') == []
    assert len(rise("{ flat = 1300 }", 'per = "month"\n')) == 1


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("{ percent = 55 }", "a one-off of 55% is more than offers give: check the decimal point"),
        ("{ percent = 0.015 }", "0.015 here is 0.015%: for 1.5% write 1.5"),
        ("{ flat = 50000 }", "flat = 50,000 is £50,000.00 a year, which is very much: check it"),
    ],
)
def test_a_one_off_that_looks_like_a_slip(term: str, sentence: str) -> None:
    assert one_off(term) == [(6, sentence)]


@pytest.mark.parametrize("term", ["{ percent = 30 }", "{ flat = 150 }", "{ months_of_rise = 3 }"])
def test_a_one_off_as_offers_have_it(term: str) -> None:
    assert one_off(term) == []


# 5% of £80,000 is £4,000, and 5.5% is £4,400
MEET = "5% of £80,000 is £4,000.00, but over that pay the sum is £4,800.00: check both"


@pytest.mark.parametrize(
    "terms",
    [
        "\n{ percent = 5, pay_up_to = 80000 },\n{ flat = 4800, pay_over = 80000 }",
        "{ percent = 5, pay_under = 80000 },\n\n{ flat = 4800, pay_from = 80000 }",
    ],
)
def test_a_sum_over_a_limit_that_is_not_the_percentage_of_it(terms: str) -> None:
    assert rise(terms) == [(8, MEET)]


def test_the_sum_may_stand_before_the_percentage() -> None:
    assert rise("\n{ flat = 4800, pay_over = 80000 },\n{ percent = 5, pay_up_to = 80000 }") == [(7, MEET)]


@pytest.mark.parametrize(
    "terms",
    [
        "{ percent = 5, pay_up_to = 80000 }, { flat = 4000, pay_over = 80000 }",
        "{ percent = 5, pay_up_to = 79999 }, { flat = 4000, pay_over = 79999 }",  # 3,999.95, to the pound
        "{ percent = 5, pay_up_to = 80000 }, { flat = 4800, pay_over = 90000 }",
        "{ percent = 5, pay_up_to = 80000 }, { percent = 2, pay_over = 80000 }",
        "{ percent = [3, 5], pay_up_to = 80000 }, { flat = 4800, pay_over = 80000 }",
        "{ percent = 5, pay_up_to = 80000 }, { flat = { M1 = 4800 }, pay_over = 80000 }",
        "{ percent = 5, pay_up_to = 80000, of = 2022-09-01 }, { flat = 4800, pay_over = 80000 }",
        "{ flat = 4800, pay_up_to = 80000 }, { percent = 5, pay_over = 80000 }",
        "{ percent = 5 }, { minimum_rise = 1250 }",
    ],
)
def test_terms_that_meet_or_need_not(terms: str) -> None:
    assert rise(terms) == []


@pytest.mark.parametrize(
    ("terms", "odd"),
    [
        ("{ minimum_rise = 1000 }, { percent = 5 }", "minimum_rise stands before percent"),
        ("{ maximum_rise = 3000 }, { flat = 1500 }", "maximum_rise stands before flat"),
        ("{ percent = 5 }, { minimum_rise = 1000 }", None),
        ("{ minimum_rise = 1000, pay_under = 30000 }, { percent = 5 }", None),
        ("{ percent = 5 }, { flat = 500 }", None),
    ],
)
def test_a_limit_before_the_rise_it_is_meant_for(terms: str, odd: str | None) -> None:
    found = rise(terms)
    assert found == ([(6, f"{odd} and does not limit it: write it after")] if odd else [])


# The full-time week, and points that leave the scale


def test_a_new_week_of_the_hours_there_are() -> None:
    text = f"week = 37\n{AWARD}uplift = [{{ new_week = 37 }}]\n"
    assert warned(text) == [(7, "the full-time week is 37 hours already: write the new hours")]
    assert warned(text.replace("new_week = 37", "new_week = 36")) == []


def test_a_point_may_go_the_day_after_the_deal() -> None:
    text = f'until = 2023-03-31\nstart = 2022-04-01\n{AWARD}uplift = [{{ move = {{ 1 = "2" }} }}]\n'
    assert warned(text) == []
    assert len(warned(text.replace("move = { 1", "set = { 1").replace('"2"', "20000"))) == 1
