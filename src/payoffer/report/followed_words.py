"""Which of the figures of an index that pay follows are forecasts, and which are the user's own."""

from payoffer.compare import Comparison
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
