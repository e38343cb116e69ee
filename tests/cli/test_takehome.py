"""``payoffer takehome``: what a user types and what comes back."""

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from payoffer.report.takehome_words import monthly

if TYPE_CHECKING:
    from tests.conftest import Run

SCOTTISH = ("42000", "--nation", "scotland", "--tax-year", "2023-24", "--student-loan", "4")
OFFER = """\
name = "Council"
nation = "England"
offered = 2024-05-01
[[award]]
effective = 2024-04-01
paid = 2024-10-01
uplift = [{ percent = 4 }]
[[lump_sum]]
pay = [{ flat = 500 }]
paid = 2024-06-30
pensionable = true
"""


def document(run: "Run", *words: str) -> Any:  # noqa: ANN401
    answer = run("takehome", *words, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    return json.loads(answer.out)


def refused(run: "Run", *words: str) -> str:
    answer = run("takehome", *words)
    assert answer.code in {1, 2}
    assert answer.out == ""
    assert answer.err.startswith("error: ")
    return answer.err


def test_one_salary_as_a_table(run: "Run") -> None:
    answer = run("takehome", *SCOTTISH)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "Take-home pay on £42,000 a year: Scotland, tax year 2023-24"
    assert lines[2:10] == [
        "                         a year    a month",
        "---------------------  --------  ---------",
        "Gross pay               £42,000     £3,500",
        "Pension                    none       none",
        "Income tax              -£6,028      -£502",
        "National Insurance      -£3,384      -£282",
        "Student loan (Plan 4)   -£1,291      -£108",
        "Take-home pay           £31,297     £2,608",
    ]
    assert "Of £100 more a year, £58.50 is left (41.5% is taken)." in answer.out
    assert answer.out.count("An annual estimate") == 1
    assert "National Insurance, 2023-24: published (HMRC, calculate-ni-frontend;" in answer.out
    assert "Again: payoffer takehome 42000 --nation scotland" in answer.out


def test_one_salary_as_json_to_the_penny(run: "Run") -> None:
    # the case scotland-2023-24-plan-4
    found = document(run, *SCOTTISH)
    figures = ("gross", "pension", "income_tax", "national_insurance", "student_loan", "net", "marginal_rate_percent")
    assert [found[name] for name in figures] == [42000, 0, 6027.5, 3384.45, 1290.6, 31297.45, 41.5]
    assert (found["tax_year"], found["nation"]) == ("2023-24", "Scotland")
    assert found["left_of_next_100"] == 58.5
    assert {rate["status"] for rate in found["rates"]} == {"published"}
    assert any("An annual estimate" in note for note in found["notes"])


def test_the_next_hundred_over_a_tier_has_no_rate_but_a_note(run: "Run") -> None:
    # pension 73,800 x 11.6% - 73,700 x 10.5% = 822.30; tax 40% x (100 - 822.30) = -288.92; insurance 2.00
    # which leaves 100 - 822.30 + 288.92 - 2.00, or 435.38 less
    found = document(run, "73700", "--nation", "england", "--tax-year", "2025-26", "--pension", "tps")
    assert found["marginal_rate_percent"] is None
    assert found["notes"][0] == (
        "£100 more a year crosses a step of the pension and takes £435.38 away: from £73,769 of pay the pension takes "
        "11.6% of all pay, not 10.5%: £487 a year less in your pocket at that limit, made good from £74,723 on."
    )


def test_a_step_of_the_blended_rate_is_no_cliff(run: "Run") -> None:
    # 29,338 at 5.5% and 29,438 at 5.6%: 29.33 + 5.60 more is taken before tax
    found = document(run, "29300", "--nation", "scotland", "--tax-year", "2026-27", "--pension", "lgps-scotland")
    assert found["marginal_rate_percent"] is None
    assert "leaves £" in found["notes"][0]
    assert "the pension's rate on all pay goes up a step" in found["notes"][0]


def test_what_nobody_said_is_said(run: "Run") -> None:
    out = " ".join(run("takehome", "40000").out.split())
    assert "2026-27 is the last tax year known here: give another with --tax-year." in out
    assert "England is assumed; Wales and Northern Ireland have the same rates" in out
    assert "No pension contribution is taken off: add one, such as --pension tps or --pension 9.6%." in out


def test_rates_that_are_not_published_are_said(run: "Run") -> None:
    out = " ".join(run("takehome", "40000", "--pension", "tps", "--tax-year", "2026-27").out.split())
    assert "Teachers' Pension Scheme, April 2026 to March 2027: derived, not published as it stands" in out
    found = document(run, "40000", "--pension", "stps", "--tax-year", "2024-25", "--nation", "Scotland")
    assert [rate["status"] for rate in found["rates"]][-1] == "suspect"


def test_what_tiers_look_at_is_said(run: "Run") -> None:
    out = " ".join(run("takehome", "40000", "--pension", "nhs-ew", "--tax-year", "2022-23", "--fte", "0.5").out.split())
    assert "Take-home pay on 50% of £40,000 a year" in out
    assert "Pension (9.3% for 6 months and 6.1% for 6 months)" in out
    assert "Its rate is looked up on the pay of the year before: taken to be the same." in out
    assert "For part of the time its rate is looked up on full-time pay." in out
    told = run("takehome", "40000", "--pension", "nhs-ew", "--tax-year", "2025-26", "--last-year", "33000").out
    assert "Its rate is looked up on the pay of the year before: £33,000 as given." in " ".join(told.split())
    whole = run("takehome", "40000", "--pension", "nhs-ew", "--tax-year", "2021-22", "--fte", "60%").out
    assert "Its rate is looked up on full-time pay." in " ".join(whole.split())


def test_a_scheme_of_another_nation_is_pointed_out(run: "Run") -> None:
    out = " ".join(
        run("takehome", "40000", "--pension", "tps", "--nation", "scotland", "--tax-year", "2024-25").out.split()
    )
    assert "It is a scheme of England and Wales; the income tax is that of Scotland." in out


def test_category_d_is_said(run: "Run") -> None:
    out = " ".join(run("takehome", "36000", "--pension", "tps", "--tax-year", "2015-16").out.split())
    assert "National Insurance is of category D (contracted out)" in out
    assert "--category A is without it" in out
    assert "category D" not in run("takehome", "36000", "--pension", "tps", "--tax-year", "2016-17").out


def test_a_later_year_at_the_last_rates(run: "Run") -> None:
    found = document(run, "40000", "--tax-year", "2028-29 at 2026-27 rates", "--nation", "ni")
    assert (found["tax_year"], found["nation"]) == ("2028-29 at 2026-27 rates", "Northern Ireland")
    assert "The rates of 2026-27 stand for those of a later year, which are not known." in found["notes"]


def test_pay_by_the_month_or_hour_is_shown(run: "Run") -> None:
    assert "Pay: £2,150 a month x 12 months = £25,800.00 a year." in run("takehome", "2150/month").out
    assert "37 hours a week" in run("takehome", "12.40/hour", "--week", "37").out
    assert "Take-home pay on £25,800.60 a year" in run("takehome", "25800.60").out


def test_one_salary_as_a_message(run: "Run") -> None:
    out = run("takehome", *SCOTTISH, "-f", "message").out
    assert out.splitlines() == [
        "*Take-home pay on £42,000 a year: Scotland, tax year 2023-24*",
        "£2,608 a month, of £3,500. Taken off: Income tax £502; National Insurance £282; Student loan (Plan 4) £108.",
        "",
        "Of £100 more a year, £58.50 is left (41.5% is taken). An annual estimate, not a payslip.",
        "",
        "payoffer takehome 42000 --nation scotland --tax-year 2023-24 --student-loan 4 -f message",
    ]
    assert "Taken off: nothing." in run("takehome", "9000", "-f", "message").out


def test_one_salary_as_markdown(run: "Run") -> None:
    out = run("takehome", *SCOTTISH, "-f", "markdown").out
    assert "| Take-home pay         | £31,297 |  £2,608 |" in out.replace("    ", " ") or "| Take-home pay" in out
    assert "- Of £100 more a year, £58.50 is left (41.5% is taken)." in out


def test_one_salary_as_csv(run: "Run") -> None:
    [row] = csv.DictReader(io.StringIO(run("takehome", *SCOTTISH, "-f", "csv").out))
    assert row["salary"] == "42000.00"
    assert row["net"] == "31297.45"
    assert row["student_loan_plan"] == "4"
    assert (row["pension_scheme"], row["pension"]) == ("none", "0.00")


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize(
    "words",
    [
        (
            "42000",
            "--pension",
            "nhs-ew",
            "--tax-year",
            "2022-23",
            "--student-loan",
            "2",
            "--student-loan",
            "postgraduate",
        ),
        ("10000000", "--tax-year", "2024-25"),
        ("40000", "wales", "scotland", "--pension", "wales=tps"),
        ("40000", "wales"),
        ("40000", "wales", "scotland", "england"),
    ],
)
def test_no_line_is_wider_than_the_terminal(run: "Run", words: tuple[str, ...], columns: int) -> None:
    answer = run("takehome", *words, columns=columns)
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= columns


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_any_screen_can_show_it(run: "Run", encoding: str) -> None:
    for words in (SCOTTISH, ("40000", "wales", "scotland")):
        for form in ("table", "message", "markdown", "csv", "json"):
            answer = run("takehome", *words, "-f", form, encoding=encoding)
            assert answer.code == 0
            assert "?" not in answer.out
    assert "GBP 42,000" in run("takehome", *SCOTTISH, encoding="ascii").out


def test_a_terminal_is_told_what_to_do_next(run: "Run") -> None:
    assert "--format message" in run("takehome", "40000", terminal=True).err
    assert "--format json" in run("takehome", "40000", "wales", terminal=True).err
    assert run("takehome", "40000", "-f", "json", terminal=True).err == ""


def test_offers_as_a_table(run: "Run") -> None:
    answer = run("takehome", "40000", "wales", "scotland", "--pension", "wales=tps", "--pension", "scotland=10.4%")
    assert (answer.code, answer.err) == (0, "")
    rows = [line.split("  ") for line in answer.out.splitlines()]
    told = {
        cells[1].strip() or cells[0]: [cell.strip() for cell in cells[2:] if cell.strip()]
        for cells in rows
        if cells[1:]
    }
    # the hand-worked months of test_under_offer: 1,571.57 / 12 and 1,645.45 / 12
    assert told["more over that year"] == ["£1,645 if no rise", "£2,805"]
    assert told["more than on pay before"] == ["£137", "£234"]
    assert told["kept of the extra pay"] == ["63%", "59%"]
    out = " ".join(answer.out.split())
    assert "The Welsh offer leaves £131 a month more (60% of the extra pay) in the first year and £137" in out
    assert "what is left is not ranked across nations" in out
    assert "Wales: income tax of Wales, Teachers' Pension Scheme; pay before 1 September 2022 is £40,000." in out
    assert "Scotland: income tax of Scotland, pension 10.4% of pay" in out
    assert "The one-off of £600 to £639, if paid in February 2023 (the day is not known): £408 to £435 is left" in out
    assert "published (Ceredigion; NEU (2022, 2023))" in out
    assert out.endswith("scotland.toml (bundled) Sources: payoffer show wales and payoffer show scotland")


def test_the_figures_of_the_screen_add_up(run: "Run") -> None:
    lines = run("takehome", "40000", "wales", "--pension", "tps").out.splitlines()

    def pounds(label: str) -> int:
        [cell] = [line.rsplit("£", 1)[1] for line in lines if line.strip().startswith(label)][:1]
        return int(cell.split()[0].replace(",", ""))

    assert pounds("take-home with the offer") - pounds("take-home on pay before") == pounds("more than on pay before")
    assert pounds("take-home with the offer") - pounds("take-home on pay now") == pounds("of which new")


def test_offers_as_json(run: "Run") -> None:
    found = document(run, "40000", "wales", "--pension", "tps", "--student-loan", "2", "--months", "24")
    [offer] = found["offers"]
    assert (offer["nation"], offer["pension_from"], offer["student_loans"]) == ("Wales", "tps", ["2"])
    assert len(offer["readings"]) == 3
    one, two = offer["readings"][0]["years"]
    # as in test_under_offer, less 9% of 2,600
    assert one["net_more"] == pytest.approx(1571.57 - 234, abs=0.005)
    assert two["net_more"] == pytest.approx(1645.45 - 234, abs=0.005)
    assert (one["gross_more"], one["gross_new"]) == (2600, 600)
    assert one["in_this_offer"]
    assert not two["in_this_offer"]
    [once] = offer["readings"][0]["paid_once"]
    assert (once["gross"], once["student_loan"], once["month_paid"]) == (600, 54, "2023-02")
    assert {rate["of"] for rate in found["rates"]} >= {"income tax of Wales", "student loan, Plan 2"}


def test_offers_as_csv_message_and_markdown(run: "Run") -> None:
    words = ("40000", "wales", "scotland", "--pension", "wales=tps")
    rows = list(csv.DictReader(io.StringIO(run("takehome", *words, "-f", "csv").out)))
    assert {"offer": "wales", "reading": "1", "year": "2", "figure": "net_more", "value": "1645.45"} in rows
    message = run("takehome", *words, "-f", "message").out
    assert (
        "*Wales* (rejected, Feb 2023): £131 a month more in the first year; £137 a month more in the second" in message
    )
    assert "one-off £408 to £435 in the pocket, once" in message
    assert len(message) < 900
    assert "**First year**" in run("takehome", *words, "-f", "markdown").out


def test_a_rise_over_a_pension_limit_is_explained(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "council.toml").write_text(OFFER, encoding="utf-8")
    words = ("33500", "council", "--pension", "tps")
    out = " ".join(run("takehome", *words).out.split())
    assert (
        "in the first year the rise crosses a pension limit: from £34,290 of pay the pension takes 8.6% of all" in out
    )
    [crossed] = document(run, *words)["offers"][0]["readings"][0]["years"][0]["pension_limits_crossed"]
    assert (crossed["limit"], crossed["percent_below"], crossed["percent_from"]) == (34290, 7.4, 8.6)
    assert "back pay" in out
    assert "Back pay" not in out or "The back pay of" in out


def test_what_is_paid_once_is_told_with_what_is_taken_off(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "council.toml").write_text(OFFER, encoding="utf-8")
    out = " ".join(run("takehome", "30000", "council", "--pension", "10%").out.split())
    # back pay: 1,200 / 2 = 600: 60 pension, 108 tax, 48 insurance; the one-off of 500: 50, 90 and 40
    assert (
        "The one-off of £500, paid in June 2024: £320 is left, after income tax £90, National Insurance £40 and" in out
    )
    assert "The back pay of £600, paid in October 2024: £384 is left" in out
    assert "In an annual estimate, spread over the year, £384 is left." in out


def test_a_one_off_with_nothing_taken_off(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "council.toml").write_text(OFFER, encoding="utf-8")
    assert "with nothing taken off" in " ".join(run("takehome", "9000", "council").out.split())


def test_offers_of_no_one_nation_need_one(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "council.toml").write_text(OFFER.replace("England", "United Kingdom"), encoding="utf-8")
    assert "add --nation council=scotland or another" in refused(run, "30000", "council")
    found = document(run, "30000", "council", "--nation", "scotland")
    assert found["offers"][0]["nation"] == "Scotland"


def test_offers_without_dates_need_a_tax_year(run: "Run", tmp_path: Path) -> None:
    text = 'name = "Ours"\nnation = "Wales"\n[[award]]\nyear = 1\nuplift = [{ percent = 5 }]\n'
    (tmp_path / "ours.toml").write_text(text, encoding="utf-8")
    assert "add the tax year whose rates are to be used, such as --tax-year 2026-27" in refused(run, "30000", "ours")
    answer = run("takehome", "30000", "ours", "--tax-year", "2026-27")
    assert answer.code == 0
    # 1,500 a year x 72%
    assert "£1,080" in answer.out
    assert (
        document(run, "30000", "ours", "--tax-year", "2026-27")["offers"][0]["readings"][0]["years"][0]["from"] is None
    )


def test_months_past_the_last_year_need_a_word(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "council.toml").write_text(OFFER.replace("2024", "2026"), encoding="utf-8")
    words = ("30000", "council", "--months", "24")
    assert '--tax-year "2027-28 at 2026-27 rates"' in refused(run, *words)
    out = " ".join(run("takehome", *words, "--tax-year", "at 2026-27 rates").out.split())
    assert "Months after 2026-27 are at its rates: those of later years are not known." in out


def test_pay_now_and_part_time(run: "Run") -> None:
    out = " ".join(run("takehome", "42000", "wales", "--paid-now", "--fte", "0.5").out.split())
    assert "on £42,000 a year now For 50% of full-time hours" in out
    assert "income tax of Wales, no pension" in out
    assert "Plan 1" in run("takehome", "42000", "wales", "--student-loan", "1").out
    assert "Pay: £2,150 a month x 12 months" in " ".join(run("takehome", "2150/month", "wales").out.split())


def test_an_offer_that_gives_no_extra_pay(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "council.toml").write_text(OFFER.replace("percent = 4", "percent = 0"), encoding="utf-8")
    out = " ".join(run("takehome", "30000", "council").out.split())
    assert "leaves no extra in the first year" in out


def test_a_cut_leaves_less(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "council.toml").write_text(OFFER.replace("percent = 4", "percent = -4"), encoding="utf-8")
    out = " ".join(run("takehome", "30000", "council").out.split())
    # 1,200 x 72% / 12
    assert "leaves £72 a month less (72% of the extra pay) in the first year" in out
    assert "£72 a month less in the first year" in run("takehome", "30000", "council", "-f", "message").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "no salary is named: write it first, as in payoffer takehome 42000"),
        (("wales",), '"wales" is an offer: name the salary before it, as in payoffer takehome 40000 wales'),
        (("lots",), "SALARY: lots is not a plain number"),
        (("lots", "wales"), "SALARY: lots is not a plain number"),
        (("40000", "--nation", "france"), "--nation: france is not known: write England, Wales"),
        (("40000", "--nation", "wales", "--nation", "england"), "--nation is given twice, and no offer is named"),
        (
            ("40000", "--pension", "wales=tps"),
            "--pension wales=tps is for an offer, and none is named: write --pension tps",
        ),
        (("40000", "--pension", "9.6%", "--pension", "tps"), "--pension is given twice"),
        (("40000", "--months", "12"), "--months is about offers, and no offer is named"),
        (("40000", "--tax-year", "2023"), "could be 2022-23 or 2023-24"),
        (("40000", "--tax-year", "2009-10"), "income tax is known from 2010-11 to 2026-27, not for 2009-10"),
        (("40000", "wales", "--last-year", "39000"), "--last-year is for a salary without offers"),
        (("40000", "wales", "--pension", "scotland=tps"), "which is not among the offers here: name wales"),
        (
            ("40000", "scotland", "--pension", "stps"),
            "table for April 2022 (there are 2010-11 to 2011-12, 2013-14, 2017-18, 2020-21, 2024-25): give the rate on",
        ),
        (("40000", "--category", "B"), "is not a category known here"),
        (("40000", "--file", "people.csv"), "--file has the salaries: leave 40000 out"),
        (("--file", "people.csv", "--months", "12"), "--months is about offers, and a list of people has none"),
        (("--file", "people.csv", "-f", "table"), "--format table is not known: write one of csv, json"),
    ],
)
def test_mistakes_have_a_remedy(run: "Run", words: tuple[str, ...], said: str) -> None:
    assert said in refused(run, *words)


