"""``compare --inflation cpi``: a series on either clock, forecasts, what was known by a month, what is told of it."""

import csv
import io
import json
from datetime import date

import pytest

from payoffer.cli import prices_asked
from payoffer.cli.options import among, series_names
from tests.conftest import Run
from tests.running import put, said

INDEXED = (
    'name = "Indexed"\ngroup = "g"\n[[award]]\neffective = 2022-04-01\n'
    'uplift = [{ index = "rpi", month = 2022-02-01, plus = 0.5, floor = 3, cap = 9 }]\n'
)
CLAIM = """
name  = "The claim"
kind  = "claim"
group = "teachers-scotland"
[[award]]
effective = 2022-04-01
uplift    = [{ index = "rpi", month = 2022-04-01, plus = 2 }]
"""


def test_scotland_february_by_both_clocks(run: Run) -> None:
    """5.6% behind before its rises, 0.5% ahead during its two years: the line says so."""
    found = said(run, "compare", "scotland", "-i", "cpi")
    assert "Prices: CPI, over the twelve months up to the month in which each pay year starts" in found
    assert "The Scottish offer does not keep up with the CPI." in found
    assert "and after the second 5.6% less." in found
    assert (
        "Measured over the deal itself instead, April 2022 to April 2024, basic pay in Scotland would by the CPI buy "
        "0.5% more after two years, not 5.6% less."
    ) in found
    during = said(run, "compare", "scotland", "-i", "cpi", "--prices", "during")
    assert "Prices: CPI, over the deal itself, from the month in which it starts; for percentages only" in during
    assert "The Scottish offer keeps up at the end, but not on the way there." in during
    assert "Measured up to the start of each pay year instead, April 2021 to April 2023" in during
    assert "buy 5.6% less after two years, not 0.5% more." in during
    assert "needed to keep up" not in during
    assert "Sums in pounds are set against prices before each rise only: leave --prices during out for them." in during


@pytest.mark.parametrize(
    ("offer", "before", "during"),
    [("wales-2023-03", "4.8% less", "3.2% more"), ("scotland-2023-03", "3.2% less", "3.0% more")],
)
def test_the_march_offers_by_both_clocks(run: Run, offer: str, before: str, during: str) -> None:
    assert f"buy {during} after two years, not {before}." in said(run, "compare", offer, "-i", "cpi")


def test_months_and_published_rates_are_told(run: Run) -> None:
    found = said(run, "compare", "wales", "scotland", "-i", "CPI")
    assert "prices up 10.1% to Sep 2022 up 9.0% to Apr 2022" in found
    assert "prices up 6.6% to Sep 2023 up 8.7% to Apr 2023" in found
    assert (
        "CPI from the index, in brackets the rate as quoted: April 2021 to April 2022 9.0% (9.0%, published)" in found
    )
    assert "September 2022 to September 2023 6.6% (6.7%, published)" in found
    assert "Each offer from its own start, so the CPI is taken over different months." in found
    assert "prices: CPI; offers: wales.toml (bundled)" in found
    assert "CPI: ONS D7BT, 2015=100; to August 2026 (released 16 September 2026, read November 2026" in found


def test_several_indices_stand_side_by_side(run: Run) -> None:
    found = said(run, "compare", "scotland", "-i", "cpi", "-i", "rpi", "-i", "10.1")
    assert "Prices: CPI and RPI, over the twelve months" in found
    assert "what basic pay buys (RPI)" in found
    assert "with prices rising 10.1% before each rise" in found
    assert "RPI from the index, in brackets the rate as quoted" in found
    assert "11.1%, from the index, rounded to 0.1" in found
    assert "prices: your figure, CPI and RPI" in found
    data = json.loads(run("compare", "scotland", "-i", "cpi", "-i", "10.1", "-f", "json").out)
    assert [block["name"] for block in data["offers"][0]["readings"][0]["by_inflation"]] == ["CPI", "10.1%"]
    assert [each["published"] for each in data["inflation"]] == [[9, 8.7], []]


def test_prices_that_fell_and_a_part_year(run: Run) -> None:
    found = said(run, "compare", "wales-2023-03", "scotland-2023-03", "-i", "cpi")
    assert "down 0.4% to Jan 2024 up 0.7% to Aug 2023" in found
    assert "April 2023 to August 2023 0.7% and September 2023 to January 2024 -0.4%." in found


