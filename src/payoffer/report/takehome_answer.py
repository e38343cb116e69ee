"""Take-home pay under each offer of a comparison: what the forms of the answer are made from."""

from collections.abc import Mapping
from typing import NamedTuple

from payoffer.compare import Comparison, Valued
from payoffer.errors import NotValued
from payoffer.takehome.circumstances import Circumstances
from payoffer.takehome.rule_book import Asked, RuleBook
from payoffer.takehome.rules import Rules
from payoffer.takehome.tables import Tables
from payoffer.takehome.under_offer import UnderOffer


class OfferTakeHome(NamedTuple):
    """One offer: whose circumstances it is worked on, and each of its readings, least extra pay first."""

    valued: Valued
    who: Circumstances
    readings: tuple[UnderOffer, ...]
    book: RuleBook

    @property
    def rules(self) -> list[Rules]:
        """Every month's rules that were used, in order."""
        for reading in self.readings:
            _ = reading.years, reading.paid_once
        return self.book.every()


class TakeHomeAnswer(NamedTuple):
    """Take-home pay under all offers; ``asked`` is the tax year whose rates were asked for, if any."""

    comparison: Comparison
    offers: tuple[OfferTakeHome, ...]
    asked: Asked | None

    @property
    def rules(self) -> list[Rules]:
        """The rules of every offer."""
        return [rules for offer in self.offers for rules in offer.rules]


def answer(
    comparison: Comparison, circumstances: Mapping[str, Circumstances], tables: Tables, asked: Asked | None
) -> TakeHomeAnswer:
    """Work take-home pay under every offer; ``circumstances`` by the offer's id.

    Raises ``NotValued`` for an offer without dates where no tax year is asked for.
    """
    found = []
    for valued in comparison.offers:
        book = rule_book(valued, circumstances[valued.id], tables, asked)
        found.append(of_offer(valued, book))
    return TakeHomeAnswer(comparison, tuple(found), asked)


def rule_book(valued: Valued, who: Circumstances, tables: Tables, asked: Asked | None) -> RuleBook:
    """Return the rules of every month that an offer counts.

    Raises ``NotValued`` for an offer without dates where no tax year is asked for.
    """
    if not valued.dated and (asked is None or asked.year != asked.rates):
        raise NotValued(
            f"{valued.offer.name} gives no dates, and tax goes by the month: add the tax year whose rates are to "
            "be used, such as --tax-year 2026-27"
        )
    return RuleBook(tables, who, f"{valued.id}=", asked)


def of_offer(valued: Valued, book: RuleBook, months: str = "window") -> OfferTakeHome:
    """Return take-home pay under one offer, over the months that are compared or over its ``own``."""
    readings = tuple(UnderOffer(valued, read, book, months) for read in valued.reads)
    return OfferTakeHome(valued, book.who, readings, book)
