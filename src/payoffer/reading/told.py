"""A figure with what it is told to be, and the types that decide what becomes of it."""

from typing import NamedTuple

from payoffer.reading.contexts import Context
from payoffer.reading.figures import Figure

SAME = "same"
TERM = "term"
IN_PAYMENT = "in_payment"
EARLIER_OFFER = "earlier_offer"
RESTATEMENT = "restatement"
PUT_BACK = "put back"
JOINED = "joined to the figure before"


class Sorted(NamedTuple):
    """A figure, what it is (``type``), by which rule (``rule``) and why; and what the rule saw of it."""

    figure: Figure
    type: str
    rule: str
    why: str
    context: Context
