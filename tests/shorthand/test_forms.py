"""Every form of shorthand with the offer it says, written as an offer file says it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from payoffer.shorthand.parser import read_shorthand
from tests.asking import Part, as_toml, flat, percent

APRIL_22, APRIL_23, JANUARY_24 = "2022-04-01", "2023-04-01", "2024-01-01"
BEFORE = {"of": "before"}
FIVE, SIX = percent(5), percent(6)


def rise(start: int | str, *uplift: Part, **more: object) -> Part:
    return {("year" if isinstance(start, int) else "effective"): start, "uplift": list(uplift), **more}


def once(start: int | list[str] | None, *pay: Part, **more: object) -> Part:
    when = {"year": start} if isinstance(start, int) else {"covers": start} if start else {}
    return {**when, "pay": list(pay), **more}


def said(text: str) -> dict[str, Any]:
    """Return what a text says, without its name, as an offer file would hold it."""
    document = read_shorthand(text).model_dump(exclude_defaults=True)
    del document["name"]
    return {key: _plain(value) for key, value in document.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def check(text: str, *parts: Part, **keys: object) -> None:
    awards = [part for part in parts if "uplift" in part]
    lumps = [part for part in parts if "pay" in part]
    expected = {"award": awards, "lump_sum": lumps, **keys}
    assert said(text) == as_toml({key: value for key, value in expected.items() if value})


# Years


@pytest.mark.parametrize(
    "text",
    [
        "6%, 5.5%",
        "6%,5.5%",
        " 6% ,  5.5% ",
        "6%; 5.5%",
        "6%, 5.5%.",
        "6% then 5.5%",
        "6%, then 5.5%",
        "6% and then 5.5%",
        "6% followed by 5.5%",
        "6%, and 5.5%",
        "6 per cent, 5.5 percent",
        "6pc, 5.5 pct",
        "6.0 %, 5.50%",
        "6\uff05, 5.5\uff05",
        "6%,\u00a05.5%",
        "+6%, 5.5%",
        "a rise of 6%, a further 5.5% increase",
        "6% for everyone, 5.5% consolidated",
        "6% this year, 5.5% next year",
        "6% this year and 5.5% next year",
        "6% and 5.5% next year",
        "6% in year 1 and 5.5% in year 2",
        "year 1: 6%, year 2: 5.5%",
        "in the first year 6%, in the second year 5.5%",
        "6% in the first year and 5.5% in the second year",
        "(6%), (5.5%)",
    ],
)
def test_two_years(text: str) -> None:
    check(text, rise(1, SIX), rise(2, percent(5.5)))


@pytest.mark.parametrize("text", ["6%, 4%, 2%", "6%, 4% and 2%", "6%, 4%, and 2%", "6%, 4%, then 2%"])
def test_three_years(text: str) -> None:
    check(text, rise(1, SIX), rise(2, percent(4)), rise(3, percent(2)))


def test_the_same_rise_for_several_years() -> None:
    for text in (
        "6% a year for 3 years",
        "6% for three years",
        "6% each year for the next 3 years",
        "6% pa for 3 years",
    ):
        check(text, rise(1, SIX), rise(2, SIX), rise(3, SIX))
    check("6% for 2 years, 5%", rise(1, SIX), rise(2, SIX), rise(3, FIVE))
    check("6% for 2 years, year 5: 5%", rise(1, SIX), rise(2, SIX), rise(5, FIVE))
    check("£500 a year for 2 years", rise(1, flat(500)), rise(2, flat(500)))


def test_a_year_without_a_rise() -> None:
    for text in ("nothing, 5%", "no rise, 5%", "0%, 5%", "pay freeze, 5%"):
        check(text, rise(1, percent(0)), rise(2, FIVE))


def test_a_year_may_be_left_out() -> None:
    check("year 2: 5%", rise(2, FIVE))
    check("6%, 5% in year 4", rise(1, SIX), rise(4, FIVE))


# Within a year


@pytest.mark.parametrize(
    "text",
    [
        "5% + 1.5%",
        "5% plus 1.5%",
        "5% plus a further 1.5%",
        "5% & 1.5%",
        "5% as well as an additional 1.5%",
        "5%, plus 1.5%",
    ],
)
def test_percentages_add_up_on_the_same_base(text: str) -> None:
    check(text, rise(1, FIVE, percent(1.5, **BEFORE)))


@pytest.mark.parametrize(
    "text",
    ["5% + 1.5% on top", "5% and 1.5% on top of that", "5%, 1.5% on top", "1.5% on top of 5%", "5%, with 1.5% on top"],
)
def test_a_percentage_on_top_compounds(text: str) -> None:
    check(text, rise(1, FIVE, percent(1.5)))


def test_the_order_of_a_sum_and_a_percentage_is_kept() -> None:
    check("£500 + 3%", rise(1, flat(500), percent(3)))
    check("3% + £500", rise(1, percent(3), flat(500)))
    check("3% and £500", rise(1, percent(3), flat(500)))
    check("3% on top of £500", rise(1, flat(500), percent(3)))
    check("£500 + 3% of pay before", rise(1, flat(500), percent(3, **BEFORE)))
    check("2% + £500 + 3% on top", rise(1, percent(2), flat(500), percent(3)))
    check("2% + £500 + 3% of the old pay", rise(1, percent(2), flat(500), percent(3, **BEFORE)))


def test_in_a_later_year_the_pay_before_is_that_on_the_day_before() -> None:
    more = [percent(2), flat(500), percent(3, **BEFORE)]
    check("5%, 2% + £500 + 3% of pay on the day before", rise(1, FIVE), rise(2, *more))
    check("£9 one-off, £500 + 3% of pay before", rise(2, flat(500), percent(3, **BEFORE)), once(1, flat(9)))
    check("5%, 1% one-off of pay before", rise(1, FIVE), once(2, percent(1), **BEFORE))


def test_three_rises_in_one_year() -> None:
    check("3% + 2% + 1%", rise(1, percent(3), percent(2, **BEFORE), percent(1, **BEFORE)))
    check("1% on top of 2% on top of 3%", rise(1, percent(3), percent(2), percent(1)))


def test_what_is_already_paid_is_an_award_of_its_own() -> None:
    for text in ("5% already paid + 1.5%", "5% already being paid, plus 1.5%", "5% (in payment) + 1.5%"):
        check(text, rise(1, FIVE, in_payment=True), rise(1, percent(1.5, **BEFORE)))


# Sums


@pytest.mark.parametrize(
    "text",
    [
        *("£1,925", "£1925", "£ 1,925", "£1925.00", "GBP 1925", "1925 pounds", "1,925 GBP", "£1.925k", "1.925k"),
        *(
            "£1,925 a year",
            "£1,925 per annum",
            "£1,925 p.a.",
            "£1,925pa",
            "£1,925/year",
            "1925 quid",
            "£1,925 rise",
            "£1,925 pro rata",
        ),
        *("\u00c2\u00a31,925", "\u00fa1,925", "\udcc2\udca31925", "\uffe11925"),
    ],
)
def test_a_sum_on_everybodys_pay(text: str) -> None:
    check(text, rise(1, flat(1925)))


def test_the_comma_of_thousands_is_not_that_of_years() -> None:
    check("£1,925, 4%", rise(1, flat(1925)), rise(2, percent(4)))
    check("£1,925,4%", rise(1, flat(1925)), rise(2, percent(4)))
    check("4%,£1,925", rise(1, percent(4)), rise(2, flat(1925)))
    check("£1,925,£1,500", rise(1, flat(1925)), rise(2, flat(1500)))


def test_sums_by_the_month_and_the_hour() -> None:
    check("£50 a month", rise(1, flat(50), per="month"))
    for text in ("50p an hour on 37 hours", "£0.50 per hour for a 37-hour week", "50 pence/hour, 37 hours a week"):
        check(text, rise(1, flat(0.5), per="hour"), week=37)
    for text in ("£1.925 an hour on 37 hours", "192.5p an hour on 37 hours"):
        check(text, rise(1, flat(1.925), per="hour"), week=37)
    limited = rise(1, flat(0.5), {"minimum_rise": 0.3}, per="hour")
    check("50p an hour min 30p on 37 hours", limited, week=37)
    check("3% + 50p ph (37 hours)", rise(1, percent(3), flat(0.5), per="hour"), week=37)
    two = [rise(1, flat(50), percent(2), per="month"), rise(1, flat(500))]
    check("£50 a month + 2% + £500", *two)


def test_less() -> None:
    check("-2%, minus £500", rise(1, percent(-2)), rise(2, flat(-500)))
    check(
        "5%, \u22122%, -£500, £-500",
        *(rise(n, term) for n, term in enumerate([FIVE, percent(-2), flat(-500), flat(-500)], 1)),
    )


def test_a_range() -> None:
    for text in ("3% to 4%", "3-4%", "3%-4%", "3 to 4%", "between 3% and 4%", "between 3 and 4%"):
        check(text, rise(1, percent([3, 4])))
    for text in ("£500 to £800", "£500-£800", "£500-800", "500 to 800 pounds", "between £500 and £800 a year"):
        check(text, rise(1, flat([500, 800])))
    check("3%, between 4 and 5%", rise(1, percent(3)), rise(2, percent([4, 5])))
    for text in ("£50 to £80 a month", "£50 a month to £80", "£50 a month to £80 a month"):
        check(text, rise(1, flat([50, 80]), per="month"))
    for text in ("50p to 60p an hour", "50-60p an hour", "50p-60 an hour"):
        check(f"{text} on 37 hours", rise(1, flat([0.5, 0.6]), per="hour"), week=37)
    check("1-2k", rise(1, flat([1000, 2000])))


# Limits


@pytest.mark.parametrize(
    "text",
    [
        *("5% min £1,925", "5% minimum £1,925", "5% at least £1,925", "5%, at least £1,925", "5% (min. £1,925)"),
        *("5% with a minimum of £1,925", "5% subject to a minimum of £1,925", "5% or at least £1,925"),
        *("5% or £1,925, whichever is the greater", "5% or £1,925 if that is more", "5% or £1,925 whichever is higher"),
    ],
)
def test_the_least_of_a_rise(text: str) -> None:
    check(text, rise(1, FIVE, {"minimum_rise": 1925}))


@pytest.mark.parametrize(
    "text",
    [
        *("5% max £4,000", "5% up to £4,000", "5% capped at £4,000", "5% at most £4,000", "5%, no more than £4,000"),
        *("5% or £4,000, whichever is less", "£4,000 max 5%", "£4,000 or 5%, whichever is lower"),
    ],
)
def test_the_most_of_a_rise(text: str) -> None:
    check(text, rise(1, FIVE, {"maximum_rise": 4000}))


def test_other_limits() -> None:
    check("5% min £1,925 max £4,000", rise(1, FIVE, {"minimum_rise": 1925}, {"maximum_rise": 4000}))
    check("5%, between £1,925 and £4,000", rise(1, FIVE, {"minimum_rise": 1925}, {"maximum_rise": 4000}))
    check("£1,000 min 3%", rise(1, flat(1000), {"minimum_rise_percent": 3}))
    check("5% min £1,000 + £200, 2%", rise(1, FIVE, {"minimum_rise": 1000}, flat(200)), rise(2, percent(2)))
    check("5% + nobody under £12.60 an hour on 37 hours", rise(1, FIVE, {"minimum_pay": 12.6}, per="hour"), week=37)
    check("nobody under £25,000", rise(1, {"minimum_pay": 25000}))
    check("3% min £50 a month", rise(1, percent(3), {"minimum_rise": 50}, per="month"))
    check("£60 a month min £50", rise(1, flat(60), {"minimum_rise": 50}, per="month"))


def test_whose_pay_it_is_for() -> None:
    bands = [percent(6, pay_up_to=80000), flat(4800, pay_over=80000)]
    check("6% on pay up to £80,000 + £4,800 on pay over £80,000", rise(1, *bands))
    check("6% for those earning up to £80k and £4,800 for people on above £80,000", rise(1, *bands))
    check("6% on pay from £20,000 under £50,000", rise(1, percent(6, pay_from=20000, pay_under=50000)))
    check(
        "6% on pay over £20,000 and up to £50,000, 5%",
        rise(1, percent(6, pay_over=20000, pay_up_to=50000)),
        rise(2, FIVE),
    )


# Indices


@pytest.mark.parametrize(
    "text", ["RPI + 0.5%", "rpi plus 0.5 per cent", "RPI + 0.5 points", "RPI+0.5%", "RPI plus 0.5pp"]
)
def test_an_index_with_points_added(text: str) -> None:
    check(text, rise(1, {"index": "rpi", "plus": 0.5}))


def test_other_indices() -> None:
    check("CPI", rise(1, {"index": "cpi"}))
    check("CPIH - 1%", rise(1, {"index": "cpih", "plus": -1}))
    check("RPI + -1%", rise(1, {"index": "rpi", "plus": -1}))
    check("RPI + 0%", rise(1, {"index": "rpi"}))
    check("RPI + £500", rise(1, {"index": "rpi"}, flat(500)))
    check("RPI + 0.5% + 1%", rise(1, {"index": "rpi", "plus": 0.5}, percent(1, **BEFORE)))
    check("a rise in line with CPI", rise(1, {"index": "cpi"}))
    check("3%, RPI", rise(1, percent(3)), rise(2, {"index": "rpi"}))
    check("3% + RPI", rise(1, percent(3), {"index": "rpi", **BEFORE}))
    check("RPI of February 2025 + 0.5%", rise(1, {"index": "rpi", "month": "2025-02-01", "plus": 0.5}))
    check("RPI (Feb 2025)", rise(1, {"index": "rpi", "month": "2025-02-01"}))


@pytest.mark.parametrize(
    "text",
    [
        *("RPI + 0.5% min 3% max 9%", "RPI + 0.5%, between 3% and 9%", "RPI + 0.5%, at least 3% and at most 9%"),
        *("RPI + 0.5% with a floor of 3% and a cap of 9%", "RPI + 0.5% between 3 and 9%"),
    ],
)
def test_a_collar(text: str) -> None:
    check(text, rise(1, {"index": "rpi", "plus": 0.5, "floor": 3, "cap": 9}))


def test_the_month_of_an_index_is_that_of_the_rise_if_it_is_not_said() -> None:
    check("RPI from 7 April 2025", rise("2025-04-07", {"index": "rpi", "month": "2025-04-01"}))
    check("RPI of Feb 2025 from April 2025", rise("2025-04-01", {"index": "rpi", "month": "2025-02-01"}))
    check(
        "RPI min £500 + 2%, 3%",
        rise(1, {"index": "rpi"}, {"minimum_rise": 500}, percent(2, **BEFORE)),
        rise(2, percent(3)),
    )


# Days


@pytest.mark.parametrize(
    "text",
    [
        *(
            "7% from 2022-04-01",
            "7% from April 2022",
            "7% from 1 April 2022",
            "7% from 1st April 2022",
            "7% in Apr 2022",
        ),
        *("7% from 1st of April 2022", "7% from April 1, 2022", "7% effective 1 April 2022", "7%, from April 2022"),
        *("7% with effect from 1 Apr. 2022", "7% backdated to April 2022", "from April 2022: 7%", "April 2022: 7%"),
        *("from 1 April 2022, 7%", "7% on 1 April 2022", "1 April 2022 7%", "7% from one April 2022"),
    ],
)
def test_a_day(text: str) -> None:
    check(text, rise(APRIL_22, percent(7)))


def test_a_rise_without_a_day_is_a_year_after_the_one_before() -> None:
    check(
        "7% from April 2022, 5%, 2%", rise(APRIL_22, percent(7)), rise(APRIL_23, FIVE), rise("2024-04-01", percent(2))
    )
    check("7% from April 2022, 2% in year 3", rise(APRIL_22, percent(7)), rise("2024-04-01", percent(2)))
    check("7% from 29 February 2024, 5%", rise("2024-02-29", percent(7)), rise("2025-02-28", FIVE))
    check("6% from April 2022 for 2 years", rise(APRIL_22, SIX), rise(APRIL_23, SIX))


def test_each_rise_has_its_day() -> None:
    steps = [rise(APRIL_22, percent(7)), rise(APRIL_23, FIVE), rise(JANUARY_24, percent(2))]
    check("7% from April 2022, 5% from April 2023, 2% from Jan 2024", *steps)
    check("7% from April 2022, 5% from April 2023 and 2% from Jan 2024", *steps)
    check("from April 2022 7%, from April 2023 5%, from January 2024 2%", *steps)
    check("7% from April 2022 + 5% from April 2023 + 2% from January 2024", *steps)


def test_a_day_is_that_of_the_whole_year() -> None:
    check("5% + £500 from April 2022", rise(APRIL_22, FIVE, flat(500)))
    check("5% from April 2022 + £500", rise(APRIL_22, FIVE, flat(500)))
    check("5% from April 2022 + £500 from April 2022", rise(APRIL_22, FIVE, flat(500)))
    check("5% from April 2022, £500 from April 2023 + 1%", rise(APRIL_22, FIVE), rise(APRIL_23, flat(500), percent(1)))


def test_the_last_day() -> None:
    check("6% from April 2022, until 31 July 2023", rise(APRIL_22, SIX), until="2023-07-31")
    check("6% from April 2022 until February 2024", rise(APRIL_22, SIX), until="2024-02-29")
    check("£500 one-off paid May 2023, until May 2024", once(None, flat(500), paid="2023-05-01"), until="2024-05-31")


def test_back_pay() -> None:
    check("5% + £500 from April 2022 paid March 2023", rise(APRIL_22, FIVE, flat(500), paid="2023-03-01"))
    check(
        "5% from April 2022, paid 31 March 2023, 4%",
        rise(APRIL_22, FIVE, paid="2023-03-31"),
        rise(APRIL_23, percent(4)),
    )
    both = "5% from April 2022 paid March 2023 + £500 paid May 2023"
    check(both, rise(APRIL_22, FIVE, paid="2023-03-01"), rise(APRIL_22, flat(500), paid="2023-05-01"))


def test_a_percentage_of_the_pay_of_a_day() -> None:
    check(
        "3% from April 2022, 1% of pay on 1 May 2021",
        rise(APRIL_22, percent(3)),
        rise(APRIL_23, percent(1, of="2021-05-01")),
    )


# One-offs


@pytest.mark.parametrize(
    "text",
    [
        *(
            "£1,000 one-off",
            "£1000 one off",
            "£1,000 oneoff",
            "a one-off of £1,000",
            "one-off £1,000",
            "a £1,000 bonus",
        ),
        *("£1,000 one-off payment", "a one-off payment of £1,000", "£1,000 lump sum", "a lump sum of £1,000"),
        *("£1,000 non-consolidated", "£1,000 (non-consolidated)", "£1,000 unconsolidated payment", "£1,000, one-off"),
        *("a non-consolidated cash payment of £1,000", "£1k once"),
    ],
)
def test_a_one_off(text: str) -> None:
    check(text, once(1, flat(1000)))


def test_a_percentage_paid_once_is_of_what() -> None:
    check("1.5% one-off", once(1, percent(1.5), of="unstated"))
    check("1.5% of salary one-off", once(1, percent(1.5), of="unstated"))
    check("1.5% one-off of pay before", once(1, percent(1.5), of="before"))
    check("1.5% of pay now, one-off", once(1, percent(1.5), of="in_payment"))
    check("1.5% of the new pay, one-off", once(1, percent(1.5)))  # in_force, which a file leaves out
    check("1.5% one-off min £500", once(1, percent(1.5), {"minimum_rise": 500}, of="unstated"))


def test_the_offer_of_february() -> None:
    both = [rise(1, FIVE, percent(1.5, **BEFORE)), once(1, percent(1.5), of="unstated")]
    for text in ("5% + 1.5% + 1.5% one-off", "5% plus 1.5% and a 1.5% one-off", "5% + 1.5%, and 1.5% non-consolidated"):
        check(text, *both)


def test_one_offs_in_their_years() -> None:
    check("£500 one-off, 3% + £200 one-off", rise(2, percent(3)), once(1, flat(500)), once(2, flat(200)))
    year = [APRIL_22, "2023-03-31"]
    check("5% from April 2022 + 1% one-off", rise(APRIL_22, FIVE), once(year, percent(1), of="unstated"))
    check("£500 one-off from April 2022", once(year, flat(500)))
    check("£500 one-off already paid + 5%", rise(1, FIVE), once(1, flat(500), in_payment=True))


def test_the_day_of_a_one_off() -> None:
    paid = once(None, flat(500), paid="2023-03-01")
    check("5% from April 2022 + £500 one-off paid in March 2023", rise(APRIL_22, FIVE), paid)
    check("5% from April 2022, £500 one-off in March 2023, 4%", rise(APRIL_22, FIVE), rise(APRIL_23, percent(4)), paid)
    check("£500 in March 2023 one-off", paid)
    year = [APRIL_22, "2023-03-31"]
    open_ = once(year, percent(1), of="unstated", paid="2023-03-01")
    check("5% from April 2022 + 1% one-off paid March 2023", rise(APRIL_22, FIVE), open_)


# Names


def test_a_name_stands_before_a_colon() -> None:
    assert read_shorthand("Final offer: 6%, 4%").name == "Final offer"
    assert read_shorthand("Option\t2 :  year 1: 6%").name == "Option 2"
    assert said("Final offer: from April 2022: 6%") == said("from April 2022: 6%")


def test_without_a_name_the_text_is_the_name() -> None:
    assert read_shorthand(" 6%,\u00a0 5.5%\n").name == "6%, 5.5%"
    assert read_shorthand("April 2022: 6%").name == "April 2022: 6%"
    assert read_shorthand("A\udcff\x1bB: 6%").name == "A B"
    assert read_shorthand("Ty\u0302\x07: 6%").name == "Ty\u0302"


def test_what_is_read_is_exact() -> None:
    [award] = read_shorthand("5.123456789% from 2022-04-01").award
    assert (award.uplift[0].percent, award.effective) == (Decimal("5.123456789"), date(2022, 4, 1))
