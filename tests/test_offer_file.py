"""A TOML text is an offer, or an error that holds every mistake with its line and what to write instead."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import payoffer
from payoffer import keys, mistakes
from payoffer.document import MOST_PARTS, ByPoint, Model, Range
from payoffer.errors import FileProblem, OfferFileError, Problem
from payoffer.library import load
from payoffer.lines import parse
from payoffer.mistakes import MOST_PROBLEMS
from payoffer.offer import Offer
from payoffer.offer_file import MOST_DOTS, read_offer
from payoffer.offer_parts import Award, LumpSum, Proposed, Round, Source, StrikeDay
from payoffer.suspicions import suspicions
from payoffer.uplift import Term

FIXTURES = Path(__file__).with_name("fixtures")
EVERY_CONSTRUCT = (FIXTURES / "every_construct.toml").read_text(encoding="utf-8")
FIVE_MISTAKES = (FIXTURES / "five_mistakes.toml").read_text(encoding="utf-8")

NAME = 'name = "A"\n'
AWARD = f"{NAME}[[award]]\neffective = 2023-04-01\n"  # a term stands on line 4
ONE_OFF = f"{NAME}[[lump_sum]]\npaid = 2023-04-01\n"
RIGHT = f"{AWARD}uplift = [{{ percent = 5 }}]\n"
A_DAY = "write year, month and day without quotes, such as 2023-04-01"
WHOLE = {"NAME": NAME, "AWARD": AWARD, "RIGHT": RIGHT, "ONE_OFF": ONE_OFF, "PAID": f"{ONE_OFF}pay = [{{ flat = 5 }}]\n"}
NOT_OURS = ("Input should", "validation error", "Value error", "pydantic", "Decimal(")


def mistakes_in(text: str) -> OfferFileError:
    with pytest.raises(OfferFileError) as caught:
        read_offer(text, "offer.toml")
    return caught.value


def told(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.text) for problem in mistakes_in(text).problems]


def check_problems(problems: list[Problem], text: str) -> None:
    assert problems == sorted(problems, key=lambda problem: problem.line)
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.text.isprintable()
        assert ": " in problem.text
        assert not [words for words in NOT_OURS if words in problem.text]


# What is right


def test_every_construct_is_read() -> None:
    offer = read_offer(EVERY_CONSTRUCT, "offer.toml")
    assert offer.name == "Illustration: every construct"
    assert offer.weeks == Decimal("52.143")
    assert offer.round == Round(to=Decimal(1), direction="up", carry="unrounded")
    assert [len(part) for part in (offer.source, offer.award, offer.lump_sum, offer.proposed)] == [1, 10, 5, 1]
    by_point = offer.award[5].uplift[0].percent
    assert isinstance(by_point, ByPoint)
    assert by_point["others"] == Range(Decimal(3), Decimal(4))
    assert offer.award[6].uplift[0].of == date(2024, 8, 1)
    assert offer.lump_sum[0].covers == (date(2022, 9, 1), date(2023, 8, 31))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeff" + RIGHT, id="a byte order mark"),
        pytest.param(RIGHT.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param(RIGHT + "#" + " ." * (MOST_DOTS + 1) + "\n", id="more dots than are read quickly"),
        pytest.param(
            f'{NAME}note = """\nTwo\nlines"""\n[[lump_sum]]\npaid = 2023-04-01\npay = [{{ flat = 1 }}]\n',
            id="two lines",
        ),
        pytest.param(f"{AWARD}uplift = [{{ percent = 0x05 }}]\n", id="a number by sixteens, as TOML has them"),
    ],
)
def test_an_odd_but_right_text_is_read(text: str) -> None:
    assert read_offer(text, "offer.toml").name == "A"


def test_a_right_offer_does_not_load_what_finds_mistakes() -> None:
    code = (
        "import sys; from payoffer.offer_file import read_offer;"
        "read_offer(sys.stdin.read(), 'offer.toml');"
        "print([name for name in sys.modules if name in {'payoffer.lines', 'payoffer.mistakes', 'payoffer.keys'}])"
    )
    source = str(Path(payoffer.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {source!r}); {code}"],
        input=EVERY_CONSTRUCT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == "[]"


# All mistakes at once


def test_five_mistakes_are_five_lines_with_five_remedies() -> None:
    error = mistakes_in(FIVE_MISTAKES)
    assert str(error).splitlines() == [
        (
            'offer.toml, line 5: status = "refused" is not one of offered, accepted, rejected, imposed, superseded: '
            "write one of these, in quotes"
        ),
        'offer.toml, line 14: "pay_upto" is not a key of a term: did you mean pay_up_to?',
        'offer.toml, line 20: percent = "4%" is not a number: write 4 without quotes',
        (
            "offer.toml, line 24: percent and minimum_rise stand in one term: write them as { percent = ... }, "
            "{ minimum_rise = ... }, in the order they apply"
        ),
        "offer.toml, line 28: covers = [2024-03-31, 2023-04-01] is in the wrong order: write [2023-04-01, 2024-03-31]",
        "offer.toml: there may be more once these are mended",
    ]


def test_the_five_remedies_make_it_right() -> None:
    mended = FIVE_MISTAKES
    for wrong, right in (
        ('"refused"', '"rejected"'),
        ("pay_upto", "pay_up_to"),
        ('"4%"', "4"),
        ("{ percent = 3, minimum_rise = 1250 }", "{ percent = 3 }, { minimum_rise = 1250 }"),
        ("[2024-03-31, 2023-04-01]", "[2023-04-01, 2024-03-31]"),
    ):
        assert mended.count(wrong) == 1
        mended = mended.replace(wrong, right)
    assert read_offer(mended, "offer.toml").status == "rejected"


def test_checks_between_parts_are_all_told_and_nothing_is_left_to_find() -> None:
    error = mistakes_in(
        f"{NAME}start = 2024-01-01\nuntil = 2023-01-01\n"
        '[[award]]\neffective = 2023-04-01\nper = "hour"\nuplift = [{ flat = 1 }]\n'
        "[[lump_sum]]\npay = [{ flat = 500 }]\n"
    )
    assert [(problem.line, problem.text) for problem in error.problems] == [
        (2, "start is 2024-01-01, after the award of 2023-04-01: write the first day of the deal here"),
        (3, "until is 2023-01-01, before the deal begins on 2024-01-01: write the last day of it"),
        (
            6,
            (
                "sums by the hour need the full-time week they are reckoned on: add its hours above the first [[ ]], "
                "such as week = 37"
            ),
        ),
        (8, "this one-off has no date: add paid or covers to it, or offered to the file"),
    ]
    assert not error.more


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (NAME, False),
        (RIGHT.replace("percent", "percentage"), False),
        (RIGHT.replace("5", '"5"'), True),
        (RIGHT.replace("effective", "until"), True),
        (f"{RIGHT}until = 2024-03-31\n", True),
        (RIGHT.replace("5", "5%"), True),
        (RIGHT.replace("5 }", "5, wibble = 1 }"), True),
    ],
)
def test_it_says_whether_mending_may_uncover_more(text: str, *, more: bool) -> None:
    error = mistakes_in(text)
    assert error.more is more
    assert ("there may be more" in str(error)) is more


def test_syntax_is_told_alone_with_every_fault() -> None:
    text = f"{AWARD}uplift = [{{ percent = 5% }}]\npaid = 1 September 2023\nwibble = 1\n"
    assert [line for line, _ in told(text)] == [4, 5]


# One sentence a mistake


def cases() -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Yield each text of the list of mistakes with the line and the sentence of each that is told."""
    for block in re.split(r"\n\n+", (FIXTURES / "mistakes.txt").read_text(encoding="utf-8").strip()):
        toml, *answers = re.split(r"^=> line (\d+): ", block, flags=re.MULTILINE)
        if answers:
            text = re.sub(r"^([A-Z_]+)\n", lambda match: WHOLE[match[1]], toml, flags=re.MULTILINE)
            text = re.sub("^TERM (.*)\n", rf"{AWARD}uplift = [{{ \1 }}]\n", text)
            yield text, [(int(line), said.strip()) for line, said in zip(answers[::2], answers[1::2], strict=True)]


