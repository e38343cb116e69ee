"""Small offers and questions: ``ask(offer("a", award("2025-04-01", percent(5))), inflation=[10.1])``.

A day may be written as text and a figure as a float; both are read as a TOML file would give them.
"""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from payoffer.asked import Align, KindOfFile, Named, Pay, Question
from payoffer.compare import Comparison, compare
from payoffer.library import load, points_before
from payoffer.money import plain
from payoffer.offer import Offer
from payoffer.price_files import held
from payoffer.prices import PriceIndex, SeriesPrices, When
from payoffer.report.page import Page, Said, page
from payoffer.settle import Follows, Given

Part = dict[str, Any]
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ASKED = Said("payoffer compare a b")


def percent(figure: object, **more: object) -> Part:
    return {"percent": figure, **more}


def flat(figure: object, **more: object) -> Part:
    return {"flat": figure, **more}


def award(day: str | None, *uplift: Part, **more: object) -> Part:
    return {**({"effective": day} if day else {}), "uplift": list(uplift), **more}


def one_off(*pay: Part, **more: object) -> Part:
    return {"pay": list(pay), **more}


def proposed(day: str, *uplift: Part, source: str = "letter of 3 May", **more: object) -> Part:
    return {"effective": day, "uplift": list(uplift), "source": source, **more}


def as_toml(value: Any) -> Any:  # noqa: ANN401
    """Return the value that a TOML reader would have given."""
    if isinstance(value, dict):
        return {key: as_toml(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_toml(item) for item in value]
    if isinstance(value, float):
        return Decimal(str(value))
    return date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else value


def document(*parts: Part, **keys: object) -> Offer:
    """Return an offer of awards, one-offs and what is proposed, told apart by their keys."""
    awards = [part for part in parts if "uplift" in part and "source" not in part]
    lumps = [part for part in parts if "pay" in part]
    more = [part for part in parts if "source" in part]
    return Offer.model_validate(
        as_toml({"name": "An offer", **keys, "award": awards, "lump_sum": lumps, "proposed": more})
    )


def offer(
    id_: str, /, *parts: Part, kind_of_file: KindOfFile = "local", hides: str | None = None, **keys: object
) -> Named:
    """Return an offer of this id, named after its nation, else its id, and of group ``g``, if not given."""
    written = document(*parts, **{"name": keys.get("nation", id_), "group": "g", **keys})
    return Named(id_, written, f"{id_}.toml", kind_of_file, hides)


def measured(name: str, when: When = "before") -> SeriesPrices:
    """Return prices by a bundled series."""
    return SeriesPrices(held(name).series, when)


def prices(*rates: object) -> PriceIndex:
    """Return prices that rise by one list of rates."""
    found = tuple(Decimal(str(rate)) for rate in rates)
    return PriceIndex(", ".join(f"{plain(rate)}%" for rate in found), found)


def ask(  # noqa: PLR0913
    *offers: Named | str,
    salary: object = 40000,
    inflation: list[Any] | None = None,
    months: int | None = None,
    align: Align | None = None,
    follows: dict[str, float | Literal["proposed"]] | None = None,
    index: dict[str, float] | None = None,
    conditional: bool = False,
    fte: object = 1,
    now: bool = False,
    points: dict[str, str] | None = None,
    week: object = None,
) -> Comparison:
    """Put offers side by side; a name is a bundled one's, an ``inflation`` of lists or series asks for several."""
    rates = inflation or []
    sides = any(isinstance(rate, list | SeriesPrices) for rate in rates)
    several = rates if sides else [rates] if rates else []
    question = Question(
        pay=Pay(
            Fraction(str(salary)), now, points or {}, Fraction(str(fte)), None if week is None else Fraction(str(week))
        ),
        prices=tuple(each if isinstance(each, SeriesPrices) else prices(*each) for each in several),
        months=months,
        align=align,
        follows={
            name: Follows(None if rise == "proposed" else Decimal(str(rise))) for name, rise in (follows or {}).items()
        },
        given=Given({name: Decimal(str(rate)) for name, rate in (index or {}).items()}, conditional),
    )
    named = tuple(load(each) if isinstance(each, str) else each for each in offers)
    return compare(named, question, points_before)


def told(answer: Comparison) -> str:
    """Return the verdict as one paragraph."""
    return paged(answer).verdict


def paged(answer: Comparison, said: Said = ASKED) -> Page:
    """Return the page of an answer."""
    return page(answer, said)


def cells(answer: Comparison, label: str, nth: int = 0) -> tuple[str, ...]:
    """Return the cells of the ``nth`` row with this label."""
    return [row.cells for row in paged(answer).rows if row.label.strip() == label][nth]
