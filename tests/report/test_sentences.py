"""The verdict in words, rule by rule.

The figures are worked by hand: on £40,000 one per cent is £400 a year.
"""

import re
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import Any

import pytest

from payoffer.asked import Named
from payoffer.compare import Comparison
from payoffer.report.page import Page
from payoffer.report.sentences import sentences
from payoffer.report.words import labels
from payoffer.verdict import verdict
from tests.asking import Part, ask, award, flat, offer, one_off, paged, percent, proposed, told

APRIL_25, APRIL_26, APRIL_27 = "2025-04-01", "2026-04-01", "2027-04-01"
YEAR_25 = ["2025-04-01", "2026-03-31"]
BANNED = re.compile(r"pays? more|\bwins?\b|\bbetter\b|worth more|\bcash\b|on the rate|Year 1|\bbest\b", re.IGNORECASE)
FEBRUARY = (
    "On the same £40,000, the Welsh offer adds more in the first year: £3,200 to £3,239, of which £600 to £639 is a "
    "one-off that is not in later pay, against £2,400 in Scotland. Only the Scottish offer has a second year. If Wales "
    "got no rise in September 2023, Scotland's would add more over the two years: £7,132 against £5,800 to £5,839. A "
    "Welsh rise of about 3.1% would make them level; 3.5% was being planned, and would put Wales ahead. Neither keeps "
    "up with prices rising 10.1% before each rise. Basic pay would buy 3.3% less than before in Wales and 3.7% less in "
    "Scotland after the first rise, and 7.7% less in Scotland after the second. In Wales 5 of the 6.5 points are "
    "already being paid. A Yes vote adds £600 a year and the one-off."
)


def wales(*parts: Part, **keys: Any) -> Named:  # noqa: ANN401
    return offer("w", *parts, **{"nation": "Wales", **keys})


def scotland(*parts: Part, **keys: Any) -> Named:  # noqa: ANN401
    return offer("s", *parts, **{"nation": "Scotland", **keys})


def one(*uplift: Part) -> Part:
    return award(APRIL_25, *uplift)


def two(*uplift: Part) -> Part:
    return award(APRIL_26, *uplift)


def by_rule(answer: Comparison) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sentence in paged(answer).sentences:
        found.setdefault(sentence.rule, []).append(sentence.text)
    return found


def said(answer: Comparison, rule: str, nth: int = 0) -> str:
    return by_rule(answer)[rule][nth]


# The two verdicts of the dispute of 2023.


def test_february_word_for_word() -> None:
    assert told(ask("wales", "scotland", inflation=[10.1])) == FEBRUARY


def test_march_names_nobody_over_the_months_that_both_cover() -> None:
    assert told(ask("wales-2023-03", "scotland-2023-03", inflation=[10.1])) == (
        "On the same £40,000, which adds more over the 24 months both cover depends on what the Welsh one-off of 1.5% "
        "is a percentage of: £7,930 to £7,969 in Wales against £7,965 in Scotland. Basic pay at the end is higher in "
        "Scotland: £45,839 against £44,730. Only the Scottish offer covers the last 4 months. If Wales got no rise in "
        "September 2024, Scotland's would add more over the 28 months: £9,911 against £9,507 to £9,546. A Welsh rise "
        "of between 2.5% and 2.7% would make them level. Neither keeps up with prices rising 10.1% up to the start of "
        "each year and 10.1% a year over the last 4 months. Basic pay would buy 3.3% less than before in Wales and "
        "2.8% less in Scotland by the end of the first year, and 7.8% less in Wales and 5.5% less in Scotland by the "
        "end of the second year, and 8.4% less in Scotland by the end of the 28 months. In Wales 5 of the 6.5 points "
        "are already being paid. The deal adds £2,730 a year by its end and the one-off."
    )


def test_three_and_a_half_per_cent_next_turns_the_order_of_february_round() -> None:
    found = by_rule(ask("wales", "scotland", inflation=[10.1], follows={"wales": 3.5}))
    assert found["order"][1] == (
        "With a rise of 3.5% in Wales in September 2023, the Welsh offer would still add more over the two years: "
        "£7,291 to £7,330 against £7,132."
    )
    assert found["end"] == ["Basic pay at the end would be higher in Scotland: £44,732 against £44,091."]
    assert found["longer"] == ["Only the Scottish offer has a second year."]
    assert "level_rise" not in found


def test_what_was_planned_can_be_the_condition() -> None:
    found = said(ask("wales", "scotland", follows={"wales": "proposed"}), "order", 1)
    assert found == (
        "With the 3.5% that was being planned in Wales, the Welsh offer would still add more over the two years: "
        "£7,291 to £7,330 against £7,132."
    )


# 1 and 2. Months and order.


def test_a_clear_order() -> None:
    answer = ask(wales(one(percent(3))), scotland(one(percent(4))))
    assert said(answer, "order") == (
        "On the same £40,000, the Scottish offer adds more in the first year: £1,600, against £1,200 in Wales."
    )
    assert "end" not in by_rule(answer)


def test_of_both_what_is_a_one_off() -> None:
    answer = ask(
        wales(one(percent(3)), one_off(flat(100), paid=APRIL_25)),
        scotland(one(percent(4)), one_off(flat(900), paid=APRIL_25)),
    )
    assert said(answer, "order") == (
        "On the same £40,000, the Scottish offer adds more in the first year: £2,500, of which £900 is a one-off that "
        "is not in later pay, against £1,300 in Wales, of which £100 is a one-off that is not in later pay."
    )


def test_a_one_off_alone() -> None:
    answer = ask(wales(one_off(percent(2), covers=YEAR_25)), scotland(one(percent(0))))
    assert said(answer, "order") == (
        "On the same £40,000, the Welsh offer adds more in the first year: £800, all of it a one-off that is not in "
        "later pay, against no extra in Scotland."
    )


