"""What holds from the other side: an answer put into an offer and asked again leaves nothing, to the penny.

The offers are made at random, with several awards, floors and flat sums, one-offs and days in the middle of a month;
pay is part time, prices are rates a year or a series.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from payoffer.asked import Named, Pay, Question
from payoffer.compare import Comparison, compare
from payoffer.errors import NotValued
from payoffer.money import decimals
from payoffer.needed import Goal, claim, keeping_up, level
from payoffer.offer import Offer
from payoffer.offer_parts import Award, LumpSum
from payoffer.payback import payback
from payoffer.periods import DAY, YEAR, add_months
from payoffer.price_files import held
from payoffer.prices import PriceIndex, SeriesPrices
from payoffer.restore import Since
from payoffer.uplift import Term
from payoffer.valuation import Valuation
from tests.asking import ask, award, measured, one_off, percent
from tests.asking import offer as small
from tests.made import documents, law, rates, salaries, shares

few = settings(law, max_examples=20)
PENNY = Fraction(1, 100)
A_RATE_IS_KEPT_TO = PENNY / 2
PLACES = 15

made = documents().map(lambda document: Offer.model_validate({**document, "group": "g"}))
several_rates = st.lists(rates, min_size=1, max_size=3).map(lambda found: PriceIndex("made", tuple(found)))
pays = st.tuples(salaries, shares).map(lambda found: Pay(found[0], fte=found[1]))
questions = st.tuples(pays, st.sampled_from([7, 12, 18, 24, 40])).map(lambda found: Question(found[0], months=found[1]))


def asked(offers: list[Offer], question: Question) -> Comparison:
    """Return the comparison; offers that need a pay point, and prices that are not known, are passed over."""
    named = tuple(Named(f"made-{place}", offer, "made.toml", "local") for place, offer in enumerate(offers, 1))
    try:
        found = compare(named, question, lambda _named, _day: {"M1": question.pay.salary, "M2": question.pay.salary})
    except NotValued:
        found = None
    assume(found is not None)
    assert found
    return found


def window(answer: Comparison, place: int) -> Valuation:
    return answer.offers[place].reads[0].figures.window


def settled(offer: Offer, day: date) -> bool:
    """Say whether an offer does nothing more from a day on, so that one more award is all that changes."""
    awards_before = all(each.day < day for each in offer.award)
    return awards_before and all(each < day for lump in offer.lump_sum for each in lump.days)


def awarded(offer: Offer, day: date, rise: Fraction) -> Offer:
    """Return the offer with one more award, and for twelve months from it."""
    # Made and not read: the terms of a file take fewer decimal places than are needed here.
    more = Award.model_construct(effective=day, uplift=(Term.model_construct(percent=decimals(rise, PLACES)),))
    return offer.model_copy(update={"award": (*offer.award, more), "until": add_months(day, YEAR) - DAY})


def paid(offer: Offer, day: date, amount: Fraction) -> Offer:
    """Return the offer with a one-off that is the same whatever the hours."""
    lump = {"pay": [{"flat": decimals(amount, 2)}], "paid": day, "pro_rata": False}
    return offer.model_copy(update={"lump_sum": (*offer.lump_sum, LumpSum.model_validate(lump))})


def with_changed(answer: Comparison, goal: Goal, changed: Offer) -> tuple[Valuation, Valuation]:
    """Return the two offers over the same months once the goal's own has become another: that one first."""
    offers = [changed if each is goal.offer else each.offer for each in answer.offers]
    again = asked(offers, answer.question)
    place = answer.offers.index(goal.offer)
    return window(again, place), window(again, 1 - place)


@few
@given(made, pays, several_rates | st.sampled_from(["cpi", "cpih", "rpi"]).map(measured))
def test_the_award_that_keeps_up_leaves_pay_buying_what_it_did(
    offer: Offer, pay: Pay, prices: PriceIndex | SeriesPrices
) -> None:
    question = Question(pay, (prices,))
    answer = asked([offer], question)
    try:
        goal = next(keeping_up(answer))
    except NotValued:
        goal = None
    assume(goal is not None)
    assert goal
    assume(settled(offer, goal.by))
    need = goal.readings[0]
    before = answer.offers[0].reads[0].figures.own
    after = asked([awarded(offer, goal.by, need.next_award_percent)], question).offers[0].reads[0].figures.own
    # Days of a February count as another part of a month a year later, where that is a leap year.
    assume(after.months == before.months + YEAR)
    assert after.real_change_percent is not None
    assert abs(after.real_change_percent / 100 * need.target) <= A_RATE_IS_KEPT_TO
    assert abs(after.compounded_percent - need.rise_percent) / 100 * after.rate_before <= A_RATE_IS_KEPT_TO
    # The one-off is what the award pays in its first twelve months.
    longer = asked([offer], Question(pay, (), months=None)).offers[0].reads[0].figures.own
    gained = after.extra_pay(before.months, after.months) - longer.extra_pay(before.months, after.months)
    assert abs(gained - need.one_off) <= PENNY


