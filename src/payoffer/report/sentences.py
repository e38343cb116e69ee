"""The verdict in words: each finding one sentence or two, every slot a figure of the table, no adjectives."""

from payoffer.compare import Comparison
from payoffer.report.order_voice import OrderVoice
from payoffer.report.pay_voice import PayVoice
from payoffer.report.prices_voice import PricesVoice
from payoffer.report.voice import Sentence
from payoffer.report.words import Label
from payoffer.verdict import Verdict


def sentences(
    answer: Comparison,
    names: dict[str, Label],
    verdict: Verdict,
    *,
    brief: bool = False,
    last_year_only: bool = False,
) -> list[Sentence]:
    """Return the whole verdict, sentence by sentence; what is left out as in ``Voice``."""
    order = OrderVoice(answer, names, brief=brief)
    prices = PricesVoice(answer, names, brief=brief, last_year_only=last_year_only)
    pay = PayVoice(answer, names, brief=brief)
    found: list[Sentence] = []
    if verdict.ranked:
        found += order.ranked(verdict.ranked)
    if verdict.longer:
        found += order.longer(verdict.longer, verdict.ranked)
    for keeping in verdict.keeping_up:
        found += prices.keeping_up(keeping)
    for part in () if brief else verdict.in_payment:
        found += pay.in_payment(part)
    if verdict.salary_matters and not (brief and verdict.same_on_any_pay and not verdict.crossings_after.found):
        found.append(pay.salary(verdict))
    return found
