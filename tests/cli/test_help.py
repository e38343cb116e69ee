"""The help: two examples first, options in one order, no line wider than the terminal, plain characters."""

import shlex
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

COMMANDS = ["compare", "show", "points", "takehome", "read", "list", "check"]
WIDTHS = [40, 60, 80, 200]

PROGRAM = """\
Usage: payoffer COMMAND ...

Examples:
  payoffer compare wales scotland --inflation 10.1
  payoffer show wales

What is this pay offer really worth?

Commands:
  compare                What is each offer worth, side by side?
  show                   What exactly is offered, and is the headline true?
  points                 What does it do to every pay point?
  needed                 What next award would keep up, be level, or meet a
                         claim?
  payback                What did the strike days cost, when are they paid back?
  takehome               What is it in my pocket?
  restore                What has pay lost since then?
  list                   What is here?
  prices                 Which price indices, how fresh?
  read                   What does this text offer?
  new                    Make an offer file by answering questions, or copy one.
  check                  Is this offer file right?

Options:
      --version          Show the version and stop.
      --show-completion  Print the lines that let your shell complete names: add
                         them to its start file.
  -h, --help             Show this help.

It works offline and keeps nothing of what you type. One command: payoffer
compare --help
"""

COMPARE = """\
Usage: payoffer compare OFFER... [OPTIONS]

Examples:
  payoffer compare wales scotland --inflation 10.1
  payoffer compare wales scotland --next wales=proposed --salary 42333

Put offers side by side: what each adds, over the same months, in cash and in
real terms.

Arguments:
  OFFER...                    One to eight offers, each a name, a file, or in
                              short: "6%, 5.5%" is two years, "5% + 1% one-off"
                              one.

Pay:
  -s, --salary PAY            Full-time basic pay before the first award
                              counted: 40000, 40k, 2150/month, 12.40/hour. Left
                              out: 40,000 pounds, as an illustration.
      --paid-now              The salary given is today's pay.
      --point POINT           A pay point of the offer's scale: M6 for all, or
                              wales=U3. Where areas have scales of their own,
                              with the area: "M6 inner London".
      --fte SHARE             The part of full-time hours worked: 0.6, or 60%.
      --week HOURS            Your own full-time hours a week, where the offer's
                              sums go by hours.

Prices and later rises:
  -i, --inflation RATE        How much prices rise in the twelve months before
                              each rise: 10.1, a list 10.1,4,2, a series (cpi,
                              cpih, rpi, awe), or FILE.csv with month,index. May
                              be repeated: side by side.
      --prices before|during  Prices up to the start of each pay year (the
                              default), or during the deal, for percentages
                              only.
      --forecast RATES        What prices do after a series ends: 3, or 3,2 for
                              each twelve months, or a forecast's name: obr,
                              boe, boe-2023-02.
      --as-of MONTH           Use only figures published by the end of this
                              month: 2023-02.
      --index NAME=RATE       The rate of an index that an offer follows, in
                              place of the one held here: rpi=4.1, or of one
                              month: rpi@2026-05=4.1.
      --next RISE             The rise assumed each twelve months after an offer
                              has run out: 3, wales=3.5, wales=proposed.
      --conditional           Count the parts of an offer that hang on a
                              condition.

Time:
      --months N              How many months to count, from 1 to 120.
      --align years|dates     Count each offer from its own start, or all from
                              one date.

Rows:
      --against OFFER         The offer to be set against: the one refused, the
                              union's claim, the award that comes anyway.
      --working               Show the arithmetic of every figure.
      --monthly               Show pay month by month, back pay when it comes.

Output:
  -f, --format KIND           table (the default), message, markdown, csv or
                              json.
  -o, --output FILE           Write a file instead: .txt, .md, .csv or .json.
      --force                 Replace the output file if it is there.
  -h, --help                  Show this help.
"""


def test_the_help_of_the_program(run: "Run") -> None:
    assert run("--help") == (0, PROGRAM, "")


def test_the_help_of_compare(run: "Run") -> None:
    assert run("compare", "--help") == (0, COMPARE, "")


@pytest.mark.parametrize("words", [["-h"], ["-h", "wales"], ["--help", "compare"]])
def test_the_help_of_the_program_in_other_words(run: "Run", words: list[str]) -> None:
    assert run(*words) == (0, PROGRAM, "")


@pytest.mark.parametrize("words", [["compare", "-h"], ["compare", "wales", "--help", "--salary", "x"]])
def test_the_help_of_a_command_goes_before_its_mistakes(run: "Run", words: list[str]) -> None:
    assert run(*words) == (0, COMPARE, "")


@pytest.mark.parametrize("command", [[], *([command] for command in COMMANDS)], ids=["program", *COMMANDS])
@pytest.mark.parametrize("columns", WIDTHS)
def test_no_line_is_wider_than_the_terminal(run: "Run", command: list[str], columns: int) -> None:
    said = run(*command, "--help", columns=columns, encoding="ascii")
    assert (said.code, said.err) == (0, "")
    assert max(len(line) for line in said.out.splitlines()) <= columns


def test_a_wide_terminal_does_not_stretch_the_lines(run: "Run") -> None:
    widths = [len(line) for line in run("compare", "--help", columns=200).out.splitlines()]
    assert 80 < max(widths) <= 100


def test_in_a_narrow_terminal_a_text_stands_under_its_option(run: "Run") -> None:
    lines = run("compare", "--help", columns=40).out.splitlines()
    assert lines[lines.index("  -s, --salary PAY") + 1] == "      Full-time basic pay before the"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_opens_with_two_examples_that_can_be_typed(run: "Run", command: str) -> None:
    lines = run(command, "--help", columns=100).out.splitlines()
    assert lines[0].startswith(f"Usage: payoffer {command}")
    assert lines[1:3] == ["", "Examples:"]
    assert lines[5] == ""
    for line in lines[3:5]:
        program, name, *words = shlex.split(line)
        assert (program, name) == ("payoffer", command)
        assert run(name, *words).code != 2
