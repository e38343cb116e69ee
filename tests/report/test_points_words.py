"""Pay points in words."""

import pytest

from payoffer.report.points_words import at_points, counted, joined_points

EVERY = [str(number) for number in range(1, 21)]


@pytest.mark.parametrize(
    ("points", "told"),
    [
        (["5"], "5"),
        (["1", "2"], "1 and 2"),
        (["1", "2", "3"], "1 to 3"),
        (["1", "3", "4", "5", "9"], "1, 3 to 5 and 9"),
        (["9", "1"], "1 and 9"),
        (["1", "3", "5", "7", "9", "11"], "1, 3, 5, 7, 9 and 11"),
        (["1", "3", "5", "7", "9", "11", "13", "14", "15"], "1, 3, 5, 7, 9 and 4 more"),
        (EVERY, "1 to 20"),
    ],
)
def test_runs_of_points(points: list[str], told: str) -> None:
    assert joined_points(points, EVERY) == told


def test_at_points() -> None:
    assert at_points(["5"], EVERY) == "at point 5"
    assert at_points(["5", "6"], EVERY) == "at points 5 and 6"


@pytest.mark.parametrize(
    ("count", "of", "told"),
    [
        (1, 1, "the one point"),
        (2, 2, "both points"),
        (6, 6, "all 6 points"),
        (1, 6, "1 of the 6 points"),
        (0, 6, "none of the 6 points"),
    ],
)
def test_how_many_points(count: int, of: int, told: str) -> None:
    assert counted(count, of) == told
