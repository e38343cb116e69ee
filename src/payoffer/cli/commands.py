"""The commands of the program: the name of each, what it runs, and the question it answers."""

from collections.abc import Callable
from typing import Any, NamedTuple

from payoffer.cli.check import check_command
from payoffer.cli.compare import compare_command
from payoffer.cli.list import list_command
from payoffer.cli.needed import needed_command
from payoffer.cli.new import new_command
from payoffer.cli.payback import payback_command
from payoffer.cli.points import points_command
from payoffer.cli.prices import prices_command
from payoffer.cli.read import read_command
from payoffer.cli.restore import restore_command
from payoffer.cli.show import show_command
from payoffer.cli.takehome import takehome_command


class Command(NamedTuple):
    """What a command runs, and the question it answers."""

    run: Callable[..., Any]
    answers: str


COMMANDS = {
    "compare": Command(compare_command, "What is each offer worth, side by side?"),
    "show": Command(show_command, "What exactly is offered, and is the headline true?"),
    "points": Command(points_command, "What does it do to every pay point?"),
    "needed": Command(needed_command, "What next award would keep up, be level, or meet a claim?"),
    "payback": Command(payback_command, "What did the strike days cost, when are they paid back?"),
    "takehome": Command(takehome_command, "What is it in my pocket?"),
    "restore": Command(restore_command, "What has pay lost since then?"),
    "list": Command(list_command, "What is here?"),
    "prices": Command(prices_command, "Which price indices, how fresh?"),
    "read": Command(read_command, "What does this text offer?"),
    "new": Command(new_command, "Make an offer file by answering questions, or copy one."),
    "check": Command(check_command, "Is this offer file right?"),
}
