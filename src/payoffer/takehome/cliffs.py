"""Cliff edges: limits of a pension's tiers, where a pound more of pay leaves less in the pocket.

A slab charges all of pay at the rate of its tier, so at a limit the contribution jumps. The loss is what take-home
pay a year falls by over the last penny below the limit, were that pay to last; it is made good by a rise, and the pay
from which somebody is better off again is the least whole pound that leaves as much as just below the limit.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from payoffer.inputs import MOST_MONEY
from payoffer.money import PENNY
from payoffer.takehome.bands import slab
from payoffer.takehome.deductions import Earnings, take_home
from payoffer.takehome.rules import Rules
from payoffer.takehome.tables import PensionTable


class Cliff(NamedTuple):
    """One limit that a rise crosses: pay as its table looks at it, fractions of pay, pounds a year.

    ``full_time`` where the table looks at full-time pay, ``last_year`` where at the pay of the year before.
    """

    limit: Decimal
    rate_below: Decimal
    rate_from: Decimal
    loss: Decimal
    better_off_from: Decimal
    full_time: bool
    last_year: bool


def crossed(before: Earnings, after: Earnings, rules: Rules) -> list[Cliff]:
    """Return the limits above pay ``before`` and up to pay ``after``, lowest first; none for a fall in pay."""
    found: dict[Decimal, Cliff] = {}
    for table in dict.fromkeys(each.table for each in rules.contributions):
        if table is None or table.tranches:
            continue
        low, high = ((pay.full_time if table.full_time else pay.gross) for pay in (before, after))
        for tier in table.tiers:
            if low < tier.pay_from <= high:
                found.setdefault(tier.pay_from, _cliff(tier.pay_from, table, after.fte, rules))
    return [found[limit] for limit in sorted(found)]


def _cliff(limit: Decimal, table: PensionTable, fte: Decimal, rules: Rules) -> Cliff:
    below = _net(limit - PENNY, table, fte, rules)
    later = [tier.pay_from for tier in table.tiers if tier.pay_from > limit]
    return Cliff(
        limit,
        slab(table.tiers, limit - PENNY),
        slab(table.tiers, limit),
        below - _net(limit, table, fte, rules),
        _made_good(below, limit, later, table, fte, rules),
        table.full_time,
        table.last_year,
    )


def _net(pay: Decimal, table: PensionTable, fte: Decimal, rules: Rules) -> Decimal:
    """Return what is left of a year's pay that has lasted, given as the table looks at it."""
    gross, full_time = (pay * fte, pay) if table.full_time else (pay, pay / fte)
    return take_home(Earnings(gross, full_time, fte, gross, full_time), rules).net


def _made_good(  # noqa: PLR0913, PLR0917
    target: Decimal, limit: Decimal, later: Sequence[Decimal], table: PensionTable, fte: Decimal, rules: Rules
) -> Decimal:
    """Return the least whole pound from ``limit`` on that leaves ``target``, in the first tier that reaches it.

    Within a tier more pay leaves more.
    """
    tiers = ((int(start), int(end) - 1) for start, end in zip([limit, *later], [*later, MOST_MONEY], strict=True))
    low, high = next((low, high) for low, high in tiers if _net(Decimal(high), table, fte, rules) >= target)
    while low < high:
        middle = (low + high) // 2
        if _net(Decimal(middle), table, fte, rules) < target:
            low = middle + 1
        else:
            high = middle
    return Decimal(low)
