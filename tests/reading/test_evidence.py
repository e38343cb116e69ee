"""What speaks for an offer: each kind of evidence is there in its own example, and not in the other."""

from collections import Counter

import pytest

from payoffer.reading.contexts import Context, contexts
from payoffer.reading.evidence import Evidence, evidence, points, speaks
from payoffer.reading.figures import figures
from payoffer.reading.rules import rules
from payoffer.reading.sentences import sentences
from payoffer.reading.sort import first_rule

IDS = [one.name for one in evidence()]


def context_of(example: str) -> Context:
    """Return the figure in square brackets in its surroundings."""
    at = example.index("[")
    text = example.replace("[", "").replace("]", "")
    found = contexts(text, figures(text), sentences(text))
    return next(context for context in found if context.figure.start <= at < context.figure.end)


def test_names_are_unique_and_no_evidence_is_for_nothing() -> None:
    assert Counter(IDS).most_common(1)[0][1] == 1
    assert all(one.points for one in evidence())


@pytest.mark.parametrize("one", evidence(), ids=IDS)
def test_evidence_is_in_its_example_and_not_in_the_other(one: Evidence) -> None:
    assert speaks(one, context_of(one.fires))
    assert not speaks(one, context_of(one.spares))


def test_points_add_up() -> None:
    # for all 2, it comes first 1, an offer near it 2 ("uplift"), the deal beside it 0, a rise of so much 2.
    assert points(context_of("Uplift of [5%] for all.")) == 2 + 1 + 2 + 2
    assert points(context_of("It was [13.1%].")) == 1 - 1 - 4 - 2


def test_a_range_of_uneven_sums_is_as_uneven_as_its_lower_end() -> None:
    assert points(context_of("It is [£21.23-£24.31].")) == points(context_of("It is [£21.23]."))


def test_a_rule_that_asks_for_points_leaves_what_has_too_few() -> None:
    assert first_rule(context_of("Pay talks\n\nSickness at the bank rose by [5%].")).name == "nothing says so"
    assert first_rule(context_of("Pay talks\n\nAll rates of pay are to rise by [5%].")).name == "a rise in pay"


def test_a_rule_gives_way_to_much_that_speaks_for_an_offer() -> None:
    assert any(rule.gives_way for rule in rules())
    told = "Overtime is raised by [5%]"
    assert first_rule(context_of(f"{told}.")).name == "hours, allowances and conditions"
    assert (
        first_rule(context_of(f"{told} on all basic grades from May, by agreement.")).name
        != "hours, allowances and conditions"
    )
