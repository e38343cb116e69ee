"""What an offer does to one person's pay, as records: who it is, the steps, the one-offs, the terms.

Rates are full-time pounds a year, exact. ``schedule`` makes them.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.offer_parts import Award, LumpSum
from payoffer.point_names import Points
from payoffer.uplift import Term

ONE = Fraction(1)
NO_POINTS: Mapping[str, Fraction] = {}


class Person(NamedTuple):
    """Whose pay it is: full-time pay a year before the first award counted, and where on which scale.

    ``points`` holds the scale's pay a year before the offer, for points that are merged into others;
    ``fte`` is the share of full-time hours, ``week`` the person's own full-time hours a week.
    """

    pay: Fraction
    point: str | None = None
    points: Mapping[str, Fraction] = NO_POINTS
    fte: Fraction = ONE
    week: Fraction | None = None

    @property
    def derived(self) -> bool:
        """Whether the pay of the point is arithmetic on published figures."""
        return isinstance(self.points, Points) and self.point in self.points.derived

    @property
    def carried(self) -> Fraction:
        """The pay before it was rounded to that of the scale, where the scale tells; else the pay itself."""
        points, point = self.points, self.point
        if point is None or not isinstance(points, Points) or points.get(point) != self.pay:
            return self.pay
        return points.carried.get(point, self.pay)


class Applied(NamedTuple):
    """One term at work: the pay before it, the base and figure it used (pounds a year or percent), the pay after."""

    term: Term
    key: str | None
    before: Fraction
    base: Fraction
    figure: Fraction
    after: Fraction


class Part(NamedTuple):
    """What one award does on its date: the rise it makes, in full-time pounds a year."""

    award: Award
    rise: Fraction
    working: tuple[Applied, ...]


class Step(NamedTuple):
    """Basic pay from a day on: ``rate`` as published, paid and shown, ``carried`` to the next award.

    ``exact`` is the rate before it is rounded by the rule of the award ``rounded_by``, if any pay changed.
    """

    start: date
    before: Fraction
    rate: Fraction
    carried: Fraction
    exact: Fraction
    parts: tuple[Part, ...]
    rounded_by: Award | None = None
    moved_to: str | None = None


class Payment(NamedTuple):
    """A one-off: the day it counts on, the day it is paid if known, and the sum (scaled by fte)."""

    day: date
    paid: date | None
    amount: Fraction
    lump: LumpSum
    base: Fraction
    working: tuple[Applied, ...]
