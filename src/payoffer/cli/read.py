"""``payoffer read``: what does this text offer?"""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from payoffer.reading.draft import Draft
    from payoffer.report.reading import Text

FORMATS = ("table", "json", "toml")
PASTE = (
    "Paste the text of the letter, the article or the circular. To end, press Enter, then Ctrl-{key}{enter}. "
    "(To read a file instead: payoffer read letter.pdf)"
)
PASTED = "what was pasted"
CUT_AT = frozenset({1023, 1024, 4095, 4096})
"""Bytes of a line at which the terminals of macOS and of Linux cut what is pasted, without a word."""
PIPED = "standard input"
MOST_COMPARED = 8


def read_command(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE...]",
            help="Letters, articles, circulars: text, Markdown, HTML, PDF, Word. None: paste; -: standard input.",
        ),
    ] = None,
    *,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help='The day the text is of, for "from April": 2023-02-08.'),
    ] = None,
    take: Annotated[
        str | None,
        typer.Option("--take", metavar="N,N", help="Put back figures that were left out, by their numbers: 3,5."),
    ] = None,
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="DIR", help="Write a draft offer file for each offer into this folder."),
    ] = None,
    format_: Annotated[
        str | None, typer.Option("--format", "-f", metavar="KIND", help="table (the default), json or toml.")
    ] = None,
) -> None:
    """Draft the offers in a text, each term with the words it came from, and say of every other figure why it is none.

    Examples:
      payoffer read letter.pdf
      payoffer read article.html --published 2023-02-08 --into drafts

    """
    from payoffer.cli.output import emit, form, hint, screen
    from payoffer.report import reading as report

    kind = form(format_, None, FORMATS)
    day = _day(published) if published is not None else None
    numbers = _numbers(take) if take is not None else frozenset()
    texts = _read(_sources(files), day, numbers)
    written = _write(texts, day, into) if into is not None else ""
    again = ctx.find_root().obj
    if kind == "json":
        from payoffer.report.as_json import dumps

        emit(dumps(report.document(texts, again)), None)
    elif kind == "toml":
        emit("\n".join(draft.text for draft in _drafts(texts, day)), None)
    else:
        emit(report.page(texts, again, screen()) + written, None)
    if kind == "table" and into is None and any(text.found.offers for text in texts):
        hint("Offer files: add --into drafts   As data: --format json")


def _day(text: str) -> "date":
    from datetime import date

    from payoffer.errors import UsageProblem
    from payoffer.typed import shown

    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageProblem(f"--published {shown(text)} is not a day: write it as 2023-02-08") from None


def _numbers(text: str) -> frozenset[int]:
    from payoffer.errors import UsageProblem
    from payoffer.typed import shown

    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdecimal() and len(part) < 7 and int(part) for part in parts):  # noqa: PLR2004
        raise UsageProblem(f"--take {shown(text)} is not a list of numbers: write those of the figures, such as 3,5")
    return frozenset(map(int, parts))


def _sources(files: list[str] | None) -> "list[tuple[str, str]]":
    """Return the name and the text of each source; raises ``FileProblem`` for one that cannot be read."""
    from pathlib import Path

    from payoffer.errors import UsageProblem
    from payoffer.reading.sources.open import read_file, read_stream

    if not files:
        return [_pasted()]
    if len(set(files)) < len(files):
        twice = next(name for name in files if files.count(name) > 1)
        raise UsageProblem(f"{twice} is named twice: name each file once")
    found = []
    for name in files:
        progress = _progress(name)
        if name == "-":
            found.append((PIPED, read_stream(sys.stdin.buffer, PIPED, progress)))
        else:
            found.append((name, read_file(Path(name), progress)))
    return found


