"""The parts that every page of offers has, so that table and markdown lay out any of them."""

from typing import Protocol

from payoffer.report.frame import Framed
from payoffer.report.rows import Row


class Sheet(Framed, Protocol):
    """Findings, a row of headings (name and status), rows of cells, and their footnotes, in the frame of an answer."""

    @property
    def verdict(self) -> str:
        """The findings as one paragraph, or nothing."""

    @property
    def headings(self) -> tuple[tuple[str, str], ...]:
        """The name and the status of each offer."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """A label and a cell for each offer."""

    @property
    def summary(self) -> tuple[tuple[str, ...], ...]:
        """The offers as rows, under a row of headings, for a screen too narrow for columns."""

    @property
    def footnotes(self) -> tuple[tuple[str, str], ...]:
        """Letters and notes."""
