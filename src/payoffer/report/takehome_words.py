"""The words of take-home pay: what is taken off, what the estimate leaves out, and how sure its rates are."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from payoffer.money import plain, pounds
from payoffer.report.words import NO_EXTRA, capital, joined
from payoffer.takehome.circumstances import POSTGRADUATE, Circumstances
from payoffer.takehome.cliffs import Cliff
from payoffer.takehome.rules import Rules, Used
from payoffer.takehome.schemes import SCHEMES
from payoffer.takehome.tables import PUBLISHED

ESTIMATE = (
    "An annual estimate: one job on a standard tax code, twelve equal months. A year of payslips may differ by a few "
    "pounds."
)
NOT_COVERED = (
    "Not covered: Universal Credit and other benefits (gov.uk/benefits-calculators), the child benefit charge "
    "(gov.uk/child-benefit-tax-charge), salary sacrifice, a second job, pay over State Pension age "
    "(gov.uk/estimate-income-tax, or your payslip)."
)
SCOPE = (ESTIMATE, NOT_COVERED)
CATEGORY_A = 2
"""Bands of category A: the main one and the one above it; category D has more."""
NAMED = 2
"""Sources named in a line of the page; JSON has all."""
NO_PENSION = "No pension contribution is taken off: add one, such as --pension tps or --pension 9.6%."


def as_percent(rate: Decimal) -> str:
    """Return a fraction as it is published: ``8.6%``, ``8.88%``."""
    return f"{plain(rate * 100)}%"


def pension_label(rates: Sequence[Decimal], rules: Rules) -> str:
    """Return what is taken off for a pension: ``Pension (8.6% of pay)``, or the months of each rate."""
    months: list[tuple[Decimal, int]] = [
        (rate, sum(contribution.months for _, contribution in group))
        for rate, group in groupby(zip(rates, rules.contributions, strict=True), key=lambda pair: pair[0])
    ]
    if len(months) == 1:
        return f"Pension ({as_percent(rates[0])} of pay)" if rates[0] else "Pension"
    return f"Pension ({joined(f'{as_percent(rate)} for {count} months' for rate, count in months)})"


def loan_label(who: Circumstances) -> str:
    """Return what a student loan is called: ``Student loan (Plan 2, postgraduate)``."""
    plans = [plan if plan == POSTGRADUATE else f"Plan {plan}" for plan in who.loans]
    return f"Student loan ({', '.join(plans)})" if plans else "Student loan"


def whose(who: Circumstances) -> str:
    """Return the pension in words: ``Teachers' Pension Scheme``, ``9.6% of pay``, ``no pension``."""
    if who.pension.scheme:
        return SCHEMES[who.pension.scheme].name
    return f"pension {as_percent(who.pension.rate)} of pay" if who.pension.rate else "no pension"


def cliff_text(cliff: Cliff) -> str:
    """Return what crossing a limit does, and from where somebody is better off again."""
    what = "full-time pay" if cliff.full_time else "pay"
    when = " the year before" if cliff.last_year else ""
    return (
        f"from {pounds(cliff.limit)} of {what}{when} the pension takes {as_percent(cliff.rate_from)} of all pay, not "
        f"{as_percent(cliff.rate_below)}: {pounds(cliff.loss)} a year less in your pocket at that limit, made good "
        f"from {pounds(cliff.better_off_from)} on"
    )


def standing_notes(who: Circumstances, rules: Sequence[Rules], *, part_time: bool, last_year: str) -> Iterator[str]:
    """Yield what has to be known of rules whatever the pay; ``last_year`` says which pay NHS tiers are looked up on."""
    yield from dict.fromkeys(note for each in rules for note in each.notes)
    tables = [paid.table for each in rules for paid in each.contributions if paid.table]
    if who.pension.scheme:
        scheme = SCHEMES[who.pension.scheme]
        yield f"{scheme.name}: {scheme.remark}."
        if scheme.nations and who.nation not in scheme.nations:
            yield f"It is a scheme of {joined(scheme.nations)}; the income tax is that of {who.nation}."
    if any(table.last_year for table in tables):
        yield f"Its rate is looked up on the pay of the year before: {last_year}."
    full_time = [table.full_time for table in tables]
    if part_time and any(full_time):
        yield f"{'Its' if all(full_time) else 'For part of the time its'} rate is looked up on full-time pay."
    if any(len(each.bands.year) > CATEGORY_A for rule in rules for each in rule.insured):
        yield (
            "National Insurance is of category D (contracted out), as members of public-service pensions paid to April "
            "2016: --category A is without it."
        )
    for used in unsure(rules):
        told = "; ".join(used.provenance.notes)
        yield f"{capital(used.what)}, {used.when}: {used.provenance.status}, not published as it stands ({told})."


def unsure(rules: Sequence[Rules]) -> list[Used]:
    """Return the rates that are not all published."""
    return [used for used in every_used(rules) if used.provenance.status != PUBLISHED]


def every_used(rules: Sequence[Rules]) -> list[Used]:
    """Return all rates that some rules rest on, each once."""
    return list(dict.fromkeys(used for each in rules for used in each.used))


def sources(rules: Sequence[Rules]) -> Iterator[str]:
    """Yield each kind of rate with its times and status, and where it was seen: the first two places by name."""
    times: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for used in every_used(rules):
        times.setdefault((used.what, used.provenance.status, used.provenance.sources), []).append(used.when)
    for (what, status, seen), when in times.items():
        more = f"; and {len(seen) - NAMED} more" if len(seen) > NAMED else ""
        yield f"{capital(what)}, {joined(when)}: {status} ({'; '.join(seen[:NAMED])}{more})."


def rates(rules: Sequence[Rules]) -> list[dict[str, Any]]:
    """Return the rates that some rules rest on for JSON, with every source."""
    return [{"of": used.what, "when": used.when, **used.provenance._asdict()} for used in every_used(rules)]


def monthly(more: str) -> str:
    """Return extra pay in words as pay of a month: ``£131 a month more``, ``£72 a month less``, ``no extra``."""
    if more == NO_EXTRA:
        return more
    figure, less, _ = more.partition(" less")
    if not less:
        return f"{more} a month more"
    return f"{figure} a month less" if more == f"{figure} less" else f"{more} a month"
