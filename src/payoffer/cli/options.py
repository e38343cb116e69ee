"""The options that commands share: how each is spelled and explained, in the order pay, prices, time, rows, output."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

PAY, PRICES, TIME, ROWS, OUTPUT = "Pay", "Prices and later rises", "Time", "Rows", "Output"
FORMATS = ("table", "message", "markdown", "csv", "json")


def among(*words: str) -> Callable[[str], list[str]]:
    """Return what completes a word that is one of ``words``."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return complete


def in_form(told: str, formats: tuple[str, ...]) -> Any:  # noqa: ANN401
    """Return the option ``--format``, with what is told of it."""
    return typer.Option(
        "--format", "-f", metavar="KIND", help=told, autocompletion=among(*formats), rich_help_panel=OUTPUT
    )


def to_file(told: str) -> Any:  # noqa: ANN401
    """Return the option ``--output``, with what is told of it."""
    return typer.Option("--output", "-o", metavar="FILE", help=told, rich_help_panel=OUTPUT)


def in_month(name: str, told: str) -> Any:  # noqa: ANN401
    """Return an option that takes a month, with what is told of it."""
    return typer.Option(name, metavar="MONTH", help=told, rich_help_panel=TIME)


def series_names(incomplete: str) -> list[str]:
    """Return the names of price series that begin with ``incomplete``, for completion."""
    from payoffer.price_files import NAMES

    return among(*NAMES)(incomplete.casefold())


def offer_names(incomplete: str) -> list[str]:
    """Return the names of offers that begin with ``incomplete``, for completion."""
    from payoffer.cli.completion import offers

    return offers(incomplete)


def _scales(incomplete: str) -> list[str]:
    from payoffer.shelf import scale_names

    return [name for name in scale_names() if name.startswith(incomplete)]


def _points(ctx: typer.Context, incomplete: str) -> list[str]:
    from payoffer.cli.completion import points

    # While its own value is still typed, an option leaves the words before it unparsed.
    return points(list(ctx.args), incomplete)


Salary = Annotated[
    str | None,
    typer.Option(
        "--salary",
        "-s",
        metavar="PAY",
        help="Full-time basic pay before the first award counted: 40000, 40k, 2150/month, 12.40/hour. "
        "Left out: 40,000 pounds, as an illustration.",
        rich_help_panel=PAY,
    ),
]
PaidNow = Annotated[bool, typer.Option("--paid-now", help="The salary given is today's pay.", rich_help_panel=PAY)]
Point = Annotated[
    list[str] | None,
    typer.Option(
        "--point",
        metavar="POINT",
        help="A pay point of the offer's scale: M6 for all, or wales=U3. "
        'Where areas have scales of their own, with the area: "M6 inner London".',
        autocompletion=_points,
        rich_help_panel=PAY,
    ),
]
Scale = Annotated[
    list[str] | None,
    typer.Option(
        "--scale",
        metavar="NAME|FILE",
        help="The pay scale: one that payoffer list scales shows, or a file with point,annual_gbp on its first line. "
        "Left out: the offer's own.",
        autocompletion=_scales,
        rich_help_panel=PAY,
    ),
]
Fte = Annotated[
    str | None,
    typer.Option(
        "--fte", metavar="SHARE", help="The part of full-time hours worked: 0.6, or 60%.", rich_help_panel=PAY
    ),
]
Week = Annotated[
    str | None,
    typer.Option(
        "--week",
        metavar="HOURS",
        help="Your own full-time hours a week, where the offer's sums go by hours.",
        rich_help_panel=PAY,
    ),
]
Inflation = Annotated[
    list[str] | None,
    typer.Option(
        "--inflation",
        "-i",
        metavar="RATE",
        help="How much prices rise in the twelve months before each rise: 10.1, a list 10.1,4,2, a series (cpi, cpih, "
        "rpi, awe), or FILE.csv with month,index. May be repeated: side by side.",
        autocompletion=series_names,
        rich_help_panel=PRICES,
    ),
]
Clock = Annotated[
    str | None,
    typer.Option(
        "--prices",
        metavar="before|during",
        help="Prices up to the start of each pay year (the default), or during the deal, for percentages only.",
        autocompletion=among("before", "during"),
        rich_help_panel=PRICES,
    ),
]
Forecast = Annotated[
    list[str] | None,
    typer.Option(
        "--forecast",
        metavar="RATES",
        help="What prices do after a series ends: 3, or 3,2 for each twelve months, or a forecast's name: obr, boe, "
        "boe-2023-02.",
        rich_help_panel=PRICES,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="MONTH",
        help="Use only figures published by the end of this month: 2023-02.",
        rich_help_panel=PRICES,
    ),
]
Index = Annotated[
    list[str] | None,
    typer.Option(
        "--index",
        metavar="NAME=RATE",
        help="The rate of an index that an offer follows, in place of the one held here: rpi=4.1, or of one month: "
        "rpi@2026-05=4.1.",
        rich_help_panel=PRICES,
    ),
]
Next = Annotated[
    list[str] | None,
    typer.Option(
        "--next",
        metavar="RISE",
        help="The rise assumed each twelve months after an offer has run out: 3, wales=3.5, wales=proposed.",
        rich_help_panel=PRICES,
    ),
]
Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="OFFER",
        help="The offer to be set against: the one refused, the union's claim, the award that comes anyway.",
        autocompletion=offer_names,
        rich_help_panel=ROWS,
    ),
]
Conditional = Annotated[
    bool,
    typer.Option("--conditional", help="Count the parts of an offer that hang on a condition.", rich_help_panel=PRICES),
]
Months = Annotated[
    str | None,
    typer.Option("--months", metavar="N", help="How many months to count, from 1 to 120.", rich_help_panel=TIME),
]
Align = Annotated[
    str | None,
    typer.Option(
        "--align",
        metavar="years|dates",
        help="Count each offer from its own start, or all from one date.",
        autocompletion=among("years", "dates"),
        rich_help_panel=TIME,
    ),
]
Working = Annotated[bool, typer.Option("--working", help="Show the arithmetic of every figure.", rich_help_panel=ROWS)]
Monthly = Annotated[
    bool,
    typer.Option("--monthly", help="Show pay month by month, back pay when it comes.", rich_help_panel=ROWS),
]
Format = Annotated[str | None, in_form("table (the default), message, markdown, csv or json.", FORMATS)]
Output = Annotated[str | None, to_file("Write a file instead: .txt, .md, .csv or .json.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the output file if it is there.", rich_help_panel=OUTPUT)]
