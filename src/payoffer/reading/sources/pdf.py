"""The text of a PDF, page by page, by pypdf; each page within bounds of time, all of them of length."""

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from payoffer.errors import FileProblem
from payoffer.reading.sources.bounds import MOST_CHARACTERS, within

MOST_PAGES = 3000
SECONDS_A_PAGE = 20.0
Progress = Callable[[int, int], None]


def text_of(data: bytes, name: str, progress: Progress) -> str:
    """Return the text of every page, an empty line between pages; ``progress`` is told pages done and of how many.

    Raises ``FileProblem`` for a PDF that is locked, damaged, without text (a scan), or takes too long.
    """
    from pypdf import PdfReader

    slow = f"{name} takes too long to read, so it is damaged or no letter: print the pages that matter to a new PDF"
    pages: list[str] = []
    length = 0
    try:
        with _quiet(), within(SECONDS_A_PAGE, slow):
            reader = PdfReader(io.BytesIO(data), strict=False)
            locked = reader.is_encrypted and not reader.decrypt("")
            count = 0 if locked else len(reader.pages)
        for number in range(count if count <= MOST_PAGES else 0):
            progress(number, count)
            with _quiet(), within(SECONDS_A_PAGE, slow):
                pages.append(reader.pages[number].extract_text())
            length += len(pages[-1])
            if length > MOST_CHARACTERS:
                break
    except FileProblem:
        raise
    except Exception as error:  # noqa: BLE001 a damaged PDF breaks its reader in every way there is
        raise FileProblem(
            f"{name} cannot be read as a PDF ({type(error).__name__}): open it and print it to a new PDF, or copy its "
            "text into a file"
        ) from None
    finally:
        progress(1, 1)
    return _held(name, "\n\n".join(pages).strip(), count, locked=locked)


def _held(name: str, text: str, count: int, *, locked: bool) -> str:
    """Return the text that a PDF holds, or say why it holds none, or too much."""
    if locked:
        raise FileProblem(f"{name} is locked with a password: open it, and print it to a new PDF")
    if count > MOST_PAGES:
        raise FileProblem(f"{name} has {count:,} pages: print the pages that tell of pay to a new PDF")
    if not text:
        raise FileProblem(
            f"{name} holds no text, only pictures of its {'page' if count == 1 else 'pages'}: use the text recognition "
            "(OCR) of your scanner or PDF program, or run payoffer read and type or paste the words of the offer"
        )
    return text


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what pypdf says of small faults off the screen."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
