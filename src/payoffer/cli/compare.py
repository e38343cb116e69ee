"""``payoffer compare``: what is each offer worth, side by side?"""

from typing import Annotated

import typer

from payoffer.cli import options


def compare_command(
    ctx: typer.Context,
    offers: Annotated[
        list[str],
        typer.Argument(
            metavar="OFFER...",
            help='One to eight offers, each a name, a file, or in short: "6%, 5.5%" is two years, '
            '"5% + 1% one-off" one.',
            autocompletion=options.offer_names,
        ),
    ],
    *,
    salary: options.Salary = None,
    paid_now: options.PaidNow = False,
    point: options.Point = None,
    fte: options.Fte = None,
    week: options.Week = None,
    inflation: options.Inflation = None,
    prices: options.Clock = None,
    forecast: options.Forecast = None,
    as_of: options.AsOf = None,
    index: options.Index = None,
    next_: options.Next = None,
    conditional: options.Conditional = False,
    months: options.Months = None,
    align: options.Align = None,
    against: options.Against = None,
    working: options.Working = False,
    monthly: options.Monthly = False,
    format_: options.Format = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Put offers side by side: what each adds, over the same months, in cash and in real terms.

    Examples:
      payoffer compare wales scotland --inflation 10.1
      payoffer compare wales scotland --next wales=proposed --salary 42333

    """
    from payoffer.against import apart
    from payoffer.cli.output import emit, form, hint, screen
    from payoffer.cli.prices_asked import tell
    from payoffer.cli.question import Asked, find, question
    from payoffer.compare import compare
    from payoffer.library import points_before
    from payoffer.report import answer as report
    from payoffer.report.page import Said

    kind = form(format_, output)
    report.refuse_tables(kind, working=working, monthly=monthly)
    every = find([*offers, *([against] if against is not None else [])], conditional=conditional)
    named = every[: len(offers)]
    asking = question(
        every,
        Asked(
            *(salary, paid_now, point, fte, week, inflation, index, next_, conditional, months, align),
            *(forecast, as_of, prices),
        ),
    )
    answer = compare(named, asking.question, points_before)
    beside = every[len(offers) :]
    apart_from = tuple(apart(named, beside[0], asking.question, points_before)) if beside else ()
    tell(asking.prices.passed_over)
    said = Said(ctx.find_root().obj, asking.illustration, asking.salary_working, apart_from)
    medium = screen(output)
    emit(report.written(answer, said, kind, medium, working=working, monthly=monthly), output, kind, force=force)
    if kind == "table" and output is None and not working:
        hint("Working: add --working   To share: --format message")
