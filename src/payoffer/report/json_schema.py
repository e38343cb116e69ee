"""The JSON Schema of the answer of ``compare --format json``, made from the same list of figures as the answer."""

from typing import Any

from payoffer.report.figures import FIGURES, MONEY, MONTHS, PERCENT, YEAR_FIGURES, Figure
from payoffer.verdict import Keeping, Order

Form = dict[str, Any]

UNITS = {MONEY: "pounds, to the penny", PERCENT: "percentage points, to six places", MONTHS: "months"}
WINDOWS = {
    "window": "over the longest deal, or the months asked for",
    "covered": "over the months that every offer covers",
    "own": "over the deal's own months",
}
TEXT: Form = {"type": "string"}
NUMBER: Form = {"type": "number"}
DAY: Form = {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def schema() -> Form:
    """Return the schema (draft 2020-12); no key but those it names is allowed."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "payoffer compare",
        "description": "What each pay offer is worth. What does not apply is null.",
        **_object(_answer()),
        "$defs": {
            "inflation": _object(_inflation()),
            "sentence": {"oneOf": [_sentence(rule, figures) for rule, figures in _rules().items()]},
            "crossing": _object({"offers": {**_list(TEXT), "minItems": 2, "maxItems": 2}, "salary": NUMBER}),
            "offer": _object(_offer()),
            "reading": _object(_reading(), optional=("by_inflation",)),
            "figures": _object(
                {
                    **{figure.name: _figure(figure) for figure in FIGURES},
                    "years": {**_list({"$ref": "#/$defs/year"}), "description": "each pay year counted, in order"},
                }
            ),
            "year": _object(
                {
                    "year": {"type": "integer", "minimum": 1},
                    "from": {**DAY, "description": "its first day; null for an offer without dates"},
                    "to": {**DAY, "description": "its last day, or the last that is counted"},
                    **{figure.name: _figure(figure) for figure in YEAR_FIGURES},
                }
            ),
        },
    }


def _answer() -> Form:
    return {
        "schema_version": {"const": 1},
        "command": {**TEXT, "description": "what was typed to get this answer"},
        "version": TEXT,
        "salary": {
            "type": ["number", "null"],
            "description": "full-time basic pay a year as given; null where pay points were given",
        },
        "fte": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
        "months": {**NUMBER, "description": "months in `window`"},
        "months_covered": {**NUMBER, "description": "months in `covered`"},
        "align": {"enum": ["years", "dates"]},
        "prices": {"enum": ["before", "during"]},
        "inflation": _list({"$ref": "#/$defs/inflation"}),
        "verdict": _list({"$ref": "#/$defs/sentence"}),
        "level_rise_percent": {
            "anyOf": [{"type": "null"}, _list(NUMBER)],
            "description": "the rise that makes an offer that runs out level with the other, for each pair of readings",
        },
        "crossings": _list({"$ref": "#/$defs/crossing"}),
        "notes": _list(TEXT),
        "offers": {**_list({"$ref": "#/$defs/offer"}), "minItems": 1, "maxItems": 8},
    }


def _inflation() -> Form:
    return {
        "name": TEXT,
        "source": TEXT,
        "rates": {**_list(NUMBER), "description": "percent up to the start of each pay year counted"},
        "published": _list(NUMBER),
        "forecast_from": {"type": ["string", "null"]},
    }


def _offer() -> Form:
    return {
        "id": TEXT,
        "name": TEXT,
        "status": {"enum": ["offered", "accepted", "rejected", "imposed", "superseded"]},
        "file": TEXT,
        "kind_of_file": {"enum": ["bundled", "own", "local", "shorthand"]},
        "group": {"type": ["string", "null"]},
        "anchor": {**DAY, "description": "the first day counted; null for an offer without dates"},
        "until": {**DAY, "description": "the deal's last day"},
        "until_assumed": {"type": "boolean"},
        "rate_in_payment": {**NUMBER, "description": "full-time pay a year with all that is already being paid"},
        "week_changes": {
            **_list(_object(_week_change())),
            "description": "each change of the full-time week on the same pay a year; not in any figure of pay",
        },
        "readings": {
            **_list({"$ref": "#/$defs/reading"}),
            "minItems": 1,
            "description": "least extra pay first; one where the offer leaves nothing open",
        },
    }


def _week_change() -> Form:
    return {
        "effective": {**DAY, "description": "the day of the change; null for an offer without dates"},
        "hours_before": NUMBER,
        "hours_after": NUMBER,
        "hourly_percent": {**NUMBER, "description": "how much more an hour is paid, in percent; below zero for less"},
    }


def _reading() -> Form:
    windows = {name: {"$ref": "#/$defs/figures", "description": meaning} for name, meaning in WINDOWS.items()}
    return {
        "assumes": {**_list(TEXT), "description": "what this reading takes the offer to mean"},
        **windows,
        "by_inflation": {
            **_list(_object({"name": TEXT, **windows})),
            "description": "with several --inflation: the figures against each",
        },
    }


def _rules() -> dict[str, Form]:
    """Return the figures of a sentence for each rule of the verdict."""
    span = {**_list(NUMBER), "minItems": 2, "maxItems": 2}
    by_offer = _table(span)
    order = {"extra_cash": by_offer, "one_off_cash": by_offer, "order": _list({"enum": list(Order)})}
    return {
        "order": order,
        "end": {"rate_at_end": by_offer},
        "longer": {"months_covered": NUMBER},
        "level_rise": {"level_rise_percent": span},
        "prices": {"prices": TEXT, "keeps_up": _table({"enum": list(Keeping)})},
        "buys": {"real_change_percent": _table(_list(span))},
        "keeps_up": {"keeps_up": {"enum": list(Keeping)}},
        "in_payment": {"rate_in_payment": NUMBER, "new_rate": span},
        "salary": {"crossings": _list(NUMBER)},
    }


def _sentence(rule: str, figures: Form) -> Form:
    return _object(
        {
            "rule": {"const": rule},
            "offers": _list(TEXT),
            "months": {"type": ["number", "null"]},
            "figures": _object(figures),
            "text": TEXT,
        }
    )


def _figure(figure: Figure) -> Form:
    return {"type": ["number", "null"], "description": f"{figure.meaning} ({UNITS[figure.unit]})"}


def _object(properties: Form, optional: tuple[str, ...] = ()) -> Form:
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }


def _list(items: Form) -> Form:
    return {"type": "array", "items": items}


def _table(values: Form) -> Form:
    return {"type": "object", "additionalProperties": values}
