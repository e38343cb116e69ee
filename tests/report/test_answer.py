"""The answer of ``compare`` in the form that was asked for."""

import json

import pytest

from payoffer.errors import UsageProblem
from payoffer.report.answer import refuse_tables, written
from payoffer.report.medium import Medium
from tests.asking import ASKED, ask

ANSWER = ask("wales", "scotland", inflation=[10.1])
SCREEN = Medium(80)


def test_each_form() -> None:
    assert written(ANSWER, ASKED, "table", SCREEN).startswith("Two pay offers, on the same £40,000")
    assert written(ANSWER, ASKED, "message", SCREEN).startswith("*Wales* (rejected, Feb 2023): ")
    assert "\n| **First year**" in written(ANSWER, ASKED, "markdown", SCREEN)
    assert written(ANSWER, ASKED, "csv", SCREEN).startswith("offer,reading,window,year,figure,value\r\n")
    assert json.loads(written(ANSWER, ASKED, "json", SCREEN))["schema_version"] == 1


def test_a_table_is_laid_out_for_its_medium() -> None:
    assert max(map(len, written(ANSWER, ASKED, "table", Medium(40)).splitlines())) <= 40


def test_working_and_months_come_after_the_table() -> None:
    table = written(ANSWER, ASKED, "table", SCREEN)
    working = written(ANSWER, ASKED, "table", SCREEN, working=True)
    monthly = written(ANSWER, ASKED, "table", SCREEN, monthly=True)
    both = written(ANSWER, ASKED, "table", SCREEN, working=True, monthly=True)
    assert working.startswith(f"{table}\n")
    assert monthly.startswith(f"{table}\n")
    assert both == monthly + working.removeprefix(table)
    assert len({table, working, monthly, both}) == 4


@pytest.mark.parametrize("form", ["message", "markdown", "csv", "json"])
def test_other_forms_have_no_place_for_tables_of_working(form: str) -> None:
    with pytest.raises(UsageProblem, match=f"^--working is text: leave --format {form} out, or leave --working out$"):
        refuse_tables(form, working=True, monthly=False)
    with pytest.raises(UsageProblem, match=r"^--monthly is text: "):
        refuse_tables(form, working=False, monthly=True)
    refuse_tables(form, working=False, monthly=False)
    refuse_tables("table", working=True, monthly=True)
