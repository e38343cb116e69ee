"""The command that makes an answer again, as it can be pasted into a terminal."""

import shlex
from collections.abc import Iterable

_LIVE_IN_DOUBLE_QUOTES = frozenset('"$`!\\')


def command_line(words: Iterable[str]) -> str:
    """Return ``words`` as one line, in double quotes where they need any, which every shell takes."""
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    quoted = shlex.quote(word)
    return quoted if quoted == word or _LIVE_IN_DOUBLE_QUOTES & set(word) else f'"{word}"'
