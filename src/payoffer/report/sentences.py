"""The verdict in words: each finding one sentence or two, every slot a figure of the table, no adjectives."""

from collections.abc import Collection

from payoffer.compare import Comparison
from payoffer.report.longer_voice import LongerVoice
from payoffer.report.pay_voice import PayVoice
from payoffer.report.prices_voice import PricesVoice
from payoffer.report.voice import Part, Sentence
from payoffer.report.words import Label
from payoffer.verdict import Verdict


def sentences(
    answer: Comparison,
    names: dict[str, Label],
    verdict: Verdict,
    *,
    brief: bool = False,
    without: Collection[Part] = (),
) -> list[Sentence]:
    """Return the whole verdict, sentence by sentence; what is left out as in ``Voice``."""
    order = LongerVoice(answer, names, brief=brief, without=without)
    prices = PricesVoice(answer, names, brief=brief, without=without)
    pay = PayVoice(answer, names, brief=brief)
    found: list[Sentence] = []
    if verdict.ranked:
        found += order.ranked(verdict.ranked)
    if verdict.longer and Part.ORDER_AFTERWARDS not in without:
        found += order.longer(verdict.longer, verdict.ranked)
    for keeping in verdict.keeping_up:
        found += prices.keeping_up(keeping)
    for part in () if brief else verdict.in_payment:
        found += pay.in_payment(part)
    same = brief and verdict.same_on_any_pay and not verdict.crossings_after.found
    if verdict.salary_matters and not same and Part.ANOTHER_SALARY not in without:
        found.append(pay.salary(verdict))
    return found
