"""Every published pay scale comes out of the column before it, to the pound, under the publisher's own rounding."""

from decimal import Decimal

import pytest

from payoffer.shelf import SCALES
from tests.reproducing import REPRODUCED, Step, steps

ALL = list(steps())
REASONS = {"point", "ours", "why"}


@pytest.mark.parametrize("step", ALL, ids=lambda step: step.label)
def test_a_column_is_made_from_the_one_before(step: Step) -> None:
    made = {point.name: point.made for point in step.points if point.made != point.printed}
    assert made == {name: Decimal(each["ours"]) for name, each in step.exceptions.items()}, str(step)


@pytest.mark.parametrize("step", ALL, ids=lambda step: step.label)
def test_an_award_holds_no_amount_that_its_rules_make(step: Step) -> None:
    made = {point.name for point in step.points if point.made in point.other}
    assert made == set(step.coincidences), str(step)


@pytest.mark.parametrize("step", ALL, ids=lambda step: step.label)
def test_exceptions_give_their_reason(step: Step) -> None:
    assert all(
        set(each) <= REASONS and each["why"] for each in (*step.exceptions.values(), *step.coincidences.values())
    )


def test_every_bundled_scale_is_looked_at() -> None:
    assert {path.stem for path in REPRODUCED.glob("*.toml")} == {path.stem for path in SCALES.glob("*.csv")}
