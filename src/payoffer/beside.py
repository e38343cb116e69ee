"""Offers as they stand beside each other: one typed without days takes those and the people of a dated one."""

from datetime import date

from payoffer.compare import Named
from payoffer.deal import deal
from payoffer.errors import NotValued
from payoffer.offer import Offer
from payoffer.settle import dated, without_conditions
from payoffer.uplift import Term


def beside(offers: tuple[Named, ...], *, conditional: bool = False) -> tuple[Named, ...]:
    """Return the offers, those in shorthand without days with the start and the group of the dated offer beside them.

    Its pay points and how they are rounded too, as they are for the same people. That is the nearest offer, the one
    before rather than the one after; of a group the earliest start here counts. ``conditional`` says that parts that
    hang on a condition are counted.
    """
    starts = {
        number: start for number, named in enumerate(offers) if (start := _start(named.offer, conditional=conditional))
    }
    found = []
    for number, named in enumerate(offers):
        if named.kind_of_file == "shorthand" and not named.offer.dated() and starts:
            nearest = min(starts, key=lambda other: (abs(other - number), other))
            other = offers[nearest].offer
            group = other.group
            start = min(start for place, start in starts.items() if offers[place].offer.group == group)
            people = {"group": group, "scales": other.scales, "points": other.points, "round": other.round}
            with_days = _with_months(dated(named.offer, start)).model_copy(update=people)
            found.append(named._replace(offer=with_days, beside=offers[nearest].id))
        else:
            found.append(named)
    return tuple(found)


def _start(offer: Offer, *, conditional: bool) -> date | None:
    """Return the first day of a dated offer; None of one without days, or whose days do not say it."""
    if not offer.dated():
        return None
    try:
        return deal(offer if conditional else without_conditions(offer)).start
    except NotValued:
        return None


def _with_months(offer: Offer) -> Offer:
    """Return a dated offer in which an index of no stated month is that of the month in which its rise begins."""
    awards = tuple(
        award.model_copy(update={"uplift": tuple(_with_month(term, award.day) for term in award.uplift)})
        for award in offer.award
    )
    return offer.model_copy(update={"award": awards})


def _with_month(term: Term, day: date) -> Term:
    return term.model_copy(update={"month": day.replace(day=1)}) if term.index and term.month is None else term
