"""What stands beside the figures: footnotes where a cell needs one, and what is assumed, left out or taken as read."""

from collections.abc import Iterator
from itertools import permutations

from payoffer.against import Apart
from payoffer.compare import Comparison, Valued
from payoffer.money import pence, plain, pounds
from payoffer.periods import YEAR, Clock, long_day
from payoffer.prices import PriceIndex, SeriesPrices
from payoffer.report.against_words import against_notes, reach
from payoffer.report.heading_words import illustration
from payoffer.report.offer_notes import notes_of, under_names
from payoffer.report.pay_voice import points_in_payment
from payoffer.report.price_notes import quotes, sources, unused_forecasts
from payoffer.report.proposed import proposed_by, proposed_rise, proposed_verb
from payoffer.report.readings import one_off_rates, sums_by_base
from payoffer.report.series_words import called, is_, noun
from payoffer.report.words import Label, capital, extra, joined, money_span, the_months, whole
from payoffer.settle import Follows, runs_to
from payoffer.verdict import over_readings, proposed

AS_GIVEN = "as given"
"""The kind of a footnote that comes with its text."""


class Notes:
    """Collects the footnotes of one page and tells its remarks."""

    def __init__(
        self,
        answer: Comparison,
        names: dict[str, Label],
        *,
        illustration: bool,
        salary_working: str | None,
        against: tuple[Apart, ...] = (),
    ) -> None:
        """Speak of ``answer``; ``illustration`` where no salary was given."""
        self.answer = answer
        self.names = names
        self.illustration = illustration
        self.salary_working = salary_working
        self.against = against
        self.wanted: list[tuple[str, str | None]] = []

    def mark(self, kind: str, offer: Valued | None = None) -> str:
        """Ask for a footnote and return its mark, `` (a)``; the same note keeps its letter."""
        return self._mark((kind, offer.id if offer else None))

    def _mark(self, key: tuple[str, str | None]) -> str:
        if key not in self.wanted:
            self.wanted.append(key)
        return f" ({_letter(self.wanted.index(key))})"

    def mark_with(self, text: str) -> str:
        """Ask for a footnote of this text and return its mark."""
        return self._mark((AS_GIVEN, text))

    def footnotes(self) -> Iterator[tuple[str, str]]:
        """Yield each footnote asked for, with its letter."""
        for number, (kind, about) in enumerate(self.wanted):
            yield _letter(number), self._footnote(kind, about)

    def _footnote(self, kind: str, about: str | None) -> str:
        if about is None:
            return f"Pay over {whole(self.answer.months)} in the money of before the offer, against keeping up."
        if kind == AS_GIVEN:
            return about
        offer = next(offer for offer in self.answer.offers if offer.id == about)
        told = {"base": self._base, "range": self._range, "proposed": self._proposed, "in payment": self._in_payment}
        return told[kind](offer)

    def _base(self, offer: Valued) -> str:
        """Return the readings of a one-off whose base is not stated, each with its sum."""
        if not any(assumed.kind == "base" for read in offer.reads for assumed in read.assumes):
            return self._range(offer)
        several = sum(1 for kind, _ in self.wanted if kind == "base") > 1
        which = self.names[offer.id].heading if several else "The offer"
        return f"{which} does not say {one_off_rates(offer)} of what: {', '.join(sums_by_base(offer))}."

    def _range(self, offer: Valued) -> str:
        rates = over_readings(offer, "window", "rate_at_end")
        cash = over_readings(offer, "window", "one_off_cash")
        ends = f"{money_span(rates)} a year at the end" if rates.low != rates.high else f"{money_span(cash)} once"
        return f"The offer gives only a range: {ends}, by its lowest and highest figures."

    def _proposed(self, offer: Valued) -> str:
        """Return what has been proposed to follow, who said so, and what it would come to."""
        text = f"{capital(proposed_rise(offer))} {proposed_verb(offer)}{proposed_by(offer)}."
        with_it = proposed(self.answer, offer)
        if with_it is None:
            return text
        cash = over_readings(with_it, "window", "extra_cash")
        until = runs_to(offer.reads[0].schedule.offer, offer.deal, Follows(None), Clock(offer.anchor))
        then = " and no rise after it" if until is not None and until < self.answer.months else ""
        return f"{text} With it{then}: {extra(cash)} over {whole(self.answer.months)} (--next {offer.id}=proposed)."

    def _in_payment(self, offer: Valued) -> str:
        before, now = pounds(offer.rate_before), pounds(offer.rate_in_payment)
        share = points_in_payment(offer)
        part = f"{plain(share[0])} of its {plain(share[1])} points are" if share else "part of it is"
        part = "all of it is" if offer.nothing_new else part
        return f"{self.names[offer.id].heading}: {part} already paid: {before} before is {now} now."

    def remarks(self) -> Iterator[str]:
        """Yield what is assumed or has to be known, one sentence or two each."""
        answer = self.answer
        yield from self.alignment()
        yield "Basic pay before tax; extra pay is against no rise at all, counted when earned."
        if self.illustration:
            yield illustration(answer.question.pay)
        if self.salary_working:
            yield f"Pay: {self.salary_working} = {pence(answer.question.pay.salary)} a year."
        yield from self._rates_before()
        yield from self.prices()
        yield from under_names(
            answer.offers,
            self.names,
            lambda offer: notes_of(answer, offer, reach=reach(answer, offer, self.against)),
        )
        yield from against_notes(self.against, self.names)
        if not answer.question.prices and not any(offer.offer.adds_to_unstated() for offer in answer.offers):
            yield "For what it buys after prices have risen: add --inflation with a rate, such as --inflation 10.1."

    def prices(self) -> Iterator[str]:
        """Say how a part year meets prices, and which rates are not used."""
        answer = self.answer
        rates = [prices for prices in answer.question.prices if isinstance(prices, PriceIndex)]
        if rates and answer.months % YEAR:
            part = f"{plain(answer.months % YEAR)}/{YEAR}" if (answer.months % YEAR).denominator == 1 else "a part"
            s = "s" if answer.months % YEAR == 1 else ""
            yield f"{the_months(answer.months % YEAR, 'The last')} meet{s} {part} of that year's rise in prices."
        years = -(-max([answer.months, *(offer.deal.months for offer in answer.offers)]) // YEAR)
        for index in answer.question.prices:
            if len(index.rates) > years:
                unused = joined(f"{plain(rate)}%" for rate in index.rates[int(years) :])
                yield f"Not used, as no more years are counted: {unused}."
        for number in range(len(answer.question.prices)):
            yield from quotes(answer, number)
        yield from unused_forecasts(answer, sources(answer))
        if any(prices.during for prices in answer.question.prices):
            set_against = joined(dict.fromkeys(map(noun, answer.question.prices)), "or")
            yield (
                f"Sums in pounds are set against {set_against} before each rise only: leave --prices during out for "
                "them."
            )

    def alignment(self) -> Iterator[str]:
        """Yield from which day each offer is counted, where there are several."""
        answer = self.answer
        offers = answer.offers
        if len(offers) == 1:
            return
        typed = any(offer.named.kind_of_file == "shorthand" for offer in offers)
        in_shorthand = ", or in shorthand with the words already paid" if typed else ""
        if answer.same_people and not _same_in_payment(offers):
            yield (
                "The offers are for the same people but do not count the same awards as already being paid, so they do "
                "not start from the same pay: list every award already paid in each file, as in_payment"
                f"{in_shorthand}."
            )
        if any(offer.offer.group is None for offer in offers) and answer.same_people:
            yield "An offer names no group, so the offers are taken to be for the same people."
        starts = {offer.deal.start for offer in offers}
        if answer.align == "years" and len(starts) > 1:
            same = ""
            if answer.question.prices:
                same = ", so different years meet the same prices"
                index = answer.question.prices[0]
                if isinstance(index, SeriesPrices):
                    same = f", so {called(index)} {is_(index)} taken over different months"
                elif len(offers) == 2 and len(answer.question.prices) == 1:  # noqa: PLR2004
                    same = f", so two different years meet the same {index.name}"
            yield f"Each offer from its own start{same}."
        elif len(starts) > 1:
            first = min(starts)
            yield f"All offers are counted from {long_day(first)}; months before a later start are at the old rate."

    def _rates_before(self) -> Iterator[str]:
        """Say whose pay the figures start from, and what it is now where part is already being paid."""
        parts = []
        for offer in self.answer.offers:
            now = f" ({pounds(offer.rate_in_payment)} now)" if offer.rate_in_payment != offer.rate_before else ""
            when = f"before {long_day(offer.anchor)}" if offer.dated else "before the first year"
            parts.append(f"{when} {self.names[offer.id].place}{now}")
        same = {offer.rate_before for offer in self.answer.offers}
        alike = {(offer.anchor, offer.dated, offer.rate_in_payment) for offer in self.answer.offers}
        if len(same) == len(alike) == 1:
            yield f"{pounds(same.pop())} is full-time basic pay {when}{now}."
        elif len(same) == 1:
            yield f"{pounds(same.pop())} is full-time basic pay {joined(parts)}."
        else:
            each = (
                f"{pounds(offer.rate_before)} {part}" for offer, part in zip(self.answer.offers, parts, strict=True)
            )
            yield f"Full-time basic pay: {joined(each)}."


def _same_in_payment(offers: tuple[Valued, ...]) -> bool:
    """Say whether each two offers to the same people list the awards that either counts as paid in their months."""
    return all(_lists_paid(one, other) for one, other in permutations((offer for offer in offers if offer.dated), 2))


def _lists_paid(one: Valued, other: Valued) -> bool:
    """Say whether one offer lists what another counts as already being paid in the months of both."""
    first, latest = max(one.deal.start, other.deal.start), min(one.deal.end, other.deal.end)
    listed = [(award.day, award.uplift) for award in one.offer.award]
    paid = [award for award in other.offer.award if award.in_payment and first <= award.day < latest]
    return all((award.day, award.uplift) in listed for award in paid)


def _letter(number: int) -> str:
    """Return ``a`` to ``z``, then ``aa`` and on."""
    letters = 26
    before = _letter(number // letters - 1) if number >= letters else ""
    return before + chr(ord("a") + number % letters)
