"""What was meant by a key that an offer file does not have: a near miss, another word, or the wrong place."""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple, get_args

from payoffer.document import Model
from payoffer.offer import Offer
from payoffer.offer_parts import Award, LumpSum, Proposed, Round, Source, StrikeDay
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
        **dict.fromkeys(("comment", "remark", "description", "title", "source"), "note"),
        "unit": "per",
    },
    LumpSum: {
        **dict.fromkeys(("uplift", "term", "terms"), "pay"),
        **dict.fromkeys(("date", "day", "when", "effective", "paid_on", "pay_date", "payment_date", "payable"), "paid"),
        **dict.fromkeys(("for", "period", "year_covered"), "covers"),
        **dict.fromkeys(("instalments", "installments", "months", "monthly"), "times"),
        **dict.fromkeys(("if", "conditional", "subject_to"), "condition"),
        **dict.fromkeys(("comment", "remark", "description", "title", "source", "funded"), "note"),
        "base": "of",
    },
    Proposed: {
        **dict.fromkeys(("pay", "term", "terms", "rise", "rises", "increase"), "uplift"),
        **dict.fromkeys(("date", "day", "from", "when", "start"), "effective"),
        **dict.fromkeys(("comment", "remark", "description", "title", "condition"), "note"),
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
        **dict.fromkeys(("shorter_week", "working_week"), "new_week"),
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
    right = _nearest(model, plain, beside)
    home = _home(model, right)
    stranger = f"{shown(key)} is not a key of {PARTS[model].what}"
    if right in model.model_fields:
        return Meant(f"{stranger}{_own(model, right, beside)}", right)
    if home is None:
        keys = KINDS if model is Term else tuple(model.model_fields)
        remedy = "leave it out, or say it in note" if "note" in keys else f"write one of {', '.join(keys)}"
        return Meant(f"{stranger}: {remedy}")
    if (model, right) in SPECIAL:
        said = f"{shown(key)} {SPECIAL[model, right]}"
    elif home is Term:
        said = f"{shown(key)} is part of a term: write {_in_term(model, right, value)}"
    elif right == plain:
        there = f"a key of {PARTS[home].what}, not of {PARTS[model].what}: put it {PARTS[home].home}"
        said = f"{shown(key)} is {there}"
    else:
        said = f"{stranger}: write {right} {PARTS[home].home}"
    return Meant(said, elsewhere=right)


def _own(model: type[Model], key: str, beside: Collection[str]) -> str:
    if model is Offer and key in MANY:
        return f": did you mean [[{key}]]?"
    return f", and {key} is there already: leave it out" if key in beside else f": did you mean {key}?"


def _nearest(model: type[Model], plain: str, beside: Collection[str]) -> str:
    """Return the key that was meant, of this part or another, or ``plain`` itself if there is none."""
    own = plain if plain in model.model_fields else OTHER_WORDS[model].get(plain)
    elsewhere = _home(model, plain) is not None
    if own is not None and not (elsewhere and own in beside):
        return own
    if elsewhere:
        return plain
    in_term = OTHER_WORDS[Term].get(plain) if model in TERMS or model is Offer else None
    every = [key for part in PARTS for key in part.model_fields]
    return in_term or next(iter(get_close_matches(plain, every, 1, CLOSE)), plain)


def _in_term(model: type[Model], key: str, value: object) -> str:
    beside = "" if key in KINDS else 'index = "rpi", ' if key in WITH_INDEX else "percent = 5, "
    under = "" if model in TERMS else " under [[award]]"
    return f"{TERMS.get(model, 'uplift')} = [{{ {beside}{key} = {shown(value)} }}]{under}"


def _home(model: type[Model], plain: str) -> type[Model] | None:
    """Return the part that has a key which ``model`` has not; the terms of a part are nearest to it."""
    others = (Offer, Award, LumpSum, Term, Round, Source, StrikeDay)
    nearest = (Term, *others) if model in TERMS else others
    return next((other for other in nearest if plain in other.model_fields and other is not model), None)
