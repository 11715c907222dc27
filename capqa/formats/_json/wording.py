"""Whether a string holds text for readers, and whether that is HTML, told from its form alone."""

from __future__ import annotations

import re
from typing import Final

_LETTER: Final = re.compile(r"[^\W\d_]")
_WHITE_SPACE: Final = re.compile(r"\s")
_ADDRESS: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,20}://|(?:mailto|tel|data|urn|javascript):|www\.|/)\S*", re.IGNORECASE
)
# One word alone, in ASCII: "mosul-offensive", "teaser_large", "article.title", "heroImage", "x86".
_IDENTIFIER: Final = re.compile(
    r"[a-z]+"
    r"|[a-z0-9]+(?:[-.:][a-z0-9]+)+"
    r"|.*[_/\\@#=$%<>{}\[\]|~^].*"
    r"|.*[a-z][A-Z].*"
    r"|(?!.*[A-Z][a-z]{3}).*[0-9].*",
    re.DOTALL,
)
# The name of a file, or of something in a program.
_NAME: Final = re.compile(r"\S*_\S*|\S+\.[A-Za-z0-9]{2,5}|[a-z]+[A-Z]\S*")
_CODE: Final = re.compile(
    r"\s*(?:<(?:script|style|svg)\b|<\?xml\b|<\?php\b|@media\b|[\[{]\s*[\"{\[\]}]"
    r"|function\s*\w*\s*\(|\(function\b|(?:var|let|const)\s+\w+\s*=)"
)
_HTML: Final = re.compile(
    r"</(?:p|a|b|i|u|em|strong|small|sub|sup|q|cite|div|span|h[1-6]|li|ul|ol|dl|figure|figcaption"
    r"|blockquote|section|article|aside|table|td|tr|html|body)\s*>"
    r"|<(?:br|hr)\s*/?>|<img\s",
    re.IGNORECASE,
)
_LONGEST_WORD: Final = 200


def is_text(text: str) -> bool:
    """Return whether a string may be text for readers: no address, identifier, date or code.

    >>> [is_text(text) for text in ("Der Krieg", "Irak", "mosul-offensive", "2024-02-07", "a_b")]
    [True, True, False, False, False]
    """
    text = text.strip()
    if not _LETTER.search(text) or _CODE.match(text):
        return False
    if _WHITE_SPACE.search(text):
        return True
    if not text.isascii():
        return not _ADDRESS.fullmatch(text)
    return (
        len(text) <= _LONGEST_WORD
        and not _ADDRESS.fullmatch(text)
        and not _IDENTIFIER.fullmatch(text)
    )


def may_be_text(text: str) -> bool:
    """Return whether what stands where captions and the like do may be text: a single word or a
    year as well, since an edit may leave just that.

    >>> [may_be_text(text) for text in ("tank", "fire-fighting", "1914", "tank_1.jpg", "//x/y")]
    [True, True, True, False, False]
    """
    if is_text(text):
        return True
    text = text.strip()
    return (
        0 < len(text) <= _LONGEST_WORD
        and not _CODE.match(text)
        and not _ADDRESS.fullmatch(text)
        and not _NAME.fullmatch(text)
    )


def is_html(text: str) -> bool:
    """Return whether a string has tags that make it HTML.

    >>> [is_html(text) for text in ("<p>Der Krieg</p>", "Krieg<br>", "a < b > c", "<ABC> von dpa")]
    [True, True, False, False]
    """
    return "<" in text and _HTML.search(text) is not None
