"""The encoding a page declares, and how far to believe it.

Source: WHATWG HTML 13.2.3.2 (the prescan) and the labels of the WHATWG Encoding standard that pages
use; a byte-order mark wins over any declaration.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from capqa.files.binary import binary_kind, is_utf8
from capqa.files.encoding import LARGEST_FILE, Decoded, decode
from capqa.formats._html.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.formats._html.tokens import Token

PRESCANNED: Final = 4096
"""The bytes looked through for a declaration; browsers look at 1,024, some pages need more."""

_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([^\s;\"'>]+)", re.IGNORECASE)
_XML: Final = re.compile(r"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
# Browsers read all of these as the larger set that the name has come to mean.
_MEANT: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-8-sig": "utf-8",
}
# The only ones that are ASCII where they look like it, and keep no state between characters.
_USABLE: Final = re.compile(
    r"utf-8|cp125[0-8]|cp874|cp866|cp932|cp949|gb18030|big5(hkscs)?|euc_jp|koi8-[ru]|mac-roman"
    r"|mac-cyrillic|iso8859-\d+"
)


# UTF-32's little-endian mark begins with that of UTF-16.
_MARKS: Final = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_BE,
    b"\x84\x31\x95\x33",
)


def decoded_page(data: bytes, name: str) -> Decoded:
    """Return the text of a page, in the encoding it declares where its bytes are in that.

    A declaration that the bytes belie is passed over as if it were not there; what is valid UTF-8
    with letters outside ASCII is UTF-8 whatever it declares. A page in ASCII that declares nothing
    is in "ascii": what it lacks must be written as character references, since browsers guess.
    Raises UnreadableError like `capqa.files.encoding.decode`.
    """
    declared = None
    if len(data) <= LARGEST_FILE and not binary_kind(data) and not _has_mark(data):
        declared = declared_encoding(data)
        if data and data.isascii():
            encoding = declared or "ascii"
            return Decoded(data.decode(encoding), encoding, b"")
    if declared is None or declared == "utf-8" or is_utf8(data):
        return decode(data, name)
    try:
        text = data.decode(declared)
        if text.encode(declared) == data:
            return Decoded(text, declared, b"")
    except UnicodeError:
        pass
    return decode(data, name)


def declared_encoding(data: bytes) -> str | None:
    """Return the Python codec of the encoding that the head of a page declares, None if none."""
    head = data[:PRESCANNED].decode("latin-1")
    in_prolog = _XML.match(head.lstrip())
    label = in_prolog[1] if in_prolog else next(_labels(head), "")
    try:
        codec = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    codec = _MEANT.get(codec, codec)
    return codec if _USABLE.fullmatch(codec) else None


def _labels(head: str) -> Iterator[str]:
    for token in tokens(head):
        if token.kind != "open" or token.name != "meta":
            continue
        if label := _value(head, token, "charset").strip():
            yield label
        elif _value(head, token, "http-equiv").strip().lower() == "content-type" and (
            found := _CHARSET.search(_value(head, token, "content"))
        ):
            yield found[1]


def _value(head: str, token: Token, name: str) -> str:
    attribute = token.attributes.get(name)
    return head[attribute.start : attribute.end] if attribute else ""


def _has_mark(data: bytes) -> bool:
    return data.startswith(_MARKS)
