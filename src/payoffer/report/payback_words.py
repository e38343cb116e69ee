"""What strike days cost and when they are paid back, in sentences, and what has to be known beside them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from payoffer.compare import Comparison, Valued
from payoffer.money import decimals, pence, plain, pounds
from payoffer.payback import Payback
from payoffer.periods import YEAR, Clock, long_day, month_name
from payoffer.report.followed_words import forecasts_sentence
from payoffer.report.heading_words import illustration
from payoffer.report.offer_notes import notes_of, rests_on, under_names
from payoffer.report.price_notes import sources, unused_forecasts
from payoffer.report.readings import assumptions
from payoffer.report.words import Label, capital, how_many, joined, labels, months_text, ordinal, whole
from payoffer.settle import Assumption
from payoffer.verdict import Span, span


class Answer(NamedTuple):
    """The two offers as valued, what came of it, where the day's fraction stands, and the command."""

    found: Comparison
    payback: Payback
    source: str
    command: str
    illustration: bool

    @property
    def names(self) -> dict[str, Label]:
        """What the offers are called."""
        return labels(self.found.offers)


def sentences(answer: Answer) -> Iterator[str]:
    """Yield what the days cost, when the gain pays that back, and what goes on after."""
    yield _cost(answer)
    yield _when(answer)
    found = answer.payback
    goes_on = span(gain.goes_on for gain in found.gains)
    when = f"from {long_day(found.first_day_after)} on" if found.won.dated else "after that"
    ahead = _ahead(goes_on)
    if found.open_after:
        follows = answer.names[found.open_after.id].subject
        yield f"At their end basic pay is {ahead}; what goes on after hangs on what would have followed {follows}."
    else:
        yield f"What goes on after: basic pay is {ahead} {when}, {_until(answer)}."
    if forecasts := forecasts_sentence(answer.found):
        yield forecasts


def _until(answer: Answer) -> str:
    """Return up to when the difference goes on: to the rises that the offers themselves still give, or for good."""
    found, names, clock = answer.payback, answer.names, Clock(answer.payback.won.anchor)
    told = []
    for name, days in found.later_rises.items():
        when = [long_day(day) if found.won.dated else f"the {ordinal(int(clock.at(day) // YEAR))} year" for day in days]
        told.append(f"{'on' if found.won.dated else 'in'} {joined(when)} {names[name].place}")
    if not told:
        return "as long as later rises are the same"
    one = sum(map(len, found.later_rises.values())) == 1
    return f"until {'a later rise' if one else 'later rises'} of the offers themselves, {joined(told)}"


def _ahead(difference: Span) -> str:
    """Return how annual pay compares, over the readings: ``£400.00 to £800.00 a year more``."""
    low, high = (decimals(end, 2) for end in difference)
    if low == high == 0:
        return "the same under both"
    if low < 0 < high:
        return f"from {pence(-low)} a year less to {pence(high)} a year more"
    least, most = sorted((abs(low), abs(high)))
    sums = pence(least) if least == most else f"{pence(least)} to {pence(most)}"
    return f"{sums} a year {'more' if high > 0 else 'less'}"


def _cost(answer: Answer) -> str:
    cost = answer.payback.cost
    count = how_many(int(cost.days)) if cost.days == int(cost.days) else plain(cost.days)
    cost_ = "costs" if cost.days == 1 else "cost"
    days = f"{capital(count)} strike day{'' if cost.days == 1 else 's'}"
    full_time = answer.payback.won.rate_in_payment
    part = f" ({plain(answer.found.question.pay.fte * 100)}% of {pounds(full_time)})" if cost.rate != full_time else ""
    a_day = f"1/{cost.of_year.denominator} of {pounds(cost.rate)} a year{part}"
    return f"{days} at {a_day} {cost_} {pence(cost.pounds)}."


def _when(answer: Answer) -> str:
    found = answer.payback
    months = {gain.paid_back for gain in found.gains}
    known = sorted(month for month in months if month is not None)
    over = f"the {months_text(found.months)} both cover" if found.open_after else whole(found.months)
    totals = span(gain.total for gain in found.gains)
    gained = pence(totals.low) if totals.low == totals.high else f"{pence(totals.low)} to {pence(totals.high)}"
    if not known:
        return f"No payback over {over}: the gain over the refused offer is {gained}."
    first, last = (_month(found, month) for month in (known[0], known[-1]))
    comma = "," if found.won.dated else ""
    if None in months:
        return f"Paid back in {first}{comma} in one reading, and not over {over} in another: the gain is {gained}."
    when = f"in {first}" if first == last else f"between {first}{comma} and {last}"
    return f"The gain over the refused offer pays that back {when}; over {over} it is {gained}."


def _month(found: Payback, month: int) -> str:
    year, number = divmod(month - 1, YEAR)
    named = f", {month_name(Clock(found.won.anchor).day(month - 1))}" if found.won.dated else ""
    return f"the {ordinal(number)} month of the {ordinal(year)} year{named}"


def taken_as(offer: Valued, assumes: Sequence[Assumption], known: Sequence[Assumption] = ()) -> list[str]:
    """Return what a reading takes an offer to mean, but for what is ``known``."""
    read = next(read for read in offer.reads if read.assumes == assumes)
    return [told for assumed, told in zip(assumes, assumptions(offer, read), strict=True) if assumed not in known]


def notes(answer: Answer) -> Iterator[str]:
    """Yield what is assumed or has to be known, one sentence or two each."""
    found = answer.payback
    yield f"A day's pay: 1/{found.cost.of_year.denominator} of a year's ({answer.source}), at the rate in payment."
    yield "Basic pay before tax; the gain is counted when it is earned, not when it is paid."
    if answer.illustration:
        yield illustration(answer.found.question.pay)
    yield from unused_forecasts(answer.found, sources(answer.found))
    noted = under_names(answer.found.offers, answer.names, lambda offer: notes_of(answer.found, offer))
    yield from dict.fromkeys((*to_know(answer), *noted))


def to_know(answer: Answer) -> Iterator[str]:
    """Yield what nobody should be without who relies on the answer: what is asked back, assumed or not counted."""
    found = answer.payback
    won, refused = answer.names[found.won.id].heading, answer.names[found.refused.id].heading
    if found.outcomes_turned:
        outcomes = f"{won} was {found.won.offer.status} and {refused} {found.refused.offer.status}"
        yield f"{outcomes}: were the two meant the other way round?"
    elif found.never_ahead:
        yield f"{refused}, named as refused, comes to more: were the two meant the other way round?"
    if found.open_after:
        name, until = answer.names[found.open_after.id].heading, found.open_after.deal.until
        after = f"after {long_day(until)}" if found.won.dated else "after its last year"
        yield (
            f"{name} says nothing {after}, so no gain is counted there: say what would have followed, such as "
            f"--next {found.open_after.id}=3.5."
        )
    yield from under_names(answer.found.offers, answer.names, lambda offer: rests_on(offer, answer.found.months))
