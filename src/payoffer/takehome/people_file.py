"""A list of people as a CSV file: read row by row, every mistake told with its line."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from payoffer.errors import FileMistakes, FileProblem, PayofferError, Problem, UsageProblem
from payoffer.takehome.people import Columns, Make, People, Person, columns

MOST_PROBLEMS = 20
WHAT_IT_IS = "a list of people is a CSV file, saved as UTF-8, with a column salary"


class PeopleFile:
    """A list of people; ``make`` turns what a row says of its settings into terms."""

    def __init__(self, file: str, make: Make, week: Decimal | None) -> None:
        """Name the file; it is opened when it is asked for something. ``week``: hours, for pay by the hour."""
        self._week = week
        self._file = file
        self._make = make

    @cached_property
    def columns(self) -> Columns:
        """What its columns are for.

        Raises ``FileProblem`` for a file that cannot be read, or has no column of salaries.
        """
        _, headings = next(self._rows(), (0, []))
        try:
            return columns(headings)
        except UsageProblem as error:
            raise FileProblem(f"{self._file}: {error}") from None

    def people(self) -> Iterator[Person]:
        """Yield everybody; all mistakes are raised together, at the end.

        Raises ``FileMistakes`` with the line of each mistake, ``FileProblem`` for a file that cannot be read.
        """
        problems: list[Problem] = []
        people = People(self.columns, self._make, self._week)
        found = self._rows()
        next(found)
        for line, cells in found:
            try:
                yield people.read(cells)
            except PayofferError as error:
                problems.append(Problem(line, str(error)))
                if len(problems) == MOST_PROBLEMS:
                    break
        if problems:
            raise FileMistakes(self._file, problems, more=len(problems) == MOST_PROBLEMS)

    def check(self) -> None:
        """Read everybody and keep nobody; raises what ``people`` does."""
        for _ in self.people():
            pass

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the line number and the cells of each row that is not empty, the headings first."""
        said, line = self._file, 0
        try:
            with Path(self._file).open(encoding="utf-8-sig", newline="") as lines:
                reader = csv.reader(lines, strict=True)
                for cells in reader:
                    line = reader.line_num
                    if any(cells):
                        yield line, cells
        except FileNotFoundError:
            raise FileProblem(f"there is no file {said}: check the name and the folder") from None
        except UnicodeDecodeError:
            raise FileProblem(f"{said} is not UTF-8 text: {WHAT_IT_IS}") from None
        except csv.Error as error:
            raise FileProblem(f"{said}, after line {line}: this is not CSV ({error}): {WHAT_IT_IS}") from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "its name cannot be used"
            raise FileProblem(f"{said} cannot be read ({reason}): check that you may open it") from None
