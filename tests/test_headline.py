"""Which way of adding up gives a headline: published ones, and offers worked by hand."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from payoffer.asked import Named, Pay, Question
from payoffer.compare import compare
from payoffer.headline import Checked, Way, check, figures, ways
from payoffer.library import load, points_before
from payoffer.offer import Offer


def ways_of(named: Named, salary: int = 40_000) -> list[Way]:
    question = Question(Pay(Fraction(salary)))
    reads = compare((named,), question, points_before).offers[0].reads
    return ways([(read.assumes, read.figures.own) for read in reads])


def written(**parts: Any) -> Named:  # noqa: ANN401
    return Named("a", Offer.model_validate({"name": "A", **parts}), "a.toml", "local")


def percent(figure: str, day: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"effective": day_of(day), "uplift": [{"percent": Decimal(figure)}], **more}


def flat(figure: int, day: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"effective": day_of(day), "uplift": [{"flat": figure}], **more}


def day_of(text: str) -> date:
    return date.fromisoformat(text)


def kinds(checked: Checked) -> list[tuple[str, str]]:
    return [(match.way.kind, match.by) for match in checked.matches]


# Published headlines


def test_scotland_in_february_is_6_and_5_5_added_up() -> None:
    checked = check(Decimal("11.5"), ways_of(load("scotland")))
    assert kinds(checked) == [("sum", "exact")]
    assert checked.matches[0].way.parts == (Fraction(6), Fraction("5.5"))
    assert not checked.adds_one_off


def test_scotland_in_march_is_7_5_and_2_compounded() -> None:
    # 1.07 x 1.05 x 1.02 = 1.14597
    checked = check(Decimal("14.6"), ways_of(load("scotland-2023-03")))
    assert kinds(checked) == [("compounded", "half_up")]
    assert checked.matches[0].way.percent == Fraction("14.597")


def test_wales_in_march_is_6_5_and_5_compounded() -> None:
    # 1.065 x 1.05 = 1.11825
    checked = check(Decimal("11.8"), ways_of(load("wales-2023-03")))
    assert kinds(checked) == [("compounded", "half_up")]
    assert checked.matches[0].way.percent == Fraction("11.825")


def test_8_percent_for_wales_in_february_adds_the_one_off() -> None:
    checked = check(Decimal(8), ways_of(load("wales")))
    assert kinds(checked) == [("sum", "exact")]
    assert checked.adds_one_off
    way = checked.matches[0].way
    assert (way.rise, way.one_off, way.base, way.assumes) == (Fraction("6.5"), Fraction("1.5"), "own", ())


def test_the_additional_3_percent_for_wales_is_what_is_new_with_the_one_off() -> None:
    checked = check(Decimal(3), ways_of(load("wales")))
    assert kinds(checked) == [("new_sum", "exact")]
    assert checked.adds_one_off
    assert checked.matches[0].way.rise == Fraction("1.5")


def test_9_percent_for_wales_is_nothing_and_8_is_the_nearest() -> None:
    checked = check(Decimal(9), ways_of(load("wales")))
    assert not checked.matches
    assert not checked.adds_one_off
    assert checked.nearest is not None
    assert checked.nearest.percent == 8


def test_england_is_5_percent_however_it_is_added_up() -> None:
    assert kinds(check(Decimal(5), ways_of(load("england")))) == [("sum", "exact")]


# Worked by hand


def test_every_convention_of_two_rises() -> None:
    # 6 + 5.5 = 11.5; 1.06 x 1.055 = 1.1183; over 24 months 11.5 / 2 = 5.75; the even rise is sqrt(1.1183) = 5.7497
    found = {way.kind: way.percent for way in reversed(ways_of(load("scotland")))}
    assert found["sum"] == Fraction("11.5")
    assert found["compounded"] == Fraction("11.83")
    assert found["sum_a_year"] == Fraction("5.75")
    assert round(found["compounded_a_year"], 4) == Fraction("5.7497")
    assert found["one_rise"] == 6


def test_a_rise_late_in_the_year_has_an_in_year_value() -> None:
    # April 5%, January 2%: 9 months at 1.05 and 3 at 1.071 make 1.05525 on average; at the end of the year 7.1%
    named = written(
        award=[percent("5", "2023-04-01"), percent("2", "2024-01-01"), percent("1", "2024-04-01")],
        until=day_of("2025-03-31"),
    )
    found = ways_of(named)
    assert kinds(check(Decimal("5.525"), found)) == [("in_year", "exact")]
    assert kinds(check(Decimal("7.1"), found)) == [("year_end", "exact")]
    assert check(Decimal("7.1"), found).matches[0].way.year == 1


def test_two_rises_within_one_year_name_the_whole_rise_once() -> None:
    named = written(award=[percent("5", "2023-04-01"), percent("2", "2024-01-01")])
    assert kinds(check(Decimal("7.1"), ways_of(named))) == [("compounded", "exact")]


def test_an_average_takes_its_share_of_the_one_off() -> None:
    # (4 + 4) / 2 = 4 a year; a one-off of 2 is 1 a year
    named = written(
        award=[percent("4", "2023-04-01"), percent("4", "2024-04-01")],
        lump_sum=[{"pay": [{"percent": 2}], "paid": day_of("2023-04-01")}],
    )
    way = check(Decimal(5), ways_of(named)).matches[0].way
    assert (way.kind, way.rise, way.one_off) == ("sum_a_year", Fraction(4), Fraction(1))


def test_a_one_off_counts_in_its_own_year() -> None:
    named = written(
        award=[percent("7", "2023-04-01"), percent("4", "2024-04-01")],
        lump_sum=[{"pay": [{"percent": 2}], "paid": day_of("2024-05-01")}],
    )
    way = check(Decimal(6), ways_of(named)).matches[0].way
    assert (way.kind, way.year, way.rise, way.one_off) == ("year_end", 2, Fraction(4), Fraction(2))
    # 7 + 4 = 11 over two years is 5.5 a year, and a year's share of the one-off is 1
    assert kinds(check(Decimal("6.5"), ways_of(named))) == [("sum_a_year", "exact")]
    # the year's rise without the one-off is one of the two rises, and is named once
    assert kinds(check(Decimal(4), ways_of(named))) == [("one_rise", "exact")]


FLAT = written(
    award=[flat(1000, "2024-04-01", in_payment=True), flat(1000, "2024-04-01")],
    lump_sum=[{"pay": [{"flat": 840}], "paid": day_of("2024-06-30")}],
)


@pytest.mark.parametrize(
    ("said", "base"),
    [
        ("7.1", "before"),  # 2,000 and 840 of 40,000: 5 + 2.1
        ("7.05", "in_payment"),  # 840 of 41,000 is 2.0488
        ("7", "in_force"),  # 840 of 42,000 is 2
    ],
)
def test_a_sum_of_money_is_set_against_three_pays(said: str, base: str) -> None:
    checked = check(Decimal(said), ways_of(FLAT))
    assert checked.adds_one_off
    assert checked.matches[0].way.base == base
    assert checked.matches[0].way.rise == 5


def test_a_flat_sum_has_no_sum_of_percentages() -> None:
    found = ways_of(FLAT)
    assert not [way for way in found if way.kind in {"sum", "new_sum", "one_rise"}]
    assert kinds(check(Decimal(5), found)) == [("rise", "exact")]


def test_another_salary_gives_another_percentage_of_a_flat_sum() -> None:
    assert kinds(check(Decimal(10), ways_of(FLAT, 20_000))) == [("rise", "exact")]


def test_one_off_money_alone() -> None:
    # 600 of 40,000 is 1.5; nothing else is offered
    named = written(lump_sum=[{"pay": [{"flat": 600}], "paid": day_of("2024-06-30")}])
    checked = check(Decimal("1.5"), ways_of(named))
    assert kinds(checked) == [("one_off", "exact")]
    assert checked.adds_one_off


def test_a_one_off_outside_the_deal_is_not_added() -> None:
    named = written(
        award=[percent("4", "2024-04-01")],
        lump_sum=[{"pay": [{"percent": 2}], "paid": day_of("2026-04-01")}],
    )
    assert not check(Decimal(6), ways_of(named)).matches


def test_what_is_new_leaves_out_a_one_off_already_paid() -> None:
    # new: 2 + 3 = 5; with what is in payment 4 + 2 + 3 = 9, and the one-off of 1.25 makes 10.25
    named = written(
        award=[
            percent("4", "2023-04-01", in_payment=True),
            percent("2", "2024-04-01"),
            percent("3", "2025-04-01"),
        ],
        lump_sum=[{"pay": [{"percent": Decimal("1.25")}], "paid": day_of("2023-05-01"), "in_payment": True}],
    )
    found = ways_of(named)
    assert kinds(check(Decimal(5), found)) == [("new_sum", "exact")]
    assert kinds(check(Decimal("10.25"), found)) == [("sum", "exact")]
    assert [way.percent for way in found if way.kind == "new_sum"] == [5]


def test_a_rise_on_account_is_not_added_twice() -> None:
    # 2% on account, then 4.25% of the pay before it in all
    term = {"total_percent": Decimal("4.25"), "of": day_of("2024-03-31")}
    named = written(award=[percent("2", "2024-04-01"), {"effective": day_of("2024-09-01"), "uplift": [term]}])
    way = check(Decimal("4.25"), ways_of(named)).matches[0].way
    assert (way.kind, way.percent, way.parts) == ("sum", Fraction("4.25"), ())


def test_the_end_of_a_range_that_a_headline_takes_is_named() -> None:
    named = written(award=[{"effective": day_of("2024-04-01"), "uplift": [{"percent": [3, 5]}]}])
    way = check(Decimal(5), ways_of(named)).matches[0].way
    assert way.assumes == ("the highest figure of each range",)


def test_a_whole_rise_that_rounds_to_the_headline_is_named_beside_the_exact_one() -> None:
    # 4 + 4 = 8, and 1.04 x 1.04 = 1.0816
    named = written(award=[percent("4", "2023-04-01"), percent("4", "2024-04-01")])
    assert kinds(check(Decimal(8), ways_of(named))) == [("sum", "exact"), ("compounded", "half_up")]


def test_a_flat_sum_over_two_years_is_only_compounded() -> None:
    # 40,000 to 42,000 over 24 months
    named = written(award=[flat(1000, "2023-04-01"), flat(1000, "2024-04-01")])
    found = ways_of(named)
    assert kinds(check(Decimal(5), found)) == [("compounded", "exact")]
    assert "sum_a_year" not in {way.kind for way in found}


def test_a_percentage_beside_a_flat_sum_is_one_of_the_rises() -> None:
    # 40,000 x 1.04 = 41,600, and 500 more is 42,100: 5.25% in all
    found = ways_of(written(award=[percent("4", "2023-04-01"), flat(500, "2024-04-01")]))
    assert kinds(check(Decimal(4), found)) == [("one_rise", "exact")]
    assert kinds(check(Decimal("5.25"), found)) == [("compounded", "exact")]


def test_percentages_compound_without_the_sums_in_pounds_beside_them() -> None:
    """1.01 x 1.05 x 1.041 is 10.398% up: Northern Ireland's 10.4% and £1,000."""
    found = [way for way in ways_of(load("northern-ireland-2021")) if way.kind == "percentages"]
    assert [way.percent for way in found] == [Fraction("10.39805")]
    assert kinds(check(Decimal("10.4"), found)) == [("percentages", "half_up")]


