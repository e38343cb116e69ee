"""``payoffer read``: what is drafted from letters, and what is said where nothing can be."""

import json
import re
from pathlib import Path

import pytest

from payoffer.library import load
from tests.conftest import Run
from tests.reading.files import docx, pdf

LETTER = """Dear colleague

The council has offered all drivers a rise of 5% from 1 April 2024, and a one-off payment of £500 in May 2024.
Your union asked for 9%. The Retail Prices Index was 4.3% in March.
"""
ARTICLE = (
    "In Wales teachers were offered a rise of 6.5% this year. In Scotland the offer is 6%. England has had no offer."
)
NOTHING = "Inflation is 9%. The union demands 12%."


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_the_offer_with_its_words_and_what_was_left_out(run: Run, letter: Path) -> None:
    answer = run("read", letter.name)
    assert answer.code == 0
    assert answer.err == ""
    assert answer.out == (
        "The council to drivers: offered\n\n"
        "     Kind          Value    From\n"
        "---  ------------  -------  ----------\n"
        "(1)  consolidated  5%       1 Apr 2024\n"
        "(2)  one-off       £500     1 May 2024\n\n"
        '(1) "offered all drivers a rise of 5% from 1 April 2024"\n'
        "    The sentence says that it is offered, won or agreed.\n"
        '(2) "a one-off payment of £500 in May 2024"\n'
        "    A payment made once.\n\n"
        "Also seen, not taken (--take 1 puts a figure back):\n"
        "  1. 9%: claim, what was claimed, not what is offered\n"
        "  2. 4.3%: inflation, a rise in prices\n\n"
        "A draft to check: hold each figure against its words.\n\n"
        "Again: payoffer read letter.txt\n"
        "payoffer 0.1.0; read: letter.txt\n"
    )


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_no_line_is_wider_than_the_screen(run: Run, letter: Path, columns: int, encoding: str) -> None:
    letter.write_text(
        LETTER + ARTICLE + "\n\nStaff at Tŷ'r Cymry are offered £1,000 or 3%, whichever is greater.\n", "utf-8"
    )
    answer = run("read", letter.name, columns=columns, encoding=encoding)
    assert answer.code == 0
    assert max(map(len, answer.out.splitlines())) <= columns
    assert ("£" in answer.out) is (encoding != "ascii")


def test_on_a_narrow_screen_a_term_is_a_line(run: Run, letter: Path) -> None:
    answer = run("read", letter.name, columns=40)
    assert "(1) 5% consolidated, from 1 Apr 2024\n" in answer.out


def test_floors_ranges_and_people_stand_in_the_table(run: Run, letter: Path) -> None:
    letter.write_text(
        "Staff are offered a rise of £1,000 or 3%, whichever is greater, from 1 May 2024. Managers are offered a rise "
        "of 2% to 4%, and pay awards of up to 1%. Engineers get a rise of at least 2.5% for bands 3 to 5. In addition "
        "to the 5% already paid, backdated to May 2023.",
        "utf-8",
    )
    out = run("read", letter.name, columns=200).out
    assert re.search(r"3%\s+£1,000\s+1 May 2024", out)
    assert "2% to 4%" in out
    assert "up to 1%" in out
    assert re.search(r"at least 2.5%.*bands 3 to 5", out)
    assert "already in payment" in out


def test_two_nations_and_one_without_an_offer(run: Run, letter: Path) -> None:
    letter.write_text(ARTICLE, "utf-8")
    out = run("read", letter.name).out
    assert "England: no offer." in out
    assert "1. An employer that is not named to teachers (Wales): " in out
    assert "2. An employer that is not named (Scotland): " in out or "2. An employer that is not named to" in out


def test_no_offer_is_an_answer(run: Run, letter: Path) -> None:
    letter.write_text(NOTHING, "utf-8")
    answer = run("read", letter.name)
    assert answer.code == 0
    assert answer.out.startswith("No offer in this text.\n\nAlso seen")
    assert "A draft to check" not in answer.out
    letter.write_text("Nothing at all.", "utf-8")
    assert run("read", letter.name).out.startswith("No offer in this text.\n\n")


def test_an_earlier_offer_says_so(run: Run, letter: Path) -> None:
    letter.write_text("Members rejected the new offer of 5% on pay. It replaced the initial offer of 3%.", "utf-8")
    assert "an earlier offer, since replaced" in run("read", letter.name).out


