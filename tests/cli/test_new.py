"""``payoffer new``: one question at a time to a whole file, back again, and away without a trace."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from payoffer.library import load
from payoffer.offer_file import read_offer

if TYPE_CHECKING:
    from tests.conftest import Answer, Run

WALES = [
    *("Our council", "", "Example Council", "wales", "council-x", "", "8 February 2023"),
    *("5% min £1,750", "1 Sept 2022", "y"),
    *("1.5%", "2022-09-01", "1", "", "31 March 2023"),
    "",
    *("1.5%", "", "2022-09-01 to 2023-08-31", "", "n"),
    "",
    *("", "8%", "https://example.org/offer"),
]
"""Answers to every question up to the last."""
FILE = """\
# Made with payoffer new. After a change: payoffer check our-council.toml

name     = "Our council"
employer = "Example Council"
nation   = "Wales"
group    = "council-x"
offered  = 2023-02-08
headline = ["8%"]

[[source]]
url = "https://example.org/offer"

# Rises, kept in basic pay. The terms of one run from left to right.
[[award]]
effective  = 2022-09-01
in_payment = true
uplift     = [{ percent = 5 }, { minimum_rise = 1750 }]

[[award]]
effective = 2022-09-01
paid      = 2023-03-31
uplift    = [{ percent = 1.5, of = "before" }]

