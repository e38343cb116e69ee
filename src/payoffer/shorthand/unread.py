"""What is said of a mark that cannot be read where it stands: what it may have been meant for, and what to write."""

from difflib import get_close_matches
from typing import NoReturn

from payoffer.shorthand import words
from payoffer.shorthand.figures import NUMBERS, PERCENT
from payoffer.shorthand.marks import Marks
from payoffer.typed import quoted

_NEAR, _SHORTEST = 0.75, 4


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
    if here.text in {"over", "above", "under", "below"}:
        marks.refuse(here, f"whose pay is it for? Write it as in on pay {here.text} £20,000")
    if here.text in {'"', "'", "\u201c", "\u201d", "\u2018"}:
        marks.refuse(here, 'quotes stand around the whole offer, and straight double ones: "6%, 5.5%"')
    near = get_close_matches(here.text, _words(), 1, _NEAR) if here.kind == "word" else []
    if near and near != [here.text]:
        marks.refuse(here, f"{quoted(said)} is no word for an offer here: did you mean {near[0]}?")
    file = "write it in a file, as payoffer check --help says"
    what = "word" if here.kind == "word" else "sign"
    marks.refuse(here, f"the {what} {quoted(said)} cannot be read here: leave it out, or {file}")


def _words() -> list[str]:
    """Return the words that a near miss may have been meant for."""
    joins = (*words.THEN, *words.PLUS, *words.UNTIL)
    about = (*words.ZERO, *words.LEAST_PAY, *words.AFTER_A_FIGURE, *words.ITS_NAME)
    found = {
        word for phrase in (*joins, *about, *words.ONE_OFF, *words.ON_TOP, *words.ALREADY) for word in phrase.split()
    }
    found |= {"from", "paid", "year", "years", "hours", "before", "percent", "minimum", "maximum", "least"}
    return sorted(word for word in found if len(word) >= _SHORTEST)
