"""Take-home pay under offers in the form that was asked for."""

from collections.abc import Iterator

from payoffer.report.medium import Medium
from payoffer.report.phone import bold, paragraphs
from payoffer.report.takehome_answer import TakeHomeAnswer
from payoffer.report.takehome_page import TakeHomePage, page
from payoffer.report.takehome_words import monthly


def written(answer: TakeHomeAnswer, command: str, salary_working: str | None, form: str, medium: Medium) -> str:
    """Return the answer as table, message, markdown, csv or json."""
    told = page(answer, command, salary_working)
    if form in {"json", "csv"}:
        from payoffer.report import takehome_json
        from payoffer.report.as_json import dumps

        document = takehome_json.document(answer, told, command)
        return dumps(document) if form == "json" else takehome_json.long_csv(document)
    if form == "markdown":
        from payoffer.report.plain_forms import markdown

        return markdown(told)
    if form == "message":
        return paragraphs(*_message(told), command)
    from payoffer.report.table import text

    return text(told, medium)


def _message(told: TakeHomePage) -> Iterator[str]:
    """Yield the heading, what each offer leaves, its one-offs, and what kind of estimate it is."""
    yield bold(told.titles[0])
    lines = []
    for place, (heading, status) in enumerate(told.headings):
        once = [
            f"{row.label.strip()} {row.cells[place].partition(' (')[0]} in the pocket, once"
            for row in told.rows
            if row.label.strip() in {"one-off", "back pay"} and row.cells[place] != "none"
        ]
        more = [row.cells[place] for row in told.rows if row.label.strip() == "more than on pay before"]
        years = [row.label.casefold() for row in told.rows if row.opens][: len(more)]
        months = "; ".join(f"{monthly(cell)} in the {year}" for cell, year in zip(more, years, strict=True))
        lines.append(f"*{bold(heading)}* ({status}): {'; '.join([months, *once])}.")
    yield "\n".join(lines)
    yield "Take-home pay against pay before, under the same tax rules: an annual estimate, not a payslip."
