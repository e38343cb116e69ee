"""The frame of an answer: titles, then what was found in blocks, what has to be known, and the closing lines."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from payoffer.report.medium import INDENT, Medium
from payoffer.report.prose import escaped


class Framed(Protocol):
    """An answer in words, whatever stands in its blocks."""

    @property
    def titles(self) -> tuple[str, ...]:
        """What is answered, on lines of their own."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What has to be known."""

    @property
    def ending(self) -> tuple[str, ...]:
        """The closing lines."""


def on_screen(
    page: Framed, blocks: Iterable[Sequence[str]], medium: Medium, footnotes: Iterable[tuple[str, str]] = ()
) -> str:
    """Return the answer for a screen, an empty line before each of ``blocks``, whose lines fit already.

    ``footnotes`` are letters and notes.
    """
    lines = [line for title in page.titles for line in medium.wrap(title)]
    for block in blocks:
        lines += ["", *block]
    lines.append("")
    for letter, note in footnotes:
        lines += medium.wrap(note, f"({letter}) ", INDENT * 2)
    for remark in page.remarks:
        lines += medium.wrap(remark)
    lines.append("")
    for line in page.ending:
        lines += medium.wrap(line, "", INDENT)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def in_markdown(page: Framed, parts: Iterable[str]) -> str:
    """Return the answer as markdown; ``parts`` are its titles and blocks, as markdown already."""
    remarks = "\n".join(f"- {escaped(remark)}" for remark in page.remarks)
    return "\n\n".join([*parts, remarks, "  \n".join(map(escaped, page.ending))]) + "\n"
