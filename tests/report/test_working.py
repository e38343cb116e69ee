"""The working: every line is a sum that holds, and every figure of the JSON has its line."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from payoffer.asked import Named, Pay, Question
from payoffer.compare import Comparison, Valued, compare
from payoffer.library import load, points_before
from payoffer.offer import Offer
from payoffer.prices import PriceIndex
from payoffer.report.figures import FIGURES, YEAR_FIGURES, Figure, rounded
from payoffer.report.medium import Medium
from payoffer.report.working import Section, text, working
from payoffer.report.working_figures import Whole
from payoffer.report.working_words import LABELS, YEAR_LABELS
from payoffer.report.working_years import Year
from payoffer.settle import Follows, Given
from payoffer.shelf import BUNDLED as OFFERS
from tests.arithmetic import calculate, equation, figure, round_like
from tests.made import comparisons, law

TEN = PriceIndex("10.1%", (Decimal("10.1"),))
BUNDLED = sorted(path.stem for path in OFFERS.glob("*.toml"))


def asked(*names: str, **question: object) -> Comparison:
    return compare(
        tuple(load(name) for name in names),
        made({"pay": Pay(Fraction(40000)), "prices": (TEN,)} | question),
        points_before,
    )


def valued(
    document: dict[str, Any], salary: int = 40000, points: dict[str, Fraction] | None = None, **question: object
) -> Comparison:
    offer = Offer.model_validate({"name": "Made", "week": 37, "weeks": Decimal("52.143")} | document)
    pay = Pay(Fraction(salary), points={"made": next(iter(points))} if points else {})
    named = Named("made", offer, "made.toml", "local")
    return compare((named,), made({"pay": pay} | question), lambda _named, _day: points or {})


def made(question: dict[str, Any]) -> Question:
    return Question(**question)


def texts(answer: Comparison, title: str = "") -> list[str]:
    return [line.text for section in working(answer) if title in section.title for line in section.lines]


def steps(
    document: dict[str, Any], salary: int = 40000, points: dict[str, Fraction] | None = None, **question: object
) -> list[str]:
    return texts(valued(document, salary, points, **question), "step by step")


def printed(kind: Figure, value: Fraction) -> Decimal:
    found = rounded(kind, value)
    assert found is not None
    return found


def wanted(offer: Valued) -> Iterator[tuple[tuple[object, int | None, str], Decimal]]:
    """Yield every figure of the JSON of one offer: where its line stands, and what it has to say."""
    for read in offer.reads:
        for all_ in read.by_prices:
            for whole in all_:
                span = (whole.window.anchor, Fraction(0), whole.months)
                for kind in FIGURES:
                    if getattr(whole, kind.name) is not None:
                        yield (span, None, kind.name), printed(kind, getattr(whole, kind.name))
                for year in whole.years:
                    span = (whole.window.anchor, year.span.start, year.span.end)
                    for kind in YEAR_FIGURES:
                        if getattr(year, kind.name) is not None:
                            yield (span, year.year, kind.name), printed(kind, getattr(year, kind.name))


def told(sections: list[Section], offer: Valued) -> Iterator[tuple[tuple[object, int | None, str], Decimal]]:
    """Yield every figure that has a line, as it is printed there."""
    for section in sections:
        for line in section.lines if section.offer == offer.id else ():
            if line.figure == "cash_break_even_percent":
                rate = line.text.partition(" rise by ")[2].partition(" a year")[0]
                yield (section.span, section.year, line.figure), figure(rate)
            elif line.figure:
                yield (section.span, section.year, line.figure), figure(line.result)


def check(answer: Comparison) -> None:
    sections = working(answer)
    for section in sections:
        assert section.lines
        for line in section.lines:
            if not line.expression:
                assert line.result == ""
                continue
            assert round_like(calculate(line.expression), line.result) == figure(line.result), line.text
            read = equation(line.text)
            if read is None:
                assert line.text.endswith(f": {line.result}")
            else:
                assert (read.sum, read.result) == (line.expression, line.result)
                assert read.holds()
    for offer in answer.offers:
        assert set(told(sections, offer)) == set(wanted(offer))


@law
@given(comparisons)
def test_every_line_holds_and_every_figure_has_one(answer: Comparison) -> None:
    check(answer)


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("months", [None, 7, 40])
def test_every_line_of_the_bundled_offers_holds(name: str, months: int | None) -> None:
    check(asked(name, months=months, prices=(TEN, PriceIndex("list", (Decimal(5), Decimal("4.25"), Decimal(0))))))


@pytest.mark.parametrize("salary", [Fraction(36961), Fraction(79999), Fraction(80001), Fraction("42336.01")])
@pytest.mark.parametrize("fte", [Fraction(1), Fraction(3, 5)])
def test_every_line_of_a_whole_comparison_holds(salary: Fraction, fte: Fraction) -> None:
    check(asked("wales", "scotland", "england", pay=Pay(salary, fte=fte)))
    check(
        asked(
            "wales-2023-03",
            "scotland-2023-03",
            pay=Pay(salary, fte=fte),
            follows={"wales-2023-03": Follows(Decimal(3))},
        )
    )


@pytest.mark.parametrize("point", ["M1 rest of England", "M5 inner London", "U3 inner London"])
def test_every_line_of_a_pay_point_holds(point: str) -> None:
    check(asked("england", pay=Pay(Fraction(0), points={"england": point})))
    check(asked("wales", pay=Pay(Fraction(0), points={"wales": "U3"})))


def test_there_is_a_sum_and_a_label_for_every_figure_and_no_other() -> None:
    assert set(LABELS) == {kind.name for kind in FIGURES}
    assert set(YEAR_LABELS) == {kind.name for kind in YEAR_FIGURES}
    others = {"cash_break_even_percent"}
    assert all(hasattr(Whole, name) for name in set(LABELS) - others)
    assert all(hasattr(Year, name) for name in YEAR_LABELS)


def test_the_flip_chart_of_february_2023() -> None:
    found = texts(asked("wales", "scotland"))
    for line in (
        "1 Sep 2022, already being paid: £40,000.00 x 1.05 = £42,000.00",
        "1 Sep 2022, 1.5% of the pay the day before: £40,000.00 x 0.015 = £600.00",
        "1 Sep 2022, added to the pay: £42,000.00 + £600.00 = £42,600.00",
        "one-off, counted 1 Sep 2022, of pay now: £42,000.00 x 0.015 = £630.00",
        "1 Apr 2022: £40,000.00 x 1.06 = £42,400.00",
        "prices after 24 months: 1.101 x (1 + 10.1%) = 1.212201",
        "extra pay: £2,400.00 x 12/12 + £4,732.00 x 12/12 = £7,132.00",
        (
            "extra pay needed to keep up: £40,000.00 x (1.101 - 1) x 12/12 + £40,000.00 x (1.212201 - 1) x 12/12 "
            "= £12,528.04"
        ),
        "short of keeping up: £12,528.04 - £7,132.00 = £5,396.04",
        "new on a Yes vote: £3,200.00 - £2,000.00 = £1,200.00",
        "what basic pay buys: £44,732.00 / £40,000.00 / 1.212201 - 1 = -7.746323%",
        (
            "pay in the money of before the offer, against keeping up: £42,400.00 / 1.101 + £44,732.00 / 1.212201 - "
            "£40,000.00 x 24/12 = -£4,588.08"
        ),
    ):
        assert line in found


def test_twenty_eight_months_end_in_a_part_year() -> None:
    found = texts(asked("scotland-2023-03"))
    assert "prices after 28 months: 1.212201 x (1 + 10.1%) ^ (4/12) = 1.2517100646" in found
    assert "basic pay at the end, a year: £40,000.00 + £2,800.00 + £2,140.00 + £898.80 = £45,838.80" in found


def test_windows_over_the_same_months_are_told_once() -> None:
    titles = [section.title for section in working(asked("wales", "scotland"))]
    assert sum("12 months" in title for title in titles if title.startswith("Scotland")) == 3
    assert any("(its own months and all months counted)" in title for title in titles)
    assert any("(its own months and the months every offer covers), if" in title for title in titles)


def test_a_further_reading_holds_only_what_differs() -> None:
    sections = [section for section in working(asked("wales")) if "pay now" in section.title]
    assert all(section.title.endswith("; only what differs") for section in sections)
    assert [line.figure for line in sections[0].lines] == [None]
    assert "one_off_cash" in {line.figure for line in sections[1].lines}
    assert "rate_at_end" not in {line.figure for line in sections[1].lines}


def test_several_prices_each_have_their_own_lines() -> None:
    five = PriceIndex("5%", (Decimal(5),))
    found = working(asked("scotland", prices=(TEN, five)))
    titles = [section.title for section in found]
    assert any(title.endswith("with prices rising 10.1%") for title in titles)
    assert any(title.endswith("with prices rising 5%; only what differs") for title in titles)


def rise(*uplift: dict[str, Any], **keys: object) -> dict[str, Any]:
    return {"award": [{"effective": date(2023, 4, 1), "uplift": list(uplift)} | keys]}


def one_off(*pay: dict[str, Any], **keys: object) -> dict[str, Any]:
    freeze = {"effective": date(2023, 4, 1), "uplift": [{"percent": 0}]}
    return {"award": [freeze], "lump_sum": [{"pay": list(pay), "paid": date(2023, 6, 30)} | keys]}


@pytest.mark.parametrize(
    ("uplift", "keys", "lines"),
    [
        ({"flat": 1000}, {}, ["1 Apr 2023: £40,000.00 + £1,000.00 = £41,000.00"]),
        (
            {"flat": Decimal("0.5")},
            {"per": "hour"},
            [
                "1 Apr 2023, £0.50 an hour: £0.50 x 37 x 52.143 = £964.6455",
                "1 Apr 2023: £40,000.00 + £964.6455 = £40,964.65",
            ],
        ),
        (
            {"flat": 50},
            {"per": "month"},
            [
                "1 Apr 2023, £50.00 a month: £50.00 x 12 = £600.00",
                "1 Apr 2023: £40,000.00 + £600.00 = £40,600.00",
            ],
        ),
        ({"set": 41000}, {}, ["1 Apr 2023, pay becomes: £41,000.00"]),
        (
            {"percent": 5, "pay_over": 50000},
            {},
            ["1 Apr 2023, nothing in it is for this pay: £40,000.00"],
        ),
        ({"percent": {"M1": 5, "others": 3}}, {}, ["1 Apr 2023, for other points: £40,000.00 x 1.03 = £41,200.00"]),
        ({"percent": -2}, {}, ["1 Apr 2023: £40,000.00 x 0.98 = £39,200.00"]),
    ],
)
def test_a_rise_as_it_is_written_down(uplift: dict[str, Any], keys: dict[str, Any], lines: list[str]) -> None:
    assert steps(rise(uplift, **keys)) == lines


@pytest.mark.parametrize(
    ("limit", "line"),
    [
        (
            {"minimum_rise": 1750},
            (
                "at least £1,750.00 more than the pay the day before (it counts: £40,800.00 is less): "
                "£40,000.00 + £1,750.00 = £41,750.00"
            ),
        ),
        (
            {"minimum_rise": 500},
            (
                "at least £500.00 more than the pay the day before (no difference: pay is £40,800.00): "
                "£40,000.00 + £500.00 = £40,500.00"
            ),
        ),
        (
            {"minimum_rise_percent": 3},
            (
                "at least 3% more than the pay the day before (it counts: £40,800.00 is less): "
                "£40,000.00 x 1.03 = £41,200.00"
            ),
        ),
        (
            {"maximum_rise": 600},
            (
                "at most £600.00 more than the pay the day before (it counts: £40,800.00 is more): "
                "£40,000.00 + £600.00 = £40,600.00"
            ),
        ),
        ({"minimum_pay": 41000}, "nobody under £41,000.00 (it counts: £40,800.00 is less): £41,000.00"),
    ],
)
def test_a_limit_says_whether_it_counts(limit: dict[str, Any], line: str) -> None:
    assert steps(rise({"percent": 2}, limit)) == [
        "1 Apr 2023: £40,000.00 x 1.02 = £40,800.00",
        f"1 Apr 2023, {line}",
    ]


def test_a_least_rate_by_the_hour() -> None:
    assert steps(rise({"minimum_pay": 21}, per="hour")) == [
        "1 Apr 2023, £21.00 an hour: £21.00 x 37 x 52.143 = £40,515.111",
        "1 Apr 2023, nobody under £40,515.111 (it counts: £40,000.00 is less): £40,515.11",
    ]


def test_sums_for_another_full_time_week() -> None:
    pay = Pay(Fraction(40000), week=Fraction(36))
    assert steps(rise({"flat": 1850}), pay=pay) == [
        "1 Apr 2023, £1,850.00 for the hours of the full-time week: £1,850.00 x 36/37 = £1,800.00",
        "1 Apr 2023: £40,000.00 + £1,800.00 = £41,800.00",
    ]


def test_what_was_paid_on_account_is_replaced() -> None:
    second = {"effective": date(2024, 4, 1), "uplift": [{"total_percent": Decimal("4.25"), "of": date(2023, 3, 1)}]}
    first = rise({"percent": 2})["award"]
    answer = valued({"award": [*first, second]})
    assert "1 Apr 2024, 4.25% in all on the pay of 1 Mar 2023: £40,000.00 x 1.0425 = £41,700.00" in texts(answer)
    assert "adds up to: 2% + 2.25% = 4.250000%" in texts(answer)


def test_pence_are_rounded_in_the_last_sum_of_a_day() -> None:
    assert steps(rise({"percent": Decimal("6.5")}, {"flat": 1}), salary=42333) == [
        "1 Apr 2023: £42,333.00 x 1.065 = £45,084.645",
        "1 Apr 2023: £45,084.645 + £1.00 = £45,085.65",
    ]


@pytest.mark.parametrize(
    ("round_", "line"),
    [
        ({"to": 1, "direction": "up"}, "1 Sep 2022, £45,084.645 rounded up to a multiple of £1: £45,085.00"),
        ({"to": 1, "direction": "down"}, "1 Sep 2022, £45,084.645 rounded down to a multiple of £1: £45,084.00"),
        ({"to": 3}, "1 Sep 2022, £45,084.645 rounded to the nearest £3: £45,084.00"),
        (
            {"to": 1, "carry": "unrounded"},
            "1 Sep 2022, £45,084.645 rounded to the nearest £1 (the next rise is of the unrounded figure): £45,085.00",
        ),
    ],
)
def test_the_rounding_of_a_point_has_a_line_of_its_own(round_: dict[str, Any], line: str) -> None:
    award = {"effective": date(2022, 9, 1), "uplift": [{"percent": Decimal("6.5")}]}
    assert steps({"award": [award], "round": round_}, points={"U3": Fraction(42333)}) == [
        "1 Sep 2022: £42,333.00 x 1.065 = £45,084.645",
        line,
    ]


def test_a_rounding_by_the_hour() -> None:
    document = rise({"percent": 5}, per="hour", round={"to": Decimal("0.01")})
    assert steps(document, points={"P": Fraction(22000)}) == [
        "1 Apr 2023: £22,000.00 x 1.05 = £23,100.00",
        "1 Apr 2023, £23,100.00 rounded to the nearest £0.01 an hour: £11.97 x 37 x 52.143 = £23,093.61327",
    ]


def test_a_point_that_nothing_rounds_and_one_that_moves() -> None:
    points = {"M1": Fraction(25000), "M2": Fraction(27000)}
    assert steps(rise({"percent": {"M1": 5}}), points=points) == [
        "1 Apr 2023, for M1: £25,000.00 x 1.05 = £26,250.00",
    ]
    assert steps(rise({"percent": 5}, {"move": {"M1": "M2"}}), points=points) == [
        "1 Apr 2023, for M2, paid as this point from now on: £27,000.00",
        "1 Apr 2023: £27,000.00 x 1.05 = £28,350.00",
    ]


def test_what_is_assumed_to_follow_says_so() -> None:
    answer = valued(rise({"percent": 5}), months=24, follows={"made": Follows(Decimal("3.5"))})
    assert "1 Apr 2024, assumed to follow: £42,000.00 x 1.035 = £43,470.00" in texts(answer)


def test_an_index_is_told_in_words() -> None:
    document = rise({"index": "rpi", "month": date(2023, 2, 1), "plus": Decimal("0.5"), "cap": 9})
    lines = working(valued(document, given=Given({"rpi": Decimal("4.1")})))[0].lines
    assert lines[0].text == "Your figure for RPI of February 2023 is 4.1%, 4.1 + 0.5 = 4.6%"
    assert (lines[0].expression, lines[0].result) == ("", "")
    assert lines[1].text == "1 Apr 2023: £40,000.00 x 1.046 = £41,840.00"


@pytest.mark.parametrize(
    ("pay", "keys", "lines"),
    [
        ([{"flat": 650}], {}, ["one-off, counted 30 Jun 2023: £650.00"]),
        (
            [{"percent": 2}, {"flat": 1250}],
            {"of": "before"},
            ["one-off, counted 30 Jun 2023, of pay before: £40,000.00 x 0.02 + £1,250.00 = £2,050.00"],
        ),
        (
            [{"percent": 1}, {"minimum_rise": 500}],
            {},
            ["one-off, counted 30 Jun 2023, of the pay of that day: £500.00"],
        ),
        (
            [{"percent": 2}, {"minimum_rise": 500}],
            {"of": date(2023, 3, 31)},
            ["one-off, counted 30 Jun 2023, of the pay of 31 Mar 2023: £40,000.00 x 0.02 = £800.00"],
        ),
        (
            [{"total_percent": 2, "of": date(2023, 3, 31)}],
            {},
            ["one-off, counted 30 Jun 2023, of the pay of that day: £40,000.00 x 0.02 = £800.00"],
        ),
        ([{"maximum_rise": 500}], {}, ["one-off, counted 30 Jun 2023: £0.00"]),
        ([{"flat": 220}], {"times": 8}, ["one-off, counted 30 Jun 2023, each of 8: £220.00"]),
        (
            [{"flat": 500, "pay_over": 50000}],
            {},
            ["one-off, counted 30 Jun 2023, nothing in it is for this pay: £0.00"],
        ),
    ],
)
def test_a_one_off_as_it_is_written_down(pay: list[dict[str, Any]], keys: dict[str, Any], lines: list[str]) -> None:
    assert steps(one_off(*pay, **keys))[1:] == lines


def test_months_of_the_rise() -> None:
    document = rise({"percent": 6}) | {"lump_sum": [{"pay": [{"months_of_rise": 3}], "paid": date(2023, 6, 30)}]}
    assert steps(document)[1:] == [
        "one-off, counted 30 Jun 2023: (£42,400.00 - £40,000.00) x 3/12 = £600.00",
    ]


def test_a_limit_of_a_one_off_since_another_day() -> None:
    document = rise({"percent": 5}) | {
        "lump_sum": [{"pay": [{"minimum_rise": 2500, "of": date(2023, 3, 1)}], "paid": date(2023, 6, 30)}]
    }
    assert steps(document)[1:] == [
        "one-off, counted 30 Jun 2023: £40,000.00 + £2,500.00 - £42,000.00 = £500.00",
    ]


def test_a_one_off_part_time() -> None:
    half = Pay(Fraction(40000), fte=Fraction(1, 2))
    assert steps(one_off({"flat": 650}), pay=half)[1:] == [
        "one-off, counted 30 Jun 2023: £650.00",
        "one-off, counted 30 Jun 2023, part-time: £650.00 x 0.5 = £325.00",
    ]
    assert steps(one_off({"percent": 1}, of="before"), pay=half)[1:] == [
        "one-off, counted 30 Jun 2023, of pay before: £40,000.00 x 0.01 x 0.5 = £200.00",
    ]
    assert steps(one_off({"flat": 650}, pro_rata=False), pay=half)[1:] == [
        "one-off, counted 30 Jun 2023, the same whatever the hours: £650.00",
    ]


def test_a_one_off_for_another_full_time_week() -> None:
    assert steps(one_off({"flat": 185}), pay=Pay(Fraction(40000), week=Fraction(36)))[1:] == [
        "one-off, counted 30 Jun 2023, £185.00 for the hours of the full-time week: £185.00 x 36/37 = £180.00",
        "one-off, counted 30 Jun 2023: £180.00",
    ]


def test_a_one_off_that_is_rounded() -> None:
    document = one_off({"percent": Decimal("1.5")}, of="before", round={"to": 10, "direction": "up"})
    lines = [
        "one-off, counted 30 Jun 2023, of pay before: £25,050.00 x 0.015 = £375.75",
        "one-off, counted 30 Jun 2023, of pay before, £375.75 rounded up to a multiple of £10: £380.00",
    ]
    assert steps(document, points={"M1": Fraction(25050)})[1:] == lines


def test_an_offer_without_dates_has_years() -> None:
    document = {"award": [{"year": 1, "uplift": [{"percent": 5}]}, {"year": 2, "uplift": [{"percent": 4}]}]}
    answer = valued(document)
    assert steps(document) == [
        "first year: £40,000.00 x 1.05 = £42,000.00",
        "second year: £42,000.00 x 1.04 = £43,680.00",
    ]
    assert all("Jan" not in line for line in text(working(answer), Medium()).splitlines())
    assert "more basic pay a year, months 13 to 24: £43,680.00 - £40,000.00 = £3,680.00" in texts(answer)


def test_part_months_are_fractions() -> None:
    document = rise({"percent": 6}) | {"until": date(2023, 11, 6)}
    found = texts(valued(document))
    assert "months counted: 7 + 1/5 = 7.2" in found
    assert "extra pay: £2,400.00 x 36/60 = £1,440.00" in found
    assert "rise in basic pay, as an even rise a year: (£42,400.00 / £40,000.00) ^ (60/36) - 1 = 10.198693%" in found


def test_back_pay_and_what_was_lost_by_it() -> None:
    document = rise({"percent": 10}, paid=date(2023, 6, 1))
    found = texts(valued(document, salary=120000, prices=(TEN,)))
    assert "back pay, of the months before the one in which it is paid: £12,000.00 x 2/12 = £2,000.00" in found
    assert (
        "lost to prices while it was owed: £12,000.00 x 1/12 x (2 - 1.101 ^ (-2/12) - 1.101 ^ (-1/12)) = £23.89"
    ) in found


def test_the_check_of_a_rate_found_by_trying() -> None:
    found = [line for line in texts(asked("scotland")) if line.startswith("pay with the one-off in")]
    assert (
        "pay with the one-off in keeps up if prices rise by 5.830036% a year, because: "
        "£40,000.00 x ((1 + 5.830036%) ^ (12/12) - 1) x 12/12 + £40,000.00 x ((1 + 5.830036%) ^ (24/12) - 1) x 12/12 "
        "= £7,132.00"
    ) in found


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_the_text_keeps_to_its_width(width: int) -> None:
    told_text = text(working(asked("wales", "scotland")), Medium(width, "ascii"))
    assert max(map(len, told_text.splitlines())) <= width
    assert told_text.endswith("\n")
    assert "GBP 7,132.00" in told_text


def test_a_shorter_week_changes_no_pay() -> None:
    document = rise({"percent": 3}, {"new_week": 36})
    assert steps(document) == [
        "1 Apr 2023: £40,000.00 x 1.03 = £41,200.00",
        "1 Apr 2023, the full-time week becomes 36 hours, on the same pay: £41,200.00",
    ]


def test_an_award_that_is_not_for_this_pay_stands_after_those_of_its_day() -> None:
    awards = [
        {"effective": date(2023, 4, 1), "uplift": [{"percent": 3}]},
        {"effective": date(2023, 4, 1), "uplift": [{"flat": 500, "pay_over": 60000}]},
    ]
    assert steps({"award": awards}) == [
        "1 Apr 2023: £40,000.00 x 1.03 = £41,200.00",
        "1 Apr 2023, nothing in it is for this pay: £41,200.00",
    ]
