"""What every test stands on: no network, no files of the user, and one way to run the command."""

import io
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn, Protocol

import pytest
from hypothesis import settings

collect_ignore = ["benchmarks"]

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI", "").lower() in {"1", "true"} else "here")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail any test in which a socket is opened; no ``except Exception`` can hide it."""

    def refuse(*_args: object, **_options: object) -> NoReturn:
        pytest.fail("a socket was opened")

    monkeypatch.setattr(socket.socket, "__init__", refuse)


@pytest.fixture(autouse=True)
def nobody_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stand in an empty folder (``tmp_path``) as a user who has no offers; return the user's home."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("PAYOFFER_OFFERS", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return home


class Answer(NamedTuple):
    """What a run of the command came to: its exit code and what it wrote on each stream."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Run ``payoffer ARGV...`` in this process, as it would run on such a terminal."""

    def __call__(
        self,
        *argv: str,
        columns: int = 80,
        encoding: str = "utf-8",
        terminal: bool = False,
        stdin: str = "",
    ) -> Answer:
        """Return the answer; text that ``encoding`` cannot take is an error, as on a real screen."""


class Stream(io.TextIOWrapper):
    """A standard stream in memory; ``terminal`` is what it says of itself."""

    def __init__(self, content: bytes, encoding: str, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(content), encoding=encoding, newline="", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        """Return everything written so far."""
        self.seek(0)
        return self.read()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command in this process: ``run("compare", "wales").out``."""

    def run_here(
        *argv: str,
        columns: int = 80,
        encoding: str = "utf-8",
        terminal: bool = False,
        stdin: str = "",
    ) -> Answer:
        # Here and not above, so that a fault in the command fails the tests that run it and no others.
        from payoffer.cli.app import main  # noqa: PLC0415

        out, err = (Stream(b"", encoding, terminal=terminal) for _ in range(2))
        with monkeypatch.context() as patch:
            patch.setenv("COLUMNS", str(columns))
            patch.setattr(sys, "stdin", Stream(stdin.encode(encoding), encoding, terminal=terminal))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = main(list(argv))
        return Answer(code, out.text(), err.text())

    return run_here


@pytest.fixture
def payoffer_command() -> list[str]:
    """Return the words that start the command in a process of its own."""
    return [sys.executable, "-m", "payoffer"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what of the published figures comes out, where they were tested."""
    from tests import publishing, reproducing  # noqa: PLC0415

    passed = terminalreporter.stats.get("passed", ())
    for module, title in ((publishing, "test_published.py"), (reproducing, "test_scales.py")):
        if any(title in report.nodeid for report in passed):
            terminalreporter.section(title)
            terminalreporter.write("".join(f"{line}\n" for line in module.tally()))


FIVE = ("england", "scotland", "scotland-2023-03", "wales", "wales-2023-03")
THREE = ("eng-teacher-roe", "sct-teacher-main", "wal-teacher")


@contextmanager
def five_offers(folder: Path) -> Iterator[None]:
    """Let five offers and three scales be all that is bundled, so that a list stays as it is when others are added."""
    from payoffer import library, shelf  # noqa: PLC0415

    for names, source in ((FIVE, shelf.BUNDLED), (THREE, shelf.SCALES)):
        (folder / source.name).mkdir()
        for path in source.iterdir():
            if path.stem in names:
                shutil.copy(path, folder / source.name)
    with pytest.MonkeyPatch.context() as patch:
        for module in (library, shelf):
            patch.setattr(module, "BUNDLED", folder / "offers")
            patch.setattr(module, "SCALES", folder / "scales")
        yield
