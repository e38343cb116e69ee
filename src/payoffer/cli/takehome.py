"""``payoffer takehome``: what is it in my pocket?"""

from typing import Annotated

import typer

from payoffer.cli import options

RULES = "Tax, pension and loan"


def _nations(incomplete: str) -> list[str]:
    from payoffer.takehome.circumstances import NATIONS

    names = (name.casefold().replace(" ", "-") for name in NATIONS)
    return [name for name in names if name.startswith(incomplete.casefold())]


def _pensions(incomplete: str) -> list[str]:
    from payoffer.takehome.schemes import SCHEMES

    return [name for name in (*SCHEMES, "none") if name.startswith(incomplete)]


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
    tax_year: Annotated[
        str | None,
        typer.Option(
            "--tax-year",
            metavar="YEAR",
            help="2023-24, or a later year at the last known rates: 'at 2026-27 rates'. With offers, months have "
            "their own rates unless a year is given.",
            rich_help_panel=RULES,
        ),
    ] = None,
    nation: Annotated[
        list[str] | None,
        typer.Option(
            "--nation",
            metavar="NATION",
            autocompletion=_nations,
            help="England, Wales, Scotland or Northern Ireland: where you live. An offer's own nation is used without.",
            rich_help_panel=RULES,
        ),
    ] = None,
    pension: Annotated[
        list[str] | None,
        typer.Option(
            "--pension",
            metavar="SCHEME",
            autocompletion=_pensions,
            help="A scheme (payoffer list schemes), the rate on your payslip such as 9.6%, or none; for one offer: "
            "wales=tps.",
            rich_help_panel=RULES,
        ),
    ] = None,
    student_loan: Annotated[
        list[str] | None,
        typer.Option(
            "--student-loan",
            metavar="PLAN",
            help="1, 2, 4, 5 or postgraduate. May be repeated.",
            rich_help_panel=RULES,
        ),
    ] = None,
    category: Annotated[
        str | None,
        typer.Option(
            "--category",
            metavar="LETTER",
            help="National Insurance letter: A, or D before April 2016, which a scheme implies.",
            rich_help_panel=RULES,
        ),
    ] = None,
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
