"""Offers typed without days beside dated ones: whose start and group each takes."""

from datetime import date

from payoffer.asked import Named
from payoffer.beside import beside
from payoffer.shorthand.parser import read_shorthand
from tests.asking import award, document, offer, percent

EARLY, LATE = date(2022, 4, 1), date(2023, 9, 1)


def typed(text: str) -> Named:
    return Named(text, read_shorthand(text), text, "shorthand")


def filed(name: str, day: date | str, group: str | None = "g", **more: object) -> Named:
    return offer(name, award(str(day), percent(5), **more), group=group)


def taken(found: Named) -> tuple[str | None, date, str | None]:
    """Return whose days an offer has taken, its first day and its group."""
    [first, *_] = found.offer.award
    return found.beside, first.day, found.offer.group


def test_it_takes_the_start_and_the_group_of_the_offer_beside_it() -> None:
    _, short = beside((filed("a", EARLY), typed("6%, 5.5%")))
    assert taken(short) == ("a", EARLY, "g")
    assert [each.day for each in short.offer.award] == [EARLY, date(2023, 4, 1)]
    assert short.offer.start == EARLY


def test_it_is_put_on_the_pay_points_of_the_same_people_and_rounded_as_theirs() -> None:
    scaled = offer(
        "a", award(str(EARLY), percent(5)), scales=["sct-teacher-main"], points={"M1": 30000}, round={"to": 3}
    )
    _, short = beside((scaled, typed("6%")))
    assert (short.offer.scales, short.offer.points) == (scaled.offer.scales, scaled.offer.points)
    assert short.offer.round == scaled.offer.round


def test_the_nearest_counts_the_one_before_rather_than_the_one_after() -> None:
    offers = (filed("a", EARLY), typed("6%"), filed("b", LATE, "h"), typed("5%"), typed("4%"))
    _, first, _, second, third = beside(offers)
    assert taken(first) == ("a", EARLY, "g")
    assert taken(second) == taken(third) == ("b", LATE, "h")
    alone, _ = beside((typed("6%"), filed("b", LATE, "h")))
    assert taken(alone) == ("b", LATE, "h")


def test_of_one_group_the_earliest_start_counts() -> None:
    *_, short = beside((filed("a", EARLY), filed("b", LATE), typed("6%")))
    assert taken(short) == ("b", EARLY, "g")
    *_, nobodys = beside((filed("a", EARLY), filed("b", LATE, None), typed("6%")))
    assert taken(nobodys) == ("b", LATE, None)


def test_nothing_else_is_changed() -> None:
    offers = (filed("a", EARLY), typed("6% from May 2022"), offer("c", award(None, percent(5), year=1)))
    assert beside(offers) == offers
    alone = (typed("6%"), typed("5%"))
    assert beside(alone) == alone
    unsplit = (filed("a", "unstated"), typed("6%"))
    assert beside(unsplit) == unsplit


def test_parts_on_a_condition_count_only_where_they_are_counted() -> None:
    both = document(award(str(EARLY), percent(1), condition="a vote"), award(str(LATE), percent(5)))
    offers = (Named("a", both, "a.toml", "local"), typed("6%"))
    assert taken(beside(offers)[1])[1] == LATE
    assert taken(beside(offers, conditional=True)[1])[1] == EARLY


def test_an_index_takes_the_month_in_which_its_rise_begins() -> None:
    _, short = beside((filed("a", LATE), typed("RPI + 0.5%, CPI of May 2023")))
    assert [each.uplift[0].month for each in short.offer.award] == [LATE, date(2023, 5, 1)]


def test_one_typed_with_days_is_for_the_people_of_the_nearest_offer_that_has_pay_points() -> None:
    scaled = offer("a", award(str(EARLY), percent(5)), scales=["sct-teacher-main"], round={"to": 3})
    others = offer("c", award(str(EARLY), percent(5)), points={"1": 20000}, round={"to": 1})
    _, first, second, _ = beside((scaled, typed("6% from 2022-04-01"), typed("5%"), others))
    assert (first.beside, first.offer.award[0].day) == (None, EARLY)
    assert (first.offer.scales, first.offer.round) == (scaled.offer.scales, scaled.offer.round)
    assert second.beside == first.id
    assert (second.offer.points, second.offer.round) == (others.offer.points, others.offer.round)
