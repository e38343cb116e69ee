"""An offer written as a file: read again it is the same offer, and a person can read and change it."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payoffer.document import Range
from payoffer.lines import parse
from payoffer.offer import Offer
from payoffer.offer_file import read_offer
from payoffer.offer_parts import Award, LumpSum, Round, Source
from payoffer.offer_toml import WIDTH, offer_toml
from payoffer.shelf import BUNDLED, read_text
from payoffer.suspicions import suspicions
from payoffer.uplift import Term
from tests.asking import award, document, flat, one_off, percent, proposed
from tests.made import law, offers

EVERY_CONSTRUCT = (Path(__file__).with_name("fixtures") / "every_construct.toml").read_text(encoding="utf-8")
FIVE = document(award("2023-04-01", percent(5)))


def written(offer: Offer, *header: str, **remarks: object) -> list[str]:
    """Return the lines of an offer's file, which is read again and has to be the same offer."""
    text = offer_toml(offer, header, **remarks)  # type: ignore[arg-type]
    assert read_offer(text, "written.toml") == offer
    assert text.endswith("\n")
    return text.splitlines()


@pytest.mark.parametrize("path", sorted(BUNDLED.glob("*.toml")), ids=lambda path: path.stem)
def test_a_bundled_offer_comes_back_as_it_was(path: Path) -> None:
    offer = read_offer(read_text(path), path.name)
    lines = written(offer)
    assert len(lines) <= len(path.read_text(encoding="utf-8").splitlines()) + len(offer.award) * 2


def test_every_construct_comes_back_as_it_was() -> None:
    written(read_offer(EVERY_CONSTRUCT, "every_construct.toml"))


@law
@given(offers)
def test_any_offer_comes_back_as_it_was(offer: Offer) -> None:
    written(offer)


_words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(str.strip)
_keys = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(str.strip)
_figures = st.decimals("-99.99", "999", places=4) | st.builds(
    Range, st.just(Decimal(3)), st.decimals("3.1", 9, places=1)
)


@law
@given(_words, st.lists(_words, max_size=3), st.dictionaries(_keys, _figures, min_size=1, max_size=30))
def test_any_words_names_of_points_and_figures_come_back(
    name: str, notes: list[str], table: dict[str, Decimal | Range]
) -> None:
    # Line ends and tabs may stand in notes; every other sign that cannot be seen is refused in a file, but not in
    # the name of a pay point.
    figures = {point: list(figure) if isinstance(figure, Range) else figure for point, figure in table.items()}
    offer = document(
        award("2023-04-01", percent(figures), condition=name),
        proposed("2024-04-01", percent(1), source=name),
        name=name,
        also=[name],
        note=[f"{note}\n\tand {note}" for note in notes],
        points=dict.fromkeys(table, 20000),
        source=[{"title": name}],
    )
    written(offer)


def test_the_least_file() -> None:
    assert written(FIVE) == [
        'name = "An offer"',
        "",
        "# Rises, kept in basic pay. The terms of one run from left to right.",
        "[[award]]",
        "effective = 2023-04-01",
        "uplift    = [{ percent = 5 }]",
    ]


def test_what_a_rise_hangs_on_stands_above_it() -> None:
    lines = written(document(award("2023-04-01", percent(5), flat(500), paid="2023-06-30", condition="a vote")))
    assert lines[-4:] == [
        "effective = 2023-04-01",
        "paid      = 2023-06-30",
        'condition = "a vote"',
        "uplift    = [{ percent = 5 }, { flat = 500 }]",
    ]


def test_a_long_list_has_a_line_for_each_item() -> None:
    terms = [percent(5, pay_up_to=20000), percent(4, pay_over=20000, pay_up_to=30000), flat(1600, pay_over=30000)]
    assert written(document(award("2023-04-01", *terms)))[-5:] == [
        "uplift = [",
        "  { percent = 5, pay_up_to = 20000 },",
        "  { percent = 4, pay_up_to = 30000, pay_over = 20000 },",
        "  { flat = 1600, pay_over = 30000 },",
        "]",
    ]


def test_a_long_list_of_pay_points_has_a_line_for_each() -> None:
    points = {f"Point {number}": Decimal(20000 + number) for number in range(10)}
    short = {"M1": Decimal("20000.50")}
    lines = written(FIVE.model_copy(update={"points": points, "source": (Source(title="Letter"),)}))
    assert lines[:4] == ['name = "An offer"', "", "[points]", '"Point 0" = 20000']
    assert lines.index("[points]") < lines.index("[[source]]")
    assert written(FIVE.model_copy(update={"points": short}))[1] == "points = { M1 = 20000.50 }"


def test_an_offer_without_dates_says_how_to_give_them() -> None:
    year = Award(year=1, uplift=(Term(percent=Decimal(5)),))
    lines = written(Offer(name="A", award=(year, year)))
    assert lines[2:7] == [
        "# Rises, kept in basic pay. The terms of one run from left to right.",
        "# Year 1 is the first year. Where days are known, write effective = 2023-04-01 for a rise, covers",
        "# for a one-off.",
        "[[award]]",
        "year   = 1",
    ]
    assert sum("Year 1" in line for line in lines) == 1
    lump = LumpSum(year=1, pay=(Term(flat=Decimal(500)),))
    assert "Year 1" in written(Offer(name="A", lump_sum=(lump,)))[3]


def test_an_open_question_says_what_would_close_it() -> None:
    lines = written(document(one_off(percent(2), of="unstated", covers=["2023-04-01", "2024-03-31"])))
    assert lines[-4:] == [
        "pay    = [{ percent = 2 }]",
        "# Of what, is not said, so each answer is shown. Known: before, in_payment, in_force or a day.",
        'of     = "unstated"',
        "covers = [2023-04-01, 2024-03-31]",
    ]


def test_a_rounding_of_its_own_that_is_the_usual_one_is_written_out() -> None:
    own = FIVE.award[0].model_copy(update={"round": Round()})
    lines = written(FIVE.model_copy(update={"award": (own,), "round": Round(to=Decimal(1))}))
    assert 'round     = { to = 0.01, direction = "nearest", carry = "rounded" }' in lines


def test_remarks_stand_above_what_they_are_about() -> None:
    remarks = {
        ("award", 0): ['"We will pay 5%\nfrom April 2023"', "", "x" * 30 + " word" * 30],
        ("award", 0, "effective"): ["the day is ours"],
        ("until",): ["until is not said"],
        ("points",): ["from the letter"],
    }
    points = {"points": {f"Point {number}": Decimal(20000) for number in range(10)}}
    lines = written(FIVE.model_copy(update=points), "Head", comments=remarks)
    assert lines[:6] == ["# Head", "", 'name = "An offer"', "# until is not said", "", "# from the letter"]
    start = lines.index("# Rises, kept in basic pay. The terms of one run from left to right.")
    assert lines[start + 1 : start + 3] == ['# "We will pay 5% from April 2023"', "#"]
    assert lines[-3:] == ["# the day is ours", "effective = 2023-04-01", "uplift    = [{ percent = 5 }]"]
    assert all(len(line) <= WIDTH for line in lines)


def test_a_written_file_raises_no_suspicion_that_its_offer_does_not() -> None:
    offer = read_offer(EVERY_CONSTRUCT, "every_construct.toml")
    _, lines = parse(offer_toml(offer))
    _, there = parse(EVERY_CONSTRUCT)
    told = [problem.text for problem in suspicions(offer, lines, ["wal-teacher"])]
    assert told == [problem.text for problem in suspicions(offer, there, ["wal-teacher"])]
