from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.audit.records import AuditRecord
from capqa.errors import UnreadableError
from tests.audit.archives import choices, corrupt, gzipped, read, records_of, shards_of, warc

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    '<!doctype html><html lang="en"><head><title>Page {n}</title>{head}</head><body>'
    "<p>Government troops have taken several villages, the army said on day {n}.</p></body></html>"
)
DATED = '<meta property="article:published_time" content="2016-10-17">'


def pages(count: int) -> list[tuple[str, str]]:
    return [(f"https://example.org/world/{n}", PAGE.format(n=n, head="")) for n in range(count)]


@pytest.mark.parametrize("ending", ["warc", "warc.gz"])
@pytest.mark.parametrize("size", [1, 900, 2_500, 10**9])
def test_wherever_an_archive_is_cut_nothing_is_lost_or_doubled(
    tmp_path: Path, ending: str, size: int
) -> None:
    records = warc(pages(20))
    path = tmp_path / f"a.{ending}"
    path.write_bytes(gzipped(records) if ending.endswith("gz") else b"".join(records))
    found = read(path, choices(shard_size=size))
    assert [each.name for each in found] == [f"https://example.org/world/{n}" for n in range(20)]
    assert [each.document.text for each in found] == [PAGE.format(n=n, head="") for n in range(20)]
    if size == 900:
        assert len(shards_of(path, choices(shard_size=size))) > 2


def test_a_page_is_from_the_month_it_says_or_was_captured_in(tmp_path: Path) -> None:
    archive = warc(
        [
            ("https://example.org/a/1", PAGE.format(n=1, head=DATED)),
            ("https://example.org/sport/2019/05/2", PAGE.format(n=2, head="")),
            ("https://example.org/a/3", PAGE.format(n=3, head="")),
        ]
    )
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(archive))
    found = [(each.month, each.month_from, each.section) for each in read(path, choices())]
    assert found == [
        ("2016-10", "page", ""),
        ("2019-05", "address", "sport"),
        ("2020-03", "capture", ""),
    ]


@pytest.mark.parametrize("size", [1, 10**9])
def test_a_broken_record_is_told_with_its_place_and_the_others_read(
    tmp_path: Path, size: int
) -> None:
    records = warc(pages(6))
    records[2] = records[2].replace(b"\r\nContent-Length: ", b"\r\nContent-Lengt: ")
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(records))
    (wrong,) = corrupt(path, choices(shard_size=size))
    place = len(records[0]) + len(records[1])
    assert f"the record at byte {place:,}" in wrong.what
    names = [
        each.name
        for each in records_of(path, choices(shard_size=size))
        if isinstance(each, AuditRecord)
    ]
    assert names == [f"https://example.org/world/{n}" for n in (0, 1, 3, 4, 5)]


def test_an_empty_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.touch()
    with pytest.raises(UnreadableError, match="is empty"):
        shards_of(path, choices())