# One-offs: paid once, and not in later pay.
[[lump_sum]]
pay      = [{ percent = 1.5 }]
# Of what, is not said, so each answer is shown. Known: before, in_payment, in_force or a day.
of       = "unstated"
covers   = [2022-09-01, 2023-08-31]
pro_rata = false
"""
SHORT = ["Mine", "", "", "", "", "", "", "5%", "2023-04-01", "", "", "", "", "", ""]
"""The answers for one rise of 5%."""


def new(run: "Run", answers: list[str], *words: str) -> "Answer":
    return run("new", *words, stdin="".join(f"{answer}\n" for answer in answers))


def said(answer: "Answer") -> str:
    """Return what stood on the screen, on one line."""
    return " ".join(answer.err.split())


def test_the_answers_make_the_file(run: "Run", tmp_path: Path) -> None:
    answer = new(run, [*WALES, "y"])
    assert answer.code == 0
    assert answer.out == "Written: our-council.toml\nWhat it is worth: payoffer compare our-council.toml\n"
    assert (tmp_path / "our-council.toml").read_text(encoding="utf-8") == FILE
    assert run("check", "our-council.toml").out == "our-council.toml: right\n"
    assert run("compare", "our-council").code == 0


def test_what_was_understood_is_said_back(run: "Run") -> None:
    screen = said(new(run, [*WALES, "y"]))
    for words in (
        "Name: Our council.",
        "Offered: 8 February 2023.",
        "A consolidated rise goes into basic pay and stays there",
        "5%, with a rise of at least £1,750 a year. Write",
        "5%, with a rise of at least £1,750 a year, from 1 September 2022, already being paid.",
        "1.5% of the pay on the day before, from 1 September 2022, back pay comes on 31 March 2023.",
        "A one-off (also called non-consolidated, a lump sum or a bonus) is paid once and is not in later pay",
        "1.5%, paid once.",
        "A one-off of 1.5% of a pay that is not named, for 1 September 2022 to 31 August 2023, the same to everyone",
        "Headline: 8%.",
        "Pay is then £42,600 a year: £2,600 (6.5%) more.",  # the summary: 40,000 x 5% + 40,000 x 1.5%
    ):
        assert words in screen


def test_every_line_fits_a_narrow_screen(run: "Run") -> None:
    answers = "".join(f"{answer}\n" for answer in [*WALES, "y"])
    answer = run("new", columns=40, stdin=answers, encoding="cp1252")
    assert max(map(len, answer.err.splitlines())) <= 40 + len("https://example.org/offer ")
    assert answer.code == 0


def test_b_goes_back_and_leaves_nothing_of_the_answer(run: "Run", tmp_path: Path) -> None:
    there = SHORT[:8]
    answers = [*there, "b", "6%", *SHORT[8:], "b", "letter of 8 May", "mine", "y"]
    assert new(run, answers).code == 0
    offer = read_offer((tmp_path / "mine.toml").read_text(encoding="utf-8"), "mine.toml")
    assert [str(award.uplift[0].percent) for award in offer.award] == ["6"]
    assert [source.title for source in offer.source] == ["letter of 8 May"]


def test_there_is_nothing_before_the_first_question(run: "Run") -> None:
    answer = run("new", stdin="b\nMine\n", terminal=True)
    assert "this is the first question: answer it, or leave with Ctrl-C" in said(answer)


def test_a_file_that_is_there_is_kept(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("mine", encoding="utf-8")
    assert new(run, [*SHORT, "y"], "mine") == (1, "", "error: mine.toml is there already: give another name\n")
    answer = run("new", stdin="".join(f"{line}\n" for line in [*SHORT, "y", "other", "y"]), terminal=True)
    assert answer.code == 0
    assert "mine.toml is there already: give another name" in said(answer)
    assert (tmp_path / "mine.toml").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "other.toml").is_file()


def test_a_name_is_taken_with_and_without_its_ending(run: "Run", tmp_path: Path) -> None:
    assert new(run, [*SHORT, "", "y"], "one.toml").code == 0  # Enter alone writes nothing
    assert new(run, [*SHORT, "y"], "two").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.toml", "two.toml"]


def test_an_offer_without_a_letter_in_its_name_has_a_file_too(run: "Run", tmp_path: Path) -> None:
    assert new(run, ["!", *SHORT[1:], "y"]).code == 0
    assert (tmp_path / "offer.toml").is_file()


def test_a_file_that_hides_a_bundled_offer_is_named_before_it_is_written(run: "Run", tmp_path: Path) -> None:
    hides = "wales.toml will be used in place of the bundled offer of that name: give another name to keep both."
    answer = new(run, [*SHORT, "our-wales", "y"], "wales")
    assert said(answer).count(hides) == 1
    assert said(answer).index(hides) < said(answer).index("Write this to wales.toml?")
    assert [path.name for path in tmp_path.iterdir()] == ["our-wales.toml"]
    (tmp_path / "elsewhere").mkdir()
    assert "in place of the bundled" not in said(new(run, [*SHORT, "y"], "elsewhere/wales"))


def test_no_leaves_without_a_file(run: "Run", tmp_path: Path) -> None:
    assert new(run, [*SHORT, "n"])[:2] == (0, "Nothing is written.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("count", range(len(SHORT) + 1))
def test_answers_that_end_too_early_write_nothing(run: "Run", tmp_path: Path, count: int) -> None:
    answer = new(run, SHORT[:count])
    assert (answer.code, answer.out) == (1, "")
    assert 'error: no answer came to "' in answer.err
    assert "nothing is written: begin again with payoffer new" in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("bad", ["6%, 5%", "nonsense", "6 5", "10,1"])
def test_a_bad_answer_from_a_pipe_ends_it(run: "Run", tmp_path: Path, bad: str) -> None:
    """What follows it was meant for other questions."""
    answer = new(run, [*SHORT[:7], bad, *SHORT[8:], "y"])
    assert (answer.code, answer.out) == (1, "")
    assert (
        'error: the answer to "What is the first consolidated rise?" is no good, so nothing is written:' in answer.err
    )
    assert list(tmp_path.iterdir()) == []


def test_a_copy_keeps_everything_on_enter(run: "Run", tmp_path: Path) -> None:
    questions = 16  # 7 facts, 2 rises, no more, 1 one-off, no more, last day, headline, source, the rest
    assert new(run, [*([""] * questions), "y"], "copy", "--from", "wales").code == 0
    text = (tmp_path / "copy.toml").read_text(encoding="utf-8")
    assert read_offer(text, "copy.toml") == load("wales").offer.model_copy(update={"also": ()})
    assert text.startswith("# Made with payoffer new as a copy of wales. After a change: payoffer check copy.toml\n")


def test_a_copy_can_be_changed(run: "Run", tmp_path: Path) -> None:
    facts = ["Our claim", "claim", "-", "", "", "", ""]
    rises = ["", "n", "10% from 1 Sept 2022", "2", "", "", ""]
    rest = ["n", "", "", "-", "", "n"]
    assert new(run, [*facts, *rises, *rest, "y"], "claim", "--from", "wales").code == 0
    offer = read_offer((tmp_path / "claim.toml").read_text(encoding="utf-8"), "claim.toml")
    assert (offer.name, offer.kind, offer.employer, offer.nation) == ("Our claim", "claim", None, "Wales")
    assert [str(award.uplift[0].percent) for award in offer.award] == ["5", "10"]
    assert [award.uplift[0].of for award in offer.award] == [None, None]
    assert (offer.lump_sum, offer.headline, offer.scales, offer.source, offer.proposed) == ((), (), (), (), ())


def test_a_copy_of_what_is_not_there(run: "Run") -> None:
    answer = run("new", "--from", "walse")
    assert answer == (1, "", 'error: there is no offer called "walse": did you mean wales?\n')


def test_a_rise_that_waits_for_an_index_is_told_without_worked_numbers(run: "Run", tmp_path: Path) -> None:
    answer = new(run, [*SHORT[:7], "RPI + 0.5% from April 2023", *SHORT[9:], "y"])
    assert "No worked numbers: a rise follows RPI of April 2023, which is not known here" in said(answer)
    assert (tmp_path / "mine.toml").is_file()


def test_text_from_an_older_console(run: "Run", tmp_path: Path) -> None:
    answers = ["Caffè", *SHORT[1:7], "£1,925", *SHORT[8:], "y"]
    answer = run("new", "one", stdin="".join(f"{line}\n" for line in answers), encoding="cp1252")
    assert answer.code == 0
    offer = read_offer((tmp_path / "one.toml").read_text(encoding="utf-8"), "one.toml")
    assert (offer.name, str(offer.award[0].uplift[0].flat)) == ("Caffè", "1925")


def test_leaving_with_ctrl_c(run: "Run", monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def leave(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("payoffer.cli.conversation.Terminal.hear", leave)
    answer = run("new", "mine")
    assert (answer.code, answer.out) == (130, "")
    assert answer.err.endswith("\nNothing is written.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_a_conversation_on_a_terminal_and_one_left_at_every_question(tmp_path: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    words = ["-m", "payoffer", "new", "mine"]

    def talk(answers: list[str]) -> object:
        child = pexpect.spawn(
            sys.executable, words, cwd=str(tmp_path), encoding="utf-8", timeout=60, dimensions=(24, 80)
        )
        for answer in answers:
            child.expect(r"(\?|\]) $")
            child.sendline(answer)
        child.expect(r"(\?|\]) $")
        return child

    for count in (0, 7, 9, len(SHORT)):
        child = talk(SHORT[:count])
        child.sendintr()  # type: ignore[attr-defined]
        child.expect("Nothing is written.")  # type: ignore[attr-defined]
        child.wait()  # type: ignore[attr-defined]
        assert child.exitstatus == 130  # type: ignore[attr-defined]
        assert list(tmp_path.iterdir()) == []
    child = talk([*SHORT[:7], "5.5 %%", *SHORT[7:]])
    child.sendline("y")  # type: ignore[attr-defined]
    child.expect("What it is worth: payoffer compare mine.toml")  # type: ignore[attr-defined]
    child.wait()  # type: ignore[attr-defined]
    assert child.exitstatus == 0  # type: ignore[attr-defined]
    assert read_offer((tmp_path / "mine.toml").read_text(encoding="utf-8"), "mine.toml").award
