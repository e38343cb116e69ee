"""Take-home pay under offers as a page: what is left a month before, now and with each offer, by pay year.

A difference on the page is the difference of the figures as printed: pay with the offer is pay before and the
rounded difference, so that the difference, which is what is asked for, is right to the pound.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.money import decimals, percent, plain, pounds
from payoffer.periods import YEAR, short_month
from payoffer.report.ending import offers_ending
from payoffer.report.price_notes import sources
from payoffer.report.prose import one_line
from payoffer.report.rows import Row
from payoffer.report.takehome_answer import OfferTakeHome, TakeHomeAnswer
from payoffer.report.takehome_once import once_note, once_span
from payoffer.report.takehome_remarks import remarks, verdict
from payoffer.report.words import Label, capital, extra, how_many, labels, money_span, status, year_name
from payoffer.takehome.deductions import exact
from payoffer.takehome.under_offer import YearTakeHome
from payoffer.verdict import Span, partly_paid, span


class TakeHomePage(NamedTuple):
    """The whole answer in words, in the parts of every page."""

    titles: tuple[str, ...]
    verdict: str
    headings: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    summary: tuple[tuple[str, ...], ...]
    footnotes: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    ending: tuple[str, ...]


def page(answer: TakeHomeAnswer, command: str, salary_working: str | None) -> TakeHomePage:
    """Return the page of an answer."""
    names = labels(answer.comparison.offers)
    rows = _Rows(answer)
    found = tuple(rows.rows())
    return TakeHomePage(
        titles=tuple(_titles(answer)),
        verdict=one_line(verdict(answer, names)),
        headings=tuple((names[offer.valued.id].heading, status(offer.valued.offer)) for offer in answer.offers),
        rows=found,
        summary=tuple(_summary(answer, names)),
        footnotes=tuple((letter, one_line(note)) for letter, note in rows.footnotes()),
        remarks=tuple(one_line(text) for text in remarks(answer, names, salary_working)),
        ending=tuple(offers_ending(answer.comparison, command, sources(answer.comparison))),
    )


def _titles(answer: TakeHomeAnswer) -> Iterator[str]:
    pay = answer.comparison.question.pay
    count = len(answer.offers)
    offers = "One pay offer" if count == 1 else f"{capital(how_many(count))} pay offers"
    when = "now" if pay.now else f"before {'it' if count == 1 else 'them'}"
    yield f"Take-home pay a month, in whole pounds: {offers.casefold()}, on {pounds(pay.salary)} a year {when}"
    if pay.fte != 1:
        yield f"For {plain(pay.fte * 100)}% of full-time hours"
    if answer.asked:
        yield f"Tax and pension rates: {answer.asked.label}"


class Printed(NamedTuple):
    """What one reading of a pay year leaves a month, in whole pounds that add up."""

    before: Decimal
    now: Decimal
    offer: Decimal
    more: Decimal
    new: Decimal


def printed(year: YearTakeHome) -> Printed:
    """Return the figures of a month: the differences rounded, and pay with the offer made of them."""
    months = exact(year.year.months)
    before, more, new = (decimals(each / months, 0) for each in (year.net.before, year.net.more, year.net.new))
    return Printed(before, before + more - new, before + more, more, new)


class _Rows:
    """Builds the rows, asking for footnotes as they come up."""

    def __init__(self, answer: TakeHomeAnswer) -> None:
        self.answer = answer
        self.offers = answer.offers
        self.wanted: list[OfferTakeHome] = []

    def rows(self) -> Iterator[Row]:
        for number in range(max(len(offer.readings[0].years) for offer in self.offers)):
            yield from self._year(number)
        kinds = [what for what in ("one-off", "back pay") if any(once_span(offer, what) for offer in self.offers)]
        if kinds:
            yield Row("Paid once, in your pocket", ("",) * len(self.offers), opens=True)
        for what in kinds:
            yield Row(f"  {what}", tuple(self._once(offer, what) for offer in self.offers))

    def footnotes(self) -> Iterator[tuple[str, str]]:
        for number, offer in enumerate(self.wanted):
            yield chr(ord("a") + number), once_note(offer)

    def _year(self, number: int) -> Iterator[Row]:
        first = self.offers[0].readings[0].years[number].year
        yield Row(year_name(first), tuple(_dates(offer, number) for offer in self.offers), opens=True)
        yield self._row("take-home on pay before", number, lambda month: month.before, money_span)
        if any(map(_paid_now, self.offers)):
            yield self._row("take-home on pay now", number, lambda month: month.now, money_span)
        yield self._row("take-home with the offer", number, lambda month: month.offer, money_span)
        yield Row("  more than on pay before", tuple(more_a_month(offer, number) for offer in self.offers))
        if any(map(_paid_now, self.offers)):
            yield self._row("  of which new, on a Yes", number, lambda month: month.new, extra)
        yield Row("  kept of the extra pay", tuple(_kept(offer, number) for offer in self.offers))
        that = "year" if first.months == YEAR else "time"
        yield Row(f"  more over that {that}", tuple(_over(offer, number) for offer in self.offers))

    def _row(self, label: str, number: int, figure: Callable[[Printed], Decimal], show: Callable[[Span], str]) -> Row:
        return Row(f"  {label}", tuple(_cell(offer, number, figure, show) for offer in self.offers))

    def _once(self, offer: OfferTakeHome, what: str) -> str:
        left = once_span(offer, what)
        if left is None:
            return "none"
        if offer not in self.wanted:
            self.wanted.append(offer)
        return f"{money_span(left)} ({chr(ord('a') + self.wanted.index(offer))})"


def _paid_now(offer: OfferTakeHome) -> bool:
    return partly_paid(offer.valued)


def _cell(offer: OfferTakeHome, number: int, figure: Callable[[Printed], Decimal], show: Callable[[Span], str]) -> str:
    return show(span(Fraction(figure(printed(reading.years[number]))) for reading in offer.readings))


def more_a_month(offer: OfferTakeHome, number: int) -> str:
    """Return how much more is left a month in pay year ``number`` (from 0): ``£131``, ``£5 less``."""
    return _cell(offer, number, lambda month: month.more, extra)


def _kept(offer: OfferTakeHome, number: int) -> str:
    shares = [reading.years[number].kept_percent for reading in offer.readings]
    known = [percent(share, 0) for share in shares if share is not None]
    return " to ".join(dict.fromkeys(known)) if known else "-"


def _over(offer: OfferTakeHome, number: int) -> str:
    year = offer.readings[0].years[number].year
    tail = " if no rise" if year.silent else ""
    return extra(span(Fraction(reading.years[number].net.more) for reading in offer.readings)) + tail


def _dates(offer: OfferTakeHome, number: int) -> str:
    year = offer.readings[0].years[number].year
    return f"{short_month(year.first_day)} to {short_month(year.last_day)}" if offer.valued.dated else "-"


def _summary(answer: TakeHomeAnswer, names: dict[str, Label]) -> Iterator[tuple[str, ...]]:
    """Yield the offers as rows, in the order they were named: net pay is not ranked across nations."""
    years = answer.offers[0].readings[0].years
    yield ("", *(f"More a month: {year_name(year.year).casefold()}" for year in years))
    for offer in answer.offers:
        cells = (more_a_month(offer, number) for number in range(len(years)))
        yield (names[offer.valued.id].heading, *cells)