def test_average_earnings_are_not_what_pay_buys(run: Run) -> None:
    found = said(run, "compare", "wales", "scotland", "-i", "awe")
    assert (
        "In its one year the Welsh offer keeps up with average earnings; over its two years the Scottish offer does "
        "not."
    ) in found
    assert "Against average earnings basic pay would be" in found
    assert "AWE from the index: April 2021 to April 2022 5.2%, September 2021 to September 2022 6.0%, " in found
    assert "what basic pay buys" not in found
    assert "against average earnings" in found
    assert "Measured over the deal itself instead, September 2022 to September 2023, against average earnings" in found
    one = said(run, "compare", "scotland", "-i", "awe")
    assert "After the first rise against average earnings basic pay would be" in one


def test_what_was_known_then_and_a_forecast(run: Run) -> None:
    words = ("compare", "wales", "scotland", "-i", "cpi", "--as-of", "2023-02")
    refused = run(*words)
    assert refused.code == 1
    assert "CPI here, as known by February 2023, ends in January 2023, and September 2023 is needed" in refused.err
    found = said(run, *words, "--forecast", "boe-2023-02")
    assert "up 6.2% to Sep 2023 forecast" in run(*words, "--forecast", "boe-2023-02", columns=200).out
    assert "6.2% (forecast)" in found
    assert (
        "CPI: ONS D7BT, 2015=100; to January 2023 (read November 2026, cpi.csv (bundled)), as published by February "
        "2023; Open Government Licence v3.0; forecast from February 2023: boe-2023-02 (Bank of England forecast (its "
        "most likely path, the mode), 2023-02-02, figures of the Bank of England under the MIT licence; a quarter's"
    ) in found
    data = json.loads(run(*words, "--forecast", "boe", "-f", "json").out)
    assert data["inflation"][0]["forecast_from"] == "2023-02"
    years = data["offers"][0]["readings"][0]["window"]["years"]
    assert [(year["inflation_to"], year["published_percent"], year["forecast"]) for year in years] == [
        ("2022-09", 10.1, False),
        ("2023-09", None, True),
    ]
    rows = list(csv.DictReader(io.StringIO(run(*words, "--forecast", "3", "-f", "csv").out)))
    assert {"figure": "forecast_from", "value": "2023-02"}.items() <= rows[-1].items()
    assert [row["value"] for row in rows if row["figure"] == "forecast" and row["window"] == "window"][:2] == [
        "False",
        "True",
    ]
    assert "to Jan 2023, read Nov 2026, OGL v3.0; then your forecast of 3% a year" in (
        run(*words, "--forecast", "3", "-f", "message").out
    )
    assert "forecast" in run(*words, "--forecast", "3", "-f", "markdown").out


def test_what_will_have_been_published_is_not_known(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prices_asked, "today", lambda: date(2026, 11, 22))
    answer = run("compare", "scotland", "-i", "cpi", "--as-of", "2026-12")
    assert answer.code == 2
    assert "--as-of December 2026 is still to come" in answer.err
    assert "name a month up to November 2026" in answer.err
    found = said(run, "compare", "scotland", "-i", "cpi", "--as-of", "2026-11")
    assert "to August 2026 (released 16 September 2026, read November 2026, cpi.csv (bundled)); Open" in found


def test_a_forecast_that_is_not_needed_is_told_of(run: Run) -> None:
    found = said(run, "compare", "scotland", "-i", "cpi", "--forecast", "cpi=3")
    assert "--forecast is not used for CPI: it has every month needed, up to August 2026." in found
    found = said(run, "compare", "scotland", "-i", "cpi", "-i", "rpi", "--forecast", "rpi=3,2")
    assert "--forecast is not used for RPI" in found
    assert "not used for CPI" not in found
    assert "RPI: ONS CHAW, Jan 1987=100; to July 2026 (released 19 August 2026" in found
    assert "forecast from" not in found


