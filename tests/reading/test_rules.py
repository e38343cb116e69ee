"""The table of rules: each fires on its own example, spares the other, and can be found by its name."""

import re
from collections import Counter

import pytest

from payoffer.reading.contexts import contexts
from payoffer.reading.cues import cues_in, cues_of, may_match
from payoffer.reading.figures import figures
from payoffer.reading.rules import Rule, rules, tries
from payoffer.reading.sentences import sentences
from payoffer.reading.sort import first_rule, fits
from payoffer.report.reading import TYPES
from tests.reading.scoring import Label, labels

DRAFTED = {"term", "in_payment", "earlier_offer", "same"}
IDS = [rule.name for rule in rules()]


def rule_of(example: str) -> str:
    """Return the name of the rule for the figure in square brackets."""
    at = example.index("[")
    text = example.replace("[", "").replace("]", "")
    return next(
        first_rule(context).name
        for context in contexts(text, figures(text), sentences(text))
        if context.figure.start <= at < context.figure.end
    )


def test_names_are_unique_and_types_are_known() -> None:
    assert Counter(IDS).most_common(1)[0][1] == 1
    assert {rule.type for rule in rules()} <= DRAFTED | set(TYPES)
    assert all(rule.why and rule.why[0].islower() for rule in rules())


@pytest.mark.parametrize("rule", rules(), ids=IDS)
def test_a_rule_fires_on_its_example(rule: Rule) -> None:
    assert rule_of(rule.fires) == rule.name


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.spares], ids=lambda rule: rule.name)
def test_a_rule_spares_the_other_example(rule: Rule) -> None:
    assert rule_of(rule.spares) != rule.name


def test_only_the_last_rule_spares_nothing() -> None:
    assert [rule.name for rule in rules() if not rule.spares] == [rules()[-1].name]


@pytest.mark.parametrize("label", [*labels("tuned"), *labels("official.toml")], ids=lambda label: label.id)
def test_cues_leave_out_no_pattern_that_matches(label: Label) -> None:
    for context in contexts(label.text, figures(label.text), sentences(label.text)):
        tried = {(rule.name, pattern.pattern) for rule, pattern in tries(context.figure.unit, context.cues)}
        for rule in rules():
            for pattern in rule.patterns:
                of_unit = not rule.units or context.figure.unit in rule.units
                if of_unit and (rule.name, pattern) not in tried:
                    assert not fits(rule, re.compile(pattern), context), pattern


@pytest.mark.parametrize(
    ("pattern", "cues"),
    [
        (r"turnout (?:of|was)~@", {"turnou"}),
        (r"(?:turnout|majority) of @", {"majori", "turnou"}),
        (r"@ (?:only )?(?:of|@)", set()),
        (r"profits? of @", {"profit"}),
        (r"9abc @", set()),
        (r"ris(?:e|es) @", {"ris"}),
        (r"(?:the )?(?:turnout|poll) @", {"poll", "turnou"}),
        (r"\w(?:turnout) @", set()),
        (r"\bgo(?:es)? up @", {"up"}),
        (r"[a-z]+ings @", set()),
        (r"(?=.*offer)(?!claim) rise @", {"rise"}),
        (r"(?=.*\boffer)@", {"offer"}),
        (r"\b(?:bonus|(?<!in )payments?)\b @", {"bonus", "paymen"}),
        (r"in(?=t)to rise", {"into"}),
        (r"(?:ex[- ]gratia|i\.e\. bonus) @", {"bonus", "gratia"}),
        (r"(?:x.payment|ex[^ ]gratia|\Srise) @", set()),
        (r"rise|(?:offer|deal) @", {"deal", "offer", "rise"}),
        (r"rise|@", set()),
        (r"x{0,3}rise \( here\) @", {"here"}),
        (r"a[(|)]b rise @", {"rise"}),
        (r"(?:all\)b|rise[)]) @", {"all", "rise"}),
    ],
)
def test_the_first_cues_of_a_pattern(pattern: str, cues: set[str]) -> None:
    assert next(iter(cues_of(pattern)), set()) == cues


def test_all_cues_of_a_pattern_but_further_short_words() -> None:
    cues = cues_of(r"\b(?:turnout|poll) of (?:the|a) ballot @")
    assert [sorted(each) for each in cues] == [["ballot"], ["poll", "turnou"]]


def test_a_pattern_may_match_where_one_of_each_of_its_cues_is() -> None:
    cues = cues_of(r"(?:turnout|poll) at the ballot @")
    assert may_match(cues, cues_in("a poll after the ballot"))
    assert not may_match(cues, cues_in("a poll"))
    assert may_match((), frozenset())


def test_cues_are_held_where_a_pattern_looks() -> None:
    text = "Pay talks\n\nThe ballot is over:\n- turnout 45%"
    (context,) = contexts(text, figures(text), sentences(text))
    held = context.cues
    assert "turnou" in held.sentence & held.near
    assert "ballot" in held.near - held.sentence
    assert "talks" in held.topic - held.sentence


def test_the_cues_of_a_text() -> None:
    assert cues_in("a turnout of @") == {"a", "tur", "turn", "turno", "turnou", "of"}


def test_a_bracket_left_open_is_an_error() -> None:
    with pytest.raises(ValueError, match="not closed"):
        cues_of("(?:turnout")
