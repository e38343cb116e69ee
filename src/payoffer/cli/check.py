"""``payoffer check``: is this offer file right?"""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from payoffer.asked import Named
    from payoffer.errors import Problem

RIGHT, WRONG = 0, 1


def check_command(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE...", help="Offer files: a path, or the name of an offer.")
    ] = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="End with exit code 1 on warnings too.")] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the form of an offer file as a JSON Schema, for editors.")
    ] = False,
) -> int:
    """Say of each file whether it is right, and name every mistake with its line and what to write instead.

    The least that an offer file holds, on four lines: name = "Our council", then [[award]], then
    effective = 2023-04-01, then uplift = [{ percent = 5 }].

    Examples:
      payoffer check myoffer.toml
      payoffer check myoffer.toml wales --strict

    """
    from payoffer.errors import UsageProblem

    if schema:
        if files:
            raise UsageProblem("--schema shows the form of every offer file and checks none: leave the files out")
        _print_schema()
        return RIGHT
    if not files:
        raise UsageProblem("nothing is named after payoffer check: write for example payoffer check myoffer.toml")
    right = [_is_right(name, strict=strict) for name in files]
    return RIGHT if all(right) else WRONG


def _print_schema() -> None:
    import json

    from payoffer.cli.output import emit
    from payoffer.schema import offer_schema

    emit(json.dumps(offer_schema(), indent=2) + "\n", None)


def _is_right(name: str, *, strict: bool) -> bool:
    """Check one file and say what was found: on stdout, but on stderr why it could not be checked."""
    import sys

    from payoffer.errors import OfferFileError, PayofferError
    from payoffer.library import load
    from payoffer.refusals import printable

    try:
        named = load(name)
        warnings = _warnings(named)
    except OfferFileError as error:
        more = ", and there may be more once these are mended" if error.more else ""
        _say([f"{error.file}: {_count(error.problems, 'mistake')}{more}", *_lines(error.file, error.problems)])
        return False
    except PayofferError as error:
        _say([f"{name}: not checked"])
        sys.stdout.flush()
        sys.stderr.write(f"error: {printable(str(error))}\n")
        return False
    counted = f", with {_count(warnings, 'warning')}" if warnings else ""
    _say([f"{named.file}: right{counted}", *_lines(named.file, warnings)])
    return not (strict and warnings)


def _warnings(named: "Named") -> "list[Problem]":
    from pathlib import Path

    from payoffer.lines import parse
    from payoffer.shelf import BUNDLED, SCALES, SUFFIX, read_text
    from payoffer.suspicions import suspicions

    if named.kind_of_file == "shorthand":
        return []
    path = BUNDLED / f"{named.id}{SUFFIX}" if named.kind_of_file == "bundled" else Path(named.file)
    _, lines = parse(read_text(path))
    return suspicions(named.offer, lines, [scale.stem for scale in SCALES.glob("*.csv")])


def _lines(file: str, problems: "list[Problem]") -> "Iterator[str]":
    for problem in problems:
        yield f"{file}, line {problem.line}: {'warning: ' if problem.warning else ''}{problem.text}"


def _count(problems: "list[Problem]", noun: str) -> str:
    return f"{len(problems)} {noun}{'' if len(problems) == 1 else 's'}"


def _say(lines: list[str]) -> None:
    from payoffer.cli.output import emit, screen
    from payoffer.refusals import printable

    medium = screen()
    wrapped = [row for line in lines for row in medium.wrap(printable(line), "", "  ")]
    emit("".join(f"{row}\n" for row in wrapped), None)
