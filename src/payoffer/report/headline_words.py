"""What a headline was checked against, in sentences with the sums written out."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.headline import WHOLE, Base, By, Checked, Match, Way
from payoffer.periods import long_day
from payoffer.report.term_words import money, rate
from payoffer.report.words import ORDINALS, capital, months_text

OF: dict[Base, str] = {
    "own": "",
    "before": " of pay before",
    "in_payment": " of pay then being paid",
    "in_force": " of pay with the rise",
}
ROUNDED: dict[By, str] = {
    "exact": "",
    "half_up": ", rounded",
    "half_down": ", rounded with a half going down",
    "truncated": ", cut off and not rounded",
}


class Pay(NamedTuple):
    """Full-time pay a year before the offer and at its end in one reading, in how many months.

    ``by_salary``: another salary gives another percentage.
    """

    before: Fraction
    end: Fraction
    percent: Fraction
    months: Fraction
    by_salary: bool


def wordless(text: str) -> str:
    """Return that a headline names no percentage."""
    return f'"{text}" names no percentage, so it cannot be checked.'


def unchecked(text: str) -> str:
    """Return that a headline cannot be checked, since the offer has no figures at this pay."""
    return f'"{text}" cannot be checked without worked numbers.'


def sentences(checked: Checked, pay: Pay) -> Iterator[str]:
    """Yield what gives the figure, that one-off money is in it, and what basic pay rises by."""
    said = f"{checked.said:f}%"
    on = f"On {money(pay.before)}, {{}}" if pay.by_salary else "{}"
    ways = [match.way for match in checked.matches]
    if ways and checked.adds_one_off:
        yield from _with_one_off(said, checked, on)
    elif ways:
        plain = sorted(checked.matches, key=lambda match: match.way.base is not None)
        first, *others = dict.fromkeys(_clause(match.way, pay, checked.said) + ROUNDED[match.by] for match in plain)
        yield on.format(f"{said} is {first}.")
        yield from (f"It is also {other}." for other in others)
    elif checked.nearest:
        ways = [checked.nearest]
        near = _clause(checked.nearest, pay, None)
        yield capital(on.format(f"no way of adding up this offer gives {said}. The nearest is {near}."))
    else:
        yield f"Nothing in this offer is a percentage of pay, so nothing gives {said}."
    if ways and not any(_tells_the_rise(way, pay) for way in ways):
        yield f"Basic pay rises by {rate(pay.percent)} in all."
    if pay.by_salary:
        yield "Part of the offer goes by pay, so another salary can give another percentage."


def _tells_the_rise(way: Way, pay: Pay) -> bool:
    """Say whether the rise in basic pay has been told with a way."""
    return way.kind in WHOLE and way.rise == pay.percent


def _with_one_off(said: str, checked: Checked, on: str) -> Iterator[str]:
    """Yield the warning that one-off money is in a percentage."""
    once = "paid once and is not in later pay"
    first, *others = checked.matches
    if others:
        each = "; or ".join(_added(match, "on top of") for match in checked.matches)
        yield on.format(f"{said} is reached only with one-off money in it: {each}.")
        yield f"A one-off is {once}."
    elif first.way.rise:
        yield on.format(f"{said} adds {_added(first, 'to')}: the one-off is {once}.")
    else:
        yield on.format(f"{said} is {_added(first, '')}: it is {once}.")


def _added(match: Match, to: str) -> str:
    way = match.way
    if not way.rise:
        return f"one-off money ({rate(way.one_off)}{OF[way.base or 'own']}{ROUNDED[match.by]})"
    figure = "" if match.by == "exact" else f" (together {rate(way.percent)}{ROUNDED[match.by]})"
    return f"{_one_off(way)} {to} {_rise(way)}{figure}"


def _one_off(way: Way) -> str:
    average = " a year on average" if way.kind == "sum_a_year" else ""
    return f"a one-off of {rate(way.one_off)}{OF[way.base or 'own']}{average}"


def _rise(way: Way) -> str:
    year = ORDINALS[(way.year or 1) - 1]
    words = {
        "compounded": "a compounded rise of {}",
        "percentages": "percentages that compound to {}",
        "sum_a_year": "a rise of {} a year on average",
        "year_end": f"a rise of {{}} in the {year} year",
        "in_year": f"a rise of {{}} in average pay in the {year} year",
        "new_sum": "a new rise of {}",
    }
    return words.get(way.kind, "a rise of {}").format(rate(way.rise))


def _clause(way: Way, pay: Pay, said: Decimal | None) -> str:
    """Return a way in words, with its figure where that is not the one said."""
    figure = "" if way.percent == said else f" ({rate(way.percent)})"
    if way.base is not None:
        both = f"{_rise(way)} and {_one_off(way)} together"
        return f"{both if way.rise else f'the one-off alone{OF[way.base]}'}{figure}"
    if way.kind == "sum" and len(way.parts) == 1:
        return f"the rise itself{figure}"
    if way.kind == "sum":
        parts = " + ".join(rate(part) for part in way.parts)
        return (
            f"the percentages added up ({parts} = {rate(way.rise)})" if parts else f"the percentages added up{figure}"
        )
    if way.kind in {"rise", "compounded"}:
        compounded = "compounded " if way.kind == "compounded" else ""
        if way.rise != pay.percent:
            return f"the {compounded}rise ({rate(way.rise)} by another reading)"
        return f"the {compounded}rise (pay goes from {money(pay.before)} to {money(pay.end)}, {rate(way.rise)} more)"
    year = ORDINALS[(way.year or 1) - 1]
    return {
        "percentages": "its percentages compounded, without its sums in pounds",
        "sum_a_year": f"the percentages added up and shared out over {months_text(pay.months)}, a year",
        "compounded_a_year": "the compounded rise as an even rise a year",
        "year_end": f"the rise within the {year} year",
        "in_year": f"average pay in the {year} year against pay before that year",
        "one_rise": f"one of its rises, that of {long_day(way.day)}" if way.day else "one of its rises",
        "new_sum": "what is new added up, without what is already being paid",
    }[way.kind] + figure
