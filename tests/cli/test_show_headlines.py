"""``payoffer show --headline``: what gives a headline, and the warning where one-off money is in it."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.telling import FOUR, offer, said, sections


@pytest.mark.parametrize(
    ("argv", "sentences"),
    [
        (
            ("wales", "--headline", "8"),
            "8% adds a one-off of 1.5% to a rise of 6.5%: the one-off is paid once and is not in later pay.",
        ),
        (
            ("wales",),
            (
                "3% adds a one-off of 1.5% to a new rise of 1.5%: the one-off is paid once and is not in later pay. "
                "Basic pay rises by 6.5% in all."
            ),
        ),
        (
            ("wales", "--headline", "9%"),
            (
                "No way of adding up this offer gives 9%. The nearest is a rise of 6.5% and a one-off of 1.5% together "
                "(8%)."
            ),
        ),
        (
            ("scotland",),
            "11.5% is the percentages added up (6% + 5.5% = 11.5%). Basic pay rises by 11.83% in all.",
        ),
        (
            ("scotland", "--headline", "12"),
            (
                "12% is the percentages added up (6% + 5.5% = 11.5%), rounded. It is also the compounded rise "
                "(pay goes from £40,000 to £44,732, 11.83% more), rounded."
            ),
        ),
        (
            ("scotland-2023-03",),
            "14.6% is the compounded rise (pay goes from £40,000 to £45,838.80, 14.597% more), rounded.",
        ),
        (
            ("scotland-2023-03", "--headline", "5.525"),
            "5.525% is average pay in the second year against pay before that year. Basic pay rises by 14.597% in all.",
        ),
        (
            ("scotland-2023-03", "--headline", "6"),
            "6% is the percentages added up and shared out over 28 months, a year. Basic pay rises by 14.597% in all.",
        ),
        (("wales-2023-03",), "11.8% is the compounded rise (pay goes from £40,000 to £44,730, 11.825% more), rounded."),
        (
            ("wales-2023-03", "--headline", "6.5"),
            (
                "6.5% is the rise within the first year. It is also what is new added up, without what is already "
                "being paid. It is also a rise of 5.75% a year on average and a one-off of 0.75% a year on average "
                "together. Basic pay rises by 11.825% in all."
            ),
        ),
        (
            ("england",),
            (
                "On £40,000, 5% is the rise itself. Part of the offer goes by pay, so another salary can give another "
                "percentage."
            ),
        ),
        (
            ("england", "--point", "rest:M3"),
            (
                "On £29,664, no way of adding up this offer gives 5%. The nearest is the rise (pay goes from £29,664 "
                "to £31,750, about 7.032% more). Part of the offer goes by pay, so another salary can give another "
                "percentage."
            ),
        ),
    ],
)
def test_a_headline_is_checked(run: Run, argv: tuple[str, ...], sentences: str) -> None:
    assert f"Is the headline true? --------------------- - {sentences} " in f"{said(run, *argv)} "


def test_the_same_headline_typed_and_in_the_file_is_checked_once(run: Run) -> None:
    assert len(sections(run, "scotland", "--headline", "11.5")["Is the headline true?"]) == 2  # the second is empty
    assert len(sections(run, "scotland", "--headline", "11")["Is the headline true?"]) == 3


def headlined(run: Run, folder: Path, headline: str, parts: str, *argv: str) -> list[str]:
    name = offer(folder, f"headline = {headline}\n{parts}")
    return [line for line in sections(run, name, *argv)["Is the headline true?"] if line]


def test_headlines_in_words(run: Run, tmp_path: Path) -> None:
    assert headlined(run, tmp_path, '["a fair offer", "4% (and more)", "3% to 4%"]', FOUR) == [
        '- "a fair offer" names no percentage, so it cannot be checked.',
        '- "4% (and more)": 4% is the rise itself.',
        (
            '- "3% to 4%": No way of adding up this offer gives 3%. The nearest is the rise itself (4%). '
            "4% is the rise itself."
        ),
    ]


def test_a_headline_rounded_in_every_way(run: Run, tmp_path: Path) -> None:
    parts = "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 12.35 }]\n"
    assert headlined(run, tmp_path, '["12.4%", "12.3%"]', parts) == [
        "- 12.4% is the rise itself (12.35%), rounded.",
        "- 12.3% is the rise itself (12.35%), rounded with a half going down.",
    ]
    parts = parts.replace("12.35", "12.39")
    assert headlined(run, tmp_path, '"12.3%"', parts) == [
        "- 12.3% is the rise itself (12.39%), cut off and not rounded."
    ]


def test_one_off_money_of_pounds_in_a_headline(run: Run, tmp_path: Path) -> None:
    parts = f"{FOUR}[[lump_sum]]\npay = [{{ flat = 1040 }}]\npaid = 2024-06-30\n"
    # 1,040 of 40,000 is 2.6, of 41,600 it is 2.5
    tail = "Part of the offer goes by pay, so another salary can give another percentage."
    once = "the one-off is paid once and is not in later pay."
    assert headlined(run, tmp_path, '["6.6%", "6.5%", "2.6%", "4%"]', parts) == [
        f"- On £40,000, 6.6% adds a one-off of 2.6% of pay before to a rise of 4%: {once} {tail}",
        f"- On £40,000, 6.5% adds a one-off of 2.5% of pay with the rise to a rise of 4%: {once} {tail}",
        (
            "- On £40,000, 2.6% is one-off money (2.6% of pay before): it is paid once and is not in later pay. "
            f"Basic pay rises by 4% in all. {tail}"
        ),
        f"- On £40,000, 4% is the rise itself. {tail}",
    ]
    # rounded to whole percents 4 + 2.6 and 4 + 2.5 are 7
    assert headlined(run, tmp_path, '"7%"', parts) == [
        f"- On £40,000, 7% adds a one-off of 2.6% of pay before to a rise of 4% (together 6.6%, rounded): {once} {tail}"
    ]


def test_one_off_money_in_more_than_one_way(run: Run, tmp_path: Path) -> None:
    parts = (
        "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 3 }]\n"
        "[[award]]\neffective = 2024-10-01\nuplift = [{ percent = 1 }]\n"
        "[[award]]\neffective = 2025-04-01\nuplift = [{ percent = 3 }]\n"
        "[[lump_sum]]\npay = [{ percent = 2 }]\npaid = 2024-06-30\n"
    )
    # the first year: 1.03 x 1.01 = 1.0403 at its end, (1.03 + 1.0403) / 2 = 1.03515 on average
    # in all 1.0403 x 1.03 = 1.071509
    assert headlined(run, tmp_path, '["6.03%", "5.515%", "5.5%"]', parts) == [
        (
            "- 6.03% adds a one-off of 2% to a rise of 4.03% in the first year: the one-off is paid once and is not in "
            "later pay. Basic pay rises by about 7.151% in all."
        ),
        (
            "- 5.515% adds a one-off of 2% to a rise of 3.515% in average pay in the first year: the one-off is paid "
            "once and is not in later pay. Basic pay rises by about 7.151% in all."
        ),
        (
            "- 5.5% adds a one-off of 2% to a rise of 3.515% in average pay in the first year (together 5.515%, "
            "rounded): the one-off is paid once and is not in later pay. Basic pay rises by about 7.151% in all."
        ),
    ]


def test_one_off_money_found_in_two_ways_is_warned_of_once(run: Run, tmp_path: Path) -> None:
    # 3.9 + 2 = 5.9 in the first year; (3.9 + 6.6) / 2 = 5.25 a year and 2 / 2 = 1 are 6.25; 1.039 x 1.066 = 1.107574
    parts = (
        "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 3.9 }]\n"
        "[[award]]\neffective = 2025-04-01\nuplift = [{ percent = 6.6 }]\n"
        "[[lump_sum]]\npay = [{ percent = 2 }]\npaid = 2024-06-30\n"
    )
    assert headlined(run, tmp_path, '"6%"', parts) == [
        (
            "- 6% is reached only with one-off money in it: a one-off of 1% a year on average on top of a rise of "
            "5.25% a year on average (together 6.25%, rounded); or a one-off of 2% on top of a rise of 3.9% in the "
            "first year (together 5.9%, rounded). A one-off is paid once and is not in later pay. Basic pay rises by "
            "about 10.757% in all."
        )
    ]


def test_an_offer_of_nothing_has_no_headline(run: Run, tmp_path: Path) -> None:
    parts = "[[award]]\neffective = 2024-04-01\nuplift = [{ percent = 0 }]\n"
    assert headlined(run, tmp_path, '"3%"', parts) == [
        "- Nothing in this offer is a percentage of pay, so nothing gives 3%."
    ]


@pytest.mark.parametrize("typed", ["nine", "0.08", "8,5"])
def test_a_headline_that_is_no_percentage_is_refused(run: Run, typed: str) -> None:
    answer = run("show", "wales", "--headline", typed)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("error: --headline: ")


def test_the_nearest_of_another_reading_does_not_borrow_the_pay_of_the_first(run: Run, tmp_path: Path) -> None:
    # 3.4% then 2% is 5.468%, then 3% 6.502%: of 7.5% the nearest is the second, by the highest figure of the range
    (tmp_path / "staged.toml").write_text(
        'name = "Staged"\n[[award]]\neffective = 2025-08-01\nuplift = [{ percent = 3.4 }]\n'
        "[[award]]\neffective = 2026-08-01\nuplift = [{ percent = [2, 3] }]\n",
        encoding="utf-8",
    )
    found = " ".join(run("show", "staged.toml", "--headline", "7.5").out.split())
    # 1.034 x 1.03 = 1.06502 and 1.034 x 1.02 = 1.05468
    assert "The nearest is the compounded rise (6.502% by another reading)." in found
    assert "Basic pay rises by 5.468% in all." in found
