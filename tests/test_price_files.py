"""Series by name or file: the bundled months, what was imported over them, and what is wrong with either."""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from payoffer.errors import FileProblem, UnknownName
from payoffer.forecast_files import forecast, forecasts
from payoffer.money import decimals
from payoffer.periods import add_months
from payoffer.price_files import (
    NAMES,
    held,
    is_series,
    names_of_files,
    own_prices,
    pay_of_file,
    series_of_file,
    stored_file,
)
from payoffer.price_import import Imported, imported
from payoffer.report.series_page import due
from payoffer.report.series_words import source_line
from payoffer.series import Level, Series
from payoffer.shelf import DATA, PRICES
from payoffer.stored_series import Facts, document
from tests.conftest import Run
from tests.made import law
from tests.ons_files import levels_of, ons_file

TODAY = date(2026, 11, 22)
FACTS = Facts("cpi", "D7BT", "CPI", "2015=100", "2026-11-18", "")
TAKEN_IN = ("2026-11-22", "f.csv")


def put(name: str, text: str) -> Path:
    path = stored_file(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_series_by_name_whatever_the_case() -> None:
    assert [name for name in ("CPI", "rpi", "ppi") if is_series(name)] == ["CPI", "rpi"]
    assert held("RPI").series.name == "rpi"
    with pytest.raises(UnknownName, match=r'there is no price series called "cpix": did you mean cpi\?'):
        held("cpix")
    with pytest.raises(UnknownName, match='called "gold": name one of cpi, cpih, rpi, awe'):
        held("gold")


@pytest.mark.parametrize("name", NAMES)
def test_a_bundled_series_says_where_it_is_from_and_has_no_gaps(name: str) -> None:
    series = held(name).series
    told = series.provenance
    assert all((told.label, told.called, told.title, told.code, told.base, told.publisher, told.released, told.read))
    assert told.licence == "Open Government Licence v3.0"
    months = [month.year * 12 + month.month for month in series.levels]
    assert months == list(range(months[0], months[-1] + 1))
    assert all(level > 0 for level in series.levels.values())
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    assert f"`{name}.csv`" in sources


def test_the_bundled_files_are_named_in_the_sources() -> None:
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    assert all(path.name in sources for path in PRICES.glob("*.csv"))


def test_the_users_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, nobody_home: Path) -> None:
    assert own_prices().is_relative_to(nobody_home)
    monkeypatch.setenv("PAYOFFER_PRICES", str(tmp_path / "p"))
    assert stored_file("cpi") == tmp_path / "p" / "cpi.json"


