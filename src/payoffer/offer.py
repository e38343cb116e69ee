"""The offer: dated awards, one-off sums, and what is said about both (document.md)."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from payoffer.document import (
    PAY,
    Day,
    Hours,
    Model,
    Pay,
    Text,
    Weeks,
    Words,
    YesNo,
    day,
    number,
    one_of,
    refuse,
    shown,
    whole,
)
from payoffer.money import PENNY
from payoffer.periods import add_months, long_day
from payoffer.uplift import BEFORE, LIMITS, Term

UNSTATED = "unstated"
IN_PAYMENT = "in_payment"
IN_FORCE = "in_force"
WEEKS_A_YEAR = Decimal("52.143")
BASES = (BEFORE, IN_PAYMENT, IN_FORCE, UNSTATED)
"""What a percentage one-off can be a percentage of, beside a day."""

NOT_ONE_OFF = ("set", "minimum_pay", "move")

Kind = Literal["offer", "claim", "award"]
Status = Literal["offered", "accepted", "rejected", "imposed", "superseded"]
Per = Literal["year", "month", "hour"]


def _choice(*choices: str) -> Any:  # noqa: ANN401
    return PlainValidator(one_of(*choices))


def _effective(value: object) -> date | str:
    if value == UNSTATED:
        return UNSTATED
    if isinstance(value, str):
        raise refuse(f'{shown(value)} is not a day: write a date as 2022-09-01, or "unstated"')
    return day(value)


def _base(value: object) -> date | str:
    if isinstance(value, str):
        if value in BASES:
            return value
        raise refuse(f"{shown(value)} is not one of {', '.join(BASES)}, or a day as 2022-09-01")
    return day(value)


def _covers(value: object) -> tuple[date, date]:
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004
        raise refuse("write the first and the last day covered, such as [2022-09-01, 2023-08-31]")
    first, last = day(value[0]), day(value[1])
    if first > last:
        raise refuse(f"the days covered are in the wrong order: write [{last}, {first}]")
    return first, last


def _days(value: object) -> tuple[date, ...]:
    return tuple(day(item) for item in (value if isinstance(value, list) else [value]))


DayOrUnstated = Annotated[date | str, PlainValidator(_effective), WithJsonSchema({"type": "string"})]
Base = Annotated[date | str, PlainValidator(_base), WithJsonSchema({"type": "string"})]
Span = Annotated[tuple[date, date], PlainValidator(_covers), WithJsonSchema({"type": "array"})]
Days = Annotated[tuple[date, ...], PlainValidator(_days), WithJsonSchema({"type": "array"})]
YearNumber = Annotated[int, PlainValidator(whole(1, 10)), WithJsonSchema({"type": "integer"})]
Times = Annotated[int, PlainValidator(whole(1, 120)), WithJsonSchema({"type": "integer"})]
Terms = Annotated[tuple[Term, ...], Field(min_length=1)]


class Source(Model):
    """Where the facts of an offer can be read."""

    title: Text | None = None
    publisher: Text | None = None
    url: Text | None = None

    @model_validator(mode="after")
    def _named(self) -> Self:
        if self.title is None and self.url is None:
            raise refuse("a source needs a title or a url: say where the facts can be read")
        return self


class Round(Model):
    """How a publisher rounds pay points: unit, direction, and which figure the next award works from."""

    to: Pay = PENNY
    direction: Annotated[Literal["nearest", "up", "down"], _choice("nearest", "up", "down")] = "nearest"
    carry: Annotated[Literal["rounded", "unrounded"], _choice("rounded", "unrounded")] = "rounded"


class Award(Model):
    """A consolidated rise: terms that change basic pay from a day on."""

    effective: DayOrUnstated | None = None
    year: YearNumber | None = Field(None, description="in place of effective, for an offer without dates")
    uplift: Terms
    in_payment: YesNo = Field(default=False, description="already being paid: counted, but not new money")
    paid: Day | None = Field(None, description="the day on which its back pay comes")
    per: Annotated[Per, _choice("year", "month", "hour")] = "year"
    round: Round | None = None
    condition: Text | None = Field(None, description="what it hangs on: shown, not valued unless asked")
    funded: Text | None = None
    note: Words = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        _check_when(self.effective, self.year, "this award")
        if isinstance(self.effective, date) and self.paid is not None and self.paid < self.effective:
            raise refuse(f"paid is before effective: back pay cannot come before {long_day(self.effective)}")
        _check_terms(self.uplift, self.effective)
        if any(term.kind == "months_of_rise" for term in self.uplift):
            raise refuse("months_of_rise is a one-off: put it under [[lump_sum]], in pay")
        return self

    @property
    def day(self) -> date:
        """The day the award takes effect; only for an award whose dates are settled."""
        if not isinstance(self.effective, date):
            message = "this award has no settled date"
            raise TypeError(message)
        return self.effective


class LumpSum(Model):
    """A one-off: the same terms as an award, paid once and not kept in later pay."""

    pay: Terms
    of: Base = Field(IN_FORCE, description="of what: before, in_payment, in_force, a day, or unstated")
    covers: Span | None = Field(None, description="first and last day of the time it is for")
    paid: Day | None = None
    year: YearNumber | None = Field(None, description="in place of covers and paid, without dates")
    times: Times = 1
    in_payment: YesNo = Field(default=False, description="already paid: counted, but not new money")
    in_post: Days = Field((), description="only for those employed on these days")
    pensionable: YesNo | None = None
    pro_rata: YesNo = Field(default=True, description="false: the same to everyone whatever their hours")
    round: Round | None = None
    condition: Text | None = None
    note: Words = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.year is not None and (self.covers or self.paid):
            raise refuse("year takes the place of covers and paid: leave it out where there are dates")
        if self.of == UNSTATED and self.covers is None and self.year is None:
            raise refuse('of = "unstated" needs the time the one-off is for: add covers = [first day, last day]')
        _check_terms(self.pay, None)
        wrong = [term.kind for term in self.pay if term.kind in NOT_ONE_OFF]
        if wrong:
            raise refuse(
                f"{wrong[0]} changes basic pay, which a one-off does not: "
                "write flat or percent here, or put it under [[award]], in uplift"
            )
        return self

    @property
    def days(self) -> tuple[date, ...]:
        """The days it covers from, else is paid on: one, or one an instalment; none if neither is known."""
        if self.covers:
            return (self.covers[0],) * self.times
        return tuple(add_months(self.paid, month) for month in range(self.times)) if self.paid else ()


class Proposed(Model):
    """A rise said to follow, outside the offer: counted only on request."""

    effective: Day | None = None
    year: YearNumber | None = None
    uplift: Terms
    per: Annotated[Per, _choice("year", "month", "hour")] = "year"
    source: Text
    note: Words = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        _check_when(self.effective, self.year, "what is proposed")
        _check_terms(self.uplift, self.effective)
        return self


class StrikeDay(Model):
    """What a day on strike costs, as a fraction of a year's pay, by the group's own rule."""

    of_year: Annotated[str, PlainValidator(lambda v: _fraction(v)), WithJsonSchema({"type": "string"})]
    source: Text


class Offer(Model):
    """One offer to one group of people; sums in pounds, percentages in percentage points."""

    name: Text
    employer: Text | None = None
    nation: Text | None = None
    group: Text | None = Field(None, description="an id: files of one group are alternatives for the same people")
    kind: Annotated[Kind, _choice("offer", "claim", "award")] = "offer"
    status: Annotated[Status, _choice("offered", "accepted", "rejected", "imposed", "superseded")] = "offered"
    offered: Day | None = None
    start: Day | None = None
    until: Day | None = None
    week: Hours | None = None
    weeks: Weeks = WEEKS_A_YEAR
    round: Round = Round()
    scales: Words = ()
    points: Annotated[dict[str, Decimal], PlainValidator(lambda v: _points(v))] = Field(
        default_factory=dict, description="pay points of the group and their pay a year before the offer"
    )
    headline: Words = ()
    missing: Words = ()
    note: Words = ()
    also: Words = ()
    strike_day: StrikeDay | None = None
    source: tuple[Source, ...] = ()
    award: tuple[Award, ...] = ()
    lump_sum: tuple[LumpSum, ...] = ()
    proposed: tuple[Proposed, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not self.award and not self.lump_sum:
            raise refuse("there is neither an award nor a one-off: add [[award]] or [[lump_sum]]")
        for check in (self._check_dates, self._check_order, self._check_hours):
            check()
        return self

    def _check_dates(self) -> None:
        parts: tuple[Award | LumpSum | Proposed, ...] = (*self.award, *self.lump_sum, *self.proposed)
        if any(part.year for part in parts):
            dated = [part for part in parts if part.year is None]
            if dated:
                raise refuse("some parts have a year number and some have dates: give all of them the same kind")
            if self.start or self.until:
                raise refuse("start and until are dates: leave them out where the parts have year numbers")
        if any(lump.year is None and not (lump.covers or lump.paid or self.offered) for lump in self.lump_sum):
            raise refuse("a one-off has no date: add covers, paid or year to it, or offered to the file")

    def _check_order(self) -> None:
        first = min(self.award_days(), default=None)
        if self.start and first and self.start > first:
            raise refuse(
                f"the deal starts on {self.start} but an award takes effect on {first}: "
                "start is the first day of the deal, so it cannot be later"
            )
        begin = self.start or first
        if self.until and begin and self.until < begin:
            raise refuse(f"until is {self.until}, before the deal begins on {begin}: give the last day of the deal")

    def _check_hours(self) -> None:
        parts: tuple[Award | Proposed, ...] = (*self.award, *self.proposed)
        if self.week is None and any(part.per == "hour" for part in parts):
            raise refuse("sums by the hour need the full-time week they are reckoned on: add week = 37, or its hours")

    def award_days(self) -> Iterator[date]:
        """Yield the days on which awards take effect, as far as they are stated."""
        return (award.effective for award in self.award if isinstance(award.effective, date))

    def dated(self) -> bool:
        """Say whether the offer gives dates rather than year numbers."""
        return not (any(award.year for award in self.award) or any(lump.year for lump in self.lump_sum))

    def named_points(self) -> list[str]:
        """Return the pay points and grades that the terms of the offer name, in the order of the file."""
        return list(dict.fromkeys(_point_names(self)))


def _point_names(offer: Offer) -> Iterator[str]:
    terms = [term for award in offer.award for term in award.uplift]
    terms += [term for lump in offer.lump_sum for term in lump.pay]
    for term in terms:
        value = getattr(term, term.kind)
        if isinstance(value, dict):
            yield from (key for key in value if key != "others")


def _check_when(effective: date | str | None, year: int | None, what: str) -> None:
    if effective is None and year is None:
        raise refuse(f"{what} has no date: add effective = 2023-04-01 (its day), or year = 1 in a file without dates")
    if effective is not None and year is not None:
        raise refuse(f"{what} has both effective and year: keep one of them")


def _check_terms(terms: Iterable[Term], effective: date | str | None) -> None:
    terms = tuple(terms)
    for term in terms:
        if isinstance(term.of, date) and isinstance(effective, date) and term.of >= effective:
            raise refuse(
                f"of = {term.of} is not before the award of {effective}: "
                'give an earlier day, or "before" for the day before it'
            )
    rises = [term for term in terms if term.limited() and term.kind not in LIMITS]
    for one, other in combinations(rises, 2):
        (low, high), (other_low, other_high) = one.span(), other.span()
        if max(low, other_low) < min(high, other_high):
            raise refuse(
                f"two terms of this award are for the same pay ({one.kind} and {other.kind}): "
                "change the pay limits so that no pay meets both, or write a second award"
            )


def _fraction(value: object) -> str:
    if isinstance(value, str):
        above, slash, below = value.partition("/")
        if slash and above.isdecimal() and below.isdecimal() and 0 < int(above) < int(below):
            return value
    raise refuse(f'write the part of a year\'s pay as a fraction in quotes, such as "1/365", not {shown(value)}')


def _points(value: object) -> dict[str, Decimal]:
    if not isinstance(value, dict) or not value:
        raise refuse("write the pay points and their pay a year, such as { M1 = 25714, M2 = 27600 }")
    return {str(key): number(item, PAY, "pounds") for key, item in value.items()}
