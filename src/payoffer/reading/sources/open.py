"""Any file to text: told by its first bytes, then by its name; what cannot be read is refused with the way round."""

import re
import stat
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from payoffer.errors import FileProblem
from payoffer.reading.sources import pdf, web_page, word
from payoffer.reading.sources.bounds import MEBIBYTE, MOST_BYTES, bounded
from payoffer.reading.sources.encoding import decoded
from payoffer.reading.sources.pdf import Progress

INSTALL = 'python -m pip install "payoffer[read]"'
_LIBRARIES = {"PDF": "pypdf", "Word": "lxml", "web page": "lxml"}

_SAVE_AS = "open it in the program it was written with and save it as a PDF, a Word document (.docx) or plain text"
_REFUSED_BY_START = (
    (b"\xd0\xcf\x11\xe0", f"is an old Office file or an Outlook message: {_SAVE_AS}"),
    (b"{\\rtf", f"is rich text (.rtf): {_SAVE_AS}"),
    (b"\x89PNG", "is a picture: type or paste the words of the offer into payoffer read"),
    (b"\xff\xd8\xff", "is a picture: type or paste the words of the offer into payoffer read"),
    (b"GIF8", "is a picture: type or paste the words of the offer into payoffer read"),
    (b"II*\x00", "is a scanned picture: type or paste the words of the offer into payoffer read"),
)
_REFUSED_BY_NAME = {
    ".doc": f"is an old Word document (.doc): {_SAVE_AS}",
    ".odt": f"is an OpenDocument text (.odt): {_SAVE_AS}",
    ".rtf": f"is rich text (.rtf): {_SAVE_AS}",
    ".pages": f"is a Pages document: {_SAVE_AS}",
    ".eml": "is an email (.eml): open it, copy its text into payoffer read, and read its attachments as files",
    ".msg": "is an Outlook message (.msg): open it, copy its text into payoffer read, and save what is attached",
    ".mht": "is a web archive: save the page as HTML instead",
    ".mhtml": "is a web archive: save the page as HTML instead",
    ".xls": "is a spreadsheet: copy the cells that matter into payoffer read",
    ".xlsx": "is a spreadsheet: copy the cells that matter into payoffer read",
    ".pptx": f"is a presentation: {_SAVE_AS}",
    ".zip": "is an archive: unpack it and read the files in it",
}
_EMAIL = re.compile(
    rb"\A(?:[A-Za-z-]{2,40}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,50}){0,60}(?:MIME-Version|Received|Message-ID):",
    re.IGNORECASE,
)
_HTML = re.compile(
    r"\A\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--.{0,500}?-->\s{0,20})?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_START = 1024


def read_file(path: Path, progress: Progress) -> str:
    """Return the text of a file; raises ``FileProblem`` for whatever cannot be read, with what to do."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "not a plain file"
            raise FileProblem(f"{path} is {kind}: name a letter, an article or a circular, such as letter.pdf")
        _refuse_size(found.st_size, str(path))
        with path.open("rb") as file:
            data = _bytes(file, str(path))
    except FileNotFoundError:
        raise FileProblem(f"there is no file {path}: check the name, or paste the text with payoffer read") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise FileProblem(f"{path} cannot be read ({reason}): check that you may open it") from None
    return text_of(data, str(path), progress)


def read_stream(stream: IO[bytes], name: str, progress: Progress) -> str:
    """Return the text of a stream; raises ``FileProblem`` as ``read_file`` does."""
    return text_of(_bytes(stream, name), name, progress)


def _bytes(stream: IO[bytes], name: str) -> bytes:
    data = stream.read(MOST_BYTES + 1)
    _refuse_size(len(data), name)
    return data


def _refuse_size(size: int, name: str) -> None:
    if size > MOST_BYTES:
        raise FileProblem(
            f"{name} is over {MOST_BYTES // MEBIBYTE} MiB, which no letter is: save the pages that tell of pay in "
            "a file of their own"
        )


def text_of(data: bytes, name: str, progress: Progress) -> str:
    """Return the text in the bytes of a file called ``name``."""
    suffix = Path(name).suffix.casefold()
    _refuse(data, name, suffix)
    if b"%PDF-" in data[:_START]:
        _needs("PDF", name)
        return bounded(pdf.text_of(data, name, progress), name)
    if data.startswith(b"PK\x03\x04"):
        if not word.is_word(data):
            raise FileProblem(f"{name} is {_packed(suffix)}")
        _needs("Word", name)
        return bounded(word.text_of(data, name), name)
    if suffix in {".pdf", ".docx"}:
        raise FileProblem(f"{name} is damaged, or no {suffix[1:]} file: {_SAVE_AS}")
    if not data.strip():
        raise FileProblem(f"{name} is empty: name a file with text in it, or paste the text with payoffer read")
    if suffix in {".html", ".htm", ".xhtml"} or _HTML.match(data[:_START].decode("latin-1")):
        _needs("web page", name)
        return bounded(web_page.text_of(data, name), name)
    return bounded(decoded(data, name), name)


def _refuse(data: bytes, name: str, suffix: str) -> None:
    if suffix in _REFUSED_BY_NAME:
        raise FileProblem(f"{name} {_REFUSED_BY_NAME[suffix]}")
    for start, why in _REFUSED_BY_START:
        if data.startswith(start):
            raise FileProblem(f"{name} {why}")
    if _EMAIL.match(data[: 8 * _START]):
        raise FileProblem(f"{name} {_REFUSED_BY_NAME['.eml']}")


def _packed(suffix: str) -> str:
    if suffix in {".docx", ".docm"}:
        return f"damaged, or no Word document: {_SAVE_AS}"
    return f"an archive or another program's file: {_SAVE_AS}"


def _needs(kind: str, name: str) -> None:
    if find_spec(_LIBRARIES[kind]) is None:
        what = "a Word document" if kind == "Word" else f"a {kind}"
        raise FileProblem(f"{name} is {what}, which needs two more libraries: run {INSTALL}")