def people(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_list_of_people(run: "Run", tmp_path: Path) -> None:
    file = people(
        tmp_path / "people.csv",
        "\ufeffName,Salary,Nation,Tax year,Student-loan,Pension,FTE,last year\n"
        'A,"42,000",scotland,2023/24,4,,,\n'
        "\n"
        "=B,50000,,2024-25,2 postgraduate,tps,0.5,\n"
        "C,38000,england,2025-26,,nhs-ew,,33868.99\n",
    )
    answer = run("takehome", "--file", file)
    assert (answer.code, answer.err) == (0, "")
    one, two, three = csv.DictReader(io.StringIO(answer.out))
    assert list(one) == [
        "Name", "Salary", "student_loan_plan", "pension_scheme", "FTE", "last year", "gross", "pension", "income_tax",
        "national_insurance", "student_loan", "net", "marginal_rate_percent", "tax_year", "nation", "notes",
    ]  # fmt: skip
    assert (one["net"], one["nation"], one["tax_year"]) == ("31297.45", "Scotland", "2023-24")
    # the cases tps-part-time and nhs-ew-2025-26-last-year
    assert (two["Name"], two["gross"], two["pension"], two["pension_scheme"]) == ("'=B", "25000.00", "1850.00", "tps")
    assert three["pension"] == "3154.00"
    assert "£33,869 as given" in three["notes"]


def test_a_list_takes_what_it_does_not_say_from_the_options(run: "Run", tmp_path: Path) -> None:
    file = people(tmp_path / "people.csv", "salary,pension_scheme\n42000,\n42000,none\n")
    options = ("--nation", "scotland", "--tax-year", "2023-24", "--student-loan", "4", "--pension", "9.7%")
    one, two = json.loads(run("takehome", "--file", file, "-f", "json", *options).out)
    assert (one["pension"], two["pension"]) == (4074, 0)
    assert two["net"] == 31297.45
    assert list(one)[:6] == ["gross", "pension", "income_tax", "national_insurance", "student_loan", "net"]


def test_a_list_crossing_a_tier_has_an_empty_rate_and_a_note(run: "Run", tmp_path: Path) -> None:
    file = people(tmp_path / "people.csv", "salary\n73700\n")
    [row] = csv.DictReader(
        io.StringIO(run("takehome", "--file", file, "--pension", "tps", "--tax-year", "2025-26").out)
    )
    assert row["marginal_rate_percent"] == ""
    assert row["notes"].startswith("£100 more a year crosses a step of the pension")


def test_a_list_goes_into_a_file_whole_or_not_at_all(run: "Run", tmp_path: Path) -> None:
    file = people(tmp_path / "people.csv", "salary\n42000\nmany\n")
    assert "people.csv, line 3: salary: many is not a plain number" in refused(run, "--file", file, "-o", "out.csv")
    assert not Path("out.csv").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]
    people(tmp_path / "people.csv", "salary\n42000\n")
    assert run("takehome", "--file", file, "-o", "out.csv").code == 0
    assert Path("out.csv").read_bytes().startswith(b"\xef\xbb\xbfsalary,gross")


