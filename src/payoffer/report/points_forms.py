"""An answer of ``points`` as text for a screen, as markdown, and as a message to forward."""

from tabulate import tabulate

from payoffer.report import grid
from payoffer.report.medium import Medium
from payoffer.report.message import LONGEST, bold
from payoffer.report.points_page import PointsPage
from payoffer.report.prose import escaped

INDENT = "  "


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
    """Return what is said first, without a table: as many sentences as fit under 900 characters, then the command."""
    lines = [f"*{bold(page.titles[0])}*"]
    room = LONGEST - len(lines[0]) - len(command) - 6
    for paragraph in page.paragraphs:
        kept: list[str] = []
        for sentence in (bold(sentence.text) for sentence in paragraph):
            if len(sentence) + 2 > room:
                break
            kept.append(sentence)
            room -= len(sentence) + 2
        lines.append(" ".join(kept))
    return "\n\n".join(filter(None, (*lines, command))) + "\n"