def test_percentages_compound_alone_only_where_each_is_of_pay_as_it_stands() -> None:
    sum_ = flat(500, "2025-04-01")
    other = {"effective": day_of("2026-04-01"), "uplift": [{"percent": 2, "of": day_of("2025-03-31")}]}
    for awards in ([percent("3", "2025-04-01"), sum_], [percent("3", "2025-04-01"), sum_, other]):
        assert "percentages" not in {way.kind for way in ways_of(written(award=awards))}
    two = [percent("3", "2025-04-01"), percent("2", "2026-04-01")]
    assert "percentages" not in {way.kind for way in ways_of(written(award=two))}


def test_an_offer_that_has_run_out_has_no_even_rise_a_year() -> None:
    question = Question(Pay(Fraction(40_000)), months=36)
    read = compare((load("scotland"),), question, points_before).offers[0].reads[0]
    assert "compounded_a_year" not in {way.kind for way in ways([((), read.figures.window)])}


def test_a_rise_after_the_months_counted_is_no_part_of_the_headline() -> None:
    question = Question(Pay(Fraction(40_000)), months=12)
    read = compare((load("scotland"),), question, points_before).offers[0].reads[0]
    found = ways([((), read.figures.window)])
    assert kinds(check(Decimal(6), found)) == [("sum", "exact")]
    assert not check(Decimal("11.5"), found).matches


