"""The bytes of a compiled layer: a checked head, then columns of text and of 32-bit numbers.

Nothing in them is run, and a number is used as an index only after it was checked: whoever can
write the file can make us find wrong terms, as with the CSV file itself, and nothing else.
"""

from __future__ import annotations

from array import array
from struct import Struct
from typing import TYPE_CHECKING, Final
from zlib import crc32

from capqa.glossary.deletions import Deletions
from capqa.glossary.entry import STATUSES, Entry, Status
from capqa.glossary.layers.tables import Groups, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FORMAT: Final = 2
"""The version of this form; another one is not read."""

_MAGIC: Final = b"capqa glossary\n"
_HEAD: Final = Struct("<15sBII")
_NUMBER: Final = 4
_BETWEEN: Final = "\0"
_FIELDS: Final = 10
_FEWEST_SECTIONS: Final = 17
_SECTIONS_OF_DELETIONS: Final = 5


class StoredRecords:
    """Entries in a compiled file, each read when it is asked for."""

    def __init__(
        self,
        data: memoryview,
        ends: memoryview,
        first: memoryview,
        sources: Sequence[str],
        file: str,
    ) -> None:
        """Take the entries' bytes, where each ends, and the first of each term; ``file`` is theirs.

        ``ends`` starts with a 0, ``first`` closes with the number of entries.
        """
        self._data = data
        self._ends = ends
        self._first = first
        self._sources = sources
        self._file = file

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._ends) - 1

    def of(self, term: int) -> tuple[Entry, ...]:
        """Return the entries of a term, best first."""
        source = self._sources[term]
        start, end = self._first[term], self._first[term + 1]
        if end - start == 1:
            return (self._entry(source, start),)
        return tuple(self._entry(source, number) for number in range(start, end))

    def _entry(self, source: str, number: int) -> Entry:
        text = str(self._data[self._ends[number] : self._ends[number + 1]], "utf-8", "replace")
        fields = text.split(_BETWEEN)
        if len(fields) != _FIELDS:
            fields = (fields + [""] * _FIELDS)[:_FIELDS]
        target, part_of_speech, gender, status, domain, variants, note, reference, reviewed, row = (
            fields
        )
        return Entry(
            source,
            target,
            part_of_speech,
            gender,
            STATUSES.get(status, Status.PREFERRED),
            domain,
            tuple(variants.split(";")) if variants else (),
            note,
            reference,
            reviewed,
            self._file,
            int(row) if row.isdecimal() else 0,
        )


def to_bytes(tables: Tables, deletions: Mapping[str, Deletions]) -> bytes:
    """Return the stored form of tables built from a file's entries.

    Raises ValueError when a text cannot be stored, which no text of a file is.
    """
    ends, records, first = [0], bytearray(), [0]
    for term in range(len(tables.sources)):
        for entry in tables.records.of(term):
            records += _record(entry)
            ends.append(len(records))
        first.append(len(ends) - 1)
    sections = [
        _text(tables.sources),
        bytes(records),
        _numbers(ends),
        _numbers(first),
        _text(tables.variants),
        _numbers(tables.variant_terms),
        *_grouped(tables.words),
        *_grouped(tables.phrases),
        *_grouped(tables.openings),
        _numbers(tables.combining),
        _text(list(deletions)),
    ]
    for filed in deletions.values():
        sections += [_numbers(filed.starts), _numbers(filed.beginnings), filed.marks]
        sections += [_numbers(filed.firsts), _numbers(filed.words)]
    body = _numbers(list(map(len, sections))) + b"".join(sections)
    return _HEAD.pack(_MAGIC, FORMAT, crc32(body), len(sections)) + body


