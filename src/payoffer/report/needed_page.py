"""What the next award would have to be, in words and tables, as a message, and as data."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from payoffer import __version__
from payoffer.compare import Comparison, Read
from payoffer.money import decimals, percent, pounds
from payoffer.needed import Goal, Need
from payoffer.periods import long_day
from payoffer.prices import SeriesPrices
from payoffer.report.as_json import dumps
from payoffer.report.figures import PERCENT, PLACES
from payoffer.report.medium import Medium
from payoffer.report.message import bold
from payoffer.report.plain_forms import markdown_table, rows_csv
from payoffer.report.plain_table import plain_table
from payoffer.report.prose import escaped, one_line
from payoffer.report.readings import assumptions, of_what
from payoffer.report.series_words import brief_source, called, series_used, source_line
from payoffer.report.words import Label, capital, joined, labels, money_span, months_text
from payoffer.verdict import Span, span

HEADINGS = ("", "next award", "rise in all", "or a one-off of")
NOTHING = "nothing"


class Answer(NamedTuple):
    """The offers as valued, the goals, the command, and whether the salary is an illustration."""

    found: Comparison
    goals: tuple[Goal, ...]
    command: str
    illustration: bool


def written(answer: Answer, form: str, medium: Medium) -> str:
    """Return the answer as table, message, markdown, csv or json."""
    if form == "json":
        return dumps(document(answer))
    if form == "csv":
        return rows_csv(("goal", "offer", "against", "reading", "figure", "value"), _csv(document(answer)))
    names = labels(answer.found.offers)
    told = [(goal, _sentences(answer, goal, names)) for goal in answer.goals]
    notes = list(_notes(answer))
    if form == "message":
        return _message(answer, [text for _, text in told])
    if form == "markdown":
        parts = [escaped(_title(answer))]
        for goal, text in told:
            parts += [escaped(text), markdown_table(HEADINGS, _rows(goal))]
        parts += ["\n".join(f"- {escaped(note)}" for note in notes), "  \n".join(map(escaped, _ending(answer)))]
        return "\n\n".join(parts) + "\n"
    lines = medium.wrap(_title(answer))
    for goal, text in told:
        lines += ["", *medium.wrap(text, "  "), "", *plain_table(HEADINGS, _rows(goal), medium)]
    lines.append("")
    for note in notes:
        lines += medium.wrap(note)
    lines.append("")
    for line in _ending(answer):
        lines += medium.wrap(line, "", "  ")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _title(answer: Answer) -> str:
    pays = {offer.rate_before for offer in answer.found.offers}
    before = "the offer" if len(answer.found.offers) == 1 else "either offer"
    on = f", on {pounds(min(pays))} a year before {before}" if len(pays) == 1 else ""
    return f"What the next award would have to be{on}"


def _sentences(answer: Answer, goal: Goal, names: dict[str, Label]) -> str:
    """Return the goal and what it needs, then what a one-off in its place would be, and why that is not the same."""
    who = names[goal.offer.id]
    needs = goal.readings
    awards = span(need.next_award_percent for need in needs)
    aim = _aim(answer, goal, names)
    by = _day(goal)
    if awards.high <= 0 and decimals(awards.high, 2) <= 0:
        return f"{aim}, {who.party} needs no rise {by}: {_ahead(goal)}."
    rises = percent(awards.low, 2) if _alike(awards) else f"{decimals(awards.low, 2)}% to {percent(awards.high, 2)}"
    text = f"{aim}, {who.party} would need a rise of {rises} {by}"
    targets = span(need.target for need in needs)
    text += f", to {money_span(targets)} a year."
    once = span(need.one_off for need in needs)
    if once.high <= 0:
        return text
    low = Span(max(once.low, Fraction(0)), once.high)
    months = "that year" if goal.kind == "keep_up" else f"the {months_text(answer.found.months)}"
    after = span((need.target - need.rate) * answer.found.question.pay.fte for need in needs)
    return (
        f"{text} A one-off of {money_span(low)} would bring as much over {months}, but stays out of basic pay, which "
        f"would be {money_span(after)} a year lower from then on: that is why it is not the same."
    )


def _alike(figures: Span) -> bool:
    return decimals(figures.low, 2) == decimals(figures.high, 2)


def _ahead(goal: Goal) -> str:
    over = span(need.rate - need.target for need in goal.readings)
    return f"basic pay is {money_span(over)} a year ahead" if decimals(over.high, 0) else "basic pay is just there"


def _aim(answer: Answer, goal: Goal, names: dict[str, Label]) -> str:
    if goal.prices is not None:
        prices = answer.found.question.prices[goal.prices]
        rates = f"prices at {prices.name} a year" if len(prices.rates) == 1 else f"prices rising {prices.name}"
        what = called(prices) if isinstance(prices, SeriesPrices) else rates
        return f"To have kept up with {what} up to then"
    other = names[goal.against.id] if goal.against else names[goal.offer.id]
    if goal.kind == "claim":
        return f"To meet {other.subject}"
    if goal.kind == "level":
        return f"To add as much as {other.subject} over the {months_text(answer.found.months)}"
    return f"To be on the basic pay of {other.subject} at the end of the {months_text(answer.found.months)}"


def _rows(goal: Goal) -> list[tuple[str, ...]]:
    """Return a row for each reading, or one where all need the same."""
    same = len({need[1:] for need in goal.readings}) == 1
    return [
        (
            _day(goal) if same else _reading(goal, need),
            _needed_percent(need.next_award_percent),
            percent(need.rise_percent, 3),
            pounds(need.one_off) if decimals(need.one_off, 0) > 0 else NOTHING,
        )
        for need in goal.readings[: 1 if same else None]
    ]


def _needed_percent(rise: Fraction) -> str:
    return percent(rise, 3) if decimals(rise, 3) > 0 else NOTHING


def _reading(goal: Goal, need: Need) -> str:
    read = _read(goal, need)
    told = [assumed.text for assumed in read.assumes if assumed.kind not in {"base", "index"}]
    base = [f"a one-off of {of_what(read)}"] if any(assumed.kind == "base" for assumed in read.assumes) else []
    return one_line(f"if {joined([*base, *told])}") if base or told else _day(goal)


def _read(goal: Goal, need: Need) -> Read:
    return next(read for read in goal.offer.reads if read.assumes == need.assumes)


def _day(goal: Goal) -> str:
    return f"on {long_day(goal.by)}" if goal.offer.dated else "next"


def _notes(answer: Answer) -> Iterator[str]:
    yield "The next award is in percent of basic pay just before it, the rise in all of pay before the offer."
    yield "Sums are exact: a publisher that rounds pay points moves them by its rounding."
    if answer.illustration:
        yield f"{pounds(answer.found.question.pay.salary)} is an illustration: give your own pay with --salary."
    for offer in answer.found.offers:
        if offer.deal.end_assumed and offer.dated:
            end = long_day(offer.deal.until)
            yield one_line(f"{offer.offer.name}: no last day is given: {end} is assumed.")
        if offer.offer.kind == "claim":
            yield one_line(f"{offer.offer.name} is a claim by the union, not an offer.")
        for read in offer.reads[:1]:
            yield from (f"{capital(assumed.text)}." for assumed in read.assumes if assumed.kind == "index")


def _ending(answer: Answer) -> Iterator[str]:
    yield f"Again: {answer.command}"
    files = joined(offer.named.file for offer in answer.found.offers)
    used = series_used(answer.found)
    rates = any(not isinstance(prices, SeriesPrices) for prices in answer.found.question.prices)
    told = [*(["your figure"] if rates else []), *(series.label for series in used)]
    yield one_line(
        f"payoffer {__version__}; {f'prices: {joined(told)}' if told else 'no prices used'}; offers: {files}"
    )
    yield from map(source_line, used)


def _message(answer: Answer, told: list[str]) -> str:
    sources = "\n".join(brief_source(series) for series in series_used(answer.found))
    parts = [f"*{_title(answer)}*", *map(bold, told), bold(sources), answer.command]
    return "\n\n".join(filter(None, parts)) + "\n"


def document(answer: Answer) -> dict[str, Any]:
    """Return the answer as data: one block a goal, its figures those of the first reading."""
    return {
        "schema_version": 1,
        "command": answer.command,
        "version": __version__,
        "needed": [_goal(answer, goal) for goal in answer.goals],
        "sources": [source_line(series) for series in series_used(answer.found)],
        "notes": list(_notes(answer)),
    }


def _goal(answer: Answer, goal: Goal) -> dict[str, Any]:
    prices = answer.found.question.prices[goal.prices].name if goal.prices is not None else None
    readings = [
        {
            "assumes": assumptions(goal.offer, _read(goal, need)),
            **_figures(need),
        }
        for need in goal.readings
    ]
    return {
        "goal": goal.kind,
        "offer": goal.offer.id,
        "against": goal.against.id if goal.against else None,
        "prices": prices,
        "by": goal.by.isoformat() if goal.offer.dated else None,
        **_figures(goal.readings[0]),
        "readings": readings,
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


def _csv(told: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for goal in told["needed"]:
        start = (goal["goal"], goal["offer"], goal["against"] or goal["prices"])
        yield (*start, "", "by", goal["by"])
        for number, reading in enumerate(goal["readings"], 1):
            yield from ((*start, number, name, value) for name, value in reading.items() if name != "assumes")
    yield from (("", "", "", "", "source", source) for source in told["sources"])
