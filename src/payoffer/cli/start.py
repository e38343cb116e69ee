"""What a bare ``payoffer`` says, and what it makes of words that are no command."""

from difflib import get_close_matches

from payoffer.errors import UsageProblem

START = """\
payoffer: what is this pay offer really worth?
It puts whole offers side by side, in cash and in real terms, with every figure explained.

Three commands that work as they stand:
  payoffer compare wales scotland --inflation 10.1    two offers, and which adds more
  payoffer show wales                                 what exactly is offered
  payoffer list                                       the offers that are here

Your own offer: write it in a file (payoffer show wales shows what goes in), then
  payoffer check myoffer.toml                         is the file right?
  payoffer compare myoffer.toml wales                 what is it worth?
All commands: payoffer --help. It works offline and keeps nothing of what you type.
"""


def no_command(words: list[str], commands: list[str]) -> UsageProblem:
    """Return what to say where the first word is no command: offers want ``compare``, a near miss its name."""
    from payoffer.library import is_offer

    first = words[0]
    shown = first if len(first) <= 40 else f"{first[:37]}..."  # noqa: PLR2004
    if is_offer(first):
        offers = " ".join(_quoted(word) for word in words)
        return UsageProblem(f"{shown} is an offer, not a command: did you mean: payoffer compare {offers}")
    near = get_close_matches(first.casefold(), commands, 1, 0.6)
    if near:
        rest = " ".join(_quoted(word) for word in (near[0], *words[1:]))
        return UsageProblem(f'there is no command "{shown}": did you mean: payoffer {rest}')
    return UsageProblem(f'there is no command "{shown}": payoffer --help shows them all')


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word
