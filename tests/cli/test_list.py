"""``payoffer list``: every offer that a name can mean, one line each, whatever is wrong with a file beside them."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from payoffer.report.listing import Filters, Listed, chosen, nothing, written
from payoffer.report.medium import Medium
from payoffer.report.prose import one_line
from payoffer.shelf import Head, heads, scales
from tests.conftest import FIVE, THREE, Run, five_offers

BUNDLED = list(FIVE)
RISE = "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 4 }]\n"


@pytest.fixture(scope="module", autouse=True)
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Bundle five offers, whatever else comes with the program."""
    with five_offers(tmp_path_factory.mktemp("bundled")):
        yield


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the user's own offers."""
    folder = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("PAYOFFER_OFFERS", str(folder))
    return folder


def save(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def names(run: Run, *argv: str) -> list[str]:
    answer = run("list", *argv, "--format", "json")
    assert answer.code == 0
    return [offer["name"] for offer in json.loads(answer.out)]


# What is listed


def test_the_layout(run: Run, tmp_path: Path, own: Path) -> None:
    save(tmp_path, "branch", f'name = "Branch claim"\nkind = "claim"\n{RISE}')
    save(own, "wales", f'name = "Wales, corrected"\noffered = 2023-02-08\n{RISE}')
    answer = run("list")
    assert answer.out == snapshot("""\
Offer             Status    Date      What
----------------  --------  --------  ------------------------------------------
branch *          offered   Apr 2024  claim: Branch claim
england           imposed   Sep 2022  England, Department for Education
scotland          rejected  Feb 2023  Scotland, Scottish Government and COSLA
scotland-2023-03  accepted  Mar 2023  Scotland, March 2023, Scottish Governme...
wales +           offered   Feb 2023  Wales, corrected
wales-2023-03     accepted  Mar 2023  Wales, March 2023, Welsh Government

* in this folder  + in your own folder
wales: the file in your own folder is used, not the bundled offer of that name.
""")
    assert answer.err == ""


def test_every_bundled_offer_is_listed_by_name(run: Run) -> None:
    assert names(run) == BUNDLED
    assert names(run, "offers") == BUNDLED


def test_own_and_local_offers_are_listed_before_what_they_hide(run: Run, tmp_path: Path, own: Path) -> None:
    save(own, "wales", f'name = "Mine"\n{RISE}')
    save(own, "Branch", f'name = "Own"\n{RISE}')
    save(tmp_path, "branch", f'name = "Local"\n{RISE}')
    found = {offer["name"]: offer for offer in json.loads(run("list", "--format", "json").out)}
    assert set(found) == {*BUNDLED, "branch"}
    assert (found["branch"]["title"], found["branch"]["where"], found["branch"]["hides"]) == ("Local", "local", False)
    assert (found["wales"]["title"], found["wales"]["where"], found["wales"]["hides"]) == ("Mine", "own", True)
    assert found["scotland"]["where"] == "bundled"


def test_what_is_not_there_is_no_mistake(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAYOFFER_OFFERS", str(tmp_path / "nowhere"))
    assert names(run) == BUNDLED


def test_another_kind_of_toml_file_is_left_out_without_a_word(run: Run, tmp_path: Path) -> None:
    save(tmp_path, "pyproject", '[project]\nname = "x"\n')
    answer = run("list")
    assert "pyproject" not in answer.out
    assert answer.err == ""


# Files that cannot be read


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name = 'A\n", "line 1"),
        (RISE, "has no name"),
        (f"name = 5\n{RISE}", "has no name"),
        (f"name = ' '\n{RISE}", "has no name"),
        ('name = "A"\n', "has no [[award]] or [[lump_sum]]"),
        ('name = "A"\naward = 5\nlump_sum = [1]\n', "has no [[award]] or [[lump_sum]]"),
        ("", "is empty"),
        ("a = \0", "is not a text file"),
    ],
)
def test_a_damaged_own_file_is_reported_and_passed_over(run: Run, own: Path, text: str, fault: str) -> None:
    save(own, "broken", text)
    answer = run("list")
    assert answer.code == 0
    assert [line.split()[0] for line in answer.out.splitlines()[2:]] == BUNDLED
    assert answer.err.startswith(f"passed over: {own}/broken.toml")
    assert fault in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="links to files need a right there")
def test_files_that_cannot_be_read_are_passed_over(run: Run, own: Path) -> None:
    (own / "a.toml").write_bytes(b"name = '\xff'")
    (own / "b.toml").write_bytes(b" " * (1024 * 1024 + 1))
    (own / "c.toml").mkdir()
    (own / "d.toml").symlink_to(own / "nowhere")
    (own / "e.toml").symlink_to(own / "e.toml")
    answer = run("list", "--format", "json")
    assert [offer["name"] for offer in json.loads(answer.out)] == BUNDLED
    assert answer.err.count("passed over: ") == 5


