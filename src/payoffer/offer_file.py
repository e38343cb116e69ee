"""Text to Offer."""

import tomllib
from decimal import Decimal

from payoffer.offer import Offer

MOST_DOTS = 500
"""A text with more is read with care: tomllib takes long over names of many parts joined by dots."""


def read_offer(text: str, file: str) -> Offer:
    """Return the offer in a TOML text; ``file`` is what a mistake calls it.

    Raises ``OfferFileError`` with every mistake that can be seen at once.
    """
    try:
        if text.count(".") <= MOST_DOTS:
            return Offer.model_validate(tomllib.loads(text, parse_float=Decimal))
    except (ValueError, ArithmeticError, RecursionError):
        pass
    # Only a file with mistakes pays for the search for them.
    from payoffer.mistakes import read_with_care  # noqa: PLC0415

    return read_with_care(text, file)
