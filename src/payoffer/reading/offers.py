"""Terms joined into offers: by nation where a text tells of several, and offers that were replaced apart."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from payoffer.reading.found import FoundOffer
from payoffer.reading.parties import government_in, is_name, nation_in, no_offer_in, people_in, status_in, who_in
from payoffer.reading.sentences import Sentence
from payoffer.reading.terms import Drafted
from payoffer.reading.told import TERM

SHORT = 60
"""Sentences of a text that is short enough to tell of one offer."""
_MOST_READ = 60_000
"""Characters round the terms that parties and status are looked for in."""


class _Group(NamedTuple):
    """The terms of one offer; ``several`` where the text tells of more than one nation or employer.

    ``nation`` is their own, ``head`` the first that the text names.
    """

    members: Sequence[Drafted]
    nation: str | None
    head: str | None
    current: bool
    several: bool


def joined(text: str, cut: Sequence[Sentence], terms: Sequence[Drafted]) -> tuple[FoundOffer, ...]:
    """Return the offers that terms belong to, in the order of the text; replaced ones after those that stand."""
    by_nation = [term.nation for term in terms]
    parts = by_nation if _several(by_nation, terms) else _employers(terms)
    several = _several(parts, terms)
    groups: dict[tuple[str | None, bool], list[Drafted]] = {}
    part: str | None = None
    for term, own in zip(terms, parts, strict=True):
        part = own or part
        groups.setdefault((part if several else None, term.sorted.type != "earlier_offer"), []).append(term)
    if several and (None, True) in groups:
        first = next(key for key in groups if key[0] and key[1])
        groups[first] = groups.pop((None, True)) + groups[first]
    head = nation_in(text[:_MOST_READ], last=False)
    standing = sorted(groups.items(), key=lambda item: (not item[0][1], item[1][0].place))
    return tuple(
        _offer(text, cut, _Group(members, part if parts is by_nation else None, head, current, several))
        for (part, current), members in standing
        if any(not member.term.in_payment for member in members) or len(standing) == 1
    )


def _several(parts: Sequence[str | None], terms: Sequence[Drafted]) -> bool:
    """Say whether the terms that are offered now belong to more than one nation or employer."""
    return len({part for part, term in zip(parts, terms, strict=True) if part and term.sorted.type == TERM}) > 1


def _employers(terms: Sequence[Drafted]) -> list[str | None]:
    """Return the employer that each term names; "Network Rail" and "Network Rail's board" are one, "the firm" none."""
    names = sorted({term.party for term in terms if term.party and is_name(term.party)}, key=len)
    same = {name: next(short for short in names if short in name) for name in names}
    return [same.get(term.party or "") for term in terms]


def _offer(text: str, cut: Sequence[Sentence], group: _Group) -> FoundOffer:
    members = group.members
    first = members[0].sorted.context.place
    near = text[first.start : members[-1].sorted.context.place.end][:_MOST_READ]
    around = near if group.several else text[max(0, first.start - _MOST_READ // 2) : first.start + _MOST_READ // 2]
    nation = group.nation or nation_in(near, last=False) or group.head
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
        places = sorted(bisect_left(cut, sentence) for sentence in own)
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
