"""What stands beside a figure: the words before and after it, its time, the words it came from, whom it is for."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from payoffer.periods import MONTHS
from payoffer.reading.contexts import CELL
from payoffer.reading.parties import nation_in
from payoffer.reading.told import Sorted
from payoffer.reading.when import When, whens

LOOK = 160
"""Characters on either side in which the words of a term are looked for."""
LONGEST_QUOTE = 220

_QUOTE_BACK = re.compile(r"(?:[^\s.;,:()|#*>\u2022-][^\s.;,:()|#]* ){0,6}$")
_JOINS = re.compile(r".*\b(?:and|while|whereas|but|plus|is|was|of which) ", re.DOTALL)
_QUOTE_STOP = re.compile(
    r"[.;:|](?=\s|$)|\n|,? and (?:a |an |another|then|£|\d|for\b)| plus |"
    r", (?:and|with|plus|whereas|while|but|although)\b|, (?=\w+ing\b)"
)
_TIME_STOP = re.compile(r",? and (?:a |an |another|then|£|\d)|; ")
_TIME_JOIN = re.compile(r".*(?:\band |; |\bplus )", re.DOTALL)
_APPLIES = re.compile(
    r"^\s{0,2}(?:,\s)?(?:for|to|on|in)\s(?:all\s|the\s|our\s|every\s)?(?P<who>(?:[^\s.;,#]+\s?){1,8})", re.IGNORECASE
)
_APPLIES_STOP = re.compile(r"\b(?:from|with effect|backdated|and a|in (?:20|april|september))\b")
_LABEL = re.compile(r"\W{0,4}(?:[a-z0-9]{1,3}[.)]\s)?(?P<who>[^:#%£\n]{2,60}):\s*\+?$")
_EMPLOYERS = re.compile(
    r"\W*(?:compan|employer|operator|council|trust|firm|authorit|airline|college|universit|agency|provider)"
)
_NOT_PEOPLE = re.compile(
    rf"^(?:the year|this year|next|last|year|20\d\d|{'|'.join(MONTHS)}|basic|base|pay(?! points?\b)|salar|top|place|"
    r"addition|respect|be\b|each|effect|all pay|\d|month|autumn|spring|summer|acceptance|cash|the current|the new|our|"
    r"it|them|you|lieu)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:grades?|bands?|points?|staff|officers?|managers?|assistants?|teachers?|nurses?|drivers?|workers?|engineers?|"
    r"earning|salar\w+|paid|lecturers?|regulars|ranks?|governors?|colleagues|below|above|under|over|those|employees|"
    r"carers?)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?P<who>(?:bands?|grades?|(?:pay\s)?points?)\s[\w+-]{1,6}(?:\s?(?:to|and|-|\u2013)\s?[\w+-]{1,6})?)"
    r"\s(?:will|would|gets?|receives?|are|is|have|has)\b[^#%.;,]{0,40}$",
    re.IGNORECASE,
)
"""Whom a rise is for, told before it: "staff on Bands 1 to 3 will get 5%"."""
_EVERYBODY = re.compile(
    r"(?:all|every|our|the)?\s?(?:staff|employees|workers|members|colleagues|"
    r"(?:(?:pay|spinal|spine|scale|salary|basic) )*(?:points|grades|bands|scales|salaries|rates))"
)


class Beside(NamedTuple):
    """One of the figures of a text, with all that stands beside it."""

    text: str
    told: Sequence[Sorted]
    place: int

    @property
    def one(self) -> Sorted:
        """The figure itself."""
        return self.told[self.place]

    @property
    def after(self) -> str:
        """The words after it, up to the next figure or the end of its sentence."""
        figure, end = self.one.figure, self.one.context.place.end
        if self.place + 1 < len(self.told):
            end = min(end, self.told[self.place + 1].figure.start)
        return self.text[figure.end : min(end, figure.end + LOOK)]

    @property
    def before(self) -> str:
        """The words before it, from the last figure or the start of its sentence."""
        figure, start = self.one.figure, self.one.context.place.start
        if self.place:
            start = max(start, self.told[self.place - 1].figure.end)
        return self.text[max(start, figure.start - LOOK) : figure.start]

    @property
    def heading(self) -> str:
        """The line above a list item or a row."""
        return self._asked if self.one.context.place.kind != "prose" else ""

    @property
    def _asked(self) -> str:
        """Return the line above it, or the question that it answers."""
        start, end = self.one.context.place.heading
        return self.text[start:end] if start >= 0 else ""

    def when(self, published: date | None) -> tuple[bool, When | None]:
        """Return whether it has a time of its own, and its time: beside it, else in its sentence, else above it."""
        before, sentence, figure = self.before, self.one.context.place, self._figure
        near = self.when_after(published) or self._when_column(published)
        if near:
            return True, near
        # What stands before "and a" is of the figure before.
        joins = _TIME_JOIN.match(before) if self.place and self.told[self.place - 1].context.place == sentence else None
        behind = whens((before[joins.end() :] if joins else before) + figure, published)
        if behind:
            return True, behind[0 if sentence.kind != "prose" else -1]
        rest = self.text[self.one.figure.start : sentence.end], self.text[sentence.start : self.one.figure.end]
        inside = whens(rest[0], published) or whens(rest[1], published) or whens(self.heading, published)
        return False, inside[0] if inside else None

    @property
    def _figure(self) -> str:
        """The figure as it stands: with "RPI" before it, "for August 2015" is no day of the rise."""
        return self.text[self.one.figure.start : self.one.figure.end]

    def when_after(self, published: date | None) -> When | None:
        """Return the time that the words after it tell."""
        stop = _TIME_STOP.search(self.after)
        found = whens(self._figure + (self.after[: stop.start()] if stop else self.after), published)
        return found[0] if found else None

    def _when_column(self, published: date | None) -> When | None:
        """Return the time at the head of its column, in a table."""
        context = self.one.context
        head, colon, _ = context.clause.partition(": ") if context.place.kind == "row" else ("", "", "")
        found = whens(head, published) if colon else []
        return found[0] if found else None

    def quote(self) -> tuple[int, int]:
        """Return the span of its words: from a few before it to the end of its phrase."""
        figure, after = self.one.figure, self.after
        lead = _QUOTE_BACK.search(self.before.replace("\n", " "))
        words = lead[0] if lead else ""
        joins = _JOINS.match(words)
        start = figure.start - len(words[joins.end() :] if joins else words)
        stop = _QUOTE_STOP.search(after)
        end = figure.end + len((after[: stop.start()] if stop else after).rstrip(" ,(\n+-\u2013"))
        return start, max(figure.end, min(end, start + LONGEST_QUOTE))

    @property
    def _row_label(self) -> str:
        """The first cell of its row."""
        return CELL.split(self.text[self.one.context.place.start : self.one.figure.start].strip(" |"))[0].strip()

    def applies_to(self) -> str | None:
        """Return whom it is for, where the words after it say so, or the label of its row or item."""
        sentence = self.one.context.place
        ahead = self.text[sentence.start : self.one.figure.start]
        if sentence.kind == "row":
            first = self._row_label
            return first if _PEOPLE.search(first) or _PEOPLE.match(self.one.context.first_column) else None
        named = _AHEAD.search(ahead.replace("\n", " "))
        if named:
            return named["who"]
        found = _APPLIES.match(self.after.replace("\n", " "))
        if not found:
            label = _LABEL.match(ahead) if sentence.kind == "item" else None
            who = label["who"].strip() if label else ""
            return who if _PEOPLE.search(who) and "year" not in who.casefold() else None
        who = _APPLIES_STOP.split(found["who"])[0].strip()
        if not _PEOPLE.search(who) or _NOT_PEOPLE.match(who) or _EVERYBODY.fullmatch(who):
            return None
        return who

    def employer_label(self) -> str | None:
        """Return the label of its row in a table of employers."""
        context = self.one.context
        if not _EMPLOYERS.match(context.first_column):
            return None
        return self._row_label or None

    def nation(self) -> str | None:
        """Return its nation: the last one named before it in its sentence, else above it, else the first after it."""
        sentence = self.one.context.place
        return (
            nation_in(self.text[sentence.start : self.one.figure.start])
            or nation_in(self._asked)
            or nation_in(self.text[self.one.figure.end : sentence.end], last=False)
        )
