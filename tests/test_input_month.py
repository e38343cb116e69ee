"""A month as it is typed."""

from datetime import date

import pytest

from payoffer.errors import UsageProblem
from payoffer.input_month import month


@pytest.mark.parametrize(
    "text",
    ["2022-09", "2022/9", "2022.09", "2022-09-01", "09/2022", "9-2022", "Sep 2022", "sept. 2022", "September 2022",
     " SEP-2022 ", "Sept2022"],
)  # fmt: skip
def test_forms_of_a_month(text: str) -> None:
    assert month(text, what="--from") == date(2022, 9, 1)


@pytest.mark.parametrize(
    "text", ["2022", "2022-13", "00/2022", "9/22", "soon", "Xyz 2022", "Ma2 2022", "202209", "22-09"]
)
def test_what_is_no_month(text: str) -> None:
    with pytest.raises(UsageProblem, match=r"^--from: .* is not a month: write a month such as 2022-09 or Sep 2022$"):
        month(text, what="--from")


def test_nothing_and_too_much() -> None:
    with pytest.raises(UsageProblem, match="--to: nothing is written there"):
        month(" ", what="--to")
    with pytest.raises(UsageProblem, match="too long"):
        month("2" * 99, what="--to")
