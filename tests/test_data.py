"""Every bundled file: it is in order, it says where its facts come from, and files of one group fit together."""

import csv
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import payoffer
from payoffer.deal import deal
from payoffer.library import load
from payoffer.shelf import BUNDLED, DATA

ROOT = Path(payoffer.__file__).parents[2]
NAMES = sorted(path.stem for path in BUNDLED.glob("*.toml"))
SCALES = sorted((DATA / "scales").glob("*.csv"))
STATUSES = {"published", "derived"}


@pytest.mark.parametrize("name", NAMES)
def test_an_offer_cites_its_sources(name: str) -> None:
    offer = load(name).offer
    assert offer.source
    assert all(source.url and source.url.startswith("https://") for source in offer.source)
    assert offer.group
    assert offer.nation
    assert offer.employer


@pytest.mark.parametrize("name", NAMES)
def test_what_was_proposed_says_by_whom(name: str) -> None:
    assert all(part.source for part in load(name).offer.proposed)


@pytest.mark.parametrize("name", NAMES)
def test_the_scales_of_an_offer_are_bundled(name: str) -> None:
    assert set(load(name).offer.scales) <= {path.stem for path in SCALES}


def test_files_of_one_group_count_the_same_awards_as_already_paid() -> None:
    groups = defaultdict(list)
    for name in NAMES:
        offer = load(name).offer
        groups[offer.group].append(offer)
    assert any(len(offers) > 1 for offers in groups.values())
    for offers in groups.values():
        first = max(deal(offer).start for offer in offers)
        latest = min(deal(offer).end for offer in offers)
        paid = [
            [(award.day, award.uplift) for award in offer.award if award.in_payment and first <= award.day < latest]
            for offer in offers
        ]
        assert all(one == paid[0] for one in paid)


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
