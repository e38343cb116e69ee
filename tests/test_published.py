"""Every figure that publishers printed of a bundled offer comes out of the offer, as exactly as it was printed."""

from decimal import Decimal
from pathlib import Path

import pytest

from payoffer.shelf import BUNDLED
from tests.publishing import FIGURES, LISTS, Printed, figure, files, pay_before, printed

FILES = files()
ALL = list(printed())
KEYS = {
    *(
        "say",
        "figure",
        "point",
        "scale",
        "start",
        "salary",
        "on",
        "since",
        "before",
        "value",
        "printed",
        "to",
        "months",
    ),
    *("number", "reading", "rounding", "why", "index", "conditional"),
}
HEAD = {"offer", "terms", "valued", "left_out", "published", "slip", "untested", "elsewhere"}


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.label)
def test_what_was_printed_comes_out(each: Printed) -> None:
    assert figure(each.offer, each.item) == Decimal(each.item["value"])


@pytest.mark.parametrize("each", [each for each in ALL if "before" in each.item], ids=lambda each: each.label)
def test_pay_before_is_what_was_printed(each: Printed) -> None:
    assert pay_before(each.offer, each.item) == each.item["before"]


@pytest.mark.parametrize("each", [each for each in ALL if each.list == "slip"], ids=lambda each: each.label)
def test_a_slip_is_one_and_says_why(each: Printed) -> None:
    assert Decimal(each.item["printed"]) != Decimal(each.item["value"])
    assert each.item["why"]


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.label)
def test_a_printed_figure_is_written_in_full(each: Printed) -> None:
    assert set(each.item) <= KEYS
    assert each.item["figure"] in FIGURES
    assert "rounding" not in each.item or each.item["why"]


def test_every_bundled_offer_has_its_file() -> None:
    assert {name: document["offer"] for name, document in FILES.items()} == {
        path.stem: path.stem for path in BUNDLED.glob("*.toml")
    }


@pytest.mark.parametrize("document", FILES.values(), ids=FILES)
def test_every_term_is_valued_or_left_out_by_name(document: dict[str, list[dict[str, str]]]) -> None:
    assert set(document) <= HEAD
    left_out = document.get("left_out", [])
    assert document["terms"] == document["valued"] + len(left_out)  # type: ignore[operator]
    assert all(each["term"] and each["why"] for each in left_out)
    assert all(each["say"] and each["why"] for each in document.get("untested", []))
    assert any(document.get(name) for name in (*LISTS, "untested", "elsewhere"))


def test_what_is_tested_elsewhere_is_there() -> None:
    text = (Path(__file__).parent / "test_published_odd.py").read_text(encoding="utf-8")
    for document in FILES.values():
        assert all(f"def {each['test']}(" in text for each in document.get("elsewhere", ()))
