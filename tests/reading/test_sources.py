"""Files of every kind to text, and every refusal with what to do instead."""

import io
import threading
import time
from contextlib import suppress
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from payoffer.errors import FileProblem
from payoffer.reading.sources import bounds, word
from payoffer.reading.sources import open as opening
from payoffer.reading.sources import pdf as pdf_source
from payoffer.reading.sources.bounds import within
from payoffer.reading.sources.open import read_file, read_stream, text_of
from tests.reading.files import WORD, docx, packed, pdf

LETTER = "We offer £1,500 \u2013 and 5%."


def nothing(_done: int, _count: int) -> None:
    """Take progress and say nothing."""


def read(data: bytes, name: str = "letter.txt") -> str:
    return text_of(data, name, nothing)


def refused(data: bytes, name: str = "letter.txt") -> str:
    with pytest.raises(FileProblem) as caught:
        read(data, name)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_in_the_encodings_people_have(encoding: str) -> None:
    assert read(LETTER.encode(encoding)) == LETTER


def test_bytes_that_windows_leaves_open_are_latin_1() -> None:
    assert read(b"offer \x81 of 5%") == "offer \x81 of 5%"


def test_text_that_breaks_off_its_encoding_is_refused() -> None:
    assert "is not text" in refused(b"\xff\xfeabc")


@pytest.mark.parametrize("data", [bytes(range(1, 32)) * 40, b"PAY\0\0\0\0OFFER\0\0\1\2" * 40])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert "is not text: save the letter as" in refused(data)


def test_markdown_is_text() -> None:
    assert read(b"# Offer\n\n* 5%\n", "offer.md") == "# Offer\n\n* 5%\n"


def test_a_page_without_menus_and_footers() -> None:
    page = b"""<!DOCTYPE html><html><head><title>News</title><meta charset="windows-1252"></head><body>
    <nav><a href="/">Home, 10% off</a></nav><div class="cookie-banner">We use cookies</div><header>Site</header>
    <p>They offered \xa3500&nbsp;and <b>5%</b>.<br>Now.</p><ul><li>first</li><li>second</li></ul><div hidden>x</div>
    <table><tr><th>Grade</th><th>Rise</th></tr><tr><td>A</td><td>6%</td></tr></table>
    <div role="navigation">more</div><script>var x = "5%";</script><!-- 7% --><footer>Contact</footer></body></html>"""
    text = read(page, "page.html")
    assert text.splitlines() == [
        "Site", "", "They offered £500 and 5%.", "Now.", "", "• first", "• second", "", "Grade | Rise", "A | 6%",
    ]  # fmt: skip


def test_the_longest_article_is_the_page() -> None:
    article = "<p>" + "The company has offered 5% to all of its staff. " * 6 + "</p>"
    page = f"<html><body><p>Other news: 9%</p><article>x</article><main>{article}</main></body></html>"
    assert "9%" not in read(page.encode())
    assert read(b"<html><body>Rise of 9%<main>5%</main></body></html>") == "Rise of 9%\n5%"


@pytest.mark.parametrize("page", [b"<html></html>", b"<html><body><nav>x</nav></body></html>", b"<html><!-- x -->"])
def test_a_page_without_text_is_refused(page: bytes) -> None:
    assert "holds no text of a page" in refused(page)


def test_a_page_of_nothing_but_a_remark_is_refused() -> None:
    assert "holds no text of a page" in refused(b"<!-- x -->", "a.html")


def test_a_page_that_cannot_be_parsed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_text: str, _parser: etree.HTMLParser) -> None:
        message = "too deep"
        raise ValueError(message)

    monkeypatch.setattr(etree, "fromstring", broken)
    assert "holds no text of a page" in refused(b"<html>5%", "a.html")


def test_a_page_whose_encoding_is_unknown_is_read_all_the_same() -> None:
    assert read(b'<html><meta charset="martian"><p>5%</p></html>') == "5%"


def test_a_word_document() -> None:
    body = f"""<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>Rise:</w:t><w:tab/><w:t>5%</w:t><w:br/></w:r>
    <w:del><w:r><w:t>4%</w:t></w:r></w:del><w:ins><w:r><w:t>6%</w:t></w:r></w:ins></w:p></w:body></w:document>"""
    assert "".join(read(docx(document=body), "a.docx").split(" ")) == "Rise:\t5%\n6%"
    whole = docx("Dear all", "* first", [["Grade", "Rise"], ["A", "6%"]])
    assert read(whole, "a.docx") == "Dear all\n\n• first\n\nGrade | Rise\nA | 6%"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (docx(document="<w:document"), "is damaged, or locked"),
        (docx(), "holds no text"),
        (docx(document=f'<w:document xmlns:w="{WORD}">{" " * 50_000_000}</w:document>'), "times its size"),
        (docx(document=f'<w:document xmlns:w="{WORD}">{"<w:p>" * 400}'), "is damaged"),
        (docx("5%")[:-30], "is damaged, or no Word document"),
        (packed({"mimetype": "x"}), "is damaged, or no Word document"),
        (b"no zip", "is damaged, or no docx file"),
    ],
)
def test_a_word_document_that_cannot_be_read(data: bytes, why: str) -> None:
    assert why in refused(data, "a.docx")


def test_entities_are_not_unfolded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "5%5%5%"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert refused(
        docx(document=f'{bomb}<w:document xmlns:w="{WORD}"><w:p><w:t>&b;</w:t></w:p></w:document>'), "a.docx"
    )


