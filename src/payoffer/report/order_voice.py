"""The verdict on the order of offers over the months all cover, and what any order is told with."""

from collections.abc import Iterator
from decimal import Decimal

from payoffer.compare import Valued
from payoffer.money import plain, pounds
from payoffer.periods import YEAR
from payoffer.report.voice import Part, Sentence, Voice, slot
from payoffer.report.words import NO_EXTRA, Label, extra, in_months, joined, money_span, the_months
from payoffer.verdict import Order, Ranked, Span


class OrderVoice(Voice):
    """Tells rules 1, 2 and 8: the order, and basic pay at the end."""

    def ranked(self, ranked: Ranked) -> Iterator[Sentence]:
        """Tell the order over the months that every offer covers."""
        period = in_months(ranked.months)
        if self.answer.longer and ranked.months != YEAR:
            both = "both cover" if len(ranked.offers) == 2 else "all cover"  # noqa: PLR2004
            period = f"over {the_months(ranked.months)} {both}"
        if len(ranked.offers) > 2:  # noqa: PLR2004
            text = f"{self._intro()}{period} they add, from most to least: {self.in_order(ranked)}."
        else:
            text = self._intro() + self._pair(ranked, period)
        yield self.sentence(ranked, text)
        yield from self.at_the_end(ranked)

    def _intro(self) -> str:
        pays = {offer.rate_before for offer in self.answer.offers}
        fte = self.answer.question.pay.fte
        on = "On the same" if fte == 1 else f"On {plain(fte * 100)}% of the same full-time"
        if self.answer.one_point:
            return f"On pay point {self.answer.one_point}, {pounds(min(pays))} a year, "
        if self.answer.question.pay.points:
            points = (
                f"{self.of(offer).party} {offer.point} at {pounds(offer.rate_before)}" for offer in self.answer.offers
            )
            return f"On its own pay point each ({'; '.join(points)}), "
        if self.answer.question.pay.now:
            return f"{on} {pounds(self.answer.question.pay.salary)} now, "
        return f"{on} {pounds(min(pays))}, "

    def _pair(self, ranked: Ranked, period: str) -> str:
        first, second, one, other = self.told_first(ranked)
        if ranked.orders[0] is Order.LEVEL:
            each = f"{extra(one)} each" if extra(one) == extra(other) else f"{extra(one)} and {extra(other)}"
            return f"{first.subject} and {second.subject} add about the same {period}: {each}."
        if ranked.orders[0] is Order.DEPENDS and ranked.never_behind:
            most, least = (self.of(offer) for offer in ranked.offers)
            return (
                f"whether {most.subject} adds more {period} or about the same depends on {self.open_point(ranked)}: "
                f"{extra(ranked.extra_cash[0])} {most.place} against {extra(ranked.extra_cash[1])} {least.place}."
            )
        if ranked.orders[0] is Order.DEPENDS:
            return (
                f"which adds more {period} depends on {self.open_point(ranked)}: "
                f"{extra(one)} {first.place} against {extra(other)} {second.place}."
            )
        return (
            f"{first.subject} {adds(one, period)}{self._one_off(ranked.one_off_cash[0], one)}, "
            f"against {extra(other)} {second.place}{self._one_off(ranked.one_off_cash[1], other)}."
        )

    def _one_off(self, one_off: Span, whole: Span) -> str:
        if self.brief or one_off.high == 0:
            return ""
        part = "all of it" if one_off == whole else f"of which {money_span(one_off)} is"
        return f", {part} a one-off that is not in later pay"

    def told_first(self, ranked: Ranked) -> tuple[Label, Label, Span, Span]:
        """Return two offers and their extra pay: the one ahead first, and where neither is, as they were named."""
        asked = [offer.id for offer in self.answer.offers]
        places = list(range(2))
        if ranked.orders[0] is not Order.CLEAR:
            places.sort(key=lambda place: asked.index(ranked.offers[place].id))
        (one, first), (other, second) = ((ranked.extra_cash[p], self.of(ranked.offers[p])) for p in places)
        return first, second, one, other

    def in_order(self, ranked: Ranked) -> str:
        """Return the offers with what each adds, most first: ``Wales £3,200; Scotland £2,400``."""
        between = {
            Order.CLEAR: "; ",
            Order.LEVEL: ", level with ",
            Order.DEPENDS: ", above or below (the offers do not say enough) ",
        }
        text = ""
        for number, offer in enumerate(ranked.offers):
            text += between[ranked.orders[number - 1]] if number else ""
            text += f"{self.of(offer).heading} {extra(ranked.extra_cash[number])}"
        return text

    def sentence(self, ranked: Ranked, text: str) -> Sentence:
        """Return a sentence on an order, with its figures."""
        figures = {
            "extra_cash": {o.id: slot(s) for o, s in zip(ranked.offers, ranked.extra_cash, strict=True)},
            "one_off_cash": {o.id: slot(s) for o, s in zip(ranked.offers, ranked.one_off_cash, strict=True)},
            "order": [str(order) for order in ranked.orders],
        }
        return Sentence("order", tuple(offer.id for offer in ranked.offers), ranked.months, figures, text)

    def at_the_end(self, ranked: Ranked) -> Iterator[Sentence]:
        """Tell basic pay at the end where it orders the other way, or where extra pay does not decide."""
        if self.brief or len(ranked.offers) != 2 or not ranked.end_to_tell:  # noqa: PLR2004
            return
        one, other = ranked.rate_at_end
        if money_span(one) == money_span(other):
            return
        is_ = "would be" if ranked.conditions else "is"
        places = [self.of(offer).place for offer in ranked.offers]
        if one.low >= other.high:
            text = f"higher {places[0]}: {money_span(one)} against {money_span(other)}"
        elif other.low >= one.high:
            text = f"higher {places[1]}: {money_span(other)} against {money_span(one)}"
        else:
            text = f"{money_span(one)} {places[0]} and {money_span(other)} {places[1]}"
        text = f"Basic pay at the end {is_} {text}."
        figures = {"rate_at_end": {o.id: slot(s) for o, s in zip(ranked.offers, ranked.rate_at_end, strict=True)}}
        yield Sentence("end", tuple(offer.id for offer in ranked.offers), ranked.months, figures, text)

    def open_point(self, ranked: Ranked) -> str:
        """Return what the offers leave open: ``what the Welsh one-off of 1.5% is a percentage of``."""
        if Part.OPEN_POINT in self.without:
            return "what the offers leave open"
        points = []
        for offer in ranked.offers:
            kinds = (
                {assumed.kind for read in offer.reads for assumed in read.assumes} if len(offer.reads) > 1 else set()
            )
            label = self.of(offer)
            if "base" in kinds:
                points.append(f"what {label.one_off.format(rate=_one_off_rate(offer))} is a percentage of")
            if "range" in kinds:
                points.append(f"where {label.subject} falls in its range")
        return joined(points)


def adds(most: Span, period: str, *, would: bool = False) -> str:
    """Return what the offer that adds most does: ``adds more in the first year: £3,200``; it may only take less."""
    told = extra(most)
    s = "" if would else "s"
    if told == NO_EXTRA:
        return f"add{s} {told} {period}"
    return f"take{s} away less {period}: {told}" if most.high < 0 else f"add{s} more {period}: {told}"


def _one_off_rate(offer: Valued) -> str:
    rates = [term.percent for lump in offer.offer.lump_sum for term in lump.pay if lump.of == "unstated"]
    if len(rates) == 1 and isinstance(rates[0], Decimal):
        return f" of {plain(rates[0])}%"
    return ""
