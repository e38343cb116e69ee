"""The labels and sentences of ``show``: another language touches this file, ``term_words`` and ``headline_words``."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from payoffer.deal import Deal
from payoffer.money import PENNY, POUND, in_full, plain
from payoffer.offer import Offer
from payoffer.offer_parts import IN_FORCE, IN_PAYMENT, UNSTATED, Award, LumpSum, Proposed, Round
from payoffer.periods import long_day
from payoffer.report.term_words import money, rate
from payoffer.report.words import ORDINALS, joined, months_text, people
from payoffer.uplift import BEFORE
from payoffer.verdict import Span

CONSOLIDATED = "Stays in pay for good (consolidated)"
ONE_OFF = "Paid once, not in later pay (one-off)"
NOT_SAID = "What is not said"
OUTSIDE = "Said to follow, outside this offer"
HEADLINE = "Is the headline true?"
NOTES = "Notes (kept as notes, not valued)"
DETAILS = "Details"
SOURCES = "Sources"
NO_RISE = "Nothing in this offer stays in pay."
NO_ONE_OFF = "No one-off is part of this offer."
NOTHING_NEW = "Nothing here is new: all of it is already being paid."
NO_SOURCE = "The file names no source."
DRAFT = "A draft made from a text, not yet checked: hold each figure against its words in the file."
NO_SPLIT = "How the total is split between the years, so that it has no value yet."

PEOPLE = {"nhs": "NHS staff", "universities": "university staff"}
"""What some groups are called, where their id is no name for people."""

KINDS = {"offer": "Offer", "claim": "Claim by the union", "award": "Award"}
BASES = {
    BEFORE: "the pay before the offer",
    IN_PAYMENT: "the pay being paid on the day it counts",
    IN_FORCE: "the pay in force on the day it counts",
    UNSTATED: "a pay that is not named",
}
READINGS = {
    BEFORE: "of pay before",
    IN_PAYMENT: "of pay now",
    IN_FORCE: "of pay after the rise",
    "lowest": "lowest figure",
    "highest": "highest figure",
}
DIRECTIONS = {"nearest": "to the nearest {}", "up": "up to the next {}", "down": "down to the last {}"}


def what(offer: Offer) -> str:
    """Return ``Offer of 8 February 2023, rejected``."""
    kind = KINDS[offer.kind]
    day = f" of {long_day(offer.offered)}" if offer.offered else ""
    return f"{kind}{day}{'' if offer.status == 'offered' else f', {offer.status}'}."


def parties(offer: Offer) -> Iterator[str]:
    """Yield who offers, or is asked, and for whom."""
    if offer.employer:
        yield f"{'To' if offer.kind == 'claim' else 'From'}: {offer.employer}"
    if people := _people(offer):
        yield f"For: {people}"


def _people(offer: Offer) -> str:
    """Return ``teachers in Wales`` of the group ``teachers-wales``, else the group's id as it is."""
    group, nation, who = offer.group or "", offer.nation or "", people(offer)
    if not nation or not group:
        return group or nation
    if who:
        return f"{PEOPLE.get(who, who.replace('-', ' '))} in {nation}"
    return f"{PEOPLE.get(group, group)} ({nation})"


def read_as(sentence: str) -> str:
    """Return what was read out of an offer that was typed in short."""
    return f"Read as: {sentence}."


def covers(offer: Offer, span: Deal) -> str:
    """Return the days of a deal and how many months they are."""
    length = months_text(span.months)
    if not offer.dated():
        return f"Covers: {length}; no dates are given."
    first = "first rise" if span.start in offer.award_days() else "first one-off"
    start = f"{long_day(span.start)}{f' (its {first})' if span.start_assumed else ''}"
    return f"Covers: {start} to {long_day(span.until)}, {length}."


def no_last_day(span: Deal) -> str:
    """Return what is assumed where the file gives no last day."""
    return f"The last day: {months_text(span.months)} from {long_day(span.start)} are assumed."


