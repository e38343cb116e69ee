"""Take-home pay at every point of a scale, and its part of the page: columns, the limits it crosses, its rules.

Every figure is that of ``payoffer takehome SALARY OFFER`` on the pay of the point, over the months of the offer's own
table. It is added to a page that knows nothing of it, so that tax rules are loaded only where they are asked for.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from string import ascii_lowercase
from typing import NamedTuple

from payoffer.compare import Valued
from payoffer.periods import month_name
from payoffer.report.grid import Grid
from payoffer.report.points_page import PointsPage
from payoffer.report.points_words import at_points
from payoffer.report.prose import one_line
from payoffer.report.takehome_answer import OfferTakeHome, of_offer, rule_book
from payoffer.report.takehome_page import more_a_month, printed
from payoffer.report.takehome_remarks import NOT_RANKED, SAME_RULES, later_months, rules_text
from payoffer.report.takehome_words import NO_PENSION, SCOPE, cliff_text, monthly, sources, standing_notes
from payoffer.report.voice import Sentence, slot
from payoffer.report.words import capital, extra, joined, labels, year_name
from payoffer.scale import Scaled, Table, figures, over, window
from payoffer.takehome.circumstances import Circumstances, Pension
from payoffer.takehome.rule_book import Asked, RuleBook
from payoffer.takehome.tables import Tables
from payoffer.takehome.under_offer import Crossing
from payoffer.verdict import Span, span

COLUMN = "take-home a month more"


class Limit(NamedTuple):
    """A pension limit in words with the letter that marks it.

    ``points`` are those at which the rise crosses it, ``less`` those of them left with less than on pay before.
    """

    letter: str
    text: str
    points: list[str]
    less: list[str]


class AtPoints:
    """Take-home pay under one offer at every point of its table; ``letters`` are those its marks may have."""

    def __init__(self, table: Table, points: tuple[OfferTakeHome, ...], book: RuleBook, letters: Iterator[str]) -> None:
        """Take ``points`` in the order of the rows of ``table``, all by the rules of ``book``."""
        self.points = points
        self.book = book
        self.names = [row.name for row in table.rows]
        self.years = points[0].readings[0].years
        self.limits: dict[str, Limit] = {}
        self.marks = [self._mark(name, point, letters) for name, point in zip(self.names, points, strict=True)]

    def _mark(self, name: str, point: OfferTakeHome, letters: Iterator[str]) -> dict[Decimal, Limit]:
        """Return each limit that is crossed at a point, as it is when it is first crossed."""
        marks: dict[Decimal, Limit] = {}
        for year in (year for reading in point.readings for year in reading.years):
            for crossing in year.crossings:
                limit = marks.get(crossing.cliff.limit)
                if limit is None:
                    limit = self._limit(crossing, letters)
                    limit.points.append(name)
                    marks[crossing.cliff.limit] = limit
                if printed(year).more < 0 and name not in limit.less:
                    limit.less.append(name)
        return marks

    def _limit(self, crossing: Crossing, letters: Iterator[str]) -> Limit:
        first = f" (first in {month_name(crossing.pay_day)})" if self.points[0].valued.dated else ""
        text = f"the rise crosses a pension limit{first}: {cliff_text(crossing.cliff)}"
        if text not in self.limits:
            self.limits[text] = Limit(next(letters), text, [], [])
        return self.limits[text]

    def offers(self) -> list[Valued]:
        """Return the offer at every point."""
        return [point.valued for point in self.points]

    @cached_property
    def more(self) -> list[Span]:
        """How much more is left a month in each pay year, in whole pounds: the least and the most of all points."""
        return [
            span(Fraction(printed(reading.years[number]).more) for point in self.points for reading in point.readings)
            for number in range(len(self.years))
        ]

    def beside(self, grid: Grid) -> Grid:
        """Return the table of the offer with a column for each pay year."""
        one = len(self.years) == 1
        headings = [COLUMN if one else f"{COLUMN}, {year_name(year.year).casefold()}" for year in self.years]
        rows = [
            (*row, *(self._cell(place, number) for number in range(len(self.years))))
            for place, row in enumerate(grid.rows)
        ]
        return grid._replace(headings=(*grid.headings, *headings), rows=tuple(rows))

    def _cell(self, place: int, number: int) -> str:
        point, marks = self.points[place], self.marks[place]
        years = (reading.years[number] for reading in point.readings)
        letters = dict.fromkeys(marks[crossing.cliff.limit].letter for year in years for crossing in year.crossings)
        return " ".join([more_a_month(point, number), *(f"({letter})" for letter in letters)])

    def sentence(self, scaled: Scaled) -> Sentence:
        """Return what the offer leaves more a month in each pay year, and where it crosses a pension limit."""
        crossing = [name for name, marks in zip(self.names, self.marks, strict=True) if marks]
        parts = [
            f"{monthly(extra(more))} in the {year_name(year.year).casefold()}"
            for year, more in zip(self.years, self.more, strict=True)
        ]
        where = f"; {at_points(crossing, self.names)} the rise crosses a pension limit" if crossing else ""
        valued = self.points[0].valued
        return Sentence(
            "take_home",
            (valued.id,),
            figures(valued, scaled.question)[0].months,
            {"net_more_a_month": list(map(slot, self.more)), "points": crossing},
            f"In the pocket it is {joined(parts)}{where}.",
        )

    def footnotes(self) -> Iterator[str]:
        """Yield each pension limit, the points at which the rise crosses it, and what that does."""
        for limit in self.limits.values():
            less = f"; {at_points(limit.less, self.names)} the offer leaves less than pay before" if limit.less else ""
            yield f"({limit.letter}) {capital(at_points(limit.points, self.names))} {limit.text}{less}."

    def rules(self, *, part_time: bool) -> Iterator[str]:
        """Yield whose rules are used, and what has to be known of them."""
        yield f"{rules_text(self.book.who)}."
        yield from standing_notes(
            self.book.who, self.book.every(), part_time=part_time, last_year="as it was under the offer"
        )


class PointsTakeHome(NamedTuple):
    """Take-home pay of all offers, in the order of ``Scaled.offers``; ``asked`` is the tax year asked for, if any."""

    offers: tuple[AtPoints, ...]
    asked: Asked | None


def letters() -> Iterator[str]:
    """Yield ``a`` to ``z``, then ``aa``, ``ab`` and so on to ``zz``."""
    yield from ascii_lowercase
    yield from (first + second for first in ascii_lowercase for second in ascii_lowercase)


def take_home(
    scaled: Scaled, circumstances: Mapping[str, Circumstances], tables: Tables, asked: Asked | None
) -> PointsTakeHome:
    """Work take-home pay under every offer at every point; ``circumstances`` by the offer's id.

    Raises ``NotValued`` for an offer without dates where no tax year is asked for, ``NoRates`` for a month without
    known rates.
    """
    marks = letters()
    found = []
    for table, number in scaled.offers:
        every = table.each(number)
        first = every[0]
        book = rule_book(first, circumstances[first.id], tables, asked)
        points = tuple(of_offer(valued, book, window(valued, scaled.question)) for valued in every)
        found.append(AtPoints(table, points, book, marks))
    return PointsTakeHome(tuple(found), asked)


def with_take_home(page: PointsPage, scaled: Scaled, taken: PointsTakeHome) -> PointsPage:
    """Return a page with take-home pay on it: a sentence and columns for each offer, and what has to be known."""
    count = len(taken.offers)
    told = [
        (*paragraph, offer.sentence(scaled))
        for paragraph, offer in zip(page.paragraphs[-count:], taken.offers, strict=True)
    ]
    grids = [offer.beside(grid) for grid, offer in zip(page.grids[-count:], taken.offers, strict=True)]
    footnotes = (text for offer in taken.offers for text in offer.footnotes())
    return page._replace(
        paragraphs=(*page.paragraphs[:-count], *told),
        grids=(*page.grids[:-count], *grids),
        remarks=tuple(map(one_line, (*footnotes, *page.remarks, *_remarks(page, scaled, taken)))),
    )


def _remarks(page: PointsPage, scaled: Scaled, taken: PointsTakeHome) -> Iterator[str]:
    paid_once = any(
        over(valued, scaled.question, "one_off_cash").high for offer in taken.offers for valued in offer.offers()
    )
    once = "; one-offs are not in it (payoffer takehome SALARY OFFER has them)" if paid_once else ""
    yield f"Take-home a month more: what is left of basic pay, against pay before{once}."
    yield SAME_RULES
    people = [offer.book.who for offer in taken.offers]
    if len({who.nation for who in people}) > 1:
        yield NOT_RANKED
    if taken.asked:
        yield f"Tax and pension rates: {taken.asked.label}."
    yield from later_months(taken.asked)
    names = labels([each.offer for each in page.found])
    for found, offer in zip(page.found, taken.offers, strict=True):
        part_time = scaled.question.pay.fte != 1
        yield from (f"{names[found.offer.id].heading}: {text}" for text in offer.rules(part_time=part_time))
    if all(who.pension == Pension() for who in people):
        yield NO_PENSION
    yield from SCOPE
    yield from sources([rules for offer in taken.offers for rules in offer.book.every()])
