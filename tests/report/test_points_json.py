"""The answer of ``points`` as JSON and as CSV: the figures of the table to the penny, in the form of the schema."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import payoffer
from payoffer.report.as_json import dumps
from payoffer.report.medium import Medium
from payoffer.report.points_answer import written
from payoffer.report.points_json import as_csv, document
from payoffer.report.points_schema import schema
from payoffer.report.points_takehome import take_home
from payoffer.takehome.circumstances import Circumstances, pension
from payoffer.takehome.files import tables
from payoffer.takehome.rule_book import asked
from tests.asking import award, flat, measured, offer, one_off, percent
from tests.scaling import COMMAND, on_points, scaled

SHIPPED = Path(payoffer.__file__).parent / "data" / "points.schema.json"
APRIL = "2023-04-01"
POINTS = {"x": 19600, "y": 19604, "z": 30000}
OPEN = on_points("open", POINTS, award(APRIL, percent([4, 6])), week=37, until="2024-12-31")
FLAT = on_points("flat", POINTS, award(APRIL, flat(500)), one_off(flat(300), paid=APRIL), week=37)
TURNED = on_points(
    "turned",
    POINTS,
    award(APRIL, percent({"x": 20, "others": 1})),
    award(APRIL, percent(6, pay_up_to=80000), flat(4000, pay_over=80000)),
    award("2023-09-01", {"move": {"y": "z"}}),
)
UNDATED = on_points("undated", POINTS, award(None, percent(3), year=1), award(None, percent(2), year=2))
PAID = on_points("paid", POINTS, award(APRIL, percent(3), in_payment=True), award(APRIL, percent(1)))


def read(*offers: Any, **options: Any) -> Any:  # noqa: ANN401
    return json.loads(dumps(document(scaled(*offers, **options), COMMAND)))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SHIPPED.read_text(encoding="utf-8")))


def test_what_ships_is_what_is_made() -> None:
    """Write it anew with: json.dumps(schema(), indent=2) and a line end."""
    assert SHIPPED.read_text(encoding="utf-8") == json.dumps(schema(), indent=2) + "\n"
    Draft202012Validator.check_schema(schema())


ANSWERS: list[tuple[list[Any], dict[str, Any]]] = [
    (["scotland"], {}),
    (["scotland", "scotland-2023-03"], {"inflation": [[10.1]]}),
    (["wales", "scotland"], {"inflation": [[10.1], [4, 3]], "fte": "0.6"}),
    (["england"], {"scale": {"england": "eng-teacher-inner"}, "week": "32.5"}),
    (["scotland"], {"inflation": [measured("cpi"), [3]]}),
    ([OPEN, FLAT], {"inflation": [[3]]}),
    ([FLAT, on_points("three", POINTS, award(APRIL, percent(3)), week=37)], {}),
    ([OPEN, FLAT, PAID], {"months": 24, "follows": {"flat": 2}}),
    ([TURNED], {}),
    ([UNDATED], {"inflation": [[2]]}),
    ([offer("none", one_off(flat(100), paid=APRIL), points={"a": 20000})], {"inflation": [[2]], "months": 24}),
]


@pytest.mark.parametrize(("offers", "options"), ANSWERS)
def test_answers_are_as_the_schema_says(
    validator: Draft202012Validator, offers: list[Any], options: dict[str, Any]
) -> None:
    validator.validate(read(*offers, **options))


def with_take_home(*offers: Any, year: str | None = None) -> Any:  # noqa: ANN401
    """Return the document of offers with take-home pay, on a teacher's pension in England."""
    answer = scaled(*offers)
    people = {each.id: Circumstances(loans=("2",), pension=pension("tps")) for each in offers}
    home = take_home(answer, people, tables(), asked(year, tables()) if year else None)
    return json.loads(written(answer, COMMAND, "json", Medium(), home))


def test_take_home_pay_is_as_the_schema_says(validator: Draft202012Validator) -> None:
    validator.validate(with_take_home(OPEN, FLAT))
    found = with_take_home(UNDATED, year="2025-26")
    validator.validate(found)
    assert found["take_home"]["tax_year"] == "2025-26"
    assert found["take_home"]["offers"] == [
        {"id": "undated", "nation": "England", "pension_from": "tps", "student_loans": ["2"]}
    ]
    assert "take_home" not in read(FLAT)
    assert "take_home" not in read(FLAT)["points"][0]


def test_every_rule_comes_up_in_those_answers() -> None:
    rules = {told["rule"] for offers, options in ANSWERS for told in read(*offers, **options)["verdict"]}
    rules |= {told["rule"] for told in with_take_home(FLAT)["verdict"]}
    assert rules == {form["properties"]["rule"]["const"] for form in schema()["$defs"]["sentence"]["oneOf"]}


