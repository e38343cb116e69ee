"""The rows of figures of an answer of ``compare``: a block for each pay year, then all months, a cell for each offer.

Cells are words and figures as they are printed. A difference on the page is the difference of the figures as printed.
"""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.compare import Comparison, Figures, Valued
from payoffer.money import decimals
from payoffer.pay_year import YearFigures
from payoffer.periods import DAY, YEAR, Clock, short_month
from payoffer.prices import PriceIndex, SeriesPrices
from payoffer.report.followed_words import follows_forecast, forecasts_sentence, once_on_forecast
from payoffer.report.forecast_words import forecast_note, on_forecast, year_on_forecast
from payoffer.report.keeps_up_words import RISE, keeps_up_if
from payoffer.report.notes import Notes
from payoffer.report.series_words import called, is_earnings, meant_of, moved, noun
from payoffer.report.words import (
    NONE,
    NOT_IN_OFFER,
    all_years,
    buys,
    capital,
    extra,
    money_span,
    months_text,
    real_value,
    rise_percent,
    short_of,
    year_name,
)
from payoffer.valuation import Valuation
from payoffer.verdict import Span, over_readings, partly_paid, span

DASH = "-"


class Row(NamedTuple):
    """One row: a label, a cell for each offer, and whether it opens a block."""

    label: str
    cells: tuple[str, ...]
    opens: bool = False


