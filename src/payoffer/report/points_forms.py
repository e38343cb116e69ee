"""An answer of ``points`` as text for a screen, as markdown, and as a message to forward."""

from collections.abc import Iterator

from tabulate import tabulate

from payoffer.report import grid
from payoffer.report.medium import Medium
from payoffer.report.message import LONGEST, bold
from payoffer.report.points_page import PointsPage
from payoffer.report.prose import escaped
from payoffer.report.voice import Sentence

INDENT = "  "
ANSWER = frozenset({"order", "not_paired", "rise", "one_off", "in_payment", "take_home", "prices", "other_clock"})
"""The rules whose sentences are always told: which offer adds more, what each adds, and whether it keeps up."""
REST = ("moved", "legal_minimum", "longer", "in_percent", "order_turns", "end", "places", "edge")
"""The other rules, the first to be kept first; the order after the months all cover goes with ``longer``."""


def text(page: PointsPage, medium: Medium) -> str:
    """Return the whole page, no line wider than the medium."""
    lines: list[str] = []
    for title in page.titles:
        lines += medium.wrap(title)
    for paragraph in page.paragraphs:
        lines += ["", *medium.wrap(" ".join(sentence.text for sentence in paragraph), INDENT)]
    for each in page.grids:
        lines += ["", *medium.wrap(each.title), "", *grid.text(each, medium)]
    lines.append("")
    for remark in page.remarks:
        lines += medium.wrap(remark)
    lines.append("")
    for line in page.ending:
        lines += medium.wrap(line, "", INDENT)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def markdown(page: PointsPage) -> str:
    """Return the page as markdown, each table whole."""
    parts = ["  \n".join(map(escaped, page.titles))]
    parts += [escaped(" ".join(sentence.text for sentence in paragraph)) for paragraph in page.paragraphs]
    for each in page.grids:
        body = [[escaped(cell) for cell in row] for row in each.rows]
        aligned = ["left", *["right"] * (len(each.headings) - 1)]
        table = tabulate(
            body, headers=list(map(escaped, each.headings)), tablefmt="pipe", disable_numparse=True, colalign=aligned
        )
        parts += [f"**{escaped(each.title)}**", table]
    parts.append("\n".join(f"- {escaped(remark)}" for remark in page.remarks))
    parts.append("  \n".join(map(escaped, page.ending)))
    return "\n\n".join(parts) + "\n"


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
    lines = (f"*{bold(page.titles[0])}*", *map(bold, told), bold(" ".join(page.caveats)), used, command)
    return "\n\n".join(filter(None, lines)) + "\n"


def _of_rules(paragraph: tuple[Sentence, ...], rules: frozenset[str]) -> Iterator[str]:
    for number, sentence in enumerate(paragraph):
        rule = "longer" if number and sentence.rule == "order" else sentence.rule
        if rule in rules:
            yield sentence.text
