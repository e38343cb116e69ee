"""The sum behind each figure of a window, made of other printed figures; its result is the valuation's own.

Each method of ``Whole`` is named after the figure whose sum it writes down (report/figures.py).
"""

from collections.abc import Iterator
from fractions import Fraction

from payoffer.money import in_percent
from payoffer.pay_year import YearFigures
from payoffer.periods import YEAR
from payoffer.report.figures import FIGURES, PERCENT, PLACES, YEAR_FIGURES
from payoffer.report.sums import Known, Line, Sum, fewest, line, money, number, points, printed, share, total
from payoffer.report.working_parts import (
    NIL,
    NOTHING,
    ONE,
    Parts,
    known,
    one_offs,
    stretches,
    weighed,
    whole_months,
)
from payoffer.report.working_words import LABELS, YEAR_LABELS, months_of, set_against
from payoffer.report.working_years import Year
from payoffer.valuation import LateMonth, Valuation

CHECKED_TO = (2, 3, 4, 5, 6)
"""Decimals of the check of a rate that was found by trying: the penny, unless half a penny is in the balance."""


class Whole(Parts):
    """The sums of one valuation."""

    def __init__(self, whole: Valuation) -> None:
        """Write down the figures of ``whole``."""
        super().__init__(whole)
        self.end = money(whole.rate_at_end)
        self.years = [Year(self, year) for year in whole.years]

    def known(self, name: str) -> Known:
        """Return a figure by name, with the sum that makes it."""
        return known(FIGURES, name, self.whole, getattr(self, name)())

    def months(self) -> Sum:
        """Return whole months and the part of one."""
        return whole_months(self.whole.months)

    def rate_before(self) -> Sum:
        return self.before

    def rate_at_end(self) -> Sum:
        return self.changed(self.before, NIL, self.whole.months, self.whole.rate_before)

    def headline_percent(self) -> Sum:
        return total(map(points, self.whole.headline_parts or ()), points(NIL))

    def compounded_percent(self) -> Sum:
        return self.end / self.before - ONE

    def per_year_percent(self) -> Sum:
        return (self.end / self.before) ** share(Fraction(YEAR), self.whole.months) - ONE

    def break_even_percent(self) -> Sum:
        return self.per_year_percent()

    def monthly_rise(self) -> Sum:
        return self.part_time((self.end - self.before) / number(YEAR))

    def one_off_cash(self) -> Sum:
        return one_offs(self.whole.payments_inside)

    def extra_cash(self) -> Sum:
        return self.extra_pay(NIL, self.whole.months, self.known("one_off_cash"))

    def new_cash(self) -> Sum:
        return self.known("extra_cash") - Whole(self.whole.already_paid).known("extra_cash")

    def extra_cash_needed(self) -> Sum:
        return self.part_time(total((year.needed_full_time() for year in self.years), NOTHING))

    def shortfall(self) -> Sum:
        return self.known("extra_cash_needed") - self.known("extra_cash")

    def shortfall_without_one_off(self) -> Sum:
        return self.known("shortfall") + self.known("one_off_cash")

    def real_pay_change(self) -> Sum:
        real = total((year.pay / year.level for year in self.years), NOTHING)
        return real - self.part_time(self.before * share(self.whole.months))

    def real_extra_cash(self) -> Sum:
        return total((year.known("extra_cash") / year.level for year in self.years), NOTHING)

    def real_change_percent(self) -> Sum:
        return self.end / self.before / self.level(self.whole.months) - ONE

    def points_behind(self) -> Sum:
        level = self.level(self.whole.months)
        return points(in_percent(level.value), level - ONE) - self.known("compounded_percent")

    def catch_up_percent(self) -> Sum:
        return self.before * self.level(self.whole.months) / self.end - ONE

    def cash_break_even(self) -> tuple[Known, Sum, Known]:
        """Return the rate, the extra pay that it needs, and the extra pay that there is: the check of the rate."""
        rate = points(self.whole.cash_break_even_percent or NIL)
        parts = (
            self.before * ((ONE + rate) ** share(year.span.end) - ONE) * share(year.months) for year in self.whole.years
        )
        return rate, self.part_time(total(parts, NOTHING)), self.known("extra_cash")

    def one_off_as_rise_percent(self) -> Sum:
        """Return each one-off over the pay of the months from the one in which it counts."""
        sums: dict[Fraction, Fraction] = {}
        for payment in self.whole.payments_inside:
            start = Fraction(self.whole.month(payment) // 1)
            sums[start] = sums.get(start, NIL) + payment.amount
        parts = (
            money(amount) / self.part_time(weighed(stretches(self.whole, start, self.whole.months)))
            for start, amount in sums.items()
        )
        return total(parts, NOTHING)

    def arrears(self) -> Sum:
        months = self.whole.months
        owed = (money(late.a_year) * share(late.owed_months(months)) for late in self.whole.late)
        return self.part_time(total(owed, NOTHING))

    def late_payment_loss(self) -> Sum:
        groups: dict[LateMonth, list[int]] = {}
        for late in self.whole.late_months:
            groups.setdefault(late._replace(late=0), []).append(late.late)
        return self.part_time(total((_lost(group, lates) for group, lates in groups.items()), NOTHING))


def lines(sheet: Whole | Year) -> Iterator[Line]:
    """Yield a line for each figure that applies."""
    figures, labels = (FIGURES, LABELS) if isinstance(sheet, Whole) else (YEAR_FIGURES, YEAR_LABELS)
    source = sheet.whole if isinstance(sheet, Whole) else sheet.year
    prices = source.whole.prices if isinstance(source, YearFigures) else source.prices
    for figure in figures:
        name = figure.name
        if getattr(source, name) is None:
            continue
        label = set_against(labels[name], prices)
        if name == "cash_break_even_percent" and isinstance(sheet, Whole):
            yield _break_even(sheet, label)
            continue
        if name == "inflation_percent" and isinstance(source, YearFigures):
            label += months_of(prices, source.span.start, source.span.end)
        made = getattr(sheet, name)()
        told = line(label, made, known(figures, name, source, None), PLACES[figure.unit])
        yield told._replace(figure=name)


def _break_even(sheet: Whole, label: str) -> Line:
    """Return the check of a rate that was found by trying: with it, what is needed is what there is."""
    rate, needed, cash = sheet.cash_break_even()
    places = next((places for places in CHECKED_TO if fewest(needed, cash, places)), 0)
    shown = printed(rate, PLACES[PERCENT])
    told = line(f"{label.format(rate=shown)}, because", needed, cash, places)
    return told._replace(figure="cash_break_even_percent")


def _lost(group: LateMonth, lates: list[int]) -> Sum:
    """Return what equal months of back pay lost: each is worth factor ^ -(months late) when it comes."""
    kept: Sum = number(len(lates))
    for late in lates:
        kept -= number(group.factor) ** share(Fraction(-late))
    return money(group.rise) * share(group.months) * kept
