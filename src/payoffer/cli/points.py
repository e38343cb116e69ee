"""``payoffer points``: what does it do to every pay point?"""

from typing import Annotated

import typer

from payoffer.cli import options

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
    index: options.Index = None,
    next_: options.Next = None,
    conditional: options.Conditional = False,
    months: options.Months = None,
    align: options.Align = None,
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
    from payoffer.cli.output import emit, form, hint, screen
    from payoffer.cli.question import Asked, by_offer, find, question
    from payoffer.library import points_before
    from payoffer.report.points_answer import written
    from payoffer.scale import on_scales
    from payoffer.scale_choice import choose

    kind = form(format_, output)
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
    )
    asking = question(named, asked).question
    chosen = choose(named, by_offer(named, scale, "--scale"), asking.pay.week)
    answer = on_scales(chosen, asking, points_before)
    emit(written(answer, ctx.find_root().obj, kind, screen(output)), output, kind, force=force)
    if kind == "table" and output is None:
        one = command_line(["payoffer", "compare", offers[0], "--point", answer.tables[0].rows[0].point])
        hint(f"One point: {one}   To share: --format message")
