"""Everything that can be wrong with what is typed, as one list: the words, the exit code, and all that is said.

Whatever is wrong ends in one line on stderr that holds the remedy; nothing is on stdout, and there is no traceback.
"""

import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Answer, Run

ANY_PAY = "write 40000, £40k, 2150/month, 540/week or 12.40/hour"
A_RATE = "write a percentage such as 10.1"
A_SERIES = (
    "write a rate such as 10.1, one of cpi, cpih, rpi, awe, or a FILE.csv with month,index; for several, give "
    "--inflation again for each"
)
MONTHS = "write a whole number from 1 to 120, such as 24, or 2 years"
A_SHARE = "write a share above 0 and up to 1, such as 0.6 or 60%"
HERE = "see what is here with payoffer list"
EITHER = "write a value for every offer, or one each such as wales=3.5,scotland=2"
TO_SUFFIX = "does not say which kind of file: end its name in .txt, .md, .csv, .json"
LOW_POINTS = "M1, M2, M3, M4, M5, UNQ1, UNQ2, UNQ3, LP max, UNQ4, UNQ5, UNQ6"
ENGLISH_POINTS = (
    "UNQ1, UNQ2, UNQ3, UNQ4, M1, UNQ5, M2, UNQ6, M3, M4, M5, M6, U1, U2, U3, LEAD min, LP min, LP max, LEAD max"
)
WELSH_POINTS = "UNQ1, UNQ2, UNQ3, UNQ4, UNQ5, M2, UNQ6, M3, M4, M5, M6, U1, U2, U3, LP min, LP max"

