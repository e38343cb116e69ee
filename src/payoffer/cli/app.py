"""The program: its commands, what it makes of mistakes, and how it ends.

Exit codes: 0 answered, 1 could not answer, 2 what was typed cannot be understood, 130 Ctrl-C.
The answer goes to stdout, all else to stderr.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.exceptions import TyperException

from payoffer import __version__
from payoffer.cli.again import command_line
from payoffer.cli.commands import COMMANDS
from payoffer.cli.manual import Contents, Manual
from payoffer.errors import FileMistakes, PayofferError, ShorthandProblem, UsageProblem

if TYPE_CHECKING:
    from payoffer.argv import Options

ANSWERED, NO_ANSWER, USAGE, INTERRUPTED = 0, 1, 2, 130
ASKS_FOR_HELP = ["--help", "-h"]
HELP = """What is this pay offer really worth?

Examples:
  payoffer compare wales scotland --inflation 10.1
  payoffer show wales
"""


def _root(
    ctx: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
    completion: Annotated[
        bool,
        typer.Option(
            "--show-completion", help="Print the lines that let your shell complete names: add them to its start file."
        ),
    ] = False,
) -> None:
    if version:
        sys.stdout.write(f"payoffer {__version__}\n")
    elif completion:
        from payoffer.cli.completion import lines_for_shell

        lines_for_shell(ctx.command)
    elif ctx.invoked_subcommand is not None:
        return
    else:
        from payoffer.cli.output import screen
        from payoffer.cli.start import start

        sys.stdout.write(start(screen()))
    raise typer.Exit


def program(names: Iterable[str] = COMMANDS) -> Any:  # noqa: ANN401
    """Return the parser of the program with the commands named: it takes time to make the options of each."""
    app = typer.Typer(name="payoffer", cls=Contents, rich_markup_mode=None, add_completion=False)
    app.callback(invoke_without_command=True, help=HELP)(_root)
    for name in names:
        command = app.command(name, cls=Manual, context_settings={"help_option_names": ASKS_FOR_HELP})
        command(COMMANDS[name].run)
    return typer.main.get_command(app)


def main(argv: list[str] | None = None) -> int:
    """Run one command line (without the program's name) and return its exit code."""
    _prepare_streams()
    try:
        code = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except UsageProblem as error:
        return _refused(error, USAGE)
    except PayofferError as error:
        return _refused(error, NO_ANSWER)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return _not_written(error)
    return code


def _run(typed: list[str]) -> int:
    instruction = os.environ.get("_PAYOFFER_COMPLETE")
    if instruction:
        from payoffer.cli.completion import complete

        return complete(program(), instruction)
    if typed == ["--version"]:
        # The parser would load its types to read the flag.
        sys.stdout.write(f"payoffer {__version__}\n")
        return ANSWERED
    if typed[:1] in ([], ["--help"]):
        group, words = program([]), typed
    else:
        group = program(typed[:1] if typed[0] in COMMANDS else COMMANDS)
        words = _checked(typed, group)
    again = command_line(["payoffer", *words])
    # Where a command is named, --help is its own: asked for both, the parser would load its types to tell them apart.
    names = ASKS_FOR_HELP if words[:1] and words[0].startswith("-") else []
    try:
        with group.make_context("payoffer", list(words), obj=again, help_option_names=names) as context:
            code = group.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    except TyperException as error:
        from payoffer.cli.refused import sentence

        raise UsageProblem(sentence(error, words, program())) from None
    return code if isinstance(code, int) else ANSWERED


def _checked(typed: list[str], group: Any) -> list[str]:  # noqa: ANN401
    """Return the words without what pasting has put at their ends; refuse what the parser would misread."""
    from payoffer.argv import mended, twice

    options = _options(group.commands.get(typed[0], group))
    words = mended(typed, options)
    twice(words, options)
    if words and not words[0].startswith("-") and words[0] not in COMMANDS:
        from payoffer.cli.start import no_command

        raise no_command(words, list(COMMANDS))
    return words


def _options(command: Any) -> "Options":  # noqa: ANN401
    """Return how the options of a command are spelled, and which may be given once."""
    from payoffer.argv import Options

    single: dict[str, str] = {}
    many: dict[str, str] = {}
    flags = set(ASKS_FOR_HELP)
    for option in (param for param in command.params if param.param_type_name == "option"):
        if option.is_flag:
            flags.update(option.opts)
        else:
            kind = many if option.multiple else single
            kind.update(dict.fromkeys(option.opts, max(option.opts, key=len)))
    return Options(single, many, flags)


def _prepare_streams() -> None:
    """Let no character stop the program on its way to a stream, nor a stream that is closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nowhere())
        else:
            stream.reconfigure(errors="replace")


def _not_written(error: OSError) -> int:
    """End where stdout cannot be written: a closed pipe (EINVAL on Windows) is no error, a full disk is one."""
    if error.filename is not None:
        raise error
    sys.stdout = _nowhere()
    if error.errno in {errno.EPIPE, errno.EINVAL}:
        return ANSWERED
    message = f"the answer cannot be written ({error.strerror}): make room, or write it elsewhere with --output FILE"
    return _refused(PayofferError(message), NO_ANSWER)


def _refused(error: PayofferError, code: int) -> int:
    """Say what is wrong, one line a mistake, and return the exit code."""
    from payoffer.report.medium import Medium

    mistakes = str(error).split("\n") if isinstance(error, FileMistakes) else [str(error)]
    medium = Medium(encoding=sys.stderr.encoding or "utf-8")
    with contextlib.suppress(OSError):
        for mistake in mistakes:
            line = "".join(letter if letter.isprintable() else "?" for letter in mistake)
            sys.stderr.write(f"error: {medium.safe(line)}\n")
        if isinstance(error, ShorthandProblem):
            from payoffer.cli.refused import pointed

            sys.stderr.writelines(f"{line}\n" for line in pointed(error, medium))
        sys.stderr.flush()
    return code


def _nowhere() -> Any:  # noqa: ANN401
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123
