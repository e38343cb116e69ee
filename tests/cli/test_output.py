"""``--output``: the kind of file by its name, whole or not at all, and never in the place of another unasked."""

import csv
import errno
import io
import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from payoffer.cli import output

if TYPE_CHECKING:
    from tests.conftest import Run

POSIX = pytest.mark.skipif(os.name == "nt", reason="modes and signals of Unix")


def left(folder: Path) -> list[str]:
    """Return the names of the files in a folder, the hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["out.txt", "out.md", "OUT.MD", "two words.txt", "Tŷ.txt", ".txt.md"])
def test_a_text_is_what_the_screen_would_show_in_utf_8(run: "Run", tmp_path: Path, name: str) -> None:
    form = "markdown" if name.casefold().endswith(".md") else "table"
    shown = run("compare", "wales", "-i", "10.1", "-f", form)
    assert run("compare", "wales", "-i", "10.1", "-o", name, encoding="ascii", columns=40) == (0, "", "")
    text = (tmp_path / name).read_bytes().decode("utf-8")
    assert without_command(text) == without_command(shown.out)
    assert "£40,000" in text
    assert left(tmp_path) == [name]


def without_command(text: str) -> str:
    """Leave out the command that makes the answer again, which names the file."""
    return "\n".join(line for line in text.splitlines() if "payoffer compare" not in line)


def test_csv_has_a_bom_and_is_what_a_spreadsheet_reads(run: "Run", tmp_path: Path) -> None:
    assert run("compare", "wales", "scotland", "-o", "out.csv").out == ""
    data = (tmp_path / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfoffer,")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0].keys() == {"offer", "reading", "window", "year", "figure", "value"}
    assert b"\xef\xbb\xbf" not in run("compare", "wales", "-f", "csv").out.encode()


def test_json_has_no_bom(run: "Run", tmp_path: Path) -> None:
    assert run("compare", "wales", "-o", "out.json").out == ""
    assert json.loads((tmp_path / "out.json").read_bytes())["offers"][0]["id"] == "wales"


def test_a_message_and_a_table_may_go_where_text_goes(run: "Run", tmp_path: Path) -> None:
    for form, name in (("message", "out.txt"), ("message", "out.md"), ("table", "table.md"), ("Markdown", "md.txt")):
        assert run("compare", "wales", "-f", form, "-o", name) == (0, "", "")
        shown = run("compare", "wales", "-f", form).out
        assert without_command((tmp_path / name).read_text(encoding="utf-8")) == without_command(shown)


def test_show_writes_too(run: "Run", tmp_path: Path) -> None:
    assert run("show", "wales", "-o", "wales.md") == (0, "", "")
    assert (tmp_path / "wales.md").read_text(encoding="utf-8").startswith("#")


def test_a_file_is_replaced_only_if_asked(run: "Run", tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_bytes(b"kept")
    refused = run("compare", "wales", "-o", "out.csv")
    assert refused == (1, "", "error: out.csv is there already: give another name, or add --force to replace it\n")
    assert file.read_bytes() == b"kept"
    assert run("compare", "wales", "-o", "out.csv", "--force") == (0, "", "")
    assert file.read_bytes().startswith(output.BOM.encode())
    assert left(tmp_path) == ["out.csv"]


def test_a_home_folder_and_another_folder_are_found(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "figures of May").mkdir()
    assert run("compare", "wales", "-o", str(Path("figures of May") / "out.csv")).code == 0
    assert left(tmp_path / "figures of May") == ["out.csv"]


@pytest.mark.parametrize(
    "name",
    ["con.txt", "AUX.csv", "lpt1.json", "COM9.md", "a:b.txt", "a?.txt", "a*.csv", 'a"b.txt', "<a>.txt", "a|b.txt"],
)
def test_a_name_that_windows_cannot_use_is_refused_everywhere(run: "Run", tmp_path: Path, name: str) -> None:
    answer = run("compare", "wales", "-o", name)
    assert answer == (1, "", f"error: {name} is a name that Windows cannot use: give the file another\n")
    assert left(tmp_path) == []


@POSIX
def test_a_path_of_windows_is_not_made_a_name(run: "Run", tmp_path: Path) -> None:
    assert run("compare", "wales", "-o", "C:\\figures\\out.txt").code == 1
    assert left(tmp_path) == []


@pytest.mark.parametrize("name", ["out.csv", "nowhere/out.csv", "a/../out.csv", "x" * 300 + ".csv"])
def test_where_the_file_cannot_be_the_folder_stays_as_it_was(run: "Run", tmp_path: Path, name: str) -> None:
    (tmp_path / "out.csv").mkdir()
    answer = run("compare", "wales", "-o", name, "--force")
    assert (answer.code, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1
    assert left(tmp_path) == ["out.csv"]


@POSIX
def test_a_folder_that_may_not_be_written_in(payoffer_command: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write anywhere")
    done = subprocess.run(
        [*payoffer_command, "compare", "wales", "-o", "locked/out.csv"], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == (
        b"error: locked/out.csv cannot be written (Permission denied): check the folder, or give another name\n"
    )
    assert left(folder) == []


# Whole or not at all


class Full(io.StringIO):
    """A file that has no room after its first half."""

    def write(self, text: str) -> int:
        super().write(text[: len(text) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("force", [False, True])
def test_a_full_disk_leaves_nothing_and_loses_nothing(
    run: "Run", tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, force: bool
) -> None:
    real = Path.open

    def opened(path: Path, mode: str = "r", **options: Any) -> Any:  # noqa: ANN401
        file = real(path, mode, **options)
        if mode != "x":
            return file
        file.close()
        return Full()

    kept = tmp_path / "out.csv"
    if force:
        kept.write_bytes(b"kept")
    monkeypatch.setattr(Path, "open", opened)
    answer = run("compare", "wales", "-o", "out.csv", *(["--force"] if force else []))
    assert answer == (
        1,
        "",
        "error: out.csv cannot be written (No space left on device): check the folder, or give another name\n",
    )
    assert left(tmp_path) == (["out.csv"] if force else [])
    assert not force or kept.read_bytes() == b"kept"


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on the size of files, as Linux has it")
def test_a_disk_that_fills_up_half_way(payoffer_command: list[str], tmp_path: Path) -> None:
    script = 'ulimit -f 1; trap "" XFSZ; exec "$@"'  # one block: 1,024 bytes
    words = ["bash", "-c", script, "bash", *payoffer_command, "compare", "wales", "-o", "out.json"]
    env = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "COVERAGE_PROCESS_START": "", "COVERAGE_PROCESS_CONFIG": ""}
    done = subprocess.run(words, capture_output=True, check=False, env=env)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == (
        b"error: out.json cannot be written (File too large): check the folder, or give another name\n"
    )
    assert left(tmp_path) == []


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("moment", ["shutil.copymode", "pathlib.Path.replace"])
def test_a_stop_between_writing_and_putting_in_place_leaves_nothing(
    run: "Run", tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException], moment: str
) -> None:
    def stopped(*_args: object) -> NoReturn:
        assert len(left(tmp_path)) == 2
        raise stop

    (tmp_path / "out.txt").write_bytes(b"kept")
    monkeypatch.setattr(moment, stopped)
    if stop is KeyboardInterrupt:
        assert run("compare", "wales", "-o", "out.txt", "--force") == (130, "", "")
    else:
        with pytest.raises(SystemExit):
            run("compare", "wales", "-o", "out.txt", "--force")
    assert left(tmp_path) == ["out.txt"]
    assert (tmp_path / "out.txt").read_bytes() == b"kept"


KILLED = """
import os, pathlib, signal
real = pathlib.Path.open
def opened(path, mode="r", **options):
    file = real(path, mode, **options)
    if mode == "x":
        file.write("half")
        file.flush()
        os.kill(os.getpid(), signal.SIGKILL)
    return file
