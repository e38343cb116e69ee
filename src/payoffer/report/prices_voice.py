"""The verdict on prices: who keeps up, and what basic pay would buy after each of an offer's own rises."""

from collections.abc import Iterator
from fractions import Fraction

from payoffer.compare import Valued
from payoffer.keeping import Keeping, keeping_after
from payoffer.pay_year import YearFigures
from payoffer.periods import YEAR, Clock
from payoffer.prices import PriceIndex, Prices
from payoffer.report.clock_words import clock_sentence, clocks_in_brief, other_clocks
from payoffer.report.forecast_words import FORECAST, Forecaster, on_forecast, year_on_forecast
from payoffer.report.price_words import one_rise_a_year, prices_in_brief, prices_rising
from payoffer.report.series_words import called, is_earnings
from payoffer.report.supposed_voice import SupposedVoice
from payoffer.report.voice import Part, Sentence, Voice, slot
from payoffer.report.words import (
    THE_SAME,
    buys,
    capital,
    how_many,
    in_months,
    joined,
    ordinal,
    the_months,
    whole,
)
from payoffer.verdict import Condition, KeepingUp, Span, span

_KINDS = {Keeping.KEEPS_UP: 0, Keeping.DEPENDS: 2}
"""Where a class stands in a sentence; what is not here does not keep up and stands between them."""
_FIRST = (("keeps up", "keep up"), ("does not keep up", "do not keep up"), ("may or may not keep up",) * 2)
_AGAIN = (("keeps up too", "keep up too"), ("does not", "do not"), ("may or may not",) * 2)


