"""What is said of a series: what stands on a forecast and whose it is, and what the other clock gives."""

import csv
import io
import json

import pytest

from tests.cli.test_series_prices import INDEXED
from tests.conftest import Run
from tests.running import put, said

BOE = ("-i", "cpi", "--as-of", "2023-02", "--forecast", "boe")


def message(run: Run, *argv: str) -> str:
    answer = run("compare", *argv, "-f", "message")
    assert answer.code == 0, answer.err
    return answer.out


def test_a_verdict_that_is_all_forecast_says_so(run: Run) -> None:
    """139.3 in September 2025; the Bank has September 2026 no higher than August, 143.6, and 1.96% more a year later.

    1.035 x 139.3 / 143.6 is 0.4% more, and 1.035 x 1.03 x 139.3 / (143.6 x 1.0196) 1.4% more.
    """
    found = said(run, "compare", "england-2026", "-i", "cpi", "--forecast", "boe")
    assert (
        "The English award keeps up with the CPI on the Bank of England's forecast (November 2025). After the first "
        "rise basic pay is forecast to buy 0.4% more than before, and after the second 1.4% more."
    ) in found
    told = message(run, "england-2026", "-i", "cpi", "--forecast", "boe")
    assert (
        "The English award keeps up with the CPI (forecast). After the first rise basic pay is forecast to buy" in told
    )
    assert "to Aug 2026, read Nov 2026, OGL v3.0; then the Bank of England's forecast (November 2025)" in told


def test_only_what_stands_on_a_forecast_is_marked(run: Run) -> None:
    """As known in February 2023, April 2023 was 120 x 1.0846: 1.06 x 1.055 x 110.1 / 130.152 is 5.4% less."""
    found = said(run, "compare", "wales", "scotland", *BOE)
    assert "Neither keeps up with the CPI on the Bank of England's forecast (February 2023)." in found
    assert (
        "Basic pay would buy 3.3% less than before in Wales and 2.7% less in Scotland after the first rise, and 5.4% "
        "less in Scotland after the second (forecast)."
    ) in found
    one = said(run, "compare", "scotland", *BOE)
    assert "After the first rise basic pay would buy 2.7% less than before, and after the second (forecast) 5.4%" in one
    apart = said(run, "compare", "england-2026", "scotland", "-i", "cpi", "--forecast", "boe")
    assert "0.4% more than before in England after the first rise (forecast), and 2.7% less in Scotland after" in apart


def test_the_forecaster_is_named_once(run: Run) -> None:
    """Wales during its year: 123.8 x 1.062 in September 2023, and 6.5% / 6.2% is 0.3% more."""
    during = said(run, "compare", "wales", "scotland", *BOE, "--prices", "during")
    assert (
        "In its one year the Welsh offer keeps up with the CPI on the Bank of England's forecast (February 2023); over "
        "its two years the Scottish offer does not on that forecast. If Wales got no rise in September 2023, the Welsh "
        "offer would not keep up over the two years on that forecast. Basic pay is forecast to buy 0.3% more"
    ) in during
    assert "The Scottish offer keeps up at the end, but not on the way there on that forecast." in during


def test_the_other_clock_says_where_it_is_a_forecast(run: Run) -> None:
    """April 2024 is 130.152 x 1.0096 = 131.40, 9.5% above the 120 of April 2022: 1.1183 / 1.095 is 2.1% more."""
    found = said(run, "compare", "scotland", *BOE)
    assert (
        "Measured over the deal itself instead, April 2022 to April 2024 (forecast from February 2023), basic pay in "
        "Scotland would by the CPI buy 2.1% more after two years, not 5.4% less."
    ) in found
    assert "April 2022 to April 2024 9.5% (forecast)" in found


def test_a_message_gives_the_other_clock(run: Run) -> None:
    """1.1183 x 120 / 133.5 is 0.5% more."""
    assert "Over the deal itself it would buy 0.5% more in Scotland (to Apr 2024)." in message(
        run, "scotland", "-i", "cpi"
    )
    during = message(run, "scotland", "-i", "cpi", "--prices", "during")
    assert "The Scottish offer does not keep up with the CPI over the deal itself." in during
    assert "Up to each pay year's start it would buy 5.6% less in Scotland (to Apr 2023)." in during
    earnings = message(run, "wales", "-i", "awe")
    assert "Over the deal itself it would be, against average earnings, 1.2% less in Wales (to Sep 2023)." in earnings


def test_a_message_keeps_what_has_to_be_known(run: Run) -> None:
    """The rise that would make them level and what follows a silent year go before a year on a forecast goes."""
    found = message(run, "wales", "scotland", *BOE)
    assert len(found) < 900
    assert (
        "Neither keeps up with the CPI (forecast). Basic pay would buy 3.3% less than before in Wales after the first "
        "rise, and 5.4% less in Scotland after the second (forecast). Over the deal itself it is forecast to buy 0.3% "
        "more in Wales (to Sep 2023) and 2.1% more in Scotland (to Apr 2024)."
    ) in found
    assert "£40,000 is an illustration." in found
    shorter = message(run, "wales", "scotland", "-i", "cpi")
    assert "A Welsh rise of about" not in shorter
    assert "If Wales got no rise in September 2023, Scotland's would add more over the two years" in shorter


