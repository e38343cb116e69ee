"""What the answer is written on: how wide it is, and which characters survive there.

Tables use only characters that are in both cp1252 and cp850. Where ``£`` is not one of them it becomes
``GBP`` before anything is laid out; a name loses its accents (NFKD), and what is left over becomes ``?``.
"""

import textwrap
import unicodedata
from typing import NamedTuple

INDENT = "  "
POUND_SIGN = "£"
PLAIN = str.maketrans({"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "\u00a0": " ", "−": "-"})  # noqa: RUF001


class Medium(NamedTuple):
    """A place for text: its width in characters, and the encoding that it must survive."""

    width: int = 80
    encoding: str = "utf-8"

    def safe(self, text: str) -> str:
        """Return ``text`` in characters that the medium can show."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return "".join(self._degraded(character) for character in text.translate(PLAIN))
        return text

    def _degraded(self, character: str) -> str:
        for candidate in (character, unicodedata.normalize("NFKD", character)):
            kept = "".join(part for part in candidate if not unicodedata.combining(part))
            try:
                kept.encode(self.encoding)
            except UnicodeEncodeError:
                continue
            return kept
        return "GBP " if character == POUND_SIGN else "?"

    def wrap(self, text: str, first: str = "", rest: str | None = None) -> list[str]:
        """Break ``text`` into lines within the width, the first after ``first``, the others after ``rest``."""
        return textwrap.wrap(
            self.safe(text),
            width=max(self.width, len(first) + 1),
            initial_indent=first,
            subsequent_indent=first if rest is None else rest,
            break_on_hyphens=False,
        ) or [first.rstrip()]
