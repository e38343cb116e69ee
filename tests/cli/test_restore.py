"""``payoffer restore``: what pay has lost since a month, in every form, and what it asks for."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.running import put, said

U3 = ("restore", "36756", "43685", "--from", "2010-09", "--to", "2022-09")


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
        "CPI from the index: 114.9 in January 2022, 126.4 in January 2023; twelve-month rate 10.1%, published." in found
    )
    assert "The CPI rose 10.0%" in found
    # 320.2 / 296.0 - 1 = 8.18%: no rate of February 2022 is held, and the RPI's is made so
    rpi = said(run, "restore", "40000", "42600", "--from", "2021-02", "--to", "2022-02", "-i", "rpi")
    assert "320.2 in February 2022; twelve-month rate 8.2%, from the index, rounded to 0.1." in rpi


def test_a_list_of_rates_is_one_for_each_year(run: Run) -> None:
    """1.101 x 1.04 x 1.02 is 16.8%."""
    found = said(run, "restore", "40000", "42600", "--from", "2022-01", "--to", "2025-01", "-i", "10.1,4,2")
    assert "rose 16.8% over the 3 years" in found
    assert (
        "a rate for each year in turn, the last of them for all later ones, over the 3 years (your figures)." in found
    )


def test_a_time_that_is_no_whole_years(run: Run) -> None:
    found = said(run, "restore", "30000", "31500", "--from", "2021-09", "--to", "2023-03", "-i", "10")
    assert "Prices at 10% a year rose 15.4% over the 18 months; pay rose 5.0%." in found  # 1.1 ^ 1.5


def test_published_rates_multiplied(run: Run) -> None:
    """Two years: 4.9% from the index and 12.6% published, 1.049 x 1.126 - 1 = 18.1%; the index gives 347.6 / 294.3."""
    words = ("restore", "40000", "42600", "--from", "2020-09", "--to", "2022-09", "-i", "rpi")
    found = said(run, *words, "--rates")
    assert "The RPI rose 18.1%" in found
    assert "RPI: the twelve-month rates of each September from 2021 to 2022, multiplied: 4.9% i, 12.6%." in found
    assert "i: from the index, rounded to 0.1, as the publisher of the RPI makes it." in found
    assert "RPI: the rates with nothing beside them are as published." in found
    assert "multiplied: 4.9% i, 12.6%." in run(*words, "--rates", "-f", "message").out
    data = json.loads(run(*words, "--rates", "-f", "json").out)
    assert data["inflation"]["published"] == [{"percent": 4.9, "how": "derived"}, {"percent": 12.6, "how": "published"}]
    assert data["prices_change_percent"] == 18.1174
    cpi = said(run, *words[:-1], "cpi", "--rates")
    assert "CPI: the published rates of each September from 2021 to 2022, multiplied: 3.1%, 10.1%." in cpi
    assert "i: " not in cpi
    assert "nothing beside them" not in cpi
    one = said(run, "restore", "40000", "42600", "--from", "2022-01", "--to", "2023-01", "-i", "cpi", "--rates")
    assert "CPI: the published rate of January 2023: 10.1%." in one


def test_a_forecast_is_told_to_the_last_line(run: Run) -> None:
    """139.3 in September 2025; 143.6 x 1.03 ^ (1/12) = 143.954 in September 2026: 3.3% more.

    40,000 x 143.954 / 139.3 = 41,336.45, which 42,600 is 3.1% above.
    """
    words = ("restore", "40000", "42600", "--from", "2025-09", "--to", "2026-09", "-i", "cpi")
    assert "and September 2026 is needed: add a rate a year such as --forecast 3" in run(*words).err
    found = said(run, *words, "--forecast", "3")
    assert (
        "By your forecast of 3% a year, used from September 2026 on, the CPI will have risen 3.3% over the year to "
        "September 2026; pay will have risen 6.5%. So pay would buy 3.1% more than in September 2025."
    ) in found
    assert " CPI (forecast) " in found
    assert "139.3 in September 2025 (published), 144.0 in September 2026 (forecast)." in found
    assert "v3.0; forecast from September 2026: your forecast of 3% a year" in found
    message = run(*words, "--forecast", "3", "-f", "message").out
    assert "to Aug 2026, read Nov 2026, OGL v3.0; then your forecast of 3% a year" in message
    data = json.loads(run(*words, "--forecast", "3", "-f", "json").out)["inflation"]
    assert (data["forecast_from"], data["forecast"]) == ("2026-09", "your forecast of 3% a year")
    rows = list(csv.DictReader(io.StringIO(run(*words, "--forecast", "3", "-f", "csv").out)))
    assert {"prices": "CPI", "year": "", "figure": "forecast_from", "value": "2026-09"} in rows
    rates = said(run, *words, "--forecast", "3", "--rates")
    assert "CPI: the twelve-month rate of September 2026: 3.3% (forecast)." in rates
    later = ("restore", "40000", "40000", "--from", "2026-09", "--to", "2026-10", "-i", "cpi", "--forecast", "3")
    both = said(run, *later)
    assert "144.0 in September 2026 (forecast), 144.3 in October 2026 (forecast)." in both
    assert "will have risen 0.2% over the month to October 2026; pay will not have changed. So pay would" in both
    assert "a year short of having kept up: 1 day's pay" in both


def test_no_average_of_a_calendar_year_makes_prices_fall(run: Run) -> None:
    """143.6 x 1.023 ^ (4/12) x 1.02 ^ (1/12) = 144.93 in January 2027, 0.9% more than in August."""
    words = ("restore", "30000", "30000", "--from", "2026-08", "--to", "2027-01", "-i", "cpi", "--forecast", "obr")
    found = said(run, *words)
    assert "By the OBR's forecast (March 2026), used from September 2026 on, the CPI will have risen 0.9%" in found
    assert "144.9 in January 2027 (forecast)" in found
    assert "a calendar year's average is spread evenly over its months, from August 2026 on)" in found


def test_a_forecast_that_is_not_needed_is_told_and_nowhere_else(run: Run) -> None:
    found = said(run, *U3, "-i", "cpi", "--forecast", "3")
    assert "--forecast is not used for CPI: it has every month needed, up to August 2026." in found
    assert "forecast from" not in found
    assert "The CPI rose 37.9%" in found
    assert json.loads(run(*U3, "-i", "cpi", "--forecast", "3", "-f", "json").out)["inflation"]["forecast_from"] is None
    assert "--forecast is not used for CPI" in run(*U3, "-i", "cpi", "--forecast", "3", "-f", "message").out


PATH = "month,annual_gbp\n2020-09,40000\n2021-09,41000\n2022-09,42000\n"


def test_year_by_year(run: Run) -> None:
    """Prices 10% a year: 40,000 and 40,000; 41,000 and 44,000, a gap of 3,000, in the last month's pounds 3,300."""
    put("pay.csv", PATH)
    found = said(run, "restore", "--path", "pay.csv", "-i", "10")
    assert found.endswith("; prices: your figure; pay: pay.csv")
    assert "\n\n\n" not in run("restore", "--path", "pay.csv", "-i", "10").out
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
        "from": "2021-09", "months": 12, "forecast": False, "pay": 41000, "kept_up": 44000,
        "real_change_percent": -6.818182, "gap_in_own_pounds": 3000, "gap_in_todays_pounds": 3300,
    }  # fmt: skip
    two = said(run, "restore", "--path", "pay.csv", "-i", "10", "-i", "cpi", "--from", "2021-09")
    assert "Year by year, 10%:" in two
    assert "Year by year, CPI:" in two
    assert "Pay of £41,000 a year in September 2021" in two


