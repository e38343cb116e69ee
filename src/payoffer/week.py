"""The full-time week: how many hours it has on a day, and what another week makes of an hour's pay.

A week that becomes shorter on the same pay a year (``new_week``) leaves a full-timer's pay as it is, so it is in no
figure of extra pay; each hour is paid more, by the old hours over the new ones. It is the change of one week, the
offer's own: a person who gives another full-time week keeps it.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.money import in_percent
from payoffer.offer import Offer
from payoffer.offer_parts import Award


class WeekChange(NamedTuple):
    """A change of the full-time week: the award and the day that make it, and its hours before and after."""

    award: Award
    day: date
    before: Fraction
    after: Fraction

    @property
    def hourly_percent(self) -> Fraction:
        """How much more an hour is paid on the same pay a year, in percent; below zero for a longer week."""
        return in_percent(self.before / self.after)


def week_changes(offer: Offer, own: Fraction | None = None) -> Iterator[WeekChange]:
    """Yield in order of time each change of the week of an offer whose dates are settled.

    ``own`` is a person's full-time week, if it is given: where it is not the offer's, nothing changes.
    """
    hours = Fraction(offer.week or 0)
    if own is not None and own != hours:
        return
    for award in sorted(offer.award, key=lambda award: award.day):
        for after in (Fraction(term.new_week) for term in award.uplift if term.new_week):
            if after != hours:
                yield WeekChange(award, award.day, hours, after)
            hours = after


def week_on(offer: Offer, own: Fraction | None, day: date) -> Fraction:
    """Return the hours of a person's full-time week on a day, all that day's changes in it; 0 where it is not known."""
    made = [change.after for change in week_changes(offer, own) if change.day <= day]
    return made[-1] if made else own or Fraction(offer.week or 0)
