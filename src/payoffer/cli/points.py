"""``payoffer points``: what does it do to every pay point?"""

from typing import Annotated

import typer

from payoffer.cli import options, takehome_options

MOST_OFFERS = 4


def points_command(
    ctx: typer.Context,
    offers: Annotated[
        list[str],
        typer.Argument(
            metavar="OFFER...",
            help="One to four offers, each a name or a file.",
            autocompletion=options.offer_names,
        ),
    ],
    *,
    scale: options.Scale = None,
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
    take_home: Annotated[
        bool,
        typer.Option(
            "--take-home",
            help="Show what is left a month more at each point, and where a rise crosses a pension limit.",
            rich_help_panel=takehome_options.RULES,
        ),
    ] = False,
    tax_year: takehome_options.TaxYear = None,
    nation: takehome_options.Nation = None,
    pension: takehome_options.Pension = None,
    student_loan: takehome_options.StudentLoan = None,
    category: takehome_options.Category = None,
    format_: options.Format = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Apply offers to every point of a pay scale: pay after each step, who gains most and least, who overtakes whom.

    Examples:
      payoffer points scotland scotland-2023-03
      payoffer points scotland --scale ourscale.csv --inflation 10.1

    """
    from payoffer.cli.again import command_line
    from payoffer.cli.output import emit, form, hint, refuse_read, screen
    from payoffer.cli.prices_asked import tell
    from payoffer.cli.question import Asked, by_offer, find, question
    from payoffer.library import points_before
    from payoffer.report.points_answer import written
    from payoffer.scale import on_scales
    from payoffer.scale_choice import choose

    kind = form(format_, output)
    if not take_home:
        _refuse(tax_year=tax_year, nation=nation, pension=pension, student_loan=student_loan, category=category)
    named = find(offers, most=MOST_OFFERS, conditional=conditional)
    asked = Asked(
        fte=fte,
        week=week,
        inflation=inflation,
        indices=index,
        follows=next_,
        conditional=conditional,
        months=months,
        align=align,
        forecast=forecast,
        as_of=as_of,
        prices=prices,
    )
    read = question(named, asked)
    asking = read.question
    chosen = choose(named, by_offer(named, scale, "--scale"), asking.pay.week)
    refuse_read(output, [one.scale.file for one in chosen])
    answer = on_scales(chosen, asking, points_before)
    tell(read.prices.passed_over)
    taken = None
    if take_home:
        from payoffer.cli.circumstances import Typed
        from payoffer.cli.points_takehome import worked

        taken = worked(answer, named, Typed(tax_year, nation or [], pension or [], student_loan or [], category))
    emit(written(answer, ctx.find_root().obj, kind, screen(output), taken), output, kind, force=force)
    if kind == "table" and output is None:
        one = command_line(["payoffer", "compare", offers[0], "--point", answer.tables[0].rows[0].point])
        hint(f"One point: {one}   To share: --format message")


def _refuse(**rules: object) -> None:
    """Raise ``UsageProblem`` for an option that only take-home pay has a use for."""
    from payoffer.errors import UsageProblem

    for name, value in rules.items():
        if value is not None:
            option = f"--{name.replace('_', '-')}"
            raise UsageProblem(f"{option} is about take-home pay: add --take-home, or leave it out")
