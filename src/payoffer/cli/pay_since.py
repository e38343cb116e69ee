"""What ``restore`` was asked, read into values: pay then and now or year by year, and prices between the two months."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer import inputs
from payoffer.cli.prices_asked import PricesFound
from payoffer.errors import UsageProblem
from payoffer.input_month import month
from payoffer.money import pounds
from payoffer.periods import month_name, months_between
from payoffer.prices import PriceIndex, Prices, SeriesPrices
from payoffer.report.restore_page import Restored
from payoffer.restore import Path, Since, pay_in, published_rates

WHICH = (
    "no index is taken for granted, since which one to use is the argument: add --inflation rpi, cpi or cpih, a "
    "FILE.csv or a rate a year"
)


class Typed(NamedTuple):
    """The options as they were typed."""

    then: str | None
    now: str | None
    path: str | None
    scale: str | None
    point: str | None
    first: str | None
    last: str | None


class PaySince(NamedTuple):
    """Pay in two months; ``path`` by the month from which it was paid, where it was given year by year."""

    then: Fraction
    now: Fraction
    first: date
    last: date
    path: Mapping[date, Fraction] | None
    notes: tuple[str, ...]


def pay_typed(typed: Typed) -> PaySince:
    """Read pay and months; raises ``UsageProblem`` for what is missing or does not go together."""
    by_file, by_scale = typed.path is not None, typed.scale is not None or typed.point is not None
    if by_file + by_scale + (typed.then is not None) > 1:
        raise UsageProblem("THEN and NOW, --path, and --scale with --point each give the pay: use one of them")
    first = month(typed.first, what="--from") if typed.first is not None else None
    last = month(typed.last, what="--to") if typed.last is not None else None
    path = _path(typed)
    if path is None:
        then, now = _two(typed)
        if first is None or last is None:
            option, which = ("--from", "first") if first is None else ("--to", "second")
            raise UsageProblem(f"the month of the {which} figure is not given: add {option}, such as {option} 2010-09")
    else:
        first, last = first or min(path), last or max(path)
        then, now = pay_in(path, first), pay_in(path, last)
    if first >= last:
        other = ": the other way round?" if first > last else ": two different months are needed"
        raise UsageProblem(f"--from {month_name(first)} is not before --to {month_name(last)}{other}")
    return PaySince(then, now, first, last, path, tuple(_asks(then, now)))


def _asks(then: Fraction, now: Fraction) -> list[str]:
    if now < then:
        return [f"Pay fell from {pounds(then)} to {pounds(now)} in pounds: were the two meant the other way round?"]
    return []


def _two(typed: Typed) -> tuple[Fraction, Fraction]:
    if typed.then is None or typed.now is None:
        raise UsageProblem(
            "two figures of pay are needed, then and now: write for example payoffer restore 36756 43685 --from "
            "2010-09 --to 2022-09 --inflation rpi"
        )
    then, now = (Fraction(inputs.money(text, what=what)) for text, what in ((typed.then, "THEN"), (typed.now, "NOW")))
    if not (then and now):
        raise UsageProblem("pay is above 0: write it as 36756 or £36,756")
    return then, now


def _path(typed: Typed) -> Mapping[date, Fraction] | None:
    if typed.path is not None:
        from payoffer.price_files import pay_of_file

        return pay_of_file(typed.path)
    if typed.scale is not None or typed.point is not None:
        if typed.scale is None or typed.point is None:
            raise UsageProblem("--scale and --point go together: write them as --scale eng-teacher-roe --point M6")
        from payoffer.library import pay_of_point

        return {day.replace(day=1): pay for day, pay in pay_of_point(typed.scale, typed.point).items()}
    return None


def restored(pay: PaySince, found: PricesFound, *, rates: bool) -> tuple[Restored, ...]:
    """Return pay against each of the prices asked about."""
    if not found.prices:
        raise UsageProblem(WHICH)
    return tuple(_restored(pay, prices, rates=rates) for prices in found.prices)


def _restored(pay: PaySince, prices: Prices, *, rates: bool) -> Restored:
    quoted = published_rates(prices.series, pay.first, pay.last) if rates and isinstance(prices, SeriesPrices) else ()
    if isinstance(prices, SeriesPrices):
        if rates:
            index = PriceIndex(prices.name, tuple(rate.percent for rate in quoted), prices.source)
        else:
            months = Fraction(months_between(pay.first, pay.last))
            index = SeriesPrices(prices.series, "during").on(pay.first, months)
    elif rates:
        raise UsageProblem("--rates multiplies the published rates of a series: name one, such as --inflation rpi")
    else:
        index = prices
    since = Since(pay.then, pay.now, pay.first, pay.last, index)
    return Restored(prices, since, Path(pay.path, since) if pay.path else None, quoted)