def test_a_level_order_and_the_end_that_differs() -> None:
    """£2,133 a year for nine months is £1,599.75."""
    answer = ask(wales(one(percent(4))), scotland(award("2025-07-01", flat(2133))))
    assert said(answer, "order") == (
        "On the same £40,000, the Welsh offer and the Scottish offer add about the same in the first year: £1,600 each."
    )
    assert by_rule(answer)["end"] == ["Basic pay at the end is higher in Scotland: £42,133 against £41,600."]


def test_level_within_a_pound_a_month() -> None:
    answer = ask(wales(one(flat(1600))), scotland(one(flat(1611))))
    assert said(answer, "order").endswith("add about the same in the first year: £1,600 and £1,611.")
    assert said(ask(wales(one(flat(1600))), scotland(one(flat(1612)))), "order").startswith(
        "On the same £40,000, the Scottish offer adds more"
    )


def test_level_in_everything_that_is_printed_needs_no_end() -> None:
    answer = ask(wales(one(flat(1600))), scotland(one(flat(1600.3))))
    assert "end" not in by_rule(answer)


def test_it_depends_on_where_in_its_range_an_offer_falls() -> None:
    found = by_rule(ask(wales(one(percent([3, 5]))), scotland(one(percent(4)))))
    assert found["order"] == [
        (
            "On the same £40,000, which adds more in the first year depends on where the Welsh offer falls in its "
            "range: £1,200 to £2,000 in Wales against £1,600 in Scotland."
        )
    ]
    assert found["end"] == ["Basic pay at the end is £41,600 in Scotland and £41,200 to £42,000 in Wales."]


def test_it_depends_on_several_things() -> None:
    """2,000 and 800 or 840 once; 1,600 and 800, up to 2,200 and 2% of 42,200."""
    lump = one_off(percent(2), of="unstated", covers=YEAR_25)
    answer = ask(
        wales(award(APRIL_25, percent(5), in_payment=True), lump, group="w"),
        scotland(one(percent([4, 5.5])), lump, group="s"),
    )
    assert said(answer, "order") == (
        "On the same £40,000, which adds more in the first year depends on what the Welsh one-off of 2% is a "
        "percentage of, what the Scottish one-off of 2% is a percentage of and where the Scottish offer falls in its "
        "range: £2,800 to £2,840 in Wales against £2,400 to £3,044 in Scotland."
    )


def test_it_depends_on_one_offs_of_several_rates() -> None:
    """2,000 and 1,200 of pay before, 2,000 and 1,260 of pay after, against 3,230."""
    lumps = [one_off(percent(rate), of="unstated", covers=YEAR_25) for rate in (1, 2)]
    answer = ask(wales(one(percent(5)), *lumps), scotland(one(flat(3230))))
    assert "depends on what the Welsh one-off is a percentage of: £3,200 to £3,260 in Wales" in said(answer, "order")


def test_the_end_orders_the_other_way() -> None:
    answer = ask(wales(one(percent(3)), one_off(flat(1000), paid=APRIL_25)), scotland(one(percent(4))))
    assert by_rule(answer)["end"] == ["Basic pay at the end is higher in Scotland: £41,600 against £41,200."]


def test_taking_away_is_not_adding() -> None:
    freeze, cut = scotland(one(percent(0))), wales(one(percent(-4)))
    assert said(ask(cut, freeze), "order") == (
        "On the same £40,000, the Scottish offer adds no extra in the first year, against £1,600 less in Wales."
    )
    deeper = scotland(one(percent(-6)))
    assert said(ask(cut, deeper), "order") == (
        "On the same £40,000, the Welsh offer takes away less in the first year: £1,600 less, against £2,400 less in "
        "Scotland."
    )
    three = said(ask(cut, freeze, offer("c", one(percent(1)), nation="England")), "order")
    assert three.endswith("from most to least: England £400; Scotland no extra; Wales £1,600 less.")


@pytest.mark.parametrize(
    ("options", "start"),
    [
        ({}, "On the same £40,000, "),
        ({"fte": "0.6"}, "On 60% of the same full-time £40,000, "),
        ({"now": True, "salary": 42000}, "On the same £42,000 now, "),
        ({"salary": "25650.50"}, "On the same £25,651, "),
    ],
)
def test_whose_pay_it_is(options: dict[str, Any], start: str) -> None:
    answer = ask(wales(one(percent(3))), scotland(one(percent(4))), **options)
    assert said(answer, "order").startswith(start + "the Scottish offer adds")


def test_on_pay_points_each_is_named_with_its_pay() -> None:
    answer = ask(
        wales(one(percent(3)), points={"M1": 30000}),
        scotland(one(percent(4)), points={"5": 45000}),
        points={"w": "M1", "s": "5"},
    )
    assert said(answer, "order") == (
        "On its own pay point each (Wales M1 at £30,000; Scotland 5 at £45,000), the Scottish offer adds more in the "
        "first year: £1,800, against £900 in Wales."
    )


@pytest.mark.parametrize(
    ("months", "period"), [(6, "in the first 6 months"), (12, "in the first year"), (24, "over the two years")]
)
def test_the_months_are_named(months: int, period: str) -> None:
    answer = ask(wales(one(percent(3)), two(percent(3))), scotland(one(percent(4)), two(percent(4))), months=months)
    assert f"the Scottish offer adds more {period}: " in said(answer, "order")


def test_months_that_are_no_years() -> None:
    answer = ask(wales(one(percent(3)), until="2026-07-31"), scotland(one(percent(4)), until="2026-09-30"))
    assert "adds more over the 16 months both cover: £2,133, against £1,600 in Wales." in said(answer, "order")
    three = ask(
        wales(one(percent(3)), until="2026-07-31"),
        scotland(one(percent(4)), until="2026-09-30"),
        offer("e", one(percent(1)), nation="England", until="2026-09-30"),
    )
    assert "over the 16 months all cover they add, from most to least: " in said(three, "order")
    assert said(three, "longer") == "Only the Scottish offer and the English offer cover the last 2 months."


