"""Which prices were asked for: ``--inflation``, ``--forecast``, ``--as-of`` and ``--prices`` read into values."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cached_property
from typing import NamedTuple

from payoffer import inputs
from payoffer.errors import NotValued, UsageProblem
from payoffer.money import plain
from payoffer.periods import month_name
from payoffer.prices import PriceIndex, Prices, SeriesPrices, When
from payoffer.published_rates import PublishedRates
from payoffer.series import Series
from payoffer.typed import shown

NAME = re.compile(r"[a-z][a-z0-9 _-]*", re.IGNORECASE)
FILE = ".csv"


class PricesAsked(NamedTuple):
    """The options about prices as they were typed; ``when`` is ``--prices``."""

    inflation: list[str] | None = None
    forecast: list[str] | None = None
    as_of: str | None = None
    when: str | None = None


class PricesFound:
    """What the options mean; a series is read when it is first asked for.

    ``followed`` says that some rise follows an index, so that series are used beside those of ``--inflation``;
    ``passed_over`` collects a sentence on each stored file that could not be used.
    """

    def __init__(self, asked: PricesAsked, *, followed: bool = False) -> None:
        """Read the options; raises ``UsageProblem`` for what cannot be understood, and all that reading raises."""
        self.asked = asked
        self.passed_over: list[str] = []
        self._known: dict[str, Series] = {}
        self._series: dict[str, Series] = {}
        self.prices = tuple(self._one(text, asked.inflation or []) for text in asked.inflation or ())
        self.published = PublishedRates(self._published, self._held)
        self._check_series(followed=followed)

    @cached_property
    def as_of(self) -> date | None:
        """The month by whose end a figure must have been published."""
        from payoffer.input_month import month

        if self.asked.as_of is None:
            return None
        found = month(self.asked.as_of, what="--as-of")
        if found > today():
            raise UsageProblem(
                f"--as-of {month_name(found)} is still to come, and what will have been published is not known: name a "
                f"month up to {month_name(today())}"
            )
        return found

    @cached_property
    def when(self) -> When:
        """The clock: prices before each rise, or during the deal."""
        asked = (self.asked.when or "before").casefold()
        if asked not in {"before", "during"}:
            raise UsageProblem(f"--prices {shown(asked)} is not known: write before or during")
        return "during" if asked == "during" else "before"

    @cached_property
    def forecasts(self) -> dict[str | None, str]:
        """What is to continue each series, by its name; by None for all of them."""
        found: dict[str | None, str] = {}
        for text in self.asked.forecast or ():
            name, given, value = text.rpartition("=")
            key = name.strip().casefold() if given else None
            if key is not None and key not in self._named:
                known = next(iter(self._files.values()), "cpi")
                raise UsageProblem(f"--forecast names {shown(name)}, which is no series here: write {known}=3,2")
            if key in found:
                which = f" for {shown(name)}" if given else ""
                raise UsageProblem(f"--forecast is given twice{which}: give it once")
            found[key] = value
        return found

    @cached_property
    def _named(self) -> set[str]:
        """The names that a series can have: those here, and the files given."""
        from payoffer.price_files import NAMES

        return {*NAMES, *(name.casefold() for name in self._files.values())}

    @cached_property
    def _files(self) -> dict[str, str]:
        """The files given as prices, each with the name of its series."""
        from payoffer.price_files import names_of_files

        texts = [text.strip() for text in self.asked.inflation or ()]
        return names_of_files([text for text in texts if text.casefold().endswith(FILE)])

    def _one(self, text: str, every: list[str]) -> Prices:
        from payoffer.price_files import NAMES, is_series

        left = text.strip()
        if sum(other.strip().casefold() == left.casefold() for other in every) > 1:
            raise UsageProblem(f"--inflation {shown(text)} is given twice: give it once")
        if is_series(left):
            return SeriesPrices(self.series(left.casefold()), self.when)
        if left.casefold().endswith(FILE):
            return SeriesPrices(self.series(left), self.when)
        if NAME.fullmatch(left) or {part.casefold() for part in re.split(r"[,; ]+", left)} & set(NAMES):
            raise UsageProblem(
                f"--inflation {shown(text)} is neither a rate nor one series: write a rate such as 10.1, one of "
                f"{', '.join(NAMES)}, or a FILE.csv with month,index; for several, give --inflation again for each"
            )
        rates = tuple(inputs.rates(text))
        return PriceIndex(", ".join(f"{plain(rate)}%" for rate in rates), rates)

    def series(self, name: str) -> Series:
        """Return a series by its name or file, as of the month asked for and with what continues it."""
        if name not in self._series:
            self._series[name] = self._continued(self._known_by(name))
        return self._series[name]

    def _known_by(self, name: str) -> Series:
        """Return a series by its name or file as of the month asked for."""
        from payoffer import price_files

        if name not in self._known:
            if price_files.is_series(name):
                held = price_files.held(name)
                if held.passed_over:
                    self.passed_over.append(held.passed_over)
                found = held.series
            else:
                found = price_files.series_of_file(name, self._files[name])
            self._known[name] = found.known_by(self.as_of) if self.as_of else found
        return self._known[name]

    def _continued(self, series: Series) -> Series:
        from payoffer import forecast as forecasting
        from payoffer.forecast_files import forecast

        text = self.forecasts.get(series.name.casefold(), self.forecasts.get(None))
        if text is None:
            return series
        if NAME.fullmatch(text.strip()):
            return forecasting.by_forecast(series, forecast(text.strip(), series))
        rates = tuple(inputs.rates(text, "--forecast"))
        told = f"your forecast of {', then '.join(f'{plain(rate)}%' for rate in rates)} a year"
        return forecasting.by_rates(series, rates, told)

    def _published(self, name: str) -> Series | None:
        from payoffer.price_files import is_series

        return self.series(name) if is_series(name) else None

    def _held(self, name: str) -> Series | None:
        """Return what is published of a series, to stand beside the user's own figure; None where that is not known."""
        from payoffer.price_files import is_series

        try:
            return self._known_by(name) if is_series(name) else None
        except NotValued:
            return None

    def _check_series(self, *, followed: bool) -> None:
        """Refuse what continues or dates a series where none is used."""
        measured = [prices for prices in self.prices if isinstance(prices, SeriesPrices)]
        if not measured and not followed:
            given = {"--forecast": self.asked.forecast, "--as-of": self.asked.as_of}
            why = "--inflation gives rates" if self.prices else "none is asked for"
            for option in (option for option, value in given.items() if value is not None):
                raise UsageProblem(
                    f"{option} is about a price series, and {why}: name a series such as --inflation cpi, or leave "
                    f"{option} out"
                )
        if self.when == "during" and not measured:
            raise UsageProblem(
                "--prices during measures a series over the months of the deal: name one, such as --inflation cpi"
            )


def today() -> date:
    """Return the day it is."""
    return datetime.now(tz=UTC).date()


def tell(passed_over: Iterable[str]) -> None:
    """Say on stderr which stored files could not be used."""
    import sys

    from payoffer.report.medium import Medium
    from payoffer.report.prose import one_line

    for problem in passed_over:
        text = Medium(encoding=sys.stderr.encoding or "utf-8").safe(one_line(problem))
        sys.stderr.write(f"passed over: {text}\n")
