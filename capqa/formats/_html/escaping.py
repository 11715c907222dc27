"""Writing a text so that it reads as itself where it stands: as text, in a value, in JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from capqa.files.encoding import can_hold
from capqa.formats._html.passages import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.formats._html.passages import Passage

_ACTING_IN_JSON = re.compile("[<>&\u2028\u2029]")


def escaped(text: str, passage: Passage, encoding: str, *, quote: str = "") -> str:
    """Return new text for a place in a passage, in characters that ``encoding`` has.

    ``quote`` is the one around an attribute's value.
    """
    if passage.place is Place.JSON:
        # "</script" and "<!--" would end or change the script around the JSON.
        written = json.dumps(text, ensure_ascii=False)[1:-1]
        written = _ACTING_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
        return _in_encoding(written, encoding, _json_escape)
    written = text.replace("&", "&amp;").replace("<", "&lt;")
    if passage.place is Place.TEXT:
        written = written.replace(">", "&gt;")
    else:
        written = written.replace(quote, "&quot;" if quote == '"' else "&#39;")
    return _in_encoding(written, encoding, _reference)


def _in_encoding(text: str, encoding: str, escape: Callable[[str], str]) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(each if can_hold(encoding, each) else escape(each) for each in text)
    return text


def _reference(character: str) -> str:
    return f"&#x{ord(character):X};"


def _json_escape(character: str) -> str:
    return json.dumps(character)[1:-1]
