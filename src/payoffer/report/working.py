"""The arithmetic of an answer as a rep writes it on a flip chart: one line for each figure, each line a sum.

A section holds the steps of one offer's pay, or the figures of one window or of one of its pay years. Where an
offer has several readings or several prices are asked about, later sections hold only the lines that differ.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.compare import Comparison, Figures, Valued
from payoffer.periods import YEAR, Clock
from payoffer.prices import DatedIndex
from payoffer.report.medium import Medium
from payoffer.report.sums import Line, Sum, line, money, number, points, share
from payoffer.report.words import capital, joined, labels, ordinal
from payoffer.report.working_figures import Whole, lines
from payoffer.report.working_parts import NIL, ONE, stretches
from payoffer.report.working_steps import pay_lines
from payoffer.report.working_words import (
    ALREADY_PAID,
    INTRODUCTION,
    MORE_BASIC_PAY,
    ONLY_WHAT_DIFFERS,
    PAY_AND_ONE_OFF,
    PRICES_AFTER,
    STEPS,
    WINDOWS,
    When,
    length,
    months_of,
    prices_of,
    read_as,
    set_against,
)
from payoffer.report.working_years import Year
from payoffer.valuation import Valuation

INDENT = "  "
_Span = tuple[date, Fraction, Fraction]


class Section(NamedTuple):
    """Lines that belong together; ``offer`` by id, and the months they are about (None: steps of pay)."""

    title: str
    lines: tuple[Line, ...]
    offer: str
    span: _Span | None = None
    year: int | None = None


def working(answer: Comparison) -> list[Section]:
    """Return the sums of every figure, offer by offer."""
    names = labels(answer.offers)
    return [section for offer in answer.offers for section in _offer(answer, offer, names[offer.id].heading)]


def text(sections: list[Section], medium: Medium) -> str:
    """Return the sections as text, no line wider than the medium."""
    found = medium.wrap(INTRODUCTION)
    for section in sections:
        found += ["", *medium.wrap(section.title)]
        for each in section.lines:
            found += medium.wrap(each.text, INDENT, INDENT * 2)
    return "\n".join(found) + "\n"


class _Told:
    """Collects the sections of one offer, leaving out lines that an earlier section about the same months has."""

    def __init__(self, offer: Valued, heading: str) -> None:
        self.offer = offer
        self.heading = heading
        self.sections: list[Section] = []
        self._seen: dict[object, set[Line]] = {}

    def add(self, title: str, found: list[Line], key: _Span | None, year: int | None = None) -> None:
        seen = self._seen.get((key, year))
        new = [each for each in found if seen is None or each not in seen]
        self._seen.setdefault((key, year), set()).update(found)
        if new:
            suffix = ONLY_WHAT_DIFFERS if seen is not None else ""
            self.sections.append(Section(f"{self.heading}: {title}{suffix}", tuple(new), self.offer.id, key, year))


def _offer(answer: Comparison, offer: Valued, heading: str) -> list[Section]:
    told = _Told(offer, heading)
    when = When(Clock(offer.anchor), offer.dated)
    for read in offer.reads:
        indices = [Line(None, capital(assumed.text)) for assumed in read.assumes if assumed.kind == "index"]
        assumed_from = offer.deal.end if offer.follows else None
        as_read = read_as(read.assumes)
        told.add(STEPS + as_read, [*indices, *pay_lines(read.schedule, when, assumed_from)], None)
        for figures in read.by_prices:
            for names, whole in _windows(figures):
                _figures(told, answer, whole, [WINDOWS[name] for name in names], as_read)
    return told.sections


def _windows(figures: Figures) -> list[tuple[list[str], Valuation]]:
    """Return each window once, with all names of those that count the same months."""
    found: dict[_Span, tuple[list[str], Valuation]] = {}
    for name in WINDOWS:
        whole: Valuation = getattr(figures, name)
        found.setdefault((whole.window.anchor, NIL, whole.months), ([], whole))[0].append(name)
    return list(found.values())


def _figures(told: _Told, answer: Comparison, whole: Valuation, names: list[str], as_read: str) -> None:
    when = When(whole.clock, told.offer.dated)
    sheet = Whole(whole)
    if whole.prices and len(answer.question.prices) > 1:
        as_read += prices_of(whole.prices)
    anchor = whole.window.anchor
    title = f"{when.months(NIL, whole.months)} ({joined(names)}){as_read}"
    told.add(title, [*_beside(sheet, when), *lines(sheet)], (anchor, NIL, whole.months))
    for year in sheet.years:
        found = list(lines(year))
        if whole.prices:
            found.insert(0, line(PAY_AND_ONE_OFF, year.pay.made or year.pay, money(year.pay.value)))
        title = f"{ordinal(year.year.year - 1)} year, {when.months(year.span.start, year.span.end)}{as_read}"
        told.add(title, found, (anchor, year.span.start, year.span.end), year.year.year)


def _beside(sheet: Whole, when: When) -> Iterator[Line]:
    """Yield what the figures of a window are made of: more basic pay, prices, and what is already being paid."""
    whole = sheet.whole
    for stretch in stretches(whole, NIL, whole.months):
        rise = money(stretch.rate - whole.rate_before)
        yield line(
            f"{MORE_BASIC_PAY}, {when.months(stretch.start, stretch.end)}", money(stretch.rate) - sheet.before, rise
        )
    for year in sheet.years if whole.prices else ():
        after = f"{set_against(PRICES_AFTER, whole.prices)} {length(year.span.end)}"
        after += months_of(whole.prices, NIL, year.span.end)
        yield line(after, _prices_after(sheet, year), number(year.level.value))
    paid = Whole(whole.already_paid)
    if whole.already_paid.extra_cash:
        yield line(ALREADY_PAID, paid.extra_cash(), money(whole.already_paid.extra_cash))


def _prices_after(sheet: Whole, year: Year) -> Sum:
    """Return prices at the end of a pay year: of a series two figures of the index, else the rises so far."""
    if isinstance(sheet.whole.prices, DatedIndex):
        return year.level.made or year.level
    factor: Sum = ONE + points(year.year.inflation_percent or NIL)
    if year.year.months != YEAR:
        factor = factor ** share(year.year.months)
    return sheet.level(year.span.start) * factor if year.span.start else factor
