"""The file of an ONS series: the layout as it is downloaded and as people spoil it, and whatever else is handed in."""

import contextlib
import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer import ons
from payoffer.errors import FileProblem
from payoffer.ons import read_ons
from payoffer.periods import gaps
from payoffer.price_files import held
from tests.made import law
from tests.ons_files import levels_of, ons_file

SAMPLES = Path(__file__).parent / "fixtures" / "ons"
WHOLE = ons_file("cpi", levels_of("cpi"))
RPI = ons_file("rpi", levels_of("rpi"))


def refusal(text: str | bytes) -> str:
    with pytest.raises(FileProblem) as problem:
        read_ons(text.encode() if isinstance(text, str) else text, "f.csv")
    return str(problem.value)


def test_a_whole_file() -> None:
    found = read_ons(WHOLE.encode(), "f.csv")
    assert (found.facts.name, found.facts.code, found.facts.base) == ("cpi", "D7BT", "2015=100")
    assert (found.facts.released, found.facts.next_release, found.resaved) == ("2026-11-18", "2026-12-16", False)
    assert found.levels == held("cpi").series.levels
    assert read_ons(RPI.encode(), "f.csv").facts.base == "Jan 1987=100"


@pytest.mark.parametrize("name", ["d7bt", "chaw", "l522"])
def test_the_layout_made_for_these_tests_is_that_of_a_download(name: str) -> None:
    """Every row of the verbatim sample but its title, dates and the years left out is in the file made here."""
    sample = (SAMPLES / f"ons_{name}_sample.csv").read_text(encoding="utf-8").splitlines()
    series = {"d7bt": "cpi", "chaw": "rpi", "l522": "cpih"}[name]
    made = ons_file(series, levels_of(series)).splitlines()
    assert [line.partition(",")[0] for line in sample[:8]] == [line.partition(",")[0] for line in made[:8]]
    assert made[:2] == sample[:2]
    assert {line for line in sample[8:] if line[6:9].isalpha()} <= set(made)


@pytest.mark.parametrize("name", ["d7bt_sample", "chaw_sample", "l522_sample", "d7bt_spreadsheet_resaved"])
def test_a_sample_with_years_left_out_has_gaps(name: str) -> None:
    said = refusal((SAMPLES / f"ons_{name}.csv").read_bytes())
    assert "more are missing between its months" in said
    assert "Download full time series as: .csv" in said


