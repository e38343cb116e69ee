"""``payoffer payback``: the cost of strike days against the gain over the refused offer, in every form."""

import csv
import io
import json

import pytest

from tests.conftest import Run
from tests.running import put, said

MARCH = ("payback", "wales-2023-03", "--against", "wales", "--days", "2")
ONE = 'name = "One"\ngroup = "g"\n[[award]]\neffective = 2025-04-01\nuplift = [{ percent = 5 }]\n'
TWO = ONE.replace("One", "Two").replace("percent = 5", "percent = [3, 4]")


@pytest.fixture
def files() -> None:
    put("one.toml", ONE)
    put("two.toml", TWO)
    put("undated.toml", ONE.replace("effective = 2025-04-01", "year = 1"))
    put("undated2.toml", ONE.replace("effective = 2025-04-01", "year = 1").replace("percent = 5", "percent = 4"))


def test_wales_february_against_march(run: Run) -> None:
    found = said(run, *MARCH, "--next", "3.5")
    assert "Two strike days at 1/365 of £42,000 a year cost £230.14." in found
    assert "pays that back in the fifth month of the second year, January 2024; over both years it is £639.00." in found
    assert "basic pay is £639.00 a year more from 1 September 2024 on, as long as later rises are the same." in found
    assert "first year £0.00 £0.00 second year £639.00 £53.25 both years £639.00" in found
    assert "A day's pay: 1/365 of a year's (Burgundy Book, section 3, paragraph 3.2), at the rate in payment." in found


def test_what_would_have_followed_is_asked_for(run: Run) -> None:
    found = said(run, *MARCH)
    assert "No payback over the 12 months both cover: the gain over the refused offer is £0.00." in found
    assert (
        "At their end basic pay is the same under both; what goes on after hangs on what would have followed" in found
    )
    assert "Wales Feb 2023 says nothing after 31 August 2023, so no gain is counted there: say what would have" in found
    assert "such as --next wales=3.5" in found


def test_as_data(run: Run) -> None:
    found = json.loads(run(*MARCH, "--next", "wales=3.5", "-f", "json").out)
    assert (found["won"], found["refused"], found["strike_day"], found["cost"]) == (
        "wales-2023-03",
        "wales",
        "1/365",
        230.14,
    )
    assert found["rate_in_payment"] == 42000
    first = found["readings"][0]
    assert (first["paid_back_month"], first["paid_back_in"], first["gain"], first["goes_on"]) == (
        17,
        "2024-01",
        639,
        639,
    )
    assert first["years"][1] == {"year": 2, "months": 12, "gain": 639, "average_gain_a_month": 53.25}
    nothing = json.loads(run(*MARCH, "-f", "json").out)["readings"][0]
    assert (nothing["paid_back_month"], nothing["paid_back_in"]) == (None, None)


@pytest.mark.usefixtures("files")
def test_readings_apart(run: Run) -> None:
    """5% against 3 to 4%: 800 or 400 a year; four days at 1/260 are 615.38."""
    words = ("payback", "one.toml", "--against", "two.toml", "--strike-day", "1/260", "--days")
    found = said(run, *words, "4")
    assert (
        "Paid back in the tenth month of the first year, January 2026, in one reading, and not over the year" in found
    )
    assert "the gain is £400.00 to £800.00." in found
    assert "basic pay is £400.00 to £800.00 a year more from 1 April 2026 on" in found
    assert "refused: the lowest figure of each range first year £800.00 £66.67" in found
    assert "refused: the highest figure of each range first year £400.00 £33.33" in found
    first, second = json.loads(run(*words, "4", "-f", "json").out)["readings"]
    assert (first["assumes"], first["refused_assumes"]) == ([], ["the lowest figure of each range"])
    assert second["refused_assumes"] == ["the highest figure of each range"]
    both = said(run, *words, "1")
    assert "One strike day at 1/260 of £40,000 a year costs £153.85." in both
    assert "pays that back between the third month of the first year, June 2025, and the fifth month" in both
    half = said(run, *words, "1.5")
    assert "1.5 strike days at 1/260 of £40,000 a year cost £230.77." in half


