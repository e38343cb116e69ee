"""The JSON Schema of the answer of ``compare --format json``, made from the same list of figures as the answer."""

from payoffer.keeping import Keeping
from payoffer.report.figures import FIGURES, YEAR_FIGURES
from payoffer.report.json_forms import DAY, NUMBER, TEXT, Form, figure_form, list_of, object_of, sentence, table_of
from payoffer.verdict import Order

WINDOWS = {
    "window": "over the longest deal, or the months asked for",
    "covered": "over the months that every offer covers",
    "own": "over the deal's own months",
}
MONTH: Form = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}$"}


def schema() -> Form:
    """Return the schema (draft 2020-12); no key but those it names is allowed."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "payoffer compare",
        "description": "What each pay offer is worth. What does not apply is null.",
        **object_of(_answer()),
        "$defs": {
            "inflation": object_of(inflation()),
            "sentence": {"oneOf": [sentence(rule, figures) for rule, figures in _rules().items()]},
            "crossing": object_of({"offers": {**list_of(TEXT), "minItems": 2, "maxItems": 2}, "salary": NUMBER}),
            "offer": object_of(_offer()),
            "against": object_of(_against()),
            "reading": object_of(_reading(), optional=("by_inflation",)),
            "figures": object_of(
                {
                    **{figure.name: figure_form(figure) for figure in FIGURES},
                    "years": {**list_of({"$ref": "#/$defs/year"}), "description": "each pay year counted, in order"},
                }
            ),
            "year": object_of(
                {
                    "year": {"type": "integer", "minimum": 1},
                    "from": {**DAY, "description": "its first day; null for an offer without dates"},
                    "to": {**DAY, "description": "its last day, or the last that is counted"},
                    **{figure.name: figure_form(figure) for figure in YEAR_FIGURES},
                    "inflation_from": {**MONTH, "description": "with a series: the month from which prices are taken"},
                    "inflation_to": {**MONTH, "description": "with a series: the month up to which prices are taken"},
                    "published_percent": {
                        "type": ["number", "null"],
                        "description": "with a series: the published twelve-month rate of that month, for quoting",
                    },
                    "forecast": {"type": ["boolean", "null"], "description": "whether that month is a forecast"},
                    "pay_forecast": {
                        "type": ["boolean", "null"],
                        "description": "whether pay of the year hangs on a forecast of an index; null if on no index",
                    },
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
        "inflation": list_of({"$ref": "#/$defs/inflation"}),
        "verdict": list_of({"$ref": "#/$defs/sentence"}),
        "level_rise_percent": {
            "anyOf": [{"type": "null"}, list_of(NUMBER)],
            "description": "the rise that makes an offer that runs out level with the other, for each pair of readings",
        },
        "crossings": list_of({"$ref": "#/$defs/crossing"}),
        "notes": list_of(TEXT),
        "against": {
            "anyOf": [{"type": "null"}, {"$ref": "#/$defs/against"}],
            "description": "the offer that each is set against, over as many months of each",
        },
        "offers": {**list_of({"$ref": "#/$defs/offer"}), "minItems": 1, "maxItems": 8},
    }


def inflation() -> Form:
    """Return the keys of one price index."""
    return {
        "name": TEXT,
        "source": TEXT,
        "rates": {**list_of(NUMBER), "description": "percent up to the start of each pay year of the first offer"},
        "published": {
            **list_of({"type": ["number", "null"]}),
            "description": "of a series: the published rates of the same months, for quoting",
        },
        "forecast_from": {**MONTH, "description": "of a series: the first month that is a forecast"},
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
            **list_of(object_of(_week_change())),
            "description": "each change of the full-time week on the same pay a year; not in any figure of pay",
        },
        "readings": {
            **list_of({"$ref": "#/$defs/reading"}),
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


def _against() -> Form:
    least_and_most = {**list_of(NUMBER), "minItems": 2, "maxItems": 2}
    return {
        "id": TEXT,
        "name": TEXT,
        "kind": {"enum": ["offer", "claim", "award"]},
        "status": TEXT,
        "file": TEXT,
        "offers": list_of(
            object_of(
                {
                    "offer": TEXT,
                    "from": {**DAY, "description": "the day from which its months are counted"},
                    "against_from": {**DAY, "description": "the day from which those of the other are counted"},
                    "months": {**NUMBER, "description": "how many months of each are set against each other"},
                    "extra_cash": {**least_and_most, "description": "extra pay over that of the other, least and most"},
                    "rate_at_end": {**least_and_most, "description": "basic pay a year over that of the other"},
                }
            )
        ),
    }


def _reading() -> Form:
    windows = {name: {"$ref": "#/$defs/figures", "description": meaning} for name, meaning in WINDOWS.items()}
    return {
        "assumes": {**list_of(TEXT), "description": "what this reading takes the offer to mean"},
        **windows,
        "by_inflation": {
            **list_of(object_of({"name": TEXT, **windows})),
            "description": "with several --inflation: the figures against each",
        },
    }


def _rules() -> dict[str, Form]:
    """Return the figures of a sentence for each rule of the verdict."""
    span = {**list_of(NUMBER), "minItems": 2, "maxItems": 2}
    by_offer = table_of(span)
    order = {"extra_cash": by_offer, "one_off_cash": by_offer, "order": list_of({"enum": list(Order)})}
    return {
        "order": order,
        "end": {"rate_at_end": by_offer},
        "longer": {"months_covered": NUMBER},
        "level_rise": {"level_rise_percent": span},
        "prices": {"prices": TEXT, "keeps_up": table_of({"enum": list(Keeping)})},
        "buys": {"real_change_percent": table_of(list_of(span))},
        "keeps_up": {"keeps_up": {"enum": list(Keeping)}},
        "other_clock": {"prices": TEXT, "real_change_percent": span},
        "in_payment": {"rate_in_payment": NUMBER, "new_rate": span},
        "salary": {"crossings": list_of(NUMBER), "crossings_after": list_of(NUMBER)},
        "against": {"extra_cash": span, "rate_at_end": span},
    }
