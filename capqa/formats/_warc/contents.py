"""Which format reads what an archive holds, and in which encoding it was sent."""

from __future__ import annotations

import codecs
import re
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote, urlsplit

from capqa import plugins
from capqa.errors import UnreadableError
from capqa.files.binary import is_utf8
from capqa.formats import _choosing, _xml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.formats import FormatModule
    from capqa.formats._warc.records import Record
    from capqa.model import Document

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/vtt": ".vtt",
    "text/srt": ".srt",
    "application/x-subrip": ".srt",
    "application/ttml+xml": ".ttml",
    "application/json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
# By the structured suffix: "application/rss+xml", "application/vnd.iptc.g2.newsitem+xml".
_STRUCTURED = {"+xml": ".xml", "+json": ".json"}
# Servers send subtitles and Markdown as these; the address tells.
_UNSPECIFIC = frozenset({"text/plain", "application/octet-stream", ""})
_PLAIN = frozenset({"", ".txt", ".text"})
_FOR_MACHINES = frozenset({"/robots.txt", "/ads.txt", "/app-ads.txt"})
_PAGE = re.compile(rb"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([^\s;\"']+)", re.IGNORECASE)
_LEGACY = re.compile(
    r"cp125[0-8]|cp874|cp866|cp932|cp949|gb\w+|big5\w*|euc_\w+|shift_jis|koi8-[ru]|mac-\w+"
    r"|iso8859-\d+"
)


def document_of(record: Record, name: str, configurations: Mapping[str, object]) -> Document | None:
    """Return the document a record holds, None where no format reads it or nothing is in it.

    ``configurations`` are what formats are to be read with, by their names. Raises UnreadableError
    when it cannot be read.
    """
    data = record.content
    ending = _ending(record)
    if ending not in _known_endings() or not data.strip():
        return None
    data = _in_utf_8(data, record.content_type, ending)
    head = data[: _choosing.HEAD]
    try:
        format_name = _choosing.chosen(f"page{ending}", head)
    except UnreadableError:  # XML or JSON of no kind that is read
        return None
    format_ = _choosing.named(format_name)
    configuration = configurations.get(format_name)
    if not _is_wanted(format_, head, configuration):
        return None
    if configuration is None:
        return format_.read(data, name)
    return cast("Document", getattr(format_, "read")(data, name, configuration))  # noqa: B009


@cache
def _known_endings() -> frozenset[str]:
    formats = map(_choosing.named, plugins.names("capqa.formats"))
    return frozenset(suffix for format_ in formats for suffix in format_.SUFFIXES)


def _is_wanted(format_: FormatModule, head: bytes, configuration: object) -> bool:
    """Return whether a format wants what is met among much that is not for readers: in an archive,
    as in a folder, most JSON is for programs.
    """
    is_content = getattr(format_, "is_content", None)
    if is_content is not None:
        return bool(is_content(head, configuration))
    return configuration is not None or not getattr(format_, "ASKED_LAST", False)


def _ending(record: Record) -> str:
    """Return the ending that a file with a record's content would have, "" where it is not read."""
    kind = record.content_type.partition(";")[0].strip().lower()
    path = _path(record.address)
    if path in _FOR_MACHINES:
        return ""
    if kind not in _UNSPECIFIC:
        structured = next((_STRUCTURED[end] for end in _STRUCTURED if kind.endswith(end)), "")
        return _ENDINGS.get(kind) or (structured if kind.startswith("application/") else "")
    if not kind and _PAGE.match(record.content):
        return ".html"
    ending = PurePosixPath(path).suffix.lower()
    if ending in _ENDINGS.values():
        return ending
    return ".txt" if kind == "text/plain" and ending in _PLAIN else ""


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""


def _in_utf_8(data: bytes, content_type: str, ending: str) -> bytes:
    """Return text in the encoding its server names as UTF-8, unless it says itself in which it is.

    What is UTF-8 is left as it is, whatever the server says.
    """
    found = _CHARSET.search(content_type)
    if not found or is_utf8(data) or _declares_encoding(data, ending):
        return data
    try:
        codec = codecs.lookup(found[1]).name
    except (LookupError, ValueError):
        return data
    # Browsers read Latin-1 as Windows-1252.
    codec = "cp1252" if codec == "iso8859-1" else codec
    if not _LEGACY.fullmatch(codec):
        return data
    try:
        return data.decode(codec).encode("utf-8")
    except UnicodeError:
        return data


def _declares_encoding(data: bytes, ending: str) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return True
    if _xml.DECLARED_ENCODING.match(data):
        return True
    if ending not in (".html", ".xhtml"):
        return False
    from capqa.formats._html.declared_encoding import declared_encoding

    return declared_encoding(data) is not None
