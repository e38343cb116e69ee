"""The pension schemes whose contribution tables come with the program, and what has to be said of each."""

from collections.abc import Mapping
from typing import NamedTuple


class Scheme(NamedTuple):
    """A scheme: what it is called, whose table it is, and what its contributions turn on."""

    name: str
    whose: str
    nations: tuple[str, ...]
    remark: str


ENGLAND_AND_WALES = ("England", "Wales")
SCOTLAND = ("Scotland",)


class KnownScheme(NamedTuple):
    """A scheme as it is listed: the name it is asked for by, what it is called, the times its tables are known for."""

    name: str
    scheme: str
    known: str


MONTHLY = "its rate goes by pay in the month, as a year's pay"
SCHEMES: Mapping[str, Scheme] = {
    "tps": Scheme("Teachers' Pension Scheme", "teachers' (England and Wales)", ENGLAND_AND_WALES, MONTHLY),
    "stps": Scheme("Scottish Teachers' Pension Scheme", "Scottish teachers'", SCOTLAND, MONTHLY),
    "nhs-ew": Scheme(
        "NHS Pension Scheme",
        "NHS (England and Wales)",
        ENGLAND_AND_WALES,
        "its limits are lifted with the yearly pay award, so that the award alone should not change a rate",
    ),
    "nhs-scotland": Scheme(
        "NHS Pension Scheme (Scotland)", "Scottish NHS", SCOTLAND, "its rate goes by pay of the year before"
    ),
    "lgps-ew": Scheme(
        "Local Government Pension Scheme",
        "local government (England and Wales)",
        ENGLAND_AND_WALES,
        "employers set its rate each April, and need not change it for a rise before the next; "
        "the 50/50 section pays half",
    ),
    "lgps-scotland": Scheme(
        "Local Government Pension Scheme (Scotland)",
        "Scottish local government",
        SCOTLAND,
        "its bands come to one rate on all pay, which moves by 0.1 points at a time; employers set it each April",
    ),
    "alpha": Scheme("Civil Service alpha scheme", "civil service (alpha)", (), MONTHLY),
}
