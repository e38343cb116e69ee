"""Offers laid on the calendar: from which day the months of each are counted, alone and beside others.

Offers to one group of people share the earliest start of them; offers to different groups each run from their own.
"""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.asked import Align, Named, Question
from payoffer.deal import Deal, deal
from payoffer.errors import NotValued
from payoffer.periods import Clock, long_day
from payoffer.settle import dated, without_conditions

NO_DATE = date(2000, 1, 1)
"""Where the clock of an offer without dates starts; never printed."""


class Laid(NamedTuple):
    """Offers laid on the calendar: each with its dates settled, its span, the day its months are counted from."""

    offers: list[Named]
    deals: list[Deal]
    anchors: list[date]
    same_people: bool


def first_days(offers: tuple[Named, ...], question: Question) -> list[date]:
    """Return the day from which the months of each offer are counted: its pay before is that of the day before."""
    return laid(offers, question).anchors


def laid(offers: tuple[Named, ...], question: Question) -> Laid:
    """Return offers with their dates settled, conditions left out where they are not counted, on their clocks."""
    counted = (
        offers
        if question.given.conditional
        else tuple(named._replace(offer=without_conditions(named.offer)) for named in offers)
    )
    starts = _starts(counted)
    settled = [named._replace(offer=dated(named.offer, starts[number])) for number, named in enumerate(counted)]
    deals = [deal(named.offer) for named in settled]
    return Laid(settled, deals, *_anchors(settled, deals, question.align))


def refuse_apart(offers: list[Named], deals: list[Deal], anchors: list[date], ends: list[Fraction]) -> None:
    """Raise ``NotValued`` where, on one clock, one offer begins after another has run out: no month has both."""
    starts = [Clock(anchor).at(span.start) for anchor, span in zip(anchors, deals, strict=True)]
    late, early = starts.index(max(starts)), ends.index(min(ends))
    if starts[late] >= ends[early]:
        raise NotValued(
            f"{offers[late].offer.name} begins on {long_day(deals[late].start)}, after {offers[early].offer.name} has "
            f"ended on {long_day(deals[early].until)}, so no month has both: add --align years to count each from its "
            "own start"
        )


def _starts(offers: tuple[Named, ...]) -> list[date]:
    """Return where the clock of an offer without dates starts: with a dated one beside it, of its group first."""
    spans = {named.id: deal(named.offer) for named in offers if named.offer.dated()}
    starts = []
    for named in offers:
        groups = [
            spans[other.id].start
            for other in offers
            if other.id in spans and other.offer.group in {None, named.offer.group}
        ]
        starts.append(min(groups or [span.start for span in spans.values()] or [NO_DATE]))
    return starts


def _anchors(offers: list[Named], deals: list[Deal], align: Align | None) -> tuple[list[date], bool]:
    """Return each offer's anchor, and whether all are alternatives for the same people."""
    groups = {named.offer.group for named in offers}
    named_groups = groups - {None}
    only = next(iter(named_groups)) if len(named_groups) == 1 else None
    keys = [named.offer.group or only for named in offers]
    same = len(set(keys)) == 1
    if align == "years":
        return [span.start for span in deals], same
    if align == "dates":
        keys = [None] * len(offers)
    return [min(span.start for other, span in zip(keys, deals, strict=True) if other == key) for key in keys], same
