"""Floors and caps: a figure that limits the one before it, and words that make a figure itself a limit."""

import re
from typing import Literal, NamedTuple

Limit = Literal["floor", "cap"]

_WHICHEVER = re.compile(
    r"^(?:\s[^#@.;:]{1,40}?)??,?\s?\(?(?:whichever|if (?:that|this|it|which)[^#@.;]{0,25}"
    r" (?:more|greater|higher|better)"
    r"|(?:if|where) (?:(?:that|this|it)(?: is(?: worth)?| gives| comes to|'s) )?(?:higher|greater|more|better)"
    r"|if (?:your|the) [^;]{0,30}? (?:comes to|is|gives|works out at|adds up to) less"
    r"|(?:again,? )?the (?:larger|greater|higher|better|bigger)(?: of the two| one| amount)?)\b[^#@.;]{0,40}"
)
_OR = re.compile(r"^(?: [\w-]+){0,7}\s?,? \(?or (?:[\w-]+ ){0,5}$")
_FLOOR = re.compile(
    r"\b(?:min(?:imum)?|floor|underpin\w*|guarantee\w*|at least|less than|lower than|the least)\b[^#@;.]{0,30}$"
)
_CAP = re.compile(
    r"\b(?:(?:nobody|no[- ]one)[^#@;.]{0,40} more than|capped|cap|ceiling|max(?:imum)?|limited to"
    r"|not more than|no more than|not go over|the most)\b[^#@;.]{0,30}$"
)
_ALONE = re.compile(
    r"^(?:\W*(?:an? |the )?(?:guaranteed )?(?:minimum|maximum|floor|cap|underpin|ceiling)\b"
    r"|there(?:'s| is| will be| would be) (?:also )?an? |with |subject to |nobody|no[- ]one|everyone|everybody"
    r"|no (?:member|employee|worker)|all staff|the (?:most|least|minimum|maximum|floor|cap|rise|increase)\b"
    r"|you(?:'ll| will) never|(?:it|this) (?:is|will be|would be) (?:capped|subject)"
    r"|(?:should|if) (?:that|it|this|rpi|cpi|inflation|prices|the \w+)\b[^#;]*(?:less|lower) than"
    r"|the figure[^#;]*underpin)[^#;]*$"
)
_LEAST = re.compile(
    r"\b(?:at least|(?:a )?minimum(?: increase| rise| uplift| award| of)*|no less than|not less than|no lower than) $"
)
_MOST = re.compile(
    r"\b(?:up to|no more than|not more than|at most|maximum(?: increase| rise| award| of)*|limit of|as much as)"
    r" (?:an? )?(?:additional |extra |further )?$"
)
_LEAST_AFTER = re.compile(r"^,? as (?:the|a|its) (?:least|minimum|floor)\b")
_CAP_COLUMN = re.compile(r"(?:max|cap|ceiling|limit|at most|not more)")
COLUMN = "a column of limits"
"""The rule for a figure in such a column."""
_ENDS = re.compile(r"(?<!\be)(?<!\be\.g)\.(?!\d|$)")
"""What ends a sentence: a stop that is not in a figure or in "e.g."."""
_ASIDE = re.compile(r"^ ?\([^()]{1,40}\)")
"""What an index is followed by: "RPI (for August), or 0.25% if greater"."""
_NAMED_AFTER = re.compile(
    r"\s(?:(?P<cap>maximum|cap|ceiling)|minimum|floor|underpin)(?: (?:payment|increase|rise|award|uplift))?\W*$"
)
_NEAR = 170


class Limits(NamedTuple):
    """What the words before a figure make of it."""

    at_least: bool
    at_most: bool


def of_itself(left: str) -> Limits:
    """Say whether a figure after ``left`` is the least or the most."""
    return Limits(_LEAST.search(left) is not None, _MOST.search(left) is not None)


def limit_column(cell: str) -> Limit:
    """Say how a column that is called after a limit bounds the rise in its row."""
    return "cap" if _CAP_COLUMN.match(cell) else "floor"


def limit_alone(before: str) -> Limit | None:
    """Say how a figure limits a term of the sentence before, from the text before it in its own sentence."""
    if not _ALONE.search(before) or len(before) > _NEAR:
        return None
    return "cap" if _CAP.search(before) else "floor" if _FLOOR.search(before) else None


def limit_after(after: str) -> Limit | None:
    """Say how a figure that is an item of a list limits the item before it, from the words after it."""
    named = _NAMED_AFTER.match(after)
    return None if named is None else "cap" if named["cap"] else "floor"


def limit(between: str, after: str) -> Limit | None:
    """Say how a figure limits the one before it, from the text between them and the text after."""
    between = _ASIDE.sub("", between)
    if len(between) > _NEAR or _ENDS.search(between):
        return None
    whichever = _WHICHEVER.search(after)
    if _LEAST_AFTER.match(after):
        return "floor"
    if _OR.search(between) and whichever:
        return "cap" if re.search(r"\b(?:lower|less|lesser|smaller)\b", whichever[0]) else "floor"
    if _CAP.search(between):
        return "cap"
    return "floor" if _FLOOR.search(between) else None
