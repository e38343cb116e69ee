"""What publishers printed that is no single figure of one offer: differences, parts of a claim, whole scales."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from payoffer.headline import check, ways
from payoffer.library import load, points_before
from payoffer.minimum_wage import hourly_pay
from payoffer.money import decimals
from payoffer.schedule import PaySchedule
from payoffer.steps import Applied
from tests.asking import ask, award, offer, percent
from tests.publishing import read
from tests.reproducing import steps


def at_point(name: str, point: str) -> PaySchedule:
    return read(name, {"say": "", "figure": "pay", "point": point}).schedule


def test_the_scales_of_2022_come_out_in_full() -> None:
    """19 points in each of the two areas that are bundled; the amounts are 8 of them, in inner London LP max too."""
    found = {step.scale: step for step in steps() if step.after == date(2022, 9, 1) and "eng" in step.scale}
    assert set(found) == {"eng-teacher-roe", "eng-teacher-inner"}
    right = {name: (len(step.right(by_table=False)), len(step.right(by_table=True))) for name, step in found.items()}
    assert right == {"eng-teacher-roe": (11, 8), "eng-teacher-inner": (10, 9)}


def test_next_year_a_teacher_in_england_earns_less_than_in_scotland_and_wales() -> None:
    """M6 with 4.3% is 38,810 x 1.043 = 40,478.83, up to 40,479; Scotland 48,516 - 40,479 = 8,037.

    Wales: 40,443 x 1.05 = 42,465.15, up to 42,466, less 40,479 is 1,987; printed 1,985, which no rounding gives.
    """
    england = at_point("england-2023-03", "M6 (rest of England)").rate_on(date(2024, 8, 31))
    assert at_point("scotland-2023-03", "5").rate_on(date(2024, 8, 31)) - england == 8037
    assert at_point("wales-2023-03", "M6").rate_on(date(2024, 8, 31)) - england == 1987


def test_the_additional_3_percent_is_half_kept_and_half_once() -> None:
    """Of 40,000: 42,600 less the 42,000 already paid is 600, and 600 once where it is of the pay before."""
    least = read("wales", {"say": "", "figure": "one_off", "reading": "first", "salary": 40000})
    assert least.schedule.rate_on(date.max) - least.schedule.in_payment.rate_on(date.max) == 600
    assert [payment.amount for payment in least.schedule.payments] == [600]


def test_most_scottish_teachers_have_33_percent_since_january_2018() -> None:
    """36,480 in January 2018, as printed with the claim; 48,516 / 36,480 is 32.99% more."""
    assert decimals(100 * (at_point("scotland-2023-03", "5").rate_on(date(2024, 1, 1)) / 36480 - 1), 0) == 33


def test_northern_ireland_is_10_4_percent_and_1000() -> None:
    """1.01 x 1.05 x 1.041 = 1.1039805; on 40,000 that is 44,159.22, and 45,159.22 with the sum."""
    found = read("northern-ireland-2021", {"say": "", "figure": "compounded", "salary": 40000})
    checked = check(Decimal("10.4"), ways([(found.assumes, found.figures.own)]))
    assert [match.way.kind for match in checked.matches] == ["percentages"]
    assert decimals(found.schedule.rate_on(date.max), 2) == Decimal("45159.22")


# Council staff


def council_pay(year: int, point: str) -> Fraction:
    """Return pay a year with the award of April ``year``, at a point of the day before it."""
    found = read(f"councils-{year}", {"say": "", "figure": "pay", "point": point})
    return found.schedule.rate_on(date(year, 4, 1))


def more(start: int, end: Fraction) -> tuple[str, str]:
    """Return the rise in pounds, and in percent to two places."""
    return str(decimals(end - start, 0)), str(decimals(100 * (end / start - 1), 2))


def test_council_staff_at_the_bottom_of_the_spine_over_two_years() -> None:
    # Point 1 of April 2021, which went to point 2 in April 2023.
    assert council_pay(2022, "1") == 18333 + 1925
    rise, percent = more(18333, council_pay(2023, "1"))
    assert (rise, str(decimals(Decimal(percent), 1))) == ("4033", "22.0")


def test_council_staff_on_point_22_over_two_years() -> None:
    assert council_pay(2022, "22") == 27514 + 1925
    assert more(27514, council_pay(2023, "22")) == ("3850", "13.99")


def test_the_bottom_rate_of_council_staff_by_the_hour() -> None:
    weeks = load("councils-2023").offer.weeks
    # 11.59, and not the 11.915 that LALC printed: a digit too many.
    assert str(decimals(hourly_pay(council_pay(2023, "2"), 37, weeks), 2)) == "11.59"


def test_the_lowest_paid_council_staff_since_2021() -> None:
    # 18,333 in April 2021; the lowest point of 2025 is point 2, 23,656 and 3.2%. "More than 6,000" is right; the 33.0
    # per cent printed beside it is not: 6,080 of 18,333 is 33.16.
    assert council_pay(2025, "2") == 24413
    assert more(18333, council_pay(2025, "2")) == ("6080", "33.16")


def test_eighteen_months_of_the_scottish_councils_as_a_year() -> None:
    own = read("scottish-councils-2024", {"say": "", "figure": "sum"}).figures.own
    assert own.per_year_percent is not None
    # 1.022 x 1.02 = 1.04244; to the power of 12/18 that is 1.0281: printed "3%", so in whole per cent.
    assert str(decimals(own.per_year_percent, 1)) == "2.8"
    assert str(decimals(own.per_year_percent, 0)) == "3"


# NHS, doctors and universities


def last_term(name: str, point: str) -> Applied:
    """Return the last term of an offer with one award, at work on a pay point."""
    (step,) = at_point(name, point).steps
    return step.parts[0].working[-1]


def test_nhs_scotland_prints_rises_of_unrounded_pay() -> None:
    """5.5% of 37,663.74 is 2,071.51, printed as 2,072, though the points are 39,735 and 37,664; so are the others."""
    printed = {"2 top": 1395, "4 top": 1651, "5 top": 2072, "6 top": 2535, "8c top": 4685}
    for point, rise in printed.items():
        term = last_term("nhs-scotland-2024", point)
        assert decimals(term.after - term.before, 0) == rise


def test_averages_of_junior_doctors_compound() -> None:
    """8.8% in payment and 4.05%: 1.088 x 1.0405 = 1.132064; with 8% a year later 1.222629; these two alone 1.12374."""
    paid = award("2023-04-01", percent(8.8), in_payment=True)
    more = award("2023-04-01", percent(4.05))
    later = award("2024-04-01", percent(8))
    for printed, parts in {"13.2": (paid, more), "22.3": (paid, more, later), "12.4": (more, later)}.items():
        rise = ask(offer("a", *parts)).offers[0].reads[0].figures.own.compounded_percent
        assert decimals(rise, 1) == Decimal(printed)


def test_universities_rise_by_over_two_per_cent_up_to_point_15() -> None:
    """425 is 2.025% of 20,989, point 15; 2% of 21,585, point 16, is 431.70."""
    named = load("universities-2018")
    (day,) = named.offer.award_days()
    floors = {int(point): last_term("universities-2018", point) for point in points_before(named, day)}
    assert [point for point, floor in floors.items() if floor.after > floor.before] == list(range(2, 16))
