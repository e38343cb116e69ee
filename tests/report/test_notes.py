"""What stands beside the figures: footnotes where a cell needs one, and what is assumed, left out or taken as read."""

from typing import Any

import pytest

from payoffer import __version__
from payoffer.compare import Comparison
from payoffer.report.notes import _letter
from payoffer.report.page import Said
from tests.asking import ask, award, cells, flat, offer, one_off, paged, percent, proposed

APRIL_25, APRIL_26, APRIL_27 = "2025-04-01", "2026-04-01", "2027-04-01"
YEAR_25 = ["2025-04-01", "2026-03-31"]
ONE = offer("one", award(APRIL_25, percent(5)), until="2026-03-31")
TWO = offer("two", award(APRIL_25, percent(4)), award(APRIL_26, percent(3)), until="2027-03-31")
BASIC = "Basic pay before tax; extra pay is against no rise at all, counted when earned."
INFLATION = "For what it buys after prices have risen: add --inflation with a rate, such as --inflation 10.1."


def footnotes(answer: Comparison) -> dict[str, str]:
    return dict(paged(answer).footnotes)


def remarks(*offers: Any, said: Said | None = None, **options: Any) -> tuple[str, ...]:  # noqa: ANN401
    answer = ask(*offers, **options)
    return (paged(answer, said) if said else paged(answer)).remarks


# Footnotes.


def test_the_footnotes_of_february() -> None:
    assert paged(ask("wales", "scotland", inflation=[10.1])).footnotes == (
        ("a", "The offer does not say 1.5% of what: £600 of pay before, £630 of pay now, £639 of pay after the rise."),
        (
            "b",
            "3.5% was being planned, under review. With it: £7,291 to £7,330 over both years (--next wales=proposed).",
        ),
        ("c", "Wales: 5 of its 6.5 points are already paid: £40,000 before is £42,000 now."),
        ("d", "Pay over both years in the money of before the offer, against keeping up."),
    )


def test_a_note_that_is_asked_for_twice_keeps_its_letter() -> None:
    answer = ask("wales", "scotland", inflation=[10.1], months=36)
    assert (
        cells(answer, "rise in basic pay", 1)[0] == cells(answer, "rise in basic pay", 2)[0] == "not in this offer (b)"
    )
    assert list(footnotes(answer)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("months", "window"), [(6, "the 6 months"), (12, "the year"), (24, "both years"), (18, "all 18 months")]
)
def test_the_real_terms_value_names_its_months(months: int, window: str) -> None:
    answer = ask(TWO, inflation=[3], months=months)
    assert footnotes(answer) == {"a": f"Pay over {window} in the money of before the offer, against keeping up."}


def test_the_ends_of_a_range() -> None:
    assert footnotes(ask(offer("a", award(APRIL_25, percent([3, 5]))))) == {
        "a": "The offer gives only a range: £41,200 to £42,000 a year at the end, by its lowest and highest figures."
    }
    ranged = offer("a", award(APRIL_25, percent(5)), one_off(flat([500, 700]), paid=APRIL_25))
    assert cells(ask(ranged), "one-off, not in later pay") == ("£500 to £700 (a)",)
    assert footnotes(ask(ranged)) == {
        "a": "The offer gives only a range: £500 to £700 once, by its lowest and highest figures."
    }


def test_what_has_been_proposed_and_what_it_would_come_to() -> None:
    """2,000 and 3,260 with 3% after 5%; then 3,260 again."""
    plan = offer("a", award(APRIL_25, percent(5)), proposed(APRIL_26, percent(3)))
    assert footnotes(ask(plan, TWO))["a"] == (
        "3% has been proposed (letter of 3 May). With it: £5,260 over both years (--next a=proposed)."
    )
    three = offer("b", award(APRIL_25, percent(4)), award(APRIL_26, percent(3)), award(APRIL_27, percent(3)))
    assert footnotes(ask(plan, three))["a"] == (
        "3% has been proposed (letter of 3 May). With it and no rise after it: £8,520 over all three years "
        "(--next a=proposed)."
    )


def test_what_has_been_proposed_and_has_no_value_yet() -> None:
    linked = {"index": "rpi", "month": "2026-02-01"}
    plan = offer("a", award(APRIL_25, percent(5)), proposed(APRIL_26, linked))
    answer = ask(plan, TWO)
    assert footnotes(answer)["a"] == "The rise has been proposed (letter of 3 May)."
    assert not [sentence for sentence in paged(answer).sentences if "proposed" in sentence.text]
    known = ask(plan, TWO, index={"rpi": 3})
    assert "With it: £5,260 over both years" in footnotes(known)["a"]


