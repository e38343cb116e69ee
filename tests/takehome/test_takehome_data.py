"""The bundled rates: every year complete, every span next to the one before, every source known."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from payoffer.money import POUND, round_to
from payoffer.shelf import DATA
from payoffer.takehome.bands import Band
from payoffer.takehome.circumstances import NATIONS, PLANS
from payoffer.takehome.files import FOLDER, rows, tables
from payoffer.takehome.schemes import SCHEMES
from payoffer.takehome.tables import Dated, on
from payoffer.takehome.tax_years import TaxYear, of_day

FILES = sorted(path.stem for path in FOLDER.glob("*.csv"))
STATUSES = {"published", "derived", "part derived", "suspect"}
YEARS = [TaxYear(start) for start in range(2010, 2027)]
KNOWN = {
    "tps": [*range(2010, 2014), *range(2015, 2027)],
    "stps": [2010, 2011, 2013, 2017, 2020, 2024],
    "nhs-ew": [*range(2015, 2026)],
    "nhs-scotland": [2010, 2011, 2012, 2014, 2015, 2016, 2020, 2022],
    "lgps-ew": [2012, 2013, 2014, 2018, *range(2020, 2027)],
    "lgps-scotland": [*range(2020, 2027)],
    "alpha": [*range(2017, 2027)],
}
"""The tax years of which each scheme's tables are whole."""


def next_to_each_other(found: Sequence[Dated[Any]]) -> bool:
    return all(after.first - before.last == timedelta(days=1) for before, after in pairwise(found))


def contiguous(bands: Sequence[Band]) -> bool:
    """Say whether bands meet, the last without a limit."""
    return all(low.to == high.above for low, high in pairwise(bands)) and bands[-1].to is None


@pytest.mark.parametrize("name", [name for name in FILES if name != "sources"])
def test_every_row_names_its_dates_status_and_known_sources(name: str) -> None:
    sources = {row["id"] for row in rows("sources")}
    for row in rows(name):
        assert date.fromisoformat(row["from"]) < date.fromisoformat(row["to"])
        assert row["status"] in STATUSES
        assert row["sources"].split()
        assert set(row["sources"].split()) <= sources
        if row["status"] != "published":
            assert row["note"]


def test_every_source_is_used_and_said() -> None:
    used = {source for name in FILES if name != "sources" for row in rows(name) for source in row["sources"].split()}
    known = {row["id"]: row["source"] for row in rows("sources")}
    assert all(known.values())
    # Read for the bands announced first, or beside a better source; kept, since SOURCES.md speaks of them.
    assert set(known) - used <= {"S02", "S03", "P29"}


def test_every_file_stands_in_the_list_of_sources() -> None:
    told = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    assert all(f"{name}.csv" in told for name in FILES)


@pytest.mark.parametrize("year", YEARS, ids=lambda year: year.label)
def test_every_tax_year_is_complete(year: TaxYear) -> None:
    known = tables()
    for day in (year.first, *year.pay_days(), year.last):
        allowance = on(known.allowances, day)
        assert allowance
        assert allowance.value.amount > 0
        assert allowance.value.taper_from == 100_000
        for region in set(NATIONS.values()):
            tax = on(known.income_tax[region], day)
            assert tax
            assert tax.value[0].above == 0
            assert contiguous(tax.value)
        insured = on(known.national_insurance["A"], day)
        assert insured
        assert all(contiguous(bands) for bands in insured.value)
        assert on(known.student_loans["1"], day)
        assert on(known.student_loans["4"], day)


def test_nothing_is_known_before_the_first_year_or_after_the_last() -> None:
    known = tables()
    assert (of_day(known.first), of_day(known.last)) == (YEARS[0], YEARS[-1])
    every: list[Sequence[Dated[Any]]] = [*known.income_tax.values(), known.allowances, known.national_insurance["A"]]
    for found in every:
        assert next_to_each_other(found)
        assert (found[0].first, found[-1].last) == (known.first, known.last)


def test_category_d_is_known_to_april_2016() -> None:
    found = tables().national_insurance["D"]
    assert next_to_each_other(found)
    assert found[-1].last == date(2016, 4, 5)
    for row in found:
        assert row.provenance.status == "derived"
        for bands in row.value:
            assert contiguous(bands)
            assert bands[0].rate < 0 < min(band.rate for band in bands[1:])


def test_rates_are_fractions_and_limits_whole_pounds() -> None:
    known = tables()
    bands = [band for found in known.income_tax.values() for row in found for band in row.value]
    bands += [band for found in known.student_loans.values() for row in found for band in [row.value]]
    assert all(0 < band.rate < Decimal("0.6") for band in bands)
    assert all(band.above == band.above.to_integral_value() for band in bands)


@pytest.mark.parametrize("plan", PLANS)
def test_student_loan_thresholds_run_from_the_first_year_to_the_last(plan: str) -> None:
    found = tables().student_loans[plan]
    assert next_to_each_other(found)
    assert found[-1].last == tables().last
    assert all(row.value.rate == (Decimal("0.06") if plan == "postgraduate" else Decimal("0.09")) for row in found)
    assert all(before.value.above <= after.value.above for before, after in pairwise(found))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_pension_tiers_are_in_order_and_their_years_are_those_said(scheme: str) -> None:
    found = tables().pensions[scheme]
    assert all(before.last < after.first for before, after in pairwise(found))
    for row in found:
        tiers = row.value.tiers
        assert tiers[0].pay_from == 0
        assert tiers[-1].pay_below is None
        assert all(low.pay_below == high.pay_from for low, high in pairwise(tiers))
        assert all(low.rate <= high.rate < Decimal("0.2") for low, high in pairwise(tiers))
    whole = [year.start for year in YEARS if all(on(found, day) for day in year.pay_days())]
    assert whole == KNOWN[scheme]


def test_teachers_limits_follow_the_rule_of_prices_but_for_one() -> None:
    # SI 2014/2651, regulation 23: up by the CPI of September, to the next pound. ONS, CPI: 1.0 (2016), 3.0, 2.4, 1.7,
    # 0.5, 3.1, 10.1, 6.7 and 1.7 (2024), then 3.8, which gives the derived limits of 2026.
    prices = ["1.0", "3.0", "2.4", "1.7", "0.5", "3.1", "10.1", "6.7", "1.7", "3.8"]
    found = [row for row in tables().pensions["tps"] if row.first >= date(2015, 4, 1)]
    wrong = []
    for (before, after), rise in zip(pairwise(found), prices, strict=True):
        for low, high in zip(before.value.tiers[1:], after.value.tiers[1:], strict=True):
            exact = low.pay_from * (1 + Decimal(rise) / 100)
            if round_to(exact, POUND, "up") != high.pay_from:
                wrong.append((after.first.year, high.pay_from))
    assert wrong == [(2018, Decimal(43172))]
