"""A text in shorthand to an Offer: parts in order, joined into years.

``,`` and ``then`` begin the next year, ``+`` and ``plus`` stay in the same one; ``and`` joins a sum to a percentage,
but could do either between two of a kind, and is then refused.
"""

from datetime import date
from typing import NoReturn

from payoffer.offer import Offer
from payoffer.shorthand import meaning, words
from payoffer.shorthand.days import When, day, when
from payoffer.shorthand.likeness import has_figure
from payoffer.shorthand.marks import Mark, Marks, one_line, tidied
from payoffer.shorthand.parts import part
from payoffer.shorthand.said import Part, Said, Year
from payoffer.shorthand.unread import refuse_time, refuse_word

EXAMPLE = '"6%, 5.5%"'


def read_shorthand(typed: str) -> Offer:
    """Return the offer that a text says; without dates its parts have year numbers.

    Raises ``ShorthandProblem`` with the place where it cannot be read and what to write there.
    """
    name, start = _name(typed)
    marks = Marks(typed, start)
    if marks.next.kind == "end":
        what = "nothing is offered after the name" if start else "nothing is written"
        marks.refuse(marks.next, f"{what}: write the rises of each year, such as {EXAMPLE}")
    said = Said(name or one_line(typed))
    link: tuple[str, Mark, bool] | None = ("year", marks.next, False)
    commas = False
    while link:
        kind, mark, comma = link
        commas |= comma
        bare = marks.maybe(lambda: _first(marks))
        for here in _stack(part(marks)):
            _place(said, here, bare, (kind, mark, commas), marks)
            kind, bare = "add", None
        link = _link(marks, said)
    return meaning.offer(said, marks)


def _name(typed: str) -> tuple[str, int]:
    """Return the name that stands before a colon, and where the offer begins; a day before a colon is no name."""
    text = tidied(typed)
    at = text.find(":")
    if at < 0 or has_figure(text[:at]):
        return "", 0
    marks = Marks(typed[:at])
    if marks.maybe(lambda: when(marks, bare=True)) and marks.next.kind == "end":
        return "", 0
    if not any(letter.isalpha() for letter in text[:at]):
        Marks(typed).refuse(at, "a colon stands after a name or a day: write it as in Final offer: 6%, 4%")
    return one_line(typed[:at]), at + 1


def _first(marks: Marks) -> When | None:
    """Return from when a part counts, where that is said before it: ``from April 2022: 7%``, ``year 2: 5%``."""
    found = when(marks, bare=True)
    if found:
        marks.take(":", ",")
    return found


def _stack(top: Part) -> list[Part]:
    """Return the parts of ``a on top of b``, from the bottom up."""
    found = [top]
    while found[0].under:
        found.insert(0, found[0].under)
    return found


def _link(marks: Marks, said: Said) -> tuple[str, Mark, bool] | None:
    """Return how the next part is joined to this one, where, and whether by a comma; None at the end."""
    mark = marks.next
    comma = marks.take(*words.COMMAS) is not None
    if marks.take(*words.UNTIL):
        said.until_at = marks.next.place
        said.until = _last_day(marks)
        return None
    for kind, phrases in (("year", words.THEN), ("add", words.PLUS), ("and", ("and",))):
        if marks.take(*phrases):
            return kind, mark, comma or kind == "year"
    if comma:
        return "year", mark, True
    if marks.next.kind != "end":
        refuse_time(marks, said.years[-1].parts[-1])
        _refuse_unjoined(marks)
    return None


def _last_day(marks: Marks) -> date:
    here = marks.next
    found = day(marks, last=True)
    if found is None:
        marks.refuse(here, f"no day follows {marks.said(marks.last)}: write one, as in until 31 July 2024")
    if marks.next.kind != "end":
        marks.refuse(marks.next, "the last day stands at the end of an offer: leave out what follows it")
    return found


def _refuse_unjoined(marks: Marks) -> NoReturn:
    """Say what is wrong where a part ends and nothing joins it to what follows."""
    here = marks.next
    both = "a comma for the next year, or + for the same one"
    if day(marks):
        marks.refuse(here, f"a word is missing before the day: write from {marks.said(here, marks.last)}")
    if here.kind in {"number", "pounds"}:
        marks.refuse(here, f"nothing stands between the two figures: write {both}")
    if here.text in {"/", "|", "-", ">", "="}:
        marks.refuse(here, f"{here.text} does not join two rises: write {both}")
    if here.text == ":":
        marks.refuse(here, f"a colon stands after a name or a day alone: write {both}")
    refuse_word(marks)


def _place(said: Said, here: Part, before: When | None, link: tuple[str, Mark, bool], marks: Marks) -> None:
    """Put a part into its year, a new one or the one that is open."""
    kind, mark, commas = link
    here.when = before or here.when
    said.week = here.week or said.week
    year = said.years[-1] if said.years else None
    if year is None or before or _begins(kind, here, year, marks, mark, commas=commas):
        said.years.append(Year([here], here.when))
        return
    for other in (year.parts[0], here):
        if other.years > 1:
            marks.refuse(mark, "a rise for several years stands alone in them: write out what is in each year")
    if here.when:
        year.when = here.when
    year.parts.append(here)


def _begins(kind: str, here: Part, year: Year, marks: Marks, mark: Mark, *, commas: bool) -> bool:  # noqa: PLR0913
    """Say whether a part begins a year after this one."""
    if kind == "year":
        return not (here.on_top or (here.one_off and here.paid))
    if here.when and year.when and here.when[:2] != year.when[:2]:
        return True
    alike = kind == "and" and not here.on_top and _like(here) == _like(year.parts[-1])
    if alike and here.when:
        return True
    if alike and not commas:
        marks.refuse(mark, "and could mean the next year or the same one: write a comma for the next, + for the same")
    return alike


def _like(part: Part) -> str:
    if part.one_off:
        return "one-off"
    return "sum" if part.main.per else "percent"