class PricesVoice(Voice):
    """Tells rules 4 and 5."""

    def keeping_up(self, found: KeepingUp) -> Iterator[Sentence]:
        """Tell one price index against every offer, each over its own months."""
        offers = self.answer.offers
        index = self.answer.question.prices[found.number]
        longest = max(offer.deal.months for offer in offers)
        rising = self._rising(index, longest, by_rise=all(map(one_rise_a_year, offers)))
        keeps = [offer for offer, keeping in zip(offers, found.keeping, strict=True) if keeping is Keeping.KEEPS_UP]
        timed = len({self.answer.months, *(offer.deal.months for offer in offers)}) > 1
        timed = timed and not {Keeping.KEEPS_UP, Keeping.DEPENDS}.isdisjoint(found.keeping)
        after = {offer.id: keeping_after(offer, found.number) for offer in keeps if self._ends_early(offer)}
        if self.brief and len(keeps) == len(offers) and set(after.values()) <= {Keeping.KEEPS_UP}:
            timed = False  # all keep up over either time
        forecast = Forecaster(self.answer.question.prices, found.number, brief=self.brief)
        if timed and Part.ITS_MONTHS not in self.without:
            who = self._who_in_its_time(found, rising, forecast)
        else:
            who = f"{self._who_keeps_up(found.keeping)} {rising}{forecast.of(offers)}"
        yield Sentence(
            "prices",
            tuple(offer.id for offer in keeps),
            None,
            {"prices": index.name, "keeps_up": {o.id: str(k) for o, k in zip(offers, found.keeping, strict=True)}},
            f"{who}.",
        )
        longer = f" {self._rising(index, self.answer.months, by_rise=False)}" if self.answer.months > longest else ""
        for offer in keeps if Part.KEEPING_AFTERWARDS not in self.without else ():
            if offer.id in after and not (self.brief and after[offer.id] is Keeping.KEEPS_UP):
                ahead = on_forecast(offer.reads[0].by_prices[found.number].window)
                yield self._after(offer, after[offer.id], longer + forecast.mark(ahead=ahead), found.number)
        changes = {offer.id: self._changes(offer, found.number) for offer in offers}
        figures = {key: [slot(change, 1) for change in spans] for key, spans in changes.items()}
        yield Sentence(
            "buys",
            tuple(offer.id for offer in offers),
            None,
            {"real_change_percent": figures},
            self._buys(changes, found.number),
        )
        for offer, keeping in zip(offers, found.keeping, strict=True):
            yield from self._half_way(offer, keeping, changes[offer.id][-1], forecast)
        yield from self._other_clocks(found.number)

    def _other_clocks(self, number: int) -> Iterator[Sentence]:
        """Tell what basic pay buys by the other clock where its sign is another, in brief all offers in one breath."""
        places = {self.of(clock.offer).place: clock for clock in other_clocks(self.answer.offers, number)}
        if self.brief and places:
            each = {place: [clock] for place, clock in places.items()}
            yield clocks_in_brief(each, months=Part.CLOCK_MONTHS not in self.without)
        else:
            yield from (clock_sentence(clock, place) for place, clock in places.items())

    def _rising(self, index: Prices, months: Fraction, *, by_rise: bool) -> str:
        """Return what prices do: ``with prices rising 10.1% before each rise``, ``with the CPI``."""
        if not isinstance(index, PriceIndex):
            return f"with {called(index)}{' over the deal itself' if self.brief and index.during else ''}"
        moving = prices_in_brief if self.brief else prices_rising
        return f"with prices {moving(index, months, by_rise=by_rise)}"

    def _who_keeps_up(self, keeping: tuple[Keeping, ...]) -> str:
        """Return who keeps up, by class: those that do, and those of which it depends on what they leave open."""
        offers = self.answer.offers
        keeps = [offer for offer, found in zip(offers, keeping, strict=True) if found is Keeping.KEEPS_UP]
        depends = [offer for offer, found in zip(offers, keeping, strict=True) if found is Keeping.DEPENDS]
        if depends:
            others = [offer for offer in offers if offer not in keeps and offer not in depends]
            told = [
                *self._each(keeps, "keeps", "keep"),
                *self._each(others, "does not keep", "do not keep"),
                *self._each(depends, "may or may not keep", "may or may not keep"),
            ]
            return capital(joined(told))
        if len(offers) == 1:
            return f"{capital(self.of(offers[0]).subject)} {'keeps' if keeps else 'does not keep'} up"
        two = len(offers) == 2  # noqa: PLR2004
        if not keeps:
            return "Neither keeps up" if two else "None of them keeps up"
        if len(keeps) == len(offers):
            return "Both keep up" if two else "All of them keep up"
        return f"Only {joined(self.of(offer).subject for offer in keeps)} keep{'s' if len(keeps) == 1 else ''} up"

    def _who_in_its_time(self, found: KeepingUp, rising: str, forecast: Forecaster) -> str:
        """Return who keeps up, each over its own months: one that ends early is not set beside one that goes on."""
        groups: dict[tuple[int, Fraction], list[Valued]] = {}
        for offer, keeping in zip(self.answer.offers, found.keeping, strict=True):
            groups.setdefault((_KINDS.get(keeping, 1), offer.deal.months), []).append(offer)
        told: list[str] = []
        for (kind, months), offers in sorted(groups.items(), key=lambda group: group[0]):
            several = len(offers) > 1
            verb = (_AGAIN if told else _FIRST)[kind][several]
            names = joined(self.of(offer).subject for offer in offers)
            with_it = "" if told else f" {rising}"
            told.append(f"{_in_its(months, several=several)} {names} {verb}{with_it}{forecast.of(offers)}")
        return capital("; ".join(told))

    def _ends_early(self, offer: Valued) -> bool:
        return Clock(offer.anchor).at(offer.deal.end) < self.answer.months

    def _after(self, offer: Valued, after: Keeping, rising: str, number: int) -> Sentence:
        """Tell whether an offer that keeps up in its own months would go on to over the months counted."""
        months = self.answer.months
        over = f"{in_months(months)}{rising}"
        would = {
            Keeping.KEEPS_UP: f"would still keep up {over}",
            Keeping.AT_THE_END: f"would keep up at the end, but not on the way there, {over}",
            Keeping.FALLS_SHORT: f"would not keep up {over}",
            Keeping.DEPENDS: f"might or might not keep up {over}",
        }
        supposed = SupposedVoice(self.answer, self.names).supposed((Condition(offer, offer.follows),))
        if self.brief and not offer.follows:
            supposed = "with no rise after it"
        text = f"{capital(supposed)}, {self.of(offer).subject} {would[after]}"
        if after is Keeping.FALLS_SHORT and not self.brief and self._enough(offer, "window", "shortfall", number):
            text += (
                f": basic pay would end up behind, though extra pay would be enough for {whole(months)} taken together"
            )
        return Sentence("keeps_up", (offer.id,), months, {"keeps_up": str(after)}, f"{text}.")

    def _each(self, offers: list[Valued], one: str, several: str) -> Iterator[str]:
        if offers:
            names = joined(self.of(offer).subject for offer in offers)
            yield f"{names} {one if len(offers) == 1 else several} up"

    def _half_way(self, offer: Valued, keeping: Keeping, end: Span, forecast: Forecaster) -> Iterator[Sentence]:
        label, months = self.of(offer), offer.deal.months
        behind = keeping in {Keeping.CASH_ONLY, Keeping.FALLS_SHORT}
        enough = behind and self._enough(offer, "own", "shortfall_without_one_off", forecast.number)
        if keeping is Keeping.AT_THE_END and Part.ON_THE_WAY not in self.without:
            text = f"{capital(label.subject)} keeps up at the end, but not on the way there{forecast.of([offer])}."
        elif enough or keeping is Keeping.CASH_ONLY:
            covers = "extra pay is enough" if enough else "the one-off covers the gap"
            together = " taken together" if enough else ""
            ends = "" if self.brief else f"; basic pay {_ends_up(forecast.prices, end)}"
            ends += forecast.of([offer])
            these = the_months(months, "this" if months == 1 else "these")
            text = f"{capital(label.place)} {covers} for {these}{together}{ends}."
        elif keeping is Keeping.DEPENDS:
            text = f"Whether {label.subject} does depends on where it falls in its range."
        else:
            return
        yield Sentence("keeps_up", (offer.id,), months, {"keeps_up": str(keeping)}, text)

    def _enough(self, offer: Valued, window: str, shortfall: str, number: int) -> bool:
        """Say whether extra pay comes to what keeping up takes, though basic pay ends below it."""
        short = [getattr(getattr(read.by_prices[number], window), shortfall) for read in offer.reads]
        return all(each is not None and each <= 0 for each in short)

    def _changes(self, offer: Valued, number: int) -> list[Span]:
        """Return the change in what basic pay buys at the end of each of the offer's own pay years."""
        years = [read.by_prices[number].own.years for read in offer.reads]
        return [span(year.real_change_percent or Fraction(0) for year in same) for same in zip(*years, strict=True)]

    def _buys(self, changes: dict[str, list[Span]], number: int) -> str:
        """Return what basic pay would buy after the years told, each that stands on a forecast marked."""
        told = [(offer, year) for offer in self.answer.offers for year in self._years_told(changes[offer.id])]
        ahead = {(offer.id, year): year_on_forecast(self._year(offer, year, number)) for offer, year in told}
        every = all(ahead.values())
        verb = "is forecast to" if every else "would"
        index = self.answer.question.prices[number]
        start = f"against {called(index)} basic pay {verb} be" if is_earnings(index) else f"basic pay {verb} buy"
        marks = {key: FORECAST if found and not every else "" for key, found in ahead.items()}
        if len(self.answer.offers) == 1:
            return self._buys_one(start, changes, marks)
        by_rise = all(map(one_rise_a_year, self.answer.offers))
        parts: list[str] = []
        than = " than before"
        for year in sorted({year for _, year in told}):
            found: dict[str, dict[str, str]] = {}
            for offer in (offer for offer, its in told if its == year):
                moment = self._moment(offer, year, by_rise=by_rise, first=not parts) + marks[offer.id, year]
                found.setdefault(moment, {})[self.of(offer).place] = buys(changes[offer.id][year])
            for moment, each in found.items():
                parts.append(f"{joined(self._each_place(each, than))} {moment}")
                than = ""
        return f"{capital(start)} {', and '.join(parts)}."

    def _buys_one(self, start: str, changes: dict[str, list[Span]], marks: dict[tuple[str, int], str]) -> str:
        """Return ``After the first rise basic pay would buy 3.7% less than before, and after the second 7.7% less``."""
        offer = self.answer.offers[0]
        parts: list[str] = []
        for year in self._years_told(changes[offer.id]):
            words = buys(changes[offer.id][year])
            when = self._moment(offer, year, by_rise=one_rise_a_year(offer), first=not parts) + marks[offer.id, year]
            than = " as before" if words == THE_SAME else " than before"
            parts.append(f"{when} {words}" if parts else f"{capital(when)} {start} {words}{than}")
        return f"{', and '.join(parts)}."

    def _years_told(self, changes: list[Span]) -> range:
        """Return which pay years of an offer to tell: all, or only the last one."""
        return range(len(changes) - 1 if Part.EARLIER_YEARS in self.without else 0, len(changes))

    def _year(self, offer: Valued, year: int, number: int) -> YearFigures:
        return offer.reads[0].by_prices[number].own.years[year]

    def _moment(self, offer: Valued, number: int, *, by_rise: bool, first: bool) -> str:
        """Return when the pay year ``number`` (from 0) of an offer ends, or by which rise it is told."""
        several = any(len(other.reads[0].figures.own.years) > 1 for other in self.answer.offers)
        if by_rise:
            return f"after the {ordinal(number)}{' rise' if first else ''}" if several else "after the rise"
        by = "after" if self.brief else "by the end of"
        if offer.deal.months < YEAR * (number + 1):
            return f"{by} {the_months(offer.deal.months)}"
        return f"{by} the {ordinal(number)} year" if several else f"{by} the year"

    def _each_place(self, words: dict[str, str], than: str) -> Iterator[str]:
        """Yield ``3.3% less than before in Wales``, or for all at once where it is the same: ``in both``."""
        count = len(self.answer.offers)
        if len(words) == count and len(set(words.values())) == 1:
            place = "in" if all(place.startswith("in ") for place in words) else "under"
            words = {f"{place} {'both' if count == 2 else 'all of them'}": next(iter(words.values()))}  # noqa: PLR2004
        for place, change in words.items():
            compared = " as before" if change == THE_SAME and than else than if change != THE_SAME else ""
            yield f"{change}{compared} {place}"
            than = ""


def _in_its(months: Fraction, *, several: bool) -> str:
    """Return ``in its one year``, ``over their two years``, ``over its 28 months``."""
    its = "their" if several else "its"
    years, part = divmod(months, YEAR)
    if part:
        return f"over {the_months(months, its)}"
    return f"in {its} one year" if years == 1 else f"over {its} {how_many(int(years))} years"


def _ends_up(prices: Prices, end: Span) -> str:
    """Return ``ends up buying 1.4% less``."""
    return f"ends up {buys(end)} against {called(prices)}" if is_earnings(prices) else f"ends up buying {buys(end)}"
