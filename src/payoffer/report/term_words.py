"""The terms of an offer in words, and the arithmetic of each as it was done, for one salary."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from payoffer.document import OTHERS, ByPoint, Figure, Range
from payoffer.money import decimals, in_full, pence, plain, pounds
from payoffer.periods import YEAR, long_day, month_name
from payoffer.point_names import parted
from payoffer.report.words import joined
from payoffer.steps import Applied
from payoffer.uplift import IN_POUNDS, Term

PER = {"year": " a year", "month": " a month", "hour": " an hour", "": ""}
"""What sums go by; a one-off's by nothing."""

LIMITS = (
    ("pay_from", "from {}"),
    ("pay_over", "over {}"),
    ("pay_up_to", "up to {}"),
    ("pay_under", "under {}"),
)
KINDS = {
    "percent": "{}",
    "total_percent": "a rise to {} above",
    "flat": "{}",
    "set": "pay becomes {}",
    "minimum_rise": "a rise of at least {}",
    "minimum_rise_percent": "a rise of at least {}",
    "maximum_rise": "a rise of at most {}",
    "minimum_pay": "pay of at least {}",
}
EXACT = 3
ON_ACCOUNT = ", in place of what was paid on account"
LIMITED = ("minimum_rise", "minimum_rise_percent", "maximum_rise")


def money(value: Fraction | Decimal) -> str:
    """Write a sum: whole pounds without pence."""
    return pounds(value) if value == decimals(value, 0) else pence(value)


def rate(value: Fraction | Decimal, places: int = 3) -> str:
    """Write a percentage in full where it ends within three places, else ``about``: ``11.825%``, ``about 7.107%``."""
    if value == decimals(value, EXACT):
        return f"{plain(decimals(value, EXACT))}%"
    return f"about {plain(decimals(value, places))}%"


def term(part: Term, per: str = "", of: str = "", begins: date | None = None) -> str:
    """Return a term in words: ``6% on pay up to £80,000``.

    ``per`` is what its sums go by; ``of`` what a percentage is of, where that is said elsewhere than in the term.
    ``begins`` is the first day of the rise of an index whose month may be no more than that of this day.
    """
    if part.kind in APART:
        return APART[part.kind](part)
    if part.index is not None:
        return f"{_index(part, begins)}{_of(part) or of}{_limits(part)}"
    sums = part.kind in IN_POUNDS
    show: Callable[[Decimal], str] = in_full if sums else (lambda value: f"{plain(value)}%")
    if part.kind in {"percent", "flat"}:
        show = _less(show)
    text = KINDS[part.kind].format(_figure(part.figure, show, PER[per] if sums else ""))
    if part.kind in LIMITED:
        return f"{text}{_since(part)}{_limits(part)}"
    if part.kind == "total_percent":
        return f"{text}{_of(part).removeprefix(' of') or ' the pay on the day before'}{_limits(part)}{ON_ACCOUNT}"
    return f"{text}{_of(part) or ('' if sums else of)}{_limits(part)}"


def _move(part: Term) -> str:
    sources: dict[str, list[str]] = {}
    for source, target in (part.move or {}).items():
        sources.setdefault(target, []).append(source)
    return f"pay points that go: {joined(f'those on {joined(found)} move to {to}' for to, found in sources.items())}"


def _new_week(part: Term) -> str:
    return f"the full-time week becomes {plain(part.new_week or 0)} hours, on the same pay a year"


def _months_of_rise(part: Term) -> str:
    months = plain(part.months_of_rise or 0)
    return f"{months} month{'' if months == '1' else 's'} of the rise{_since(part)}"


APART: Mapping[str, Callable[[Term], str]] = {
    "move": _move,
    "new_week": _new_week,
    "months_of_rise": _months_of_rise,
}
"""Terms whose words are not those of a figure on pay."""


def _less(show: Callable[[Decimal], str]) -> Callable[[Decimal], str]:
    return lambda value: f"{show(abs(value))} less" if value < 0 else show(value)


