"""``payoffer check``: every file is told right or wrong on stdout, and ``--schema`` says what is right."""

import json
import os
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from payoffer.errors import FileProblem, OfferFileError
from payoffer.offer_file import read_offer
from payoffer.schema import offer_schema
from payoffer.shelf import BUNDLED
from payoffer.uplift import KINDS
from tests.conftest import Run

FIXTURES = Path(__file__).parents[1] / "fixtures"
RIGHT = """name = "A"
group = "a"
[[source]]
title = "A"
[[award]]
effective = 2023-04-01
uplift = [{ percent = 5 }]
"""
WIDE = 400


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_right_file(run: Run) -> None:
    assert run("check", write("a.toml", RIGHT)) == (0, "a.toml: right\n", "")


def test_a_bundled_offer_by_any_of_its_names(run: Run) -> None:
    assert run("check", "WALES") == (0, "wales.toml (bundled): right\n", "")
    assert run("check", "cymru") == (0, "wales.toml (bundled): right\n", "")


def test_every_bundled_offer_is_right_without_a_warning(run: Run) -> None:
    names = [path.stem for path in sorted(BUNDLED.glob("*.toml"))]
    answer = run("check", *names, "--strict")
    assert answer.code == 0
    assert answer.out.splitlines() == [f"{name}.toml (bundled): right" for name in names]


def test_a_name_in_the_folder_is_checked_there(run: Run) -> None:
    write("wales.toml", RIGHT)
    assert run("check", "wales").out == "wales.toml: right\n"


def test_warnings_are_told_and_are_no_mistakes(run: Run) -> None:
    name = write("a.toml", RIGHT.replace("5", "55"))
    answer = run("check", name, columns=WIDE)
    assert answer.out.splitlines() == [
        "a.toml: right, with 1 warning",
        "a.toml, line 7: warning: a rise of 55% is more than offers give: check the decimal point",
    ]
    assert (answer.code, answer.err) == (0, "")
    assert run("check", name, "--strict", columns=WIDE) == (1, answer.out, "")


def test_several_warnings_are_counted(run: Run) -> None:
    name = write("a.toml", 'name = "A"\n[[award]]\nyear = 1\nuplift = [{ percent = 5 }]\n')
    assert run("check", name, columns=WIDE).out.startswith("a.toml: right, with 2 warnings\n")


def test_five_mistakes_are_five_lines(run: Run) -> None:
    name = write("five.toml", (FIXTURES / "five_mistakes.toml").read_text(encoding="utf-8"))
    code, out, err = run("check", name, columns=WIDE)
    assert (code, err) == (1, "")
    title, *lines = out.splitlines()
    assert title == "five.toml: 5 mistakes, and there may be more once these are mended"
    assert [line.partition(": ")[0] for line in lines] == [f"five.toml, line {line}" for line in (5, 14, 20, 24, 28)]


def test_one_mistake_that_hides_no_other(run: Run) -> None:
    name = write("a.toml", RIGHT.replace("percent", "percentage"))
    code, out, err = run("check", name)
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "a.toml: 1 mistake",
        'a.toml, line 7: "percentage" is not a key of a term: did you mean percent?',
    ]


def test_all_files_are_checked_even_after_one_with_mistakes(run: Run) -> None:
    wrong = write("b.toml", RIGHT.replace("percent", "percentage"))
    answer = run("check", "nothere.toml", wrong, write("a.toml", RIGHT))
    assert answer.code == 1
    assert [line.partition(", line")[0] for line in answer.out.splitlines()] == [
        "nothere.toml: not checked",
        "b.toml: 1 mistake",
        "b.toml",
        "a.toml: right",
    ]
    assert answer.err == (
        "error: there is no file nothere.toml: check the name, or see what is here with payoffer list\n"
    )


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_no_line_is_wider_than_the_screen(run: Run, columns: int) -> None:
    five = write("five.toml", (FIXTURES / "five_mistakes.toml").read_text(encoding="utf-8"))
    warned = write("a.toml", RIGHT.replace("5", "55"))
    lines = run("check", five, warned, columns=columns).out.splitlines()
    assert max(map(len, lines)) <= columns
    assert len(lines) > 8


