"""A user's file of pay points: what spreadsheets write is taken, every mistake is told at once with its line."""

from decimal import Decimal
from fractions import Fraction

import pytest

from payoffer.errors import ScaleFileError
from payoffer.scale_file import Hours, read_scale

NO_WEEK = Hours(None, Decimal("52.143"))


def mistakes(text: str, hours: Hours = NO_WEEK) -> list[str]:
    with pytest.raises(ScaleFileError) as caught:
        read_scale(text, "f.csv", hours)
    return str(caught.value).split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "point,annual_gbp\nM1,25714\nLP min,27600.50\n",
        'Point , Annual GBP\r\n M1 ,"£25,714"\r\n\r\nLP  min," 27,600.50 "\r\n,,\r\n',
        "sep=;\nANNUAL-GBP;POINT;Notes\n£25,714;M1;first\n27600.50;LP min;\n",
        "point\tannual_gbp\nM1\t25 714\nLP min\tGBP 27600.50\n",
        "\n\npoint;annual_gbp\nM1;25.714k\nLP min;27600.50",
    ],
)
def test_what_a_spreadsheet_writes_is_taken(text: str) -> None:
    assert read_scale(text, "f.csv", NO_WEEK) == {"M1": Fraction(25714), "LP min": Fraction("27600.5")}
    assert list(read_scale(text, "f.csv", NO_WEEK)) == ["M1", "LP min"]


def test_pay_by_the_hour_goes_by_the_hours_of_its_line_else_of_the_week_given() -> None:
    """12.60 x 37 x 52.143 = 24,309.0666; 13.00 x 36 x 52.143 = 24,402.924."""
    text = "point,hourly_gbp,hours\n1,£12.60,37\n2,13,\n"
    points = read_scale(text, "f.csv", Hours(Decimal(36), Decimal("52.143")))
    assert points == {"1": Fraction("24309.0666"), "2": Fraction("24402.924")}
    both = "point,annual_gbp,hourly_gbp\n1,20000,\n2,,10\n"
    assert read_scale(both, "f.csv", Hours(Decimal(40), Decimal(52))) == {"1": 20000, "2": 20800}


def test_every_mistake_is_told_with_its_line() -> None:
    text = (
        'point,annual_gbp\nM1,25714\nm1,27600\n,30000\nM3,\nM4\nM5,abc\nM6,£25,714\nM7,1,x\nM8,12\nM9,"25,71"\nM10,-5\n'
    )
    assert mistakes(text) == [
        "f.csv, line 3: pay point m1 stands on line 2 already: keep one of the two",
        "f.csv, line 4: no pay point is named here: write its name, or leave the line out",
        "f.csv, line 5: no pay stands in annual_gbp: write it, or leave the line out",
        "f.csv, line 6: no pay stands in annual_gbp: write it, or leave the line out",
        "f.csv, line 7: annual_gbp: abc is not a plain number: write 25714 or £25,714",
        'f.csv, line 8: a sum is split at its own comma: put it in quotes, such as "25,714", or leave the comma out',
        "f.csv, line 9: more cells stand here than the first line names (2): leave out what is too much",
        "f.csv, line 10: annual_gbp: 12 is too little for a year: write all of it, or call the column hourly_gbp",
        "f.csv, line 11: annual_gbp: 25,71 could be 25.71 or 2571: write 25.71 or 2571",
        "f.csv, line 12: annual_gbp: -5 is not from 0 to 10 million pounds: write 25714 or £25,714",
    ]


def test_mistakes_of_pay_by_the_hour() -> None:
    text = "point,annual_gbp,hourly_gbp,hours\n1,20000,12,37\n2,,12,\n3,,12/hour,37\n4,,12,200\n5,,12,x\n6,,,\n"
    assert mistakes(text) == [
        "f.csv, line 2: annual_gbp and hourly_gbp are both given: keep the one that the publisher states",
        "f.csv, line 3: hourly_gbp needs the hours of the full-time week: add a column called hours, or --week 37",
        "f.csv, line 4: hourly_gbp: 12/hour is not a plain number: write 12.60 or £12.60",
        "f.csv, line 5: hours: 200 is not a number of hours in a week: write it as 37 or 35.5",
        "f.csv, line 6: hours: x is not a plain number: write it in digits, such as 40000 or 10.1",
        "f.csv, line 7: no pay stands in annual_gbp or hourly_gbp: write it, or leave the line out",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("M1,25714\n", "line 1: the first line names the columns: write point,annual_gbp on it"),
        ("points,anual_gbp\n", "the first line names the columns (did you mean point and annual_gbp?)"),
        ("point,anual_gbp\nM1,1\n", "line 1: no column has the pay: call it annual_gbp, not anual_gbp, or hourly_gbp"),
        (
            "point,note\nM1,1\n",
            "line 1: no column has the pay: call it annual_gbp, or hourly_gbp where it is by the hour",
        ),
        ("grade,annual_gbp\nM1,1\n", "line 1: no column is called point: name the one with the pay points so"),
        ("point,point,annual_gbp\nM1,1,1\n", "line 1: two columns are called point: keep one of them"),
        ("effective_date,point,annual_gbp\n", "line 1: effective_date: a file of pay points holds the pay of one day"),
        ("point,annual_gbp\n", "line 1: no pay points stand below this line: write one on each, such as M1,25714"),
        ("\n", "line 1: no pay points stand below this line"),
        ('point,annual_gbp\n"M1,25714\n', "line 2: a quotation mark is opened and not closed"),
        (f"point,annual_gbp\n{'x' * 41},25714\n", "is not the name of a pay point: write at most 40 plain characters"),
        ("point,annual_gbp\nM\x071,25714\n", "is not the name of a pay point"),
    ],
)
def test_what_is_wrong_with_the_whole_file(text: str, said: str) -> None:
    assert said in "\n".join(mistakes(text))


def test_a_file_of_another_kind_is_not_read_to_its_end() -> None:
    wrong = "point,annual_gbp\n" + "x,y\n" * 100
    assert len(mistakes(wrong)) == 51
    assert mistakes(wrong)[-1] == "f.csv: there may be more once these are mended"
    long = "point,annual_gbp\n" + "".join(f"{number},25714\n" for number in range(1002))
    assert mistakes(long) == ["f.csv, line 1002: more than 1000 pay points are no scale: name another file"]
