"""What strike days cost and when they are paid back, in words and a table, as a message, and as data."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from payoffer import __version__
from payoffer.compare import Comparison
from payoffer.money import decimals, pence, plain, pounds
from payoffer.payback import Gain, Payback
from payoffer.periods import DAY, YEAR, Clock, long_day, month_name
from payoffer.report.as_json import dumps
from payoffer.report.medium import Medium
from payoffer.report.message import bold
from payoffer.report.offer_notes import notes_of
from payoffer.report.plain_forms import markdown_table, rows_csv
from payoffer.report.plain_table import plain_table
from payoffer.report.prose import escaped, one_line
from payoffer.report.readings import assumptions
from payoffer.report.series_words import brief_source, series_used, source_line
from payoffer.report.words import Label, all_years, capital, how_many, joined, labels, months_text, ordinal, whole
from payoffer.verdict import span

HEADINGS = ("", "gain", "a month")


class Answer(NamedTuple):
    """The two offers as valued, what came of it, where the day's fraction stands, and the command."""

    found: Comparison
    payback: Payback
    source: str
    command: str
    illustration: bool

    @property
    def names(self) -> dict[str, Label]:
        """What the offers are called."""
        return labels(self.found.offers)


def written(answer: Answer, form: str, medium: Medium) -> str:
    """Return the answer as table, message, markdown, csv or json."""
    if form == "json":
        return dumps(document(answer))
    if form == "csv":
        return rows_csv(("reading", "year", "figure", "value"), _csv(document(answer)))
    told = " ".join(_sentences(answer))
    notes = [one_line(note) for note in _notes(answer)]
    if form == "message":
        sources = "\n".join(brief_source(series) for series in series_used(answer.found))
        parts = (f"*{bold(_title(answer))}*", bold(told), bold(sources), answer.command)
        return "\n\n".join(filter(None, parts)) + "\n"
    if form == "markdown":
        parts_ = [escaped(_title(answer)), escaped(told), markdown_table(HEADINGS, _rows(answer))]
        parts_ += ["\n".join(f"- {escaped(note)}" for note in notes), "  \n".join(map(escaped, _ending(answer)))]
        return "\n\n".join(parts_) + "\n"
    lines = [
        *medium.wrap(_title(answer)),
        "",
        *medium.wrap(told, "  "),
        "",
        *plain_table(HEADINGS, _rows(answer), medium),
        "",
    ]
    for note in notes:
        lines += medium.wrap(note)
    lines.append("")
    for line in _ending(answer):
        lines += medium.wrap(line, "", "  ")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _title(answer: Answer) -> str:
    names, found = answer.names, answer.payback
    return f"{names[found.won.id].heading}, which was won, against {names[found.refused.id].heading}, which was refused"


def _sentences(answer: Answer) -> Iterator[str]:
    yield _cost(answer)
    yield _when(answer)
    found = answer.payback
    goes_on = span(gain.goes_on for gain in found.gains)
    end = Clock(found.won.anchor).last_day(found.months) + DAY
    when = f"from {long_day(end)} on" if found.won.dated else "after that"
    if decimals(goes_on.high, 2) == decimals(goes_on.low, 2) == 0:
        ahead = "the same under both"
    else:
        least, most = (pence(figure) for figure in sorted((abs(goes_on.low), abs(goes_on.high))))
        more = "more" if goes_on.low > 0 else "less"
        ahead = f"{least if least == most else f'{least} to {most}'} a year {more}"
    if found.open_after:
        follows = answer.names[found.open_after.id].subject
        yield f"At their end basic pay is {ahead}; what goes on after hangs on what would have followed {follows}."
    else:
        yield f"What goes on after: basic pay is {ahead} {when}, as long as later rises are the same."


def _cost(answer: Answer) -> str:
    cost = answer.payback.cost
    count = how_many(int(cost.days)) if cost.days == int(cost.days) else plain(cost.days)
    cost_ = "costs" if cost.days == 1 else "cost"
    days = f"{capital(count)} strike day{'' if cost.days == 1 else 's'}"
    return f"{days} at 1/{cost.of_year.denominator} of {pounds(cost.rate)} a year {cost_} {pence(cost.pounds)}."


def _when(answer: Answer) -> str:
    found = answer.payback
    months = {gain.paid_back for gain in found.gains}
    known = sorted(month for month in months if month is not None)
    over = f"the {months_text(found.months)} both cover" if found.open_after else whole(found.months)
    totals = span(gain.total for gain in found.gains)
    gained = pence(totals.low) if totals.low == totals.high else f"{pence(totals.low)} to {pence(totals.high)}"
    if not known:
        return f"No payback over {over}: the gain over the refused offer is {gained}."
    told = [_month(found, month) for month in dict.fromkeys((known[0], known[-1]))]
    if None in months:
        return f"Paid back {told[0]} in one reading, and not over {over} in another: the gain is {gained}."
    return f"The gain over the refused offer pays that back {joined(told, 'to')}; over {over} it is {gained}."


