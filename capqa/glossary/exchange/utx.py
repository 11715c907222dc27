"""UTX, the tab-separated glossaries of the Asia-Pacific Association for Machine Translation.

Source: UTX 1.11 and 1.20; written as 1.20. Keeps part of speech, status and note.
"""

from __future__ import annotations

import datetime
import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.entry import Status
from capqa.glossary.exchange._cells import neutral, restored, starts_a_formula
from capqa.glossary.exchange._characters import without_forbidden
from capqa.glossary.exchange._delimited import decoded
from capqa.glossary.exchange._languages import LanguagePair, primary
from capqa.glossary.exchange._reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._left_out import LeftOut

TITLE = "UTX"
SUFFIXES = (".utx", ".txt", ".tsv")
DIALECTS: tuple[str, ...] = ()

_COLUMNS = ("src", "tgt", "src:pos", "term status", "src:comment")
_COMMENTS = ("src:comment", "tgt:comment", "comment")
_KEPT = frozenset({"part_of_speech", "status", "note"})
_PARTS_OF_SPEECH = {"proper noun": "properNoun", "phrase": "sentence"}
_STATUSES = {
    Status.PREFERRED: "approved",
    Status.KEEP_AS_IS: "approved",
    Status.ADMITTED: "provisional",
    Status.DEPRECATED: "non-standard",
    Status.FORBIDDEN: "forbidden",
}
_READ_STATUSES = {
    "": Status.PREFERRED,
    "-": Status.PREFERRED,
    "approved": Status.PREFERRED,
    "provisional": Status.ADMITTED,
    "non-standard": Status.DEPRECATED,
    "obsolete": Status.DEPRECATED,
    "forbidden": Status.FORBIDDEN,
    "rejected": Status.FORBIDDEN,
}
_LINE_END = re.compile("\r\n|\n|\r")
_LANGUAGES = re.compile(r"([A-Za-z]{2,3}(?:-\w+)*)\s*/\s*([A-Za-z]{2,3}(?:-\w+)*)")


def recognises(data: bytes, name: str) -> bool:
    """Return whether the file begins with the mark of UTX."""
    return data.removeprefix(BOM_UTF8).lstrip()[:5].upper().startswith(b"#UTX")


def read(data: bytes, name: str, pair: LanguagePair) -> Reading:
    """Return the entries. Raises ConfigurationError for a header in other languages or none."""
    reading = Reading(name, pair)
    columns: list[str] | None = None
    for row, line in enumerate(_LINE_END.split(decoded(data, name)), 1):
        if row == 1:
            _verify_languages(line, name, pair)
        elif line.startswith("#"):
            if columns is None and line[1:].lower().startswith("src\t"):
                columns = _columns(line, reading, row)
        elif line.strip():
            if columns is None:
                raise _wrong(name, row, "an entry before the line that names the columns")
            cells = line.split("\t")
            if len(cells) > len(columns):
                what = f"{len(cells)} columns, the header has {len(columns)}"
                reading.refuse(row, what, "remove the tabs too many")
            else:
                _take(reading, row, dict(zip(columns, cells, strict=False)))
    if columns is None:
        raise _wrong(name, 2, "no line names the columns")
    return reading


def write(
    entries: Sequence[Entry], pair: LanguagePair, left_out: LeftOut, dialect: str = ""
) -> bytes:
    """Return the entries with today's date in the header, which UTX asks for."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    head = (
        f"#UTX 1.20; {pair.source}/{pair.target}; {today}; copyright: unstated; license: unstated"
    )
    lines = [head, "#" + "\t".join(_COLUMNS)]
    for entry in without_forbidden(entries, left_out):
        if entry.source.startswith("#") or any(map(starts_a_formula, (entry.source, entry.target))):
            left_out.entry(entry, "takes no terms that start a formula or comment")
            continue
        left_out.fields(entry, _KEPT)
        if entry.status is Status.KEEP_AS_IS:
            left_out.changed(entry, 'has no status "keep-as-is": written as approved')
        if "\n" in entry.note:
            left_out.changed(entry, "has no line breaks: made spaces")
        part_of_speech = _PARTS_OF_SPEECH.get(entry.part_of_speech, entry.part_of_speech)
        note = neutral(_flat(entry.note))
        cells = (entry.source, entry.target, part_of_speech, _STATUSES[entry.status], note)
        lines.append("\t".join(map(_flat, cells)).rstrip("\t"))
    return ("\r\n".join(lines) + "\r\n").encode("utf-8")


def _verify_languages(line: str, name: str, pair: LanguagePair) -> None:
    found = _LANGUAGES.search(line)
    if found is None:
        raise _wrong(name, 1, "its first line states no languages")
    stated = LanguagePair(primary(found[1]), primary(found[2]))
    if stated != pair:
        raise ConfigurationError(
            f"is {stated}, not {pair}", where=f"{name}:1", mend="say these languages"
        )


def _columns(line: str, reading: Reading, row: int) -> list[str]:
    columns = [cell.strip().lower() for cell in line[1:].split("\t")]
    if "tgt" not in columns:
        raise _wrong(reading.name, row, "no column tgt")
    for column in columns:
        if column not in {*_COLUMNS, *_COMMENTS, "concept id", ""}:
            reading.note(f"column {column!r} is passed over")
    return columns


def _take(reading: Reading, row: int, values: dict[str, str]) -> None:
    stated = values.get("term status", values.get("status", "")).strip().lower()
    status = _READ_STATUSES.get(stated)
    if status is None:
        known = ", ".join(filter(str.isalpha, _READ_STATUSES))
        reading.refuse(row, f"unknown term status {stated!r}", f"use one of {known}")
        return
    part_of_speech = values.get("src:pos", "").strip()
    ours = {theirs: each for each, theirs in _PARTS_OF_SPEECH.items()}
    comments = [restored(values.get(each, "").strip()) for each in _COMMENTS]
    reading.add(
        row,
        values.get("src", ""),
        values.get("tgt", ""),
        status=status,
        part_of_speech=ours.get(part_of_speech, part_of_speech),
        note="; ".join(each for each in comments if each not in ("", "-")),
    )


def _flat(text: str) -> str:
    return " ".join(re.split(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", text)).strip()


def _wrong(name: str, row: int, what: str) -> ConfigurationError:
    return ConfigurationError(what, where=f"{name}:{row}", mend="is it UTX 1.11 or 1.20?")