def test_rises_of_the_offers_that_come_after_the_months_counted(run: Run) -> None:
    """5% against 3% of 40,000 is 800 a year until the offers' own rises of the second and the third year."""
    more = "[[award]]\n{}\nuplift = [{{ percent = 2 }}]\n".format
    put("won.toml", ONE + more("effective = 2026-04-01") + more("effective = 2027-04-01"))
    put("refused.toml", ONE.replace("One", "Two").replace("= 5", "= 3") + more("effective = 2026-10-01"))
    words = ("payback", "won.toml", "--against", "refused.toml", "--strike-day", "1/260", "--days", "1", "--months")
    assert (
        "basic pay is £800.00 a year more from 1 January 2026 on, until later rises of the offers themselves, on "
        '1 April 2026 and 1 April 2027 under "One" and on 1 October 2026 under "Two".' in said(run, *words, "9")
    )
    # 42,000 x 1.02 = 42,840, and 41,200 x 1.02 = 42,024: 816
    one = (
        'a year more from 1 November 2026 on, until a later rise of the offers themselves, on 1 April 2027 under "One".'
    )
    assert f"basic pay is £816.00 {one}" in said(run, *words, "19", "--next", "refused=2")
    undated = ONE.replace("effective = 2025-04-01", "year = 1")
    put("won.toml", undated + more("year = 2"))
    put("refused.toml", undated.replace("One", "Two").replace("= 5", "= 3"))
    found = said(run, *words, "6")
    assert 'after that, until a later rise of the offers themselves, in the second year under "One".' in found


@pytest.mark.usefixtures("files")
def test_the_refused_offer_was_better(run: Run) -> None:
    found = said(run, "payback", "two.toml", "--against", "one.toml", "--strike-day", "1/260", "--days", "1")
    assert "No payback over the year: the gain over the refused offer is -£800.00 to -£400.00." in found
    assert "basic pay is £400.00 to £800.00 a year less from 1 April 2026 on" in found
    assert "if the lowest figure of each range first year -£800.00" in found
    assert "One, named as refused, comes to more: were the two meant the other way round?" in found


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("refused", "ahead"),
    [
        ("[4, 5]", "basic pay is £0.00 to £400.00 a year more from 1 April 2026 on"),
        ("[5, 6]", "basic pay is £0.00 to £400.00 a year less from 1 April 2026 on"),
        ("[4.5, 6]", "basic pay is from £400.00 a year less to £200.00 a year more from 1 April 2026 on"),
        ("4", "basic pay is £400.00 a year more from 1 April 2026 on"),
        ("6", "basic pay is £400.00 a year less from 1 April 2026 on"),
        ("5", "basic pay is the same under both from 1 April 2026 on"),
    ],
)
def test_which_way_what_goes_on_goes(run: Run, refused: str, ahead: str) -> None:
    """5% of 40,000 is 42,000; 4% is 41,600, 4.5% is 41,800 and 6% is 42,400."""
    put("refused.toml", ONE.replace("One", "Refused").replace("percent = 5", f"percent = {refused}"))
    assert ahead in said(
        run, "payback", "one.toml", "--against", "refused.toml", "--strike-day", "1/260", "--days", "1"
    )


def test_both_offers_may_leave_something_open(run: Run) -> None:
    """A one-off of an unstated base is read alike in both; a range only in the refused one is named as its own."""
    lump = "[[lump_sum]]\npay = [{ percent = 1 }]\nof = 'unstated'\ncovers = [2025-04-01, 2026-03-31]\n"
    put("won.toml", ONE + lump)
    put("refused.toml", TWO + lump)
    words = ("payback", "won.toml", "--against", "refused.toml", "--strike-day", "1/260", "--days", "1")
    found = said(run, *words)
    assert "if the one-off is 1% of pay before: £400.00; refused: the lowest figure of each range" in found
    alike = said(
        run, *words[:3], put("alike.toml", ONE.replace("One", "Alike").replace("= 5", "= 3") + lump), *words[4:]
    )
    assert "if the one-off is 1% of pay before: £400.00 first year" in alike
    assert "refused:" not in alike


@pytest.mark.usefixtures("files")
def test_without_dates(run: Run) -> None:
    words = ("payback", "undated.toml", "--against", "undated2.toml", "--strike-day", "1/260", "--days", "1")
    found = said(run, *words)
    assert "pays that back in the fifth month of the first year;" in found
    assert "a year more after that, as long as" in found
    assert json.loads(run(*words, "-f", "json").out)["readings"][0]["paid_back_in"] is None
    more = said(run, *words, "--months", "18")
    assert "says nothing after its last year, so no gain is counted there" in more


