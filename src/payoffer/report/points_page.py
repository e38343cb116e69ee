"""One answer of ``points`` as a page: what is said first, a table for each offer, and what stands beside it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from payoffer.compare import Comparison, Valued
from payoffer.crossing import Crossings
from payoffer.legal_minimum import AgainstMinimum, against_minimum
from payoffer.money import plain
from payoffer.notches import Notch, at_edges, on_scale
from payoffer.offer_parts import Round
from payoffer.periods import long_day, short_day
from payoffer.report.ending import offers_ending
from payoffer.report.followed_words import followed_sentences
from payoffer.report.grid import Grid
from payoffer.report.notes import Notes
from payoffer.report.offer_notes import notes_of
from payoffer.report.points_columns import AGAINST, BUYS, offer_grid, side_by_side
from payoffer.report.points_order import in_covered_months, order
from payoffer.report.points_turns import edges, moved, notches, under
from payoffer.report.points_voice import PointsVoice
from payoffer.report.points_words import at_points, counted, joined_points
from payoffer.report.price_notes import sources
from payoffer.report.price_words import years_go_by_rises
from payoffer.report.prose import one_line
from payoffer.report.readings import one_off_rates
from payoffer.report.series_words import brief_source, is_earnings, price_titles
from payoffer.report.voice import Sentence
from payoffer.report.words import Label, capital, how_many, joined, labels, months_text, status
from payoffer.scale import Row, Scaled, Table, figures, places
from payoffer.steps import Person

MEANINGS = (
    f"{BUYS}: what basic pay buys at the end",
    f"{AGAINST}: basic pay at the end against average earnings, each from before the offer",
)
"""What the columns mean that set basic pay against prices, and against what others earn."""


class Found(NamedTuple):
    """What was found of one offer beyond its figures: whose order it turns, and who is under the legal minimum."""

    table: Table
    number: int
    notches: list[Notch]
    edges: list[Notch]
    tested: AgainstMinimum | None

    @property
    def offer(self) -> Valued:
        """The offer at the first point."""
        return self.table.rows[0].answer.offers[self.number]


class PointsPage(NamedTuple):
    """The whole answer in words; each paragraph is about one offer, the first, with several, about their order.

    ``caveats`` are the remarks without which the figures mislead, ``sources`` the series used, in brief.
    """

    titles: tuple[str, ...]
    paragraphs: tuple[tuple[Sentence, ...], ...]
    grids: tuple[Grid, ...]
    remarks: tuple[str, ...]
    caveats: tuple[str, ...]
    sources: tuple[str, ...]
    ending: tuple[str, ...]
    found: tuple[Found, ...]
    together: Comparison
    crossings: Crossings


def points_page(scaled: Scaled, command: str) -> PointsPage:
    """Return the page of an answer; ``command`` makes it again."""
    found = tuple(_found(table, number, scaled) for table, number in scaled.offers)
    names = labels([each.offer for each in found])
    several = len(found) > 1
    crossings = places(scaled) if several else Crossings((), complete=True)
    paragraphs = [tuple(order(scaled, names, crossings))] if several else []
    paragraphs += [tuple(_told(each, scaled, names[each.offer.id] if several else None)) for each in found]
    together = _together(scaled, found)
    notes = Notes(together, names, illustration=False, salary_working=None)
    return PointsPage(
        titles=tuple(map(one_line, _titles(scaled, found))),
        paragraphs=tuple(paragraphs),
        grids=tuple(_grids(scaled, found, names)),
        remarks=tuple(map(one_line, _remarks(scaled, found, names, notes))),
        caveats=tuple(map(one_line, filter(None, (*_grouped(found, names, _caveats), followed_sentences(together))))),
        sources=tuple(map(brief_source, sources(together))),
        ending=tuple(_ending(scaled, together, command)),
        found=found,
        together=together,
        crossings=crossings,
    )


def _ending(scaled: Scaled, together: Comparison, command: str) -> Iterator[str]:
    """Return the last lines, the scales used among them."""
    files = joined(table.scale.file for table in scaled.tables)
    scales = f"{'Scale' if len(scaled.tables) == 1 else 'Scales'}: {files}"
    return offers_ending(together, command, sources(together), also=[scales])


def _found(table: Table, number: int, scaled: Scaled) -> Found:
    question = scaled.question
    offer = table.rows[0].answer.offers[number]
    return Found(
        table, number, on_scale(table, number, question), at_edges(offer), against_minimum(table, number, question)
    )


def _together(scaled: Scaled, found: tuple[Found, ...]) -> Comparison:
    """Return the first row with every offer in it, for what is said of offers whatever the point."""
    return scaled.tables[0].rows[0].answer._replace(offers=tuple(each.offer for each in found))


def _told(found: Found, scaled: Scaled, label: Label | None) -> Iterator[Sentence]:
    yield from PointsVoice(scaled, found.table, found.number, label).sentences()
    turns = {
        "moved": moved(found.table, found.number),
        "order_turns": notches(found.notches, found.table),
        "edge": edges(found.edges),
        "legal_minimum": under(found.tested, found.table) if found.tested else (),
    }
    for rule, texts in turns.items():
        yield from (Sentence(rule, (found.offer.id,), None, {}, text) for text in texts)


def _titles(scaled: Scaled, found: tuple[Found, ...]) -> Iterator[str]:
    count = len(found)
    offers = "One pay offer" if count == 1 else f"{capital(how_many(count))} pay offers"
    if len(scaled.tables) == 1:
        table = scaled.tables[0]
        count = len(table.rows)
        points = f"the {count} points known here" if _has_holes(table) else counted(count, count)
        yield f"{offers}, at {points} of {table.scale.name}"
    else:
        yield f"{offers}, each on its own scale: {joined(table.scale.name for table in scaled.tables)}"
    if scaled.question.pay.fte != 1:
        yield f"For {plain(scaled.question.pay.fte * 100)}% of full-time hours; basic pay is shown full-time"
    longest = max(figures(each.offer, scaled.question)[0].months for each in found)
    yield from price_titles(scaled.question.prices, longest, by_rise=years_go_by_rises([each.offer for each in found]))


def _has_holes(table: Table) -> bool:
    """Say whether a published scale of numbered points is not known whole here."""
    numbers = {int(name) for row in table.rows if (name := row.name).isdecimal()}
    numbers |= {int(name) for name in table.left_out if name.isdecimal()}
    return bool(table.scale.days) and len(numbers) <= max(numbers, default=0) - min(numbers, default=1)


def _grids(scaled: Scaled, found: tuple[Found, ...], names: dict[str, Label]) -> Iterator[Grid]:
    if scaled.paired:
        table = scaled.tables[0]
        yield side_by_side(table, names, f"Extra pay {in_covered_months(table.rows[0].answer)}")
    for each in found:
        offer, months = each.offer, figures(each.offer, scaled.question)[0]
        name = one_line(f"{names[offer.id].heading} ({status(offer.offer)})")
        span = f"{short_day(months.window.anchor)} to {short_day(months.clock.last_day(months.months))}"
        when = f", {span}" if offer.dated else f", {months_text(months.months)}"
        where = "" if len(scaled.tables) == 1 else f", on {each.table.scale.name}"
        yield offer_grid(each.table, each.number, scaled.question, name + when + where)


def _remarks(scaled: Scaled, found: tuple[Found, ...], names: dict[str, Label], notes: Notes) -> Iterator[str]:
    """Yield what is assumed or has to be known, one sentence or two each."""
    yield "Full-time basic pay a year before tax, from each day named; the rise a year and a month is against before."
    meanings = dict.fromkeys(MEANINGS[is_earnings(index)] for index in scaled.question.prices)
    yield f"{'; '.join(('In all: compounded, one-offs not in it', *meanings))}."
    if scaled.paired:
        yield from notes.alignment()
    yield from notes.prices()
    yield from _grouped(found, names, lambda each: _of_one(each, notes.answer))
    if not scaled.question.prices:
        yield "For what it buys after prices have risen: add --inflation with a rate, such as --inflation 10.1."


def _grouped(
    found: tuple[Found, ...], names: dict[str, Label], told_of: Callable[[Found], Iterable[str]]
) -> Iterator[str]:
    """Yield what is told of offers, the same once with all that it is told of."""
    told: dict[str, list[str]] = {}
    for each in found:
        for text in told_of(each):
            told.setdefault(text, []).append(names[each.offer.id].heading)
    yield from (f"{joined(headings)}: {text}" for text, headings in told.items())


def _of_one(found: Found, together: Comparison) -> Iterator[str]:
    """Yield what has to be known of one offer, over the months of its own table."""
    answer = found.table.rows[0].answer._replace(offers=together.offers)
    yield from _of_the_scale(found)
    yield from notes_of(answer, found.offer, found.table.each(found.number))
    if figures(found.offer, answer.question)[0].window.silent:
        last = f" on {long_day(found.offer.deal.until)}" if found.offer.dated else ""
        yield f"runs out{last}: no rise after that is supposed; --next gives one."
    yield from _of_readings(found)
    yield from _of_the_minimum(found)


def _of_the_scale(found: Found) -> Iterator[str]:
    """Say from which day the pay before is, what of it is worked out, and what is not as the offer names it."""
    table, offer = found.table, found.offer
    day = table.before[offer.id]
    if day:
        yield f"pay before it is that of {table.scale.name} from {long_day(day)}."
    worked_out = [row.name for row in table.rows if _at(row, found.number).derived]
    if worked_out:
        every = [row.name for row in table.rows]
        yield f"pay before it {at_points(worked_out, every)} is worked out from published figures, not printed itself."
    yield from _of_other_points(found)


def _caveats(found: Found) -> Iterator[str]:
    """Yield what has to be known of one offer before its figures are passed on."""
    yield from _of_other_points(found)
    yield from _of_readings(found)


def _of_other_points(found: Found) -> Iterator[str]:
    """Say that the scale is not the offer's own, and which points are left out."""
    table, offer = found.table, found.offer
    if offer.id in table.foreign:
        yield f"{table.scale.name} is not a scale that the offer names: it is put on it, as --scale asks."
    if not table.scale.days and table.scale.file != offer.named.file and offer.offer.round != Round():
        yield f"pay on {table.scale.name} is rounded as that at the offer's own pay points is."
    for reason in dict.fromkeys(table.left_out.values()):
        points = [point for point, why in table.left_out.items() if why == reason]
        s = "" if len(points) == 1 else "s"
        yield f"left out, point{s} {joined_points(points, points)}: {reason}."


