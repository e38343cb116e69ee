"""The parts that the JSON Schemas of all answers are made of."""

from typing import Any

from payoffer.report.figures import MONEY, MONTHS, PERCENT, Figure

Form = dict[str, Any]

UNITS = {MONEY: "pounds, to the penny", PERCENT: "percentage points, to six places", MONTHS: "months"}
TEXT: Form = {"type": "string"}
NUMBER: Form = {"type": "number"}
DAY: Form = {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def sentence(rule: str, figures: Form) -> Form:
    """Return the form of a sentence that comes from one rule."""
    return object_of(
        {
            "rule": {"const": rule},
            "offers": list_of(TEXT),
            "months": {"type": ["number", "null"]},
            "figures": object_of(figures),
            "text": TEXT,
        }
    )


def figure_form(figure: Figure) -> Form:
    """Return the form of a figure, null where it does not apply."""
    return {"type": ["number", "null"], "description": f"{figure.meaning} ({UNITS[figure.unit]})"}


def object_of(properties: Form, optional: tuple[str, ...] = ()) -> Form:
    """Return the form of an object that has these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }


def list_of(items: Form) -> Form:
    """Return the form of a list."""
    return {"type": "array", "items": items}


def table_of(values: Form) -> Form:
    """Return the form of an object whose keys are names."""
    return {"type": "object", "additionalProperties": values}
