"""``payoffer show``: an offer in plain words, on every screen and in every form, with sums worked by hand."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from inline_snapshot import snapshot

from tests.conftest import Run
from tests.telling import FOUR, offer, said, sections

BUNDLED = ("wales", "scotland", "england", "wales-2023-03", "scotland-2023-03")


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
- A day on strike costs 1/365 of a year's pay (Burgundy Book, section 3,
  paragraph 3.2).

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
- In short, to change and try: "7% on
  pay up to £80,000 from April 2022 +
  £5,600 on pay over £80,000, 5% on pay
  up to £80,000 from April 2023 + £4,000
  on pay over £80,000, 2% on pay up to
  £80,000 from January 2024 + £1,600 on
  pay over £80,000, until 31 July 2024".

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

## Details

- In short, to change and try: "4% min £1,000 from April 2024, £500 from April 2025".

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
    assert "Worked on: £42,333 a year at point U3, full-time" in found
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
    assert "5% for UNQ4, UNQ5 and UNQ6, only on pay under £36,961 not on £40,000" in found
    assert "Nothing here is new: all of it is already being paid." in found
    assert "No one-off is part of this offer." in found
    refused = said(run, "england", "--salary", "30000")
    assert "No worked numbers: on £30,000 the award of 1 September 2022 went by pay point (M1, M2" in refused
    assert "pay becomes £28,000 a year for M1, £29,800 for M2" in refused
    assert '"5%" cannot be checked without worked numbers.' in refused
    assert " x " not in refused


def test_a_pay_point_of_england(run: Run) -> None:
    found = said(run, "england", "--point", "rest:M3")
    assert "£29,664 becomes £31,750 a year" in found
    assert "5% on pay from £36,961 not on £29,664" in found
    assert "5% for UNQ4, UNQ5 and UNQ6, only on pay under £36,961 not for point M3" in found
    # 2,086 / 29,664 = 7.0321%
    assert "Pay is then £31,750 a year: £2,086 (about 7.03%) more." in found


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
    term = '{ index = "rpi", month = 2044-01-01 }'
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


# As a file


def test_as_a_file_it_can_be_edited_and_checked(run: Run, tmp_path: Path) -> None:
    answer = run("show", "wales", "--format", "toml")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(
        '# Written from wales.toml (bundled), without the remarks that stand in it.\n\nname       = "Wales"\n'
    )
    assert run("show", "wales", "--output", "mine.toml").out == ""
    assert (tmp_path / "mine.toml").read_text(encoding="utf-8") == answer.out
    assert run("check", "mine.toml").code == 0
    mine, theirs = (json.loads(run("show", name, "-f", "json").out) for name in ("mine.toml", "wales"))
    assert mine["consolidated"] == theirs["consolidated"]
    assert mine["sources"] == theirs["sources"]


def test_a_file_is_not_replaced(run: Run) -> None:
    assert run("show", "wales", "-o", "mine.toml").code == 0
    assert "is there already" in run("show", "scotland", "-o", "mine.toml").err
    assert run("show", "scotland", "-o", "mine.toml", "--force").code == 0
    assert "is not the place for --format toml" in run("show", "wales", "-f", "toml", "-o", "wales.json").err


@pytest.mark.parametrize(
    "option",
    [
        ("--headline", "8"),
        ("--salary", "40000"),
        ("--paid-now",),
        ("--point", "M6"),
        ("--week", "37"),
        ("--index", "rpi=4"),
        ("--conditional",),
    ],
)
def test_a_file_has_no_place_for_pay(run: Run, option: tuple[str, ...]) -> None:
    answer = run("show", "wales", "-f", "toml", *option)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        f"error: --format toml writes the offer as a file, whoever's pay it is: leave {option[0]} out\n"
    )


def test_compare_makes_no_file_of_an_offer(run: Run) -> None:
    assert "write one of table, message" in run("compare", "wales", "--format", "toml").err
