"""What has been proposed to follow an offer, in words."""

from decimal import Decimal

from payoffer.compare import Valued
from payoffer.money import plain

PLANNED = "planning assumption"


def proposed_rise(offer: Valued) -> str:
    """Return what has been proposed after an offer: ``3.5%``, or ``what was proposed`` where it is no percentage."""
    term = offer.offer.proposed[0].uplift[0]
    figure = term.figure if term.kind == "percent" else None
    return f"{plain(figure)}%" if isinstance(figure, Decimal) else "the rise"


def proposed_by(offer: Valued) -> str:
    """Return who said so, or how firm it is: ``, under review`` or `` (letter of 3 May)``."""
    source = offer.offer.proposed[0].source
    if PLANNED not in source.casefold():
        return f" ({source})"
    rest = source.partition(",")[2].strip()
    return f", {rest}" if rest else ""


def proposed_verb(offer: Valued) -> str:
    """Return how what was proposed was put: ``was being planned`` or ``has been proposed``."""
    return "was being planned" if PLANNED in offer.offer.proposed[0].source.casefold() else "has been proposed"
