"""What the next award would have to be, laid out: as tables, markdown, a message, or data."""

from collections.abc import Iterator
from typing import NamedTuple

from payoffer.compare import Comparison
from payoffer.money import decimals, percent, pounds
from payoffer.needed import Goal
from payoffer.periods import DAY, long_day
from payoffer.report.as_json import dumps
from payoffer.report.ending import offers_ending
from payoffer.report.followed_words import forecasts_sentence
from payoffer.report.heading_words import hours, illustration, whose_pay
from payoffer.report.laid_out import LaidOut, Tabled, markdown, text
from payoffer.report.medium import Medium
from payoffer.report.needed_data import csv_rows, document, used_in
from payoffer.report.needed_words import day, one_off_heading, reading, sentences
from payoffer.report.offer_notes import notes_of, rests_on, under_names
from payoffer.report.phone import LONGEST, bold, paragraphs
from payoffer.report.plain_forms import rows_csv
from payoffer.report.price_notes import unused_forecasts
from payoffer.report.prose import one_line
from payoffer.report.series_words import brief_source, noun
from payoffer.report.words import Label, capital, joined, labels

NOTHING = "nothing"
NO_RISE = "-"


class Answer(NamedTuple):
    """The offers as valued, the goals, the command, and whether the salary is an illustration."""

    found: Comparison
    goals: tuple[Goal, ...]
    command: str
    illustration: bool

    @property
    def names(self) -> dict[str, Label]:
        """What the offers are called."""
        return labels(self.found.offers)


def written(answer: Answer, form: str, medium: Medium) -> str:
    """Return the answer as table, message, markdown, csv or json."""
    notes = [one_line(note) for note in _notes(answer)]
    if form in {"json", "csv"}:
        told = document(answer.found, answer.goals, answer.command, notes)
        return (
            dumps(told)
            if form == "json"
            else rows_csv(("goal", "offer", "against", "reading", "figure", "value"), csv_rows(told))
        )
    if form == "message":
        whole = _message(answer, brief=False)
        return whole if len(whole) < LONGEST else _message(answer, brief=True)
    parts: list[str | Tabled] = []
    for goal in answer.goals:
        parts += [" ".join(sentences(answer.found, goal, answer.names)), Tabled(_headings(answer), _rows(goal))]
    ending = offers_ending(answer.found, answer.command, used_in(answer.found, answer.goals))
    page = LaidOut(tuple(_titles(answer)), tuple(parts), tuple(notes), tuple(ending))
    return markdown(page) if form == "markdown" else text(page, medium)


def _titles(answer: Answer) -> Iterator[str]:
    before = "the offer" if len(answer.found.offers) == 1 else "either offer"
    yield f"What the next award would have to be, {whose_pay(answer.found, before)}"
    if part := hours(answer.found.question.pay):
        yield f"For {part}; basic pay is shown full-time, one-offs for these hours"


def _headings(answer: Answer) -> tuple[str, ...]:
    return "", "next award", "rise in all", one_off_heading(answer.found.question.pay)


def _rows(goal: Goal) -> list[tuple[str, ...]]:
    """Return a row for each reading, or one where all need the same."""
    same = len({need[1:] for need in goal.readings}) == 1
    forecast = " (forecast)" if goal.met and goal.met.forecast_from else ""
    return [
        (
            f"{day(goal) if same else reading(goal, need)}{forecast}",
            percent(need.next_award_percent, 3) if need in goal.short else NOTHING,
            percent(need.rise_percent, 3) if need in goal.short else NO_RISE,
            pounds(need.one_off) if decimals(need.one_off, 0) > 0 else NOTHING,
        )
        for need in goal.readings[: 1 if same else None]
    ]


def _notes(answer: Answer) -> Iterator[str]:
    yield "The next award is in percent of basic pay just before it, the rise in all of pay before the offer."
    yield "Sums are exact: a publisher that rounds pay points moves them by its rounding."
    kinds = {noun(prices): None for prices in answer.found.question.prices}
    if kinds:
        what = capital(joined(kinds))
        yield f"{what} are taken from twelve months before the offer begins up to the day of the next award."
    yield from unused_forecasts(answer.found, used_in(answer.found, answer.goals))
    yield from filter(None, (_no_more(answer, goal) for goal in answer.goals))
    if answer.illustration:
        yield illustration(answer.found.question.pay)
    noted = under_names(answer.found.offers, answer.names, lambda offer: notes_of(answer.found, offer))
    yield from dict.fromkeys((*_to_know(answer), *noted))


def _no_more(answer: Answer, goal: Goal) -> str:
    """Return that the other offer does not cover the months counted, and how to say what followed it."""
    if goal.against is None or goal.silent_from is None:
        return ""
    after = f"after {long_day(goal.silent_from - DAY)}" if goal.against.dated else "after its last year"
    return (
        f"{answer.names[goal.against.id].heading} says nothing {after}, so no rise of it is counted there: say what "
        f"would have followed, such as --next {goal.against.id}=3."
    )


def _to_know(answer: Answer) -> Iterator[str]:
    """Yield what nobody should be without who relies on the answer: what is a forecast, and what is assumed."""
    if forecasts := forecasts_sentence(answer.found):
        yield forecasts
    yield from under_names(answer.found.offers, answer.names, lambda offer: rests_on(offer, answer.found.months))


def _message(answer: Answer, *, brief: bool) -> str:
    """Return the message: each goal, what a reader has to know to rely on it, and the command.

    ``brief`` tells of a one-off in place of the rise at the first goal alone.
    """
    title, *more = _titles(answer)
    verdicts = (
        bold(" ".join(sentences(answer.found, goal, answer.names, brief=brief and number > 0)))
        for number, goal in enumerate(answer.goals)
    )
    known = " ".join(one_line(text) for text in _to_know(answer))
    sources = "\n".join(brief_source(series) for series in used_in(answer.found, answer.goals))
    salary = illustration(answer.found.question.pay, brief=True) if answer.illustration else ""
    return paragraphs(f"*{bold(title)}*", *more, *verdicts, bold(known), bold(sources), salary, answer.command)
