"""The words of the working: what each line is called, and how days, windows and whose pay are named."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer.document import OTHERS
from payoffer.money import plain
from payoffer.offer_parts import IN_FORCE, IN_PAYMENT, Round
from payoffer.periods import DAY, YEAR, Clock, short_day, short_month
from payoffer.prices import DatedIndex, PriceIndex
from payoffer.report.forecast_words import FORECAST
from payoffer.report.series_words import is_earnings, months_met
from payoffer.report.words import months_text, ordinal
from payoffer.settle import Assumption
from payoffer.steps import Payment
from payoffer.uplift import BEFORE, Term

LABELS = {
    "months": "months counted",
    "rate_before": "basic pay before, a year",
    "rate_at_end": "basic pay at the end, a year",
    "headline_percent": "adds up to",
    "compounded_percent": "rise in basic pay",
    "per_year_percent": "rise in basic pay, as an even rise a year",
    "break_even_percent": "basic pay keeps up if prices rise by this a year",
    "monthly_rise": "rise in basic pay, a month at the end",
    "extra_cash": "extra pay",
    "one_off_cash": "one-off money, not in later pay",
    "new_cash": "new on a Yes vote",
    "extra_cash_needed": "extra pay needed to keep up",
    "shortfall": "short of keeping up",
    "shortfall_without_one_off": "short of keeping up, without the one-off",
    "real_pay_change": "pay in the money of before the offer, against keeping up",
    "real_extra_cash": "extra pay in the money of before the offer",
    "real_change_percent": "what basic pay buys",
    "points_behind": "points behind prices",
    "catch_up_percent": "rise to catch up with prices",
    "cash_break_even_percent": "pay with the one-off in keeps up if prices rise by {rate} a year",
    "one_off_as_rise_percent": "the one-off as a rise over the rest of these months",
    "arrears": "back pay, of the months before the one in which it is paid",
    "late_payment_loss": "lost to prices while it was owed",
}
"""A short name for every figure of a window, as it stands before its sum."""

YEAR_LABELS = {
    "months": "months of the year counted",
    "inflation_percent": "rise in prices up to the start of the year",
    "rate_at_end": "basic pay at the end of the year",
    "average_rate": "basic pay on average",
    "in_year_percent": "average pay against pay a year before",
    "carry_over_percent": "carried over into later pay",
    "one_off_cash": "one-off money in the year",
    "extra_cash": "extra pay in the year",
    "real_change_percent": "what basic pay buys at the end of the year",
    "real_change_in_year_percent": "what the year's own rise did to what basic pay buys",
    "shortfall_rate": "basic pay short of keeping up at the end of the year, a year",
    "shortfall": "short of keeping up in the year",
}
"""A short name for every figure of a pay year."""

OF_EARNINGS = {
    "what basic pay buys": "basic pay against average earnings",
    "in the money of before the offer": "at the average earnings of before the offer",
    "prices": "average earnings",
}
"""What is said instead where basic pay is set against what others earn."""
UP_TO_THE_YEAR, OVER_THE_YEAR = "up to the start of the year", "over the year"
INTRODUCTION = (
    "The working. Each line can be checked with a pocket calculator; x and / come before + and -, ^ is to the power of."
)
STEPS = "pay, step by step"
ONLY_WHAT_DIFFERS = "; only what differs"
WINDOWS = {"own": "its own months", "covered": "the months every offer covers", "window": "all months counted"}
MORE_BASIC_PAY = "more basic pay a year"
PRICES_AFTER = "prices after"
PAY_AND_ONE_OFF = "pay in the year, one-offs in"
ALREADY_PAID = "of the extra pay, already being paid"
PER = {"year": "a year", "month": "a month", "hour": "an hour"}
ROUNDED = {
    "nearest": "rounded to the nearest",
    "up": "rounded up to a multiple of",
    "down": "rounded down to a multiple of",
}
CARRIED_UNROUNDED = {"rounded": "", "unrounded": " (the next rise is of the unrounded figure)"}
NEW_WEEK = "the full-time week becomes {} hours, on the same pay"
BECOMES = {"set": "pay becomes", "move": "paid as this point from now on"}
ASSUMED = ", assumed to follow"
PAID = ", already being paid"
ADDED = ", added to the pay"
NOT_FOR_THIS_PAY = "nothing in it is for this pay"
PART_TIME = ", part-time"
BASES = {BEFORE: "pay before", IN_PAYMENT: "pay now", IN_FORCE: "the pay of that day"}
LIMIT = {
    "minimum_rise": "at least {figure} more than {whose}",
    "minimum_rise_percent": "at least {figure} more than {whose}",
    "maximum_rise": "at most {figure} more than {whose}",
    "minimum_pay": "nobody under {figure}",
}


class When(NamedTuple):
    """Names days on the clock of an offer; one without dates has years and months only."""

    clock: Clock
    dated: bool

    def day(self, day: date) -> str:
        """Return ``1 Sep 2022``, or ``first year``."""
        return short_day(day) if self.dated else f"{ordinal(int(self.clock.at(day)) // YEAR)} year"

    def months(self, start: Fraction, end: Fraction) -> str:
        """Return ``12 months, 1 Sep 2022 to 31 Aug 2023``, or ``months 1 to 12``."""
        if not self.dated:
            return f"months {int(start) + 1} to {-int(-end // 1)}"
        first, last = self.clock.last_day(start) + DAY, self.clock.last_day(end)
        return f"{length(end - start)}, {short_day(first)} to {short_day(last)}"


def set_against(label: str, prices: PriceIndex | None) -> str:
    """Return a label as it is said of these prices: of earnings they are not, and during the deal over the year."""
    if isinstance(prices, DatedIndex) and is_earnings(prices.prices):
        for words, instead in OF_EARNINGS.items():
            label = label.replace(words, instead)
    return label.replace(UP_TO_THE_YEAR, OVER_THE_YEAR) if prices and prices.during else label


def months_of(prices: PriceIndex | None, start: Fraction, end: Fraction) -> str:
    """Return the months of a series: ``, Apr 2022 to Apr 2023 (forecast)``; nothing of rates a year."""
    if not isinstance(prices, DatedIndex):
        return ""
    meant = prices.between(start, end)
    return f", {months_met(meant, short_month)}{FORECAST if meant.forecast else ''}"


def length(months: Fraction) -> str:
    """Return ``28 months``, or ``7 + 1/5 months`` for a part month."""
    whole, part = divmod(months, 1)
    return f"{whole} + {part} months" if part else months_text(months)


def day_pay(term: Term, when: When) -> str:
    """Return whose pay a term looks at: ``the pay of 1 Aug 2024``."""
    return f"the pay of {when.day(term.of)}" if isinstance(term.of, date) else "the pay the day before"


def percent_of(term: Term, rate: Fraction, when: When) -> str:
    """Return ``1.5% of the pay the day before``, ``4.25% in all on the pay of 1 Aug 2024``."""
    of = "in all on" if term.kind == "total_percent" else "of"
    return f"{plain(rate)}% {of} {day_pay(term, when)}"


def limit(term: Term, figure: str, pay: str, when: When, *, counts: bool) -> str:
    """Return ``at least £1,750.00 more than the pay the day before (it counts: £41,000.00 is less)``."""
    words = LIMIT[term.kind].format(figure=figure, whose=day_pay(term, when))
    if counts:
        return f"{words} (it counts: {pay} is {'more' if term.kind == 'maximum_rise' else 'less'})"
    return f"{words} (no difference: pay is {pay})"


def sums_by(typed: str, per: str) -> str:
    """Return ``£0.50 an hour``, or a sum a year that goes by the hours of the full-time week."""
    return f"{typed} {PER[per]}" if per != "year" else f"{typed} for the hours of the full-time week"


def of_point(key: str | None) -> str:
    """Return whose figure of a table it is: ``, for M3``."""
    if key is None:
        return ""
    return ", for other points" if key == OTHERS else f", for {key}"


def one_off(payments: Sequence[Payment], fte: Fraction, when: When) -> str:
    """Return what a one-off is called: ``one-off, counted 1 Sep 2022, of pay before``."""
    first = payments[0]
    of = first.lump.of
    label = f"one-off, counted {when.day(first.day)}"
    if any("percent" in applied.term.kind for applied in first.working):
        label += f", of the pay of {when.day(of)}" if isinstance(of, date) else f", of {BASES[of]}"
    if len(payments) > 1:
        label += f", each of {len(payments)}"
    return label if first.lump.pro_rata or fte == 1 else f"{label}, the same whatever the hours"


def read_as(assumes: Sequence[Assumption]) -> str:
    """Return how an offer is read where it leaves something open: ``, if the one-off is a percentage of pay now``."""
    said = (f", {'if' if each.kind == 'base' else 'with'} {each.text}" for each in assumes if each.kind != "index")
    return "".join(said)


def prices_of(prices: PriceIndex) -> str:
    """Return which prices are meant where several are asked about: ``, with prices rising 10.1%``."""
    return f", with {prices.name}" if isinstance(prices, DatedIndex) else f", with prices rising {prices.name}"


def rounding(rule: Round, per: str) -> str:
    """Return ``rounded up to a multiple of £1``."""
    return f"{ROUNDED[rule.direction]} £{plain(rule.to)}{'' if per == 'year' else f' {PER[per]}'}"
