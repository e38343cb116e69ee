"""Names completed by the shell with the Tab key.

The shell starts the program with ``_PAYOFFER_COMPLETE`` set and reads the names from stdout. Typer's own option
to install this is left out: it writes to the shell's start file, and on Windows it lifts the user's script policy.
"""

import os
from pathlib import PurePath
from typing import Any

VARIABLE = "_PAYOFFER_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def offers(incomplete: str) -> list[str]:
    """Return the names of the offers that begin with ``incomplete``; no file is read."""
    from payoffer.shelf import offer_files

    return sorted({path.stem for path, _ in offer_files() if path.stem.startswith(incomplete)})


def points(offers: list[str], incomplete: str) -> list[str]:
    """Return the pay points of some offers that begin with ``incomplete``, behind ``NAME=`` where that is typed."""
    from payoffer.shelf import points_of

    start, named, typed = incomplete.rpartition("=")
    names = dict.fromkeys(point for offer in offers for point in points_of(offer))
    return [f"{start}{named}{point}" for point in names if point.startswith(typed)]


def complete(group: Any, instruction: str) -> int:  # noqa: ANN401
    """Answer the shell: ``complete_bash`` for the names, ``source_bash`` for the lines that make it ask."""
    from typer._completion_classes import completion_init
    from typer.completion import shell_complete

    completion_init()
    return shell_complete(group, {}, "payoffer", VARIABLE, instruction)


def lines_for_shell(group: Any) -> int:  # noqa: ANN401
    """Print the lines that make the user's shell complete names, for its start file."""
    shell = PurePath(os.environ.get("SHELL", "powershell")).stem.casefold()
    return complete(group, f"source_{shell if shell in SHELLS else SHELLS[0]}")
