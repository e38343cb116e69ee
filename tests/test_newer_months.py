"""New months beside those held: what has to agree, what is refused, and that no month is lost."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.errors import FileProblem
from payoffer.money import decimals
from payoffer.newer_months import join, joined_with
from payoffer.price_files import held
from payoffer.series import Level
from payoffer.stored_series import Facts, document, stored
from tests.made import law
from tests.ons_files import levels_of

CPI = held("cpi").series
CPIH = held("cpih").series
BASE = CPI.provenance.base
AUGUST, SEPTEMBER = date(2026, 8, 1), date(2026, 9, 1)
FACTS = Facts("cpi", "D7BT", "CPI", BASE, "2026-11-18", "")
TAKEN_IN = ("2026-11-22", "f.csv")


def months(*newer: str, since: int = 1988) -> dict[date, Decimal]:
    return {month: Decimal(str(level)) for month, level in levels_of("cpi", *newer).items() if month.year >= since}


def on_2023(levels: dict[date, Decimal]) -> dict[date, Decimal]:
    """Return the same months on 2023=100, as they would be printed."""
    return {month: decimals(Fraction(level) * Fraction(1000, 1305), 1) for month, level in levels.items()}


def refusal(base: str, levels: dict[date, Decimal]) -> str:
    with pytest.raises(FileProblem) as problem:
        join(CPI, base, levels, "f.csv")
    return str(problem.value)


def test_new_months_are_added() -> None:
    found = join(CPI, BASE, months("144.0", "144.3", since=2020), "f.csv")
    assert found.new == (SEPTEMBER, date(2026, 10, 1))
    assert found.agreeing == 80  # January 2020 to August 2026
    assert set(CPI.levels) < set(found.levels)
    assert (found.base, found.levels[SEPTEMBER]) == (BASE, Decimal("144.0"))


def test_months_that_differ_are_named() -> None:
    levels = months("144.0")
    said = refusal(BASE, {**levels, AUGUST: Decimal("143.5")})
    assert (
        "f.csv does not agree with the months held here, from cpi.csv (bundled): August 2026 (143.5, here 143.6): "
        in said
    )
    many = {month: level + 1 for month, level in levels.items()}
    assert ", April 1988 (50.3, here 49.3) and 460 more: nothing was taken" in refusal(BASE, many)


def test_the_cpih_may_be_revised_by_a_tenth() -> None:
    levels = {month: Decimal(str(level)) for month, level in CPIH.levels.items()}
    last = max(levels)
    found = join(CPIH, BASE, {**levels, last: levels[last] + Decimal("0.1")}, "f")
    assert found.levels[last] == Decimal("139.0")
    assert (found.agreeing, found.new, found.revised) == (452, (), (last,))  # January 1988 to August 2025 agree
    with pytest.raises(FileProblem, match="September 2025"):
        join(CPIH, BASE, {**levels, last: levels[last] + Decimal("0.2")}, "f")


def test_too_little_in_common_is_no_check() -> None:
    said = refusal(BASE, {month: level for month, level in months("144.0").items() if month >= date(2026, 1, 1)})
    assert "runs from January 2026 to September 2026 and has 8 months in common with those held here, to August" in said


def test_twelve_months_in_common_are_a_check() -> None:
    levels = {month: level for month, level in months("144.0").items() if month >= date(2025, 9, 1)}
    found = join(CPI, BASE, levels, "f.csv")
    assert (found.agreeing, found.new) == (12, (SEPTEMBER,))
    del levels[date(2025, 9, 1)]
    assert "has 11 months in common with those held here" in refusal(BASE, levels)


@pytest.mark.parametrize("level", ["150.8", "136.4", "1440", "14.4"])
def test_a_jump_is_a_slip(level: str) -> None:
    assert f"f.csv: September 2026 is {level} after 143.6, which is no month's change" in refusal(BASE, months(level))


@pytest.mark.parametrize("level", ["150.7", "136.5"])
def test_a_move_of_up_to_a_twentieth_is_taken(level: str) -> None:
    """143.6 x 1.05 is 150.78, and 143.6 x 0.95 is 136.42."""
    assert join(CPI, BASE, months(level), "f.csv").levels[SEPTEMBER] == Decimal(level)


@pytest.mark.parametrize("name", ["cpi", "cpih", "rpi"])
def test_no_month_that_comes_with_payoffer_moved_so_far(name: str) -> None:
    levels = list(held(name).series.levels.values())
    assert max(abs(Fraction(two) / Fraction(one) - 1) for one, two in pairwise(levels)) < Fraction("0.035")


def test_earlier_months_than_those_held_may_begin_a_series() -> None:
    levels = {date(1987, 12, 1): Decimal("48.3"), **months()}
    assert join(CPI, BASE, levels, "f").new == (date(1987, 12, 1),)


def test_earlier_months_have_to_lead_up_to_those_held() -> None:
    levels = {
        **{date(1980 + year, month, 1): Decimal("4.8") for year in range(8) for month in range(1, 13)},
        **months(),
    }
    assert "f.csv: January 1988 is 48.4 after 4.8, which is no month's change of prices" in refusal(BASE, levels)


def test_another_base_is_taken_as_it_is_printed() -> None:
    """144.0 / 1.305 is 110.34, and 48.4 / 1.305 is 37.09."""
    found = join(CPI, "2023=100", on_2023(months("144.0")), "f.csv")
    assert found.base == "2023=100"
    assert (found.levels[SEPTEMBER], found.levels[date(1988, 1, 1)]) == (Decimal("110.3"), Decimal("37.1"))
    assert set(found.levels) == {*CPI.levels, SEPTEMBER}


def test_another_base_has_to_bring_every_month_that_is_held() -> None:
    """What its publisher has not printed on the new base is not made up."""
    for levels, span in (
        (months("144.0", since=2015), "January 2015 to September 2026"),
        ({month: level for month, level in months().items() if month < AUGUST}, "January 1988 to July 2026"),
    ):
        said = refusal("2023=100", on_2023(levels))
        assert f"f.csv is on a new base, 2023=100, and runs from {span}, while the months held here on 2015=100" in said
        assert "are those from January 1988 to August 2026: all of them are needed on the new base" in said


def test_another_base_with_a_month_revised() -> None:
    """What was 138.9 and is now 139.049 is printed as 139.0, and on 2023=100, 139.049 / 1.305, as 106.6."""
    rebased = on_2023({month: Decimal(str(level)) for month, level in CPIH.levels.items()})
    last = max(rebased)
    assert rebased[last] == Decimal("106.4")
    assert join(CPIH, "2023=100", {**rebased, last: Decimal("106.6")}, "f.csv").levels[last] == Decimal("106.6")
    with pytest.raises(FileProblem, match="but no one ratio carries the one into the other"):
        join(CPIH, "2023=100", {**rebased, last: Decimal("106.9")}, "f.csv")


def test_another_base_that_is_another_series() -> None:
    levels = on_2023(months())
    levels[date(2020, 1, 1)] += 2
    assert "f.csv is on the base 2023=100 and the months held here on 2015=100, but no one ratio" in refusal(
        "2023=100", levels
    )


def kept(levels: dict[date, Level] | dict[date, Decimal]) -> str:
    return document(FACTS, *TAKEN_IN, levels)


def test_what_is_kept_is_read_again() -> None:
    own = stored(kept(months("144.0")), "cpi.json")
    assert own.levels == months("144.0")
    series = joined_with(CPI, own)
    assert series.last == SEPTEMBER
    assert series.rates == CPI.rates
    told = series.provenance
    assert (told.released, told.read, told.file, told.code) == ("2026-11-18", "2026-11-22", "f.csv (imported)", "D7BT")


def test_what_was_special_of_bundled_months_is_not_said_of_an_imported_file() -> None:
    levels = {month: Decimal(str(level)) for month, level in levels_of("cpih", "139.5").items()}
    own = stored(document(FACTS._replace(name="cpih", code="L522"), *TAKEN_IN, levels), "cpih.json")
    assert "economic calendar" in CPIH.provenance.note
    assert not joined_with(CPIH, own).provenance.note
    assert not joined_with(CPIH, own).provenance.note_in_brief


def test_what_is_kept_and_no_longer_agrees() -> None:
    own = stored(kept({**months(), AUGUST: Decimal("143.5")}), "cpi.json")
    with pytest.raises(FileProblem, match=r"cpi\.json does not agree with the months held here, .*: August 2026"):
        joined_with(CPI, own)


@pytest.mark.parametrize(("name", "code"), [("rpi", "D7BT"), ("cpi", "CHAW"), ("rpi", "CHAW"), ("cpi", "")])
def test_what_is_kept_under_the_name_of_another_series(name: str, code: str) -> None:
    own = stored(document(FACTS._replace(name=name, code=code), *TAKEN_IN, months("144.0")), "cpi.json")
    with pytest.raises(FileProblem, match=rf"^cpi\.json holds {code or name}, another series than the CPI$"):
        joined_with(CPI, own)


def test_days_of_a_release_that_are_not_known() -> None:
    own = stored(document(FACTS._replace(released="", next_release=""), *TAKEN_IN, months()), "cpi.json")
    assert (own.facts.released, own.facts.next_release) == ("", "")


WHOLE = json.loads(kept(months("144.0")))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        json.dumps({**WHOLE, "payoffer_series": 2}),
        json.dumps({**WHOLE, "levels": {}}),
        json.dumps({**WHOLE, "levels": []}),
        json.dumps({**WHOLE, "base": 2015}),
        json.dumps({**WHOLE, "base": "zz"}),
        json.dumps({**WHOLE, "released": "garbage"}),
        json.dumps({**WHOLE, "released": "20261118"}),
        json.dumps({**WHOLE, "next_release": "2026-99-99"}),
        json.dumps({**WHOLE, "next_release": "2026-12"}),
        json.dumps({**WHOLE, "read": "zz"}),
        json.dumps({**WHOLE, "read": ""}),
        json.dumps({**WHOLE, "imported": "\x1b[31mf.csv"}),
        json.dumps({**WHOLE, "imported": "\ud800.csv"}),
        json.dumps({**WHOLE, "levels": {"2026-01": "140.0", "2026-03": "140.2"}}),
        json.dumps({key: value for key, value in WHOLE.items() if key != "read"}),
        json.dumps({**WHOLE, "levels": {"2026-13": "1.0"}}),
        json.dumps({**WHOLE, "levels": {"2026-01": 1.0}}),
        json.dumps({**WHOLE, "levels": {"2026-01": "0.0"}}),
        json.dumps({**WHOLE, "levels": {"2026-01": "-1"}}),
        kept(months())[:-40],
    ],
    ids=range(24),
)
def test_what_is_damaged(text: str) -> None:
    with pytest.raises(FileProblem, match=r"^cpi\.json is damaged or of another version$"):
        stored(text, "cpi.json")


@law
@given(st.integers(0, 463), st.integers(0, 463), st.lists(st.integers(-9, 9), max_size=4))
def test_importing_never_loses_a_month(first: int, last: int, moves: list[int]) -> None:
    """Whatever part of the months is in a file, all that were held are there after, as they were."""
    newer: list[str] = []
    for move in moves:
        newer.append(str(Decimal(newer[-1] if newer else "143.6") + Decimal(move) / 10))
    levels = months(*newer)
    chosen = dict(list(levels.items())[min(first, last) : max(first, last) + 1 + len(newer)])
    try:
        found = join(CPI, BASE, chosen, "f")
    except FileProblem:
        assert len(set(chosen) & set(CPI.levels)) < 12 or (chosen and max(chosen) > SEPTEMBER)
        return
    assert {month: found.levels[month] for month in CPI.levels} == CPI.levels
    assert set(found.levels) == set(CPI.levels) | set(chosen)
