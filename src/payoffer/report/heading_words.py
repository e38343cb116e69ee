"""For whose pay an answer is: what stands above it, and what is said where nobody gave their pay."""

from payoffer.asked import Pay
from payoffer.compare import Comparison
from payoffer.money import plain, pounds


def whose_pay(answer: Comparison, either: str) -> str:
    """Return ``on £40,000 a year before it``; ``either`` is what the offers are called there."""
    before = {offer.rate_before for offer in answer.offers}
    if answer.one_point:
        return f"on pay point {answer.one_point}: {pounds(min(before))} a year before {either}"
    if answer.question.pay.points:
        return "each on its own pay point"
    if answer.question.pay.now:
        return f"on {pounds(answer.question.pay.salary)} a year now"
    same = "the same " if len(answer.offers) > 1 else ""
    return f"on {same}{pounds(min(before))} a year before {either}"


def illustration(pay: Pay, *, brief: bool = False) -> str:
    """Return that the pay is nobody's own; ``brief`` leaves out what to do about it."""
    own = "" if brief else ": give your own pay with --salary"
    return f"{pounds(pay.salary)} is an illustration{own}."


def hours(pay: Pay) -> str | None:
    """Return ``60% of full-time hours``; None for full time."""
    return None if pay.fte == 1 else f"{plain(pay.fte * 100)}% of full-time hours"
