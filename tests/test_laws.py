"""What holds for every offer, whatever it says: tried on offers made at random."""

from decimal import Decimal, localcontext
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from payoffer.asked import Pay, Question
from payoffer.compare import Comparison, Valued
from payoffer.offer_parts import Award
from payoffer.pay_over import Window
from payoffer.periods import DAY
from payoffer.prices import PriceIndex
from payoffer.report.figures import FIGURES, YEAR_FIGURES
from payoffer.schedule import PaySchedule
from payoffer.steps import Person
from payoffer.uplift import Term
from payoffer.valuation import Valuation
from tests.made import answered, comparisons, law, offers, prices, salaries

NO_PRICES = PriceIndex("flat", (Decimal(0),))
SMALL = Fraction(1, 10**20)


def valuations(answer: Comparison) -> list[Valuation]:
    return [whole for offer in answer.offers for read in offer.reads for all_ in read.by_prices for whole in all_]


def alone(found: object, question: Question) -> Valued:
    """Return one offer valued by itself; offers that need a pay point are passed over."""
    answer = answered([found], question)  # type: ignore[list-item]
    assume(answer is not None)
    assert answer is not None
    return answer.offers[0]


@law
@given(comparisons)
def test_extra_pay_and_shortfall_make_what_is_needed(answer: Comparison) -> None:
    for whole in valuations(answer):
        if whole.shortfall is not None:
            assert whole.extra_cash + whole.shortfall == whole.extra_cash_needed
        for year in whole.years:
            if year.shortfall is not None:
                assert year.extra_cash + year.shortfall == year.extra_cash_needed


@law
@given(comparisons)
def test_what_is_needed_depends_on_pay_months_and_prices_alone(answer: Comparison) -> None:
    assume(not answer.question.pay.points)
    for number in range(len(answer.question.prices)):
        found = [read.by_prices[number] for offer in answer.offers for read in offer.reads]
        assert len({figures.window.extra_cash_needed for figures in found}) == 1
        assert len({figures.covered.extra_cash_needed for figures in found}) == 1


@law
@given(offers, salaries, st.integers(0, 3))
def test_a_rise_of_nothing_changes_nothing(offer: object, salary: Fraction, place: int) -> None:
    question = Question(Pay(salary), (NO_PRICES,))
    plain = alone(offer, question)
    awards = plain.offer.award
    nothing = Award.model_construct(effective=awards[place % len(awards)].day, uplift=(Term(percent=Decimal(0)),))
    more = alone(plain.offer.model_copy(update={"award": (*awards, nothing)}), question)
    assert [step.rate for step in more.reads[0].schedule.steps] == [s.rate for s in plain.reads[0].schedule.steps]
    assert more.reads[0].figures.own.extra_cash == plain.reads[0].figures.own.extra_cash


@law
@given(offers, salaries, prices)
def test_no_rise_at_all_is_worth_nothing(offer: object, salary: Fraction, index: PriceIndex) -> None:
    found = alone(offer, Question(Pay(salary), (index,)))
    nothing = Term(percent=Decimal(0))
    frozen = tuple(award.model_copy(update={"uplift": (nothing,)}) for award in found.offer.award)
    own = (
        alone(found.offer.model_copy(update={"award": frozen, "lump_sum": ()}), Question(Pay(salary), (index,)))
        .reads[0]
        .figures.own
    )
    assert own.rate_at_end == salary
    assert {own.extra_cash, own.new_cash, own.compounded_percent, own.headline_percent, own.monthly_rise} == {0}
    assert own.shortfall == own.extra_cash_needed


@law
@given(offers, salaries)
def test_prices_rising_by_the_break_even_leave_what_basic_pay_buys(offer: object, salary: Fraction) -> None:
    own = alone(offer, Question(Pay(salary))).reads[0].figures.own
    assert own.break_even_percent is not None
    with localcontext() as context:
        context.prec = 50
        rate = Decimal(own.break_even_percent.numerator) / Decimal(own.break_even_percent.denominator)
    again = alone(offer, Question(Pay(salary), (PriceIndex("break-even", (rate,)),))).reads[0].figures.own
    assert again.real_change_percent is not None
    assert abs(again.real_change_percent) < SMALL
    assert again.catch_up_percent is not None
    assert abs(again.catch_up_percent) < SMALL


@law
@given(offers, salaries)
def test_where_prices_do_not_rise_real_is_cash(offer: object, salary: Fraction) -> None:
    own = alone(offer, Question(Pay(salary), (NO_PRICES,))).reads[0].figures.own
    assert own.real_change_percent == own.compounded_percent
    assert own.real_pay_change == own.real_extra_cash == own.extra_cash
    assert own.extra_cash_needed == 0
    assert own.points_behind == -own.compounded_percent
    assert [year.real_change_in_year_percent for year in own.years] == [year.rise_percent for year in own.years]


