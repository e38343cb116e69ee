"""Take-home pay at every point of a scale, hand-worked: the columns, the pension limits it crosses, and its notes.

Teachers' pension, 2025-26: 10.5% of all pay below 73,769, 11.6% from there on. Above 50,270 tax takes 40% of what the
pension leaves and National Insurance 2% of pay, so that of pay g at the rate r, 0.6 x (1 - r) x g - 0.02 x g changes
with g:

    A  73,000 to 73,730: 730 x (0.6 x 0.895 - 0.02 = 0.517) = 377.41, 31.45 a month
    B  73,500 to 74,235: 0.6 x (74,235 x 0.884 - 73,500 x 0.895 = -158.76) - 0.02 x 735 = -109.956, -9.16 a month
    C  73,800 to 74,538: 738 x (0.6 x 0.884 - 0.02 = 0.5104) = 376.68, 31.39 a month
    D  73,000 to 75,190: 0.6 x (75,190 x 0.884 - 73,000 x 0.895 = 1,132.96) - 0.02 x 2,190 = 635.976, 53.00 a month

At the limit 487 a year are lost, made good from 74,723 (worked in tests/takehome/test_cliffs.py).
"""

from decimal import Decimal
from itertools import islice
from typing import Any

import pytest

from payoffer.asked import Named
from payoffer.errors import NotValued
from payoffer.report.points_page import PointsPage, points_page
from payoffer.report.points_takehome import PointsTakeHome, letters, take_home, with_take_home
from payoffer.report.takehome_words import NO_PENSION
from payoffer.scale import Scaled
from payoffer.takehome.circumstances import Circumstances, pension
from payoffer.takehome.files import tables
from payoffer.takehome.rule_book import asked
from tests.asking import award, flat, one_off, percent
from tests.scaling import COMMAND, on_points, scaled

POINTS = {"A": 73000, "B": 73500, "C": 73800, "D": 73000}
APRIL = "2025-04-01"
EDGE = on_points("edge", POINTS, award(APRIL, percent({"D": 3, "others": 1})), until="2026-03-31")
UNDATED = on_points("undated", POINTS, award(None, percent(1), year=1), award(None, percent(1), year=2))
LIMIT = (
    "from £73,769 of pay the pension takes 11.6% of all pay, not 10.5%: £487 a year less in your pocket at that limit, "
    "made good from £74,723 on"
)


def taken(
    *offers: Named,
    scheme: str = "tps",
    nations: tuple[str, ...] = ("England",),
    year: str | None = None,
    **keys: Any,  # noqa: ANN401
) -> tuple[Scaled, PointsTakeHome]:
    answer = scaled(*offers, **keys)
    people = {
        each.id: Circumstances(nation, pension=pension(scheme))
        for each, nation in zip(offers, nations * len(offers), strict=False)
    }
    return answer, take_home(answer, people, tables(), asked(year, tables()) if year else None)


def page(*offers: Named, **options: Any) -> PointsPage:  # noqa: ANN401
    answer, home = taken(*offers, **options)
    return with_take_home(points_page(answer, COMMAND), answer, home)


def test_a_teacher_at_the_edge_of_a_tier() -> None:
    found = page(EDGE)
    (grid,) = found.grids
    assert grid.headings[-1] == "take-home a month more"
    assert [(row[0], row[-1]) for row in grid.rows] == [
        ("A", "£31"),
        ("B", "£9 less (a)"),
        ("C", "£31"),
        ("D", "£53 (a)"),
    ]
    assert found.remarks[0] == (
        f"(a) At points B and D the rise crosses a pension limit (first in April 2025): {LIMIT}; at point B the offer "
        "leaves less than pay before."
    )
    told = found.paragraphs[0][-1]
    assert told.text == (
        "In the pocket it is £9 less to £53 more a month in the first year; at points B and D the rise crosses a "
        "pension limit."
    )
    assert told.figures == {"net_more_a_month": [[-9, 53]], "points": ["B", "D"]}


def test_two_years_by_the_rules_of_one_tax_year() -> None:
    # B, second year: 73,500 x 1.01 x 1.01 = 74,977.35 leaves 0.6 x (74,977.35 x 0.884 - 65,782.50) - 0.02 x 1,477.35
    # = 298.49 - 29.55 = 268.94 more, 22.41 a month.
    found = page(UNDATED, year="2025-26")
    (grid,) = found.grids
    assert grid.headings[-2:] == ("take-home a month more, first year", "take-home a month more, second year")
    assert grid.rows[1][-2:] == ("£9 less (a)", "£22 (a)")
    # A, second year: 73,000 x 1.0201 = 74,467.30, over the limit
    assert grid.rows[0][-2] == "£31"
    assert grid.rows[0][-1].endswith(" (a)")
    assert found.remarks[0].startswith(f"(a) At points A, B and D the rise crosses a pension limit: {LIMIT}")
    assert "Tax and pension rates: 2025-26." in found.remarks


