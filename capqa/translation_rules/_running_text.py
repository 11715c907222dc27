"""The words of a text that people read: what programs read in it is blanked out."""

from __future__ import annotations

from typing import Final

from capqa.lazy_pattern import lazy_pattern

_NO_WORDS: Final = lazy_pattern(
    r"%\(\w{1,60}\)[\d.]{0,8}\w|%[\d$.-]{0,8}[a-zA-Z@](?![^\W\d_])|\$?\{{1,2}[^{}\n]{0,100}\}{1,2}"
    r"|&#?\w{1,12};|</?[a-zA-Z][^<>\n]{0,400}>|`[^`\n]{1,200}`|&[a-z]{1,8}="
    r"|(?<!\S)\S*(?:\w[/@_=\\]\w|\w\.(?=[a-z_]\w)|::|\(\))\S*|(?<!\w)[@#:/-]\w[\w.-]*"
)


def running_text(text: str) -> str:
    """Return a text of the same length with spaces for placeholders, tags, addresses and code."""
    return _NO_WORDS.sub(lambda found: " " * len(found[0]), text)
