"""What strike days cost and when they are paid back, laid out: as a table, markdown, a message, or data."""

from collections.abc import Iterator

from payoffer.money import pence
from payoffer.payback import Gain, Payback
from payoffer.periods import YEAR
from payoffer.report.as_json import dumps
from payoffer.report.ending import offers_ending
from payoffer.report.heading_words import hours, illustration
from payoffer.report.laid_out import LaidOut, Tabled, markdown, text
from payoffer.report.medium import Medium
from payoffer.report.payback_data import csv_rows, document
from payoffer.report.payback_words import Answer, notes, sentences, taken_as, to_know
from payoffer.report.phone import bold, paragraphs
from payoffer.report.plain_forms import rows_csv
from payoffer.report.price_notes import sources
from payoffer.report.prose import one_line
from payoffer.report.series_words import brief_source
from payoffer.report.words import all_years, joined, months_text, ordinal

HEADINGS = ("", "gain", "a month, on average")


def written(answer: Answer, form: str, medium: Medium) -> str:
    """Return the answer as table, message, markdown, csv or json."""
    if form == "json":
        return dumps(document(answer))
    if form == "csv":
        return rows_csv(("reading", "year", "figure", "value"), csv_rows(document(answer)))
    told = " ".join(sentences(answer))
    if form == "message":
        return _message(answer, told)
    page = LaidOut(
        tuple(_titles(answer)),
        (told, Tabled(HEADINGS, _rows(answer))),
        tuple(map(one_line, notes(answer))),
        tuple(offers_ending(answer.found, answer.command, sources(answer.found))),
    )
    return markdown(page) if form == "markdown" else text(page, medium)


def _message(answer: Answer, told: str) -> str:
    """Return the message: what came of it, what a reader has to know to rely on it, and the command."""
    title, *more = _titles(answer)
    known = " ".join(one_line(text) for text in to_know(answer))
    read_from = "\n".join(brief_source(series) for series in sources(answer.found))
    salary = illustration(answer.found.question.pay, brief=True) if answer.illustration else ""
    return paragraphs(f"*{bold(title)}*", *more, bold(told), bold(known), bold(read_from), salary, answer.command)


def _titles(answer: Answer) -> Iterator[str]:
    names, found = answer.names, answer.payback
    yield f"{names[found.won.id].heading}, which was won, against {names[found.refused.id].heading}, which was refused"
    if part := hours(answer.found.question.pay):
        yield f"For {part}: every sum is for these hours"


def _rows(answer: Answer) -> list[tuple[str, ...]]:
    """Return a block of years for each reading, or one where all come to the same."""
    found = answer.payback
    same = len({(gain.by_month, gain.goes_on) for gain in found.gains}) == 1
    rows: list[tuple[str, ...]] = []
    for gain in found.gains[: 1 if same else None]:
        if not same:
            rows.append((_reading(found, gain), "", ""))
        for year in gain.years:
            name = f"{ordinal(year.year - 1)} year"
            part = f", {months_text(year.months)}" if year.months != YEAR else ""
            rows.append((f"  {name}{part}", pence(year.gain), pence(year.gain / year.months)))
        if len(gain.years) > 1:
            rows.append((f"  {all_years(found.months).casefold()}", pence(gain.total), ""))
    return rows


def _reading(found: Payback, gain: Gain) -> str:
    """Return what a pair of readings takes the two offers to mean; what is the same in both is told once."""
    won = taken_as(found.won, gain.assumes)
    refused = taken_as(found.refused, gain.refused_assumes, known=gain.assumes)
    parts = [f"if {joined(won)}"] if won else []
    parts += [f"refused: {joined(refused)}"] if refused else []
    return "; ".join(parts)