def resaved(text: str) -> str:
    """Return a file as a spreadsheet saves it: no quotes but where a comma asks for them, 120 for 120.0, CRLF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in csv.reader(io.StringIO(text)):
        writer.writerow([cell.removesuffix(".0") for cell in row])
    return out.getvalue().replace("18-11-2026", "18.11.2026").rstrip("\r\n")


def test_a_file_that_a_spreadsheet_saved_again() -> None:
    found = read_ons(resaved(WHOLE).encode(), "f.csv")
    assert found.levels == held("cpi").series.levels
    assert found.resaved
    assert found.facts.released == ""
    assert found.levels[date(2022, 4, 1)] == 120


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + WHOLE.encode(),
        WHOLE.replace("\n", "\r\n").encode(),
        WHOLE.rstrip("\n").encode(),
        WHOLE.replace('"Important notes",', '"Important notes","A note, with a comma"').encode(),
        WHOLE.replace('"Important notes",', '"Important notes","caf\u00e9"').encode("cp1252"),
        WHOLE.replace("AUG", "Aug").replace("2015=100", "2015 = 100").encode(),
        WHOLE.replace('"CDID","D7BT"\n', "").replace('"PreUnit"', '"CDID","d7bt"\n"PreUnit"').encode(),
        WHOLE.replace("\n", ",\n").encode(),
    ],
    ids=["bom", "crlf", "no last line end", "note", "cp1252", "small letters", "other order", "empty columns"],
)
def test_forms_that_are_taken(data: bytes) -> None:
    found = read_ons(data, "f.csv")
    assert found.levels == held("cpi").series.levels
    assert found.facts.base == "2015=100"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "f.csv is empty"),
        ("<!DOCTYPE html><title>Error", "f.csv is a web page or a program's answer, not the file of a series"),
        ('{"error": 429}', "f.csv is a web page or a program's answer"),
        ("Title,CPI,RPI,AWE\nCDID,A,B,C\n", "f.csv has 4 columns: it is a whole data set such as MM23, not one series"),
        (WHOLE.replace(",", ";"), "f.csv is not the file of an ONS series as it comes, its columns are parted"),
        ("month,index\n2022-09,5\n", "f.csv is not the file of an ONS series, it has no Title"),
        (",\n,\n", "f.csv is not the file of an ONS series, it has no Title"),
        (WHOLE + '"2026 SEP","144.0","x"\n', "there are more than two columns here"),
        (WHOLE + '"2026 SEPT","144.0"\n', '"2026 SEPT" is no period such as 2022 SEP'),
        (WHOLE + '"Unit","%"\n', '"Unit" stands among the values'),
        (WHOLE + '"2026 SEP', "this is not a table with commas"),
        (WHOLE + '"2026 SEP",""\n', "2026 SEP has no value"),
        (WHOLE + '"2026 SEP"\n', "2026 SEP has no value"),
        (WHOLE + '"2026 SEP","-0.1"\n', "2026 SEP has -0.1, and an index is above 0"),
        (WHOLE + '"2026 SEP","0.0"\n', "2026 SEP has 0.0, and an index is above 0"),
        (WHOLE + '"2026 SEP","1e3"\n', '2026 SEP has "1e3", which is no index'),
        (WHOLE + '"2026 AUG","143.6"\n', "2026 AUG stands here twice"),
        (WHOLE + '"2026 Aug","143.7"\n', "2026 Aug stands here twice"),
        (WHOLE + '"2026 Q2","142.3"\n', "2026 Q2 stands here twice"),
        (WHOLE.replace('"PreUnit"', '"CDID","CHAW"\n"PreUnit"'), "f.csv, line 4: CDID stands here twice"),
        (WHOLE.replace('"PreUnit"', '"title","RPI: Jan 1987=100"\n"PreUnit"'), "line 4: title stands here twice"),
        (WHOLE + '"2026 OCT","144.0"\n', "September 2026 is missing between its months"),
        (WHOLE.replace('"D7BT"', '"D7G7"'), "f.csv is D7G7, a rate and not an index: download D7BT instead, on"),
        (WHOLE.replace('"D7BT"', '"L55O"'), "f.csv is L55O, a rate and not an index: download L522 instead"),
        (WHOLE.replace('"D7BT"', '"CZBH"'), "f.csv is CZBH, a rate and not an index: download CHAW instead"),
        (WHOLE.replace('"D7BT"', '"KAB9"'), "f.csv is KAB9, average earnings, which are revised every month"),
        (WHOLE.replace('"D7BT"', '"D7BU"'), "f.csv is D7BU, another series: those that can be imported are D7BT (cpi)"),
        (WHOLE.replace('"CDID","D7BT"\n', ""), "f.csv does not say which series it is (CDID)"),
        (WHOLE.replace("Index, base year = 100", "%"), "f.csv says that D7BT is in %, a rate and not an index"),
        (WHOLE.replace(" 2015=100", ""), "f.csv: its title does not say the base of the index, such as 2015=100"),
        (WHOLE.replace("CPI INDEX", "CPI \x1b[31mINDEX"), "f.csv is not a text file, its title holds signs that are"),
        (WHOLE[: WHOLE.index('"1988 Q1"')], "f.csv has no months, only years or quarters"),
        (WHOLE.replace('"2026 JUN","142.5"', '"2026 JUN","143.5"'), "f.csv: 2026 Q2 is 142.3, but its months"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, said: str) -> None:
    found = refusal(text)
    assert said in found
    assert found.startswith("f.csv")
    assert len(found) < 400


def test_bytes_that_are_no_text() -> None:
    assert "f.csv is not a text file: save it as CSV" in refusal(b"PK\x03\x04\0\0")
    assert "f.csv is not a text file" in refusal(WHOLE.encode("utf-16"))


def test_a_file_too_big_is_named_for_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ons, "MOST_BYTES", 5000)
    assert "columns: it is a whole data set such as MM23" in refusal("Title" + ",x" * 4000 + "\n" + "y" * 5000)
    assert "f.csv is over 1 MiB, and one series is not" in refusal('"Title","CPI"\n' + "\n" * 6000)


def test_the_quarters_of_the_publisher_pass() -> None:
    """Its own figures are up to 0.1 from the mean of the months as printed, since they are reckoned before rounding."""
    text = WHOLE.replace('"2026 Q2","142.3"', '"2026 Q2","142.4"')
    assert text != WHOLE
    assert read_ons(text.encode(), "f.csv").levels


def test_a_quarter_of_which_months_are_missing_is_no_check() -> None:
    text = "".join(line for line in WHOLE.splitlines(keepends=True) if not line.startswith('"1988 JAN"'))
    assert min(read_ons(text.encode(), "f.csv").levels) == date(1988, 2, 1)


SMALL = ons_file("cpi", {month: level for month, level in levels_of("cpi").items() if month.year >= 2025})


def tried(data: bytes) -> None:
    """Read a file; whatever it is, it is whole or ends in a sentence."""
    with contextlib.suppress(FileProblem):
        found = read_ons(data, "f.csv")
        assert found.levels
        assert all(isinstance(level, Decimal) and level > 0 for level in found.levels.values())
        assert not list(gaps(found.levels))


@law
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    tried(data)
    tried(SMALL.encode()[:200] + data)


@law
@given(st.integers(0, len(SMALL)), st.integers(0, 40), st.binary(max_size=12))
def test_a_file_spoilt_anywhere(place: int, cut: int, data: bytes) -> None:
    whole = SMALL.encode()
    tried(whole[:place] + data + whole[place + cut :])


@law
@given(
    st.lists(
        st.lists(st.text(max_size=12) | st.sampled_from(SMALL.replace('"', "").split(",")), max_size=4), max_size=8
    )
)
def test_any_table(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    tried(out.getvalue().encode(errors="replace"))
    tried((SMALL[: SMALL.index('"2025"')] + out.getvalue()).encode(errors="replace"))


@law
@given(st.randoms(use_true_random=False))
def test_rows_shuffled_doubled_or_dropped(random: "object") -> None:
    lines = SMALL.splitlines(keepends=True)
    chosen = [line for line in lines for _ in range(random.choice((0, 1, 1, 1, 2)))]  # type: ignore[attr-defined]
    tried("".join(chosen).encode())
    random.shuffle(lines)  # type: ignore[attr-defined]
    tried("".join(lines).encode())
