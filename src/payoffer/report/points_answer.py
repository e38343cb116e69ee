"""The answer of ``points`` in the form that was asked for."""

from typing import TYPE_CHECKING

from payoffer.report.medium import Medium
from payoffer.report.points_page import points_page
from payoffer.scale import Scaled

if TYPE_CHECKING:
    from payoffer.report.points_takehome import PointsTakeHome


def written(scaled: Scaled, command: str, form: str, medium: Medium, taken: "PointsTakeHome | None" = None) -> str:
    """Return the answer as table, message, markdown, csv or json, with take-home pay if it is asked for."""
    page = points_page(scaled, command)
    if taken is not None:
        from payoffer.report.points_takehome import with_take_home

        page = with_take_home(page, scaled, taken)
    if form in {"json", "csv"}:
        from payoffer.report import points_json
        from payoffer.report.as_json import dumps

        document = points_json.document(scaled, command, page)
        if taken is not None:
            from payoffer.report.points_takehome_json import added

            document = added(document, taken)
        return dumps(document) if form == "json" else points_json.as_csv(document)
    from payoffer.report import points_forms

    if form == "markdown":
        return points_forms.markdown(page)
    return points_forms.message(page, command) if form == "message" else points_forms.text(page, medium)
