"""Offers on scales, for the tests of them: ``scaled("scotland", "scotland-2023-03")``."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from payoffer.asked import Named, Pay, Question
from payoffer.library import load, points_before
from payoffer.report.points_page import PointsPage, points_page
from payoffer.scale import Scaled, on_scales
from payoffer.scale_choice import choose
from payoffer.settle import Follows, Given
from tests.asking import offer, prices

COMMAND = "payoffer points a b"


def on_points(id_: str, points: dict[str, Any], /, *parts: Any, **keys: Any) -> Named:  # noqa: ANN401
    """Return an offer that brings its own pay points."""
    return offer(id_, *parts, points={name: Decimal(str(pay)) for name, pay in points.items()}, **keys)


def scaled(  # noqa: PLR0913
    *offers: Named | str,
    scale: dict[str, str] | None = None,
    inflation: list[Any] | None = None,
    months: int | None = None,
    align: Any = None,  # noqa: ANN401
    follows: dict[str, float] | None = None,
    fte: object = 1,
    week: object = None,
    conditional: bool = False,
) -> Scaled:
    """Apply offers to every point of their scales; an ``inflation`` of lists, or series, asks for several."""
    named = [load(each) if isinstance(each, str) else each for each in offers]
    hours = None if week is None else Fraction(str(week))
    question = Question(
        Pay(Fraction(40000), fte=Fraction(str(fte)), week=hours),
        tuple(prices(*asked) if isinstance(asked, list) else asked for asked in inflation or ()),
        months,
        align,
        {name: Follows(Decimal(str(rise))) for name, rise in (follows or {}).items()},
        Given({}, conditional),
    )
    return on_scales(choose(named, scale or {}, hours), question, points_before)


def page(*offers: Named | str, **options: Any) -> PointsPage:  # noqa: ANN401
    """Return the page of an answer."""
    return points_page(scaled(*offers, **options), COMMAND)


def said(*offers: Named | str, **options: Any) -> list[str]:  # noqa: ANN401
    """Return the sentences of an answer."""
    return [sentence.text for paragraph in page(*offers, **options).paragraphs for sentence in paragraph]


def rates(answer: Scaled, day: Any, table: int = 0, number: int = 0) -> dict[str, Fraction]:  # noqa: ANN401
    """Return the pay of each point of a table under one offer, from a day on, in the least reading."""
    rows = answer.tables[table].rows
    return {row.point: row.answer.offers[number].reads[0].schedule.rate_on(day) for row in rows}


def save_scale(folder: Path, text: str, name: str = "ours.csv") -> str:
    """Write a file of pay points and return its name."""
    (folder / name).write_text(text, encoding="utf-8")
    return name
