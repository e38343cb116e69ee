"""Take-home pay under offers as a JSON document, and as the long CSV of its figures."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from payoffer import __version__
from payoffer.compare import Read, Valued
from payoffer.money import decimals
from payoffer.report.plain_forms import neutral
from payoffer.report.readings import assumptions
from payoffer.report.takehome_answer import OfferTakeHome, TakeHomeAnswer
from payoffer.report.takehome_page import TakeHomePage
from payoffer.report.takehome_words import rates
from payoffer.takehome.cliffs import Cliff
from payoffer.takehome.deductions import exact
from payoffer.takehome.under_offer import PaidOnce, UnderOffer, YearTakeHome

HEADER = ("offer", "reading", "year", "figure", "value")
PLACES = 6
EXTRA = ("gross", "pension", "income_tax", "national_insurance", "student_loan", "net")


def document(answer: TakeHomeAnswer, page: TakeHomePage, command: str) -> dict[str, Any]:
    """Return the whole answer; money to the penny, percentages to six places."""
    pay = answer.comparison.question.pay
    return {
        "schema_version": 1,
        "command": command,
        "version": __version__,
        "salary": decimals(pay.salary, 2),
        "fte": decimals(pay.fte, PLACES),
        "months": decimals(answer.comparison.months, 4),
        "tax_year": answer.asked.label if answer.asked else None,
        "offers": [_offer(offer) for offer in answer.offers],
        "notes": [*(note for _, note in page.footnotes), *page.remarks],
        "rates": rates(answer.rules),
    }


def _offer(offer: OfferTakeHome) -> dict[str, Any]:
    return {
        "id": offer.valued.id,
        "name": offer.valued.offer.name,
        "nation": offer.who.nation,
        "pension_from": offer.who.pension.typed,
        "student_loans": list(offer.who.loans),
        "readings": [_reading(offer.valued, reading.read, reading) for reading in offer.readings],
    }


def _reading(valued: Valued, read: Read, reading: UnderOffer) -> dict[str, Any]:
    return {
        "assumes": assumptions(valued, read),
        "years": [year_figures(year, dated=valued.dated) for year in reading.years],
        "paid_once": [_once(paid) for paid in reading.paid_once],
    }


def year_figures(found: YearTakeHome, *, dated: bool) -> dict[str, Any]:
    """Return one pay year: take-home pay over its months, and each pension limit that the rise crosses."""
    year, months = found.year, exact(found.year.months)
    return {
        "year": year.year,
        "from": year.first_day.isoformat() if dated else None,
        "to": year.last_day.isoformat() if dated else None,
        "months": decimals(year.months, 4),
        "in_this_offer": not year.silent,
        "net_before": decimals(found.net.before, 2),
        "net_now": decimals(found.net.now, 2),
        "net_with_offer": decimals(found.net.offer, 2),
        "net_more": decimals(found.net.more, 2),
        "net_more_a_month": decimals(found.net.more / months, 2),
        "net_new": decimals(found.net.new, 2),
        "net_new_a_month": decimals(found.net.new / months, 2),
        "gross_more": decimals(found.gross.more, 2),
        "gross_new": decimals(found.gross.new, 2),
        "kept_percent": None if found.kept_percent is None else decimals(found.kept_percent, PLACES),
        "pension_limits_crossed": [_cliff(crossing.cliff) for crossing in found.crossings],
    }


def _cliff(cliff: Cliff) -> dict[str, Any]:
    return {
        "limit": cliff.limit,
        "percent_below": decimals(cliff.rate_below * 100, PLACES),
        "percent_from": decimals(cliff.rate_from * 100, PLACES),
        "loss": decimals(cliff.loss, 2),
        "better_off_from": cliff.better_off_from,
        "of_full_time_pay": cliff.full_time,
        "of_last_year": cliff.last_year,
    }


def _once(paid: PaidOnce) -> dict[str, Any]:
    return {
        "what": paid.what,
        "month_paid": f"{paid.pay_day:%Y-%m}",
        "day_known": paid.day_known,
        "pensionable": paid.pensionable,
        "in_payment": paid.in_payment,
        **{name: decimals(getattr(paid.extra, name), 2) for name in EXTRA},
        "net_in_annual_estimate": decimals(paid.extra.spread, 2),
    }


def long_csv(found: dict[str, Any]) -> str:
    """Return the figures of the document as rows: offer, reading, year, figure, value."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in _rows(found):
        writer.writerow([neutral(cell) for cell in row])
    return text.getvalue()


def _rows(found: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for offer in found["offers"]:
        for number, reading in enumerate(offer["readings"], 1):
            for year in reading["years"]:
                yield from _figures((offer["id"], number, year["year"]), year, "")
            for place, paid in enumerate(reading["paid_once"], 1):
                yield from _figures((offer["id"], number, ""), paid, f"{paid['what']} {place} ")


def _figures(start: tuple[object, ...], figures: dict[str, Any], before: str) -> Iterator[tuple[object, ...]]:
    for name, value in figures.items():
        if name not in {"year", "what", "pension_limits_crossed"} and value is not None:
            yield (*start, before + name, value)
