"""``payoffer restore``: what pay has lost since a month, in every form, and what it asks for."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Run

U3 = ("restore", "36756", "43685", "--from", "2010-09", "--to", "2022-09")


def said(run: Run, *argv: str) -> str:
    """Return an answer as one line."""
    answer = run(*argv)
    assert answer.code == 0, answer.err
    return " ".join(answer.out.split())


def put(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_the_upper_scale_since_2010(run: Run) -> None:
    """36,756 x 347.6 / 225.3 = 56,708.32; 43,685 over it is 23.0% less, 13,023.32 short; 365 x 0.2297 = 83.8 days."""
    found = said(run, *U3, "--inflation", "rpi")
    assert "Pay of £36,756 a year in September 2010 and £43,685 in September 2022" in found
    assert "The RPI rose 54.3% over the 12 years; pay rose 18.9%." in found
    assert "So pay buys 23.0% less than in September 2010." in found
    assert "Pay is £13,023 a year short of having kept up: 84 days' pay a year (365-day year)." in found
    assert "To catch up it would have to rise by 29.8%, to £56,708." in found
    assert "RPI from the index: 225.3 in September 2010, 347.6 in September 2022." in found
    assert "Another base month gives another loss" in found
    assert "RPI: ONS CHAW, Jan 1987=100; to July 2026 (released 19 August 2026, read November 2026" in found
    assert "nothing" not in found
    assert "points behind" not in found


def test_several_indices_stand_side_by_side(run: Run) -> None:
    lines = run(*U3, "-i", "rpi", "-i", "cpi", "-i", "3").out.splitlines()
    heading = next(line for line in lines if line.split() == ["RPI", "CPI", "3%"])
    assert heading
    assert "Prices: 3%: a rate a year, compounded over the 12 years (your figure)." in " ".join(lines)
    assert "prices: RPI, CPI and your figure" in " ".join(lines)
    found = json.loads(run(*U3, "-i", "rpi", "-i", "cpi", "-f", "json").out)
    assert [block["inflation"]["name"] for block in found["by_inflation"]] == ["RPI", "CPI"]
    assert found["real_change_percent"] == found["by_inflation"][0]["real_change_percent"] == -22.965455


def test_the_figures_as_data(run: Run) -> None:
    found = json.loads(
        run("restore", "30,000", "£31.5k", "--from", "9/2021", "--to", "Sep 2022", "-i", "10", "-f", "json").out
    )
    assert {key: found[key] for key in (
        "then", "now", "from", "to", "months", "pay_change_percent", "prices_change_percent", "real_change_percent",
        "points_behind", "catch_up_percent", "inflation_proofed", "shortfall_rate", "days_a_year",
    )} == {
        "then": 30000, "now": 31500, "from": "2021-09", "to": "2022-09", "months": 12, "pay_change_percent": 5,
        "prices_change_percent": 10, "real_change_percent": -4.545455, "points_behind": 5, "catch_up_percent": 4.761905,
        "inflation_proofed": 33000, "shortfall_rate": 1500, "days_a_year": 16.590909,
    }  # fmt: skip
    assert "by_inflation" not in found


def test_points_behind_over_a_short_time(run: Run) -> None:
    found = said(run, "restore", "30000", "31500", "--from", "2021-09", "--to", "2022-09", "-i", "10")
    assert "percentage points behind 5.0" in found
    assert "over the year; pay rose 5.0%" in found
    assert "compounded over the year" in found


def test_twelve_months_quote_the_published_rate(run: Run) -> None:
    found = said(run, "restore", "40000", "42600", "--from", "2022-01", "--to", "2023-01", "-i", "cpi")
    assert (
        "CPI from the index: 114.9 in January 2022, 126.4 in January 2023; published twelve-month rate 10.1%." in found
    )
    assert "The CPI rose 10.0%" in found


def test_a_time_that_is_no_whole_years(run: Run) -> None:
    found = said(run, "restore", "30000", "31500", "--from", "2021-09", "--to", "2023-03", "-i", "10")
    assert "Prices at 10% a year rose 15.4% over the 18 months; pay rose 5.0%." in found  # 1.1 ^ 1.5


def test_published_rates_multiplied(run: Run) -> None:
    """Two years: 4.9% from the index and 12.6% published, 1.049 x 1.126 - 1 = 18.1%; the index gives 347.6 / 294.3."""
    words = ("restore", "40000", "42600", "--from", "2020-09", "--to", "2022-09", "-i", "rpi")
    found = said(run, *words, "--rates")
    assert "The RPI rose 18.1%" in found
    assert "RPI: the published rates of September, 2021 to 2022, multiplied: 4.9%*, 12.6%." in found
    assert "* from the index, rounded to 0.1, as the publisher of the RPI makes it." in found
    data = json.loads(run(*words, "--rates", "-f", "json").out)
    assert data["inflation"]["published"] == [{"percent": 4.9, "how": "derived"}, {"percent": 12.6, "how": "published"}]
    assert data["prices_change_percent"] == 18.1174
    cpi = said(run, *words[:-1], "cpi", "--rates")
    assert "multiplied: 3.1%, 10.1%." in cpi
    assert "* " not in cpi


def test_a_forecast_is_told(run: Run) -> None:
    words = ("restore", "40000", "42600", "--from", "2025-09", "--to", "2026-09", "-i", "cpi")
    assert "and September 2026 is needed: add a rate a year such as --forecast 3" in run(*words).err
    found = said(run, *words, "--forecast", "3")
    assert "in September 2026 (forecast); published" not in found
    assert "139.3 in September 2025, 144.0 in September 2026 (forecast)" in found
    assert "forecast from September 2026: your forecast of 3% a year" in found
    assert json.loads(run(*words, "--forecast", "3", "-f", "json").out)["inflation"]["forecast_from"] == "2026-09"
    rates = said(run, *words, "--forecast", "3", "--rates")
    assert "CPI: the last of them are a forecast." in rates


PATH = "month,annual_gbp\n2020-09,40000\n2021-09,41000\n2022-09,42000\n"


def test_year_by_year(run: Run) -> None:
    """Prices 10% a year: 40,000 and 40,000; 41,000 and 44,000, a gap of 3,000, in the last month's pounds 3,300."""
    put("pay.csv", PATH)
    found = said(run, "restore", "--path", "pay.csv", "-i", "10")
    assert "Pay of £40,000 a year in September 2020 and £42,000 in September 2022" in found
    assert "Year by year: pay against pay that had kept up to the month in which each year starts" in found
    assert "Sep 2020 to Aug 2021 £40,000 £40,000 the same £0 £0" in found
    assert "Sep 2021 to Aug 2022 £41,000 £44,000 6.8% less £3,000 £3,300" in found
    assert "all of it £3,000 £3,300" in found
    assert "two sums, not to be mixed. They go up to the end of August 2022" in found
    data = json.loads(run("restore", "--path", "pay.csv", "-i", "10", "-f", "json").out)
    assert (data["gaps_in_own_pounds"], data["gaps_in_todays_pounds"]) == (3000, 3300)
    assert [year["from"] for year in data["years"]] == ["2020-09", "2021-09"]
    assert data["years"][1] == {
        "from": "2021-09", "months": 12, "pay": 41000, "kept_up": 44000, "real_change_percent": -6.818182,
        "gap_in_own_pounds": 3000, "gap_in_todays_pounds": 3300,
    }  # fmt: skip
    two = said(run, "restore", "--path", "pay.csv", "-i", "10", "-i", "cpi", "--from", "2021-09")
    assert "Year by year, 10%:" in two
    assert "Year by year, CPI:" in two
    assert "Pay of £41,000 a year in September 2021" in two