# Typed and not understood: exit code 2.
USAGE = {
    # --salary
    "compare wales -s nan": f"--salary: nan is not a plain number: {ANY_PAY}",
    "compare wales -s NaN": f"--salary: NaN is not a plain number: {ANY_PAY}",
    "compare wales -s inf": f"--salary: inf is not a plain number: {ANY_PAY}",
    "compare wales -s -infinity": f"--salary: -infinity is not a plain number: {ANY_PAY}",
    "compare wales -s 1e5": f"--salary: 1e5 is not a plain number: {ANY_PAY}",
    "compare wales -s -40000": f"--salary: -40000 is not from 0 to 10 million pounds: {ANY_PAY}",
    "compare wales -s 0": f"--salary: 0 is not above 0 and up to 10 million pounds a year: {ANY_PAY}",
    "compare wales -s 99999999": f"--salary: 99999999 is not from 0 to 10 million pounds: {ANY_PAY}",
    "compare wales -s ''": f"--salary: nothing is written there: {ANY_PAY}",
    "compare wales -s 10%": f"--salary: 10% is a percentage, not a sum of money: {ANY_PAY}",
    "compare wales -s 40,00,0": "--salary: 40,00,0 has a comma or a space out of place: write 40000 if that is meant",
    "compare wales -s 40.000": "--salary: 40.000 could be 40.00 or 40000: write 40.00 or 40000",
    "compare wales -s 12.40": "--salary: 12.40 is too little for a year: write 12,400, or 12.40/hour if it is a wage",
    "compare wales -s 12.40/hour": (
        "--salary: 12.40/hour is by the hour: add --week 37, with the hours of your full-time week"
    ),
    "compare wales -s 40000 --salary 41000": "--salary is given twice: give it once",
    "compare wales -s 40000 --point U3": "--salary and --point both say whose pay it is: give one of them",
    "compare wales --paid-now": (
        "--paid-now says that the salary is today's pay: add the salary, such as --salary 42000"
    ),
    # --point
    "compare wales --point ''": f"--point: nothing is written there: {EITHER}",
    "compare wales scotland --point wales=U3": "--point gives no pay point for scotland: add scotland=POINT",
    "compare wales --point wales=U3 --point 1=U3": "--point is given twice for wales: give it once",
    "compare wales --point U3 --point U3": ("--point is given twice for every offer: give it once, or as NAME=VALUE"),
    "compare wales --point france=M6": '--point names "france", which is not among the offers here: name wales',
    # --fte, --week
    "compare wales --fte 2": f"--fte: 2 is not a share of full time: {A_SHARE}",
    "compare wales --fte 0": f"--fte: 0 is not a share of full time: {A_SHARE}",
    "compare wales --fte -0.6": f"--fte: -0.6 is not a share of full time: {A_SHARE}",
    "compare wales --fte 60": "--fte: 60 is not a share of full time: write 0.6 or 60%",
    "compare wales --fte nan": f"--fte: nan is not a plain number: {A_SHARE}",
    "compare wales --fte 0.6 --fte 0.5": "--fte is given twice: give it once",
    "compare wales --week 0": "--week 0 is not a number of hours in a week: write it as 37 or 35.5",
    "compare wales --week 169": "--week 169 is not a number of hours in a week: write it as 37 or 35.5",
    # --inflation
    "compare wales -i -100": f"--inflation: -100 is not above -100 and up to 1000: {A_RATE}",
    "compare wales -i -250": f"--inflation: -250 is not above -100 and up to 1000: {A_RATE}",
    "compare wales -i nan": f"--inflation nan is neither a rate nor one series: {A_SERIES}",
    "compare wales -i cpi,rpi": f"--inflation cpi,rpi is neither a rate nor one series: {A_SERIES}",
    "compare wales -i cpi -i CPI": "--inflation cpi is given twice: give it once",
    "compare wales -i 10.1 --forecast 3": (
        "--forecast is about a price series, and --inflation gives rates: name a series such as --inflation cpi, or "
        "leave --forecast out"
    ),
    "compare wales --forecast 3": (
        "--forecast is about a price series, and none is asked for: name a series such as --inflation cpi, or leave "
        "--forecast out"
    ),
    "compare wales scotland --as-of 2023-02": (
        "--as-of is about a price series, and none is asked for: name a series such as --inflation cpi, or leave "
        "--as-of out"
    ),
    "compare indexed.toml --index rpi=4 --forecast 3": (
        "--forecast is about a price series, and none is asked for: name a series such as --inflation cpi, or leave "
        "--forecast out"
    ),
    "compare wales -i 3 --as-of 2023-02": (
        "--as-of is about a price series, and --inflation gives rates: name a series such as --inflation cpi, or leave "
        "--as-of out"
    ),
    "compare wales -i cpi --as-of soon": "--as-of: soon is not a month: write a month such as 2022-09 or Sep 2022",
    "compare wales -i cpi --prices after": "--prices after is not known: write before or during",
    "compare wales -i 3 --prices during": (
        "--prices during measures a series over the months of the deal: name one, such as --inflation cpi"
    ),
    "compare wales -i cpi --forecast 3 --forecast 2": "--forecast is given twice: give it once",
    "compare wales -i cpi --forecast cpi=3 --forecast cpi=2": "--forecast is given twice for cpi: give it once",
    "compare wales -i cpi --forecast ppi=3": "--forecast names ppi, which is no series here: write cpi=3,2",
    "compare wales -i £10": f"--inflation: £10 is money: {A_RATE}",
    "compare wales -i ''": "--inflation: nothing is written there: write 10.1 or a list such as 10.1,4,2",
    "compare wales -i 10,1": "--inflation: 10,1 could be 10.1 or 10 then 1: write 10.1, or 10%,1%",
    "compare wales -i 0.1": "--inflation: 0.1 would be 0.1%, not 10%: for 10% write 10, for 0.1% write 0.1%",
    # --index
    "compare indexed.toml --index 4": "--index 4 does not name the index: write it as rpi=4.1",
    "compare indexed.toml --index rpi=4 --index RPI=5": "--index is given twice for rpi: give it once",
    "compare indexed.toml --index cpi=4": '--index names "cpi", which no offer here follows: they follow rpi',
    "compare wales --index rpi=4": '--index names "rpi", which no offer here follows: leave --index out',
    # --next
    "compare wales --next scotland=3": '--next names "scotland", which is not among the offers here: name wales',
    "compare wales scotland --next 3=3": '--next names "3", which is not among the offers here: name wales or scotland',
    "compare wales --next 3,5": "--next: 3,5 could be 3.5 or 35: write 3.5 or 35",
    "compare wales --next nan": f"--next: nan is not a plain number: {A_RATE}",
    "compare wales --next wales=": f"--next: wales= does not give each offer one value: {EITHER}",
    "compare wales --next 3 --next 4": "--next is given twice for every offer: give it once, or as NAME=VALUE",
    "compare wales --next wales=3 --next cymru=4": "--next is given twice for wales: give it once",
    # --months, --align
    "compare wales --months 0": f"--months: 0 is not a number of months that can be counted: {MONTHS}",
    "compare wales --months 99999": f"--months: 99999 is not a number of months that can be counted: {MONTHS}",
    "compare wales --months 12.5": f"--months: 12.5 is not a number of months that can be counted: {MONTHS}",
    "compare wales --align left": (
        "--align left is not known: write years (each from its own start) or dates (all from one)"
    ),
    # --format, --output
    "compare wales -f pdf": "--format pdf is not known: write one of table, message, markdown, csv, json",
    "compare wales -f csv --working": "--working is text: leave --format csv out, or leave --working out",
    "compare wales -f json --monthly": "--monthly is text: leave --format json out, or leave --monthly out",
    "compare wales -o figures": f"--output figures {TO_SUFFIX}",
    "compare wales -o figures.pdf": f"--output figures.pdf {TO_SUFFIX}",
    "compare wales -f csv -o figures.json": (
        "--output figures.json is not the place for --format csv: leave one of the two out"
    ),
    "compare wales -f table -o figures.csv": (
        "--output figures.csv is not the place for --format table: leave one of the two out"
    ),
    "compare wales --force": "--force replaces a file: add --output FILE, or leave --force out",
    # Which offers
    "compare": (
        "nothing is named after payoffer compare: write for example payoffer compare wales scotland --inflation 10.1"
    ),
    "compare a b c d e f g h i j": "10 offers are too many to put side by side: name one to 8",
    "compare wales wales": "wales is the same offer as one named before it: name each offer once",
    "compare wales WALES": "WALES is the same offer as one named before it: name each offer once",
    "compare wales cymru": "cymru is the same offer as one named before it: name each offer once",
    "compare indexed.toml ./indexed.toml": (
        "./indexed.toml is the same offer as one named before it: name each offer once"
    ),
    "show": "nothing is named after payoffer show: write for example payoffer show wales",
    "show wales scotland": "payoffer show takes no more words: leave out scotland",
    # Options that are none
    "compare wales --inflatoin 10.1": "there is no option --inflatoin: did you mean --inflation?",
    "compare wales -z": "there is no option -z: payoffer compare --help shows what there is",
    "compare wales --salary": "--salary needs a value after it: payoffer compare --help shows which",
    "compare wales --working=yes": "--working takes no value: leave out what follows the =",
    "compare wales -inflation 10.1": "-inflation has one hyphen where two are needed: type --inflation",
    "compare wales -s=40000": '-s=40000 has an = after a single letter: type "-s 40000"',
    "--inflation 10.1 wales": (
        "--inflation comes after a command: write it as in payoffer compare wales scotland --inflation 10.1"
    ),
    "-i 10.1 wales": "-i comes after a command: write it as in payoffer compare wales scotland --inflation 10.1",
    "--versoin": "there is no option --versoin: did you mean --version?",
    "--nonsense": "there is no option --nonsense: payoffer --help shows what there is",
    "--version=1": "--version takes no value: leave out what follows the =",
    # What pasting spoils
    "compare wales \u2013inflation 10.1": "\u2013inflation has a long dash in it: type --inflation",
    "compare wales \u2014inflation=10.1": "\u2014inflation=10.1 has a long dash in it: type --inflation=10.1",
    "\u2013help": "\u2013help has a long dash in it: type --help",
    "compare “wales”": '“wales” has curly quotes: type straight ones, such as "6%, 5.5%", around it',
    "“compare” wales": '“compare” has curly quotes: type straight ones, such as "6%, 5.5%", around it',
    # Words that are no command
    "wales scotland": '"wales" is an offer, not a command: did you mean: payoffer compare wales scotland',
    "cymru": '"cymru" is an offer, not a command: did you mean: payoffer compare cymru',
    "'my offer.toml' wales": (
        '"my offer.toml" is an offer, not a command: did you mean: payoffer compare "my offer.toml" wales'
    ),
    "walse scotland": ('there is no command "walse", and no offer: did you mean: payoffer compare wales scotland'),
    "comprae wales": 'there is no command "comprae": did you mean: payoffer compare wales',
    "Compare wales -i 10.1": 'there is no command "Compare": did you mean: payoffer compare wales -i 10.1',
    "help": 'there is no command "help": payoffer --help shows them all',
}

