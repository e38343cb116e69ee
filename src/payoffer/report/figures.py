"""The figures of an answer by name: what each means, and in which unit it is printed.

One list feeds the JSON, its schema, the CSV and the working, so that a figure has one name everywhere.
"""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.money import decimals

MONEY, PERCENT, MONTHS = "pounds", "percent", "months"
PLACES = {MONEY: 2, PERCENT: 6, MONTHS: 4}


class Figure(NamedTuple):
    """A figure's name, its unit, and what it is."""

    name: str
    unit: str
    meaning: str


FIGURES = (
    Figure("months", MONTHS, "months counted"),
    Figure("rate_before", MONEY, "full-time basic pay a year before the first award counted"),
    Figure("rate_at_end", MONEY, "full-time basic pay a year at the end"),
    Figure("headline_percent", PERCENT, "what the percentages add up to; only where every step is one"),
    Figure("compounded_percent", PERCENT, "the rise in basic pay; one-off money is never in it"),
    Figure("per_year_percent", PERCENT, "the rise in basic pay as an even rise a year"),
    Figure("break_even_percent", PERCENT, "prices rising by this much a year leave what basic pay buys unchanged"),
    Figure("monthly_rise", MONEY, "the rise in basic pay a month at the end"),
    Figure("extra_cash", MONEY, "extra pay against no rise at all, one-offs in"),
    Figure("one_off_cash", MONEY, "one-off money, not in later pay"),
    Figure("new_cash", MONEY, "what a Yes vote adds to the pay already being paid"),
    Figure("extra_cash_needed", MONEY, "the extra pay that would have kept up with prices"),
    Figure("shortfall", MONEY, "extra pay needed less extra pay; below zero is over"),
    Figure("shortfall_without_one_off", MONEY, "the shortfall if the one-off is left out"),
    Figure("real_pay_change", MONEY, "pay in the money of before the offer, against keeping up"),
    Figure("real_extra_cash", MONEY, "extra pay in the money of before the offer; no measure of keeping up"),
    Figure("real_change_percent", PERCENT, "the change in what basic pay buys, cumulative from before the offer"),
    Figure("points_behind", PERCENT, "the rise in prices less the rise in basic pay, in percentage points"),
    Figure("catch_up_percent", PERCENT, "the rise by which basic pay would catch up with prices"),
    Figure(
        "cash_break_even_percent",
        PERCENT,
        "the even rise in prices at which the shortfall is nil, one-offs in",
    ),
    Figure(
        "one_off_as_rise_percent",
        PERCENT,
        "the rise over the rest of the window that brings as much as the one-off",
    ),
    Figure(
        "arrears",
        MONEY,
        "back pay of the months before the one in which it is paid; null where no day is given or none is owed",
    ),
    Figure("late_payment_loss", MONEY, "what back pay lost to prices while it was owed"),
)

YEAR_FIGURES = (
    Figure("months", MONTHS, "months of the pay year that are counted"),
    Figure(
        "inflation_percent",
        PERCENT,
        "the rise in prices over the twelve months up to the start of the pay year; of a part year, as a rate a year",
    ),
    Figure("rate_at_end", MONEY, "full-time basic pay a year at the end of the pay year"),
    Figure("average_rate", MONEY, "full-time basic pay a year on average over the pay year"),
    Figure("in_year_percent", PERCENT, "average pay in the year against pay at the end of the year before"),
    Figure("carry_over_percent", PERCENT, "pay at the end of the year against average pay in it"),
    Figure("one_off_cash", MONEY, "one-off money that counts in the year"),
    Figure("extra_cash", MONEY, "extra pay in the year, one-offs in"),
    Figure("real_change_percent", PERCENT, "what basic pay buys at the end of the year, against before the offer"),
    Figure("real_change_in_year_percent", PERCENT, "the year's own rise against prices up to its start"),
    Figure("shortfall_rate", MONEY, "how far basic pay is short of keeping up at the end of the year, a year"),
    Figure("shortfall", MONEY, "extra pay needed less extra pay in the year"),
)


def rounded(figure: Figure, value: Fraction | None) -> Decimal | None:
    """Round a figure as it is printed: pounds to the penny, percentages to six places, half up."""
    return None if value is None else decimals(value, PLACES[figure.unit])


def values(figures: tuple[Figure, ...], source: object) -> dict[str, Decimal | None]:
    """Return each figure of ``source`` (a valuation or one of its years) by name, rounded."""
    return {figure.name: rounded(figure, getattr(source, figure.name)) for figure in figures}
