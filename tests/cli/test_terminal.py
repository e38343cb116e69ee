"""The command in a real terminal: its width, its characters, its hints, and Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conftest import Answer, Run

pty = pytest.importorskip("pty")
pexpect = pytest.importorskip("pexpect")

HINT = "\nWorking: add --working   To share: --format message\n"


def in_terminal(
    argv: list[str], columns: int = 80, env: "Mapping[str, str]" = os.environ, *, errors: bool = True
) -> "Answer":
    """Run a command with stdout on a terminal, and stderr on another, or with ``errors=False`` through a pipe."""
    import fcntl  # noqa: PLC0415
    import selectors  # noqa: PLC0415
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    from tests.conftest import Answer  # noqa: PLC0415

    pairs = [pty.openpty() if terminal else os.pipe() for terminal in (True, errors)]
    for _, slave in pairs[: 1 + errors]:
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    out, err = (slave for _, slave in pairs)
    done = subprocess.Popen(argv, stdin=out, stdout=out, stderr=err, env=dict(env))
    os.close(out)
    os.close(err)
    said = {master: b"" for master, _ in pairs}
    with selectors.DefaultSelector() as selector:
        for master in said:
            selector.register(master, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                try:
                    data = os.read(key.fd, 65536)
                except OSError:  # a terminal whose other end is closed
                    data = b""
                said[key.fd] += data
                if not data:
                    selector.unregister(key.fd)
                    os.close(key.fd)
    texts = [data.decode("utf-8", "replace").replace("\r\n", "\n") for data in said.values()]
    return Answer(done.wait(), *texts)


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_terminal_shows_what_its_width_allows_and_two_next_steps(
    payoffer_command: list[str], run: "Run", columns: int
) -> None:
    words = ["compare", "wales", "scotland", "-i", "10.1"]
    shown = in_terminal([*payoffer_command, *words], columns)
    assert (shown.code, shown.out) == (0, run(*words, columns=columns).out)
    assert max(len(line) for line in shown.out.splitlines()) <= columns
    steps = shown.err.removeprefix("\n").splitlines()
    assert 1 <= len(steps) <= 2
    assert max(len(line) for line in steps) <= columns
    assert " ".join(" ".join(steps).split()) == "Working: add --working To share: --format message"


def test_the_hint_stands_on_one_line_where_there_is_room(payoffer_command: list[str]) -> None:
    assert in_terminal([*payoffer_command, "compare", "wales"]).err == HINT


def test_no_hint_goes_into_a_pipe(payoffer_command: list[str]) -> None:
    assert in_terminal([*payoffer_command, "compare", "wales"], errors=False).err == ""


@pytest.mark.parametrize(
    "words", [["--working"], ["-f", "message"], ["-f", "json"], ["-f", "markdown"], ["--working", "--monthly"]]
)
def test_no_hint_where_it_has_been_taken_or_would_be_copied(run: "Run", words: list[str]) -> None:
    assert run("compare", "wales", *words, terminal=True).err == ""


def test_a_file_that_is_written_is_named(run: "Run", tmp_path: Path) -> None:
    assert run("compare", "wales", "-o", "out.csv", terminal=True) == (0, "", "\nWritten: out.csv\n")
    assert (tmp_path / "out.csv").is_file()


@pytest.mark.parametrize("columns", [40, 80])
def test_the_start_and_the_help_fit_the_terminal(payoffer_command: list[str], columns: int) -> None:
    for words in ([], ["--help"], ["compare", "--help"]):
        shown = in_terminal([*payoffer_command, *words], columns)
        assert (shown.code, shown.err) == (0, "")
        assert max(len(line) for line in shown.out.splitlines()) <= columns


def test_an_error_goes_to_stderr_in_a_terminal_too(payoffer_command: list[str]) -> None:
    shown = in_terminal([*payoffer_command, "compare", "walse"])
    assert shown == (1, "", 'error: there is no offer called "walse": did you mean wales?\n')


def test_through_a_pipe_it_is_80_columns_wide(payoffer_command: list[str], run: "Run") -> None:
    words = ["compare", "wales", "scotland", "-i", "10.1"]
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run([*payoffer_command, *words], capture_output=True, check=True, env=env)
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == run(*words).out


@pytest.mark.parametrize(
    ("settings", "encoding"),
    [
        ({"PYTHONIOENCODING": "ascii"}, "ascii"),
        ({"PYTHONIOENCODING": "cp1252:strict"}, "cp1252"),
        ({"PYTHONIOENCODING": "cp850"}, "cp850"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "ascii"),
        ({"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}, "ascii"),
    ],
)
def test_a_welsh_name_survives_on_any_screen(
    payoffer_command: list[str], tmp_path: Path, settings: dict[str, str], encoding: str
) -> None:
    text = 'name = "Tŷ\'r Cymry"\n[[award]]\neffective = 2023-04-01\nuplift = [{ percent = 5 }]\n'
    (tmp_path / "house.toml").write_text(text, encoding="utf-8")
    words = [*payoffer_command, "compare", "house.toml", "wales", "-i", "10.1"]
    done = subprocess.run(words, capture_output=True, check=False, env=os.environ | settings)
    said = done.stdout.decode(encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Ty'r Cymry" in said
    assert ("GBP 42,000" in said, "£42,000" in said) == (encoding == "ascii", encoding != "ascii")
    assert max(len(line) for line in said.splitlines()) <= 80
    wrong = [*payoffer_command, "compare", "Tŷ"]
    done = subprocess.run(wrong, capture_output=True, check=False, env=os.environ | settings)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode(encoding).startswith("error: there is no offer called ")


def test_a_pound_sign_is_understood_where_the_screen_has_none(payoffer_command: list[str]) -> None:
    env = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    words = [*payoffer_command, "compare", "wales", "-s", "£30k"]
    done = subprocess.run(words, capture_output=True, check=False, env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"One pay offer, on GBP 30,000 a year before it\n")


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")
def test_ctrl_c_while_the_answer_is_being_shown(payoffer_command: list[str]) -> None:
    program, *words = payoffer_command
    offers = ["wales", "scotland", "wales-2023-03", "scotland-2023-03"]
    child = pexpect.spawn(program, [*words, "compare", *offers, "-f", "json", "-i", "10.1"], timeout=60)
    child.expect_exact("{")  # and no more: the terminal is full, and the command waits in the middle of its answer
    time.sleep(0.5)
    child.sendintr()
    rest = child.read()
    child.close()
    assert (child.exitstatus, child.signalstatus) == (130, None)
    assert b"Traceback" not in rest
    assert b"error" not in rest


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("wait", [0.05, 0.1, 0.2, 0.3])
def test_ctrl_c_at_any_moment(payoffer_command: list[str], wait: float) -> None:
    child = subprocess.Popen(
        [*payoffer_command, "compare", "wales", "scotland", "--working"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(wait)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate()
    # Python's own decimal library says this where it is loaded again after Ctrl-C has cut off its first loading.
    said = re.sub(rb"\S*libmpdec/context\.c:\d+: warning: mpd_setminalloc: [^\n]*\n\s*", b"", said)
    # Before Python has come to the program there is nobody to catch it.
    if b"payoffer" in said or child.returncode in {0, 130}:
        assert (child.returncode in {0, 130}, said) == (True, b"")
