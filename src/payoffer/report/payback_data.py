"""What strike days cost and when they are paid back, as data: one block of figures for each pair of readings."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from payoffer import __version__
from payoffer.money import decimals
from payoffer.payback import Gain
from payoffer.periods import Clock
from payoffer.report.followed_words import forecasts_followed
from payoffer.report.payback_words import Answer, notes, taken_as
from payoffer.report.price_notes import sources
from payoffer.report.prose import one_line
from payoffer.report.series_words import source_line


def document(answer: Answer) -> dict[str, Any]:
    """Return the answer as data, one block of figures for each pair of readings."""
    found = answer.payback
    clock = Clock(found.won.anchor)
    return {
        "schema_version": 1,
        "command": answer.command,
        "version": __version__,
        "won": found.won.id,
        "refused": found.refused.id,
        "days": decimals(found.cost.days, 4),
        "strike_day": f"1/{found.cost.of_year.denominator}",
        "strike_day_source": answer.source,
        "rate_in_payment": decimals(found.won.rate_in_payment, 2),
        "fte": decimals(answer.found.question.pay.fte, 4),
        "cost": decimals(found.cost.pounds, 2),
        "months": decimals(found.months, 4),
        "readings": [_data(answer, gain, clock) for gain in found.gains],
        "forecasts": forecasts_followed(answer.found),
        "sources": [source_line(series) for series in sources(answer.found)],
        "notes": [one_line(note) for note in notes(answer)],
    }


def _data(answer: Answer, gain: Gain, clock: Clock) -> dict[str, Any]:
    found = answer.payback
    month = gain.paid_back
    day = clock.day(month - 1) if month is not None and found.won.dated else None
    return {
        "assumes": taken_as(found.won, gain.assumes),
        "refused_assumes": taken_as(found.refused, gain.refused_assumes),
        "paid_back_month": month,
        "paid_back_in": f"{day:%Y-%m}" if day else None,
        "gain": decimals(gain.total, 2),
        "goes_on": decimals(gain.goes_on, 2),
        "years": [
            {
                "year": year.year,
                "months": decimals(year.months, 4),
                "gain": decimals(year.gain, 2),
                "average_gain_a_month": decimals(Fraction(year.gain) / year.months, 2),
            }
            for year in gain.years
        ],
    }


def csv_rows(told: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """Yield the same as rows: reading, year, figure, value."""
    for figure in ("days", "strike_day", "rate_in_payment", "fte", "cost", "months"):
        yield "", "", figure, told[figure]
    for number, reading in enumerate(told["readings"], 1):
        for figure in ("paid_back_month", "paid_back_in", "gain", "goes_on"):
            yield number, "", figure, reading[figure]
        for year in reading["years"]:
            yield from (
                (number, year["year"], figure, year[figure]) for figure in ("months", "gain", "average_gain_a_month")
            )
    yield from (("", "", "forecast", forecast) for forecast in told["forecasts"])
    yield from (("", "", "source", source) for source in told["sources"])
