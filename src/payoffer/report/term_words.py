"""The terms of an offer in words, and the arithmetic of each as it was done, for one salary."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from payoffer.document import OTHERS, ByPoint, Figure, Range
from payoffer.money import decimals, pence, plain, pounds
from payoffer.periods import YEAR, long_day, month_name
from payoffer.report.words import joined
from payoffer.schedule import Applied
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
    "total_percent": "{} in all",
    "flat": "{}",
    "set": "pay becomes {}",
    "minimum_rise": "a rise of at least {}",
    "minimum_rise_percent": "a rise of at least {}",
    "maximum_rise": "a rise of at most {}",
    "minimum_pay": "pay of at least {}",
}
ON_ACCOUNT = ", in place of what was paid on account"


def money(value: Fraction | Decimal) -> str:
    """Write a sum: whole pounds without pence."""
    return pounds(value) if value == decimals(value, 0) else pence(value)


def typed(value: Decimal) -> str:
    """Write a sum with all the places it has in the file: ``£12.345``, of an hour."""
    return money(value) if value == decimals(value, 2) else f"£{plain(value)}".replace("£-", "-£")


def rate(value: Fraction | Decimal) -> str:
    """Write a percentage in full where it is finite and short, else ``about`` it to three places: ``about 14.597%``."""
    near = decimals(value, 3)
    return f"{plain(near)}%" if near == value else f"about {plain(near)}%"


def term(part: Term, per: str = "") -> str:
    """Return a term in words: ``6% on pay up to £80,000``; ``per`` is what its sums go by."""
    if part.move is not None:
        moves = joined(f"{source} to {target}" for source, target in part.move.items())
        return f"pay points that go: {moves}"
    if part.months_of_rise is not None:
        months = plain(part.months_of_rise)
        return f"{months} month{'' if months == '1' else 's'} of the rise{_since(part)}"
    if part.index is not None:
        return f"{_index(part)}{_of(part)}{_limits(part)}"
    sums = part.kind in IN_POUNDS
    show: Callable[[Decimal], str] = typed if sums else (lambda value: f"{plain(value)}%")
    text = KINDS[part.kind].format(_figure(part.figure, show, PER[per] if sums else ""))
    of = _since(part) if part.kind.startswith(("minimum_rise", "maximum_rise")) else _of(part)
    account = ON_ACCOUNT if part.kind == "total_percent" else ""
    return f"{text}{of}{_limits(part)}{account}"


def _figure(figure: Figure, show: Callable[[Decimal], str], per: str) -> str:
    if not isinstance(figure, ByPoint):
        return _one(figure, show) + per
    named = [f"{key} {_one(value, show)}" for key, value in figure.items() if key != OTHERS]
    if OTHERS in figure:
        named.append(f"{'all others' if named else 'all'} {_one(figure[OTHERS], show)}")
    return f"by pay point{per}: {'; '.join(named)}"


def _one(value: Decimal | Range, show: Callable[[Decimal], str]) -> str:
    if isinstance(value, Range):
        return f"between {show(value.low)} and {show(value.high)}"
    return show(value)


def _index(part: Term) -> str:
    text = f"the rise in {(part.index or '').upper()} of {month_name(part.month)}" if part.month else ""
    if part.plus:
        text += f" {'plus' if part.plus > 0 else 'less'} {plain(abs(part.plus))} points"
    least = [f"at least {plain(part.floor)}%"] if part.floor is not None else []
    most = [f"at most {plain(part.cap)}%"] if part.cap is not None else []
    return f"{text}, {joined([*least, *most])}" if least or most else text


def _of(part: Term) -> str:
    if part.of is None:
        return ""
    return f" of the pay {_day(part.of)}"


def _since(part: Term) -> str:
    if not isinstance(part.of, date):
        return ""
    return f", counted from the pay of {long_day(part.of)}"


def _day(of: date | str) -> str:
    return f"of {long_day(of)}" if isinstance(of, date) else "on the day before"


def _limits(part: Term) -> str:
    found = [(key, words) for key, words in LIMITS if getattr(part, key) is not None]
    if not found:
        return ""
    return f" on pay {joined(words.format(typed(getattr(part, key))) for key, words in found)}"


def working(applied: Applied, per: str = "year") -> str:
    """Return the arithmetic of a term as it was done: ``£40,000 x 5% = £2,000 a year``.

    ``per`` is what the term's sums go by; it is empty for a one-off, which is no sum a year.
    """
    a_year = PER["year"] if per else ""
    rise = applied.after - applied.before
    kind = applied.term.kind
    if kind == "percent":
        return f"{money(applied.base)} x {plain(applied.figure)}% = {money(rise)}{a_year}"
    if kind == "total_percent":
        return f"{money(applied.base)} plus {plain(applied.figure)}% is {money(applied.after)}{a_year}"
    if kind == "flat":
        return _flat(applied, per)
    if kind == "months_of_rise":
        return f"{plain(applied.figure)} of {YEAR} months of the rise since {money(applied.base)} = {money(rise)}"
    if kind in {"set", "move"}:
        return f"{money(applied.before)} becomes {money(applied.after)}{a_year}"
    return _limited(applied, a_year)


def _flat(applied: Applied, per: str) -> str:
    rise = applied.after - applied.before
    if not per:
        return money(rise)
    if per == "year":
        return f"{money(applied.before)} + {money(rise)} = {money(applied.after)} a year"
    return f"that is {money(rise)} a year"


def _limited(applied: Applied, a_year: str) -> str:
    """Return what a least or most did, in rises, or in pay for a least pay."""
    is_pay = applied.term.kind == "minimum_pay"
    start = Fraction(0) if is_pay else applied.base
    what = "pay" if is_pay else "the rise"
    before, after = money(applied.before - start), money(applied.after - start)
    if applied.before == applied.after:
        return f"no difference: {what} is {before}{a_year}"
    return f"{what} goes from {before} to {after}{a_year}"
