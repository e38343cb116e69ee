"""What ``payoffer prices`` does: say what is here, show a series, take in a file, take out what was taken in."""

from payoffer.cli.output import save
from payoffer.cli.prices_asked import tell, today
from payoffer.errors import FileProblem, NotValued, UsageProblem
from payoffer.forecast_files import forecasts
from payoffer.input_month import month
from payoffer.periods import YEAR, add_months, month_name
from payoffer.price_files import NAMES, held, is_series, series_of_file, stored_file
from payoffer.price_import import imported
from payoffer.report import series_page
from payoffer.report.medium import Medium
from payoffer.typed import shown


def overview(kind: str, medium: Medium, command: str) -> str:
    """Return which series are here and how fresh they are."""
    found = [held(name) for name in NAMES]
    tell(each.passed_over for each in found if each.passed_over)
    ahead: dict[str, list[str]] = {}
    for name, _, series in forecasts():
        ahead.setdefault(name, []).append(series)
    return series_page.overview(series_page.Overview(found, ahead, today(), command), kind, medium)


def show(  # noqa: PLR0917
    name: str, from_: str | None, to: str | None, kind: str, medium: Medium, command: str
) -> str:
    """Return a series month by month: the last two years on a screen, all of it as data, if no months are asked for."""
    if is_series(name):
        found = held(name)
        tell([found.passed_over] if found.passed_over else [])
        series = found.series
    else:
        series = series_of_file(name) if name.casefold().endswith(".csv") else held(name).series
    last = month(to, what="--to") if to is not None else series.last
    earliest = add_months(last, -2 * YEAR) if kind == "table" else series.first
    first = month(from_, what="--from") if from_ is not None else max(earliest, series.first)
    if first > last:
        raise UsageProblem(f"--from {month_name(first)} is after --to {month_name(last)}: the other way round?")
    for each in (first, last):
        if each < series.first:
            raise NotValued(f"{series.lacking(each)}: name a later month with --from")
        if each > series.last:
            newer = series.provenance.newer
            raise NotValued(f"{series.lacking(each)}: name a month up to then with --to, or {newer}")
    return series_page.months(series_page.Months(series, first, last, command, today()), kind, medium)


def take_in(name: str, medium: Medium) -> str:
    """Take in a downloaded file, and return what it brought; nothing is kept unless all of it is right."""
    found = imported(name, today())
    tell([found.held.passed_over] if found.held.passed_over else [])
    kept = None
    if found.changes:
        path = stored_file(found.file.facts.name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileProblem(f"{path} cannot be written ({error.strerror}): check the folder") from None
        save(found.text, str(path), force=True)
        kept = str(path)
    return series_page.brought(found.file, found.held, found.joined, kept, medium)


def forget(name: str, medium: Medium) -> str:
    """Take out what was imported of a series; the bundled months stay."""
    wanted = name.casefold()
    if wanted not in NAMES:
        held(name)
    path = stored_file(wanted)
    try:
        path.unlink()
    except FileNotFoundError:
        text = f"Nothing had been imported of {shown(wanted)}: the months that come with payoffer are used."
    except OSError as error:
        raise FileProblem(f"{path} cannot be removed ({error.strerror}): check the folder") from None
    else:
        text = f"Forgotten: what was imported of {shown(wanted)}. The months that come with payoffer are used again."
    return "\n".join(medium.wrap(text)) + "\n"
