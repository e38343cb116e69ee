"""What one offer does to the points of a scale: how far pay rises, who gains most, and what it buys."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from payoffer.keeping import Keeping, keeping
from payoffer.money import decimals, percent, pounds
from payoffer.periods import month_name
from payoffer.prices import PriceIndex, Prices
from payoffer.report.clock_words import clocks_in_brief, other_clocks
from payoffer.report.forecast_words import Forecaster, on_forecast
from payoffer.report.points_words import at_points, counted
from payoffer.report.price_words import prices_rising, years_go_by_rises
from payoffer.report.series_words import called, is_earnings
from payoffer.report.voice import Sentence, slot
from payoffer.report.words import Label, buys, capital, extra, joined, money_span, whole
from payoffer.scale import Scaled, Table, annual_rise, figures, over, step_days
from payoffer.verdict import Span, partly_paid, span

if TYPE_CHECKING:
    from payoffer.compare import Valued

_KEEPING = {
    Keeping.KEEPS_UP: ("keeps up", "keep up"),
    Keeping.AT_THE_END: (
        "keeps up at the end, but not on the way there",
        "keep up at the end, but not on the way there",
    ),
    Keeping.DEPENDS: ("may or may not keep up, as the offer leaves it open",) * 2,
}
"""What is told of the points of a class, one or several; of those that fall short nothing is."""


class PointsVoice:
    """Tells of one offer at every point."""

    def __init__(self, scaled: Scaled, table: Table, number: int, label: Label | None) -> None:
        """Speak of offer ``number`` of ``table``; ``label`` is None where it is the only offer."""
        self.question = scaled.question
        self.table = table
        self.number = number
        self.label = label
        self.points = [row.name for row in table.rows]
        self.offers: Mapping[str, Valued] = dict(zip(self.points, table.each(number), strict=True))
        self.first = table.each(number)[0]

    def sentences(self) -> Iterator[Sentence]:
        """Yield what is told of the offer."""
        yield from self._rise()
        yield from self._one_off()
        yield from self._new()
        for price in range(len(self.question.prices)):
            yield from self._prices(price)

    def _told(self, rule: str, said: dict[str, Any], text: str) -> Sentence:
        months = figures(self.first, self.question)[0].months
        return Sentence(rule, (self.first.id,), months, said, text)

    def _over(self, figure: str) -> dict[str, Span]:
        return {point: over(offer, self.question, figure) for point, offer in self.offers.items()}

    def _rise(self) -> Iterator[Sentence]:
        start = "" if self.label is None else f"{self.label.heading}: "
        first = capital if self.label is None else str
        rises = {point: span(map(annual_rise, figures(offer, self.question))) for point, offer in self.offers.items()}
        moved = [point for point, rise in rises.items() if decimals(rise.high, 0) != 0 or decimals(rise.low, 0) != 0]
        whole_span = span(end for rise in rises.values() for end in rise)
        said: dict[str, Any] = {"a_year": slot(whole_span), "points": moved}
        if not moved:
            yield self._told("rise", said, start + first("basic pay does not rise at any point."))
            return
        days = step_days(self.table, self.number, self.question)
        when = f"{'in' if len(days) == 1 else 'by'} {month_name(days[-1])} " if self.first.dated else ""
        least = min(moved, key=lambda point: rises[point].low)
        most = max(moved, key=lambda point: rises[point].high)
        low, high = (pounds(end) for end in (rises[least].low, rises[most].high))
        much = f"by {low} a year" + ("" if low == high else f" (point {least}) to {high} (point {most})")
        months = [over(self.offers[point], self.question, "monthly_rise") for point in moved]
        much += f", {money_span(span(end for each in months for end in each))} a month"
        verb = "rises" if whole_span.low >= 0 else "changes"
        where = counted(len(moved), len(self.points))
        yield self._told("rise", said, start + first(f"{when}basic pay {verb} at {where}, {much}."))
        yield self._in_percent()

    def _in_percent(self) -> Sentence:
        """Tell who gains most and least in proportion to pay, which is where flat sums and tables show."""
        rises = self._over("compounded_percent")
        low, high = min(rise.low for rise in rises.values()), max(rise.high for rise in rises.values())
        said = {"compounded_percent": slot(Span(low, high), 1)}
        least, most = percent(low), percent(high)
        if least == most:
            each = " at every point" if len(self.points) > 1 else ""
            return self._told("in_percent", said, f"In per cent that is {most}{each}.")
        if all((percent(rise.low), percent(rise.high)) == (least, most) for rise in rises.values()):
            return self._told("in_percent", said, f"In per cent that is {least} to {most} at every point.")
        top = [point for point, rise in rises.items() if percent(rise.high) == most]
        bottom = [point for point, rise in rises.items() if percent(rise.low) == least]
        text = (
            f"In per cent it is most {at_points(top, self.points)}, {most}, "
            f"and least {at_points(bottom, self.points)}, {least}."
        )
        return self._told("in_percent", said, text)

    def _one_off(self) -> Iterator[Sentence]:
        sums = [over(offer, self.question, "one_off_cash") for offer in self.offers.values()]
        cash = span(end for each in sums for end in each)
        if not cash.high:
            return
        text = f"There is {money_span(cash)} once on top, not in later pay."
        yield self._told("one_off", {"one_off": slot(cash)}, text)

    def _new(self) -> Iterator[Sentence]:
        paid = [offer for offer in self.offers.values() if partly_paid(offer)]
        if not paid:
            return
        cash = span(end for offer in self.offers.values() for end in over(offer, self.question, "new_cash"))
        if self.first.nothing_new:
            text = "All of it is already being paid: there is nothing new in it."
        else:
            months = figures(self.first, self.question)[0].months
            text = f"Part of it is already being paid: a Yes vote adds {extra(cash)} over {whole(months)}."
        yield self._told("in_payment", {"new_cash": slot(cash)}, text)

    def _prices(self, price: int) -> Iterator[Sentence]:
        """Tell at how many points basic pay keeps up with one price index, and what it buys at the end."""
        index = self.question.prices[price]
        found: dict[Keeping, list[str]] = {}
        for point, offer in self.offers.items():
            found.setdefault(keeping(offer, price), []).append(point)
        told = [each for offer in self.offers.values() for each in figures(offer, self.question, price)]
        changes = [each.real_change_percent for each in told if each.real_change_percent is not None]
        ahead = on_forecast(told[0])
        ends = f": at the end {self._ends(index, span(changes), ahead=ahead)}" if changes else ""
        said = {
            "prices": index.name,
            "keeps_up": found.get(Keeping.KEEPS_UP, []),
            "real_change_percent": slot(span(changes), 1) if changes else None,
        }
        rising = self._rising(index) + Forecaster(self.question.prices, price).mark(ahead=ahead)
        yield self._told("prices", said, f"With {rising}, {self._who(found)}{ends}.")
        clocks = list(other_clocks(tuple(self.offers.values()), price)) if changes else []
        if clocks:
            yield clocks_in_brief({f"at {counted(len(clocks), len(self.points))}": clocks})

    def _rising(self, index: Prices) -> str:
        """Return what prices do: ``prices rising 10.1% before each rise``, ``the CPI over the deal itself``."""
        if not isinstance(index, PriceIndex):
            return f"{called(index)}{' over the deal itself' if index.during else ''}"
        months = self.first.reads[0].figures.own.months
        return f"prices {prices_rising(index, months, by_rise=years_go_by_rises([self.first]))}"

    def _who(self, found: Mapping[Keeping, list[str]]) -> str:
        """Return at how many points basic pay keeps up, each class of them by itself."""
        every = len(self.points)
        parts: list[str] = []
        for kind, (one, several) in _KEEPING.items():
            points = len(found.get(kind, []))
            if points == every and kind is Keeping.KEEPS_UP:
                parts.append("every point keeps up")
            elif points:
                parts.append(f"{counted(points, every)} {one if points == 1 else several}")
        covered = len(found.get(Keeping.CASH_ONLY, []))
        gap = f"; at {counted(covered, every)} the one-off covers the gap" if covered else ""
        return joined(parts or ["no point keeps up"]) + gap

    def _ends(self, index: Prices, change: Span, *, ahead: bool) -> str:
        would = "is forecast to" if ahead else "would"
        verb = f"against {called(index)} basic pay {would} be" if is_earnings(index) else f"basic pay {would} buy"
        return f"{verb} {_than(change)}"


def _than(change: Span) -> str:
    told = buys(change)
    return f"{told} as before" if told == "the same" else f"{told} than before"
