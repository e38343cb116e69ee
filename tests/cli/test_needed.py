"""``payoffer needed``: the next award that keeps up, is level, or meets a claim, in every form."""

import csv
import io
import json

import pytest

from tests.conftest import Run
from tests.running import put, said

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


def test_wales_against_scotland(run: Run) -> None:
    found = said(run, "needed", "wales", "scotland", "-i", "10.1")
    assert (
        "To add as much as the Scottish offer over the 24 months, Wales would need a rise of 3.04% to 3.13% on" in found
    )
    assert "A one-off of £1,293 to £1,332 would bring as much over the 24 months, but stays out of basic pay" in found
    assert "that is why it is not the same." in found
    assert "if a one-off of pay before 3.127% 9.830% £1,332" in found
    # 1.101 x 1.101 = 1.212201
    kept_up = (
        "To have kept up with prices rising 10.1% a year, up 21.2% over the 24 months up to then, Wales would need"
    )
    assert f"{kept_up} a rise of 13.82% on 1 September 2023, to £48,488 a year." in found
    assert "on the same £40,000 a year before either offer" in found
    assert "on 1 September 2023 13.822% 21.220% £5,888" in found
    assert "Wales: no last day is given: 12 months from 1 September 2022 are assumed." in found
    assert "payoffer 0.1.0; prices: your figure; offers: wales.toml (bundled) and scotland.toml (bundled)" in found
    assert found.endswith("Sources: payoffer show wales and payoffer show scotland")


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
    kept_up = "To have kept up with the CPI, up 17.4% from September 2021 to September 2023, Wales would need a rise of"
    assert f"{kept_up} 10.27%" in found
    # 1.101 x 1.04 = 1.14504
    assert "with prices rising 10.1%, then 4%, up 14.5% over the 24 months up to then, Wales" in found
    assert "CPI: ONS D7BT, 2015=100" in found
    data = json.loads(run("needed", "wales", "-i", "cpi", "-f", "json").out)
    assert data["needed"][0]["prices"] == "CPI"
    assert data["sources"][0].startswith("CPI: ONS D7BT")
    goal = data["needed"][0]
    assert (goal["prices_from"], goal["prices_to"], goal["forecast_from"]) == ("2021-09", "2023-09", None)
    assert goal["prices_percent"] == 17.437722  # 132.0 / 112.4
    falling = said(run, "needed", "wales", "-i", "-2")
    assert "with prices falling 2% a year, down 4.0% over the 24 months up to then, Wales needs no rise" in falling


def test_the_clock_of_prices_over_the_deal_itself(run: Run) -> None:
    """Wales, March 2023, 44,730: 40,000 x 134.2 / 112.4 is 47,758; x 134.2 / 123.8 is 43,360, 1,370 less."""
    found = said(run, "needed", "wales-2023-03", "-i", "cpi")
    assert "the CPI, up 19.4% from September 2021 to September 2024, Wales would need a rise of 6.77%" in found
    opposite = (
        "Measured over the deal itself instead, September 2022 to September 2024, with the CPI up 8.4%, Wales needs no "
        "rise: basic pay is £1,370 a year ahead."
    )
    assert opposite in found
    assert opposite in run("needed", "wales-2023-03", "-i", "cpi", "-f", "message").out
    data = json.loads(run("needed", "wales-2023-03", "-i", "cpi", "-f", "json").out)["needed"][0]
    assert data["over_the_deal_itself"]["prices_from"] == "2022-09"
    assert data["over_the_deal_itself"]["prices_percent"] == 8.400646
    assert "Measured over" not in said(run, "needed", "wales", "-i", "cpi")


def test_prices_over_the_deal_itself_that_ask_for_a_rise(run: Run) -> None:
    """Prices fell by 10% before a deal of 2% and rose by 5% in its year, so 94.5 of 100: 37,800, against 40,800.

    Over the year itself 5% is 42,000, and 42,000 over 40,800 is 2.94%.
    """
    months = [f"2024-{month:02},100" for month in range(4, 13)] + [f"2025-{month:02},100" for month in range(1, 4)]
    months += [f"2025-{month:02},90" for month in range(4, 13)] + [f"2026-{month:02},90" for month in range(1, 4)]
    put("mine.csv", "\n".join(["month,index", *months, "2026-04,94.5"]))
    put("one.toml", ONE.replace("percent = 3", "percent = 2"))
    found = said(run, "needed", "one.toml", "-i", "mine.csv")
    assert 'down 5.5% from April 2024 to April 2026, "One" needs no rise on 1 April 2026: basic pay is £3,000' in found
    assert 'April 2025 to April 2026, with "mine" up 5.0%, "One" would need a rise of 2.94%.' in found


