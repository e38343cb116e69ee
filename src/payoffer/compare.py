"""Offers side by side: whose months are counted, each offer read and valued over them.

Values in, values out: no formatting here. ``covered`` counts the months that every offer covers,
``window`` those of the longest deal or of ``--months``, ``own`` each deal's own.
"""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.asked import Align, Named, Pay, Question
from payoffer.deal import Deal, all_in_payment, in_payment_part
from payoffer.errors import NotValued
from payoffer.laid import NO_DATE, laid, refuse_apart
from payoffer.offer import Offer
from payoffer.pay_before import pay_before
from payoffer.pay_over import Window
from payoffer.periods import Clock
from payoffer.point_names import find_point
from payoffer.prices import PriceIndex, Prices, SeriesPrices
from payoffer.schedule import PaySchedule
from payoffer.settle import Assumption, Follows, Reading, readings, runs_to, with_next
from payoffer.steps import Person
from payoffer.valuation import Valuation


class Figures(NamedTuple):
    """One reading against one price index, over the three windows."""

    window: Valuation
    covered: Valuation
    own: Valuation


class Read(NamedTuple):
    """One reading of an offer: what it assumes, the pay it gives, and its figures for each price index."""

    assumes: tuple[Assumption, ...]
    schedule: PaySchedule
    by_prices: tuple[Figures, ...]

    @property
    def figures(self) -> Figures:
        """The figures against the first price index, or against none."""
        return self.by_prices[0]


class Valued(NamedTuple):
    """One offer, valued: its span, the anchor its months are counted from, and its readings, least first."""

    named: Named
    deal: Deal
    anchor: date
    dated: bool
    follows: Follows | None
    reads: tuple[Read, ...]

    @property
    def id(self) -> str:
        """The name it was asked for by."""
        return self.named.id

    @property
    def offer(self) -> Offer:
        """The document as it was written."""
        return self.named.offer

    @property
    def point(self) -> str | None:
        """The pay point that all this is for, by its whole name; None for a salary."""
        return self.reads[0].schedule.person.point

    @property
    def rate_before(self) -> Fraction:
        """Full-time pay a year before the first award counted."""
        return self.reads[0].schedule.start_rate

    @property
    def rate_in_payment(self) -> Fraction:
        """Full-time pay a year with all awards already being paid."""
        return self.reads[0].schedule.in_payment.rate_on(date.max)

    @property
    def nothing_new(self) -> bool:
        """Whether every part of the offer is already being paid."""
        return all_in_payment(self.offer)


class Comparison(NamedTuple):
    """The offers valued over the same months."""

    question: Question
    months: Fraction
    months_covered: Fraction
    align: Align
    same_people: bool
    offers: tuple[Valued, ...]

    @property
    def one_point(self) -> str | None:
        """The one pay point of the same people, with one pay before; None where they differ, or for a salary."""
        own = {(offer.point, offer.rate_before) for offer in self.offers}
        return self.offers[0].point if len(own) == 1 and self.same_people else None

    @property
    def longer(self) -> bool:
        """Whether some offer, or the months asked for, go beyond what every offer covers."""
        return self.months > self.months_covered


Scale = Callable[[Named, date], Mapping[str, Fraction]]


def compare(offers: tuple[Named, ...], question: Question, scale: Scale) -> Comparison:
    """Value every offer over the same months.

    ``scale`` looks up an offer's pay points as they stood before a day. Raises ``NotValued`` for an offer
    that does not say enough.
    """
    settled, deals, anchors, same_people = laid(offers, question)
    ends = [Clock(anchor).at(span.end) for anchor, span in zip(anchors, deals, strict=True)]
    refuse_apart(settled, deals, anchors, ends)
    months = Fraction(question.months or max(span.months for span in deals))
    covered = min(*ends, months)
    valued = tuple(
        _valued(original, named.offer, span, anchor, (months, covered), question, scale)
        for original, named, span, anchor in zip(offers, settled, deals, anchors, strict=True)
    )
    align: Align = "dates" if len(set(anchors)) == 1 and (same_people or question.align == "dates") else "years"
    return Comparison(question, months, covered, align, same_people, valued)


def _valued(  # noqa: PLR0913, PLR0917
    named: Named,
    offer: Offer,
    span: Deal,
    anchor: date,
    windows: tuple[Fraction, Fraction],
    question: Question,
    scale: Scale,
) -> Valued:
    months, covered = windows
    follows = question.follows.get(named.id)
    clock = Clock(anchor)
    until = clock.day(int(-(-months // 1)))
    runs = runs_to(offer, span, follows, clock)
    found: list[Read] = []
    for reading in readings(offer, question.given):
        person = _person(named, reading, anchor, question.pay, scale)
        schedule, paid = (
            PaySchedule(with_next(part, span, follows, until, question.given), person)
            for part in (reading.offer, in_payment_part(reading.offer))
        )
        own = Window(span.start, span.months, span.months)
        figures = tuple(
            Figures(
                *(
                    Valuation(schedule, paid, window, _on(prices, window, named))
                    for window in (Window(anchor, months, runs), Window(anchor, covered, runs), own)
                )
            )
            for prices in (question.prices or (None,))
        )
        found.append(Read(reading.assumes, schedule, figures))
    return Valued(named, span, anchor, named.offer.dated(), follows, _distinct(found))


def _on(prices: Prices | None, window: Window, named: Named) -> PriceIndex | None:
    """Return prices on the clock of a window; a series has months, so it needs a deal with dates."""
    if isinstance(prices, SeriesPrices) and window.anchor == NO_DATE:
        when = (
            'write the day, as in "5% from April 2024"'
            if named.kind_of_file == "shorthand"
            else "put dates in the file"
        )
        raise NotValued(
            f"{named.offer.name}: no dates are given, so no months of {prices.name} are meant: give rates a year, such "
            f"as --inflation 4.1,3, or {when}"
        )
    return prices.on(window.anchor, window.months) if prices else None


def _distinct(reads: list[Read]) -> tuple[Read, ...]:
    """Order readings by extra pay, least first, and drop those that come to the same."""
    reads.sort(key=_worth)
    return tuple(read for number, read in enumerate(reads) if number == 0 or _worth(read) != _worth(reads[number - 1]))


def _worth(read: Read) -> tuple[Fraction, ...]:
    figures = read.figures
    return (
        figures.window.extra_cash,
        figures.covered.extra_cash,
        figures.own.extra_cash,
        figures.window.rate_at_end,
    )


def _person(named: Named, reading: Reading, anchor: date, pay: Pay, scale: Scale) -> Person:
    point = pay.points.get(named.id)
    if point is not None:
        points = scale(named, anchor)
        point = find_point(point, points, named.offer.name)
        return Person(points[point], point, points, pay.fte, pay.week)
    points = {name: Fraction(sum_) for name, sum_ in named.offer.points.items()}
    person = Person(pay.salary, None, points, pay.fte, pay.week)
    return person._replace(pay=pay_before(reading.offer, person)) if pay.now else person