CASES = list(cases())


def test_the_list_of_mistakes_is_read() -> None:
    assert len(CASES) == 140
    assert CASES[0] == (
        'name = "A"\n[[award]]\neffective = 2023-04-01\nupfit = [{ percent = 5 }]\n',
        [(4, '"upfit" is not a key of an award: did you mean uplift?')],
    )


@pytest.mark.parametrize(
    ("text", "expected"), CASES, ids=[f"{number} {answers[0][1]}" for number, (_, answers) in enumerate(CASES)]
)
def test_each_mistake_is_told_with_its_line_and_its_remedy(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(text) == expected
    check_problems(mistakes_in(text).problems, text)


def test_a_key_in_the_wrong_part_is_not_missed_in_the_right_one() -> None:
    assert told('[[award]]\neffective = 2023-04-01\nname = "A"\nuplift = [{ percent = 5 }]\n') == [
        (3, '"name" is a key of the offer, not of an award: put it above the first [[ ]] of the file')
    ]


def test_what_stands_under_a_misspelt_key_is_checked_too() -> None:
    text = f"{NAME}[[awards]]\nefective = 5\nupfit = [{{ percentage = true }}]\n"
    assert told(text) == [
        (2, '"awards" is not a key of the offer: did you mean [[award]]?'),
        (3, '"efective" is not a key of an award: did you mean effective?'),
        (3, f'effective = 5 is not a date: {A_DAY}, or "unstated"'),
        (4, '"upfit" is not a key of an award: did you mean uplift?'),
        (4, '"percentage" is not a key of a term: did you mean percent?'),
        (4, "percent = true is not a number: write percent in figures, such as 5"),
    ]


def test_parts_under_two_spellings_are_checked_together() -> None:
    text = f"{RIGHT}[[awards]]\neffective = 2024-04-01\nuplift = [{{ percent = true }}]\n"
    assert told(text)[1:] == [(7, "percent = true is not a number: write percent in figures, such as 5")]


def test_a_key_that_can_hold_no_parts_is_not_taken_for_one_that_does() -> None:
    assert told(f"{RIGHT}terms = 5\n") == [
        (5, '"terms" is not a key of an award, and uplift is there already: leave it out')
    ]
    assert told(f"{AWARD}terms = 5\n") == [(4, '"terms" is not a key of an award: did you mean uplift?')]


# Bounds


@pytest.mark.parametrize("digits", ["9" * 5000, "0x" + "f" * 100_000])
def test_a_number_too_long_for_python_is_refused(digits: str) -> None:
    ((line, sentence),) = told(f"{AWARD}uplift = [{{ flat = {digits} }}]\n")
    assert line == 4
    assert len(sentence) < 150


def test_no_more_than_fifty_mistakes_are_told() -> None:
    text = NAME + "".join(f"wibble{number} = 1\n" for number in range(200))
    error = mistakes_in(text)
    assert [problem.line for problem in error.problems] == list(range(2, MOST_PROBLEMS + 2))
    assert error.more


def test_no_more_than_fifty_wrong_values_are_told() -> None:
    table = ", ".join(f'p{number} = "x"' for number in range(200))
    many = f"{{ percent = {{ {table} }} }}"
    assert len(mistakes_in(f"{AWARD}uplift = [{many}, {many}, {many}]\n").problems) == MOST_PROBLEMS


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{AWARD}uplift = [{'{ percent = true },' * (MOST_PARTS + 1)}]\n", 4),
        (NAME + "[[award]]\nwibble = 1\n" * (MOST_PARTS + 1), 2),
    ],
)
def test_more_parts_than_any_offer_has_are_refused_unread(text: str, line: int) -> None:
    ((told_line, sentence),) = told(text)
    assert told_line == line
    assert sentence.endswith(f"has more than {MOST_PARTS} parts: leave out those that no pay hangs on")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" + ".a" * 100_000 + " = 1", id="a name of many parts"),
        pytest.param("a = " + "[" * 100_000, id="brackets"),
        pytest.param(f"{NAME}award = {'[' * 100}{']' * 100}", id="lists in lists"),
        pytest.param(f"{AWARD}uplift = [{'{},' * 50_000}]", id="empty terms"),
        pytest.param(NAME + "".join(f"key{number} = 1\n" for number in range(20_000)), id="unknown keys"),
        pytest.param("a" * 100_000 + " = 1", id="a long key"),
    ],
)
def test_a_hostile_file_is_refused_in_short_sentences(text: str) -> None:
    assert all(len(problem.text) < 200 for problem in mistakes_in(text).problems)