def test_year_by_year_with_a_forecast(run: Run) -> None:
    """The last year starts in September 2026, a forecast; all sums in pounds of September 2027 rest on one."""
    put("pay.csv", "month,annual_gbp\n2024-09,42000\n2025-09,43000\n")
    words = ("restore", "--path", "pay.csv", "-i", "cpi", "--forecast", "3", "--to", "2027-09")
    lines = run(*words, columns=100).out.splitlines()
    years = [line.split() for line in lines if line[:3] == "Sep" and " to Aug " in line]
    # 42,000 x 139.3 / 134.2 = 43,596.13 a year on; 42,000 x 143.954 / 134.2 = 45,052.67 two years on
    assert [[word for word in year if word == "f" or "43,596" in word or "45,053" in word] for year in years] == [
        ["f"], ["£43,596", "f"], ["£45,053", "f", "f", "f"],
    ]  # fmt: skip
    assert "f: by your forecast of 3% a year" in lines
    found = " ".join(run(*words).out.split())
    assert "Pay is taken as unchanged since September 2025, the last row of pay.csv." in found
    markdown = run(*words, "-f", "markdown").out
    assert "\n\nf: by your forecast of 3% a year\n\n" in markdown
    data = json.loads(run(*words, "-f", "json").out)
    assert [year["forecast"] for year in data["years"]] == [False, False, True]
    rows = list(csv.DictReader(io.StringIO(run(*words, "-f", "csv").out)))
    assert {"prices": "CPI", "year": "2026-09", "figure": "forecast", "value": "True"} in rows
    assert any(row["figure"] == "note" and row["value"].startswith("Pay is taken as unchanged") for row in rows)