def test_a_table_of_ones_own(run: Run) -> None:
    """10% up to April 2022 and 5% more up to April 2023: as --inflation 10,5."""
    months = [f"{year}-{month:02d},{100 if (year, month) < (2022, 4) else 110 if (year, month) < (2023, 4) else 115.5}"
              for year in (2021, 2022, 2023) for month in range(1, 13)]  # fmt: skip
    put("mine.csv", "\n".join(["month,index", *months]))
    found = json.loads(run("compare", "scotland", "-i", "mine.csv", "-f", "json").out)
    rates = json.loads(run("compare", "scotland", "-i", "10,5,5", "-f", "json").out)
    both = [each["offers"][0]["readings"][0]["own"] for each in (found, rates)]
    assert both[0]["real_change_percent"] == both[1]["real_change_percent"]
    assert both[0]["shortfall"] == both[1]["shortfall"]
    assert found["inflation"][0]["name"] == "mine"
    told = said(run, "compare", "scotland", "-i", "mine.csv")
    assert 'does not keep up with "mine".' in told
    assert "mine: mine.csv; to December 2023" in told
    assert "mine from the index: April 2021 to April 2022 10.0% and April 2022 to April 2023 5.0%." in told
    ahead = said(run, "compare", "scotland", "-i", "mine.csv", "--months", "48", "--next", "2", "--forecast", "mine=3")
    assert "forecast" in ahead


def test_an_offer_without_dates_has_no_months(run: Run) -> None:
    put("undated.toml", 'name = "No dates"\n[[award]]\nyear = 1\nuplift = [{ percent = 3 }]\n')
    answer = run("compare", "undated.toml", "-i", "cpi")
    assert answer.code == 1
    assert "No dates: no dates are given, so no months of CPI are meant: give rates a year" in answer.err
    assert run("compare", "undated.toml", "scotland", "-i", "cpi").code == 0


def test_your_own_figure_of_an_index_stands_beside_the_published_one_in_every_form(run: Run) -> None:
    """320.2 / 296.0 is 8.2% in the published index; by a figure of 4%, 4 + 0.5 = 4.5: 41,800."""
    put("indexed.toml", INDEXED)
    words = ("compare", "indexed.toml", "--index", "rpi=4")
    yours = "our figure for RPI of February 2022 is 4% (from the published index: 8.2%), 4 + 0.5 = 4.5%"
    found = said(run, *words)
    assert "4.5% to £41,800" in found
    assert f"Y{yours}." in found
    assert "prices: your figure and RPI; offers" in found
    assert "RPI: ONS CHAW" in found
    assert f"y{yours}" in said(run, "show", *words[1:])
    assert f'"y{yours}"' in run(*words, "-f", "json").out
    assert f'indexed,1,,,assumes,"y{yours}"' in run(*words, "-f", "csv").out
    told = "Pay here follows your figure: 4% for RPI of February 2022 (from the published index: 8.2%)."
    assert told in run(*words, "-f", "message").out


def test_your_own_figure_stands_alone_where_none_was_published(run: Run) -> None:
    """Earnings are revised, so what had been published of them by February 2022 is not held; its RPI was not out."""
    put("indexed.toml", INDEXED)
    put("earnings.toml", INDEXED.replace('"rpi"', '"awe"'))
    alone = "is 4%, 4 + 0.5 = 4.5%."
    for name, index in (("indexed", "rpi"), ("earnings", "awe")):
        asked = ("--index", f"{index}=4", "--as-of", "2022-02", "-i", "cpi", "--forecast", "3")
        found = said(run, "compare", f"{name}.toml", *asked)
        assert f"Your figure for {index.upper()} of February 2022 {alone}" in found


AHEAD = (
    'name = "Ahead"\ngroup = "g"\nuntil = 2024-03-31\n[[award]]\neffective = 2022-04-01\nuplift = [{ percent = 5 }]\n'
)
FOLLOWS = "uplift = [{ index = 'rpi', month = 2023-02-01 }]\n"
BY_AUGUST = ("--as-of", "2022-08", "--forecast", "3")


def years_ahead(run: Run, *argv: str) -> list[bool | None]:
    """Return for each pay year whether its pay hangs on a forecast."""
    found = json.loads(run("compare", *argv, "-f", "json").out)
    return [year["pay_forecast"] for year in found["offers"][0]["readings"][0]["window"]["years"]]