def _figure(figure: Figure, show: Callable[[Decimal], str], per: str) -> str:
    """Return a number, a range, or a table by pay point, area by area; what it goes by stands once, with the first."""
    if not isinstance(figure, ByPoint):
        return _one(figure, show) + per
    goes_by = iter([per])
    names = [(parted(key), value) for key, value in figure.items() if key != OTHERS]
    found = []
    for area in dict.fromkeys(name.area for name, _ in names):
        points = [(name.point, value) for name, value in names if name.area == area]
        where = f" ({'all ' if len(points) > 1 else ''}{area})" if area else ""
        alike = groupby(points, key=itemgetter(1))
        each = (
            f"{_one(value, show)}{next(goes_by, '')} for {_points([point for point, _ in same])}"
            for value, same in alike
        )
        found.append(", ".join(each) + where)
    if OTHERS in figure:
        found.append(f"{_one(figure[OTHERS], show)}{next(goes_by, '')} for all {'others' if found else 'points'}")
    return ("; " if any(name.area for name, _ in names) else ", ").join(found)


def _points(keys: Sequence[str]) -> str:
    """Return ``point 7``, ``points 2, 3 and 6-14`` or ``M1 and M2``."""
    if not keys[0][:1].isdecimal():
        return joined(keys)
    several = len(keys) > 1 or any(mark in keys[0] for mark in "-+")
    return f"point{'s' if several else ''} {joined(keys)}"


def _one(value: Decimal | Range, show: Callable[[Decimal], str]) -> str:
    if isinstance(value, Range):
        return f"between {show(value.low)} and {show(value.high)}"
    return show(value)


def _index(part: Term, begins: date | None) -> str:
    text = f"the rise in {(part.index or '').upper()}{f' of {month_name(part.month)}' if part.month else ''}"
    if part.month and begins and part.month == begins.replace(day=1):
        text += " (the month in which it begins, as no other is said)"
    if part.plus:
        points = "point" if abs(part.plus) == 1 else "points"
        text += f" {'plus' if part.plus > 0 else 'less'} {plain(abs(part.plus))} {points}"
    bounds = [(words, value) for words, value in (("least", part.floor), ("most", part.cap)) if value is not None]
    return text + (f", {joined(f'at {words} {plain(value)}%' for words, value in bounds)}" if bounds else "")


def _of(part: Term) -> str:
    if part.of is None:
        return ""
    return f" of the pay of {long_day(part.of)}" if isinstance(part.of, date) else " of the pay on the day before"


def _since(part: Term) -> str:
    return f", counted from the pay of {long_day(part.of)}" if isinstance(part.of, date) else ""


def _limits(part: Term) -> str:
    found = [words.format(in_full(getattr(part, key))) for key, words in LIMITS if getattr(part, key) is not None]
    if not found:
        return ""
    only = ", only" if isinstance(getattr(part, part.kind), ByPoint) else ""
    return f"{only} on pay {joined(found)}"


def arithmetic(applied: Applied, per: str = "year") -> str:
    """Return the arithmetic of a term as it was done: ``£40,000 x 5% = £2,000 a year``.

    ``per`` is what the term's sums go by; it is empty for a one-off.
    """
    a_year = PER["year"] if per else ""
    rise = applied.after - applied.before
    kind = applied.term.kind
    if kind == "percent":
        return f"{money(applied.base)} x {plain(applied.figure)}% = {money(rise)}{a_year}"
    if kind == "total_percent":
        return f"{money(applied.base)} plus {plain(applied.figure)}% is {money(applied.after)}{a_year}"
    if kind == "months_of_rise":
        months = plain(applied.figure)
        return f"{money(rise * YEAR / applied.figure)} a year x {months}/{YEAR} = {money(rise)}"
    if kind == "flat" and not per:
        return money(rise)
    return f"{_a_year(applied, per)}{_in_pounds(applied, a_year)}"


def _a_year(applied: Applied, per: str) -> str:
    """Return what a sum by the month or the hour is in a year."""
    by_the_year = per in {"", "year"} or applied.term.kind not in IN_POUNDS
    return "" if by_the_year else f"that is {money(applied.figure)} a year; "


def _in_pounds(applied: Applied, a_year: str) -> str:
    before, after, kind = applied.before, applied.after, applied.term.kind
    if kind == "flat":
        sign = "+" if after >= before else "-"
        return f"{money(before)} {sign} {money(abs(after - before))} = {money(after)}{a_year}"
    if kind == "move" and before == after:
        return f"the pay of point {applied.key} from then on"
    if kind in {"set", "move"}:
        return f"{money(before)} becomes {money(after)}{a_year}"
    what = "pay" if kind == "minimum_pay" else "the rise"
    start = Fraction(0) if kind == "minimum_pay" else applied.base
    if before == after:
        return f"no difference: {what} is {money(before - start)}{a_year}"
    return f"{what} goes from {money(before - start)} to {money(after - start)}{a_year}"
