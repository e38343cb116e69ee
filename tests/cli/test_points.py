"""``payoffer points`` as a user meets it: its forms, its widths, and what it makes of mistakes."""

import csv
import io
import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from payoffer import __version__
from tests.conftest import Run
from tests.scaling import save_scale

FLAT = """
name = "Council pay offer"
group = "councils"
week = 37
until = 2024-03-31
points = { "1" = 20258, "2" = 20441, "43" = 49590 }
[[award]]
effective = 2023-04-01
uplift = [{ flat = 1925 }, { move = { "1" = "2" } }]
"""
SCALE = 'point,annual_gbp\nA1,20100\nA2,"£50,000"\n'


def test_the_screen(run: Run) -> None:
    answer = run("points", "scotland", "--inflation", "10.1")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.replace(__version__, "VERSION") == snapshot("""\
One pay offer, at all 6 points of sct-teacher-main
Prices: 10.1% up to the first rise, 10.1% again up to the second (your figure)

  By April 2023 basic pay rises at all 6 points, by £3,324 a year (point 0) to
  £5,010 (point 5), £277 to £418 a month. In per cent that is 11.8% at every
  point. With prices rising 10.1% before each rise, no point keeps up: at the
  end basic pay would buy 7.7% to 7.8% less than before.

Scotland (rejected, Feb 2023), 1 Apr 2022 to 31 Mar 2024

                    Apr            Apr                    a     in
Point   Before     2022  rise     2023  rise  a year  month    all       buys
-----  -------  -------  ----  -------  ----  ------  -----  -----  ---------
0      £28,113  £29,799  6.0%  £31,437  5.5%  £3,324   £277  11.8%  7.8% less
1      £33,729  £35,754  6.0%  £37,719  5.5%  £3,990   £333  11.8%  7.7% less
2      £35,643  £37,782  6.0%  £39,861  5.5%  £4,218   £352  11.8%  7.7% less
3      £37,713  £39,975  6.0%  £42,174  5.5%  £4,461   £372  11.8%  7.7% less
4      £40,107  £42,513  6.0%  £44,850  5.5%  £4,743   £395  11.8%  7.7% less
5      £42,336  £44,877  6.0%  £47,346  5.5%  £5,010   £418  11.8%  7.7% less

Full-time basic pay a year before tax, from each day named; the rise a year and
a month is against before.
In all: compounded, one-offs not in it; buys: what basic pay buys at the end.
Scotland: pay before it is that of sct-teacher-main from 1 January 2022.
Scotland: not known here: the day on which the back pay would have been paid.
Scotland: not tested against the legal minimum wage, as the hours of the
full-time week are not known here: add them with --week, such as --week 37.

Again: payoffer points scotland --inflation 10.1
payoffer VERSION; prices: your figure; offers: scotland.toml (bundled)
Scale: sct-teacher-main.csv (bundled)
Sources: payoffer show scotland
""")


def test_two_offers(run: Run) -> None:
    """Hand-worked in tests/test_scale.py."""
    out = run("points", "scotland", "scotland-2023-03").out
    assert "the offer of March 2023 adds more at all 6\n  points, by £587 to £880." in out
    assert "0      £28,113             £5,010             £5,597  Scotland Mar 2023  £587" in out
    assert "Extra pay over the 24 months both cover" in out


def test_offers_on_two_scales(run: Run) -> None:
    out = " ".join(run("points", "wales", "scotland").out.split())
    assert "are not paired" in out
    assert "payoffer compare wales scotland --salary 40000" in out