def test_json(run: Run, letter: Path) -> None:
    told = json.loads(run("read", letter.name, "--format", "json").out)
    assert list(told) == ["schema_version", "command", "version", "files", "offers", "left_out", "no_offer"]
    (offer,) = told["offers"]
    assert {key: offer[key] for key in ("who", "to_whom", "nation", "status", "current")} == {
        "who": "The council",
        "to_whom": "drivers",
        "nation": None,
        "status": "offered",
        "current": True,
    }
    assert {key: offer["terms"][1][key] for key in ("kind", "value", "effective", "in_payment", "quote")} == {
        "kind": "lump_sum",
        "value": "£500",
        "effective": "2024-05-01",
        "in_payment": False,
        "quote": "a one-off payment of £500 in May 2024",
    }
    for term in offer["terms"]:
        assert LETTER[term["start"] : term["end"]] == term["quote"]
    assert [(one["n"], one["text"], one["type"]) for one in told["left_out"]] == [
        (1, "9%", "claim"),
        (2, "4.3%", "inflation"),
    ]


def test_figures_put_back(run: Run, letter: Path) -> None:
    out = run("read", letter.name, "--take", "2").out
    assert "You put it back with --take." in out
    assert "  1. 9%" in out
    assert "  2. " not in out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--take", "x"), "--take x is not a list of numbers: write those of the figures, such as 3,5"),
        (("--take", "0"), "--take 0 is not a list of numbers"),
        (("--take", "9"), "--take names 9, but 2 figures were left out: write 1 to 2"),
        (("--published", "May"), "--published May is not a day: write it as 2023-02-08"),
        (("--format", "csv"), "--format csv is not known: write one of table, json, toml"),
        (("letter.txt",), "letter.txt is named twice: name each file once"),
    ],
)
def test_what_is_typed_wrong(run: Run, letter: Path, words: tuple[str, ...], why: str) -> None:
    answer = run("read", letter.name, *words)
    assert answer.code == 2
    assert answer.out == ""
    assert why in answer.err
    assert answer.err.count("\n") == 1


def test_nothing_to_put_back(run: Run, letter: Path) -> None:
    letter.write_text("Nothing.", "utf-8")
    assert "but 0 figures were left out: leave --take out" in run("read", letter.name, "--take", "1").err


def test_the_day_of_the_text_settles_its_months(run: Run, letter: Path) -> None:
    letter.write_text("The council offered a rise of 5% backdated to September.", "utf-8")
    assert "1 Sep 2022, backdated" in run("read", letter.name, "--published", "2023-02-08").out


def test_standard_input(run: Run) -> None:
    assert "standard input" in run("read", "-", stdin=LETTER).out
    assert "£500" in run("read", stdin=LETTER).out


def test_paste_on_a_terminal(run: Run) -> None:
    answer = run("read", stdin=LETTER, terminal=True)
    assert answer.err.startswith("Paste the text of the letter")
    assert "press Enter, then Ctrl-D" in " ".join(answer.err.split())
    assert "Offer files: add --into drafts" in answer.err
    assert "read: what was pasted" in answer.out


