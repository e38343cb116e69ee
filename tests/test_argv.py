"""The words before they are parsed: pasted dashes and quotes, invisible characters, options given twice."""

from typing import Annotated

import pytest
import typer
from hypothesis import assume, example, given
from hypothesis import strategies as st
from typer.exceptions import TyperException

from payoffer.argv import Options, mended, twice
from payoffer.errors import UsageProblem
from payoffer.typed import DASHES

OPTIONS = Options(
    single={
        "-s": "--salary",
        "--salary": "--salary",
        "-o": "--output",
        "--output": "--output",
        "-f": "--format",
        "--format": "--format",
        "--from": "--from",
    },
    many={"-i": "--inflation", "--inflation": "--inflation", "--next": "--next"},
    flags=frozenset({"--help", "-h", "--paid-now", "-w", "--working"}),
)


def said(words: list[str]) -> str:
    with pytest.raises(UsageProblem) as caught:
        mended(words, OPTIONS)
    return str(caught.value)


# What is left as it is, or mended


@pytest.mark.parametrize(
    "line",
    [
        "",
        "compare wales scotland --inflation 10.1 -s40000 --format=json",
        "compare -icpi -fjson -ooffer.txt",
        "compare --salary \u22125",
        "compare --inflation \u22121 -i\u20131",
        "compare --inflation -1 -5%",
        "compare \u20135%",
        "compare --inflatoin 10",
        "compare -x -wx ---inflation --- -",
        "compare wales\u20132023 --next wales\u20132023=3 --next=wales\u20132023=3",
        "compare -owales\u20132023.md",
        "compare --next -inflation --salary \u2013inflation",
        "compare -- \u2013inflation \u201c6%\u201d wales\u00a0scotland -inflation -s=4",
        "compare Ty\u2019r-Cymry --output=Ty\u2019r.md reps\u2019",
        "compare -s",
        "new name=value s=4 inflation",
        "--version --help=yes",
    ],
)
def test_a_line_that_is_typed_well_stays_as_it_is(line: str) -> None:
    words = line.split(" ") if line else []
    assert mended(words, OPTIONS) == words


def test_words_of_several_parts_stay_as_they_are() -> None:
    words = [
        "compare",
        "6%, 5.5%",
        " my offer.toml",
        "",
        "--salary",
        "40\u00a0000",
        "--salary=40\u00a0000",
        "-s40\u00a0000",
    ]
    assert mended(words, OPTIONS) == words


@pytest.mark.parametrize("unseen", ["\u00a0", "\u202f", "\u200b", "\ufeff", "\u202a", "\u00ad\u00a0"])
def test_what_nobody_sees_at_the_ends_of_a_word_goes(unseen: str) -> None:
    words = ["compare", f"{unseen}wales", unseen, f"--salary{unseen}", unseen, f"{unseen}40000{unseen}"]
    assert mended(words, OPTIONS) == ["compare", "wales", "--salary", "40000"]


# What is refused


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("\u2013inflation", "--inflation"),
        ("\u2014inflation", "--inflation"),
        ("\u2212\u2212inflation", "--inflation"),
        ("\u2013-inflation", "--inflation"),
        ("-\u2013inflation", "--inflation"),
        ("\u2014Inflation", "--inflation"),
        ("\u2014inflation=10.1", "--inflation=10.1"),
        ("\u2014paid\u2011now", "--paid-now"),
        ("--paid\u2011now", "--paid-now"),
        ("\u2014other", "--other"),
        ("\u2014co2", "--co2"),
        ("\u2013i", "-i"),
        ("\u2013i10.1", "-i10.1"),
        ("\u2013s\u00a340k", "-s\u00a340k"),
        ("\u2013working", "--working"),
    ],
)
def test_a_pasted_long_dash_is_named_with_what_to_type(word: str, remedy: str) -> None:
    assert said(["compare", "wales", word, "10.1"]) == f"{word} has a long dash in it: type {remedy}"


