"""The text of a saved web page: what a reader of it reads, without menus, banners and footers.

Read by lxml, which bounds depth and size. The page is walked once and without recursion.
"""

import re
from collections.abc import Iterator
from typing import Any

from payoffer.errors import FileProblem
from payoffer.reading.sources.encoding import decoded

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_LEFT_OUT = re.compile(
    r"script|style|noscript|template|svg|head|nav|footer|aside|form|button|select|option|iframe|object|canvas|audio|video|"
    r"dialog|menu"
)
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert", "menu"})
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?(?:-?\w+)?|consent|footer|sidebar|related|recommended|"
    r"share|sharing|social|newsletter|signup|subscribe|advert(?:s|isement)?|ads?|promo|comments?|most-?read|skip-?link|"
    r"site-?header|masthead|toolbar|pagination|tags?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS = re.compile(
    r"div|section|main|article|header|li|dl|dt|dd|thead|tbody|tr|blockquote|pre|figure|figcaption|hr|br|address|details|"
    r"summary|fieldset|body|html|center"
)
_APART = re.compile(r"p|h[1-6]|table|ul|ol")
_CELLS = frozenset({"td", "th"})
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_BLANK = re.compile(r"\n[ \n]*\n")
LEAST_MAIN = 200
"""Characters that a ``main`` or ``article`` must hold to be taken for the page."""


def text_of(data: bytes, name: str) -> str:
    """Return the text of a page; raises ``FileProblem`` where it holds none."""
    from lxml import etree

    declared = _DECLARED.search(data[:_HEAD])
    source = decoded(data, name, declared[1].decode("ascii") if declared else None)
    source = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", source)
    parser = etree.HTMLParser(recover=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise FileProblem(f"{name} holds no text of a page: save the page again, or copy its text into a file")
    mains = [_text(main) for main in root.iter("main", "article")]
    longest = max(mains, key=len, default="")
    text = longest if len(longest) >= LEAST_MAIN else _text(root)
    if not text:
        raise FileProblem(f"{name} holds no text of a page: save the page again, or copy its text into a file")
    return text


def _text(root: Any) -> str:  # noqa: ANN401
    pieces = _SPACED.sub("", "".join(_pieces(root)))
    return _BLANK.sub("\n\n", pieces).strip()


_SPACED = re.compile(r" ?\| ?$| (?=\n)|(?<=\n) +(?! ?\u2022)", re.MULTILINE)


def _pieces(root: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the words of an element in order, a line for each block and a bar between cells."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if _is_furniture(element, tag):
                walk.skip_subtree()
                continue
            yield _before(tag)
            yield _SPACES.sub(" ", element.text or "")
        else:
            if not _is_furniture(element, tag):
                yield _after(tag)
            yield _SPACES.sub(" ", element.tail or "") if element is not root else ""


def _before(tag: str) -> str:
    if tag == "li":
        return "\n\u2022 "
    return "\n\n" if _APART.fullmatch(tag) else "\n" if _BLOCKS.fullmatch(tag) else ""


def _after(tag: str) -> str:
    if tag in {"br", "hr", "li", "tr"}:
        return ""
    return " | " if tag in _CELLS else "\n\n" if _APART.fullmatch(tag) else "\n" if _BLOCKS.fullmatch(tag) else ""


def _is_furniture(element: Any, tag: str) -> bool:  # noqa: ANN401
    """Say whether an element is not what the page is read for."""
    if _LEFT_OUT.fullmatch(tag) or not tag:
        return True
    if tag in {"html", "body", "main", "article"}:
        return False
    if element.get("role") in _ROLES or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return _FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:400]) is not None
