"""``payoffer compare``: what is each offer worth, side by side?"""

from typing import Annotated

import typer

from payoffer.cli import options


def compare_command(
    offers: Annotated[list[str], typer.Argument(metavar="OFFER...", help="One to eight offers: a name or a file.")],
    salary: options.Salary = None,
    paid_now: options.PaidNow = False,  # noqa: FBT002
    point: options.Point = None,
    fte: options.Fte = None,
    week: options.Week = None,
    inflation: options.Inflation = None,
    index: options.Index = None,
    next_: options.Next = None,
    conditional: options.Conditional = False,  # noqa: FBT002
    months: options.Months = None,
    align: options.Align = None,
    format_: options.Format = None,
    output: options.Output = None,
    force: options.Force = False,  # noqa: FBT002
) -> None:
    """Put offers side by side, in cash and in real terms."""
    from payoffer.cli.question import Asked, find, question
    from payoffer.compare import compare
    from payoffer.library import points_before
    from payoffer.report import as_json

    named = find(offers)
    asked = Asked(salary, paid_now, point, fte, week, inflation, index, next_, conditional, months, align)
    asking = question(named, asked)
    answer = compare(named, asking.question, points_before)
    typer.echo(as_json.dumps(as_json.comparison(answer, "payoffer compare", (), ())), nl=False)