def test_what_was_imported_is_held(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(ons_file("cpi", levels_of("cpi", "144.0")), encoding="utf-8")
    put("cpi", imported("f.csv", TODAY).text)
    found = held("cpi")
    assert found.passed_over is None
    assert found.series.last == date(2026, 9, 1)
    assert found.series.provenance.read == "2026-11-22"
    assert held("rpi").series.last == date(2026, 7, 1)


SEPTEMBER = date(2025, 9, 1)
CPIH = held("cpih").series


def cpih(*revised_by: str, since: str = "", new: int = 0) -> dict[date, Level]:
    """Return the bundled months, the last of them revised by tenths, and new ones of which each is 0.3 higher."""
    levels: dict[date, Level] = dict(CPIH.levels)
    for month, tenths in zip(sorted(levels)[::-1], revised_by, strict=False):
        levels[month] = Decimal(str(levels[month])) + Decimal(tenths) / 10
    for _ in range(new):
        levels[add_months(max(levels), 1)] = Decimal(str(levels[max(levels)])) + Decimal("0.3")
    return {month: level for month, level in levels.items() if f"{month:%Y-%m}" >= since}


def take(levels: Mapping[date, Level], released: str = "18-11-2026", title: str | None = None) -> Imported:
    """Import a file as ``payoffer prices import`` does."""
    Path("f.csv").write_text(ons_file("cpih", levels, released=released, title=title), encoding="utf-8")
    found = imported("f.csv", TODAY)
    if found.changes:
        put("cpih", found.text)
    return found


def test_what_is_revised_twice_is_held_against_the_bundled_months() -> None:
    """September 2025 is 138.9: 139.0 may be a revision, and 139.1 after it is as far from 139.0, but not from 138.9."""
    first = take(cpih("1", new=1))
    assert (first.joined.agreeing, first.joined.new, first.joined.revised) == (452, (date(2025, 10, 1),), (SEPTEMBER,))
    with pytest.raises(
        FileProblem, match=r"f\.csv does not agree .* from cpih\.csv \(bundled\): September 2025 \(139\.1,"
    ):
        take(cpih("2", new=2))
    found = held("cpih")
    assert found.passed_over is None
    assert found.series.levels == first.joined.levels


def test_a_revision_alone_is_taken_in() -> None:
    assert take(cpih("1")).changes
    assert held("cpih").series.levels[SEPTEMBER] == Decimal("139.0")
    assert not take(cpih("1")).changes


def test_an_older_file_changes_nothing() -> None:
    take(cpih("1", new=2), released="17-12-2025")
    assert not take(cpih("1"), released="19-11-2025").changes
    with pytest.raises(FileProblem) as problem:
        take(cpih(new=1), released="19-11-2025")
    assert str(problem.value) == (
        "f.csv was released on 19 November 2025, before the figures held here, and differs from them: download the "
        "series again"
    )
    assert held("cpih").series.levels[SEPTEMBER] == Decimal("139.0")
    assert take(cpih(new=2), released="18.12.2025").changes  # a day that is not known is no reason


tenths = st.lists(st.sampled_from(["-1", "0", "1", "2"]), max_size=2)
files = st.tuples(
    tenths,
    st.integers(0, 3),
    st.sampled_from([False, False, False, True]),
    st.sampled_from(["", "2010-01", "2024-08"]),
    st.integers(1, 28),
)


@settings(law, max_examples=25)
@example([(["1"], 1, False, "", 17), (["2"], 2, False, "", 18)])
@example([([], 1, True, "2010-01", 17), ([], 2, True, "", 18)])
@given(st.lists(files, min_size=2, max_size=3))
def test_what_is_taken_in_is_held(chain: list[tuple[list[str], int, bool, str, int]]) -> None:
    """Whatever files follow each other, each is refused and changes nothing, or all its months are held after it."""
    stored_file("cpih").unlink(missing_ok=True)
    for revised_by, new, on_2023, since, day in chain:
        before = held("cpih").series
        levels = cpih(*revised_by, since=since, new=new)
        title = "CPIH INDEX 00: ALL ITEMS 2023=100" if on_2023 else None
        if on_2023:
            levels = {month: decimals(Fraction(level) / Fraction("1.286"), 1) for month, level in levels.items()}
        try:
            take(levels, f"{day:02}-11-2026", title)
        except FileProblem:
            assert held("cpih").series == before
            continue
        found = held("cpih")
        assert found.passed_over is None
        assert set(found.series.levels) == {*before.levels, *levels}
        assert {month: found.series.levels[month] for month in levels} == levels


WHOLE = json.loads(document(FACTS, *TAKEN_IN, {**held("cpi").series.levels, date(2026, 9, 1): Decimal("144.0")}))
scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.sampled_from(["2026-02-30", "2015=100"])


@law
@given(st.sampled_from(sorted(WHOLE)), scalars | st.dictionaries(st.text(max_size=8), scalars, max_size=3))
def test_whatever_has_become_of_a_stored_file(field: str, value: object) -> None:
    """It is told of and passed over, or all that is printed of it can be."""
    put("cpi", json.dumps({**WHOLE, field: value}))
    found = held("cpi")
    told = source_line(found.series) + due(found.series, TODAY)
    assert told.isprintable()
    assert (found.passed_over is None) == (found.series.last == date(2026, 9, 1))


@pytest.mark.parametrize("text", ["{", "\0", "", '{"payoffer_series": 1}'])
def test_a_damaged_file_is_told_of_and_passed_over(text: str) -> None:
    path = put("cpi", text)
    found = held("cpi")
    assert found.series.last == date(2026, 8, 1)
    assert found.passed_over
    assert found.passed_over.startswith(str(path))
    assert found.passed_over.endswith("import it again, or payoffer prices forget cpi")


def test_a_file_that_is_no_file() -> None:
    stored_file("cpi").mkdir(parents=True)
    passed_over = held("cpi").passed_over
    assert passed_over
    assert "is a folder" in passed_over


def test_a_users_own_table(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("\ufeffmonth,index\r\n2021-09,100\r\n2021-10,101.5\r\n", encoding="utf-8")
    series = series_of_file("mine.csv")
    assert (series.name, series.label, series.provenance.called) == ("mine", "mine", '"mine"')
    assert series.level(date(2021, 10, 1)) == Fraction("101.5")
    (tmp_path / "gap.csv").write_text("month,index\n2021-09,100\n2021-11,101\n", encoding="utf-8")
    with pytest.raises(FileProblem, match=r"gap\.csv: October 2021 is missing"):
        series_of_file("gap.csv")
    (tmp_path / "nil.csv").write_text("month,index\n2021-09,0\n", encoding="utf-8")
    with pytest.raises(FileProblem, match=r"nil\.csv: September 2021 has 0"):
        series_of_file("nil.csv")
    with pytest.raises(FileProblem, match=r"there is no file none\.csv"):
        series_of_file("none.csv")


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["x/mine.csv", "his.csv"], ["mine", "his"]),
        (["a/mine.csv", "b/mine.csv"], ["a/mine.csv", "b/mine.csv"]),
        (["a/Mine.csv", "mine.csv", "his.csv"], ["a/Mine.csv", "mine.csv", "his.csv"]),
        (["x/RPI.csv"], ["x/RPI.csv"]),
        ([], []),
    ],
)
def test_no_two_series_are_called_the_same(files: list[str], names: list[str]) -> None:
    assert list(names_of_files(files).items()) == list(zip(files, names, strict=True))


