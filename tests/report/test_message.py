"""The answer as a message to forward: no table, pounds a month first, under 900 characters for two offers."""

from itertools import permutations
from typing import Any

import pytest

from payoffer.asked import Named
from payoffer.report import message
from payoffer.report.page import Said
from tests.asking import ask, award, flat, offer, one_off, paged, percent

BUNDLED = ["wales", "scotland", "england", "wales-2023-03", "scotland-2023-03"]
APRIL_25, OCTOBER_25 = "2025-04-01", "2025-10-01"


def text(*offers: Named | str, command: str = "payoffer compare wales", **options: Any) -> str:  # noqa: ANN401
    answer = ask(*offers, **options)
    said = Said(command)
    return message.text(answer, paged(answer, said), said)


def first_line(*parts: Any, **options: Any) -> str:  # noqa: ANN401
    return text(offer("a", *parts), **options).splitlines()[0]


def test_february() -> None:
    assert text("wales", "scotland", inflation=[10.1], command="payoffer compare wales scotland -i 10.1") == (
        "*Wales* (rejected, Feb 2023): £217 a month more basic pay from Sep 2022; £600 to £639 once, not in "
        "later pay; new on a Yes: £1,200 to £1,239.\n"
        "*Scotland* (rejected, Feb 2023): £200 a month more basic pay from Apr 2022 and £394 from Apr 2023.\n"
        "\n"
        "On the same £40,000, the Welsh offer adds more in the first year: £3,200 to £3,239, against £2,400 in "
        "Scotland. If Wales got no rise in September 2023, Scotland's would add more over the two years: £7,132 "
        "against £5,800 to £5,839. A Welsh rise of about 3.1% would make them level; 3.5% was being planned, and would "
        "put Wales ahead. Neither keeps up with prices rising 10.1% before each rise. Basic pay would buy 3.3% less "
        "than before in Wales and 3.7% less in Scotland after the first rise, and 7.7% less in Scotland after the "
        "second.\n"
        "\n"
        "payoffer compare wales scotland -i 10.1\n"
    )


@pytest.mark.parametrize("inflation", [None, [10.1], [10.1, 4, 3], [-2]])
@pytest.mark.parametrize("pair", list(permutations(BUNDLED, 2)), ids=" ".join)
def test_a_message_about_two_offers_is_short(pair: tuple[str, str], inflation: list[float] | None) -> None:
    command = f"payoffer compare {' '.join(pair)} --inflation 10.1,4,3 --format message"
    found = text(*pair, command=command, inflation=inflation)
    assert len(found) < 900
    assert found.endswith(f"\n\n{command}\n")


def test_rises_are_named_with_the_month_from_which_they_are_paid() -> None:
    """7% is 233.33 a month, 5% on it 411.67, 2% on that 486.57: the last in January, not in April."""
    assert text("scotland-2023-03").splitlines()[0] == (
        "*Scotland* (accepted, Mar 2023): £233 a month more basic pay from Apr 2022, £412 from Apr 2023 and £487 from "
        "Jan 2024."
    )


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([award(APRIL_25, percent(3))], "£100 a month more basic pay from Apr 2025."),
        ([award(APRIL_25, percent(0))], "no rise in basic pay."),
        ([one_off(flat(500), paid=APRIL_25)], "no rise in basic pay; £500 once, not in later pay."),
        ([award(APRIL_25, percent(-3))], "£100 a month less basic pay from Apr 2025."),
        (
            [award(APRIL_25, percent(-3)), award(OCTOBER_25, flat(2400))],
            "£100 a month less basic pay from Apr 2025 and £100 from Oct 2025.",
        ),
        (
            [award(APRIL_25, percent(3)), award(OCTOBER_25, flat(-2400))],
            "£100 a month more basic pay from Apr 2025 and £100 a month less from Oct 2025.",
        ),
        (
            [award(APRIL_25, percent(3)), award(OCTOBER_25, flat(-1200))],
            "£100 a month more basic pay from Apr 2025 and £0 from Oct 2025.",
        ),
        ([award(APRIL_25, percent([3, 6]))], "£100 to £200 a month more basic pay from Apr 2025."),
        ([award(APRIL_25, percent([-6, -3]))], "£100 to £200 a month less basic pay from Apr 2025."),
        (
            [award(APRIL_25, percent(3)), award(OCTOBER_25, percent(0))],
            "£100 a month more basic pay from Apr 2025.",
        ),
        (
            [award(None, percent(3), year=1), award(None, flat(1200), year=2)],
            "£100 a month more basic pay and £200 from the second year.",
        ),
        (
            [award(APRIL_25, percent(3), in_payment=True)],
            "£100 a month more basic pay from Apr 2025; nothing new, all of it is already being paid.",
        ),
        (
            [award(APRIL_25, percent(3)), one_off(flat(50), paid=APRIL_25, in_payment=True)],
            "£100 a month more basic pay from Apr 2025; £50 once, not in later pay; new on a Yes: £1,200.",
        ),
    ],
)
def test_the_line_of_an_offer(parts: list[Any], expected: str) -> None:
    assert first_line(*parts) == f"*a* (offered): {expected}"


def test_of_part_time_pay_the_part() -> None:
    assert first_line(award(APRIL_25, percent(3)), fte="0.5").endswith(": £50 a month more basic pay from Apr 2025.")
    both = text(offer("a", award(APRIL_25, percent(3))), offer("b", award(APRIL_25, percent(4))), fte="0.5")
    assert "\n\nOn 50% of the same full-time £40,000, " in both


def test_what_follows_an_offer_is_no_rise_of_its_own() -> None:
    assert first_line(award(APRIL_25, percent(3)), months=24, follows={"a": 3}) == (
        "*a* (offered): £100 a month more basic pay from Apr 2025."
    )


def test_without_a_verdict_there_is_no_empty_paragraph() -> None:
    assert text("scotland", command="payoffer compare scotland").count("\n") == 3


def test_marks_in_a_name_are_taken_out() -> None:
    found = text(offer("a", award(APRIL_25, percent(3)), name="The *big* _new_ ~offer~ `1`"), inflation=[3])
    assert found.startswith("*The big new offer 1* (offered): ")
    assert '\n\n"The big new offer 1" keeps up' in found


def test_the_month_is_not_said_twice() -> None:
    found = text("wales", "wales-2023-03").splitlines()
    assert found[0].startswith("*Wales Feb 2023* (rejected): ")
    assert found[1].startswith("*Wales Mar 2023* (accepted): ")
    assert "Wales Feb 2023 and Wales Mar 2023 add about the same" in found[3]


def test_a_shorter_week_is_told_beside_the_rise() -> None:
    shorter = offer("a", award(APRIL_25, percent(3), {"new_week": 36}), week=37)
    # 40,000 x 0.03 / 12 = 100
    assert text(shorter).splitlines()[0] == (
        "*a* (offered): £100 a month more basic pay from Apr 2025; a full-time week of 36 hours, not 37, on the same "
        "pay from Apr 2025."
    )
    undated = offer("a", award(None, {"new_week": 36}, year=1), week=37)
    assert text(undated).splitlines()[0] == (
        "*a* (offered): no rise in basic pay; a full-time week of 36 hours, not 37, on the same pay."
    )


def test_a_salary_that_nobody_gave_is_an_illustration() -> None:
    answer = ask("wales")
    found = message.text(answer, paged(answer), Said("payoffer compare wales", illustration=True))
    assert found.endswith("\n\n£40,000 is an illustration.\n\npayoffer compare wales\n")
