"""The verdict on the order of offers: over the months all cover, and beyond them if the others get no rise."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from payoffer.compare import Valued
from payoffer.money import decimals, percent, plain, pounds
from payoffer.periods import DAY, YEAR, Clock, month_name
from payoffer.report.proposed import proposed_rise, proposed_verb
from payoffer.report.voice import Part, Sentence, Voice, slot
from payoffer.report.words import (
    NO_EXTRA,
    Label,
    capital,
    extra,
    in_months,
    joined,
    money_span,
    months_text,
    ordinal,
    the_months,
)
from payoffer.verdict import (
    Condition,
    LevelRise,
    Longer,
    Order,
    Ranked,
    Span,
)

ABOUT = Fraction(2, 10)
"""Readings within this many points of each other are told as one rise, "about r%"."""


class OrderVoice(Voice):
    """Tells rules 1 to 3 and 8: the order, basic pay at the end, longer windows, the level rise."""

    def ranked(self, ranked: Ranked) -> Iterator[Sentence]:
        """Tell the order over the months that every offer covers."""
        period = in_months(ranked.months)
        if self.answer.longer and ranked.months != YEAR:
            both = "both cover" if len(ranked.offers) == 2 else "all cover"  # noqa: PLR2004
            period = f"over {the_months(ranked.months)} {both}"
        if len(ranked.offers) > 2:  # noqa: PLR2004
            text = f"{self._intro()}{period} they add, from most to least: {self._list(ranked)}."
        else:
            text = self._intro() + self._pair(ranked, period)
        yield self._order_sentence(ranked, text)
        yield from self._end(ranked)

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
        first, second = (self.of(offer) for offer in ranked.offers)
        one, other = ranked.extra_cash
        if ranked.orders[0] is not Order.CLEAR:
            first, second, one, other = self._as_asked(ranked)
        if ranked.orders[0] is Order.LEVEL:
            each = f"{extra(one)} each" if extra(one) == extra(other) else f"{extra(one)} and {extra(other)}"
            return f"{first.subject} and {second.subject} add about the same {period}: {each}."
        if ranked.orders[0] is Order.DEPENDS and ranked.never_behind:
            most, least = (self.of(offer) for offer in ranked.offers)
            return (
                f"whether {most.subject} adds more {period} or about the same depends on {self._open_point(ranked)}: "
                f"{extra(ranked.extra_cash[0])} {most.place} against {extra(ranked.extra_cash[1])} {least.place}."
            )
        if ranked.orders[0] is Order.DEPENDS:
            return (
                f"which adds more {period} depends on {self._open_point(ranked)}: "
                f"{extra(one)} {first.place} against {extra(other)} {second.place}."
            )
        return (
            f"{first.subject} {_adds(one, period)}{self._one_off(ranked.one_off_cash[0], one)}, "
            f"against {extra(other)} {second.place}{self._one_off(ranked.one_off_cash[1], other)}."
        )

    def _one_off(self, one_off: Span, whole: Span) -> str:
        if self.brief or one_off.high == 0:
            return ""
        part = "all of it" if one_off == whole else f"of which {money_span(one_off)} is"
        return f", {part} a one-off that is not in later pay"

    def _as_asked(self, ranked: Ranked) -> tuple[Label, Label, Span, Span]:
        """Return two offers and their extra pay in the order in which they were named, where neither is ahead."""
        asked = [offer.id for offer in self.answer.offers]
        places = sorted(range(2), key=lambda place: asked.index(ranked.offers[place].id))
        (one, first), (other, second) = ((ranked.extra_cash[p], self.of(ranked.offers[p])) for p in places)
        return first, second, one, other

    def _list(self, ranked: Ranked) -> str:
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

    def _order_sentence(self, ranked: Ranked, text: str) -> Sentence:
        figures = {
            "extra_cash": {o.id: slot(s) for o, s in zip(ranked.offers, ranked.extra_cash, strict=True)},
            "one_off_cash": {o.id: slot(s) for o, s in zip(ranked.offers, ranked.one_off_cash, strict=True)},
            "order": [str(order) for order in ranked.orders],
        }
        return Sentence("order", tuple(offer.id for offer in ranked.offers), ranked.months, figures, text)

    def _end(self, ranked: Ranked) -> Iterator[Sentence]:
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

    def _open_point(self, ranked: Ranked) -> str:
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

    def longer(self, longer: Longer, covered: Ranked | None) -> Iterator[Sentence]:
        """Tell who goes on after the months all cover, and the order if the others stop."""
        yield from self.goes_on(longer)
        ranked = longer.ranked
        if len(ranked.offers) > 2:  # noqa: PLR2004
            order = f"they would add, {in_months(ranked.months)}, from most to least: {self._list(ranked)}."
        else:
            still = covered is not None and covered.clear and covered.offers[0].id == ranked.offers[0].id
            order = self._would(ranked, "still " if still else "")
        yield self._order_sentence(ranked, f"{self.conditions(ranked)}, {order}")
        yield from self._end(ranked)
        if longer.level_rise and Part.LEVEL_RISE not in self.without:
            yield from self._level_rise(longer.level_rise)

    def goes_on(self, longer: Longer) -> Iterator[Sentence]:
        """Tell who goes on after the months all cover."""
        if longer.goes_on and not self.brief:
            yield Sentence(
                "longer",
                tuple(offer.id for offer in longer.goes_on),
                longer.ranked.months,
                {"months_covered": _plain(self.answer.months_covered)},
                f"Only {joined(self.of(offer).subject for offer in longer.goes_on)} {self._goes_on(longer)}.",
            )

    def _goes_on(self, longer: Longer) -> str:
        covered, months = self.answer.months_covered, longer.ranked.months
        others = [offer for offer in self.answer.offers if offer not in longer.goes_on]
        if any(Clock(offer.anchor).at(offer.deal.end) != covered for offer in others):
            return f"{'cover' if len(longer.goes_on) > 1 else 'covers'} all {months_text(months)}"
        if covered % YEAR or months % YEAR:
            verb = "cover" if len(longer.goes_on) > 1 else "covers"
            return f"{verb} {the_months(months - covered, 'the last')}"
        years = range(int(covered // YEAR), int(months // YEAR))
        have = "have" if len(longer.goes_on) > 1 else "has"
        return f"{have} {joined(f'a {ordinal(year)}' for year in years)} year"

    def conditions(self, ranked: Ranked) -> str:
        """Return what is supposed of the offers that run out: ``If Wales got no rise in September 2023``."""
        return capital(self.supposed(ranked.conditions))

    def supposed(self, conditions: tuple[Condition, ...]) -> str:
        """Return what is supposed of offers that run out, for the middle of a sentence."""
        without = [condition for condition in conditions if condition.follows is None]
        followed = [self._follows(condition) for condition in conditions if condition.follows]
        parts = [f"with {joined(followed)}"] if followed else []
        if without:
            parts.append(f"if {self._no_rise(without)}")
        return joined(parts)

    def _no_rise(self, without: list[Condition]) -> str:
        """Return ``Wales got no rise in September 2023``, several offers in one breath where it is the same month."""
        named = [self.of(condition.offer) for condition in without]
        when = {_when(condition) for condition in without}
        got = " got no rise"
        if len(when) == 1 and all(label.no_rise == label.party + got for label in named):
            return f"{joined(label.party for label in named)}{got}{when.pop()}"
        if len(when) == 1 and all(label.no_rise != label.party + got for label in named) and len(named) > 1:
            return f"{joined(label.party for label in named)} were followed by no rise{when.pop()}"
        return joined(f"{label.no_rise}{_when(condition)}" for label, condition in zip(named, without, strict=True))

    def _follows(self, condition: Condition) -> str:
        """Return ``a rise of 3.5% in Wales in September 2023``, or ``a rise of 3% a year in Wales from ...``."""
        offer, follows = condition.offer, condition.follows
        label = self.of(offer)
        place = label.place if label.place.startswith("in ") else f"after {label.party}"
        if follows is None or follows.percent is None:
            no_more = ""
            window = offer.reads[0].figures.window.window
            if window.silent and window.runs_to is not None:
                last = Clock(offer.anchor).last_day(window.runs_to)
                no_more = f" and no rise in {month_name(last + DAY)}" if offer.dated else " and no rise after it"
            return f"the {proposed_rise(offer).removeprefix('the ')} that {proposed_verb(offer)} {place}{no_more}"
        once = Clock(offer.anchor).at(offer.deal.end) + YEAR >= self.answer.months
        if once:
            return f"a rise of {plain(follows.percent)}% {place}{_when(condition)}"
        return f"a rise of {plain(follows.percent)}% a year {place}{_when(condition).replace(' in ', ' from ')}"

    def _would(self, ranked: Ranked, still: str) -> str:
        period = in_months(ranked.months)
        first, second = (self.of(offer) for offer in ranked.offers)
        least, most = ranked.extra_cash
        if ranked.orders[0] is not Order.CLEAR:
            first, second, least, most = self._as_asked(ranked)
        one, other = extra(least), extra(most)
        if ranked.orders[0] is Order.LEVEL:
            each = f"{one} each" if one == other else f"{one} {first.place} and {other} {second.place}"
            return f"they would add about the same {period}: {each}."
        if ranked.orders[0] is Order.DEPENDS and ranked.never_behind:
            ahead, behind = (self.of(offer) for offer in ranked.offers)
            return (
                f"whether {ahead.subject} would add more {period} or about the same would depend on "
                f"{self._open_point(ranked)}: {extra(ranked.extra_cash[0])} {ahead.place} against "
                f"{extra(ranked.extra_cash[1])} {behind.place}."
            )
        if ranked.orders[0] is Order.DEPENDS:
            return (
                f"which would add more {period} would depend on {self._open_point(ranked)}: "
                f"{one} {first.place} against {other} {second.place}."
            )
        name = first.subject if still else first.owner
        return f"{name} would {still}{_adds(least, period, would=True)} against {other}."

    def _level_rise(self, level: LevelRise) -> Iterator[Sentence]:
        low, high = level.percents
        if low <= 0:
            return
        label = self.of(level.offer)
        rise = (
            f"about {percent((low + high) / 2)}"
            if high - low <= ABOUT
            else f"between {percent(low)} and {percent(high)}"
        )
        text = f"{capital(label.rise)} of {rise} would make them level"
        if level.proposed:
            with_it = self._with_it(level)
            behind = self.brief and with_it.startswith("would leave")
            text += f"; {proposed_rise(level.offer)} {proposed_verb(level.offer)}{'' if behind else f', and {with_it}'}"
        yield Sentence(
            "level_rise",
            (level.offer.id, level.against.id),
            self.answer.months,
            {"level_rise_percent": [decimals(low, 6), decimals(high, 6)]},
            f"{text}.",
        )

    def _with_it(self, level: LevelRise) -> str:
        ranked = level.proposed
        label = self.of(level.offer)
        if ranked is None or ranked.orders[0] is Order.DEPENDS:
            return "with it the order would depend on what the offers leave open"
        if ranked.orders[0] is Order.LEVEL:
            return "would make them about level"
        ahead = ranked.offers[0].id == level.offer.id
        return f"would put {label.party} ahead" if ahead else f"would leave {label.party} behind"


def _adds(most: Span, period: str, *, would: bool = False) -> str:
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


def _when(condition: Condition) -> str:
    return f" in {month_name(condition.offer.deal.end)}" if condition.offer.dated else ""


def _plain(months: Fraction) -> Any:  # noqa: ANN401
    return decimals(months, 4)
