"""The offer as a whole: its parts, what is said of them all, and which of them do not go together."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, field_validator, model_validator

from payoffer.document import Model, parts
from payoffer.kinds import Day, Hours, PayByPoint, Text, Weeks, Words, YesNo
from payoffer.offer_parts import Award, LumpSum, Proposed, Round, Source, StrikeDay, choice
from payoffer.refusals import Fault, fault, refuse_all

WEEKS_A_YEAR = Decimal("52.143")

Kind = Literal["offer", "claim", "award"]
Status = Literal["offered", "accepted", "rejected", "imposed", "superseded"]


class Offer(Model):
    """One offer to one group of people; sums in pounds, percentages in percentage points."""

    name: Text = Field(description="what the offer is called in tables and sentences")
    employer: Text | None = Field(None, description="who made it")
    nation: Text | None = Field(None, description="England, Wales, Scotland, Northern Ireland or United Kingdom")
    group: Text | None = Field(None, description="an id: files of one group are alternatives for the same people")
    kind: Annotated[Kind, choice("offer", "claim", "award")] = Field("offer", description="offer, claim or award")
    status: Annotated[Status, choice("offered", "accepted", "rejected", "imposed", "superseded")] = Field(
        "offered", description="what has become of it"
    )
    offered: Day | None = Field(None, description="the day it was made: no money is taken to arrive before it")
    start: Day | None = Field(None, description="first day of the deal; left out: of the first award or covered time")
    until: Day | None = Field(None, description="last day of the deal; left out: the end of the last award's pay year")
    week: Hours | None = Field(None, description="hours of the full-time week that its sums and limits are reckoned on")
    weeks: Weeks = Field(WEEKS_A_YEAR, description="weeks a year, to turn an hourly rate into a year's pay")
    round: Round = Field(Round(), description="how pay points are rounded; left out: to the nearest penny")
    draft: YesNo = Field(default=False, description="true: made from a text by payoffer read, and not yet checked")
    open: Words = Field((), description="what has to be answered before it is relied on: said under every result")
    scales: Words = Field((), description="the bundled pay scales it belongs to")
    points: PayByPoint = Field(
        default_factory=dict, description="pay points of the group and their pay a year before the offer"
    )
    headline: Words = Field((), description="what it was said to be worth")
    missing: Words = Field((), description="figures the source does not give: said under every result")
    note: Words = Field((), description="what else is said of it, such as a match clause: shown, not valued")
    also: Words = Field((), description="other names that the file answers to")
    strike_day: StrikeDay | None = Field(None, description="what a day on strike costs")
    source: tuple[Source, ...] = Field((), description="where its facts can be read")
    award: Annotated[tuple[Award, ...], BeforeValidator(parts)] = Field(
        (), description="consolidated rises, kept in basic pay"
    )
    lump_sum: Annotated[tuple[LumpSum, ...], BeforeValidator(parts)] = Field(
        (), description="one-offs, paid once and not kept"
    )
    proposed: tuple[Proposed, ...] = Field((), description="what is said to follow, outside the offer")

    _bounded = field_validator("source", "award", "lump_sum", "proposed", mode="before")(parts)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        refuse_all(self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if not self.award and not self.lump_sum:
            yield fault("there is neither an award nor a one-off: add [[award]] or [[lump_sum]]")
        yield from self._undated_faults()
        yield from self._order_faults()
        for key, part in self._parts():
            if not isinstance(part, LumpSum) and part.per == "hour" and self.week is None:
                yield fault(
                    "sums by the hour need the full-time week they are reckoned on: add its hours above the first "
                    "[[ ]], such as week = 37",
                    *(*key, "per"),
                )
                break
        yield from self._week_faults()

    def _week_faults(self) -> Iterator[Fault]:
        for key, part in self._parts():
            for place, term in enumerate(() if isinstance(part, LumpSum) else part.uplift):
                if term.new_week is not None and self.week is None:
                    yield fault(
                        "a new week needs the full-time week that it takes the place of: add its hours above the first "
                        "[[ ]], such as week = 37",
                        *(*key, "uplift", place, "new_week"),
                    )
                    return

    def _parts(self) -> Iterator[tuple[tuple[str, int], Award | LumpSum | Proposed]]:
        for key in ("award", "lump_sum", "proposed"):
            yield from (((key, place), part) for place, part in enumerate(getattr(self, key)))

    def _undated_faults(self) -> Iterator[Fault]:
        undated = [key for key, part in self._parts() if part.year is not None]
        dated = [key for key, part in self._parts() if part.year is None]
        if undated and dated:
            yield fault("this part has no year but others have: give every part a year number, or a date", *dated[0])
        for key in ("start", "until"):
            if undated and getattr(self, key):
                yield fault(f"{key} is a date, but the parts have year numbers: leave {key} out", key)
        for place, part in self._parts():
            if isinstance(part, LumpSum) and not (part.year or part.covers or part.paid or self.offered):
                yield fault("this one-off has no date: add paid or covers to it, or offered to the file", *place)

    def _order_faults(self) -> Iterator[Fault]:
        first = min(self.award_days(), default=None)
        if self.start and first and self.start > first:
            yield fault(
                f"start is {self.start}, after the award of {first}: write the first day of the deal here",
                "start",
            )
        begin = self.start or first
        if self.until and begin and self.until < begin:
            yield fault(f"until is {self.until}, before the deal begins on {begin}: write the last day of it", "until")

    def adds_to_unstated(self) -> bool:
        """Say whether a part is additional to an award that the file does not name: no real terms until it does."""
        return any(award.adds_to for award in self.award)

    def award_days(self) -> Iterator[date]:
        """Yield the days on which awards take effect, as far as they are stated."""
        return (award.effective for award in self.award if isinstance(award.effective, date))

    def dated(self) -> bool:
        """Say whether the offer gives dates rather than year numbers."""
        return not (any(award.year for award in self.award) or any(lump.year for lump in self.lump_sum))