# What holds the tables of words together


MODELS: tuple[type[Model], ...] = (Offer, Award, LumpSum, Proposed, Term, Round, Source, StrikeDay)


@pytest.mark.parametrize("model", MODELS)
def test_other_words_stand_for_keys_and_are_none(model: type[Model]) -> None:
    words = keys.OTHER_WORDS[model]
    assert set(words.values()) <= set(model.model_fields)
    assert not set(words) & set(model.model_fields)
    assert all(word == keys.plain_key(word) for word in words)


@pytest.mark.parametrize("model", MODELS)
def test_every_key_that_is_needed_has_its_sentence(model: type[Model]) -> None:
    needed = {(model, key) for key, field in model.model_fields.items() if field.is_required()}
    assert needed == {(part, key) for part, key in mistakes.MISSING if part is model}


@pytest.mark.parametrize("model", MODELS)
def test_every_key_that_holds_others_has_its_example(model: type[Model]) -> None:
    assert set(keys.children(model)) <= set(keys.EXAMPLES)
    assert model in keys.PARTS


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_described(model: type[Model]) -> None:
    assert all(field.description for field in model.model_fields.values())


# Anything else that a file can be


LINES = EVERY_CONSTRUCT.splitlines()
VALUES = [
    *("5", "-0", "1e9", "nan", "inf", "true", "1_000", "0x" + "f" * 5000, "9" * 5000, "5%", "£5"),
    *("2023-04-01", "2023-04-01T00:00:00Z", "07:00:00", '""', '"5%"', r'"\u001b"', '"""'),
    *("[]", "{}", "[[]]", "[3, 4]", "{ M1 = 5 }", "[{ percent = 5 }]"),
]


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """Return the example of every construct after up to four changes that a person or a program might make."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        line, other = lines[at], draw(st.integers(0, len(lines) - 1))
        key, sign, rest = line.partition("=")
        place = draw(st.integers(0, len(line)))
        kind = draw(st.sampled_from(["delete", "double", "swap", "value", "key", "noise", "cut"]))
        if kind == "delete":
            lines[at] = ""
        elif kind == "double":
            lines.insert(other, line)
        elif kind == "swap":
            lines[at], lines[other] = lines[other], line
        elif kind == "value":
            lines[at] = f"{key}= {draw(st.sampled_from(VALUES))}"
        elif kind == "key":
            key = draw(st.sampled_from([key[:-2], f"{key.strip()}x", key.title(), "wibble", "percent", "award"]))
            lines[at] = key + sign + rest
        elif kind == "noise":
            noise = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=3))
            lines[at] = line[:place] + noise + line[place:]
        else:
            lines[at] = line[:place]
    return "\n".join(lines)


@given(mutations())
def test_a_changed_file_is_an_offer_or_has_mistakes_on_its_lines(text: str) -> None:
    try:
        offer = read_offer(text, "offer.toml")
    except OfferFileError as error:
        found, least = error.problems, 1
    else:
        found, least = suspicions(offer, parse(text)[1]), 0
    assert least <= len(found) <= MOST_PROBLEMS
    check_problems(found, text)


@given(st.one_of(st.binary(max_size=200), mutations().map(lambda text: text.encode("utf-16"))))
def test_any_bytes_are_an_offer_or_one_deliberate_error(content: bytes) -> None:
    Path("noise.toml").write_bytes(content)
    try:
        said = load("noise.toml").file
    except FileProblem as error:
        said = str(error)
    assert "noise.toml" in said
