"""The price series that are here, one of them month by month, and what an import brought."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from payoffer import __version__
from payoffer.money import decimals, in_percent, percent
from payoffer.newer_months import MOST_NAMED, Joined
from payoffer.ons import OnsFile
from payoffer.periods import YEAR, add_months, month_name, short_month
from payoffer.price_files import Held
from payoffer.report.as_json import dumps
from payoffer.report.ending import ending
from payoffer.report.figures import PERCENT, PLACES
from payoffer.report.listing import columns
from payoffer.report.medium import Medium
from payoffer.report.plain_forms import rows_csv
from payoffer.report.prose import one_line
from payoffer.report.series_words import day_text, source_line
from payoffer.report.words import joined
from payoffer.series import Series

HEADINGS = ("Series", "Months", "Newer figures", "What")
MONTH_HEADINGS = ("Month", "Index", "12 months", "As published")
REFRESH = (
    'To add newer months: on the page of the series at ons.gov.uk choose "Download full time series as: .csv", then '
    "payoffer prices import FILE."
)
TWELVE = "12 months: the rise over the twelve months up to that one, from the {index}."
WHY_TWO = (
    "As published: the same as its publisher printed it. The two can differ by 0.1: the publisher reckons its rates "
    "from figures it does not print. payoffer reckons with the index."
)
MARK = "*"
MARKED = f"{MARK} made from the index, rounded to 0.1, as the publisher of the RPI makes it."
FIELDS = ("month", "index", "published_percent", "change_percent")


class Overview(NamedTuple):
    """All series, the forecasts by name with the series each has, and the day on which it is asked."""

    series: Sequence[Held]
    forecasts: dict[str, list[str]]
    today: date
    command: str


def overview(found: Overview, form: str, medium: Medium) -> str:
    """Return which series are here and how fresh they are, as a table, CSV or JSON."""
    records = [_record(held.series, found.today) for held in found.series]
    if form == "json":
        forecasts = [{"name": name, "series": series} for name, series in found.forecasts.items()]
        return dumps({**_head(found.command), "series": records, "forecasts": forecasts})
    if form == "csv":
        return rows_csv(list(records[0]), [list(record.values()) for record in records])
    rows = [
        (
            held.series.name,
            f"{short_month(held.series.first)} to {short_month(held.series.last)}",
            due(held.series, found.today),
            held.series.provenance.title,
        )
        for held in found.series
    ]
    lines = [*columns(HEADINGS, rows, medium), ""]
    lines += medium.wrap(f"Forecasts, for --forecast: {joined(found.forecasts)}; obr and boe are the latest of each.")
    lines += [*medium.wrap(REFRESH), ""]
    for held in found.series:
        lines += medium.wrap(source_line(held.series), "", "  ")
    return "\n".join([*lines, *medium.wrap(f"payoffer {__version__}")]) + "\n"


def due(series: Series, today: date) -> str:
    """Return when newer figures are or were due: ``were due on 21 October 2026``."""
    text = series.provenance.next_release
    if not text:
        return "no day is known"
    on = "on" if text.count("-") > 1 else "in"
    past = text < today.isoformat()[: len(text)]
    return f"{'were' if past else 'are'} due {on} {day_text(text)}"


def _record(series: Series, today: date) -> dict[str, Any]:
    told = series.provenance
    return {
        "name": series.name,
        "label": series.label,
        "title": told.title,
        "code": told.code,
        "base": told.base,
        "publisher": told.publisher,
        "licence": told.licence,
        "first_month": f"{series.first:%Y-%m}",
        "last_month": f"{series.last:%Y-%m}",
        "released": told.released,
        "next_release": told.next_release,
        "newer_due": bool(told.next_release) and told.next_release < today.isoformat()[: len(told.next_release)],
        "read": told.read,
        "file": told.file,
        "note": told.note,
    }


def _head(command: str) -> dict[str, Any]:
    return {"schema_version": 1, "command": command, "version": __version__}


class Months(NamedTuple):
    """One series from one month to another."""

    series: Series
    first: date
    last: date
    command: str
    today: date


def months(found: Months, form: str, medium: Medium) -> str:
    """Return a series month by month, as a table, CSV or JSON; as CSV it can be read again with ``--inflation``."""
    rows = list(_months(found))
    if form == "json":
        return dumps(
            {
                **_head(found.command),
                "series": _record(found.series, found.today),
                "change_percent": _whole_change(found),
                "months": [dict(zip(FIELDS, row, strict=True)) for row in rows],
            }
        )
    if form == "csv":
        return rows_csv(FIELDS, rows)
    series = found.series
    lines = medium.wrap(f"{series.label}: {series.provenance.title}".removesuffix(": "))
    change = _whole_change(found)
    verb = "rose" if change >= 0 else "fell"
    if found.first < found.last:
        lines += medium.wrap(
            f"It {verb} {percent(abs(change))} from {month_name(found.first)} ({series.levels[found.first]}) to "
            f"{month_name(found.last)} ({series.levels[found.last]})."
        )
    quoted = [_quoted(series, month) for month in _span(found)]
    cells = [
        (short_month(month), str(series.levels[month]), _shown(change), rate)
        for month, rate, (_, _, _, change) in zip(_span(found), quoted, rows, strict=True)
    ]
    index = "index" if "=" in series.provenance.base or not series.provenance.base else "figures"
    known = bool(series.rates)
    headings = (MONTH_HEADINGS[0], index.capitalize(), *MONTH_HEADINGS[2:])[: None if known else -1]
    lines += ["", *columns(headings, [row[: len(headings)] for row in cells], medium), ""]
    lines += medium.wrap(TWELVE.format(index=index))
    if known:
        lines += medium.wrap(WHY_TWO)
    if any(rate.endswith(MARK) for rate in quoted):
        lines += medium.wrap(MARKED)
    lines.append("")
    for line in ending(found.command, series=[series]):
        lines += medium.wrap(line, "", "  ")
    return "\n".join(lines) + "\n"


def _span(found: Months) -> list[date]:
    return [month for month in found.series.levels if found.first <= month <= found.last]


def _months(found: Months) -> Iterator[tuple[str, Any, Decimal | None, Decimal | None]]:
    series = found.series
    for month in _span(found):
        change = series.change(month) if add_months(month, -YEAR) in series.levels else None
        rounded = None if change is None else decimals(change, PLACES[PERCENT])
        yield f"{month:%Y-%m}", series.levels[month], series.rates.get(month), rounded


def _whole_change(found: Months) -> Decimal:
    ratio = found.series.level(found.last) / found.series.level(found.first)
    return decimals(in_percent(ratio), PLACES[PERCENT])


def _shown(change: Decimal | None) -> str:
    return "-" if change is None else percent(change)


def _quoted(series: Series, month: date) -> str:
    rate = series.rate(month)
    if rate is None:
        return "-"
    return percent(rate.percent) + (MARK if rate.how != "published" else "")


def brought(file: OnsFile, held: Held, together: Joined, kept: str | None, medium: Medium) -> str:
    """Return what an import brought, and where it is kept; nothing is kept where nothing is new."""
    series = held.series
    agree = f"{together.agreeing} months agree with those held here"
    if together.revised:
        agree += f", {_revised(series, together)}"
    elif together.base != series.provenance.base:
        agree += f", which were on the base {series.provenance.base} and are now on {together.base}"
    if kept is None:
        lines = [f"{series.label} ({file.facts.code}): nothing new; {agree}, which go to {month_name(series.last)}."]
    else:
        count = len(together.new)
        new = f"{count or 'no'} new month{'' if count == 1 else 's'}"
        new += "" if count or together.revised else ", but a new base"
        last = max(together.levels)
        lines = [
            f"{series.label} ({file.facts.code}): {new}, to {month_name(last)} ({together.levels[last]}); {agree}.",
            f"Kept in {one_line(kept)}; payoffer prices forget {file.facts.name} takes it out again.",
        ]
    if file.resaved:
        lines.append(
            "Its release date is not in the publisher's form: a spreadsheet has saved this file again, so check the "
            "new months against the publisher's page."
        )
    return "\n".join(text for line in lines for text in medium.wrap(line, "", "  ")) + "\n"


def _revised(held: Series, together: Joined) -> str:
    """Return ``1 is revised: September 2025 (139.0, before 138.9)``, the last few where there are many."""
    count = len(together.revised)
    named = [f"{month_name(m)} ({together.levels[m]}, before {held.levels[m]})" for m in together.revised[-MOST_NAMED:]]
    last = f"; the last {MOST_NAMED} are" if count > MOST_NAMED else ":"
    return f"{count} {'is' if count == 1 else 'are'} revised{last} {joined(named)}"
