"""The command asks nobody and keeps nothing: watched from inside a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import sys
from pathlib import Path

seen = []
def watch(event, args):
    if event.startswith("socket.") or event in {"os.remove", "os.rename", "os.mkdir", "subprocess.Popen", "os.system"}:
        seen.append((event, *map(str, args[:2])))
    if event == "open" and not isinstance(args[0], int):
        path, mode, flags = args
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & 3):
            seen.append((event, str(path), str(mode)))

sys.addaudithook(watch)
from payoffer.__main__ import run
sys.argv[0] = "payoffer"
code = run()
sys.stdout.flush()
report = [line for line in seen if ".coverage" not in str(line)]
print("CODE", code, report, file=sys.stderr)
"""


def left(folder: Path) -> list[str]:
    """Return the names of the files in a folder, the hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


def watched(*words: str) -> str:
    """Return what a run did beside answering."""
    env = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", WATCHED, *words], capture_output=True, text=True, check=True, env=env)
    return done.stderr


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--help",),
        ("--version",),
        ("compare", "--help"),
        ("compare", "wales", "scotland", "--inflation", "10.1"),
        ("compare", "wales", "scotland", "-i", "10.1", "--working", "--monthly"),
        ("compare", "england", "--point", "M3 rest of England"),
        ("compare", "wales", "-s", "42333", "-f", "json"),
        ("compare", "wales", "-f", "csv"),
        ("compare", "wales", "-f", "markdown"),
        ("compare", "wales", "-f", "message"),
        ("compare", "cymru"),
        ("show", "wales", "--headline", "8"),
        ("list",),
        ("prices",),
        ("prices", "show", "rpi"),
        ("compare", "wales", "-i", "cpi", "-i", "rpi"),
        ("restore", "36756", "43685", "--from", "2010-09", "--to", "2022-09", "-i", "rpi"),
        ("needed", "wales", "-i", "cpi"),
        ("payback", "wales-2023-03", "--against", "wales", "--days", "2"),
        ("points", "scotland"),
        ("check", "wales"),
    ],
)
def test_no_socket_no_file_no_other_program(words: tuple[str, ...], tmp_path: Path, nobody_home: Path) -> None:
    assert watched(*words) == "CODE 0 []\n"
    assert left(tmp_path) == []
    assert left(nobody_home) == []


def test_a_refusal_leaves_nothing_either(tmp_path: Path, nobody_home: Path) -> None:
    assert watched("compare", "walse").endswith("CODE 1 []\n")
    assert left(tmp_path) == []
    assert left(nobody_home) == []


def test_only_the_output_file_is_written(tmp_path: Path, nobody_home: Path) -> None:
    done = watched("compare", "wales", "-s", "42333", "-o", "out.csv")
    assert done.startswith("CODE 0 [('open', '.payoffer-")
    assert done.count("(") == 2  # opened beside it, and put in its place
    assert left(tmp_path) == ["out.csv"]
    assert left(nobody_home) == []
    assert "42333" not in "".join(left(tmp_path))


def test_a_socket_would_be_seen() -> None:
    code = WATCHED.replace("from payoffer.__main__ import run", "import socket; run = socket.socket")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "socket.__new__" in done.stderr
