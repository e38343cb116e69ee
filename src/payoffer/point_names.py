"""A pay point by what a person types: its whole name in any case, or enough of it to mean one point alone.

A scale for one area has the area in brackets behind each of its points: ``M1 (inner London)``. The point itself has to
be typed whole; of the area any words are enough, on either side: ``inner M1``, ``M1 inner London``, ``inner:M1``;
none, where only one area has the point. What could be two points is refused with the pay of each. No area is taken
for granted: a point differs between two by thousands of pounds.
"""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from payoffer.errors import UnknownName
from payoffer.money import pounds
from payoffer.typed import quoted

_AREA = re.compile(r"(?P<point>[^()]*\S) \((?P<area>[^()]+)\)")
_BETWEEN = re.compile(r"[\s:,()]+")


class Points(dict[str, Fraction]):
    """Pay points and their full-time pay a year; ``derived`` are those whose pay is arithmetic on published figures.

    ``carried`` is the unrounded pay of those for which it can be told: a publisher who rounds each year's figures from
    the unrounded ones of the year before does not work from what he printed.
    """

    derived: frozenset[str] = frozenset()
    carried: Mapping[str, Fraction] = MappingProxyType({})


class PointName(NamedTuple):
    """The two parts of a point's name; ``area`` is empty where it has none."""

    point: str
    area: str


def parted(name: str) -> PointName:
    """Return the point and the area of a name.

    >>> parted("LP max (inner London)")
    PointName(point='LP max', area='inner London')
    >>> parted("7 entry")
    PointName(point='7 entry', area='')
    """
    found = _AREA.fullmatch(name)
    return PointName(found["point"], found["area"]) if found else PointName(name, "")


def find_point(typed: str, points: Mapping[str, Fraction], offer: str) -> str:
    """Return the name of the point that is meant among ``points``, which hold full-time pay a year.

    Raises ``UnknownName`` for the offer called ``offer`` where that is none of them, or could be several.
    """
    folded = {name.casefold(): name for name in points}
    whole = typed if typed in points else folded.get(typed.casefold())
    if whole is not None:
        return whole
    meant = [name for name in points if _means(typed, parted(name))]
    if len(meant) == 1:
        return meant[0]
    start = f"{typed.strip().casefold()} "
    several = meant or [name for name in points if name.casefold().startswith(start)]
    if several:
        each = _either([f"{name} at {pounds(points[name])}" for name in several])
        raise UnknownName(f"{offer}: {quoted(typed)} could be {each}: name one, such as --point {_short(several[0])}")
    raise UnknownName(f"{offer}: there is no pay point {quoted(typed)}: name {_there(points)}")


def _means(typed: str, name: PointName) -> bool:
    """Say whether all words of the point were typed, and beside them only words of its area."""
    left = _words(typed)
    for word in _words(name.point):
        if word not in left:
            return False
        left.remove(word)
    return set(left) <= set(_words(name.area))


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text.casefold()) if word]


def _short(name: str) -> str:
    return quoted(" ".join(part for part in parted(name) if part))


def _either(each: Sequence[str]) -> str:
    return " or ".join([", ".join(each[:-1]), each[-1]] if len(each) > 1 else each)


def _there(points: Mapping[str, Fraction]) -> str:
    """Return what can be named: every point once, and the areas apart from them."""
    names = [parted(name) for name in points]
    each = list(dict.fromkeys(name.point for name in names))
    if len(each) == 1 and len(names) == 1:
        return f"{next(iter(points))}, the only one known here"
    areas = list(dict.fromkeys(name.area for name in names if name.area))
    where = f" and its area, {_either(areas)}" if areas else ""
    return f"one of {', '.join(each)}{where}"
