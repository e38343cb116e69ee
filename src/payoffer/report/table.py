"""The page as text for a screen: offers as columns where they fit, else a summary and a block for each offer."""

from tabulate import tabulate

from payoffer.report.frame import on_screen
from payoffer.report.medium import INDENT, Medium
from payoffer.report.sheet import Sheet

GAP = 2
HEADING_GAP = 2
"""How much narrower than its column tabulate keeps a heading."""
LEAST_CELL = 18


def text(page: Sheet, medium: Medium) -> str:
    """Return the whole page, no line wider than the medium."""
    verdict = [medium.wrap(page.verdict, INDENT)] if page.verdict else []
    return on_screen(page, [*verdict, table(page, medium)], medium, page.footnotes)


def table(page: Sheet, medium: Medium) -> list[str]:
    """Return the rows of figures as lines."""
    label = max(len(row.label) for row in page.rows)
    cells = (medium.width - label) // len(page.headings) - GAP
    natural = [
        max(
            *(len(medium.safe(text)) + HEADING_GAP for text in heading),
            *(len(medium.safe(row.cells[number])) for row in page.rows),
        )
        for number, heading in enumerate(page.headings)
    ]
    if sum(natural) + GAP * len(natural) + label <= medium.width:
        return _columns(page, medium, None)
    if cells >= LEAST_CELL and len(page.headings) > 1:
        return _columns(page, medium, [label, *([cells] * len(natural))])
    return _blocks(page, medium)


def _columns(page: Sheet, medium: Medium, widths: list[int] | None) -> list[str]:
    headers = ["", *(medium.safe(f"{name}\n{status}") for name, status in page.headings)]
    body = [[medium.safe(cell) for cell in (row.label, *row.cells)] for row in page.rows]
    return _laid_out(body, headers, widths)


def _blocks(page: Sheet, medium: Medium) -> list[str]:
    """Lay out the offers as rows, in order; then a block for each offer, its labels beside its own figures."""
    label = min(max(len(row.label) for row in page.rows), medium.width * 3 // 5)
    value = medium.width - label - GAP
    lines = _summary(page, medium) if len(page.headings) > 1 else []
    for number, (name, status) in enumerate(page.headings):
        body = [["\n".join(_label(row.label, label)), medium.safe(row.cells[number])] for row in page.rows]
        lines += ["", *medium.wrap(f"{name} ({status})")] if lines else medium.wrap(f"{name} ({status})")
        lines += _laid_out(body, None, [label, value])
    return lines


def _label(text: str, width: int) -> list[str]:
    """Break the label of a row, its further lines as far in as the first and once more."""
    indent = text[: len(text) - len(text.lstrip())]
    return Medium(width).wrap(text.lstrip(), indent, indent + INDENT)


def _summary(page: Sheet, medium: Medium) -> list[str]:
    headers, *body = ([medium.safe(cell) for cell in row] for row in page.summary)
    columns = next(
        (count for count in range(len(headers), 2, -1) if (medium.width + GAP) // count - GAP >= LEAST_CELL), 2
    )
    width = (medium.width + GAP) // columns - GAP
    return _laid_out([row[:columns] for row in body], headers[:columns], [width] * columns)


def _laid_out(body: list[list[str]], headers: list[str] | None, widths: list[int] | None) -> list[str]:
    laid = tabulate(
        body,
        headers=headers or (),
        tablefmt="simple",
        disable_numparse=True,
        preserve_whitespace=True,
        maxcolwidths=widths,
        maxheadercolwidths=[width - HEADING_GAP for width in widths] if headers and widths else None,
    )
    return [line.rstrip() for line in laid.splitlines()]