pathlib.Path.open = opened
from payoffer.cli.app import main
main(["compare", "wales", "-o", "out.txt", "--force"])
"""


@POSIX
def test_a_kill_half_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_bytes(b"kept")
    done = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "out.txt").read_bytes() == b"kept"


# Modes and links


@POSIX
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_mode_is_what_the_user_has_asked_for_in_umask(run: "Run", tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        assert run("compare", "wales", "-o", "out.txt").code == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == mode


@POSIX
def test_a_file_that_is_replaced_keeps_its_mode(run: "Run", tmp_path: Path) -> None:
    file = tmp_path / "out.txt"
    file.touch(mode=0o600)
    assert run("compare", "wales", "-o", "out.txt", "--force").code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@POSIX
def test_a_link_stays_a_link(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "out.txt").symlink_to(tmp_path / "shared" / "figures.txt")
    assert run("compare", "wales", "-o", "out.txt") == (0, "", "")
    assert run("compare", "wales", "-o", "out.txt").code == 1
    assert run("compare", "wales", "-o", "out.txt", "--force").code == 0
    assert (tmp_path / "out.txt").is_symlink()
    assert left(tmp_path / "shared") == ["figures.txt"]
    (tmp_path / "round.txt").symlink_to("round.txt")
    assert run("compare", "wales", "-o", "round.txt").code == 1


@POSIX
def test_a_device_is_never_replaced(run: "Run", tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    answer = run("compare", "wales", "-o", "pipe.txt", "--force")
    assert answer == (1, "", "error: pipe.txt is not a plain file: give the name of a file\n")
    assert stat.S_ISFIFO((tmp_path / "pipe.txt").stat().st_mode)


def test_a_place_that_is_no_name(run: "Run") -> None:
    answer = run("compare", "wales", "-o", "a\0b.csv")
    assert answer.code == 1
    assert "cannot be written (its name cannot be used)" in answer.err
