"""``payoffer show``: every part of an offer in plain words, each with the sum worked by hand."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from inline_snapshot import snapshot

from tests.conftest import Run

EVERY = Path(__file__).parents[1] / "fixtures" / "every_construct.toml"
BUNDLED = ("wales", "scotland", "england", "wales-2023-03", "scotland-2023-03")


@pytest.fixture
def every(tmp_path: Path) -> str:
    """Return a file that holds every construct once."""
    (tmp_path / "every.toml").write_text(EVERY.read_text(encoding="utf-8"), encoding="utf-8")
    return "every.toml"


def offer(folder: Path, text: str, name: str = "mine") -> str:
    (folder / f"{name}.toml").write_text(f'name = "Mine"\n{text}', encoding="utf-8")
    return name


def flat(text: str) -> str:
    """Return an answer as one line, to find sentences in it that were broken."""
    return " ".join(text.split())


def said(run: Run, *argv: str) -> str:
    answer = run("show", *argv)
    assert (answer.code, answer.err) == (0, "")
    return flat(answer.out)


def sections(run: Run, *argv: str) -> dict[str, list[str]]:
    """Return the lines under each title, at a width at which none is broken."""
    lines = run("show", *argv, columns=500).out.splitlines()
    titles = [number for number, line in enumerate(lines) if line and set(line) <= {"=", "-"}]
    ends = [*(number - 1 for number in titles[1:]), len(lines)]
    return {lines[at - 1]: lines[at + 1 : end] for at, end in zip(titles, ends, strict=True)}


# The layout


def test_the_layout(run: Run) -> None:
    assert run("show", "wales").out == snapshot("""\
Wales
=====
Offer of 8 February 2023, rejected.
From: Welsh Government
For: teachers in Wales
Covers: 1 September 2022 (its first rise) to 31 August 2023, 12 months.
Worked on: £40,000 a year, full-time, before 1 September 2022, £42,000 now. This
is an illustration: give your own pay with --salary.

Stays in pay for good (consolidated)
------------------------------------
From 1 September 2022, already being paid:
- 5%
  £40,000 x 5% = £2,000 a year
From 1 September 2022, backdated:
- 1.5% of the pay on the day before
  £40,000 x 1.5% = £600 a year
  Funding: full
Pay is then £42,600 a year: £2,600 (6.5%) more.
£42,000 of that is already being paid; £600 a year is new.

Paid once, not in later pay (one-off)
-------------------------------------
- 1.5% of a pay that is not named, for 1 September 2022 to 31 August 2023, not
  pensionable
  of pay before: £40,000 x 1.5% = £600
  of pay now: £42,000 x 1.5% = £630
  of pay after the rise: £42,600 x 1.5% = £639

What is not said
----------------
- 1.5% of what: £600 of pay before, £630 of pay now, £639 of pay after the rise.
- The last day: 12 months from 1 September 2022 are assumed.
- Not in the sources: the day on which the back pay and the one-off would have
  been paid.

Said to follow, outside this offer
----------------------------------
- From 1 September 2023: 3.5% (planning assumption, under review).
  £42,600 x 3.5% = £1,491 a year
Not counted here. To count it: payoffer compare wales --next wales=proposed

Is the headline true?
---------------------
- 3% adds a one-off of 1.5% to a new rise of 1.5%: the one-off is paid once and
  is not in later pay. Basic pay rises by 6.5% in all.

Notes (kept as notes, not valued)
---------------------------------
- The whole cost would have been met for 2022-23; how the consolidated 1.5%
  would be paid for in later years was left open.
- The one-off was to be of pay and allowances; no allowances are counted here.

Details
-------
- Other names: cymru and wales-2023-02.
- Group: teachers-wales (offers of one group are for the same people).
- Pay scales: wal-teacher.
- Pay points are rounded up to the next whole pound; any other salary is kept to
  the penny.

Sources
-------
- Written Statement: Teachers' pay offer, Welsh Government
  https://www.gov.wales/node/53078
- Written Statement: Teachers' Pay Award 2022, Welsh Government
  https://www.gov.wales/written-statement-teachers-pay-award-2022