def test_paste_on_windows_ends_otherwise(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert "Ctrl-Z and Enter" in " ".join(run("read", stdin=LETTER, terminal=True).err.split())


def test_a_line_that_the_terminal_cut_is_told(run: Run) -> None:
    line = "word " * 819  # 4,095 bytes, which is where a terminal of Linux cuts a line
    answer = run("read", stdin=f"{line}\n", terminal=True)
    assert (answer.code, answer.out) == (1, "")
    assert "its end may be lost: save the text in a file" in " ".join(answer.err.split())
    assert run("read", stdin=f"{line}\n").code == 0


def test_nothing_pasted(run: Run) -> None:
    answer = run("read", stdin=" \n", terminal=True)
    assert answer.code == 1
    assert "is empty" in answer.err


def test_several_files_are_numbered_through(run: Run, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text(NOTHING, "utf-8")
    out = run("read", letter.name, "other.md").out
    assert "== letter.txt" in out
    assert "== other.md" in out
    assert "  3. 9%: inflation" in out
    assert "read: letter.txt and other.md" in out
    told = json.loads(run("read", letter.name, "other.md", "--take", "4", "--format", "json").out)
    assert [(offer["file"], len(offer["terms"])) for offer in told["offers"]] == [("letter.txt", 2), ("other.md", 1)]
    assert [one["n"] for one in told["left_out"]] == [1, 2, 3]


def test_pdf_and_word(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(["The council has offered a rise of 5%."]))
    (tmp_path / "b.docx").write_bytes(docx("The council has offered a rise of 6%."))
    out = run("read", "a.pdf", "b.docx").out
    assert "5%" in out
    assert "6%" in out


def test_progress_is_told_on_a_terminal_and_taken_away(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(["The council has offered a rise of 5%."], ["More."]))
    err = run("read", "a.pdf", terminal=True).err
    assert "\ra.pdf: page 1 of 2" in err
    assert "\ra.pdf: page 2 of 2" in err
    assert err.split("page 2 of 2")[1].lstrip(" ").startswith("\r" + " " * 79 + "\r")
    assert run("read", "a.pdf").err == ""


def test_a_file_that_cannot_be_read_ends_in_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    answer = run("read", "scan.pdf")
    assert answer.code == 1
    assert answer.out == ""
    assert answer.err.startswith("error: scan.pdf holds no text, only pictures of its page")


def test_drafts_as_toml(run: Run, letter: Path) -> None:
    letter.write_text(ARTICLE, "utf-8")
    out = run("read", letter.name, "--format", "toml").out
    assert out.count("draft    = true") == 2
    assert run("read", "-", "--format", "toml", stdin=NOTHING).out == ""


def test_drafts_into_a_folder_are_written_checked_and_compared(run: Run, letter: Path, tmp_path: Path) -> None:
    answer = run("read", letter.name, "--into", "drafts", "--published", "2024-03-20")
    assert answer.code == 0
    assert answer.out.endswith(
        "Written: drafts/the-council-drivers.toml\n\nThen: payoffer compare drafts/the-council-drivers.toml\n"
    )
    path = tmp_path / "drafts" / "the-council-drivers.toml"
    assert run("check", str(path)).code == 0
    compared = run("compare", str(path))
    assert compared.code == 0
    assert "this is a draft made from a text and not yet checked" in " ".join(compared.out.split())
    shown = run("show", str(path))
    assert "A draft made from a text, not yet checked" in shown.out
    again = run("read", letter.name, "--into", "drafts")
    assert again.code == 1
    assert "is there already, and nothing was written" in again.err
    assert again.out == ""


def test_questions_that_a_draft_leaves_open_are_counted_and_said(run: Run, letter: Path) -> None:
    letter.write_text(ARTICLE, "utf-8")
    out = run("read", letter.name, "--into", "drafts").out
    assert re.search(r"wales-teachers.toml leaves \d questions? open.", out)
    assert "open: " in run("compare", "drafts/wales-teachers.toml").out
    assert "Who makes the offer?" in run("show", "drafts/wales-teachers.toml").out


def test_only_offers_that_stand_are_compared(run: Run, letter: Path) -> None:
    letter.write_text("Members rejected the new offer of 5% on pay. It replaced the initial offer of 3%.", "utf-8")
    out = run("read", letter.name, "--into", "drafts").out
    assert "-before.toml" in out
    assert "-before" not in out.split("Then: ")[1]


def test_nothing_is_written_where_nothing_is_offered(run: Run, letter: Path) -> None:
    letter.write_text(NOTHING, "utf-8")
    out = run("read", letter.name, "--into", "drafts").out
    assert "Written" not in out
    assert "Then" not in out


@pytest.mark.parametrize("into", ["letter.txt", "no/such", "x\0y"])
def test_a_folder_that_cannot_be_used(run: Run, letter: Path, into: str) -> None:
    answer = run("read", letter.name, "--into", into)
    assert answer.code == 1
    assert "cannot be used as a folder" in answer.err or "cannot be written" in answer.err


def test_an_additional_rise_shows_the_new_money_alone_until_it_is_answered(run: Run, letter: Path) -> None:
    letter.write_text("Management will now pay an additional 1.5% to all staff from 1 August 2024.", "utf-8")
    run("read", letter.name, "--into", "drafts")
    (path,) = Path("drafts").iterdir()
    assert load(str(path)).offer.adds_to_unstated()
    answer = run("compare", str(path), "--inflation", "4")
    assert answer.code == 0
    said = " ".join(answer.out.split())
    assert "additional to which award, already in payment?" in said
    assert "nothing is said in real terms until that award is in the file" in said
    assert "what basic pay buys" not in said
    assert "add --inflation" not in said
    answered = path.read_text("utf-8").replace('adds_to    = "unstated"\n', "")
    path.write_text(answered, "utf-8")
    assert "what basic pay buys" in run("compare", str(path), "--inflation", "4").out
