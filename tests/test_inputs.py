"""What people type for an option: the value it has, or the sentence that refuses it."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from payoffer.errors import UsageProblem
from payoffer.inputs import headline, money, months, number, pairs, rate, rates, salary, share
from payoffer.typed import DASHES, shown

WEEKS = Decimal("52.143")


def refusal(read: Callable[[str], object], text: str) -> str:
    with pytest.raises(UsageProblem) as caught:
        read(text)
    return str(caught.value)


def a_number(text: str) -> Decimal:
    return number(text, what="--size")


def some_money(text: str) -> Decimal:
    return money(text, what="--sum")


def a_rate(text: str) -> Decimal:
    return rate(text, what="--next")


def forecast(text: str) -> list[Decimal]:
    return rates(text, option="--forecast")


def pay(text: str) -> Fraction:
    return salary(text, week=Decimal(37), weeks=WEEKS).annual


def by_offer(text: str) -> list[tuple[str | None, str]]:
    return pairs(text, option="--next")


READERS = [a_number, some_money, a_rate, headline, rates, forecast, pay, share, months, by_offer]


# One number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40000", "40000"),
        ("40,000", "40000"),
        ("1,234,567.89", "1234567.89"),
        ("40 000", "40000"),
        ("40\u00a0000", "40000"),
        ("40\u202f000", "40000"),
        ("1 234 567", "1234567"),
        ("£40,000.50", "40000.50"),
        ("£ 40", "40"),
        ("GBP40", "40"),
        ("10.1", "10.1"),
        ("10.1%", "10.1"),
        ("10.1 %", "10.1"),
        ("10.1\uff05", "10.1"),
        ("3.125%", "3.125"),
        ("10.1 per cent", "10.1"),
        ("10.1 Percent", "10.1"),
        ("10.1\u00a0pc", "10.1"),
        (".5", "0.5"),
        ("0.125", "0.125"),
        ("40.1250", "40.125"),
        ("1000.125", "1000.125"),
        ("+3", "3"),
        ("-1", "-1"),
        ("\u22121", "-1"),
        ("\u20131", "-1"),
        ("-£5", "-5"),
        ("£-5", "-5"),
        ("- 5", "-5"),
        ("  7\t", "7"),
        ("\ufeff7\u200b", "7"),
        ("\u202a 7", "7"),
        ("007", "7"),
        ("12345678901234567890", "12345678901234567890"),
    ],
)
def test_a_plain_number_is_read_as_typed(text: str, value: str) -> None:
    assert a_number(text) == Decimal(value)


def test_minus_nothing_is_nothing() -> None:
    assert str(a_number("-0")) == "0"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("10,1", "--size: 10,1 could be 10.1 or 101: write 10.1 or 101"),
        ("-10,1", "--size: -10,1 could be -10.1 or -101: write -10.1 or -101"),
        ("1234,567", "could be 1234.567 or 1234567"),
        ("0,6", "--size: 0,6 could be 0.6: write 0.6"),
        ("0,500", "could be 0.500: write 0.500"),
        ("40.000", "--size: 40.000 could be 40.00 or 40000: write 40.00 or 40000"),
        ("40.120", "could be 40.12 or 40120"),
        ("40.125", "could be 40.1250 or 40125"),
        ("40,00,0", "--size: 40,00,0 has a comma or a space out of place: write 40000 if that is meant"),
        ("1,234,56", "write 123456 if"),
        ("1,23,456.5", "write 123456.5 if"),
        ("40 00", '--size: "40 00" has a comma or a space out of place: write 4000 if'),
        ("1,234 567", "write 1234567 if"),
        ("40,000,", "write 40000 if"),
        (",5", "--size: ,5 is not a plain number: write it in digits"),
        ("1e5", "--size: 1e5 is not a plain number: write it in digits, such as 40000"),
        ("nan", "nan is not a plain number"),
        ("inf", "inf is not a plain number"),
        ("-Infinity", "-Infinity is not a plain number"),
        ("1_000", "1_000 is not a plain number"),
        ("1.234.567", "is not a plain number"),
        ("40.000,50", "is not a plain number"),
        ("5.", "is not a plain number"),
        (".", "is not a plain number"),
        ("-", "is not a plain number"),
        ("--5", "is not a plain number"),
        ("-£-5", "is not a plain number"),
        ("+-5", "is not a plain number"),
        ("£5%", "£5% is not a plain number"),
        ("5%%", "is not a plain number"),
        ("40k", "40k is not a plain number"),
        ("$40", "is not a plain number"),
        ("4+4", "is not a plain number"),
        ("£", "is not a plain number"),
        ("forty", "is not a plain number"),
        ("\uff11\uff10", "--size: \uff11\uff10 has digits that are not 0 to 9: write it with those"),
        ("10½", "has digits that are not 0 to 9"),
        ("", "--size: nothing is written there: write it in digits"),
        (" \u00a0\u200b ", "--size: nothing is written there"),
        ("123456789012345678901", "has too many digits: write it in digits"),
        ("1" * 60, "has too many digits"),
        ("1" * 61, "is too long: write it in digits"),
    ],
)
def test_a_number_that_could_be_another_is_refused_with_the_remedy(text: str, says: str) -> None:
    said = refusal(a_number, text)
    assert said.startswith("--size: ")
    assert says in said


# Money


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40000", "40000"),
        ("40k", "40000"),
        ("£40K", "40000"),
        ("£42.5k", "42500"),
        ("42.125k", "42125"),
        ("40 k", "40000"),
        ("GBP 40000", "40000"),
        ("gbp 40k", "40000"),
        ("£1.2m", "1200000"),
        ("10m", "10000000"),
        ("10,000,000", "10000000"),
        ("0", "0"),
        ("Â£40,000", "40000"),
        ("┬ú40,000", "40000"),
        ("ú40,000", "40000"),
        ("œ40,000", "40000"),
        ("\udca340,000", "40000"),
        ("\udcc2\udca340,000", "40000"),
        ("￡40,000", "40000"),
    ],
)
def test_money_is_read_in_pounds(text: str, value: str) -> None:
    read = some_money(text)
    assert read == Decimal(value)
    assert "E" not in str(read)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("10%", "--sum: 10% is a percentage, not a sum of money: write 40000, £40,000 or 40k"),
        ("-5", "--sum: -5 is not from 0 to 10 million pounds"),
        ("10,000,000.01", "is not from 0 to 10 million pounds"),
        ("10.1m", "is not from 0 to 10 million pounds"),
        ("10,1k", "--sum: 10,1k could be 10.1k or 101k: write 10.1k or 101k"),
        ("40.000", "could be 40.00 or 40000"),
        ("k", "k is not a plain number: write 40000"),
        ("40kk", "is not a plain number"),
        ("€40", "is not a plain number"),
        ("\ufffd40", "is not a plain number"),
        ("", "--sum: nothing is written there: write 40000"),
    ],
)
def test_what_is_no_money_is_refused_with_the_remedy(text: str, says: str) -> None:
    said = refusal(some_money, text)
    assert said.startswith("--sum: ")
    assert says in said


# Pay


@pytest.mark.parametrize(
    ("text", "annual", "unit", "amount", "working"),
    [
        ("40000", "40000", "year", "40000", "£40,000 a year"),
        ("40,000", "40000", "year", "40000", "£40,000 a year"),
        ("£40k", "40000", "year", "40000", "£40,000 a year"),
        ("£40k a year", "40000", "year", "40000", "£40,000 a year"),
        ("40kpa", "40000", "year", "40000", "£40,000 a year"),
        ("40000pa", "40000", "year", "40000", "£40,000 a year"),
        ("40000 p.a.", "40000", "year", "40000", "£40,000 a year"),
        ("40000 per annum", "40000", "year", "40000", "£40,000 a year"),
        ("40000 annually", "40000", "year", "40000", "£40,000 a year"),
        ("40000/y", "40000", "year", "40000", "£40,000 a year"),
        ("40000/yr", "40000", "year", "40000", "£40,000 a year"),
        ("£1.2m a year", "1200000", "year", "1200000", "£1,200,000 a year"),
        ("40123.5", "40123.5", "year", "40123.5", "£40,123.50 a year"),
        ("100", "100", "year", "100", "£100 a year"),
        ("1 a year", "1", "year", "1", "£1 a year"),
        ("10m", "10000000", "year", "10000000", "£10,000,000 a year"),
        # 2,150 x 12
        ("2150/month", "25800", "month", "2150", "£2,150 a month x 12 months"),
        ("£2,150 a month", "25800", "month", "2150", "£2,150 a month x 12 months"),
        ("2150 per month", "25800", "month", "2150", "£2,150 a month x 12 months"),
        ("2150 per calendar month", "25800", "month", "2150", "£2,150 a month x 12 months"),
        ("2150pcm", "25800", "month", "2150", "£2,150 a month x 12 months"),
        ("2150 p.c.m.", "25800", "month", "2150", "£2,150 a month x 12 months"),
        ("2150/m", "25800", "month", "2150", "£2,150 a month x 12 months"),
        ("2150pm", "25800", "month", "2150", "£2,150 a month x 12 months"),
        ("2.15k / MONTH", "25800", "month", "2150", "£2,150 a month x 12 months"),
        ("2150 monthly", "25800", "month", "2150", "£2,150 a month x 12 months"),
        # 540 x 52.143
        ("540/week", "28157.22", "week", "540", "£540 a week x 52.143 weeks a year"),
        ("540pw", "28157.22", "week", "540", "£540 a week x 52.143 weeks a year"),
        ("540 p/w", "28157.22", "week", "540", "£540 a week x 52.143 weeks a year"),
        ("£540\u00a0each\u00a0wk", "28157.22", "week", "540", "£540 a week x 52.143 weeks a year"),
        ("540 weekly", "28157.22", "week", "540", "£540 a week x 52.143 weeks a year"),
        # 12.40 x 37 = 458.80, x 52.143
        (
            "12.40/hour",
            "23923.2084",
            "hour",
            "12.40",
            "£12.40 an hour x 37 hours a week x 52.143 weeks a year",
        ),
        (
            "£12.40 an hour",
            "23923.2084",
            "hour",
            "12.4",
            "£12.40 an hour x 37 hours a week x 52.143 weeks a year",
        ),
        ("12.4ph", "23923.2084", "hour", "12.4", "£12.40 an hour x 37 hours a week x 52.143 weeks a year"),
        ("12.4 p/hr", "23923.2084", "hour", "12.4", "£12.40 an hour x 37 hours a week x 52.143 weeks a year"),
        # 10.0625 x 37 = 372.3125, x 52.143
        (
            "10.0625 per hr",
            "19413.4906875",
            "hour",
            "10.0625",
            "£10.0625 an hour x 37 hours a week x 52.143 weeks a year",
        ),
        # 0.125 x 37 = 4.625, x 52.143
        (
            "0.125/h",
            "241.161375",
            "hour",
            "0.125",
            "£0.125 an hour x 37 hours a week x 52.143 weeks a year",
        ),
        ("12 hourly", "23151.492", "hour", "12", "£12 an hour x 37 hours a week x 52.143 weeks a year"),
    ],
)
def test_pay_is_turned_into_pay_a_year_with_the_sum_in_words(
    text: str, annual: str, unit: str, amount: str, working: str
) -> None:
    read = salary(f" {text} ", week=Decimal(37), weeks=WEEKS)
    assert read == (Fraction(annual), text, unit, Decimal(amount), working)
    assert isinstance(read.annual, Fraction)


def test_hours_of_the_week_are_asked_for_only_where_they_are_needed() -> None:
    def read(text: str) -> Fraction:
        return salary(text, week=None, weeks=WEEKS).annual

    assert read("540/week") == Fraction("28157.22")
    assert refusal(read, "12.40/hour") == (
        "--salary: 12.40/hour is by the hour: add --week 37, with the hours of your full-time week"
    )
    with pytest.raises(UsageProblem, match="is not above 0"):
        salary("12.40/hour", week=Decimal(0), weeks=WEEKS)


def test_the_argument_can_have_another_name() -> None:
    with pytest.raises(UsageProblem, match=r"^SALARY: 40 is too little"):
        salary("40", week=None, weeks=WEEKS, what="SALARY")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("40", "--salary: 40 is too little for a year: write 40,000, or 40/hour if it is a wage"),
        ("12.40", "write 12,400, or 12.40/hour if it is a wage"),
        ("99.99", "99.99 is too little for a year"),
        ("0.5", "0.5 is too little for a year: write 500, or 0.5/hour"),
        ("0", "--salary: 0 is not above 0 and up to 10 million pounds a year: write 40000, £40k"),
        ("0/hour", "0/hour is not above 0"),
        ("-40000", "is not from 0 to 10 million pounds: write 40000, £40k, 2150/month"),
        ("-12/hour", "is not from 0 to 10 million pounds"),
        ("nan", "nan is not a plain number: write 40000, £40k, 2150/month, 540/week or 12.40/hour"),
        ("1000000/month", "1000000/month is not above 0 and up to 10 million pounds a year"),
        ("10,1", "could be 10.1 or 101"),
        ("2.150/month", "could be 2.15 or 2150"),
        ("10%", "is a percentage, not a sum of money"),
        ("2150m", "2150m is not from 0 to 10 million pounds"),
        ("540w", "is not a plain number"),
        ("100/day", "100/day is not a plain number: write 40000, £40k, 2150/month, 540/week or 12.40/hour"),
        ("a year", "--salary: nothing is written there: write 40000, £40k"),
        ("", "--salary: nothing is written there: write 40000, £40k"),
        ("40000 a year a year", "is not a plain number"),
    ],
)
def test_pay_that_could_be_a_slip_is_refused_with_the_remedy(text: str, says: str) -> None:
    said = refusal(pay, text)
    assert said.startswith("--salary: ")
    assert says in said


# Percentages


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8", "8"),
        ("8%", "8"),
        ("8 per cent", "8"),
        ("14.6pc", "14.6"),
        ("3.127", "3.127"),
        ("0", "0"),
        ("0.5", "0.5"),
        ("0.1%", "0.1"),
        ("-0.1", "-0.1"),
        ("-99.9", "-99.9"),
        ("1000", "1000"),
    ],
)
def test_a_percentage_is_in_percentage_points(text: str, value: str) -> None:
    assert a_rate(text) == headline(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0.1", ": 0.1 would be 0.1%, not 10%: for 10% write 10, for 0.1% write 0.1%"),
        ("0.065", ": 0.065 would be 0.065%, not 6.5%: for 6.5% write 6.5, for 0.065% write 0.065%"),
        ("0.49", "for 49% write 49, for 0.49% write 0.49%"),
        ("-100", ": -100 is not above -100 and up to 1000: write a percentage such as 10.1"),
        ("1000.1", "is not above -100 and up to 1000"),
        ("£10", ": £10 is money: write a percentage such as 10.1"),
        ("nan", "is not a plain number: write a percentage such as 10.1"),
        ("inf%", "is not a plain number: write a percentage such as 10.1"),
        ("10,1", ": 10,1 could be 10.1 or 101: write 10.1 or 101"),
    ],
)
def test_a_percentage_that_could_be_another_is_refused(text: str, says: str) -> None:
    said = refusal(a_rate, text)
    assert said.startswith("--next: ")
    assert says in said
    assert refusal(headline, text) == said.replace("--next", "--headline")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10.1", "10.1"),
        ("10.1%", "10.1"),
        ("10.1,4,2", "10.1 4 2"),
        ("10.1%,4%", "10.1 4"),
        ("10%,1%", "10 1"),
        ("10.1%,4", "10.1 4"),
        ("4,10.1%", "4 10.1"),
        ("4,0.3%,2", "4 0.3 2"),
        ("10.1, 4, 2", "10.1 4 2"),
        ("10, 1", "10 1"),
        ("10.1 4 2", "10.1 4 2"),
        ("10 1", "10 1"),
        ("10.1; 4;2", "10.1 4 2"),
        ("10;1", "10 1"),
        ("10.1,4, 2", "10.1 4 2"),
        ("5,4,2", "5 4 2"),
        ("10%,4%,2%", "10 4 2"),
        ("10.1 per cent, 4 per cent", "10.1 4"),
        ("10.1pc 4pc", "10.1 4"),
        ("3.125,2", "3.125 2"),
        ("10,.5", "10 0.5"),
        ("10.1, 4.2, " * 11 + "3.5", "10.1 4.2 " * 11 + "3.5"),
        ("0", "0"),
        ("-1, \u22122", "-1 -2"),
    ],
)
def test_a_list_of_percentages_is_read_in_order(text: str, values: str) -> None:
    assert rates(text) == [Decimal(value) for value in values.split()]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("10,1", "--inflation: 10,1 could be 10.1 or 10 then 1: write 10.1, or 10%,1%"),
        ("5,4", "--inflation: 5,4 could be 5.4 or 5 then 4: write 5.4, or 5%,4%"),
        ("3,2", "write 3.2, or 3%,2%"),
        ("-1,5", "could be -1.5 or -1 then 5: write -1.5, or -1%,5%"),
        ("10,1%", "--inflation: 10,1% could be 10.1 or 10 then 1: write 10.1, or 10%,1%"),
        ("0,1", "could be 0.1 or 0 then 1: write 0.1%, or 0%,1%"),
        ("10,1; 4,2", "10,1 could be 10.1 or 10 then 1"),
        ("10,1 4,2", "10,1 could be 10.1 or 10 then 1"),
        ("10, 4,2", "4,2 could be 4.2 or 4 then 2"),
        ("10.1%,4,2", "4,2 could be 4.2 or 4 then 2"),
        ("10,1%,4,2%", "10,1% could be 10.1 or 10 then 1"),
        ("10.1,", "--inflation: 10.1, has a comma with no figure beside it: write 10.1 or a list such as"),
        (",4", ",4 has a comma with no figure beside it"),
        ("10.1,,4", "has a comma with no figure beside it"),
        ("4,0.3", "--inflation: 0.3 would be 0.3%, not 30%: for 30% write 30, for 0.3% write 0.3%"),
        ("5,-100", "--inflation: -100 is not above -100"),
        ("5 1001", "1001 is not above -100 and up to 1000"),
        ("5,nan", "nan is not a plain number"),
        ("£10,£4", "£10 is money"),
        ("cpi", "cpi is not a plain number: write a percentage such as 10.1"),
        ("", "--inflation: nothing is written there: write 10.1 or a list such as 10.1,4,2"),
        ("4," * 121, "is too long: write 10.1 or a list such as 10.1,4,2"),
    ],
)
def test_a_list_with_a_comma_in_doubt_is_refused_with_the_remedy(text: str, says: str) -> None:
    assert says in refusal(rates, text)


def test_a_forecast_of_two_whole_figures_is_a_list() -> None:
    assert forecast("3,2") == [3, 2]
    assert refusal(forecast, "3,2%") == ("--forecast: 3,2% could be 3.2 or 3 then 2: write 3.2, or 3%,2%")


# Shares, months, a value for each offer


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.6", "0.6"),
        ("60%", "0.6"),
        ("1", "1"),
        ("100%", "1"),
        (".5", "0.5"),
        ("0.625", "0.625"),
        ("1.01%", "0.0101"),
    ],
)
def test_a_share_is_above_nothing_and_up_to_all(text: str, value: str) -> None:
    assert share(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2", "--fte: 2 is not a share of full time: write a share above 0 and up to 1, such as 0.6 or 60%"),
        ("1.01", "1.01 is not a share of full time: write a share above 0"),
        ("0", "0 is not a share"),
        ("-1", "-1 is not a share"),
        ("-60", "-60 is not a share of full time: write a share above 0"),
        ("60", "--fte: 60 is not a share of full time: write 0.6 or 60%"),
        ("10", "write 0.1 or 10%"),
        ("62.5", "write 0.625 or 62.5%"),
        ("62.125", "write 0.62125 or 62.125%"),
        ("100", "write 1 or 100%"),
        ("101", "write a share above 0"),
        ("101%", "101% is not a share of full time: write a share above 0"),
        ("0%", "write a share above 0"),
        ("0.6%", "0.6% is not a share of full time: write a share above 0"),
        ("1%", "1% is not a share of full time"),
        ("-60%", "write a share above 0"),
        ("£60", "£60 is not a share of full time: write a share above 0"),
        ("£1", "£1 is not a share of full time: write a share above 0"),
        ("0,6", "--fte: 0,6 could be 0.6: write 0.6"),
        ("3/5", "is not a plain number: write a share above 0"),
        ("nan", "is not a plain number: write a share above 0"),
    ],
)
def test_what_is_no_share_is_refused_with_the_remedy(text: str, says: str) -> None:
    assert says in refusal(share, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("24", 24),
        ("24 months", 24),
        ("24\u00a0months", 24),
        ("1 month", 1),
        ("18mths", 18),
        ("2 years", 24),
        ("1 YEAR", 12),
        ("3yrs", 36),
        ("1", 1),
        ("120", 120),
        ("10 years", 120),
    ],
)
def test_months_are_whole_and_can_be_years(text: str, value: int) -> None:
    assert months(text) == value


@pytest.mark.parametrize(
    "text",
    ["0", "121", "99999", "11 years", "0 years", "1.5", "1.5 years", "-1", "2 weeks", "\uff11\uff12", "m"],
)
def test_months_out_of_range_are_refused_with_the_range(text: str) -> None:
    said = refusal(months, text)
    assert said.startswith(f"--months: {shown(text)} is not a number of months")
    assert said.endswith("write a whole number from 1 to 120, such as 24, or 2 years")


def test_no_months_are_refused() -> None:
    assert refusal(months, " ").startswith("--months: nothing is written there: write a whole number")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("M6", [(None, "M6")]),
        (" 3 ", [(None, "3")]),
        ("3,2", [(None, "3,2")]),
        ("SPC 12", [(None, "SPC 12")]),
        ("wales=3.5", [("wales", "3.5")]),
        ("wales=3.5,scotland=2", [("wales", "3.5"), ("scotland", "2")]),
        ("Wales = proposed ; scotland = 2 %", [("Wales", "proposed"), ("scotland", "2 %")]),
        ("2=5", [("2", "5")]),
        ("wales=" + "x" * 234, [("wales", "x" * 234)]),
        ("wales\u20132023=SPC", [("wales\u20132023", "SPC")]),
    ],
)
def test_a_value_goes_to_every_offer_or_to_each_by_name(text: str, values: list[tuple[str | None, str]]) -> None:
    assert by_offer(text) == values


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "wales=3,5",
            "--next: wales=3,5 does not give each offer one value: write a value for every offer, or",
        ),
        ("3,wales=2", "does not give each offer one value"),
        ("wales=3.5 scotland=2", "does not give each offer one value"),
        ("wales==3", "does not give each offer one value"),
        ("wales=", "does not give each offer one value"),
        ("=3", "does not give each offer one value"),
        ("wales=3,", "does not give each offer one value"),
        ("wales=3,Wales=4", "--next: wales=3,Wales=4 names Wales twice: name each offer once"),
        ("", "--next: nothing is written there: write a value for every offer"),
        ("x=" + "y" * 239, "is too long: write a value for every offer"),
    ],
)
def test_a_value_without_an_offer_is_refused_with_the_form(text: str, says: str) -> None:
    assert says in refusal(by_offer, text)


# What is quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("10,1", "10,1"),
        ("  10,1\n", "10,1"),
        ("40 00", '"40 00"'),
        ("40\u00a000", '"40 00"'),
        ("a\nb\x1b[31m\udca3", '"a b?[31m?"'),
        ("", '""'),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 37 + "..."),
    ],
)
def test_a_quotation_is_one_short_printable_line(text: str, quoted: str) -> None:
    assert shown(text) == quoted


# Laws

SUMS = st.decimals(min_value=100, max_value=9_999_999, places=2)
NEAR_NUMBERS = st.text(alphabet="0123456789 ,.;%+-=£kKmMeE_/apchourwyn\u2212\u00a0\uff10½", max_size=12)


@given(SUMS)
def test_every_style_of_a_sum_reads_back_to_it(value: Decimal) -> None:
    grouped = f"{value:,}"
    styles = [f"{value}", grouped, f"£{grouped}", f"£ {value}", f"GBP {grouped}", f"Â£{grouped}"]
    styles += [f" {grouped} ", grouped.replace(",", " "), grouped.replace(",", "\u202f"), f"+{value}"]
    for style in styles:
        assert money(style, what="--sum") == value
        assert number(style, what="--sum") == value
        assert salary(f"{style} a year", week=None, weeks=WEEKS).annual == Fraction(value)
    thousands = f"{value.scaleb(-3):f}k"
    assert money(thousands, what="--sum") == value


@given(SUMS, st.sampled_from(["-", *DASHES]))
def test_any_dash_before_a_number_is_its_minus(value: Decimal, dash: str) -> None:
    assert a_number(f"{dash}{value}") == -value
    assert a_number(f"{dash}£{value:,}") == -value


@given(
    st.lists(st.decimals(min_value=1, max_value=99, places=1), min_size=1, max_size=6),
    st.sampled_from([",", ", ", ";", "; ", " "]),
    st.sampled_from(["%", " %", " per cent", "pc"]),
)
def test_every_style_of_a_list_reads_back_to_it(values: list[Decimal], mark: str, sign: str) -> None:
    assert rates(mark.join(str(value) for value in values)) == values
    assert rates(mark.join(f"{value}{sign}" for value in values)) == values


@given(st.integers(min_value=0, max_value=1000), st.integers(min_value=0, max_value=1000))
def test_two_whole_figures_and_a_bare_comma_are_never_guessed(first: int, second: int) -> None:
    assert f"{first},{second} could be {first}.{second} or {first} then" in refusal(rates, f"{first},{second}")
    assert rates(f"{first}%,{second}%") == rates(f"{first}, {second}") == [first, second]


@given(st.sampled_from(READERS), st.one_of(st.text(max_size=80), NEAR_NUMBERS))
@example(a_number, "\u0660")
@example(pay, "\n/hour")
@example(rates, "\u0661,\u0662")
def test_every_text_is_a_value_or_one_short_sentence(read: Callable[[str], object], text: str) -> None:
    try:
        value = read(text)
    except UsageProblem as problem:
        said = str(problem)
        assert said.startswith("--")
        assert len(said) < 300
        assert said.isprintable()
        assert ": write " in said or ": add " in said or ": name " in said or ": for " in said
    else:
        assert value is not None
        assert "E" not in str(value) or read is by_offer


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("piece", ["1", "1,", "1 ", " ", "a=1,", "=", "%", "per ", "-", "\u00a0", "\u200b", "£"])
def test_a_huge_text_is_refused_and_not_repeated(read: Callable[[str], object], piece: str) -> None:
    assert len(refusal(read, piece * 100_000)) < 200
