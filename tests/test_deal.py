"""When a deal begins and ends, and on which day a one-off counts."""

from datetime import date

import pytest

from payoffer.deal import all_in_payment, counted, deal, in_payment_part
from payoffer.errors import NotValued
from payoffer.offer import Offer
from tests.asking import Part, award, document, flat, one_off, percent

APRIL_25, APRIL_26 = "2025-04-01", "2026-04-01"


@pytest.mark.parametrize(
    ("parts", "keys", "start", "until", "months"),
    [
        # One award: its own pay year, which nobody has written down.
        ([award(APRIL_25, percent(5))], {}, date(2025, 4, 1), date(2026, 3, 31), "12"),
        # Two: to the end of the pay year of the last.
        ([award(APRIL_25, percent(5)), award(APRIL_26, percent(3))], {}, date(2025, 4, 1), date(2027, 3, 31), "24"),
        # In whatever order they are written.
        ([award(APRIL_26, percent(3)), award(APRIL_25, percent(5))], {}, date(2025, 4, 1), date(2027, 3, 31), "24"),
        # A second award inside the first pay year does not open another.
        ([award(APRIL_25, percent(5)), award("2026-01-01", percent(2))], {}, date(2025, 4, 1), date(2026, 3, 31), "12"),
        # The last day of the pay year is still in it.
        ([award(APRIL_25, percent(5)), award("2026-03-31", percent(2))], {}, date(2025, 4, 1), date(2026, 3, 31), "12"),
        # A first day that is written down moves the pay years with it.
        ([award(APRIL_25, percent(5))], {"start": "2025-01-01"}, date(2025, 1, 1), date(2025, 12, 31), "12"),
        ([award(APRIL_25, percent(5))], {"until": "2027-07-31"}, date(2025, 4, 1), date(2027, 7, 31), "28"),
        # A one-off for an earlier time begins the deal; one for a later time does not end it.
        (
            [award(APRIL_25, percent(5)), one_off(flat(500), covers=["2025-01-01", "2025-03-31"])],
            {},
            date(2025, 1, 1),
            date(2025, 12, 31),
            "12",
        ),
        (
            [award(APRIL_25, percent(5)), one_off(flat(500), covers=["2026-04-01", "2027-03-31"])],
            {},
            date(2025, 4, 1),
            date(2026, 3, 31),
            "12",
        ),
        # The day on which a one-off is paid does not move the start.
        (
            [award(APRIL_25, percent(5)), one_off(flat(500), paid="2025-01-31")],
            {},
            date(2025, 4, 1),
            date(2026, 3, 31),
            "12",
        ),
        # One-offs alone: what they cover, else when they are paid, else when they were offered.
        ([one_off(flat(500), covers=[APRIL_25, "2027-03-31"])], {}, date(2025, 4, 1), date(2027, 3, 31), "24"),
        ([one_off(flat(500), paid="2025-05-15")], {}, date(2025, 5, 15), date(2026, 5, 14), "12"),
        ([one_off(flat(500), paid="2025-05-15", times=13)], {}, date(2025, 5, 15), date(2027, 5, 14), "24"),
        ([one_off(flat(500))], {"offered": "2025-02-08"}, date(2025, 2, 8), date(2026, 2, 7), "12"),
    ],
)
def test_the_span_of_a_deal(parts: list[Part], keys: dict[str, str], start: date, until: date, months: str) -> None:
    span = deal(document(*parts, **keys))
    assert (span.start, span.until, str(span.months)) == (start, until, months)


def test_what_is_assumed_is_marked() -> None:
    rise = award(APRIL_25, percent(5))
    for keys, start_assumed, end_assumed in (
        ({}, True, True),
        ({"start": "2025-04-01"}, False, True),
        ({"until": "2026-03-31"}, True, False),
    ):
        span = deal(document(rise, **keys))
        assert (span.start_assumed, span.end_assumed) == (start_assumed, end_assumed)


def test_the_day_after_the_last_is_the_end() -> None:
    assert deal(document(award(APRIL_25, percent(5)), until="2026-03-31")).end == date(2026, 4, 1)


def test_a_total_without_a_split_has_no_span() -> None:
    with pytest.raises(NotValued, match=r"^An offer: .*give each award its effective date$"):
        deal(document(award("unstated", percent(7))))


def lump(**keys: object) -> Part:
    return one_off(flat(500), **keys)


@pytest.mark.parametrize(
    ("part", "offered", "expected"),
    [
        (lump(covers=["2025-04-01", "2026-03-31"], paid="2025-06-30"), "2025-02-08", [date(2025, 4, 1)]),
        (lump(paid="2025-06-30"), "2025-02-08", [date(2025, 6, 30)]),
        (lump(paid="2025-12-31", times=3), None, [date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28)]),
        (lump(covers=["2025-04-01", "2026-03-31"], times=2), None, [date(2025, 4, 1)] * 2),
        (lump(), "2025-02-08", [date(2025, 2, 8)]),
        (lump(times=2), "2025-02-08", [date(2025, 2, 8)] * 2),
    ],
)
def test_a_one_off_counts_when_first_covered_else_paid_else_offered(
    part: Part, offered: str | None, expected: list[date]
) -> None:
    offer = document(award(APRIL_25, percent(5)), part, **({"offered": offered} if offered else {}))
    assert list(counted(offer, offer.lump_sum[0])) == expected


def test_a_one_off_without_any_day_is_refused_with_the_remedy() -> None:
    offer = document(award(APRIL_25, percent(5)), lump(), offered="2025-02-08")
    with pytest.raises(NotValued, match=r"^An offer: a one-off has no date: add covers or paid to it$"):
        counted(offer.model_copy(update={"offered": None}), offer.lump_sum[0])


def mixed() -> Offer:
    return document(
        award(APRIL_25, percent(5), in_payment=True),
        award(APRIL_25, percent(1.5)),
        lump(paid="2025-06-30", in_payment=True),
        lump(paid="2025-07-31"),
    )


def test_the_part_in_payment_is_an_offer_of_its_own() -> None:
    part = in_payment_part(mixed())
    assert [award.uplift[0].percent for award in part.award] == [5]
    assert [lump.paid for lump in part.lump_sum] == [date(2025, 6, 30)]
    assert part.name == "An offer"


def test_nothing_is_new_only_where_every_part_is_already_paid() -> None:
    paid = [award(APRIL_25, percent(5), in_payment=True), lump(paid="2025-06-30", in_payment=True)]
    assert all_in_payment(document(*paid))
    assert not all_in_payment(mixed())
    assert not all_in_payment(document(paid[0], lump(paid="2025-06-30")))
    assert not all_in_payment(document(award(APRIL_25, percent(5)), paid[1]))
