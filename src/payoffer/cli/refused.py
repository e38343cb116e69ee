"""What the command-line parser refuses, as one sentence with the remedy."""

from typing import Any

import typer
from typer.exceptions import TyperException

from payoffer.cli.manual import examples
from payoffer.errors import ShorthandProblem
from payoffer.report.medium import Medium
from payoffer.typed import shown

POINTED = 60
"""How much of a long offer is shown about the place that is wrong."""


def sentence(error: TyperException, words: list[str], group: Any) -> str:  # noqa: ANN401
    """Return what the parser found wrong with ``words``: what, where and what to do."""
    name = next((word for word in words[:1] if word in group.commands), None)
    told = " ".join(filter(None, ("payoffer", name)))
    see = f"{told} --help shows what there is"
    if isinstance(error, typer.BadParameter):
        return f"nothing is named after {told}: write for example {examples(group.commands[name].help)[0]}"
    option = getattr(error, "option_name", None)
    said = error.format_message().rstrip(".")
    if option is None:
        return f"{told} takes no more words: leave out {shown(said.partition('s) (')[2].removesuffix(')'))}"
    if said.endswith("does not take a value"):
        return f"{option} takes no value: leave out what follows the ="
    if said.endswith("requires an argument"):
        return f"{option} needs a value after it: {told} --help shows which"
    return _no_option(option, getattr(error, "possibilities", None), name, group, see)


def pointed(problem: ShorthandProblem, medium: Medium) -> list[str]:
    """Return the offer as it was typed, or the part of it about the place that is wrong, and a caret under that."""
    start = max(problem.place - POINTED // 2, 0) if len(problem.typed) > POINTED else 0
    typed = "".join(letter if letter.isprintable() else " " for letter in problem.typed[start : start + POINTED])
    before, after = ("..." if start else ""), ("..." if start + POINTED < len(problem.typed) else "")
    place = len(medium.safe(before + typed[: problem.place - start]))
    return [f"  {medium.safe(before + typed + after)}".rstrip(), f"  {' ' * place}^"]


def _no_option(option: str, near: list[str] | None, name: str | None, group: Any, see: str) -> str:  # noqa: ANN401
    having = [f"payoffer {other}" for other, command in group.commands.items() if _has(command, option)]
    if name is not None and having:
        *others, last = having
        those = f"{', '.join(others)} and {last} take" if others else f"{last} takes"
        return f"payoffer {name} takes no {option}: {those} it"
    if option[1:2].isdigit():
        return f'there is no option {shown(option)}: for a cut in pay write the word, in quotes, as in "minus 2%"'
    if near:
        return f"there is no option {shown(option)}: did you mean {' or '.join(sorted(near))}?"
    if name is None:
        for command in group.commands.values():
            if _has(command, option):
                example = examples(command.help)[0]
                return f"{option} comes after a command: write it as in {example}"
    return f"there is no option {shown(option)}: {see}"


def _has(command: Any, option: str) -> bool:  # noqa: ANN401
    return any(option in param.opts for param in command.params)
