"""What a message to forward on a phone keeps to: no marks but its own, paragraphs, and a length."""

import re

MARKS = re.compile(r"[*_~`]+")

LONGEST = 900


def bold(name: str) -> str:
    """Return a name without the marks that a phone would take for bold, italics or struck out."""
    return MARKS.sub("", name)


def paragraphs(*texts: str) -> str:
    """Return a message of paragraphs, those that are empty left out."""
    return "\n\n".join(filter(None, texts)) + "\n"
