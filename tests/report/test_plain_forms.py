"""The answer as markdown and as CSV."""

import csv
import io
import re
from decimal import Decimal
from typing import Any

import pytest

from payoffer.compare import Comparison
from payoffer.report import as_json
from payoffer.report.plain_forms import HEADER, long_csv, markdown, neutral
from tests.asking import ASKED, ask, award, flat, offer, one_off, paged, percent

APRIL_25 = "2025-04-01"


def rows(answer: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(long_csv(as_json.comparison(answer, ASKED)))))


def one(answer: Comparison, **wanted: str) -> list[str]:
    return [row["value"] for row in rows(answer) if all(row[key] == value for key, value in wanted.items())]


# CSV.


def test_a_figure_a_row() -> None:
    answer = ask("wales", "scotland", inflation=[10.1])
    assert tuple(rows(answer)[0]) == HEADER
    key = {"offer": "wales", "window": "covered", "year": "", "figure": "extra_cash"}
    assert [one(answer, reading=str(number), **key) for number in (1, 2, 3)] == [["3200.00"], ["3230.00"], ["3239.00"]]
    year = {"offer": "scotland", "reading": "1", "window": "own", "year": "2"}
    assert one(answer, **year, figure="real_change_percent") == ["-7.746323"]
    assert one(answer, **year, figure="from") == ["2023-04-01"]


def test_what_does_not_apply_has_no_row() -> None:
    figures = {row["figure"] for row in rows(ask("scotland"))}
    assert "extra_cash" in figures
    assert "shortfall" not in figures
    assert "years" not in figures
    assert "year" not in figures


def test_numbers_are_plain() -> None:
    """No thousands, no exponents, a minus that stays a number, also for £20,000 and 0.00%."""
    big = offer("big", award(APRIL_25, percent(-10)), one_off(flat(20_000_000 // 4), paid=APRIL_25))
    for row in rows(ask(big, "scotland", salary=10_000_000, inflation=[[10.1], [-3]])):
        if row["figure"] in {"from", "to"}:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["value"])
        else:
            assert re.fullmatch(r"-?\d+\.\d+", row["value"]), row
    found = {row["value"] for row in rows(ask(big, salary=10_000_000)) if row["figure"] == "rate_before"}
    assert found == {"10000000.00"}
    assert one(ask(big, salary=10_000_000), window="own", year="", figure="compounded_percent") == ["-10.000000"]


def test_several_prices_are_told_apart() -> None:
    answer = ask("scotland", inflation=[[10.1], [5, 4]])
    windows = {row["window"] for row in rows(answer)}
    assert windows == {f"{name} {window}" for name in ("10.1%", "5%, 4%") for window in ("window", "covered", "own")}
    assert one(answer, window="5%, 4% own", year="", figure="extra_cash_needed") == ["5680.00"]  # 2,000 + 3,680


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_is_taken_for_a_formula(start: str) -> None:
    assert neutral(f"{start}1+1") == f"'{start}1+1"
    assert neutral(f"1{start}1") == f"1{start}1"


@pytest.mark.parametrize("number", [Decimal("-3.27"), -5, Decimal(0), None])
def test_numbers_stay_numbers(number: object) -> None:
    assert neutral(number) is number


def test_an_offer_that_is_called_like_a_formula() -> None:
    answer = ask(offer("=cmd|'/c calc'!A1", award(APRIL_25, percent(5))), inflation=[[-3], [2]])
    assert {row["offer"] for row in rows(answer)} == {"'=cmd|'/c calc'!A1"}
    assert {row["window"][:5] for row in rows(answer)} == {"'-3% ", "2% wi", "2% co", "2% ow"}


def test_lines_end_as_spreadsheets_expect() -> None:
    text = long_csv(as_json.comparison(ask("scotland"), ASKED))
    assert text.startswith("offer,reading,window,year,figure,value\r\n")
    assert text.count("\n") == text.count("\r\n")


# Markdown.


def table_of(text: str) -> list[list[str]]:
    """The cells of the one table, as a reader of markdown parts them."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def test_the_page_in_markdown() -> None:
    page = paged(ask("wales", "scotland", inflation=[10.1]))
    text = markdown(page)
    found = table_of(text)
    assert found[0] == ["", "Wales (rejected, Feb 2023)", "Scotland (rejected, Feb 2023)"]
    assert found[2] == ["**First year**", "Sep 2022 to Aug 2023", "Apr 2022 to Mar 2023"]
    assert found[3] == ["rise in basic pay", "6.5% to £42,600", "6.0% to £42,400"]
    assert len(found) == len(page.rows) + 2
    assert text.startswith(f"{page.titles[0]}  \n{page.titles[1]}\n\n{page.verdict}\n\n|")
    assert "\n\n(a) The offer does not say 1.5% of what: " in text
    assert "\n\n- Each offer from its own start" in text
    assert text.endswith(f"{page.ending[-1]}\n")


def test_marks_in_a_name_are_shown_as_they_are() -> None:
    name = "A | *b* _c_ <d> [e]"
    text = markdown(paged(ask(offer("a", award(APRIL_25, percent(5)), name=name), "scotland", inflation=[3])))
    escaped = r"A \| \*b\* \_c\_ \<d\> \[e\]"
    assert {len(row) for row in table_of(text)} == {3}
    assert table_of(text)[0][1] == f"{escaped} (offered)"
    assert f'"{escaped}" ' in text
    assert "<d>" not in text


def test_without_a_verdict_there_is_no_paragraph_for_it() -> None:
    page = paged(ask(offer("a", award(APRIL_25, percent(5)))))
    assert markdown(page).startswith(f"{page.titles[0]}\n\n|")


def test_the_markdown_of_any_answer_is_whole(run: Any) -> None:  # noqa: ANN401
    """As the command writes it."""
    answer = run("compare", "wales", "scotland", "--format", "markdown")
    assert answer.code == 0
    assert answer.out.endswith("\n")
    assert not answer.out.endswith("\n\n")
