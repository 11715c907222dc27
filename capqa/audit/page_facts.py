"""What a page says of itself: its section, its date and its address, as its format tells them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final, cast

import msgspec

from capqa.audit.fields import Belonging, Fields, belonging, page_name, section_name
from capqa.audit.months import month_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from capqa.formats._html.tokens import Token
    from capqa.model import Document

_SECTION_NAMES: Final = (
    "article:section", "og:article:section", "og:section", "articlesection", "parsely-section",
    "cxenseparse:recs:section", "sailthru.section", "dc.subject.section", "section", "category",
)  # fmt: skip
_DATE_NAMES: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "sailthru.date", "dcterms.created",
    "dcterms.issued", "dc.date.issued", "dc.date", "pubdate", "publish-date", "publication_date",
    "date", "article:modified_time",
)  # fmt: skip
_LONGEST_VALUE: Final = 2_000
_LONGEST_DATA: Final = 500_000
_LOOKED_AT: Final = 2_000_000
_MOST_OBJECTS: Final = 200
_TIME: Final = re.compile(r"<time\b[^<>]{0,300}?\bdatetime\s*=\s*[\"']?([^\"'<>]{4,40})", re.I)
_XML_DATE: Final = re.compile(
    r"<(?:\w+:)?(?:pubDate|published|date|contentCreated|versionCreated|firstCreated|updated)"
    r"\b[^<>]{0,200}>\s*([^<>]{4,60})<"
    r"|<date\.(?:issue|release)\b[^<>]{0,200}?\bnorm\s*=\s*[\"']([^\"'<>]{4,40})",
)
_FRONT_MATTER: Final = re.compile(r"\s*(---|\+\+\+)\r?\n(.{0,20000}?)\r?\n\1\s*?(?:\r?\n|$)", re.S)
_FRONT_FIELD: Final = re.compile(r"^[\"']?([\w-]{1,40})[\"']?\s*[:=]\s*(.+?)\s*$", re.M)
_XML: Final = frozenset({"feed", "newsml", "nitf", "atom"})


def page_facts(document: Document, fields: Fields = Fields()) -> Belonging:  # noqa: B008 - frozen
    """Return where a page belongs by what it says itself; fields that are named hold for JSON."""
    text = document.text if len(document.text) <= _LOOKED_AT else document.text[:_LOOKED_AT]
    start = text[:400].lstrip().lower()
    if start.startswith(("<!doctype html", "<html")) or document.format == "html":
        return _of_html(text)
    if document.format == "markdown":
        return _of_front_matter(text)
    if start.startswith("{"):
        record = _object(document.text)
        return belonging(record, fields) if record else Belonging()
    if start.startswith("<"):
        found = _XML_DATE.search(text)
        return Belonging(month=month_of(unescape(found[1] or found[2]))) if found else Belonging()
    return Belonging()


def _of_html(text: str) -> Belonging:
    metas: dict[str, str] = {}
    page = ""
    records: list[Mapping[str, Any]] = []
    for token in _head(text):
        if token.kind == "raw":
            records += _objects(text[token.start : token.end])
            continue
        attributes = {
            name: unescape(text[each.start : min(each.end, each.start + _LONGEST_VALUE)])
            for name, each in token.attributes.items()
        }
        if token.name == "meta":
            for named in ("property", "name", "itemprop"):
                metas.setdefault(attributes.get(named, "").lower(), attributes.get("content", ""))
        elif "canonical" in attributes.get("rel", "").lower().split():
            page = page or attributes.get("href", "")
    section = next((metas[name] for name in _SECTION_NAMES if metas.get(name)), "")
    month = next((month for name in _DATE_NAMES if (month := month_of(metas.get(name, "")))), "")
    for record in records:
        section = section or section_name(record.get("articleSection"))
        month = month or month_of(record.get("datePublished"))
    if not month and (found := _TIME.search(text)):
        month = month_of(unescape(found[1]))
    return Belonging(section_name(section), month, page_name(page or metas.get("og:url", "")))


def _head(text: str) -> Iterator[Token]:
    """Yield the tags that say something of the page, and the data that scripts hold."""
    from capqa.formats._html.tokens import tokens

    data = False
    for token in tokens(text):
        if token.kind == "open":
            data = False
            if token.name in ("meta", "link"):
                yield token
            elif token.name == "script":
                kind = token.attributes.get("type")
                data = kind is not None and "ld+json" in text[kind.start : kind.end].lower()
        elif token.kind == "raw" and data and token.end - token.start <= _LONGEST_DATA:
            yield token


def _objects(text: str) -> list[Mapping[str, Any]]:
    """Return the objects in linked data, the outer ones first."""
    try:
        waiting = [msgspec.json.decode(text)]
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return []
    found: list[Mapping[str, Any]] = []
    while waiting and len(found) < _MOST_OBJECTS:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value[:_MOST_OBJECTS]
        elif isinstance(value, dict):
            found.append(value)
            waiting += [each for each in value.values() if isinstance(each, dict | list)]
    return found


def _object(text: str) -> Mapping[str, Any]:
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return {}
    return cast("Mapping[str, Any]", value) if isinstance(value, dict) else {}


def _of_front_matter(text: str) -> Belonging:
    found = _FRONT_MATTER.match(text)
    if not found:
        return Belonging()
    record = {
        name.lower(): value.strip("[]\"' ").split(",")[0].strip("\"' ")
        for name, value in _FRONT_FIELD.findall(found[2])
    }
    return belonging(record, Fields())