# Understood, and not to be answered: exit code 1.
NO_ANSWER = {
    "compare walse": 'there is no offer called "walse": did you mean wales?',
    "compare france": f'there is no offer called "france": {HERE}',
    "compare ''": 'nothing stands between the quotes: write an offer\'s name, or type one as in "6%, 5.5%"',
    "compare no.toml": f"there is no file no.toml: check the name, or {HERE}",
    "compare 'C:\\offers\\mine.toml'": f"there is no file C:\\offers\\mine.toml: check the name, or {HERE}",
    "compare empty.toml": "empty.toml is empty: payoffer check --help shows the least that an offer file holds",
    "compare binary.toml": (
        "binary.toml is not a text file: save the offer as plain text (UTF-8), in the form payoffer check --help shows"
    ),
    "compare latin.toml": "latin.toml, line 1: this is not UTF-8 text: save the file as UTF-8",
    "compare huge.toml": "huge.toml is over 1 MiB: an offer file is a page of text, so this is another file",
    "compare england -s 30000": (
        f"England: on £30,000 the award of 1 September 2022 went by pay point ({LOW_POINTS}): "
        "name the point with --point instead of --salary"
    ),
    "compare england --point M9": (
        f'England: there is no pay point "M9": name one of {ENGLISH_POINTS} and its area, '
        "rest of England, inner London or London fringe"
    ),
    "compare england --point m6": (
        'England: "m6" could be M6 (rest of England) at £36,961 or M6 (inner London) at £42,624: name one, such as '
        '--point "M6 rest of England"'
    ),
    "compare wales --point M1": f'Wales: there is no pay point "M1": name one of {WELSH_POINTS}',
    "compare plain.toml --point M6": (
        "Plain: no pay scale before 1 April 2023 is known for this offer: add its points and "
        "their pay a year to the file, such as points = { M1 = 25714 }, or use --salary"
    ),
    "compare scaled.toml --point M1": (
        'Scaled: there is no bundled pay scale called "my-council": '
        "name one that payoffer list scales shows, or use --salary"
    ),
    "compare gap.toml --paid-now -s 20500": (
        "Gap: no pay before the awards already being paid makes £20,500.00 now: give the pay before them with --salary"
    ),
    "compare scotland --next proposed": (
        "Scotland: nothing has been proposed after this offer: give a rate, such as --next 3"
    ),
    "compare indexed.toml": (
        "Indexed: a rise follows RPI of February 2043, which is not known here (RPI here ends in July 2026): "
        "give the published rate, such as --index rpi=4.1, or in compare, points and needed a forecast, such as "
        "--forecast rpi=3"
    ),
    "compare wales -i cpi --as-of 1987-05": ("CPI: nothing here was published by May 1987: name a later month"),
    "compare wales -i cpi --forecast boo": (
        'there is no forecast called "boo": payoffer prices names those that are here'
    ),
    "compare wales -i rpi --forecast boe": (
        "boe has no forecast of RPI: it has awe, cpi: give a rate, such as --forecast 3"
    ),
    "compare wales -i cpi --as-of 2019-01 --forecast boe": (
        "boe has no forecast of CPI published by January 2019: name an earlier one, or a rate a year"
    ),
    "compare wales -i cpi --forecast boe-2023-02": (
        "boe-2023-02 says nothing of CPI in September 2026, the first month after its last figure: name another "
        "forecast, or a rate a year such as --forecast 3"
    ),
    "compare plain.toml -i there.csv": (
        "there.csv: its first row has to name the columns month,index once each, and names kept: write them there, "
        "with a comma between"
    ),
    "compare wales -o there.csv": ("there.csv is there already: give another name, or add --force to replace it"),
    "compare wales -o nowhere/figures.csv": (
        "nowhere/figures.csv cannot be written (No such file or directory): check the folder, or give another name"
    ),
    "compare wales -o folder.csv": "folder.csv is not a plain file: give the name of a file",
    "compare wales -o con.txt": "con.txt is a name that Windows cannot use: give the file another",
    "compare wales -o 2023:02.txt": "2023:02.txt is a name that Windows cannot use: give the file another",
}

