"""One number as it was typed, and how a text that is none is quoted and refused.

The ground under ``inputs``: it knows digits, signs and separators, and nothing of pay. At most 20 digits are
taken, so that no Decimal made from them can be rounded by the context.
"""

import re
from decimal import Decimal
from typing import NamedTuple, NoReturn

from payoffer.errors import UsageProblem

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
"""Dashes and minus signs that word processors, phones and web pages put where a hyphen was meant."""
INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Characters that a copied text may carry at its ends and nobody sees."""

_ECHOED = 40
_LONGEST = 60
_DIGITS = 20
_TO_HYPHEN = str.maketrans(dict.fromkeys(DASHES, "-"))
POUND = "\u00c2\u00a3|\u252c\u00fa|\udcc2\udca3|\u00a3|\u00fa|\u0153|\udca3|\uffe1|\u20a4|GBP"
"""Pattern of the pound sign, and what it becomes between UTF-8, Latin-1 and the code pages of a Windows console."""
_PERCENT = re.compile(r"(?<=[0-9])\s*(?:%|\uff05|per ?cent\b|pc\b)", re.IGNORECASE)
_SIGNED = re.compile(
    rf"(?P<sign>[+-]?)\s*(?P<pounds>{POUND})?\s*(?P<inner>[+-]?)\s*(?P<figure>.*?)\s*(?P<suffix>[%km]?)",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[0-9]+|[0-9]*\.[0-9]+")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}([, ])[0-9]{3}(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_POINT_OR_THOUSAND = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_TWO_WHOLES = re.compile(r"[0-9]+,[0-9]+")
_ODD_COMMAS = re.compile(r"[0-9][0-9, ]*(?:\.[0-9]+)?")


class Typed(NamedTuple):
    """A number as it was typed: its value, whether it is in pounds, and ``%``, ``k``, ``m`` or nothing."""

    value: Decimal
    pounds: bool
    suffix: str


def shown(text: str) -> str:
    """``text`` fit for one line of an error: printable, 40 characters at most, quoted if it has spaces."""
    start = text.strip()[: _ECHOED + 1]
    if len(start) > _ECHOED:
        start = f"{start[: _ECHOED - 3]}..."
    start = "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in start)
    return f'"{start}"' if " " in start or not start else start


def quoted(text: str) -> str:
    """``text`` as ``shown``, in quotation marks whatever is in it."""
    left = shown(text)
    return left if left.startswith('"') else f'"{left}"'


def refuse(what: str, text: str, why: str) -> NoReturn:
    """Raise the ``UsageProblem`` for ``text`` typed as ``what``; ``why`` holds the fault and the remedy."""
    message = f"{what}: {shown(text)} {why}"
    raise UsageProblem(message)


def trimmed(text: str, *, what: str, example: str, longest: int = _LONGEST) -> str:
    """``text`` without the spaces and invisible characters at its ends.

    Raises:
        UsageProblem: nothing is left, or more than ``longest`` characters are.

    """
    left = text.strip().strip(INVISIBLE).strip()
    if not left:
        message = f"{what}: nothing is written there: write {example}"
        raise UsageProblem(message)
    if len(left) > longest:
        refuse(what, left, f"is too long: write {example}")
    return left


def tidy(text: str) -> str:
    """``text`` with one kind of space, of hyphen and of percent sign, as ``read`` takes them."""
    spaced = "".join(" " if c.isspace() else c for c in text.translate(_TO_HYPHEN))
    return _PERCENT.sub("%", spaced)


def read(text: str, *, what: str, example: str, suffixes: str = "%", point: bool = False) -> Typed:
    """Read one number that may carry a sign, a pound sign, a suffix and thousands in threes.

    ``example`` ends the refusal; ``suffixes`` are those taken. ``point`` says that a point is one whatever
    follows it: elsewhere 40.125 could be forty and an eighth or, as on the continent, forty thousand.

    Raises:
        UsageProblem: the text is no number, or could be more than one.

    """
    match = _SIGNED.fullmatch(tidy(trimmed(text, what=what, example=example)))
    suffix = match["suffix"].lower() if match else ""
    if (
        match is None
        or (match["sign"] and match["inner"])
        or (suffix and suffix not in suffixes)
        or (suffix == "%" and match["pounds"])
    ):
        refuse(what, text, f"is not a plain number: write {example}")
    figure, sign = match["figure"], match["sign"] + match["inner"]
    if sum(map(str.isdigit, figure)) > _DIGITS:
        refuse(what, text, f"has too many digits: write {example}")
    meanings = _meanings(figure, point=point or suffix != "")
    if len(meanings) != 1:
        # 06 is not what anybody means by 0,6.
        clear = (f"{sign}{meaning}{suffix}" for meaning in meanings if not re.match("0[0-9]", meaning))
        either = " or ".join(clear)
        refuse(what, text, f"could be {either}: write {either}" if either else _fault(figure, example))
    return Typed(Decimal(sign + meanings[0]) or Decimal(0), pounds=bool(match["pounds"]), suffix=suffix)


def _meanings(figure: str, *, point: bool) -> list[str]:
    """List the numbers that ``figure`` could be, each so written that it could be no other."""
    if _TWO_WHOLES.fullmatch(figure) and not _THOUSANDS.fullmatch(figure):
        return [figure.replace(",", "."), figure.replace(",", "")]
    if _POINT_OR_THOUSAND.fullmatch(figure) and not point:
        return [figure[:-1] if figure.endswith("0") else f"{figure}0", figure.replace(".", "")]
    if _PLAIN.fullmatch(figure) or _THOUSANDS.fullmatch(figure):
        return [figure.replace(",", "").replace(" ", "")]
    return []


def _fault(figure: str, example: str) -> str:
    """Say what is wrong with ``figure``, which is no number, and what to write."""
    if any(c.isnumeric() and not c.isascii() for c in figure):
        return "has digits that are not 0 to 9: write it with those"
    if _ODD_COMMAS.fullmatch(figure):
        whole = figure.replace(",", "").replace(" ", "")
        return f"has a comma or a space out of place: write {whole} if that is meant"
    return f"is not a plain number: write {example}"
