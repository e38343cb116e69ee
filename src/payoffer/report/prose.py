"""Sentences under titles, as text within the width of a screen or as markdown.

What comes from an offer file is shown on one line and without control characters, whatever the file holds.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

from payoffer.report.medium import Medium

_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")


class Depth(IntEnum):
    """How deep a line stands: a sentence, a point under it, or what explains the point."""

    PLAIN = 0
    POINT = 1
    UNDER = 2


class Line(NamedTuple):
    """One sentence; ``link`` is an address that follows it."""

    text: str
    depth: Depth = Depth.PLAIN
    link: str | None = None


class Section(NamedTuple):
    """A title and its lines."""

    title: str
    lines: tuple[Line, ...]


class Prose(NamedTuple):
    """A whole answer; sections without lines are left out."""

    title: str
    opening: tuple[Line, ...]
    sections: tuple[Section, ...]
    ending: tuple[str, ...]


def one_line(text: str) -> str:
    r"""Return ``text`` on one line, without what a terminal would take for a command.

    >>> one_line("Wales\n\x1b[31mred")
    'Wales [31mred'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def text(prose: Prose, medium: Medium) -> str:
    """Return the answer for a screen, no line wider than it."""
    lines = [*_underlined(prose.title, "=", medium), *_lines(prose.opening, medium)]
    for section in prose.sections:
        if section.lines:
            lines += ["", *_underlined(section.title, "-", medium), *_lines(section.lines, medium)]
    lines.append("")
    for line in prose.ending:
        lines += medium.wrap(one_line(line), "", "  ")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _underlined(title: str, mark: str, medium: Medium) -> list[str]:
    lines = medium.wrap(one_line(title))
    return [*lines, mark * max(map(len, lines))]


def _lines(lines: tuple[Line, ...], medium: Medium) -> Iterator[str]:
    indents = {Depth.PLAIN: ("", ""), Depth.POINT: ("- ", "  "), Depth.UNDER: ("  ", "    ")}
    for line in lines:
        first, rest = indents[line.depth]
        if line.text:
            yield from medium.wrap(one_line(line.text), first, rest)
        if line.link:
            yield from medium.wrap(one_line(line.link), rest if line.text else first, rest)


def markdown(prose: Prose) -> str:
    """Return the answer as markdown."""
    parts = [f"# {escaped(prose.title)}", *_blocks(prose.opening, "  \n")]
    for section in prose.sections:
        if section.lines:
            parts += [f"## {escaped(section.title)}", *_blocks(section.lines)]
    parts.append("  \n".join(escaped(line) for line in prose.ending))
    return "\n\n".join(parts) + "\n"


def _blocks(lines: tuple[Line, ...], apart: str = "\n\n") -> Iterator[str]:
    """Yield paragraphs and lists: neighbouring points make one list, ``apart`` stands between other lines."""
    for plain, group in groupby(lines, lambda line: line.depth is Depth.PLAIN):
        said = [(line, " ".join(filter(None, (escaped(line.text), _address(line.link))))) for line in group]
        if plain:
            yield apart.join(text for _, text in said)
        else:
            yield "\n".join(f"{'' if line.depth is Depth.POINT else '  '}- {text}" for line, text in said)


def _address(link: str | None) -> str:
    return f"<{one_line(link).replace(' ', '%20').replace('>', '%3E').replace('<', '%3C')}>" if link else ""


def escaped(text: str) -> str:
    """Return ``text`` on one line so that markdown shows every character of it as it is."""
    return _MARKS.sub(r"\\\1", one_line(text))
