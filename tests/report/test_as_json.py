"""The answer as a JSON document: every key of the contract, numbers as they are printed, nothing that nobody asked."""

import json
from decimal import Decimal
from typing import Any

import pytest

from payoffer import __version__
from payoffer.compare import Comparison
from payoffer.report import as_json
from payoffer.report.page import Said
from tests.asking import ask, award, flat, offer, one_off, paged, percent, proposed

APRIL_25, APRIL_26 = "2025-04-01", "2026-04-01"


def document(answer: Comparison) -> dict[str, Any]:
    """The document as a reader of JSON gets it, its numbers exact."""
    text = as_json.dumps(as_json.comparison(answer, Said("payoffer compare a b --format json")))
    found: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return found


def test_the_keys_of_the_contract_in_their_order() -> None:
    found = document(ask("wales", "scotland", inflation=[10.1]))
    assert list(found) == [
        *("schema_version", "command", "version", "salary", "fte", "months", "months_covered", "align", "prices"),
        *("inflation", "verdict", "level_rise_percent", "crossings", "notes", "against", "offers"),
    ]
    assert list(found["inflation"][0]) == ["name", "source", "rates", "published", "forecast_from"]
    assert list(found["verdict"][0]) == ["rule", "offers", "months", "figures", "text"]
    assert list(found["offers"][0]) == [
        *("id", "name", "status", "file", "kind_of_file", "group", "anchor", "until", "until_assumed"),
        *("rate_in_payment", "week_changes", "readings"),
    ]
    reading = found["offers"][0]["readings"][0]
    assert list(reading) == ["assumes", "window", "covered", "own"]
    year = reading["own"]["years"][0]
    assert list(year)[:4] == ["year", "from", "to", "months"]


def test_the_head_of_february() -> None:
    found = document(ask("wales", "scotland", inflation=[10.1]))
    assert {
        key: found[key] for key in ("schema_version", "command", "version", "salary", "fte", "prices", "align")
    } == {
        "schema_version": 1,
        "command": "payoffer compare a b --format json",
        "version": __version__,
        "salary": 40000,
        "fte": 1,
        "prices": "before",
        "align": "years",
    }
    assert (found["months"], found["months_covered"]) == (24, 12)
    assert found["inflation"] == [
        {
            "name": "10.1%",
            "source": "your figure",
            "rates": [Decimal("10.1"), Decimal("10.1")],
            "published": [],
            "forecast_from": None,
        }
    ]
    # (7,132 - 5,800) / 42,600 and so on, the most first.
    assert found["level_rise_percent"] == [Decimal("3.126761"), Decimal("3.056338"), Decimal("3.035211")]
    assert found["crossings"] == []
    page = paged(ask("wales", "scotland", inflation=[10.1]))
    assert found["notes"] == [*(note for _, note in page.footnotes), *page.remarks]
    assert [sentence["text"] for sentence in found["verdict"]] == [sentence.text for sentence in page.sentences]


def test_an_offer_of_february() -> None:
    wales, scotland = document(ask("wales", "scotland", inflation=[10.1]))["offers"]
    assert {key: value for key, value in wales.items() if key != "readings"} == {
        "id": "wales",
        "name": "Wales",
        "status": "rejected",
        "file": "wales.toml (bundled)",
        "kind_of_file": "bundled",
        "group": "teachers-wales",
        "anchor": "2022-09-01",
        "until": "2023-08-31",
        "until_assumed": True,
        "rate_in_payment": 42000,
        "week_changes": [],
    }
    assert (scotland["until"], scotland["until_assumed"]) == ("2024-03-31", False)
    assert [reading["window"]["extra_cash"] for reading in wales["readings"]] == [5800, 5830, 5839]
    assert wales["readings"][0]["assumes"] == ["the one-off is 1.5% of pay before: £600.00"]
    (reading,) = scotland["readings"]
    assert reading["assumes"] == []
    assert reading["own"]["shortfall"] == Decimal("5396.04")
    assert reading["own"]["real_change_percent"] == Decimal("-7.746323")
    assert reading["own"]["years"][1]["from"] == "2023-04-01"
    assert reading["own"]["years"][1]["to"] == "2024-03-31"


def test_what_does_not_apply_is_null() -> None:
    (found,) = document(ask(offer("a", award(APRIL_25, flat(500)), group=None)))["offers"]
    own = found["readings"][0]["own"]
    assert found["group"] is None
    for key in ("headline_percent", "shortfall", "real_change_percent", "one_off_as_rise_percent", "arrears"):
        assert own[key] is None, key
    assert own["extra_cash"] == 500