def test_pay_that_follows_a_forecast_is_marked_where_it_stands(run: Run) -> None:
    """RPI of February 2023 by 3% a year from July 2022: 343.2 x 1.03^(7/12) / 320.2 = 1.0905, so 9%.

    40,000 + 5% = 42,000, + 9% = 45,780: 2,000 and 5,780 more than 40,000, 7,780 in all.
    """
    put("ahead.toml", f"{AHEAD}[[award]]\neffective = 2023-04-01\n{FOLLOWS}")
    found = said(run, "compare", "ahead.toml", *BY_AUGUST)
    for cell in ("5.0% to £42,000 extra", "£2,000 Second", "9.0% to £45,780 (a)", "£5,780 (a)", "£7,780 (a)"):
        assert cell in found
    assert "(a) The RPI of February 2023, which pay here follows, is a forecast." in found
    assert years_ahead(run, "ahead.toml", *BY_AUGUST) == [False, True]
    assert years_ahead(run, "ahead.toml") == [False, False]
    assert years_ahead(run, "scotland") == [None, None]
    assert "ahead,1,window,2,pay_forecast,True" in run("compare", "ahead.toml", *BY_AUGUST, "-f", "csv").out
    beside = said(run, "compare", "ahead.toml", *BY_AUGUST, "-i", "5")
    # 42,000 / 40,000 / 1.05 = 1, and 45,780 / 42,000 / 1.05 = 1.038
    assert "what basic pay buys the same" in beside
    assert "3.8% more (a)" in beside
    # needed: 40,000 x (1.05 - 1 + 1.05^2 - 1) = 6,100, which 7,780 is 1,680 above
    assert "£6,100 short of keeping up £1,680 over (a)" in beside


def test_a_one_off_that_follows_a_forecast_marks_its_own_year_alone(run: Run) -> None:
    """9% of 42,000 is 3,780 for the first year: 5,780 in it, 2,000 in the second, in which it does not count."""
    put("once.toml", f"{AHEAD}[[lump_sum]]\ncovers = [2022-04-01, 2023-03-31]\n{FOLLOWS.replace('uplift', 'pay')}")
    found = said(run, "compare", "once.toml", *BY_AUGUST)
    for cell in ("5.0% to £42,000 one-off", "£3,780 (a)", "£5,780 (a)", "£2,000 Both", "£7,780 (a)"):
        assert cell in found
    assert years_ahead(run, "once.toml", *BY_AUGUST) == [True, False]


def test_what_is_only_proposed_hangs_on_a_forecast_once_it_is_counted(run: Run) -> None:
    put("then.toml", f'{AHEAD}[[proposed]]\nsource = "Letter"\neffective = 2024-04-01\n{FOLLOWS}')
    words = ("then.toml", *BY_AUGUST, "--months", "36")
    assert years_ahead(run, *words) == [False, False, False]
    assert years_ahead(run, *words, "--next", "proposed") == [False, False, True]


def test_a_message_says_which_figures_are_not_from_the_publisher_itself(run: Run) -> None:
    message = run("compare", "scotland", "-i", "cpih", "-i", "awe", "-f", "message").out
    assert "to Sep 2025, read Nov 2026, May to September 2025 not from ONS, OGL v3.0\n" in message
    assert "to Sep 2025, read Nov 2026, from the Bank of England's data, OGL v3.0\n" in message


def test_rises_that_follow_an_index_are_found(run: Run) -> None:
    """RPI of February 2022, 320.2 / 296.0, is 8.2%; 8.2 + 0.5 = 8.7: 43,480."""
    put("indexed.toml", INDEXED)
    found = said(run, "compare", "indexed.toml")
    assert "8.7% to £43,480" in found
    assert "Rpi" not in found
    assert "RPI of February 2022 is 8.2% (from the index, rounded to 0.1), 8.2 + 0.5 = 8.7%." in found
    assert "RPI: ONS CHAW" in found
    assert "RPI: ONS CHAW" in said(run, "show", "indexed.toml")
    assert "prices: RPI; offers" in found
    refused = run("compare", "indexed.toml", "--as-of", "2022-02")
    assert "RPI of February 2022, which is not known here (RPI here ends in January 2022)" in refused.err
    beside_rates = said(run, "compare", "indexed.toml", "--as-of", "2022-02", "--forecast", "3", "-i", "5")
    assert "RPI of February 2022 would be 7.6% on your forecast of 3% a year" in beside_rates
    assert "forecast from February 2022: your forecast of 3% a year" in beside_rates
    ahead = said(run, "compare", "indexed.toml", "--as-of", "2022-02", "--forecast", "3")
    assert (
        "RPI of February 2022 would be 7.6% on your forecast of 3% a year, 7.6 + 0.5 = 8.1%." in ahead
    )  # 317.7 x 1.03^(1/12) / 296


