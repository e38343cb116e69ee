"""Names to files: a path, the folder you stand in, your own folder, the bundled offers, and their other names."""

import os
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from payoffer.asked import Named
from payoffer.errors import FileProblem, OfferFileError, UnknownName
from payoffer.library import every_offer, is_offer, load, near_offers, points_before
from payoffer.shelf import BUNDLED, own_folder, read_text
from tests.asking import award, offer, percent

TEXT = """name = "{name}"
also = {also}

[[award]]
effective = 2025-04-01
uplift    = [{{ percent = 5 }}]
"""
ABOUT_ENGLAND = date(2022, 9, 1)


def write(path: Path, name: str = "Mine", also: str = '["nickname"]') -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(name=name, also=also), encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder of offers."""
    folder = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("PAYOFFER_OFFERS", str(folder))
    return folder


def found(name: str) -> tuple[str, str, str, str | None]:
    named = load(name)
    return named.id, named.offer.name, named.kind_of_file, named.hides


# Which file a name means.


@pytest.mark.parametrize("name", ["wales", "Wales", "WALES"])
def test_a_bundled_offer_by_its_name_in_any_case(name: str) -> None:
    assert found(name) == ("wales", "Wales", "bundled", None)
    assert load(name).file == "wales.toml (bundled)"


def test_a_bundled_offer_by_another_of_its_names() -> None:
    assert found("Cymru") == ("wales", "Wales", "bundled", None)
    assert found("alba-2023-03")[0] == "scotland-2023-03"


def test_the_folder_you_stand_in_goes_before_your_own_and_that_before_the_bundled(tmp_path: Path, own: Path) -> None:
    write(own / "wales.toml", "My own")
    assert found("wales") == ("wales", "My own", "own", "wales")
    write(tmp_path / "wales.toml", "Here")
    assert found("Wales") == ("wales", "Here", "local", "wales")
    write(own / "mine.toml", "My own")
    assert found("mine") == ("mine", "My own", "own", None)
    assert load("mine").file == str(own / "mine.toml")


def test_a_path_is_that_file_and_nothing_else(tmp_path: Path, own: Path) -> None:
    write(own / "wales.toml", "My own")
    write(tmp_path / "deep" / "wales.toml", "Deep")
    for name in ("deep/wales.toml", str(tmp_path / "deep" / "wales.toml"), "./deep/wales.toml"):
        assert found(name) == ("wales", "Deep", "local", None)
    write(tmp_path / "offer.txt", "Other suffix")
    assert found("offer.txt") == ("offer", "Other suffix", "local", None)
    with pytest.raises(FileProblem, match=r"^there is no file wales\.toml: check the name"):
        load("wales.toml")


def test_a_path_in_the_home_folder(nobody_home: Path) -> None:
    write(nobody_home / "mine.toml")
    assert found("~/mine.toml") == ("mine", "Mine", "local", None)
    with pytest.raises(FileProblem, match=r"^there is no file ~nobody-of-that-name"):
        load("~nobody-of-that-name/mine.toml")


def test_an_exact_name_goes_before_one_in_another_case(tmp_path: Path) -> None:
    write(tmp_path / "Mine.toml", "Capital")
    write(tmp_path / "mine.toml", "Small")
    assert found("mine")[1] == "Small"
    assert found("Mine")[1] == "Capital"
    assert found("MINE")[1] == "Capital"  # the first of both


def test_a_name_goes_before_another_name_of_a_file_and_ones_own_files_have_other_names_too(tmp_path: Path) -> None:
    write(tmp_path / "mine.toml")
    assert found("Nickname") == ("mine", "Mine", "local", None)
    write(tmp_path / "nickname.toml", "By name")
    assert found("nickname")[1] == "By name"


def test_damaged_files_are_passed_over_where_another_name_is_looked_for(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("name = ", encoding="utf-8")
    assert found("cymru")[0] == "wales"
    with pytest.raises(OfferFileError):
        load("broken")


def test_every_offer_once_ones_own_before_the_bundled(tmp_path: Path, own: Path) -> None:
    write(tmp_path / "Wales.toml", "Here")
    write(own / "wales.toml", "My own")
    write(own / "mine.toml", "Mine")
    assert [(named.id, named.kind_of_file) for named in every_offer()] == [
        ("Wales", "local"),
        ("mine", "own"),
        *((path.stem, "bundled") for path in sorted(BUNDLED.glob("*.toml")) if path.stem != "wales"),
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("wale", r"did you mean wales\?$"),
        ("SCOTLND", r"did you mean scotland or "),
        ("france", r"see what is here with payoffer list"),
    ],
)
def test_an_unknown_name_gets_a_near_miss(name: str, hint: str) -> None:
    with pytest.raises(UnknownName, match=rf'^there is no offer called "{name}": {hint}'):
        load(name)


def test_near_names_are_those_of_all_folders_nearest_first(tmp_path: Path) -> None:
    write(tmp_path / "waless.toml")
    assert near_offers("WALESS")[:2] == ["waless", "wales"]
    assert len(near_offers("wales")) <= 3
    assert near_offers("q") == []


@pytest.mark.parametrize("name", ["", "\0", "x" * 5000, "a\nb"])
def test_a_name_that_no_file_can_have_is_unknown(name: str) -> None:
    with pytest.raises(UnknownName):
        load(name)
    assert not is_offer(name)


def test_what_may_be_an_offer(tmp_path: Path) -> None:
    write(tmp_path / "offer.txt")
    for name in ("wales", "WALES", "cymru", "anything.toml", "a/b", "a\\b", ".", "..", "offer.txt"):
        assert is_offer(name), name
    for name in ("compare", "wale", "--help"):
        assert not is_offer(name), name


# What cannot be read.


def test_folders_and_devices_are_no_offers(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileProblem, match=r"^folder/? is a folder: name an offer file, such as folder\.toml$"):
        load("./folder")
    with pytest.raises(FileProblem, match=r"is a folder"):
        load(".")
    with pytest.raises(FileProblem, match=r"^/dev/null is not a plain file"):
        load("/dev/null")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"name = 'a'\0", r"^x\.toml is not a text file: "),
        (b" \n\t", r"^x\.toml is empty: "),
        (b"", r"^x\.toml is empty: "),
        (b"# one\n# two\nname = '\xe9'", r"^x\.toml, line 3: this is not UTF-8 text: save the file as UTF-8$"),
        (b"#" * (1024 * 1024 + 1), r"^x\.toml is over 1 MiB: "),
    ],
)
def test_what_is_in_no_offer_file(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "x.toml").write_bytes(content)
    with pytest.raises(FileProblem, match=told):
        load("x.toml")


def test_a_file_of_one_mebibyte_is_read_and_a_mark_at_its_start_is_not(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"\xef\xbb\xbf" + b"#" * (1024 * 1024 - 3))
    assert read_text(tmp_path / "x.toml").startswith("##")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may open any file")
def test_a_file_that_may_not_be_opened(tmp_path: Path) -> None:
    write(tmp_path / "x.toml").chmod(0)
    with pytest.raises(
        FileProblem, match=r"^x\.toml cannot be read \(Permission denied\): check that you may open it$"
    ):
        load("x.toml")


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    write(tmp_path / "x.toml")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(
        FileProblem, match=r"^x\.toml cannot be read \(Permission denied\): check that you may open it$"
    ):
        load("x.toml")
    with pytest.raises(FileProblem, match=r"cannot be read \(its name cannot be used\)"):
        load("a\0/b.toml")


def test_the_users_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAYOFFER_OFFERS", str(tmp_path))
    assert own_folder() == tmp_path
    monkeypatch.delenv("PAYOFFER_OFFERS")
    assert own_folder().parts[-1] == "offers"
    assert "payoffer" in str(own_folder()).casefold()


# Pay points.


def test_the_points_of_a_file_stand_beside_those_of_its_scales_and_go_before_them() -> None:
    own = {"U4": 46000, "U3": 26000.5}
    named = offer("a", award("2025-04-01", percent(5)), points=own, scales=["wal-teacher"])
    found = points_before(named, date(2022, 9, 1))
    assert [found["U4"], found["U3"], found["U2"]] == [46000, Fraction("26000.5"), 40827]
    assert {"U2", "U3", "U4"} & found.derived == {"U2"}


def test_the_points_of_a_bundled_scale_as_they_stood_before_a_day() -> None:
    """U3 of the Welsh scale: £42,333 before September 2022, £45,085 from then on."""
    wales = load("wales")
    before, after = points_before(wales, date(2022, 9, 1)), points_before(wales, date(2022, 9, 2))
    assert [before["U3"], after["U3"]] == [42333, 45085]
    assert "U3" in before.derived
    assert not after.derived


def test_points_of_two_areas_are_two() -> None:
    england = points_before(load("england"), ABOUT_ENGLAND)
    assert england["M6 (rest of England)"] == 36961
    assert england["M6 (inner London)"] == 42624
    assert england["M1 (London fringe)"] == 26948


def scaled(*scales: str) -> Named:
    return offer("a", award("2025-04-01", percent(5)), scales=list(scales))


def test_a_name_on_several_scales_has_the_scale_behind_it() -> None:
    both = points_before(scaled("wal-teacher", "ni-teacher"), date(2022, 9, 1))
    assert [both["M6 (wal-teacher)"], both["M6 (ni-teacher)"]] == [37974, 35279]
    assert [both["U3"], both["UPS3"]] == [42333, 41094]
    assert "M6 (wal-teacher)" in both.derived
    assert "M6" not in both


def test_the_unrounded_pay_of_a_scale_comes_with_its_points() -> None:
    found = points_before(scaled("eng-nhs-afc"), date(2023, 4, 1))
    assert found["5 entry"] == 27055
    assert found.carried["5 entry"] == Fraction("27054.16")
    assert "2 entry" in found
    assert "2 entry" not in found.carried  # by an amount of its own: nothing tells
    own = offer("a", award("2025-04-01", percent(5)), points={"5 entry": 27055}, scales=["eng-nhs-afc"])
    assert "5 entry" not in points_before(own, date(2023, 4, 1)).carried


@pytest.mark.parametrize("scales", [(), ("wal-teacher",)])
def test_no_points_before_a_day_is_refused_with_the_remedy(scales: tuple[str, ...]) -> None:
    with pytest.raises(
        UnknownName, match=r"^a: no pay scale before 1 January 1999 is known for this offer: add its points"
    ):
        points_before(scaled(*scales), date(1999, 1, 1))


def test_a_scale_that_is_not_bundled_is_refused() -> None:
    with pytest.raises(
        UnknownName, match=r"^a: there is no bundled pay scale called \"nhs\": name one that payoffer list scales shows"
    ):
        points_before(scaled("nhs"), date(2022, 9, 1))


def test_another_name_is_found_in_any_case_and_however_it_is_written(own: Path) -> None:
    write(own / "mine.toml", also='["Tŷ", "T\\u0177 Mawr"]')
    assert found("TŶ")[0] == found("tŷ mawr")[0] == "mine"
    assert [named.id for named in every_offer("tŷ")] == ["mine"]
