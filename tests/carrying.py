"""The unrounded pay behind published pay points: the interval that all published years allow.

A publisher who carries unrounded pay from award to award rounds what he prints each year. What was printed as £27,055,
rounded up, was over £27,054 and at most £27,055; 5% on it was printed as £28,407, so that it was at most £27,054.28.
Worked here apart from the program, with the rises written out as factors and sums.
"""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from payoffer.shelf import SCALES

PENNY = Fraction(1, 100)
HALF = Fraction(1, 2)

Column = Mapping[date, int]
"""The published pay of one point by the day from which it was paid."""


class Interval(NamedTuple):
    """Pay from ``low`` to ``high``, each end within it or not."""

    low: Fraction
    high: Fraction
    low_in: bool
    high_in: bool

    def both(self, other: "Interval") -> "Interval":
        """Return what lies in this interval and in another."""
        low = max((self.low, not self.low_in), (other.low, not other.low_in))
        high = min((self.high, self.high_in), (other.high, other.high_in))
        return Interval(low[0], high[0], low_in=not low[1], high_in=high[1])

    def after(self, rise: "Rise") -> "Interval":
        """Return the interval after a rise."""
        return self._replace(low=self.low * rise.times + rise.plus, high=self.high * rise.times + rise.plus)

    def before(self, rise: "Rise") -> "Interval":
        """Return the interval before a rise."""
        return self._replace(low=(self.low - rise.plus) / rise.times, high=(self.high - rise.plus) / rise.times)

    @property
    def empty(self) -> bool:
        """Whether no pay lies in it."""
        return self.low > self.high or (self.low == self.high and not (self.low_in and self.high_in))

    def __contains__(self, pay: object) -> bool:
        """Say whether a pay lies in it."""
        assert isinstance(pay, Fraction)
        return (self.low < pay or (self.low_in and self.low == pay)) and (
            pay < self.high or (self.high_in and self.high == pay)
        )

    @property
    def middle(self) -> Fraction:
        """The middle of it, to the penny."""
        return Fraction(floor((self.low + self.high) / 2 / PENNY + HALF)) * PENNY


class Rise(NamedTuple):
    """What an award did to the unrounded pay of a point."""

    times: Fraction = Fraction(1)
    plus: Fraction = Fraction(0)


class Publisher(NamedTuple):
    """How a scale was made: how its figures are rounded, and the rise of each point on each day, where it is known.

    ``joined`` are the points that have been paid as another one from a day on.
    """

    up: bool
    rises: Callable[[str, date], Rise | None]
    joined: Mapping[str, tuple[str, date]] = {}

    def printed(self, figure: int) -> Interval:
        """Return the unrounded pay that is printed as a figure."""
        if self.up:
            return Interval(Fraction(figure - 1), Fraction(figure), low_in=False, high_in=True)
        return Interval(figure - HALF, figure + HALF, low_in=True, high_in=False)

    def pounds(self, found: Interval) -> list[int]:
        """Return the figures that an interval of unrounded pay can be printed as."""
        first, last = floor(found.low), ceil(found.high)
        return [figure for figure in range(first, last + 2) if not self.printed(figure).both(found).empty]


def percent(figure: str) -> Rise:
    """Return a rise of a percentage."""
    return Rise(times=1 + Fraction(figure) / 100)


def flat(pounds: int) -> Rise:
    """Return a rise of a sum."""
    return Rise(plus=Fraction(pounds))


def _nhs_england(point: str, day: date) -> Rise | None:
    """3% in 2021; £1,400, and 4% where that is more, in 2022; 5%, 5.5%, 3.6% and 3.3%."""
    if point == "2 entry" and day.year in {2022, 2023}:
        return None  # by an amount of its own, then lifted to the top of the band
    if day.year == 2022:
        return percent("4") if point == "6 top" or point.startswith("7 ") else flat(1400)
    rises = {2021: "3", 2023: "5", 2024: "5.5", 2025: "3.6", 2026: "3.3"}
    return percent(rises[day.year]) if day.year in rises else None


def _nhs_scotland(point: str, day: date) -> Rise | None:
    """5.5% in 2024, 4.25% in 2025, everywhere."""
    del point
    rises = {2024: "5.5", 2025: "4.25"}
    return percent(rises[day.year]) if day.year in rises else None


def _universities(point: str, day: date) -> Rise | None:
    """2%, at least £425, in 2018; 1.8% from point 17 up in 2019."""
    if day.year == 2018:
        return percent("2") if int(point) >= 16 else flat(425)
    return percent("1.8") if day.year == 2019 and int(point) >= 17 else None


PUBLISHERS: Mapping[str, Publisher] = {
    "eng-nhs-afc": Publisher(up=True, rises=_nhs_england, joined={"2 entry": ("2 top", date(2023, 4, 1))}),
    "sct-nhs-afc": Publisher(up=False, rises=_nhs_scotland),
    "uk-he-spine": Publisher(up=False, rises=_universities),
}


class Row(NamedTuple):
    """One row of a bundled scale."""

    point: str
    day: date
    pay: int
    status: str
    carried: Decimal | None


def rows(scale: str) -> list[Row]:
    """Return the rows of a bundled scale."""
    with (SCALES / f"{scale}.csv").open(encoding="utf-8", newline="") as lines:
        return [
            Row(
                row["point"],
                date.fromisoformat(row["effective_date"]),
                int(row["annual_gbp"]),
                row["status"],
                Decimal(row["carried"]) if row["carried"] else None,
            )
            for row in csv.DictReader(lines)
        ]


def columns(scale: str, every: list[Row]) -> dict[str, dict[date, int]]:
    """Return what was published for each point; for a point that others have joined, theirs too."""
    found: dict[str, dict[date, int]] = {}
    for row in every:
        if row.status == "published":
            found.setdefault(row.point, {})[row.day] = row.pay
    for source, (target, since) in PUBLISHERS[scale].joined.items():
        for day, pay in found[source].items():
            if day >= since:
                assert found[target].setdefault(day, pay) == pay
    return found


def days(every: list[Row], column: Column) -> list[date]:
    """Return the days on which a scale changed, from the first for which a point was published to the last."""
    return [day for day in sorted({row.day for row in every}) if min(column) <= day <= max(column)]


def allowed(publisher: Publisher, point: str, column: Column, over: list[date]) -> dict[date, Interval]:
    """Return the unrounded pay of a point on each day, as all its published years that rises link together allow."""
    runs: list[list[date]] = []
    for day in over:
        if not runs or publisher.rises(point, day) is None:
            runs.append([])
        runs[-1].append(day)
    return {day: found for run in runs for day, found in _linked(publisher, point, column, run).items()}


def told(found: Interval) -> bool:
    """Say whether other years narrow the pound that a figure was rounded to, without excluding all of it."""
    return not found.empty and found.high - found.low < 1


def _linked(publisher: Publisher, point: str, column: Column, over: list[date]) -> dict[date, Interval]:
    rises = {day: publisher.rises(point, day) or Rise() for day in over}
    forward: dict[date, Interval] = {}
    known: Interval | None = None
    for day in over:
        known = known.after(rises[day]) if known else None
        if day in column:
            printed = publisher.printed(column[day])
            known = known.both(printed) if known else printed
        if known:
            forward[day] = known
    for day, after in reversed(list(pairwise(over))):
        if after in forward:
            back = forward[after].before(rises[after])
            forward[day] = forward[day].both(back) if day in forward else back
    return forward
