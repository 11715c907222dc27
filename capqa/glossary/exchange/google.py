"""Glossaries of Google Cloud Translation: two columns, or a header of languages.

With a header (an equivalent term set) columns "pos" and "description" may follow the languages.
Source: Cloud Translation's guide to glossaries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.exchange._cells import neutral, restored
from capqa.glossary.exchange._delimited import decoded, first_row, rows, written
from capqa.glossary.exchange._languages import is_known, is_tag, primary
from capqa.glossary.exchange._pairs import term_pairs
from capqa.glossary.exchange._reading import Reading
from capqa.language_names import language_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._languages import LanguagePair
    from capqa.glossary.exchange._left_out import LeftOut

TITLE = "Google"
SUFFIXES = (".csv", ".tsv", ".txt")
DIALECTS = ("csv", "tsv", "term-set")

_EXTRAS = ("pos", "description")


def recognises(data: bytes, name: str) -> bool:
    """Return whether the first row is a header of languages; one without is taken for DeepL's."""
    return name.lower().endswith(SUFFIXES) and _is_header(first_row(data))


def read(data: bytes, name: str, pair: LanguagePair) -> Reading:
    """Return the entries. Raises ConfigurationError when a language of the pair has no column."""
    reading = Reading(name, pair)
    columns: dict[str, int] | None = None
    for number, (row, cells) in enumerate(rows(decoded(data, name), name)):
        if number == 0 and _is_header([cell.strip() for cell in cells]):
            columns = _columns(cells, name, row, pair)
            width = len(cells)
        elif columns is None and len(cells) == 2:
            reading.add(row, *cells)
        elif columns is None or len(cells) > width:
            expected = 2 if columns is None else width
            what = f"{len(cells)} columns, not {expected}"
            reading.refuse(row, what, 'put terms with a comma in "quotes"')
        else:
            _take(reading, row, {key: _cell(cells, at) for key, at in columns.items()})
    return reading


def write(
    entries: Sequence[Entry], pair: LanguagePair, left_out: LeftOut, dialect: str = ""
) -> bytes:
    """Return one row a source: the best target; part of speech and note only in a term set."""
    if dialect == "term-set":
        table = [(pair.source, pair.target, *_EXTRAS), *_term_set(entries, left_out)]
        return written(table)
    found = term_pairs(entries, left_out)
    delimiter = "\t" if dialect == "tsv" else ","
    return written([(source, target) for source, target, _ in found], delimiter)


def _term_set(entries: Sequence[Entry], left_out: LeftOut) -> Iterator[tuple[str, str, str, str]]:
    for source, target, entry in term_pairs(entries, left_out, {"part_of_speech", "note"}):
        yield source, target, neutral(entry.part_of_speech), neutral(entry.note)


def _is_header(cells: Sequence[str]) -> bool:
    languages = [cell for cell in cells if cell.lower() not in _EXTRAS]
    return all(map(is_tag, languages)) and sum(map(is_known, languages)) > 1


def _columns(cells: Sequence[str], name: str, row: int, pair: LanguagePair) -> dict[str, int]:
    headers = [cell.strip() for cell in cells]
    columns = {each: headers.index(each) for each in _EXTRAS if each in headers}
    for key, language in (("source", pair.source), ("target", pair.target)):
        found = [at for at, cell in enumerate(headers) if primary(cell) == language]
        if len(found) != 1:
            count = "no column" if not found else f"{len(found)} columns"
            raise ConfigurationError(
                f"{count} for {language_name(language)}: they are {', '.join(headers)}",
                where=f"{name}:{row}",
                mend="say the languages that are there",
            )
        columns[key] = found[0]
    return columns


def _take(reading: Reading, row: int, values: dict[str, str]) -> None:
    source, target = values["source"], values["target"]
    if not source.strip() or not target.strip():
        # A set of several languages need not have every term in each of them.
        reading.note(f"line {row} has no {reading.pair} pair: passed over")
        return
    reading.add(
        row,
        source,
        target,
        part_of_speech=restored(values.get("pos", "")),
        note=restored(values.get("description", "")),
    )


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""
