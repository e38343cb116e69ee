"""Pay points by what a person types: enough of a name to mean one of them, and never a guess between two."""

from fractions import Fraction

import pytest

from payoffer.errors import UnknownName
from payoffer.point_names import find_point

ENGLAND = {
    "M1 (rest of England)": Fraction(25714),
    "M1 (inner London)": Fraction(32157),
    "LP max (rest of England)": Fraction(64461),
    "LP max (inner London)": Fraction(72460),
    "M1 (London fringe)": Fraction(26948),
    "X9 (London fringe)": Fraction(30000),
}
BANDS = {"7 entry": Fraction(41659), "7 top": Fraction(47672), "70": Fraction(20000), "Chartered 4": Fraction(48063)}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("M1 (inner London)", "M1 (inner London)"),
        ("m1 (INNER london)", "M1 (inner London)"),
        ("inner M1", "M1 (inner London)"),
        ("M1 inner London", "M1 (inner London)"),
        ("London Inner: m1", "M1 (inner London)"),
        ("inner:lp max", "LP max (inner London)"),
        ("rest M1", "M1 (rest of England)"),
        ("fringe m1", "M1 (London fringe)"),
        ("x9", "X9 (London fringe)"),
    ],
)
def test_enough_of_an_area_means_one_point(typed: str, name: str) -> None:
    assert find_point(typed, ENGLAND, "England") == name


def test_a_whole_name_goes_before_a_part_of_another() -> None:
    assert find_point("70", BANDS, "NHS") == "70"
    assert find_point("7 Top", BANDS, "NHS") == "7 top"
    both = {"a1": Fraction(1), "A1": Fraction(2)}
    assert [find_point(name, both, "A") for name in both] == ["a1", "A1"]


@pytest.mark.parametrize(
    ("typed", "points", "sentence"),
    [
        (
            "LP max",
            ENGLAND,
            (
                'England: "LP max" could be LP max (rest of England) at £64,461 or LP max (inner London) at £72,460: '
                'name one, such as --point "LP max rest of England"'
            ),
        ),
        (
            "London M1",
            ENGLAND,
            (
                'England: "London M1" could be M1 (inner London) at £32,157 or M1 (London fringe) at £26,948: '
                'name one, such as --point "M1 inner London"'
            ),
        ),
        (
            "m1",
            ENGLAND,
            (
                'England: "m1" could be M1 (rest of England) at £25,714, M1 (inner London) at £32,157 or '
                'M1 (London fringe) at £26,948: name one, such as --point "M1 rest of England"'
            ),
        ),
        (
            "7",
            BANDS,
            'England: "7" could be 7 entry at £41,659 or 7 top at £47,672: name one, such as --point "7 entry"',
        ),
        (
            "outer M1",
            ENGLAND,
            (
                'England: there is no pay point "outer M1": name one of M1, LP max, X9 and its area, rest of England, '
                "inner London or London fringe"
            ),
        ),
        (
            "inner",
            ENGLAND,
            (
                'England: there is no pay point "inner": name one of M1, LP max, X9 and its area, rest of England, '
                "inner London or London fringe"
            ),
        ),
        ("4", BANDS, 'England: there is no pay point "4": name one of 7 entry, 7 top, 70, Chartered 4'),
        ("M1 M1", ENGLAND, 'England: there is no pay point "M1 M1": name one of M1, LP max, X9 and its area'),
        ("U2", {"U3": Fraction(1)}, 'England: there is no pay point "U2": name U3, the only one known here'),
    ],
)
def test_no_point_is_guessed(typed: str, points: dict[str, Fraction], sentence: str) -> None:
    with pytest.raises(UnknownName) as refused:
        find_point(typed, points, "England")
    assert str(refused.value).startswith(sentence)
