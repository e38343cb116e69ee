"""The command run by a user in an empty folder: a file put there, and an answer as one line."""

from pathlib import Path

from tests.conftest import Run


def put(name: str, text: str) -> str:
    """Write a file, in a folder that is made for it, and return its name."""
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def said(run: Run, *argv: str) -> str:
    """Return an answer as one line, to find sentences in it that were broken."""
    answer = run(*argv)
    assert (answer.code, answer.err) == (0, "")
    return " ".join(answer.out.split())
