"""New months set beside those already held: they have to agree before anything is added.

On one base every month in common has to be the same (within 0.1 for the CPIH, which may be revised). On another base
one constant ratio has to carry the one into the other within rounding and revision, and every month that is held has to
be there: then the new base holds, with figures that its publisher printed on it and no others. No month that is held is
ever lost.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from payoffer.errors import FileProblem
from payoffer.periods import month_name
from payoffer.series import Level, Series
from payoffer.stored_series import Stored

REVISED_BY = {"cpih": Decimal("0.1")}
LEAST_IN_COMMON = 12
ROUNDED_BY = Fraction(1, 20)
"""Indices are published to one decimal: each is known to 0.05 either way."""
MOST_IN_A_MONTH = Fraction(1, 20)
"""A month in which prices move by more is taken for a slip: in the bundled months it is 3.5% at most."""
MOST_NAMED = 4


class Joined(NamedTuple):
    """The months together: on which base, how many agree, which are new, and which differ from those held."""

    levels: Mapping[date, Level]
    base: str
    agreeing: int
    new: tuple[date, ...]
    revised: tuple[date, ...] = ()


def join(held: Series, base: str, levels: Mapping[date, Decimal], file: str) -> Joined:
    """Return the months held with new ones, neither with gaps; raises ``FileProblem`` where they do not go together."""
    common = sorted(set(held.levels) & set(levels))
    if len(common) < LEAST_IN_COMMON:
        raise FileProblem(
            f"{file} runs from {month_name(min(levels))} to {month_name(max(levels))} and has {len(common)} months in "
            f"common with those held here, to {month_name(held.last)}, too few to check it by: download the full "
            "series"
        )
    revised: tuple[date, ...] = ()
    if base == held.provenance.base:
        revised = _revised(held, levels, common, file)
    else:
        _rebased(held, levels, base, file)
    together = dict(sorted({**held.levels, **levels}.items()))
    _no_jump(together, file)
    new = tuple(month for month in sorted(levels) if month not in held.levels)
    return Joined(together, base, len(common) - len(revised), new, revised)


def joined_with(bundled: Series, own: Stored) -> Series:
    """Return the bundled series with the months a user has imported.

    Raises ``FileProblem`` where they are of another series, or disagree.
    """
    if (own.facts.name, own.facts.code) != (bundled.name, bundled.provenance.code):
        raise FileProblem(
            f"{own.file} holds {own.facts.code or own.facts.name}, another series than the {bundled.label}"
        )
    found = join(bundled, own.facts.base, own.levels, own.file)
    told = own.provenance(bundled.provenance)
    return bundled._replace(levels=found.levels, provenance=told)


def _revised(held: Series, levels: Mapping[date, Decimal], common: list[date], file: str) -> tuple[date, ...]:
    """Return the months that differ by no more than they may; raises ``FileProblem`` where one differs by more."""
    within = REVISED_BY.get(held.name, Decimal(0))
    apart = {month: abs(Decimal(str(held.levels[month])) - levels[month]) for month in common}
    differ = [month for month in common if apart[month] > within]
    if differ:
        named = [f"{month_name(month)} ({levels[month]}, here {held.levels[month]})" for month in differ[:MOST_NAMED]]
        more = f" and {len(differ) - MOST_NAMED} more" if len(differ) > MOST_NAMED else ""
        raise FileProblem(
            f"{file} does not agree with the months held here, from {held.provenance.file}: {', '.join(named)}{more}: "
            "nothing was taken from it"
        )
    return tuple(month for month in common if apart[month])


def _rebased(held: Series, levels: Mapping[date, Decimal], base: str, file: str) -> None:
    """Raise ``FileProblem`` where months on another base are not those held, times one ratio, and all of them."""
    old = f"the months held here on {held.provenance.base}"
    if not set(held.levels) <= set(levels):
        raise FileProblem(
            f"{file} is on a new base, {base}, and runs from {month_name(min(levels))} to {month_name(max(levels))}, "
            f"while {old} are those from {month_name(held.first)} to {month_name(held.last)}: all of them are needed "
            "on the new base, so download the full series as it is now"
        )
    known = ROUNDED_BY + Fraction(REVISED_BY.get(held.name, Decimal(0)))
    least = max((Fraction(levels[m]) - ROUNDED_BY) / (Fraction(level) + known) for m, level in held.levels.items())
    most = min((Fraction(levels[m]) + ROUNDED_BY) / (Fraction(level) - known) for m, level in held.levels.items())
    if least > most:
        raise FileProblem(
            f"{file} is on the base {base} and {old}, but no one ratio carries the one into the other: nothing was "
            "taken from it"
        )


def _no_jump(levels: Mapping[date, Level], file: str) -> None:
    """Raise ``FileProblem`` where one month is too far from the next, new or held."""
    for (_, before), (month, level) in pairwise(levels.items()):
        if abs(Fraction(level) / Fraction(before) - 1) > MOST_IN_A_MONTH:
            raise FileProblem(
                f"{file}: {month_name(month)} is {level} after {before}, which is no month's change of prices: "
                "check the file"
            )
