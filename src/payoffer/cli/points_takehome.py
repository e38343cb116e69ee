"""``payoffer points --take-home``: under which rules each offer is worked."""

from payoffer.asked import Named
from payoffer.cli.circumstances import Typed, of_each
from payoffer.report.points_takehome import PointsTakeHome, take_home
from payoffer.scale import Scaled
from payoffer.takehome.files import tables
from payoffer.takehome.rule_book import asked


def worked(scaled: Scaled, named: tuple[Named, ...], typed: Typed) -> PointsTakeHome:
    """Return take-home pay at every point.

    Raises ``UsageProblem`` for what cannot be understood, ``NoRates`` for a month without known rates, ``NotValued``
    for an offer without dates where no tax year is asked for.
    """
    year = None if typed.tax_year is None else asked(typed.tax_year, tables())
    return take_home(scaled, of_each(named, typed), tables(), year)
