"""What the next award would have to be, in sentences."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from payoffer.asked import Pay
from payoffer.compare import Comparison, Read
from payoffer.money import decimals, in_percent, percent, plain
from payoffer.needed import Goal, Met, Need, rises
from payoffer.periods import long_day, month_name
from payoffer.report.heading_words import hours
from payoffer.report.price_words import prices_in_brief
from payoffer.report.prose import one_line
from payoffer.report.readings import of_what
from payoffer.report.series_words import called
from payoffer.report.words import Label, how_many, joined, money_span, months_text
from payoffer.verdict import Span, span


def sentences(found: Comparison, goal: Goal, names: dict[str, Label], *, brief: bool = False) -> Iterator[str]:
    """Yield the goal and what it needs, a one-off in its place and why it is not the same, and the other clock.

    ``brief`` leaves the one-off out.
    """
    who = names[goal.offer.id].party
    aim, when = _aim(found, goal, names), day(goal)
    short = goal.short
    if not short:
        yield f"{aim}, {who} needs no rise {when}: {_ahead(span(need.rate - need.target for need in goal.readings))}."
    else:
        target = money_span(span(need.target for need in short))
        rise = _rise([need.next_award_percent for need in goal.readings], f" {when}")
        yield f"{aim}, {who} would need {rise}, to {target} a year."
        yield from () if brief else _one_off(found, goal, names)
    if during := goal.opposite:
        yield _over_the_deal(found, goal, during, who)


def _aim(found: Comparison, goal: Goal, names: dict[str, Label]) -> str:
    if goal.prices is not None and goal.met:
        moved, between = _moved(goal.met.percent), _months(goal.met)
        if between:
            return f"To have kept up with {called(found.question.prices[goal.prices])}, {moved} from {between}"
        rising = prices_in_brief(goal.met.prices, goal.met.months, by_rise=False)
        return f"To have kept up with prices {rising}, {moved} over the {months_text(goal.met.months)} up to then"
    other = names[goal.against.id if goal.against else goal.offer.id]
    if goal.kind == "claim":
        return f"To meet {other.subject}{_no_more(goal, other)}"
    if goal.kind == "level":
        return f"To add as much as {other.subject} over the {months_text(found.months)}"
    return f"To be on the basic pay of {other.subject} at the end of the {months_text(found.months)}"


def _no_more(goal: Goal, other: Label) -> str:
    """Return what is supposed of a claim that does not cover the months counted; nothing of one that does."""
    silent = goal.silent_from
    if silent is None:
        return ""
    return f", if {other.no_rise}{f' in {month_name(silent)}' if goal.offer.dated else ''}"


def _moved(change: Fraction) -> str:
    return f"{'up' if change >= 0 else 'down'} {percent(abs(change))}"


def _months(met: Met) -> str:
    """Return ``September 2021 to September 2024``, and from which month on that is a forecast; nothing for rates."""
    if met.between is None:
        return ""
    text = " to ".join(map(month_name, met.between))
    return f"{text} (forecast from {month_name(met.forecast_from)})" if met.forecast_from else text


def _rise(awards: Sequence[Fraction], when: str = "") -> str:
    """Return ``a rise of 3.04% to 3.13%``, of the readings that need one; how many need none is said before."""
    needed = [award for award in awards if rises(award)]
    low, high = (decimals(end, 2) for end in span(needed))
    of = f"{high}%" if low == high else f"{low}% to {high}%"
    if len(needed) == len(awards):
        return f"a rise of {of}{when}"
    none = len(awards) - len(needed)
    others = "another" if len(needed) == 1 else "others"
    return f"no rise{when} in {how_many(none)} reading{'' if none == 1 else 's'}, but one of {of} in {others}"


def _ahead(over: Span) -> str:
    return f"basic pay is {money_span(over)} a year ahead" if decimals(over.high, 0) else "basic pay is just there"


def _one_off(found: Comparison, goal: Goal, names: dict[str, Label]) -> Iterator[str]:
    """Yield what a one-off would have to be in the readings that need a rise, and why it is not the same."""
    short = goal.short
    once = span(need.one_off for need in short)
    if once.high <= 0:
        return
    pay = found.question.pay
    part, at_these = hours(pay), " at these hours" if pay.fte != 1 else ""
    cash = money_span(once) if once.low > 0 else f"up to {money_span(Span(once.high, once.high))}"
    those = "In that reading a" if len(short) == 1 else "In those readings a"
    start = "A" if len(short) == len(goal.readings) else those
    lower = span((need.target - need.rate) * pay.fte for need in short)
    yield (
        f"{start} one-off of {cash}{f' for {part}' if part else ''} {_brings(found, goal, names)}, but stays out "
        f"of basic pay, which{at_these} would be {money_span(lower)} a year lower from then on: that is why it is not "
        "the same."
    )


def _brings(found: Comparison, goal: Goal, names: dict[str, Label]) -> str:
    """Return what a one-off does: as much as the rise would, or as much as the other offer has brought by then."""
    if goal.kind == "keep_up":
        return "would bring as much over that year"
    months = f"the {months_text(found.months)}"
    if goal.kind == "level" or goal.against is None:
        return f"would bring as much over {months}"
    return f"would bring the extra pay over {months} up to that of {names[goal.against.id].subject}"


def _over_the_deal(found: Comparison, goal: Goal, during: Met, who: str) -> str:
    """Return the line that gives the other clock: an employer will say so."""
    target = goal.offer.rate_before * during.level
    awards = [in_percent(target / need.rate) for need in goal.readings]
    if any(map(rises, awards)):
        needs = f"would need {_rise(awards)}"
    else:
        needs = f"needs no rise: {_ahead(span(need.rate - target for need in goal.readings))}"
    moved = f"with {called(found.question.prices[goal.prices or 0])} {_moved(during.percent)}"
    return f"Measured over the deal itself instead, {_months(during)}, {moved}, {who} {needs}."


def day(goal: Goal) -> str:
    """Return ``on 1 September 2023``, or ``next`` of an offer without dates."""
    return f"on {long_day(goal.by)}" if goal.offer.dated else "next"


def reading(goal: Goal, need: Need) -> str:
    """Return what a reading assumes, ``if a one-off of pay before``, or the day where it assumes nothing."""
    read = read_of(goal, need)
    told = [assumed.text for assumed in read.assumes if assumed.kind not in {"base", "index"}]
    base = [f"a one-off of {of_what(read)}"] if any(assumed.kind == "base" for assumed in read.assumes) else []
    return one_line(f"if {joined([*base, *told])}") if base or told else day(goal)


def read_of(goal: Goal, need: Need) -> Read:
    """Return the reading of the offer to which a need belongs."""
    return next(read for read in goal.offer.reads if read.assumes == need.assumes)


def one_off_heading(pay: Pay) -> str:
    """Return the heading of the one-offs, with the share of full-time hours that they are for."""
    return "or a one-off of" if pay.fte == 1 else f"or a one-off ({plain(pay.fte * 100)}%)"