def test_what_is_counted_is_not_told_as_a_proposal_too() -> None:
    plan = offer("a", award(APRIL_25, percent(5)), proposed(APRIL_26, percent(3)))
    assert footnotes(ask(plan, TWO, follows={"a": "proposed"})) == {}
    without_dates = offer(
        "u",
        award(None, percent(5), year=1),
        {"year": 2, "uplift": [percent(3)], "source": "letter of 3 May"},
    )
    undated_two = offer("v", award(None, percent(4), year=1), award(None, percent(3), year=2))
    assert "With it: £5,260 over both years" in footnotes(ask(without_dates, undated_two))["a"]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            [award(APRIL_25, percent(5), in_payment=True)],
            "a: all of it is already paid: £40,000 before is £42,000 now.",
        ),
        (
            [award(APRIL_25, percent(5), in_payment=True), award(APRIL_25, percent(1))],
            "a: part of it is already paid: £40,000 before is £42,000 now.",
        ),
    ],
)
def test_what_is_already_paid(parts: list[Any], expected: str) -> None:
    assert footnotes(ask(offer("a", *parts)))["a"] == expected


def test_letters_go_on_after_z() -> None:
    assert [_letter(number) for number in (0, 25, 26, 27, 51, 52, 702)] == ["a", "z", "aa", "ab", "az", "ba", "aaa"]


# Remarks.


def test_the_remarks_of_february() -> None:
    assert remarks("wales", "scotland", inflation=[10.1], said=Said("payoffer", illustration=True)) == (
        "Each offer from its own start, so two different years meet the same 10.1%.",
        BASIC,
        "£40,000 is an illustration: give your own pay with --salary.",
        (
            "£40,000 is full-time basic pay before 1 September 2022 in Wales (£42,000 now) and before 1 April 2022 in "
            "Scotland."
        ),
        "Wales: no last day is given: 12 months from 1 September 2022 are assumed.",
        "Wales: not known here: the day on which the back pay and the one-off would have been paid.",
        "Scotland: not known here: the day on which the back pay would have been paid.",
    )


def test_of_one_offer_that_says_everything_there_is_little_to_say() -> None:
    assert remarks(ONE) == (BASIC, "£40,000 is full-time basic pay before 1 April 2025.", INFLATION)
    assert remarks(ONE, inflation=[3])[-1] == "£40,000 is full-time basic pay before 1 April 2025."


def test_how_the_salary_was_reckoned() -> None:
    said = Said("payoffer", salary_working="£12.40 an hour x 37 hours a week x 52.143 weeks a year")
    assert remarks(ONE, salary="23923.21", said=said)[1] == (
        "Pay: £12.40 an hour x 37 hours a week x 52.143 weeks a year = £23,923.21 a year."
    )


def test_from_where_the_months_are_counted() -> None:
    other = offer("other", award("2025-09-01", percent(5)), group="h")
    third = offer("third", award("2025-09-01", percent(5)), group="i")
    later = offer("later", award("2025-09-01", percent(5)))
    assert remarks(ONE, other)[0] == "Each offer from its own start."
    assert remarks(ONE, other, inflation=[5, 4])[0] == (
        "Each offer from its own start, so two different years meet the same 5%, 4%."
    )
    assert remarks(ONE, other, third, inflation=[5])[0] == (
        "Each offer from its own start, so different years meet the same prices."
    )
    assert remarks(ONE, later)[0] == (
        "All offers are counted from 1 April 2025; months before a later start are at the old rate."
    )
    assert remarks(ONE, TWO)[0] == BASIC
    assert remarks(ONE, offer("x", award(APRIL_25, percent(5)), group="h"))[0] == BASIC


def test_that_no_group_is_named() -> None:
    nameless = offer("n", award(APRIL_25, percent(5)), group=None)
    assert remarks(ONE, nameless)[0] == "An offer names no group, so the offers are taken to be for the same people."
    several = offer("h", award(APRIL_25, percent(5)), group="h")
    assert BASIC in remarks(ONE, several, nameless)[:1]


WARNING = "The offers are for the same people but do not count the same awards as already being paid"


def test_files_of_one_group_have_to_start_from_the_same_pay() -> None:
    paid = award("2025-04-01", percent(5), in_payment=True)
    listed = offer("a", paid, award(APRIL_25, percent(1)))
    silent = offer("b", award(APRIL_25, percent(3)))
    assert remarks(listed, silent)[0].startswith(WARNING)
    assert not remarks(listed, offer("b", paid, award(APRIL_25, percent(2))))[0].startswith(WARNING)
    assert not remarks(listed, offer("b", award(APRIL_25, percent(3)), group="h"))[0].startswith(WARNING)
    # What was paid before the other deal begins is not in its time.
    later = offer("b", award("2025-09-01", percent(3)))
    assert not remarks(listed, later)[0].startswith(WARNING)
    assert not remarks(listed, offer("u", award(None, percent(3), year=1)))[0].startswith(WARNING)


