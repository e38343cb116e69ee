"""The words that people use for the parts of an offer, each a phrase as ``marks`` takes it."""

from payoffer.offer_parts import IN_FORCE, IN_PAYMENT
from payoffer.uplift import BEFORE

INDICES = ("rpi", "cpi", "cpih", "rpix")
THEN = ("then", "and then", "followed by", "and after that", "after that")
PLUS = ("+", "plus", "&", "with", "as well as", "together with", "along with", "and also")
UNTIL = ("until", "ending", "ending on", "ending in", "lasting until", "running to", "running until")
COMMAS = (",", ";")
ZERO = ("no rise", "no increase", "no pay rise", "nothing", "nil", "zero", "pay freeze", "freeze", "a freeze")
LEAST_PAY = (
    *("pay at least", "pay of at least", "minimum pay", "minimum pay of", "a minimum pay of"),
    *("nobody under", "nobody below", "no one under", "no one below"),
)
BEFORE_A_FIGURE = (
    *("in line with", "a rise in line with", "rise in line with", "linked to", "a rise in", "the rise in"),
    *("a", "an", "the", "another", "a further", "further", "an extra", "extra", "an additional", "additional"),
    *("a rise of", "rise of", "rises of", "an increase of", "increase of", "a pay rise of", "pay rise of"),
    *("an uplift of", "uplift of", "an award of", "award of", "a pay award of", "consolidated", "of"),
)
AFTER_A_FIGURE = (
    *("rise", "rises", "increase", "uplift", "pay rise", "pay increase", "pay award", "award", "consolidated"),
    *("across the board", "for all", "for everyone", "for everybody", "to all", "extra", "more"),
    *("pro rata", "prorata"),
)
ONE_OFF = (
    *("one off", "oneoff", "lump sum", "lump", "bonus", "non consolidated", "nonconsolidated", "unconsolidated"),
    *("not consolidated", "one time", "paid once", "once"),
)
ITS_NAME = ("payment", "payments", "sum", "award", "cash payment", "cash", "cash sum", "bonus", "lump sum")
ON_TOP = ("on top", "on top of that", "on top of this", "on top of it", "on top of which")
ALREADY = ("already paid", "already being paid", "already in payment", "in payment", "being paid already")
EACH_YEAR = ("a year", "each year", "every year", "per year", "per annum", "pa", "annually", "yearly")
OVER_YEARS = ("over", "over the next", "spread over", "across")
DAY_BEFORE = ("pay on the day before", "pay the day before", "pay on the day before it", "pay of the day before")
BASES = {
    BEFORE: (
        *DAY_BEFORE,
        "pay before",
        "pay before it",
        "pay before the offer",
        "old pay",
        "previous pay",
        "salary before",
    ),
    IN_PAYMENT: ("pay now", "current pay", "present pay", "todays pay", "salary now", "current salary"),
    IN_FORCE: ("pay after", "pay after the rise", "pay after it", "new pay", "salary after", "new salary"),
    None: ("pay", "basic pay", "salary", "annual salary", "annual pay", "basic salary"),
}