def test_a_point_has_its_pay_at_each_step() -> None:
    """28,113 to 29,799 is 5.997225%, to 31,437 another 5.496829%."""
    point = read("scotland")["points"][0]
    assert (point["offer"], point["scale"], point["point"], point["reading"]) == (
        "scotland",
        "sct-teacher-main",
        "0",
        1,
    )
    assert (point["before"], point["after"], point["one_off"], point["rise"]) == (28113, 31437, 0, 3324)
    assert (point["monthly_rise"], point["extra_cash"]) == (277, 5010)
    assert point["steps"] == [
        {"effective": "2022-04-01", "annual": 29799, "percent": 5.997225, "moved_to": None},
        {"effective": "2023-04-01", "annual": 31437, "percent": 5.496829, "moved_to": None},
    ]
    assert "by_inflation" not in point
    assert point["real_change_percent"] is None


def test_an_offer_that_can_be_read_in_several_ways_has_an_entry_for_each() -> None:
    """1.5% of 42,333, of 44,450 (now) and of 45,085."""
    points = [point for point in read("wales")["points"] if point["point"] == "U3"]
    assert [(point["reading"], point["one_off"]) for point in points] == [(1, 635.0), (2, 666.75), (3, 676.28)]
    assert points[0]["assumes"] == ["the one-off is 1.5% of pay before: £635.00"]


def test_which_adds_more_at_each_point() -> None:
    answer = read("scotland", "scotland-2023-03")
    assert answer["side_by_side"][0] == {
        "point": "0",
        "order": "clear",
        "adds_most": "scotland-2023-03",
        "by": [587, 587],
    }
    assert (answer["paired"], answer["months_covered"], answer["align"]) == (True, 24, "dates")
    apart = read("wales", "scotland")
    assert (apart["paired"], apart["months_covered"], apart["side_by_side"]) == (False, None, [])
    level = read(PAID, on_points("same", POINTS, award(APRIL, percent(3)), award(APRIL, percent(1))))
    assert (level["side_by_side"][0]["adds_most"], level["side_by_side"][0]["by"]) == (None, None)


def test_who_gets_out_of_order() -> None:
    """x: 19,600 x 1.20 x 1.06 = 24,931.20; y: 19,604 x 1.01 x 1.06 = 20,988.04. Off the scale 80,000 gets 1%, 80,800
    is over the line and gets 4,000; 79,207 x 1.01 = 79,999.07 x 1.06 = 84,799.01; 79,208 gets 80,000.08 + 4,000.
    """
    notches = read(TURNED)["offers"][0]["notches"]
    first = next(notch for notch in notches if notch["lower"] == "x" and notch["from"] == APRIL)
    assert (first["higher"], first["before"], first["until"]) == ("y", [19600, 19604], None)
    assert first["after"] == [24931.2, 20988.04]


def test_who_is_under_the_legal_minimum() -> None:
    tested = read(FLAT)["offers"][0]["legal_minimum"]
    assert (tested["week"], tested["weeks"], tested["unknown_from"]) == (37, 52.143, None)
    (under,) = tested["under"]
    assert (under["from"], under["hourly"], under["ages"], under["week"]) == (APRIL, 10.42, "23+", 37)
    assert under["points"] == {"x": 10.4183}


def test_csv_has_a_row_a_point_with_its_pay_from_each_day() -> None:
    text = as_csv(document(scaled("scotland", "scotland-2023-03", inflation=[[10], [4]]), COMMAND))
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0])[:8] == [
        "offer", "scale", "point", "reading", "before", "from 2022-04-01", "from 2023-04-01", "from 2024-01-01",
    ]  # fmt: skip
    assert len(rows) == 12
    assert (rows[0]["from 2022-04-01"], rows[0]["from 2024-01-01"], rows[6]["from 2024-01-01"]) == (
        "29799.00",
        "",
        "32217.00",
    )
    assert rows[0]["after"] == "31437.00"
    assert float(rows[0]["real_change_percent (10%)"]) < float(rows[0]["real_change_percent (4%)"])


def test_csv_of_an_offer_without_dates_has_its_pay_by_the_number_of_the_rise() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(document(scaled(UNDATED), COMMAND)))))
    assert (rows[0]["rise 1"], rows[0]["rise 2"]) == ("20188.00", "20591.76")


def test_text_in_csv_is_no_formula() -> None:
    odd = on_points("odd", {"=1+2": 20000}, award(APRIL, percent(5)))
    assert "\r\nodd,odd.toml,'=1+2,1," in as_csv(document(scaled(odd), COMMAND))
