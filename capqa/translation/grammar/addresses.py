"""Web addresses, e-mail addresses, handles, hashtags and file names: never translated."""

from __future__ import annotations

import re
from typing import Final

ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"|]{1,2000}[^\s<>\"|.,;:!?)\]}'”“]"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|[@#][\w]{1,100}(?:\.\w{1,100}){0,3}"
    r"|\w{1,100}_\w{1,100}"
    r"|(?:[a-z0-9-]{1,63}\.){1,3}(?:com|org|net|de|eu|info|tv|io|uk|fr|at|ch)\b(?:/[^\s|]{0,500})?"
)
"""One address, from its first character; bounded, so that matching takes linear time."""


def addresses(text: str) -> list[str]:
    """Return the addresses and handles in a text, in order."""
    return [found.group() for found in ADDRESS.finditer(text)]