def test_prices_that_are_a_forecast_are_marked(run: Run) -> None:
    words = ("needed", "england-2026", "-i", "cpi", "--forecast", "3")
    marked = "from September 2025 to September 2028 (forecast from September 2026), England would need a rise of"
    found = said(run, *words)
    assert marked in found
    assert "on 1 September 2028 (forecast) 2." in found
    assert marked in run(*words, "-f", "message").out
    assert json.loads(run(*words, "-f", "json").out)["needed"][0]["forecast_from"] == "2026-09"
    assert "keep_up,england-2026,CPI,,forecast_from,2026-09" in run(*words, "-f", "csv").out


def test_claims_that_follow_forecasts_are_marked(run: Run) -> None:
    """RPI of July 2027 and of July 2028 by a forecast of 3%: 6.09% over two years."""
    two = "".join(f'[[award]]\neffective = {year}-09-01\nuplift = [{{ index = "rpi", month = {year}-07-01 }}]\n'
                  for year in (2027, 2028))  # fmt: skip
    put("claim.toml", f'name = "The claim"\nkind = "claim"\ngroup = "g"\n{two}')
    put("one.toml", ONE.replace("2025-04-01", "2027-09-01"))
    words = ("needed", "one.toml", "--against", "claim.toml", "--forecast", "3")
    marked = "The RPI of July 2027 and the RPI of July 2028, which pay here follows, are forecasts."
    assert marked in said(run, *words)
    assert marked in run(*words, "-f", "message").out
    assert json.loads(run(*words, "-f", "json").out)["forecasts"] == ["the RPI of July 2027", "the RPI of July 2028"]
    assert ",,,,forecast,the RPI of July 2028" in run(*words, "-f", "csv").out


def test_a_forecast_that_no_figure_needs_is_no_source(run: Run) -> None:
    """The claim follows the RPI of April 2022, which is published; of England's months some are to come."""
    put("claim.toml", CLAIM)
    words = ("needed", "scotland", "--against", "claim.toml", "-i", "cpi", "--forecast", "3")
    found = said(run, *words)
    assert "your forecast of 3%" not in found
    assert "--forecast is not used for RPI: it has every month needed, up to July 2026." in found
    assert "--forecast is not used for CPI: it has every month needed, up to August 2026." in found
    assert "then your forecast" not in run(*words, "-f", "message").out
    assert "forecast" not in "".join(json.loads(run(*words, "-f", "json").out)["sources"])
    late = said(run, "needed", "england-2026", "-i", "cpi", "--forecast", "3")
    assert "forecast from September 2026: your forecast of 3% a year" in late
    assert "--forecast is not used" not in late


def test_a_rise_assumed_after_the_offer_that_is_asked_about_is_refused(run: Run) -> None:
    why = "the very rise that needed works out: leave it out for wales, or see with compare what it comes to"
    for words in ("wales scotland --next wales=3.5", "wales scotland --next 3.5", "wales -i 10.1 --next proposed"):
        answer = run("needed", *words.split())
        assert (answer.code, answer.out) == (2, "")
        assert f"--next gives wales {why}" in answer.err


def test_a_rise_assumed_after_the_other_offer_counts_and_is_told(run: Run) -> None:
    """A claim of 21.1%, 48,440, and 2% assumed after it, 49,408.80, over 44,732 is 10.455%; without it 8.289%.

    Extra pay over the 24 months: 8,440 + 9,408.80 less 2,400 + 4,732 is 10,716.80.
    """
    put("claim.toml", CLAIM.replace("plus = 2", "plus = 10"))
    words = ("needed", "scotland", "--against", "claim.toml")
    silent = said(run, *words)
    assert 'To meet "The claim", if "The claim" was followed by no rise in April 2023, ' in silent
    assert "would need a rise of 8.29% on 1 April 2024, to £48,440 a year." in silent
    what = "The claim says nothing after 31 March 2023, so no rise of it is counted there: say what would have"
    assert f"{what} followed, such as --next claim=3." in silent
    found = said(run, *words, "--next", "claim=2")
    assert "on 1 April 2024 10.455% 23.522% £10,717" in found
    assert "was followed by no rise" not in found
    assert what not in found
    assumed = "The claim: a rise of 2% in April 2023, and each twelve months after, is assumed, not offered."
    assert assumed in found
    assert assumed in run(*words, "--next", "claim=2", "-f", "message").out
    unused = said(run, "needed", "wales", "scotland", "--next", "scotland=3")
    assert "Scotland: --next is not used: the offer itself covers all the months counted." in unused


