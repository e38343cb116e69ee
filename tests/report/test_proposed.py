"""What has been proposed to follow an offer, in words."""

import pytest

from payoffer.report.proposed import proposed_by, proposed_rise, proposed_verb
from tests.asking import Part, ask, award, flat, offer, percent, proposed


@pytest.mark.parametrize(
    ("uplift", "source", "expected"),
    [
        (percent(3.5), "planning assumption, under review", ("3.5%", "was being planned", ", under review")),
        (percent(3.0), "Planning assumption", ("3%", "was being planned", "")),
        (percent(3), "letter of 3 May, page 2", ("3%", "has been proposed", " (letter of 3 May, page 2)")),
        (flat(500), "the minister", ("the rise", "has been proposed", " (the minister)")),
        (percent([3, 4]), "the minister", ("the rise", "has been proposed", " (the minister)")),
        (percent({"M1": 4, "others": 3}), "the minister", ("the rise", "has been proposed", " (the minister)")),
    ],
)
def test_what_it_is_how_it_was_put_and_who_said_so(uplift: Part, source: str, expected: tuple[str, str, str]) -> None:
    plan = offer("a", award("2025-04-01", percent(5)), proposed("2026-04-01", uplift, source=source))
    found = ask(plan).offers[0]
    assert (proposed_rise(found), proposed_verb(found), proposed_by(found)) == expected
