"""The options that commands share: how each is spelled and explained, in the order pay, prices, time, rows, output."""

from typing import Annotated

import typer

PAY, PRICES, TIME, OUTPUT = "Pay", "Prices", "Time", "Output"

Salary = Annotated[
    str | None,
    typer.Option(
        "--salary",
        "-s",
        metavar="PAY",
        help="Full-time basic pay before the first award counted: 40000, 40k, 2150/month, 12.40/hour. "
        "Left out: 40,000 pounds, as an illustration.",
    ),
]
PaidNow = Annotated[bool, typer.Option("--paid-now", help="The salary given is today's pay.")]
Point = Annotated[
    list[str] | None,
    typer.Option("--point", metavar="POINT", help="A pay point of the offer's scale: M6 for all, or wales=U3."),
]
Fte = Annotated[
    str | None,
    typer.Option("--fte", metavar="SHARE", help="The part of full-time hours worked: 0.6, or 60%."),
]
Week = Annotated[
    str | None,
    typer.Option(
        "--week", metavar="HOURS", help="Your own full-time hours a week, where the offer's sums go by hours."
    ),
]
Inflation = Annotated[
    list[str] | None,
    typer.Option(
        "--inflation",
        "-i",
        metavar="RATE",
        help="How much prices rise in the twelve months before each rise: 10.1, or a list 10.1,4,2. "
        "May be repeated: side by side.",
    ),
]
Index = Annotated[
    list[str] | None,
    typer.Option("--index", metavar="NAME=RATE", help="The published rate of an index that an offer follows: rpi=4.1."),
]
Next = Annotated[
    list[str] | None,
    typer.Option(
        "--next",
        metavar="RISE",
        help="The rise assumed each twelve months after an offer has run out: 3, wales=3.5, wales=proposed.",
    ),
]
Conditional = Annotated[
    bool, typer.Option("--conditional", help="Count the parts of an offer that hang on a condition.")
]
Months = Annotated[str | None, typer.Option("--months", metavar="N", help="How many months to count, from 1 to 120.")]
Align = Annotated[
    str | None,
    typer.Option("--align", metavar="years|dates", help="Count each offer from its own start, or all from one date."),
]
Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="KIND", help="table (the default), message, markdown, csv or json."),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write a file instead: .txt, .md, .csv or .json."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the output file if it is there.")]
