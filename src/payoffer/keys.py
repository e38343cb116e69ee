"""What was meant by a key that an offer file does not have: a near miss, another word, or the wrong place."""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple, get_args

from payoffer.document import Model
from payoffer.offer import Award, LumpSum, Offer, Proposed, Round, Source, StrikeDay
from payoffer.refusals import shown
from payoffer.uplift import KINDS, WITH_INDEX, Term

CLOSE = 0.66

OTHER_WORDS: Mapping[type[Model], Mapping[str, str]] = {
    Offer: {
        **dict.fromkeys(("rise", "rises", "increase", "uplift", "pay_award"), "award"),
        **dict.fromkeys(("one_off", "one_offs", "oneoff", "lump", "bonus", "payment"), "lump_sum"),
        **dict.fromkeys(("title", "offer", "union"), "name"),
        **dict.fromkeys(("date", "made", "published"), "offered"),
        **dict.fromkeys(("end", "ends", "expires", "valid_until"), "until"),
        **dict.fromkeys(("begin", "begins", "from", "starts"), "start"),
        **dict.fromkeys(("alias", "aliases", "aka"), "also"),
        **dict.fromkeys(("hours", "hours_a_week", "weekly_hours"), "week"),
        **dict.fromkeys(("country", "region"), "nation"),
        **dict.fromkeys(("comment", "remark", "description"), "note"),
        **dict.fromkeys(("claim", "claimed"), "headline"),
        "scale": "scales",
    },
    Award: {
        **dict.fromkeys(("pay", "term", "terms", "rise", "rises", "increase"), "uplift"),
        **dict.fromkeys(("date", "day", "from", "when", "backdated", "backdated_to", "start"), "effective"),
        **dict.fromkeys(("paid_on", "pay_date", "payment_date", "back_pay", "payable"), "paid"),
        **dict.fromkeys(("if", "conditional", "subject_to"), "condition"),
        **dict.fromkeys(("comment", "remark", "description", "name", "title", "source"), "note"),
        "unit": "per",
    },
    LumpSum: {
        **dict.fromkeys(("uplift", "term", "terms"), "pay"),
        **dict.fromkeys(("date", "day", "when", "effective", "paid_on", "pay_date", "payment_date", "payable"), "paid"),
        **dict.fromkeys(("for", "period", "year_covered"), "covers"),
        **dict.fromkeys(("instalments", "installments", "months", "monthly"), "times"),
        **dict.fromkeys(("if", "conditional", "subject_to"), "condition"),
        **dict.fromkeys(("comment", "remark", "description", "name", "title", "source", "funded"), "note"),
        "base": "of",
    },
    Proposed: {
        **dict.fromkeys(("pay", "term", "terms", "rise", "rises", "increase"), "uplift"),
        **dict.fromkeys(("date", "day", "from", "when", "start"), "effective"),
        **dict.fromkeys(("comment", "remark", "description", "name", "title", "condition"), "note"),
    },
    Term: {
        **dict.fromkeys(("rise", "rises", "increase", "pct", "per_cent", "rate"), "percent"),
        **dict.fromkeys(("amount", "sum", "pounds", "cash", "gbp"), "flat"),
        **dict.fromkeys(("minimum", "at_least", "min", "underpin"), "minimum_rise"),
        **dict.fromkeys(("maximum", "at_most", "max"), "maximum_rise"),
        **dict.fromkeys(("minimum_percent", "min_percent", "at_least_percent"), "minimum_rise_percent"),
        **dict.fromkeys(("up_to", "pay_to", "threshold"), "pay_up_to"),
        **dict.fromkeys(("over", "above", "pay_above"), "pay_over"),
        **dict.fromkeys(("under", "below", "pay_below"), "pay_under"),
        **dict.fromkeys(("from", "pay_at_least"), "pay_from"),
        **dict.fromkeys(("margin", "add"), "plus"),
    },
    Round: {
        **dict.fromkeys(("unit", "nearest"), "to"),
        **dict.fromkeys(("mode", "way"), "direction"),
    },
    Source: {
        **dict.fromkeys(("name", "document"), "title"),
        **dict.fromkeys(("by", "author"), "publisher"),
        **dict.fromkeys(("link", "address", "web", "href"), "url"),
    },
    StrikeDay: {
        **dict.fromkeys(("fraction", "part", "of"), "of_year"),
        **dict.fromkeys(("url", "title", "note"), "source"),
    },
}
"""Words that people write for a key, by the part they stand in."""


class Part(NamedTuple):
    """A part of an offer file: what it is called, and where its keys are written."""

    what: str
    home: str


PARTS: Mapping[type[Model], Part] = {
    Offer: Part("the offer", "above the first [[ ]] of the file"),
    Award: Part("an award", "under [[award]]"),
    LumpSum: Part("a one-off", "under [[lump_sum]]"),
    Proposed: Part("what is proposed", "under [[proposed]]"),
    Term: Part("a term", "inside the { } of a term"),
    Round: Part("round", "inside the { } of round"),
    Source: Part("a source", "under [[source]]"),
    StrikeDay: Part("strike_day", "inside the { } of strike_day"),
}

