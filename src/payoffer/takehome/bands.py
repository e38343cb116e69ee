"""The two functions that every deduction rests on: a rate for each band of pay, or one rate on all of it.

Income tax, National Insurance and student loans are marginal; so are the tranches of the Scottish local government
pension. The tiers of the other public-service pensions are slabs: a pound over a limit moves the whole of pay to
the next rate. Pounds a year and rates are Decimals; a rate is a fraction (0.2 for 20%). Nothing is rounded but the
blended rate, which its scheme rounds.
"""

from decimal import Decimal
from typing import NamedTuple

from payoffer.money import decimals

ZERO = Decimal(0)
BLENDED_PLACES = 3
"""The Scottish local government scheme rounds its blended rate to 0.1%: three decimals of a fraction."""


class Band(NamedTuple):
    """A rate on the part of an amount that lies above ``above`` and up to ``to`` (None: no limit)."""

    above: Decimal
    to: Decimal | None
    rate: Decimal


class Tier(NamedTuple):
    """A rate on all of pay, where pay is at least ``pay_from`` and below ``pay_below`` (None: no limit)."""

    pay_from: Decimal
    pay_below: Decimal | None
    rate: Decimal


def marginal(bands: tuple[Band, ...], amount: Decimal) -> Decimal:
    """Return what is due on ``amount``: each band's rate on the part that lies in it.

    >>> bands = Band(Decimal(0), Decimal(100), Decimal("0.2")), Band(Decimal(100), None, Decimal("0.4"))
    >>> marginal(bands, Decimal(150))
    Decimal('40.0')
    """
    due = ZERO
    for above, to, rate in bands:
        if amount <= above:
            break
        due += ((amount if to is None or amount < to else to) - above) * rate
    return due


def slab(tiers: tuple[Tier, ...], pay: Decimal) -> Decimal:
    """Return the one rate that falls on all of ``pay`` (0 or more)."""
    found = ZERO
    for pay_from, _, rate in tiers:
        if pay < pay_from:
            break
        found = rate
    return found


def blended(tiers: tuple[Tier, ...], pay: Decimal) -> Decimal:
    """Return the one rate that tranches come to on ``pay``, rounded to 0.1% as the Scottish scheme does.

    ``legislation.gov.uk/ssi/2018/141/regulation/9`` has the tranches; funds publish the rounded rate as a table.
    """
    if not pay:
        return tiers[0].rate
    return decimals(marginal(tuple(Band(*tier) for tier in tiers), pay) / pay, BLENDED_PLACES)
