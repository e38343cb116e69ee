"""The unrounded pay in the bundled scales is what all published years allow, and it foretells years it has not seen."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from payoffer.shelf import SCALES
from tests.carrying import PUBLISHERS, Interval, Row, allowed, columns, days, rows, told

SCALES_CARRIED = sorted(PUBLISHERS)


def intervals(scale: str) -> dict[tuple[str, date], Interval]:
    """Return the unrounded pay that is allowed at each point and day; a joined point has that of the one it joined."""
    every = rows(scale)
    publisher = PUBLISHERS[scale]
    found = {
        (point, day): interval
        for point, column in columns(scale, every).items()
        for day, interval in allowed(publisher, point, column, days(every, column)).items()
    }
    for source, (target, since) in publisher.joined.items():
        found |= {
            (source, day): interval for (point, day), interval in found.items() if point == target and day >= since
        }
    return found


def test_only_these_scales_hold_unrounded_pay() -> None:
    assert (
        sorted(
            path.stem
            for path in SCALES.glob("*.csv")
            if path.read_text(encoding="utf-8").split("\n")[0].endswith(",carried")
        )
        == SCALES_CARRIED
    )


@pytest.mark.parametrize("scale", SCALES_CARRIED)
def test_unrounded_pay_is_the_middle_of_what_is_allowed_or_left_out(scale: str) -> None:
    allow = intervals(scale)
    for row in rows(scale):
        found = allow[row.point, row.day]
        if told(found):
            assert row.carried is not None
            assert Fraction(row.carried) == found.middle
            assert found.middle in found
        else:
            assert row.carried is None


def test_an_interval_by_hand() -> None:
    """Band 5 entry in April 2022, printed £27,055. At most 28,407 / 1.05 = 27,054.2857..., from the £28,407 of 2023;
    over 31,048 / (1.05 x 1.055 x 1.036) = 27,054.0397..., from the £31,049 of 2025.
    """
    found = intervals("eng-nhs-afc")["5 entry", date(2022, 4, 1)]
    assert found.high == Fraction(28407) / Fraction("1.05")
    assert found.low == Fraction(31048) / (Fraction("1.05") * Fraction("1.055") * Fraction("1.036"))
    assert found.middle == Fraction("27054.16")


@pytest.mark.parametrize("scale", SCALES_CARRIED)
def test_a_derived_figure_is_the_only_one_that_the_years_around_it_allow(scale: str) -> None:
    allow = intervals(scale)
    published = {(row.point, row.day) for row in rows(scale) if row.status == "published"}
    for row in rows(scale):
        if row.status == "derived":
            assert PUBLISHERS[scale].pounds(allow[row.point, row.day]) == [row.pay]
            own = [day for point, day in published if point == row.point]
            assert min(own) < row.day < max(own)


def foretold(scale: str) -> Iterator[tuple[Row, list[int]]]:
    """Yield each published figure with the figures that the point's other years alone allow for it."""
    every = rows(scale)
    publisher = PUBLISHERS[scale]
    for point, column in columns(scale, every).items():
        for row in (row for row in every if row.point == point and row.status == "published"):
            others = {day: pay for day, pay in column.items() if day != row.day}
            found = allowed(publisher, point, others, days(every, column))
            if row.day in found and told(found[row.day]):
                yield row, publisher.pounds(found[row.day])


@pytest.mark.parametrize(
    ("scale", "alone", "of_two", "wrong"),
    [
        ("eng-nhs-afc", 75, 52, set()),
        ("sct-nhs-afc", 21, 41, set()),
        ("uk-he-spine", 51, 94, {("19", 2017), ("19", 2019)}),
    ],
)
def test_the_other_years_foretell_a_published_figure(
    scale: str, alone: int, of_two: int, wrong: set[tuple[str, int]]
) -> None:
    """A figure left out is the only one that the others allow, or one of two; point 19 fits no unrounded pay at all."""
    found = list(foretold(scale))
    assert Counter(len(figures) for _, figures in found) == {1: alone, 2: of_two}
    assert {(row.point, row.day.year) for row, figures in found if row.pay not in figures} == wrong
