"""What is said of a mark that cannot be read where it stands: what it may have been meant for, and what to write."""

from decimal import Decimal
from difflib import get_close_matches
from typing import NoReturn

from payoffer.money import in_full
from payoffer.shorthand import words
from payoffer.shorthand.figures import NUMBERS, PERCENT
from payoffer.shorthand.marks import Marks
from payoffer.shorthand.said import Part
from payoffer.typed import quoted

_NEAR, _SHORTEST = 0.75, 4
_WEEKS = 52
_FILE = "write the offer in a file, which payoffer new helps with"
_TIMES = {
    **dict.fromkeys(("day", "days", "daily"), "day"),
    **dict.fromkeys(("week", "weeks", "weekly", "wk", "pw"), "week"),
    **dict.fromkeys(("fortnight", "fortnights", "fortnightly"), "fortnight"),
    **dict.fromkeys(("month", "months", "monthly", "pm", "pcm"), "month"),
    **dict.fromkeys(("quarter", "quarters", "quarterly"), "quarter"),
    **dict.fromkeys(("hour", "hours", "hourly", "ph"), "hour"),
    **dict.fromkeys(("term", "shift"), "term or shift"),
}
_BEYOND = {
    **dict.fromkeys(("reopener", "reopeners", "review", "renegotiation"), "what may be asked for later"),
    **dict.fromkeys(
        ("leave", "holiday", "holidays", "pension", "pensions", "allowance"), "what is not a rise or a one-off"
    ),
}
"""What an offer may have in it that changes what it is worth and has no form here, by its word."""


def refuse_no_figure(marks: Marks) -> NoReturn:
    """Say what is wrong where a figure should stand."""
    here, before = marks.next, marks.last
    if marks.at == 0 and here.kind == "word" and ":" in marks.typed:
        marks.refuse(here, "no rise begins here, and a name before a colon has no % or £ in it: leave that out of it")
    if here.kind == "end" and before.kind == "sign":
        sign = {",": "a comma", "+": "a plus sign", "-": "a hyphen"}.get(before.text, before.text)
        marks.refuse(
            before, f'it ends with {sign}: put the whole offer in quotes, such as "6%, 5.5%", or leave that out'
        )
    if here.kind == "end":
        marks.refuse(here, "a figure is missing at the end: write one, such as 5% or £1,925")
    if here.text in {"inflation", "prices"}:
        marks.refuse(here, "which index of prices? Write RPI, CPI or CPIH, as in RPI + 0.5%")
    if here.text in {*words.COMMAS, *words.PLUS}:
        marks.refuse(here, f"no figure stands before this {here.text}: write one, or leave the {here.text} out")
    if here.text in {"£", "gbp"}:
        marks.refuse(here, "no figure follows the pound sign: write it as in £1,925")
    if here.text in {*NUMBERS, "half"}:
        marks.refuse(here, "write the figure in digits, as in 5%")
    if here.text in PERCENT:
        marks.refuse(here, f"no figure stands before {marks.said(here)}: write it as in 5%")
    if marks.take("up to", "at least", "at most", "min", "max"):
        marks.refuse(here, "a limit needs the rise that it limits before it: write it as in 5% min £1,925")
    refuse_word(marks)


def refuse_word(marks: Marks) -> NoReturn:
    """Say what is wrong with a mark that cannot be read where it stands."""
    here = marks.next
    said = marks.said(here)
    if here.text in {"?", "\ufffd"} and marks.ahead().kind == "number":
        sum_ = marks.ahead().text.replace(",", "")
        marks.refuse(here, f"a pound sign may have been lost here: write GBP {sum_} or {sum_} pounds")
    if here.text in {"over", "above", "under", "below"} and marks.ahead(2).text not in _TIMES:
        marks.refuse(here, f"whose pay is it for? Write it as in on pay {here.text} £20,000")
    if here.text in {'"', "'", "\u201c", "\u201d", "\u2018"}:
        marks.refuse(here, 'quotes stand around the whole offer, and straight double ones: "6%, 5.5%"')
    if here.text in {"€", "$"}:
        marks.refuse(here, "only £ is read here: write the sum in pounds, as in £1,925")
    if here.text in _BEYOND:
        marks.refuse(here, f"{_BEYOND[here.text]} cannot be typed in short: {_FILE}")
    if here.text in {"for", "over"} and marks.ahead(2).text in _TIMES:
        marks.refuse(
            here,
            "an offer's length is said by its last day: write it as in 5% from April 2023, until 30 September 2024",
        )
    near = get_close_matches(here.text, _words(), 1, _NEAR) if here.kind == "word" else []
    if near and near != [here.text]:
        marks.refuse(here, f"{quoted(said)} is no word for an offer here: did you mean {near[0]}?")
    what = "word" if here.kind == "word" else "sign"
    same = "leave it out if the offer is the same without it"
    marks.refuse(here, f"the {what} {quoted(said)} cannot be read here: {same}, or {_FILE}")


def refuse_time(marks: Marks, part: Part) -> None:
    """Say that nothing goes by a week, a day and the like, and a percentage by no time but the year, where one does."""
    here = marks.next
    at = marks.at
    marks.take("a", "an", "per", "each", "every", "/")
    time = _TIMES.get(marks.next.text)
    marks.at = at
    if time is None:
        return
    last = part.terms[-1]
    value = last.values[last.kind]
    if last.per is None:
        marks.refuse(here, f"a percentage does not go by the {time}: write that of each year, as in 6%, 5.5%")
    if time == "week" and isinstance(value, Decimal):
        a_year = f"{in_full(value * _WEEKS)} a year if it is for {_WEEKS} weeks, else the sum a year"
        marks.refuse(here, f"a sum is not read by the week: write {a_year} that it comes to")
    marks.refuse(here, f"a sum is not read by the {time}: write what it comes to in a year, as in £1,925 a year")


def _words() -> list[str]:
    """Return the words that a near miss may have been meant for."""
    joins = (*words.THEN, *words.PLUS, *words.UNTIL)
    about = (*words.ZERO, *words.LEAST_PAY, *words.AFTER_A_FIGURE, *words.ITS_NAME)
    found = {
        word for phrase in (*joins, *about, *words.ONE_OFF, *words.ON_TOP, *words.ALREADY) for word in phrase.split()
    }
    found |= {"from", "paid", "year", "years", "hours", "before", "percent", "minimum", "maximum", "least"}
    return sorted(word for word in found if len(word) >= _SHORTEST)
