"""What the README and the examples say: every command is told of, every block runs, every example is right."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from payoffer.cli.app import program
from payoffer.shelf import BUNDLED
from tests.conftest import Run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = ROOT / "examples"
TOLD = (EXAMPLES / "README.md").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = program().commands


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_and_stands_in_the_readme(name: str) -> None:
    assert COMMANDS[name].help
    assert f"`payoffer {name} " in README or f"`payoffer {name}`" in README
    assert f"Usage: payoffer {name} " in README
    assert all(option.help for option in COMMANDS[name].params if option.param_type_name == "option")


def commands(text: str) -> list[str]:
    return re.findall(r"^\$ (payoffer .*)$", text, flags=re.MULTILINE)


def test_the_examples_show_commands() -> None:
    assert len(commands(TOLD)) >= 5


@pytest.mark.parametrize("command", commands(TOLD))
def test_a_command_of_the_examples_runs(command: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    answer = run(*shlex.split(command)[1:])
    assert answer.code == 0
    assert answer.err == ""
    assert answer.out.strip() in TOLD


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_an_example_is_right_and_is_told_of(path: Path, run: Run) -> None:
    assert run("check", str(path), "--strict").code == 0
    assert path.name in TOLD


def test_the_words_of_the_letter_stand_in_the_file() -> None:
    letter = " ".join(re.sub(r"^> ", "", line) for line in TOLD.splitlines() if line.startswith("> "))
    for figure in ("3.2% or £1,290", "further 3% from 1 April 2026", "£13.50 an hour", "1.5% for 2025-26"):
        assert figure in letter
        assert figure in (EXAMPLES / "final-offer.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https)([^)#]+)\)", README))
def test_a_link_of_the_readme_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_every_construct_of_the_readme_has_an_offer_that_holds_it() -> None:
    """What is in the middle column stands, by its key, in the file that the last one names."""
    table = README.split("| what is offered | in the file |")[1].split("\n\n")[0]
    rows = [row.strip("| ").split(" | ") for row in table.splitlines()[2:]]
    named = [(keys, name.strip("`")) for _, keys, name in (row for row in rows if len(row) == 3)]
    assert len(named) == len(rows) - 1
    for keys, name in named:
        path = ROOT / name if name.startswith("examples/") else BUNDLED / f"{name}.toml"
        first = re.findall(r"[a-z_]+(?= =)|(?<=\[\[)proposed(?=\]\])", keys)
        assert any(key in path.read_text(encoding="utf-8") for key in first), name
