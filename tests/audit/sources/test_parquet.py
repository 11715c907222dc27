from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from capqa.audit.choices import Choices
from capqa.audit.fields import Fields
from capqa.config import Settings
from capqa.errors import CapqaError, UnreadableError
from capqa.model import Role
from tests.audit.archives import captions, choices, corrupt, read, records_of, shards_of

if TYPE_CHECKING:
    from pathlib import Path


def written(path: Path, rows: list[dict[str, Any]], **options: Any) -> Path:
    pq.write_table(pa.Table.from_pylist(rows), path, **options)
    return path


def test_a_record_a_row(tmp_path: Path) -> None:
    rows = [
        {**each, "date": datetime(2016, 10, 17, tzinfo=UTC), "lang": "de-AT", "width": 3}
        for each in captions(3)
    ]
    path = written(tmp_path / "a.parquet", rows)
    first, second, _ = read(path, choices())
    (segment,) = first.document.segments
    assert (first.name, first.page, first.section) == ("row 1", "img-0", rows[0]["section"])
    assert (first.month, first.month_from, first.has_lines) == ("2016-10", "record", False)
    assert segment.text == rows[0]["caption"]
    assert (segment.role, segment.language) == (Role.CAPTION, "de")
    assert segment.locator == "row 1, column caption"
    assert second.name == "row 2"


@pytest.mark.parametrize("size", [1, 700, 3_000, 100_000])
@pytest.mark.parametrize("group", [7, 64, 1_000])
def test_wherever_a_table_is_cut_nothing_is_lost_or_doubled(
    tmp_path: Path, size: int, group: int
) -> None:
    rows = captions(150)
    path = written(tmp_path / "a.parquet", rows, row_group_size=group)
    records = read(path, choices(shard_size=size))
    assert [record.name for record in records] == [f"row {number}" for number in range(1, 151)]
    assert [record.document.text for record in records] == [row["caption"] for row in rows]
    if size < 3_000:
        assert len(shards_of(path, choices(shard_size=size))) > 1


def test_texts_in_lists_and_objects(tmp_path: Path) -> None:
    row = {
        "article": {"headline": "Delegates arrive", "meta": {"section": "World"}},
        "images": [{"caption": "One day", "w": 3}, {"caption": None, "w": 4}, {"caption": "Two"}],
        "body": "<p>A first paragraph.</p><p lang='de'>Ein zweiter Absatz.</p>",
        "text": "First line\n\n  second line",
    }
    path = written(tmp_path / "a.parquet", [row])
    (found,) = read(path, choices())
    told = [(each.locator, each.text, each.role) for each in found.document.segments]
    assert ("row 1, column article.headline", "Delegates arrive", Role.HEADLINE) in told
    assert ("row 1, column images[0].caption", "One day", Role.CAPTION) in told
    assert ("row 1, column images[2].caption", "Two", Role.CAPTION) in told
    languages = {each.text: each.language for each in found.document.segments}
    assert languages["Ein zweiter Absatz."] == "de"
    assert languages["A first paragraph."] is None
    assert {"First line", "second line"} <= languages.keys()
    for segment in found.document.segments:
        if "<" not in found.document.text[segment.start : segment.start + 1]:
            assert found.document.text[segment.start :].startswith(segment.text.split("\n")[0])


def test_a_column_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", [{"words": "Delegates arrive", "when": "2016-10"}])
    with pytest.raises(UnreadableError, match="name one with --text; it has words, when"):
        shards_of(path, choices())
    fields = Fields(text=(("words", "headline"),), date="when")
    (found,) = read(path, Choices(Settings(), fields))
    assert found.month == "2016-10"
    assert [each.role for each in found.document.segments] == [Role.HEADLINE]


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    rows = [{"caption": b"Delegates arrive"}, {"caption": b"\xff\xfe"}, {"caption": b"Two"}]
    path = written(tmp_path / "a.parquet", rows)
    (wrong,) = corrupt(path, choices())
    assert (wrong.where, wrong.what) == (f"{path}: row 2", "is not UTF-8")
    assert len(records_of(path, choices())) == 3


def test_a_damaged_group_loses_its_rows_alone_and_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", captions(2_000), row_group_size=500, compression="zstd")
    shards = shards_of(path, choices())
    data = bytearray(path.read_bytes())
    middle = pq.ParquetFile(path).metadata.row_group(2).column(1).data_page_offset
    data[middle : middle + 40] = b"\xff" * 40
    path.write_bytes(data)
    from capqa.audit.sources import parquet

    records = list(parquet.records(shards[0], choices()))
    (wrong,) = [each for each in records if not hasattr(each, "document")]
    assert wrong.where == f"{path}: rows 1,001 to 1,500"
    assert wrong == (wrong.where, wrong.what, 500)
    assert len(records) == 1_501


@pytest.mark.parametrize("data", [b"", b"PAR1", b"no parquet at all" * 100])
def test_what_is_no_parquet_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match="is no Parquet file"):
        shards_of(path, choices())


def test_without_the_library_it_is_said_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    path = written(tmp_path / "a.parquet", captions(1))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CapqaError, match=r"type: pip install 'capqa\[audit\]'"):
        shards_of(path, choices())
