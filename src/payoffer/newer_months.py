"""New months set beside those already held: they have to agree before anything is added.

On one base every month in common has to be the same (within 0.1 for the CPIH, which may be revised). On another base
one constant ratio has to carry the one into the other within rounding and revision; then the new base holds, and
months that only the old one has are carried over by that ratio, until a file brings them as published. No month that is
held is ever lost.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from payoffer.errors import FileProblem
from payoffer.money import decimals
from payoffer.periods import month_name
from payoffer.series import Level, Series
from payoffer.stored_series import Stored

REVISED_BY = {"cpih": Decimal("0.1")}
LEAST_IN_COMMON = 12
ROUNDED_BY = Fraction(1, 20)
"""Indices are published to one decimal: each is known to 0.05 either way."""
MOST_IN_A_MONTH = Fraction(1, 20)
"""A month in which prices move by more is taken for a slip: in the bundled months it is 3.5% at most."""
CARRIED_PLACES = 4
CARRIED_WITHIN = Decimal("0.15")
"""How far a month carried over may be from itself as published: both roundings, and the ratio's own error."""
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
    old: Mapping[date, Level] = held.levels
    revised: tuple[date, ...] = ()
    if base == held.provenance.base:
        revised = _revised(held, levels, common, file)
    else:
        old = _carried(held, levels, common, base, file)
    together = dict(sorted({**old, **levels}.items()))
    _no_jump(together, file)
    new = tuple(month for month in sorted(levels) if month not in held.levels)
    return Joined(together, base, len(common) - len(revised), new, revised)


def joined_with(bundled: Series, own: Stored) -> Series:
    """Return the bundled series with the months a user has imported.

    Raises ``FileProblem`` where they are of another series, or disagree.
    """
    if (own.name, own.code) != (bundled.name, bundled.provenance.code):
        raise FileProblem(f"{own.file} holds {own.code or own.name}, another series than the {bundled.label}")
    found = join(bundled, own.base, own.levels, own.file)
    told = own.provenance(bundled.provenance)
    return bundled._replace(levels=found.levels, provenance=told)


def _revised(held: Series, levels: Mapping[date, Decimal], common: list[date], file: str) -> tuple[date, ...]:
    """Return the months that differ by no more than they may; raises ``FileProblem`` where one differs by more."""
    apart = {month: abs(Decimal(str(held.levels[month])) - levels[month]) for month in common}
    differ = [month for month in common if apart[month] > _within(held, month)]
    if differ:
        named = [f"{month_name(month)} ({levels[month]}, here {held.levels[month]})" for month in differ[:MOST_NAMED]]
        more = f" and {len(differ) - MOST_NAMED} more" if len(differ) > MOST_NAMED else ""
        raise FileProblem(
            f"{file} does not agree with the months held here, from {held.provenance.file}: {', '.join(named)}{more}: "
            "nothing was taken from it"
        )
    return tuple(month for month in common if apart[month])


def _within(held: Series, month: date) -> Decimal:
    """Return by how much a month may differ: a series that is revised by a little, one carried over by its rounding."""
    carried = len(str(held.levels[month]).partition(".")[2]) >= CARRIED_PLACES
    return CARRIED_WITHIN if carried else REVISED_BY.get(held.name, Decimal(0))


def _carried(
    held: Series, levels: Mapping[date, Decimal], common: list[date], base: str, file: str
) -> dict[date, Decimal]:
    """Return the held months on the new base, by the one ratio that all months in common allow."""
    known = {month: ROUNDED_BY + Fraction(_within(held, month)) for month in common}
    least = max((Fraction(levels[m]) - ROUNDED_BY) / (Fraction(held.levels[m]) + known[m]) for m in common)
    most = min((Fraction(levels[m]) + ROUNDED_BY) / (Fraction(held.levels[m]) - known[m]) for m in common)
    if least > most:
        raise FileProblem(
            f"{file} is on the base {base} and the months held here on {held.provenance.base}, but no one ratio "
            "carries the one into the other: nothing was taken from it"
        )
    ratio = sum((Fraction(levels[m]) for m in common), Fraction(0)) / sum(
        (Fraction(held.levels[m]) for m in common), Fraction(0)
    )
    return {month: decimals(Fraction(level) * ratio, CARRIED_PLACES) for month, level in held.levels.items()}


def _no_jump(levels: Mapping[date, Level], file: str) -> None:
    """Raise ``FileProblem`` where one month is too far from the next, new or held."""
    for (_, before), (month, level) in pairwise(levels.items()):
        if abs(Fraction(level) / Fraction(before) - 1) > MOST_IN_A_MONTH:
            raise FileProblem(
                f"{file}: {month_name(month)} is {level} after {before}, which is no month's change of prices: "
                "check the file"
            )
