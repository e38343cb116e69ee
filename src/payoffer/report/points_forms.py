"""An answer of ``points`` as text for a screen, as markdown, and as a message to forward."""

from collections.abc import Iterator

from payoffer.report import grid
from payoffer.report.frame import in_markdown, on_screen
from payoffer.report.medium import INDENT, Medium
from payoffer.report.phone import LONGEST, bold, paragraphs
from payoffer.report.plain_forms import markdown_table
from payoffer.report.points_page import PointsPage
from payoffer.report.prose import escaped
from payoffer.report.voice import Sentence

ANSWER = frozenset({"order", "not_paired", "rise", "one_off", "in_payment", "take_home", "prices", "other_clock"})
"""The rules whose sentences are always told: which offer adds more, what each adds, and whether it keeps up."""
REST = ("moved", "legal_minimum", "longer", "in_percent", "order_turns", "end", "places", "edge")
"""The other rules, the first to be kept first; the order after the months all cover goes with ``longer``."""


def text(page: PointsPage, medium: Medium) -> str:
    """Return the whole page, no line wider than the medium."""
    told = [medium.wrap(" ".join(sentence.text for sentence in paragraph), INDENT) for paragraph in page.paragraphs]
    grids = [[*medium.wrap(each.title), "", *grid.text(each, medium)] for each in page.grids]
    return on_screen(page, [*told, *grids], medium)


def markdown(page: PointsPage) -> str:
    """Return the page as markdown, each table whole."""
    parts = ["  \n".join(map(escaped, page.titles))]
    parts += [escaped(" ".join(sentence.text for sentence in paragraph)) for paragraph in page.paragraphs]
    for each in page.grids:
        parts += [f"**{escaped(each.title)}**", markdown_table(each.headings, each.rows)]
    return in_markdown(page, parts)


def message(page: PointsPage, command: str) -> str:
    """Return what is said first, without a table, then the caveats and the command.

    Of what is not the answer itself, as much as keeps two offers under 900 characters, and each more of them under half
    of that, kind by kind: what is told of one offer is told of all.
    """
    room = LONGEST * max(len(page.found), 2) // 2
    told = _message(page, command, ANSWER)
    for number in range(len(REST)):
        more = _message(page, command, ANSWER.union(REST[: number + 1]))
        if len(more) >= room:
            break
        told = more
    return told


def _message(page: PointsPage, command: str, rules: frozenset[str]) -> str:
    """Return the message with the sentences of some rules."""
    told = (" ".join(_of_rules(paragraph, rules)) for paragraph in page.paragraphs)
    used = bold("\n".join(page.sources))
    return paragraphs(f"*{bold(page.titles[0])}*", *map(bold, told), bold(" ".join(page.caveats)), used, command)


def _of_rules(paragraph: tuple[Sentence, ...], rules: frozenset[str]) -> Iterator[str]:
    for number, sentence in enumerate(paragraph):
        rule = "longer" if number and sentence.rule == "order" else sentence.rule
        if rule in rules:
            yield sentence.text