def from_bytes(data: bytes, file: str) -> Tables:
    """Return the tables in a stored form; ``file`` is what its entries say they come from.

    Raises ValueError for whatever is not such a form, complete and undamaged.
    """
    sections = iter(_sections(data))
    sources = _texts(next(sections))
    records, ends = next(sections), _as_numbers(next(sections))
    first = _as_numbers(next(sections))
    variants, variant_terms = _texts(next(sections)), _as_numbers(next(sections))
    spellings = len(sources) + len(variants)
    words = _groups(sections, spellings)
    phrases = _groups(sections, spellings)
    openings = _groups(sections, spellings)
    combining = _as_numbers(next(sections))
    deletions = {}
    for letter in _texts(next(sections)):
        starts, numbers = _as_numbers(next(sections)), _as_numbers(next(sections))
        marks = bytes(next(sections))
        _expect_power_of_two(len(starts) - 1)
        _expect_power_of_two(len(marks))
        firsts, members = _as_numbers(next(sections)), _as_numbers(next(sections))
        deletions[letter] = Deletions(starts, numbers, marks, firsts, members)
    _expect(len(first) == len(sources) + 1 and len(variant_terms) == len(variants))
    # Each term has entries, and all of them exist; other slices may reach beyond their end.
    entries = first.tolist()
    _expect(entries[0] == 0 and entries[-1] == len(ends) - 1 and entries == sorted(set(entries)))
    _expect_below(variant_terms, len(sources))
    _expect_below(combining, spellings)
    return Tables(
        sources,
        StoredRecords(records, ends, first, sources, file),
        variants,
        variant_terms,
        words,
        phrases,
        openings,
        combining,
        deletions,
    )


def _sections(data: bytes) -> list[memoryview]:
    if len(data) < _HEAD.size:
        raise ValueError("too short")
    magic, version, checksum, count = _HEAD.unpack_from(data)
    body = memoryview(data)[_HEAD.size :]
    _expect(magic == _MAGIC and version == FORMAT and checksum == crc32(body))
    _expect(count >= _FEWEST_SECTIONS and count * _NUMBER <= len(body))
    lengths = body[: count * _NUMBER].cast("I")
    _expect(sum(lengths) + len(lengths) * _NUMBER == len(body))
    sections = []
    start = count * _NUMBER
    for length in lengths:
        sections.append(body[start : start + length])
        start += length
    letters = len(_texts(sections[_FEWEST_SECTIONS - 1]))
    _expect(count == _FEWEST_SECTIONS + _SECTIONS_OF_DELETIONS * letters)
    return sections


def _groups(sections: Iterable[memoryview], spellings: int) -> Groups:
    each = iter(sections)
    keys = _texts(next(each))
    starts, numbers = _as_numbers(next(each)), _as_numbers(next(each))
    _expect(len(starts) == len(keys) + 1)
    _expect_below(numbers, spellings)
    return Groups(keys, starts, numbers)


def _grouped(groups: Groups) -> tuple[bytes, bytes, bytes]:
    return _text(groups.keys), _numbers(groups.starts), _numbers(groups.numbers)


def _record(entry: Entry) -> bytes:
    fields = (
        entry.target,
        entry.part_of_speech,
        entry.gender,
        entry.status.value,
        entry.domain,
        ";".join(entry.variants),
        entry.note,
        entry.reference,
        entry.reviewed,
        str(entry.row),
    )
    return _BETWEEN.join(fields).encode()


def _text(texts: Sequence[str]) -> bytes:
    # The separator also closes the column, so that no text and one empty text differ.
    return "".join(text + _BETWEEN for text in texts).encode()


def _texts(data: memoryview) -> list[str]:
    texts = str(data, "utf-8").split(_BETWEEN)
    _expect(not texts.pop())
    return texts


def _numbers(numbers: Sequence[int]) -> bytes:
    return array("I", numbers).tobytes()


def _as_numbers(data: memoryview) -> memoryview:
    _expect(len(data) % _NUMBER == 0)
    return data.cast("I")


def _expect(fulfilled: bool) -> None:
    if not fulfilled:
        raise ValueError("damaged")


def _expect_power_of_two(number: int) -> None:
    _expect(number > 0 and not number & (number - 1))


def _expect_below(numbers: memoryview, limit: int) -> None:
    _expect(not len(numbers) or max(numbers) < limit)
