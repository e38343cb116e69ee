"""What a rep is told of a line that cannot be read: the mistakes that people who do not program make."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.remedies import CLASH, mend, plain_fact


def readable(line: str) -> bool:
    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return False
    return True


def fact(line: str, *, item: bool = False) -> str:
    assert mend(line, readable) == []
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(f"_ = [\n{line}\n]" if item else line + "\n")
    return plain_fact(line, str(caught.value), item=item)


@pytest.mark.parametrize(
    ("line", "found", "write", "how"),
    [
        # percentages
        ("percent = 5%", "5%", "5", "without the percent sign"),
        ("percent = 6.5 %   # 5% and 1.5%", "6.5 %", "6.5", "without the percent sign"),
        ("percent = +5%", "+5%", "+5", "without the percent sign"),
        ("uplift = [{ percent = 5% }]", "5%", "5", "without the percent sign"),
        ("percent = 5 per cent", "5 per cent", "5", "the number alone"),
        ("percent = 5 Percent", "5 Percent", "5", "the number alone"),
        ("percent = 5pc", "5pc", "5", "the number alone"),
        ("percent = 6,5", "6,5", "6.5", "or [6, 5] for a range"),
        ("uplift = [{ percent = 3,25 }]", "3,25", "3.25", "or [3, 25] for a range"),
        ("percent = 3-5", "3-5", "[3, 5]", "in brackets for a range"),
        ("percent = 3% to 5%", "3% to 5%", "[3, 5]", "in brackets for a range"),
        ("percent = 3.5 \u2013 5", "3.5 \u2013 5", "[3.5, 5]", "in brackets for a range"),
        ("percent = \u22121", "\u2212", "-", "with a plain minus"),
        # sums
        ("flat = £1,000", "£1,000", "1000", "without the pound sign or commas"),
        ("flat = £ 1,000.50", "£ 1,000.50", "1000.50", "without the pound sign or commas"),
        ("flat = GBP 1750", "GBP 1750", "1750", "without the pound sign or commas"),
        ("pay = [£650]", "£650", "650", "without the pound sign or commas"),
        ("flat = 1,750", "1,750", "1750", "without commas or spaces"),
        ("flat = 1,234,567.89", "1,234,567.89", "1234567.89", "without commas or spaces"),
        ("flat = 1 750", "1 750", "1750", "without commas or spaces"),
        ("flat = 40k", "40k", "40000", "in full"),
        ("flat = £1.25 K", "£1.25 K", "1250", "in full"),
        ("percent = 05", "05", "5", "without the nought in front"),
        ("percent = .5", ".5", "0.5", "with a nought before the point"),
        ("percent = 5.", "5.", "5", "without the point"),
        # days
        ("start = 1/9/2022", "1/9/2022", "2022-09-01", "as year, month and day"),
        ("start = 01.09.2022", "01.09.2022", "2022-09-01", "as year, month and day"),
        ("start = 2022-9-1", "2022-9-1", "2022-09-01", "as year, month and day"),
        ("start = 2022/09/01", "2022/09/01", "2022-09-01", "as year, month and day"),
        ("start = 1 September 2022", "1 September 2022", "2022-09-01", "as year, month and day"),
        ("start = 1-Sep-2022", "1-Sep-2022", "2022-09-01", "as year, month and day"),
        ("start = 1st of Sept. 2022", "1st of Sept. 2022", "2022-09-01", "as year, month and day"),
        ("start = Wednesday 31 May 2023", "Wednesday 31 May 2023", "2023-05-31", "as year, month and day"),
        ("start = december 3rd, 2022", "december 3rd, 2022", "2022-12-03", "as year, month and day"),
        # text
        ('name = "Wales', '"Wales', '"Wales"', "with a quote at both ends"),
        ("name = 'Wales", "'Wales", '"Wales"', "with a quote at both ends"),
        ('name = Wales"', 'Wales"', '"Wales"', "with a quote at both ends"),
        ('headline = ["8%]', '"8%', '"8%"', "with a quote at both ends"),
        ("name = \u201cWales\u201d", "\u201cWales\u201d", '"Wales"', "with straight quotes"),
        ("name = \u2018Wales\u2019", "\u2018Wales\u2019", '"Wales"', "with straight quotes"),
        ('name = "Wales\u201d', '"Wales\u201d', '"Wales"', "with straight quotes"),
        ("name = Wales", "Wales", '"Wales"', "in quotes"),
        ("name = Hello, world   # why", "Hello, world", '"Hello, world"', "in quotes"),
        ("employer = King's College", "King's College", '"King\'s College"', "in quotes"),
        ("scales = [wal-teacher]", "wal-teacher", '"wal-teacher"', "in quotes"),
        ("employer = 'King's College'", "'King's College'", '"King\'s College"', "with double quotes"),
        ('note = "the "big" one"', '"the "big" one"', "\"the 'big' one\"", "with single quotes inside"),
        ('note = "C:\\offers"', '"C:\\offers"', '"C:/offers"', "with / for \\"),
        ("in_payment = yes", "yes", "true", "in small letters"),
        ("in_payment = False", "False", "false", "in small letters"),
        # names
        ("effective 2022-09-01", "effective", "effective =", "with = between name and value"),
        ("effective: 2022-09-01", "effective:", "effective =", "with = between name and value"),
        ("uplift = [{ percent: 5 }]", "percent:", "percent =", "with = between name and value"),
        ("uplift = [{ percent 5 }]", "percent", "percent =", "with = between name and value"),
        ('"7" : 5', '"7" :', '"7" =', "with = between name and value"),
        ("in payment = true", "in payment", "in_payment", "with _ for a space"),
        ("percent = { 20+ = 5 }", "20+", '"20+"', "in quotes"),
        ("percent = { M2 = 8, 7 entry = 5 }", "7 entry", '"7 entry"', "in quotes"),
        # headings
        ("[[award]", "[[award]", "[[award]]", "with the same brackets on both sides and no spaces"),
        ("award]]   # 2022", "award]]", "[[award]]", "with the same brackets on both sides and no spaces"),
        ("[[[award]]]", "[[[award]]]", "[[award]]", "with the same brackets on both sides and no spaces"),
        ("[award", "[award", "[award]", "with the same brackets on both sides and no spaces"),
        ("[[lump sum]]", "[[lump sum]]", "[[lump_sum]]", "with the same brackets on both sides and no spaces"),
        # commas and remarks
        ("uplift = [{ percent = 5, }]", ", }", "}", "without the last comma"),
        ("uplift = [{ percent = 5 of = 'x' }]", "of", ", of", "with a comma before it"),
        ("headline = ['8%' \"9%\"]", '"9%"', ', "9%"', "with a comma before it"),
        ("covers = [2022-09-01 2023-08-31]", "2023-08-31", ", 2023-08-31", "with a comma before it"),
        ("// from the letter", "// from the letter", "# from the letter", "with # before a remark"),
        ("percent = 5 -- why", "-- why", "# why", "with # before a remark"),
        ("name\u00a0= 'Wales'", "an invisible character", "a plain space", "typed anew"),
    ],
)
def test_remedy(line: str, found: str, write: str, how: str) -> None:
    assert mend(line, readable) == [f"{found} cannot be read here: write {write}, {how}"]


@pytest.mark.parametrize("line", ["flat = 5,", "flat = 5;   # pounds"])
def test_a_sign_at_the_end_is_left_out(line: str) -> None:
    assert mend(line, readable) == [f"{line[8]} cannot be read here: leave out the sign at the end"]


def test_each_mistake_of_a_line_is_told_once() -> None:
    assert mend("effective: [5%, 1/9/2022, 5%],", readable) == [
        "effective: cannot be read here: write effective =, with = between name and value",
        "1/9/2022 cannot be read here: write 2022-09-01, as year, month and day",
        "5% cannot be read here: write 5, without the percent sign",
        ", cannot be read here: leave out the sign at the end",
    ]


def test_what_could_be_read_is_no_mistake() -> None:
    """The \\U of the first text would be rewritten too, but the line can be read with it."""
    line = 'a = { b = "\\U0001F600", c = x }'
    assert mend(line, readable) == ['x cannot be read here: write "x", in quotes']


def test_a_long_mistake_is_shown_by_its_beginning() -> None:
    words = "offer " * 15
    start = words[:57]
    assert mend(f"name = {words}", readable) == [f'{start}... cannot be read here: write "{start[:56]}..., in quotes']


@pytest.mark.parametrize(
    "line",
    [
        "a = 1",
        "percent = 5 and more",
        "start = 31 February 2022",
        "start = 9/25/2022",
        "start = from September 2022",
        "flat = 40,00,0",
        "flat = 1750 pounds",
        "start = 2022-09",
        "[[award]] effective = 2022-09-01",
        "name = 5%" + " " * 500,
    ],
)
def test_no_remedy_where_the_line_does_not_show_one(line: str) -> None:
    assert mend(line, readable) == []


NO_DAY = "this day cannot be read, or there is none such: write it as 2022-09-01"
HEADING = "this heading cannot be read: write it as [name] or [[name]], alone on its line"
NEITHER = "this is neither a heading nor name = value: begin a remark with #"
QUOTE = 'a quote is missing: text stands between two "'
NOTHING = "nothing stands after =: write a value, or delete the name"
ANYTHING = "this cannot be read: write name = value, with text in quotes, 5 for 5% and a date as 2022-09-01"


def outside(mark: str) -> str:
    return f"{mark} cannot be read outside quotes: put text in quotes, or write a number without it"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("start = 2023-02-30", NO_DAY),
        ("start = 31 February 2022", NO_DAY),
        ("start = 9/25/2022", NO_DAY),
        ("start = 1/9/22", NO_DAY),
        ("start = September 2022", NO_DAY),
        ("start = 2022-09", NO_DAY),
        ("[[award]] effective = 2022-09-01", HEADING),
        ("This is the offer", NEITHER),
        ("effective", NEITHER),
        ('name = "Wales # 2023', QUOTE),
        ("name = ['it's']", 'an apostrophe ends this text: write " before and after it'),
        ("paid =", NOTHING),
        ("uplift = [{ percent = }]", NOTHING),
        ("paid =   # why", NOTHING),
        ("flat = £1,000 a year", outside("£")),
        ("headline = 8% over two years", outside("%")),
        ("a = 5 \u2013 why", outside("\u2013")),
        ("uplift = [{ percent = 5 ]", "a { is not closed: write the } on the same line"),
        ("a = 1 b = 2", "only one name = value may stand on a line: write the next on its own"),
        ("a = { b = 1, b = 2 }", CLASH),
        ("a = { b = 1, b.c = 2 }", CLASH),
        ('a = "\x01"', "an invisible character (U+0001) cannot be read here: type the line anew"),
        ("a = 5 [\u200b]", "an invisible character (U+200B) cannot be read here: type the line anew"),
        ("a = '' \"\\q\" ''", "a \\ cannot be read here: write / for it"),
        ("flat = 1750 pounds", ANYTHING),
        ("a = " + "5 " * 300, ANYTHING),
    ],
)
def test_plain_fact(line: str, expected: str) -> None:
    assert fact(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[5 6 pounds],", ANYTHING),
        ("{ percent = },", NOTHING),
        ("5 pounds,", ANYTHING),
        ("{", "a { is not closed: write the } on the same line"),
    ],
)
def test_an_item_of_a_list_is_not_told_to_be_a_heading(line: str, expected: str) -> None:
    assert fact(line, item=True) == expected


SCRAPS = [
    "=",
    " ",
    ",",
    "#",
    '"',
    "'",
    "[",
    "{",
    "}",
    "]",
    ":",
    "-",
    "/",
    ".",
    "%",
    "£",
    "k",
    "\\",
    "\u201c",
    "5",
    "31",
]
WORDS = [
    "a",
    "GBP",
    "Sept",
    "May",
    "2022",
    "1,000",
    "0",
    "per cent",
    "to",
    "yes",
    "\u00a0",
    "\u0664",
    "b_c",
    "+",
    "1e5",
]


@given(st.lists(st.sampled_from(SCRAPS + WORDS), max_size=25).map("".join), st.booleans())
def test_whatever_stands_on_a_line_is_told_in_sentences(line: str, item: bool) -> None:  # noqa: FBT001
    sentences = [*mend(line, readable), plain_fact(line, "", item=item)]
    assert all(sentence.strip() and "\n" not in sentence for sentence in sentences)