def test_year_by_year_of_a_pay_point(run: Run) -> None:
    found = said(run, "restore", "--scale", "sct-teacher-main", "--point", "5", "-i", "cpi", "--to", "2023-04")
    assert "Year by year" in found
    assert "a year in April 2020" in found


def test_pay_that_kept_up_and_pay_that_is_ahead(run: Run) -> None:
    words = ("--from", "2021-09", "--to", "2022-09", "-i", "10")
    level = said(run, "restore", "10000", "11000", *words)
    assert "So pay buys the same as in September 2021." in level
    assert "short of it, a year kept up rise to catch up none days' pay a year (of 365) none" in level
    over = said(run, "restore", "10000", "12000", *words)
    assert "So pay buys 9.1% more than in September 2021." in over
    assert "short of it, a year £1,000 over" in over
    flat = said(run, "restore", "10000", "10000", "--from", "2021-09", "--to", "2022-09", "-i", "-1")
    assert "fell 1.0% over the year; pay did not change." in flat


def test_against_average_earnings(run: Run) -> None:
    found = said(run, *U3, "-i", "awe")
    assert "Average earnings rose" in found
    assert "So pay is worth" in found
    assert "against them." in found


def test_pay_that_fell_is_asked_about(run: Run) -> None:
    found = said(run, "restore", "42600", "40000", "--from", "2021-09", "--to", "2022-09", "-i", "cpi")
    assert "Pay fell from £42,600 to £40,000 in pounds: were the two meant the other way round?" in found
    assert "pay fell 6.1%" in found


