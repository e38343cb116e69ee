"""The answer as a message to forward on a phone: no table, pounds a month first, under 900 characters for two offers.

Names stand between asterisks, which phones show as bold; marks of that kind inside a name are taken out.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from payoffer.compare import Comparison, Valued
from payoffer.periods import YEAR, short_month
from payoffer.report.page import Page
from payoffer.report.sentences import sentences
from payoffer.report.words import extra, labels, money_span
from payoffer.verdict import over_readings, span

MARKS = re.compile(r"[*_~`]+")


def text(answer: Comparison, page: Page, command: str) -> str:
    """Return the message: a paragraph an offer, one for the verdict, and the command."""
    names = labels(answer.offers)
    lines = []
    for offer, (heading, status) in zip(answer.offers, page.headings, strict=True):
        lines.append(f"*{bold(heading)}* ({status}): {'; '.join(_offer(offer))}.")
    told = bold(" ".join(sentence.text for sentence in sentences(answer, names, page.findings, brief=True)))
    return "\n\n".join(filter(None, ("\n".join(lines), told, command))) + "\n"


def bold(name: str) -> str:
    """Return a name without the marks that a phone would take for bold, italics or struck out."""
    return MARKS.sub("", name)


def _offer(offer: Valued) -> Iterator[str]:
    yield ", then ".join(_months(offer))
    one_off = over_readings(offer, "own", "one_off_cash")
    if one_off.high:
        yield f"a one-off of {money_span(one_off)}, not in later pay"
    if offer.nothing_new:
        yield "nothing new, all of it is already being paid"
    elif offer.rate_in_payment != offer.rate_before:
        yield f"new on a Yes: {extra(over_readings(offer, 'own', 'new_cash'))}"


def _months(offer: Valued) -> Iterator[str]:
    """Yield the rise a month at the end of each of the offer's own pay years in which pay rises."""
    last = Fraction(0)
    more = " a month more basic pay"
    for same in zip(*(read.figures.own.years for read in offer.reads), strict=True):
        rises = span((year.rate_at_end - offer.rate_before) * year.whole.fte / YEAR for year in same)
        if rises.high == last:
            continue
        last = rises.high
        when = f" from {short_month(same[0].first_day)}" if offer.dated else ""
        yield f"{money_span(rises)}{more}{when}"
        more = ""
    if not last:
        yield "no rise in basic pay"
