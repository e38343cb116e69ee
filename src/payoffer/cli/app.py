"""The program: its commands, what it makes of mistakes, and how it ends.

Exit codes (cli.md): 0 answered, 1 could not answer, 2 what was typed cannot be understood, 130 Ctrl-C.
The answer goes to stdout, all else to stderr.
"""

import os
import sys

import typer
from typer.exceptions import TyperException

from payoffer.cli.compare import compare_command
from payoffer.errors import PayofferError, UsageProblem

ANSWERED, NO_ANSWER, USAGE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="payoffer",
    help="What is this pay offer really worth?",
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("compare")(compare_command)


@app.callback()
def _root() -> None:
    """What is this pay offer really worth?"""


def main(argv: list[str] | None = None) -> int:
    """Run one command line (without the program's name) and return its exit code."""
    words = sys.argv[1:] if argv is None else argv
    try:
        code = typer.main.get_command(app).main(words, prog_name="payoffer", standalone_mode=False)
        sys.stdout.flush()
    except UsageProblem as error:
        return _refused(str(error), USAGE)
    except PayofferError as error:
        return _refused(str(error), NO_ANSWER)
    except TyperException as error:
        return _refused(error.format_message(), error.exit_code)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return ANSWERED
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    return code if isinstance(code, int) else ANSWERED


def _refused(message: str, code: int) -> int:
    sys.stderr.write(f"error: {message}\n")
    return code
