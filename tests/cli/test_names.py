"""An OFFER as it is typed: a path, a name in this folder, in one's own, bundled, in any case, or another name."""

import json
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from payoffer import __file__ as package

if TYPE_CHECKING:
    from tests.conftest import Run

BUNDLED = Path(package).with_name("data") / "offers"


def offer(path: Path, name: str, rise: int = 5, more: str = "") -> Path:
    """Write an offer of a rise in April 2023."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f'name = "{name}"\n{more}[[award]]\neffective = 2023-04-01\nuplift = [{{ percent = {rise} }}]\n'
    path.write_text(text, encoding="utf-8")
    return path


def document(run: "Run", *words: str) -> Any:  # noqa: ANN401
    """Return the JSON that ``compare`` answers."""
    answer = run("compare", *words, "-f", "json")
    assert (answer.code, answer.err) == (0, "")
    return json.loads(answer.out)


def files(run: "Run", *words: str) -> list[tuple[str, str]]:
    """Return the file and the kind of file of each offer compared."""
    return [(found["file"], found["kind_of_file"]) for found in document(run, *words)["offers"]]


def test_a_name_is_a_file_here_then_in_ones_own_folder_then_bundled(
    run: "Run", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert files(run, "wales") == [("wales.toml (bundled)", "bundled")]
    own = offer(tmp_path / "own" / "wales.toml", "Own")
    monkeypatch.setenv("PAYOFFER_OFFERS", str(tmp_path / "own"))
    assert files(run, "wales") == [(str(own), "own")]
    offer(tmp_path / "wales.toml", "Here")
    assert files(run, "wales") == [("wales.toml", "local")]


def test_the_users_own_folder_has_a_usual_place(run: "Run", nobody_home: Path) -> None:
    # Linux, macOS, Windows and where XDG_CONFIG_HOME is not set
    places = [".config/payoffer", "Library/Application Support/payoffer", "payoffer"]
    for place in places:
        offer(nobody_home / place / "offers" / "mine.toml", "Mine")
    [(file, kind)] = files(run, "mine")
    assert kind == "own"
    assert Path(file).is_relative_to(nobody_home)


def test_a_file_that_hides_a_bundled_offer_is_named(run: "Run", tmp_path: Path) -> None:
    offer(tmp_path / "Wales.toml", "Here")
    said = " ".join(run("compare", "wales").out.split())
    assert "Here: the file Wales.toml is used, not the bundled offer of that name." in said
    assert "is used, not the bundled" not in run("compare", "scotland").out
    assert "is used, not the bundled" not in run("compare", "./Wales.toml").out


@pytest.mark.parametrize("name", ["wales", "Wales", "WALES", "cymru", "Cymru", "wales-2023-02"])
def test_case_and_other_names_do_not_matter(run: "Run", name: str) -> None:
    assert files(run, name) == [("wales.toml (bundled)", "bundled")]


def test_a_file_that_cannot_be_read_is_passed_over_where_another_name_is_looked_for(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("name = ", encoding="utf-8")
    assert files(run, "cymru") == [("wales.toml (bundled)", "bundled")]


def test_another_name_of_an_offer_that_is_hidden_is_hidden_with_it(run: "Run", tmp_path: Path) -> None:
    offer(tmp_path / "wales.toml", "Here")
    said = 'error: there is no offer called "cymru": see what is here with payoffer list\n'
    assert run("compare", "cymru") == (1, "", said)


def test_paths(run: "Run", tmp_path: Path, nobody_home: Path) -> None:
    spaced = offer(tmp_path / "my offers" / "our council.toml", "Our council")
    here = str(Path("my offers") / "our council.toml")
    assert files(run, here) == [(here, "local")]
    assert files(run, str(spaced)) == [(str(spaced), "local")]
    plain = shutil.copy(spaced, tmp_path / "no-suffix")
    assert files(run, "no-suffix") == [("no-suffix", "local")]
    assert files(run, str(plain)) == [(str(plain), "local")]
    homely = offer(nobody_home / "homely.toml", "Homely")
    assert files(run, "~/homely.toml") == [(str(homely), "local")]


def test_the_command_at_the_end_makes_the_answer_again(run: "Run", tmp_path: Path) -> None:
    offer(tmp_path / "our council.toml", "Our council")
    words = ["our council.toml", "--next", "our council=3", "-s", "£40,000", "-i", "10.1, 4", "--week", "37"]
    out = run("compare", *words, columns=200).out
    again = next(line for line in out.splitlines() if line.startswith("Again: "))
    assert again == (
        'Again: payoffer compare "our council.toml" --next "our council=3" -s "£40,000" -i "10.1, 4" --week 37'
    )
    assert shlex.split(again)[3:] == words


@pytest.mark.parametrize("word", ['say "aye"', "$HOME", "a`b`", "back\\slash", "it's!"])
def test_what_a_shell_would_change_in_double_quotes_is_in_single_ones(word: str) -> None:
    from payoffer.cli.again import command_line  # noqa: PLC0415

    assert shlex.split(command_line(["payoffer", word])) == ["payoffer", word]


def test_two_files_of_one_name_are_told_apart(run: "Run", tmp_path: Path) -> None:
    one = offer(tmp_path / "a" / "pay.toml", "North", 4)
    two = offer(tmp_path / "b" / "Pay.toml", "South", 5)
    found = document(run, str(one), str(two), "--months", "24", "--next", "Pay#2=10")
    assert [found["id"] for found in found["offers"]] == ["pay", "Pay#2"]
    # North: 40,000 x 4% = 1,600 a year, 3,200 in two. South: 2,000, then 42,000 x 1.1 = 46,200: 2,000 + 6,200.
    cash = [read["window"]["extra_cash"] for found in found["offers"] for read in found["readings"]]
    assert cash == [3200, 8200]
    by_position = document(run, str(one), str(two), "--months", "24", "--next", "2=10")
    assert by_position["offers"] == found["offers"]


@pytest.mark.parametrize("name", ["2", "1"])
def test_an_id_goes_before_a_position_and_a_position_before_another_name(run: "Run", tmp_path: Path, name: str) -> None:
    offer(tmp_path / "2.toml", "First, of the id 2", 4)
    offer(tmp_path / "b.toml", "Second, also called 1", 5, 'also = ["1"]\n')
    found = document(run, "2.toml", "b", "--months", "24", "--next", f"{name}=10")
    cash = [read["window"]["extra_cash"] for found in found["offers"] for read in found["readings"]]
    # First: 1,600, then 41,600 x 1.1 = 45,760, so 5,760 more. Second, without another rise: 2 x 2,000.
    assert cash == [7360, 4000]


def test_eight_offers_are_enough(run: "Run", tmp_path: Path) -> None:
    names = [str(offer(tmp_path / f"offer-{number}.toml", f"No {number}", number)) for number in range(1, 10)]
    assert len(document(run, *names[:8])["offers"]) == 8
    nine = run("compare", *names)
    assert nine == (2, "", "error: 9 offers are too many to put side by side: name one to 8\n")


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("count", [1, 2, 3, 8])
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "utf-8"])
def test_no_line_is_wider_than_the_terminal(
    run: "Run", tmp_path: Path, columns: int, count: int, encoding: str
) -> None:
    welsh = offer(tmp_path / "cymry.toml", "Tŷ'r Cymry", 4, 'employer = "Cyngor Tŷ\u2019r Cymry"\n')
    rest = ["wales", "scotland", "wales-2023-03", "scotland-2023-03"]
    rest += [str(offer(tmp_path / f"{number}.toml", f"Council of the {number}th city", number)) for number in (3, 6, 7)]
    answer = run("compare", str(welsh), *rest[: count - 1], "-i", "10.1", columns=columns, encoding=encoding)
    assert (answer.code, answer.err) == (0, "")
    # A path has no room to break in, and is named whole.
    wide = [line for line in answer.out.splitlines() if len(line) > columns and str(tmp_path) not in line]
    assert wide == []
    shown = {"ascii": "Ty'r Cymry", "cp1252": "Ty'r Cymry", "cp850": "Ty'r Cymry", "utf-8": "Tŷ'r Cymry"}
    assert shown[encoding] in " ".join(answer.out.split())
    assert ("GBP 40,000" in answer.out.replace("\n", " ")) == (encoding == "ascii")
