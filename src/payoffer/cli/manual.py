"""The help of a command: two examples first, then its options by what they are about, as wide as the terminal."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from payoffer.cli.commands import COMMANDS

NARROWEST, NARROW, WIDEST = 40, 60, 100
INDENT, GAP = 2, 2
OPTIONS = "Options"
CLOSING = "It works offline and keeps nothing of what you type. One command: payoffer compare --help"

Rows = list[tuple[str, str]]


class Manual(TyperCommand):
    """A command that tells its own help."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """Return the help of the command."""
        named = [param.metavar or "" for param in self.params if param.param_type_name == "argument"]
        usage = " ".join([ctx.command_path, *named, "[OPTIONS]"])
        return _manual(usage, self.help or "", dict(_sections(self.get_params(ctx))))


class Contents(TyperGroup):
    """The program itself: its help lists the commands."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """Return the help of the program."""
        sections = {
            "Commands": [(name, command.answers) for name, command in COMMANDS.items()],
            **dict(_sections(self.get_params(ctx))),
        }
        return "\n".join([_manual("payoffer COMMAND ...", self.help or "", sections), "", *_wrapped(CLOSING, "")])


def examples(help_: str) -> list[str]:
    """Return the examples in a command's help: the paragraphs after ``Examples:``."""
    return [line.strip() for line in help_.partition("Examples:")[2].splitlines() if line.strip()]


def _manual(usage: str, help_: str, sections: dict[str, Rows]) -> str:
    lines = [*_wrapped(f"Usage: {usage}", ""), "", "Examples:"]
    for example in examples(help_):
        lines += _wrapped(example, " " * INDENT, " " * (3 * INDENT))
    lines += ["", *_wrapped(" ".join(help_.partition("Examples:")[0].split()), "")]
    column = max(len(term) for rows in sections.values() for term, _ in rows) + INDENT + GAP
    for title, rows in sections.items():
        lines += ["", f"{title}:", *_definitions(rows, column)]
    return "\n".join(lines)


def _sections(params: Iterable[Any]) -> Iterator[tuple[str, Rows]]:
    """Yield the arguments, then the options under their headings as they come; ``--help`` closes the last."""
    sections: dict[str, Rows] = {}
    for param in params:
        if param.param_type_name == "argument":
            sections.setdefault("Arguments", []).append((param.metavar, param.help))
            continue
        short, long = min(param.opts, key=len), max(param.opts, key=len)
        spelled = f"{short}, {long}" if short != long else f"    {long}"
        value = "" if param.is_flag else f" {param.metavar}"
        title = param.rich_help_panel or (list(sections or [OPTIONS])[-1] if "--help" in param.opts else OPTIONS)
        sections.setdefault(title, []).append((spelled + value, (param.help or "").replace("message and exit", "help")))
    yield from sections.items()


def _definitions(rows: Rows, column: int) -> Iterator[str]:
    """Yield each term with its text beside it, or under it where the terminal is narrow."""
    for term, text in rows:
        if _width() < NARROW:
            yield from _wrapped(term.strip(), " " * INDENT)
            yield from _wrapped(text, " " * (3 * INDENT))
        else:
            yield from _wrapped(text, (" " * INDENT + term).ljust(column), " " * column)


def _wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        _width(),
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
    )


def _width() -> int:
    return max(NARROWEST, min(shutil.get_terminal_size((80, 24)).columns, WIDEST))
