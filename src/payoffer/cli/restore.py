"""``payoffer restore``: what has pay lost since then?"""

from typing import Annotated

import typer

from payoffer.cli import options


def restore_command(
    ctx: typer.Context,
    then: Annotated[
        str | None, typer.Argument(metavar="[THEN]", help="Pay a year in the month --from: 36756, £36,756 or 36.8k.")
    ] = None,
    now: Annotated[str | None, typer.Argument(metavar="[NOW]", help="Pay a year in the month --to.")] = None,
    *,
    path: Annotated[
        str | None,
        typer.Option(
            "--path",
            metavar="FILE",
            help="Pay year by year, a CSV file with month,annual_gbp, in place of THEN and NOW.",
            rich_help_panel=options.PAY,
        ),
    ] = None,
    scale: Annotated[
        str | None,
        typer.Option(
            "--scale",
            metavar="NAME",
            help="Pay year by year from a bundled pay scale; needs --point.",
            rich_help_panel=options.PAY,
        ),
    ] = None,
    point: Annotated[
        str | None,
        typer.Option("--point", metavar="POINT", help="The point of that scale: M6.", rich_help_panel=options.PAY),
    ] = None,
    inflation: Annotated[
        list[str] | None,
        typer.Option(
            "--inflation",
            "-i",
            metavar="PRICES",
            help="A series (rpi, cpi, cpih, awe), FILE.csv with month,index, or a rate a year: 3, or a list "
            "10.1,4,2. May be repeated: side by side.",
            autocompletion=options.series_names,
            rich_help_panel=options.PRICES,
        ),
    ] = None,
    rates: Annotated[
        bool,
        typer.Option(
            "--rates",
            help="Multiply the published twelve-month rates of that month instead of using the index.",
            rich_help_panel=options.PRICES,
        ),
    ] = False,
    forecast: options.Forecast = None,
    as_of: options.AsOf = None,
    from_: Annotated[
        str | None, options.in_month("--from", "The base month, 2010-09: none is taken for granted.")
    ] = None,
    to: Annotated[str | None, options.in_month("--to", "The month to compare with: 2022-09.")] = None,
    format_: options.Format = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Say what pay has lost since a base month: what it buys, the rise that would restore it, the gap in pounds.

    Examples:
      payoffer restore 36756 43685 --from 2010-09 --to 2022-09 --inflation rpi
      payoffer restore --path mypay.csv --inflation rpi --inflation cpi

    """
    from payoffer.cli.output import emit, form, screen
    from payoffer.cli.pay_since import Typed, pay_typed, restored
    from payoffer.cli.prices_asked import PricesAsked, PricesFound, tell
    from payoffer.report.restore_page import written
    from payoffer.report.restore_words import Answer

    kind = form(format_, output)
    found = PricesFound(PricesAsked(inflation, forecast, as_of))
    pay = pay_typed(Typed(then, now, path, scale, point, from_, to), found.prices)
    answers = restored(pay, found, rates=rates)
    tell(found.passed_over)
    answer = Answer(answers, pay.notes, ctx.find_root().obj, pay.file)
    emit(written(answer, kind, screen(output)), output, kind, force=force)