def test_a_cut_is_a_headline_below_zero() -> None:
    found = ways_of(written(award=[percent("-3", "2024-04-01")]))
    assert kinds(check(Decimal(-3), found)) == [("sum", "exact")]
    assert not check(Decimal(3), found).matches


def test_an_offer_of_nothing_has_no_way_and_no_nearest() -> None:
    found = ways_of(written(award=[percent("0", "2024-04-01")]))
    assert found == []
    assert check(Decimal(3), found) == Checked(Decimal(3), (), None)


# Rounding


@pytest.mark.parametrize(
    ("said", "figure", "by"),
    [
        ("12.4", "12.35", "half_up"),
        ("12.3", "12.35", "half_down"),
        ("12.3", "12.39", "truncated"),
        ("12.4", "12.39", "half_up"),
        ("12.35", "12.35", "exact"),
        ("12.350", "12.35", "exact"),
        ("8", "7.6", "half_up"),
        ("7", "7.6", "truncated"),
        ("8.0", "7.6", None),
        ("1E+1", "10", "exact"),
        ("-12.4", "-12.35", "half_up"),
        ("-12.3", "-12.35", "half_down"),
    ],
)
def test_a_headline_is_rounded_to_its_own_decimals(said: str, figure: str, by: str | None) -> None:
    checked = check(Decimal(said), [Way("sum", Fraction(figure))])
    assert [match.by for match in checked.matches] == ([by] if by else [])


