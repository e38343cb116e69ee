"""The columns of a table of pay points: what each is called, and what it shows of an offer at a point.

A column that a later figure needs is one more ``Column`` in the list.
"""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.asked import Question
from payoffer.compare import Valued
from payoffer.money import decimals, in_percent, percent, pounds
from payoffer.periods import short_day, short_month
from payoffer.report.forecast_words import on_forecast
from payoffer.report.grid import Grid
from payoffer.report.series_words import is_earnings
from payoffer.report.words import Label, buys, money_span, ordinal
from payoffer.scale import Ahead, Row, Table, ahead, annual_rise, figures, over, step_days
from payoffer.verdict import Order, Span, over_readings, span

POINT, BEFORE, NOTHING, DASH = "Point", "Before", "none", "-"
A_YEAR = "a year"
BUYS, AGAINST = "buys", "against earnings"
LEVEL, DEPENDS = "about level", "depends"


class Column(NamedTuple):
    """A heading, and the cell of an offer at a point."""

    heading: str
    cell: Callable[[Valued], str]


def offer_grid(table: Table, number: int, question: Question, title: str) -> Grid:
    """Return the table of one offer: a row a point."""
    columns = list(_columns(table, number, question))
    rows = tuple((row.name, *(column.cell(row.answer.offers[number]) for column in columns)) for row in table.rows)
    headings = (POINT, *(column.heading for column in columns))
    return Grid(title, headings, rows, part=headings.index(A_YEAR))


def _columns(table: Table, number: int, question: Question) -> Iterator[Column]:
    days = step_days(table, number, question)
    yield Column(BEFORE, lambda offer: pounds(offer.rate_before))
    for place, day in enumerate(days):
        yield _pay(day, place, table.each(number)[0])
        if len(days) > 1:
            yield _rise(day)
    yield Column(A_YEAR, lambda offer: money_span(span(map(annual_rise, figures(offer, question)))))
    yield Column("a month", lambda offer: money_span(over(offer, question, "monthly_rise")))
    yield Column("in all", lambda offer: _percent(over(offer, question, "compounded_percent")))
    if any(over(offer, question, "one_off_cash").high for offer in table.each(number)):
        yield Column("one-off", lambda offer: money_span(over(offer, question, "one_off_cash")))
    for price, index in enumerate(question.prices):
        what = AGAINST if is_earnings(index) else BUYS
        ahead = on_forecast(figures(table.each(number)[0], question, price)[0])
        beside = [index.name] * (len(question.prices) > 1) + ["forecast"] * ahead
        heading = f"{what} ({', '.join(beside)})" if beside else what
        yield Column(heading, lambda offer, price=price: _buys(offer, question, price))  # type: ignore[misc]


def _pay(day: date, place: int, offer: Valued) -> Column:
    first = short_month(day) if day.day == 1 else short_day(day)
    heading = first if offer.dated else f"{ordinal(place)} rise"
    return Column(heading, lambda offer: money_span(span(read.schedule.rate_on(day) for read in offer.reads)))


def _rise(day: date) -> Column:
    return Column("rise", lambda offer: _percent(span(step_percents(offer, day))))


def step_percents(offer: Valued, day: date) -> Iterator[Fraction]:
    """Yield the rise of one day in percent, for each reading; 0 where nothing changes for this point."""
    for read in offer.reads:
        found = (step for step in read.schedule.steps if step.start == day)
        yield next((in_percent(step.rate / step.before) for step in found), Fraction(0))


def _percent(found: Span) -> str:
    low, high = percent(found.low), percent(found.high)
    return low if low == high else f"{low} to {high}"


def _buys(offer: Valued, question: Question, price: int) -> str:
    changes = [each.real_change_percent for each in figures(offer, question, price)]
    known = [change for change in changes if change is not None]
    return buys(span(known)) if known else DASH


def side_by_side(table: Table, names: dict[str, Label], title: str) -> Grid:
    """Return the extra pay of each offer at each point, which adds most, and by how much more than the next."""
    offers = table.rows[0].answer.offers
    apart = any(len({offer.rate_before for offer in row.answer.offers}) > 1 for row in table.rows)
    before = [f"{BEFORE}, {names[offer.id].heading}" for offer in offers] if apart else [BEFORE]
    adds = "adds more" if len(offers) == 2 else "adds most"  # noqa: PLR2004
    headings = (POINT, *before, *(names[offer.id].heading for offer in offers), adds, "by")
    return Grid(title, headings, tuple(_side(row, names, len(before)) for row in table.rows))


def _side(row: Row, names: dict[str, Label], befores: int) -> tuple[str, ...]:
    offers = row.answer.offers
    found = ahead(row)
    who = {Order.CLEAR: names[found.first.id].heading, Order.LEVEL: LEVEL, Order.DEPENDS: DEPENDS}[found.order]
    if 1 < len(found.tied) < len(offers):
        who = f"{len(found.tied)} {LEVEL}" if found.order is Order.LEVEL else f"one of {len(found.tied)}"
    return (
        row.name,
        *(pounds(offer.rate_before) for offer in offers[:befores]),
        *(money_span(over_readings(offer, "covered", "extra_cash")) for offer in offers),
        who,
        money_span(by(found)) if found.gaps else DASH,
    )


def by(found: Ahead) -> Span:
    """Return by how much those ahead add more than the next: the difference of the figures as printed."""
    return span(Fraction(decimals(one, 0) - decimals(other, 0)) for one, other in found.gaps)
