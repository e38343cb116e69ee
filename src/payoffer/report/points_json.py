"""The answer of ``points`` as a JSON document (its schema: ``data/points.schema.json``) and as CSV, from one list."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from payoffer import __version__
from payoffer.money import decimals, in_percent
from payoffer.notches import Notch
from payoffer.report.as_json import inflation, months, sentence
from payoffer.report.figures import FIGURES, Figure, values
from payoffer.report.plain_forms import neutral
from payoffer.report.points_columns import by
from payoffer.report.points_page import Found, PointsPage, points_page
from payoffer.report.readings import assumptions
from payoffer.report.voice import slot
from payoffer.scale import Row, Scaled, ahead, annual_rise, figures, steps, window
from payoffer.steps import Step
from payoffer.valuation import Valuation
from payoffer.verdict import Order

SCHEMA_VERSION = 1
NAMES = {"rate_before": "before", "rate_at_end": "after", "one_off_cash": "one_off"}
"""What three figures are called here, where each stands beside its point."""
SHOWN = (
    "rate_before", "rate_at_end", "monthly_rise", "compounded_percent", "one_off_cash", "extra_cash", "new_cash",
    "extra_cash_needed", "shortfall", "real_pay_change", "real_change_percent",
)  # fmt: skip
POINT_FIGURES = tuple(figure for name in SHOWN for figure in FIGURES if figure.name == name)
REAL_FIGURES = tuple(figure for figure in POINT_FIGURES if figure.name in SHOWN[-4:])
TAKEN = ("net_before", "net_now", "net_with_offer", "net_more", "net_more_a_month", "kept_percent")
"""The figures of take-home pay that a row of CSV has for each pay year, where they are asked for."""
LIMITS = "pension_limits_crossed"
HEADER = ("offer", "scale", "point", "reading", "before")


def document(scaled: Scaled, command: str, page: PointsPage | None = None) -> dict[str, Any]:
    """Return the whole answer as a document of the schema; ``page`` is the answer in words, if there is one already."""
    page = page or points_page(scaled, command)
    pay, answer = scaled.question.pay, page.together
    return {
        "schema_version": SCHEMA_VERSION,
        "command": command,
        "version": __version__,
        "fte": decimals(pay.fte, 6),
        "week": None if pay.week is None else decimals(pay.week, 4),
        "paired": scaled.paired,
        "months_covered": months(answer.months_covered) if scaled.paired else None,
        "align": answer.align if scaled.paired else None,
        "prices": "during" if any(prices.during for prices in scaled.question.prices) else "before",
        "inflation": [inflation(number, prices, answer) for number, prices in enumerate(scaled.question.prices)],
        "verdict": [sentence(told) for paragraph in page.paragraphs for told in paragraph],
        "crossings": [
            {"offers": list(crossing.offers), "salary": decimals(crossing.salary, 0)}
            for crossing in page.crossings.found
        ],
        "notes": list(page.remarks),
        "offers": [_offer(each, scaled) for each in page.found],
        "points": [point for each in page.found for point in _points(each, scaled)],
        "side_by_side": [_side(row) for row in scaled.tables[0].rows] if scaled.paired else [],
    }


def _offer(found: Found, scaled: Scaled) -> dict[str, Any]:
    valued, table = found.offer, found.table
    counted, before = figures(valued, scaled.question)[0], table.before[valued.id]
    last = counted.clock.last_day(counted.months)
    return {
        "id": valued.id,
        "name": valued.offer.name,
        "status": valued.offer.status,
        "file": valued.named.file,
        "kind_of_file": valued.named.kind_of_file,
        "group": valued.offer.group,
        "scale": {
            "name": table.scale.name,
            "file": table.scale.file,
            "pay_from": before.isoformat() if before else None,
            "points": len(table.rows),
            "left_out": dict(table.left_out),
        },
        "from": counted.window.anchor.isoformat() if valued.dated else None,
        "to": last.isoformat() if valued.dated else None,
        "months": months(counted.months),
        "notches": [_notch(notch, dated=valued.dated) for notch in (*found.notches, *found.edges)],
        "legal_minimum": _legal_minimum(found),
    }


def _notch(notch: Notch, *, dated: bool) -> dict[str, Any]:
    return {
        "lower": notch.lower,
        "higher": notch.higher,
        "before": [decimals(pay, 2) for pay in notch.before],
        "after": [decimals(pay, 2) for pay in notch.after],
        "by": [decimals(end, 2) for end in notch.by],
        "from": notch.day.isoformat() if dated else None,
        "until": None if notch.until is None else decimals(notch.until, 0),
    }


def _legal_minimum(found: Found) -> dict[str, Any] | None:
    if found.tested is None:
        return None
    return {
        "week": decimals(found.tested.week, 4),
        "weeks": decimals(found.tested.weeks, 4),
        "unknown_from": found.tested.unknown.isoformat() if found.tested.unknown else None,
        "under": [
            {
                "from": each.day.isoformat(),
                "hourly": each.rate.hourly,
                "ages": each.rate.ages,
                "week": decimals(each.week, 4),
                "points": {point: decimals(pay, 4) for point, pay in each.points.items()},
            }
            for each in found.tested.under
        ],
    }


def _points(found: Found, scaled: Scaled) -> Iterator[dict[str, Any]]:
    """Yield one entry a point, or one a reading where the offer can be read in several ways there."""
    name = window(found.offer, scaled.question)
    for row in found.table.rows:
        valued = row.answer.offers[found.number]
        for number, read in enumerate(valued.reads, 1):
            first, *_ = against = [getattr(figures_, name) for figures_ in read.by_prices]
            entry: dict[str, Any] = {
                "offer": valued.id,
                "scale": found.table.scale.name,
                "point": row.name,
                "reading": number,
                "assumes": assumptions(valued, read),
                **_figures(POINT_FIGURES, first),
                "rise": decimals(annual_rise(first), 2),
                "steps": [_step(step, dated=valued.dated) for step in steps(first)],
            }
            if len(against) > 1:
                entry["by_inflation"] = [
                    {"name": index.name, **_figures(REAL_FIGURES, each)}
                    for index, each in zip(scaled.question.prices, against, strict=True)
                ]
            yield entry


def _figures(wanted: tuple[Figure, ...], valuation: Valuation) -> dict[str, Any]:
    return {NAMES.get(name, name): value for name, value in values(wanted, valuation).items()}


def _step(step: Step, *, dated: bool) -> dict[str, Any]:
    return {
        "effective": step.start.isoformat() if dated else None,
        "annual": decimals(step.rate, 2),
        "percent": decimals(in_percent(step.rate / step.before), 6),
        "moved_to": step.moved_to,
    }


def _side(row: Row) -> dict[str, Any]:
    found = ahead(row)
    clear = found.order is Order.CLEAR
    return {
        "point": row.name,
        "order": str(found.order),
        "adds_most": found.first.id if clear else None,
        "by": slot(by(found)) if clear else None,
    }


def as_csv(answer: dict[str, Any]) -> str:
    """Return the points of a document as rows, one a point and reading: its pay from each day, then its figures."""
    points = answer["points"]
    days = sorted({day for point in points for day in _pays(point)})
    figures_ = [key for key, value in points[0].items() if not isinstance(value, list) and key not in HEADER]
    several = [index["name"] for index in answer["inflation"]] if len(answer["inflation"]) > 1 else []
    real = [(place, figure.name) for place in range(len(several)) for figure in REAL_FIGURES]
    taken = list(dict.fromkeys(name for point in points for name in _taken(point)))
    prices = _sources(answer["inflation"])
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(
        [*HEADER, *days, *figures_, *(f"{name} ({several[place]})" for place, name in real), *taken, *prices]
    )
    for point in points:
        row = [point[key] for key in HEADER] + [_pays(point).get(day) for day in days]
        row += [point[key] for key in figures_] + [point["by_inflation"][place][name] for place, name in real]
        row += [*(_taken(point).get(name) for name in taken), *prices.values()]
        writer.writerow(["" if cell is None else neutral(cell) for cell in row])
    return text.getvalue()


def _sources(inflation: list[dict[str, Any]]) -> dict[str, Any]:
    """Return where each rise in prices comes from, and the first month that is a forecast, by their columns."""
    several = len(inflation) > 1
    return {
        f"{key} ({index['name']})" if several else key: index[key]
        for index in inflation
        for key in ("source", "forecast_from")
    }


def _pays(point: dict[str, Any]) -> dict[str, Any]:
    """Return the pay of a point from each day, by what its column is called."""
    return {
        f"from {step['effective']}" if step["effective"] else f"rise {number}": step["annual"]
        for number, step in enumerate(point["steps"], 1)
    }


def _taken(point: dict[str, Any]) -> dict[str, Any]:
    """Return the take-home pay of a point in each pay year by its column; several limits stand in one cell."""
    found: dict[str, Any] = {}
    for year in point.get("take_home", ()):
        cells = {name: year[name] for name in TAKEN}
        cells[LIMITS] = _cell(year, "limit")
        cells["loss"] = _cell(year, "loss")
        cells["better_off_from"] = _cell(year, "better_off_from")
        found |= {f"{name} (year {year['year']})": cell for name, cell in cells.items()}
    return found


def _cell(year: dict[str, Any], figure: str) -> str:
    return "; ".join(str(limit[figure]) for limit in year[LIMITS])
