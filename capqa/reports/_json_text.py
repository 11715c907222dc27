"""JSON that does nothing on a terminal, and that a reader without half characters can take."""

from __future__ import annotations

import json
import re
from typing import Any

# JSON itself escapes only what is below the space; these act on terminals all the same. A lone
# surrogate fits into no encoding.
_ACTING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def dump(value: object) -> str:
    """Return a value as JSON on one line."""
    text = json.dumps(value, ensure_ascii=False)
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def dump_for_others(value: object) -> str:
    """Return a value as JSON on one line, U+FFFD for lone surrogates, which many readers refuse."""
    return dump(_whole(value))


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_whole(key): _whole(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(each) for each in value]
    return value
