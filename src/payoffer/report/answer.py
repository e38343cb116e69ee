"""The answer of ``compare`` in the form that was asked for."""

from payoffer.compare import Comparison
from payoffer.errors import UsageProblem
from payoffer.report.medium import Medium
from payoffer.report.page import Said, page


def refuse_tables(form: str, *, working: bool, monthly: bool) -> None:
    """Raise ``UsageProblem`` for ``--working`` or ``--monthly`` in a form that has no place for them."""
    asked = "--working" if working else "--monthly" if monthly else None
    if asked and form != "table":
        raise UsageProblem(f"{asked} is text: leave --format {form} out, or leave {asked} out")


def written(  # noqa: PLR0913
    answer: Comparison, said: Said, form: str, medium: Medium, *, working: bool = False, monthly: bool = False
) -> str:
    """Return the answer as table, message, markdown, csv or json; a table with its working or months if asked."""
    if form in {"json", "csv"}:
        from payoffer.report import as_json, plain_forms

        document = as_json.comparison(answer, said)
        return as_json.dumps(document) if form == "json" else plain_forms.long_csv(document)
    told = page(answer, said)
    if form == "markdown":
        from payoffer.report import plain_forms

        return plain_forms.markdown(told)
    if form == "message":
        from payoffer.report import message

        return message.text(answer, told, said)
    from payoffer.report import table

    text = table.text(told, medium)
    if monthly:
        from payoffer.report import monthly as months

        text += "\n" + months.monthly_table(months.monthly(answer), medium)
    if working:
        from payoffer.report import working as arithmetic

        text += "\n" + arithmetic.text(arithmetic.working(answer), medium)
    return text
