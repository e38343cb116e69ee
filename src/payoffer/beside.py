"""Offers as they stand beside each other: one typed takes the people of another, and its days where it has none."""

from collections.abc import Iterable, Mapping
from datetime import date

from payoffer.asked import Named
from payoffer.deal import deal
from payoffer.errors import NotValued
from payoffer.offer import Offer
from payoffer.settle import dated, without_conditions
from payoffer.uplift import Term


def beside(offers: tuple[Named, ...], *, conditional: bool = False) -> tuple[Named, ...]:
    """Return the offers, those in shorthand without days with the start and the group of the dated offer beside them.

    That is the nearest offer, the one before rather than the one after; of a group the earliest start here counts. All
    in shorthand, with days or without, are for the people of the nearest offer that has pay points: on these, and
    rounded as they are. ``conditional`` says that parts that hang on a condition are counted.
    """
    starts = {
        number: start for number, named in enumerate(offers) if (start := _start(named.offer, conditional=conditional))
    }
    people = {number: named.offer for number, named in enumerate(offers) if named.offer.scales or named.offer.points}
    found = []
    for number, named in enumerate(offers):
        if named.kind_of_file == "shorthand" and not named.offer.dated() and starts:
            nearest = _nearest(starts, number)
            group = offers[nearest].offer.group
            start = min(start for place, start in starts.items() if offers[place].offer.group == group)
            with_days = _with_months(dated(named.offer, start)).model_copy(update={"group": group})
            found.append(named._replace(offer=_of_people(with_days, number, people), beside=offers[nearest].id))
        elif named.kind_of_file == "shorthand":
            found.append(named._replace(offer=_of_people(named.offer, number, people)))
        else:
            found.append(named)
    return tuple(found)


def _nearest(places: Iterable[int], number: int) -> int:
    return min(places, key=lambda other: (abs(other - number), other))


def _of_people(offer: Offer, number: int, people: Mapping[int, Offer]) -> Offer:
    """Return an offer on the pay points of the nearest offer to the same people that has any, rounded as it is."""
    same = [place for place, other in people.items() if offer.group in {None, other.group}]
    if not same:
        return offer
    other = people[_nearest(same, number)]
    return offer.model_copy(update={"scales": other.scales, "points": other.points, "round": other.round})


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