- Nation.Cymru
  https://nation.cymru/news/wales-teachers-to-get-5-pay-rise-in-september-educat
  ion-minister-says/
- FE News
  https://www.fenews.co.uk/work-leadership/report-and-recommendations-from-the-i
  ndependent-welsh-pay-review-body/
- Edapt
  https://www.edapt.org.uk/support/knowledge-base/teacher-pay-in-wales/

Again: payoffer show wales
payoffer 0.1.0; offer: wales.toml (bundled)
""")


def test_the_layout_on_a_phone(run: Run) -> None:
    assert run("show", "scotland-2023-03", columns=40).out == snapshot("""\
Scotland, March 2023
====================
Offer of 3 March 2023, accepted.
From: Scottish Government and COSLA
For: teachers in Scotland
Covers: 1 April 2022 (its first rise) to
31 July 2024, 28 months.
Worked on: £40,000 a year, full-time,
before 1 April 2022. This is an
illustration: give your own pay with
--salary.

Stays in pay for good (consolidated)
------------------------------------
From 1 April 2022, backdated:
- 7% on pay up to £80,000
  £40,000 x 7% = £2,800 a year
- £5,600 a year on pay over £80,000
  not on £40,000
Pay is then £42,800 a year: £2,800 (7%)
more.
From 1 April 2023:
- 5% on pay up to £80,000
  £42,800 x 5% = £2,140 a year
- £4,000 a year on pay over £80,000
  not on £42,800
Pay is then £44,940 a year: £2,140 (5%)
more.
From 1 January 2024:
- 2% on pay up to £80,000
  £44,940 x 2% = £898.80 a year
- £1,600 a year on pay over £80,000
  not on £44,940
Pay is then £45,838.80 a year: £898.80
(2%) more.
In all, pay goes from £40,000 to
£45,838.80 a year: £5,838.80 (14.597%)
more.

Paid once, not in later pay (one-off)
-------------------------------------
No one-off is part of this offer.

What is not said
----------------
- Not in the sources: the day on which
  the back pay was to be paid.

Is the headline true?
---------------------
- 14.6% is the compounded rise (pay goes
  from £40,000 to £45,838.80, 14.597%
  more), rounded.

Details
-------
- Other names: alba-2023-03.
- Group: teachers-scotland (offers of
  one group are for the same people).
- Pay scales: sct-teacher-main.
- Pay points are rounded to the nearest
  multiple of £3; any other salary is
  kept to the penny.

Sources
-------
- Tes
  https://tes.com/magazine/news/general/
  new-scottish-teacher-pay-offer-details
  -released-strikes
- EIS
  https://www.eis.org.uk/new-pay-offer/s
  alariesconsideration
- EIS
  https://www.eis.org.uk/new-pay-offer/p
  aytables
- Historic pay offer for teachers
  https://www.wired-gov.net/wg/news.nsf/
  articles/historic+pay+offer+for+teache
  rs+06032023101500?open
- The Courier
  https://www.thecourier.co.uk/fp/educat
  ion/schools/4196494/school-strikes-sus
  pended-new-pay-offer/

Again: payoffer show scotland-2023-03
payoffer 0.1.0; offer:
  scotland-2023-03.toml (bundled)
""")


def test_the_layout_in_markdown(run: Run, tmp_path: Path) -> None:
    name = offer(
        tmp_path,
        'employer = "The council"\nheadline = "4%"\nnote = "a *new* grade"\n'
        '[[source]]\ntitle = "Letter"\nurl = "https://example.org/a_b"\n'
        "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 4 }, { minimum_rise = 1000 }]\n"
        "[[award]]\neffective = 2025-04-01\nuplift = [{ flat = 500 }]\n",
    )
    assert run("show", name, "--salary", "40000", "--format", "markdown").out == snapshot("""\
# Mine

Offer.  \n\
From: The council  \n\
Covers: 1 April 2024 (its first rise) to 31 March 2026, 24 months.  \n\
Worked on: £40,000 a year, full-time, before 1 April 2024.

## Stays in pay for good (consolidated)

From 1 April 2024:

- 4%
  - £40,000 x 4% = £1,600 a year
- with a rise of at least £1,000 a year
  - no difference: the rise is £1,600 a year