def test_an_offer_file_of_ones_own_with_its_points(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(FLAT, encoding="utf-8")
    out = run("points", "ours.toml").out
    assert "at all 3 points of ours.toml" in out
    assert "1      £20,258   £22,366  £2,108     £176   10.4%" in out


def test_a_scale_in_a_file(run: Run, tmp_path: Path) -> None:
    """20,100 x 1.06 = 21,306, 7,102 threes; 50,000 x 1.06 = 53,000, nearest to 17,667 threes, 53,001."""
    name = save_scale(tmp_path, SCALE)
    answer = run("points", "scotland", "--scale", name, "--months", "12")
    assert "A1     £20,100   £21,306" in answer.out
    assert "A2     £50,000   £53,001" in answer.out
    assert "Scale: ours.csv" in answer.out


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize(
    "words",
    [
        ("scotland",),
        ("wales", "england", "--scale", "england=eng-teacher-roe", "-i", "10.1", "-i", "4%,3%"),
        ("scotland", "scotland-2023-03", "scotland-2021", "scotland-2024", "--align", "years", "-i", "10"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_no_line_is_wider_than_the_terminal(run: Run, words: tuple[str, ...], columns: int, encoding: str) -> None:
    answer = run("points", *words, columns=columns, encoding=encoding)
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= columns


def test_a_message_has_no_table_and_fits_a_phone(run: Run) -> None:
    out = run("points", "scotland", "scotland-2023-03", "-i", "10.1", "--format", "message").out
    assert len(out) < 900
    assert out.startswith("*Two pay offers, at all 6 points of sct-teacher-main*\n\nOver the 24 months both cover")
    assert out.endswith("payoffer points scotland scotland-2023-03 -i 10.1 --format message\n")
    assert "---" not in out


def test_a_message_that_would_be_too_long_leaves_out_the_same_of_every_offer(run: Run) -> None:
    words = ("scotland", "scotland-2023-03", "scotland-2021", "scotland-2024", "--align", "years", "-i", "10")
    out = run("points", *words, "-f", "message").out
    assert len(out) < 4 * 450
    assert out.count("basic pay rises at all 6 points") == 4
    assert out.count("With prices rising") == 4
    assert "In per cent" not in out
    long = run("points", *words, "-i", "5", "-i", "6", "-f", "message")
    assert (long.out.count("basic pay rises"), long.out.count("With prices")) == (4, 12)
    assert all(part.endswith((".", "*", "message")) for part in out.strip().split("\n\n"))


def test_a_message_keeps_what_has_to_be_known_of_its_figures(run: Run) -> None:
    out = run("points", "scotland", "--scale", "wal-teacher", "-f", "message").out
    assert "Scotland: wal-teacher is not a scale that the offer names: it is put on it" in out


def test_markdown(run: Run) -> None:
    out = run("points", "scotland", "--format", "markdown").out
    assert "| Point   |   Before |   Apr 2022 |" in out
    assert "\n**Scotland (rejected, Feb 2023), 1 Apr 2022 to 31 Mar 2024**\n" in out
    assert "\n- Full-time basic pay a year before tax" in out


def test_json_and_csv(run: Run) -> None:
    answer = json.loads(run("points", "scotland", "-f", "json").out)
    assert answer["command"] == "payoffer points scotland -f json"
    assert [point["after"] for point in answer["points"]] == [31437, 37719, 39861, 42174, 44850, 47346]
    rows = list(csv.DictReader(io.StringIO(run("points", "scotland", "-f", "csv").out)))
    assert [row["point"] for row in rows] == ["0", "1", "2", "3", "4", "5"]


def test_the_answer_goes_into_a_file(run: Run, tmp_path: Path) -> None:
    assert run("points", "scotland", "--output", "out.csv").out == ""
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfoffer,scale,point")
    assert run("points", "scotland", "-o", "out.csv").code == 1
    assert run("points", "scotland", "-o", "out.csv", "--force").code == 0


def test_next_steps_are_said_on_a_terminal(run: Run) -> None:
    answer = run("points", "scotland", terminal=True)
    assert answer.err == "\nOne point: payoffer compare scotland --point 0   To share: --format message\n"
    assert run("points", "scotland", "-f", "json", terminal=True).err == ""
    by_area = run("points", "england", "--scale", "eng-teacher-inner", terminal=True).err
    assert 'payoffer compare england --point "UNQ1 (inner London)"' in " ".join(by_area.split())


def test_what_is_typed_beside_a_dated_offer_stands_on_its_scale(run: Run) -> None:
    """3.2% of 23,656 is 756.99, to the pound 757; 3% is 709.68."""
    out = " ".join(run("points", "councils-2025", "3%").out.split())
    assert "Two pay offers, at the 31 points known here of ewni-njc" in out
    assert "2 £23,656 £757 £710 Councils 2025 £47" in out


def test_what_is_typed_alone_has_to_name_the_day_whose_pay_it_starts_from(run: Run) -> None:
    answer = run("points", "3%", "--scale", "ewni-njc")
    assert (answer.code, answer.out) == (2, "")
    assert " ".join(answer.err.split()) == (
        "error: 3% names no day, and ewni-njc has pay from 1 April 2021, 1 April 2022, 1 April 2023, 1 April 2024: say "
        'from which day the offer counts, as in "5% from 2024-04-01", to start from the pay before it'
    )
    out = " ".join(run("points", "3% from 2024-04-01", "--scale", "ewni-njc").out.split())
    assert "pay before it is that of ewni-njc from 1 April 2023" in out


def test_the_remedy_for_one_of_several_offers_names_it(run: Run) -> None:
    err = " ".join(run("points", "england", "wales", "5%").err.split())
    assert err.endswith("add --scale england=eng-teacher-roe or --scale england=eng-teacher-inner")


def test_the_scale_that_was_read_is_not_written_over(run: Run, tmp_path: Path) -> None:
    name = save_scale(tmp_path, SCALE)
    answer = run("points", "wales", "--scale", name, "-o", name, "--force")
    assert (answer.code, answer.err) == (
        1,
        "error: ours.csv is the file that the answer is made from: give another name\n",
    )
    assert (tmp_path / name).read_text(encoding="utf-8") == SCALE


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("england",), 2, "England belongs to several pay scales: add --scale eng-teacher-roe or --scale eng-teacher-"),
        (("wales", "--scale", "wal"), 1, 'there is no pay scale called "wal": did you mean wal-teacher?'),
        (("wales", "--scale", "nothere.csv"), 1, "there is no file nothere.csv: check the name"),
        (("wales", "--scale", "scotland=wal-teacher"), 2, '--scale names "scotland", which is not among the offers'),
        (("5%",), 2, "5% names no pay scale: add --scale with the name of one"),
        (
            ("wales", "--salary", "40000"),
            2,
            "payoffer points takes no --salary: payoffer compare, payoffer show, payoffer",
        ),
        (
            ("wales", "--point", "U3"),
            2,
            "payoffer points takes no --point: payoffer compare, payoffer show, payoffer",
        ),
        (
            ("wales", "scotland", "england", "wales-2022", "scotland-2021"),
            2,
            "5 offers are too many to put side by side: name one",
        ),
        (("walse",), 1, 'there is no offer called "walse": did you mean'),
        ((), 2, "nothing is named after payoffer points: write for example payoffer points scotland scotland-2023-03"),
    ],
)
def test_mistakes_end_in_one_sentence(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    answer = run("points", *words)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith("error: ")
    assert answer.err.count("\n") == 1
    assert said in answer.err


def test_every_mistake_of_a_scale_file_is_told_on_a_line_of_its_own(run: Run, tmp_path: Path) -> None:
    name = save_scale(tmp_path, "point,annual_gbp\nA1,abc\nA1,20000\n")
    answer = run("points", "scotland", "--scale", name)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "error: ours.csv, line 2: annual_gbp: abc is not a plain number: write 25714 or £25,714\n"
        "error: ours.csv, line 3: pay point A1 stands on line 2 already: keep one of the two\n"
    )


def test_other_commands_say_which_one_takes_an_option(run: Run) -> None:
    err = run("show", "wales", "--months", "3").err
    takers = "payoffer compare, payoffer points, payoffer payback and payoffer takehome"
    assert err == f"error: payoffer show takes no --months: {takers} take it\n"
    assert run("list", "--working").err == "error: payoffer list takes no --working: payoffer compare takes it\n"


EDGE = """
name = "Teachers"
nation = "England"
until = 2026-03-31
points = { A = 73000, B = 73500, D = 73000 }
[[award]]
effective = 2025-04-01
uplift = [{ percent = { D = 3, others = 1 } }]
"""
"""The teacher at the edge of a tier of tests/report/test_points_takehome.py: B ends on 109.956 a year less."""
HOME = ("edge.toml", "--take-home", "--pension", "tps")


def test_take_home_pay_at_each_point(run: Run, tmp_path: Path) -> None:
    (tmp_path / "edge.toml").write_text(EDGE)
    out = run("points", *HOME).out
    [row] = [line.split() for line in out.splitlines() if line.startswith("B ")]
    assert row == ["B", "£73,500", "£74,235", "£735", "£61", "1.0%", "£9", "less", "(a)"]
    told = " ".join(out.split())
    assert "(a) At points B and D the rise crosses a pension limit (first in April 2025): from £73,769" in told
    assert "Teachers: income tax of England, Teachers' Pension Scheme." in told
    assert "| B " in run("points", *HOME, "--format", "markdown").out
    assert "£9 less (a) |" in run("points", *HOME, "--format", "markdown").out
    assert "at points B and D the rise crosses a pension limit" in run("points", *HOME, "--format", "message").out


def test_take_home_pay_at_a_point_is_that_of_takehome(run: Run, tmp_path: Path) -> None:
    (tmp_path / "edge.toml").write_text(EDGE.replace(", D = 73000", "").replace("{ D = 3, others = 1 }", "1"))
    points = json.loads(run("points", *HOME, "--format", "json").out)["points"]
    for point, salary in zip(points, ("73000", "73500"), strict=True):
        alone = run("takehome", salary, "edge.toml", "--pension", "tps", "--format", "json")
        [reading] = json.loads(alone.out)["offers"][0]["readings"]
        assert point["take_home"] == reading["years"]


def test_take_home_pay_as_csv(run: Run, tmp_path: Path) -> None:
    (tmp_path / "edge.toml").write_text(EDGE)
    first, second, _ = csv.DictReader(io.StringIO(run("points", *HOME, "--format", "csv", "--student-loan", "2").out))
    # with Plan 2, 9% of 735 more is taken: 109.956 + 66.15
    assert second["net_more (year 1)"] == "-176.11"
    assert second["pension_limits_crossed (year 1)"] == "73769"
    assert second["loss (year 1)"] == "486.87"
    # 9% of the gap is the loan's too: 51.04% - 9% = 42.04% of each pound: 486.88 / 0.4204 = 1,158.1 pounds on
    assert second["better_off_from (year 1)"] == "74928"
    assert first["pension_limits_crossed (year 1)"] == ""
    assert not any("net_more" in name for name in run("points", "edge.toml", "--format", "csv").out.split(","))


def test_the_rules_of_take_home_pay_are_said_where_they_are_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "edge.toml").write_text(EDGE)
    out = run("points", *HOME, "--nation", "scotland", "--tax-year", "2025-26").out
    assert "It is a scheme of England and Wales; the income tax is that of Scotland." in " ".join(out.split())
    for words in (["--pension", "tps"], ["--nation", "wales"], ["--student-loan", "2"], ["--category", "A"]):
        answer = run("points", "edge.toml", *words)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == f"error: {words[0]} is about take-home pay: add --take-home, or leave it out\n"
    late = run("points", "edge.toml", "--tax-year", "2025-26")
    assert "--tax-year is about take-home pay" in late.err


def test_a_table_that_is_not_known_is_named_with_the_way_out(run: Run) -> None:
    answer = run("points", "scotland", "--take-home", "--pension", "stps")
    assert (answer.code, answer.out) == (1, "")
    assert "give the rate on your payslip: --pension scotland=9.7%" in answer.err
