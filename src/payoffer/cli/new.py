"""``payoffer new``: make an offer file by answering questions, or copy one."""

from typing import TYPE_CHECKING, Annotated

import typer

from payoffer.cli import options

if TYPE_CHECKING:
    from payoffer.offer import Offer


def new_command(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The name of the file to make, without .toml: my-council.")
    ] = None,
    *,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="OFFER", help="An offer to copy and change.", autocompletion=options.offer_names
        ),
    ] = None,
) -> None:
    """Make an offer file by answering questions, one at a time; from a pipe, the answers are lines.

    b goes back a question. Ctrl-C leaves: nothing is written until you say so at the end.

    Examples:
      payoffer new my-council
      payoffer new my-claim --from wales

    """
    from payoffer.cli.again import command_line
    from payoffer.cli.conversation import LEFT, converse, file_of
    from payoffer.cli.interview import Interview
    from payoffer.cli.offer_questions import about
    from payoffer.cli.output import emit, refuse_taken, save, screen
    from payoffer.library import load
    from payoffer.offer_toml import offer_toml

    if name is not None:
        refuse_taken(file_of(name))
    base = load(from_) if from_ is not None else None
    interview = Interview(lambda: about(base.offer if base else None))
    made = converse(interview, name, _summary, screen())
    if made is None:
        emit(f"{LEFT}\n", None)
        return
    copied = f" as a copy of {base.id}" if base else ""
    header = [f"Made with payoffer new{copied}. After a change: {command_line(['payoffer', 'check', made.file])}"]
    save(offer_toml(made.offer, header), made.file)
    emit(f"Written: {made.file}\nWhat it is worth: {command_line(['payoffer', 'compare', made.file])}\n", None)


def _summary(offer: "Offer", file: str) -> str:
    """Return the offer in plain words, as ``payoffer show`` tells it."""
    from payoffer.asked import Named, Pay, Question
    from payoffer.cli.output import screen
    from payoffer.cli.question import ILLUSTRATION
    from payoffer.compare import compare
    from payoffer.errors import NotValued
    from payoffer.library import points_before
    from payoffer.report.prose import text
    from payoffer.report.show import Asking, Shown

    named = Named(file, offer, file, "local")
    asked = Asking(Question(Pay(ILLUSTRATION)), None, illustration=True, salary_working=None, counting="", command="")
    try:
        shown = Shown(named, compare((named,), asked.question, points_before), asked)
    except NotValued as reason:
        shown = Shown(named, reason, asked)
    return text(shown.prose()._replace(ending=()), screen())
