"""``payoffer prices``: what is here and how fresh, one series, newer months taken in and taken out again."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from payoffer.cli import price_actions, prices_asked
from payoffer.price_files import held, own_prices, stored_file
from payoffer.report.series_page import due
from tests.conftest import Run
from tests.ons_files import levels_of, ons_file
from tests.running import put, said

pytestmark = pytest.mark.usefixtures("on_a_day")


@pytest.fixture
def on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(price_actions, "today", lambda: date(2026, 11, 30))


def test_what_is_here_and_how_fresh(run: Run) -> None:
    found = run("prices", columns=200).out.splitlines()
    assert found[0].split() == ["Series", "Months", "Newer", "figures", "What"]
    assert found[2].startswith("cpi     Jan 1988 to Aug 2026  were due on 21 October 2026")
    assert found[3].startswith("cpih    Jan 1988 to Sep 2025  were due in November 2025")
    assert found[4].startswith("rpi     Jan 1987 to Jul 2026  were due on 16 September 2026")
    text = " ".join(" ".join(found).split())
    assert "CPI: ONS D7BT, 2015=100; to August 2026 (released 16 September 2026, read November 2026" in text
    assert "AWE: ONS KAB9, means of quarters, GBP a week; to September 2025" in text
    assert "taken from the Bank of England's data of 31 December 2025" in text
    assert "(bundled)); May to September 2025 read from an economic calendar (mql5.com), not from ONS; Open" in text
    assert "obr-2026-03" in text
    assert "boe-2023-02" in text
    assert "then payoffer prices import FILE." in text


def test_a_release_of_which_no_day_is_known() -> None:
    series = held("cpi").series
    unknown = series._replace(provenance=series.provenance._replace(next_release=""))
    assert due(unknown, date(2026, 9, 30)) == "no day is known"
    assert due(series, date(2026, 9, 30)) == "are due on 21 October 2026"


def test_a_list_of_series_is_the_same(run: Run) -> None:
    assert run("list", "series").out == run("prices").out


def test_the_overview_as_data(run: Run) -> None:
    found = json.loads(run("prices", "-f", "json").out)
    by_name = {series["name"]: series for series in found["series"]}
    assert list(by_name) == ["cpi", "cpih", "rpi", "awe"]
    assert (by_name["cpi"]["newer_due"], by_name["rpi"]["newer_due"]) == (True, True)
    assert by_name["rpi"]["code"] == "CHAW"
    assert by_name["cpih"]["note"].endswith("from an economic calendar (mql5.com), not from ONS")
    assert by_name["cpi"]["last_month"] == "2026-08"
    assert {"name": "boe-2023-02", "series": ["awe", "cpi"]} in found["forecasts"]
    rows = list(csv.DictReader(io.StringIO(run("prices", "-f", "csv").out)))
    assert [row["licence"] for row in rows] == ["Open Government Licence v3.0"] * 4


def test_a_series_month_by_month(run: Run) -> None:
    found = said(run, "prices", "show", "rpi", "--from", "2010-09", "--to", "2022-09")
    assert "It rose 54.3% from September 2010 (225.3) to September 2022 (347.6)." in found
    assert "Sep 2021 308.6 4.9% 4.9%*" in found
    assert "Sep 2022 347.6 12.6% 12.6% " in found
    assert "* made from the index, rounded to 0.1, as the publisher of the RPI makes it." in found
    assert found.count(" 20") >= 145
    assert "RPI: ONS CHAW, Jan 1987=100; to July 2026" in found


def test_published_and_from_the_index_stand_side_by_side(run: Run) -> None:
    assert "Jan 2023 126.4 10.0% 10.1%" in said(run, "prices", "show", "CPI", "--from", "2023-01", "--to", "2023-02")


def test_earnings_have_no_published_rates(run: Run) -> None:
    """718.12 / 679.89 is 5.6%; nothing is said of published rates, of which none are held."""
    found = said(run, "prices", "show", "awe", "--from", "2025-01", "--to", "2025-03")
    assert "Month Figures 12 months -------- ------- --------- Jan 2025 718.12 5.6% Feb" in found
    assert "up to that one, from the figures." in found
    assert "published:" not in found
    assert "reckons" not in found
    for columns in (60, 200):
        assert "Month     Index  12 months  As published" in run("prices", "show", "cpi", columns=columns).out


def test_the_last_two_years_if_none_are_asked_for(run: Run) -> None:
    lines = run("prices", "show", "cpi").out.splitlines()
    assert [line[:8] for line in lines if line[:3] in {"Aug", "Jul"}][::2] == ["Aug 2024", "Aug 2025", "Aug 2026"]
    assert len(run("prices", "show", "cpi", "-f", "csv").out.splitlines()) == 465


def test_prices_that_fell_and_months_without_a_rate(run: Run) -> None:
    # 131.5 / 132.2
    assert "It fell 0.5%" in said(run, "prices", "show", "cpi", "--from", "2023-12", "--to", "2024-01")
    assert "Jan 1988 48.4 - -" in said(run, "prices", "show", "cpi", "--from", "1988-01", "--to", "1988-02")


def test_a_series_as_data(run: Run) -> None:
    found = json.loads(run("prices", "show", "cpi", "--from", "2022-09", "--to", "2023-01", "-f", "json").out)
    assert found["months"][-1] == {
        "month": "2023-01", "index": 126.4, "published_percent": 10.1, "change_percent": 10.008703,
    }  # fmt: skip
    assert found["change_percent"] == 2.100162  # 126.4 / 123.8
    assert found["series"]["base"] == "2015=100"


def test_a_table_of_ones_own(run: Run) -> None:
    put("mine.csv", "month,index\n2021-09,100\n2021-10,101.5\n")
    assert "It rose 1.5% from September 2021 (100) to October 2021 (101.5)." in said(run, "prices", "show", "mine.csv")


def test_newer_months_are_taken_in_and_out(run: Run) -> None:
    put("new.csv", ons_file("cpi", levels_of("cpi", "144.0", "144.3")))
    brought = said(run, "prices", "import", "new.csv")
    assert brought.startswith(
        "CPI (D7BT): 2 new months, to October 2026 (144.3); 464 months agree with those held here."
    )
    assert "cpi.json; payoffer prices forget cpi takes it out again." in brought
    assert "Oct 2026" in said(run, "prices", "show", "cpi")
    assert "read 30 November 2026, new.csv (imported)" in said(run, "prices")
    again = said(run, "prices", "import", "new.csv")
    assert again == "CPI (D7BT): nothing new; 466 months agree with those held here, which go to October 2026."
    assert said(run, "prices", "forget", "CPI").startswith("Forgotten: what was imported of cpi.")
    assert not stored_file("cpi").exists()
    assert "Nothing had been imported of cpi" in said(run, "prices", "forget", "cpi")
    assert held("cpi").series.last == date(2026, 8, 1)


def test_one_new_month_and_a_file_saved_again(run: Run) -> None:
    put("new.csv", ons_file("rpi", levels_of("rpi", "420.0"), released="18.11.2026"))
    brought = said(run, "prices", "import", "new.csv")
    assert "RPI (CHAW): 1 new month, to August 2026 (420.0); 475 months agree" in brought
    assert "a spreadsheet has saved this file again, so check the new months against the publisher's page." in brought


def test_what_was_revised_is_told(run: Run) -> None:
    levels = levels_of("cpih", "139.2")
    revised = {**levels, date(2025, 9, 1): Decimal("139.0")}
    put("new.csv", ons_file("cpih", revised))
    assert said(run, "prices", "import", "new.csv").startswith(
        "CPIH (L522): 1 new month, to October 2025 (139.2); 452 months agree with those held here, 1 is revised: "
        "September 2025 (139.0, before 138.9). Kept in"
    )
    put(
        "new.csv", ons_file("cpih", {**revised, date(2025, 8, 1): Decimal("139.0"), date(2025, 9, 1): Decimal("138.9")})
    )
    assert said(run, "prices", "import", "new.csv").startswith(
        "CPIH (L522): no new months, to October 2025 (139.2); 452 months agree with those held here, 2 are revised: "
        "August 2025 (139.0, before 138.9) and September 2025 (138.9, before 139.0). Kept in"
    )
    months = (date(2025, month, 1) for month in range(4, 8))
    put("new.csv", ons_file("cpih", levels | {month: Decimal(str(levels[month])) - Decimal("0.1") for month in months}))
    assert (
        "449 months agree with those held here, 5 are revised; the last 4 are May 2025 (137.9, before 138.0), June"
        in said(run, "prices", "import", "new.csv")
    )


def test_a_new_base_is_taken_in(run: Run) -> None:
    from fractions import Fraction  # noqa: PLC0415

    from payoffer.money import decimals  # noqa: PLC0415

    levels = {month: decimals(Fraction(level) / Fraction("1.305"), 1) for month, level in levels_of("cpi").items()}
    put("new.csv", ons_file("cpi", levels, title="CPI INDEX 00: ALL ITEMS 2023=100"))
    brought = said(run, "prices", "import", "new.csv")
    assert "CPI (D7BT): no new months, but a new base, to August 2026 (110.0)" in brought
    assert "which were on the base 2015=100 and are now on 2023=100" in brought
    assert "CPI: ONS D7BT, 2023=100" in said(run, "compare", "scotland", "-i", "cpi")


def test_months_that_were_not_over_are_refused(run: Run) -> None:
    """A release of 21 October 2026 has figures up to September at most."""
    for released, what in (
        ("21-10-2026", "and it was released on 21 October 2026"),
        ("21.10.2026", "and today is 30 November 2026"),  # a spreadsheet has rewritten the day
    ):
        put(
            "ahead.csv",
            ons_file("cpi", levels_of("cpi", "144.0", "144.1", "144.2", "144.3", "144.4"), released=released),
        )
        answer = run("prices", "import", "ahead.csv")
        assert answer.code == 1
        assert f"ahead.csv has a figure for January 2027, {what}: a month has its figure when it is over" in answer.err
    put("ahead.csv", ons_file("cpi", levels_of("cpi"), released="16-12-2026"))
    answer = run("prices", "import", "ahead.csv")
    assert "says that it was released on 16 December 2026, and today is 30 November 2026: download" in answer.err
    assert not own_prices().exists()


def test_some_years_alone_are_taken_in_on_the_base_that_is_held(run: Run) -> None:
    levels = {month: level for month, level in levels_of("cpi", "144.0").items() if month.year >= 2020}
    put("some.csv", ons_file("cpi", levels))
    assert "1 new month, to September 2026 (144.0); 80 months agree" in said(run, "prices", "import", "some.csv")


def test_a_base_that_the_figures_are_not_on_is_refused(run: Run) -> None:
    """On 2015=100 the months of 2023 are 130.5 on average."""
    put("named.csv", ons_file("cpi", levels_of("cpi"), title="CPI INDEX 00: ALL ITEMS 2023=100"))
    answer = run("prices", "import", "named.csv")
    assert "named.csv says in its title 2023=100, and its figures for that time are 130.5 on average" in answer.err
    put("named.csv", ons_file("rpi", levels_of("rpi"), title="RPI All Items Index: Jan 1988=100"))
    assert (
        "says in its title Jan 1988=100, and its figures for that time are 103.3"
        in run("prices", "import", "named.csv").err
    )
    assert not own_prices().exists()


def test_a_new_base_has_to_bring_every_month_that_is_held(run: Run) -> None:
    from fractions import Fraction  # noqa: PLC0415

    from payoffer.money import decimals  # noqa: PLC0415

    put("new.csv", ons_file("cpi", levels_of("cpi", "144.0", "144.3")))
    assert run("prices", "import", "new.csv").code == 0
    levels = levels_of("cpi", "144.0")
    rebased = {month: decimals(Fraction(level) / Fraction("1.305"), 1) for month, level in levels.items()}
    put("base.csv", ons_file("cpi", rebased, title="CPI INDEX 00: ALL ITEMS 2023=100"))
    answer = run("prices", "import", "base.csv")
    assert answer.code == 1
    assert "base.csv is on a new base, 2023=100, and runs from January 1988 to September 2026, while the" in answer.err
    assert "on 2015=100 are those from January 1988 to October 2026: all of them are needed" in answer.err
    assert "Oct 2026  144.3" in run("prices", "show", "cpi").out


def test_what_is_refused_leaves_nothing(run: Run) -> None:
    put("bad.csv", ons_file("cpi", levels_of("cpi"), code="D7G7", unit="%"))
    answer = run("prices", "import", "bad.csv")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("error: bad.csv is D7G7, a rate and not an index: download D7BT instead")
    assert not own_prices().exists()


def test_a_damaged_file_is_told_of_wherever_the_series_is_used(run: Run) -> None:
    stored_file("cpi").parent.mkdir(parents=True)
    stored_file("cpi").write_text("{", encoding="utf-8")
    for words in (("prices",), ("prices", "show", "cpi"), ("compare", "scotland", "-i", "cpi")):
        answer = run(*words)
        assert answer.code == 0
        assert answer.err.startswith("passed over: ")
        assert answer.err.count("payoffer prices forget cpi") == 1
    put("new.csv", ons_file("cpi", levels_of("cpi", "144.0")))
    answer = run("prices", "import", "new.csv")
    assert answer.code == 0
    assert answer.err.startswith("passed over: ")
    whole = json.loads(stored_file("cpi").read_text(encoding="utf-8"))
    for damage in ({"released": "garbage"}, {"read": "zz"}, {"next_release": "2026-99-99"}, {"code": "CHAW"}):
        stored_file("cpi").write_text(json.dumps({**whole, **damage}), encoding="utf-8")
        for words in (("prices",), ("prices", "show", "cpi")):
            answer = run(*words)
            assert (answer.code, answer.err[:12]) == (0, "passed over:")
            assert "144.0" not in answer.out
    assert run("prices", "import", "new.csv").code == 0
    assert run("prices", "show", "cpi").err == ""


def test_a_folder_that_cannot_be_written(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put("new.csv", ons_file("cpi", levels_of("cpi", "144.0")))
    put("file", "")
    monkeypatch.setenv("PAYOFFER_PRICES", "file")
    answer = run("prices", "import", "new.csv")
    assert answer.code == 1
    assert "cannot be written" in answer.err
    monkeypatch.setenv("PAYOFFER_PRICES", ".")
    Path("cpi.json").mkdir()
    forgotten = run("prices", "forget", "cpi")
    assert forgotten.code == 1
    assert "cannot be removed" in forgotten.err


@pytest.mark.parametrize(
    ("words", "code", "said_"),
    [
        ("prices tell", 2, "payoffer prices does not know tell: write show, import, forget, or nothing"),
        ("prices show", 2, "payoffer prices show needs a series, such as rpi after it"),
        ("prices import", 2, "payoffer prices import needs the file that was downloaded after it"),
        ("prices --from 2010-09", 2, "--from and --to choose the months to show"),
        ("prices forget cpi --force", 2, "payoffer prices forget has no other form"),
        ("prices show cpi --from 2022-09 --to 2021-09", 2, "--from September 2022 is after --to September 2021: the"),
        ("prices show cpi --to 2027-05", 1, "and May 2027 is needed: name a month up to then with --to, or take in "),
        ("prices show cpi --to 2027-05", 1, "newer months with payoffer prices import FILE\n"),
        ("prices show awe --to 2027-05", 1, "with --to, or give a table of your own in place of awe: FILE.csv"),
        ("prices show cpi --from 1980-05", 1, "CPI here begins in January 1988, and May 1980 is needed: name a later "),
        ("prices show gold", 1, 'there is no price series called "gold"'),
        ("prices forget gold", 1, 'there is no price series called "gold"'),
    ],
)  # fmt: skip
def test_what_cannot_be_done(run: Run, words: str, code: int, said_: str) -> None:
    answer = run(*words.split())
    assert answer.code == code
    assert answer.out == ""
    assert said_ in answer.err


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("words", ["prices", "prices show rpi", "prices show cpi --from 2022-01"])
def test_no_line_is_wider_than_the_screen(run: Run, words: str, columns: int) -> None:
    answer = run(*words.split(), columns=columns, encoding="ascii")
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= columns


def test_the_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert prices_asked.today() >= date(2026, 1, 1)


def test_one_month_of_a_series_has_not_risen(run: Run) -> None:
    told = run("prices", "show", "rpi", "--from", "2026-07", "--to", "2026-07").out
    assert "It rose" not in told
    assert "Jul 2026  419.1" in told
