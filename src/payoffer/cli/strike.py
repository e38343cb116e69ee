"""How many strike days, and what part of a year's pay each costs: from the offer's own file, else asked for."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer import inputs
from payoffer.asked import Named
from payoffer.errors import UsageProblem
from payoffer.typed import refuse, shown, tidy

MOST_DAYS = 366
LEAST_PARTS, MOST_PARTS = 150, 400
"""Parts of a year that a day's pay can be: 1/365, 1/260, 1/261 and 1/235 are in use."""
_FRACTION = re.compile(r"1 ?/ ?([1-9][0-9]{0,3})")
EXAMPLES = "1/365 (teachers in England and Wales), 1/260, 1/261 or 1/235"


class Rule(NamedTuple):
    """The part of a year's pay that a day costs, and where the rule stands."""

    of_year: Fraction
    source: str


def days_lost(text: str | None) -> Decimal:
    """Return how many days of pay were lost; raises ``UsageProblem`` for what is no number of days."""
    if text is None:
        raise UsageProblem("the number of strike days is not given: add --days, such as --days 4")
    days = inputs.number(text, what="--days")
    if not 0 < days <= MOST_DAYS:
        refuse("--days", text, "is not a number of days from above 0 to 366: write it as 4")
    return days


def of_year(offers: tuple[Named, ...], text: str | None) -> Rule:
    """Return the rule of the offers' group, or the one typed; raises ``UsageProblem`` where there is neither."""
    if text is not None:
        match = _FRACTION.fullmatch(tidy(text).strip())
        if match is None or not LEAST_PARTS <= int(match[1]) <= MOST_PARTS:
            refuse("--strike-day", text, f"is not the part of a year that a day costs: write {EXAMPLES}")
        return Rule(Fraction(1, int(match[1])), "your figure")
    for named in offers:
        if named.offer.strike_day:
            return Rule(Fraction(named.offer.strike_day.of_year), named.offer.strike_day.source)
    name = shown(offers[0].offer.name)
    raise UsageProblem(
        f"the file of {name} does not say what part of a year's pay a strike day costs: add --strike-day with the rule "
        f"of its group, such as {EXAMPLES}"
    )