def test_what_the_screen_cannot_show_does_not_stop_it(run: Run) -> None:
    name = write("a.toml", RIGHT.replace("5 }", '5, "Tŷ" = 1 }'))
    assert '"Ty"' in run("check", name, encoding="ascii", columns=WIDE).out


# What cannot be read


def folder(path: Path) -> None:
    path.mkdir()


def huge(path: Path) -> None:
    path.write_bytes(b"#" * (1024 * 1024 + 1))


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def written(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


UNIX = pytest.mark.skipif(sys.platform == "win32", reason="there are none on Windows")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda _path: None, "there is no file a.toml", id="missing"),
        pytest.param(written(b""), "a.toml is empty", id="empty"),
        pytest.param(written(b" \n\t\n"), "a.toml is empty", id="blank"),
        pytest.param(written(b"PK\x03\x04\0\0"), "a.toml is not a text file", id="binary"),
        pytest.param(written(RIGHT.encode("utf-16")), "a.toml is not a text file", id="UTF-16"),
        pytest.param(written(b'name = "A"\n# \xa35'), "a.toml, line 2: this is not UTF-8", id="Latin-1"),
        pytest.param(huge, "a.toml is over 1 MiB", id="huge"),
        pytest.param(folder, "a.toml is a folder", id="folder"),
        pytest.param(pipe, "a.toml is not a plain file", id="pipe", marks=UNIX),
        pytest.param(device, "a.toml is not a plain file", id="device", marks=UNIX),
        pytest.param(link_to_itself, "a.toml cannot be read", id="a link to itself", marks=UNIX),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence_on_stderr(
    run: Run, make: Callable[[Path], object], said: str
) -> None:
    make(Path("a.toml"))
    code, out, err = run("check", "a.toml")
    assert (code, out) == (1, "a.toml: not checked\n")
    assert err.startswith(f"error: {said}")
    assert err.count("\n") == 1
    assert ": " in err.removeprefix("error: ")


def test_a_file_that_goes_while_it_is_checked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    name = write("a.toml", RIGHT)

    def gone(*_args: object) -> list[object]:
        raise FileProblem("a.toml is gone: put it back")

    monkeypatch.setattr("payoffer.suspicions.suspicions", gone)
    assert run("check", name) == (1, "a.toml: not checked\n", "error: a.toml is gone: put it back\n")


def test_a_name_that_is_no_offer(run: Run) -> None:
    code, out, err = run("check", "walse")
    assert (code, out) == (1, "walse: not checked\n")
    assert "did you mean wales" in err


# What is typed


def test_nothing_to_check_is_a_usage_error(run: Run) -> None:
    assert run("check") == (
        2,
        "",
        "error: nothing is named after payoffer check: write for example payoffer check myoffer.toml\n",
    )


def test_the_schema_is_of_no_file(run: Run) -> None:
    code, out, err = run("check", "wales", "--schema")
    assert (code, out) == (2, "")
    assert err == "error: --schema shows the form of every offer file and checks none: leave the files out\n"


def test_the_least_offer_file_of_the_help_is_right(run: Run) -> None:
    told = " ".join(run("check", "--help", columns=80).out.split())
    least = told.partition("on four lines: ")[2].partition(" }].")[0] + " }]"
    assert read_offer(least.replace(", then ", "\n"), "least.toml").name == "Our council"


# The schema


