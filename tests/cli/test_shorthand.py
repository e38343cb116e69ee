"""An offer typed in short in place of a name: what is made of it, how it is shown back, and where it is wrong."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from payoffer.errors import ShorthandProblem
from payoffer.library import is_offer, load
from payoffer.report.read_as import read_as
from payoffer.shorthand.parser import read_shorthand
from tests.running import said as one_line

if TYPE_CHECKING:
    from tests.conftest import Run

FEBRUARY = ("5% + 1.5% + 1.5% one-off", "6%, 5.5%")


def document(run: "Run", *words: str) -> Any:  # noqa: ANN401
    """Return the JSON that ``compare`` answers."""
    answer = run("compare", *words, "-f", "json")
    assert (answer.code, answer.err) == (0, "")
    return json.loads(answer.out)


# What is answered


def test_the_offers_of_february_2023_in_short(run: "Run") -> None:
    # The figures of the method's first table: Wales 3,200 (of pay before) and 3,239 (after), Scotland 7,132.
    found = document(run, *FEBRUARY, "-i", "10.1", "-s", "40000")["offers"]
    wales = [reading["covered"]["extra_cash"] for reading in found[0]["readings"]]
    assert wales == [3200, 3239]
    [scotland] = found[1]["readings"]
    assert scotland["window"]["extra_cash"] == 7132
    assert scotland["window"]["shortfall"] == 5396.04


def test_what_the_document_says_of_it(run: "Run") -> None:
    found = document(run, "6%, 5.5%", "scotland")["offers"][0]
    assert (found["id"], found["name"], found["kind_of_file"]) == ("6%, 5.5%", "6%, 5.5%", "shorthand")
    assert found["file"] == '"6%, 5.5%" (typed)'
    assert (found["group"], found["anchor"], found["until"]) == ("teachers-scotland", "2022-04-01", "2024-03-31")


def test_it_is_shown_back_in_words(run: "Run") -> None:
    said = one_line(run, "compare", "Final offer: £500 + 3%, 5% + 1% + 2% on top min £900", "5%")
    assert (
        "Final offer: read as: £500 a year, then 3% of the pay with that in it, in the first year; 5% plus 1% of the "
        "pay on the day before, then 2% of the pay with that in it, with a rise of at least £900 a year, in the "
        "second year."
    ) in said
    said = one_line(run, "show", "1% one-off, 50p an hour on 37 hours")
    assert (
        "Read as: £0.50 an hour in the second year; a one-off of 1% of a pay that is not named, in the first year; "
        "sums by the hour on a full-time week of 37 hours."
    ) in said
    said = one_line(run, "show", "6% from April 2022 already paid, until July 2023")
    assert "Read as: 6% from 1 April 2022, already being paid; up to 31 July 2023." in said


def test_an_offer_without_days_takes_those_of_the_one_beside_it(run: "Run") -> None:
    said = one_line(run, "compare", "scotland", "6%, 5.5%")
    assert (
        "6%, 5.5%: no days are given: it is counted from 1 April 2022, as Scotland is, for the same people "
        "(teachers-scotland)."
    ) in said
    assert "6%, 5.5%: read as: 6% from 1 April 2022; 5.5% from 1 April 2023." in said
    alone = one_line(run, "compare", "6%, 5.5%")
    assert "6%, 5.5%: no dates are given: its years are counted from the start of the deal." in alone


def test_it_is_put_on_a_pay_point_of_the_same_people(run: "Run") -> None:
    # 42,336 at the top of the Scottish scale: x 1.06 = 44,876.16, to 44,877; x 1.055 = 47,345.24, to 47,346
    found = document(run, "scotland", "6%, 5.5%", "--point", "5")["offers"][1]["readings"][0]["own"]
    assert (found["rate_before"], found["rate_at_end"]) == (42336, 47346)


def test_an_index_is_that_of_the_month_in_which_the_rise_begins(run: "Run") -> None:
    said = one_line(run, "compare", "scotland", "RPI + 0.5%", "--index", "rpi@2022-04=3")
    assert (
        "RPI + 0.5%: Your figure for RPI of April 2022 is 3% (from the published index: 11.1%), 3 + 0.5 = 3.5%." in said
    )
    said = one_line(run, "compare", "RPI + 0.5%", "--index", "rpi=3")
    assert "RPI + 0.5%: Your figure for RPI is 3%, 3 + 0.5 = 3.5%." in said
    refused = run("compare", "RPI + 0.5%")
    assert refused.err == (
        "error: RPI + 0.5%: a rise follows RPI, which is not known here: give the published rate, such as --index "
        "rpi=4.1\n"
    )


def test_the_month_that_an_index_takes_is_said() -> None:
    begins = "April 2027 (the month in which it begins, as no other is said)"
    said = read_as(read_shorthand("RPI + 1% min 3% from 7 April 2027, CPI of February 2028 - 2%"))
    assert said == (
        f"the rise in RPI of {begins} plus 1 point, at least 3% from 7 April 2027; "
        "the rise in CPI of February 2028 less 2 points from 7 April 2028"
    )


def test_what_is_not_yet_counted_as_paid_is_said(run: "Run") -> None:
    said = one_line(run, "compare", "wales", "6%")
    assert (
        "list every award already paid in each file, as in_payment, or in shorthand with the words already paid."
        in said
    )
    said = one_line(run, "compare", "wales", "5% already paid + 1%")
    assert "list every award" not in said


def test_only_files_have_sources(run: "Run") -> None:
    assert "Sources" not in run("compare", "6%").out
    assert "Sources: payoffer show wales" in one_line(run, "compare", "6%", "wales")
    assert "names no source" not in run("show", "6%").out


def test_the_command_again_is_one_that_a_shell_takes(run: "Run") -> None:
    assert 'Again: payoffer compare "6%, 5.5%" wales' in run("compare", "6%, 5.5%", "wales").out
    assert 'Again: payoffer show "6%, 5.5%"' in run("show", "6%, 5.5%").out


def test_an_offer_that_can_be_said_in_short_shows_how(run: "Run") -> None:
    assert 'In short, to change and try: "7% on pay up to £80,000 from April 2022 +' in one_line(
        run, "show", "scotland-2023-03"
    )
    assert "In short" not in run("show", "wales").out
    assert "In short" not in run("show", "6%").out
    found = json.loads(run("show", "scotland", "-f", "json").out)
    assert any(detail.startswith("In short") for detail in found["details"])


# As a file, and checked


def test_as_a_file_it_is_the_same_offer(run: "Run", tmp_path: Path) -> None:
    answer = run("show", *FEBRUARY[:1], "--output", "mine.toml")
    assert (answer.code, answer.err) == (0, "")
    text = (tmp_path / "mine.toml").read_text(encoding="utf-8")
    assert text.startswith('# Written from "5% + 1.5% + 1.5% one-off" (typed).\n\nname = "5% + 1.5% + 1.5% one-off"\n')
    assert run("check", "mine.toml").code == 0
    typed, filed = (document(run, name)["offers"][0]["readings"] for name in (FEBRUARY[0], "mine.toml"))
    assert typed == filed


def test_it_can_be_checked(run: "Run") -> None:
    assert run("check", "6%, 5.5%").out == '"6%, 5.5%" (typed): right\n'
    answer = run("check", "6%,")
    assert (answer.code, answer.out) == (1, "6%,: not checked\n")
    assert answer.err.startswith("error: this offer cannot be read: it ends with a comma")


# Names and places


def test_offers_are_told_apart_by_name_and_by_position(run: "Run") -> None:
    by_name = document(run, "A: 6%", "B: 5%, 4%", "--next", "A=3")
    by_place = document(run, "A: 6%", "B: 5%, 4%", "--next", "1=3")
    assert by_name["offers"] == by_place["offers"]
    found = document(run, "6%, 5.5%", "7%", "--next", "2=3")["offers"][1]
    assert [year["rate_at_end"] for year in found["readings"][0]["window"]["years"]] == [42800, 44084]
    refused = run("compare", "6%, 5.5%", "7%", "--next", "x=3")
    assert refused.err == 'error: --next names "x", which is not among the offers here: name 1 or 7%\n'


def test_a_long_text_is_called_by_its_position(run: "Run") -> None:
    long = "5% + 1% + £500 one-off, then a further 3.25% from the second year"
    ids = [offer["id"] for offer in document(run, "6%", "5% for everyone and a £1,000 bonus")["offers"]]
    assert ids == ["6%", "offer 2"]
    assert run("compare", "wales", long.replace(" from the second year", "")).code == 0
    same = document(run, "A: 6%", "A: 5%", "a: 4%")["offers"]
    assert [offer["id"] for offer in same] == ["A", "A#2", "a#3"]


def test_the_same_text_twice_is_refused(run: "Run") -> None:
    assert "is the same offer as one named before it" in run("compare", "6%", "6%").err
    assert run("compare", "6%, 5%", "6% then 5%").code == 0


def test_a_file_goes_before_shorthand(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "6%.toml").write_text(
        'name = "Mine"\n[[award]]\nyear = 1\nuplift = [{ percent = 1 }]\n', encoding="utf-8"
    )
    assert document(run, "6%")["offers"][0]["name"] == "Mine"
    assert document(run, "6 %")["offers"][0]["name"] == "6 %"
    assert (
        run("compare", "3%/a.toml").err
        == "error: there is no file 3%/a.toml: check the name, or see what is here with payoffer list\n"
    )
    assert document(run, "50p/hour on 37 hours")["offers"][0]["kind_of_file"] == "shorthand"
    assert "there is no file C:\\offers\\mine" in run("compare", "C:\\offers\\mine").err


def test_nothing_between_the_quotes(run: "Run") -> None:
    said = 'error: nothing stands between the quotes: write an offer\'s name, or type one as in "6%, 5.5%"\n'
    assert [run("compare", typed).err for typed in ("", " ")] == [said, said]


def test_a_pound_sign_that_the_locale_does_not_know_is_one_in_the_answer_and_in_the_command(run: "Run") -> None:
    for lost in ("\udcc2\udca31,925, 4%", "\udca31,925, 4%"):
        assert 'Again: payoffer show "GBP 1,925, 4%"' in run("show", lost, encoding="ascii").out
        assert '\nname = "GBP 1,925, 4%"' in run("show", lost, "-f", "toml", encoding="ascii").out
        found = document(run, "wales", lost)
        assert found["command"] == 'payoffer compare wales "£1,925, 4%" -f json'
        assert found["offers"][1]["name"] == "£1,925, 4%"
    assert "GBP 1,925" in run("show", "GBP 1,925, 4%").out


def test_words_that_are_no_shorthand_get_a_near_miss_as_before(run: "Run") -> None:
    assert run("compare", "walse").err == 'error: there is no offer called "walse": did you mean wales?\n'
    assert run("compare", "final offer").code == 1


def test_a_text_without_its_command(run: "Run") -> None:
    assert is_offer("6%, 5.5%")
    said = 'error: "6%, 5.5%" is an offer, not a command: did you mean: payoffer compare "6%, 5.5%"\n'
    assert run("6%, 5.5%").err == said


# Where it is wrong


def lines(run: "Run", *words: str, encoding: str = "utf-8") -> list[str]:
    answer = run("compare", *words, encoding=encoding)
    assert (answer.code, answer.out) == (2, "")
    return answer.err.splitlines()


def test_a_caret_stands_under_the_place(run: "Run") -> None:
    assert lines(run, "6%, 5.5 %%") == [
        "error: this offer cannot be read: there is one % too many: write 5.5%",
        "  6%, 5.5 %%",
        "           ^",
    ]


def test_what_an_unquoted_list_becomes(run: "Run") -> None:
    said = 'it ends with a comma: put the whole offer in quotes, such as "6%, 5.5%", or leave that out'
    assert lines(run, "6%,", "5.5%") == [f"error: this offer cannot be read: {said}", "  6%,", "    ^"]
    assert lines(run, "6%", "+", "5.5%")[1:] == ["  +", "  ^"]


def test_what_a_batch_file_leaves(run: "Run") -> None:
    said = "6 has neither % nor £: write 6% if it is a percentage (in a batch file type %% for each %)"
    assert lines(run, "6, 5.5") == [f"error: this offer cannot be read: {said}", "  6, 5.5", "  ^"]


def test_the_caret_keeps_its_place_where_signs_are_degraded(run: "Run") -> None:
    assert lines(run, "£500, 5.5 %%", encoding="ascii")[1:] == ["  GBP 500, 5.5 %%", "                ^"]
    assert lines(run, "A\x1b\udcff: 5.5 %%")[1:] == ["  A  : 5.5 %%", "            ^"]


def test_of_a_long_text_the_part_about_the_place_is_shown(run: "Run") -> None:
    answer = lines(run, "5% + " * 50 + "5.5 %% + " + "1% + " * 50 + "1%")
    assert answer[2].index("^") == answer[1].index("%% +") + 1
    assert answer[1].startswith("  ...")
    assert answer[1].endswith("...")
    assert max(map(len, answer[1:])) <= 70
    start = lines(run, "5 %% + " + "1% + " * 50 + "1%")
    assert (start[1][:8], start[2]) == ("  5 %% +", "     ^")


def test_a_thousand_terms_are_refused_at_once(run: "Run") -> None:
    assert "too long for one line" in lines(run, "5% + " * 1000 + "5%")[0]


@pytest.mark.parametrize("text", ["6%,", "6 5.5", "10,1", "Final offer:", "abc%"])
def test_loading_says_the_same(text: str) -> None:
    with pytest.raises(ShorthandProblem):
        load(text)


def test_a_text_that_begins_with_a_minus_is_no_option(run: "Run") -> None:
    said = 'there is no option -2: for a cut in pay write the word, in quotes, as in "minus 2%"'
    answer = run("compare", "-2%, 5%")
    assert (answer.code, answer.out, answer.err) == (2, "", f"error: {said}\n")
    [found] = document(run, "minus 2%, 5%")["offers"]
    assert found["readings"][0]["own"]["rate_at_end"] == 41160  # 40,000 x 0.98 x 1.05


def test_curly_quotes_get_a_text_that_works(run: "Run") -> None:
    answer = run("compare", "\u201c6%, 5.5%\u201d")
    assert answer.code == 2
    assert 'type straight ones, such as "6%, 5.5%", around it' in answer.err
