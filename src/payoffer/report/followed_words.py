"""Which of the figures of an index that pay follows are forecasts."""

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