@pytest.fixture(scope="module")
def editor() -> Draft202012Validator:
    """Return what an editor makes of the schema."""
    return Draft202012Validator(offer_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def as_json(text: str) -> Any:  # noqa: ANN401
    """Return a TOML text as an editor sees it: its dates are text."""
    return json.loads(json.dumps(tomllib.loads(text), default=lambda value: value.isoformat()))


def test_the_schema_is_printed_and_is_one(run: Run) -> None:
    code, out, err = run("check", "--schema", columns=40, encoding="ascii")
    assert (code, err) == (0, "")
    assert json.loads(out) == offer_schema()
    Draft202012Validator.check_schema(json.loads(out))


def test_every_key_is_described_and_none_can_be_null(run: Run) -> None:
    out = run("check", "--schema").out
    schema = json.loads(out)
    assert '"null"' not in out
    assert '"default"' not in out
    parts = [schema, *schema["$defs"].values()]
    assert len(parts) == 8
    for part in parts:
        assert part["description"]
        assert all(key["description"] for key in part["properties"].values())


@pytest.mark.parametrize(
    "path", [*sorted(BUNDLED.glob("*.toml")), FIXTURES / "every_construct.toml"], ids=lambda path: path.stem
)
def test_an_editor_finds_every_real_offer_right(editor: Draft202012Validator, path: Path) -> None:
    assert [error.message for error in editor.iter_errors(as_json(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize(
    "more",
    [
        'also = ["b"]\nstrike_day = { of_year = "1/365", source = "b" }\npoints = { M1 = 25714.50 }\nnote = "b"\n',
        "[[award]]\nyear = 1\nuplift = [{ percent = { M1 = [3, 4], others = 2 } }]\n",
        '[[award]]\neffective = "unstated"\nuplift = [{ total_percent = 5, of = "before" }]\n',
        '[[award]]\neffective = 2023-04-01\nuplift = [{ index = "rpi", month = 2023-02-01, cap = 9 }]\n',
        '[[lump_sum]]\npay = [{ months_of_rise = 1.5 }]\nof = "in_payment"\nin_post = 2023-04-01\n',
    ],
)
def test_an_editor_takes_every_form_of_a_value(editor: Draft202012Validator, more: str) -> None:
    named = more if more.startswith("also") else ""
    assert editor.is_valid(as_json(RIGHT.replace("[[source]]", f"{named}[[source]]", 1) + (more if not named else "")))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("percentage = 5", "percent = 5"),
        ('percent = "5%"', "percent = 5"),
        ("percent = [3, 4, 5]", "percent = 5"),
        ("percent = -100", "percent = 5"),
        ("percent = {}", "percent = 5"),
        ("percent = 5, flat = 100", "percent = 5"),
        ("percent = 5, cap = 9", "percent = 5"),
        ('index = "rpi"', "percent = 5"),
        ("pay_over = 100", "percent = 5"),
        ("minimum_pay = 0", "percent = 5"),
        ("[]", "[{ percent = 5 }]"),
        ("{ percent = 5 }", "[{ percent = 5 }]"),
        ('effective = "soon"', "effective = 2023-04-01"),
        ("effective = 2023-04-01T09:00:00", "effective = 2023-04-01"),
        ("", "effective = 2023-04-01"),
        ("effective = 2023-04-01\nyear = 1", "effective = 2023-04-01"),
        ('effective = 2023-04-01\nin_payment = "yes"', "effective = 2023-04-01"),
        ('effective = 2023-04-01\nper = "week"', "effective = 2023-04-01"),
        ("effective = 2023-04-01\nuntil = 2024-03-31", "effective = 2023-04-01"),
        ('publisher = "A"', 'title = "A"'),
        ("", 'name = "A"'),
        ('name = ""', 'name = "A"'),
        ('name = "A"\nstatus = "refused"', 'name = "A"'),
        ("[[awards]]", "[[award]]"),
        ("[award]", "[[award]]"),
    ],
)
def test_an_editor_marks_a_mistake(editor: Draft202012Validator, wrong: str, right: str) -> None:
    assert editor.is_valid(as_json(RIGHT))
    assert RIGHT.count(right) == 1
    text = RIGHT.replace(right, wrong)
    with pytest.raises(OfferFileError):
        read_offer(text, "a.toml")
    assert not editor.is_valid(as_json(text))


def test_an_editor_offers_every_term(editor: Draft202012Validator) -> None:
    for kind in KINDS:
        value = '"rpi", month = 2023-02-01' if kind == "index" else '{ M1 = "M2" }' if kind == "move" else "5"
        assert editor.is_valid(as_json(RIGHT.replace("percent = 5", f"{kind} = {value}")))
