"""The JSON Schema that ships with the package: what is made is what is there, and it is strict."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

import payoffer
from payoffer.against import apart
from payoffer.compare import Comparison
from payoffer.library import load, points_before
from payoffer.report import as_json
from payoffer.report.json_schema import schema
from payoffer.report.page import Said
from tests.asking import ASKED, ask, award, flat, measured, offer, one_off, percent, proposed

SHIPPED = Path(payoffer.__file__).parent / "data" / "compare.schema.json"
APRIL_25, APRIL_26 = "2025-04-01", "2026-04-01"
YEAR_25 = ["2025-04-01", "2026-03-31"]


def read(answer: Comparison) -> Any:  # noqa: ANN401
    return json.loads(as_json.dumps(as_json.comparison(answer, ASKED)))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SHIPPED.read_text(encoding="utf-8")))


def test_what_ships_is_what_is_made() -> None:
    """Write it anew with: json.dumps(schema(), indent=2) and a line end."""
    assert SHIPPED.read_text(encoding="utf-8") == json.dumps(schema(), indent=2) + "\n"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def objects(form: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """Every form of an object with keys of its own."""
    if isinstance(form, list):
        return [found for item in form for found in objects(item)]
    if not isinstance(form, dict):
        return []
    own = [form] if "properties" in form and form.get("type") == "object" else []
    return own + [found for item in form.values() for found in objects(item)]


def test_it_is_strict_everywhere() -> None:
    found = objects(schema())
    assert len(found) > 15
    for form in found:
        assert form["additionalProperties"] is False
        assert set(form["properties"]) - set(form["required"]) <= {"by_inflation"}


def plan(id_: str = "a") -> Any:  # noqa: ANN401
    return offer(
        id_,
        award(APRIL_25, percent([3, 5])),
        one_off(percent(1), of="unstated", covers=YEAR_25),
        proposed(APRIL_26, percent(3)),
    )


CUT = offer("cut", award(APRIL_25, percent(-4), paid="2025-10-01"), group=None)
UNDATED = offer("undated", award(None, percent(5), year=1), award(None, percent(5), year=2))
FLAT = offer("flat", award(APRIL_25, flat(1000)), award(APRIL_26, flat(1000)))
PAID = offer("paid", award(APRIL_25, percent(2), in_payment=True), one_off(flat(500), paid=APRIL_25))


@pytest.mark.parametrize(
    ("offers", "options"),
    [
        (["wales"], {}),
        (["wales", "scotland"], {"inflation": [10.1]}),
        (["wales", "scotland"], {"inflation": [measured("cpi"), measured("rpi"), [10.1]]}),
        (["wales", "scotland"], {"inflation": [measured("cpi", "during")]}),
        (["wales-2023-03", "scotland-2023-03"], {"inflation": [[10.1], [4, 3]], "months": 36}),
        (["england", "wales", "scotland"], {"inflation": [10.1], "follows": {"wales": "proposed"}}),
        (["wales"], {"points": {"wales": "U3"}, "inflation": [5]}),
        ([plan(), FLAT], {"inflation": [-3], "fte": "0.6"}),
        ([CUT, UNDATED, PAID], {"inflation": [3]}),
        ([FLAT, CUT], {"inflation": [3], "months": 6, "align": "years"}),
        ([PAID, FLAT], {"salary": 42000, "now": True}),
        ([UNDATED], {"inflation": [4.9]}),
        ([offer("a", award(APRIL_25, percent(1)), one_off(flat(900), paid=APRIL_25))], {"inflation": [3]}),
        ([offer("a", award(APRIL_25, percent(1)), award(APRIL_26, percent(9)))], {"inflation": [3]}),
        ([offer(f"o{number}", award(APRIL_25, percent(number))) for number in range(1, 9)], {"inflation": [3]}),
    ],
)
def test_answers_are_as_it_says(validator: Draft202012Validator, offers: list[Any], options: dict[str, Any]) -> None:
    validator.validate(read(ask(*offers, **options)))


def test_an_answer_against_another_offer_is_as_it_says(validator: Draft202012Validator) -> None:
    answer = ask("scotland", inflation=[3])
    beside = tuple(apart((answer.offers[0].named,), load("scotland-2023-03"), answer.question, points_before))
    validator.validate(json.loads(as_json.dumps(as_json.comparison(answer, Said("again", against=beside)))))


def test_every_rule_of_the_verdict_comes_up_in_those_answers() -> None:
    """So that each form of a sentence has been held against a real one."""
    answers = [
        ask("wales", "scotland", inflation=[10.1]),
        ask("england", plan(), FLAT, inflation=[3]),
        ask(plan(), FLAT),
        ask(offer("a", award(APRIL_25, percent(1)), one_off(flat(900), paid=APRIL_25)), inflation=[3]),
        ask(PAID, FLAT),
        ask("scotland", inflation=[measured("cpi")]),
    ]
    rules = {sentence["rule"] for answer in answers for sentence in read(answer)["verdict"]}
    beside = tuple(apart((PAID,), FLAT, answers[-2].question, points_before))
    rules |= {each["rule"] for each in as_json.comparison(answers[-2], Said("again", against=beside))["verdict"]}
    known = schema()["$defs"]["sentence"]["oneOf"]
    assert rules == {form["properties"]["rule"]["const"] for form in known}


def test_an_answer_that_is_not_as_it_says_is_refused(validator: Draft202012Validator) -> None:
    whole = read(ask("wales", "scotland", inflation=[10.1]))

    def refused(change: Any) -> bool:  # noqa: ANN401
        broken = copy.deepcopy(whole)
        change(broken)
        try:
            validator.validate(broken)
        except ValidationError:
            return True
        return False

    def own(answer: Any) -> Any:  # noqa: ANN401
        return answer["offers"][0]["readings"][0]["own"]

    def renamed(answer: Any) -> None:  # noqa: ANN401
        own(answer)["extra_pay"] = own(answer).pop("extra_cash")

    assert not refused(lambda _: None)
    assert refused(renamed)
    assert refused(lambda answer: answer.pop("notes"))
    assert refused(lambda answer: answer.update(more=1))
    assert refused(lambda answer: own(answer).update(months="24"))
    assert refused(lambda answer: own(answer)["years"][0].pop("shortfall"))
    assert refused(lambda answer: own(answer)["years"][0].update({"from": "1 April"}))
    assert refused(lambda answer: answer["verdict"][0].update(rule="winner"))
    assert refused(lambda answer: answer["verdict"][0]["figures"].update(order=["ahead"]))
    assert refused(lambda answer: answer["offers"][0].update(kind_of_file="mine"))
    assert refused(lambda answer: answer.update(salary="40000"))
    assert refused(lambda answer: answer.update(offers=[]))
