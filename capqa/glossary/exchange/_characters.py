"""Characters neither XML nor a spreadsheet can hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from capqa.glossary.files import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._left_out import LeftOut

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of surrogate pairs and non-characters. Source: XML 1.0, 2.2 Char."""


def without_forbidden(entries: Iterable[Entry], left_out: LeftOut) -> Iterator[Entry]:
    """Yield the entries without such characters, recording those that had any."""
    for entry in entries:
        texts: dict[str, Any] = {name: getattr(entry, name) for name in COLUMNS if name != "status"}
        cleaned = {name: _clean(value) for name, value in texts.items()}
        if cleaned == texts:
            yield entry
        else:
            left_out.changed(entry, "has no control characters: left out")
            yield replace(entry, **cleaned)


def _clean(value: str | tuple[str, ...]) -> Any:
    if isinstance(value, str):
        return FORBIDDEN.sub("", value)
    return tuple(FORBIDDEN.sub("", each) for each in value)
