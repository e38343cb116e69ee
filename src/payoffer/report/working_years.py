"""The sum behind each figure of a pay year; each method is named after its figure (report/figures.py)."""

from payoffer.pay_year import YearFigures
from payoffer.periods import YEAR
from payoffer.report.figures import YEAR_FIGURES
from payoffer.report.sums import Known, Sum, money, points, share
from payoffer.report.working_parts import NIL, ONE, Parts, known, one_offs, stretches, weighed, whole_months


class Year:
    """The sums of one pay year."""

    def __init__(self, all_years: Parts, year: YearFigures) -> None:
        """Write down the figures of ``year``."""
        self.all = all_years
        self.year = year
        self.span = year.span

    def known(self, name: str) -> Known:
        """Return a figure by name, with the sum that makes it."""
        return known(YEAR_FIGURES, name, self.year, getattr(self, name)())

    @property
    def level(self) -> Known:
        """Prices that the year's pay is set against."""
        return self.all.level(self.span.end)

    @property
    def start(self) -> Known:
        """Basic pay a year just before the pay year."""
        return money(self.year.rate_at_start)

    @property
    def end(self) -> Known:
        """Basic pay a year at the end of the pay year."""
        return money(self.year.rate_at_end)

    @property
    def pay(self) -> Known:
        """All pay in the year, one-offs in."""
        made = self.all.part_time(weighed(stretches(self.all.whole, self.span.start, self.span.end)))
        one_off = self.known("one_off_cash")
        return money(self.year.pay, made + one_off if one_off.value else made)

    def needed_full_time(self) -> Sum:
        """Return the extra pay that would have kept up in the year, full-time."""
        return self.all.before * (self.level - ONE) * share(self.year.months)

    def months(self) -> Sum:
        return whole_months(self.year.months)

    def inflation_percent(self) -> Sum:
        made = self.all.factor(self.year.year).made
        return made - ONE if made else points(self.year.inflation_percent or NIL)

    def rate_at_end(self) -> Sum:
        return self.all.changed(self.start, self.span.start, self.span.end, self.year.rate_at_start)

    def average_rate(self) -> Sum:
        found = stretches(self.all.whole, self.span.start, self.span.end)
        return weighed(found, self.year.months) if len(found) > 1 else money(found[0].rate)

    def in_year_percent(self) -> Sum:
        return self.known("average_rate") / self.start - ONE

    def carry_over_percent(self) -> Sum:
        return self.end / self.known("average_rate") - ONE

    def one_off_cash(self) -> Sum:
        month = self.all.whole.month
        inside = (p for p in self.all.whole.payments_inside if self.span.start <= month(p) < self.span.end)
        return one_offs(inside)

    def extra_cash(self) -> Sum:
        return self.all.extra_pay(self.span.start, self.span.end, self.known("one_off_cash"))

    def real_change_percent(self) -> Sum:
        return self.end / self.all.before / self.level - ONE

    def real_change_in_year_percent(self) -> Sum:
        factor: Sum = self.all.factor(self.year.year)
        if self.year.months != YEAR:
            factor = factor ** share(self.year.months)
        return self.end / self.start / factor - ONE

    def shortfall_rate(self) -> Sum:
        return self.all.part_time(self.all.before * self.level - self.end)

    def shortfall(self) -> Sum:
        needed = self.all.part_time(self.needed_full_time())
        return needed - self.known("extra_cash")
