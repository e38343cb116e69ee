"""``payoffer needed``: the next award that keeps up, is level, or meets a claim, in every form."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Run

CLAIM = """
name   = "The claim"
kind   = "claim"
group  = "teachers-scotland"
nation = "Scotland"

[[award]]
effective = 2022-04-01
uplift    = [{ index = "rpi", month = 2022-04-01, plus = 2 }]
"""
UNDATED = 'name = "No dates"\ngroup = "g"\n[[award]]\nyear = 1\nuplift = [{ percent = [3, 4] }]\n'
ONE = 'name = "One"\ngroup = "g"\n[[award]]\neffective = 2025-04-01\nuplift = [{ percent = 3 }]\n'
TWO = ONE.replace("One", "Two").replace("percent = 3", "percent = 5")


def put(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def said(run: Run, *argv: str) -> str:
    """Return an answer as one line."""
    answer = run(*argv)
    assert answer.code == 0, answer.err
    return " ".join(answer.out.split())


def test_wales_against_scotland(run: Run) -> None:
    found = said(run, "needed", "wales", "scotland", "-i", "10.1")
    assert (
        "To add as much as the Scottish offer over the 24 months, Wales would need a rise of 3.04% to 3.13% on" in found
    )
    assert "A one-off of £1,293 to £1,332 would bring as much over the 24 months, but stays out of basic pay" in found
    assert "that is why it is not the same." in found
    assert "if a one-off of pay before 3.127% 9.830% £1,332" in found
    assert "To have kept up with prices at 10.1% a year up to then, Wales would need a rise of 13.82%" in found
    assert "on 1 September 2023 13.822% 21.220% £5,888" in found
    assert "Wales: no last day is given: 31 August 2023 is assumed." in found
    assert "payoffer 0.1.0; prices: your figure; offers: wales.toml (bundled) and scotland.toml (bundled)" in found


def test_as_data(run: Run) -> None:
    found = json.loads(run("needed", "wales", "scotland", "-f", "json").out)
    assert len(found["needed"]) == 1
    goal = found["needed"][0]
    assert (goal["goal"], goal["offer"], goal["against"], goal["by"]) == ("level", "wales", "scotland", "2023-09-01")
    assert [reading["next_award_percent"] for reading in goal["readings"]] == [3.126761, 3.056338, 3.035211]
    assert goal["next_award_percent"] == 3.126761
    assert goal["one_off_gbp"] == 1332
    assert goal["readings"][0]["assumes"] == ["the one-off is 1.5% of pay before: £600.00"]


def test_by_series_and_by_list(run: Run) -> None:
    found = said(run, "needed", "wales", "-i", "cpi", "-i", "10.1,4")
    # 40,000 x 132.0 / 112.4 = 46,975.09 over 42,600
    assert "To have kept up with the CPI up to then, Wales would need a rise of 10.27%" in found
    assert "To have kept up with prices rising 10.1%, 4% up to then" in found
    assert "CPI: ONS D7BT, 2015=100" in found
    data = json.loads(run("needed", "wales", "-i", "cpi", "-f", "json").out)
    assert data["needed"][0]["prices"] == "CPI"
    assert data["sources"][0].startswith("CPI: ONS D7BT")


def test_a_claim_that_follows_an_index(run: Run) -> None:
    """RPI of April 2022, 11.1 + 2 = 13.1: 45,240 over 44,732 is 1.136%."""
    put("claim.toml", CLAIM)
    found = said(run, "needed", "scotland", "--against", "claim.toml")
    assert "would need a rise of 1.14% on 1 April 2024, to £45,240 a year." in found
    assert "RPI of April 2022 is 11.1% (from the index, rounded to 0.1), 11.1 + 2 = 13.1%." in found
    assert "The claim is a claim by the union, not an offer." in found
    assert "RPI: ONS CHAW" in found
    assert said(run, "needed", "claim.toml", "-i", "cpi").count("if RPI") == 0


def test_where_nothing_is_needed(run: Run) -> None:
    put("claim.toml", CLAIM.replace("plus = 2", "plus = -9"))
    found = said(run, "needed", "scotland", "--against", "claim.toml")
    # 2.1% of 40,000 is 840: 40,840 against 44,732
    assert "needs no rise on 1 April 2024: basic pay is £3,892 a year ahead." in found
    assert "on 1 April 2024 nothing 2.100% nothing" in found
    put("one.toml", ONE)
    level = said(run, "needed", "one.toml", "-i", "0%,3%")
    assert "needs no rise on 1 April 2026: basic pay is just there." in level


def test_a_rise_that_needs_no_one_off(run: Run) -> None:
    """More extra pay so far, but lower basic pay: only a rise is asked for."""
    put("one.toml", ONE + "[[lump_sum]]\npay = [{ flat = 5000 }]\npaid = 2025-04-01\n")
    put("two.toml", TWO)
    found = said(run, "needed", "one.toml", "two.toml")
    assert 'To be on the basic pay of "Two" at the end of the 12 months, "One" would need a rise of 1.94%' in found
    assert "A one-off of" not in found
    assert "1.942% 5.000% nothing" in found


def test_without_dates_and_with_a_range(run: Run) -> None:
    put("undated.toml", UNDATED)
    put("two.toml", TWO)
    found = said(run, "needed", "undated.toml", "-i", "5")
    assert "would need a rise of 6.01% to 7.04% next" in found
    assert "if the lowest figure of each range 7.039%" in found
    data = json.loads(run("needed", "undated.toml", "-i", "5", "-f", "json").out)
    assert data["needed"][0]["by"] is None
    assert "next" in said(run, "needed", "undated.toml", "two.toml", "-s", "40000")


def test_other_forms(run: Run) -> None:
    message = run("needed", "wales", "-i", "cpi", "-f", "message").out
    assert message.startswith("*What the next award would have to be, on £40,000 a year before the offer*\n")
    assert "CPI: ONS D7BT, 2015=100, to Aug 2026" in message
    markdown = run("needed", "wales", "scotland", "-f", "markdown").out
    assert "if a one-off of pay before" in markdown
    rows = list(csv.DictReader(io.StringIO(run("needed", "wales", "scotland", "-f", "csv").out)))
    assert rows[0] == {
        "goal": "level",
        "offer": "wales",
        "against": "scotland",
        "reading": "",
        "figure": "by",
        "value": "2023-09-01",
    }
    assert rows[1]["figure"] == "next_award_percent"
    assert run("needed", "wales", "-i", "cpi", "-f", "csv").out.splitlines()[-1].startswith(",,,,source,")
    assert "offers: " in said(run, "needed", "wales", "scotland", "-s", "35000")
    assert "illustration" not in said(run, "needed", "wales", "scotland", "-s", "35000")


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_screen(run: Run, columns: int) -> None:
    answer = run("needed", "wales", "scotland", "-i", "rpi", columns=columns, encoding="ascii")
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= columns


@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        ("wales", 2, "needed wants something to reach: add --inflation with a rate or a series"),
        ("wales scotland england -i 3", 2, "needed takes one offer or two: name two, or one with --against"),
        ("wales scotland --against england", 2, "needed takes one offer or two"),
        ("england-2026 -i cpi", 1, "CPI here ends in August 2026"),
    ],
)
def test_what_it_asks_for(run: Run, words: str, code: int, what: str) -> None:
    answer = run("needed", *words.split())
    assert (answer.code, answer.out) == (code, "")
    assert what in answer.err
