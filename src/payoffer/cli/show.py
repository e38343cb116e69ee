"""``payoffer show``: what exactly is offered, and is the headline true?"""

from typing import TYPE_CHECKING, Annotated

import typer

from payoffer.cli import options

if TYPE_CHECKING:
    from payoffer.asked import Named
    from payoffer.cli.question import Asked

FORMATS = ("table", "markdown", "json", "toml")


def show_command(
    ctx: typer.Context,
    offer: Annotated[
        str,
        typer.Argument(
            metavar="OFFER",
            help='An offer, by its name or its file, or in short: "6%, 5.5%".',
            autocompletion=options.offer_names,
        ),
    ],
    *,
    headline: Annotated[
        str | None,
        typer.Option("--headline", metavar="N", help="What it was said to be worth: 8, or 8%. Which sum gives that?"),
    ] = None,
    salary: options.Salary = None,
    paid_now: options.PaidNow = False,
    point: options.Point = None,
    week: options.Week = None,
    index: options.Index = None,
    conditional: options.Conditional = False,
    format_: Annotated[
        str | None, options.in_form("table (the default), markdown, json, or toml: an offer file to edit.", FORMATS)
    ] = None,
    output: Annotated[str | None, options.to_file("Write a file instead: .txt, .md, .json or .toml.")] = None,
    force: options.Force = False,
) -> None:
    """Tell one offer in plain words: what stays in pay, what is paid once, what is not said, and its sources.

    Examples:
      payoffer show wales
      payoffer show scotland-2023-03 --headline 14.6 --salary 42000

    """
    from payoffer import inputs
    from payoffer.cli.again import command_line
    from payoffer.cli.output import emit, form, screen
    from payoffer.cli.prices_asked import tell
    from payoffer.cli.question import Asked, find, question
    from payoffer.compare import compare
    from payoffer.errors import NotValued
    from payoffer.library import points_before
    from payoffer.report.show import Asking, Shown, written

    kind = form(format_, output, FORMATS)
    figure = inputs.headline(headline) if headline is not None else None
    asked_for = Asked(salary, paid_now=paid_now, point=point, week=week, indices=index, conditional=conditional)
    named = find([offer])
    if kind == "toml":
        _refuse_pay(asked_for, headline)
        emit(_file(named[0]), output, kind, force=force)
        return
    asking = question(named, asked_for)
    follows = f"{offer}=proposed" if offer == named[0].id else "proposed"
    counting = command_line(["payoffer", "compare", offer, "--next", follows])
    asked = Asking(asking.question, figure, asking.illustration, asking.salary_working, counting, ctx.find_root().obj)
    try:
        shown = Shown(named[0], compare(named, asking.question, points_before), asked)
    except NotValued as reason:
        shown = Shown(named[0], reason, asked)
    tell(asking.prices.passed_over)
    emit(written(shown, kind, screen(output)), output, kind, force=force)


def _refuse_pay(asked: "Asked", headline: str | None) -> None:
    """Refuse what has nothing to act on where the offer itself is written."""
    from payoffer.errors import UsageProblem

    given = {"--headline": headline, "--salary": asked.salary, "--paid-now": asked.paid_now, "--point": asked.point}
    given |= {"--week": asked.week, "--index": asked.indices, "--conditional": asked.conditional}
    for option, value in given.items():
        if value:
            raise UsageProblem(f"--format toml writes the offer as a file, whoever's pay it is: leave {option} out")


def _file(named: "Named") -> str:
    """Return the offer as the text of an offer file, which says where it comes from."""
    from payoffer.offer_toml import offer_toml

    typed = named.kind_of_file == "shorthand"
    source = f"Written from {named.file}{'' if typed else ', without the remarks that stand in it'}."
    return offer_toml(named.offer, [source])