ERRORS = [
    *((typed, 2, said) for typed, said in USAGE.items()),
    *((typed, 1, said) for typed, said in NO_ANSWER.items()),
]

PLAIN = 'name = "Plain"\n[[award]]\neffective = 2023-04-01\nuplift = [{ percent = 5 }]\n'


@pytest.fixture
def files(tmp_path: Path) -> None:
    """Put files in the folder the user stands in."""
    (tmp_path / "plain.toml").write_text(PLAIN, encoding="utf-8")
    indexed = PLAIN.replace("Plain", "Indexed").replace("percent = 5", 'index = "rpi", month = 2043-02-01')
    (tmp_path / "indexed.toml").write_text(indexed, encoding="utf-8")
    scaled = PLAIN.replace('"Plain"', '"Scaled"\nscales = ["my-council"]')
    (tmp_path / "scaled.toml").write_text(scaled, encoding="utf-8")
    gap = PLAIN.replace("Plain", "Gap").replace("percent = 5", "flat = 1000, pay_over = 20000")
    (tmp_path / "gap.toml").write_text(f"{gap}in_payment = true\n", encoding="utf-8")
    (tmp_path / "empty.toml").write_bytes(b"\n \n")
    (tmp_path / "binary.toml").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "latin.toml").write_bytes('name = "Tŷ"'.encode("cp1252", "replace") + b'"\xfd"')
    (tmp_path / "huge.toml").write_bytes(b"#" * (1024 * 1024 + 1))
    (tmp_path / "there.csv").write_bytes(b"kept")
    (tmp_path / "folder.csv").mkdir()


