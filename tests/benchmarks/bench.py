"""How long the command takes, against the least program that could do its work.

Run by hand on a quiet machine: ``python tests/benchmarks/bench.py``. Two commands that are compared run
in turn, so that whatever else the machine does falls on both. It reports, and asserts nothing.
"""

import argparse
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import timeit
import tomllib
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple

from payoffer import __file__ as package
from payoffer.deal import deal
from payoffer.offer import Offer
from payoffer.pay_over import Window
from payoffer.prices import PriceIndex
from payoffer.reading.figures import figures as find_figures
from payoffer.reading.reader import read
from payoffer.schedule import PaySchedule
from payoffer.steps import Person
from payoffer.valuation import Valuation

LEAST_PAIRS = 15
READ_BYTES = 1_000_000
WARM_UPS = 3
PEOPLE = 100_000
YARDSTICK = Path(__file__).with_name("yardstick.py")
COMPARE = ("compare", "wales", "scotland", "--inflation", "10.1")
POINTS = ("points", "scotland", "scotland-2023-03")
FIGURES = (
    "rate_at_end",
    "extra_cash",
    "new_cash",
    "extra_cash_needed",
    "shortfall",
    "real_pay_change",
    "real_change_percent",
    "break_even_percent",
)
"""What the screen of ``compare`` shows of one offer; a valuation reckons only what is asked of it."""

Argv = Sequence[str]


