"""Where the answer goes: to the screen in a form that survives there, or whole into a file."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from payoffer.errors import FileProblem, UsageProblem
from payoffer.report.medium import Medium

NARROWEST, PIPED = 40, 80
FORMATS = ("table", "message", "markdown", "csv", "json")
SUFFIXES = {".txt": "table", ".md": "markdown", ".csv": "csv", ".json": "json"}
BOM = "\ufeff"


def screen(output: str | None = None) -> Medium:
    """Return what the answer is written on: stdout as wide as its terminal (80 where piped), or a file in UTF-8."""
    if output is not None:
        return Medium(PIPED)
    width = shutil.get_terminal_size((PIPED, 24)).columns
    return Medium(max(width, NARROWEST), sys.stdout.encoding or "utf-8")


def form(format_: str | None, output: str | None, formats: tuple[str, ...] = FORMATS) -> str:
    """Return the form of the answer: as asked for, else by the file's suffix, else a table.

    Raises ``UsageProblem`` for a form or a suffix that is not known.
    """
    if format_ is not None:
        if format_.casefold() not in formats:
            raise UsageProblem(f"--format {format_[:40]} is not known: write one of {', '.join(formats)}")
        return format_.casefold()
    if output is None:
        return formats[0]
    suffix = Path(output).suffix.casefold()
    if SUFFIXES.get(suffix) not in formats:
        known = ", ".join(suffix for suffix, kind in SUFFIXES.items() if kind in formats)
        raise UsageProblem(f"--output {output[-40:]} does not say which kind of file: end its name in {known}")
    return SUFFIXES[suffix]


def emit(text: str, output: str | None, form: str = "table", *, force: bool = False) -> None:
    """Print ``text``, or write it whole to the file ``output`` as UTF-8 (CSV with BOM).

    Raises ``FileProblem`` where the file is there already without ``force``, or cannot be written.
    """
    if output is None:
        sys.stdout.write(screen().safe(text))
        return
    path = Path(output)
    try:
        if path.exists() and not force:
            raise FileProblem(f"{path} is there already: give another name, or add --force to replace it")
        _write(path, (BOM if form == "csv" else "") + text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise FileProblem(f"{path} cannot be written ({reason}): check the folder, or give another name") from None


def hint(text: str) -> None:
    """Say a next step on stderr, where the answer went to a terminal."""
    if sys.stdout.isatty() and sys.stderr.isatty():
        sys.stderr.write(f"\n{text}\n")


def _write(path: Path, text: str) -> None:
    """Write beside the file and put it in place in one move, so that it is whole or not there."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