def test_a_damaged_file_still_hides_the_offer_of_its_name(run: Run, tmp_path: Path, own: Path) -> None:
    save(tmp_path, "wales", "name = \n")
    save(own, "scotland", "name = \n")
    answer = run("list", "--format", "json")
    assert [offer["name"] for offer in json.loads(answer.out)] == ["england", "scotland-2023-03", "wales-2023-03"]
    assert answer.err.count("\n") == 2


def test_a_file_that_is_no_offer_but_hides_one_is_named(run: Run, tmp_path: Path) -> None:
    save(tmp_path, "wales", 'name = "Wales"\n[[awrad]]\neffective = 2022-09-01\n')
    answer = run("list")
    assert answer.err == "passed over: wales.toml in this folder is no offer, but hides one of that name\n"
    assert "wales " not in answer.out


def test_values_of_another_kind_are_left_out(own: Path) -> None:
    save(
        own,
        "odd",
        'name = "A"\noffered = 2024-01-01T10:00:00\nnation = 5\nstatus = ""\n'
        '[[award]]\neffective = "unstated"\n[[lump_sum]]\ncovers = []\n[[lump_sum]]\ncovers = [5]\n'
        "[[lump_sum]]\npaid = 2025-06-30\n[[lump_sum]]\ncovers = [2024-09-01, 2025-08-31]\n",
    )
    found = next(head for head in heads()[0] if head.name == "odd")
    assert (found.offered, found.nation, found.status) == (None, None, "offered")
    assert str(found.starts) == "2024-09-01"
    assert found.years == {2024, 2025}


# Filters


@pytest.mark.parametrize(
    ("argv", "found"),
    [
        (("--nation", "WALES"), ["wales", "wales-2023-03"]),
        (("--group", "Teachers-Scotland"), ["scotland", "scotland-2023-03"]),
        (("--status", "Accepted"), ["scotland-2023-03", "wales-2023-03"]),
        (("--nation", "scotland", "--status", "rejected"), ["scotland"]),
        (("--year", "2024"), ["scotland-2023-03"]),
        (("--year", "2022"), BUNDLED),
    ],
)
def test_filters(run: Run, argv: tuple[str, ...], found: list[str]) -> None:
    assert names(run, *argv) == found


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (("--nation", "whales"), "No offer here has --nation whales: there is England, Scotland, Wales."),
        (("--status", "offered"), "No offer here has --status offered: there is accepted, imposed, rejected."),
        (("--year", "1999"), "No offer here has --year 1999: there is 2022, 2023, 2024."),
        (
            ("--nation", "wales", "--status", "imposed"),
            "No offer here has --nation wales and --status imposed together.",
        ),
    ],
)
def test_nothing_of_the_kind_is_an_answer_that_names_what_there_is(
    run: Run, argv: tuple[str, ...], sentence: str
) -> None:
    answer = run("list", *argv)
    assert (answer.code, answer.out, answer.err) == (0, f"{sentence}\n", "")
    answer = run("list", *argv, "--format", "json")
    assert (answer.code, answer.out, answer.err) == (0, "[]\n", f"{sentence}\n")


def test_no_offers_at_all_are_named_so() -> None:
    assert nothing([], Filters("Wales")) == "No offers are here."
    head = Head("a", "A", "a.toml", "local")
    assert nothing([head], Filters("Wales")) == "No offer here has --nation Wales: there is none with any."


@pytest.mark.parametrize("year", ["20x3", "23", "٢٠٢٣", "2023.0", ""])
def test_a_year_is_four_digits(run: Run, year: str) -> None:
    answer = run("list", "--year", year)
    assert (answer.code, answer.out) == (2, "")
    assert "is not a year: write it as 2023" in answer.err


# Other lists


def test_scales(run: Run) -> None:
    assert run("list", "scales").out == snapshot("""\
Scale             Points  Pay from
----------------  ------  --------------------
eng-teacher-roe   19      Sep 2021 to Sep 2027
sct-teacher-main  6       Apr 2020 to Aug 2026
wal-teacher       16      Sep 2021 to Sep 2022
""")
    found = json.loads(run("list", "SCALES", "--format", "json").out)
    assert [scale["name"] for scale in found] == ["eng-teacher-roe", "sct-teacher-main", "wal-teacher"]
    assert found[2] == {"name": "wal-teacher", "points": 16, "first": "2021-09-01", "last": "2022-09-01"}


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("offer",), "there is no list of offer: write one of offers, scales, series, schemes"),
        (("scales", "--nation", "Wales"), "--nation chooses offers: leave it out, or list offers"),
        (("--format", "markdown"), "--format markdown is not known: write one of table, json, csv"),
    ],
)
def test_what_cannot_be_listed(run: Run, argv: tuple[str, ...], words: str) -> None:
    answer = run("list", *argv)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err


