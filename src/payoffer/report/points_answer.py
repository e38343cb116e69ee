"""The answer of ``points`` in the form that was asked for."""

from payoffer.report.medium import Medium
from payoffer.report.points_page import points_page
from payoffer.scale import Scaled


def written(scaled: Scaled, command: str, form: str, medium: Medium) -> str:
    """Return the answer as table, message, markdown, csv or json."""
    if form in {"json", "csv"}:
        from payoffer.report import points_json
        from payoffer.report.as_json import dumps

        document = points_json.document(scaled, command)
        return dumps(document) if form == "json" else points_json.as_csv(document)
    from payoffer.report import points_forms

    page = points_page(scaled, command)
    if form == "markdown":
        return points_forms.markdown(page)
    return points_forms.message(page, command) if form == "message" else points_forms.text(page, medium)