@pytest.mark.parametrize("kind", ["one_rise", "in_year", "year_end", "one_off", "sum_a_year"])
def test_a_part_of_an_offer_is_not_named_for_a_figure_cut_off(kind: Any) -> None:  # noqa: ANN401
    assert not check(Decimal(8), [Way(kind, Fraction("8.7"))]).matches


# Headlines in words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8%", ["8"]),
        ("8", ["8"]),
        (" 8.50 ", ["8.50"]),
        ("14.6% (compound interest) over the 28 month period", ["14.6"]),
        ("5% to 8.9%", ["5", "8.9"]),
        ("5 to 8.9 per cent", ["5", "8.9"]),
        ("5-8pc", ["5", "8"]),
        ("£1,925 and 4 percent", ["4"]),
        ("up to £2,000", []),
        ("a fair offer", []),
        ("12 months", []),
        ("1.5.2%", []),
    ],
)
def test_the_percentages_of_a_headline(text: str, found: list[str]) -> None:
    assert [str(figure) for figure in figures(text)] == found


# Laws

PERCENTS = st.decimals("-50", "200", places=4)


@given(PERCENTS, PERCENTS, st.integers(0, 4))
def test_a_rounded_way_is_always_found(one: Decimal, other: Decimal, places: int) -> None:
    assume(one)
    said = one.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assume(said)
    checked = check(said, [Way("sum", Fraction(one)), Way("compounded", Fraction(other))])
    assert "sum" in {match.way.kind for match in checked.matches}
    assert checked.nearest is None


@given(st.lists(st.tuples(PERCENTS, PERCENTS, st.booleans()), max_size=5), PERCENTS)
def test_a_match_is_never_further_off_than_its_last_decimal(
    figures_: list[tuple[Decimal, Decimal, bool]], said: Decimal
) -> None:
    found = [
        Way("sum", Fraction(rise), Fraction(one_off) if base else Fraction(0), "own" if base else None, year=number)
        for number, (rise, one_off, base) in enumerate(figures_)
    ]
    for places in range(5):
        figure = said.quantize(Decimal(1).scaleb(-places))
        checked = check(figure, found)
        for match in checked.matches:
            assert abs(match.way.percent - Fraction(figure)) < Fraction(1, 10**places)
        assert (checked.nearest is None) == (bool(checked.matches) or not found)
