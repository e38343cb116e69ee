"""Find every figure in a text: percentages, sums, pence, "five per cent" in words, and rises that follow an index.

A figure is a span of the text and what it says; whether it is offered is for the rules. One pass over the text, every
repetition bounded, so that the time is linear in its length. Two figures that are the ends of one range are one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from payoffer.reading.index_figures import LOOK_BACK, NUMBER, PER_CENT, following

Unit = Literal["percent", "sum", "pence", "index", "million"]

_DASH = "[-\u2010-\u2015]"
_PER = (
    r"(?:(?:\s(?:more|extra))?\s{1,2}(?:an?|per|each|every)\s{1,2}|\s?/\s?)(?P<per>hour|hr|day|night|shift|week|month|year|annum|mile|share)\b"
    r"|(?P<pa>\s?p\.?a\b\.?)"
)
_SIZE = r"\s?(?P<size>[mM](?:illion|n)?|[bB](?:illion|n)|[tT](?:rillion|n)|k|K|thousand)\b"
_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_IN_WORDS = (
    rf"(?:(?:{_TENS})(?:[-\s](?:{_ONES}))?|{_ONES})"
    rf"(?:\s(?:and\s(?:a\s)?(?:half|quarter|three[-\s]quarters?)|point\s(?:{_ONES}|zero)(?:\s(?:{_ONES}))?))?"
)
_FIGURE = re.compile(
    rf"""(?=[£€$\d½¼¾G])(?:
      (?P<currency>[£€$]|\bGBP\s?)\s?(?P<sum>{NUMBER})(?:{_SIZE})?
        (?:[ ]?{_DASH}[ ]?[£€$]?(?P<sum_to>{NUMBER})(?!\s?%|\s?per\s?cent))?(?:{_PER})?
    | (?<![\w.,£€$/])(?:(?P<from>{NUMBER})(?:[ ]?(?:{_DASH}|to)[ ]?|(?P<and>\sand\s)))?
        (?P<percent>{NUMBER}){PER_CENT}
    | (?<![\w.,])(?P<pence>\d{{1,3}}(?:\.\d{{1,2}})?)\s?(?:p|pence)\b(?!\.?\s?m\b)
        (?:{_PER.replace("per>", "pence_per>").replace("pa>", "pence_pa>")})?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_IN_LETTERS = re.compile(r"\bper\s?cent\b(?!age)", re.IGNORECASE)
_WORDS = re.compile(rf"\b(?P<words>{_IN_WORDS})\sper\s?cent$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:[a-z]{1,10}\s){0,2}$", re.IGNORECASE)
_AND = re.compile(r"\s{1,2}and\s{1,2}(?:[a-z]{1,10}\s){0,2}", re.IGNORECASE)
_TO = re.compile(rf"\s{{1,2}}to\s{{1,2}}| ?{_DASH} ?", re.IGNORECASE)
_TAPER = re.compile(
    r"(?:\s(?:at|for|on|to)\s(?:[a-z]+\s){0,4}[a-z0-9]+)?,?\s(?:and\s)?"
    r"(?:taper|fall|slid|dropp|reduc|decreas|shrink|ris)ing(?:\s(?:off|away|down|up|gradually|in steps|gently))?"
    r"\s(?:down\s|up\s)?to\s(?:[a-z]+\s){0,2}",
    re.IGNORECASE,
)
"""What stands between the ends of a range that goes down or up the scale: "5.7% at point 5, tapering to 2.5%"."""
_CHANGED = re.compile(
    r"\b(?:mov|improv|increas|rais|went|gone|go|rose|rise|risen|fell|fall|lift|tak|up|cut|reduc|grew|bring|brought)\w{0,4}"
    r"(?:\s(?!rang)[a-z']{1,12}){0,5}\sfrom\s(?:[a-z]{1,10}\s){0,2}$",
    re.IGNORECASE,
)
_UP_BY = re.compile(r"\b(?:up|rises?|raised|increased)\s(?:by\s)?$", re.IGNORECASE)
_ON_HOURLY = re.compile(r"\s(?:in|on)\s(?:the|their|your|our)\shourly\b", re.IGNORECASE)
_HOURLY = re.compile(r"\bhourly\s(?:[a-z]{1,12}\s){1,3}(?:of|by|to)\s(?:[a-z]{1,10}\s){0,2}$", re.IGNORECASE)
_BY_THE_HOUR = re.compile(r"(?:\b(?:an|per|each)\s|/\s?)(?:hour|hr)\b|\bhourly\b", re.IGNORECASE)
"""What near a rise in pence says that it is by the hour: "75p on the hourly rate", "£1.10 an hour now, 60p next"."""
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_VALUES = {word: number for number, word in enumerate(_ONES.split("|"), 1)} | {
    word: number * 10 for number, word in enumerate(_TENS.split("|"), 2)
}
_VALUES["zero"] = 0
LONGEST_BETWEEN = 60
"""Characters between the two ends of a range."""


class Figure(NamedTuple):
    """One figure: where it stands, its unit, and its number; ``high`` is the other end of a range.

    ``per`` is hour, day, week, month, year, mile or share where the text says so; ``follows`` the index it goes by, and
    ``low`` the points added to it. ``changed`` says that it is what another figure was before a change.
    """

    start: int
    end: int
    unit: Unit
    low: Decimal
    high: Decimal
    value: str
    per: str = ""
    follows: str = ""
    changed: bool = False

    @property
    def ranged(self) -> bool:
        """Whether the text gives two ends."""
        return self.low != self.high


def figures(text: str) -> list[Figure]:
    """Return the figures of a text in order."""
    found: list[Figure] = []
    for one in sorted(
        [*_in_letters(text), *_indexed(text), *_in_digits(text)], key=lambda figure: (figure.start, -figure.end)
    ):
        if found and one.start < found[-1].end:
            continue
        joined = _joined(found[-1], one, text) if found else None
        if joined:
            found[-1:] = joined
        else:
            found.append(one)
    return found


def _in_digits(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        start, end = match.span()
        if match["sum"]:
            yield _sum(match)
        elif match["pence"]:
            number = _number(match["pence"])
            near = text[max(0, start - 2 * LOOK_BACK) : end + LOOK_BACK]
            per = _per(match["pence_per"], match["pence_pa"]) or ("hour" if _BY_THE_HOUR.search(near) else "")
            yield Figure(start, end, "pence", number, number, f"{written(number)}p{_by(per)}", per=per)
        else:
            number = _number(match["percent"])
            low = _number(match["from"]) if match["from"] else number
            apart = match["and"] and not _BETWEEN.search(text[max(0, start - LOOK_BACK) : start])
            if low > number or (low != number and apart):
                start, low = match.start("percent"), number
            value = f"{written(number)}%" if low == number else f"{written(low)}%\u2013{written(number)}%"
            yield Figure(start, end, "percent", low, number, value)


def _in_letters(text: str) -> Iterator[Figure]:
    """Yield "five per cent" and the like."""
    for mark in _IN_LETTERS.finditer(text):
        words = _WORDS.search(text, max(0, mark.start() - LOOK_BACK), mark.end())
        if words:
            number = _in_words(words["words"])
            yield Figure(words.start(), mark.end(), "percent", number, number, f"{written(number)}%")


def _indexed(text: str) -> Iterator[Figure]:
    """Yield "RPI plus 0.5%", "in line with inflation" and the like."""
    for start, end, index, percent, money in following(text):
        number = _number(percent or money[1:])
        added = f"{written(number)}%" if percent else money
        yield Figure(start, end, "index", number, number, f"{index}+{added}" if added else index, follows=index)


def _sum(match: re.Match[str]) -> Figure:
    start, end = match.span()
    size = (match["size"] or "").casefold()
    low = _number(match["sum"])
    high = _number(match["sum_to"]) if match["sum_to"] else low
    if high < low:
        high, end = low, match.end("size") if match["size"] else match.end("sum")
    if size in {"k", "thousand"}:
        low, high = low * 1000, high * 1000
    elif size:
        return Figure(start, end, "million", low, low, match[0])
    hourly = _HOURLY.search(match.string, max(0, start - LOOK_BACK), start) or _ON_HOURLY.match(match.string, end)
    per = _per(match["per"], match["pa"]) or ("hour" if hourly else "")
    sign = match["currency"] if match["currency"] in "€$" else "£"
    value = f"{sign}{written(low, money=True)}"
    value += f"\u2013{sign}{written(high, money=True)}" if high != low else ""
    return Figure(start, end, "sum", low, high, value + _by(per), per=per)


def _joined(one: Figure, other: Figure, text: str) -> list[Figure] | None:
    """Return the two figures as one range, or as a change from one to the other; nothing where they are neither."""
    between = text[one.end : other.start]
    alike = one.unit == other.unit and one.unit not in {"index", "million"}
    if not alike or one.ranged or other.ranged or len(between) > LONGEST_BETWEEN:
        return None
    before = text[max(0, one.start - LOOK_BACK) : one.start]
    if _TO.fullmatch(between) and (_CHANGED.search(before) or _UP_BY.search(before)):
        return [one._replace(changed=True), other]
    is_range = (_AND.fullmatch(between) and _BETWEEN.search(before)) or (_TO.fullmatch(between) and one.low < other.low)
    is_range = is_range or (one.unit == "percent" and _TAPER.fullmatch(between))
    if not is_range or one.low == other.low:
        return None
    low, high = sorted((one, other), key=lambda figure: figure.low)
    per = other.per or one.per
    value = f"{low.value.removesuffix(_by(low.per))}\u2013{high.value.removesuffix(_by(high.per))}{_by(per)}"
    return [one._replace(end=other.end, low=low.low, high=high.high, value=value, per=per)]


def _number(text: str) -> Decimal:
    whole = text.rstrip("½¼¾").replace(",", "")
    return Decimal(whole or 0) + sum((_FRACTIONS[letter] for letter in text if letter in _FRACTIONS), Decimal(0))


def _in_words(words: str) -> Decimal:
    """Return "four and three quarters", "twenty-five" or "two point five" as a number."""
    whole, _, part = words.casefold().replace("-", " ").partition(" and ")
    whole, _, digits = whole.partition(" point ")
    number = Decimal(sum(_VALUES[word] for word in whole.split()))
    if digits:
        number += Decimal("0." + "".join(str(_VALUES[word]) for word in digits.split()))
    parts = {"half": "½", "three quarters": "¾", "three quarter": "¾", "quarter": "¼"}
    return number + next((_FRACTIONS[sign] for name, sign in parts.items() if part.endswith(name)), Decimal(0))


def _per(word: str | None, a_year: str | None) -> str:
    told = (word or "").casefold()
    return {"hr": "hour", "annum": "year"}.get(told, told) or ("year" if a_year else "")


def _by(per: str) -> str:
    return f" {'an' if per == 'hour' else 'a'} {per}" if per and per != "year" else ""


def written(number: Decimal, *, money: bool = False) -> str:
    """Return a number with commas and without trailing zeros; pennies in twos where it is money."""
    if money and number != number.to_integral_value():
        return f"{number:,.2f}"
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
