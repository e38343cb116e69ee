"""What was said as an Offer: each year its day or number, each part its award or one-off, each percentage its base."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from payoffer.offer import Offer
from payoffer.offer_parts import UNSTATED
from payoffer.periods import DAY, YEAR, add_months
from payoffer.shorthand.marks import Marks
from payoffer.shorthand.said import MOST_YEARS, TOO_MANY_YEARS, Part, Said, Term, Year
from payoffer.uplift import BEFORE

Document = dict[str, Any]
Start = date | int | None
"""The first day of a year, or its number; None where a year holds only one-offs with a day of their own."""


class Rise(NamedTuple):
    """A term of a rise, what its sum goes by, and what its award says of it."""

    values: Document
    per: str | None
    in_payment: bool
    paid: date | None


def offer(said: Said, marks: Marks) -> Offer:
    """Return the offer; raise ``ShorthandProblem`` at the part that does not fit the others."""
    document: Document = {"name": said.name, "award": [], "lump_sum": []}
    starts = list(_starts(said.years, marks))
    for year, start in starts:
        document["award"] += _awards(year, start, marks, later=bool(document["award"]))
        document["lump_sum"] += [_lump_sum(part, start, marks) for part in year.parts if part.one_off]
    if said.until:
        _check_until(said, [start for _, start in starts], marks)
        document["until"] = said.until
    if said.week:
        document["week"] = said.week
    _check_hours(said, marks)
    try:
        return Offer.model_validate(document)
    except ValidationError as error:
        marks.refuse(0, "; ".join(fault.text for each in error.errors() for fault in each["ctx"]["error"].faults[:1]))


def _starts(years: list[Year], marks: Marks) -> Iterator[tuple[Year, Start]]:
    """Yield each year with its first day or number, a rise for several years once for each."""
    dated = any(year.when and year.when.day for year in years)
    numbered = [year for year in years if not all(part.one_off and part.paid for part in year.parts) or year.when]
    paid = next((part for year in years for part in year.parts if part.paid_at), None)
    if paid and paid.paid_at and numbered and not dated:
        theirs = (
            "the rises have none: write theirs too"
            if paid.one_off
            else "not the one from which the rise counts: add it"
        )
        marks.refuse(paid.paid_at, f"this is a day, but {theirs}, as in 5% from April 2022")
    first: Start = None
    before: Start = None
    for year in years:
        if year not in numbered:
            yield year, None
            continue
        for again in range(year.parts[0].years):
            here = _next(before) if again else _start(year, before, first, dated=dated, marks=marks)
            if isinstance(here, int) and here > MOST_YEARS:
                marks.refuse(year.parts[0].first, TOO_MANY_YEARS)
            first, before = first or here, here
            yield year, here


def _start(year: Year, before: Start, first: Start, *, dated: bool, marks: Marks) -> Start:
    when = year.when
    place = when.first if when else year.parts[0].first
    here: Start = when.day if when and when.day else None
    if here is None and when and when.year:
        here = when.year
        if dated:
            here = add_months(first, YEAR * (when.year - 1)) if isinstance(first, date) else None
    elif here is None and before is not None:
        here = _next(before)
    elif here is None and not dated:
        here = 1
    if here is None:
        marks.refuse(place, "another rise has a day: write this one's too, as in 6% from April 2022")
    if before is not None and here <= before:  # type: ignore[operator]
        same = "two rises of one day are joined by + or on top, not by a comma"
        marks.refuse(
            place, same if here == before else "this is before the rise that stands before it: turn them round"
        )
    return here


def _next(before: Start) -> Start:
    if isinstance(before, date):
        return add_months(before, YEAR)
    return (before or 0) + 1


def _awards(year: Year, start: Start, marks: Marks, *, later: bool) -> list[Document]:
    """Return the awards of a year: one, or more where its sums go by different times or part of it is paid already.

    ``later``: a year with a rise stands before it.
    """
    found: list[Document] = []
    key = "year" if isinstance(start, int) else "effective"
    if later:
        _refuse_before(year, marks)
    for rise in _rises(year, start, marks):
        said: Document = {"in_payment": True} if rise.in_payment else {}
        said |= {"paid": rise.paid} if rise.paid else {}
        last = found[-1] if found else {}
        alike = found and all(last.get(name) == said.get(name) for name in ("in_payment", "paid"))
        if alike and (rise.per is None or last.get("per", rise.per) == rise.per):
            last["uplift"].append(rise.values)
        else:
            last = {key: start, "uplift": [rise.values], **said}
            found.append(last)
        if rise.per:
            last["per"] = rise.per
    return found


def _rises(year: Year, start: Start, marks: Marks) -> Iterator[Rise]:
    """Yield the terms of a year's rises: a percentage that is added to another is of the same pay as that one."""
    parts = [part for part in year.parts if not part.one_off]
    paid = {part.paid for part in parts if part.paid}
    percent = flat = False
    for part in parts:
        values = dict(part.main.values)
        if part.on_top and part is parts[0]:
            marks.refuse(part.first, "on top of what? Write the rise below it first, as in 5% + 1% on top")
        if part.main.kind in {"percent", "index"}:
            if part.of:
                values["of"] = part.of
            elif percent and not part.on_top:
                _refuse_mixed(part, marks, mixed=flat)
                values["of"] = BEFORE
            percent = True
        flat |= part.main.kind == "flat"
        day = part.paid or (next(iter(paid)) if len(paid) == 1 else None)
        if day and isinstance(start, date) and day < start:
            here = part.paid_at or part.first
            marks.refuse(here, "this is paid before the day from which it counts: write a later day")
        for term in (Term(values, part.main.per), *part.terms[1:]):
            yield Rise(_with_month(term.values, start), term.per, part.in_payment, day)


