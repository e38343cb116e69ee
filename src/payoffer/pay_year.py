"""The figures of one pay year of a window."""

from datetime import date
from fractions import Fraction
from functools import cached_property

from payoffer.money import in_percent
from payoffer.pay_over import PayOver, Span


class YearFigures:
    """The figures of one pay year, as a part of the window it is in."""

    def __init__(self, whole: PayOver, span: Span) -> None:
        """Look at ``span`` of ``whole``."""
        self.whole = whole
        self.span = span
        self.year = span.year
        self.months = span.end - span.start

    @property
    def first_day(self) -> date:
        """The first day of the pay year."""
        return self.whole.clock.day(int(self.span.start))

    @property
    def last_day(self) -> date:
        """The last day of the pay year, or of the window."""
        return self.whole.clock.last_day(self.span.end)

    @property
    def silent(self) -> bool:
        """Whether the offer has run out before the end of this year."""
        runs_to = self.whole.window.runs_to
        return runs_to is not None and runs_to < self.span.end

    @property
    def inflation_percent(self) -> Fraction | None:
        """The rise in prices over the twelve months up to the start of this pay year; of a part year, a year."""
        prices = self.whole.prices
        return None if prices is None else Fraction(prices.rate(self.year))

    @cached_property
    def level(self) -> Fraction | None:
        """Prices that this year's pay is set against."""
        return self.whole.level(self.span.end)

    @property
    def cash_level(self) -> Fraction | None:
        """Prices that this year's sums are set against."""
        return self.level if self.whole.in_cash else None

    @cached_property
    def rate_at_end(self) -> Fraction:
        """Basic pay a year at the end of the pay year."""
        return self.whole.rate_at(self.span.end)

    @cached_property
    def rate_at_start(self) -> Fraction:
        """Basic pay a year just before the pay year."""
        return self.whole.rate_at(self.span.start)

    @cached_property
    def average_rate(self) -> Fraction:
        """Basic pay a year on average over the pay year."""
        return self.whole.rate_before + self.whole.rise_pay(self.span.start, self.span.end) / self.span.share

    @property
    def rise_percent(self) -> Fraction:
        """The rise in basic pay within the pay year, from the end of the one before to its own end."""
        return in_percent(self.rate_at_end / self.rate_at_start)

    @property
    def in_year_percent(self) -> Fraction:
        """Average pay in the year against pay at the end of the year before."""
        return in_percent(self.average_rate / self.rate_at_start)

    @property
    def carry_over_percent(self) -> Fraction:
        """Pay at the end of the year against average pay in it: what it hands to the next."""
        return in_percent(self.rate_at_end / self.average_rate)

    @cached_property
    def one_off_cash(self) -> Fraction:
        """One-off money that counts in the year."""
        return self.whole.one_offs(self.span.start, self.span.end)

    @cached_property
    def extra_cash(self) -> Fraction:
        """Extra pay in the year, one-offs in."""
        return self.whole.extra_pay(self.span.start, self.span.end)

    @property
    def pay(self) -> Fraction:
        """All pay in the year, one-offs in."""
        return self.whole.rate_before * self.whole.fte * self.span.share + self.extra_cash

    @property
    def real_change_percent(self) -> Fraction | None:
        """What basic pay buys at the end of the year, against before the offer."""
        if self.silent or self.level is None:
            return None
        return in_percent(self.rate_at_end / self.whole.rate_before / self.level)

    @property
    def real_change_in_year_percent(self) -> Fraction | None:
        """The year's own rise against the rise in prices up to its start."""
        start = self.whole.level(self.span.start)
        if self.silent or self.level is None or start is None:
            return None
        return in_percent(self.rate_at_end / self.rate_at_start / (self.level / start))

    @property
    def shortfall_rate(self) -> Fraction | None:
        """How far basic pay is short of keeping up at the end of the year, in pounds a year."""
        if self.cash_level is None:
            return None
        return (self.whole.rate_before * self.cash_level - self.rate_at_end) * self.whole.fte

    @property
    def extra_cash_needed(self) -> Fraction | None:
        """The extra pay that would have kept up in this year."""
        if self.cash_level is None:
            return None
        return self.span.share * self.whole.rate_before * self.whole.fte * (self.cash_level - 1)

    @property
    def shortfall(self) -> Fraction | None:
        """Needed less extra pay in the year."""
        return None if self.extra_cash_needed is None else self.extra_cash_needed - self.extra_cash
