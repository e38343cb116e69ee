"""What a bare ``payoffer`` says, and what it makes of words that are no command."""

from difflib import get_close_matches

from payoffer.cli.again import command_line
from payoffer.errors import UsageProblem
from payoffer.report.medium import Medium
from payoffer.typed import quoted

TITLE = (
    "payoffer: what is this pay offer really worth?",
    "It puts whole offers side by side, in cash and in real terms.",
)
FIRST = "Three commands that work as they stand:"
COMMANDS = (
    ("payoffer compare wales scotland --inflation 10.1", "which adds more?"),
    ("payoffer points scotland", "what does each point get?"),
    ("payoffer list", "which offers are here?"),
)
OWN = "Your own offer: in quotes, or in a file that payoffer makes by asking:"
OWN_COMMANDS = (
    ('payoffer compare "6%, 5.5%" wales', "what is it worth?"),
    ("payoffer new", "make an offer file"),
)
REST = "All commands: payoffer --help. It works offline and keeps nothing you type."
COLUMN = 52


def start(medium: Medium) -> str:
    """Return the start screen: twelve lines on a screen of 80 columns."""
    lines = [line for title in TITLE for line in medium.wrap(title)]
    lines += ["", *medium.wrap(FIRST), *_commands(COMMANDS, medium)]
    lines += ["", *medium.wrap(OWN), *_commands(OWN_COMMANDS, medium)]
    lines += medium.wrap(REST)
    return "\n".join(lines) + "\n"


def _commands(commands: tuple[tuple[str, str], ...], medium: Medium) -> list[str]:
    beside = medium.width >= COLUMN + max(len(answers) for _, answers in COMMANDS + OWN_COMMANDS)
    lines: list[str] = []
    for command, answers in commands:
        if beside:
            lines.append(f"  {command}".ljust(COLUMN) + answers)
        else:
            lines += [*medium.wrap(command, "  ", "      "), *medium.wrap(answers, "    ")]
    return lines


def no_command(words: list[str], commands: list[str]) -> UsageProblem:
    """Return what to say where the first word is no command: offers want ``compare``, a near miss its name."""
    from payoffer.library import is_offer, near_offers

    first, rest = words[0], words[1:]
    said = quoted(first)
    if is_offer(first):
        return _did_you_mean(f"{said} is an offer, not a command", "compare", *words)
    near = get_close_matches(first.casefold(), commands, 1, 0.6)
    if near:
        return _did_you_mean(f"there is no command {said}", *near, *rest)
    offers = near_offers(first)[:1]
    if offers:
        return _did_you_mean(f"there is no command {said}, and no offer", "compare", *offers, *rest)
    return UsageProblem(f"there is no command {said}: payoffer --help shows them all")


def _did_you_mean(what: str, *words: str) -> UsageProblem:
    return UsageProblem(f"{what}: did you mean: {command_line(['payoffer', *words])}")
