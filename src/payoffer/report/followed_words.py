"""Which of the figures of an index that pay follows are forecasts, and which are the user's own."""

from datetime import date

from payoffer.compare import Comparison, Valued
from payoffer.periods import month_name
from payoffer.report.words import capital, joined


def forecasts_followed(answer: Comparison) -> list[str]:
    """Return ``the RPI of April 2027`` for each figure that pay follows and that is a forecast."""
    published = answer.question.given.published
    return [f"the {label} of {month_name(month)}" for label, month in (published.forecasts if published else ())]


def forecasts_sentence(answer: Comparison) -> str:
    """Return the sentence that says so; nothing where none is a forecast."""
    found = forecasts_followed(answer)
    are = "is a forecast" if len(found) == 1 else "are forecasts"
    return f"{capital(joined(found))}, which pay here follows, {are}." if found else ""


def followed_sentences(answer: Comparison) -> str:
    """Return the sentences that say which are the user's own figures and which are forecasts, where there are any."""
    published = answer.question.given.published
    yours = list(published.yours) if published else []
    figures = "your figure" if len(yours) == 1 else "your figures"
    own = f"Pay here follows {figures}: {joined(yours)}." if yours else ""
    return " ".join(filter(None, (own, forecasts_sentence(answer))))


def follows_forecast(offer: Valued, first: date, last: date, *, basic: bool = False) -> bool:
    """Say whether pay from one day to another, or ``basic`` pay alone, hangs on a forecast of an index."""
    counted = [award.day for award in offer.reads[0].schedule.offer.award]
    rises = [assumed.forecast_from for assumed in offer.reads[0].assumes if not assumed.once]
    ahead = any(day in counted and day <= last for day in rises if day)
    return ahead or (not basic and once_on_forecast(offer, first, last))


def once_on_forecast(offer: Valued, first: date, last: date) -> bool:
    """Say whether a one-off from one day to another is a forecast of an index."""
    once = [assumed.forecast_from for assumed in offer.reads[0].assumes if assumed.once]
    return any(first <= day <= last for day in once if day)
