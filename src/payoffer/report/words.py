"""The words of every answer: what offers, months, figures and signs are called. Another language touches this file."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from payoffer.compare import Valued
from payoffer.money import decimals, percent, pounds
from payoffer.offer import Offer
from payoffer.pay_year import YearFigures
from payoffer.periods import YEAR, month_name, short_month
from payoffer.report.prose import one_line
from payoffer.verdict import Span

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ADJECTIVES = {"Wales": "Welsh", "Scotland": "Scottish", "England": "English", "Northern Ireland": "Northern Irish"}
LONGEST_NAME = 28
SAME_WITHIN = Decimal("0.05")
"""What basic pay buys is the same where the change rounds to nothing at one decimal."""
NONE = "none"
NO_EXTRA = "no extra"
THE_SAME = "the same"
PENCE = 100
NOT_IN_OFFER = "not in this offer"


def ordinal(number: int) -> str:
    """Return ``first`` for 0, and so on; in figures beyond the tenth."""
    if number < len(ORDINALS):
        return ORDINALS[number]
    last = 0 if number % 100 in {10, 11, 12} else number % 10 + 1
    return f"{number + 1}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def how_many(number: int) -> str:
    """Return a number in words, in figures beyond ten."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


class Label(NamedTuple):
    """What an offer is called in a heading and in a sentence.

    ``subject`` "the Welsh offer", ``place`` "in Scotland", ``owner`` "Scotland's" (of its offer), ``party``
    "Wales", ``rise`` "a Welsh rise", ``no_rise`` "Wales got no rise", ``one_off`` "the Welsh one-off{rate}".
    """

    heading: str
    subject: str
    place: str
    owner: str
    party: str
    rise: str
    no_rise: str
    one_off: str


def labels(offers: Sequence[Valued]) -> dict[str, Label]:
    """Return what each offer is called: by the nation it is named after, else by month, else by its name.

    An offer to teachers and one to nurses go by name.
    """
    alike = len({people(offer.offer) for offer in offers} - {None}) <= 1
    nations = Counter(offer.offer.nation for offer in offers)
    months = Counter((offer.offer.nation, _month(offer.offer)) for offer in offers)
    names = Counter(offer.offer.name for offer in offers)
    found = {}
    for named in offers:
        offer = named.offer
        if alike and _of_its_nation(offer) and nations[offer.nation] == 1:
            found[named.id] = _by_nation(offer)
        elif alike and _by_month_is_plain(named) and months[offer.nation, _month(offer)] == 1:
            found[named.id] = _by_month(offer, one_nation=len(nations) == 1)
        else:
            short = names[offer.name] == 1 and len(offer.name) <= LONGEST_NAME
            found[named.id] = _by_name(one_line(offer.name if short else named.id))
    return found


def people(offer: Offer) -> str | None:
    """Return what a group is called without its nation: ``teachers`` of ``teachers-wales``; None if it has none."""
    who = (offer.group or "").removesuffix(f"-{(offer.nation or '').casefold().replace(' ', '-')}")
    return None if who == offer.group or not who else who


def _of_its_nation(offer: Offer) -> bool:
    """Whether an offer is named after its nation, ``Wales, March 2023``: a council's or a firm's goes by its name."""
    return offer.nation in ADJECTIVES and offer.name.partition(",")[0].strip() == offer.nation


def _by_month_is_plain(named: Valued) -> bool:
    """Whether nation and month say enough: a file of one's own has the name that its writer gave it."""
    return _of_its_nation(named.offer) and bool(_month(named.offer)) and named.named.kind_of_file == "bundled"


def _month(offer: Offer) -> str:
    return month_name(offer.offered) if offer.offered else ""


def _by_nation(offer: Offer) -> Label:
    nation = offer.nation or ""
    adjective = ADJECTIVES[nation]
    return Label(
        heading=nation,
        subject=f"the {adjective} {offer.kind}",
        place=f"in {nation}",
        owner=f"{nation}'s",
        party=nation,
        rise=f"a {adjective} rise" if adjective != "English" else "an English rise",
        no_rise=f"{nation} got no rise",
        one_off=f"the {adjective} one-off{{rate}}",
    )


def _by_month(offer: Offer, *, one_nation: bool) -> Label:
    nation = offer.nation or ""
    adjective = "" if one_nation else f"{ADJECTIVES[nation]} "
    short = short_month(offer.offered) if offer.offered else ""
    return _called(f"the {adjective}{offer.kind} of {_month(offer)}", f"{nation} {short}")


def _by_name(name: str) -> Label:
    return _called(f'"{name}"', name)


def _called(name: str, heading: str) -> Label:
    return Label(
        heading=heading,
        subject=name,
        place=f"under {name}",
        owner=name,
        party=name,
        rise=f"a rise after {name}",
        no_rise=f"{name} was followed by no rise",
        one_off=f"the one-off{{rate}} under {name.replace('{', '{{').replace('}', '}}')}",
    )


def in_brief(label: Label) -> Label:
    """Return a shorter label for a message: ``Wales Feb 2023`` for ``the offer of February 2023``."""
    plain = label.place.startswith("in ") or label.party.startswith('"')
    return label if plain else _called(label.heading, label.heading)


