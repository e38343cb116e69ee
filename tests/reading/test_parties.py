"""Who offers, to whom, in which nation, and what has become of it."""

import pytest

from payoffer.reading.parties import government_in, nation_in, no_offer_in, people_in, status_in, who_in


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("In Wales and then in Scotland", "Scotland"),
        ("Cosla", "Scotland"),
        ("England and Wales", "England and Wales"),
        ("Northern Irish nurses", "Northern Ireland"),
        ("across the UK", "United Kingdom"),
        ("here", None),
    ],
)
def test_the_nation_named_last(text: str, nation: str | None) -> None:
    assert nation_in(text) == nation


def test_the_nation_named_first() -> None:
    assert nation_in("In Wales and then in Scotland", last=False) == "Wales"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("the company has offered", "The company"),
        ("Royal Mail has now offered", "Royal Mail"),
        ("the offer made by Network Rail is", "Network Rail"),
        ("Peel Ports' latest offer", "Peel Ports"),
        ("an offer from the employers", "The employers"),
        ("on behalf of the Welsh Government we", "The Welsh Government"),
        ("Unite has proposed a strike", None),
        ("The Transport Union proposed", None),
        ("nobody offers", None),
    ],
)
def test_the_employer(text: str, who: str | None) -> None:
    assert who_in(text) == who


def test_the_government_of_a_nation() -> None:
    assert government_in("ministers said", "Wales") == "Welsh Government"
    assert government_in("ministers said", None) is None
    assert government_in("nobody said", "Wales") is None


def test_the_people_named_most_and_plain_staff_only_where_nobody_else_is() -> None:
    assert people_in("staff, staff and junior doctors") == "junior doctors"
    assert people_in("all staff") == "staff"
    assert people_in("nobody") is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Members rejected the offer.", "rejected"),
        ("The deal was thrown out.", "rejected"),
        ("They have accepted the offer that members first rejected.", "accepted"),
        ("Members voted by 69% to accept.", "accepted"),
        ("Management imposed the rise.", "imposed"),
        ("The Government have accepted its recommendations in full.", "imposed"),
        ("It is on the table.", "offered"),
        ("It is 5%.", "unknown"),
    ],
)
def test_what_has_become_of_it(text: str, status: str) -> None:
    assert status_in([text]) == status


def test_a_vote_on_an_earlier_offer_does_not_tell_of_this_one() -> None:
    assert status_in(["The employers offered 3.2%.", "78% voted to reject the earlier offer of 2.5%."]) == "offered"
    assert status_in(["Members rejected the previous offer."]) == "rejected"


def test_no_offer() -> None:
    assert no_offer_in("So far nothing has been put on the table.")
    assert not no_offer_in("The offer is on the table.")