@law
@given(offers, st.lists(salaries, min_size=1, max_size=3, unique=True), st.lists(st.integers(0, 2), max_size=12))
def test_a_workforce_grouped_by_pay_is_the_sum_of_its_people(
    offer: object, pays: list[Fraction], people: list[int]
) -> None:
    """Extra pay is a person's own: it depends on pay, hours and point, so equal people can be valued once."""
    span = alone(offer, Question(Pay(pays[0]))).deal

    def worth(pay: Fraction) -> Fraction:
        schedule = PaySchedule(offer, Person(pay))  # type: ignore[arg-type]
        return Valuation(schedule, schedule, Window(span.start, span.months), None).extra_cash

    everyone = [pays[number % len(pays)] for number in people]
    grouped = sum(everyone.count(pay) * worth(pay) for pay in pays)
    assert grouped == sum(worth(pay) for pay in everyone)


@law
@given(offers, salaries)
def test_two_at_half_time_are_one_at_full_time(offer: object, salary: Fraction) -> None:
    found = alone(offer, Question(Pay(salary)))
    assume(all(lump.pro_rata for lump in found.offer.lump_sum))
    half = alone(offer, Question(Pay(salary, fte=Fraction(1, 2)))).reads[0].figures.own
    whole = found.reads[0].figures.own
    assert 2 * half.extra_cash == whole.extra_cash
    assert 2 * half.monthly_rise == whole.monthly_rise
    assert half.rate_at_end == whole.rate_at_end


@law
@given(comparisons)
def test_cash_adds_up_over_the_years(answer: Comparison) -> None:
    for whole in valuations(answer):
        assert sum((year.months for year in whole.years), Fraction(0)) == whole.months
        assert sum((year.extra_cash for year in whole.years), Fraction(0)) == whole.extra_cash
        assert sum((year.one_off_cash for year in whole.years), Fraction(0)) == whole.one_off_cash


@law
@given(offers, salaries, st.integers(0, 40), st.integers(0, 40))
def test_cash_adds_up_over_any_two_windows_that_meet(offer: object, salary: Fraction, one: int, other: int) -> None:
    whole = alone(offer, Question(Pay(salary))).reads[0].figures.own
    start, end = sorted((Fraction(one, 3), Fraction(other, 3)))

    def extra(first: Fraction, last: Fraction) -> Fraction:
        return whole.rise_pay(first, last) + whole.one_offs(first, last)

    assert extra(Fraction(0), start) + extra(start, end) == extra(Fraction(0), end)


@law
@given(offers, salaries, prices)
def test_the_three_windows_of_one_offer_agree(offer: object, salary: Fraction, index: PriceIndex) -> None:
    figures = alone(offer, Question(Pay(salary), (index,))).reads[0].figures
    for name in (figure.name for figure in FIGURES):
        assert getattr(figures.own, name) == getattr(figures.covered, name) == getattr(figures.window, name)
    for years in zip(figures.own.years, figures.covered.years, figures.window.years, strict=True):
        for name in (figure.name for figure in YEAR_FIGURES):
            assert len({getattr(year, name) for year in years}) == 1


@law
@given(comparisons)
def test_pay_holds_from_the_day_of_a_rise_until_the_next(answer: Comparison) -> None:
    for offer in answer.offers:
        schedule = offer.reads[0].schedule
        rate = schedule.start_rate
        for step in schedule.steps:
            assert (schedule.rate_on(step.start - DAY), step.before) == (rate, rate)
            assert rate + sum(part.rise for part in step.parts) == step.rate == schedule.rate_on(step.start)
            rate = step.rate


@law
@given(comparisons)
def test_readings_come_in_order_and_differ(answer: Comparison) -> None:
    for offer in answer.offers:
        worth = [read.figures.window.extra_cash for read in offer.reads]
        assert worth == sorted(worth)


@law
@given(comparisons)
def test_new_money_and_what_is_already_paid_make_the_extra_pay(answer: Comparison) -> None:
    for whole in valuations(answer):
        assert whole.new_cash + whole.already_paid.extra_cash == whole.extra_cash


@law
@given(comparisons)
def test_back_pay_is_never_more_than_the_rises_of_the_months_counted(answer: Comparison) -> None:
    for whole in valuations(answer):
        for late in whole.late:
            owed = list(late.back_months(whole.months))
            assert 0 <= late.earned < min(late.in_basic_pay, whole.months)
            assert all(0 < month.share <= 1 <= month.late for month in owed)
            assert [month.month + month.late for month in owed] == [late.first_paid] * len(owed)
        if whole.arrears is None:
            assert whole.late == []
            assert whole.late_payment_loss is None
