"""Offers made at random for the laws: every construct that can be mixed, on any pay and over any months."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from payoffer.asked import Named, Pay, Question
from payoffer.compare import Comparison, compare
from payoffer.errors import NotValued
from payoffer.offer import Offer
from payoffer.periods import add_months
from payoffer.prices import PriceIndex
from payoffer.settle import Follows

Document = dict[str, Any]

law = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
"""How a law is tried: an offer takes longer to make than a number, and one that needs a pay point is passed over."""
POINT, OTHER_POINT = "M1", "M2"
WEEK, WEEKS = Decimal(37), Decimal("52.143")


def decimals(low: str, high: str, places: int = 2) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(low), Decimal(high), places=places)


percentages = decimals("-1", "12") | st.sampled_from([Decimal(0), Decimal(5), Decimal("6.5")])
sums = decimals("-500", "3000") | st.sampled_from([Decimal(1), Decimal(1000)])
salaries = decimals("12000", "150000").map(Fraction)
shares = st.sampled_from([Fraction(1), Fraction(1), Fraction(3, 5), Fraction(1, 2), Fraction(81, 100), Fraction(1, 3)])
rates = decimals("-3", "15") | st.sampled_from([Decimal(0), Decimal("10.1"), Decimal(21)])
days = st.dates(date(2021, 1, 1), date(2024, 12, 31)) | st.sampled_from(
    [date(2022, 4, 1), date(2022, 9, 1), date(2023, 1, 31)]
)
prices = st.lists(rates, min_size=1, max_size=4).map(lambda found: PriceIndex("made", tuple(found)))


@st.composite
def terms(draw: st.DrawFn, earlier: list[date]) -> tuple[list[Document], str]:
    """Return the terms of an award and what its sums go by."""
    percent, flat = draw(percentages), draw(sums)
    more = {"percent": percent}
    per = draw(st.sampled_from(["year", "year", "month", "hour"]))
    small = {"year": flat, "month": flat / 10, "hour": flat / 1000}[per]
    least = {"year": Decimal(30000), "month": Decimal(2500), "hour": Decimal(15)}[per]
    choices: list[list[Document]] = [
        [more],
        [more],
        [{"flat": small}],
        [more, {"flat": small}],
        [{"flat": small}, more],
        [{"percent": percent, "of": "before"}],
        [more, {"minimum_rise": abs(small)}],
        [more, {"maximum_rise": abs(small)}],
        [more, {"minimum_rise_percent": Decimal(3)}],
        [more, {"minimum_pay": least}],
        [{"total_percent": percent}],
        [{"percent": {POINT: percent, "others": Decimal(3)}}],
        [{"set": {POINT: 2 * least}}, {"percent": {"others": percent}}],
        [more, {"move": {POINT: OTHER_POINT}}],
        [{"percent": percent, "pay_up_to": least}, {"flat": small, "pay_over": least}],
        [more, {"new_week": draw(st.sampled_from([35, 36, 37]))}],
    ]
    if earlier:
        of = draw(st.sampled_from(earlier))
        choices += [[{"percent": percent, "of": of}], [{"total_percent": percent, "of": of}]]
        choices += [[more, {"minimum_rise": abs(small), "of": of}]]
    return draw(st.sampled_from(choices)), per


@st.composite
def awards(draw: st.DrawFn, start: date) -> list[Document]:
    """Return one to four awards from ``start`` on, some on one date, some backdated, the first perhaps in payment."""
    found: list[Document] = []
    day = start
    for number in range(draw(st.integers(1, 4))):
        if number:
            day = draw(
                st.sampled_from([day, add_months(start, 12 * number), day + timedelta(draw(st.integers(1, 300)))])
            )
            day = max(day, found[-1]["effective"])
        uplift, per = draw(terms([award["effective"] for award in found if award["effective"] < day]))
        award: Document = {"effective": day, "uplift": uplift, "per": per}
        if draw(st.booleans()):
            award["round"] = {"to": Decimal(draw(st.sampled_from(["0.01", "0.05"]))), "direction": "down"}
        if number == 0 and draw(st.booleans()):
            award["in_payment"] = True
        if draw(st.booleans()):
            award["paid"] = day + timedelta(draw(st.integers(0, 400)))
        found.append(award)
    return found


@st.composite
def lump_sums(draw: st.DrawFn, start: date) -> list[Document]:
    """Return up to two one-offs."""
    found: list[Document] = []
    for _ in range(draw(st.integers(0, 2))):
        day = start + timedelta(draw(st.integers(-60, 500)))
        lump: Document = {
            "pay": draw(
                st.sampled_from(
                    [
                        [{"percent": abs(draw(percentages))}],
                        [{"flat": abs(draw(sums))}],
                        [{"percent": Decimal(2)}, {"flat": Decimal(150)}],
                        [{"percent": Decimal(1)}, {"minimum_rise": Decimal(500)}],
                        [{"months_of_rise": Decimal(3)}],
                    ]
                )
            ),
            "of": draw(st.sampled_from(["before", "in_payment", "in_force", day])),
            "pro_rata": draw(st.booleans()),
            "times": draw(st.sampled_from([1, 1, 8])),
        }
        lump |= draw(st.sampled_from([{"paid": day}, {"covers": [day, day + timedelta(90)]}]))
        found.append(lump)
    return found


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return an offer file's contents."""
    start = draw(days)
    found: Document = {"name": "Made", "award": draw(awards(start)), "lump_sum": draw(lump_sums(start))}
    found |= {"week": WEEK, "weeks": WEEKS}
    last = found["award"][-1]["effective"]
    if draw(st.booleans()):
        found["until"] = last + timedelta(draw(st.integers(20, 700)))
    found["round"] = draw(st.sampled_from([{"to": 1, "direction": "up"}, {"to": 3}, {"to": 1, "carry": "unrounded"}]))
    if draw(st.booleans()):
        found["offered"] = start + timedelta(draw(st.integers(-100, 300)))
    if draw(st.booleans()):
        found["group"] = draw(st.sampled_from(["council", "health"]))
    return found


def offer(document: Document) -> Offer:
    return Offer.model_validate(document)


offers = documents().map(offer)


def named(found: list[Offer]) -> tuple[Named, ...]:
    return tuple(Named(f"made-{number}", each, "made.toml", "local") for number, each in enumerate(found, 1))


pays = st.builds(
    Pay,
    salary=salaries,
    now=st.just(value=False),
    points=st.sampled_from([{}, {}, {"made-1": POINT, "made-2": POINT}]),
    fte=shares,
    week=st.sampled_from([None, None, Fraction(35), Fraction("37.5")]),
)
questions = st.builds(
    Question,
    pay=pays,
    prices=st.lists(prices, max_size=2).map(tuple),
    months=st.sampled_from([None, None, 7, 12, 24, 40]),
    follows=st.sampled_from([{}, {}, {"made-1": Follows(Decimal("3.5"))}]),
)


def answered(found: list[Offer], question: Question) -> Comparison | None:
    """Return the comparison, or None where no pay point is named and one is needed."""
    points = {POINT: question.pay.salary, OTHER_POINT: question.pay.salary + 1000}
    try:
        return compare(named(found), question, lambda _named, _day: points)
    except NotValued:
        return None


comparisons = st.builds(answered, st.lists(offers, min_size=1, max_size=2), questions).filter(bool)
