"""``payoffer needed``: what next award, rise or one-off would keep up, match the other offer, meet the claim?"""

from typing import Annotated

import typer

from payoffer.cli import options


def needed_command(
    ctx: typer.Context,
    offers: Annotated[
        list[str],
        typer.Argument(
            metavar="OFFER...", help="One or two offers, each a name or a file.", autocompletion=options.offer_names
        ),
    ],
    *,
    against: options.Against = None,
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
    align: options.Align = None,
    format_: options.Format = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Say what the next award would have to be: to keep up with prices, to be level with the other, to meet a claim.

    Examples:
      payoffer needed wales scotland
      payoffer needed wales --inflation 10.1

    """
    from payoffer.cli.output import emit, form, screen
    from payoffer.cli.prices_asked import tell
    from payoffer.cli.question import Asked, find, question
    from payoffer.compare import compare
    from payoffer.errors import NotValued, UsageProblem
    from payoffer.library import points_before
    from payoffer.needed import goals
    from payoffer.report.needed_page import Answer, written

    kind = form(format_, output)
    if len(offers) + (against is not None) > 2:  # noqa: PLR2004
        raise UsageProblem("needed takes one offer or two: name two, or one with --against")
    named = find([*offers, *([against] if against is not None else [])])
    if len(named) == 1 and not inflation:
        raise UsageProblem(
            "needed wants something to reach: add --inflation with a rate or a series, --against with a claim, or a "
            "second offer"
        )
    asking = question(
        named,
        Asked(
            *(salary, paid_now, point, fte, week, inflation, index, next_, conditional, None, align),
            *(forecast, as_of, prices),
        ),
    )
    if any(prices.during for prices in asking.question.prices):
        raise UsageProblem(
            "--prices during is for percentages only, and needed answers in pounds: leave it out; where prices over "
            "the deal itself say the opposite, a line tells"
        )
    found = compare(named, asking.question._replace(follows={}), points_before)
    wanted = goals(found, len(offers))
    if not wanted:
        raise NotValued(
            f"{named[0].offer.name}: its rise is additional to an award, already in payment, that the file does not "
            "name, so what would keep up is not known: add that award to the file, as in_payment"
        )
    if asking.question.follows:
        for goal in (goal for goal in wanted if goal.offer.id in asking.question.follows):
            raise UsageProblem(
                f"--next gives {goal.offer.id} the very rise that needed works out: leave it out for {goal.offer.id}, "
                "or see with compare what it comes to"
            )
        found = compare(named, asking.question, points_before)
        wanted = goals(found, len(offers))
    tell(asking.prices.passed_over)
    answer = Answer(found, tuple(wanted), ctx.find_root().obj, illustration=asking.illustration)
    emit(written(answer, kind, screen(output)), output, kind, force=force)
