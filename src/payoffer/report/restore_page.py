"""What pay has lost since a base month, in words and tables and as a message."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from payoffer import __version__
from payoffer.money import decimals, percent, pounds
from payoffer.periods import YEAR, add_months, month_name, short_month
from payoffer.prices import DatedIndex, Prices, SeriesPrices
from payoffer.report.medium import Medium
from payoffer.report.message import bold
from payoffer.report.plain_forms import markdown_table
from payoffer.report.plain_table import plain_table
from payoffer.report.prose import escaped
from payoffer.report.series_words import brief_source, called, is_earnings, source_line
from payoffer.report.words import THE_SAME, buys, capital, joined, months_text
from payoffer.restore import DAYS, Path, Since
from payoffer.series import WORDS, Rate
from payoffer.verdict import Span

MOST_MONTHS_IN_POINTS = 3 * YEAR
"""Points behind mislead over a longer time, so no screen shows them."""


class Restored(NamedTuple):
    """One answer: what was asked of prices, pay against them, year by year if a path was given.

    ``rates`` are the published rates multiplied, where that was asked for.
    """

    prices: Prices
    since: Since
    path: Path | None
    rates: tuple[Rate, ...]


class Answer(NamedTuple):
    """The answers for each index, what has to be said beside them, and the command."""

    found: tuple[Restored, ...]
    notes: tuple[str, ...]
    command: str


def text(answer: Answer, medium: Medium) -> str:
    """Return the answer for a screen, no line wider than it."""
    lines = medium.wrap(_title(answer))
    lines.append("")
    for restored in answer.found:
        lines += [*medium.wrap(_verdict(restored), "  "), ""]
    lines += plain_table(_headings(answer), _rows(answer), medium)
    for title, path in _paths(answer):
        lines += ["", *medium.wrap(title), *plain_table(*_path_table(path), medium)]
    lines.append("")
    for note in notes(answer):
        lines += medium.wrap(note)
    lines.append("")
    for line in _ending(answer):
        lines += medium.wrap(line, "", "  ")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def markdown(answer: Answer) -> str:
    """Return the answer as markdown."""
    parts = [escaped(_title(answer)), *(escaped(_verdict(restored)) for restored in answer.found)]
    parts.append(markdown_table(_headings(answer), _rows(answer)))
    for title, path in _paths(answer):
        parts += [escaped(title), markdown_table(*_path_table(path))]
    parts.append("\n".join(f"- {escaped(note)}" for note in notes(answer)))
    parts.append("  \n".join(map(escaped, _ending(answer))))
    return "\n\n".join(parts) + "\n"


def _title(answer: Answer) -> str:
    since = answer.found[0].since
    return (
        f"Pay of {pounds(since.then)} a year in {month_name(since.first)} and {pounds(since.now)} in "
        f"{month_name(since.last)}"
    )


def _verdict(restored: Restored) -> str:
    since = restored.since
    change = since.prices_change_percent
    rose = f"{'rose' if change >= 0 else 'fell'} {percent(abs(change))}"
    pay = since.pay_change_percent
    paid = f"{'rose' if pay >= 0 else 'fell'} {percent(abs(pay))}" if decimals(pay, 1) else "did not change"
    words = _buys(since)
    against = "is worth" if is_earnings(restored.prices) else "buys"
    beside = " against them" if is_earnings(restored.prices) else ""
    than = f"{words} as" if words == THE_SAME else f"{words} than"
    text = f"{capital(called(restored.prices))} {rose} over the {_long(since)}; pay {paid}. "
    text += f"So pay {against} {than} in {month_name(since.first)}{beside}."
    if decimals(since.shortfall_rate, 0) > 0:
        text += (
            f" Pay is {pounds(_gap(since))} a year short of having kept up: {_days(since)} days' pay a year "
            f"({DAYS}-day year). To catch up it would have to rise by {percent(since.catch_up_percent)}, to "
            f"{pounds(since.inflation_proofed)}."
        )
    return text


def _long(since: Since) -> str:
    """Return ``12 years``, ``year``, ``30 months``, after a ``the``."""
    years, part = divmod(since.months, YEAR)
    if part:
        return months_text(Fraction(since.months))
    return "year" if years == 1 else f"{years} years"


def _gap(since: Since) -> Fraction:
    """Return the shortfall as the difference of the two figures as they are printed."""
    return Fraction(decimals(since.inflation_proofed, 0) - decimals(since.now, 0))


def _buys(since: Since) -> str:
    return buys(Span(since.real_change_percent, since.real_change_percent))


def _days(since: Since) -> str:
    return str(decimals(since.days_a_year, 0))


def _headings(answer: Answer) -> tuple[str, ...]:
    return ("", *(restored.prices.name for restored in answer.found))


def _rows(answer: Answer) -> list[tuple[str, ...]]:
    since = [restored.since for restored in answer.found]
    short = [_gap(each) for each in since]
    rows = [
        ("rise in pay", *(percent(each.pay_change_percent) for each in since)),
        ("rise in prices", *(percent(each.prices_change_percent) for each in since)),
        ("what pay buys", *map(_buys, since)),
    ]
    if since[0].months <= MOST_MONTHS_IN_POINTS:
        rows.append(("percentage points behind", *(str(decimals(each.points_behind, 1)) for each in since)))
    return [
        *rows,
        ("pay that had kept up", *(pounds(each.inflation_proofed) for each in since)),
        ("short of it, a year", *(pounds(gap) if decimals(gap, 0) > 0 else _over(gap) for gap in short)),
        (
            "rise to catch up",
            *(percent(e.catch_up_percent) if decimals(e.catch_up_percent, 1) > 0 else "none" for e in since),
        ),
        (f"days' pay a year (of {DAYS})", *(_days(e) if decimals(e.days_a_year, 0) > 0 else "none" for e in since)),
    ]


def _over(gap: Fraction) -> str:
    return f"{pounds(-gap)} over" if decimals(gap, 0) else "kept up"


def _paths(answer: Answer) -> Iterator[tuple[str, Path]]:
    """Yield the title and the years of each path."""
    for restored in answer.found:
        name = f", {restored.prices.name}" if len(answer.found) > 1 else ""
        if restored.path:
            yield (
                f"Year by year{name}: pay against pay that had kept up to the month in which each year starts",
                restored.path,
            )


def _path_table(path: Path) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    rows: list[tuple[str, ...]] = []
    for year in path.years:
        end = add_months(year.first, year.months - 1)
        rows.append(
            (
                f"{short_month(year.first)} to {short_month(end)}",
                pounds(year.pay),
                pounds(year.kept_up),
                buys(Span(year.real_change_percent, year.real_change_percent)),
                pounds(year.gap),
                pounds(year.gap_now),
            )
        )
    rows.append(("all of it", "", "", "", pounds(path.gaps_in_own_pounds), pounds(path.gaps_in_todays_pounds)))
    return ("Year", "pay", "kept up", "it buys", "gap", f"in {short_month(path.since.last)} pounds"), rows


def notes(answer: Answer) -> Iterator[str]:
    """Yield what is assumed or has to be known, one sentence or two each."""
    first = answer.found[0]
    yield from answer.notes
    for restored in answer.found:
        yield from _prices_note(restored)
    if first.path:
        last = month_name(first.since.last)
        yield (
            "The gap is pay that had kept up less pay, over the months of that year. Added up in pounds of their own "
            f"year, and in pounds of {last} by the rise in prices since that year's start: two sums, not to be mixed. "
            f"They go up to the end of {month_name(add_months(first.since.last, -1))}; the gap from {last} on is "
            "above."
        )
    yield "Basic pay before tax. Another base month gives another loss: this one was chosen by whoever asked."


def _prices_note(restored: Restored) -> Iterator[str]:
    since, prices = restored.since, restored.prices
    if restored.rates:
        told = ", ".join(f"{percent(rate.percent)}{'*' if rate.how == 'derived' else ''}" for rate in restored.rates)
        month = month_name(since.last).partition(" ")[0]
        first = add_months(since.first, YEAR)
        yield f"{prices.name}: the published rates of {month}, {first.year} to {since.last.year}, multiplied: {told}."
        if any(rate.how == "derived" for rate in restored.rates):
            yield f"* {WORDS['derived']}, as the publisher of the RPI makes it."
        if any(rate.how == "forecast" for rate in restored.rates):
            yield f"{prices.name}: the last of them are a forecast."
    elif isinstance(since.prices, DatedIndex):
        meant = since.prices.ends()
        told = f"{_index(meant.before)} in {month_name(meant.start)}, {_index(meant.after)} in {month_name(meant.end)}"
        ahead = " (forecast)" if meant.forecast else ""
        known = meant.quoted if not meant.forecast else None
        quoted = f"; published twelve-month rate {percent(known.percent)}" if known else ""
        yield f"{prices.name} from the index: {told}{ahead}{quoted}."
    else:
        yield f"Prices: {prices.name}: a rate a year, compounded over the {_long(since)} (your figure)."


def _index(level: Fraction) -> str:
    """Return a level as published, a forecast one to a tenth."""
    exact = Decimal(level.numerator) / Decimal(level.denominator)
    return f"{exact}" if Fraction(exact) == level and -int(exact.as_tuple().exponent) < 3 else f"{decimals(level, 1)}"  # noqa: PLR2004


def _series_lines(answer: Answer) -> Iterator[Any]:
    yield from (each.prices.series for each in answer.found if isinstance(each.prices, SeriesPrices))


def _ending(answer: Answer) -> Iterator[str]:
    yield f"Again: {answer.command}"
    told = dict.fromkeys(
        each.prices.name if isinstance(each.prices, SeriesPrices) else "your figure" for each in answer.found
    )
    yield f"payoffer {__version__}; prices: {joined(told)}"
    yield from map(source_line, _series_lines(answer))


def message(answer: Answer) -> str:
    """Return the answer as a message to forward."""
    since = answer.found[0].since
    then_and_now = f"{pounds(since.then)} a year then, {pounds(since.now)} in {month_name(since.last)}"
    parts = [
        f"*Pay since {month_name(since.first)}*: {then_and_now}.",
        "\n".join(bold(_verdict(restored)) for restored in answer.found),
        "\n".join(bold(brief_source(series)) for series in _series_lines(answer)),
        answer.command,
    ]
    return "\n\n".join(filter(None, parts)) + "\n"
