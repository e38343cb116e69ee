"""What was typed, read into a question: every option once, each offer found by name or by position."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer import inputs
from payoffer.asked import Align, Named, Pay, Question
from payoffer.cli.prices_asked import PricesAsked, PricesFound
from payoffer.errors import UsageProblem
from payoffer.library import load
from payoffer.offer import WEEKS_A_YEAR, Offer
from payoffer.settle import PROPOSED, Follows, Given
from payoffer.typed import quoted, shown
from payoffer.uplift import Term

MOST_OFFERS = 8
LONGEST_ID = 28
"""What is typed and longer than this is called by its position, ``offer 2``."""
ILLUSTRATION = Fraction(40_000)
"""The salary used, and said to be an illustration, where none is given."""


class Asked(NamedTuple):
    """The options of a question as they were typed."""

    salary: str | None = None
    paid_now: bool = False
    point: list[str] | None = None
    fte: str | None = None
    week: str | None = None
    inflation: list[str] | None = None
    indices: list[str] | None = None
    follows: list[str] | None = None
    conditional: bool = False
    months: str | None = None
    align: str | None = None
    forecast: list[str] | None = None
    as_of: str | None = None
    prices: str | None = None


class Asking(NamedTuple):
    """A question, and what has to be said about how it was read."""

    question: Question
    illustration: bool
    salary_working: str | None
    prices: PricesFound


def find(names: list[str], *, most: int = MOST_OFFERS, conditional: bool = False) -> tuple[Named, ...]:
    """Return the offers named, each with an id of its own; one typed without days takes those of the one beside it.

    ``conditional`` says that parts that hang on a condition are counted.

    Raises ``UsageProblem`` for too many or the same one twice, and all that ``load`` raises.
    """
    if len(names) > most:
        raise UsageProblem(f"{len(names)} offers are too many to put side by side: name one to {most}")
    found: list[Named] = []
    files: set[tuple[str, str]] = set()
    ids: dict[str, int] = {}
    for number, name in enumerate(names, 1):
        named = load(name)
        if named.kind_of_file == "shorthand" and len(named.id) > LONGEST_ID:
            named = named._replace(id=f"offer {number}")
        file = (named.kind_of_file, _place(named))
        if file in files:
            raise UsageProblem(f"{shown(name)} is the same offer as one named before it: name each offer once")
        files.add(file)
        same = ids[named.id.casefold()] = ids.get(named.id.casefold(), 0) + 1
        found.append(named._replace(id=f"{named.id}#{same}") if same > 1 else named)
    if any(named.kind_of_file == "shorthand" for named in found):
        from payoffer.beside import beside

        return beside(tuple(found), conditional=conditional)
    return tuple(found)


def _place(named: Named) -> str:
    """Return what tells an offer from any other: its file, or the whole of what was typed."""
    return named.file if named.kind_of_file in {"bundled", "shorthand"} else os.path.realpath(named.file)


def question(offers: tuple[Named, ...], asked: Asked) -> Asking:
    """Read the options for these offers; raises ``UsageProblem`` for what cannot be understood."""
    if asked.salary is not None and asked.point:
        raise UsageProblem("--salary and --point both say whose pay it is: give one of them")
    if asked.paid_now and asked.salary is None:
        raise UsageProblem("--paid-now says that the salary is today's pay: add the salary, such as --salary 42000")
    week = inputs.number(asked.week, what="--week") if asked.week is not None else None
    if week is not None and not 0 < week <= 168:  # noqa: PLR2004
        raise UsageProblem(f"--week {asked.week} is not a number of hours in a week: write it as 37 or 35.5")
    salary = _salary(offers, asked, week)
    pay = Pay(
        salary=salary.annual if salary else ILLUSTRATION,
        now=asked.paid_now,
        points=by_offer(offers, asked.point, "--point"),
        fte=Fraction(inputs.share(asked.fte)) if asked.fte is not None else Fraction(1),
        week=Fraction(week) if week is not None else None,
    )
    if pay.points and len(pay.points) < len(offers):
        missing = next(named.id for named in offers if named.id not in pay.points)
        raise UsageProblem(f"--point gives no pay point for {missing}: add {missing}=POINT")
    indices = _indices(offers, asked.indices)
    followed = any(_from_series(term, indices) for named in offers for term in _following(named.offer))
    found = PricesFound(PricesAsked(asked.inflation, asked.forecast, asked.as_of, asked.prices), followed=followed)
    # What pay bought before is not known while an award that is being paid is not in the file.
    unknown = any(named.offer.adds_to_unstated() for named in offers)
    return Asking(
        Question(
            pay=pay,
            prices=() if unknown else found.prices,
            months=inputs.months(asked.months) if asked.months is not None else None,
            align=_align(asked.align),
            follows={name: _follows(text) for name, text in by_offer(offers, asked.follows, "--next").items()},
            given=Given(indices, asked.conditional, found.published),
        ),
        illustration=salary is None and not pay.points,
        salary_working=salary.working if salary and salary.unit != "year" else None,
        prices=found,
    )


def _salary(offers: tuple[Named, ...], asked: Asked, week: Decimal | None) -> inputs.Salary | None:
    if asked.salary is None:
        return None
    weeks = {named.offer.week for named in offers}
    a_year = {named.offer.weeks for named in offers}
    return inputs.salary(
        asked.salary,
        week=week or (next(iter(weeks)) if len(weeks) == 1 else None),
        weeks=next(iter(a_year)) if len(a_year) == 1 else WEEKS_A_YEAR,
    )


def _align(text: str | None) -> Align | None:
    aligned: dict[str, Align] = {"years": "years", "dates": "dates"}
    if text is None or text.casefold() in aligned:
        return aligned[text.casefold()] if text else None
    raise UsageProblem(
        f"--align {shown(text)} is not known: write years (each from its own start) or dates (all from one)"
    )


def _follows(text: str) -> Follows:
    if text.casefold() == PROPOSED:
        return Follows(None)
    return Follows(inputs.rate(text, what="--next"))


def _indices(offers: tuple[Named, ...], texts: Iterable[str] | None) -> Mapping[str, Decimal]:
    terms = [term for named in offers for term in _following(named.offer)]
    followed = {(term.index or "").casefold() for term in terms}
    followed_months = {f"{(term.index or '').casefold()}@{term.month:%Y-%m}" for term in terms if term.month}
    indices: dict[str, Decimal] = {}
    for text in texts or ():
        for typed, value in inputs.pairs(text, option="--index"):
            if typed is None:
                raise UsageProblem(f"--index {shown(text)} does not name the index: write it as rpi=4.1")
            name = typed.casefold()
            if name in indices:
                raise UsageProblem(f"--index is given twice for {shown(name)}: give it once")
            if name not in (followed_months if "@" in name else followed):
                known = sorted(followed_months if "@" in name else followed)
                there = f"they follow {', '.join(known)}" if known else "leave --index out"
                raise UsageProblem(f"--index names {quoted(typed)}, which no offer here follows: {there}")
            indices[name] = inputs.rate(value, what="--index")
    return indices


def _from_series(term: Term, indices: Mapping[str, Decimal]) -> bool:
    """Say whether the rate that a term follows is looked up in a series, as no figure is given for it."""
    from payoffer.price_files import is_series

    return term.month is not None and is_series(term.index or "") and Given(indices).rate(term).percent is None


def _following(offer: Offer) -> Iterator[Term]:
    """Yield the terms that follow an index, those only proposed too."""
    rises = [award.uplift for award in offer.award] + [part.uplift for part in offer.proposed]
    for terms in rises + [lump.pay for lump in offer.lump_sum]:
        yield from (term for term in terms if term.index)


def by_offer(offers: tuple[Named, ...], texts: Iterable[str] | None, option: str) -> dict[str, str]:
    """Give each offer its value: one for all, or by name or position; the later of the two kinds fills gaps."""
    named: dict[str, str] = {}
    for_all: str | None = None
    for text in texts or ():
        for name, value in inputs.pairs(text, option=option):
            if name is None:
                if for_all is not None:
                    raise UsageProblem(f"{option} is given twice for every offer: give it once, or as NAME=VALUE")
                for_all = value
                continue
            offer = _find(offers, name, option)
            if offer in named:
                raise UsageProblem(f"{option} is given twice for {offer}: give it once")
            named[offer] = value
    if for_all is None:
        return named
    return {offer.id: named.get(offer.id, for_all) for offer in offers}


def _find(offers: tuple[Named, ...], name: str, option: str) -> str:
    """Return the id of an offer from its id, its position, or another name of it, in this order."""
    wanted = name.casefold()
    ids = {named.id.casefold(): named.id for named in offers}
    numbers = {str(number): named.id for number, named in enumerate(offers, 1)}
    also = {alias.casefold(): named.id for named in offers for alias in named.offer.also}
    for names in (ids, numbers, also):
        if wanted in names:
            return names[wanted]
    # An id that cannot stand before = is named by its position.
    there = " or ".join(
        str(number) if re.search("[,;=]", named.id) else named.id for number, named in enumerate(offers, 1)
    )
    raise UsageProblem(f"{option} names {quoted(name)}, which is not among the offers here: name {there}")
