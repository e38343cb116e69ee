"""One salary's take-home pay in the form that was asked for: table, message, markdown, CSV or JSON."""

from payoffer.report.as_json import dumps
from payoffer.report.frame import in_markdown, on_screen
from payoffer.report.medium import Medium
from payoffer.report.people_forms import single_csv
from payoffer.report.phone import bold, paragraphs
from payoffer.report.plain_forms import markdown_table
from payoffer.report.prose import escaped
from payoffer.report.takehome_one import OnePage, Said, document, page
from payoffer.takehome.worked import Worked

HEADINGS = ("", "a year", "a month")
ALIGNED = ("left", "right", "right")


def written(case: Worked, said: Said, form: str, medium: Medium) -> str:
    """Return the answer in a form."""
    if form == "json":
        return dumps(document(case, said))
    if form == "csv":
        return single_csv(case)
    told = page(case, said)
    if form == "markdown":
        return _markdown(told)
    return _message(told, said) if form == "message" else _table(told, medium)


def _table(told: OnePage, medium: Medium) -> str:
    from tabulate import tabulate

    from payoffer.report.table import GAP, HEADING_GAP

    body = [[medium.safe(cell) for cell in row] for row in told.rows]
    figures = 0
    for heading, *column in list(zip(HEADINGS, *body, strict=True))[1:]:
        figures += GAP + max(len(heading) + HEADING_GAP, *map(len, column))
    laid = tabulate(
        body,
        headers=HEADINGS,
        tablefmt="simple",
        disable_numparse=True,
        colalign=ALIGNED,
        maxcolwidths=[medium.width - figures, None, None],
    )
    return on_screen(told, [laid.splitlines()], medium)


def _markdown(told: OnePage) -> str:
    return in_markdown(told, [*map(escaped, told.titles), markdown_table(HEADINGS, told.rows)])


def _message(told: OnePage, said: Said) -> str:
    """Return what is taken off a month, what is left, and what 100 pounds more would leave."""
    gross, *off, net = told.rows
    taken = "; ".join(f"{row.label} {row.month.removeprefix('-')}" for row in off if row.month != "none")
    first = f"*{bold(told.titles[0])}*\n{net.month} a month, of {gross.month}. Taken off: {taken or 'nothing'}."
    return paragraphs(first, f"{told.remarks[0]} An annual estimate, not a payslip.", said.command)
