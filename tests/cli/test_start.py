"""The first words: a bare ``payoffer``, its version, and what a start screen promises."""

import shlex
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from payoffer import __version__

if TYPE_CHECKING:
    from tests.conftest import Run

START = """\
payoffer: what is this pay offer really worth?
It puts whole offers side by side, in cash and in real terms.

Three commands that work as they stand:
  payoffer compare wales scotland --inflation 10.1  which adds more?
  payoffer points scotland                          what does each point get?
  payoffer list                                     which offers are here?

Your own offer: in quotes, or in a file that payoffer makes by asking:
  payoffer compare "6%, 5.5%" wales                 what is it worth?
  payoffer new                                      make an offer file
All commands: payoffer --help. It works offline and keeps nothing you type.
"""

NARROW_START = """\
payoffer: what is this pay offer really
worth?
It puts whole offers side by side, in
cash and in real terms.

Three commands that work as they stand:
  payoffer compare wales scotland
      --inflation 10.1
    which adds more?
  payoffer points scotland
    what does each point get?
  payoffer list
    which offers are here?

Your own offer: in quotes, or in a file
that payoffer makes by asking:
  payoffer compare "6%, 5.5%" wales
    what is it worth?
  payoffer new
    make an offer file
All commands: payoffer --help. It works
offline and keeps nothing you type.
"""

THE_LEAST_FILE = """\
name = "Our council"
[[award]]
effective = 2023-04-01
uplift = [{ percent = 5 }]
"""


def test_a_bare_payoffer_says_in_twelve_lines_what_it_is_and_how_to_begin(run: "Run") -> None:
    assert run() == (0, START, "")
    assert len(START.splitlines()) == 12


def test_in_a_narrow_terminal_the_questions_stand_under_the_commands(run: "Run") -> None:
    assert run(columns=40) == (0, NARROW_START, "")


@pytest.mark.parametrize("words", [["--"], ["\u200b"]])
def test_words_that_say_nothing_are_a_bare_payoffer(run: "Run", words: list[str]) -> None:
    assert run(*words).out == START


@pytest.mark.parametrize("line", [line.split("  ")[1] for line in START.splitlines() if line.startswith("  ")])
def test_the_commands_of_the_start_screen_work_as_they_stand(run: "Run", line: str) -> None:
    _, *words = shlex.split(line)
    answer = run(*words, stdin="Mine\n\n\n\n\n\n\n5%\n\n\n\n\n\n\nn\n")  # what payoffer new asks for
    assert (answer.code, answer.err != "") == (0, line == "payoffer new")
    assert answer.out


def test_the_least_file_is_the_one_that_the_help_of_check_shows(run: "Run") -> None:
    said = " ".join(run("check", "--help").out.split())
    assert all(line in said for line in THE_LEAST_FILE.splitlines())


def test_the_version_is_that_of_the_package(run: "Run") -> None:
    assert run("--version") == (0, f"payoffer {__version__}\n", "")
    try:
        installed = metadata.version("payoffer")
    except metadata.PackageNotFoundError:
        pytest.skip("payoffer is run from its source here")
    assert installed == __version__


def test_the_version_goes_before_a_command(run: "Run") -> None:
    assert run("--version", "compare", "wales") == (0, f"payoffer {__version__}\n", "")