# 3. Longer windows.


def test_the_one_that_goes_on_is_ahead_already() -> None:
    found = by_rule(ask(wales(one(percent(3))), scotland(one(percent(4)), two(percent(3)))))
    assert found["order"][1] == (
        "If Wales got no rise in April 2026, the Scottish offer would still add more over the two years: £4,448 "
        "against £2,400."
    )
    # 2,048 of 41,200 is 4.97%.
    assert found["level_rise"] == ["A Welsh rise of about 5.0% would make them level."]


def test_a_second_and_a_third_year() -> None:
    three = scotland(one(percent(4)), two(percent(3)), award(APRIL_27, percent(2)))
    assert (
        said(ask(wales(one(percent(3))), three), "longer") == "Only the Scottish offer has a second and a third year."
    )
    third = ask(wales(one(percent(3)), two(percent(1))), three)
    assert said(third, "longer") == "Only the Scottish offer has a third year."
    assert said(third, "order").startswith(
        "On the same £40,000, the Scottish offer adds more over the 24 months both cover"
    )


def test_several_go_on_and_one_does_not() -> None:
    answer = ask(
        wales(one(percent(3))),
        scotland(one(percent(4)), two(percent(3))),
        offer("e", one(percent(2)), two(percent(2)), nation="England"),
    )
    found = by_rule(answer)
    assert found["longer"] == ["Only the Scottish offer and the English offer have a second year."]
    # England: 800 + 40,800 x 1.02 - 40,000 = 1,616.
    assert found["order"][1] == (
        "If Wales got no rise in April 2026, they would add, over the two years, from most to least: Scotland £4,448; "
        "England £2,416, level with Wales £2,400."
    )


def test_offers_that_end_at_different_times() -> None:
    answer = ask(
        wales(one(percent(3))),
        scotland(one(percent(4)), two(percent(3))),
        offer("e", one(percent(2)), two(percent(2)), award(APRIL_27, percent(2)), nation="England"),
    )
    assert said(answer, "longer") == "Only the English offer covers all 36 months."
    assert said(answer, "order", 1).startswith(
        "If Wales got no rise in April 2026 and Scotland got no rise in April 2027, they would add, over the three "
        "years"
    )


def test_none_goes_on_and_both_stop() -> None:
    found = by_rule(ask(wales(one(percent(3))), scotland(one(percent(4))), months=24))
    assert "longer" not in found
    assert "level_rise" not in found
    assert found["order"][1] == (
        "If Wales and Scotland got no rise in April 2026, the Scottish offer would still add more over the two years: "
        "£3,200 against £2,400."
    )


def test_a_level_rise_between_two_readings_that_are_far_apart() -> None:
    """3% to 5% against 4% and 3%: 4,448 less 2,400 of 41,200, or less 4,000 of 42,000."""
    answer = ask(wales(one(percent([3, 5]))), scotland(one(percent(4)), two(percent(3))))
    assert by_rule(answer)["level_rise"] == ["A Welsh rise of between 1.1% and 5.0% would make them level."]


def test_no_level_rise_where_the_one_that_stops_is_ahead_all_the_same() -> None:
    answer = ask(wales(one(percent(9))), scotland(one(percent(4)), two(percent(1))))
    assert "level_rise" not in by_rule(answer)
    assert said(answer, "order", 1).startswith(
        "If Wales got no rise in April 2026, the Welsh offer would still add more"
    )


@pytest.mark.parametrize(
    ("parts", "tail"),
    [
        ([proposed(APRIL_26, percent(6))], "; 6% has been proposed, and would put Wales ahead."),
        ([proposed(APRIL_26, percent(1))], "; 1% has been proposed, and would leave Wales behind."),
        # 2,048 of 41,200 is 4.97%: with 4.97% it is £0.36 short.
        ([proposed(APRIL_26, percent(4.97))], "; 4.97% has been proposed, and would make them about level."),
        (
            [proposed(APRIL_26, flat(500), source="planning assumption")],
            "; the rise was being planned, and would leave Wales behind.",
        ),
        (
            [proposed(APRIL_26, percent([4, 6]))],
            "; the rise has been proposed, and with it the order would depend on what the offers leave open.",
        ),
    ],
)
def test_what_has_been_proposed(parts: list[Part], tail: str) -> None:
    answer = ask(wales(one(percent(3)), *parts), scotland(one(percent(4)), two(percent(3))))
    assert said(answer, "level_rise") == f"A Welsh rise of about 5.0% would make them level{tail}"


def test_rises_that_follow_every_year() -> None:
    answer = ask(
        wales(one(percent(3))),
        scotland(one(percent(4)), two(percent(3))),
        months=36,
        follows={"w": 2, "s": 1},
    )
    # Wales 1,200 + 2,024 + 2,864.48; Scotland 1,600 + 2,848 + 3,276.48.
    assert said(answer, "order", 1) == (
        "With a rise of 2% a year in Wales from April 2026 and a rise of 1% in Scotland in April 2027, the Scottish "
        "offer would still add more over the three years: £7,724 against £6,088."
    )


def test_a_condition_and_a_stated_rise_together() -> None:
    answer = ask(wales(one(percent(3))), scotland(one(percent(4)), two(percent(3))), months=36, follows={"w": 2})
    assert said(answer, "order", 1).startswith(
        "With a rise of 2% a year in Wales from April 2026 and if Scotland got no rise in April 2027, "
    )


def test_what_has_been_proposed_may_run_out_before_the_end() -> None:
    plan = wales(one(percent(3)), proposed(APRIL_26, percent(3)))
    answer = ask(plan, scotland(one(percent(4)), two(percent(3))), months=36, follows={"w": "proposed", "s": 1})
    assert said(answer, "order", 1).startswith(
        "With the 3% that has been proposed in Wales and no rise in April 2027 and a rise of 1% in Scotland in April "
        "2027"
    )