def test_a_long_list_is_written_in_parts(run: "Run", tmp_path: Path) -> None:
    file = people(tmp_path / "people.csv", "salary\n" + "".join(f"{20000 + number}\n" for number in range(1201)))
    rows = list(csv.DictReader(io.StringIO(run("takehome", "--file", file).out)))
    assert [row["gross"] for row in rows[::600]] == ["20000.00", "20600.00", "21200.00"]
    assert len(json.loads(run("takehome", "--file", file, "-f", "json").out)) == 1201


def test_nobody_is_an_empty_list(run: "Run", tmp_path: Path) -> None:
    file = people(tmp_path / "people.csv", "salary\n")
    assert json.loads(run("takehome", "--file", file, "-f", "json").out) == []
    assert run("takehome", "--file", file).out.startswith("salary,gross,pension")


def test_every_mistake_of_a_list_has_its_line(run: "Run", tmp_path: Path) -> None:
    file = people(
        tmp_path / "people.csv", "salary,nation,pension\n42000,france,\n42000,wales\nx,wales,\n40000,wales,stp\n"
    )
    lines = refused(run, "--file", file).splitlines()
    assert [line.partition("people.csv, ")[2][:6] for line in lines] == ["line 2", "line 3", "line 4", "line 5"]
    assert "2 cells stand under 3 headings: give each one" in lines[1]
    assert "did you mean stps?" in lines[3]


