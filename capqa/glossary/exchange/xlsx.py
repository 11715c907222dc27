"""Spreadsheets of Excel and its kin (Office Open XML) with our columns; keeps everything.

Every cell is written as text, so that nothing is computed or turned into a date; a formula in a
file that is read is refused.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any

from capqa.errors import CapqaError, ConfigurationError
from capqa.glossary.exchange import LARGEST_FILE, _table
from capqa.glossary.exchange._cells import starts_a_formula
from capqa.glossary.exchange._characters import without_forbidden
from capqa.glossary.exchange._reading import Reading
from capqa.glossary.files import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._languages import LanguagePair
    from capqa.glossary.exchange._left_out import LeftOut

TITLE = "XLSX"
SUFFIXES = (".xlsx",)
DIALECTS: tuple[str, ...] = ()

MOST_COLUMNS = 100
"""The most columns looked at: a glossary has ten."""

MOST_ROWS = 1_048_576
"""The most rows a sheet has in Excel; a file may claim any number."""

_ZIP = b"PK\x03\x04"
_WORKBOOK = "xl/workbook.xml"
_TEXT_FORMAT = "@"
# How Excel writes a carriage return inside a cell. Source: ECMA-376 part 1, 22.9.2.19 ST_Xstring.
_CARRIAGE_RETURN = re.compile("_x000[Dd]_\n?")


def recognises(data: bytes, name: str) -> bool:
    """Return whether a file is a zip archive with a workbook in it."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _WORKBOOK in archive.namelist()
    except (zipfile.BadZipFile, ValueError):
        return name.lower().endswith(SUFFIXES)


def read(data: bytes, name: str, pair: LanguagePair) -> Reading:
    """Return the entries of the first sheet; rows with a formula or an error value are refused.

    Raises ConfigurationError when it is no workbook or openpyxl is missing.
    """
    openpyxl = _openpyxl()
    _verify(data, name)
    reading = Reading(name, pair)
    try:
        with warnings.catch_warnings():
            # About styles and extensions that openpyxl does not keep: nothing we read.
            warnings.simplefilter("ignore")
            _take(reading, openpyxl.load_workbook(io.BytesIO(data), read_only=True))
    except CapqaError:
        raise
    except Exception as error:
        # openpyxl raises whatever its parts raise on a damaged file: KeyError, ValueError and more.
        what = f"cannot be read as XLSX ({type(error).__name__})"
        raise ConfigurationError(what, where=name, mend="save it again in Excel") from error
    return reading


def write(
    entries: Sequence[Entry], pair: LanguagePair, left_out: LeftOut, dialect: str = ""
) -> bytes:
    """Return a workbook with one sheet. Raises ConfigurationError when openpyxl is missing."""
    openpyxl = _openpyxl()
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = str(pair)
    sheet.freeze_panes = "A2"
    table = [list(COLUMNS), *map(_table.cells, without_forbidden(entries, left_out))]
    for row, cells in enumerate(table, 1):
        for column, text in enumerate(cells, 1):
            if text:
                _fill(sheet.cell(row, column), text)
    sheet.auto_filter.ref = sheet.dimensions
    for letter in "ABH":
        sheet.column_dimensions[letter].width = 30
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _take(reading: Reading, workbook: Any) -> None:
    try:
        sheets = workbook.worksheets
        if not sheets:
            raise ConfigurationError("has no sheet", where=reading.name, mend="export it again")
        if len(sheets) > 1:
            reading.note(f"only the first sheet is read: {sheets[0].title!r}")
        _table.take(reading, _rows(reading, sheets[0]))
    finally:
        workbook.close()


def _fill(cell: Any, text: str) -> None:
    cell.value = text
    cell.data_type = "s"
    cell.number_format = _TEXT_FORMAT
    # Keeps it text also when somebody edits the cell; the value itself stays as it is.
    cell.quotePrefix = starts_a_formula(text) or text.startswith("-")


def _openpyxl() -> ModuleType:
    try:
        import openpyxl
    except ImportError as error:
        raise ConfigurationError(
            "XLSX needs openpyxl, which is not installed",
            mend="install it with `pip install 'capqa[xlsx]'`, or use CSV",
        ) from error
    return openpyxl


def _verify(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > LARGEST_FILE:
                raise ConfigurationError(
                    f"is too large unpacked (at most {LARGEST_FILE / 1e6:,.0f} MB)",
                    where=name,
                    mend="split it",
                )
            for each in archive.infolist():
                if each.filename.endswith((".xml", ".rels")):
                    _verify_part(archive.read(each), name)
            if _WORKBOOK not in archive.namelist():
                raise ConfigurationError(
                    "is no XLSX workbook", where=name, mend="save it in Excel as .xlsx"
                )
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OSError, EOFError) as error:
        raise _damaged(name) from error
    except (NotImplementedError, RuntimeError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise _damaged(name) from error


def _verify_part(part: bytes, name: str) -> None:
    # NULs are dropped, for a part in UTF-16 must not hide it.
    if b"<!doctype" in part.replace(b"\0", b"").lower():
        what = "its XML declares a document type, which no spreadsheet program writes"
        raise ConfigurationError(what, where=name, mend="save it again in Excel")


def _damaged(name: str) -> ConfigurationError:
    return ConfigurationError("is damaged or encrypted", where=name, mend="save it again as .xlsx")


def _rows(reading: Reading, sheet: Any) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()
    previous = None
    for row, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        if row > MOST_ROWS:
            raise ConfigurationError(
                f"has over {MOST_ROWS:,} rows", where=reading.name, mend="save it again in Excel"
            )
        # openpyxl hands out one and the same tuple for all rows that are not there.
        if cells is previous:
            continue
        previous = cells
        wrong = [cell for cell in cells if cell.data_type in ("f", "e")]
        if wrong:
            kind = "a formula" if wrong[0].data_type == "f" else f"an error ({wrong[0].value})"
            mend = "put the text it shows into the cell"
            reading.refuse(row, f"{kind} in cell {wrong[0].coordinate}", mend)
            continue
        texts = [_text(cell.value) for cell in cells]
        if any(text.strip() for text in texts):
            yield row, texts


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        day = value.time() == datetime.time()
        return (value.date() if day else value).isoformat()
    if isinstance(value, bool):
        return str(value).upper()
    return _CARRIAGE_RETURN.sub("\n", str(value))