def test_level_and_open_orders_of_longer_windows() -> None:
    level = ask(wales(one(percent(4))), scotland(one(percent(1)), two(flat(2400))))
    assert said(level, "order", 1) == (
        "If Wales got no rise in April 2026, they would add about the same over the two years: £3,200 each."
    )
    near = ask(wales(one(percent(4))), scotland(one(percent(1)), two(flat(2410))))
    assert said(near, "order", 1).endswith("over the two years: £3,200 in Wales and £3,210 in Scotland.")
    depends = ask(wales(one(percent([3, 5]))), scotland(one(percent(4)), two(flat(100))))
    assert said(depends, "order", 1) == (
        "If Wales got no rise in April 2026, which would add more over the two years would depend on where the Welsh "
        "offer falls in its range: £2,400 to £4,000 in Wales against £3,300 in Scotland."
    )


def test_offers_called_by_their_names() -> None:
    answer = ask(
        offer("a", one(percent(3)), name="First offer"),
        offer("b", one(percent(2)), name="Second offer"),
        offer("c", one(percent(4)), two(percent(3)), name="Claim"),
        inflation=[3],
    )
    found = by_rule(answer)
    assert found["order"][1] == (
        'If "First offer" and "Second offer" were followed by no rise in April 2026, they would add, over the two '
        "years, "
        "from most to least: Claim £4,448; First offer £2,400; Second offer £1,600."
    )
    assert found["prices"] == [
        (
            'In its one year "First offer" keeps up with prices rising 3% before each rise; over its two years "Claim" '
            'keeps up too; in its one year "Second offer" does not.'
        )
    ]


def test_of_offers_without_dates_no_month_is_named() -> None:
    answer = ask(
        offer("a", award(None, percent(3), year=1), name="Short"),
        offer("b", award(None, percent(4), year=1), award(None, percent(3), year=2), name="Long"),
        follows={"a": 2},
    )
    assert said(answer, "order", 1).startswith('With a rise of 2% after "Short", "Long" would still add more')
    stop = ask(
        offer("a", award(None, percent(3), year=1), name="Short"),
        offer("b", award(None, percent(4), year=1), award(None, percent(3), year=2), name="Long"),
    )
    assert said(stop, "order", 1).startswith('If "Short" was followed by no rise, "Long" would still add more')


# 4 and 5. Prices.


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ((2, 2), "Neither keeps up with prices rising 3% before the rise."),
        ((3, 2), "Only the Welsh offer keeps up with prices rising 3% before the rise."),
        ((4, 3), "Both keep up with prices rising 3% before the rise."),
    ],
)
def test_none_some_or_both_keep_up(rates: tuple[int, int], expected: str) -> None:
    answer = ask(wales(one(percent(rates[0]))), scotland(one(percent(rates[1]))), inflation=[3])
    assert said(answer, "prices") == expected


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ((2, 2, 2), "None of them keeps up"),
        ((2, 3, 2), "Only the Scottish offer keeps up"),
        ((3, 3, 2), "Only the Welsh offer and the Scottish offer keep up"),
        ((3, 3, 3), "All of them keep up"),
    ],
)
def test_three_offers_by_class(rates: tuple[int, int, int], expected: str) -> None:
    first, second, third = (one(percent(rate)) for rate in rates)
    answer = ask(wales(first), scotland(second), offer("e", third, nation="England"), inflation=[3])
    assert said(answer, "prices") == f"{expected} with prices rising 3% before the rise."


@pytest.mark.parametrize(
    ("inflation", "rising"),
    [
        ([3], "rising 3% before each rise"),
        ([5, 4], "rising 5% before the first rise and 4% before the second"),
        ([5, -2], "rising 5% before the first rise and falling 2% before the second"),
        ([-3], "falling 3% before each rise"),
        ([-3, -2], "falling 3% before the first rise and 2% before the second"),
        ([0], "unchanged before each rise"),
        ([0, 0.5], "unchanged before the first rise and rising 0.5% before the second"),
        ([2, 0], "rising 2% before the first rise and unchanged before the second"),
    ],
)
def test_how_prices_move(inflation: list[float], rising: str) -> None:
    answer = ask(scotland(one(percent(9)), two(percent(9))), inflation=inflation)
    assert said(answer, "prices") == f"The Scottish offer keeps up with prices {rising}."


def test_what_basic_pay_would_buy() -> None:
    """1.04 / 1.03 = 1.0097; 1.04 x 1.02 / 1.0609 = 0.9999; 1.03 / 1.03 = 1."""
    answer = ask(scotland(one(percent(4)), two(percent(2))), wales(one(percent(3))), inflation=[3])
    assert said(answer, "buys") == (
        "Basic pay would buy 1.0% more than before in Scotland and the same in Wales after the first rise, and the "
        "same in Scotland after the second."
    )
    same_first = ask(wales(one(percent(3))), scotland(one(percent(4))), inflation=[3])
    assert said(same_first, "buys") == (
        "Basic pay would buy the same as before in Wales and 1.0% more in Scotland after the rise."
    )


def test_what_is_the_same_for_all_is_said_once() -> None:
    same = ask(wales(one(percent(4))), scotland(one(percent(4))), inflation=[3])
    assert said(same, "buys") == "Basic pay would buy 1.0% more than before in both after the rise."
    named = ask(offer("a", one(percent(3))), offer("b", one(percent(3))), offer("c", one(percent(3))), inflation=[3])
    assert said(named, "buys") == "Basic pay would buy the same as before under all of them after the rise."
    third = offer("e", one(percent(4)), nation="England")
    longer = ask(
        wales(one(percent(4)), two(percent(2))), scotland(one(percent(4)), two(percent(2))), third, inflation=[3]
    )
    assert said(longer, "buys") == (
        "Basic pay would buy 1.0% more than before in all of them after the first rise, and the same in Wales and the "
        "same in Scotland after the second."
    )


