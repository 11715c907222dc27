"""JSON for people's terminals: what acts on them is escaped, which JSON itself does not ask for."""

from __future__ import annotations

import json
import re

_ACTING = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def dumped(content: object) -> str:
    """Return JSON, indented, with control and invisible characters escaped."""
    text = json.dumps(content, indent=2, ensure_ascii=False)
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
