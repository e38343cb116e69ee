"""``payoffer list``: what is here?"""

import sys
from typing import Annotated

import typer

from payoffer.errors import UsageProblem

WHAT = ("offers", "scales", "series", "schemes")
FORMATS = ("table", "json", "csv")


def list_command(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="[offers|scales|series|schemes]", help="What to list.")] = "offers",
    *,
    nation: Annotated[str | None, typer.Option("--nation", metavar="NATION", help="Only offers of a nation.")] = None,
    group: Annotated[
        str | None, typer.Option("--group", metavar="GROUP", help="Only offers to a group, such as teachers-wales.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status", metavar="STATUS", help="Only offers offered, accepted, rejected, imposed or superseded."
        ),
    ] = None,
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="YEAR", help="Only offers made in a year, or with a rise or one-off in it."),
    ] = None,
    format_: Annotated[
        str | None, typer.Option("--format", "-f", metavar="KIND", help="table (the default), json or csv.")
    ] = None,
) -> None:
    """List the offers that a name can mean, your own (+) and those in this folder (*) among them.

    Examples:
      payoffer list
      payoffer list --nation wales --status accepted

    """
    from payoffer.cli.output import emit, form, hint, screen
    from payoffer.report import listing
    from payoffer.report.medium import Medium
    from payoffer.report.prose import one_line
    from payoffer.shelf import Scale, heads, scales
    from payoffer.typed import shown

    kind = form(format_, None, FORMATS)
    wanted = what.casefold()
    if wanted == "series":
        from payoffer.cli.price_actions import overview

        emit(overview(kind, screen(), ctx.find_root().obj), None)
        return
    filters = listing.Filters(nation, group, status, _year(year))
    damaged: list[str] = []
    if wanted == "offers":
        found, damaged = heads()
        listed = listing.offers(found, filters)
    elif wanted not in WHAT:
        raise UsageProblem(f"there is no list of {shown(what)}: write one of {', '.join(WHAT)}")
    elif filters.given():
        raise UsageProblem(f"--{next(iter(filters.given()))} chooses offers: leave it out, or list offers")
    elif wanted == "schemes":
        from payoffer.takehome.files import schemes
        from payoffer.takehome.schemes import KnownScheme

        listed = listing.Listed(KnownScheme, schemes(), "")
    else:
        listed = listing.Listed(Scale, scales(), "")
    medium = screen()
    emit(listing.written(listed, kind, medium), None)
    said = [f"passed over: {problem}" for problem in damaged]
    if listed.nothing and kind != "table":
        said.append(listed.nothing)
    for line in said:
        sys.stderr.write(Medium(encoding=sys.stderr.encoding or "utf-8").safe(one_line(line)) + "\n")
    if wanted == "offers" and len(listed.items) > 1 and kind == "table":
        one, other = (item.name for item in listed.items[:2])
        hint(f"One: payoffer show {one}   Side by side: payoffer compare {one} {other}")


def _year(text: str | None) -> int | None:
    from payoffer.typed import shown

    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) == len("2023")):
        raise UsageProblem(f"--year {shown(text)} is not a year: write it as 2023")
    return int(text)
