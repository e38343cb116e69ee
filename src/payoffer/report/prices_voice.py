"""The verdict on prices: who keeps up, and what basic pay would buy after each of an offer's own rises."""

from collections.abc import Iterator
from fractions import Fraction

from payoffer.compare import Valued
from payoffer.periods import YEAR
from payoffer.report.voice import Sentence, Voice, slot
from payoffer.report.words import (
    ORDINALS,
    buys,
    capital,
    joined,
    months_text,
    one_rise_a_year,
    prices_rising,
)
from payoffer.verdict import (
    Keeping,
    KeepingUp,
    Span,
    span,
)


class PricesVoice(Voice):
    """Tells rules 4 and 5."""

    def keeping_up(self, found: KeepingUp) -> Iterator[Sentence]:
        """Tell one price index against every offer, each over its own months."""
        offers = self.answer.offers
        index = self.answer.question.prices[found.number]
        years = max(len(offer.reads[0].by_prices[found.number].own.years) for offer in offers)
        by_rise = all(map(one_rise_a_year, offers))
        rising = f"with prices rising {prices_rising(index, years, by_rise=by_rise)}"
        keeps = [offer for offer, keeping in zip(offers, found.keeping, strict=True) if keeping is Keeping.KEEPS_UP]
        yield Sentence(
            "prices",
            tuple(offer.id for offer in keeps),
            None,
            {"prices": index.name, "keeps_up": {o.id: str(k) for o, k in zip(offers, found.keeping, strict=True)}},
            f"{self._who_keeps_up(keeps)} {rising}.",
        )
        changes = {offer.id: self._changes(offer, found.number) for offer in offers}
        figures = {key: [slot(change, 1) for change in spans] for key, spans in changes.items()}
        yield Sentence(
            "buys", tuple(offer.id for offer in offers), None, {"real_change_percent": figures}, self._buys(changes)
        )
        for offer, keeping in zip(offers, found.keeping, strict=True):
            yield from self._half_way(offer, keeping, changes[offer.id][-1])

    def _who_keeps_up(self, keeps: list[Valued]) -> str:
        count = len(self.answer.offers)
        if count == 1:
            return "It keeps up" if keeps else "It does not keep up"
        if not keeps:
            return "Neither keeps up" if count == 2 else "None of them keeps up"  # noqa: PLR2004
        if len(keeps) == count:
            return "Both keep up" if count == 2 else "All of them keep up"  # noqa: PLR2004
        return f"Only {joined(self.of(offer).subject for offer in keeps)} keep{'s' if len(keeps) == 1 else ''} up"

    def _half_way(self, offer: Valued, keeping: Keeping, end: Span) -> Iterator[Sentence]:
        label, months = self.of(offer), offer.deal.months
        if keeping is Keeping.AT_THE_END:
            text = f"{capital(label.subject)} keeps up at the end, but not on the way there."
        elif keeping is Keeping.CASH_ONLY:
            text = (
                f"{capital(label.place)} the one-off covers the gap for these {months_text(months)}; "
                f"basic pay ends up buying {buys(end)}."
            )
        else:
            return
        yield Sentence("keeps_up", (offer.id,), months, {"keeps_up": str(keeping)}, text)

    def _changes(self, offer: Valued, number: int) -> list[Span]:
        """Return the change in what basic pay buys at the end of each of the offer's own pay years."""
        years = [read.by_prices[number].own.years for read in offer.reads]
        return [span(year.real_change_percent or Fraction(0) for year in same) for same in zip(*years, strict=True)]

    def _buys(self, changes: dict[str, list[Span]]) -> str:
        parts = []
        by_rise = all(map(one_rise_a_year, self.answer.offers))
        than = " than before"
        for number in self._moments(changes, by_rise=by_rise):
            having = [offer for offer in self.answer.offers if number < len(changes[offer.id])]
            each = []
            for offer in having:
                words = buys(changes[offer.id][number])
                compared = " as before" if words == "the same" and than else than if words != "the same" else ""
                place = f" {self.of(offer).place}" if len(self.answer.offers) > 1 else ""
                each.append(f"{words}{compared}{place}")
                than = ""
            parts.append(f"{joined(each)} {self._moment(number, having, by_rise=by_rise)}")
        return f"Basic pay would buy {', and '.join(parts)}."

    def _moments(self, changes: dict[str, list[Span]], *, by_rise: bool) -> range:
        """Return which pay years to tell; a message tells only the last one that all offers have, if they are many."""
        count = max(len(found) for found in changes.values())
        if by_rise or not self.brief:
            return range(count)
        common = min(len(found) for found in changes.values())
        return range(common - 1, common)

    def _moment(self, number: int, offers: list[Valued], *, by_rise: bool) -> str:
        if by_rise:
            several = any(len(offer.reads[0].figures.own.years) > 1 for offer in self.answer.offers)
            if not several:
                return "after the rise"
            return f"after the {ORDINALS[number]}{'' if number else ' rise'}"
        part = next((offer.deal.months for offer in offers if offer.deal.months < YEAR * (number + 1)), None)
        if part is not None:
            return f"by the end of the {months_text(part)}"
        return f"by the end of the {ORDINALS[number]} year"
