"""What pay has lost since a base month, laid out: as tables, markdown, a message, or data."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from payoffer.money import decimals, percent, pounds
from payoffer.periods import YEAR, add_months, month_name, short_month
from payoffer.prices import SeriesPrices
from payoffer.report.ending import ending
from payoffer.report.laid_out import LaidOut, Tabled, markdown, text
from payoffer.report.medium import Medium
from payoffer.report.phone import bold, paragraphs
from payoffer.report.plain_forms import rows_csv
from payoffer.report.restore_words import (
    FORECAST,
    Answer,
    Restored,
    bought,
    days,
    gap,
    notes,
    prices_note,
    unused,
    verdict,
)
from payoffer.report.series_words import brief_source, is_earnings
from payoffer.report.words import buys, joined
from payoffer.restore import DAYS, Path, Since
from payoffer.series import Series
from payoffer.verdict import Span

MOST_MONTHS_IN_POINTS = 3 * YEAR
"""Points behind mislead over a longer time, so no screen shows them."""
MARK = " f"
"""Behind a sum in the years of a path that rests on a forecast of prices."""


def written(answer: Answer, form: str, medium: Medium) -> str:
    """Return the answer as table, message, markdown, csv or json."""
    if form in {"json", "csv"}:
        from payoffer.report import restore_data
        from payoffer.report.as_json import dumps

        document = restore_data.document(answer)
        header = ("prices", "year", "figure", "value")
        return dumps(document) if form == "json" else rows_csv(header, restore_data.rows(document))
    if form == "message":
        return _message(answer)
    parts: list[str | Tabled] = list(map(verdict, answer.found))
    parts += [Tabled(_headings(answer), _rows(answer)), *_paths(answer)]
    page = LaidOut((_title(answer),), tuple(parts), tuple(notes(answer)), tuple(_ending(answer)))
    return markdown(page) if form == "markdown" else text(page, medium)


def _title(answer: Answer) -> str:
    since = answer.found[0].since
    return (
        f"Pay of {pounds(since.then)} a year in {month_name(since.first)} and {pounds(since.now)} in "
        f"{month_name(since.last)}"
    )


def _headings(answer: Answer) -> tuple[str, ...]:
    names = (f"{each.prices.name} ({FORECAST})" if each.forecast else each.prices.name for each in answer.found)
    return ("", *names)


def _rows(answer: Answer) -> list[tuple[str, ...]]:
    rows = [_row("rise in pay", answer, lambda since: percent(since.pay_change_percent))]
    kinds = {is_earnings(each.prices) for each in answer.found}
    words = {False: ("rise in prices", "what pay buys"), True: ("rise in average earnings", "pay against them")}
    for kind in sorted(kinds):
        rise, worth = words[kind]
        rows.append(_row(rise, answer, lambda since: percent(since.prices_change_percent), earnings=kind))
        rows.append(_row(worth, answer, bought, earnings=kind))
    if answer.found[0].since.months <= MOST_MONTHS_IN_POINTS:
        points = _row("percentage points behind", answer, lambda since: str(decimals(since.points_behind, 1)))
        rows.append(points)
    return [
        *rows,
        _row("pay that had kept up", answer, lambda since: pounds(since.inflation_proofed)),
        _row("short of it, a year", answer, _short),
        _row("rise to catch up", answer, lambda since: _above(since.catch_up_percent, 1, percent)),
        _row(
            f"days' pay a year (of {DAYS})", answer, lambda since: _above(since.days_a_year, 0, lambda _: days(since))
        ),
    ]


def _row(label: str, answer: Answer, cell: Callable[[Since], str], *, earnings: bool | None = None) -> tuple[str, ...]:
    """Return a row of the table; a dash in the columns of the other kind, where it is for prices or earnings alone."""
    cells = (cell(e.since) if earnings in {None, is_earnings(e.prices)} else "-" for e in answer.found)
    return (label, *cells)


def _short(since: Since) -> str:
    short = gap(since)
    if decimals(short, 0) > 0:
        return pounds(short)
    return f"{pounds(-short)} over" if decimals(short, 0) else "kept up"


def _above(figure: Fraction, places: int, told: Callable[[Fraction], str]) -> str:
    return told(figure) if decimals(figure, places) > 0 else "none"


def _paths(answer: Answer) -> Iterator[Tabled]:
    """Yield the years of each path under a title, with what its marks mean."""
    for restored in answer.found:
        name = f", {restored.prices.name}" if len(answer.found) > 1 else ""
        if restored.path:
            series = restored.series
            yield Tabled(
                _path_headings(restored, restored.path),
                _path_rows(restored, restored.path),
                f"Year by year{name}: pay against pay that had kept up to the month in which each year starts",
                f"{MARK.strip()}: by {series.forecaster}" if series and series.forecast_from else "",
            )


def _path_headings(restored: Restored, path: Path) -> tuple[str, ...]:
    worth = "against them" if is_earnings(restored.prices) else "it buys"
    return ("Year", "pay", "kept up", worth, "gap", f"{short_month(path.since.last)} pounds")


def _path_rows(restored: Restored, path: Path) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    now = MARK if restored.forecast else ""
    for year in path.years:
        end = add_months(year.first, year.months - 1)
        then = MARK if restored.foreseen(year) else ""
        rows.append(
            (
                f"{short_month(year.first)} to {short_month(end)}",
                pounds(year.pay),
                pounds(year.kept_up) + then,
                buys(Span(year.real_change_percent, year.real_change_percent)),
                pounds(year.gap) + then,
                pounds(year.gap_now) + now,
            )
        )
    then = MARK if any(map(restored.foreseen, path.years)) else ""
    total = (pounds(path.gaps_in_own_pounds) + then, pounds(path.gaps_in_todays_pounds) + now)
    rows.append(("all of it", "", "", "", *total))
    return rows


def _series(answer: Answer) -> Iterator[Series]:
    yield from (each.series for each in answer.found if each.series)


def _ending(answer: Answer) -> Iterator[str]:
    told = dict.fromkeys(
        each.prices.name if isinstance(each.prices, SeriesPrices) else "your figure" for each in answer.found
    )
    pay = [f"pay: {answer.pay_file}"] if answer.pay_file else []
    return ending(answer.command, f"prices: {joined(told)}", *pay, series=_series(answer))


def _message(answer: Answer) -> str:
    """Return the answer as a message to forward, with whatever was asked back or assumed."""
    since = answer.found[0].since
    then_and_now = f"{pounds(since.then)} a year then, {pounds(since.now)} in {month_name(since.last)}"
    how = (note for restored in answer.found if restored.rates for note in prices_note(restored))
    return paragraphs(
        f"*Pay since {month_name(since.first)}*: {then_and_now}.",
        "\n".join(bold(verdict(restored)) for restored in answer.found),
        "\n".join(map(bold, (*answer.notes, *how, *unused(answer)))),
        "\n".join(bold(brief_source(series)) for series in _series(answer)),
        answer.command,
    )
