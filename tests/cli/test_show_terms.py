"""``payoffer show``: every construct of an offer file in words, each with its sum worked by hand."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.telling import FOUR, offer, said, sections

EVERY = Path(__file__).parents[1] / "fixtures" / "every_construct.toml"


@pytest.fixture
def every(tmp_path: Path) -> str:
    """Return a file that holds every construct once."""
    (tmp_path / "every.toml").write_text(EVERY.read_text(encoding="utf-8"), encoding="utf-8")
    return "every.toml"


# Every construct


@pytest.mark.parametrize(
    "words",
    [
        "Offer of 8 February 2023, rejected.",
        "From: Example Council",
        "For: teachers in Wales",
        "Covers: 1 September 2022 to 31 August 2026, 48 months.",
        "From 1 September 2022, already being paid: - 5%",
        "From 1 September 2022, back pay comes on 31 March 2023: - 1.5% of the pay on the day before",
        "Funding: full",
        "From 1 September 2023: - 5% £42,600 x 5% = £2,130 a year",
        "with a rise of at least £1,750 a year no difference: the rise is £2,130 a year",
        "with a rise of at most £3,500 a year no difference: the rise is £2,130 a year",
        "with a rise of at least 4% for point 7 needs a pay point: give it with --point",
        # 12 x 37 x 52.143 = 23,151.492
        "pay of at least £12 an hour that is £23,151.49 a year; no difference: pay is £44,730 a year",
        "Pay points are rounded to the nearest penny",
        "Pay stays £44,730 a year.",
        # 44,730 x 0.02 = 894.60
        "2% on pay up to £80,000 £44,730 x 2% = £894.60 a year",
        "£1,600 a year on pay over £80,000 not on £44,730",
        "8.9% for M2, 8% for points 3-5, 5% for points 20+, between 3% and 4% for all others",
        # 45,624.60 x 0.03 = 1,368.738; x 0.04 = 1,824.984
        "lowest figure: £45,624.60 x 3% = £1,368.74 a year highest figure: £45,624.60 x 4% = £1,824.98 a year",
        "pay becomes £36,000 a year for M4 needs a pay point",
        "pay points that go: those on M1 move to M2 needs a pay point",
        "Pay is then between £46,993.34 and £47,449.58 a year.",
        "a rise to 4.25% above the pay of 1 August 2024, in place of what was paid on account",
        # 45,624.60 x 1.0425 = 47,563.6455
        "£45,624.60 plus 4.25% is £47,563.65 a year",
        "the rise in RPI of February 2025 plus 0.5 points, at least 3% and at most 9%",
        # 47,563.65 x 0.087 = 4,138.03755
        "(from the published index: 3.4%), 8.2 + 0.5 = 8.7%: £47,563.65 x 8.7% = £4,138.04 a year",
        "only if the local agreement is signed (not counted: --conditional counts it): - 1%",
        # 37 / 36 = 1.02777; 51,701.69 / 52.143 / 37 = 26.80 and / 36 = 27.54
        "the full-time week becomes 36 hours, on the same pay a year 37 / 36 = 2.8% more for each hour: £51,701.69 a",
        "is £26.80 an hour for 37 hours, £27.54 for 36. That is no extra pay for a full-timer, so it is in no figure",
        "1.5% of a pay that is not named, for 1 September 2022 to 31 August 2023",
        "2% of the pay of 31 March 2023 and £1,350 for point 7, £1,250 for all others, for 1 September 2022",
        "paid on 30 June 2023, only for those employed on 31 March 2023, not pensionable",
        # 42,600 x 0.02 = 852; 852 + 1,250 = 2,102
        "£42,600 x 2% = £852; £1,250 £2,102 in all",
        "For pay points it is rounded to the nearest whole pound",
        "£650 on pay under £24,000; £500 on pay from £24,000, paid on 31 May 2023, the same to everyone whatever",
        "£220, paid 8 times, monthly, the first on 31 July 2023 8 payments of that, £1,760 in all",
        # the rise of September 2023 is 2,130 a year
        "3 months of the rise, paid on 30 September 2023 £2,130 a year x 3/12 = £532.50",
        "Where in the ranges that it gives its figures lie: over 48 months, extra pay is between",
        "Not in the sources: the new leadership points.",
        "From 1 September 2026: 3.5% (planning assumption, under review).",
        "England's award is matched if it is higher.",
        "Group: teachers-wales (offers of one group are for the same people).",
        "Pay scales: wal-teacher.",
        "Pay points are rounded up to the next whole pound, but the next rise works from the unrounded figure",
        "a full-time week of 37 hours, and 52.143 weeks a year; sums by the hour from a new week on go by that.",
        "Offer letter, Example Council https://example.org/offer",
        "8%",
    ],
)
def test_every_construct_is_told(run: Run, every: str, words: str) -> None:
    assert words in said(run, every, "--index", "rpi=8.2")


def test_what_a_condition_hangs_on_is_counted_on_request(run: Run, every: str) -> None:
    found = said(run, every, "--index", "rpi=8.2", "--conditional")
    # 47,563.65 + 4,138.04 = 51,701.69, of which 1% is 517.0169
    assert "only if the local agreement is signed (counted here): - 1% £51,701.69 x 1% = £517.02 a year" in found


def test_without_a_figure_for_its_index_an_offer_is_told_in_words(run: Run, every: str) -> None:
    Path(every).write_text(EVERY.read_text(encoding="utf-8").replace('"rpi"', '"ppi"'), encoding="utf-8")
    found = said(run, every)
    assert "No worked numbers: a rise follows PPI of February 2025, which is not known here: give" in found
    assert "the rise in PPI of February 2025 plus 0.5 points, at least 3% and at most 9%" in found
    assert "1.5% of what." in found
    assert "Where in the ranges that it gives its figures lie." in found
    assert " x " not in found


def test_every_number_of_the_file_is_told(run: Run, every: str) -> None:
    found = said(run, every, "--index", "rpi=8.2")
    figures = re.findall(r"(?<![\d-])\d+(?:\.\d+)?(?![\d-])", re.sub(r"#.*", "", EVERY.read_text(encoding="utf-8")))
    shown = found.replace(",", "")
    # 12.00 an hour is £12, "to = 0.01" is the penny
    missing = {figure for figure in figures if figure.removesuffix(".00") not in shown} - {"0.01"}
    assert missing == set()


# Other shapes


def test_a_total_without_a_split_is_told_in_words(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        'kind = "claim"\nemployer = "The council"\n[[award]]\neffective = "unstated"\nuplift = [{ percent = 10 }]\n',
    )
    found = said(run, name)
    assert "Claim by the union. To: The council No worked numbers: the offer gives a total without" in found
    assert "From a day that is not said: - 10%" in found
    assert "How the total is split between the years, so that it has no value yet." in found
    assert "Covers:" not in found


def test_an_offer_without_dates(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        'nation = "Wales"\nweek = 36\n'
        '[[award]]\nyear = 1\nper = "hour"\nuplift = [{ flat = 1.005 }, { percent = 2 }]\n'
        "[[award]]\nyear = 2\nuplift = [{ percent = -3.5 }]\n"
        "[[lump_sum]]\nyear = 1\npay = [{ flat = [500, 700] }]\nin_payment = true\npensionable = true\n"
        '[[proposed]]\nyear = 3\nuplift = [{ percent = 2 }, { minimum_rise = 1000 }]\nsource = "a leak"\n'
        'note = "said on the radio"\n',
    )
    found = said(run, name)
    assert "For: Wales Covers: 24 months; no dates are given." in found
    assert "Worked on: £40,000 a year, full-time, before the offer." in found
    # 1.005 x 36 x 52.143 = 1,886.53374
    assert "From the start of the first year: - £1.005 an hour that is £1,886.53 a year; " in found
    assert "£40,000 + £1,886.53 = £41,886.53 a year - then 2%" in found
    # (40,000 + 1,886.53374) x 1.02 = 42,724.26441, and 3.5% of 42,724.26 is 1,495.3491
    assert "Pay is then £42,724.26 a year" in found
    assert "- 3.5% less £42,724.26 x -3.5% = -£1,495.35 a year Pay is then £41,228.91 a year: £1,495.35" in found
    assert "between £500 and £700, in the first year, already paid, pensionable lowest figure: £500" in found
    assert "The last day" not in found
    # 41,228.91 x 0.02 = 824.5782
    assert "From the start of the third year: 2%; with a rise of at least £1,000 a year (a leak)." in found
    assert (
        "£41,228.91 x 2% = £824.58 a year, then the rise goes from £824.58 to £1,000 a year said on the radio" in found
    )


def test_one_offs_alone(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        "offered = 2024-01-01\n[[lump_sum]]\npay = [{ flat = 500 }]\n"
        '[[lump_sum]]\npay = [{ percent = 1 }]\npaid = 2024-02-01\nof = "in_payment"\nnote = "a note"\n'
        '[[lump_sum]]\npay = [{ flat = 100, pay_over = 50000 }]\npaid = 2024-02-01\ncondition = "there is money"\n'
        "[[lump_sum]]\npay = [{ flat = 100, pay_over = 50000 }]\npaid = 2024-02-01\n",
    )
    found = said(run, name)
    assert "Covers: 1 January 2024 (its first one-off) to 31 December 2024, 12 months." in found
    assert "Nothing in this offer stays in pay." in found
    assert "- £500 - 1% of the pay being paid on the day it counts, paid on 1 February 2024" in found
    assert "£40,000 x 1% = £400 Note: a note" in found
    assert "only if there is money (not counted: --conditional counts it)" in found
    assert "£100 on pay over £50,000, paid on 1 February 2024 nothing on £40,000" in found
    assert "Is the headline true?" not in found


@pytest.mark.parametrize(
    ("keys", "people"),
    [
        ('nation = "Northern Ireland"\ngroup = "teachers-northern-ireland"', "teachers in Northern Ireland"),
        ('nation = "England"\ngroup = "local-government"', "local-government (England)"),
        ('nation = "Wales"\ngroup = "nhs-wales"', "NHS staff in Wales"),
        ('nation = "United Kingdom"\ngroup = "universities"', "university staff (United Kingdom)"),
        ('group = "local-government"', "local-government"),
        ('nation = "Wales"', "Wales"),
    ],
)
def test_for_whom_it_is(run: Run, tmp_path: Path, keys: str, people: str) -> None:
    assert f"Offer. For: {people} Covers:" in said(run, offer(tmp_path, f"{keys}\n{FOUR}"))


def test_points_with_one_figure_are_told_together(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        'points = { "2 top" = 21000, "7" = 42000 }\n[[award]]\neffective = 2024-04-01\n'
        'uplift = [{ percent = 3 }, { move = { "1" = "2 top", "2 entry" = "2 top", "5" = "7" } }]\n'
        "[[lump_sum]]\ncovers = [2024-04-01, 2025-03-31]\n"
        'pay = [{ flat = { "2" = 1250, "3" = 1250, "7" = 1350, others = [1250, 1600] } }]\n',
    )
    found = said(run, name, "--point", "7")
    assert "£1,250 for points 2 and 3, £1,350 for point 7, between £1,250 and £1,600 for all others" in found
    assert "pay points that go: those on 1 and 2 entry move to 2 top and those on 5 move to 7" in found
    assert "Where in the ranges" not in found  # point 7 has a figure of its own
    assert "Where in the ranges" in said(run, name)


def test_a_point_that_goes(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        "points = { M1 = 25000, M2 = 27000 }\nstart = 2024-01-01\nuntil = 2025-03-31\n"
        'strike_day = { of_year = "1/260", source = "handbook" }\nalso = ["ours"]\n'
        "[[award]]\neffective = 2024-04-01\npaid = 2024-06-30\n"
        'uplift = [{ move = { M1 = "M2" } }, { percent = 3 }]\nround = { to = 100, direction = "down" }\n',
    )
    found = said(run, name, "--point", "M1")
    # 27,000 x 1.03 = 27,810, down to 27,800; from 25,000 that is 2,800 or 11.2%
    assert "pay points that go: those on M1 move to M2 £25,000 becomes £27,000 a year" in found
    assert "- 3% £27,000 x 3% = £810 a year" in found
    assert "Pay is then £27,800 a year: £2,800 (11.2%) more, rounded as pay points are." in found
    assert "Pay points are rounded down to the last multiple of £100" in found
    assert "Pay points a year before the offer: M1 £25,000; M2 £27,000." in found
    assert "A day on strike costs 1/260 of a year's pay (handbook)." in found
    assert "Other names: ours." in found
    assert "The file names no source." in found
    assert "Covers: 1 January 2024 to 31 March 2025, 15 months." in found
    stays = said(run, name, "--point", "M2")
    assert "not for point M2 - 3% £27,000 x 3% = £810 a year" in stays
    # 27,800 - 27,000 = 800 of 27,000 is 2.963%
    assert "£800 (about 2.96%) more, rounded as pay points are." in stays


TERMS = [
    ("{ flat = -500 }", "£500 less a year", "£40,000 - £500 = £39,500 a year"),
    ("{ set = 41000.5 }", "pay becomes £41,000.50 a year", "£40,000 becomes £41,000.50 a year"),
    ("{ minimum_pay = 41000 }", "pay of at least £41,000 a year", "pay goes from £40,000 to £41,000 a year"),
    (
        "{ percent = 1, of = 2024-01-01 }",
        "1% of the pay of 1 January 2024",
        "£40,000 x 1% = £400 a year",
    ),
    (
        "{ minimum_rise = 1000, of = 2024-01-01 }",
        "a rise of at least £1,000 a year, counted from the pay of 1 January 2024",
        "the rise goes from £0 to £1,000 a year",
    ),
    (
        "{ total_percent = 4 }",
        "a rise to 4% above the pay on the day before, in place of what was paid on account",
        "£40,000 plus 4% is £41,600 a year",
    ),
    (
        "{ percent = { others = 5 } , pay_from = 20000, pay_under = 50000 }",
        "5% for all points, only on pay from £20,000 and under £50,000",
        "£40,000 x 5% = £2,000 a year",
    ),
    (
        '{ flat = { "A1 (town)" = 5, "A2 (town)" = 5, "A3 (town)" = 6, "A1 (city)" = 7, A4 = 8, others = 9 } }',
        "£5 a year for A1 and A2, £6 for A3 (all town); £7 for A1 (city); £8 for A4; £9 for all others",
        "£40,000 + £9 = £40,009 a year",
    ),
    ("{ flat = { A1 = 5, others = 7 } }", "£5 a year for A1, £7 for all others", "£40,000 + £7 = £40,007 a year"),
    (
        '{ index = "cpi", month = 2024-01-01, plus = -1, cap = 5 }',
        "the rise in CPI of January 2024 less 1 point, at most 5%",
        # 4.5 - 1 = 3.5
        "£40,000 x 3.5% = £1,400 a year",
    ),
    (
        '{ index = "cpi", month = 2024-01-01, of = "before" }',
        "the rise in CPI of January 2024 of the pay on the day before",
        "your figure for CPI of January 2024 is 4.5% (published: 4%): £40,000 x 4.5% = £1,800 a year",
    ),
]


@pytest.mark.parametrize(("term", "words", "sum_"), TERMS)
def test_each_term(run: Run, tmp_path: Path, term: str, words: str, sum_: str) -> None:
    name = offer(tmp_path, f"[[award]]\neffective = 2024-04-01\nuplift = [{term}]\n")
    found = said(run, name, *(("--index", "cpi=4.5") if "cpi" in term else ()))
    assert f"- {words}" in found
    assert sum_ in found


def test_sums_by_the_month_and_by_the_hour(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        'week = 37\n[[award]]\neffective = 2024-04-01\nper = "month"\nuplift = [{ flat = 100 }]\n'
        '[[award]]\neffective = 2024-05-01\nper = "hour"\n'
        "uplift = [{ flat = { A1 = 1 }, pay_over = 30 }, { flat = 1 }]\n",
    )
    found = said(run, name)
    assert "£100 a month that is £1,200 a year; £40,000 + £1,200 = £41,200 a year" in found
    assert "£1 an hour for A1, only on pay over £30 needs a pay point: give it with --point" in found
    # 37 x 52.143 = 1,929.291
    assert "£1 an hour that is £1,929.29 a year; £41,200 + £1,929.29 = £43,129.29 a year" in found


def test_a_one_off_in_months_of_one(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 3 }]\n"
        "[[lump_sum]]\npay = [{ months_of_rise = 1, of = 2024-01-01 }]\npaid = 2024-06-30\n",
    )
    # 3% of 40,000 is 1,200 a year, 100 a month
    found = said(run, name)
    assert "1 month of the rise, counted from the pay of 1 January 2024, paid on 30 June 2024" in found
    assert "£1,200 a year x 1/12 = £100" in found


def test_two_open_questions_are_told_apart(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = [2, 4] }]\n"
        '[[lump_sum]]\npay = [{ percent = 1 }]\nof = "unstated"\ncovers = [2024-04-01, 2025-03-31]\n',
    )
    found = said(run, name)
    assert "lowest figure: £40,000 x 2% = £800 a year highest figure: £40,000 x 4% = £1,600 a year" in found
    # of pay before: 400; after the rise: 408 or 416
    assert "1% of what: £400 of pay before, between £408 and £416 of pay after the rise." in found
    assert "of pay after the rise, lowest figure: £40,800 x 1% = £408" in found
    assert "of pay after the rise, highest figure: £41,600 x 1% = £416" in found


def test_a_base_that_makes_no_difference(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 0 }]\n"
        '[[lump_sum]]\npay = [{ percent = 1 }]\nof = "unstated"\ncovers = [2024-04-01, 2025-03-31]\n',
    )
    found = said(run, name)
    assert "1% of what: £400 either way." in found
    assert "Pay stays £40,000 a year." in found


def test_an_unstated_base_on_a_condition_is_a_question_without_a_sum(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 3 }]\n"
        '[[lump_sum]]\npay = [{ percent = 1 }]\nof = "unstated"\ncovers = [2024-04-01, 2025-03-31]\n'
        'condition = "there is money"\n'
        '[[lump_sum]]\npay = [{ percent = 2 }]\nof = "unstated"\ncovers = [2024-04-01, 2025-03-31]\n',
    )
    found = said(run, name)
    assert "- 1% of what. - 2% of what: £800 of pay before" in found


@pytest.mark.parametrize("uplift", ['{ index = "ppi", month = 2026-01-01 }', "{ percent = { A1 = 3 } }"])
def test_what_is_proposed_is_told_where_it_has_no_figure(run: Run, tmp_path: Path, uplift: str) -> None:
    outside = followed(run, tmp_path, uplift)
    assert outside[0].startswith("- From 1 April 2026: ")
    assert outside[1].startswith("Not counted here.")


def test_what_is_proposed_may_be_a_range(run: Run, tmp_path: Path) -> None:
    # 40,000 x 1.03 = 41,200; x 0.02 = 824, x 0.04 = 1,648
    assert followed(run, tmp_path, "{ percent = [2, 4] }")[1:3] == [
        "  lowest figure: £41,200 x 2% = £824 a year",
        "  highest figure: £41,200 x 4% = £1,648 a year",
    ]


def followed(run: Run, folder: Path, uplift: str) -> list[str]:
    name = offer(
        folder,
        "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 3 }]\n"
        f'[[proposed]]\neffective = 2026-04-01\nuplift = [{uplift}]\nsource = "a leak"\n',
    )
    return sections(run, name)["Said to follow, outside this offer"]


# The full-time week


def test_an_hour_of_a_shorter_week_is_worked_on_the_pay_of_its_place(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path, "week = 37\n[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 3 }, { new_week = 36 }]\n"
    )
    found = said(run, name)
    # 41,200 / 52.143 / 37 = 21.35499 and / 36 = 21.948
    assert "£41,200 a year is £21.35 an hour for 37 hours, £21.95 for 36." in found
    own = said(run, name, "--week", "35")
    assert "not for a full-time week of 35 hours: it is the week of 37 that changes" in own


def test_a_shorter_week_on_the_day_a_point_goes(run: Run, tmp_path: Path) -> None:
    day = "[[award]]\neffective = 2024-04-01\n"
    text = f'{day}uplift = [{{ move = {{ 1 = "2" }} }}]\n{day}uplift = [{{ new_week = 36 }}]\n'
    name = offer(tmp_path, f"week = 37\npoints = {{ 1 = 20000, 2 = 21000 }}\n{text}")
    found = said(run, name, "--point", "1")
    # 21,000 / 52.143 / 37 = 10.885 and / 36 = 11.187
    assert "£20,000 becomes £21,000 a year" in found
    assert "£21,000 a year is £10.88 an hour for 37 hours, £11.19 for 36." in found


# Points that go


def test_each_move_is_told_of_those_it_moves(run: Run, tmp_path: Path) -> None:
    day = "[[award]]\neffective = 2024-04-01\n"
    text = (
        f'{day}uplift = [{{ move = {{ 1 = "2" }} }}]\n{day}uplift = [{{ percent = 3 }}, {{ move = {{ 3 = "4" }} }}]\n'
    )
    name = offer(tmp_path, f"points = {{ 1 = 20000, 2 = 21000, 3 = 22000, 4 = 23000 }}\n{text}")
    found = said(run, name, "--point", "3")
    assert "those on 1 move to 2 not for point 4" in found
    # 23,000 x 0.03 = 690
    assert "- 3% £23,000 x 3% = £690 a year" in found
    assert "those on 3 move to 4 £22,000 becomes £23,000 a year" in found
    assert "Pay is then £23,690 a year: £1,690 (about 7.68%) more." in found


def test_a_point_that_is_new_with_the_award(run: Run, tmp_path: Path) -> None:
    uplift = 'uplift = [{ set = { "new 1" = 21000 } }, { move = { 1 = "new 1" } }]\n'
    name = offer(tmp_path, f"points = {{ 1 = 20000 }}\n[[award]]\neffective = 2024-04-01\n{uplift}")
    found = said(run, name, "--point", "1")
    assert "those on 1 move to new 1 the pay of point new 1 from then on" in found
    assert "Pay is then £21,000 a year: £1,000 (5%) more." in found


def test_what_comes_after_the_last_day_is_not_in_the_sum(run: Run, tmp_path: Path) -> None:
    first = "[[award]]\neffective = 2024-04-01\nuplift = [{ flat = 500 }]\n"
    then = '[[award]]\neffective = 2025-04-01\nuplift = [{ move = { 1 = "2" } }]\n'
    name = offer(tmp_path, f"until = 2025-03-31\npoints = {{ 1 = 20000, 2 = 20300 }}\n{first}{then}")
    found = said(run, name, "--point", "1")
    assert "From 1 April 2025, after the last day of the deal: - pay points that go: those on 1 move to 2" in found
    assert "By 31 March 2025, pay goes from £20,000 to £20,500 a year: £500 (2.5%) more." in found


def test_json_of_a_shorter_week(run: Run, tmp_path: Path) -> None:
    name = offer(tmp_path, "week = 37\n[[award]]\neffective = 2024-04-01\nuplift = [{ new_week = 36 }]\n")
    change = {"effective": "2024-04-01", "hours_before": 37, "hours_after": 36, "hourly_percent": 2.777778}
    assert json.loads(run("show", name, "--format", "json").out)["week_changes"] == [change]
    unsplit = offer(tmp_path, '[[award]]\neffective = "unstated"\nuplift = [{ percent = 8 }]\n', "unsplit")
    assert json.loads(run("show", unsplit, "--format", "json").out)["week_changes"] == []


def test_a_shorter_week_that_is_only_proposed(run: Run, tmp_path: Path) -> None:
    follows = (
        '[[proposed]]\neffective = 2025-04-01\nuplift = [{ percent = 2 }, { new_week = 35 }]\nsource = "a letter"\n'
    )
    name = offer(tmp_path, f"week = 37\n[[award]]\neffective = 2024-04-01\nuplift = [{{ new_week = 36 }}]\n{follows}")
    # 40,000 x 0.02 = 800; 36 / 35 = 1.02857; 40,800 / 52.143 / 36 = 21.735 and / 35 = 22.356
    assert "£40,000 x 2% = £800 a year, then 36 / 35 = 2.9% more for each hour: £40,800 a year is £21.74" in said(
        run, name
    )
