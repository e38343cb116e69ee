"""Whose pay, which prices, which months: what the options of ``compare`` come to in figures."""

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from payoffer.cli.question import Asked, find, question

if TYPE_CHECKING:
    from tests.conftest import Run


def offer(path: Path, name: str, awards: str, head: str = "") -> str:
    """Write an offer and return its path."""
    path.write_text(f'name = "{name}"\n{head}\n{awards}\n', encoding="utf-8")
    return path.name


def award(rise: str, effective: str = "2023-04-01", more: str = "") -> str:
    return f"[[award]]\neffective = {effective}\nuplift = [{{ {rise} }}]\n{more}\n"


def offers(run: "Run", *words: str) -> list[dict[str, Any]]:
    """Return the offers of the JSON that ``compare`` answers."""
    answer = run("compare", *words, "-f", "json")
    assert (answer.code, answer.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(answer.out)["offers"]
    return found


def window(found: dict[str, Any]) -> dict[str, Any]:
    figures: dict[str, Any] = found["readings"][0]["window"]
    return figures


# England: a salary is refused below the pay from which the award was one percentage, a point is valued


def test_in_england_a_point_is_valued_from_the_published_scale(run: "Run") -> None:
    [england] = offers(run, "england", "--point", "M3 rest of England")
    # Published: M3 from £29,664 to £31,750, which is £2,086 more.
    figures = window(england)
    assert (figures["rate_before"], figures["rate_at_end"], figures["extra_cash"]) == (29664, 31750, 2086)
    assert figures["new_cash"] == 0
    assert "7.0% to £31,750" in run("compare", "england", "--point", "M3 rest of England").out


@pytest.mark.parametrize("point", ["m3 (REST of england)", "rest:M3", "england=M3 rest", "1=m3 (rest of England)"])
def test_a_point_is_found_in_any_case(run: "Run", point: str) -> None:
    assert window(offers(run, "england", "--point", point)[0])["rate_at_end"] == 31750


@pytest.mark.parametrize("salary", ["30000", "36960.99"])
def test_in_england_a_salary_below_the_top_of_the_main_range_is_refused(run: "Run", salary: str) -> None:
    answer = run("compare", "england", "-s", salary)
    assert (answer.code, answer.out) == (1, "")
    assert "(M1, M2, M3, M4, M5, " in answer.err
    assert answer.err.endswith("name the point with --point instead of --salary\n")


def test_pay_that_no_source_prints_is_said_to_be_worked_out(run: "Run") -> None:
    # 27,491 x 1.065 = 29,277.92, up to £29,278; £27,491 x 1.05 = 28,865.55, up to the £28,866 that was printed
    told = "£27,491 at M2 is worked out from published figures, not printed itself."
    answer = run("compare", "wales", "--point", "m2").out
    assert "6.5% to £29,278" in answer
    assert told in " ".join(answer.split())
    assert told in " ".join(run("show", "wales", "--point", "M2").out.split())
    assert "worked out" not in run("compare", "england", "--point", "rest:M2").out


def test_in_england_a_salary_from_there_up_rises_by_5_percent(run: "Run") -> None:
    # 36,961 x 1.05 = 38,809.05; the whole pound of the scale is for its points
    assert window(offers(run, "england", "-s", "36961")[0])["rate_at_end"] == 38809.05
    assert window(offers(run, "england", "--point", "M6 rest of England")[0])["rate_at_end"] == 38810


def test_a_point_for_each(run: "Run") -> None:
    england, scotland = offers(run, "england", "scotland", "--point", "england=rest M3", "--point", "scotland=4")
    # 40,107 x 1.06 = 42,513.42, to the nearest 3 pounds 42,513
    assert window(england)["rate_before"] == 29664
    figures = window(scotland)
    assert (figures["rate_before"], figures["years"][0]["rate_at_end"]) == (40107, 42513)


def test_one_point_for_all_but_one(run: "Run", tmp_path: Path) -> None:
    points = "points = { A1 = 20000, A2 = 30000 }"
    one = offer(tmp_path / "one.toml", "One", award("percent = 5"), points)
    two = offer(tmp_path / "two.toml", "Two", award("percent = 5"), points)
    found = offers(run, one, two, "--point", "a1", "--point", "two=A2")
    assert [window(each)["rate_at_end"] for each in found] == [21000, 31500]


def test_of_points_that_differ_in_case_alone_each_is_itself(run: "Run", tmp_path: Path) -> None:
    name = offer(tmp_path / "one.toml", "One", award("percent = 5"), "points = { a1 = 20000, A1 = 30000 }")
    assert window(offers(run, name, "--point", "a1")[0])["rate_before"] == 20000
    assert window(offers(run, name, "--point", "A1")[0])["rate_before"] == 30000


# --paid-now


def test_pay_of_today_is_taken_back_before_what_is_in_payment(run: "Run") -> None:
    [wales] = offers(run, "wales", "-s", "42000", "--paid-now")
    # 42,000 / 1.05 = 40,000
    assert (window(wales)["rate_before"], wales["rate_in_payment"]) == (40000, 42000)
    assert run("compare", "wales", "-s", "42,000", "--paid-now").out.startswith(
        "One pay offer, on £42,000 a year now\n"
    )


def test_each_offer_has_its_own_pay_before(run: "Run", tmp_path: Path) -> None:
    other = offer(
        tmp_path / "other.toml", "Other", award("percent = 4", "2022-09-01", "in_payment = true") + award("percent = 2")
    )
    found = offers(run, "wales", other, "scotland", "-s", "43680", "--paid-now")
    # 43,680 / 1.05 = 41,600; 43,680 / 1.04 = 42,000; in Scotland nothing is in payment
    assert [window(each)["rate_before"] for each in found] == [41600, 42000, 43680]


def test_pay_that_rounding_leaves_out_is_taken_for_a_penny_more(run: "Run") -> None:
    # 40,000.09 x 1.05 = 42,000.0945 and 40,000.10 x 1.05 = 42,000.105: £42,000.09 and £42,000.11, never .10
    [wales] = offers(run, "wales", "-s", "42000.10", "--paid-now")
    assert (window(wales)["rate_before"], wales["rate_in_payment"]) == (40000.1, 42000.11)


def test_pay_that_more_than_one_pay_before_makes_is_refused(run: "Run", tmp_path: Path) -> None:
    awards = award("minimum_pay = 30000", "2022-09-01", "in_payment = true") + award("percent = 2")
    name = offer(tmp_path / "floor.toml", "Floor", awards)
    said = "more than one pay before the awards makes £30,000.00 now: give the pay before them with --salary"
    assert run("compare", name, "-s", "30000", "--paid-now") == (1, "", f"error: Floor: {said}\n")
    assert window(offers(run, name, "-s", "30001", "--paid-now")[0])["rate_before"] == 30001


# Pay by the month, the week and the hour


def test_pay_by_the_month_says_its_sum(run: "Run") -> None:
    out = " ".join(run("compare", "wales", "-s", "3000/month").out.split())
    assert "Pay: £3,000 a month x 12 months = £36,000.00 a year." in out
    assert "illustration" not in out


def test_an_hourly_wage_takes_the_week_of_the_offer(run: "Run", tmp_path: Path) -> None:
    name = offer(tmp_path / "hours.toml", "Hours", award("flat = 1", more='per = "hour"'), "week = 37\nweeks = 52")
    out = " ".join(run("compare", name, "-s", "12.50/hour").out.split())
    # 12.50 x 37 x 52 = 24,050; £1 an hour is 37 x 52 = £1,924 a year
    assert "Pay: £12.50 an hour x 37 hours a week x 52 weeks a year = £24,050.00 a year." in out
    assert window(offers(run, name, "-s", "12.50/hour")[0])["extra_cash"] == 1924


def test_ones_own_week_goes_before_the_week_of_the_offer(run: "Run", tmp_path: Path) -> None:
    name = offer(tmp_path / "hours.toml", "Hours", award("flat = 1", more='per = "hour"'), "week = 37\nweeks = 52")
    figures = window(offers(run, name, "-s", "12.50/hour", "--week", "40")[0])
    # 12.50 x 40 x 52 = 26,000; £1 an hour is 40 x 52 = £2,080 a year
    assert (figures["rate_before"], figures["extra_cash"]) == (26000, 2080)


def test_offers_that_reckon_on_different_weeks_ask_for_ones_own(run: "Run", tmp_path: Path) -> None:
    one = offer(tmp_path / "one.toml", "One", award("percent = 5"), "week = 37\nweeks = 52")
    two = offer(tmp_path / "two.toml", "Two", award("percent = 5"), "week = 36\nweeks = 52.143")
    answer = run("compare", one, two, "-s", "12.50/hour")
    assert (answer.code, answer.err) == (
        2,
        "error: --salary: 12.50/hour is by the hour: add --week 37, with the hours of your full-time week\n",
    )
    # Weeks a year that differ: the usual 52.143, and 100 x 52.143 = 5,214.30
    asked = question(find([one, two]), Asked(salary="100/week"))
    assert asked.question.pay.salary == Fraction("5214.3")


# The rest of a question


def test_nothing_typed_is_an_illustration() -> None:
    asking = question(find(["wales"]), Asked())
    assert asking.question.pay.salary == 40000
    assert asking.illustration
    assert asking.salary_working is None
    assert (asking.question.prices, asking.question.months, asking.question.align) == ((), None, None)


def test_a_salary_and_a_point_are_none() -> None:
    assert question(find(["wales"]), Asked(salary="40000")).illustration is False
    assert question(find(["wales"]), Asked(point=["U3"])).illustration is False


def test_prices_are_named_as_they_were_typed(run: "Run") -> None:
    out = run("compare", "scotland", "-i", "10.10", "-i", "4%,3%", columns=200).out
    assert "Prices: 10.1% up to the first rise, 10.1% again up to the second (your figure)\n" in out
    assert "Prices: 4% up to the first rise, 3% up to the second" in out


def test_one_price_index_each_stands_under_its_name(run: "Run") -> None:
    answer = json.loads(run("compare", "scotland", "-i", "10.1", "-i", "4%,3%", "-f", "json").out)
    assert [index["rates"] for index in answer["inflation"]] == [[10.1, 10.1], [4, 3]]


def test_an_index_is_taken_in_any_case(run: "Run", tmp_path: Path) -> None:
    name = offer(tmp_path / "index.toml", "Index", award('index = "RPI", month = 2023-02-01, plus = 0.5'))
    # 4.5 + 0.5 = 5%
    assert window(offers(run, name, "--index", "Rpi=4.5")[0])["extra_cash"] == 2000


def test_an_index_that_only_what_is_proposed_follows_is_known(run: "Run", tmp_path: Path) -> None:
    proposed = award('index = "cpi", month = 2024-02-01', "2024-04-01", 'source = "a plan"')
    name = offer(tmp_path / "plan.toml", "Plan", award("percent = 5") + proposed.replace("award", "proposed"))
    found = offers(run, name, "--index", "cpi=10", "--next", "proposed", "--months", "24")
    # 42,000 x 1.1 = 46,200: 2,000 and 6,200
    assert window(found[0])["extra_cash"] == 8200


def test_an_index_that_a_one_off_follows_is_known(run: "Run", tmp_path: Path) -> None:
    one_off = '[[lump_sum]]\npay = [{ index = "cpi", month = 2023-02-01 }]\npaid = 2023-06-30\n'
    name = offer(tmp_path / "once.toml", "Once", award("percent = 5") + one_off)
    answer = run("compare", name, "--index", "cpi=2", "-f", "json")
    assert "which no offer here follows" not in answer.err


def test_the_next_rise_of_one_and_of_all(run: "Run") -> None:
    both = offers(run, "wales", "scotland", "--next", "3", "--months", "36", "-s", "40000")
    one = offers(run, "wales", "scotland", "--next", "3", "--next", "wales=0", "--months", "36", "-s", "40000")
    # Wales: 42,600, x 1.03 = 43,878, x 1.03 = 45,194.34. Scotland: 44,732 x 1.03 = 46,073.96
    assert [window(each)["rate_at_end"] for each in both] == [45194.34, 46073.96]
    assert [window(each)["rate_at_end"] for each in one] == [42600, 46073.96]


def test_months_and_part_time(run: "Run") -> None:
    [scotland] = offers(run, "scotland", "--months", "1 year", "--fte", "50%")
    assert (window(scotland)["months"], window(scotland)["extra_cash"]) == (12, 1200)


def test_working_and_months_stand_after_the_answer(run: "Run") -> None:
    plain = run("compare", "wales", "-i", "10.1").out
    worked = run("compare", "wales", "-i", "10.1", "--working").out
    assert worked.startswith(plain[: plain.index("Again")])
    assert len(worked) > len(plain)
    monthly = run("compare", "wales", "-i", "10.1", "--monthly").out
    assert monthly.startswith(plain[: plain.index("Again")])
    assert len(monthly) > len(plain)


RPI = 'name = "A"\n[[award]]\neffective = 2025-09-01\nuplift = [{ index = "rpi", month = 2025-02-01 }]\n'


def test_an_index_of_one_month(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(RPI, encoding="utf-8")
    # 3.4% of 40,000 is 1,360
    assert "3.4% to £41,360" in run("compare", "a.toml", "--index", "rpi@2025-02=3.4").out
    assert run("compare", "a.toml", "--index", "rpi@2025-03=3.4").code == 2
    assert run("compare", "a.toml", "--index", "rpi@may=3.4").code == 2