def test_a_claim_without_dates_that_is_shorter(run: Run) -> None:
    """3% twice is 42,436 of 40,000; a claim of 7%, 42,800, is 0.858% over that."""
    two = UNDATED.replace("[3, 4]", "3") + "[[award]]\nyear = 2\nuplift = [{ percent = 3 }]\n"
    put("two.toml", two.replace("No dates", "Two"))
    put(
        "claim.toml",
        UNDATED.replace("No dates", "Claim").replace("[3, 4]", "7").replace("group", 'kind = "claim"\ngroup'),
    )
    found = said(run, "needed", "two.toml", "--against", "claim.toml")
    assert 'To meet "Claim", if "Claim" was followed by no rise, "Two" would need a rise of 0.86% next' in found
    assert "Claim says nothing after its last year, so no rise of it is counted there" in found


def test_part_time(run: Run) -> None:
    """On 30,000: 999 to 969.75 a year full-time over the second year, 60% of it is 599 to 582."""
    words = ("needed", "wales", "scotland", "--fte", "0.6", "-s", "30000")
    found = said(run, *words)
    assert "For 60% of full-time hours; basic pay is shown full-time, one-offs for these hours" in found
    assert "to £32,920 to £32,949 a year. A one-off of £582 to £599 for 60% of full-time hours would bring" in found
    assert "which at these hours would be £582 to £599 a year lower from then on" in found
    assert "next award rise in all or a one-off (60%)" in found
    assert "For 60% of full-time hours; basic pay" in run(*words, "-f", "markdown").out
    assert "For 60% of full-time hours; basic pay" in run(*words, "-f", "message").out
    assert json.loads(run(*words, "-f", "json").out)["fte"] == 0.6


def test_todays_pay_stands_in_the_heading(run: Run) -> None:
    found = said(run, "needed", "wales", "scotland", "--paid-now", "-s", "42000")
    assert "What the next award would have to be, on £42,000 a year now" in found


def test_a_claim_that_follows_an_index(run: Run) -> None:
    """RPI of April 2022, 11.1 + 2 = 13.1: 45,240 over 44,732 is 1.136%."""
    put("claim.toml", CLAIM)
    found = said(run, "needed", "scotland", "--against", "claim.toml")
    assert "would need a rise of 1.14% on 1 April 2024, to £45,240 a year." in found
    assert "RPI of April 2022 is 11.1% (from the index, rounded to 0.1), 11.1 + 2 = 13.1%." in found
    # 45,240 for 24 months is 10,480 over; 2,400 + 4,732 of the offer from that is 3,348
    assert 'A one-off of £3,348 would bring the extra pay over the 24 months up to that of "The claim", but' in found
    assert "The claim: this is a claim by the union, not an offer." in found
    assert "RPI: ONS CHAW" in found
    assert said(run, "needed", "claim.toml", "-i", "cpi").count("if RPI") == 0


def test_average_earnings_are_no_prices(run: Run) -> None:
    found = said(run, "needed", "scotland", "-i", "awe")
    assert "Average earnings are taken from twelve months before the offer begins up to the day of" in found
    assert "payoffer 0.1.0; earnings: AWE; offers: scotland.toml (bundled)" in found
    assert "Prices are" not in found
    both = said(run, "needed", "scotland", "-i", "cpi", "-i", "awe")
    assert "Prices and average earnings are taken from twelve months before" in both
    assert "payoffer 0.1.0; prices: CPI and AWE; offers" in both


def test_where_nothing_is_needed(run: Run) -> None:
    put("claim.toml", CLAIM.replace("plus = 2", "plus = -9"))
    found = said(run, "needed", "scotland", "--against", "claim.toml")
    # 2.1% of 40,000 is 840: 40,840 against 44,732
    assert "needs no rise on 1 April 2024: basic pay is £3,892 a year ahead." in found
    assert "on 1 April 2024 nothing - nothing" in found
    put("one.toml", ONE)
    level = said(run, "needed", "one.toml", "-i", "0%,3%")
    assert "needs no rise on 1 April 2026: basic pay is just there." in level