@few
@given(made, made, questions)
def test_the_award_that_makes_two_offers_level_leaves_no_difference(one: Offer, two: Offer, question: Question) -> None:
    answer = asked([one, two], question)
    goal = level(answer)
    assume(settled(goal.offer.offer, goal.by))
    changed = awarded(goal.offer.offer, goal.by, goal.readings[0].next_award_percent)
    own, other = with_changed(answer, goal, changed)
    if goal.kind == "level":
        assert abs(own.extra_cash - other.extra_cash) <= A_RATE_IS_KEPT_TO * answer.months / YEAR
    else:
        assert abs(own.schedule.rate_on(goal.by) - other.rate_at_end) <= A_RATE_IS_KEPT_TO


rises = st.decimals(0, 12, places=1)


@few
@given(rises, rises, rises, pays)
def test_each_reading_of_a_one_off_needs_an_award_of_its_own(
    one: Decimal, first: Decimal, second: Decimal, pay: Pay
) -> None:
    """1% of pay before, of pay now or of pay after the rise."""
    year = ["2025-04-01", "2026-03-31"]
    short = small("short", award(year[0], percent(one)), one_off(percent(1), of="unstated", covers=year)).offer
    long = small("long", award(year[0], percent(first)), award("2026-04-01", percent(second))).offer
    answer = asked([short, long], Question(pay, months=24))
    goal = level(answer)
    assert len(goal.readings) == len(answer.offers[0].reads)
    for need in goal.readings:
        again = asked([awarded(short, goal.by, need.next_award_percent), long], answer.question)
        (read,) = (read for read in again.offers[0].reads if read.assumes == need.assumes)
        gap = read.figures.window.extra_cash - window(again, 1).extra_cash
        assert abs(gap) <= A_RATE_IS_KEPT_TO * 2


@few
@given(made, made, questions)
def test_the_award_that_meets_a_claim_does(offer: Offer, claimed: Offer, question: Question) -> None:
    answer = asked([offer, claimed.model_copy(update={"kind": "claim"})], question)
    goal = claim(answer)
    assume(settled(offer, goal.by))
    own, other = with_changed(answer, goal, awarded(offer, goal.by, goal.readings[0].next_award_percent))
    assert abs(own.schedule.rate_on(goal.by) - other.rate_at_end) <= A_RATE_IS_KEPT_TO


@few
@given(made, made, questions, st.sampled_from(["offer", "claim"]))
def test_the_one_off_in_place_of_an_award_makes_the_money_the_same(
    one: Offer, two: Offer, question: Question, kind: str
) -> None:
    answer = asked([one, two.model_copy(update={"kind": kind})], question)
    goal = claim(answer) if kind == "claim" else level(answer)
    need = goal.readings[0]
    assume(need.one_off >= PENNY)
    own, other = with_changed(answer, goal, paid(goal.offer.offer, goal.offer.anchor, need.one_off))
    assert abs(own.extra_cash - other.extra_cash) <= A_RATE_IS_KEPT_TO


@few
@given(made, made, questions, st.integers(1, 20))
def test_strike_days_are_paid_back_in_the_month_from_which_compare_says_so(
    won: Offer, refused: Offer, question: Question, days: int
) -> None:
    answer = asked([won, refused], question)
    found = payback(answer, Decimal(days), Fraction(1, 365))
    (gain,) = found.gains
    last = int(found.months)
    for months in {gain.paid_back or last, (gain.paid_back or last) - 1, last} & set(range(1, last + 1)):
        over = asked([won, refused], question._replace(months=months))
        gap = window(over, 0).extra_cash - window(over, 1).extra_cash
        assert sum(gain.by_month[:months]) == gap
        if found.months == last:
            assert (gap >= found.cost.pounds) == (gain.paid_back is not None and months >= gain.paid_back)


@few
@given(
    st.sampled_from(["cpi", "cpih", "rpi"]),
    st.dates(date(2000, 1, 1), date(2023, 12, 31)),
    st.integers(12, 20),
    st.decimals(10000, 90000, places=0),
    st.decimals(10000, 90000, places=0),
)
def test_the_rise_that_restores_pay_leaves_it_buying_what_it_did(
    name: str, day: date, months: int, then: Decimal, now: Decimal
) -> None:
    """``compare`` meets the same months: from a year before the offer on, for as long as it runs."""
    first = day.replace(day=1)
    last = add_months(first, months)
    prices = SeriesPrices(held(name).series, "during").on(first, Fraction(months))
    since = Since(Fraction(then), Fraction(now), first, last, prices)
    start = add_months(first, YEAR)
    again = ask(
        small(
            "a",
            award(f"{start}", percent(decimals((since.now / since.then - 1) * 100, 9))),
            award(f"{start + 9 * DAY}", percent(decimals(since.catch_up_percent, 9))),
            until=add_months(start, months) - DAY,
        ),
        salary=then,
        inflation=[measured(name)],
    )
    own = again.offers[0].reads[0].figures.own
    assert own.months == months
    assert own.real_change_percent is not None
    assert abs(own.rate_at_end - since.inflation_proofed) <= PENNY
    assert abs(own.real_change_percent / 100 * since.inflation_proofed) <= PENNY
