"""The text of a Word document (.docx): paragraphs, list items and tables, what was deleted in review left out.

A .docx is a zip of XML parts. Only the part with the text is unpacked, and no further than a bound.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from payoffer.errors import FileProblem
from payoffer.reading.sources.bounds import MEBIBYTE

_LAST_BAR = re.compile(r" ?\| ?$", re.MULTILINE)
DOCUMENT = "word/document.xml"
MOST_UNPACKED = 48 * MEBIBYTE
MOST_TIMES = 400
"""How many times its packed size a document may come to; letters come to about ten."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT, _ITEM, _CELL, _ROW, _DELETED = (f"{_W}{tag}" for tag in ("p", "t", "numPr", "tc", "tr", "del"))
_SPACES = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def is_word(data: bytes) -> bool:
    """Say whether a zip is a Word document."""
    return DOCUMENT in _names(data)


def _names(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return []


def text_of(data: bytes, name: str) -> str:
    """Return the text of a document; raises ``FileProblem`` where it is damaged, a bomb, or empty."""
    from lxml import etree

    try:
        source = _unpacked(data, name)
        text = _LAST_BAR.sub("", "".join(_pieces(source))).strip()
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, RuntimeError, NotImplementedError, OSError):
        raise FileProblem(
            f"{name} is damaged, or locked with a password: open it in Word and save it again, or save it as a PDF"
        ) from None
    if not text:
        raise FileProblem(f"{name} holds no text: if it holds pictures of pages, type or paste the words of the offer")
    return text


def _unpacked(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        part = packed.getinfo(DOCUMENT)
        if part.file_size > MOST_UNPACKED or part.file_size > max(part.compress_size, 1024) * MOST_TIMES:
            raise FileProblem(
                f"{name} unpacks to {part.file_size // max(part.compress_size, 1):,} times its size, which no letter "
                "does: copy its text into a new file"
            )
        with packed.open(part) as file:
            return file.read(MOST_UNPACKED + 1)


def _pieces(source: bytes) -> Iterator[str]:
    """Yield the words of a document in order; a line for each paragraph, a bar between the cells of a row."""
    from lxml import etree

    cells = deleted = 0
    options = {"resolve_entities": False, "no_network": True, "huge_tree": False}
    for event, element in etree.iterparse(io.BytesIO(source), events=("start", "end"), **options):
        tag = element.tag
        if event == "start":
            cells += tag == _CELL
            deleted += tag == _DELETED
            continue
        if tag == _TEXT and not deleted:
            yield element.text or ""
        elif tag in _SPACES:
            yield _SPACES[tag]
        elif tag == _ITEM:
            yield "\u2022 "
        elif tag == _PARAGRAPH:
            yield " " if cells else "\n\n"
        elif tag == _CELL:
            yield "| "
        elif tag == _ROW:
            yield "\n"
        cells -= tag == _CELL
        deleted -= tag == _DELETED
        if tag in {_PARAGRAPH, _ROW}:
            element.clear()