def status(offer: Offer) -> str:
    """Return ``rejected, Feb 2023``; a claim or an award is not called an offer."""
    told = offer.kind if offer.status == "offered" and offer.kind != "offer" else offer.status
    return told + (f", {short_month(offer.offered)}" if offer.offered else "")


def capital(text: str) -> str:
    """Return ``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def joined(parts: Iterable[str], last: str = "and") -> str:
    """Return ``a, b and c``."""
    found = list(parts)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} {last} {found[-1]}"


def money_span(span: Span) -> str:
    """Return ``£3,200``, or ``£3,200 to £3,239`` where the readings differ."""
    return spanned(pounds(span.low), pounds(span.high))


def spanned(low: str, high: str) -> str:
    """Return one figure, or the least and the most: ``6.5% to 7.0%``."""
    return low if low == high else f"{low} to {high}"


def rise_percent(rise: Fraction, rate: Fraction) -> str:
    """Return a rise to one decimal, ``6.5%``; to two where it was given so, ``4.75%``, with pay to the penny.

    ``rate`` is the pay it ends on, in pounds a year.
    """
    given = decimals(rise, 2)
    pennies = abs(rise - Fraction(given)) * rate / 100 * PENCE
    return percent(rise, 1 if pennies > 1 or given == decimals(rise, 1) else 2)


def extra(span: Span) -> str:
    """Return extra pay in words: ``£1,600 less`` below zero, ``no extra`` at zero."""
    if decimals(span.low, 0) == decimals(span.high, 0) == 0:
        return NO_EXTRA
    return _signed(span, lambda figure: pounds(abs(figure)), ("", " less", " more"))


def real_value(span: Span) -> str:
    """Return a real-terms value in money: ``£763 less``, ``£43 more``."""
    if decimals(span.low, 0) == decimals(span.high, 0) == 0:
        return THE_SAME
    return _signed(span, lambda figure: pounds(abs(figure)), (" more", " less", " more"))


def short_of(span: Span) -> str:
    """Return a shortfall in words: ``£840``, ``£28 over`` below zero, ``kept up`` at zero."""
    if decimals(span.low, 0) == decimals(span.high, 0) == 0:
        return "kept up"
    return _signed(span, lambda figure: pounds(abs(figure)), ("", " over", " short"))


def buys(span: Span) -> str:
    """Return a change in what basic pay buys: ``3.3% less``, ``the same``, ``1.0% more``."""
    ends = [THE_SAME if abs(end) < SAME_WITHIN else _signed(Span(end, end), _percent, _MORE) for end in span]
    if THE_SAME in ends:
        return spanned(*sorted(ends, key=THE_SAME.__ne__))
    return _signed(span, _percent, _MORE)


_MORE = (" more", " less", " more")


def _percent(figure: Fraction) -> str:
    return percent(abs(figure))


def _signed(span: Span, show: Callable[[Fraction], str], tails: tuple[str, str, str]) -> str:
    """Write a span with the words after figures above zero, below it, and above it beside one below."""
    above, below, beside = tails
    if span.high <= 0:
        return f"{spanned(show(span.high), show(span.low))}{below}"
    if span.low >= 0:
        return f"{spanned(show(span.low), show(span.high))}{above}"
    return f"{show(span.low)}{below} to {show(span.high)}{beside}"


def year_name(year: YearFigures) -> str:
    """Return ``First year``, or ``Last 4 months`` for a part year after others, ``6 months`` for one alone."""
    if year.months == YEAR:
        return f"{capital(ordinal(year.year - 1))} year"
    return f"Last {months_text(year.months)}" if year.year > 1 else capital(months_text(year.months))


def months_text(months: Fraction) -> str:
    """Return ``28 months``, ``1 month``, ``16.5 months``."""
    count = decimals(months, 1 if months.denominator != 1 else 0)
    return f"{count} month{'' if months == 1 else 's'}"


def all_years(months: Fraction) -> str:
    """Return the title of the whole window: ``Both years``, ``All three years``, ``All 28 months``."""
    years, part = divmod(months, YEAR)
    if part:
        return f"All {months_text(months)}"
    return "Both years" if years == 2 else f"All {how_many(int(years))} years"  # noqa: PLR2004


def the_months(months: Fraction, which: str = "the") -> str:
    """Return ``the 28 months``, ``the month`` where it is one; ``which`` is ``the``, ``the last``, ``its``."""
    return f"{which} {months_text(months).removeprefix('1 ')}"


def whole(months: Fraction) -> str:
    """Return ``both years``, ``all 28 months``, ``the year``, ``the 6 months``, ``the month``."""
    if months > YEAR:
        return all_years(months).casefold()
    return "the year" if months == YEAR else the_months(months)


def in_months(months: Fraction) -> str:
    """Return ``in the first year``, ``over the two years``, ``over the 28 months``."""
    years, part = divmod(months, YEAR)
    if part:
        return f"over the {months_text(months)}" if years else f"in the first {months_text(months).removeprefix('1 ')}"
    return "in the first year" if years == 1 else f"over the {how_many(int(years))} years"