def test_one_offer_alone() -> None:
    assert told(ask(scotland(one(percent(2)), two(percent(3))), inflation=[3])) == (
        "The Scottish offer does not keep up with prices rising 3% before each rise. After the first rise basic pay "
        "would buy 1.0% less than before, and after the second 1.0% less."
    )
    assert told(ask(scotland(one(percent(3))), inflation=[3])) == (
        "The Scottish offer keeps up with prices rising 3% before the rise. After the rise basic pay would buy the "
        "same as before."
    )
    assert told(ask(scotland(one(percent(2))))) == ""


def test_years_that_do_not_begin_with_their_rise() -> None:
    """7% in April, 5% a year later and 2% in January: 1.07, then 1.14597 of 1.0609."""
    deal = scotland(one(percent(7)), two(percent(5)), award("2027-01-01", percent(2)))
    found = by_rule(ask(deal, inflation=[3]))
    assert found["prices"] == ["The Scottish offer keeps up with prices rising 3% up to the start of each year."]
    assert found["buys"] == [
        (
            "By the end of the first year basic pay would buy 3.9% more than before, and by the end of the second year "
            "8.0% more."
        )
    ]
    year = by_rule(ask(scotland(one(percent(2)), award("2025-10-01", percent(1))), inflation=[3]))
    assert year["prices"] == ["The Scottish offer keeps up with prices rising 3% up to the start of the year."]
    assert year["buys"] == ["By the end of the year basic pay would buy the same as before."]  # 1.0302 / 1.03


def test_deals_that_end_in_the_middle_of_a_year_are_told_by_their_own_months() -> None:
    """1.04 / 1.21 ^ (18 / 12) is 0.7814; 1.04 / 1.21 ^ 2 is 0.7103."""
    answer = ask(
        wales(one(percent(4)), until="2026-09-30"), scotland(one(percent(4)), until="2027-03-31"), inflation=[21]
    )
    found = by_rule(answer)
    assert found["buys"] == [
        (
            "Basic pay would buy 14.0% less than before in both by the end of the first year, and 21.9% less in Wales "
            "by the end of the 18 months, and 29.0% less in Scotland by the end of the second year."
        )
    ]
    assert said(ask(wales(one(percent(4)), until="2025-09-30"), inflation=[21]), "prices") == (
        "The Welsh offer does not keep up with prices rising 21% a year over the 6 months."
    )


def test_at_the_end_but_not_on_the_way() -> None:
    """2% against 3%, then 1.02 x 1.05 = 1.071 against 1.0609."""
    answer = ask(scotland(one(percent(2)), two(percent(5))), inflation=[3])
    assert by_rule(answer)["keeps_up"] == ["The Scottish offer keeps up at the end, but not on the way there."]
    assert said(answer, "prices").startswith("The Scottish offer does not keep up")


def test_the_one_off_covers_the_gap_and_basic_pay_does_not() -> None:
    """The method's offer B from its own start: £27.50 over, and 1.07625 / 1.092."""
    parts = [award("2025-09-01", percent(5)), award("2026-09-01", percent(2.5)), one_off(flat(500), paid="2025-09-01")]
    answer = ask(wales(*parts), inflation=[5, 4], salary=30000)
    assert by_rule(answer)["keeps_up"] == [
        "In Wales the one-off covers the gap for these 24 months; basic pay ends up buying 1.4% less."
    ]
    named = ask(offer("b", *parts, name="Offer B"), inflation=[5, 4], salary=30000)
    assert by_rule(named)["keeps_up"][0].startswith('Under "Offer B" the one-off covers the gap')


def test_extra_pay_may_be_enough_where_basic_pay_ends_up_behind() -> None:
    """£2,000 twice is over £1,200 and 0.0609 x 40,000 = £2,436; 1.05 / 1.0609 = 0.9897."""
    found = by_rule(ask(wales(one(percent(5)), two(percent(0))), inflation=[3]))
    assert found["keeps_up"] == [
        "In Wales extra pay is enough for these 24 months taken together; basic pay ends up buying 1.0% less."
    ]


def test_whether_a_range_keeps_up_depends_on_where_it_falls() -> None:
    """3% to 5% against 3.5%: 1.03 / 1.035 = 0.9952, 1.05 / 1.035 = 1.0145."""
    alone = by_rule(ask(wales(one(percent([3, 5]))), inflation=[3.5]))
    assert alone["prices"] == ["The Welsh offer may or may not keep up with prices rising 3.5% before the rise."]
    assert alone["buys"] == ["After the rise basic pay would buy 0.5% less to 1.4% more than before."]
    assert alone["keeps_up"] == ["Whether the Welsh offer does depends on where it falls in its range."]
    both = ask(wales(one(percent([3, 5]))), scotland(one(percent(4))), inflation=[3.5])
    assert said(both, "prices") == (
        "The Scottish offer keeps up and the Welsh offer may or may not keep up with prices rising 3.5% before the "
        "rise."
    )
    third = offer("e", one(percent(1)), nation="England")
    three = ask(wales(one(percent([3, 5]))), scotland(one(percent(4))), third, inflation=[3.5])
    assert said(three, "prices") == (
        "The Scottish offer keeps up, the English offer does not keep up and the Welsh offer may or may not keep up "
        "with prices rising 3.5% before the rise."
    )
    fourth = offer("n", one(percent(1)), nation="Northern Ireland")
    four = ask(wales(one(percent([3, 5]))), third, fourth, inflation=[3.5])
    assert said(four, "prices").startswith(
        "The English offer and the Northern Irish offer do not keep up and the Welsh"
    )


