"""What deductions turn on beside pay: where somebody lives, their student loans, pension and National Insurance letter.

Each is read from what people type; nothing is guessed.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from difflib import get_close_matches
from typing import NamedTuple, NoReturn

from payoffer import inputs
from payoffer.money import plain
from payoffer.takehome.schemes import SCHEMES
from payoffer.takehome.tables import Region
from payoffer.typed import refuse, trimmed

NATIONS: dict[str, Region] = {"England": "ruk", "Wales": "ruk", "Northern Ireland": "ruk", "Scotland": "scotland"}
"""The nations and whose income tax they have: Welsh rates have equalled the English ones in every year known."""
PLANS = ("1", "2", "4", "5", "postgraduate")
POSTGRADUATE = "postgraduate"
NONE = "none"
CATEGORIES = ("A", "D")
MOST_PERCENT = 50
"""The largest contribution taken, in percent of pay: with every other deduction something is left."""

_NATIONS = {name.casefold(): name for name in NATIONS} | {"ni": "Northern Ireland", "n ireland": "Northern Ireland"}
_PLANS = {"pg": POSTGRADUATE, "postgrad": POSTGRADUATE} | {plan: plan for plan in PLANS}
_SCHEMES = {"civil service": "alpha", "civil service alpha": "alpha"} | {
    name.replace("-", " "): name for name in SCHEMES
}


class Pension(NamedTuple):
    """What is paid into a pension: by the table of a scheme, at one rate (a fraction of pay), or nothing."""

    scheme: str | None = None
    rate: Decimal = Decimal(0)

    @property
    def typed(self) -> str:
        """How it is written as an option."""
        return self.scheme or (f"{plain(self.rate * 100)}%" if self.rate else NONE)


class Circumstances(NamedTuple):
    """Nation, student loan plans in the order of ``PLANS``, pension, and the category letter if one was given."""

    nation: str = "England"
    loans: tuple[str, ...] = ()
    pension: Pension = Pension()
    category: str | None = None


def nation(text: str, what: str = "--nation") -> str:
    """Read a nation, in any case: ``Scotland``, ``northern-ireland``, ``ni``.

    Raises:
        UsageProblem: no nation with an income tax of its own to name.

    """
    found = _NATIONS.get(_words(trimmed(text, what=what, example="England")))
    if found is None:
        refuse(what, text, f"is not known: write {', '.join(list(NATIONS)[:-1])} or {list(NATIONS)[-1]}")
    return found


def loans(texts: Iterable[str], what: str = "--student-loan") -> tuple[str, ...]:
    """Read student loan plans: ``4``, ``Plan 2``, ``postgraduate``, several parted by commas or spaces, ``none``.

    Raises:
        UsageProblem: not a plan.

    """
    found: set[str] = set()
    for text in texts:
        said = re.sub(r"\bplan *", "", _words(trimmed(text, what=what, example="2")))
        for part in re.split("[,;+& ]+", said):
            if part not in _PLANS and part != NONE:
                refuse(what, text, f"is not a plan: write {', '.join(PLANS[:-1])} or {PLANS[-1]}")
            found |= {_PLANS[part]} if part in _PLANS else set()
    return tuple(plan for plan in PLANS if plan in found)


def pension(text: str, what: str = "--pension") -> Pension:
    """Read a pension: the name of a scheme, a percentage of pay (``9.6%``) or ``none``.

    Raises:
        UsageProblem: neither, or a percentage that nobody pays.

    """
    example = "tps, 9.6% or none"
    said = _words(trimmed(text, what=what, example=example))
    if said == NONE:
        return Pension()
    if said in _SCHEMES:
        return Pension(_SCHEMES[said])
    if not re.search("[0-9]", said):
        _refuse_scheme(text, said, what)
    percent = inputs.rate(text, what=what)
    if not 0 <= percent <= MOST_PERCENT:
        refuse(what, text, f"is not a contribution from 0% to {MOST_PERCENT}%: write it as 9.6%")
    return Pension(rate=percent.scaleb(-2))


def _refuse_scheme(text: str, said: str, what: str) -> NoReturn:
    """Say which scheme may have been meant."""
    several = [name for name in SCHEMES if said and name.startswith(f"{said}-")]
    if several:
        refuse(what, text, f"could be {' or '.join(several)}: write one of them")
    near = get_close_matches(said.replace(" ", "-"), SCHEMES, 1)
    meant = f"did you mean {near[0]}? " if near else ""
    refuse(
        what, text, f"is not known: {meant}write {', '.join(SCHEMES)}, {NONE}, or the rate on a payslip such as 9.6%"
    )


def category(text: str, what: str = "--category") -> str:
    """Read a National Insurance category letter: A, or D for members of public-service schemes before April 2016.

    Raises:
        UsageProblem: another letter.

    """
    letter = trimmed(text, what=what, example="A").upper()
    if letter not in CATEGORIES:
        refuse(what, text, "is not a category known here: write A, or D (contracted out, to April 2016)")
    return letter


def _words(text: str) -> str:
    return " ".join(re.split(r"[\s_-]+", text.casefold())).strip()
