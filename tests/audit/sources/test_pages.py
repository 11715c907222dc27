from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.audit.inputs import found
from capqa.audit.planning import planned
from capqa.audit.records import AuditRecord
from capqa.audit.sources import pages, source_named, source_of
from capqa.formats import html
from tests.audit.archives import choices, read, records_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from capqa.audit.shards import Shard
    from capqa.errors import CapqaError
    from capqa.model import Document

PAGE = '<html lang="en"><head></head><body><p>Troops have taken villages.</p></body></html>'


def plan(folder: Path) -> list[Shard]:
    errors: list[CapqaError] = []
    shards = list(planned(found([str(folder)], choices()), choices(), {}, errors))
    assert errors == []
    return shards


def test_a_page_added_moves_few_others_into_other_shards(tmp_path: Path) -> None:
    for number in range(800):
        (tmp_path / f"page-{number:04}.html").write_text(PAGE, encoding="utf-8")
    before = {shard.key for shard in plan(tmp_path)}
    assert len(before) > 5
    (tmp_path / "page-0000-a.html").write_text(PAGE, encoding="utf-8")
    after = plan(tmp_path)
    assert sum(len(shard.files) for shard in after) == 801
    assert len({shard.key for shard in after} - before) == 1


def test_a_page_knows_its_section_and_month(tmp_path: Path) -> None:
    path = tmp_path / "politics" / "2016" / "10" / "a.html"
    path.parent.mkdir(parents=True)
    path.write_text(PAGE, encoding="utf-8")
    (shard,) = plan(tmp_path)
    (record,) = source_named(shard.source).records(shard, choices())
    assert isinstance(record, AuditRecord)
    assert (record.section, record.month, record.month_from) == ("politics", "2016-10", "address")
    assert record.page == str(path)


def test_each_kind_of_file_has_its_source(tmp_path: Path) -> None:
    names = ("a.jsonl", "a.NDJSON.gz", "a.parquet", "a.warc.gz", "a.html", "a.gz")
    sources = [source_of(tmp_path / name) for name in names]
    assert sources == ["jsonl", "jsonl", "parquet", "warc", "pages", "pages"]


def test_a_large_table_is_one_record_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("capqa.reading.LARGE", 1_000_000)
    path = tmp_path / "a.csv"
    row = "Delegates arrive in Glasgow for the summit,x\n"
    path.write_text("caption,id\n" + row * 30_000, encoding="utf-8")
    records = read(path, choices())
    assert len(records) > 1
    assert [record.continues for record in records].count(False) == 1
    assert sum(len(record.document.segments) for record in records) == 30_000


def test_a_page_that_a_format_stumbles_over_does_not_lose_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.html", "b.html", "c.html"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    read_page = html.read

    def stumbling(data: bytes, name: str) -> Document:
        if name.endswith("b.html"):
            raise RecursionError("too deep")
        return read_page(data, name)

    monkeypatch.setattr(html, "read", stumbling)
    source = source_named("pages")
    first, second, third = (
        each for shard in plan(tmp_path) for each in source.records(shard, choices())
    )
    assert isinstance(first, AuditRecord)
    assert isinstance(third, AuditRecord)
    assert second == (
        str(tmp_path / "b.html"),
        "cannot be read: a defect in capqa: RecursionError: too deep",
        1,
    )


def test_a_page_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LARGEST_PAGE", 100)
    path = tmp_path / "a.html"
    path.write_text(PAGE * 3, encoding="utf-8")
    (wrong,) = records_of(path, choices())
    assert wrong == (str(path), "is too large for a page (0 MB; at most 0)", 1)