@pytest.mark.parametrize("clock", [(), ("--prices", "during")])
@pytest.mark.parametrize("pair", ["wales scotland", "wales-2023-03 scotland-2023-03", "scotland england-2026"])
def test_a_message_about_two_offers_is_short(run: Run, pair: str, clock: tuple[str, ...]) -> None:
    assert len(message(run, *pair.split(), "-i", "cpi", "--forecast", "boe", *clock)) < 900


def test_what_no_part_left_out_makes_short_is_told_in_brief(run: Run) -> None:
    """Two deals of two years, both clocks, half of the months a forecast: all that has to be known is there."""
    found = message(run, "wales-2023-03", "scotland-2023-03", *BOE, "--prices", "during")
    assert "depends on what the offers leave open: £7,930 to £7,969 in Wales against £7,965 in Scotland" in found
    assert "Only the Welsh offer keeps up with the CPI over the deal itself (forecast)." in found
    assert "Up to each pay year's start it is forecast to buy 4.4% less in Wales and 3.1% less in Scotland." in found


def test_the_json_names_a_forecast_only_where_it_is_used(run: Run) -> None:
    words = ("compare", "scotland", "-i", "cpi", "--forecast", "3", "-f", "json")
    (unused,) = json.loads(run(*words).out)["inflation"]
    assert unused["forecast_from"] is None
    assert "forecast" not in unused["source"]
    (used,) = json.loads(run(*words, "--as-of", "2023-02").out)["inflation"]
    assert used["forecast_from"] == "2023-02"


def test_figures_of_the_table_that_stand_on_a_forecast_are_marked(run: Run) -> None:
    """Both years of Scotland need 40,000 x (120 / 110.1 - 1) + 40,000 x (130.152 / 110.1 - 1) = 3,597 + 7,285."""
    found = run("compare", "scotland", *BOE, columns=100).out
    assert "what basic pay buys         2.7% less\n" in found
    assert "what basic pay buys         5.4% less (a)\n" in found
    assert "needed to keep up           £10,882 (a)\n" in found
    assert "short of keeping up         £3,750 (a)\n" in found
    assert "real-terms value            £3,258 less (a) (b)\n" in found
    assert "(a) The Bank of England's forecast (February 2023), from February 2023 on.\n" in found
    two = said(run, "compare", "england-2026", "-i", "cpi", "-i", "rpi", "--forecast", "cpi=3", "--forecast", "rpi=4")
    assert (
        "(a) Your forecast of 3% a year, from September 2026 on. (b) Your forecast of 4% a year, from August 2026"
        in two
    )


def test_average_earnings_are_no_prices(run: Run) -> None:
    found = said(run, "compare", "wales", "scotland", "-i", "awe")
    assert "Average earnings: AWE, over the twelve months up to the month in which each pay year starts" in found
    assert "average earnings up 6.0% to Sep 2022 up 5.2% to Apr 2022" in found
    assert "Keeps up only if earnings rise by less than 6.5% by less than 5.7% a year" in found
    assert "so average earnings are taken over different months." in found
    assert "; earnings: AWE; offers:" in found
    for word in ("prices", "buys", "real-terms", "in the money of"):
        assert word not in found
    both = said(run, "compare", "scotland", "-i", "awe", "-i", "cpi")
    assert "Average earnings: AWE, over" in both
    assert "Prices: CPI, over" in both
    assert "average earnings (AWE) up 5.2% to Apr 2022 against average earnings 0.7% more prices (CPI) up 9.0%" in both
    assert "prices: AWE and CPI" in both
    during = said(run, "compare", "scotland", "-i", "awe", "--prices", "during")
    assert "Sums in pounds are set against average earnings before each rise only" in during
    ends = said(run, "compare", "scotland-2023-03", "-i", "awe")
    assert (
        "In Scotland extra pay is enough for these 28 months taken together; basic pay ends up 0.5% less against "
        "average earnings."
    ) in ends


def test_one_month_is_called_the_month(run: Run) -> None:
    one = said(run, "compare", "2%", "--months", "13", "-i", "3", "--next", "0")
    assert "3% a year over the last month" in one
    assert "The last month meets 1/12 of that year's rise in prices." in one
    alone = said(run, "compare", "wales", "--months", "1", "-i", "3", "--against", "scotland")
    assert "the 1 month" not in alone
    assert "over the first month of each" in alone


def points(run: Run, *argv: str) -> str:
    return said(run, "points", *argv)


