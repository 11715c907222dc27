"""Glossaries of DeepL: CSV with the languages in each row, or two columns between tabs.

Source: the DeepL API's reference on glossaries; the web app writes the same with a header-less
row of four columns, its glossary generator a fifth one for relevance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.exchange import _table
from capqa.glossary.exchange._delimited import decoded, first_row, rows, written
from capqa.glossary.exchange._languages import is_known, names_language, primary
from capqa.glossary.exchange._pairs import term_pairs
from capqa.glossary.exchange._reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._languages import LanguagePair
    from capqa.glossary.exchange._left_out import LeftOut

TITLE = "DeepL"
SUFFIXES = (".csv", ".tsv", ".txt")
DIALECTS = ("csv", "tsv")

_COLUMNS_WITH_LANGUAGES = (4, 5)


def recognises(data: bytes, name: str) -> bool:
    """Return whether the first row is two terms, or two terms with their languages."""
    cells = first_row(data)
    if not name.lower().endswith(SUFFIXES) or _table.is_header(cells):
        return False
    if all(map(is_known, cells[:2])):
        return False
    return len(cells) == 2 or (
        len(cells) in _COLUMNS_WITH_LANGUAGES and all(map(is_known, cells[2:4]))
    )


def read(data: bytes, name: str, pair: LanguagePair) -> Reading:
    """Return the entries; rows in other languages than those asked for are refused.

    Raises ConfigurationError when the file is not such text.
    """
    reading = Reading(name, pair)
    for row, cells in rows(decoded(data, name), name):
        if row == 1 and all(map(names_language, cells, (pair.source, pair.target))):
            reading.note("line 1 names the languages: passed over")
        elif len(cells) == 2:
            reading.add(row, *cells)
        elif len(cells) not in _COLUMNS_WITH_LANGUAGES:
            what = f"{len(cells)} columns; DeepL has 2, or 4 with the languages"
            reading.refuse(row, what, 'put terms with a comma in "quotes"')
        elif tuple(map(primary, cells[2:4])) != (pair.source, pair.target):
            stated = "-".join(map(primary, cells[2:4]))
            reading.refuse(
                row, f"is {stated}, not {pair}", "say these languages, or remove the row"
            )
        else:
            reading.add(row, cells[0], cells[1])
    return reading


def write(
    entries: Sequence[Entry], pair: LanguagePair, left_out: LeftOut, dialect: str = ""
) -> bytes:
    """Return one row a source: the best target, no header."""
    table = [(source, target) for source, target, _ in term_pairs(entries, left_out)]
    if dialect == "tsv":
        return written(table, "\t")
    return written([(*terms, pair.source.upper(), pair.target.upper()) for terms in table])
