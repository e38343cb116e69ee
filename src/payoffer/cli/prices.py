"""``payoffer prices``: which indices, how fresh?"""

from typing import Annotated

import typer

from payoffer.cli import options
from payoffer.errors import UsageProblem

ACTIONS = ("show", "import", "forget")
FORMATS = ("table", "csv", "json")


def prices_command(
    ctx: typer.Context,
    action: Annotated[
        str | None,
        typer.Argument(
            metavar="[show|import|forget]", help="show a series, import a downloaded file, or forget what was imported."
        ),
    ] = None,
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="[SERIES|FILE]",
            help="A series (cpi, cpih, rpi, awe), or the file to import.",
            autocompletion=options.series_names,
        ),
    ] = None,
    *,
    from_: Annotated[str | None, options.in_month("--from", "The first month to show: 2010-09.")] = None,
    to: Annotated[str | None, options.in_month("--to", "The last month to show: 2022-09.")] = None,
    format_: Annotated[str | None, options.in_form("table (the default), csv or json.", FORMATS)] = None,
    output: Annotated[str | None, options.to_file("Write a file instead: .txt, .csv or .json.")] = None,
    force: options.Force = False,
) -> None:
    """Say which price series are here and how fresh they are; show one, take in newer months, or take them out again.

    Examples:
      payoffer prices
      payoffer prices show rpi --from 2010-09 --to 2022-09

    """
    from payoffer.cli import price_actions as actions
    from payoffer.cli.output import emit, form, screen
    from payoffer.typed import shown

    wanted = (action or "").casefold()
    if action is not None and wanted not in ACTIONS:
        raise UsageProblem(f"payoffer prices does not know {shown(action)}: write {', '.join(ACTIONS)}, or nothing")
    if wanted and target is None:
        what = "the file that was downloaded" if wanted == "import" else "a series, such as rpi"
        raise UsageProblem(f"payoffer prices {wanted} needs {what} after it")
    if wanted != "show" and (from_ or to):
        raise UsageProblem("--from and --to choose the months to show: write payoffer prices show rpi --from 2010-09")
    if wanted in {"import", "forget"} and (format_ or output or force):
        raise UsageProblem(f"payoffer prices {wanted} has no other form: leave --format, --output and --force out")
    kind = form(format_, output, FORMATS)
    medium = screen(output)
    command: str = ctx.find_root().obj
    if wanted == "import":
        text = actions.take_in(target or "", medium)
    elif wanted == "forget":
        text = actions.forget(target or "", medium)
    elif wanted == "show":
        text = actions.show(target or "", from_, to, kind, medium, command)
    else:
        text = actions.overview(kind, medium, command)
    emit(text, output, kind, force=force)
