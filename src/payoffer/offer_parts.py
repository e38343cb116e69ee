"""The parts of an offer: its dated awards, its one-offs, what is proposed, and the small tables beside them."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, Self, cast

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from payoffer.document import Model, day_or, one_of, parts, whole
from payoffer.kinds import Day, Days, Fraction, Pay, Span, Text, Words, YesNo, day_or_words
from payoffer.money import PENNY
from payoffer.periods import add_months, long_day
from payoffer.refusals import Fault, fault, refuse_all
from payoffer.uplift import BEFORE, Term, term_faults

UNSTATED = "unstated"
IN_PAYMENT = "in_payment"
IN_FORCE = "in_force"
BASES = (BEFORE, IN_PAYMENT, IN_FORCE, UNSTATED)
"""What a percentage one-off can be a percentage of, beside a day."""

NOT_ONE_OFF = ("set", "minimum_pay", "new_week", "move")

Per = Literal["year", "month", "hour"]


DayOrUnstated = Annotated[date | str, PlainValidator(day_or(UNSTATED)), WithJsonSchema(day_or_words(UNSTATED))]
Base = Annotated[date | str, PlainValidator(day_or(*BASES)), WithJsonSchema(day_or_words(*BASES))]
YearNumber = Annotated[
    int, PlainValidator(whole(1, 10)), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 10})
]
Times = Annotated[int, PlainValidator(whole(1, 120)), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 120})]
Terms = Annotated[tuple[Term, ...], BeforeValidator(parts)]


def choice(*choices: str) -> Any:  # noqa: ANN401
    """Return how a value is read that is one of some words."""
    return PlainValidator(one_of(*choices), json_schema_input_type=Literal[choices])


class Source(Model):
    """Where the facts of an offer can be read: a title or a url, or both."""

    title: Text | None = Field(None, description="what it is called")
    publisher: Text | None = Field(None, description="who published it")
    url: Text | None = Field(None, description="where it stands")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.title is None and self.url is None:
            refuse_all([fault("this source cannot be found again: add its title or its url")])
        return self


class Round(Model):
    """How a publisher rounds pay points: unit, direction, and which figure the next award works from."""

    to: Pay = Field(PENNY, description="to a multiple of this sum; left out: the penny")
    direction: Annotated[Literal["nearest", "up", "down"], choice("nearest", "up", "down")] = Field(
        "nearest", description="nearest (a half goes up), up or down; left out: nearest"
    )
    carry: Annotated[Literal["rounded", "unrounded"], choice("rounded", "unrounded")] = Field(
        "rounded", description="which figure the next award works from; left out: rounded"
    )


class Award(Model):
    """A consolidated rise: terms that change basic pay from a day on."""

    effective: DayOrUnstated | None = Field(None, description="the day from which it counts, or unstated")
    year: YearNumber | None = Field(None, description="in place of effective, for an offer without dates")
    uplift: Terms = Field(description="what it does to pay, one { } a step, from left to right")
    in_payment: YesNo = Field(default=False, description="already being paid: counted, but not new money")
    adds_to: Annotated[Literal["unstated"] | None, choice("unstated")] = Field(
        None, description="unstated: it is additional to an award, already in payment, that is not named here"
    )
    paid: Day | None = Field(None, description="the day on which its back pay comes")
    per: Annotated[Per, choice("year", "month", "hour")] = Field("year", description="what its sums and limits are by")
    round: Round | None = Field(None, description="its own rounding, where it differs from the offer's")
    condition: Text | None = Field(None, description="what it hangs on: shown, not valued unless asked")
    funded: Text | None = Field(None, description="how far the employer is given the money for it")
    note: Words = Field((), description="what else is said of it")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse_all(self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        yield from _date_faults(self.effective, self.year, "this award")
        if isinstance(self.effective, date) and self.paid is not None and self.paid < self.effective:
            yield fault(
                f"paid is before effective: back pay comes on or after {long_day(self.effective)}",
                "paid",
            )
        if self.year is not None and self.paid is not None:
            yield fault("paid is a date, but this award has a year number: leave paid out", "paid")
        yield from term_faults("uplift", self.uplift, self.effective, self.year)
        yield from _not_a_rise(self.uplift)

    @property
    def day(self) -> date:
        """The day the award takes effect; only for an award whose dates are settled, as ``deal`` makes sure."""
        return cast("date", self.effective)


class LumpSum(Model):
    """A one-off: the same terms as an award, paid once and not kept in later pay."""

    pay: Terms = Field(description="what is paid, in the terms of a rise, one { } a step")
    of: Base = Field(IN_FORCE, description="of which pay: before, in_payment, in_force, a day, or unstated")
    covers: Span | None = Field(None, description="first and last day of the time it is for")
    paid: Day | None = Field(None, description="the day on which it is paid, or its first instalment")
    year: YearNumber | None = Field(None, description="in place of covers and paid, for an offer without dates")
    times: Times = Field(1, description="how many monthly instalments of the sum are paid")
    in_payment: YesNo = Field(default=False, description="already paid: counted, but not new money")
    in_post: Days = Field((), description="only for those employed on these days")
    pensionable: YesNo | None = Field(None, description="whether it counts for the pension")
    pro_rata: YesNo = Field(default=True, description="false: the same to everyone whatever their hours")
    round: Round | None = Field(None, description="how the sum is rounded")
    condition: Text | None = Field(None, description="what it hangs on: shown, not valued unless asked")
    note: Words = Field((), description="what else is said of it")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse_all(self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.year is not None and (self.covers or self.paid):
            yield fault("year takes the place of covers and paid: leave it out where there are dates", "year")
        if self.of == UNSTATED and self.covers is None and self.year is None:
            yield fault(
                'of = "unstated" needs the time the one-off is for: add it, such as covers = [2022-09-01, 2023-08-31]',
                "of",
            )
        yield from term_faults("pay", self.pay, None, self.year)
        for place, term in enumerate(self.pay):
            if term.kind in NOT_ONE_OFF:
                yield fault(
                    f"{term.kind} changes basic pay, which a one-off does not: write flat or percent here, or put it "
                    "under [[award]], in uplift",
                    *("pay", place),
                )

    @property
    def days(self) -> tuple[date, ...]:
        """The days it covers from, else is paid on: one, or one an instalment; none if neither is known."""
        if self.covers:
            return (self.covers[0],) * self.times
        return tuple(add_months(self.paid, month) for month in range(self.times)) if self.paid else ()


class Proposed(Model):
    """A rise said to follow, outside the offer: counted only on request."""

    effective: Day | None = Field(None, description="the day from which it would count")
    year: YearNumber | None = Field(None, description="in place of effective, for an offer without dates")
    uplift: Terms = Field(description="what it would do to pay, one { } a step, from left to right")
    per: Annotated[Per, choice("year", "month", "hour")] = Field("year", description="what its sums and limits are by")
    source: Text = Field(description="who said so, or how firm it is")
    note: Words = Field((), description="what else is said of it")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse_all(self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        yield from _date_faults(self.effective, self.year, "what is proposed")
        yield from term_faults("uplift", self.uplift, self.effective, self.year)
        yield from _not_a_rise(self.uplift)


class StrikeDay(Model):
    """What a day on strike costs, as a fraction of a year's pay, by the group's own rule."""

    of_year: Fraction = Field(description='the part of a year\'s pay, such as "1/365"')
    source: Text = Field(description="where the rule stands")


def _date_faults(effective: date | str | None, year: int | None, what: str) -> Iterator[Fault]:
    if effective is None and year is None:
        yield fault(f"{what} has no date: add effective = 2023-04-01 (its day), or year = 1 where no day is known")
    if effective is not None and year is not None:
        yield fault(f"{what} has both effective and year: leave year out", "year")


def _not_a_rise(terms: tuple[Term, ...]) -> Iterator[Fault]:
    for place, term in enumerate(terms):
        if term.months_of_rise is not None:
            yield fault("months_of_rise is a one-off: put it under [[lump_sum]], in pay", *("uplift", place))