def test_offers_of_different_lengths_keep_up_each_in_its_own_time() -> None:
    """1.065 is over 1.06; 1.06 x 1.055 = 1.1183 is under 1.06 x 1.06 = 1.1236, and so is 1.065."""
    found = by_rule(ask("wales", "scotland", inflation=[6]))
    assert found["prices"] == [
        (
            "In its one year the Welsh offer keeps up with prices rising 6% before each rise; over its two years the "
            "Scottish offer does not."
        )
    ]
    assert found["keeps_up"] == [
        "If Wales got no rise in September 2023, the Welsh offer would not keep up over the two years."
    ]
    # 1.065 x 1.06 = 1.1289.
    followed = by_rule(ask("wales", "scotland", inflation=[6], follows={"wales": 6}))
    assert followed["keeps_up"] == [
        "With a rise of 6% in Wales in September 2023, the Welsh offer would still keep up over the two years."
    ]


def test_offers_of_the_same_length_in_its_time_are_told_together() -> None:
    """4 and 5 against 3; 1.04 x 1.04 and 1.05 x 1.04 against 1.0609; 3% to 5% against 4%."""
    four = [
        wales(one(percent(4)), two(percent(4))),
        scotland(one(percent(5)), two(percent(4))),
        offer("e", one(percent(1)), nation="England"),
        offer("n", one(percent([2, 4])), nation="Northern Ireland"),
    ]
    assert said(ask(*four, inflation=[3]), "prices") == (
        "Over their two years the Welsh offer and the Scottish offer keep up with prices rising 3% before each rise; "
        "in its one year the English offer does not; in its one year the Northern Irish offer may or may not."
    )
    late = wales(one(percent(9)), until="2026-07-31")
    assert said(ask(late, scotland(one(percent(1))), inflation=[3]), "prices").startswith(
        "Over its 16 months the Welsh offer keeps up with prices rising"
    )


@pytest.mark.parametrize(
    ("rate", "rates", "months", "tail"),
    [
        # 1.03 against 1.03, 1.133 and 1.0197.
        (
            3,
            [3, 10, -10],
            36,
            (
                "keep up at the end, but not on the way there, over the three years with prices rising 3% up to "
                "the start "
                "of the first year, 10% up to the start of the second and falling 10% up to the start of the third."
            ),
        ),
        # 1.04 and 1.07 against 1.0609.
        (
            [4, 7],
            [3],
            24,
            "might or might not keep up over the two years with prices rising 3% up to the start of each year.",
        ),
        (7, [3], 24, "still keep up over the two years with prices rising 3% up to the start of each year."),
        (4, [3], 24, "not keep up over the two years with prices rising 3% up to the start of each year."),
        # 5% and 5% against 3% and 6.09%; 1.05 against 1.0609.
        (
            5,
            [3],
            24,
            (
                "not keep up over the two years with prices rising 3% up to the start of each year: basic pay would "
                "end up behind, though extra pay would be enough for both years taken together."
            ),
        ),
    ],
)
def test_after_its_own_months_an_offer_may_fall_behind(rate: Any, rates: list[float], months: int, tail: str) -> None:  # noqa: ANN401
    found = by_rule(ask(wales(one(percent(rate))), inflation=rates, months=months))
    assert found["prices"][0].startswith("In its one year the Welsh offer keeps up with prices rising 3% before the")
    assert found["keeps_up"][0].startswith("If Wales got no rise in April 2026, the Welsh offer ")
    assert found["keeps_up"][0].endswith(tail)


def test_a_message_tells_what_comes_after_in_fewer_words() -> None:
    told = brief(ask("wales", "scotland", inflation=[6]))
    assert "does not. With no rise after it, the Welsh offer would not keep up over the two years. Basic pay" in told
    followed = brief(ask("wales", "scotland", inflation=[6], follows={"wales": 5}))  # 1.065 x 1.05 = 1.11825
    assert "With a rise of 5% in Wales in September 2023, the Welsh offer would not keep up over" in followed
    assert "Both keep up with prices unchanged, then rising 2%. Basic pay" in brief(
        ask("wales", "scotland", inflation=[0, 2])
    )


def test_several_prices_each_have_their_sentences() -> None:
    found = by_rule(ask(wales(one(percent(4))), inflation=[[3], [5]]))
    assert found["prices"] == [
        "The Welsh offer keeps up with prices rising 3% before the rise.",
        "The Welsh offer does not keep up with prices rising 5% before the rise.",
    ]
    assert len(found["buys"]) == 2


# 6. What is already being paid.


PAID = award(APRIL_25, percent(5), in_payment=True)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            [PAID, award(APRIL_25, percent(1.5, of="before")), one_off(flat(600), paid=APRIL_25)],
            "In Wales 5 of the 6.5 points are already being paid. A Yes vote adds £600 a year and the one-off.",
        ),
        (
            [PAID, two(percent(3)), one_off(flat(1), paid=APRIL_25), one_off(flat(2), paid=APRIL_25)],
            "In Wales £2,000 a year is already being paid. A Yes vote adds £1,260 a year by its end and the one-offs.",
        ),
        (
            [award(APRIL_25, flat(500), in_payment=True), one(percent([3, 4]))],
            "In Wales £500 a year is already being paid. A Yes vote adds £1,215 to £1,620 a year.",
        ),
        (
            [one(percent(3)), one_off(flat(100), paid=APRIL_25, in_payment=True)],
            "In Wales a one-off of £100 is already being paid. A Yes vote adds £1,200 a year.",
        ),
        (
            [PAID, one_off(flat(100), paid=APRIL_25, in_payment=True), one_off(flat(50), paid=APRIL_25)],
            "In Wales £2,000 a year and a one-off of £100 are already being paid. A Yes vote adds the one-off.",
        ),
        (
            [PAID, one(percent(1, pay_over=90000))],
            "In Wales £2,000 a year is already being paid. A Yes vote adds nothing.",
        ),
        ([PAID], "Wales: no new offer; the 5% of April 2025 is already being paid."),
        (
            [PAID, award(APRIL_26, flat(100), in_payment=True)],
            "Wales: no new offer; the 5% of April 2025 and the award of April 2026 are already being paid.",
        ),
        (
            [one_off(flat(100), paid=APRIL_25, in_payment=True)],
            "Wales: no new offer; what it gives is already being paid.",
        ),
    ],
)
def test_what_a_yes_vote_adds(parts: list[Part], expected: str) -> None:
    assert by_rule(ask(wales(*parts)))["in_payment"] == [expected]