def test_part_of_a_year(run: Run) -> None:
    found = said(run, "payback", "scotland-2023-03", "--against", "scotland", "--days", "4", "--strike-day", "1/235",
                 "--next", "scotland=2", "--months", "28")  # fmt: skip
    assert "third year, 4 months" in found
    assert "all 28 months" in found
    assert "(your figure)" in found


def test_other_forms(run: Run) -> None:
    message = run(*MARCH, "--next", "wales=3.5", "-f", "message").out
    assert message == (
        "*Wales Mar 2023, which was won, against Wales Feb 2023, which was refused*\n\n"
        "Two strike days at 1/365 of £42,000 a year cost £230.14. The gain over the refused offer pays that back in "
        "the fifth month of the second year, January 2024; over both years it is £639.00. What goes on after: basic "
        "pay is £639.00 a year more from 1 September 2024 on, as long as later rises are the same.\n\n"
        "Wales Feb 2023: a rise of 3.5% in September 2023, and each twelve months after, is assumed, not offered.\n\n"
        "£40,000 is an illustration.\n\n"
        "payoffer payback wales-2023-03 --against wales --days 2 --next wales=3.5 -f message\n"
    )
    assert "illustration" not in run(*MARCH, "-s", "40000", "-f", "message").out
    markdown = run(*MARCH, "--next", "3.5", "-f", "markdown").out
    assert "| second year" in " ".join(markdown.split()).replace("|  ", "| ")
    rows = list(csv.DictReader(io.StringIO(run(*MARCH, "--next", "3.5", "-f", "csv").out)))
    assert {"reading": "", "year": "", "figure": "cost", "value": "230.14"} in rows
    assert {"reading": "1", "year": "2", "figure": "average_gain_a_month", "value": "53.25"} in rows
    assert "illustration" not in said(run, *MARCH, "-s", "40000")


def test_part_time(run: Run) -> None:
    """60% of 42,000 is 25,200: two days at 1/365 are 138.08; 60% of 639 is 383.40."""
    words = (*MARCH, "--next", "wales=3.5", "--fte", "0.6")
    found = said(run, *words)
    assert "which was refused For 60% of full-time hours: every sum is for these hours" in found
    assert "Two strike days at 1/365 of £25,200 a year (60% of £42,000) cost £138.08." in found
    assert "second year £383.40 £31.95" in found
    assert "For 60% of full-time hours: every sum is for these hours" in run(*words, "-f", "markdown").out
    assert "\n\nFor 60% of full-time hours: every sum is for these hours\n\n" in run(*words, "-f", "message").out
    data = json.loads(run(*words, "-f", "json").out)
    assert (data["rate_in_payment"], data["fte"], data["cost"]) == (42000, 0.6, 138.08)


def test_a_gain_that_changes_within_a_year_is_an_average(run: Run) -> None:
    """Scotland: 7% against 6% is 400 for the first year, 33.33 a month.

    Of 42,800 and 42,400: 2% more from April 2023 and 5% from January 2024 are 43,656 and 45,838.80, against 44,732.
    Nine months of 17.33 and three of 92.23 are 432.70, 36.06 a month on average.
    """
    found = said(run, "payback", "scotland-2023-03", "--against", "scotland", "--days", "1", "--strike-day", "1/235")
    assert "gain a month, on average" in found
    assert "second year £432.70 £36.06" in found


def test_the_two_named_the_other_way_round(run: Run) -> None:
    asked = "Wales Feb 2023 was rejected and Wales Mar 2023 accepted: were the two meant the other way round?"
    words = ("payback", "wales", "--against", "wales-2023-03", "--days", "2")
    assert asked in said(run, *words)
    assert asked in run(*words, "-f", "message").out
    assert asked in json.loads(run(*words, "-f", "json").out)["notes"]
    assert "other way round" not in said(run, *MARCH)