def test_a_table_of_ones_own_is_no_bundled_series(tmp_path: Path) -> None:
    """What is made of the RPI by its publisher's rule, and forecast of it, is not for a file of that name."""
    months = [f"{2024 + month // 12}-{month % 12 + 1:02},{100 + month}" for month in range(13)]
    (tmp_path / "rpi.csv").write_text("\n".join(["month,index", *months]), encoding="utf-8")
    series = series_of_file("rpi.csv")
    assert (series.name, series.label, series.provenance.called) == ("rpi.csv", "rpi.csv", '"rpi.csv"')
    assert series.change(date(2025, 1, 1)) == 12
    assert series.rate(date(2025, 1, 1)) is None
    with pytest.raises(UnknownName, match=r"obr has no forecast of rpi\.csv: it has .*: give a rate, such as --fore"):
        forecast("obr", series)


def test_a_file_as_it_is_downloaded_is_imported_and_not_named(tmp_path: Path) -> None:
    (tmp_path / "raw.csv").write_text(ons_file("cpi", levels_of("cpi")), encoding="utf-8")
    with pytest.raises(FileProblem, match=r"take its months in with payoffer prices import raw\.csv, and name the"):
        series_of_file("raw.csv")


def test_who_forecast_a_series_first_and_when() -> None:
    for name in NAMES:
        found: dict[str, str] = {}
        for name_, published, series in forecasts():
            if series == name:
                body = name_[:3]
                found[body] = min(found.get(body, "9"), published[:7])
        assert held(name).series.forecasts == found


def test_pay_by_month(tmp_path: Path) -> None:
    (tmp_path / "pay.csv").write_text('month,annual_gbp\n2022-09,43685\n2010-09,"£36,756"\n', encoding="utf-8")
    assert pay_of_file("pay.csv") == {date(2010, 9, 1): 36756, date(2022, 9, 1): 43685}
    (tmp_path / "pay.csv").write_text("month,pay\n2022-09,43685\n", encoding="utf-8")
    with pytest.raises(FileProblem, match="has to name the columns month,annual_gbp once each"):
        pay_of_file("pay.csv")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.csv", "there is no file none.csv: check the name of the file that was downloaded"),
        (".", ". is a folder: name the file that was downloaded"),
        ("a\0b", '"a?b" has signs in its name that cannot be printed: give the file another name'),
        ("x" * 5000, "cannot be read ("),
    ],
)
def test_files_that_cannot_be_imported(name: str, said: str) -> None:
    with pytest.raises(FileProblem) as problem:
        imported(name, TODAY)
    assert said in str(problem.value)


def test_a_device_is_no_file() -> None:
    if not Path("/dev/null").exists():
        pytest.skip("no devices here")
    with pytest.raises(FileProblem, match="/dev/null is not a plain file"):
        imported("/dev/null", TODAY)


@pytest.mark.parametrize("name", ["cpi", "cpih", "rpi", "awe"])
def test_an_exported_series_is_read_as_the_same(name: str, run: Run, tmp_path: Path) -> None:
    assert run("prices", "show", name, "-o", "out.csv").code == 0
    series, again = held(name).series, series_of_file(str(tmp_path / "out.csv"))
    assert again.levels == series.levels
    assert again.rates == series.rates


@law
@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.lists(st.decimals("0.1", "99999", places=3), min_size=1))
def test_any_series_is_written_and_read_as_the_same(first: date, levels: list[Decimal]) -> None:
    from payoffer.month_table import table  # noqa: PLC0415

    made = {add_months(first.replace(day=1), number): level for number, level in enumerate(levels)}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("month", "index"))
    writer.writerows((f"{month:%Y-%m}", level) for month, level in made.items())
    assert table(out.getvalue(), "f", "index")["index"] == made


def test_a_series_is_a_plain_value() -> None:
    assert isinstance(held("cpi").series, Series)
    assert held("cpi").series == held("cpi").series
