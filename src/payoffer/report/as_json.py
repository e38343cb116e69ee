"""The answer of ``compare`` as a JSON document (its schema: ``data/compare.schema.json``)."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

from payoffer import __version__
from payoffer.compare import Comparison, Figures, Read, Valued
from payoffer.money import decimals
from payoffer.pay_year import YearFigures
from payoffer.prices import Meant, Prices
from payoffer.report.against_words import against_data
from payoffer.report.figures import FIGURES, PERCENT, PLACES, YEAR_FIGURES, values
from payoffer.report.followed_words import follows_forecast
from payoffer.report.offer_notes import indices_of
from payoffer.report.page import Said, page
from payoffer.report.price_notes import sources
from payoffer.report.readings import assumptions
from payoffer.report.series_words import meant_of, source_line
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
        "prices": "during" if any(prices.during for prices in question.prices) else "before",
        "inflation": [inflation(number, prices, answer) for number, prices in enumerate(question.prices)],
        "verdict": [sentence(each) for each in told.sentences],
        "level_rise_percent": _level_rise(answer, found),
        "crossings": [
            {"offers": list(crossing.offers), "salary": decimals(crossing.salary, 0)}
            for crossing in found.crossings.found
        ],
        "notes": [*(note for _, note in told.footnotes), *told.remarks],
        "against": against_data(said.against),
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


def inflation(number: int, prices: Prices, answer: Comparison) -> dict[str, Any]:
    """Return what prices were asked about; the rates are those that the first offer meets."""
    years = answer.offers[0].reads[0].by_prices[number].window.years
    meant = [meant_of(year) for year in years]
    used = next((series for series in sources(answer) if series.label == prices.name), None)
    return {
        "name": prices.name,
        "source": source_line(used) if used else prices.source,
        "rates": [_percent(year.inflation_percent) for year in years],
        "published": [quoted(each) for each in meant if each],
        "forecast_from": f"{used.forecast_from:%Y-%m}" if used and used.forecast_from else None,
    }


def _percent(value: Fraction | None) -> Decimal | None:
    return None if value is None else decimals(value, PLACES[PERCENT])


def quoted(meant: Meant) -> Decimal | None:
    """Return the published rate of the months that a pay year meets; None for a forecast, or where none is held."""
    return meant.quoted.percent if meant.quoted and meant.quoted.how != "forecast" else None


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
        **_figures(read.figures, valued),
    }
    if len(read.by_prices) > 1:
        document["by_inflation"] = [
            {
                "name": figures.window.prices.name if figures.window.prices else None,
                **_figures(figures, valued),
            }
            for figures in read.by_prices
        ]
    return document


def _figures(figures: Figures, offer: Valued) -> dict[str, Any]:
    return {name: _valuation(getattr(figures, name), offer) for name in WINDOWS}


def _valuation(valuation: Valuation, offer: Valued) -> dict[str, Any]:
    return {**values(FIGURES, valuation), "years": [_year(year, offer) for year in valuation.years]}


def _year(year: YearFigures, offer: Valued) -> dict[str, Any]:
    first, last = year.first_day, year.last_day
    return {
        "year": year.year,
        "from": first.isoformat() if offer.dated else None,
        "to": last.isoformat() if offer.dated else None,
        **values(YEAR_FIGURES, year),
        **_months_meant(meant_of(year)),
        "pay_forecast": follows_forecast(offer, first, last) if any(indices_of(offer)) else None,
    }


def _months_meant(meant: Meant | None) -> dict[str, Any]:
    """Return which months of a series a pay year meets, the published rate, and whether the last is a forecast."""
    return {
        "inflation_from": f"{meant.start:%Y-%m}" if meant else None,
        "inflation_to": f"{meant.end:%Y-%m}" if meant else None,
        "published_percent": quoted(meant) if meant else None,
        "forecast": meant.forecast if meant else None,
    }