def worked_on(pay: Fraction, point: str | None, first: date | None, *, now: Fraction | None, example: bool) -> str:
    """Return whose pay the worked numbers are of."""
    at = f" at point {point}" if point else ""
    before = f" before {long_day(first)}" if first else " before the offer"
    today = f", {money(now)} now" if now is not None else ""
    tail = " This is an illustration: give your own pay with --salary." if example else ""
    return f"Worked on: {money(pay)} a year{at}, full-time,{before}{today}.{tail}"


def pay_working(typed_pay: str, annual: Fraction) -> str:
    """Return how pay typed by the month, week or hour was turned into pay a year."""
    return f"Pay: {typed_pay} = {money(annual)} a year."


def not_worked(reason: str) -> str:
    """Return why there are no worked numbers."""
    return f"No worked numbers: {reason}."


def when(part: Award | Proposed) -> str:
    """Return ``From 1 September 2022``, or the year of an offer without dates."""
    if part.effective == UNSTATED:
        return "From a day that is not said"
    if isinstance(part.effective, date):
        return f"From {long_day(part.effective)}"
    return f"From the start of the {ORDINALS[(part.year or 1) - 1]} year"


def award_facts(award: Award, offer: Offer, *, counted: bool) -> Iterator[str]:
    """Yield what goes beside the day of an award."""
    offered = offer.offered
    if offer.until and isinstance(award.effective, date) and award.effective > offer.until:
        yield "after the last day of the deal"
    if award.in_payment:
        yield "already being paid"
    if award.paid:
        yield f"back pay comes on {long_day(award.paid)}"
    elif not award.in_payment and offered and isinstance(award.effective, date) and award.effective < offered:
        yield "backdated"
    if award.condition:
        yield condition(award.condition, counted=counted)


def condition(text: str, *, counted: bool) -> str:
    """Return what a part hangs on, and whether it is counted."""
    return (
        f"only if {text.removeprefix('if ')} ({'counted here' if counted else 'not counted: --conditional counts it'})"
    )


def award_remarks(award: Award) -> Iterator[str]:
    """Yield what else is said of an award."""
    if award.funded:
        yield f"Funding: {award.funded}"
    if award.round:
        yield f"Pay points are rounded {rounding(award.round)}"
    yield from (f"Note: {note}" for note in award.note)


def one_off_facts(lump: LumpSum, *, counted: bool) -> Iterator[str]:
    """Yield when a one-off is paid and to whom."""
    if lump.covers:
        yield f"for {long_day(lump.covers[0])} to {long_day(lump.covers[1])}"
    if lump.year:
        yield f"in the {ORDINALS[lump.year - 1]} year"
    if lump.times > 1:
        first = f", the first on {long_day(lump.paid)}" if lump.paid else ""
        yield f"paid {lump.times} times, monthly{first}"
    elif lump.paid:
        yield f"paid on {long_day(lump.paid)}"
    if lump.in_payment:
        yield "already paid"
    if lump.in_post:
        yield f"only for those employed on {joined(long_day(day) for day in lump.in_post)}"
    if lump.pensionable is not None:
        yield "pensionable" if lump.pensionable else "not pensionable"
    if not lump.pro_rata:
        yield "the same to everyone whatever their hours"
    if lump.condition:
        yield condition(lump.condition, counted=counted)


def one_off_remarks(lump: LumpSum) -> Iterator[str]:
    """Yield what else is said of a one-off."""
    if lump.round:
        yield f"For pay points it is rounded {rounding(lump.round)}"
    yield from (f"Note: {note}" for note in lump.note)


def of_what(of: date | str) -> str:
    """Return what a percentage one-off is a percentage of."""
    return f" of the pay of {long_day(of)}" if isinstance(of, date) else f" of {BASES[of]}"


def rounding(rule: Round) -> str:
    """Return ``up to the next whole pound``, and whether the next award works from the unrounded figure."""
    unit = {PENNY: "penny", POUND: "whole pound"}.get(rule.to, f"multiple of {in_full(rule.to)}")
    carry = ", but the next rise works from the unrounded figure" if rule.carry == "unrounded" else ""
    return f"{DIRECTIONS[rule.direction].format(unit)}{carry}"


