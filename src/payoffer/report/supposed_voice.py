"""What is supposed of the offers that run out before the months counted do: no rise, a stated one, or one proposed."""

from payoffer.money import plain
from payoffer.periods import DAY, YEAR, Clock, month_name
from payoffer.report.proposed import proposed_rise, proposed_verb
from payoffer.report.voice import Voice
from payoffer.report.words import capital, joined
from payoffer.verdict import Condition, Ranked


class SupposedVoice(Voice):
    """Tells on what conditions an order beyond the months all cover stands."""

    def conditions(self, ranked: Ranked) -> str:
        """Return what is supposed of the offers that run out: ``If Wales got no rise in September 2023``."""
        return capital(self.supposed(ranked.conditions))

    def supposed(self, conditions: tuple[Condition, ...]) -> str:
        """Return what is supposed of offers that run out, for the middle of a sentence."""
        without = [condition for condition in conditions if condition.follows is None]
        followed = [self._follows(condition) for condition in conditions if condition.follows]
        parts = [f"with {joined(followed)}"] if followed else []
        if without:
            parts.append(f"if {self._no_rise(without)}")
        return joined(parts)

    def _no_rise(self, without: list[Condition]) -> str:
        """Return ``Wales got no rise in September 2023``, several offers in one breath where it is the same month."""
        named = [self.of(condition.offer) for condition in without]
        when = {_when(condition) for condition in without}
        got = " got no rise"
        if len(when) == 1 and all(label.no_rise == label.party + got for label in named):
            return f"{joined(label.party for label in named)}{got}{when.pop()}"
        if len(when) == 1 and all(label.no_rise != label.party + got for label in named) and len(named) > 1:
            return f"{joined(label.party for label in named)} were followed by no rise{when.pop()}"
        return joined(f"{label.no_rise}{_when(condition)}" for label, condition in zip(named, without, strict=True))

    def _follows(self, condition: Condition) -> str:
        """Return ``a rise of 3.5% in Wales in September 2023``, or ``a rise of 3% a year in Wales from ...``."""
        offer, follows = condition.offer, condition.follows
        label = self.of(offer)
        place = label.place if label.place.startswith("in ") else f"after {label.party}"
        if follows is None or follows.percent is None:
            no_more = ""
            window = offer.reads[0].figures.window.window
            if window.silent and window.runs_to is not None:
                last = Clock(offer.anchor).last_day(window.runs_to)
                no_more = f" and no rise in {month_name(last + DAY)}" if offer.dated else " and no rise after it"
            return f"the {proposed_rise(offer).removeprefix('the ')} that {proposed_verb(offer)} {place}{no_more}"
        once = Clock(offer.anchor).at(offer.deal.end) + YEAR >= self.answer.months
        if once:
            return f"a rise of {plain(follows.percent)}% {place}{_when(condition)}"
        return f"a rise of {plain(follows.percent)}% a year {place}{_when(condition).replace(' in ', ' from ')}"


def _when(condition: Condition) -> str:
    return f" in {month_name(condition.offer.deal.end)}" if condition.offer.dated else ""
