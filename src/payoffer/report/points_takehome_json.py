"""Take-home pay in the JSON document of ``points``: its rules, and its pay years at each point and reading."""

from typing import Any

from payoffer.report.points_takehome import PointsTakeHome
from payoffer.report.takehome_json import year_figures
from payoffer.report.takehome_words import rates


def added(document: dict[str, Any], taken: PointsTakeHome) -> dict[str, Any]:
    """Return a document with take-home pay in it; its entries for points are in the order they were made in."""
    readings = [reading for offer in taken.offers for point in offer.points for reading in point.readings]
    points = [
        entry | {"take_home": [year_figures(year, dated=reading.valued.dated) for year in reading.years]}
        for entry, reading in zip(document["points"], readings, strict=True)
    ]
    return document | {"points": points, "take_home": _rules(taken)}


def _rules(taken: PointsTakeHome) -> dict[str, Any]:
    return {
        "tax_year": taken.asked.label if taken.asked else None,
        "offers": [
            {
                "id": offer.points[0].valued.id,
                "nation": offer.book.who.nation,
                "pension_from": offer.book.who.pension.typed,
                "student_loans": list(offer.book.who.loans),
            }
            for offer in taken.offers
        ],
        "rates": rates([rules for offer in taken.offers for rules in offer.book.every()]),
    }
