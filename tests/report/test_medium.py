"""What the answer is written on: its width, and which characters survive there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.report.medium import Medium

HOUSE = "Tŷ'r Cymry"


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("£3,200", "utf-8", "£3,200"),
        ("£3,200", "cp1252", "£3,200"),
        ("£3,200", "cp850", "£3,200"),
        ("£3,200", "ascii", "GBP 3,200"),
        (HOUSE, "utf-8", HOUSE),
        (HOUSE, "cp1252", "Ty'r Cymry"),
        (HOUSE, "cp850", "Ty'r Cymry"),
        (HOUSE, "ascii", "Ty'r Cymry"),
        ("Café", "cp850", "Café"),
        ("Café", "ascii", "Cafe"),
        ("Ąž £5", "cp1252", "Až £5"),  # what survives stays as it is
        ("offer – 5% … “now” ‘then’ −3", "ascii", "offer - 5% ... \"now\" 'then' -3"),  # noqa: RUF001
        ("a\u00a0b", "ascii", "a b"),
        ("ﬁve ½", "ascii", "five ?"),
        ("北京 🙂", "cp1252", "?? ?"),
        ("y\u0302", "ascii", "y"),
        ("", "ascii", ""),
    ],
)
def test_a_character_that_does_not_survive_is_put_plainly(text: str, encoding: str, expected: str) -> None:
    assert Medium(encoding=encoding).safe(text) == expected


@given(st.text(), st.sampled_from(["ascii", "cp1252", "cp850", "utf-8"]))
def test_nothing_that_is_safe_fails_to_encode(text: str, encoding: str) -> None:
    medium = Medium(encoding=encoding)
    safe = medium.safe(text)
    safe.encode(encoding)
    assert medium.safe(safe) == safe


def test_lines_are_broken_within_the_width_after_their_beginnings() -> None:
    assert Medium(20).wrap("The offer does not say of what", "(a) ", "    ") == [
        "(a) The offer does",
        "    not say of what",
    ]
    assert Medium(20).wrap("one two three four five", "  ") == ["  one two three four", "  five"]
    assert Medium(12).wrap("a non-consolidated sum") == ["a non-consol", "idated sum"]
    assert Medium(80).wrap("", "  ") == [""]


def test_pounds_are_spelled_out_before_a_line_is_broken() -> None:
    assert Medium(12, "ascii").wrap("adds £3,200 more") == ["adds GBP", "3,200 more"]


def test_a_width_that_leaves_no_room_still_takes_a_character_a_line() -> None:
    assert Medium(3).wrap("abc", "(a) ") == ["(a) a", "(a) b", "(a) c"]


@given(st.text(alphabet=st.characters(codec="cp850"), max_size=200), st.integers(10, 100))
def test_no_line_is_wider_than_the_medium(text: str, width: int) -> None:
    assert all(len(line) <= width for line in Medium(width).wrap(text, "  ", "    "))