def test_offers_against_another(run: Run) -> None:
    """A claim of RPI of April 2022 + 2, 13.1%: 45,240; 6% is 42,400 and 7% is 42,800."""
    put("claim.toml", CLAIM)
    words = ("compare", "scotland", "scotland-2023-03", "--against", "claim.toml")
    found = said(run, *words)
    assert (
        'adds £2,840 less than "The claim" over the 12 months both cover; basic pay at their end is £2,840 a year less.'
        in found
    )
    assert "Against The claim 12 months both cover 12 months both cover extra pay £2,840 less £2,440 less" in found
    assert "basic pay at the end, a year £2,840 less £2,440 less" in found
    assert "The claim: this is a claim by the union, not an offer." in found
    assert "and claim.toml" in found
    data = json.loads(run(*words, "-f", "json").out)["against"]
    assert (data["id"], data["kind"]) == ("claim", "claim")
    assert data["offers"][1] == {
        "offer": "scotland-2023-03", "from": "2022-04-01", "against_from": "2022-04-01", "months": 12,
        "extra_cash": [-2440, -2440], "rate_at_end": [-2440, -2440],
    }  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(run(*words, "-f", "csv").out)))
    assert [row["value"] for row in rows if row["window"] == "against claim"] == ["-2840.00"] * 4 + ["-2440.00"] * 4
    assert "The claim" in run(*words, "-f", "message").out


def test_against_the_offer_that_was_refused(run: Run) -> None:
    found = said(run, "compare", "wales-2023-03", "--against", "wales")
    assert "adds the same as" in found
    assert "basic pay at their end is the same." in found
    more = said(run, "compare", "scotland-2023-03", "--against", "scotland")
    assert "adds £833 more than" in more
    assert "is £1,107 a year more." in more


def test_against_an_offer_that_begins_on_another_day(run: Run) -> None:
    """Twelve months of each: 6% of 40,000, 2,400, against 6.5% and a one-off of 600 to 639, 3,200 to 3,239.

    From one date, 17 months: 2,400 and 5/12 of 4,732, 4,371.67, against the same 3,200 to 3,239.
    """
    own = said(run, "compare", "scotland", "--against", "wales")
    assert (
        "adds £800 to £839 less than the Welsh offer over the first 12 months of each, each from its own start; basic "
        "pay at their end is £200 a year less." in own
    )
    assert "Against Wales first 12 months of each" in own
    assert (
        "Against Wales: 1 April 2022 to 31 March 2023 in Scotland is set against 1 September 2022 to 31 August 2023 in "
        "Wales, each from its own start." in own
    )
    data = json.loads(run("compare", "scotland", "--against", "wales", "-f", "json").out)["against"]["offers"][0]
    assert (data["from"], data["against_from"]) == ("2022-04-01", "2022-09-01")
    dates = said(run, "compare", "scotland", "--against", "wales", "--align", "dates")
    assert "adds £1,133 to £1,172 more than the Welsh offer over the 17 months from 1 April 2022;" in dates
    assert (
        "Against Wales: both are counted from 1 April 2022; months before a later start are at the old rate." in dates
    )
    undated = run("compare", "3%", "--against", "5%", "-f", "json").out
    assert json.loads(undated)["against"]["offers"][0]["from"] is None


