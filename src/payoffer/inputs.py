"""What people type for an option, as a value; what could be meant in two ways is refused with the remedy.

Nothing is guessed: a text has one plain reading, or it is a ``UsageProblem`` of one sentence with the option,
what was typed and what to write instead. Values are exact.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from payoffer.money import in_full, plain
from payoffer.typed import read, refuse, shown, tidy, trimmed

Unit = Literal["year", "month", "week", "hour"]

MOST_MONEY = Decimal(10_000_000)
"""The largest sum of money taken, in pounds."""
MOST_MONTHS = 120
"""The longest time that can be counted."""

_LONG_LIST = 240
_LEAST_SALARY = 100
_LEAST_RATE, _SMALL_RATE, _MOST_RATE = -100, Decimal("0.5"), 1000
_POINTS_OF_FULL_TIME = range(10, 101)
_PARTED = re.compile(r"\s*[,;]\s*|\s+")
_MONTHS = re.compile(r"([0-9]+) ?(?:months?|mths?|(years?|yrs?))?", re.IGNORECASE)
_WAGE = "40000, £40k, 2150/month, 540/week or 12.40/hour"
# A unit alone by its first letter needs a stroke or a p before it: 2150/m is a month's pay, 2150m is not.
_UNIT = r"(?P<{0}>(?:/|per|p[./]?|an?|each)? *(?:{1})(?:ly)?|(?:/|p[./]?) *(?:{2})\.?)"
_UNITS: dict[Unit, tuple[str, str]] = {
    "year": ("year|yr|annum|annual", "a|y"),
    "month": ("(?:calendar )?month|mth", r"(?:c\.?)?m"),
    "week": ("week|wk", "w"),
    "hour": ("hour|hr", "h"),
}
_SALARY = re.compile(
    rf"(?P<sum>.*?) *(?:{'|'.join(_UNIT.format(unit, *words) for unit, words in _UNITS.items())})?",
    re.IGNORECASE,
)


class Salary(NamedTuple):
    """Full-time basic pay as typed, and by the year.

    ``annual`` is exact pounds a year, ``amount`` pounds for each ``unit``, ``working`` the sum in words.
    """

    annual: Fraction
    typed: str
    unit: Unit
    amount: Decimal
    working: str


def number(text: str, *, what: str) -> Decimal:
    """Read one plain number: ``40000``, ``40,000``, ``£40,000.50``, ``10.1%`` (is 10.1), ``-1``.

    Raises:
        UsageProblem: the text is no number, or could be more than one.

    """
    return read(text, what=what, example="it in digits, such as 40000 or 10.1").value


def money(text: str, *, what: str, example: str = "40000, £40,000 or 40k") -> Decimal:
    """Read pounds: ``£40,000``, ``40k``, ``£1.2m``, ``GBP 40000``; from 0 to 10 million.

    Raises:
        UsageProblem: not a sum of money, or beyond those bounds.

    """
    typed = read(text, what=what, example=example, suffixes="%km")
    if typed.suffix == "%":
        refuse(what, text, f"is a percentage, not a sum of money: write {example}")
    value = typed.value.scaleb({"k": 3, "m": 6}.get(typed.suffix, 0))
    if not 0 <= value <= MOST_MONEY:
        refuse(what, text, f"is not from 0 to 10 million pounds: write {example}")
    return Decimal(f"{value:f}")


def salary(text: str, *, week: Decimal | None, weeks: Decimal, what: str = "--salary") -> Salary:
    """Read full-time basic pay by the year, month, week or hour: ``£40k``, ``2150/month``, ``12.40ph``.

    ``week`` is the hours of the full-time week, ``None`` if not known; ``weeks`` the weeks in a year.

    Raises:
        UsageProblem: not pay, an hour without a week, nothing at all, over 10 million pounds a year, or
            under 100 without a unit, which is a slip for thousands or an hourly wage.

    """
    left = trimmed(text, what=what, example=_WAGE)
    match = _SALARY.fullmatch(tidy(left))
    named: list[Unit] = [unit for unit in _UNITS if match and match[unit]]
    amount = money(match["sum"] if match else left, what=what, example=_WAGE)
    unit: Unit = named[0] if named else "year"
    if not named and 0 < amount < _LEAST_SALARY:
        thousands = plain(amount.scaleb(3))
        refuse(what, text, f"is too little for a year: write {thousands}, or {amount}/hour if it is a wage")
    if unit == "hour" and week is None:
        refuse(what, text, "is by the hour: add --week 37, with the hours of your full-time week")
    factors = {
        "year": [],
        "month": [(Decimal(12), "months")],
        "week": [(weeks, "weeks a year")],
        "hour": [(week or Decimal(0), "hours a week"), (weeks, "weeks a year")],
    }[unit]
    annual = Fraction(amount)
    working = f"{in_full(amount)} {'an' if unit == 'hour' else 'a'} {unit}"
    for factor, name in factors:
        annual *= Fraction(factor)
        working += f" x {plain(factor)} {name}"
    if not 0 < annual <= MOST_MONEY:
        refuse(what, text, f"is not above 0 and up to 10 million pounds a year: write {_WAGE}")
    return Salary(annual, left, unit, amount, working)


def rate(text: str, *, what: str) -> Decimal:
    """Read one percentage in percentage points: ``10.1``, ``10.1%``, ``10.1 per cent``, ``10.1pc``.

    A figure above 0 and below 0.5 must carry its percent sign, since 0.1 is often meant as 10%.

    Raises:
        UsageProblem: not a rate, -100 or less, over 1000, or so small that another may be meant.

    """
    example = "a percentage such as 10.1"
    typed = read(text, what=what, example=example, point=True)
    value = typed.value
    if typed.pounds:
        refuse(what, text, f"is money: write {example}")
    if not _LEAST_RATE < value <= _MOST_RATE:
        refuse(what, text, f"is not above -100 and up to 1000: write {example}")
    if 0 < value < _SMALL_RATE and typed.suffix != "%":
        many, few = plain(value.scaleb(2)), plain(value)
        refuse(what, text, f"would be {few}%, not {many}%: for {many}% write {many}, for {few}% write {few}%")
    return value


def headline(text: str) -> Decimal:
    """Read the headline of an offer in percentage points: ``8``, ``8%``, ``8 per cent``, ``14.6pc``.

    Raises:
        UsageProblem: as for ``rate``.

    """
    return rate(text, what="--headline")


def rates(text: str, option: str = "--inflation") -> list[Decimal]:
    """Read one percentage or several in order, parted by commas, semicolons or spaces.

    A comma with no space between two whole numbers may be a decimal comma. It is refused where it
    is the only comma (but ``--forecast 3,2`` is a list), where the list is also parted in another way
    (``10,1; 4,2``) and where only some figures have a percent sign (``10,1%``). ``10,4,2`` is a list: nobody
    parts figures by the comma they write them with.

    Raises:
        UsageProblem: a comma in doubt, a part missing, or a part that ``rate`` refuses.

    """
    example = "10.1 or a list such as 10.1,4,2"
    left = tidy(trimmed(text, what=option, example=example, longest=_LONG_LIST))
    parts, marks = _PARTED.split(left), _PARTED.findall(left)
    if not all(parts):
        refuse(option, text, f"has a comma with no figure beside it: write {example}")
    figures = [rate(part, what=option) for part in parts]
    alone = len(marks) == 1 and option != "--forecast"
    if alone or len(set(marks)) > 1 or len({part[-1] == "%" for part in parts}) > 1:
        for before, mark, after in zip(parts, marks, parts[1:], strict=False):
            end = after.removesuffix("%")
            if mark == "," and before.lstrip("+-").isdecimal() and end.isdecimal():
                sign = "" if before.strip("+-0") else "%"
                clear = f"write {before}.{end}{sign}, or {before}%,{end}%"
                refuse(option, f"{before},{after}", f"could be {before}.{end} or {before} then {end}: {clear}")
    return figures


def share(text: str) -> Decimal:
    """Read ``--fte``, the part of full time that is worked: above 0 and up to 1; ``0.6`` or ``60%``.

    Raises:
        UsageProblem: not a share; ``60`` and ``0.6%`` too, which only resemble one.

    """
    example = "a share above 0 and up to 1, such as 0.6 or 60%"
    value, in_pounds, suffix = read(text, what="--fte", example=example, point=True)
    part = value.scaleb(-2)
    if not (suffix or in_pounds) and int(value) in _POINTS_OF_FULL_TIME:
        example = f"{plain(part)} or {plain(value)}%"
    worked = part if suffix else value
    # Nobody works a hundredth of a week: 0.6% is 0.6 with a sign too many.
    if in_pounds or not 0 < worked <= 1 or (suffix and value <= 1):
        refuse("--fte", text, f"is not a share of full time: write {example}")
    return worked


def months(text: str) -> int:
    """Read ``--months``, whole months from 1 to 120: ``24``, ``24 months``, ``2 years``.

    Raises:
        UsageProblem: not a whole number of months, or outside the range.

    """
    example = "a whole number from 1 to 120, such as 24, or 2 years"
    match = _MONTHS.fullmatch(tidy(trimmed(text, what="--months", example=example)))
    count = int(match[1]) * (12 if match[2] else 1) if match else 0
    if not 1 <= count <= MOST_MONTHS:
        refuse("--months", text, f"is not a number of months that can be counted: write {example}")
    return count


def pairs(text: str, *, option: str) -> list[tuple[str | None, str]]:
    """Read a value for every offer (``M6``) or one each by name or position (``wales=3.5,2=5``).

    The values are left as text for the caller to read, names in the case they are typed in.

    Raises:
        UsageProblem: a part without name or value, or an offer named twice.

    """
    example = "a value for every offer, or one each such as wales=3.5,scotland=2"
    left = trimmed(text, what=option, example=example, longest=_LONG_LIST)
    if "=" not in left:
        return [(None, left)]
    found: dict[str, tuple[str | None, str]] = {}
    for part in re.split("[,;]", left):
        name, _, value = (piece.strip() for piece in part.partition("="))
        if not name or not value or "=" in value:
            refuse(option, text, f"does not give each offer one value: write {example}")
        if name.casefold() in found:
            refuse(option, text, f"names {shown(name)} twice: name each offer once")
        found[name.casefold()] = (name, value)
    return list(found.values())