def test_a_settlement_that_follows_a_forecast(run: Run) -> None:
    """RPI of July 2027, a year after the last month held, by a forecast of 3%: 3 + 2 = 5%, 2,000 against 1,200."""
    put("rpi.toml", 'name = "Linked"\ngroup = "g"\n[[award]]\neffective = 2027-09-01\n'
        'uplift = [{ index = "rpi", month = 2027-07-01, plus = 2 }]\n')  # fmt: skip
    put("low.toml", 'name = "Low"\ngroup = "g"\n[[award]]\neffective = 2027-09-01\nuplift = [{ percent = 3 }]\n')
    words = ("payback", "rpi.toml", "--against", "low.toml", "--days", "1", "--strike-day", "1/261", "--forecast", "3")
    marked = "The RPI of July 2027, which pay here follows, is a forecast."
    assert marked in said(run, *words)
    message = run(*words, "-f", "message").out
    assert marked in message
    assert "Linked: RPI of July 2027 would be 3% on your forecast of 3% a year" in message
    found = json.loads(run(*words, "-f", "json").out)
    assert found["forecasts"] == ["the RPI of July 2027"]
    assert found["readings"][0]["gain"] == 800
    assert ",,forecast,the RPI of July 2027" in run(*words, "-f", "csv").out


def test_a_settlement_that_follows_an_index(run: Run) -> None:
    put("rpi.toml", 'name = "RPI"\ngroup = "g"\n[[award]]\neffective = 2022-04-01\n'
        'uplift = [{ index = "rpi", month = 2022-02-01 }]\n')  # fmt: skip
    put("low.toml", 'name = "Low"\ngroup = "g"\n[[award]]\neffective = 2022-04-01\nuplift = [{ percent = 3 }]\n')
    words = ("payback", "rpi.toml", "--against", "low.toml", "--days", "1", "--strike-day", "1/261")
    assert "RPI: ONS CHAW" in said(run, *words)
    assert "RPI: ONS CHAW" in run(*words, "-f", "message").out
    assert ",,source,RPI: ONS CHAW" in run(*words, "-f", "csv").out.replace('"', "")
    assert json.loads(run(*words, "-f", "json").out)["sources"]
    ahead = said(run, *words, "--forecast", "3")
    assert "--forecast is not used for RPI: it has every month needed, up to July 2026." in ahead
    assert "your forecast of 3%" not in ahead
    assert "your forecast" not in run(*words, "--forecast", "3", "-f", "message").out


def test_the_end_names_the_files_and_whose_figures(run: Run) -> None:
    put("rpi.toml", 'name = "RPI"\ngroup = "g"\n[[award]]\neffective = 2027-04-01\n'
        'uplift = [{ index = "rpi", month = 2027-02-01 }]\n')  # fmt: skip
    found = said(
        run, "payback", "rpi.toml", "--against", "3%", "--days", "1", "--strike-day", "1/261", "--index", "rpi=7"
    )
    assert found.endswith('; prices: your figure; offers: rpi.toml and "3%" (typed) Sources: payoffer show rpi.toml')


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_screen(run: Run, columns: int) -> None:
    answer = run(*MARCH, "--next", "3.5", columns=columns, encoding="ascii")
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= columns


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        ("one.toml --days 2", 2, "payback counts the gain over the offer that was refused: add --against with it"),
        ("one.toml --against two.toml", 2, "the number of strike days is not given: add --days, such as --days 4"),
        ("one.toml --against two.toml --days 0", 2, "--days: 0 is not a number of days from above 0 to 366"),
        ("one.toml --against two.toml --days 400", 2, "--days: 400 is not a number of days"),
        ("one.toml --against two.toml --days x", 2, "--days: x is not a plain number"),
        (
            "one.toml --against two.toml --days 2",
            2,
            "the file of One does not say what part of a year's pay a strike day",
        ),
        ("one.toml --against two.toml --days 2 --strike-day 365", 2, "--strike-day: 365 is not the part of a year"),
        ("one.toml --against two.toml --days 2 --strike-day 1/5", 2, "--strike-day: 1/5 is not the part of a year"),
        ("wales --against scotland --days 2", 2, "are offers to different people: name the offer to the same people"),
        ("wales --against wales --days 2", 2, "wales is the same offer as one named before it"),
    ],
)
def test_what_it_asks_for(run: Run, words: str, code: int, what: str) -> None:
    answer = run("payback", *words.split())
    assert (answer.code, answer.out) == (code, "")
    assert what in answer.err