def test_an_offer_without_dates_has_none() -> None:
    (found,) = document(ask(offer("a", award(None, percent(5), year=1))))["offers"]
    assert (found["anchor"], found["until"]) == (None, None)
    year = found["readings"][0]["own"]["years"][0]
    assert (year["year"], year["from"], year["to"]) == (1, None, None)


def test_with_several_prices_a_block_for_each() -> None:
    found = document(ask("scotland", inflation=[[10.1], [5, 4]]))
    assert [index["rates"] for index in found["inflation"]] == [[Decimal("10.1")] * 2, [5, 4]]
    reading = found["offers"][0]["readings"][0]
    assert [block["name"] for block in reading["by_inflation"]] == ["10.1%", "5%, 4%"]
    first, second = (block["own"]["extra_cash_needed"] for block in reading["by_inflation"])
    assert (first, second) == (Decimal("12528.04"), 5680)
    assert reading["own"] == reading["by_inflation"][0]["own"]


@pytest.mark.parametrize(
    ("options", "salary", "fte"),
    [({"salary": "25650.50"}, Decimal("25650.5"), 1), ({"fte": "0.6"}, 40000, Decimal("0.6"))],
)
def test_whose_pay_it_is(options: dict[str, Any], salary: object, fte: object) -> None:
    found = document(ask("scotland", **options))
    assert (found["salary"], found["fte"]) == (salary, fte)


def test_of_pay_points_there_is_no_one_salary() -> None:
    found = document(ask("wales", points={"wales": "U3"}))
    assert found["salary"] is None
    assert found["offers"][0]["readings"][0]["own"]["rate_before"] == 42333


def test_where_the_order_turns() -> None:
    both = ask(offer("a", award(APRIL_25, flat(1000))), offer("b", award(APRIL_25, percent(4))))
    found = document(both)
    assert found["crossings"] == [{"offers": ["a", "b"], "salary": 25000}]
    assert found["level_rise_percent"] is None
    assert found["align"] == "dates"


def test_no_level_rise_without_one_that_has_run_out() -> None:
    assert document(ask("scotland"))["level_rise_percent"] is None
    assert document(ask("england", "wales", "scotland"))["level_rise_percent"] is None
    plan = offer("a", award(APRIL_25, percent(5)), proposed(APRIL_26, percent(3)))
    two = offer("b", award(APRIL_25, percent(4)), award(APRIL_26, percent(3)))
    assert document(ask(plan, two))["level_rise_percent"] == [Decimal("1.066667")]  # 448 of 42,000


def test_money_is_to_the_penny_and_a_percentage_to_six_places_half_up() -> None:
    """1/3% of 40,000 is 133.33...; 0.0000005 rounds up."""
    named = offer("a", award(APRIL_25, percent(0.3333335)), one_off(flat(0.005), paid=APRIL_25))
    own = document(ask(named, inflation=[0]))["offers"][0]["readings"][0]["own"]
    assert own["one_off_cash"] == Decimal("0.01")
    assert own["rate_at_end"] == Decimal("40133.33")


def test_what_has_no_form_in_json_is_a_bug() -> None:
    with pytest.raises(TypeError, match=r"^set has no form in JSON$"):
        as_json.dumps({"a": set()})


def test_the_text_is_readable() -> None:
    text = as_json.dumps({"a": "£5", "b": Decimal("24.0000"), "c": Decimal("-3.27")})
    assert text == '{\n  "a": "£5",\n  "b": 24,\n  "c": -3.27\n}\n'


def test_a_change_of_the_week() -> None:
    shorter = award("2025-04-01", percent(3), {"new_week": 36})
    (found,) = document(ask(offer("a", shorter, week=37)))["offers"]
    assert found["week_changes"] == [
        {"effective": "2025-04-01", "hours_before": 37, "hours_after": 36, "hourly_percent": Decimal("2.777778")}
    ]
    undated = offer("a", award(None, {"new_week": 35}, year=1), week=37)
    (found,) = document(ask(undated))["offers"]
    # 37 / 35 = 1.0571428...
    assert found["week_changes"] == [
        {"effective": None, "hours_before": 37, "hours_after": 35, "hourly_percent": Decimal("5.714286")}
    ]