Pay is then £41,600 a year: £1,600 (4%) more.

From 1 April 2025:

- £500 a year
  - £41,600 + £500 = £42,100 a year

Pay is then £42,100 a year: £500 (about 1.2%) more.

In all, pay goes from £40,000 to £42,100 a year: £2,100 (5.25%) more.

## Paid once, not in later pay (one-off)

No one-off is part of this offer.

## What is not said

- The last day: 24 months from 1 April 2024 are assumed.

## Is the headline true?

- On £40,000, 4% is one of its rises, that of 1 April 2024. Basic pay rises by 5.25% in all. Part of the offer goes by pay, so another salary can give another percentage.

## Notes (kept as notes, not valued)

- A \\*new\\* grade.

## Sources

- Letter <https://example.org/a_b>

Again: payoffer show mine --salary 40000 --format markdown  \n\
payoffer 0.1.0; offer: mine.toml
""")  # noqa: E501


# Bundled offers, worked by hand


def test_wales_in_february(run: Run) -> None:
    found = said(run, "wales")
    assert "Offer of 8 February 2023, rejected." in found
    assert "From: Welsh Government For: teachers in Wales" in found
    assert "From 1 September 2022, already being paid: - 5% £40,000 x 5% = £2,000 a year" in found
    assert "From 1 September 2022, backdated: - 1.5% of the pay on the day before £40,000 x 1.5% = £600 a year" in found
    assert "Pay is then £42,600 a year: £2,600 (6.5%) more." in found
    assert "£42,000 of that is already being paid; £600 a year is new." in found
    assert "of pay before: £40,000 x 1.5% = £600" in found
    assert "of pay now: £42,000 x 1.5% = £630" in found
    assert "of pay after the rise: £42,600 x 1.5% = £639" in found
    assert "1.5% of what: £600 of pay before, £630 of pay now, £639 of pay after the rise." in found
    assert "The last day: 12 months from 1 September 2022 are assumed." in found
    # 42,600 x 0.035 = 1,491
    assert "From 1 September 2023: 3.5% (planning assumption, under review). £42,600 x 3.5% = £1,491 a year" in found
    assert "Not counted here. To count it: payoffer compare wales --next wales=proposed" in found
    assert "https://www.gov.wales/node/53078" in found


def test_the_top_of_the_welsh_scale_is_rounded_as_its_points_are(run: Run) -> None:
    # 42,333 x 1.065 = 45,084.645, published as £45,085
    found = said(run, "wales", "--point", "U3")
    assert "Worked on: £42,333 a year (point U3), full-time" in found
    assert "Pay is then £45,085 a year: £2,752 (about 6.5%) more, rounded as pay points are." in found
    # a typed salary keeps its pence: 42,333 x 1.065 = 45,084.645
    assert "Pay is then £45,084.65 a year" in said(run, "wales", "--salary", "42333")


def test_scotland_in_february(run: Run) -> None:
    found = said(run, "scotland", "--salary", "42336")
    # 42,336 x 0.06 = 2,540.16; 44,876.16 x 0.055 = 2,468.1888; published without rounding as £47,344
    assert "6% on pay up to £80,000 £42,336 x 6% = £2,540.16 a year" in found
    assert "£4,800 a year on pay over £80,000 not on £42,336" in found
    assert "£44,876.16 x 5.5% = £2,468.19 a year" in found
    assert "In all, pay goes from £42,336 to £47,344.35 a year" in found
    assert "What is not said ---------------- - Not in the sources: the day on which the back pay would" in found


def test_a_head_in_scotland_gets_the_flat_sums(run: Run) -> None:
    # 99,609 + 4,800 + 4,400 = 108,809, as printed at the time
    found = said(run, "scotland", "--salary", "99609")
    assert "£99,609 + £4,800 = £104,409 a year" in found
    assert "£104,409 + £4,400 = £108,809 a year" in found
    assert "6% on pay up to £80,000 not on £99,609" in found


def test_england_above_and_below_the_threshold(run: Run) -> None:
    found = said(run, "england")
    assert "Award, imposed. From: Department for Education For: teachers in England" in found
    assert "5% on pay from £36,961 £40,000 x 5% = £2,000 a year" in found
    assert "5% for UNQ4, 5% for UNQ5, 5% for UNQ6 needs a pay point: give it with --point" in found
    assert "Nothing here is new: all of it is already being paid." in found
    assert "No one-off is part of this offer." in found
    refused = said(run, "england", "--salary", "30000")
    assert "No worked numbers: on £30,000 the award of 1 September 2022 went by pay point (M1, M2" in refused
    assert "pay becomes £28,000 a year for M1, £29,800 for M2" in refused
    assert '"5%" cannot be checked without worked numbers.' in refused
    assert " x " not in refused


def test_a_pay_point_of_england(run: Run) -> None:
    found = said(run, "england", "--point", "M3")
    assert "£29,664 becomes £31,750 a year" in found
    assert "5% on pay from £36,961 not on £29,664" in found
    assert "5% for UNQ4, 5% for UNQ5, 5% for UNQ6 not for point M3" in found
    # 2,086 / 29,664 = 7.0321%
    assert "Pay is then £31,750 a year: £2,086 (about 7.03%) more." in found


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
        "RPI of February 2025 is 8.2%, 8.2 + 0.5 = 8.7%: £47,563.65 x 8.7% = £4,138.04 a year",
        "only if the local agreement is signed (not counted: --conditional counts it): - 1%",
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
        "Its sums are reckoned on a full-time week of 37 hours, and 52.143 weeks a year.",
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
    found = said(run, every)
    assert "No worked numbers: a rise follows RPI of February 2025, which is not known here: give" in found
    assert "the rise in RPI of February 2025 plus 0.5 points, at least 3% and at most 9%" in found
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
    assert "For: Wales Covers: 24 months; the file gives no dates." in found
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
        ('group = "local-government"', "local-government"),
        ('nation = "Wales"', "Wales"),
    ],
)
def test_for_whom_it_is(run: Run, tmp_path: Path, keys: str, people: str) -> None:
    assert f"Offer. For: {people} Covers:" in said(run, offer(tmp_path, f"{keys}\n{FOUR}"))


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
    assert "pay points that go: those on M1 move to M2 £25,000 becomes £27,800 a year" in found
    assert "- 3% it is in the pay of point M2" in found
    assert "Pay is then £27,800 a year: £2,800 (11.2%) more." in found
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
    ("{ flat = { A1 = 5, others = 7 } }", "£5 a year for A1, £7 for all others", "£40,000 + £7 = £40,007 a year"),
    (
        '{ index = "cpi", month = 2024-01-01, plus = -1, cap = 5 }',
        "the rise in CPI of January 2024 less 1 points, at most 5%",
        # 4.5 - 1 = 3.5
        "£40,000 x 3.5% = £1,400 a year",
    ),
    (
        '{ index = "cpi", month = 2024-01-01, of = "before" }',
        "the rise in CPI of January 2024 of the pay on the day before",
        "CPI of January 2024 is 4.5%: £40,000 x 4.5% = £1,800 a year",
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


@pytest.mark.parametrize("uplift", ['{ index = "rpi", month = 2026-01-01 }', "{ percent = { A1 = 3 } }"])
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


# Headlines


@pytest.mark.parametrize(
    ("argv", "sentences"),
    [
        (
            ("wales", "--headline", "8"),
            "8% adds a one-off of 1.5% to a rise of 6.5%: the one-off is paid once and is not in later pay.",
        ),
        (
            ("wales",),
            (
                "3% adds a one-off of 1.5% to a new rise of 1.5%: the one-off is paid once and is not in later pay. "
                "Basic pay rises by 6.5% in all."
            ),
        ),
        (
            ("wales", "--headline", "9%"),
            (
                "No way of adding up this offer gives 9%. The nearest is a rise of 6.5% and a one-off of 1.5% together "
                "(8%)."
            ),
        ),
        (
            ("scotland",),
            "11.5% is the percentages added up (6% + 5.5% = 11.5%). Basic pay rises by 11.83% in all.",
        ),
        (
            ("scotland", "--headline", "12"),
            (
                "12% is the percentages added up (6% + 5.5% = 11.5%), rounded. It is also the compounded rise "
                "(pay goes from £40,000 to £44,732, 11.83% more), rounded."
            ),
        ),
        (
            ("scotland-2023-03",),
            "14.6% is the compounded rise (pay goes from £40,000 to £45,838.80, 14.597% more), rounded.",
        ),
        (
            ("scotland-2023-03", "--headline", "5.525"),
            "5.525% is average pay in the second year against pay before that year. Basic pay rises by 14.597% in all.",
        ),
        (
            ("scotland-2023-03", "--headline", "6"),
            "6% is the percentages added up and shared out over 28 months, a year. Basic pay rises by 14.597% in all.",
        ),
        (("wales-2023-03",), "11.8% is the compounded rise (pay goes from £40,000 to £44,730, 11.825% more), rounded."),
        (
            ("wales-2023-03", "--headline", "6.5"),
            (
                "6.5% is the rise within the first year. It is also what is new added up, without what is already "
                "being paid. It is also a rise of 5.75% a year on average and a one-off of 0.75% a year on average "
                "together. Basic pay rises by 11.825% in all."
            ),
        ),
        (
            ("england",),
            (
                "On £40,000, 5% is the rise itself. Part of the offer goes by pay, so another salary can give another "
                "percentage."
            ),
        ),
        (
            ("england", "--point", "M3"),
            (
                "On £29,664, no way of adding up this offer gives 5%. The nearest is the rise (pay goes from £29,664 "
                "to £31,750, about 7.032% more). Part of the offer goes by pay, so another salary can give another "
                "percentage."
            ),
        ),
    ],
)
def test_a_headline_is_checked(run: Run, argv: tuple[str, ...], sentences: str) -> None:
    assert f"Is the headline true? --------------------- - {sentences} " in f"{said(run, *argv)} "


def test_the_same_headline_typed_and_in_the_file_is_checked_once(run: Run) -> None:
    assert len(sections(run, "scotland", "--headline", "11.5")["Is the headline true?"]) == 2  # the second is empty
    assert len(sections(run, "scotland", "--headline", "11")["Is the headline true?"]) == 3


def headlined(run: Run, folder: Path, headline: str, parts: str, *argv: str) -> list[str]:
    name = offer(folder, f"headline = {headline}\n{parts}")
    return [line for line in sections(run, name, *argv)["Is the headline true?"] if line]


FOUR = "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 4 }]\n"


def test_headlines_in_words(run: Run, tmp_path: Path) -> None:
    assert headlined(run, tmp_path, '["a fair offer", "4% (and more)", "3% to 4%"]', FOUR) == [
        '- "a fair offer" names no percentage, so it cannot be checked.',
        '- "4% (and more)": 4% is the rise itself.',
        (
            '- "3% to 4%": No way of adding up this offer gives 3%. The nearest is the rise itself (4%). '
            "4% is the rise itself."
        ),
    ]


def test_a_headline_rounded_in_every_way(run: Run, tmp_path: Path) -> None:
    parts = "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 12.35 }]\n"
    assert headlined(run, tmp_path, '["12.4%", "12.3%"]', parts) == [
        "- 12.4% is the rise itself (12.35%), rounded.",
        "- 12.3% is the rise itself (12.35%), rounded with a half going down.",
    ]
    parts = parts.replace("12.35", "12.39")
    assert headlined(run, tmp_path, '"12.3%"', parts) == [
        "- 12.3% is the rise itself (12.39%), cut off and not rounded."
    ]


def test_one_off_money_of_pounds_in_a_headline(run: Run, tmp_path: Path) -> None:
    parts = f"{FOUR}[[lump_sum]]\npay = [{{ flat = 1040 }}]\npaid = 2024-06-30\n"
    # 1,040 of 40,000 is 2.6, of 41,600 it is 2.5
    tail = "Part of the offer goes by pay, so another salary can give another percentage."
    once = "the one-off is paid once and is not in later pay."
    assert headlined(run, tmp_path, '["6.6%", "6.5%", "2.6%", "4%"]', parts) == [
        f"- On £40,000, 6.6% adds a one-off of 2.6% of pay before to a rise of 4%: {once} {tail}",
        f"- On £40,000, 6.5% adds a one-off of 2.5% of pay with the rise to a rise of 4%: {once} {tail}",
        (
            "- On £40,000, 2.6% is one-off money (2.6% of pay before): it is paid once and is not in later pay. "
            f"Basic pay rises by 4% in all. {tail}"
        ),
        f"- On £40,000, 4% is the rise itself. {tail}",
    ]
    # rounded to whole percents 4 + 2.6 and 4 + 2.5 are 7
    assert headlined(run, tmp_path, '"7%"', parts) == [
        f"- On £40,000, 7% adds a one-off of 2.6% of pay before to a rise of 4% (together 6.6%, rounded): {once} {tail}"
    ]


def test_one_off_money_in_more_than_one_way(run: Run, tmp_path: Path) -> None:
    parts = (
        "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 3 }]\n"
        "[[award]]\neffective = 2024-10-01\nuplift = [{ percent = 1 }]\n"
        "[[award]]\neffective = 2025-04-01\nuplift = [{ percent = 3 }]\n"
        "[[lump_sum]]\npay = [{ percent = 2 }]\npaid = 2024-06-30\n"
    )
    # the first year: 1.03 x 1.01 = 1.0403 at its end, (1.03 + 1.0403) / 2 = 1.03515 on average
    # in all 1.0403 x 1.03 = 1.071509
    assert headlined(run, tmp_path, '["6.03%", "5.515%", "5.5%"]', parts) == [
        (
            "- 6.03% adds a one-off of 2% to a rise of 4.03% in the first year: the one-off is paid once and is not in "
            "later pay. Basic pay rises by about 7.151% in all."
        ),
        (
            "- 5.515% adds a one-off of 2% to a rise of 3.515% in average pay in the first year: the one-off is paid "
            "once and is not in later pay. Basic pay rises by about 7.151% in all."
        ),
        (
            "- 5.5% adds a one-off of 2% to a rise of 3.515% in average pay in the first year (together 5.515%, "
            "rounded): the one-off is paid once and is not in later pay. Basic pay rises by about 7.151% in all."
        ),
    ]


def test_one_off_money_found_in_two_ways_is_warned_of_once(run: Run, tmp_path: Path) -> None:
    # 3.9 + 2 = 5.9 in the first year; (3.9 + 6.6) / 2 = 5.25 a year and 2 / 2 = 1 are 6.25; 1.039 x 1.066 = 1.107574
    parts = (
        "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 3.9 }]\n"
        "[[award]]\neffective = 2025-04-01\nuplift = [{ percent = 6.6 }]\n"
        "[[lump_sum]]\npay = [{ percent = 2 }]\npaid = 2024-06-30\n"
    )
    assert headlined(run, tmp_path, '"6%"', parts) == [
        (
            "- 6% is reached only with one-off money in it: a one-off of 1% a year on average on top of a rise of "
            "5.25% a year on average (together 6.25%, rounded); or a one-off of 2% on top of a rise of 3.9% in the "
            "first year (together 5.9%, rounded). A one-off is paid once and is not in later pay. Basic pay rises by "
            "about 10.757% in all."
        )
    ]


def test_an_offer_of_nothing_has_no_headline(run: Run, tmp_path: Path) -> None:
    parts = "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 0 }]\n"
    assert headlined(run, tmp_path, '"3%"', parts) == [
        "- Nothing in this offer is a percentage of pay, so nothing gives 3%."
    ]


@pytest.mark.parametrize("typed", ["nine", "0.08", "8,5"])
def test_a_headline_that_is_no_percentage_is_refused(run: Run, typed: str) -> None:
    answer = run("show", "wales", "--headline", typed)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("error: --headline: ")


# Whose pay, files, other forms


def test_an_illustration_is_called_one(run: Run) -> None:
    assert "This is an illustration: give your own pay with --salary." in said(run, "scotland")
    assert "illustration" not in said(run, "scotland", "--salary", "40000")


def test_pay_by_the_hour_is_turned_into_a_year(run: Run) -> None:
    # 20 x 37 x 52.143 = 38,585.82
    found = said(run, "scotland", "--salary", "20/hour", "--week", "37")
    assert "Pay: £20 an hour x 37 hours a week x 52.143 weeks a year = £38,585.82 a year." in found


def test_pay_now_is_taken_back_to_before_the_offer(run: Run) -> None:
    assert "Worked on: £40,000 a year, full-time, before 1 September 2022, £42,000 now." in said(
        run, "wales", "--salary", "42000", "--paid-now"
    )


def test_a_file_that_hides_a_bundled_offer_is_named(run: Run, tmp_path: Path) -> None:
    offer(tmp_path, FOUR, "wales")
    assert "The file wales.toml is used, not the bundled offer of that name." in said(run, "wales")


def test_what_is_proposed_can_be_counted_by_the_path_of_a_file(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a b"
    folder.mkdir()
    offer(folder, f'{FOUR}[[proposed]]\neffective = 2025-04-01\nuplift = [{{ percent = 2 }}]\nsource = "a leak"\n')
    assert 'payoffer compare "a b/mine.toml" --next proposed' in said(run, "a b/mine.toml")


def test_a_source_may_have_no_name_or_no_address(run: Run, tmp_path: Path) -> None:
    sources = '[[source]]\nurl = "https://example.org"\n[[source]]\ntitle = "The letter"\n'
    found = sections(run, offer(tmp_path, sources + FOUR))["Sources"]
    assert found[:2] == ["- https://example.org", "- The letter"]


def test_it_ends_with_the_command_that_makes_it_again(run: Run) -> None:
    lines = run("show", "wales", "-s", "41000").out.splitlines()
    assert lines[-2] == "Again: payoffer show wales -s 41000"
    assert re.fullmatch(r"payoffer [\d.]+; offer: wales.toml \(bundled\)", lines[-1])


def test_json_holds_the_figures_and_the_sentences(run: Run) -> None:
    document = json.loads(run("show", "wales", "--headline", "9", "--format", "json").out)
    assert document["rate_before"] == 40_000
    assert document["rate_in_payment"] == 42_000
    assert document["covers"] == {
        "from": "2022-09-01",
        "until": "2023-08-31",
        "months": 12,
        "start_assumed": True,
        "end_assumed": True,
    }
    assert document["consolidated"][1]["rate_after"] == [42_600, 42_600]
    assert document["one_off"][0]["one_off_cash"] == [600, 639]
    assert document["proposed"][0]["workings"] == ["£42,600 x 3.5% = £1,491 a year"]
    typed, filed = document["headlines"]
    assert typed["figures"][0]["nearest"]["percent"] == 8
    assert filed["figures"][0]["ways"][0] == {
        "way": "new_sum",
        "percent": 3,
        "rise_percent": 1.5,
        "one_off_percent": 1.5,
        "one_off_of": "own",
        "year": None,
        "day": None,
        "assumes": [],
        "by": "exact",
    }
    assert filed["text"].startswith("3% adds a one-off of 1.5% to a new rise of 1.5%")
    assert document["sources"][0]["url"] == "https://www.gov.wales/node/53078"


@pytest.mark.parametrize("effective", ['"unstated"', "2024-04-01"])
def test_json_of_an_offer_without_figures(run: Run, tmp_path: Path, effective: str) -> None:
    term = '{ index = "rpi", month = 2024-01-01 }'
    name = offer(tmp_path, f'headline = "5%"\n[[award]]\neffective = {effective}\nuplift = [{term}]\n')
    document = json.loads(run("show", name, "--format", "json").out)
    assert document["not_worked"]
    assert document["rate_before"] is None
    assert (document["covers"] is None) == (effective == '"unstated"')
    assert document["headlines"] == [
        {"said": "5%", "figures": [], "text": '"5%" cannot be checked without worked numbers.'}
    ]


def test_json_of_an_offer_without_dates(run: Run, tmp_path: Path) -> None:
    name = offer(tmp_path, "[[award]]\nyear = 1\nuplift = [{ percent = 4 }]\n")
    covers = json.loads(run("show", name, "--format", "json").out)["covers"]
    assert (covers["from"], covers["until"], covers["months"]) == (None, None, 12)


@pytest.mark.parametrize(("suffix", "start"), [("txt", "Wales\n====="), ("md", "# Wales"), ("json", "{")])
def test_a_file_is_written_whole_and_never_replaced(run: Run, tmp_path: Path, suffix: str, start: str) -> None:
    file = tmp_path / f"wales.{suffix}"
    assert run("show", "wales", "-o", str(file)) == (0, "", "")
    assert file.read_text(encoding="utf-8").startswith(start)
    refused = run("show", "wales", "-o", str(file))
    assert (refused.code, refused.out) == (1, "")
    assert "is there already" in refused.err
    assert run("show", "wales", "-o", str(file), "--force").code == 0


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (("nowhere",), 1, "there is no offer called"),
        (("wales", "--format", "message"), 2, "--format message is not known: write one of table, markdown, json"),
        (("wales", "--output", "wales.csv"), 2, "end its name in .txt, .md, .json"),
        (("wales", "--salary", "40000", "--point", "U3"), 2, "give one of them"),
    ],
)
def test_what_cannot_be_shown(run: Run, argv: tuple[str, ...], code: int, words: str) -> None:
    answer = run("show", *argv)
    assert (answer.code, answer.out) == (code, "")
    assert words in answer.err
    assert answer.err.count("\n") == 1


# Text that survives


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("name", BUNDLED)
def test_no_line_is_wider_than_the_terminal(run: Run, name: str, columns: int) -> None:
    answer = run("show", name, "--headline", "9", columns=columns)
    assert max(map(len, answer.out.splitlines())) <= columns


WELSH = "Tŷ'r Cymry"


@pytest.mark.parametrize(
    ("encoding", "name", "money"),
    [
        ("cp1252", "Ty'r Cymry", "£"),
        ("cp850", "Ty'r Cymry", "£"),
        ("ascii", "Ty'r Cymry", "GBP "),
        ("utf-8", WELSH, "£"),
    ],
)
def test_a_welsh_name_survives(run: Run, tmp_path: Path, encoding: str, name: str, money: str) -> None:
    text = f'name = "{WELSH}"\nheadline = "\u20134%\u2026"\nnote = "ŵ ☃"\n{FOUR}'
    (tmp_path / f"{WELSH}.toml").write_text(text, encoding="utf-8")
    answer = run("show", WELSH, columns=40, encoding=encoding)
    assert answer.code == 0
    assert answer.out.startswith(f"{name}\n==========\n")
    assert f"{money}40,000 x 4% = {money}1,600 a year" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 40


def test_markdown_shows_marks_as_they_are(run: Run, tmp_path: Path) -> None:
    parts = (
        'note = "5 * 3 | <b>"\n[[source]]\ntitle = "a_b"\nurl = "https://example.org/a b>c"\n[[source]]\ntitle = "t"\n'
    )
    out = run("show", offer(tmp_path, parts + FOUR), "--format", "markdown").out
    assert r"- 5 \* 3 \| \<b\>." in out
    assert r"- a\_b <https://example.org/a%20b%3Ec>" in out
    assert out.startswith("# Mine\n\nOffer.  \nCovers: ")


def test_every_worked_case_of_the_project_can_be_told(run: Run, tmp_path: Path) -> None:
    import tomllib  # noqa: PLC0415

    files = sorted((Path(__file__).parents[1] / "cases").glob("*.toml"))
    assert files
    for file in files:
        if file.stem == "sums-by-the-hour-without-a-week":
            continue  # it is refused before it can be told
        for name, document in tomllib.loads(file.read_text(encoding="utf-8")).get("offer", {}).items():
            tell(run, tmp_path, f"{file.stem}-{name}", document)


def tell(run: Run, folder: Path, name: str, document: dict[str, Any]) -> None:
    (folder / f"{name}.toml").write_text("\n".join(toml(document)), encoding="utf-8")
    index = ("--index", "rpi=8.2") if "rpi" in str(document) else ()
    for argv in ((name,), (name, "--conditional", *index)):
        answer = run("show", *argv, columns=60)
        assert answer.code == 0, answer.err
        assert max(map(len, answer.out.splitlines())) <= 60


def toml(document: dict[str, Any]) -> list[str]:
    """Write a document that tomllib has read."""
    return [f"{key} = {value_of(value)}" for key, value in document.items()]


def value_of(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {value_of(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(value_of, value))}]"
    return json.dumps(value) if isinstance(value, str | bool) else str(value)
