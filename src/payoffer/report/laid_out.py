"""An answer of sentences and plain tables, laid out for a screen or as markdown."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from payoffer.report.frame import in_markdown, on_screen
from payoffer.report.medium import INDENT, Medium
from payoffer.report.plain_forms import markdown_table
from payoffer.report.plain_table import plain_table
from payoffer.report.prose import escaped


class Tabled(NamedTuple):
    """A table, with a title above it and what its marks mean below where there are any."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    title: str = ""
    legend: str = ""


class LaidOut(NamedTuple):
    """The whole answer in words: ``parts`` are paragraphs and tables, in order."""

    titles: tuple[str, ...]
    parts: tuple[str | Tabled, ...]
    remarks: tuple[str, ...]
    ending: tuple[str, ...]


def text(page: LaidOut, medium: Medium) -> str:
    """Return the answer for a screen, no line wider than it."""
    return on_screen(page, (_lines(part, medium) for part in page.parts), medium)


def _lines(part: str | Tabled, medium: Medium) -> list[str]:
    if isinstance(part, str):
        return medium.wrap(part, INDENT)
    title, legend = (medium.wrap(each) if each else [] for each in (part.title, part.legend))
    return [*title, *plain_table(part.headings, part.rows, medium), *legend]


def markdown(page: LaidOut) -> str:
    """Return the answer as markdown."""
    parts = (told for part in page.parts for told in _marked(part))
    return in_markdown(page, [*map(escaped, page.titles), *parts])


def _marked(part: str | Tabled) -> Iterator[str]:
    if isinstance(part, str):
        yield escaped(part)
    else:
        yield from filter(None, (escaped(part.title), markdown_table(part.headings, part.rows), escaped(part.legend)))
