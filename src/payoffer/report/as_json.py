"""The answer of ``compare`` as a JSON document (its schema: ``data/compare.schema.json``)."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

from payoffer import __version__
from payoffer.compare import Comparison, Figures, Read, Valued
from payoffer.money import decimals
from payoffer.pay_year import YearFigures
from payoffer.prices import PriceIndex
from payoffer.report.figures import FIGURES, YEAR_FIGURES, values
from payoffer.report.page import Said, page
from payoffer.report.readings import assumptions
from payoffer.report.voice import Sentence
from payoffer.report.week_words import document as week_document
from payoffer.valuation import Valuation
from payoffer.verdict import Verdict, level_rises

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


def comparison(answer: Comparison, said: Said) -> dict[str, Any]:
    """Return the whole answer as a document of the schema."""
    question = answer.question
    told = page(answer, said)
    found = told.findings
    return {
        "schema_version": SCHEMA_VERSION,
        "command": said.command,
        "version": __version__,
        "salary": None if question.pay.points else decimals(question.pay.salary, 2),
        "fte": decimals(question.pay.fte, 6),
        "months": months(answer.months),
        "months_covered": months(answer.months_covered),
        "align": answer.align,
        "prices": "before",
        "inflation": [inflation(index, answer) for index in question.prices],
        "verdict": [sentence(each) for each in told.sentences],
        "level_rise_percent": _level_rise(answer, found),
        "crossings": [
            {"offers": list(crossing.offers), "salary": decimals(crossing.salary, 0)}
            for crossing in found.crossings.found
        ],
        "notes": [*(note for _, note in told.footnotes), *told.remarks],
        "offers": [_offer(valued) for valued in answer.offers],
    }


def sentence(told: Sentence) -> dict[str, Any]:
    """Return a sentence with what it is made of."""
    return {
        **told._asdict(),
        "offers": list(told.offers),
        "months": None if told.months is None else months(told.months),
    }


def _level_rise(answer: Comparison, found: Verdict) -> list[Decimal] | None:
    """Return the rise that makes the offer that runs out level, for each pair of readings, the most first."""
    if found.longer is None or found.longer.level_rise is None:
        return None
    level = found.longer.level_rise
    return [decimals(rise, 6) for rise in level_rises(answer, level.offer, level.against)]


def months(count: Fraction) -> Decimal:
    """Return months as they are printed."""
    return decimals(count, 4)


def inflation(index: PriceIndex, answer: Comparison) -> dict[str, Any]:
    """Return one price index: what it is called, and its rates."""
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
        "week_changes": week_document(valued),
        "readings": [_reading(valued, read) for read in valued.reads],
    }


def _reading(valued: Valued, read: Read) -> dict[str, Any]:
    document: dict[str, Any] = {
        "assumes": assumptions(valued, read),
        **_figures(read.figures, dated=valued.dated),
    }
    if len(read.by_prices) > 1:
        document["by_inflation"] = [
            {
                "name": figures.window.prices.name if figures.window.prices else None,
                **_figures(figures, dated=valued.dated),
            }
            for figures in read.by_prices
        ]
    return document


def _figures(figures: Figures, *, dated: bool) -> dict[str, Any]:
    return {name: _valuation(getattr(figures, name), dated=dated) for name in WINDOWS}


def _valuation(valuation: Valuation, *, dated: bool) -> dict[str, Any]:
    return {**values(FIGURES, valuation), "years": [_year(year, dated=dated) for year in valuation.years]}


def _year(year: YearFigures, *, dated: bool) -> dict[str, Any]:
    return {
        "year": year.year,
        "from": year.first_day.isoformat() if dated else None,
        "to": year.last_day.isoformat() if dated else None,
        **values(YEAR_FIGURES, year),
    }