def _pasted() -> tuple[str, str]:
    from payoffer.errors import FileProblem
    from payoffer.reading.sources.open import read_stream
    from payoffer.report.medium import Medium

    terminal = sys.stdin.isatty()
    if terminal:
        windows = sys.platform == "win32"
        words = PASTE.format(key="Z" if windows else "D", enter=" and Enter" if windows else "")
        medium = Medium(encoding=sys.stderr.encoding or "utf-8")
        sys.stderr.write("\n".join(medium.wrap(words)) + "\n")
        sys.stderr.flush()
    name = PASTED if terminal else PIPED
    text = read_stream(sys.stdin.buffer, name, _progress(name))
    if terminal and any(len(line.encode()) in CUT_AT for line in text.splitlines()):
        raise FileProblem(
            "a line of what was pasted is as long as a terminal lets it be, so its end may be lost: save the text in a "
            "file and name that"
        )
    return name, text


def _progress(name: str) -> "Callable[[int, int], None]":
    """Return what tells on a terminal how far a long file is read, and takes it away at the end."""
    from payoffer.cli.output import screen
    from payoffer.typed import shown

    if not sys.stderr.isatty():
        return lambda _done, _count: None

    def tell(done: int, count: int) -> None:
        if done < count:
            line = screen().safe(f"{shown(name)}: page {done + 1} of {count}")
            sys.stderr.write(f"\r{line[:79]:<79}")
        else:
            sys.stderr.write(f"\r{'':<79}\r")
        sys.stderr.flush()

    return tell


def _read(sources: "list[tuple[str, str]]", day: "date | None", numbers: frozenset[int]) -> "list[Text]":
    """Read each text; the figures left out are numbered through, so that ``--take`` can name any of them."""
    from payoffer.errors import UsageProblem
    from payoffer.reading.reader import Choice, read
    from payoffer.report.reading import Text

    found = []
    before = 0
    for name, text in sources:
        taken = frozenset(number - before for number in numbers)
        once = read(text, Choice(taken, day), first=before + 1)
        found.append(Text(name, text, once.found))
        before += once.numbered
    beyond = sorted(number for number in numbers if number > before)
    if beyond:
        there = f"write 1 to {before}" if before else "leave --take out"
        raise UsageProblem(f"--take names {beyond[0]}, but {before} figures were left out: {there}")
    return found


def _drafts(texts: "Sequence[Text]", day: "date | None") -> "list[Draft]":
    from payoffer.reading.draft import Origin, drafts

    offers = [(text, offer) for text in texts for offer in text.found.offers]
    return drafts([(offer, Origin(text.name, day)) for text, offer in offers])


def _write(texts: "Sequence[Text]", day: "date | None", into: str) -> str:
    """Write the drafts, all or none, and return the lines that say so and what to do with them."""
    from pathlib import Path

    from payoffer.cli.again import command_line
    from payoffer.cli.output import save, screen
    from payoffer.errors import FileProblem
    from payoffer.typed import shown

    folder = Path(into)
    drafts = _drafts(texts, day)
    paths = [folder / f"{draft.name}.toml" for draft in drafts]
    _refuse_existing(paths)
    try:
        folder.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise FileProblem(f"{shown(into)} cannot be used as a folder ({reason}): name another with --into") from None
    for draft, path in zip(drafts, paths, strict=True):
        save(draft.text, str(path), "toml")
    medium = screen()
    lines = ["", *(line for path in paths for line in medium.wrap(f"Written: {path}", "", "  "))]
    for draft, path in zip(drafts, paths, strict=True):
        count = len(draft.open)
        if count:
            lines += medium.wrap(f"{path.name} leaves {count} question{'s' if count > 1 else ''} open.", "", "  ")
    standing = [str(path) for draft, path in zip(drafts, paths, strict=True) if draft.current][:MOST_COMPARED]
    if standing:
        command = command_line(["payoffer", "compare", *standing])
        lines += ["", *medium.wrap(f"Then: {command}", "", "  ")]
    return "\n".join(lines) + "\n" if drafts else ""


def _refuse_existing(paths: "Sequence[Path]") -> None:
    from payoffer.errors import FileProblem

    for path in paths:
        if path.exists() or path.is_symlink():
            raise FileProblem(
                f"{path} is there already, and nothing was written: move it away, or name another folder with --into"
            )
