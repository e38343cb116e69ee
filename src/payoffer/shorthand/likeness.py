"""Whether a word that is no offer's name looks like an offer in shorthand."""

import re

from payoffer.typed import POUND

_FIGURE = re.compile(
    rf"%|\uff05|(?:{POUND})\s?[0-9]|[0-9]\s*(?:per\s?cent|percent|pc|pct|p|pence|pounds?|k|gbp|quid)\b", re.IGNORECASE
)
_LIKE = re.compile(
    r""":
    |^[\s0-9.,;+&-]*[0-9](?:[\s0-9.,;+&-]|\b(?:then|and|plus|to)\b)*$
    |[€$]\s?[0-9]
    |^[+&,;]+$
    |\bper\s?cent\b
    |^\W*(?:rpi|cpih?)\b\s*(?:$|[+,]|-\s*[0-9]|plus|minus|of|from)""",
    re.IGNORECASE | re.VERBOSE,
)


def looks_like_shorthand(word: str) -> bool:
    """Say whether a word was meant as an offer: it has a percent or pound sign, a colon, or figures alone."""
    return has_figure(word) or _LIKE.search(word) is not None


def has_figure(word: str) -> bool:
    """Say whether there is a percentage or a sum in a text."""
    return _FIGURE.search(word) is not None
