"""What strike days cost and when they are paid back, in words and a table, as a message, and as data."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from payoffer import __version__
from payoffer.compare import Comparison, Valued
from payoffer.money import decimals, pence, plain, pounds
from payoffer.payback import Gain, Payback
from payoffer.periods import YEAR, Clock, long_day, month_name
from payoffer.report.as_json import dumps
from payoffer.report.ending import offers_ending
from payoffer.report.followed_words import forecasts_followed, forecasts_sentence
from payoffer.report.heading_words import hours, illustration
from payoffer.report.laid_out import LaidOut, Tabled, markdown, text
from payoffer.report.medium import Medium
from payoffer.report.offer_notes import notes_of, rests_on, under_names
from payoffer.report.phone import bold, paragraphs
from payoffer.report.plain_forms import rows_csv
from payoffer.report.price_notes import sources, unused_forecasts
from payoffer.report.prose import one_line
from payoffer.report.readings import assumptions
from payoffer.report.series_words import brief_source, source_line
from payoffer.report.words import Label, all_years, capital, how_many, joined, labels, months_text, ordinal, whole
from payoffer.settle import Assumption
from payoffer.verdict import Span, span

HEADINGS = ("", "gain", "a month, on average")


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
        return _message(answer, told)
    ending = offers_ending(answer.found, answer.command, sources(answer.found))
    page = LaidOut(tuple(_titles(answer)), (told, Tabled(HEADINGS, _rows(answer))), tuple(notes), tuple(ending))
    return markdown(page) if form == "markdown" else text(page, medium)


def _message(answer: Answer, told: str) -> str:
    """Return the message: what came of it, what a reader has to know to rely on it, and the command."""
    title, *more = _titles(answer)
    known = " ".join(one_line(text) for text in _to_know(answer))
    read_from = "\n".join(brief_source(series) for series in sources(answer.found))
    salary = illustration(answer.found.question.pay, brief=True) if answer.illustration else ""
    return paragraphs(f"*{bold(title)}*", *more, bold(told), bold(known), bold(read_from), salary, answer.command)


def _titles(answer: Answer) -> Iterator[str]:
    names, found = answer.names, answer.payback
    yield f"{names[found.won.id].heading}, which was won, against {names[found.refused.id].heading}, which was refused"
    if part := hours(answer.found.question.pay):
        yield f"For {part}: every sum is for these hours"


def _sentences(answer: Answer) -> Iterator[str]:
    yield _cost(answer)
    yield _when(answer)
    found = answer.payback
    goes_on = span(gain.goes_on for gain in found.gains)
    when = f"from {long_day(found.first_day_after)} on" if found.won.dated else "after that"
    ahead = _ahead(goes_on)
    if found.open_after:
        follows = answer.names[found.open_after.id].subject
        yield f"At their end basic pay is {ahead}; what goes on after hangs on what would have followed {follows}."
    else:
        yield f"What goes on after: basic pay is {ahead} {when}, {_until(answer)}."
    if forecasts := forecasts_sentence(answer.found):
        yield forecasts


def _until(answer: Answer) -> str:
    """Return up to when the difference goes on: to the rises that the offers themselves still give, or for good."""
    found, names, clock = answer.payback, answer.names, Clock(answer.payback.won.anchor)
    told = []
    for name, days in found.later_rises.items():
        when = [long_day(day) if found.won.dated else f"the {ordinal(int(clock.at(day) // YEAR))} year" for day in days]
        told.append(f"{'on' if found.won.dated else 'in'} {joined(when)} {names[name].place}")
    if not told:
        return "as long as later rises are the same"
    one = sum(map(len, found.later_rises.values())) == 1
    return f"until {'a later rise' if one else 'later rises'} of the offers themselves, {joined(told)}"


def _ahead(difference: Span) -> str:
    """Return how annual pay compares, over the readings: ``£400.00 to £800.00 a year more``."""
    low, high = (decimals(end, 2) for end in difference)
    if low == high == 0:
        return "the same under both"
    if low < 0 < high:
        return f"from {pence(-low)} a year less to {pence(high)} a year more"
    least, most = sorted((abs(low), abs(high)))
    sums = pence(least) if least == most else f"{pence(least)} to {pence(most)}"
    return f"{sums} a year {'more' if high > 0 else 'less'}"


def _cost(answer: Answer) -> str:
    cost = answer.payback.cost
    count = how_many(int(cost.days)) if cost.days == int(cost.days) else plain(cost.days)
    cost_ = "costs" if cost.days == 1 else "cost"
    days = f"{capital(count)} strike day{'' if cost.days == 1 else 's'}"
    full_time = answer.payback.won.rate_in_payment
    part = f" ({plain(answer.found.question.pay.fte * 100)}% of {pounds(full_time)})" if cost.rate != full_time else ""
    a_day = f"1/{cost.of_year.denominator} of {pounds(cost.rate)} a year{part}"
    return f"{days} at {a_day} {cost_} {pence(cost.pounds)}."


def _when(answer: Answer) -> str:
    found = answer.payback
    months = {gain.paid_back for gain in found.gains}
    known = sorted(month for month in months if month is not None)
    over = f"the {months_text(found.months)} both cover" if found.open_after else whole(found.months)
    totals = span(gain.total for gain in found.gains)
    gained = pence(totals.low) if totals.low == totals.high else f"{pence(totals.low)} to {pence(totals.high)}"
    if not known:
        return f"No payback over {over}: the gain over the refused offer is {gained}."
    first, last = (_month(found, month) for month in (known[0], known[-1]))
    comma = "," if found.won.dated else ""
    if None in months:
        return f"Paid back in {first}{comma} in one reading, and not over {over} in another: the gain is {gained}."
    when = f"in {first}" if first == last else f"between {first}{comma} and {last}"
    return f"The gain over the refused offer pays that back {when}; over {over} it is {gained}."


def _month(found: Payback, month: int) -> str:
    year, number = divmod(month - 1, YEAR)
    named = f", {month_name(Clock(found.won.anchor).day(month - 1))}" if found.won.dated else ""
    return f"the {ordinal(number)} month of the {ordinal(year)} year{named}"


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
    won = _told(found.won, gain.assumes)
    refused = _told(found.refused, gain.refused_assumes, known=gain.assumes)
    parts = [f"if {joined(won)}"] if won else []
    parts += [f"refused: {joined(refused)}"] if refused else []
    return "; ".join(parts)


def _told(offer: Valued, assumes: Sequence[Assumption], known: Sequence[Assumption] = ()) -> list[str]:
    read = next(read for read in offer.reads if read.assumes == assumes)
    return [told for assumed, told in zip(assumes, assumptions(offer, read), strict=True) if assumed not in known]


def _notes(answer: Answer) -> Iterator[str]:
    found = answer.payback
    yield f"A day's pay: 1/{found.cost.of_year.denominator} of a year's ({answer.source}), at the rate in payment."
    yield "Basic pay before tax; the gain is counted when it is earned, not when it is paid."
    if answer.illustration:
        yield illustration(answer.found.question.pay)
    yield from unused_forecasts(answer.found, sources(answer.found))
    noted = under_names(answer.found.offers, answer.names, lambda offer: notes_of(answer.found, offer))
    yield from dict.fromkeys((*_to_know(answer), *noted))


def _to_know(answer: Answer) -> Iterator[str]:
    """Yield what nobody should be without who relies on the answer: what is asked back, assumed or not counted."""
    found = answer.payback
    won, refused = answer.names[found.won.id].heading, answer.names[found.refused.id].heading
    if found.outcomes_turned:
        outcomes = f"{won} was {found.won.offer.status} and {refused} {found.refused.offer.status}"
        yield f"{outcomes}: were the two meant the other way round?"
    elif found.never_ahead:
        yield f"{refused}, named as refused, comes to more: were the two meant the other way round?"
    if found.open_after:
        name, until = answer.names[found.open_after.id].heading, found.open_after.deal.until
        after = f"after {long_day(until)}" if found.won.dated else "after its last year"
        yield (
            f"{name} says nothing {after}, so no gain is counted there: say what would have followed, such as "
            f"--next {found.open_after.id}=3.5."
        )
    yield from under_names(answer.found.offers, answer.names, lambda offer: rests_on(offer, answer.found.months))


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
        "rate_in_payment": decimals(found.won.rate_in_payment, 2),
        "fte": decimals(answer.found.question.pay.fte, 4),
        "cost": decimals(found.cost.pounds, 2),
        "months": decimals(found.months, 4),
        "readings": [_data(answer, gain, clock) for gain in found.gains],
        "forecasts": forecasts_followed(answer.found),
        "sources": [source_line(series) for series in sources(answer.found)],
        "notes": [one_line(note) for note in _notes(answer)],
    }


def _data(answer: Answer, gain: Gain, clock: Clock) -> dict[str, Any]:
    found = answer.payback
    month = gain.paid_back
    day = clock.day(month - 1) if month is not None and found.won.dated else None
    return {
        "assumes": _told(found.won, gain.assumes),
        "refused_assumes": _told(found.refused, gain.refused_assumes),
        "paid_back_month": month,
        "paid_back_in": f"{day:%Y-%m}" if day else None,
        "gain": decimals(gain.total, 2),
        "goes_on": decimals(gain.goes_on, 2),
        "years": [
            {
                "year": year.year,
                "months": decimals(year.months, 4),
                "gain": decimals(year.gain, 2),
                "average_gain_a_month": decimals(Fraction(year.gain) / year.months, 2),
            }
            for year in gain.years
        ],
    }


def _csv(told: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for figure in ("days", "strike_day", "rate_in_payment", "fte", "cost", "months"):
        yield "", "", figure, told[figure]
    for number, reading in enumerate(told["readings"], 1):
        for figure in ("paid_back_month", "paid_back_in", "gain", "goes_on"):
            yield number, "", figure, reading[figure]
        for year in reading["years"]:
            yield from (
                (number, year["year"], figure, year[figure]) for figure in ("months", "gain", "average_gain_a_month")
            )
    yield from (("", "", "forecast", forecast) for forecast in told["forecasts"])
    yield from (("", "", "source", source) for source in told["sources"])