def test_a_pdf_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    data = pdf(["We offer 5% (consolidated)", "from 1 April."], ["And £500."])
    text = text_of(data, "a.pdf", lambda done, count: told.append((done, count)))
    assert text == "We offer 5% (consolidated)\nfrom 1 April.\n\n\nAnd £500."
    assert told == [(0, 2), (1, 2), (1, 1)]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf([]), "holds no text, only pictures of its page: use the text recognition (OCR)"),
        (pdf([], []), "only pictures of its pages"),
        (pdf(["5%"], pages_loop=True), "cannot be read as a PDF"),
        (pdf(["5%"], encrypt=True), "is locked with a password"),
        (b"%PDF-1.7 nothing", "cannot be read as a PDF"),
        (b"no pdf", "is damaged, or no pdf file"),
    ],
)
def test_a_pdf_that_cannot_be_read(data: bytes, why: str) -> None:
    assert why in refused(data, "a.pdf")


def test_a_pdf_of_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_source, "MOST_PAGES", 1)
    assert "has 2 pages: print" in refused(pdf(["5%"], ["6%"]), "a.pdf")


def test_a_pdf_of_too_much_text_is_read_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_source, "MOST_CHARACTERS", 3)
    monkeypatch.setattr(bounds, "MOST_CHARACTERS", 3)
    assert "characters, which is no letter" in refused(pdf(["5% and more"], ["6%"]), "a.pdf")


def test_a_pdf_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(_self: PdfReader) -> int:
        while True:
            time.sleep(0.01)

    monkeypatch.setattr(pdf_source, "SECONDS_A_PAGE", 0.05)
    monkeypatch.setattr(PdfReader, "pages", property(forever))
    assert "takes too long to read" in refused(pdf(["5%"]), "a.pdf")


def test_time_that_ends_in_the_last_moment_ends_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    late: list[threading.Timer] = []

    class Last(threading.Timer):
        def cancel(self) -> None:
            super().cancel()
            if not late:
                late.append(self)
                self.function(*self.args, **self.kwargs)

    monkeypatch.setattr(threading, "Timer", Last)
    with pytest.raises(FileProblem, match="too slow"), within(60, "too slow"):
        pass


def test_what_is_on_its_way_is_waited_for() -> None:
    over = threading.Event()
    over.set()
    timer = threading.Timer(0.05, over.clear)
    timer.start()
    bounds.wait_out(over)
    assert not over.is_set()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.doc", b"x", "is an old Word document (.doc): open it"),
        ("a.odt", packed({"mimetype": "x"}), "is an OpenDocument text"),
        ("a.eml", b"x", "is an email"),
        ("a.msg", b"x", "is an Outlook message"),
        ("a.rtf", b"x", "is rich text"),
        ("a", b"\xd0\xcf\x11\xe0rest", "is an old Office file"),
        ("a", b"{\\rtf1", "is rich text"),
        ("a", b"\x89PNG\r\n", "is a picture"),
        ("a", b"Received: by x\r\n y\nFrom: a@b\n\nhello", "is an email"),
        ("a", packed({"x": "y"}), "is an archive or another program's file"),
        ("a", b"  \n", "is empty"),
    ],
)
def test_what_is_refused_with_the_way_round(name: str, data: bytes, why: str) -> None:
    assert f"{name} {why}" in refused(data, name)


def test_a_pasted_thread_is_no_email_file() -> None:
    assert read(b"From: HR\nTo: Sam\nSubject: pay\n\n5%").endswith("5%")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [("a.pdf", pdf(["5%"]), "PDF"), ("a.docx", docx("5%"), "Word document"), ("a.html", b"<html>5%", "web page")],
)
def test_a_library_that_is_missing_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, kind: str
) -> None:
    def absent(_name: str) -> ModuleSpec | None:
        return None

    monkeypatch.setattr(opening, "find_spec", absent)
    assert refused(data, name) == (
        f'{name} is a {kind}, which needs two more libraries: run python -m pip install "payoffer[read]"'
    )


def test_text_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "find_spec", lambda _name: None)
    assert read(b"5%") == "5%"


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"5%")
    assert read_file(path, nothing) == "5%"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("gone.txt", "there is no file"),
        (".", "is a folder: name a letter"),
        ("/dev/null", "is not a plain file"),
        ("x\0y", "cannot be read (its name cannot be used)"),
    ],
)
def test_a_file_that_cannot_be_opened(name: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        read_file(tmp_path / name, nothing)
    assert why in str(caught.value)


def test_a_file_that_is_too_big(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "spaces.txt"
    with path.open("wb") as file:
        file.truncate(2**30)
    with pytest.raises(FileProblem, match="is over 64 MiB, which no letter is"):
        read_file(path, nothing)
    monkeypatch.setattr(opening, "MOST_BYTES", 3)
    with pytest.raises(FileProblem, match="which no letter is"):
        read_stream(io.BytesIO(b"5% rise"), "standard input", nothing)


def test_a_text_of_nothing_but_figures_is_refused() -> None:
    assert "letter.txt holds over 30,000 figures, which is no letter" in refused(b"5% " * 30_001)


def test_a_zip_that_lies_about_its_size_is_read_no_further_than_it_says() -> None:
    assert word.is_word(docx("5%"))
    assert not word.is_word(b"PK\x03\x04 nothing")


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 100_000,
        b"<a href=x" * 100_000,
        b"<p class='" + b"nav " * 200_000 + b"'>x",
        b"<html>" + b"<" * 200_000,
    ],
)
def test_hostile_pages_end_soon(data: bytes) -> None:
    start = time.process_time()
    with suppress(FileProblem):
        read(data, "a.html")
    assert time.process_time() - start < 10
