"""What pay has lost since a base month as data: JSON and CSV."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from payoffer import __version__
from payoffer.money import decimals
from payoffer.report.figures import MONEY, PERCENT, Figure, rounded, values
from payoffer.report.restore_words import Answer, Restored, notes
from payoffer.report.series_words import source_line

RESTORE_FIGURES = (
    Figure("pay_change_percent", PERCENT, "the change in pay"),
    Figure("prices_change_percent", PERCENT, "the change in prices"),
    Figure("real_change_percent", PERCENT, "the change in what pay buys"),
    Figure("points_behind", PERCENT, "the change in prices less the change in pay, in percentage points"),
    Figure("catch_up_percent", PERCENT, "the rise by which pay would catch up with prices"),
    Figure("inflation_proofed", MONEY, "pay then, kept up with prices"),
    Figure("shortfall_rate", MONEY, "how far pay is short of that, a year; below zero is over"),
    Figure("days_a_year", PERCENT, "the shortfall as days of the pay that would have kept up, of 365"),
)


def document(answer: Answer) -> dict[str, Any]:
    """Return the answer as data; with several indices one block each under ``by_inflation``."""
    since = answer.found[0].since
    several = {"by_inflation": [_block(each) for each in answer.found]} if len(answer.found) > 1 else {}
    return {
        "schema_version": 1,
        "command": answer.command,
        "version": __version__,
        "then": decimals(since.then, 2),
        "now": decimals(since.now, 2),
        "from": f"{since.first:%Y-%m}",
        "to": f"{since.last:%Y-%m}",
        "months": since.months,
        **_block(answer.found[0]),
        **several,
        "notes": list(notes(answer)),
    }


def _block(restored: Restored) -> dict[str, Any]:
    since, prices, series = restored.since, restored.prices, restored.series
    block: dict[str, Any] = {
        "inflation": {
            "name": prices.name,
            "source": source_line(series) if series else prices.source,
            "published": [{"percent": rate.percent, "how": rate.how} for rate in restored.rates],
            "forecast_from": f"{series.forecast_from:%Y-%m}" if series and series.forecast_from else None,
            "forecast": series.forecaster if series and series.forecast_from else None,
        },
        **values(RESTORE_FIGURES, since),
    }
    if restored.path:
        block["gaps_in_own_pounds"] = decimals(restored.path.gaps_in_own_pounds, 2)
        block["gaps_in_todays_pounds"] = decimals(restored.path.gaps_in_todays_pounds, 2)
        block["years"] = [
            {
                "from": f"{year.first:%Y-%m}",
                "months": year.months,
                "forecast": restored.foreseen(year),
                "pay": decimals(year.pay, 2),
                "kept_up": decimals(year.kept_up, 2),
                "real_change_percent": rounded(RESTORE_FIGURES[2], year.real_change_percent),
                "gap_in_own_pounds": decimals(year.gap, 2),
                "gap_in_todays_pounds": decimals(year.gap_now, 2),
            }
            for year in restored.path.years
        ]
    return block


def rows(told: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the CSV: prices, year, figure, value."""
    yield from (("", "", figure, told[figure]) for figure in ("from", "to", "months", "then", "now"))
    for block in told.get("by_inflation", [told]):
        name = block["inflation"]["name"]
        for key, value in block.items():
            if key == "inflation":
                shown = ("source", "forecast_from", "forecast")
                yield from ((name, "", figure, value[figure]) for figure in shown if value[figure] is not None)
                yield from ((name, "", f"rate, {rate['how']}", rate["percent"]) for rate in value["published"])
            elif key == "years":
                for year in value:
                    yield from ((name, year["from"], figure, year[figure]) for figure in year if figure != "from")
            elif isinstance(value, Decimal) and key not in {"then", "now"}:
                yield name, "", key, value
    yield from (("", "", "note", note) for note in told["notes"])