def test_a_share_of_full_time_gets_its_share_of_both() -> None:
    answer = ask(wales(award(APRIL_25, flat(500), in_payment=True), one(flat(100))), fte="0.5")
    assert by_rule(answer)["in_payment"] == ["In Wales £250 a year is already being paid. A Yes vote adds £50 a year."]


def test_nothing_is_said_where_nothing_is_in_payment_yet() -> None:
    assert "in_payment" not in by_rule(ask(wales(one(percent(5)))))


def test_what_hangs_on_a_condition_is_not_what_a_yes_vote_adds() -> None:
    lump = one_off(flat(100), paid=APRIL_25, condition="if signed")
    assert by_rule(ask(wales(PAID, one(percent(1)), lump)))["in_payment"] == [
        "In Wales £2,000 a year is already being paid. A Yes vote adds £420 a year."
    ]


def test_the_name_of_a_month_and_a_figure_do_not_run_together() -> None:
    answer = ask("wales", "wales-2023-03")
    assert by_rule(answer)["in_payment"][0].startswith("Under the offer of February 2023, 5 of the 6.5 points")


# 7. Salary.


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            [one(flat(1000))],
            [one(percent(4))],
            "This is on £40,000; another salary can give another order: they change places at about £25,000.",
        ),
        (
            [one(flat(600, pay_from=20500))],
            [one(percent(2))],
            (
                "This is on £40,000; another salary can give another order: they change places at about £20,500 and "
                "£30,000."
            ),
        ),
        (
            [one(flat([1000, 1400]))],
            [one(flat(600, pay_from=12000), percent(1))],
            None,
        ),
        (
            [one(flat(1000))],
            [one(flat(900))],
            "This is on £40,000; the order is the same on any pay from £10,000 to £150,000.",
        ),
        (
            [one(flat(1000))],
            [one(flat(900)), two(percent(3))],
            (
                "This is on £40,000; in the first year the order is the same on any pay from £10,000 to "
                "£150,000, and so "
                "is the order over the two years, if Wales got no rise in April 2026."
            ),
        ),
        ([one(flat(1000))], [one(flat(1000))], "This is on £40,000; another salary can give another order."),
    ],
)
def test_another_salary(first: list[Part], second: list[Part], expected: str | None) -> None:
    found = by_rule(ask(wales(*first), scotland(*second)))["salary"]
    assert expected is None or found == [expected]


def test_each_time_compared_has_its_own_change_of_places() -> None:
    """5% is £1,500 at £30,000; twice 5% is £1,500 and £3,000 at £45,000."""
    short, flat_sums = wales(one(percent(5))), [one(flat(1500)), two(flat(1500))]
    answer = ask(short, scotland(*flat_sums), salary=47000)
    assert by_rule(answer)["salary"] == [
        (
            "This is on £47,000; another salary can give another order: in the first year they change places at about "
            "£30,000; over the two years, if Wales got no rise in April 2026, they change places at about £45,000."
        )
    ]
    assert paged(answer).sentences[-1].figures == {"crossings": [30000], "crossings_after": [45000]}
    # 5% twice and a further 5% of the first against £1,500, £3,000 and £3,000: 0.15 S = 7,500 at £50,000.
    three = ask(
        wales(one(percent(5)), until="2026-12-31"), scotland(*flat_sums, until="2027-03-31"), salary=47000, months=36
    )
    assert "another order: over the 21 months both cover they change places at about £" in said(three, "salary")
    assert said(three, "salary").endswith(", they change places at about £50,000.")


def test_a_change_of_places_over_the_longer_time_alone_is_told_in_a_message_too() -> None:
    """£2,000 and £2,000 against £900 and £900 and 5% of S + 900: 4,000 = 1,845 + 0.05 S at £43,100."""
    answer = ask(wales(one(flat(2000))), scotland(one(flat(900)), two(percent(5))))
    assert by_rule(answer)["salary"] == [
        (
            "This is on £40,000; another salary can give another order: in the first year the order is the same "
            "on any pay "
            "from £10,000 to £150,000; over the two years, if Wales got no rise in April 2026, they change "
            "places at about "
            "£43,100."
        )
    ]
    assert brief(answer).endswith(
        " Another salary can give another order: over the two years, if no rise, they change places at about £43,100."
    )
    followed = ask(wales(one(flat(2000))), scotland(one(flat(900)), two(percent(5))), follows={"w": 0.5})
    assert "over the two years, with a rise of 0.5% in Wales in April 2026, they change" in brief(followed)


def test_many_crossings_are_told_from_first_to_last() -> None:
    """£1,000 to £1,600 by £600 against 4%, and a band: two readings with two crossings each and more."""
    banded = one(flat([500, 700], pay_from=20500, pay_up_to=60500))
    answer = ask(wales(banded), scotland(one(percent(2))))
    assert by_rule(answer)["salary"][0].endswith(
        "they change places at about £20,500, £25,000 and £35,000, depending on what the offers leave open."
    )
    more = one(
        flat(
            [
                500,
                700,
            ][:2],
            pay_from=20500,
            pay_up_to=60500,
        ),
        flat(5000, pay_over=90500),
    )
    found = by_rule(ask(wales(more), scotland(one(percent(2)))))["salary"][0]
    assert found.endswith("they change places between £20,500 and £90,500, depending on what the offers leave open.")


def test_of_three_offers_only_that_it_matters_is_told() -> None:
    answer = ask(wales(one(flat(1000))), scotland(one(percent(4))), offer("e", one(percent(2)), nation="England"))
    assert by_rule(answer)["salary"] == ["This is on £40,000; another salary can give another order."]


