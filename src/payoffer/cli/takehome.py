"""``payoffer takehome``: what is it in my pocket?"""

from typing import Annotated

import typer

from payoffer.cli import options, takehome_options


def takehome_command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SALARY [OFFER...]",
            help="Full-time basic pay a year, and offers to see what they leave of it.",
            autocompletion=options.offer_names,
        ),
    ] = None,
    *,
    paid_now: options.PaidNow = False,
    fte: options.Fte = None,
    week: options.Week = None,
    last_year: Annotated[
        str | None,
        typer.Option(
            "--last-year",
            metavar="PAY",
            help="Last year's full-time pay, which NHS pension tiers look at. Left out: the same.",
            rich_help_panel=options.PAY,
        ),
    ] = None,
    tax_year: takehome_options.TaxYear = None,
    nation: takehome_options.Nation = None,
    pension: takehome_options.Pension = None,
    student_loan: takehome_options.StudentLoan = None,
    category: takehome_options.Category = None,
    index: options.Index = None,
    next_: options.Next = None,
    conditional: options.Conditional = False,
    months: options.Months = None,
    align: options.Align = None,
    file: Annotated[
        str | None,
        typer.Option(
            "--file",
            metavar="FILE",
            help="A CSV file of people: a column salary, others named as these options. Answers in CSV or JSON.",
            rich_help_panel=options.ROWS,
        ),
    ] = None,
    format_: options.Format = None,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Work out take-home pay: of a salary, of a list of people, or what offers leave in the pocket each month.

    Examples:
      payoffer takehome 42000 --nation scotland --pension 9.7%
      payoffer takehome 40000 wales scotland --pension wales=tps --pension scotland=10.4%

    """
    from payoffer.cli.circumstances import Destination, Typed
    from payoffer.cli.question import Asked

    typed = Typed(tax_year, nation or [], pension or [], student_loan or [], category, fte, last_year, week)
    pay, *offers = words or [""]
    asked = Asked(pay, paid_now, None, fte, week, None, index, next_, conditional, months, align)
    to = Destination(ctx.find_root().obj, format_, output, force)
    if file is not None:
        from payoffer.cli.people import people_takehome

        people_takehome(file, words or [], typed, asked, to)
    elif offers:
        from payoffer.cli.takehome_offers import offers_takehome

        offers_takehome(offers, typed, asked, to)
    else:
        from payoffer.cli.takehome_one import one_takehome

        one_takehome(pay, typed, asked, to)
