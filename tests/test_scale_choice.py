"""Which scale an offer is put on, and what is refused with the remedy."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from payoffer.asked import Named
from payoffer.beside import beside
from payoffer.errors import FileProblem, PayofferError, UnknownName, UsageProblem
from payoffer.library import load
from payoffer.scale import OnScale
from payoffer.scale_choice import choose
from payoffer.shorthand.parser import read_shorthand
from tests.asking import award, offer, percent
from tests.scaling import on_points, save_scale

RISE = award("2025-04-01", percent(5))
POINTS = {"1": 20000, "2": 24000}
ROE, INNER = "eng-teacher-roe", "eng-teacher-inner"


def chosen(*offers: Named, week: Fraction | None = None, **named: str) -> list[OnScale]:
    return choose(offers, named, week)


def test_an_offer_of_one_scale_is_put_on_it() -> None:
    (one,) = chosen(load("scotland"))
    assert (one.scale.name, one.scale.file, one.foreign) == (
        "sct-teacher-main",
        "sct-teacher-main.csv (bundled)",
        False,
    )
    assert [day.isoformat() for day in one.scale.days[:2]] == ["2020-04-01", "2021-04-01"]


def test_an_offer_of_several_scales_asks_for_one() -> None:
    with pytest.raises(UsageProblem) as caught:
        chosen(load("england"))
    assert str(caught.value) == f"England belongs to several pay scales: add --scale {ROE} or --scale {INNER}"
    (one,) = chosen(load("england"), england=INNER.upper())
    assert (one.named.offer.scales, one.named.offer.points, one.foreign) == ((INNER,), {}, False)


def test_the_one_scale_that_all_offers_name_is_taken() -> None:
    inner = offer("inner", RISE, scales=[INNER])
    assert [one.scale.name for one in chosen(load("england"), inner)] == [INNER, INNER]
    assert [one.scale.name for one in chosen(load("england"), load("wales"), england=ROE)] == [ROE, "wal-teacher"]


def test_points_of_an_offers_own_stand_beside_its_one_scale_and_alone_where_it_has_none() -> None:
    (alone,) = chosen(on_points("a", POINTS, RISE))
    assert (alone.scale.name, alone.named.offer.points) == ("a.toml", {"1": Decimal(20000), "2": Decimal(24000)})
    (beside,) = chosen(on_points("a", POINTS, RISE, scales=["wal-teacher"]))
    assert (beside.scale.name, beside.named.offer.points) == ("wal-teacher", {"1": Decimal(20000), "2": Decimal(24000)})


def test_offers_with_the_same_points_stand_on_one_scale() -> None:
    one, other, third = chosen(
        on_points("a", POINTS, RISE), on_points("b", POINTS, RISE), on_points("c", {"1": 20000}, RISE)
    )
    assert one.scale == other.scale
    assert third.scale.name == "c.toml"


def test_an_offer_without_a_scale_says_how_one_is_named() -> None:
    with pytest.raises(UsageProblem, match="a names no pay scale: add --scale with the name of one"):
        chosen(offer("a", RISE))


def test_an_offer_without_a_scale_stands_on_that_of_the_same_people() -> None:
    one, other = chosen(offer("a", RISE, group="teachers-wales"), load("wales"))
    assert (one.scale, one.named.offer.scales, one.foreign) == (other.scale, ("wal-teacher",), False)
    with pytest.raises(UsageProblem, match="a names no pay scale"):
        chosen(offer("a", RISE, group="others"), load("wales"))


def test_a_scale_that_the_offer_does_not_name_is_foreign() -> None:
    (one,) = chosen(load("scotland"), scotland="wal-teacher")
    assert one.foreign


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("teacher", "did you mean eng-teacher-inner or eng-teacher-roe or"),
        ("wal-teachers", "did you mean wal-teacher"),
        ("zzz", "payoffer list scales shows them; a file ends in .csv"),
    ],
)
def test_a_scale_that_is_not_there_gets_near_misses(typed: str, hint: str) -> None:
    with pytest.raises(UnknownName, match="there is no pay scale called") as caught:
        chosen(load("wales"), wales=typed)
    assert hint in str(caught.value)


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    name = save_scale(tmp_path, "\ufeffpoint;annual_gbp\nA;£20,100\n")
    (one,) = chosen(load("wales"), wales=name)
    assert (one.scale.name, one.scale.days, one.foreign) == ("ours.csv", (), False)
    assert (one.named.offer.points, one.named.offer.scales) == ({"A": Decimal(20100)}, ())
    (tmp_path / "folder").mkdir()
    save_scale(tmp_path / "folder", "point,annual_gbp\nA,20100\n", "ours.txt")
    assert chosen(load("wales"), wales="folder/ours.txt")[0].scale.name == "ours.txt"
    (tmp_path / "plain").write_bytes(b"point,annual_gbp\r\nA,\xa320100\r\n")  # as a spreadsheet on Windows saves it
    assert chosen(load("wales"), wales="plain")[0].named.offer.points == {"A": Decimal(20100)}


def test_pay_by_the_hour_in_a_file_goes_by_the_week_given_else_by_that_of_the_offer(tmp_path: Path) -> None:
    """12 x 37 x 52.143 = 23,151.492; 12 x 35 x 52.143 = 21,900.06."""
    name = save_scale(tmp_path, "point,hourly_gbp\nA,12\n")
    timed = offer("a", RISE, week=37)
    assert chosen(timed, a=name)[0].named.offer.points == {"A": Decimal("23151.492")}
    assert chosen(timed, week=Fraction(35), a=name)[0].named.offer.points == {"A": Decimal("21900.06")}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nothere.csv", "there is no file nothere.csv"),
        ("~nobody-of-that-name/a.csv", "there is no file"),
        (".", "there is no pay scale called"),
        ("./", "is a folder: name a file of pay points"),
        ("a\0b", "there is no pay scale called"),
        ("x" * 5000, "there is no pay scale called"),
        ("empty.csv", "is empty: write point,annual_gbp on its first line"),
        ("mixed.csv", "mixed.csv, line 2: this is not UTF-8 text: save the file as UTF-8"),
        ("binary.csv", "is not a text file: save the sheet as CSV"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, typed: str, said: str) -> None:
    (tmp_path / "empty.csv").write_text(" \n")
    (tmp_path / "mixed.csv").write_bytes(b"point,annual_gbp\nM\x811,25714\n")  # 0x81 is no sign of cp1252 either
    (tmp_path / "binary.csv").write_bytes(b"PK\0\1")
    with pytest.raises(PayofferError) as caught:
        chosen(load("wales"), wales=typed)
    assert said in str(caught.value)
    assert isinstance(caught.value, FileProblem | UnknownName)


def test_what_is_typed_with_days_stands_on_the_scale_of_the_offer_whose_points_it_has() -> None:
    """Not on that of the first: the nearest is the Scottish one."""
    text = "5% from 2022-04-01"
    typed = Named(text, read_shorthand(text), text, "shorthand")
    _, other, same = chosen(*beside((load("wales"), load("scotland"), typed)))
    assert (same.scale, same.named.offer.scales) == (other.scale, ("sct-teacher-main",))
