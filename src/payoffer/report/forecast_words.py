"""What stands on a forecast says so, and whose it is."""

from collections.abc import Sequence
from fractions import Fraction

from payoffer.compare import Valued
from payoffer.pay_over import PayOver
from payoffer.pay_year import YearFigures
from payoffer.periods import month_name
from payoffer.prices import Prices, SeriesPrices
from payoffer.report.words import capital
from payoffer.series import Series

FORECAST = " (forecast)"


def on_forecast(found: PayOver, months: Fraction | None = None) -> bool:
    """Say whether prices after some months, those of all if none are given, are a forecast."""
    return found.prices is not None and found.prices.is_forecast(found.months if months is None else months)


def year_on_forecast(year: YearFigures) -> bool:
    """Say whether what is set against prices up to a pay year stands on a forecast."""
    return on_forecast(year.whole, year.span.end)


def forecast_note(series: Series) -> str:
    """Return the footnote of what stands on a forecast: whose, and from which month on."""
    since = f", from {month_name(series.forecast_from)} on" if series.forecast_from else ""
    return f"{capital(series.forecaster)}{since}."


class Forecaster:
    """Marks the sentences about one index that stand on a forecast: the first says whose, in brief the source does."""

    def __init__(self, prices: Sequence[Prices], number: int, *, brief: bool = False) -> None:
        """Speak of the forecast that continues price ``number``."""
        self.prices = prices[number]
        self.number = number
        self._brief = brief
        self._told = False

    def mark(self, *, ahead: bool) -> str:
        """Return `` on the OBR's forecast (March 2026)``, later `` on that forecast``; nothing if not ``ahead``."""
        if not ahead or not isinstance(self.prices, SeriesPrices):
            return ""
        if self._brief:
            return FORECAST
        first = not self._told
        self._told = True
        return f" on {self.prices.series.forecaster}" if first else " on that forecast"

    def of(self, offers: Sequence[Valued]) -> str:
        """Return the mark of what is told of offers over their own months."""
        return self.mark(ahead=any(on_forecast(offer.reads[0].by_prices[self.number].own) for offer in offers))
