"""The closing lines of an answer: the command that makes it again, the version and what was used, and the sources."""

from collections.abc import Iterable, Iterator, Sequence

from payoffer import __version__
from payoffer.compare import Comparison, Valued
from payoffer.prices import PriceIndex
from payoffer.report.prose import one_line
from payoffer.report.series_words import EARNINGS, source_line
from payoffer.report.words import joined
from payoffer.series import Series


def ending(command: str, *used: str, series: Iterable[Series] = (), also: Iterable[str] = ()) -> Iterator[str]:
    """Yield the last lines: the command, the version with what was ``used``, lines ``also`` wanted, and each series."""
    yield f"Again: {command}"
    yield one_line("; ".join((f"payoffer {__version__}", *used)))
    yield from also
    yield from map(source_line, series)


def offers_ending(
    answer: Comparison,
    command: str,
    series: Sequence[Series],
    *,
    against: Sequence[Valued] = (),
    also: Iterable[str] = (),
) -> Iterator[str]:
    """Yield the last lines of an answer about offers, the files used among them.

    ``series`` are those that the answer stands on, ``against`` further offers, ``also`` lines on other files.
    """
    rates = any(isinstance(prices, PriceIndex) for prices in answer.question.prices)
    published = answer.question.given.published
    own = rates or (published is not None and bool(published.yours))
    offers = (*answer.offers, *against)
    files = joined(offer.named.file for offer in offers)
    shown = [_shown(offer) for offer in offers if offer.named.kind_of_file != "shorthand"]
    sources = [f"Sources: {joined(f'payoffer show {name}' for name in shown)}"] if shown else []
    yield from ending(command, _prices(series, own=own), f"offers: {files}", series=series, also=(*also, *sources))


def _prices(series: Sequence[Series], *, own: bool) -> str:
    """Return which prices were used: ``prices: CPI``, ``earnings: AWE``; ``own`` are figures typed in."""
    told = [*(["your figure"] if own else []), *(each.label for each in series)]
    what = "earnings" if series and not own and all(each.name == EARNINGS for each in series) else "prices"
    return f"{what}: {joined(told)}" if told else "no prices used"


def _shown(offer: Valued) -> str:
    named = offer.named
    name = named.id if named.kind_of_file == "bundled" else named.file
    return f'"{name}"' if " " in name else name