def refused(answer: "Answer", code: int) -> str:
    """Return what is said on the one line of stderr."""
    assert answer.out == ""
    lines = answer.err.splitlines()
    assert len(lines) == 1, answer.err
    assert lines[0].startswith("error: ")
    assert answer.code == code
    return lines[0].removeprefix("error: ")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(("typed", "code", "said"), ERRORS, ids=[typed for typed, _, _ in ERRORS])
def test_one_line_says_what_is_wrong_and_what_to_do(run: "Run", typed: str, code: int, said: str) -> None:
    assert refused(run(*shlex.split(typed)), code) == said


def test_every_command_and_option_that_an_error_names_is_there(run: "Run") -> None:
    commands = {"compare", "show", "points", "takehome", "list", "check", "prices"}
    there = " ".join(run(*command.split(), "--help").out for command in ("", *commands))
    for said in (*USAGE.values(), *NO_ANSWER.values()):
        remedy = said[said.index(": ") :]
        assert set(re.findall(r"payoffer ([a-z]+)", remedy)) <= commands, said
        assert all(option in there for option in re.findall(r"(?<!\S)--[a-z-]+", remedy)), said


@pytest.mark.usefixtures("files")
def test_nothing_is_replaced_by_a_refusal(run: "Run", tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    for typed, code, said in ERRORS:
        if " -o " in typed:
            assert refused(run(*shlex.split(typed)), code) == said
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "there.csv").read_bytes() == b"kept"


