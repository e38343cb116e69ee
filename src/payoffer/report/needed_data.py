"""What the next award would have to be, as data: one block a goal, its figures those of the first reading."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from payoffer import __version__
from payoffer.compare import Comparison
from payoffer.money import decimals
from payoffer.needed import Goal, Met, Need
from payoffer.prices import DatedIndex
from payoffer.report.figures import PERCENT, PLACES
from payoffer.report.followed_words import forecasts_followed
from payoffer.report.needed_words import read_of
from payoffer.report.price_notes import sources_with
from payoffer.report.readings import assumptions
from payoffer.report.series_words import source_line
from payoffer.series import Series

BELOW_ZERO = "Below zero nothing is needed: basic pay, or extra pay for a one-off, is ahead by that."


def used_in(found: Comparison, goals: Iterable[Goal]) -> list[Series]:
    """Return the series that goals stand on, each with its forecast only where a goal reaches into it."""
    met = (goal.met for goal in goals if goal.met and goal.met.forecast_from)
    return sources_with(found, [each.prices.series.label for each in met if isinstance(each.prices, DatedIndex)])


def document(found: Comparison, goals: Sequence[Goal], command: str, notes: Iterable[str]) -> dict[str, Any]:
    """Return the answer as data; ``notes`` are those beside the tables."""
    return {
        "schema_version": 1,
        "command": command,
        "version": __version__,
        "fte": decimals(found.question.pay.fte, 4),
        "needed": [_goal(found, goal) for goal in goals],
        "forecasts": forecasts_followed(found),
        "sources": [source_line(series) for series in used_in(found, goals)],
        "notes": [*notes, BELOW_ZERO],
    }


def _goal(found: Comparison, goal: Goal) -> dict[str, Any]:
    return {
        "goal": goal.kind,
        "offer": goal.offer.id,
        "against": goal.against.id if goal.against else None,
        "prices": found.question.prices[goal.prices].name if goal.prices is not None else None,
        **_met(goal.met),
        "by": goal.by.isoformat() if goal.offer.dated else None,
        **_figures(goal.readings[0]),
        "readings": [
            {"assumes": assumptions(goal.offer, read_of(goal, need)), **_figures(need)} for need in goal.readings
        ],
        "over_the_deal_itself": _met(goal.opposite) if goal.opposite else None,
    }


def _met(met: Met | None) -> dict[str, Any]:
    between = met.between if met else None
    ahead = met.forecast_from if met else None
    return {
        "prices_from": f"{between[0]:%Y-%m}" if between else None,
        "prices_to": f"{between[1]:%Y-%m}" if between else None,
        "prices_percent": decimals(met.percent, PLACES[PERCENT]) if met else None,
        "forecast_from": f"{ahead:%Y-%m}" if ahead else None,
    }


def _figures(need: Need) -> dict[str, Any]:
    places = PLACES[PERCENT]
    return {
        "next_award_percent": decimals(need.next_award_percent, places),
        "rise_percent": decimals(need.rise_percent, places),
        "one_off_gbp": decimals(need.one_off, 2),
        "rate_before_award": decimals(need.rate, 2),
        "rate_after_award": decimals(need.target, 2),
    }


def csv_rows(told: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """Yield the same as rows: goal, offer, against, reading, figure, value."""
    for goal in told["needed"]:
        start = (goal["goal"], goal["offer"], goal["against"] or goal["prices"])
        yield (*start, "", "by", goal["by"])
        for figure in ("prices_from", "prices_to", "prices_percent", "forecast_from"):
            if goal[figure] is not None:
                yield (*start, "", figure, goal[figure])
        for number, reading in enumerate(goal["readings"], 1):
            yield from ((*start, number, name, value) for name, value in reading.items() if name != "assumes")
    yield from (("", "", "", "", "forecast", forecast) for forecast in told["forecasts"])
    yield from (("", "", "", "", "source", source) for source in told["sources"])
