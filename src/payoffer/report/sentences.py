"""The verdict in words: each finding one sentence or two, every slot a figure of the table, no adjectives.

The verb is "adds": never pays more, wins, better or worth more (cli.md, "The verdict").
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from payoffer.compare import Comparison, Valued
from payoffer.money import decimals, percent, plain, pounds
from payoffer.periods import YEAR, add_months, month_name
from payoffer.report.words import (
    ORDINALS,
    Label,
    buys,
    capital,
    in_months,
    joined,
    money_span,
    months_text,
    one_rise_a_year,
    prices_rising,
)
from payoffer.settle import Follows
from payoffer.verdict import (
    Condition,
    InPayment,
    Keeping,
    KeepingUp,
    LevelRise,
    Longer,
    Order,
    Ranked,
    Span,
    Verdict,
    span,
)

ABOUT = Fraction(2, 10)
"""Readings within this many points of each other are told as one rise, "about r%"."""
PLANNED = "planning assumption"


class Sentence(NamedTuple):
    """One sentence of the verdict: the rule it comes from, whom it is about, over how many months, and its figures."""

    rule: str
    offers: tuple[str, ...]
    months: Fraction | None
    figures: dict[str, Any]
    text: str


class Teller:
    """Tells the findings of one comparison."""

    def __init__(self, answer: Comparison, names: dict[str, Label], *, brief: bool = False) -> None:
        """Tell of ``answer``, calling its offers by ``names``; ``brief`` leaves out what a message says elsewhere."""
        self.answer = answer
        self.names = names
        self.brief = brief

    def tell(self, verdict: Verdict) -> list[Sentence]:
        """Return the whole verdict, sentence by sentence."""
        found: list[Sentence] = []
        if verdict.ranked:
            found += self._ranked(verdict.ranked)
        if verdict.longer:
            found += self._longer(verdict.longer, verdict.ranked)
        for keeping in verdict.keeping_up:
            found += self._keeping_up(keeping)
        for part in () if self.brief else verdict.in_payment:
            found += self._in_payment(part)
        if verdict.salary_matters:
            found.append(self._salary(verdict))
        return found

    def _of(self, offer: Valued) -> Label:
        return self.names[offer.id]

    def _intro(self) -> str:
        pays = {offer.rate_before for offer in self.answer.offers}
        if self.answer.question.pay.points:
            points = (
                f"{self._of(offer).party} {self.answer.question.pay.points[offer.id]} at {pounds(offer.rate_before)}"
                for offer in self.answer.offers
            )
            return f"On its own pay point each ({'; '.join(points)}), "
        if self.answer.question.pay.now:
            return f"On the same {pounds(self.answer.question.pay.salary)} now, "
        return f"On the same {pounds(min(pays))}, "

    def _ranked(self, ranked: Ranked) -> Iterator[Sentence]:
        period = in_months(ranked.months)
        if self.answer.longer and ranked.months != YEAR:
            both = "both cover" if len(ranked.offers) == 2 else "all cover"  # noqa: PLR2004
            period = f"over the {months_text(ranked.months)} {both}"
        if len(ranked.offers) > 2:  # noqa: PLR2004
            text = f"{self._intro()}{period} they add, from most to least: {self._list(ranked)}."
        else:
            text = self._intro() + self._pair(ranked, period)
        yield self._order_sentence(ranked, text)
        yield from self._end(ranked)

    def _pair(self, ranked: Ranked, period: str) -> str:
        first, second = (self._of(offer) for offer in ranked.offers)
        one, other = ranked.extra_cash
        if ranked.orders[0] is not Order.CLEAR:
            first, second, one, other = self._as_asked(ranked)
        if ranked.orders[0] is Order.LEVEL:
            return (
                f"{first.subject} and {second.subject} add about the same {period}: "
                f"{money_span(one)} and {money_span(other)}."
            )
        if ranked.orders[0] is Order.DEPENDS:
            return (
                f"which adds more {period} depends on {self._open_point(ranked)}: "
                f"{money_span(one)} {first.place} against {money_span(other)} {second.place}."
            )
        return (
            f"{first.subject} adds more {period}: {money_span(one)}{self._one_off(ranked.one_off_cash[0])}, "
            f"against {money_span(other)} {second.place}{self._one_off(ranked.one_off_cash[1])}."
        )

    def _one_off(self, one_off: Span) -> str:
        if self.brief or one_off.high == 0:
            return ""
        return f", of which {money_span(one_off)} is a one-off that is not in later pay"

    def _as_asked(self, ranked: Ranked) -> tuple[Label, Label, Span, Span]:
        """Return two offers and their extra pay in the order in which they were named, where neither is ahead."""
        asked = [offer.id for offer in self.answer.offers]
        places = sorted(range(2), key=lambda place: asked.index(ranked.offers[place].id))
        (one, first), (other, second) = ((ranked.extra_cash[p], self._of(ranked.offers[p])) for p in places)
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
            text += f"{self._of(offer).heading} {money_span(ranked.extra_cash[number])}"
        return text

    def _order_sentence(self, ranked: Ranked, text: str) -> Sentence:
        figures = {
            "extra_cash": {o.id: _slot(s) for o, s in zip(ranked.offers, ranked.extra_cash, strict=True)},
            "one_off_cash": {o.id: _slot(s) for o, s in zip(ranked.offers, ranked.one_off_cash, strict=True)},
            "order": [str(order) for order in ranked.orders],
        }
        return Sentence("order", tuple(offer.id for offer in ranked.offers), ranked.months, figures, text)

    def _end(self, ranked: Ranked) -> Iterator[Sentence]:
        """Tell basic pay at the end where it orders the other way, or where extra pay does not decide."""
        if self.brief or len(ranked.offers) != 2 or not ranked.end_to_tell:  # noqa: PLR2004
            return
        one, other = ranked.rate_at_end
        higher, rates = (0, (one, other)) if one.low >= other.high else (1, (other, one))
        is_ = "would be" if ranked.conditions else "is"
        text = (
            f"Basic pay at the end {is_} higher {self._of(ranked.offers[higher]).place}: "
            f"{money_span(rates[0])} against {money_span(rates[1])}."
        )
        figures = {"rate_at_end": {o.id: _slot(s) for o, s in zip(ranked.offers, ranked.rate_at_end, strict=True)}}
        yield Sentence("end", tuple(offer.id for offer in ranked.offers), ranked.months, figures, text)

    def _open_point(self, ranked: Ranked) -> str:
        points = []
        for offer in ranked.offers:
            kinds = (
                {assumed.kind for read in offer.reads for assumed in read.assumes} if len(offer.reads) > 1 else set()
            )
            label = self._of(offer)
            if "base" in kinds:
                points.append(f"what {label.one_off.format(rate=_one_off_rate(offer))} is a percentage of")
            if "range" in kinds:
                points.append(f"where in its range {label.subject} falls")
        return joined(points)

    def _longer(self, longer: Longer, covered: Ranked | None) -> Iterator[Sentence]:
        if longer.goes_on and not self.brief:
            yield Sentence(
                "longer",
                tuple(offer.id for offer in longer.goes_on),
                longer.ranked.months,
                {"months_covered": _plain(self.answer.months_covered)},
                f"Only {joined(self._of(offer).subject for offer in longer.goes_on)} {self._goes_on(longer)}.",
            )
        ranked = longer.ranked
        if len(ranked.offers) > 2:  # noqa: PLR2004
            order = f"they would add, {in_months(ranked.months)}, from most to least: {self._list(ranked)}."
        else:
            still = covered is not None and covered.clear and covered.offers[0].id == ranked.offers[0].id
            order = self._would(ranked, "still " if still else "")
        yield self._order_sentence(ranked, f"{self._conditions(ranked)}, {order}")
        yield from self._end(ranked)
        if longer.level_rise:
            yield from self._level_rise(longer.level_rise)

    def _goes_on(self, longer: Longer) -> str:
        covered, months = self.answer.months_covered, longer.ranked.months
        others = [offer for offer in self.answer.offers if offer not in longer.goes_on]
        if any(offer.reads[0].figures.window.window.runs_to != covered for offer in others):
            return f"{'cover' if len(longer.goes_on) > 1 else 'covers'} all {months_text(months)}"
        if covered % YEAR or months % YEAR:
            verb = "cover" if len(longer.goes_on) > 1 else "covers"
            return f"{verb} the last {months_text(months - covered)}"
        years = range(int(covered // YEAR), int(months // YEAR))
        have = "have" if len(longer.goes_on) > 1 else "has"
        return f"{have} {joined(f'a {ORDINALS[year]}' for year in years)} year"

    def _conditions(self, ranked: Ranked) -> str:
        without = [condition for condition in ranked.conditions if condition.follows is None]
        parts = [f"with {self._follows(condition)}" for condition in ranked.conditions if condition.follows]
        if without:
            parts.append(f"if {self._no_rise(without)}")
        return capital(joined(parts))

    def _no_rise(self, without: list[Condition]) -> str:
        """Return ``Wales got no rise in September 2023``, several offers in one breath where it is the same month."""
        named = [self._of(condition.offer) for condition in without]
        when = {_when(condition) for condition in without}
        got = " got no rise"
        if len(when) == 1 and all(label.no_rise == label.party + got for label in named):
            return f"{joined(label.party for label in named)}{got}{when.pop()}"
        return joined(f"{label.no_rise}{_when(condition)}" for label, condition in zip(named, without, strict=True))

    def _follows(self, condition: Condition) -> str:
        """Return ``a rise of 3.5% in Wales in September 2023``."""
        offer, follows = condition.offer, condition.follows
        label = self._of(offer)
        place = label.place if label.place.startswith("in ") else f"after {label.party}"
        if follows is None or follows.percent is None:
            return f"{proposed_rise(offer)} that {proposed_verb(offer)} {place}"
        return f"a rise of {plain(follows.percent)}% {place}{_when(condition)}"

    def _would(self, ranked: Ranked, still: str) -> str:
        period = in_months(ranked.months)
        first, second = (self._of(offer) for offer in ranked.offers)
        least, most = ranked.extra_cash
        if ranked.orders[0] is not Order.CLEAR:
            first, second, least, most = self._as_asked(ranked)
        one, other = money_span(least), money_span(most)
        if ranked.orders[0] is Order.LEVEL:
            return f"they would add about the same {period}: {one} {first.place} and {other} {second.place}."
        if ranked.orders[0] is Order.DEPENDS:
            return (
                f"which would add more {period} would depend on {self._open_point(ranked)}: "
                f"{one} {first.place} against {other} {second.place}."
            )
        name = first.subject if still else first.owner
        return f"{name} would {still}add more {period}: {one} against {other}."

    def _level_rise(self, level: LevelRise) -> Iterator[Sentence]:
        low, high = level.percents
        if low <= 0:
            return
        label = self._of(level.offer)
        rise = (
            f"about {percent((low + high) / 2)}"
            if high - low <= ABOUT
            else f"between {percent(low)} and {percent(high)}"
        )
        text = f"{capital(label.rise)} of {rise} would make them level"
        if level.proposed:
            text += f"; {proposed_rise(level.offer)} {proposed_verb(level.offer)}, and {self._with_it(level)}"
        yield Sentence(
            "level_rise",
            (level.offer.id, level.against.id),
            self.answer.months,
            {"level_rise_percent": [decimals(low, 6), decimals(high, 6)]},
            f"{text}.",
        )

    def _with_it(self, level: LevelRise) -> str:
        ranked = level.proposed
        label = self._of(level.offer)
        if ranked is None or ranked.orders[0] is Order.DEPENDS:
            return "with it the order would depend on what the offers leave open"
        if ranked.orders[0] is Order.LEVEL:
            return "would make them about level"
        ahead = ranked.offers[0].id == level.offer.id
        return f"would put {label.party} ahead" if ahead else f"would leave {label.party} behind"

    def _keeping_up(self, found: KeepingUp) -> Iterator[Sentence]:
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
        figures = {key: [_slot(change, 1) for change in spans] for key, spans in changes.items()}
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
        return f"Only {joined(self._of(offer).subject for offer in keeps)} keep{'s' if len(keeps) == 1 else ''} up"

    def _half_way(self, offer: Valued, keeping: Keeping, end: Span) -> Iterator[Sentence]:
        label, months = self._of(offer), offer.deal.months
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
                place = f" {self._of(offer).place}" if len(self.answer.offers) > 1 else ""
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

    def _in_payment(self, part: InPayment) -> Iterator[Sentence]:
        offer, label = part.offer, self._of(part.offer)
        own = offer.reads[0].figures.own
        paid, whole = own.paid, own.rate_at_end
        if part.nothing_new:
            text = f"{label.party}: no new offer; {_awards_in_payment(offer)} is already being paid."
            yield Sentence("in_payment", (offer.id,), own.months, {"new_cash": decimals(own.new_cash, 0)}, text)
            return
        added = whole - offer.rate_in_payment
        adds = [f"{pounds(added * own.fte)} a year{'' if _first_year_only(offer) else ' by its end'}"] if added else []
        if any(not lump.in_payment for lump in offer.offer.lump_sum):
            adds.append("the one-off" if len(offer.offer.lump_sum) == 1 else "the one-offs")
        first_year = own.years[0]
        share = points_in_payment(offer)
        if share:
            done, of = share
            points = f"{plain(done)} of the {plain(of)} points are already being paid"
        else:
            done_pounds = pounds(offer.rate_in_payment - offer.rate_before)
            points = f"{done_pounds} of the {pounds(first_year.rate_at_end - offer.rate_before)} a year is already paid"
        place = capital(label.place)
        text = f"{place} {points}. A Yes vote adds {joined(adds)}." if adds else f"{place} {points}."
        figures = {
            "rate_in_payment": decimals(paid.rate_on(own.clock.last_day(own.months)), 0),
            "new_rate": decimals(added, 0),
        }
        yield Sentence("in_payment", (offer.id,), own.months, figures, text)

    def _salary(self, verdict: Verdict) -> Sentence:
        salary = pounds(min(offer.rate_before for offer in self.answer.offers))
        text = f"This is on {salary}; another salary can give another order"
        places = [crossing for crossing in verdict.crossings if len(self.answer.offers) == 2]  # noqa: PLR2004
        if places:
            text += f": they change places at about {joined(pounds(place.salary) for place in places)}"
        figures = {"crossings": [decimals(crossing.salary, 0) for crossing in verdict.crossings]}
        return Sentence(
            "salary", tuple(offer.id for offer in self.answer.offers), self.answer.months_covered, figures, f"{text}."
        )


def proposed_rise(offer: Valued) -> str:
    """Return what has been proposed after an offer: ``3.5%``, or ``what was proposed`` where it is no percentage."""
    term = offer.offer.proposed[0].uplift[0]
    figure = term.figure if term.kind == "percent" else None
    return f"{plain(figure)}%" if isinstance(figure, (int, type(decimals(0, 0)))) else "the rise"


def proposed_verb(offer: Valued) -> str:
    """Return how what was proposed was put: ``was being planned`` or ``has been proposed``."""
    return "was being planned" if PLANNED in offer.offer.proposed[0].source.casefold() else "has been proposed"


def _one_off_rate(offer: Valued) -> str:
    rates = [term.percent for lump in offer.offer.lump_sum for term in lump.pay if lump.of == "unstated"]
    if len(rates) == 1 and isinstance(rates[0], type(decimals(0, 0))):
        return f" of {plain(rates[0])}%"
    return ""


def _when(condition: Condition) -> str:
    return f" in {month_name(condition.offer.deal.end)}" if condition.offer.dated else ""


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
    found = []
    for step in offer.reads[0].schedule.steps:
        working = [applied for part in step.parts for applied in part.working]
        plain_percent = len(working) == 1 and working[0].term.kind == "percent"
        rise = f"{plain(working[0].figure)}%" if plain_percent else "award"
        found.append(f"the {rise} of {month_name(step.start)}")
    return joined(found) if found else "what it gives"


def _slot(figure: Span, places: int = 0) -> list[Any]:
    return [decimals(figure.low, places), decimals(figure.high, places)]


def _plain(months: Fraction) -> Any:  # noqa: ANN401
    return decimals(months, 4)


__all__ = ["Follows", "Sentence", "Teller", "proposed_rise", "proposed_verb"]
