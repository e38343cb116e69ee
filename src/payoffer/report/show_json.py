"""The answer of ``show`` as a JSON document: the same sentences as on the screen, and the figures in them."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from payoffer import __version__
from payoffer.headline import Checked, Way
from payoffer.money import decimals
from payoffer.report import week_words
from payoffer.report.figures import MONEY, MONTHS, PERCENT, PLACES
from payoffer.report.show import Headline, Shown
from payoffer.report.show_parts import Follow, OneOff, Rise
from payoffer.verdict import Span

SCHEMA_VERSION = 1


def document(shown: Shown) -> dict[str, Any]:
    """Return everything that the screen shows."""
    offer, named, valued = shown.offer, shown.named, shown.valued
    return {
        "schema_version": SCHEMA_VERSION,
        "command": shown.asked.command,
        "version": __version__,
        "id": named.id,
        "name": offer.name,
        "kind": offer.kind,
        "status": offer.status,
        "offered": _day(offer.offered),
        "employer": offer.employer,
        "nation": offer.nation,
        "group": offer.group,
        "file": named.file,
        "kind_of_file": named.kind_of_file,
        "hides": named.hides,
        "covers": _covers(shown),
        "point": valued.point if valued else None,
        "rate_before": _pounds(valued.rate_before) if valued else None,
        "rate_in_payment": _pounds(valued.rate_in_payment) if valued else None,
        "not_worked": shown.reason or None,
        "consolidated": [_rise(rise) for rise in shown.rises],
        "one_off": [_one_off(one_off) for one_off in shown.one_offs],
        "week_changes": week_words.document(valued) if valued else [],
        "not_said": list(shown.not_said()),
        "proposed": [_follow(follow) for follow in shown.follows],
        "headlines": [_headline(shown, headline) for headline in shown.headlines],
        "notes": list(offer.note),
        "details": list(shown.details()),
        "sources": [source.model_dump() for source in offer.source],
    }


def _covers(shown: Shown) -> dict[str, Any] | None:
    span, dated = shown.span, shown.offer.dated()
    if span is None:
        return None
    return {
        "from": _day(span.start) if dated else None,
        "until": _day(span.until) if dated else None,
        "months": decimals(span.months, PLACES[MONTHS]),
        "start_assumed": span.start_assumed,
        "end_assumed": span.end_assumed,
    }


def _rise(rise: Rise) -> dict[str, Any]:
    return {
        "effective": _day(rise.award.effective),
        "year": rise.award.year,
        "in_payment": rise.award.in_payment,
        "condition": rise.award.condition,
        "counted": rise.counted,
        "text": rise.heading.removesuffix(":"),
        "terms": [{"text": term.text, "workings": list(term.workings)} for term in rise.terms],
        "remarks": list(rise.remarks),
        "rate_before": _span(rise.before),
        "rate_after": _span(rise.after),
    }


def _one_off(one_off: OneOff) -> dict[str, Any]:
    return {
        "in_payment": one_off.lump.in_payment,
        "condition": one_off.lump.condition,
        "counted": one_off.counted,
        "text": one_off.text,
        "workings": list(one_off.workings),
        "remarks": list(one_off.remarks),
        "one_off_cash": _span(one_off.total),
    }


def _follow(follow: Follow) -> dict[str, Any]:
    return {
        "text": f"{follow.heading}: {follow.text}",
        "source": follow.source,
        "workings": list(follow.workings),
        "remarks": list(follow.remarks),
    }


def _headline(shown: Shown, headline: Headline) -> dict[str, Any]:
    return {
        "said": headline.text,
        "figures": [_checked(checked) for checked in headline.checked],
        "text": " ".join(shown.headline_sentences(headline)),
    }


def _checked(checked: Checked) -> dict[str, Any]:
    return {
        "percent": checked.said,
        "ways": [{**_way(match.way), "by": match.by} for match in checked.matches],
        "nearest": _way(checked.nearest) if checked.nearest else None,
        "adds_one_off": checked.adds_one_off,
    }


def _way(way: Way) -> dict[str, Any]:
    return {
        "way": way.kind,
        "percent": _percent(way.percent),
        "rise_percent": _percent(way.rise),
        "one_off_percent": _percent(way.one_off) if way.base else None,
        "one_off_of": way.base,
        "year": way.year,
        "day": _day(way.day),
        "assumes": list(way.assumes),
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _span(span: Span | None) -> list[Decimal] | None:
    return None if span is None else [_pounds(span.low), _pounds(span.high)]


def _pounds(value: Fraction) -> Decimal:
    return decimals(value, PLACES[MONEY])


def _percent(value: Fraction) -> Decimal:
    return decimals(value, PLACES[PERCENT])
