"""How a run ends: exit codes, streams that are closed, full or cut off, and whatever words it is given."""

import contextlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from payoffer import __main__ as module
from payoffer.cli import app as program
from payoffer.errors import FileProblem

if TYPE_CHECKING:
    from tests.conftest import Run

BASH = shutil.which("bash") or "bash"
LONG = ("compare", "wales", "scotland", "wales-2023-03", "scotland-2023-03", "-f", "json", "-i", "10.1", "-i", "4")


class Broken(io.TextIOWrapper):
    """A stream that cannot be written to."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")
        self.error = error

    def write(self, _text: str) -> int:
        raise self.error

    def flush(self) -> None:
        pass


# Streams


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize("words", [LONG, ("--help",), (), ("compare", "wales")])
def test_a_closed_pipe_is_no_error(payoffer_command: list[str], words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*payoffer_command, *words], stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
def test_head_takes_one_line(payoffer_command: list[str]) -> None:
    script = '"$@" | head -1; exit ${PIPESTATUS[0]}'
    done = subprocess.run([BASH, "-c", script, "bash", *payoffer_command, *LONG], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{\n", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("words", [LONG, ("--help",), (), ("compare", "wales")])
def test_a_full_disk_under_stdout_is_one_sentence(payoffer_command: list[str], words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*payoffer_command, *words], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "error: the answer cannot be written (No space left on device): "
        "make room, or write it elsewhere with --output FILE\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_where_no_error_can_be_said_the_exit_code_tells(payoffer_command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*payoffer_command, "compare", "walse"], stdout=subprocess.PIPE, stderr=full, check=False)
    assert (done.returncode, done.stdout) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize(("closed", "word", "code"), [(">&-", "wales", 0), ("2>&-", "walse", 1), ("<&-", "wales", 0)])
def test_a_stream_may_be_closed(payoffer_command: list[str], closed: str, word: str, code: int) -> None:
    done = subprocess.run(
        [BASH, "-c", f'"$@" {closed}', "bash", *payoffer_command, "compare", word], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (BrokenPipeError(32, "Broken pipe"), 0, ""),
        (OSError(22, "Invalid argument"), 0, ""),  # a closed pipe on Windows
        (OSError(5, "Input/output error"), 1, "error: the answer cannot be written (Input/output error): "),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_stops_the_answer_on_its_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int, said: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Broken(error))
        patch.setattr(program, "_prepare_streams", lambda: None)
        assert program.main(["compare", "wales"]) == code
        with contextlib.suppress(AttributeError):
            sys.stdout.close()
    assert capsys.readouterr().err.startswith(said)


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_words: list[str]) -> NoReturn:
        raise FileNotFoundError(2, "No such file", "a file of ours")

    monkeypatch.setattr(program, "_run", fail)
    monkeypatch.setattr(program, "_prepare_streams", lambda: None)
    with pytest.raises(FileNotFoundError):
        program.main([])


def test_the_answer_is_on_stdout_and_all_else_on_stderr(payoffer_command: list[str]) -> None:
    right = subprocess.run([*payoffer_command, "compare", "wales"], capture_output=True, check=False)
    assert (right.returncode, right.stderr) == (0, b"")
    wrong = subprocess.run([*payoffer_command, "compare", "walse"], capture_output=True, check=False)
    assert (wrong.returncode, wrong.stdout) == (1, b"")


# Ctrl-C


@pytest.mark.parametrize("moment", ["payoffer.compare.compare", "payoffer.cli.question.find", "payoffer.argv.mended"])
def test_ctrl_c_ends_without_a_word(run: "Run", monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    def interrupted(*_args: object, **_options: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(moment, interrupted)
    assert run("compare", "wales") == (130, "", "")


def test_ctrl_c_before_the_program_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loading(ModuleType):
        def __getattr__(self, name: str) -> NoReturn:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "payoffer.cli.app", Loading("payoffer.cli.app"))
    assert module.run() == 130


def test_the_module_runs_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["payoffer", "--version"])
    monkeypatch.setattr(program, "_prepare_streams", lambda: None)
    assert module.run() == 0
    assert capsys.readouterr().out.startswith("payoffer ")


# Any words at all

SPELLED = [
    *("compare", "show", "points", "takehome", "read", "list", "check"),
    *("wales", "scotland", "england", "cymru", "wales=proposed", "proposed", "40000", "wales=tps", "2023-24"),
]
OPTIONS = [
    *("--salary", "-s", "--paid-now", "--point", "--fte", "--week", "--inflation", "-i", "--index", "--next"),
    *("--conditional", "--months", "--align", "--working", "--monthly", "--format", "-f", "--output", "-o", "--force"),
    *("--help", "-h", "--version", "--headline", "--strict", "--schema", "--nation", "--year", "--", "-", "---", "-is"),
    *("--tax-year", "--pension", "--student-loan", "--category", "--last-year", "--file"),
]
VALUES = [
    *("40000", "£40k", "10.1", "10,1", "10.1%", "0", "-1", "nan", "1e9", "24", "0.6", "60%", "U3", "M3", "wales=U3"),
    *("2=3", "rpi=4", "dates", "json", "csv", "message", "markdown", "out.csv", "out.json", "out", "", " ", "="),
]
WORDS = st.one_of(
    st.sampled_from(SPELLED),
    st.sampled_from(OPTIONS),
    st.sampled_from(VALUES),
    st.builds("{}={}".format, st.sampled_from(OPTIONS), st.sampled_from(VALUES)),
    st.text(max_size=12),
    st.text(alphabet="-\u2013\u2014=\u201c\u201d\u00a0\u200b'\"\\/.~%,;£ k0123456789aw\n\t\0\x1b\u202e", max_size=10),
)


BEGINS = st.sampled_from([["compare"], ["compare", "wales"], ["show"], ["points"], ["list"], ["check"], []])


@pytest.fixture(scope="module")
def a_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which an example may leave a file."""
    return tmp_path_factory.mktemp("words")


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    begins=st.sampled_from([["compare"], ["compare", "wales"], ["show"], ["points"], ["list"], ["check"], []]),
    words=st.lists(WORDS, max_size=6),
)
def test_whatever_is_typed_is_answered_or_refused_in_one_line(
    run: "Run", monkeypatch: pytest.MonkeyPatch, a_folder: Path, begins: list[str], words: list[str]
) -> None:
    monkeypatch.chdir(a_folder)
    for path in a_folder.iterdir():
        path.unlink()  # what an --output has written before would be an offer file with mistakes now
    code, out, err = run(*begins, *words)
    assert code in {0, 1, 2}
    said = err.splitlines()
    if "check" in {*begins, *words} and code != 2:
        return  # what it finds in files is its answer, and goes to stdout
    if code == 0:
        assert all(not line.startswith("error: ") for line in said)
        return
    assert out == ""
    assert len(said) == 1 or (len(said) == 3 and said[2].strip() == "^")  # the place in an offer that was typed
    assert said[0].startswith("error: ")
    assert all(line.isprintable() for line in said)
    assert ": " in said[0].removeprefix("error: ")


@settings(max_examples=100)
@given(text=st.text())
def test_an_error_is_one_printable_line_on_any_screen(text: str) -> None:
    for encoding in ("ascii", "cp850", "utf-8"):
        with pytest.MonkeyPatch.context() as patch:
            stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
            patch.setattr(sys, "stderr", stream)
            assert program._refused(FileProblem(text), 1) == 1
        stream.seek(0)
        said = stream.read()
        assert said.endswith("\n")
        assert said[:-1].isprintable()