# Forms


def test_csv_can_be_taken_into_a_spreadsheet(run: Run, tmp_path: Path) -> None:
    save(tmp_path, "mine", f'name = "=1+2"\nemployer = "A, B"\n{RISE}')
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv").out)))
    assert [row["name"] for row in rows] == sorted([*BUNDLED, "mine"])
    mine = next(row for row in rows if row["name"] == "mine")
    assert (mine["title"], mine["employer"], mine["starts"]) == ("'=1+2", "A, B", "2024-04-01")
    assert next(row for row in rows if row["name"] == "wales-2023-03")["years"] == "2022 2023"
    header = next(csv.reader(io.StringIO(run("list", "scales", "--format", "csv").out)))
    assert header == ["name", "points", "first", "last"]


def test_next_steps_are_said_on_a_terminal(run: Run) -> None:
    answer = run("list", terminal=True)
    assert answer.err == "\nOne: payoffer show england   Side by side: payoffer compare england scotland\n"
    assert run("list", "--status", "imposed", terminal=True).err == ""


def test_a_list_does_not_load_the_model_of_an_offer() -> None:
    script = (
        "import sys; from payoffer.cli.app import main; main(['list']); "
        "print(sorted({'payoffer.offer_parts', 'tabulate'} & set(sys.modules)), file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stderr == "[]\n"


# Text that survives


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("what", ["offers", "scales", "series", "schemes"])
def test_no_line_is_wider_than_the_terminal(run: Run, tmp_path: Path, what: str, columns: int) -> None:
    save(tmp_path, "mine", f'name = "{"long " * 50}"\n{RISE}')
    answer = run("list", what, columns=columns)
    assert max(map(len, answer.out.splitlines())) <= columns


def test_a_name_longer_than_the_terminal_is_broken_over_lines(run: Run, tmp_path: Path) -> None:
    save(tmp_path, "n" * 60, f'name = "A"\n{RISE}')
    answer = run("list", columns=40)
    assert max(map(len, answer.out.splitlines())) <= 40
    assert "n" * 60 in answer.out.replace("\n", "")
    assert "england" in answer.out


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("cp1252", "Ty'r Cymry"), ("cp850", "Ty'r Cymry"), ("ascii", "Ty'r Cymry"), ("utf-8", "Tŷ'r Cymry")],
)
def test_a_welsh_name_survives(run: Run, tmp_path: Path, encoding: str, shown: str) -> None:
    save(tmp_path, "Tŷ'r Cymry", f'name = "Tŷ\'r Cymry ☃"\n{RISE}')
    save(tmp_path, "ŵ", "name = \n")
    answer = run("list", encoding=encoding)
    assert answer.code == 0
    assert f"{shown} *" in answer.out
    columns = {re.search("  (Status|offered|rejected|accepted|imposed)", line) for line in answer.out.splitlines()}
    assert len({column.start() for column in columns if column}) == 1
    assert "passed over: " in answer.err


def test_a_file_cannot_speak_to_the_terminal(run: Run, tmp_path: Path) -> None:
    save(tmp_path, "mine", 'name = "A\\u001b[31m\\nB"\nstatus = "\\u0007x"\n' + RISE)
    out = run("list").out
    assert "A [31m B" in out
    assert not set(out) & {"\x1b", "\x07"}


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS, st.sampled_from(["local", "own", "bundled"])), min_size=1, max_size=4),
    st.integers(40, 120),
    st.sampled_from(["utf-8", "cp1252", "cp850", "ascii"]),
)
def test_every_list_fits_its_medium(rows: list[tuple[str, str, str, str]], width: int, encoding: str) -> None:
    found = [Head(name, title, "f", where, status=status) for name, title, status, where in rows]  # type: ignore[arg-type]
    text = written(Listed(Head, found, ""), "table", Medium(width, encoding))
    text.encode(encoding)
    assert all(len(line) <= width for line in text.splitlines())
    assert len(text.splitlines()) >= 1


@given(TEXTS)
def test_one_line_is_one_line_for_good(text: str) -> None:
    line = one_line(text)
    assert line.isprintable()
    assert one_line(line) == line


@given(st.lists(st.sampled_from(["England", "wales", "Wales", None]), max_size=5), st.sampled_from(["WALES", "france"]))
def test_a_filter_takes_what_it_names_and_nothing_else(nations: list[str | None], wanted: str) -> None:
    found = [Head(str(number), "A", "f", "local", nation=nation) for number, nation in enumerate(nations)]
    kept = chosen(found, Filters(nation=wanted))
    assert [head.name for head in kept] == [
        str(number) for number, nation in enumerate(nations) if (nation or "").casefold() == wanted.casefold()
    ]


def test_every_scale_is_listed() -> None:
    assert [scale.name for scale in scales()] == list(THREE)
