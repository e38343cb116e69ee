"""The verdict on what is already being paid, and on the salary it was reckoned for."""

from collections.abc import Iterator
from fractions import Fraction

from payoffer.compare import Valued
from payoffer.crossing import LEAST, MOST, Crossings
from payoffer.money import decimals, plain, pounds
from payoffer.periods import YEAR, add_months, month_name
from payoffer.report.supposed_voice import SupposedVoice
from payoffer.report.voice import Sentence, Voice
from payoffer.report.words import (
    capital,
    in_months,
    joined,
    money_span,
    the_months,
)
from payoffer.verdict import (
    InPayment,
    Verdict,
    span,
)

SETTLED = frozenset({"accepted", "imposed"})
FEW = 3
"""As many crossings are told one by one."""


class PayVoice(Voice):
    """Tells rules 6 and 7."""

    def in_payment(self, part: InPayment) -> Iterator[Sentence]:
        """Tell what of an offer is already being paid, and what a Yes vote adds."""
        offer, label = part.offer, self.of(part.offer)
        own = offer.reads[0].figures.own
        if part.nothing_new:
            text = f"{capital(label.party)}: no new offer; {_awards_in_payment(offer)} already being paid."
            figures = {
                "rate_in_payment": decimals(offer.rate_in_payment, 0),
                "new_rate": [decimals(0, 0), decimals(0, 0)],
            }
            yield Sentence("in_payment", (offer.id,), own.months, figures, text)
            return
        added = span((read.figures.own.rate_at_end - offer.rate_in_payment) * own.fte for read in offer.reads)
        adds = []
        if added.high:
            adds.append(f"{money_span(added)} a year{'' if _first_year_only(offer) else ' by its end'}")
        new = [lump for lump in offer.reads[0].schedule.offer.lump_sum if not lump.in_payment]
        if new:
            adds.append("the one-off" if len(new) == 1 else "the one-offs")
        place = capital(label.place) + ("," if label.place[-1].isdigit() else "")
        who = "The deal" if offer.offer.status in SETTLED else "A Yes vote"
        text = f"{place} {_paid_part(offer)}. {who} adds {joined(adds or ['nothing'])}."
        figures = {
            "rate_in_payment": decimals(offer.rate_in_payment, 0),
            "new_rate": [decimals(added.low, 0), decimals(added.high, 0)],
        }
        yield Sentence("in_payment", (offer.id,), own.months, figures, text)

    def salary(self, verdict: Verdict) -> Sentence:
        """Tell that another salary can give another order, and where."""
        pay = self.answer.question.pay
        salary = pounds(pay.salary) + (" now" if pay.now else "")
        text = "Another salary can give another order"
        if not self.brief:
            text = f"This is on {salary}; {text[:1].lower()}{text[1:]}"
        told = self._turns(verdict)
        if told and verdict.same_on_any_pay and not verdict.crossings_after.found:
            text = f"This is on {salary}; {told}"
        elif told:
            text += f": {told}"
        figures = {
            "crossings": [decimals(crossing.salary, 0) for crossing in verdict.crossings.found],
            "crossings_after": [decimals(crossing.salary, 0) for crossing in verdict.crossings_after.found],
        }
        return Sentence(
            "salary", tuple(offer.id for offer in self.answer.offers), self.answer.months_covered, figures, f"{text}."
        )

    def _turns(self, verdict: Verdict) -> str:
        """Return at which salaries two offers change places, or that they do at none, over each of the months told."""
        first = self._places(verdict.crossings, same=verdict.same_on_any_pay)
        if verdict.longer is None:
            return first
        covered = self.answer.months_covered
        period = in_months(covered)
        if covered != YEAR:
            period = f"over {the_months(covered)} {'both' if len(self.answer.offers) == 2 else 'all'} cover"  # noqa: PLR2004
        after = self._places(verdict.crossings_after, same=verdict.same_after_on_any_pay)
        supposed = SupposedVoice(self.answer, self.names).supposed(verdict.longer.ranked.conditions)
        if self.brief:
            first = first if verdict.crossings.found else ""
            silent = not any(condition.follows for condition in verdict.longer.ranked.conditions)
            supposed = "if no rise" if silent else supposed
        over = f"{in_months(self.answer.months)}, {supposed}"
        if first == after and not (verdict.crossings.found or self.brief):
            return f"{period} {first}, and so is the order {over}" if first else ""
        return "; ".join(f"{when} {told}" for when, told in ((period, first), (f"{over},", after)) if told)

    def _places(self, found: Crossings, *, same: bool) -> str:
        places = [crossing.salary for crossing in found.found]
        if len(self.answer.offers) == 2 and places:  # noqa: PLR2004
            several = len(places) > 1 and any(len(offer.reads) > 1 for offer in self.answer.offers)
            each = joined(pounds(place) for place in places)
            at = f"at about {each}" if len(places) <= FEW else f"between {pounds(places[0])} and {pounds(places[-1])}"
            open_ = ", depending on what the offers leave open" if several else ""
            return f"they change places {at}{open_}"
        return f"the order is the same on any pay from {pounds(LEAST)} to {pounds(MOST)}" if same else ""


def _paid_part(offer: Valued) -> str:
    """Return what of an offer is already being paid: points, a part of its first rise, or a one-off."""
    share = points_in_payment(offer)
    if share:
        done, of = share
        return f"{plain(done)} of the {plain(of)} points are already being paid"
    rise = (offer.rate_in_payment - offer.rate_before) * offer.reads[0].figures.own.fte
    once = sum((payment.amount for payment in offer.reads[0].schedule.in_payment.payments), Fraction(0))
    parts = [f"{pounds(rise)} a year"] if rise else []
    parts += [f"a one-off of {pounds(once)}"] if once else []
    return f"{joined(parts)} {'are' if len(parts) > 1 else 'is'} already being paid"


def _first_year_only(offer: Valued) -> bool:
    return offer.deal.end <= add_months(offer.deal.start, YEAR)


def points_in_payment(offer: Valued) -> tuple[Fraction, Fraction] | None:
    """Return the percentages in payment and in all on the date of the last award in payment, of the same pay."""
    schedule = offer.reads[0].schedule
    steps = schedule.in_payment.steps
    if len(steps) != 1:
        return None
    both = [step for step in schedule.steps if step.start == steps[0].start]
    working = [applied for step in (*steps, *both) for part in step.parts for applied in part.working]
    if any(applied.term.kind != "percent" or applied.base != steps[0].before for applied in working):
        return None
    done = sum((a.figure for part in steps[0].parts for a in part.working), Fraction(0))
    of = sum((a.figure for part in both[0].parts for a in part.working), Fraction(0))
    return (done, of) if of > done else None


def _awards_in_payment(offer: Valued) -> str:
    """Return ``the 5% of September 2022 is``, for an offer with nothing new in it."""
    found = []
    for step in offer.reads[0].schedule.steps:
        working = [applied for part in step.parts for applied in part.working]
        plain_percent = len(working) == 1 and working[0].term.kind == "percent"
        rise = f"{plain(working[0].figure)}%" if plain_percent else "award"
        found.append(f"the {rise} of {month_name(step.start)}")
    return f"{joined(found or ['what it gives'])} {'are' if len(found) > 1 else 'is'}"
