"""Every bundled file: it is in order, it says where its facts come from, and files of one group fit together."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest

import payoffer
from payoffer.deal import deal
from payoffer.library import load
from payoffer.offer import Offer
from payoffer.settle import dated
from payoffer.shelf import BUNDLED, DATA

ROOT = Path(payoffer.__file__).parents[2]
NAMES = sorted(path.stem for path in BUNDLED.glob("*.toml"))
OFFERS = {name: dated(load(name).offer, date(2000, 1, 1)) for name in NAMES}
SCALES = sorted((DATA / "scales").glob("*.csv"))
STATUSES = {"published", "derived"}


@pytest.mark.parametrize("name", NAMES)
def test_an_offer_cites_its_sources(name: str) -> None:
    offer = OFFERS[name]
    assert offer.source
    assert all(source.url and source.url.startswith("https://") for source in offer.source)
    assert offer.group
    assert offer.nation
    assert offer.employer


@pytest.mark.parametrize("name", NAMES)
def test_what_was_proposed_says_by_whom(name: str) -> None:
    assert all(part.source for part in OFFERS[name].proposed)


@pytest.mark.parametrize("name", NAMES)
def test_the_scales_of_an_offer_are_bundled(name: str) -> None:
    assert set(OFFERS[name].scales) <= {path.stem for path in SCALES}


def groups() -> Iterator[tuple[Offer, Offer]]:
    """Yield each two bundled offers to one group of people."""
    yield from ((one, other) for one, other in permutations(OFFERS.values(), 2) if one.group == other.group)


def overlap(one: Offer, other: Offer) -> bool:
    first, second = deal(one), deal(other)
    return first.start < second.end and second.start < first.end


def test_files_of_one_group_whose_months_overlap_start_from_the_same_pay() -> None:
    """What one counts as already being paid the other lists too, as paid or as its own."""
    pairs = [(one, other) for one, other in groups() if overlap(one, other)]
    assert len(pairs) > 2
    for one, other in pairs:
        listed = [(award.effective, award.uplift) for award in other.award]
        paid = [(award.effective, award.uplift) for award in one.award if award.in_payment]
        assert [award for award in paid if award not in listed] == [], f"{one.name} and {other.name}"


@pytest.mark.parametrize("name", NAMES)
def test_no_award_to_the_group_falls_between_a_scale_and_the_offer(name: str) -> None:
    """Else pay before the offer would be taken from a column that an award had changed since."""
    offer = OFFERS[name]
    start = deal(offer).start
    between = {
        award.effective
        for other in OFFERS.values()
        if other.group == offer.group and other.status in {"accepted", "imposed"}
        for award in other.award
    }
    for scale in offer.scales:
        rows = csv.DictReader((DATA / "scales" / f"{scale}.csv").read_text(encoding="utf-8").splitlines())
        column = max(day for row in rows if (day := date.fromisoformat(row["effective_date"])) < start)
        assert not [day for day in between if isinstance(day, date) and column < day < start], scale


def test_no_offer_answers_to_the_name_of_another() -> None:
    answered = [*NAMES] + [alias.casefold() for offer in OFFERS.values() for alias in offer.also]
    assert sorted(set(answered)) == sorted(answered)


def test_no_two_offers_are_called_the_same() -> None:
    titles = [offer.name for offer in OFFERS.values()]
    assert sorted(set(titles)) == sorted(titles)


@pytest.mark.parametrize("path", SCALES, ids=lambda path: path.stem)
def test_a_scale_is_in_order(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    keys = [(row["effective_date"], row["point"]) for row in rows]
    assert len(set(keys)) == len(keys)
    for row in rows:
        date.fromisoformat(row["effective_date"])
        assert Decimal(row["annual_gbp"]) > 0
        assert row["source_url"].startswith("https://")
        assert row["status"] in STATUSES


def test_every_data_file_stands_in_the_list_of_sources() -> None:
    told = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    for path in (*BUNDLED.glob("*.toml"), *SCALES, *DATA.glob("*.csv")):
        assert path.name in told