def test_a_cut_is_no_need(run: Run) -> None:
    """3% or 6% of 40,000 are 41,200 and 42,400; to 42,000 the lower needs 800, 1.942%, and the higher nothing."""
    put("range.toml", ONE.replace("One", "Range").replace("percent = 3", "percent = [3, 6]"))
    put("claim.toml", TWO.replace("Two", "Claim").replace("group", 'kind = "claim"\ngroup'))
    words = ("needed", "range.toml", "--against", "claim.toml")
    one_year = (
        'To meet "Claim", "Range" would need no rise on 1 April 2026 in one reading, but one of 1.94% in another, to '
        "£42,000 a year. In that reading a one-off of £800 would bring the extra pay over the 12 months up to that of "
        '"Claim", but stays out of basic pay, which would be £800 a year lower from then on'
    )
    assert one_year in said(run, *words)
    assert one_year in run(*words, "-f", "message").out
    assert "if the highest figure of each range nothing - nothing" in said(run, *words)


def test_readings_that_need_a_rise_are_counted(run: Run) -> None:
    """Wales comes to 5,800, 5,830 or 5,839 over two years if no rise follows.

    Against 2 x 2,917.50 = 5,835 that is 35, 5 and -4 short: 0.08% and 0.01% of 42,600. Against 2 x 2,912.50 = 5,825
    it is 25, -5 and -14: 0.06%.
    """
    two_years = 'group = "teachers-wales"\nuntil = 2024-08-31\n[[award]]\neffective = 2022-09-01\n'
    put("more.toml", f'name = "More"\n{two_years}uplift = [{{ flat = 2917.5 }}]\n')
    put("less.toml", f'name = "Less"\n{two_years}uplift = [{{ flat = 2912.5 }}]\n')
    found = said(run, "needed", "wales", "more.toml")
    assert "no rise on 1 September 2023 in one reading, but one of 0.01% to 0.08% in others, to £42,605 to" in found
    assert "In those readings a one-off of £5 to £35 would bring as much" in found
    found = said(run, "needed", "wales", "less.toml")
    assert "no rise on 1 September 2023 in two readings, but one of 0.06% in another, to £42,625 a year" in found


def test_a_one_off_that_only_some_readings_need(run: Run) -> None:
    """3% or 4% and 600 once: 1,800 or 2,200 against 2,000; 800 or 400 short of 42,000 a year."""
    lump = "[[lump_sum]]\npay = [{ flat = 600 }]\npaid = 2025-04-01\n"
    put("one.toml", ONE.replace("percent = 3", "percent = [3, 4]") + lump)
    put("two.toml", TWO)
    found = said(run, "needed", "one.toml", "two.toml")
    assert "would need a rise of 0.96% to 1.94% on 1 April 2026, to £42,000 a year. A one-off of up to £200" in found
    assert "which would be £400 to £800 a year lower from then on" in found


def test_prices_over_the_deal_itself_that_turn_one_reading(run: Run) -> None:
    """5% or 8% are 42,000 and 43,200; 40,000 x 132.0 / 123.8 is 42,649, 1.55% over the lower."""
    put("range.toml", ONE.replace("2025-04-01", "2022-09-01").replace("percent = 3", "percent = [5, 8]"))
    found = said(run, "needed", "range.toml", "-i", "cpi")
    assert (
        "Measured over the deal itself instead, September 2022 to September 2023, with the CPI up 6.6%, "
        '"One" would need no rise in one reading, but one of 1.55% in another.' in found
    )


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
    assert "\n\n£40,000 is an illustration.\n\n" in message
    assert "illustration" not in run("needed", "wales", "-i", "cpi", "-s", "40000", "-f", "message").out
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


def test_an_offer_on_top_of_an_award_that_is_not_named(run: Run) -> None:
    put("more.toml", ONE.replace("effective =", 'adds_to = "unstated"\neffective ='))
    answer = run("needed", "more.toml", "-i", "5")
    assert (answer.code, answer.out) == (1, "")
    assert "so what would keep up is not known: add that award to the file, as in_payment" in answer.err


def test_a_long_message_tells_of_one_offs_once(run: Run) -> None:
    """Three goals, each with its one-off, are past 900 characters."""
    message = run("needed", "wales", "scotland", "-i", "cpi", "-f", "message").out
    assert message.count("A one-off of") == 1
    assert message.count("would need a rise of") == 3
    assert run("needed", "wales", "-i", "10", "-i", "5", "-f", "message").out.count("A one-off of") == 2


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
        ("wales-2023-03 -i cpi --prices during", 2, "--prices during is for percentages only, and needed answers in"),
        ("england-2026 -i cpi", 1, "CPI here ends in August 2026"),
    ],
)
def test_what_it_asks_for(run: Run, words: str, code: int, what: str) -> None:
    answer = run("needed", *words.split())
    assert (answer.code, answer.out) == (code, "")
    assert what in answer.err
