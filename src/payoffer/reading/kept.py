"""Whether money is kept in pay (consolidated) or paid once (a lump sum): the word nearest to the figure says so."""

import re

from payoffer.reading.found import TermKind

_ONCE = (
    r"\bone[- ]off\b|\bone[- ]time\b|\blump[- ]sums?\b|\bnon[- ]?consolidated\b|\bunconsolidated\b"
    r"|(?:\bnot|n't)(?: be)? consolidated\b|\bbonus(?:es)?\b|\bpayments\b(?= of\b| averag|$| in\b| to\b)|\bpayment\b"
    r"|\b(?:cost[- ]of[- ]living|recovery) payments\b|\bthank[- ]you\b|\bvouchers?\b"
    r"|\b(?:colleague |club|gift )cards?\b"
    r"|\bgoodwill\b|\bsign(?:ing)?[- ]on\b|\bsigning\b|\bex[- ]gratia\b"
    r"|\bcash (?:up front|sum|payment|award)\b|\bsums?\b(?= (?:for|to|in|on)\b)"
    r"|\bonce\b(?! more| again)|\bpockets?\b|\bon the nail\b"
    r"|\bin the hand\b|\bin lieu of\b|\binstead of (?:arrears|back ?pay)\b|\bthrow(?:s|n|ing)? in\b|\bat christmas\b"
)
_KEPT = (
    r"(?<!non-)(?<!non )(?<!not )(?<!n't )(?<!not be )(?<!n't be )\bconsolidated\b|\bris(?:es?|ing)\b|\bincreas\w+"
    r"|\buplift\w*|\bpay awards?\b|\bbasic (?:pay|rates?)\b|\bpay points?\b"
)
_WORD = re.compile(f"(?P<once>{_ONCE})|(?P<kept>{_KEPT})")
_IN_A_PAY_PACKET = re.compile(
    r"^[^#;.]{0,40}\b(?:in (?:the |your |their |this |next )?(?:[\w']+ )?(?:payroll|pay packets?|wages|pay)\b"
    r"|in (?:november|december)\b|(?:in )?cash\b|tax[- ](?:paid|free))"
)
"""What makes a sum that is told after a figure one that is paid once: a rise is not paid in December's wages."""
_SAID_NEXT = re.compile(
    r"^\s*(?:it|this|that|the (?:money|payment|sum|cash))\b(?:'s)?[^.;]{0,50}\b(?:one-off|single|lump|once|"
    r"not (?:be )?(?:consolidated|pensionable|part)|won't be (?:consolidated|part)|non-consolidated)\b"
)
_NOT_FOR_PENSION = re.compile(
    r"^[^#.]{0,80}\b(?:not|doesn't|won't|don't) (?:be )?(?:count (?:for|towards)|pensionable|consolidated)\b"
)
_SAID_JUST = re.compile(
    r"\b(?:one-off|lump sum|bonus|signing-on|single|cash) (?:payments?|sums?)?[^.]{0,20}[.?!]"
    r" (?:yes|it is|it's|that is)?,?\s?$"
)
_STOP_AFTER = re.compile(
    r"#|,? and |, |;|\bwith (?=an? |another )|\bbut\b|\bwhile\b|\bplus\b|\bas well as\b|\balongside\b|: |\. "
)
_STOP_BEFORE = re.compile(r"#| and |;|\bplus\b|\+|, a |(?<!\.)\. |\bwith (?=a |an )")
_APART = re.compile(
    r", (?:fully |all |but |paid as )?(?=(?:(?:non-?|un|not )?consolidated|one-off)\b(?![^#.,;]{0,30}#))"
)
_IN_BRACKETS = re.compile(r"^ \([^()]{0,30}#[^()]{0,30}\)")
_ASIDE = re.compile(r", (?!and |with |plus )")


def once_beside(before: str, rest: str, after: str) -> bool:
    """Say whether the sentence before a sum, or the rest of its own or the one after it, tells that it is paid once."""
    return bool(_SAID_JUST.search(before) or _NOT_FOR_PENSION.search(rest) or _SAID_NEXT.search(after))


def kind_of(left: str, right: str, heading: str, unit: str, *, before: TermKind | None) -> TermKind:
    """Return the kind of a figure from the text left and right of it; ``before`` is that of a figure joined to it."""
    # "1.5%, would be non-consolidated": a comma at once ends nothing.
    right = _APART.sub(" ", _IN_BRACKETS.sub("", right))
    stop = _STOP_AFTER.search(right, 2 if _ASIDE.match(right) else 0)
    after = _WORD.search(right[: stop.start()] if stop else right)
    begin = max((found.end() for found in _STOP_BEFORE.finditer(left)), default=0)
    near = list(_WORD.finditer(left[begin:]))
    if after and (after["once"] or not near):
        return "lump_sum" if after["once"] else "consolidated"
    if unit == "sum" and not near and _IN_A_PAY_PACKET.search(right):
        return "lump_sum"
    if near:
        return "lump_sum" if near[-1]["once"] else "consolidated"
    if before:
        return before
    above = _WORD.search(heading)
    return "lump_sum" if above and above["once"] and unit != "percent" else "consolidated"