@pytest.mark.parametrize("dash", DASHES)
def test_every_long_dash_is_known(dash: str) -> None:
    assert said(["compare", f"{dash}salary"]).endswith(": type --salary")
    assert said(["compare", dash]) == f"{dash} is a long dash: type hyphens, as in -s or --salary"
    assert said(["compare", f"-{dash}"]).endswith("type hyphens, as in -s or --salary")


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("-inflation", "--inflation"),
        ("-Inflation", "--inflation"),
        ("-salary=40000", "--salary=40000"),
        ("-paid-now", "--paid-now"),
        ("-from", "--from"),
    ],
)
def test_a_long_option_with_one_hyphen_is_named_with_what_to_type(word: str, remedy: str) -> None:
    assert said(["compare", word]) == f"{word} has one hyphen where two are needed: type {remedy}"


@pytest.mark.parametrize(("word", "remedy"), [("-s=40000", "-s 40000"), ("-i=cpi", "-i cpi"), ("-o=a=b", "-o a=b")])
def test_a_short_option_takes_no_equals_sign(word: str, remedy: str) -> None:
    assert said(["compare", word]) == f'{word} has an = after a single letter: type "{remedy}"'


@pytest.mark.parametrize(
    "word",
    [
        "\u201c6%,",
        "5.5%\u201d",
        "\u201c6%, 5.5%\u201d",
        "\u201ewales\u201f",
        "\u20186%,",
        "\u2019wales\u2019",
        "--next=\u2018wales=3\u2019",
        "--next=wales=\u201c3\u201d",
        "\u201c\u2013inflation\u201d",
    ],
)
def test_a_curly_quote_is_named_with_what_to_type(word: str) -> None:
    for words in (["compare", word], ["compare", "--salary", word]):
        message = said(words)
        assert word in message
        assert message.endswith('has curly quotes: type straight ones, such as "6%, 5.5%", around it')


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007", "\u3000"])
def test_words_held_together_by_a_no_break_space_are_refused(space: str) -> None:
    end = "is held together by a no-break space: type an ordinary space there"
    assert said([f"compare{space}wales"]) == f'"compare wales" {end}'
    assert said(["compare", f"--salary{space}40000"]) == f'"--salary 40000" {end}'


def test_a_huge_word_is_refused_and_not_repeated() -> None:
    for word in (
        "\u2013" + "x" * 100_000,
        "-inflation=" + "x" * 100_000,
        "\u201c" * 100_000,
        "a\u00a0b" * 100_000,
    ):
        assert len(said(["compare", word])) < 200
    assert mended(["compare", "-" + "w" * 100_000], OPTIONS)
    twice(["compare", "-" + "w" * 100_000], OPTIONS)


