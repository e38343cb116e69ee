"""The answer of ``restore`` in the form that was asked for."""

from payoffer.report.medium import Medium
from payoffer.report.restore_page import markdown, message, text
from payoffer.report.restore_words import Answer


def written(answer: Answer, form: str, medium: Medium) -> str:
    """Return the answer as table, message, markdown, csv or json."""
    if form in {"json", "csv"}:
        from payoffer.report import restore_data
        from payoffer.report.as_json import dumps
        from payoffer.report.plain_forms import rows_csv

        document = restore_data.document(answer)
        header = ("prices", "year", "figure", "value")
        return dumps(document) if form == "json" else rows_csv(header, restore_data.rows(document))
    if form == "message":
        return message(answer)
    return markdown(answer) if form == "markdown" else text(answer, medium)
