"""The verdict beyond the months all cover: who goes on, the order if the others get no rise, what makes them level."""

from collections.abc import Iterator
from fractions import Fraction

from payoffer.money import decimals, percent
from payoffer.periods import YEAR, Clock
from payoffer.report.order_voice import OrderVoice, adds
from payoffer.report.proposed import proposed_rise, proposed_verb
from payoffer.report.supposed_voice import SupposedVoice
from payoffer.report.voice import Part, Sentence
from payoffer.report.words import capital, extra, in_months, joined, months_text, ordinal, the_months
from payoffer.verdict import LevelRise, Longer, Order, Ranked

ABOUT = Fraction(2, 10)
"""Readings within this many points of each other are told as one rise, "about r%"."""


class LongerVoice(OrderVoice):
    """Tells rule 3: longer windows, and the level rise."""

    def longer(self, longer: Longer, covered: Ranked | None) -> Iterator[Sentence]:
        """Tell who goes on after the months all cover, and the order if the others stop."""
        yield from self.goes_on(longer)
        ranked = longer.ranked
        if len(ranked.offers) > 2:  # noqa: PLR2004
            order = f"they would add, {in_months(ranked.months)}, from most to least: {self.in_order(ranked)}."
        else:
            still = covered is not None and covered.clear and covered.offers[0].id == ranked.offers[0].id
            order = self._would(ranked, "still " if still else "")
        yield self.sentence(ranked, f"{SupposedVoice(self.answer, self.names).conditions(ranked)}, {order}")
        yield from self.at_the_end(ranked)
        if longer.level_rise and Part.LEVEL_RISE not in self.without:
            yield from self._level_rise(longer.level_rise)

    def goes_on(self, longer: Longer) -> Iterator[Sentence]:
        """Tell who goes on after the months all cover."""
        if longer.goes_on and not self.brief:
            yield Sentence(
                "longer",
                tuple(offer.id for offer in longer.goes_on),
                longer.ranked.months,
                {"months_covered": decimals(self.answer.months_covered, 4)},
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

    def _would(self, ranked: Ranked, still: str) -> str:
        period = in_months(ranked.months)
        first, second, least, most = self.told_first(ranked)
        one, other = extra(least), extra(most)
        if ranked.orders[0] is Order.LEVEL:
            each = f"{one} each" if one == other else f"{one} {first.place} and {other} {second.place}"
            return f"they would add about the same {period}: {each}."
        if ranked.orders[0] is Order.DEPENDS and ranked.never_behind:
            ahead, behind = (self.of(offer) for offer in ranked.offers)
            return (
                f"whether {ahead.subject} would add more {period} or about the same would depend on "
                f"{self.open_point(ranked)}: {extra(ranked.extra_cash[0])} {ahead.place} against "
                f"{extra(ranked.extra_cash[1])} {behind.place}."
            )
        if ranked.orders[0] is Order.DEPENDS:
            return (
                f"which would add more {period} would depend on {self.open_point(ranked)}: "
                f"{one} {first.place} against {other} {second.place}."
            )
        name = first.subject if still else first.owner
        return f"{name} would {still}{adds(least, period, would=True)} against {other}."

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