# Given twice


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("compare --salary 1 --salary 2", "--salary"),
        ("compare --salary 1 wales --salary 1", "--salary"),
        ("compare -s1 -s2", "--salary"),
        ("compare -s 1 --salary=2", "--salary"),
        ("compare --salary=1 -ws2", "--salary"),
        ("compare -s 1 -s 2 -s 3", "--salary"),
        ("compare -w --salary 1 --salary 2", "--salary"),
        ("compare -x --salary 1 --salary 2", "--salary"),
        ("compare -f csv -s 1 -o x --format=json", "--format"),
        ("compare --salary --salary --salary 1", "--salary"),
        ("compare --salary 1 --salary", "--salary"),
        ("-- compare --salary 1 --salary 2", "--salary"),
    ],
)
def test_an_option_given_twice_is_refused(line: str, name: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        twice(line.split(), OPTIONS)
    assert str(caught.value) == f"{name} is given twice: give it once"


@pytest.mark.parametrize(
    "line",
    [
        "compare",
        "compare --salary 1 --format csv",
        "compare -i 10 -i 4 --inflation 2 --next wales=3 --next scotland=2",
        "compare --working -w --working",
        "compare --salary 1 -- --salary 2",
        "compare --salary --salary",
        "compare --salary -s",
        "compare --inflation --salary --salary 1",
        "compare -i--salary --salary 1",
        "compare -i --salary --salary 1",
        "compare -i -s1 -s2",
        "compare -s--salary",
        "compare -is -s1",
        "compare --sal 1 --salary 2",
        "compare - -s 1",
    ],
)
def test_a_value_that_looks_like_an_option_is_none(line: str) -> None:
    twice(line.split(), OPTIONS)


# The parser itself is the judge: it collects every value that it sees.

app = typer.Typer(add_completion=False)
seen: dict[str, list[str] | None] = {}


@app.callback()
def _root() -> None:
    """Stand for the program, which has commands."""


@app.command()
def compare(  # noqa: PLR0913
    *,
    offers: Annotated[list[str] | None, typer.Argument()] = None,
    salary: Annotated[list[str] | None, typer.Option("--salary", "-s")] = None,
    output: Annotated[list[str] | None, typer.Option("--output", "-o")] = None,
    form: Annotated[list[str] | None, typer.Option("--format", "-f")] = None,
    start: Annotated[list[str] | None, typer.Option("--from")] = None,
    inflation: Annotated[list[str] | None, typer.Option("--inflation", "-i")] = None,
    follows: Annotated[list[str] | None, typer.Option("--next")] = None,
    paid_now: Annotated[bool, typer.Option("--paid-now")] = False,
    working: Annotated[bool, typer.Option("--working", "-w")] = False,
) -> None:
    """Take every option as often as it comes."""
    seen.update({"--salary": salary, "--output": output, "--format": form, "--from": start})
    seen.update({"repeated": [*(offers or []), *(inflation or []), *(follows or [])]})
    seen.update({"flags": [str(paid_now), str(working)]})


VOCABULARY = (
    "--salary --salary=1 -s -s1 -ws -ws2 -is -i -i-s --inflation --inflation=-s -- - 1 wales -w --working"
    " -o -fo --format --from --next --paid-now -wwi"
)
WORDS = VOCABULARY.split()


@given(st.lists(st.sampled_from(WORDS), max_size=7), st.booleans())
@example(["--salary", "1"], True)  # noqa: FBT003
def test_the_parser_sees_the_same_options(words: list[str], dashes_first: bool) -> None:  # noqa: FBT001
    line = [*(["--"] if dashes_first else []), "compare", *words]
    try:
        typer.main.get_command(app).main(list(line), standalone_mode=False)
    except TyperException:
        assume(False)  # noqa: FBT003
    double = [name for name in ("--salary", "--output", "--format", "--from") if len(seen[name] or ()) > 1]
    if double:
        with pytest.raises(UsageProblem) as caught:
            twice(line, OPTIONS)
        assert str(caught.value).split()[0] in double
    else:
        twice(line, OPTIONS)


# Laws

PASTED = st.text(alphabet="-=a s\u2013\u2212\u00a0\u201c\u2019\u200bif1%,", max_size=6)
PIECES = st.one_of(st.sampled_from(WORDS), PASTED, st.text(max_size=12))


@given(st.lists(PIECES, max_size=6))
def test_every_line_is_mended_once_or_refused_in_one_sentence(words: list[str]) -> None:
    try:
        once = mended(words, OPTIONS)
        twice(once, OPTIONS)
    except UsageProblem as problem:
        message = str(problem)
        assert message.isprintable()
        assert len(message) < 200
        assert ": type " in message or ": give it once" in message
    else:
        assert mended(once, OPTIONS) == once


@given(st.sampled_from(DASHES), st.integers(1, 3), st.sampled_from(["salary", "inflation", "paid-now", "from"]))
def test_what_a_refusal_says_to_type_is_accepted(dash: str, count: int, name: str) -> None:
    remedy = said(["compare", dash * count + name]).rpartition("type ")[2]
    assert mended(["compare", remedy], OPTIONS) == ["compare", f"--{name}"]