def test_until_when_pay_is_known(run: Run) -> None:
    put("pay.csv", PATH)
    assert "Without --to this goes up to September 2022, the last row of pay.csv." in said(
        run, "restore", "--path", "pay.csv", "-i", "10"
    )
    words = ("restore", "--path", "pay.csv", "-i", "cpi", "--to")
    assert "unchanged" not in said(run, *words, "2023-08")
    for form in ("table", "message", "markdown", "csv", "json"):
        text = " ".join(run(*words, "2023-09", "-f", form).out.split())
        assert "Pay is taken as unchanged since September 2022, the last row of pay.csv." in text


def test_year_by_year_of_a_pay_point(run: Run) -> None:
    found = said(run, "restore", "--scale", "sct-teacher-main", "--point", "5", "-i", "cpi", "--to", "2023-04")
    assert "Year by year" in found
    assert "a year in April 2020" in found
    assert "; prices: CPI; pay: sct-teacher-main.csv (bundled) CPI: ONS D7BT" in found


def test_a_pay_point_by_its_short_name_up_to_the_last_month_of_the_series(run: Run) -> None:
    """36,961 in September 2021, 45,352 in September 2025; the RPI 406.1 / 308.6: 48,638.58 had kept up, 6.8% above."""
    for point in ("M6", "m6", "M6 rest of England", "M6 (rest of England)"):
        found = said(run, "restore", "--scale", "eng-teacher-roe", "--point", point, "-i", "rpi")
        assert "Pay of £36,961 a year in September 2021 and £45,352 in September 2025" in found
        assert "So pay buys 6.8% less" in found
        assert (
            "Without --to this goes up to September 2025, the last new pay of eng-teacher-roe, M6 (rest of England) "
            "before RPI here ends, in July 2026."
        ) in found
    last = said(run, "restore", "--scale", "sct-teacher-main", "--point", "5", "-i", "cpi")
    assert "Without --to this goes up to January 2024, the last new pay of sct-teacher-main, 5." in last


@pytest.mark.parametrize(
    ("words", "known", "why"),
    [
        # The scale's only later figures are those of September 2022; they hold for a year.
        ("wal-teacher --point M6 --to 2023-09", "wal-teacher, M6: pay is known up to August 2023", "hold for a year"),
        ("uk-he-spine --point 30 --to 2026-04", "uk-he-spine, 30: pay is known up to July 2020", "hold for a year"),
        # From August 2024 points 0, 1 and 2 alone have figures.
        ("sct-teacher-main --point 5 --to 2024-08", "5: pay is known up to July 2024", "leave this point out"),
    ],
)
def test_pay_that_a_scale_does_not_know(run: Run, words: str, known: str, why: str) -> None:
    answer = run("restore", "--scale", *words.split(), "-i", "cpi", "-f", "message")
    assert (answer.code, answer.out) == (1, "")
    assert known in answer.err
    assert f"{why}, and " in answer.err
    assert "with --to, or give the pay since in a file, with --path FILE.csv (month,annual_gbp)" in answer.err


def test_pay_holds_up_to_the_last_month_that_is_known(run: Run) -> None:
    for words, pay in (("wal-teacher --point M6 --to 2023-08", "40,443"), ("uk-he-spine --point 30 --to 2020-07", "£")):
        assert pay in said(run, "restore", "--scale", *words.split(), "-i", "cpi")


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
    assert "rise in average earnings " in found
    assert "pay against them " in found
    assert "rise in prices" not in found
    # the mean of July to September 2010 and of the same months of 2022
    assert "444.66 in the quarter of September 2010, 617.75 in the quarter of September 2022" in found
    both = said(run, *U3, "-i", "awe", "-i", "rpi")
    assert "rise in prices - 54.3%" in both
    assert "rise in average earnings 38.9% -" in both
    put("pay.csv", PATH)
    path = said(run, "restore", "--path", "pay.csv", "-i", "awe")
    assert "kept up against them gap" in path
    assert "by the rise in average earnings since that year's start" in path


def test_pay_that_fell_is_asked_about(run: Run) -> None:
    found = said(run, "restore", "42600", "40000", "--from", "2021-09", "--to", "2022-09", "-i", "cpi")
    assert "Pay fell from £42,600 to £40,000 in pounds: were the two meant the other way round?" in found
    assert "pay fell 6.1%" in found
    message = run("restore", "43685", "36756", *U3[3:], "-i", "rpi", "-f", "message").out
    assert "\n\nPay fell from £43,685 to £36,756 in pounds: were the two meant the other way round?\n\n" in message


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
    assert {"prices": "", "year": "", "figure": "to", "value": "2022-09"} in rows
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