def test_a_message_markdown_and_csv(run: Run, tmp_path: Path) -> None:
    put("pay.csv", PATH)
    message = run("restore", "--path", "pay.csv", "-i", "rpi", "-f", "message").out
    assert message.startswith("*Pay since September 2020*: £40,000 a year then, £42,000 in September 2022.\n")
    assert "RPI: ONS CHAW, Jan 1987=100, to Jul 2026, read Nov 2026, OGL v3.0" in message
    assert message.endswith("payoffer restore --path pay.csv -i rpi -f message\n")
    markdown = run("restore", "--path", "pay.csv", "-i", "rpi", "-f", "markdown").out
    assert "| rise in pay" in markdown
    assert "| Sep 2020 to Aug 2021" in markdown
    assert run("restore", "--path", "pay.csv", "-i", "rpi", "-o", "out.csv").code == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))))
    assert next(row for row in rows if row["figure"] == "source")["value"].startswith("RPI: ONS CHAW")
    assert {"prices": "RPI", "year": "2021-09", "figure": "pay", "value": "41000.00"} in rows
    # 40,000 x 347.6 / 294.3 - 42,000
    assert {"prices": "RPI", "year": "", "figure": "shortfall_rate", "value": "5244.31"} in rows


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_no_line_is_wider_than_the_screen(run: Run, columns: int, encoding: str) -> None:
    put("pay.csv", PATH)
    for words in ((*U3, "-i", "rpi", "-i", "cpi", "-i", "cpih"), ("restore", "--path", "pay.csv", "-i", "rpi")):
        answer = run(*words, columns=columns, encoding=encoding)
        assert answer.code == 0
        assert max(map(len, answer.out.splitlines())) <= columns
        assert ("£" in answer.out) == (encoding != "ascii")
        assert ("GBP " in answer.out) == (encoding == "ascii")


@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        ("36756 43685 --from 2010-09 --to 2022-09", 2, "no index is taken for granted, since which one to use is the"),
        ("36756 43685 --to 2022-09 -i rpi", 2, "the month of the first figure is not given: add --from"),
        ("36756 43685 --from 2022-09 -i rpi", 2, "the month of the second figure is not given: add --to"),
        ("36756 43685 --from 2022-09 --to 2010-09 -i rpi", 2, "is not before --to September 2010: the other"),
        ("36756 43685 --from 2022-09 --to 2022-09 -i rpi", 2, "is not before --to September 2022: two"),
        ("36756 --from 2010-09 --to 2022-09 -i rpi", 2, "two figures of pay are needed, then and now"),
        ("--from 2010-09 --to 2022-09 -i rpi", 2, "two figures of pay are needed"),
        ("0 43685 --from 2010-09 --to 2022-09 -i rpi", 2, "pay is above 0: write it as 36756"),
        ("x 43685 --from 2010-09 --to 2022-09 -i rpi", 2, "THEN: x is not a plain number"),
        ("1 2 --path pay.csv -i rpi", 2, "each give the pay: use one of them"),
        ("--path pay.csv --scale a --point b -i rpi", 2, "each give the pay: use one of them"),
        ("--scale eng-teacher-roe -i rpi", 2, "--scale and --point go together"),
        ("--point M6 -i rpi", 2, "--scale and --point go together"),
        ("--scale eng-teacher-reo --point M6 -i rpi", 1, "did you mean eng-teacher-roe?"),
        ("--scale gold --point M6 -i rpi", 1, 'there is no bundled pay scale called "gold": name one of'),
        ("--scale sct-teacher-main --point 99 -i rpi", 1, 'sct-teacher-main: there is no pay point "99": name one of'),
        ("--path none.csv -i rpi", 1, "there is no file none.csv"),
        ("1 2 --from 2010-09 --to 2022-09 -i 3 --rates", 2, "--rates multiplies the published rates of a series"),
        ("1 2 --from 2010-09 --to 2022-08 -i rpi --rates", 1, "is no whole number of years"),
    ],
)  # fmt: skip
def test_what_it_asks_for(run: Run, words: str, code: int, what: str) -> None:
    put("pay.csv", PATH)
    answer = run("restore", *words.split())
    assert (answer.code, answer.out) == (code, "")
    assert what in answer.err
    assert answer.err.count("\n") == 1


def test_pay_before_the_path_begins(run: Run) -> None:
    put("pay.csv", PATH)
    answer = run("restore", "--path", "pay.csv", "-i", "rpi", "--from", "2019-09")
    assert answer.code == 1
    assert "pay is known here from September 2020, and September 2019 is needed" in answer.err
