"""The forms of take-home pay in a JSON Schema: a pay year of it, and the rules it rests on."""

from payoffer.report.json_forms import DAY, NUMBER, TEXT, Form, list_of, object_of

PENNY = "(pounds, to the penny)"


def year() -> Form:
    """Return the form of one pay year of take-home pay."""
    return object_of(
        {
            "year": {"type": "integer", "minimum": 1},
            "from": DAY,
            "to": DAY,
            "months": NUMBER,
            "in_this_offer": {"type": "boolean", "description": "false once the offer has run out"},
            "net_before": _money("take-home pay over these months on pay before"),
            "net_now": _money("take-home pay over these months on pay now in payment"),
            "net_with_offer": _money("take-home pay over these months with the offer"),
            "net_more": _money("what the offer leaves more than pay before"),
            "net_more_a_month": _money("the same a month"),
            "net_new": _money("what it leaves more than pay now"),
            "net_new_a_month": _money("the same a month"),
            "gross_more": _money("basic pay more than before"),
            "gross_new": _money("basic pay more than now"),
            "kept_percent": {"type": ["number", "null"], "description": "the part of the extra basic pay that is left"},
            "pension_limits_crossed": list_of(_limit()),
        }
    )


def _money(meaning: str) -> Form:
    return {**NUMBER, "description": f"{meaning} {PENNY}"}


def _limit() -> Form:
    return object_of(
        {
            "limit": {**NUMBER, "description": "pay a year from which the pension takes more of all pay"},
            "percent_below": NUMBER,
            "percent_from": NUMBER,
            "loss": _money("take-home pay a year less at the limit than a penny below it"),
            "better_off_from": {**NUMBER, "description": "the least whole pound of pay that makes the loss good"},
            "of_full_time_pay": {"type": "boolean"},
            "of_last_year": {"type": "boolean"},
        }
    )


def rules() -> Form:
    """Return the form of whose rules take-home pay rests on, and of the rates used."""
    offer = {"id": TEXT, "nation": TEXT, "pension_from": TEXT, "student_loans": list_of(TEXT)}
    rate = {"of": TEXT, "when": TEXT, "status": TEXT, "sources": list_of(TEXT), "notes": list_of(TEXT)}
    return object_of(
        {
            "tax_year": {"type": ["string", "null"], "description": "the tax year whose rates were asked for"},
            "offers": list_of(object_of(offer)),
            "rates": list_of(object_of(rate)),
        }
    )