def _refuse_before(year: Year, marks: Marks) -> None:
    """Refuse a rise of the pay before where a rise stands before it, so that this could be that before the offer."""
    for part in year.parts:
        if part.of_at and part.of == BEFORE and not part.one_off and not part.day_before:
            last = "of pay on the day before, for the pay that this rise changes"
            marks.refuse(part.of_at, f"before which rise? Write {last}, or a day, as in of pay on 31 March 2022")


def _refuse_mixed(part: Part, marks: Marks, *, mixed: bool) -> None:
    if mixed:
        both = "write of pay on the day before, or on top for the pay with all that stands before it"
        marks.refuse(part.first, f"of what is this percentage? After a percentage and a sum {both}")


def _with_month(values: Document, start: Start) -> Document:
    """Return a term; an index of no stated month is that of the month in which the rise begins."""
    if "index" in values and "month" not in values and isinstance(start, date):
        return values | {"month": start.replace(day=1)}
    return values


def _lump_sum(part: Part, start: Start, marks: Marks) -> Document:
    """Return a one-off: for the year in which it stands, or on the day on which it is paid."""
    if any(term.per in {"month", "hour"} for term in part.terms):
        marks.refuse(part.first, "a one-off is one sum, not one by the month or hour: leave that out")
    document: Document = {"pay": [_with_month(term.values, start) for term in part.terms]}
    open_ = part.of is None and any(term.per is None for term in part.terms)
    if part.of or open_:
        document["of"] = part.of or UNSTATED
    if part.in_payment:
        document["in_payment"] = True
    if part.paid:
        document["paid"] = part.paid
    if part.paid and open_ and start is None:
        marks.refuse(part.first, "of what is this percentage? Write of pay before, of pay now or of pay after the rise")
    if isinstance(start, int):
        document["year"] = start
    elif start and (open_ or not part.paid):
        document["covers"] = [start, add_months(start, YEAR) - DAY]
    return document


def _check_until(said: Said, starts: list[Start], marks: Marks) -> None:
    days = [start for start in starts if isinstance(start, date)]
    days += [part.paid for year in said.years for part in year.parts if part.paid and part.one_off]
    if not days:
        marks.refuse(said.until_at, "a last day needs a first one: write it as in 6% from April 2022, until May 2023")
    if said.until and said.until < max(days):
        marks.refuse(said.until_at, "the last day is before the last rise: write a later one")


def _check_hours(said: Said, marks: Marks) -> None:
    """Refuse a sum by the hour without the week that turns it into a year's pay, and a week without such a sum."""
    parts = [part for year in said.years for part in year.parts]
    by_the_hour = any(term.per == "hour" for part in parts for term in part.terms)
    for part in parts:
        if part.week and not by_the_hour:
            what = "no sum goes by the hour here, so that a week changes nothing: leave it out"
            marks.refuse(part.first, f"{what}; a new full-time week is written in a file, as new_week")
        if any(term.per == "hour" for term in part.terms) and not said.week:
            marks.refuse(
                part.first, "a sum by the hour needs the full-time week: write it as in 50p an hour on 37 hours"
            )
