"""The program: its commands, what it makes of mistakes, and how it ends.

Exit codes (cli.md): 0 answered, 1 could not answer, 2 what was typed cannot be understood, 130 Ctrl-C.
The answer goes to stdout, all else to stderr.
"""

import os
import shlex
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.exceptions import TyperException

from payoffer import __version__
from payoffer.cli.compare import compare_command
from payoffer.cli.show import show_command
from payoffer.errors import PayofferError, UsageProblem

if TYPE_CHECKING:
    from payoffer.argv import Options

ANSWERED, NO_ANSWER, USAGE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="payoffer",
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
app.command("compare")(compare_command)
app.command("show")(show_command)


@app.callback()
def _root(
    *, version: Annotated[bool, typer.Option("--version", is_eager=True, help="Show the version and stop.")] = False
) -> None:
    """What is this pay offer really worth?

    Examples:

      payoffer compare wales scotland --inflation 10.1

      payoffer show wales
    """
    if version:
        typer.echo(f"payoffer {__version__}")
        raise typer.Exit


def main(argv: list[str] | None = None) -> int:
    """Run one command line (without the program's name) and return its exit code."""
    words = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = _run(words)
        sys.stdout.flush()
    except UsageProblem as error:
        return _refused(str(error), USAGE)
    except PayofferError as error:
        return _refused(str(error), NO_ANSWER)
    except TyperException as error:
        return _refused(_sentence(error, words), error.exit_code)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return ANSWERED
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    return code


def _run(words: list[str]) -> int:
    if not words:
        from payoffer.cli.start import START

        sys.stdout.write(START)
        return ANSWERED
    group: Any = typer.main.get_command(app)
    if not words[0].startswith("-"):
        if words[0] not in group.commands:
            from payoffer.cli.start import no_command

            raise no_command(words, list(group.commands))
        from payoffer.argv import mended, twice

        options = _options(group.commands[words[0]])
        words = mended(words, options)
        twice(words, options)
    command = shlex.join(["payoffer", *words])
    code = group.main(words, prog_name="payoffer", standalone_mode=False, obj=command)
    return code if isinstance(code, int) else ANSWERED


def _options(command: Any) -> "Options":  # noqa: ANN401
    """Return how the options of a command are spelled, and which may be given once."""
    from payoffer.argv import Options

    single: dict[str, str] = {}
    many: dict[str, str] = {}
    flags = {"--help", "-h"}
    for option in (param for param in command.params if param.param_type_name == "option"):
        if option.is_flag:
            flags.update((*option.opts, *option.secondary_opts))
        else:
            kind = many if option.multiple else single
            kind.update(dict.fromkeys(option.opts, max(option.opts, key=len)))
    return Options(single, many, flags)


def _sentence(error: TyperException, words: list[str]) -> str:
    """Return the words of the command-line parser as one sentence with the remedy."""
    said = error.format_message().rstrip(".")
    said = said[:1].lower() + said[1:]
    command = words[0] if words and not words[0].startswith("-") else ""
    return f"{said}: see {' '.join(filter(None, ('payoffer', command, '--help')))}"


def _refused(message: str, code: int) -> int:
    from payoffer.report.medium import Medium

    for line in Medium(encoding=sys.stderr.encoding or "utf-8").safe(message).splitlines():
        sys.stderr.write(f"error: {line}\n")
    return code