def test_what_follows_the_refused_offer_counts_as_in_payback(run: Run) -> None:
    """28 months: 400.00 and 432.70 over two years, and 78.39 less in the last four, 754.31; see payback."""
    found = said(run, "compare", "scotland-2023-03", "--against", "scotland", "--next", "scotland=3")
    assert (
        "adds £754 more than the offer of February 2023 over the 28 months, with 3% a year assumed after the offer of "
        "February 2023; basic pay at their end is £235 a year less." in found
    )
    back = run("payback", "scotland-2023-03", "--against", "scotland", "--next", "scotland=3", "--days", "1",
               "--strike-day", "1/235", "-f", "json")  # fmt: skip
    assert json.loads(back.out)["readings"][0]["gain"] == 754.31
    turned = said(run, "compare", "scotland", "--against", "scotland-2023-03", "--next", "scotland=3")
    assert "adds £754 less than the offer of March 2023 over the 28 months" in turned
    assert "--next is not used" not in turned
    assert "Scotland Feb 2023: a rise of 3% in April 2024, and each twelve months after, is assumed" in turned
    proposed = said(run, "compare", "wales-2023-03", "--against", "wales", "--next", "wales=proposed")
    assert "over the 24 months, with what was only proposed assumed after the offer of February 2023" in proposed


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("offers", [["wales"], ["wales", "scotland"], ["wales", "scotland", "england"]])
def test_no_line_is_wider_than_the_screen(run: Run, offers: list[str], columns: int) -> None:
    answer = run("compare", *offers, "-i", "cpi", "-i", "rpi", columns=columns, encoding="ascii")
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= columns


def test_a_message_with_a_series_stays_short(run: Run) -> None:
    text = run("compare", "wales", "scotland", "-i", "cpi", "-f", "message").out
    assert len(text) < 900
    assert "CPI: ONS D7BT, 2015=100, to Aug 2026, read Nov 2026, OGL v3.0" in text


def test_back_pay_against_a_series(run: Run) -> None:
    """6% from April 2022 on 40,000 is 200 a month, paid in October: six months are 1,200.

    Prices rose by 9.0% a year (120.0 / 110.1): each month's 200 loses 1 - 1.0899 ^ (-months late / 12), 29.67.
    """
    put("late.toml", 'name = "Late"\ngroup = "g"\noffered = 2022-09-01\n[[award]]\neffective = 2022-04-01\n'
        "paid = 2022-10-01\nuplift = [{ percent = 6 }]\n")  # fmt: skip
    own = json.loads(run("compare", "late.toml", "-i", "cpi", "-f", "json").out)["offers"][0]["readings"][0]["own"]
    assert own["arrears"] == 1200
    assert own["late_payment_loss"] == 29.67
    during = json.loads(run("compare", "late.toml", "-i", "cpi", "--prices", "during", "-f", "json").out)
    assert during["prices"] == "during"
    own = during["offers"][0]["readings"][0]["own"]
    assert (own["arrears"], own["late_payment_loss"], own["shortfall"], own["real_pay_change"]) == (
        1200,
        None,
        None,
        None,
    )
    assert own["real_extra_cash"] is None
    monthly = said(run, "compare", "late.toml", "-i", "cpi", "--monthly")
    assert "Oct 2022 comes with £1,200.00 of back pay for earlier months" in monthly


def test_the_working_is_written_with_index_figures(run: Run) -> None:
    found = said(run, "compare", "scotland-2023-03", "-i", "cpi", "-i", "rpi", "--working")
    assert "rise in prices up to the start of the year, Apr 2021 to Apr 2022: 120 / 110.1 - 1 = 8.991826%" in found
    assert "prices after 24 months, Apr 2021 to Apr 2023: 130.4 / 110.1 =" in found
    assert "(131.3 / 130.4) ^ (12/4) - 1 = 2.084876%" in found
    assert ", with CPI" in found
    mixed = said(run, "compare", "scotland", "-i", "cpi", "-i", "5", "--working")
    assert "with prices rising 5%" in mixed


def test_names_are_completed() -> None:
    assert series_names("CP") == ["cpi", "cpih"]
    assert among("before", "during")("d") == ["during"]


def test_each_series_names_its_source_in_csv(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("compare", "scotland", "-i", "cpi", "-i", "rpi", "-f", "csv").out)))
    sources = [row["value"].split(",")[0] for row in rows if row["figure"] == "source"]
    assert sources == ["CPI: ONS D7BT", "RPI: ONS CHAW"]
    assert not [row for row in rows if row["figure"] == "forecast_from"]


def test_points_are_measured_by_a_series(run: Run) -> None:
    """The CPI went from 110.1 to 130.4 in the two years; pay by 1.06 x 1.055: 1.1183 / 1.18438 is 5.6% less."""
    found = said(run, "points", "scotland", "-i", "cpi")
    assert "With the CPI, no point keeps up: at the end basic pay would buy 5.6% less than before." in found
    assert "CPI: ONS D7BT" in found