class Rows:
    """Builds the rows, asking for footnotes as they come up."""

    def __init__(self, answer: Comparison, notes: Notes) -> None:
        """Lay out ``answer``, whose footnotes ``notes`` collects."""
        self.answer = answer
        self.notes = notes
        self.offers = answer.offers
        self.years = max(len(offer.reads[0].figures.window.years) for offer in answer.offers)
        self.prices = range(len(answer.question.prices))

    def rows(self) -> Iterator[Row]:
        """Yield every row, a block for each pay year and one for all of them."""
        for number in range(self.years):
            yield from self._year(number)
        if self.answer.longer and self.answer.months_covered != YEAR:
            yield Row(self._covered(), ("",) * len(self.offers), opens=True)
            yield self._row("extra pay", self._extra_covered)
        if self.years > 1:
            title = all_years(self.answer.months)
            yield Row(title, tuple(self._condition(offer) for offer in self.offers), opens=True)
            yield self._row("extra pay", self._extra_in_all)
            yield from self._of_which_new()
        yield from self._totals()
        for number in self.prices[:1]:
            yield self._keeps_up(number)

    def _row(self, label: str, cell: Callable[..., str], *more: int) -> Row:
        return Row(f"  {label}", tuple(cell(offer, *more) for offer in self.offers))

    def _year(self, number: int) -> Iterator[Row]:
        first = self._years(self.offers[0], number)[0]
        yield Row(year_name(first), tuple(self._dates(offer, number) for offer in self.offers), opens=True)
        yield self._row("rise in basic pay", self._rise, number)
        if any(self._year_span(offer, number, "one_off_cash").high for offer in self.offers):
            yield self._row("one-off, not in later pay", self._one_off, number)
        that = "year" if first.months == YEAR else "time"
        yield self._row(f"extra pay that {that}", self._extra, number)
        if self.years == 1:
            yield from self._of_which_new()
        for price in self.prices:
            index = self.answer.question.prices[price]
            if isinstance(index, SeriesPrices):
                yield self._row(self._against(noun(index), price), self._prices, number, price)
            yield self._row(self._what_it_buys(price), self._buys, number, price)

    def _what_it_buys(self, price: int) -> str:
        index = self.answer.question.prices[price]
        return f"against {called(index)}" if is_earnings(index) else self._against("what basic pay buys", price)

    def _against(self, label: str, price: int) -> str:
        return label if len(self.prices) < 2 else f"{label} ({self.answer.question.prices[price].name})"  # noqa: PLR2004

    def _of_which_new(self) -> Iterator[Row]:
        if any(map(partly_paid, self.offers)):
            yield self._row("  of which new, on a Yes", self._new)

    def _totals(self) -> Iterator[Row]:
        for price in (price for price in self.prices if not self.answer.question.prices[price].during):
            yield self._row(self._against("needed to keep up", price), self._needed, price)
            yield self._row(self._against("short of keeping up", price), self._short, price)
            if not is_earnings(self.answer.question.prices[price]):
                yield self._row(self._against("real-terms value", price), self._real, price)

    def _span(self, offer: Valued, figure: str) -> Span:
        return over_readings(offer, "window", figure)

    def _years(self, offer: Valued, number: int, price: int = 0) -> list[YearFigures]:
        return [read.by_prices[price].window.years[number] for read in offer.reads]

    def _year_span(self, offer: Valued, number: int, figure: str) -> Span:
        return span(getattr(year, figure) for year in self._years(offer, number))

    def _silent(self, offer: Valued, number: int) -> bool:
        return self._years(offer, number)[0].silent

    def _out(self, offer: Valued, number: int) -> bool:
        """Whether the offer has run out before this year begins."""
        year = self._years(offer, number)[0]
        runs_to = year.whole.window.runs_to
        return runs_to is not None and runs_to <= year.span.start

    def _dates(self, offer: Valued, number: int) -> str:
        year = self._years(offer, number)[0]
        return f"{short_month(year.first_day)} to {short_month(year.last_day)}" if offer.dated else DASH

    def _rise(self, offer: Valued, number: int) -> str:
        if self._out(offer, number):
            mark = self.notes.mark("proposed", offer) if offer.offer.proposed and not offer.follows else ""
            return NOT_IN_OFFER + mark
        rises = self._year_span(offer, number, "rise_percent")
        if rises.low == rises.high == 0:
            return "no rise"
        rates = self._year_span(offer, number, "rate_at_end")
        mark = self.notes.mark("range", offer) if rises.low != rises.high else ""
        low, high = (rise_percent(rise, rate) for rise, rate in zip(rises, rates, strict=True))
        between = f"{low} to {high}:" if low != high else f"{low} to"
        year = self._years(offer, number)[0]
        return f"{between} {money_span(rates)}{mark}{self._followed(offer, year.first_day, year.last_day, basic=True)}"

    def _one_off(self, offer: Valued, number: int) -> str:
        cash = self._year_span(offer, number, "one_off_cash")
        if cash.high == 0:
            return NONE
        year = self._years(offer, number)[0]
        mark = self.notes.mark("base", offer) if cash.low != cash.high else ""
        if once_on_forecast(offer, year.first_day, year.last_day):
            mark += self.notes.mark_with(forecasts_sentence(self.answer))
        return money_span(cash) + mark

    def _followed(self, offer: Valued, first: date, last: date, *, basic: bool = False) -> str:
        """Return the mark of pay that follows a forecast of an index, nothing on other pay."""
        ahead = follows_forecast(offer, first, last, basic=basic)
        return self.notes.mark_with(forecasts_sentence(self.answer)) if ahead else ""

    def _followed_over(self, offer: Valued, months: Fraction) -> str:
        return self._followed(offer, offer.anchor, Clock(offer.anchor).last_day(months))

    def _extra(self, offer: Valued, number: int) -> str:
        tail = " if no rise" if self._silent(offer, number) else ""
        year = self._years(offer, number)[0]
        mark = self._followed(offer, year.first_day, year.last_day)
        return extra(self._year_span(offer, number, "extra_cash")) + mark + tail

    def _prices(self, offer: Valued, number: int, price: int) -> str:
        meant = meant_of(self._years(offer, number, price)[0])
        return moved(meant) if meant else DASH

    def _buys(self, offer: Valued, number: int, price: int) -> str:
        years = self._years(offer, number, price)
        known = [year.real_change_percent for year in years if year.real_change_percent is not None]
        if not known:
            return DASH
        mark = self._followed(offer, years[0].first_day, years[0].last_day, basic=True)
        return buys(span(known)) + mark + self._forecast(price, ahead=year_on_forecast(years[0]))

    def _forecast(self, price: int, *, ahead: bool) -> str:
        """Return the mark of a figure that stands on a forecast, nothing on one that does not."""
        index = self.answer.question.prices[price]
        return self.notes.mark_with(forecast_note(index.series)) if ahead and isinstance(index, SeriesPrices) else ""

    def _in_all_on_forecast(self, offer: Valued, price: int) -> str:
        return self._forecast(price, ahead=on_forecast(self._figures(offer, price)[0].window))

    def _extra_in_all(self, offer: Valued) -> str:
        return extra(self._span(offer, "extra_cash")) + self._followed_over(offer, self.answer.months)

    def _covered(self) -> str:
        both = "both" if len(self.offers) == 2 else "all"  # noqa: PLR2004
        covering = "it covers" if len(self.offers) == 1 else f"{both} cover"
        return capital(f"{months_text(self.answer.months_covered)} {covering}")

    def _extra_covered(self, offer: Valued) -> str:
        covered = self.answer.months_covered
        return extra(over_readings(offer, "covered", "extra_cash")) + self._followed_over(offer, covered)

    def _condition(self, offer: Valued) -> str:
        window = offer.reads[0].figures.window.window
        if not window.silent or window.runs_to is None:
            return ""
        stops = Clock(offer.anchor).last_day(window.runs_to) + DAY
        return f"if no rise in {short_month(stops)}" if offer.dated else "if no rise after"

    def _new(self, offer: Valued) -> str:
        cash = self._span(offer, "new_cash")
        mark = self.notes.mark("in payment", offer) if offer.rate_in_payment != offer.rate_before else ""
        if offer.nothing_new:
            return f"nothing new{mark}"
        return extra(cash) + mark + self._followed_over(offer, self.answer.months)

    def _figures(self, offer: Valued, price: int) -> list[Figures]:
        return [read.by_prices[price] for read in offer.reads]

    def _needed(self, offer: Valued, price: int) -> str:
        needed = self._figures(offer, price)[0].window.extra_cash_needed or Fraction(0)
        return extra(Span(needed, needed)) + self._in_all_on_forecast(offer, price)

    def _short(self, offer: Valued, price: int) -> str:
        short = short_of(span(printed_shortfall(figures.window) for figures in self._figures(offer, price)))
        return short + self._followed_over(offer, self.answer.months) + self._in_all_on_forecast(offer, price)

    def _real(self, offer: Valued, price: int) -> str:
        values = [figures.window.real_pay_change for figures in self._figures(offer, price)]
        known = [value for value in values if value is not None]
        if not known:
            return DASH
        ahead = self._followed_over(offer, self.answer.months) + self._in_all_on_forecast(offer, price)
        return real_value(span(known)) + ahead + self.notes.mark("real")

    def _keeps_up(self, price: int) -> Row:
        what = "earnings" if is_earnings(self.answer.question.prices[price]) else "prices"
        label, cells = f"Keeps up only if {what}", [self._keeps_up_if(offer, price) for offer in self.offers]
        if all(cell.startswith(f"{RISE} ") for cell in cells):
            label, cells = f"{label} {RISE}", [cell.removeprefix(f"{RISE} ") for cell in cells]
        return Row(label, tuple(cells), opens=True)

    def _keeps_up_if(self, offer: Valued, price: int) -> str:
        rates = [figures.own.break_even_percent for figures in self._figures(offer, price)]
        years = range(1, int(-(-offer.deal.months // YEAR)) + 1)
        rates_a_year = [prices for prices in self.answer.question.prices if isinstance(prices, PriceIndex)]
        moves = [{Fraction(index.rate(year)) for year in years} for index in rates_a_year]
        even = [move.pop() for move in moves if len(move) == 1]
        return keeps_up_if(span(rate for rate in rates if rate is not None), offer.deal.months / YEAR, even)


def printed_shortfall(valuation: Valuation) -> Fraction:
    """Return the shortfall as the difference of the two figures printed above it, in whole pounds."""
    needed, cash = valuation.extra_cash_needed or Fraction(0), valuation.extra_cash
    return Fraction(decimals(needed, 0) - decimals(cash, 0))
