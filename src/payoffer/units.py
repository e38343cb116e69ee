"""What sums by the month or the hour come to a year, and how pay is rounded: for one person, under one offer."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import prod
from typing import NamedTuple

from payoffer.money import round_to
from payoffer.offer import Offer
from payoffer.offer_parts import Award, Per, Round
from payoffer.periods import YEAR
from payoffer.steps import ONE, Person
from payoffer.week import week_on

_BY: Mapping[Per, tuple[Fraction, ...]] = {"year": (), "month": (Fraction(YEAR),)}


class Units(NamedTuple):
    """The units of the sums of an offer, for a person."""

    offer: Offer
    person: Person

    def sums(self, per: Per, day: date) -> tuple[Fraction, ...]:
        """Return the factors that turn sums ``per`` year, month or hour of a day into pounds a year.

        Sums by the hour go by the full-time week as it is from that day on.
        """
        own, week = self.person.week, Fraction(self.offer.week or 0)
        if per == "hour":
            return week_on(self.offer, own, day), Fraction(self.offer.weeks)
        return *_BY[per], *((own / week,) if own and week else ())

    def a_year(self, per: Per, day: date) -> Fraction:
        """Return the pounds a year of one pound ``per`` year, month or hour of a day."""
        return prod(self.sums(per, day), start=ONE)

    def rounding(self, award: Award) -> tuple[Round, tuple[Fraction, ...]]:
        """Return the rule that rounds after an award, and what turns the rounded figure into pounds a year.

        A publisher's rounding is only for pay points; other pay is kept to the penny.
        """
        if self.person.point is None or award.round is None:
            return Round() if self.person.point is None else self.offer.round, ()
        return award.round, self.sums("hour", award.day) if award.per == "hour" else _BY[award.per]

    def rounded(self, pay: Fraction, award: Award) -> tuple[Fraction, Fraction]:
        """Return the rate as paid and as carried on."""
        rule, factors = self.rounding(award)
        unit = prod(factors, start=ONE)
        rate = Fraction(round_to(pay / unit, rule.to, rule.direction)) * unit
        return rate, rate if rule.carry == "rounded" else pay