class Spread(NamedTuple):
    """The middle half of some measurements."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> "Spread":
        """Return the median of ``figures`` between their quartiles."""
        low, _, high = quantiles(figures, n=4, method="inclusive")
        return cls(low, median(figures), high)

    def shown(self, unit: str, places: int) -> str:
        """Return the spread as ``median unit (quartile to quartile)``."""
        low, middle, high = (f"{figure:.{places}f}" for figure in self)
        return f"{middle}{unit} ({low} to {high})"


def payoffer() -> list[str]:
    """Return the words that start the command: its script as installed, else the module."""
    script = shutil.which("payoffer", path=sysconfig.get_path("scripts"))
    return [script] if script else [sys.executable, "-m", "payoffer"]


def seconds(argv: Argv, folder: str) -> float:
    """Return how long a command took from start to end, run in ``folder`` without the user's settings."""
    unset = {"PAYOFFER_OFFERS", "PYTHONDONTWRITEBYTECODE"}
    env = {name: value for name, value in os.environ.items() if name not in unset} | {"COLUMNS": "80"}
    start = perf_counter()
    subprocess.run(argv, check=True, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def in_turn(ours: Argv, theirs: Argv, pairs: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of two commands run one after the other, pair by pair."""
    with tempfile.TemporaryDirectory() as folder:
        for argv in (ours, theirs) * WARM_UPS:
            seconds(argv, folder)
        runs = [(seconds(ours, folder), seconds(theirs, folder)) for _ in range(pairs)]
    return [1000 * our for our, _ in runs], [1000 * their for _, their in runs]


def report_commands(title: str, ours: Argv, theirs: Argv, pairs: int, aim: float | None = None) -> None:
    """Print two commands' times and the ratio of each pair."""
    our, their = in_turn(ours, theirs, pairs)
    ratio = Spread.of([a / b for a, b in zip(our, their, strict=True)])
    print(f"\n{title}")
    print(f"  it         {Spread.of(our).shown(' ms', 1)}")
    print(f"  yardstick  {Spread.of(their).shown(' ms', 1)}")
    print(f"  ratio      {ratio.shown('', 2)}{f', aim {aim} or less' if aim else ''}")


def microseconds(work: Callable[[], object], pairs: int) -> Spread:
    """Return the microseconds of one call."""
    timer = timeit.Timer(work)
    number, _ = timer.autorange()
    return Spread.of([1_000_000 * taken / number for taken in timer.repeat(pairs, number)])


def engine() -> dict[str, Callable[[], object]]:
    """Return what is timed inside the process: one schedule and one valuation of a two-year offer."""
    text = (Path(package).with_name("data") / "offers" / "scotland.toml").read_text(encoding="utf-8")
    offer = Offer.model_validate(tomllib.loads(text, parse_float=Decimal))
    person = Person(Fraction(40_000))
    schedule = PaySchedule(offer, person)
    span = deal(offer)
    window = Window(span.start, span.months, span.months)
    prices = PriceIndex("prices", (Decimal("10.1"),))

    def value() -> list[object]:
        valuation = Valuation(schedule, schedule.in_payment, window, prices)
        return [getattr(valuation, figure) for figure in FIGURES]

    return {"one schedule": lambda: PaySchedule(offer, person), "one valuation": value}


def people(folder: str, rows: int) -> Path:
    """Write a list of people whose pay, nation, tax year, pension and loan go round at different paces."""
    nations, years = ("england", "scotland", "wales", "ni"), ("2022-23", "2023-24", "2024-25", "2025-26")
    pensions, loans = ("tps", "9.6%", "none", "lgps-ew"), ("", "2", "4 postgraduate")
    path = Path(folder) / "people.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("salary,nation,tax_year,pension,student_loan\n")
        for row in range(rows):
            said = nations[row % 4], years[row // 4 % 4], pensions[row // 16 % 4], loans[row % 3]
            file.write(f"{15_000 + 37 * row % 105_000},{','.join(said)}\n")
    return path


def report_people(command: Argv, rows: int) -> None:
    """Print how long a list of people takes, and the most memory it holds, against one of a hundredth of it."""
    print(f"\npayoffer takehome --file, {rows:,} people")
    with tempfile.TemporaryDirectory() as folder:
        for count in (rows // 100, rows):
            argv = [*command, "takehome", "--file", str(people(folder, count))]
            start = perf_counter()
            with subprocess.Popen(argv, cwd=folder, stdout=subprocess.DEVNULL) as run:
                _, _, used = os.wait4(run.pid, 0) if hasattr(os, "wait4") else (run.wait(), 0, None)
            memory = f", {used.ru_maxrss / 1024:.0f} MB, {used.ru_utime:.2f} s of its own" if used else ""
            print(f"  {count:>7,} rows  {perf_counter() - start:.2f} s{memory}")


def report_reading() -> None:
    """Print how many megabytes of letters are read in a second of one core, thick with figures and thin."""
    folder = Path(__file__).parents[1] / "reading" / "texts"
    texts = [
        text["text"]
        for file in sorted(folder.rglob("*.toml"))
        for text in tomllib.loads(file.read_text(encoding="utf-8"))["text"]
    ]
    thick = "\n\n".join(texts)
    words = "The meeting went on to the next matter, of which the minutes will tell when they have been agreed. "
    thin = "\n\n".join(f"{text}\n\n{words * 30}" for text in texts)
    print("\nReading")
    for name, text in (("labelled texts", thick), ("letters, thinner", thin)):
        whole = text * -(-READ_BYTES // len(text.encode()))
        megabytes = len(whole.encode()) / 1_000_000
        figures = len(find_figures(whole)) / megabytes / 1000
        rates = []
        for _ in range(5):
            start = process_time()
            read(whole)
            rates.append(megabytes / (process_time() - start))
        print(f"  {name:18} {Spread.of(rates).shown(' MB/s', 2)}, {figures:.1f} figures in a thousand bytes")


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--pairs", type=int, default=21, help=f"pairs of runs, at least {LEAST_PAIRS}")
    pairs = parser.parse_args().pairs
    if pairs < LEAST_PAIRS:
        parser.error(f"--pairs {pairs} is too few for quartiles: give at least {LEAST_PAIRS}")

    command, python = payoffer(), sys.executable
    compare = [*command, *COMPARE]
    yardstick = [python, str(YARDSTICK), "--inflation", "10.1"]
    bare = [python, "-c", "import typer"]
    print(f"Python {sys.version.partition(' ')[0]}, {pairs} pairs in turn: median (quartile to quartile)")
    report_commands(f"payoffer {' '.join(COMPARE)}, against yardstick.py", compare, yardstick, pairs, 1.25)
    report_commands("payoffer --help, against import typer", [*command, "--help"], bare, pairs, 1.1)
    report_commands(f"payoffer {' '.join(POINTS)}, against yardstick.py", [*command, *POINTS], yardstick, pairs)
    report_commands("payoffer list, against yardstick.py", [*command, "list"], yardstick, pairs)

    report_people(command, PEOPLE)

    print("\nInside the process, a two-year offer")
    for name, work in engine().items():
        print(f"  {name:14} {microseconds(work, pairs).shown(' µs', 1)}")
    report_reading()


if __name__ == "__main__":
    main()
