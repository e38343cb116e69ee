"""Terms joined into offers: by nation where a text tells of several, and offers that were replaced apart."""

from collections.abc import Sequence
from typing import NamedTuple

from payoffer.reading.found import FoundOffer
from payoffer.reading.parties import government_in, nation_in, no_offer_in, people_in, status_in, who_in
from payoffer.reading.sentences import Sentence
from payoffer.reading.sort import TERM
from payoffer.reading.terms import Drafted

SHORT = 60
"""Sentences of a text that is short enough to tell of one offer."""
_MOST_READ = 60_000
"""Characters round the terms that parties and status are looked for in."""


class _Group(NamedTuple):
    """The terms of one offer; ``several`` where the text tells of more than one nation."""

    members: Sequence[Drafted]
    nation: str | None
    current: bool
    several: bool


def joined(text: str, cut: Sequence[Sentence], terms: Sequence[Drafted]) -> tuple[FoundOffer, ...]:
    """Return the offers that terms belong to, in the order of the text; replaced ones after those that stand."""
    groups: dict[tuple[str | None, bool], list[Drafted]] = {}
    nation: str | None = None
    named = {term.nation for term in terms if term.nation and term.sorted.type == TERM}
    for term in terms:
        nation = term.nation or nation
        key = (nation if len(named) > 1 else None, term.sorted.type != "earlier_offer")
        groups.setdefault(key, []).append(term)
    if len(named) > 1 and (None, True) in groups:
        first = next(key for key in groups if key[0] and key[1])
        groups[first] = groups.pop((None, True)) + groups[first]
    standing = sorted(groups.items(), key=lambda item: (not item[0][1], item[1][0].place))
    return tuple(
        _offer(text, cut, _Group(members, nation, current=current, several=len(named) > 1))
        for (nation, current), members in standing
        if any(not member.term.in_payment for member in members) or len(standing) == 1
    )


def _offer(text: str, cut: Sequence[Sentence], group: _Group) -> FoundOffer:
    members = group.members
    first = members[0].sorted.context.place
    near = text[first.start : members[-1].sorted.context.place.end][:_MOST_READ]
    around = near if group.several else text[max(0, first.start - _MOST_READ // 2) : first.start + _MOST_READ // 2]
    nation = group.nation or nation_in(near, last=False) or nation_in(text[:_MOST_READ], last=False)
    who = next((member.party for member in members if member.party), None) or who_in(around)
    passages = [text[sentence.start : sentence.end] for sentence in _speaking(cut, group)]
    return FoundOffer(
        who=who or government_in(around, nation),
        to_whom=people_in(near) or people_in(around),
        nation=nation,
        status=status_in(passages) if group.current else "rejected",
        current=group.current,
        terms=tuple(member.term for member in members),
    )


def _speaking(cut: Sequence[Sentence], group: _Group) -> list[Sentence]:
    """Return the sentences that can tell the status: the terms' own and their neighbours, or all of a short text."""
    own = {member.sorted.context.place for member in group.members}
    if group.several or len(cut) > SHORT:
        places = [number for number, sentence in enumerate(cut) if sentence in own]
        return [cut[near] for place in places for near in range(max(0, place - 2), min(len(cut), place + 3))]
    return list(cut)


def nations_without(text: str, cut: Sequence[Sentence], offers: Sequence[FoundOffer]) -> tuple[str, ...]:
    """Return the nations of which the text says that nothing is offered."""
    with_one = {offer.nation for offer in offers if offer.current}
    found: list[str] = []
    for number, sentence in enumerate(cut):
        if no_offer_in(text[sentence.start : sentence.end]):
            near = cut[number - 1] if number else sentence
            nation = nation_in(text[sentence.start : sentence.end]) or nation_in(text[near.start : sentence.end])
            nation = nation or ("" if offers else nation_in(text[:_MOST_READ]) or "")
            if nation and nation not in with_one and nation not in found:
                found.append(nation)
    return tuple(found)
