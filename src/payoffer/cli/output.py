"""Where the answer goes: to the screen in a form that survives there, or whole into a file."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from payoffer.cli.options import FORMATS
from payoffer.errors import FileProblem, UsageProblem
from payoffer.report.medium import Medium
from payoffer.typed import shown

NARROWEST, PIPED = 40, 80
SUFFIXES = {".txt": "table", ".md": "markdown", ".csv": "csv", ".json": "json", ".toml": "toml"}
DATA = frozenset({"csv", "json", "toml"})
BOM = "\ufeff"
NOT_IN_NAMES = frozenset('<>:"|?*\\')
"""Signs that no file name may hold on Windows, where an answer may be sent on to."""
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)


def screen(output: str | None = None) -> Medium:
    """Return what the answer is written on: stdout as wide as its terminal (80 where piped), or a file in UTF-8."""
    if output is not None:
        return Medium(PIPED)
    width = shutil.get_terminal_size((PIPED, 24)).columns
    return Medium(max(width, NARROWEST), sys.stdout.encoding or "utf-8")


def form(format_: str | None, output: str | None, formats: tuple[str, ...] = FORMATS) -> str:
    """Return the form of the answer: as asked for, else by the file's suffix, else a table.

    Raises ``UsageProblem`` for a form or a suffix that is not known, or two that do not go together.
    """
    asked = format_.casefold() if format_ is not None else None
    if asked is not None and asked not in formats:
        raise UsageProblem(f"--format {shown(format_ or '')} is not known: write one of {', '.join(formats)}")
    if output is None:
        return asked or formats[0]
    suffixes = {suffix: kind for suffix, kind in SUFFIXES.items() if kind in formats}
    by_suffix = suffixes.get(Path(output).suffix.casefold())
    if by_suffix is None:
        known = ", ".join(suffixes)
        raise UsageProblem(f"--output {shown(output)} does not say which kind of file: end its name in {known}")
    if asked is not None and asked != by_suffix and DATA & {asked, by_suffix}:
        raise UsageProblem(f"--output {shown(output)} is not the place for --format {asked}: leave one of the two out")
    return asked or by_suffix


def emit(text: str | Iterable[str], output: str | None, form: str = "table", *, force: bool = False) -> None:
    """Print ``text``, or write it whole to the file ``output`` as UTF-8 (CSV with BOM); parts of it as they come.

    Raises ``FileProblem`` where the file is there already without ``force``, or cannot be written.
    """
    if output is None:
        if force:
            raise UsageProblem("--force replaces a file: add --output FILE, or leave --force out")
        sys.stdout.writelines(map(screen().safe, _parts(text)))
        return
    save(text, output, form, force=force)
    hint(f"Written: {shown(output)}")


def save(text: str | Iterable[str], output: str, form: str = "table", *, force: bool = False) -> None:
    """Write ``text`` whole to the file ``output`` as UTF-8 (CSV with BOM).

    Raises ``FileProblem`` where the file is there already without ``force``, or cannot be written.
    """
    with _told(output):
        path = _place(output)
        if path.exists() and not force:
            raise FileProblem(f"{shown(output)} is there already: give another name, or add --force to replace it")
        _write(path, chain([BOM] if form == "csv" else [], _parts(text)))


def refuse_taken(output: str) -> None:
    """Raise ``FileProblem`` for a name that no file can have, or that one has already."""
    with _told(output):
        if _place(output).exists():
            raise FileProblem(f"{shown(output)} is there already: give another name")


def refuse_read(output: str | None, files: Iterable[str]) -> None:
    """Raise ``FileProblem`` where the answer would replace one of the files that it is made from."""
    if output is None:
        return
    with _told(output):
        place = os.path.realpath(output)
        if place in map(os.path.realpath, files):
            raise FileProblem(f"{shown(output)} is the file that the answer is made from: give another name")


@contextmanager
def _told(output: str) -> Iterator[None]:
    """Tell what the platform refuses in one sentence."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        message = f"{shown(output)} cannot be written ({reason}): check the folder, or give another name"
        raise FileProblem(message) from None


def _place(output: str) -> Path:
    """Return where ``output`` is written; raises ``FileProblem`` for its name, or where no plain file is there."""
    path = Path(output)
    said = shown(output)
    if NOT_IN_NAMES & set(path.name) or path.stem.casefold() in DEVICES:
        raise FileProblem(f"{said} is a name that Windows cannot use: give the file another")
    if path.is_symlink():
        path = path.resolve()
    if path.exists() and not path.is_file():
        raise FileProblem(f"{said} is not a plain file: give the name of a file")
    return path


def hint(text: str) -> None:
    """Say next steps on stderr, where the answer went to a terminal; three spaces part what may be two lines."""
    if sys.stdout.isatty() and sys.stderr.isatty():
        medium = screen()
        steps = [text] if len(text) <= medium.width else text.split("   ")
        lines = [line for step in steps for line in medium.wrap(step, rest="  ")]
        sys.stderr.write("\n" + "\n".join(lines) + "\n")


def _parts(text: str | Iterable[str]) -> Iterable[str]:
    return [text] if isinstance(text, str) else text


def _write(path: Path, parts: Iterable[str]) -> None:
    """Write beside the file and put it in place in one move, so that it is whole or not there."""
    part = path.with_name(f".payoffer-{os.urandom(4).hex()}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as file:
            file.writelines(parts)
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
