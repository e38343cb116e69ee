"""Text to Offer."""

import tomllib
from decimal import Decimal

from payoffer.offer import Offer


def read_offer(text: str, file: str) -> Offer:
    """Return the offer in a TOML text."""
    return Offer.model_validate(tomllib.loads(text, parse_float=Decimal))