def test_a_list_of_mistakes_stops_at_twenty(run: "Run", tmp_path: Path) -> None:
    file = people(tmp_path / "people.csv", "salary\n" + "x\n" * 50)
    lines = refused(run, "--file", file).splitlines()
    assert len(lines) == 21
    assert lines[-1].endswith("there may be more once these are mended")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pay,nation\n1,2\n", "there is no column called salary: the columns are pay, nation"),
        ("", "there is no column called salary: the columns are none"),
        ("salary,Salary\n1,2\n", "two columns are for salary: leave one of them out"),
        ("salary,pension,pension_scheme\n1,2,3\n", "two columns are for pension"),
        ("salary,net\n1,2\n", "there is a column called net already, which is one that is added: rename it"),
        ('salary\n"42000\n', "this is not CSV"),
    ],
)
def test_what_is_no_list(run: "Run", tmp_path: Path, text: str, said: str) -> None:
    assert said in refused(run, "--file", people(tmp_path / "people.csv", text))


def test_files_that_cannot_be_read(run: "Run", tmp_path: Path) -> None:
    assert "there is no file none.csv: check the name and the folder" in refused(run, "--file", "none.csv")
    assert "cannot be read" in refused(run, "--file", str(tmp_path))
    assert "cannot be read (its name cannot be used)" in refused(run, "--file", "a\0b")
    (tmp_path / "people.csv").write_bytes(b"salary,name\n42000,\xff\n")
    assert "is not UTF-8 text" in refused(run, "--file", "people.csv")


def test_schemes_are_listed(run: "Run") -> None:
    out = run("list", "schemes").out
    assert "tps            Teachers' Pension Scheme\n               2010-11 to 2013-14, 2015-16 to 2026-27\n" in out
    assert "October\n               2024 to March 2025" in out
    [row] = [row for row in json.loads(run("list", "schemes", "-f", "json").out) if row["name"] == "stps"]
    assert row["known"] == "2010-11 to 2011-12, 2013-14, 2017-18, 2020-21, 2024-25"
    assert run("list", "schemes", "-f", "csv").out.startswith("name,scheme,known\r\n")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("£131", "£131 a month more"),
        ("£131 to £140", "£131 to £140 a month more"),
        ("£72 less", "£72 a month less"),
        ("£10 less to £20 more", "£10 less to £20 more a month"),
        ("no extra", "no extra"),
    ],
)
def test_extra_pay_a_month_in_words(more: str, said: str) -> None:
    assert monthly(more) == said


def test_part_of_a_year_is_not_called_a_year(run: "Run") -> None:
    assert "more over that time" in run("takehome", "40000", "wales", "--months", "7").out
