"""What was meant by a key that an offer file does not have: a near miss, another word, or the wrong place."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple, get_args

from payoffer.document import Model, shown
from payoffer.offer import Award, LumpSum, Offer, Proposed, Round, Source, StrikeDay
from payoffer.uplift import KINDS, Term

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
        **dict.fromkeys(("url", "link", "publisher"), "source"),
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
    "award": "[[award]]",
    "lump_sum": "[[lump_sum]]",
    "proposed": "[[proposed]]",
    "source": '[[source]] with title = "..." below it',
    "uplift": "uplift = [{ percent = 5 }]",
    "pay": "pay = [{ flat = 500 }]",
    "round": "round = { to = 1 }",
    "strike_day": 'strike_day = { of_year = "1/365", source = "..." }',
}
"""How a key that holds other keys is written."""

TERMS: Mapping[type[Model], str] = {Award: "uplift", LumpSum: "pay", Proposed: "uplift"}
"""The key of each part that holds its terms."""


class Meant(NamedTuple):
    """What was meant by an unknown key: the sentence, the known key of the same part, or the key of another."""

    text: str
    key: str | None = None
    elsewhere: str | None = None


class Child(NamedTuple):
    """What stands under a key that holds other keys: its model, and whether there can be several."""

    model: type[Model]
    several: bool


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


def meant(model: type[Model], key: str, value: object) -> Meant:
    """Say what was meant by ``key``, which is none of the keys of ``model``, and what to write instead."""
    plain = plain_key(key)
    own = plain if plain in model.model_fields else OTHER_WORDS[model].get(plain)
    if own is None and not _elsewhere(model, plain):
        own = next(iter(get_close_matches(plain, model.model_fields, 1, CLOSE)), None)
    if own is not None:
        return Meant(f"{shown(key)} is not a key of {PARTS[model].what}: did you mean {_as_written(model, own)}?", own)
    return _misplaced(model, plain, value) or Meant(_unknown(model, key))


def _as_written(model: type[Model], key: str) -> str:
    return f"[[{key}]]" if model is Offer and key in children(Offer) and children(Offer)[key].several else key


def _elsewhere(model: type[Model], plain: str) -> type[Model] | None:
    """Return the part that has a key, or another word for it, which ``model`` has not."""
    others = [other for other in (Offer, Award, LumpSum, Term, Round, Source, StrikeDay) if other is not model]
    if model in TERMS:  # their terms are the nearest place
        others = sorted(others, key=lambda other: other is not Term)
    return next((other for other in others if plain in other.model_fields), None)


def _misplaced(model: type[Model], plain: str, value: object) -> Meant | None:
    home = _elsewhere(model, plain)
    key = plain
    if home is None and (model in TERMS or model is Offer):
        near = get_close_matches(plain, KINDS, 1, CLOSE)
        key = OTHER_WORDS[Term].get(plain) or (near[0] if near else "")
        home = Term if key else None
    if home is None:
        return None
    if home is Term and model is not Term:
        holder = TERMS.get(model, "uplift")
        under = "" if model in TERMS else " under [[award]]"
        inside = f"{key} = {shown(value)}" if key in KINDS else f"percent = 5, {key} = {shown(value)}"
        text = f"{shown(plain)} is part of a term: write {holder} = [{{ {inside} }}]{under}"
    else:
        text = f"{key} is a key of {PARTS[home].what}, not of {PARTS[model].what}: put it {PARTS[home].home}"
    return Meant(text, elsewhere=key)


def _unknown(model: type[Model], key: str) -> str:
    keys = KINDS if model is Term else tuple(model.model_fields)
    if "note" in keys:
        return f"{shown(key)} is not a key of {PARTS[model].what}: leave it out, or say it in note"
    return f"{shown(key)} is not a key of {PARTS[model].what}: write one of {', '.join(keys)}"
