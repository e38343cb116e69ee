"""One answer of ``show`` taken apart, for the tests of it."""

from pathlib import Path

from tests import running
from tests.conftest import Run

FOUR = "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 4 }]\n"


def offer(folder: Path, text: str, name: str = "mine") -> str:
    """Write an offer file into a folder and return its name."""
    (folder / f"{name}.toml").write_text(f'name = "Mine"\n{text}', encoding="utf-8")
    return name


def said(run: Run, *argv: str) -> str:
    """Return an answer as one line, to find sentences in it that were broken."""
    return running.said(run, "show", *argv)


def sections(run: Run, *argv: str) -> dict[str, list[str]]:
    """Return the lines under each title, at a width at which none is broken."""
    lines = run("show", *argv, columns=500).out.splitlines()
    titles = [number for number, line in enumerate(lines) if line and set(line) <= {"=", "-"}]
    ends = [*(number - 1 for number in titles[1:]), len(lines)]
    return {lines[at - 1]: lines[at + 1 : end] for at, end in zip(titles, ends, strict=True)}