def _at(row: Row, number: int) -> Person:
    return row.answer.offers[number].reads[0].schedule.person


def _of_readings(found: Found) -> Iterator[str]:
    """Say why some figures are given as the least and the most."""
    offers = found.table.each(found.number)
    several = [offer for offer in offers if len(offer.reads) > 1]
    kinds = {assumed.kind for offer in several for read in offer.reads for assumed in read.assumes}
    if "base" in kinds:
        rates = one_off_rates(several[0])
        yield f"does not say {rates} of what: where two sums stand, they are the least and the most it can be."
    if "range" in kinds:
        yield "gives only a range: where two figures stand, they are by its lowest and its highest."


def _of_the_minimum(found: Found) -> Iterator[str]:
    """Say how the legal minimum wage was tested, where no point is under it or the test was not complete."""
    if found.tested is None and not found.offer.dated:
        yield "not tested against the legal minimum wage, as no dates are given."
    elif found.tested is None:
        yield (
            "not tested against the legal minimum wage, as the hours of the full-time week are not known here: "
            "add them with --week, such as --week 37."
        )
    else:
        if found.tested.unknown:
            day = long_day(found.tested.unknown)
            yield f"the legal minimum wage on {day} is not known here: not tested from then on."
        if not found.tested.under:
            hours = plain(found.tested.week)
            yield f"no point is under the legal minimum wage for adults on the days tested, at {hours} hours a week."
