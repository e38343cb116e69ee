"""A list of people: whatever the number of different settings, no more than some are kept."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from payoffer.takehome import people
from payoffer.takehome.circumstances import Circumstances, nation
from payoffer.takehome.files import tables
from payoffer.takehome.people import Noted, People, columns, read_salary
from payoffer.takehome.rule_book import asked
from payoffer.takehome.worked import terms


def test_terms_are_made_once_for_all_rows_that_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def make(row: Mapping[str, str]) -> Noted:
        made.append(row["nation"])
        return Noted(terms(tables(), Circumstances(nation(row["nation"])), asked("2025-26", tables())), ())

    monkeypatch.setattr(people, "MOST_TERMS", 2)
    read = People(columns(["salary", "nation"]), make, None).read
    for said in ("wales", "england", "wales", "scotland", "wales"):
        assert read(["30000", said]).case.taken.gross == 30000
    assert made == ["wales", "england", "scotland", "wales"]


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("42000", 42000),
        ("42000.50", "42000.50"),
        ("42,000", 42000),
        ("£42k", 42000),
        ("3500/month", 42000),
        ("10/hour", "19292.91"),
    ],
)
def test_pay_is_read_as_on_the_command_line(text: str, pay: object) -> None:
    assert read_salary(text, Decimal(37)) == Decimal(str(pay))