def _month(found: Payback, month: int) -> str:
    year, number = divmod(month - 1, YEAR)
    named = f", {month_name(Clock(found.won.anchor).day(month - 1))}" if found.won.dated else ""
    return f"in the {ordinal(number)} month of the {ordinal(year)} year{named}"


def _rows(answer: Answer) -> list[tuple[str, ...]]:
    """Return a block of years for each reading, or one where all come to the same."""
    found = answer.payback
    same = len({gain[1:] for gain in found.gains}) == 1
    rows: list[tuple[str, ...]] = []
    for number, gain in enumerate(found.gains[: 1 if same else None], 1):
        if not same:
            rows.append((_reading(answer, gain, number), "", ""))
        for year in gain.years:
            name = f"{ordinal(year.year - 1)} year"
            part = f", {months_text(year.months)}" if year.months != YEAR else ""
            rows.append((f"  {name}{part}", pence(year.gain), pence(year.gain / year.months)))
        if len(gain.years) > 1:
            rows.append((f"  {all_years(found.months).casefold()}", pence(gain.total), ""))
    return rows


def _reading(answer: Answer, gain: Gain, number: int) -> str:
    won = answer.payback.won
    told = [told for read in won.reads if read.assumes == gain.assumes for told in assumptions(won, read)]
    return f"if {joined(told)}" if told else f"reading {number}"


def _notes(answer: Answer) -> Iterator[str]:
    found = answer.payback
    yield f"A day's pay: 1/{found.cost.of_year.denominator} of a year's ({answer.source}), at the rate in payment."
    yield "Basic pay before tax; the gain is counted when it is earned, not when it is paid."
    if answer.illustration:
        yield f"{pounds(answer.found.question.pay.salary)} is an illustration: give your own pay with --salary."
    if found.open_after:
        name, until = answer.names[found.open_after.id].heading, found.open_after.deal.until
        after = f"after {long_day(until)}" if found.won.dated else "after its last year"
        yield (
            f"{name} says nothing {after}, so no gain is counted there: say what would have followed, such as "
            f"--next {found.open_after.id}=3.5."
        )
    for offer in answer.found.offers:
        yield from (f"{answer.names[offer.id].heading}: {text}" for text in notes_of(answer.found, offer))


def _ending(answer: Answer) -> Iterator[str]:
    yield f"Again: {answer.command}"
    files = joined(offer.named.file for offer in answer.found.offers)
    used = series_used(answer.found)
    told = f"prices: {joined(series.label for series in used)}" if used else "no prices used"
    yield one_line(f"payoffer {__version__}; {told}; offers: {files}")
    yield from map(source_line, used)


def document(answer: Answer) -> dict[str, Any]:
    """Return the answer as data, one block of figures for each pair of readings."""
    found = answer.payback
    clock = Clock(found.won.anchor)
    return {
        "schema_version": 1,
        "command": answer.command,
        "version": __version__,
        "won": found.won.id,
        "refused": found.refused.id,
        "days": decimals(found.cost.days, 4),
        "strike_day": f"1/{found.cost.of_year.denominator}",
        "strike_day_source": answer.source,
        "rate_in_payment": decimals(found.cost.rate, 2),
        "cost": decimals(found.cost.pounds, 2),
        "months": decimals(found.months, 4),
        "readings": [_data(answer, gain, clock) for gain in found.gains],
        "sources": [source_line(series) for series in series_used(answer.found)],
        "notes": [one_line(note) for note in _notes(answer)],
    }


def _data(answer: Answer, gain: Gain, clock: Clock) -> dict[str, Any]:
    found = answer.payback
    read = next(read for read in found.won.reads if read.assumes == gain.assumes)
    month = gain.paid_back
    day = clock.day(month - 1) if month is not None and found.won.dated else None
    return {
        "assumes": assumptions(found.won, read),
        "paid_back_month": month,
        "paid_back_in": f"{day:%Y-%m}" if day else None,
        "gain": decimals(gain.total, 2),
        "goes_on": decimals(gain.goes_on, 2),
        "years": [
            {
                "year": year.year,
                "months": decimals(year.months, 4),
                "gain": decimals(year.gain, 2),
                "gain_a_month": decimals(Fraction(year.gain) / year.months, 2),
            }
            for year in gain.years
        ],
    }


def _csv(told: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for figure in ("days", "strike_day", "rate_in_payment", "cost", "months"):
        yield "", "", figure, told[figure]
    for number, reading in enumerate(told["readings"], 1):
        for figure in ("paid_back_month", "paid_back_in", "gain", "goes_on"):
            yield number, "", figure, reading[figure]
        for year in reading["years"]:
            yield from ((number, year["year"], figure, year[figure]) for figure in ("months", "gain", "gain_a_month"))
    yield from (("", "", "source", source) for source in told["sources"])