def test_whose_pay_the_figures_start_from() -> None:
    rise = award(APRIL_25, percent(5))
    assert "£40,000 is full-time basic pay before 1 April 2025." in remarks(ONE, TWO)
    undated = offer("u", award(None, percent(5), year=1))
    assert "£40,000 is full-time basic pay before the first year." in remarks(undated)
    assert (
        'Full-time basic pay: £30,000 before 1 April 2025 under "a" and £35,000 before 1 April 2025 under "b".'
        in remarks(
            offer("a", rise, points={"M1": 30000}), offer("b", rise, points={"9": 35000}), points={"a": "M1", "b": "9"}
        )
    )
    paid = offer("p", award(APRIL_25, percent(5), in_payment=True))
    assert "£40,000 is full-time basic pay before 1 April 2025 (£42,000 now)." in remarks(paid)


def test_todays_pay_that_rounding_leaves_out_is_told() -> None:
    """5% of no pay makes £42,019.00 to the penny: 42,018.99 and 42,019.01 are next."""
    told = "Wales: no pay before the awards makes exactly £42,019.00 now: £42,019.01 is the nearest."
    assert told in remarks("wales", salary=42019, now=True)
    assert not [remark for remark in remarks("wales", salary=42000, now=True) if "nearest" in remark]


def test_what_is_assumed_of_the_dates() -> None:
    assert "a: no last day is given: 24 months from 1 April 2025 are assumed." in remarks(
        offer("a", award(APRIL_25, percent(5)), award(APRIL_26, percent(5)))
    )
    assert "u: no dates are given: its years are counted from the start of the deal." in remarks(
        offer("u", award(None, percent(5), year=1))
    )


def test_what_is_left_out_of_the_months_counted() -> None:
    late = offer("a", award(APRIL_25, percent(5)), one_off(flat(500), paid="2026-06-30"), until="2026-03-31")
    assert "a: a one-off of £500 on 30 June 2026 is outside the months counted." in remarks(late)
    nothing = offer(
        "a", award(APRIL_25, percent(5)), one_off(flat(500, pay_under=9000), paid="2026-06-30"), until="2026-03-31"
    )
    assert not [remark for remark in remarks(nothing) if "outside" in remark]
    assert "two: goes on for 12 months after the months counted, to £42,848 a year; that is left out here." in remarks(
        TWO, months=12
    )
    later = offer("later", award("2025-09-01", percent(5)), award("2026-09-01", percent(5)))
    assert "later: goes on for 5 months after the months counted, to £44,100 a year; that is left out here." in remarks(
        TWO, later
    )


def test_a_one_off_for_a_time_before_counts_in_the_first_month() -> None:
    lumps = [one_off(flat(pounds), covers=["2025-01-01", "2025-03-31"]) for pounds in (500, 600)]
    early = offer("a", award(APRIL_25, percent(5)), *lumps, start=APRIL_25, until="2026-03-31")
    assert remarks(early).count("a: a one-off for a time before 1 April 2025 counts in the first month.") == 1


def test_the_figure_of_an_index_and_of_other_points() -> None:
    linked = offer("a", award(APRIL_25, {"index": "rpi", "month": "2025-02-01", "plus": 0.5}))
    assert "a: Your figure for RPI of February 2025 is 4.1%, 4.1 + 0.5 = 4.6%." in remarks(linked, index={"rpi": 4.1})
    by_point = offer("a", award(APRIL_25, percent({"M1": 8, "others": 5})))
    assert "a: no pay point was named: the figure for other points is used (percent)." in remarks(by_point)


def test_what_hangs_on_a_condition() -> None:
    parts = [
        award(APRIL_25, percent(3)),
        award(APRIL_25, percent(1), condition="it is signed"),
        one_off(flat(9), paid=APRIL_25, condition="it is funded"),
    ]
    text = "a: not counted, as it hangs on a condition: it is signed and it is funded (--conditional counts it)."
    assert text in remarks(offer("a", *parts))
    assert text not in remarks(offer("a", *parts), conditional=True)


def test_what_the_file_says_of_itself() -> None:
    found = remarks(
        offer(
            "a", award(APRIL_25, percent(3)), missing=["the new points", "the\nallowances"], kind="claim", hides="wales"
        )
    )
    assert "a: not known here: the new points and the allowances." in found
    assert "a: this is a claim by the union, not an offer." in found
    assert "a: the file a.toml is used, not the bundled offer of that name." in found


# The last lines.


def test_the_end_names_command_version_prices_and_files() -> None:
    local = offer("my offer", award(APRIL_25, percent(5)))
    page = paged(ask("wales", local, inflation=[3]), Said('payoffer compare wales "my offer" -i 3'))
    assert page.ending == (
        'Again: payoffer compare wales "my offer" -i 3',
        f"payoffer {__version__}; prices: your figure; offers: wales.toml (bundled) and my offer.toml",
        'Sources: payoffer show wales and payoffer show "my offer.toml"',
    )
    assert "; no prices used; " in paged(ask("wales")).ending[1]