def pay_then(before: Span, after: Span, *, rounded: bool) -> str:
    """Return what pay is after a day's rises."""
    if after == before:
        return f"Pay stays {_span(after)} a year."
    tail = ", rounded as pay points are" if rounded else ""
    return f"Pay is then {_span(after)} a year{_more(before, after)}{tail}."


def in_all(before: Span, after: Span, *, by: date | None = None) -> str:
    """Return what all rises come to, or those ``by`` the last day of a deal that settles something after it."""
    start = f"By {long_day(by)}" if by else "In all"
    return f"{start}, pay goes from {_span(before)} to {_span(after)} a year{_more(before, after)}."


def _more(before: Span, after: Span) -> str:
    if before.low != before.high or after.low != after.high:
        return ""
    rise = after.low - before.low
    word = "more" if rise > 0 else "less"
    return f": {money(abs(rise))} ({rate(abs(rise) / before.low * 100, 2)}) {word}"


def _span(span: Span) -> str:
    return money(span.low) if span.low == span.high else f"between {money(span.low)} and {money(span.high)}"


def payments(total: Span, times: int) -> str:
    """Return what instalments or several terms of a one-off make together."""
    each = f"{times} payments of that, " if times > 1 else ""
    return f"{each}{_span(total)} in all"


def in_payment(pay: Fraction, more: Span) -> str:
    """Return pay today, where part of the offer is already being paid, and what the offer adds to it."""
    return f"{money(pay)} of that is already being paid; {_span(more)} a year is new."


def unstated_base(rates: str, sums: Mapping[str, Span]) -> str:
    """Return the question of what a one-off is a percentage of, with the sum of each reading."""
    each = ", ".join(f"{_span(sum_)} {answer}" for answer, sum_ in sums.items())
    if len(set(sums.values())) == 1:
        each = f"{_span(next(iter(sums.values())))} either way"
    return f"{rates} of what{': ' if each else ''}{each}."


def only_range(sums: Mapping[str, Span], months: Fraction) -> str:
    """Return that only ranges are given, with the extra pay over the deal that each end of them gives."""
    text = "Where in the ranges that it gives its figures lie"
    each = " and ".join(f"{_span(sum_)} with the {answer}s" for answer, sum_ in sums.items())
    return f"{text}: over {months_text(months)}, extra pay is {each}." if each else f"{text}."


def sentence(text: str) -> str:
    """Return the words of a file with a full stop."""
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."


def missing(text: str) -> str:
    """Return a figure that the sources do not give."""
    return sentence(f"Not in the sources: {text}")


def to_count(command: str) -> str:
    """Return the command that counts what is proposed."""
    return f"Not counted here. To count it: {command}"


def details(offer: Offer) -> Iterator[str]:
    """Yield what else the file holds."""
    if offer.also:
        yield f"Other names: {joined(offer.also)}."
    if offer.group:
        yield f"Group: {offer.group} (offers of one group are for the same people)."
    if offer.scales:
        yield f"Pay scales: {joined(offer.scales)}."
    if offer.points:
        points = "; ".join(f"{point} {in_full(pay)}" for point, pay in offer.points.items())
        yield f"Pay points a year before the offer: {points}."
    if offer.round != Round():
        yield f"Pay points are rounded {rounding(offer.round)}; any other salary is kept to the penny."
    if offer.week:
        hours = f"{plain(offer.week)} hours, and {plain(offer.weeks)} weeks a year"
        changed = any(term.new_week for award in offer.award for term in award.uplift)
        later = "; sums by the hour from a new week on go by that" if changed else ""
        yield f"Its sums are reckoned on a full-time week of {hours}{later}."
    if offer.strike_day:
        yield f"A day on strike costs {offer.strike_day.of_year} of a year's pay ({offer.strike_day.source})."


def in_short(text: str) -> str:
    """Return how an offer's rises and one-offs would be typed in place of its name."""
    return f'In short, to change and try: "{text}".'


def hides(file: str) -> str:
    """Return that a file is used in place of a bundled one."""
    return f"The file {file} is used, not the bundled offer of that name."
