"""Tables of many rows: columns flow into as many tables as the width needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.report.grid import Grid, text
from payoffer.report.medium import Medium

WIDE = Grid(
    "Pay",
    ("Point", "Before", "Apr 2022", "rise", "a year", "in all"),
    (("0", "£28,113", "£29,799", "6.0%", "£3,324", "11.8%"), ("LP min", "£42,336", "£44,877", "6.0%", "£5,010", "9%")),
    part=4,
)


def test_a_table_that_fits_is_whole() -> None:
    assert text(WIDE, Medium(80)) == [
        "Point    Before  Apr 2022  rise  a year  in all",
        "------  -------  --------  ----  ------  ------",
        "0       £28,113   £29,799  6.0%  £3,324   11.8%",
        "LP min  £42,336   £44,877  6.0%  £5,010      9%",
    ]


def test_headings_are_broken_before_the_table_is() -> None:
    assert text(WIDE, Medium(46)) == [
        "                     Apr                   in",
        "Point    Before     2022  rise  a year    all",
        "------  -------  -------  ----  ------  -----",
        "0       £28,113  £29,799  6.0%  £3,324  11.8%",
        "LP min  £42,336  £44,877  6.0%  £5,010     9%",
    ]


def test_a_table_is_broken_where_it_parts() -> None:
    lines = text(WIDE, Medium(40))
    assert lines[0] == "Point    Before  Apr 2022  rise"
    assert lines[4:6] == ["", "Point   a year  in all"]


def test_a_part_that_does_not_fit_flows_on() -> None:
    lines = text(WIDE._replace(part=0), Medium(18))
    assert [line for line in lines if line.startswith("Point")] == [
        "Point    Before",
        "Point   Apr 2022",
        "Point   rise",
        "Point   a year",
        "Point   in all",
    ]


def test_a_cell_that_is_too_wide_by_itself_is_broken() -> None:
    lines = text(Grid("", ("Point", "buys"), (("a very long point", "3.3% less to 1.2% more"),)), Medium(24))
    assert all(len(line) <= 24 for line in lines)
    assert "".join(lines).count("more") == 1


def test_a_heading_may_be_blank() -> None:
    assert text(Grid("", ("Point", " "), (("M1", "5%"),)), Medium(9)) == ["Point", "-----  --", "M1     5%"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850"])
def test_the_pound_sign_is_replaced_before_the_layout_is_made(encoding: str) -> None:
    lines = text(WIDE, Medium(60, encoding))
    assert all(len(line) <= 60 for line in lines)
    "\n".join(lines).encode(encoding)


CELLS = st.text(st.characters(min_codepoint=32, max_codepoint=0x17F), min_size=1, max_size=30)


@given(
    st.integers(1, 7).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n + 1, max_size=n + 1), min_size=2, max_size=4)
    ),
    st.integers(40, 120),
    st.integers(0, 5),
)
def test_no_line_is_wider_than_the_medium(rows: list[list[str]], width: int, part: int) -> None:
    head, *body = map(tuple, rows)
    lines = text(Grid("", head, tuple(body), part), Medium(width))
    assert all(len(line) <= width for line in lines)
