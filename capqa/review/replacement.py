"""What may stand in the place of a finding's text."""

from __future__ import annotations

import unicodedata

from capqa.review.items import ReviewError

_LINE_BREAKS = frozenset("\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")


def checked(text: str, original: str) -> str:
    """Return a replacement without the white space around it.

    Raises ReviewError when nothing is left, when it is the original text, when it breaks the line
    although the original does not, or when it holds other control characters.
    """
    text = text.strip()
    if not text:
        raise ReviewError("the replacement is empty", mend="type a text, or dismiss the finding")
    if text == original:
        raise ReviewError(
            "the replacement is the text that stands there", mend="dismiss it to keep the text"
        )
    if not _LINE_BREAKS.isdisjoint(text) and _LINE_BREAKS.isdisjoint(original):
        raise ReviewError("the replacement has a line break", mend="keep it on one line")
    for character in text:
        if character in "\t" or character in _LINE_BREAKS:
            continue
        # Cc: control characters such as escape; Cs: halves of characters, in no encoding.
        if unicodedata.category(character) in ("Cc", "Cs"):
            raise ReviewError(
                f"the replacement has a control character (U+{ord(character):04X})",
                mend="remove it",
            )
    return text