def test_on_todays_pay_todays_pay_is_named() -> None:
    answer = ask(wales(PAID, one(flat(100))), scotland(one(percent(4))), salary=42000, now=True)
    assert by_rule(answer)["salary"] == ["This is on £42,000 now; another salary can give another order."]


# 8. Three and more.


def test_the_list_joins_ties() -> None:
    answer = ask(
        wales(one(percent(4))),
        scotland(one(flat(1605))),
        offer("e", one(percent([3, 5])), nation="England"),
        offer("n", one(percent(1)), nation="Northern Ireland"),
    )
    assert said(answer, "order") == (
        "On the same £40,000, in the first year they add, from most to least: Scotland £1,605, level with Wales "
        "£1,600, above or below (the offers do not say enough) England £1,200 to £2,000; Northern Ireland £400."
    )
    assert "end" not in by_rule(answer)


# In brief, for a message.


def brief(answer: Comparison) -> str:
    found = sentences(answer, labels(answer.offers), verdict(answer), brief=True)
    return " ".join(sentence.text for sentence in found)


def test_a_message_leaves_out_what_it_says_elsewhere() -> None:
    assert brief(ask("wales", "scotland", inflation=[10.1])) == (
        "On the same £40,000, the Welsh offer adds more in the first year: £3,200 to £3,239, against £2,400 in "
        "Scotland. If Wales got no rise in September 2023, Scotland's would add more over the two years: £7,132 "
        "against £5,800 to £5,839. A Welsh rise of about 3.1% would make them level; 3.5% was being planned, and would "
        "put Wales ahead. Neither keeps up with prices rising 10.1% before each rise. Basic pay would buy 3.3% less "
        "than before in Wales and 3.7% less in Scotland after the first rise, and 7.7% less in Scotland after the "
        "second."
    )


@pytest.mark.parametrize(
    ("offers", "inflation", "expected"),
    [
        (("wales-2023-03", "scotland-2023-03"), [10.1], "rising 10.1% a year"),
        (("wales-2023-03", "scotland-2023-03"), [10.1, 4], "rising 10.1%, then 4%, then 4%"),
        (("wales", "scotland"), [10.1, -2], "rising 10.1%, then falling 2%"),
        (("wales", "scotland"), [0, 2], "unchanged, then rising 2%"),
        (("wales",), [10.1], "rising 10.1% before the rise"),
    ],
)
def test_a_message_is_short_about_prices(offers: tuple[str, ...], inflation: list[float], expected: str) -> None:
    assert f" with prices {expected}. Basic pay" in brief(ask(*offers, inflation=inflation)).replace(
        "After the rise basic pay", "Basic pay"
    )


def test_a_message_does_not_tell_that_what_was_proposed_is_too_little() -> None:
    plan = wales(one(percent(3)), proposed(APRIL_26, percent(1)))
    assert "of about 5.0% would make them level; 1% has been proposed." in brief(
        ask(plan, scotland(one(percent(4)), two(percent(3))))
    )


def test_a_message_is_short_about_another_salary() -> None:
    crossing = ask(wales(one(flat(1000))), scotland(one(percent(4))))
    assert brief(crossing).endswith(" Another salary can give another order: they change places at about £25,000.")
    never = ask(wales(one(flat(1000))), scotland(one(flat(900))))
    assert "the order is the same" not in brief(never)


# What holds of every verdict.


@cache
def pages() -> list[tuple[Page, str]]:
    """Pages of many answers, each with its verdict in brief."""
    bundled = ["wales", "scotland", "england", "wales-2023-03", "scotland-2023-03"]
    answers = [
        *(ask(*pair, inflation=[10.1]) for pair in combinations(bundled, 2)),
        ask(*bundled, inflation=[[2], [10.1, 4]], follows={"wales": 3}),
        *(ask(name, inflation=[6]) for name in bundled),
        ask(wales(one(percent([3, 5])), one_off(flat(70), paid=APRIL_25)), scotland(one(percent(-2))), inflation=[0]),
    ]
    return [(paged(answer), brief(answer)) for answer in answers]


def test_no_verdict_says_what_none_may_say() -> None:
    for page, in_brief in pages():
        assert not BANNED.search(page.verdict), page.verdict
        assert not BANNED.search(in_brief), in_brief


def test_every_figure_of_a_verdict_stands_in_the_table_as_it_is_printed() -> None:
    for page, _ in pages():
        table = " ".join(cell for row in page.rows for cell in row.cells)
        for sentence in page.sentences:
            if sentence.rule in {"order", "end"}:
                figures = re.findall(r"£\d+(?:,\d{3})*", sentence.text.partition(", ")[2])
            else:
                figures = re.findall(r"[\d.]+%", sentence.text) if sentence.rule == "buys" else []
            for figure in figures:
                assert figure in table, (figure, sentence.text)


def test_each_sentence_is_one_line_that_begins_with_a_capital_and_ends_with_a_stop() -> None:
    for page, _ in pages():
        for sentence in page.sentences:
            assert re.fullmatch(r'["A-Z][^\n]*\.', sentence.text), sentence.text
            assert "  " not in sentence.text


def test_a_sentence_carries_its_own_figures() -> None:
    first = paged(ask("wales", "scotland")).sentences[0]
    assert first.rule == "order"
    assert first.offers == ("wales", "scotland")
    assert first.months == 12
    assert first.figures == {
        "extra_cash": {"wales": [3200, 3239], "scotland": [2400, 2400]},
        "one_off_cash": {"wales": [600, 639], "scotland": [0, 0]},
        "order": ["clear"],
    }
    in_payment = paged(ask("wales", salary="40000.30")).sentences[-1]  # 42,000.32 and 600.00
    assert in_payment.figures == {"rate_in_payment": Decimal(42000), "new_rate": [600, 600]}
    nothing_new = paged(ask("england", salary="40000.30")).sentences[-1]
    assert nothing_new.figures == {"rate_in_payment": Decimal(42000), "new_rate": [0, 0]}
