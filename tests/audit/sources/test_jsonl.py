from __future__ import annotations

import bz2
import gzip
import json
import lzma
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.audit.choices import Choices
from capqa.audit.fields import Fields
from capqa.audit.records import AuditRecord, CorruptRecord
from capqa.audit.sources import jsonl
from capqa.config import Settings
from capqa.errors import UnreadableError
from capqa.model import Role
from tests.audit.archives import (
    captions,
    choices,
    corrupt,
    read,
    records_of,
    shards_of,
    write_lines,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def told(record: AuditRecord | CorruptRecord) -> tuple[object, ...]:
    if isinstance(record, CorruptRecord):
        return record
    segments = [
        (segment.text, segment.line, segment.column) for segment in record.document.segments
    ]
    return (record.name, record.page, record.section, record.month, segments)


def test_a_record_a_line(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [*captions(2), "", *captions(1)])
    records = read(path, choices())
    assert [record.name for record in records] == ["line 1", "line 2", "line 4"]
    first = records[0]
    (segment,) = first.document.segments
    assert (first.page, first.month, first.month_from) == ("img-0", "2015-01", "record")
    assert first.document.text[segment.start :].startswith(segment.text)
    assert (segment.role, segment.line, segment.locator) == (Role.CAPTION, 1, "line 1 /caption")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.just(b""),
            st.binary(max_size=20),
            st.text(max_size=30).map(lambda text: json.dumps({"caption": text}).encode()),
            st.text(max_size=30).map(
                lambda text: json.dumps({"caption": text}, ensure_ascii=False).encode(
                    "utf-8", "surrogatepass"
                )
            ),
        ),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from([b"\n", b"\r\n"]),
    st.integers(1, 120),
    st.booleans(),
)
def test_wherever_a_file_is_cut_nothing_is_lost_or_doubled(
    lines: list[bytes], line_end: bytes, size: int, ends: bool
) -> None:
    data = line_end.join(lines) + line_end * ends
    if not data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.jsonl")
        path.write_bytes(data)
        shards = shards_of(path, choices(shard_size=size))
        assert [shard.start for shard in shards[1:]] == [shard.end for shard in shards[:-1]]
        assert shards[-1].end == len(data)
        whole = [told(each) for each in records_of(path, choices())]
        assert [told(each) for each in records_of(path, choices(shard_size=size))] == whole


def test_a_file_larger_than_a_block_is_cut_by_its_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "_BLOCK", 64)
    path = write_lines(tmp_path / "a.jsonl", captions(50))
    shards = shards_of(path, choices(shard_size=1_000))
    assert len(shards) > 3
    names = [record.name for record in read(path, choices(shard_size=1_000))]
    assert names == [f"line {number}" for number in range(1, 51)]


def test_broken_lines_are_told_and_the_others_read(tmp_path: Path) -> None:
    lines = [
        b'{"caption": "Delegates arrive"}',
        b'{"caption": "cut off',
        b'{"caption": "\xff"}',
        b"[" * 5_000,
        b"12",
        b'{"caption": "NaN is taken", "x": NaN, "section": "World"}',
        b'{"caption": "half a pair \\ud83d", "section": "World"}',
    ]
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join(lines))
    records = records_of(path, choices())
    told_wrong = [each for each in records if isinstance(each, CorruptRecord)]
    assert [each.where for each in told_wrong] == [f"{path}: line {n}" for n in (2, 3, 4)]
    assert "broken JSON" in told_wrong[0].what
    assert told_wrong[1].what == "is not UTF-8 (byte 14 of the line)"
    others = [each for each in records if isinstance(each, AuditRecord)]
    assert [each.name for each in others] == ["line 1", "line 5", "line 6", "line 7"]
    assert [each.section for each in others] == ["", "", "World", "World"]


def test_a_line_without_end_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LARGEST_RECORD", 1_000)
    path = write_lines(tmp_path / "a.jsonl", [{"caption": "x" * 3_000_000}, *captions(1)])
    large, small = records_of(path, choices())
    assert isinstance(large, CorruptRecord)
    assert "is too large (3 MB" in large.what
    assert isinstance(small, AuditRecord)
    assert small.name == "line 2"


def test_a_byte_order_mark_is_no_part_of_the_first_record(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"caption": "Delegates arrive"}\n')
    assert len(read(path, choices())) == 1


@pytest.mark.parametrize("data", [b"", b"\xff\xfe{\0"])
def test_what_holds_no_json_lines_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    with pytest.raises(UnreadableError):
        shards_of(path, choices())


@pytest.mark.parametrize("ending", ["gz", "bz2", "xz", "zst"])
def test_compressed_files_are_one_shard(tmp_path: Path, ending: str) -> None:
    plain = write_lines(tmp_path / "a.jsonl", captions(30)).read_bytes()
    packs: dict[str, Callable[[bytes], bytes]] = {
        "gz": gzip.compress,
        "bz2": bz2.compress,
        "xz": lzma.compress,
        "zst": lambda data: pa.compress(data, codec="zstd", asbytes=True),
    }
    path = tmp_path / f"a.jsonl.{ending}"
    path.write_bytes(packs[ending](plain))
    assert len(shards_of(path, choices(shard_size=100))) == 1
    assert len(read(path, choices())) == 30


def test_a_compressed_file_that_is_cut_off_is_read_up_to_there(tmp_path: Path) -> None:
    data = gzip.compress(write_lines(tmp_path / "a.jsonl", captions(3_000)).read_bytes())
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data[: len(data) // 2])
    (wrong,) = corrupt(path, choices())
    assert "cut off" in wrong.what
    assert len(records_of(path, choices())) > 100


def test_fields_with_text_can_be_named(tmp_path: Path) -> None:
    record = {"media": {"words": "Delegates arrive"}, "lines": ["One day", "Two days"], "x": "y"}
    path = write_lines(tmp_path / "a.jsonl", [record])
    fields = Fields(text=(("media.words", "caption"), ("lines", "headline")))
    (found,) = read(path, Choices(Settings(), fields))
    assert [(each.text, each.role) for each in found.document.segments] == [
        ("Delegates arrive", Role.CAPTION),
        ("One day", Role.HEADLINE),
        ("Two days", Role.HEADLINE),
    ]
