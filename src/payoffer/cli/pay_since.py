"""What ``restore`` was asked, read into values: pay then and now or year by year, and prices between the two months."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from payoffer import inputs
from payoffer.cli.prices_asked import PricesFound
from payoffer.errors import NotValued, UsageProblem
from payoffer.input_month import month
from payoffer.money import pounds
from payoffer.periods import YEAR, add_months, month_name, months_between
from payoffer.prices import PriceIndex, Prices, SeriesPrices
from payoffer.report.restore_words import Restored
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
    """Pay in two months; ``path`` by the month from which it was paid where it was given year by year, in ``file``."""

    then: Fraction
    now: Fraction
    first: date
    last: date
    path: Mapping[date, Fraction] | None
    notes: tuple[str, ...]
    file: str = ""


class _Known(NamedTuple):
    """Pay by the month from which it was paid; None from a month on is not known.

    ``source`` is what it is called, ``what`` its last row in words, ``file`` what it was read from, ``newest`` the last
    month of a scale.
    """

    pay: Mapping[date, Fraction | None]
    source: str
    what: str
    file: str
    newest: date = date.max

    @property
    def rows(self) -> dict[date, Fraction]:
        """The months with pay."""
        return {month: pay for month, pay in self.pay.items() if pay is not None}


def pay_typed(typed: Typed, prices: Sequence[Prices] = ()) -> PaySince:
    """Read pay and months; pay year by year goes up to its last row that is in all series of ``prices``, without --to.

    Raises ``UsageProblem`` for what is missing or does not go together, ``NotValued`` for months of unknown pay.
    """
    by_file, by_scale = typed.path is not None, typed.scale is not None or typed.point is not None
    if by_file + by_scale + (typed.then is not None) > 1:
        raise UsageProblem("THEN and NOW, --path, and --scale with --point each give the pay: use one of them")
    first = month(typed.first, what="--from") if typed.first is not None else None
    last = month(typed.last, what="--to") if typed.last is not None else None
    known = _known(typed)
    if known is None:
        then, now = _two(typed)
        if first is None or last is None:
            option, which = ("--from", "first") if first is None else ("--to", "second")
            raise UsageProblem(f"the month of the {which} figure is not given: add {option}, such as {option} 2010-09")
        _in_order(first, last)
        return PaySince(then, now, first, last, None, tuple(_asks(then, now)))
    first, notes = first or min(known.pay), []
    if last is None:
        last, note = _last_row(known, prices)
        notes.append(note)
    _in_order(first, last)
    _all_known(known, first, last)
    rows = known.rows
    newest = max(rows)
    if months_between(newest, last) >= YEAR:
        notes.append(f"Pay is taken as unchanged since {month_name(newest)}, {known.what} of {known.source}.")
    return PaySince(pay_in(rows, first), pay_in(rows, last), first, last, rows, tuple(notes), known.file)


def _in_order(first: date, last: date) -> None:
    if first >= last:
        other = ": the other way round?" if first > last else ": two different months are needed"
        raise UsageProblem(f"--from {month_name(first)} is not before --to {month_name(last)}{other}")


def _last_row(known: _Known, prices: Sequence[Prices]) -> tuple[date, str]:
    """Return the last month with new pay that all series have, and a sentence that says so."""
    rows = sorted(known.rows)
    series = [each.series for each in prices if isinstance(each, SeriesPrices)]
    least = min(series, key=lambda each: each.last) if series else None
    within = [row for row in rows if least is None or row <= least.last]
    if least is None or len(within) in {0, len(rows)}:
        return rows[-1], f"Without --to this goes up to {month_name(rows[-1])}, {known.what} of {known.source}."
    return within[-1], (
        f"Without --to this goes up to {month_name(within[-1])}, the last new pay of {known.source} before "
        f"{least.label} here ends, in {month_name(least.last)}."
    )


def _all_known(known: _Known, first: date, last: date) -> None:
    """Raise ``NotValued`` where the pay of a month between the two is not known."""
    months = sorted(known.pay)
    for start, end in zip(months, [*months[1:], None], strict=True):
        if known.pay[start] is None and start <= last and (end is None or end > first):
            why = "as the scale's last figures are taken to hold for a year"
            if start <= known.newest:
                why = "as later figures of the scale leave this point out"
            raise NotValued(
                f"{known.source}: pay is known up to {month_name(add_months(start, -1))}, {why}, and "
                f"{month_name(last)} is needed: name a month up to then with --to, or give the pay since in a file, "
                "with --path FILE.csv (month,annual_gbp)"
            )


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


def _known(typed: Typed) -> _Known | None:
    """Return pay year by year from a file or a scale; None where it was not given so."""
    if typed.path is not None:
        from payoffer.price_files import pay_of_file

        return _Known(pay_of_file(typed.path), typed.path, "the last row", typed.path)
    if typed.scale is not None or typed.point is not None:
        if typed.scale is None or typed.point is None:
            raise UsageProblem("--scale and --point go together: write them as --scale eng-teacher-roe --point M6")
        from payoffer.library import pay_of_point

        found = pay_of_point(typed.scale, typed.point)
        pay = {day.replace(day=1): sum_ for day, sum_ in found.pay.items()}
        return _Known(pay, f"{found.scale}, {found.point}", "the last new pay", found.file, found.last)
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
