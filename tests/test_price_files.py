"""Series by name or file: the bundled months, what was imported over them, and what is wrong with either."""

import csv
import io
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.errors import FileProblem, UnknownName
from payoffer.price_files import NAMES, PRICES, held, is_series, own_prices, pay_of_file, series_of_file, stored_file
from payoffer.price_import import imported
from payoffer.series import Series
from payoffer.shelf import DATA
from tests.conftest import Run
from tests.made import law
from tests.ons_files import levels_of, ons_file

TODAY = date(2026, 11, 22)


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
        ("a\0b", "cannot be read (its name cannot be used): check that you may open it"),
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
    from payoffer.periods import add_months  # noqa: PLC0415

    made = {add_months(first.replace(day=1), number): level for number, level in enumerate(levels)}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("month", "index"))
    writer.writerows((f"{month:%Y-%m}", level) for month, level in made.items())
    assert table(out.getvalue(), "f", "index")["index"] == made


def test_a_series_is_a_plain_value() -> None:
    assert isinstance(held("cpi").series, Series)
    assert held("cpi").series == held("cpi").series
