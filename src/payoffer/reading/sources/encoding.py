"""Bytes to text in the encodings that people have: UTF-8, UTF-16 and UTF-32, and what Windows wrote before them."""

import codecs

from payoffer.errors import FileProblem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_MOST_CONTROLS = 0.02
_SPACES = b"\t\n\r\x0c\x1b"


def decoded(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text in ``data``; ``declared`` is the encoding that a web page says it is in.

    Raises ``FileProblem`` for bytes that are no text.
    """
    encoding = _marked(data) or _without_mark(data)
    candidates = [encoding] if encoding else [declared, "utf-8", "cp1252", "latin-1"]
    for candidate in filter(None, candidates):
        try:
            text = data.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_text(text):
            return text
        break
    raise FileProblem(f"{name} is not text: save the letter as a PDF, a Word document (.docx) or plain text")


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _without_mark(data: bytes) -> str | None:
    """Tell UTF-16 by the empty half of its letters."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half * 3 // 4:
        return "utf-16-le"
    return "utf-16-be" if half and sample[0::2].count(0) > half * 3 // 4 else None


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(1 for sign in sample if ord(sign) < ord(" ") and sign.encode() not in _SPACES or sign == "\ufffd")  # noqa: RUF021
    return odd <= len(sample) * _MOST_CONTROLS and "\0" not in text
