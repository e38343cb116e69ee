"""The answer of ``compare`` as a JSON document (its schema: ``data/compare.schema.json``)."""

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from payoffer import __version__
from payoffer.compare import Comparison, Figures, Read, Valued
from payoffer.money import decimals
from payoffer.prices import PriceIndex
from payoffer.report.figures import FIGURES, YEAR_FIGURES, values
from payoffer.valuation import Valuation, YearFigures

SCHEMA_VERSION = 1
WINDOWS = ("window", "covered", "own")


def dumps(document: object) -> str:
    """Write a document with money and percentages as plain JSON numbers."""
    return json.dumps(document, indent=2, ensure_ascii=False, default=_number) + "\n"


def _number(value: object) -> int | float:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    message = f"{type(value).__name__} has no form in JSON"
    raise TypeError(message)


def comparison(
    answer: Comparison, command: str, verdict: Sequence[dict[str, Any]], notes: Sequence[str]
) -> dict[str, Any]:
    """Return the whole answer as a document of the schema."""
    question = answer.question
    return {
        "schema_version": SCHEMA_VERSION,
        "command": command,
        "version": __version__,
        "salary": decimals(question.pay.salary, 2),
        "fte": decimals(question.pay.fte, 6),
        "months": _months(answer.months),
        "months_covered": _months(answer.months_covered),
        "align": answer.align,
        "prices": "before",
        "inflation": [_inflation(index, answer) for index in question.prices],
        "verdict": list(verdict),
        "notes": list(notes),
        "offers": [_offer(valued) for valued in answer.offers],
    }


def _months(months: Fraction) -> Decimal:
    return decimals(months, 4)


def _inflation(index: PriceIndex, answer: Comparison) -> dict[str, Any]:
    years = answer.offers[0].reads[0].figures.window.years
    return {
        "name": index.name,
        "source": index.source,
        "rates": [index.rate(year.year) for year in years],
        "published": [],
        "forecast_from": None,
    }


def _offer(valued: Valued) -> dict[str, Any]:
    named, offer = valued.named, valued.offer
    return {
        "id": valued.id,
        "name": offer.name,
        "status": offer.status,
        "file": named.file,
        "kind_of_file": named.kind_of_file,
        "group": offer.group,
        "anchor": valued.anchor.isoformat() if valued.dated else None,
        "until": valued.deal.until.isoformat() if valued.dated else None,
        "until_assumed": valued.deal.end_assumed,
        "rate_in_payment": decimals(valued.rate_in_payment, 2),
        "readings": [_reading(read) for read in valued.reads],
    }


def _reading(read: Read) -> dict[str, Any]:
    document: dict[str, Any] = {
        "assumes": [assumed.text for assumed in read.assumes],
        **_figures(read.figures),
    }
    if len(read.by_prices) > 1:
        document["by_inflation"] = [
            {"name": figures.window.prices.name if figures.window.prices else None, **_figures(figures)}
            for figures in read.by_prices
        ]
    return document


def _figures(figures: Figures) -> dict[str, Any]:
    return {name: _valuation(getattr(figures, name)) for name in WINDOWS}


def _valuation(valuation: Valuation) -> dict[str, Any]:
    return {**values(FIGURES, valuation), "years": [_year(year) for year in valuation.years]}


def _year(year: YearFigures) -> dict[str, Any]:
    return {
        "year": year.year,
        "from": year.first_day.isoformat(),
        "to": year.last_day.isoformat(),
        **values(YEAR_FIGURES, year),
    }
