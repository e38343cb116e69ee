"""The words of a command line before they are parsed: what pasting spoils, and options given twice.

A parser meets a pasted long dash as a strange offer, ``-inflation`` as ``-i nflation``, and lets the last of
two ``--salary`` win. These checks walk the words exactly as the parser will (no prefixes of option names;
``-s40000`` holds its value; the word after an option that takes a value is that value, whatever it looks
like; ``--`` ends the options) and refuse with the remedy.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from payoffer.errors import UsageProblem
from payoffer.typed import DASHES, INVISIBLE, shown

# A curly apostrophe inside a name is no quotation mark; at the start of a word or value it is.
_CURLY = re.compile("[\u201c\u201d\u201e\u201f]|(?:^|=)[\u2018\u2019\u201a\u201b]")
# The bytes of a pound sign, in UTF-8 or Latin-1, where the locale holds no such character.
_LOST_POUND = re.compile("(?:\udcc2?\udca3)(?=\\s?[-+]?\\s?[0-9.])")
_NO_BREAK = "\u00a0\u2007\u202f"
_TO_HYPHEN = str.maketrans(dict.fromkeys(DASHES, "-"))


class Options(NamedTuple):
    """The options of a command as they are spelled, long and short.

    ``single`` take a value and may be given once, ``many`` take a value and may be repeated: both map each
    spelling to the name it stands for (``{"-s": "--salary", "--salary": "--salary"}``). ``flags`` take none.
    """

    single: Mapping[str, str]
    many: Mapping[str, str]
    flags: Collection[str]

    def take_value(self, spelling: str) -> bool:
        """Tell whether a value follows this spelling."""
        return spelling in self.single or spelling in self.many

    def known(self, spelling: str) -> bool:
        """Tell whether there is such an option."""
        return self.take_value(spelling) or spelling in self.flags


class Word(NamedTuple):
    """One word: whether it is the value of the word before, and the options it spells."""

    text: str
    is_value: bool = False
    spelled: tuple[str, ...] = ()


def mended(argv: Sequence[str], options: Options) -> list[str]:
    """Return the words without what is invisible or no-break space at their ends; refuse what is spoilt.

    The bytes of a pound sign before a figure, where the locale knows none, are one again.

    ``argv`` is what follows ``payoffer``, the command's own name first.

    Raises:
        UsageProblem: a word with curly quotes, an option with a long dash or one hyphen for two, a value
            after ``-s=``, or words held together by a no-break space. What follows ``--`` is left alone.

    """
    stripped = [_LOST_POUND.sub("£", word).strip(INVISIBLE + _NO_BREAK) for word in argv]
    words = [word for word, typed in zip(stripped, argv, strict=True) if word or not typed]
    for word in _walk(words, options):
        if _CURLY.search(word.text):
            raise UsageProblem(
                f'{shown(word.text)} has curly quotes: type straight ones, such as "6%, 5.5%", around it'
            )
        if not word.is_value:
            _check_dash(word.text, options)
            _check_space(word.text)
    return words


def twice(argv: Sequence[str], options: Options) -> None:
    """Refuse an option that takes one value and is given two, under one spelling or several.

    Raises:
        UsageProblem: naming the option.

    """
    seen: set[str] = set()
    for word in _walk(argv, options):
        for name in (options.single[spelling] for spelling in word.spelled if spelling in options.single):
            if name in seen:
                raise UsageProblem(f"{name} is given twice: give it once")
            seen.add(name)


def _walk(argv: Sequence[str], options: Options) -> Iterator[Word]:
    """Yield the words up to ``--`` in the parts that the parser will see in them."""
    words = iter(argv)
    in_command = False
    for text in words:
        if text == "--" and in_command:
            return
        if len(text) == 1 or not text.startswith("-"):
            in_command = True
            yield Word(text)
        else:  # with a -- before the command's name, which ends only the options of payoffer itself
            spelled, wants_value = _spelled(text, options)
            yield Word(text, spelled=spelled)
            value = next(words, None) if wants_value else None
            if value is not None:
                yield Word(value, is_value=True)


def _spelled(text: str, options: Options) -> tuple[tuple[str, ...], bool]:
    """Return the options that ``text`` spells, and whether the last takes the next word as its value."""
    if text.startswith("--"):
        name, attached, _ = text.partition("=")
        return (name,), not attached and options.take_value(name)
    letters = [f"-{letter}" for letter in text[1:]]
    last = next((at for at, letter in enumerate(letters) if options.take_value(letter)), None)
    if last is None:
        return tuple(letters), False
    return tuple(letters[: last + 1]), last + 1 == len(letters)


def _check_dash(text: str, options: Options) -> None:
    """Refuse an option that does not begin with the two hyphens, or the one and a letter, that it needs."""
    name, equals, value = text.partition("=")
    straight = name.translate(_TO_HYPHEN)
    letters = straight.lstrip("-")
    lead = name[: len(straight) - len(letters)]
    long_dash = lead.strip("-") != "" or (lead == "--" and name != straight)
    if long_dash and not letters:
        raise UsageProblem(f"{shown(text)} is a long dash: type hyphens, as in -s or --salary")
    if not letters[:1].isalpha():
        return
    is_long = options.known(f"--{letters.lower()}")
    if long_dash:
        right = f"--{letters.lower()}" if is_long else f"-{letters}" if _is_short(letters) else f"--{letters}"
        raise UsageProblem(f"{shown(text)} has a long dash in it: type {shown(right + equals + value)}")
    if lead == "-" and is_long:
        right = f"--{letters.lower()}{equals}{value}"
        raise UsageProblem(f"{shown(text)} has one hyphen where two are needed: type {shown(right)}")
    if equals and options.take_value(name) and lead != "--":
        raise UsageProblem(f"{shown(text)} has an = after a single letter: type {shown(f'{name} {value}')}")


def _is_short(letters: str) -> bool:
    """Tell whether these are one letter, or one with its value (``s40000``), and not a name."""
    return not letters[1:2].isalpha()


def _check_space(text: str) -> None:
    """Refuse words, or an option and its value, that a copied no-break space holds together."""
    outside = text.partition("=")[0] if text.startswith("--") else "" if text.startswith("-") else text
    if any(c.isspace() and not c.isascii() for c in outside):
        raise UsageProblem(f"{shown(text)} is held together by a no-break space: type an ordinary space there")
