"""The JSON Schema of the answer of ``points --format json``, made from the same list of figures as the answer."""

from payoffer.report import takehome_schema
from payoffer.report.json_forms import DAY, NUMBER, TEXT, Form, figure_form, list_of, object_of, sentence, table_of
from payoffer.report.json_schema import inflation
from payoffer.report.points_json import NAMES, POINT_FIGURES, REAL_FIGURES
from payoffer.verdict import Order

MAYBE_NUMBER: Form = {"type": ["number", "null"]}
MAYBE_TEXT: Form = {"type": ["string", "null"]}
SPAN: Form = {**list_of(NUMBER), "minItems": 2, "maxItems": 2}
MAYBE_SPAN: Form = {"anyOf": [{"type": "null"}, SPAN]}


def schema() -> Form:
    """Return the schema (draft 2020-12); no key but those it names is allowed."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "payoffer points",
        "description": "What pay offers do to every point of a pay scale. What does not apply is null.",
        **object_of(_answer(), optional=("take_home",)),
        "$defs": {
            "inflation": object_of(inflation()),
            "sentence": {"oneOf": [sentence(rule, figures) for rule, figures in _rules().items()]},
            "offer": object_of(_offer()),
            "notch": object_of(_notch()),
            "legal_minimum": object_of(_legal_minimum()),
            "point": object_of(_point(), optional=("by_inflation", "take_home")),
            "take_home_year": takehome_schema.year(),
            "step": object_of(_step()),
            "side": object_of(
                {
                    "point": TEXT,
                    "order": {"enum": list(Order)},
                    "adds_most": {**MAYBE_TEXT, "description": "an offer; null where the order is not clear"},
                    "by": {**MAYBE_SPAN, "description": "pounds more than the next, in whole pounds, least and most"},
                }
            ),
        },
    }


def _answer() -> Form:
    return {
        "schema_version": {"const": 1},
        "command": {**TEXT, "description": "what was typed to get this answer"},
        "version": TEXT,
        "fte": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
        "week": {**MAYBE_NUMBER, "description": "the full-time hours a week given with --week"},
        "paired": {"type": "boolean", "description": "whether several offers stand on one scale, side by side"},
        "months_covered": {**MAYBE_NUMBER, "description": "the months over which offers stand side by side"},
        "align": {"enum": ["years", "dates", None]},
        "prices": {"enum": ["before", "during"]},
        "inflation": list_of({"$ref": "#/$defs/inflation"}),
        "verdict": list_of({"$ref": "#/$defs/sentence"}),
        "crossings": list_of(object_of({"offers": {**list_of(TEXT), "minItems": 2, "maxItems": 2}, "salary": NUMBER})),
        "notes": list_of(TEXT),
        "offers": {**list_of({"$ref": "#/$defs/offer"}), "minItems": 1, "maxItems": 4},
        "points": {
            **list_of({"$ref": "#/$defs/point"}),
            "minItems": 1,
            "description": "an entry for each offer, point and way to read the offer there",
        },
        "side_by_side": list_of({"$ref": "#/$defs/side"}),
        "take_home": {**takehome_schema.rules(), "description": "with --take-home: the rules it rests on"},
    }


def _offer() -> Form:
    scale = {
        "name": TEXT,
        "file": TEXT,
        "pay_from": {**DAY, "description": "the day that the pay before the offer is of, where the scale has dates"},
        "points": {"type": "integer", "minimum": 1},
        "left_out": {**table_of(TEXT), "description": "points without a row, each with the reason"},
    }
    return {
        "id": TEXT,
        "name": TEXT,
        "status": {"enum": ["offered", "accepted", "rejected", "imposed", "superseded"]},
        "file": TEXT,
        "kind_of_file": {"enum": ["bundled", "own", "local", "shorthand"]},
        "group": MAYBE_TEXT,
        "scale": object_of(scale),
        "from": {**DAY, "description": "the first day counted; null for an offer without dates"},
        "to": {**DAY, "description": "the last day counted"},
        "months": {**NUMBER, "description": "the months counted for its points"},
        "notches": list_of({"$ref": "#/$defs/notch"}),
        "legal_minimum": {
            "anyOf": [{"type": "null"}, {"$ref": "#/$defs/legal_minimum"}],
            "description": "null where it was not tested",
        },
    }


def _notch() -> Form:
    return {
        "lower": {**MAYBE_TEXT, "description": "the point with less pay before; null off the scale"},
        "higher": {**MAYBE_TEXT, "description": "the point with more pay before; null off the scale"},
        "before": {**SPAN, "description": "full-time pay a year of both before the offer, the lower first"},
        "after": {**SPAN, "description": "full-time pay a year of both from the day on, in the same order"},
        "by": {**SPAN, "description": "pounds a year by which the lower ends above the other, least and most"},
        "from": DAY,
        "until": {
            **MAYBE_NUMBER,
            "description": "off the scale: the highest salary that ends below the lower one's pay",
        },
    }


def _legal_minimum() -> Form:
    under = {
        "from": DAY,
        "hourly": {**NUMBER, "description": "the legal minimum, in pounds an hour"},
        "ages": TEXT,
        "week": NUMBER,
        "points": {**table_of(NUMBER), "description": "points under it, each with its pay in pounds an hour"},
    }
    return {
        "week": {**NUMBER, "description": "hours of the full-time week at the start"},
        "weeks": {**NUMBER, "description": "weeks a year"},
        "unknown_from": {**DAY, "description": "the first day for which the legal minimum is not known"},
        "under": list_of(object_of(under)),
    }


def _point() -> Form:
    real = {figure.name: figure_form(figure) for figure in REAL_FIGURES}
    return {
        "offer": TEXT,
        "scale": TEXT,
        "point": TEXT,
        "reading": {"type": "integer", "minimum": 1},
        "assumes": {**list_of(TEXT), "description": "what this reading takes the offer to mean"},
        **{NAMES.get(figure.name, figure.name): figure_form(figure) for figure in POINT_FIGURES},
        "rise": {**NUMBER, "description": "the rise in basic pay a year at the end (pounds, to the penny)"},
        "steps": list_of({"$ref": "#/$defs/step"}),
        "by_inflation": {
            **list_of(object_of({"name": TEXT, **real})),
            "description": "with several --inflation: the figures against each",
        },
        "take_home": {
            **list_of({"$ref": "#/$defs/take_home_year"}),
            "description": "with --take-home: take-home pay in each pay year",
        },
    }


def _step() -> Form:
    return {
        "effective": {**DAY, "description": "the day from which it counts; null for an offer without dates"},
        "annual": {**NUMBER, "description": "full-time basic pay a year from that day on"},
        "percent": {**NUMBER, "description": "the rise of that day, in percent"},
        "moved_to": {**MAYBE_TEXT, "description": "the point that the people of this one go on to"},
    }


def _rules() -> dict[str, Form]:
    """Return the figures of a sentence for each rule."""
    side = {
        "offer": {**MAYBE_TEXT, "description": "the offer ahead; null where it is not clear"},
        "offers": {**list_of(TEXT), "description": "the offers ahead, or among which it is level or depends"},
        "order": {"enum": list(Order)},
        "points": list_of(TEXT),
        "by": MAYBE_SPAN,
    }
    return {
        "order": {"sides": list_of(object_of(side))},
        "end": {"sides": list_of(object_of(side))},
        "longer": {"months_covered": NUMBER},
        "not_paired": {"scales": list_of(TEXT)},
        "places": {"crossings": list_of(NUMBER)},
        "rise": {"a_year": SPAN, "points": list_of(TEXT)},
        "in_percent": {"compounded_percent": SPAN},
        "one_off": {"one_off": SPAN},
        "in_payment": {"new_cash": SPAN},
        "prices": {"prices": TEXT, "keeps_up": list_of(TEXT), "real_change_percent": MAYBE_SPAN},
        "other_clock": {"prices": TEXT, "real_change_percent": SPAN},
        "take_home": {"net_more_a_month": list_of(SPAN), "points": list_of(TEXT)},
        "moved": {},
        "order_turns": {},
        "edge": {},
        "legal_minimum": {},
    }