def test_points_that_keep_up_only_at_the_end_are_told_so(run: Run) -> None:
    """1.1183 x 120 / 133.5 is 0.5% more; on the way there, after the first rise, 1.06 x 120 / 130.4 is 2.5% less."""
    found = points(run, "scotland", "-i", "cpi", "--prices", "during")
    assert (
        "With the CPI over the deal itself, all 6 points keep up at the end, but not on the way there: at the end "
        "basic pay would buy 0.5% more than before. Up to each pay year's start it would buy 5.6% less at all 6 "
        "points (to Apr 2023)."
    ) in found
    before = points(run, "scotland", "-i", "cpi")
    assert (
        "no point keeps up: at the end basic pay would buy 5.6% less than before. Over the deal itself it would buy "
        "0.5% more at all 6 points (to Apr 2024)."
    ) in before
    data = json.loads(run("points", "scotland", "-i", "cpi", "-f", "json").out)
    (told,) = (each for each in data["verdict"] if each["rule"] == "other_clock")
    assert told["figures"] == {"prices": "CPI", "real_change_percent": [0.5, 0.5]}


def test_points_on_a_forecast_are_marked(run: Run) -> None:
    """Prices at 3% a year from August 2026: 143.6 x 1.03 ^ (13/12) / 139.3 is 6.4% against rises of 6.6% and 8.2%."""
    words = ("england-2026", "--scale", "eng-teacher-roe", "-i", "cpi", "--forecast", "3")
    text = (
        "With the CPI on your forecast of 3% a year, every point keeps up: at the end basic pay is forecast to buy "
        "0.2% to 1.6% more than before."
    )
    found = points(run, *words)
    assert text in found
    assert "buys (forecast)" in found
    message = run("points", *words, "-f", "message").out
    assert text in message
    assert "CPI: ONS D7BT, 2015=100, to Aug 2026, read Nov 2026, OGL v3.0; then your forecast of 3% a year" in message
    assert "buys (CPI, forecast)" in points(run, *words, "-i", "10")
    rows = list(csv.DictReader(io.StringIO(run("points", *words, "-f", "csv").out)))
    assert {row["forecast_from"] for row in rows} == {"2026-09"}
    assert all("your forecast of 3% a year" in row["source"] for row in rows)
    several = list(csv.DictReader(io.StringIO(run("points", *words, "-i", "10", "-f", "csv").out)))
    assert (several[0]["source (10%)"], several[0]["forecast_from (CPI)"]) == ("your figure", "2026-09")


def test_points_against_average_earnings(run: Run) -> None:
    found = points(run, "scotland", "-i", "awe")
    assert "no point keeps up: at the end against average earnings basic pay would be 1.8% to 1.9% less" in found
    assert "against earnings: basic pay at the end against average earnings, each from before the offer." in found
    for word in ("prices:", "buy"):
        assert word not in found
    assert "against earnings (AWE)" in points(run, "scotland", "-i", "awe", "-i", "cpi")


def test_a_message_about_points_keeps_both_clocks(run: Run) -> None:
    found = run("points", "scotland", "scotland-2023-03", "-i", "cpi", "-f", "message").out
    assert len(found) < 900
    assert found.count("Over the deal itself it would buy") == 2
    assert "CPI: ONS D7BT" in found


def test_the_working_names_the_months_and_what_is_a_forecast(run: Run) -> None:
    """120 x 1.0846 is 130.152."""
    found = said(run, "compare", "scotland", *BOE, "--working")
    assert "rise in prices up to the start of the year, Apr 2021 to Apr 2022: 120 / 110.1 - 1 =" in found
    assert "rise in prices up to the start of the year, Apr 2022 to Apr 2023 (forecast): 130.152 / 120 - 1 =" in found
    assert "prices after 24 months, Apr 2021 to Apr 2023 (forecast): 130.152 / 110.1 =" in found
    during = said(run, "compare", "scotland", "-i", "cpi", "--prices", "during", "--working")
    assert "rise in prices over the year, Apr 2022 to Apr 2023: 130.4 / 120 - 1 =" in during
    rates = said(run, "compare", "scotland", "-i", "5", "--working")
    assert "rise in prices up to the start of the year: 5" in rates


def test_the_working_against_average_earnings_speaks_of_no_prices(run: Run) -> None:
    found = said(run, "compare", "scotland", "-i", "awe", "--working")
    assert "rise in average earnings up to the start of the year, Apr 2021 to Apr 2022:" in found
    assert "average earnings after 12 months, Apr 2021 to Apr 2022:" in found
    assert "basic pay against average earnings at the end of the year:" in found
    assert "basic pay keeps up if average earnings rise by this a year:" in found
    for word in ("prices", "buys", "in the money of"):
        assert word not in found


def test_a_message_says_that_a_rise_follows_a_forecast(run: Run) -> None:
    """317.7 x 1.03 ^ (1/12) / 296.0 is 7.6% in February 2022, and 7.6 + 0.5 is a rise of 8.1%: 270 a month."""
    put("indexed.toml", f"points = {{ x = 40000 }}\n{INDEXED}")
    words = ("indexed.toml", "--as-of", "2022-02", "--forecast", "3", "-f", "message")
    for command in ("compare", "points"):
        found = run(command, *words).out
        assert "£270 a month" in found
        assert "The RPI of February 2022, which pay here follows, is a forecast." in found
        assert "RPI: ONS CHAW, Jan 1987=100, to Jan 2022, read Nov 2026, OGL v3.0; then your forecast of 3%" in found