def test_without_dates_a_tax_year_is_needed() -> None:
    with pytest.raises(NotValued, match="gives no dates, and tax goes by the month"):
        taken(UNDATED)


def test_each_limit_has_its_letter() -> None:
    # 2025-26: limits at 34,873 and 46,944
    pay = {"low": 34800, "high": 46900, "both": 34000}
    found = page(on_points("two", pay, award(APRIL, percent({"both": 40, "others": 1})), until="2026-03-31"))
    assert [row[-1].partition(" (")[2] for row in found.grids[0].rows] == ["a)", "b)", "a) (b)"]
    assert "£34,873" in found.remarks[0]
    assert "£46,944" in found.remarks[1]
    assert found.remarks[1].startswith("(b) At points high and both the rise")
    assert list(islice(letters(), 25, 28)) == ["z", "aa", "ab"]


def test_a_reading_of_each_kind_is_in_the_span() -> None:
    # A rate on a payslip has no limits. 20,000 + 4% to 6% is 800 to 1,200: 0.9 x 0.8 - 0.08 = 0.64 of a pound is left,
    # 512 to 768 a year, 42.67 to 64 a month.
    found = page(on_points("range", {"x": 20000}, award(APRIL, percent([4, 6])), until="2026-03-31"), scheme="10%")
    assert found.grids[0].rows[0][-1] == "£43 to £64"
    assert found.paragraphs[0][-1].text == "In the pocket it is £43 to £64 a month more in the first year."


def test_part_time_pay_is_that_of_the_hours_worked() -> None:
    # half of 40,000 and of 41,000: 500 more, 0.9 x 0.8 - 0.08 = 0.64 of it is left: 320 a year, 26.67 a month
    half = on_points("half", {"x": 40000}, award(APRIL, flat(1000)), until="2026-03-31")
    assert page(half, scheme="10%", fte="0.5").grids[0].rows[0][-1] == "£27"
    nhs = page(on_points("nhs", {"x": 40000}, award("2021-04-01", flat(9))), scheme="nhs-ew", fte="0.5")
    assert any("Its rate is looked up on full-time pay." in text for text in nhs.remarks)


def test_two_offers_on_one_scale_each_have_their_columns() -> None:
    # 1,000 of 30,000: 0.8 - 0.08 = 0.72 in England; in Scotland 2025-26 21% above 27,491: 0.79 - 0.08 = 0.71
    one = on_points("one", {"x": 30000}, award(APRIL, flat(1000)), one_off(flat(300), paid=APRIL), until="2026-03-31")
    other = on_points("other", {"x": 30000}, award(APRIL, flat(1000)), until="2026-03-31")
    found = page(one, other, scheme="none", nations=("England", "Scotland"))
    side, first, second = found.grids
    assert "take-home a month more" not in side.headings
    assert (first.rows[0][-1], second.rows[0][-1]) == ("£60", "£59")
    assert [paragraph[-1].rule for paragraph in found.paragraphs[1:]] == ["take_home", "take_home"]
    assert found.paragraphs[0][-1].rule != "take_home"
    told = " ".join(found.remarks)
    assert "one-offs are not in it (payoffer takehome SALARY OFFER has them)" in told
    assert "not ranked across nations" in told
    assert "income tax of Scotland, no pension." in told
    assert NO_PENSION in found.remarks


def test_the_months_are_those_of_the_offers_own_table() -> None:
    long = on_points("long", {"x": 30000}, award(APRIL, flat(1000)), until="2026-09-30")
    short = on_points("short", {"x": 30000}, award(APRIL, flat(1000)), until="2026-03-31")
    _, home = taken(long, short, scheme="none")
    months = [[year.year.months for year in offer.years] for offer in home.offers]
    assert months == [[12, 6], [12]]
    _, asked_for = taken(short, scheme="none", months=24)
    assert [year.year.months for year in asked_for.offers[0].years] == [12, 12]
    assert "in the last 6 months" in page(long, scheme="none").paragraphs[0][-1].text


def test_figures_are_exact_below_the_page() -> None:
    _, home = taken(EDGE)
    more = [point.readings[0].years[0].net.more for point in home.offers[0].points]
    assert more == [Decimal(text) for text in ("377.41", "-109.956", "376.6752", "635.976")]
