from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from capqa.audit.auditing import Auditor
from capqa.audit.findings_table import COLUMNS, LONGEST_TEXT, FindingsWriter
from tests.audit.archives import choices, read, write_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

SCALE = Path(__file__).parents[2] / "docs" / "scale.md"


def rows_of(folder: Path, records: Sequence[object]) -> list[dict[str, Any]]:
    auditor = Auditor(choices())
    writer = FindingsWriter(folder / "out.parquet")
    for record in read(write_lines(folder / "a.jsonl", records), choices()):
        writer.write(record, auditor.audited(record), "en")
    writer.close()
    rows: list[dict[str, Any]] = pq.read_table(folder / "out.parquet").to_pylist()
    assert writer.count == len(rows)
    return rows


def test_a_finding_is_a_row_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    record = {
        "url": "https://example.org/1",
        "caption": "Ukraine | Wiederaufbau in Charkiw",
        "section": "World",
        "date": "2016-10-17",
    }
    (row,) = rows_of(tmp_path, ["", record])
    assert list(row) == list(COLUMNS)
    expected = {
        "input": str(tmp_path / "a.jsonl"),
        "record": "line 2",
        "page": "https://example.org/1",
        "section": "World",
        "month": "2016-10",
        "month_from": "record",
        "rule": "untranslated",
        "language": "de",
        "target_language": "en",
        "role": "caption",
        "text": "Wiederaufbau in Charkiw",
        "segment": "Ukraine | Wiederaufbau in Charkiw",
        "segment_offset": 0,
        "line": 2,
        "locator": "line 2 /caption",
        "suggestion": "Reconstruction in Kharkiv",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["segment"][row["start"] : row["end"]] == row["text"]
    line = (tmp_path / "a.jsonl").read_text().split("\n")[row["line"] - 1]
    assert line[row["column"] - 1 :].startswith(row["text"])


def test_the_same_words_in_the_same_text_have_the_same_key(tmp_path: Path) -> None:
    same, other = {"caption": "Die Stadt nach dem Angriff"}, {"caption": "Der Hafen im Winter"}
    first, second, third = rows_of(tmp_path, [{**same, "id": 1}, {**same, "id": 2}, other])
    assert first["repeat_key"] == second["repeat_key"] != third["repeat_key"]
    assert first["page_key"] != second["page_key"]


def test_a_text_without_end_is_kept_in_part(tmp_path: Path) -> None:
    english = "The minister speaks to reporters after the meeting. " * 100
    german = "Die Stadt nach dem Angriff der Regierungstruppen auf das Dorf am Fluss. "
    (row,) = rows_of(tmp_path, [{"caption": english + german + english}])
    assert len(row["segment"]) == LONGEST_TEXT
    at = row["start"] - row["segment_offset"]
    assert row["segment"][at : at + len(row["text"])] == row["text"]
    assert row["text"].startswith("Die Stadt nach")


def test_half_of_a_surrogate_pair_is_written_as_what_it_is_not(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path, ['{"caption": "Die Stadt \\ud83d nach dem Angriff im Winter"}'])
    assert row["segment"] == "Die Stadt \ufffd nach dem Angriff im Winter"


def test_words_that_no_glossary_knows_are_listed(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path, [{"caption": "Menschen in der Kiesgrube"}])
    assert row["unknown_words"] == ["Kiesgrube"]


def test_every_column_is_documented() -> None:
    documented = re.findall(r"^\| `(\w+)` \| ([\w<>]+) \|", SCALE.read_text("utf-8"), re.MULTILINE)
    assert dict(documented) == COLUMNS
