"""The options that say under which tax, pension and loan rules take-home pay is worked out."""

from typing import Annotated

import typer

RULES = "Tax, pension and loan"


def _nations(incomplete: str) -> list[str]:
    from payoffer.takehome.circumstances import NATIONS

    names = (name.casefold().replace(" ", "-") for name in NATIONS)
    return [name for name in names if name.startswith(incomplete.casefold())]


def _pensions(incomplete: str) -> list[str]:
    from payoffer.takehome.schemes import SCHEMES

    return [name for name in (*SCHEMES, "none") if name.startswith(incomplete)]


TaxYear = Annotated[
    str | None,
    typer.Option(
        "--tax-year",
        metavar="YEAR",
        help="2023-24, or a later year at the last known rates: 'at 2026-27 rates'. With offers, months have "
        "their own rates unless a year is given.",
        rich_help_panel=RULES,
    ),
]
Nation = Annotated[
    list[str] | None,
    typer.Option(
        "--nation",
        metavar="NATION",
        autocompletion=_nations,
        help="England, Wales, Scotland or Northern Ireland: where you live. An offer's own nation is used without.",
        rich_help_panel=RULES,
    ),
]
Pension = Annotated[
    list[str] | None,
    typer.Option(
        "--pension",
        metavar="SCHEME",
        autocompletion=_pensions,
        help="A scheme (payoffer list schemes), the rate on your payslip such as 9.6%, or none; for one offer: "
        "wales=tps.",
        rich_help_panel=RULES,
    ),
]
StudentLoan = Annotated[
    list[str] | None,
    typer.Option(
        "--student-loan",
        metavar="PLAN",
        help="1, 2, 4, 5 or postgraduate. May be repeated.",
        rich_help_panel=RULES,
    ),
]
Category = Annotated[
    str | None,
    typer.Option(
        "--category",
        metavar="LETTER",
        help="National Insurance letter: A, or D before April 2016, which a scheme implies.",
        rich_help_panel=RULES,
    ),
]
