"""``payoffer payback``: the cost of strike days against the gain over the refused offer, in every form."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Run

MARCH = ("payback", "wales-2023-03", "--against", "wales", "--days", "2")
ONE = 'name = "One"\ngroup = "g"\n[[award]]\neffective = 2025-04-01\nuplift = [{ percent = 5 }]\n'
TWO = ONE.replace("One", "Two").replace("percent = 5", "percent = [3, 4]")


def put(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


@pytest.fixture
def files() -> None:
    put("one.toml", ONE)
    put("two.toml", TWO)
    put("undated.toml", ONE.replace("effective = 2025-04-01", "year = 1"))
    put("undated2.toml", ONE.replace("effective = 2025-04-01", "year = 1").replace("percent = 5", "percent = 4"))


def said(run: Run, *argv: str) -> str:
    """Return an answer as one line."""
    answer = run(*argv)
    assert answer.code == 0, answer.err
    return " ".join(answer.out.split())


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
    assert first["years"][1] == {"year": 2, "months": 12, "gain": 639, "gain_a_month": 53.25}
    nothing = json.loads(run(*MARCH, "-f", "json").out)["readings"][0]
    assert (nothing["paid_back_month"], nothing["paid_back_in"]) == (None, None)


@pytest.mark.usefixtures("files")
def test_readings_apart(run: Run) -> None:
    """5% against 3 to 4%: 800 or 400 a year; four days at 1/260 are 615.38."""
    words = ("payback", "one.toml", "--against", "two.toml", "--strike-day", "1/260", "--days")
    found = said(run, *words, "4")
    assert "Paid back in the tenth month of the first year, January 2026 in one reading, and not over the year" in found
    assert "the gain is £400.00 to £800.00." in found
    assert "basic pay is £400.00 to £800.00 a year more from 1 April 2026 on" in found
    assert "reading 1 first year £800.00 £66.67 reading 2 first year £400.00 £33.33" in found
    both = said(run, *words, "1")
    assert "One strike day at 1/260 of £40,000 a year costs £153.85." in both
    assert "pays that back in the third month of the first year, June 2025 to in the fifth month" in both
    half = said(run, *words, "1.5")
    assert "1.5 strike days at 1/260 of £40,000 a year cost £230.77." in half


@pytest.mark.usefixtures("files")
def test_the_refused_offer_was_better(run: Run) -> None:
    found = said(run, "payback", "two.toml", "--against", "one.toml", "--strike-day", "1/260", "--days", "1")
    assert "No payback over the year: the gain over the refused offer is -£800.00 to -£400.00." in found
    assert "basic pay is £400.00 to £800.00 a year less from 1 April 2026 on" in found
    assert "if the lowest figure of each range first year -£800.00" in found


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
    message = run(*MARCH, "--next", "3.5", "-f", "message").out
    assert message.startswith("*Wales Mar 2023, which was won, against Wales Feb 2023, which was refused*\n")
    assert message.endswith("payoffer payback wales-2023-03 --against wales --days 2 --next 3.5 -f message\n")
    markdown = run(*MARCH, "--next", "3.5", "-f", "markdown").out
    assert "| second year" in " ".join(markdown.split()).replace("|  ", "| ")
    rows = list(csv.DictReader(io.StringIO(run(*MARCH, "--next", "3.5", "-f", "csv").out)))
    assert {"reading": "", "year": "", "figure": "cost", "value": "230.14"} in rows
    assert {"reading": "1", "year": "2", "figure": "gain_a_month", "value": "53.25"} in rows
    assert "illustration" not in said(run, *MARCH, "-s", "40000")


def test_a_settlement_that_follows_an_index(run: Run) -> None:
    put("rpi.toml", 'name = "RPI"\ngroup = "g"\n[[award]]\neffective = 2022-04-01\n'
        'uplift = [{ index = "rpi", month = 2022-02-01 }]\n')  # fmt: skip
    put("low.toml", 'name = "Low"\ngroup = "g"\n[[award]]\neffective = 2022-04-01\nuplift = [{ percent = 3 }]\n')
    words = ("payback", "rpi.toml", "--against", "low.toml", "--days", "1", "--strike-day", "1/261")
    assert "RPI: ONS CHAW" in said(run, *words)
    assert "RPI: ONS CHAW" in run(*words, "-f", "message").out
    assert ",,source,RPI: ONS CHAW" in run(*words, "-f", "csv").out.replace('"', "")
    assert json.loads(run(*words, "-f", "json").out)["sources"]


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
