"""Published pay scales, made again from the column before by the award that changed it.

A file of ``tests/reproduced`` lists the steps of one bundled scale. Each point of both columns goes through
``compare``, as a user gets it. Points whose figure the award states as an amount are counted apart: to find there
what the publisher printed proves nothing.
"""

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from payoffer.asked import Named, Pay, Question
from payoffer.compare import compare
from payoffer.library import load, points_before
from payoffer.money import PENNY, POUND, round_to
from payoffer.offer import Offer
from payoffer.offer_parts import Award, Round
from payoffer.schedule import PaySchedule
from payoffer.settle import Given
from payoffer.shelf import SCALES
from payoffer.uplift import RULES, Term

REPRODUCED = Path(__file__).parent / "reproduced"
Rules = tuple[tuple[str, Fraction], ...]
"""What terms do to pay: the kind and the figure of each, in order."""


class Point(NamedTuple):
    """One point of a step: what was printed, what the award makes, and whether a rule of the award made it.

    ``by`` are the rules at work on the last day, ``other`` what the award's rules for other points would make of it.
    """

    name: str
    printed: Decimal
    made: Decimal
    by_table: bool
    by: Rules
    other: frozenset[Decimal] = frozenset()


class Step(NamedTuple):
    """One published column made from an earlier one."""

    scale: str
    before: date
    after: date
    exceptions: Mapping[str, Mapping[str, Any]]
    coincidences: Mapping[str, Mapping[str, Any]]
    points: tuple[Point, ...]

    @property
    def label(self) -> str:
        """What tells it from the others."""
        return f"{self.scale}, {self.before} to {self.after}"

    def right(self, *, by_table: bool) -> list[str]:
        """Return the points that come out as printed, by a rule or from the award's own amounts."""
        return [point.name for point in self.points if point.by_table is by_table and point.made == point.printed]

    def __str__(self) -> str:
        """Say in one line how many points come out, and name the exceptions."""
        ruled = [point for point in self.points if not point.by_table]
        tabled = len(self.points) - len(ruled)
        line = f"{self.label}: {len(self.right(by_table=False))} of {len(ruled)} by rule"
        line += f", {len(self.right(by_table=True))} of {tabled} from the award's own amounts" if tabled else ""
        reasons = "; ".join(f"{name}: {item['why']}" for name, item in self.exceptions.items())
        return f"{line}; {reasons}" if reasons else line


def column(scale: str, day: date, derived: Iterable[str] = ()) -> dict[str, Decimal]:
    """Return a published column of a bundled scale, with those of its derived points that are named."""
    with (SCALES / f"{scale}.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if date.fromisoformat(row["effective_date"]) == day]
    return {
        row["point"]: Decimal(row["annual_gbp"])
        for row in rows
        if row["status"] == "published" or row["point"] in derived
    }


def steps() -> Iterator[Step]:
    """Yield every step of every scale."""
    for path in sorted(REPRODUCED.glob("*.toml")):
        document = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        yield from (_step(document["scale"], item) for item in document["step"])


def _step(scale: str, item: Mapping[str, Any]) -> Step:
    named = _named(scale, item)
    start, end = column(scale, item["before"], item.get("derived", ())), column(scale, item["after"])
    found = [(name, _schedule(named, name)) for name in end if name in start]
    assert found, f"{scale}: no point is in both columns, {item['before']} and {item['after']}"
    assert all(schedule.start_rate == Fraction(start[name]) for name, schedule in found)
    points = [_point(schedule, name, end[name], item["after"]) for name, schedule in found]
    rules = {point.by for point in points if not point.by_table}
    tested = tuple(
        point._replace(other=_others(schedule, rules, item["after"])) if point.by_table else point
        for point, (_, schedule) in zip(points, found, strict=True)
    )
    exceptions = {each["point"]: each for each in item.get("exception", ())}
    coincidences = {each["point"]: each for each in item.get("coincidence", ())}
    return Step(scale, item["before"], item["after"], exceptions, coincidences, tested)


def _named(scale: str, item: Mapping[str, Any]) -> Named:
    """Return the offer of a step on this scale alone; a rule that no bundled award holds is an award of its own."""
    if "offer" in item:
        named = load(item["offer"])
        return named._replace(offer=named.offer.model_copy(update={"scales": (scale,), "points": {}}))
    assert item["why"]
    rule = tomllib.loads(item["rule"], parse_float=Decimal)
    offer = Offer(
        name=item["rule"],
        round=Round.model_validate(item.get("round", {})),
        award=(Award(effective=item["after"], uplift=(Term(**rule),)),),
    )
    return Named(item["rule"], offer.model_copy(update={"scales": (scale,)}), item["rule"], "local")


def _schedule(named: Named, point: str) -> PaySchedule:
    question = Question(Pay(Fraction(1), points={named.id: point}), given=Given({}))
    return compare((named,), question, points_before).offers[0].reads[0].schedule


def _point(schedule: PaySchedule, name: str, printed: Decimal, day: date) -> Point:
    done = [applied for step in schedule.steps if step.start <= day for part in step.parts for applied in part.working]
    last = [applied for step in schedule.steps if step.start == day for part in step.parts for applied in part.working]
    by = tuple((applied.term.kind, applied.figure) for applied in last)
    tabled = any(applied.term.kind == "set" for applied in done)
    return Point(name, printed, _as_printed(schedule.rate_on(day), printed), tabled, by)


def _as_printed(rate: Fraction, printed: Decimal) -> Decimal:
    """Return a rate to the pound, or to the penny where pence are printed."""
    return round_to(rate, PENNY if printed % POUND else POUND)


def _others(schedule: PaySchedule, rules: Iterable[Rules], day: date) -> frozenset[Decimal]:
    """Return what some rules would make of the pay before a day, rounded as the award is."""
    step = next(step for step in schedule.steps if step.start == day)
    rounding = (step.rounded_by and step.rounded_by.round) or schedule.offer.round
    made = set()
    for rule in rules:
        pay = step.before
        for kind, amount in rule:
            pay = RULES[kind](pay, pay, amount)
        made.add(round_to(round_to(pay, rounding.to, rounding.direction), POUND))
    return frozenset(made)


def tally() -> Iterator[str]:
    """Yield a line for each step, and one for all of them."""
    every = list(steps())
    yield from map(str, every)
    ruled = sum(not point.by_table for step in every for point in step.points)
    tabled = sum(len(step.points) for step in every) - ruled
    by_rule, by_table = (sum(len(step.right(by_table=by)) for step in every) for by in (False, True))
    yield f"All scales: {by_rule} of {ruled} points by rule, {by_table} of {tabled} from the awards' own amounts"
