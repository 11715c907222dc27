"""TMX 1.4b for translation memories: a unit a translation that stands, the rest as properties.

Source: TMX 1.4b, LISA OSCAR 2005. A language that was not recorded is ``und``, undetermined.
Characters that XML cannot hold stand as U+FFFD.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa import __version__
from capqa.glossary.exchange import _xml
from capqa.glossary.exchange._characters import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.review.exporting._rows import Row

_UNDETERMINED = "und"
_ANY = "*all*"
_PROPERTIES = ("file", "place", "action", "scope", "step", "engine", "glossary")


def holds(row: Row) -> bool:
    """Return whether a row is a translation that stands."""
    return row.is_translation


def write(rows: Sequence[Row]) -> bytes:
    """Return the translations among the rows, in their order."""
    languages = {row.source_language or _UNDETERMINED for row in rows if holds(row)}
    header = {
        "creationtool": "capqa",
        "creationtoolversion": __version__,
        "segtype": "phrase",
        "o-tmf": "capqa",
        "adminlang": "en",
        "srclang": languages.pop() if len(languages) == 1 else _ANY,
        "datatype": "plaintext",
    }
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        f"  {_xml.opening('header', header)}</header>",
        "  <body>",
    ]
    for row in rows:
        if holds(row):
            lines += _unit(row)
    lines += ["  </body>", "</tmx>", ""]
    return "\n".join(lines).encode("utf-8")


def _unit(row: Row) -> Iterator[str]:
    source_language = row.source_language or _UNDETERMINED
    attributes = {"srclang": source_language, "creationid": _clean(row.reviewer)}
    if date := _date(row.time):
        attributes["creationdate"] = date
    yield f"    {_xml.opening('tu', attributes)}"
    if row.comment:
        yield f"      {_xml.element('note', {}, _clean(row.comment))}"
    for name in _PROPERTIES:
        if value := getattr(row, name):
            yield f"      {_xml.element('prop', {'type': f'x-{name}'}, _clean(value))}"
    target_language = row.target_language or _UNDETERMINED
    for language, text in ((source_language, row.source), (target_language, row.text)):
        segment = _xml.element("seg", {}, _clean(text))
        yield f"      {_xml.opening('tuv', {'xml:lang': language})}{segment}</tuv>"
    yield "    </tu>"


def _clean(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)


def _date(time: str) -> str:
    """Return a time as TMX writes it, "" when it is none."""
    from datetime import UTC, datetime

    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return ""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