@pytest.mark.skipif(os.name == "nt", reason="the folders and devices of Unix")
@pytest.mark.parametrize("path", ["/dev/zero", "pipe.toml", "folder.toml"])
def test_a_device_and_a_folder_are_not_read(run: "Run", tmp_path: Path, path: str) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "folder.toml").mkdir()
    kind = "a folder" if path == "folder.toml" else "not a plain file"
    assert refused(run("compare", path), 1).startswith(f"{path} is {kind}: name an offer file")


# What comes from elsewhere and could spoil a terminal, or be more than one line


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["\x1b[31mred"], 2),
        (["wales\nscotland"], 2),
        (["compare", "wales\u2028error: scotland"], 2),
        (["compare", "\x1b]0;title\x07"], 1),
        (["compare", "wales\x0bscotland"], 1),
        (["compare", "\udcff"], 1),
        (["compare", "a\0b"], 1),
        (["compare", "a\0b.toml"], 1),
        (["compare", "wales", "-o", "a\0b.csv"], 1),
        (["compare", "wales", "-o", "a\nb.pdf"], 2),
        (["compare", "wales", "--\x1b[0m"], 2),
        (["compare", "wales", "--next", "\x07=3"], 2),
        (["compare", "~nobody-of-this-name/offer.toml"], 1),
        (["compare", "~\0/offer.toml"], 1),
        (["show", "wales", "a\nb"], 2),
    ],
)
def test_a_word_cannot_break_the_line(run: "Run", words: list[str], code: int) -> None:
    assert refused(run(*words), code).isprintable()


@pytest.mark.parametrize(
    "words",
    [
        ["x" * 5000],
        ["compare", "x" * 5000],
        ["compare", "wales", "--" + "x" * 5000],
        ["compare", "wales", "-s", "9" * 5000],
        ["compare", "wales", "-o", "x" * 5000 + ".csv"],
        ["compare", "wales", "-f", "x" * 5000],
        ["show", "wales", "x" * 5000],
    ],
)
def test_a_word_of_any_length_is_cut_in_what_is_said(run: "Run", words: list[str]) -> None:
    answer = run(*words)
    assert len(refused(answer, answer.code)) < 200


def test_an_offer_file_may_have_several_mistakes_one_a_line(run: "Run", tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(
        PLAIN.replace("2023-04-01", "2023-04-31").replace("= 5", "= x"), encoding="utf-8"
    )
    answer = run("compare", "bad.toml")
    assert (answer.code, answer.out) == (1, "")
    lines = answer.err.splitlines()
    assert len(lines) > 1
    assert all(line.startswith("error: bad.toml") for line in lines)


# What is typed in another way and is clear


@pytest.mark.parametrize(
    ("typed", "as_if"),
    [
        ("-s £40k", "-s 40000"),
        ("-s 40,000", "-s 40000"),
        ("-s '£ 40 000'", "-s 40000"),
        ("-s 3000/month", "-s 36000"),
        ("-i 10.1%", "-i 10.1"),
        ("--inflation '10.1 per cent'", "-i 10.1"),
        ("-i '10.1, 4'", "-i 10.1,4"),
        ("--fte 60%", "--fte 0.6"),
        ("--months '2 years'", "--months 24"),
        ("--next PROPOSED", "--next wales=proposed"),
        ("--next 1=3", "--next wales=3"),
        ("--next Cymru=3", "--next wales=3"),
        ("--align Dates", "--align dates"),
        ("--align years", ""),
    ],
)
def test_what_is_clear_is_taken(run: "Run", typed: str, as_if: str) -> None:
    answer, plain = (run("compare", "wales", *shlex.split(words), "-f", "csv") for words in (typed, as_if))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == plain.out
