from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.audit.findings_table import _schema
from capqa.audit.summary import repeated
from capqa.audit.summary.repeated import most_repeated
from tests.audit.archives import audited, choices, write_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

FINDING = st.tuples(
    st.integers(-3, 3), st.integers(-9, 9), st.sampled_from(["", "a", "b"]),
    st.sampled_from([None, "2015-01", "2016-02"]),
)  # fmt: skip


def row(key: int, page: int, section: str, month: str | None) -> dict[str, Any]:
    return {
        "repeat_key": key,
        "page_key": page,
        "section": section,
        "month": month,
        "rule": "untranslated",
        "language": "de",
        "text": f"text {key}",
        "segment": f"text {key}",
        "start": 0,
        "end": 6,
        "segment_offset": 0,
        "input": "a",
        "record": f"page {page}",
        "page": str(page),
    }


def written(folder: Path, files: Sequence[Sequence[tuple[Any, ...]]]) -> list[Path]:
    paths = []
    for number, rows in enumerate(files):
        paths.append(folder / f"{number}.parquet")
        table = pa.Table.from_pylist([row(*each) for each in rows], schema=_schema())
        pq.write_table(table, paths[-1])
    return paths


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(FINDING, max_size=25), max_size=4), st.sampled_from([1, 7, 10_000]))
def test_in_parts_as_at_once(files: list[list[tuple[Any, ...]]], at_once: int) -> None:
    pages: dict[int, set[int]] = defaultdict(set)
    months: dict[int, set[str]] = defaultdict(set)
    counts: dict[int, int] = defaultdict(int)
    for key, page, _, month in (each for rows in files for each in rows):
        pages[key].add(page)
        counts[key] += 1
        months[key] |= {month} if month else set()
    expected = sorted(
        ((len(found), key) for key, found in pages.items() if len(found) > 1),
        key=lambda each: (-each[0], each[1]),
    )
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeated, "_AT_ONCE", at_once)
        patch.setattr(repeated, "_COMPACTED", at_once)
        found = most_repeated(written(Path(folder), files), sum(map(len, files)))
    assert [(each.pages, each.text) for each in found] == [
        (n, f"text {key}") for n, key in expected
    ]
    for each, (_, key) in zip(found, expected, strict=True):
        assert each.findings == counts[key]
        own = sorted(months[key])
        assert each.months == ((own[0], own[-1]) if own else ("", ""))
        assert sum(each.sections.values()) == counts[key]


def test_the_caption_on_most_pages_comes_first(tmp_path: Path) -> None:
    records = [
        {"id": number, "caption": text, "section": section, "date": date}
        for number, (text, section, date) in enumerate(
            [
                ("Die Stadt nach dem Angriff", "World", "2016-10-17"),
                ("Menschen in der Kiesgrube", "World", "2016-11-17"),
                ("Menschen in der Kiesgrube", "Europe", "2015-01-01"),
                ("Menschen in der Kiesgrube", "World", ""),
                ("Ein Arbeiter repariert das Dach", "World", ""),
                ("Ein Arbeiter repariert das Dach", "World", ""),
            ]
        )
    ]
    path = write_lines(tmp_path / "a.jsonl", records)
    summary = audited([path], tmp_path / "out", choices())
    first, second = summary.repeated
    assert (first.text, first.pages, first.findings) == ("Menschen in der Kiesgrube", 3, 3)
    assert first.months == ("2015-01", "2016-11")
    assert first.sections == {"World": 2, "Europe": 1}
    assert (first.record, first.page) == ("line 2", "1")
    assert second.pages == 2
    assert summary.unknown_words[0].word == "Kiesgrube"
    assert (summary.unknown_words[0].count, summary.unknown_words[0].language) == (3, "de")
