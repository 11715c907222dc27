"""Bytes of JSON to text: UTF-8, or UTF-16 and UTF-32 with and without a byte-order mark.

Without one, the NUL bytes of the first characters tell, which JSON has in ASCII.
"""

from __future__ import annotations

import codecs
import json

from capqa.files.encoding import LARGEST_FILE, Decoded, decode

_WITHOUT_MARK = frozenset({"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})


def decoded_json(data: bytes, name: str) -> Decoded:
    """Return the text of a JSON file.

    Raises UnreadableError as `capqa.files.encoding.decode` does.
    """
    encoding = json.detect_encoding(data)
    if encoding in _WITHOUT_MARK and len(data) <= LARGEST_FILE:
        try:
            text = data.decode(encoding)
            if text.encode(encoding) == data:
                return Decoded(text, encoding, b"")
        except UnicodeError:
            pass
    return decode(data, name)


def decoded_head(head: bytes) -> str:
    """Return the text that the first bytes of a JSON file hold, as far as it can be read."""
    encoding = json.detect_encoding(head)
    if encoding in ("utf-16", "utf-32"):
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        return decoder.decode(head)
    return head.decode(encoding, errors="replace")
