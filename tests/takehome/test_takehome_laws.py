"""What holds of take-home pay whatever the pay, the nation, the year, the pension and the loan."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from payoffer.takehome.bands import ZERO, Band, Tier, marginal, slab
from payoffer.takehome.circumstances import NATIONS, PLANS, Circumstances, Pension
from payoffer.takehome.deductions import ONE, TakeHome, earnings, take_home
from payoffer.takehome.files import tables
from payoffer.takehome.rules import Insured, Rules, year_rules
from payoffer.takehome.tax_years import TaxYear

law = settings(max_examples=60)
POUND = Decimal(1)
pays = st.decimals(Decimal(0), Decimal(250_000), places=2)
years = st.integers(2010, 2026).map(TaxYear)
nations = st.sampled_from(list(NATIONS))
plans = st.sets(st.sampled_from(PLANS)).map(lambda found: tuple(plan for plan in PLANS if plan in found))
WITH_TABLES = {"tps": 2021, "nhs-ew": 2022, "lgps-ew": 2024, "lgps-scotland": 2023, "alpha": 2025, "stps": 2024}
rated = st.decimals(Decimal(0), Decimal("0.15"), places=3).map(lambda rate: Pension(rate=rate))


@st.composite
def any_rules(draw: st.DrawFn, *, pension: bool = True) -> Rules:
    """Return the rules of some year for somebody; with a scheme in a year that its table is known for."""
    who = Circumstances(draw(nations), draw(plans))
    scheme = draw(st.sampled_from([None, *WITH_TABLES])) if pension else None
    if scheme:
        year, paid = TaxYear(WITH_TABLES[scheme]), Pension(scheme)
    else:
        year, paid = draw(years), draw(rated) if pension else Pension()
    return year_rules(tables(), year, who._replace(pension=paid))


def off(pay: Decimal, rules: Rules, fte: Decimal = ONE) -> TakeHome:
    return take_home(earnings(pay, fte), rules)


@law
@given(pays, any_rules())
def test_nothing_taken_off_is_less_than_nothing_and_all_of_it_adds_up(pay: Decimal, rules: Rules) -> None:
    taken = off(pay, rules)
    parts = (taken.pension, taken.income_tax, taken.national_insurance, taken.student_loan)
    assert all(part >= 0 for part in parts)
    assert taken.net + sum(parts) == taken.gross
    assert 0 <= taken.net <= taken.gross == pay


@law
@given(any_rules())
def test_nothing_leaves_nothing(rules: Rules) -> None:
    assert off(ZERO, rules).net == 0


@law
@given(pays, any_rules(pension=False))
def test_without_a_pension_a_pound_more_leaves_more(pay: Decimal, rules: Rules) -> None:
    assert off(pay + POUND, rules).net > off(pay, rules).net


@law
@given(pays, any_rules())
def test_a_pound_more_leaves_less_only_where_a_pension_rate_goes_up(pay: Decimal, rules: Rules) -> None:
    one, more = off(pay, rules), off(pay + POUND, rules)
    if more.net < one.net:
        assert any(high > low for low, high in zip(one.pension_rates, more.pension_rates, strict=True))


@law
@given(pays, any_rules(pension=False), rated)
def test_a_pension_never_changes_national_insurance_or_the_loan(pay: Decimal, rules: Rules, paid: Pension) -> None:
    contributions = tuple(each._replace(rate=paid.rate) for each in rules.contributions)
    one, other = off(pay, rules), off(pay, rules._replace(contributions=contributions))
    assert (one.national_insurance, one.student_loan) == (other.national_insurance, other.student_loan)
    assert other.income_tax <= one.income_tax


@law
@given(pays, any_rules())
def test_a_loan_lowers_what_is_left_by_exactly_the_loan(pay: Decimal, rules: Rules) -> None:
    taken = off(pay, rules)
    assert off(pay, rules._replace(loans=())).net - taken.student_loan == taken.net


@law
@given(pays, st.integers(2010, 2016).map(TaxYear))
def test_scotland_had_the_tax_of_the_rest_to_2016_17(pay: Decimal, year: TaxYear) -> None:
    scotland, england = (year_rules(tables(), year, Circumstances(nation)) for nation in ("Scotland", "England"))
    assert off(pay, scotland).income_tax == off(pay, england).income_tax


@law
@given(pays, years, nations, st.integers(1, 11))
def test_a_year_parted_at_equal_rates_is_the_year(pay: Decimal, year: TaxYear, nation: str, months: int) -> None:
    rules = year_rules(tables(), year, Circumstances(nation))
    bands = rules.insured[0].bands
    whole = rules._replace(insured=(Insured(12, bands),))
    parted = rules._replace(insured=(Insured(months, bands), Insured(12 - months, bands)))
    assert off(pay, whole).net == off(pay, parted).net


@law
@given(pays, any_rules(), st.sampled_from([Decimal("0.5"), Decimal("0.6"), Decimal("0.81")]))
def test_part_time_pay_is_pay_where_tiers_look_at_what_is_earned(pay: Decimal, rules: Rules, fte: Decimal) -> None:
    if not any(each.table and each.table.full_time for each in rules.contributions):
        assert off(pay, rules, fte) == off(pay * fte, rules)


@law
@given(pays, st.lists(pays, min_size=1, max_size=5, unique=True))
def test_bands_at_one_rate_are_that_rate_and_a_slab_is_a_rate_of_its_own(pay: Decimal, limits: list[Decimal]) -> None:
    starts = [ZERO, *sorted(limit for limit in limits if limit)]
    ends = [*starts[1:], None]
    rate = Decimal("0.2")
    assert marginal(tuple(Band(*span, rate) for span in zip(starts, ends, strict=True)), pay) == pay * rate
    tiers = tuple(Tier(*span, Decimal(place)) for place, span in enumerate(zip(starts, ends, strict=True)))
    found = tiers[int(slab(tiers, pay))]
    assert found.pay_from <= pay
    assert found.pay_below is None or pay < found.pay_below
