"""A table by month: what is read, and each fault on its line."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer import month_table
from payoffer.errors import FileProblem
from payoffer.month_table import contiguous, positive, table


def read(text: str) -> dict[str, dict[date, Decimal]]:
    return {name: dict(column) for name, column in table(text, "f.csv", "index", ("published_percent",)).items()}


def test_columns_in_any_order_and_others_passed_over() -> None:
    found = read('Note,INDEX, Month \r\nx,"1,347.6",2022-09\r\n\r\n,£340,2022-08\n')
    assert found == {
        "index": {date(2022, 8, 1): Decimal(340), date(2022, 9, 1): Decimal("1347.6")},
        "published_percent": {},
    }
    assert list(found["index"]) == sorted(found["index"])


def test_an_optional_column_may_be_empty_and_a_day_or_a_quarter_stands_for_months() -> None:
    found = read("month,index,published_percent\n2022-09-01,5,\n2023-q1,6,-0.1\n")
    assert list(found["index"].values()) == [5, 6, 6, 6]
    assert found["published_percent"][date(2023, 3, 1)] == Decimal("-0.1")
    assert date(2022, 9, 1) not in found["published_percent"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "f.csv: its first row has to name the columns month,index once each: write"),
        (
            "date;index\n",
            "f.csv: its first row has to name the columns month,index once each, and names date;index: write",
        ),
        ("month,index,index\n", 'and names "month, index, index": write'),
        ("month,index\n", "f.csv: there is no month under month,index: add rows such as 2022-09,347.6"),
        ("month,index\nSep-22,5\n", 'f.csv, line 2: "Sep-22" is not a month: write it as 2022-09'),
        ("month,index\n2022-09,\n", "f.csv, line 2, index: nothing is written there"),
        ("month,index\n2022-09\n", "f.csv, line 2, index: nothing is written there"),
        ("month,index\n2022-09,n/a\n", "f.csv, line 2, index: n/a is not a plain number"),
        ("month,index\n2022-09,5\n2022-q3,6\n", "f.csv, line 3: September 2022 stands here twice: leave one out"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(FileProblem) as problem:
        read(text)
    assert said in str(problem.value)


def test_a_table_too_long_and_a_cell_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(month_table, "MOST_ROWS", 2)
    with pytest.raises(FileProblem, match=r"f\.csv has over 2 rows: it is another kind of file"):
        read("month,index\n2022-01,1\n2022-02,1\n2022-03,1\n")
    with pytest.raises(FileProblem, match=r"f\.csv, line \d+: this is not a table with commas"):
        read("month,index\n" + "9" * 200_000)


def test_months_without_gaps_above_nothing() -> None:
    levels = {date(2022, 1, 1): Decimal(1), date(2022, 3, 1): Decimal(0)}
    with pytest.raises(FileProblem, match="f: February 2022 is missing: every month between the first and last"):
        contiguous(levels, "f")
    with pytest.raises(FileProblem, match="f: March 2022 has 0: an index or pay is above 0"):
        positive(levels, "f")
    contiguous({date(2022, 1, 1): Decimal(1)}, "f")
    positive({date(2022, 1, 1): Decimal(1)}, "f")


@given(st.text(max_size=200))
def test_whatever_is_in_it_ends_in_a_sentence(text: str) -> None:
    for start in ("", "month,index\n", "month,index\n2022-01,"):
        try:
            read(start + text)
        except FileProblem as problem:
            assert str(problem).startswith("f.csv")  # noqa: PT017
