"""The readings of an offer that leaves something open, each in words with its sum."""

from payoffer.report.readings import assumptions, of_what, one_off_rates, sums_by_base
from tests.asking import ask, award, flat, offer, one_off, percent

YEAR_25 = ["2025-04-01", "2026-03-31"]
RISE = award("2025-04-01", percent(5))


def test_each_base_with_its_sum() -> None:
    wales = ask("wales").offers[0]
    assert list(sums_by_base(wales)) == ["£600 of pay before", "£630 of pay now", "£639 of pay after the rise"]
    assert [assumptions(wales, read) for read in wales.reads] == [
        ["the one-off is 1.5% of pay before: £600.00"],
        ["the one-off is 1.5% of pay now: £630.00"],
        ["the one-off is 1.5% of pay after the rise: £639.00"],
    ]
    assert [of_what(read) for read in wales.reads] == ["pay before", "pay now", "pay after the rise"]


def test_with_a_range_each_base_is_told_once() -> None:
    """1% of 40,000 is £400; of 41,200 to 42,000 £412 to £420."""
    ranged = award("2025-04-01", percent([3, 5]))
    found = ask(offer("a", ranged, one_off(percent(1), of="unstated", covers=YEAR_25))).offers[0]
    assert list(sums_by_base(found)) == ["£400 of pay before", "£412 to £420 of pay after the rise"]
    assert assumptions(found, found.reads[-1]) == [
        "the one-off is 1% of pay after the rise: £420.00",
        "the highest figure of each range",
    ]


def test_the_rates_of_one_offs_whose_base_is_not_stated() -> None:
    def rates(*parts: object) -> str:
        return one_off_rates(ask(offer("a", RISE, *parts)).offers[0])  # type: ignore[arg-type]

    unstated = {"of": "unstated", "covers": YEAR_25}
    assert rates(one_off(percent(1.5), **unstated), one_off(percent(2), covers=YEAR_25)) == "1.5%"
    assert rates(one_off(percent(1.5), **unstated), one_off(percent(2), flat(9), **unstated)) == "1.5% and 2%"
    assert rates(one_off(percent([1, 2]), **unstated)) == "a percentage"
