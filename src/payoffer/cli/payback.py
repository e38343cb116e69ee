"""``payoffer payback``: what did the strike days cost, when are they paid back?"""

from typing import Annotated

import typer

from payoffer.cli import options


def payback_command(
    ctx: typer.Context,
    offer: Annotated[
        str,
        typer.Argument(
            metavar="OFFER", help="What was won, by its name or its file.", autocompletion=options.offer_names
        ),
    ],
    *,
    against: options.Against = None,
    days: Annotated[
        str | None, typer.Option("--days", metavar="N", help="How many days of pay were lost: 2, or 1.5.")
    ] = None,
    strike_day: Annotated[
        str | None,
        typer.Option(
            "--strike-day",
            metavar="FRACTION",
            help="The part of a year's pay that a day costs, 1/365 or 1/260, where the offer's file does not say.",
        ),
    ] = None,
    salary: options.Salary = None,
    paid_now: options.PaidNow = False,
    point: options.Point = None,
    fte: options.Fte = None,
    week: options.Week = None,
    forecast: options.Forecast = None,
    as_of: options.AsOf = None,
    index: options.Index = None,
    next_: options.Next = None,
    conditional: options.Conditional = False,
    months: options.Months = None,
    format_: options.Format = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Set the cost of strike days against the gain over the offer that was refused, month by month.

    Examples:
      payoffer payback wales-2023-03 --against wales --days 2 --next wales=3.5
      payoffer payback scotland-2023-03 --against scotland --days 4 --strike-day 1/235

    """
    from payoffer.cli.output import emit, form, screen
    from payoffer.cli.prices_asked import tell
    from payoffer.cli.question import Asked, find, question
    from payoffer.cli.strike import days_lost, of_year
    from payoffer.compare import compare
    from payoffer.errors import UsageProblem
    from payoffer.library import points_before
    from payoffer.payback import payback
    from payoffer.report.payback_page import written
    from payoffer.report.payback_words import Answer

    kind = form(format_, output)
    if against is None:
        raise UsageProblem(
            "payback counts the gain over the offer that was refused: add --against with it, such as --against wales"
        )
    lost = days_lost(days)
    named = find([offer, against])
    rule = of_year(named, strike_day)
    asking = question(
        named,
        Asked(
            *(salary, paid_now, point, fte, week, None, index, next_, conditional, months, None),
            *(forecast, as_of),
        ),
    )
    found = compare(named, asking.question, points_before)
    if not found.same_people:
        raise UsageProblem(
            f"{named[0].offer.name} and {named[1].offer.name} are offers to different people: name the offer to "
            "the same people that was refused"
        )
    tell(asking.prices.passed_over)
    answer = Answer(found, payback(found, lost, rule.of_year), rule.source, ctx.find_root().obj, asking.illustration)
    emit(written(answer, kind, screen(output)), output, kind, force=force)