def by_year(*levels: str) -> str:
    """Return a table in which each level stands from April on, from April 2021."""
    months = [(2021 + (3 + month) // 12, (3 + month) % 12 + 1) for month in range(12 * len(levels))]
    return "month,index\n" + "".join(
        f"{year}-{month:02},{levels[number // 12]}\n" for number, (year, month) in enumerate(months)
    )


TWO = ("compare", "scotland", "-i", "a/mine.csv", "-i", "b/mine.csv")


def test_two_tables_of_one_name(run: Run) -> None:
    """Prices rise 10% a year in one and 5% in the other: 1.06 / 1.1 and 1.06 / 1.05 after Scotland's first rise."""
    put("a/mine.csv", by_year("100", "110", "121"))
    put("b/mine.csv", by_year("100", "105", "110.25"))
    found = said(run, *TWO)
    for line in (
        "prices (a/mine.csv) up 10.0% to Apr 2022",
        "prices (b/mine.csv) up 5.0% to Apr 2022",
        "what basic pay buys (a/mine.csv) 3.6% less",
        "what basic pay buys (b/mine.csv) 1.0% more",
        "a/mine.csv: your own table; to March 2024",
        "b/mine.csv: your own table; to March 2024",
        "prices: a/mine.csv and b/mine.csv;",
    ):
        assert line in found
    rows = csv.DictReader(io.StringIO(run(*TWO, "-f", "csv").out))
    real = {row["window"]: row["value"] for row in rows if row["figure"] == "real_change_percent" and not row["year"]}
    assert real["a/mine.csv window"] == "-7.578512"  # 1.06 x 1.055 / 1.21
    assert real["b/mine.csv window"] == "1.433107"  # 1.1183 / 1.1025
    assert run(*TWO, "--forecast", "b/mine.csv=3").code == 0
    refused = run(*TWO, "--forecast", "mine=3")
    assert (refused.code, "--forecast names mine, which is no series here: write a/mine.csv=3,2" in refused.err) == (
        2,
        True,
    )


def test_a_table_of_the_name_of_a_series_beside_that_series(run: Run) -> None:
    put("cpi.csv", by_year("100", "110", "121"))
    found = said(run, "compare", "scotland", "-i", "cpi", "-i", "cpi.csv")
    assert "what basic pay buys (CPI) 2.7% less" in found  # 1.06 x 110.1 / 120.0
    assert "what basic pay buys (cpi.csv) 3.6% less" in found
    assert "cpi.csv: your own table; to March 2024" in found
    assert "CPI: ONS D7BT, 2015=100; to August 2026" in found
    answer = run("restore", "1", "2", "--from", "2023-04", "--to", "2025-01", "-i", "cpi.csv", "--forecast", "obr")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("error: obr has no forecast of cpi.csv: it has")


def test_a_time_that_ends_within_a_month_meets_the_way_into_it(run: Run) -> None:
    """10.5 months from 15 April 2022: 110.1 in April 2021, then half-way from 115.8 (February) to 117.1 (March 2022).

    sqrt(115.8 x 117.1) = 116.448; 116.448 / 110.1 is 5.8% more, and 1.05 / 1.05766 is 0.7% less.
    """
    half = 'name = "Half"\nuntil = 2023-02-28\n[[award]]\neffective = 2022-04-15\nuplift = [{ percent = 5 }]\n'
    found = said(run, "compare", put("half.toml", half), "-i", "cpi")
    assert "up 5.8% into Mar 2022" in found
    assert "what basic pay buys 0.7% less" in found
    assert "CPI from the index: April 2021 into March 2022 5.8%." in found


def test_what_is_typed_without_a_day_is_told_to_name_one(run: Run) -> None:
    refused = run("compare", "5%", "-i", "cpi")
    assert refused.code == 1
    assert 'such as --inflation 4.1,3, or write the day, as in "5% from April 2024"' in refused.err


def test_a_table_that_is_missing_is_looked_for_among_the_series(run: Run) -> None:
    assert run("compare", "wales", "-i", "missing.csv").err == (
        "error: there is no file missing.csv: check the name, or see what is here with payoffer prices\n"
    )


def test_the_months_of_one_offer_are_its_own(run: Run) -> None:
    out = run("compare", "scotland-2023-03", "--months", "30").out
    assert "28 months it covers" in out
    assert "all cover" not in out
