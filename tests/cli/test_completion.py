"""Names completed with the Tab key, and the lines that a shell needs for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import FIVE, five_offers

if TYPE_CHECKING:
    from tests.conftest import Run

BASH = shutil.which("bash") or "bash"
BUNDLED = list(FIVE)


@pytest.fixture(scope="module", autouse=True)
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Bundle five offers, whatever else comes with the program."""
    with five_offers(tmp_path_factory.mktemp("bundled")):
        yield


def completed(run: "Run", monkeypatch: pytest.MonkeyPatch, line: str) -> list[str]:
    """Return what bash is offered at the end of a line."""
    words = line.split(" ")
    with monkeypatch.context() as patch:
        patch.setenv("_PAYOFFER_COMPLETE", "complete_bash")
        patch.setenv("COMP_WORDS", line)
        patch.setenv("COMP_CWORD", str(len(words) - 1))
        answer = run()
    assert (answer.code, answer.err) == (0, "")
    return answer.out.split()


COMMANDS = [
    "compare",
    "show",
    "points",
    "needed",
    "payback",
    "takehome",
    "restore",
    "list",
    "prices",
    "read",
    "new",
    "check",
]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("payoffer compare ", BUNDLED),
        ("payoffer compare sc", ["scotland", "scotland-2023-03"]),
        ("payoffer compare wales w", ["wales", "wales-2023-03"]),
        ("payoffer compare wales scotland e", ["england"]),
        ("payoffer compare france", []),
        ("payoffer co", ["compare"]),
        ("payoffer ", COMMANDS),
        ("payoffer compare wales --in", ["--inflation", "--index"]),
        ("payoffer compare wales --inflation cp", ["cpi", "cpih"]),
        ("payoffer compare wales --prices ", ["before", "during"]),
        ("payoffer compare wales --align ", ["years", "dates"]),
        ("payoffer compare wales --align d", ["dates"]),
        ("payoffer compare wales --format m", ["message", "markdown"]),
        ("payoffer compare wales -f ", ["table", "message", "markdown", "csv", "json"]),
        ("payoffer prices -f ", ["table", "csv", "json"]),
        ("payoffer show wales -f t", ["table", "toml"]),
        ("payoffer compare wales --point LP", ["LP", "min", "LP", "max"]),
        (
            "payoffer compare wales scotland --point wales=U",
            [f"wales=U{n}" for n in ("NQ1", "NQ2", "NQ3", "NQ4", "NQ5", "NQ6", 1, 2, 3)],
        ),
        ("payoffer show scotland --point ", ["0", "1", "2", "3", "4", "5"]),
        ("payoffer show nowhere --point ", []),
        ("payoffer points wales --scale wal", ["wal-teacher"]),
        ("payoffer compare wales --salary ", []),
        ("payoffer takehome 40000 --nation n", ["northern-ireland"]),
        ("payoffer takehome 40000 --pension n", ["nhs-ew", "nhs-scotland", "none"]),
    ],
)
def test_the_tab_key(run: "Run", monkeypatch: pytest.MonkeyPatch, line: str, names: list[str]) -> None:
    assert completed(run, monkeypatch, line) == names


def test_offers_of_ones_own_are_completed_and_none_is_read(
    run: "Run", monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setenv("PAYOFFER_OFFERS", str(own))
    (own / "mine.toml").write_bytes(b"\0 not an offer")
    (tmp_path / "mill.toml").write_bytes(b"")
    (tmp_path / "mine.csv").write_bytes(b"")
    assert completed(run, monkeypatch, "payoffer compare mi") == ["mill", "mine"]


def test_a_folder_that_is_not_there_is_passed_over(run: "Run", monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAYOFFER_OFFERS", str(tmp_path / "nowhere"))
    assert completed(run, monkeypatch, "payoffer compare e") == ["england"]


@pytest.mark.parametrize(
    ("shell", "holds"),
    [
        ("/bin/bash", "_PAYOFFER_COMPLETE=complete_bash"),
        ("/usr/bin/zsh", "_PAYOFFER_COMPLETE=complete_zsh"),
        ("fish", "_PAYOFFER_COMPLETE=complete_fish"),
        ("/bin/dash", "_PAYOFFER_COMPLETE=complete_bash"),
        ("C:\\Program Files\\PowerShell\\7\\pwsh.exe", "_PAYOFFER_COMPLETE"),
        (None, '$Env:_PAYOFFER_COMPLETE = "complete_powershell"'),
    ],
)
def test_the_lines_for_the_users_shell(
    run: "Run", monkeypatch: pytest.MonkeyPatch, shell: str | None, holds: str
) -> None:
    if shell is None:
        monkeypatch.delenv("SHELL", raising=False)
    else:
        monkeypatch.setenv("SHELL", shell)
    answer = run("--show-completion")
    assert (answer.code, answer.err) == (0, "")
    assert holds in answer.out


@pytest.mark.skipif(os.name == "nt", reason="bash")
def test_bash_takes_the_lines_and_completes(payoffer_command: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "payoffer"
    command.write_text(f'#!/bin/sh\nexec {" ".join(payoffer_command)} "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    script = """
    eval "$(payoffer --show-completion)"
    COMP_WORDS=(payoffer compare wales sc) COMP_CWORD=3
    _payoffer_completion payoffer
    echo "${COMPREPLY[@]}"
    """
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "SHELL": "/bin/bash"}
    done = subprocess.run([BASH, "-c", script], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.startswith("scotland scotland-20")
    assert all(name.startswith("sc") for name in done.stdout.split())
    assert done.stderr == ""


def test_the_tab_key_loads_no_engine() -> None:
    code = (
        "import sys; from payoffer.cli.completion import offers; offers('w'); "
        "print(*(name for name in sys.modules if name in {'pydantic', 'payoffer.offer_parts', 'payoffer.valuation'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_the_points_of_an_offer_of_ones_own_are_completed(
    run: "Run", monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text('name = "Mine"\npoints = { A1 = 1, B1 = 2 }\nscales = ["nowhere"]\n')
    assert completed(run, monkeypatch, "payoffer compare mine --point ") == ["A1", "B1"]
    (tmp_path / "mine.toml").write_text('name = "Mine"\nscales = "sct-teacher-main"\n')
    assert completed(run, monkeypatch, "payoffer compare mine.toml --point ") == ["0", "1", "2", "3", "4", "5"]
    (tmp_path / "mine.toml").write_text("name =")
    assert completed(run, monkeypatch, "payoffer compare mine --point ") == []
