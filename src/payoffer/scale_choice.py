"""Which pay scale an offer is put on: one that was named, a file of one's own, or the one that the offer belongs to."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path

from payoffer.asked import Named
from payoffer.errors import UnknownName, UsageProblem
from payoffer.offer_parts import Round
from payoffer.scale import OnScale, PayScale
from payoffer.scale_file import Hours, read_scale
from payoffer.shelf import SCALE_FILE, read_text, scale_days, scale_names
from payoffer.typed import quoted

CLOSE = 3


def choose(offers: Sequence[Named], named: Mapping[str, str], week: Fraction | None) -> list[OnScale]:
    """Put each offer on the scale ``named`` for it by id, else on its own; ``week`` is for a file of hourly rates.

    Raises ``UnknownName`` for a scale that is not there, ``FileProblem`` for what cannot be read, ``UsageProblem``
    where an offer belongs to several scales and none is named.
    """
    shared = _shared([offer for offer in offers if offer.id not in named])
    put = {
        offer.id: _put(offer, named.get(offer.id), shared, week, _option(offers, number))
        for number, offer in enumerate(offers, 1)
        if offer.id in named or (offer.kind_of_file != "shorthand" and (offer.offer.scales or offer.offer.points))
    }
    taken = {offer.id: (offer.offer.scales, offer.offer.points) for offer in offers}
    found = [
        put[offer.id]
        if offer.id in put
        # The offer whose pay points it has been given, else the first.
        else _beside(offer, sorted(put.values(), key=lambda one: taken[one.named.id] != taken[offer.id]))
        for offer in offers
    ]
    return [_alike(one, found) for one in found]


def _beside(named: Named, put: Sequence[OnScale]) -> OnScale:
    """Put an offer that names no scale on that of the first offer beside it to the same people."""
    for one in put:
        other = one.named.offer
        if named.offer.group in {None, other.group}:
            taken = {"scales": other.scales, "points": other.points}
            return one._replace(named=named._replace(offer=named.offer.model_copy(update=taken)))
    raise UsageProblem(
        f"{named.offer.name} names no pay scale: add --scale with the name of one (payoffer list scales shows them), "
        "or with a file of your own, as point,annual_gbp"
    )


def _alike(one: OnScale, found: Sequence[OnScale]) -> OnScale:
    """Name the scale of an offer with points of its own after the first offer with the same ones, so that they pair."""
    if one.scale.days:
        return one
    own = one.named.offer.points
    return one._replace(scale=next(other.scale for other in found if other.named.offer.points == own))


def _shared(offers: Sequence[Named]) -> str | None:
    """Return the one scale that all offers that belong to any name."""
    lists = [set(offer.offer.scales) for offer in offers if offer.offer.scales]
    common = set.intersection(*lists) if lists else set()
    return common.pop() if len(common) == 1 else None


def _option(offers: Sequence[Named], number: int) -> str:
    """Return ``--scale `` as it is begun for one offer alone: by its name, or its position, where there are others."""
    named = offers[number - 1].id
    if len(offers) == 1:
        return "--scale "
    return f"--scale {number if re.search('[,;= ]', named) else named}="


def _put(named: Named, asked: str | None, shared: str | None, week: Fraction | None, option: str) -> OnScale:
    offer = named.offer
    if asked is not None and _is_file(asked):
        return _from_file(named, asked, week)
    if asked is not None:
        name = _bundled(asked)
    elif offer.points and not offer.scales:
        return OnScale(named, PayScale(Path(named.file).name, named.file))
    elif shared in offer.scales:
        name = str(shared)
    elif len(offer.scales) == 1:
        name = _bundled(offer.scales[0])
    else:
        each = " or ".join(f"{option}{scale}" for scale in offer.scales)
        raise UsageProblem(f"{offer.name} belongs to several pay scales: add {each}")
    scale = PayScale(name, f"{name}.csv (bundled)", scale_days(name))
    foreign = name not in offer.scales
    taken = {
        "scales": (name,),
        "points": offer.points if offer.scales == (name,) else {},
        # A publisher's rounding is for his own points: on those of others pay is kept to the penny.
        "round": Round() if foreign else offer.round,
    }
    return OnScale(named._replace(offer=offer.model_copy(update=taken)), scale, foreign)


def _from_file(named: Named, typed: str, week: Fraction | None) -> OnScale:
    path = Path(typed)
    with suppress(RuntimeError, ValueError):  # ~somebody, who has no home here
        path = path.expanduser()
    own = Decimal(week.numerator) / Decimal(week.denominator) if week is not None else named.offer.week
    points = read_scale(read_text(path, SCALE_FILE), str(path), Hours(own, named.offer.weeks))
    sums = {point: Decimal(pay.numerator) / Decimal(pay.denominator) for point, pay in points.items()}
    return OnScale(
        named._replace(offer=named.offer.model_copy(update={"scales": (), "points": sums})),
        PayScale(path.name, str(path)),
    )


def _is_file(text: str) -> bool:
    """Say whether a scale is meant as a file: by its suffix, a folder in it, or because it is there."""
    if text.casefold().endswith(SCALE_FILE.suffix) or "/" in text or "\\" in text:
        return True
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _bundled(typed: str) -> str:
    """Return the name of a bundled scale, whatever its case."""
    names, wanted = scale_names(), typed.casefold()
    if wanted in names:
        return wanted
    near = [name for name in names if wanted in name] or get_close_matches(wanted, names, CLOSE, 0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "payoffer list scales shows them; a file ends in .csv"
    raise UnknownName(f"there is no pay scale called {quoted(typed)}: {hint}")