EXAMPLES: Mapping[str, str] = {
    "award": "[[award]] with effective and uplift below it",
    "lump_sum": "[[lump_sum]] with pay below it",
    "proposed": "[[proposed]] with effective, uplift and source below it",
    "source": "[[source]] with title or url below it",
    "uplift": "uplift = [{ percent = 5 }]",
    "pay": "pay = [{ flat = 500 }]",
    "round": "round = { to = 1 }",
    "strike_day": 'strike_day = { of_year = "1/365", source = "..." }',
}
"""How a key that holds other keys is written."""

TERMS: Mapping[type[Model], str] = {Award: "uplift", LumpSum: "pay", Proposed: "uplift"}
"""The key of each part that holds its terms."""


MANY = ("award", "lump_sum", "proposed", "source")
"""The keys of the offer that are written with two brackets, once for each part."""

SPECIAL: Mapping[tuple[type[Model], str], str] = {
    (LumpSum, "per"): "does not go with a one-off, whose sums are whole sums: leave it out",
    (Proposed, "in_payment"): "does not go with what is proposed: put the rise under [[award]] if it is being paid",
}
"""What is said of a key in the wrong part, where moving it would be wrong too."""


class Meant(NamedTuple):
    """What was meant by an unknown key: the sentence, the known key of the same part, or the key of another."""

    text: str
    key: str | None = None
    elsewhere: str | None = None


class Child(NamedTuple):
    """What stands under a key that holds other keys: its model, and whether there can be several."""

    model: type[Model]
    several: bool


@cache
def children(model: type[Model]) -> dict[str, Child]:
    """Return the keys of a part that hold other keys."""
    found: dict[str, Child] = {}
    for key, field in model.model_fields.items():
        inside = list(_types(field.annotation))
        models = [kind for kind in inside if isinstance(kind, type) and issubclass(kind, Model)]
        if models:
            found[key] = Child(models[0], several=Ellipsis in inside)
    return found


def _types(annotation: object) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)


def plain_key(key: str) -> str:
    """Return a key as the known ones are spelled: small letters, joined by underscores."""
    return "_".join(key.casefold().replace("-", " ").replace("_", " ").split())


def meant(model: type[Model], key: str, value: object, beside: Collection[str]) -> Meant:
    """Say what was meant by ``key = value``, which ``model`` does not have, and what to write instead.

    ``beside`` are the known keys that stand beside it.
    """
    plain = plain_key(key)
    home = _home(model, plain)
    own = plain if plain in model.model_fields else OTHER_WORDS[model].get(plain)
    if own is None and home is None:
        own = next(iter(get_close_matches(plain, model.model_fields, 1, CLOSE)), None)
    if own is not None and not (own in beside and home):
        many = model is Offer and own in MANY
        right = "leave it out" if own in beside and not many else f"did you mean {f'[[{own}]]' if many else own}?"
        there = f", and {own} is there already" if right == "leave it out" else ""
        return Meant(f"{shown(key)} is not a key of {PARTS[model].what}{there}: {right}", own)
    if home is None:
        words = OTHER_WORDS[Term] if model in TERMS or model is Offer else {}
        plain = words.get(plain) or next(iter(get_close_matches(plain, _every_key(), 1, CLOSE)), plain)
        home = _home(model, plain)
    if home is None:
        return Meant(_unknown(model, key))
    said = (
        _place(model, home, plain, value)
        if home is Term or plain == plain_key(key)
        else (f"is not a key of {PARTS[model].what}: write {plain} {PARTS[home].home}")
    )
    return Meant(f"{shown(key)} {said}", elsewhere=plain)


def _every_key() -> list[str]:
    return [key for part in PARTS for key in part.model_fields]


def _home(model: type[Model], plain: str) -> type[Model] | None:
    """Return the part that has a key which ``model`` has not; the terms of a part are nearest to it."""
    others = (Offer, Award, LumpSum, Term, Round, Source, StrikeDay)
    nearest = (Term, *others) if model in TERMS else others
    return next((other for other in nearest if plain in other.model_fields and other is not model), None)


def _place(model: type[Model], home: type[Model], key: str, value: object) -> str:
    if (model, key) in SPECIAL:
        return SPECIAL[model, key]
    if home is not Term:
        return f"is a key of {PARTS[home].what}, not of {PARTS[model].what}: put it {PARTS[home].home}"
    beside = "" if key in KINDS else 'index = "rpi", ' if key in WITH_INDEX else "percent = 5, "
    under = "" if model in TERMS else " under [[award]]"
    return f"is part of a term: write {TERMS.get(model, 'uplift')} = [{{ {beside}{key} = {shown(value)} }}]{under}"


def _unknown(model: type[Model], key: str) -> str:
    keys = KINDS if model is Term else tuple(model.model_fields)
    if "note" in keys:
        return f"{shown(key)} is not a key of {PARTS[model].what}: leave it out, or say it in note"
    return f"{shown(key)} is not a key of {PARTS[model].what}: write one of {', '.join(keys)}"
