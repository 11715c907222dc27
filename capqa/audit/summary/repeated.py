"""Which captions repeat most: one mend for many pages.

In bounded memory whatever the number of findings: keys of eight bytes are counted part by part.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from capqa.audit.extras import required
from capqa.audit.summary.content import Repeated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_RANKED: Final = 1_000
"""How many are kept, at most."""

_CANDIDATES: Final = 5_000
_AT_ONCE: Final = 1_000_000
_COMPACTED: Final = 500_000
_MOST_SECTIONS: Final = 5
_SHOWN: Final = (
    "rule", "language", "text", "start", "end", "segment", "segment_offset", "suggestion", "input",
    "record", "page",
)  # fmt: skip


def most_repeated(paths: Sequence[Path], findings: int) -> list[Repeated]:
    """Return what stands on two pages or more, on most of them first.

    ``paths`` are files of findings, in order, with so many findings in all. Candidates are those
    with most pages shard by shard; of these the distinct pages are counted. Raises OSError.
    """
    keys = _candidates(paths, findings)
    if not keys:
        return []
    pages = _distinct_pages(paths, keys, findings)
    ranked = sorted(keys, key=lambda key: (-pages[key], key))
    kept = [key for key in ranked if pages[key] > 1][:MOST_RANKED]
    return _described(paths, kept, pages)


def _parts(findings: int) -> int:
    """Return into how many parts findings are split, a power of two."""
    return 1 << max(0, -(-findings // _AT_ONCE) - 1).bit_length()


def _candidates(paths: Sequence[Path], findings: int) -> list[int]:
    arrow = required("pyarrow", "audit")
    parts = _parts(findings)
    best: Any = None
    for part in range(parts):
        waiting: list[Any] = []
        rows = 0
        for path in paths:
            counted = _pages_a_key(_in_part(_read(path, ["repeat_key", "page_key"]), part, parts))
            waiting.append(counted)
            rows += counted.num_rows
            if rows > _COMPACTED:
                waiting = [_summed(arrow.concat_tables(waiting))]
                rows = waiting[0].num_rows
        if waiting:
            ranked = _best(_summed(arrow.concat_tables(waiting)))
            best = ranked if best is None else _best(arrow.concat_tables([best, ranked]))
    return best.column("repeat_key").to_pylist() if best is not None else []


def _best(table: Any) -> Any:
    """Return the keys with most pages, two or more each, in order."""
    compute = required("pyarrow.compute", "audit")
    several = table.filter(compute.greater(table.column("pages"), 1))
    return several.sort_by([("pages", "descending"), ("repeat_key", "ascending")])[:_CANDIDATES]


def _pages_a_key(table: Any) -> Any:
    distinct = table.group_by(["repeat_key", "page_key"]).aggregate([])
    counted = distinct.group_by("repeat_key").aggregate([([], "count_all")])
    return counted.rename_columns(["repeat_key", "pages"])


def _summed(table: Any) -> Any:
    summed = table.group_by("repeat_key").aggregate([("pages", "sum")])
    return summed.rename_columns(["repeat_key", "pages"])


def _in_part(table: Any, part: int, parts: int, column: str = "repeat_key") -> Any:
    if parts == 1:
        return table
    compute = required("pyarrow.compute", "audit")
    return table.filter(compute.equal(compute.bit_wise_and(table.column(column), parts - 1), part))


def _distinct_pages(paths: Sequence[Path], keys: list[int], findings: int) -> Counter[int]:
    """Return on how many pages each key stands; a page is in one part alone."""
    arrow = required("pyarrow", "audit")
    parts = _parts(findings)
    wanted = arrow.array(keys, type=arrow.int64())
    pages: Counter[int] = Counter()
    for part in range(parts):
        pairs = [
            _in_part(
                _wanted(_read(path, ["repeat_key", "page_key"]), wanted), part, parts, "page_key"
            )
            for path in paths
        ]
        counted = _pages_a_key(arrow.concat_tables(pairs))
        for key, count in zip(*(column.to_pylist() for column in counted.columns), strict=True):
            pages[key] += count
    return pages


def _wanted(table: Any, keys: Any) -> Any:
    compute = required("pyarrow.compute", "audit")
    return table.filter(compute.is_in(table.column("repeat_key"), value_set=keys))


@dataclass
class _Described:
    first: dict[str, Any]
    findings: int = 0
    months: tuple[str, str] = ("", "")
    sections: Counter[str] = field(default_factory=Counter)


def _described(paths: Sequence[Path], keys: list[int], pages: Counter[int]) -> list[Repeated]:
    arrow = required("pyarrow", "audit")
    wanted = arrow.array(keys, type=arrow.int64())
    found: dict[int, _Described] = {}
    for path in paths:
        table = _wanted(_read(path, ["repeat_key", "section", "month"]), wanted)
        if not table.num_rows:
            continue
        new = {key for key in table.column("repeat_key").unique().to_pylist() if key not in found}
        if new:
            found |= _firsts(path, new)
        grouped = table.group_by(["repeat_key", "section"]).aggregate(
            [("month", "min"), ("month", "max"), ([], "count_all")]
        )
        for row in grouped.to_pylist():
            _note(found[row["repeat_key"]], row)
    return [_repeated(found[key], pages[key]) for key in keys]


def _firsts(path: Path, keys: set[int]) -> dict[int, _Described]:
    """Return the first finding of each key in a file."""
    arrow = required("pyarrow", "audit")
    parquet = required("pyarrow.parquet", "audit")
    wanted = arrow.array(sorted(keys), type=arrow.int64())
    found: dict[int, _Described] = {}
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(columns=["repeat_key", *_SHOWN], use_threads=False):
            table = _wanted(arrow.table(batch.columns, schema=batch.schema), wanted)
            for index, key in enumerate(table.column("repeat_key").to_pylist()):
                if key not in found:
                    (row,) = table.slice(index, 1).to_pylist()
                    found[key] = _Described(row)
            if len(found) == len(keys):
                break
    return found


def _note(described: _Described, row: dict[str, Any]) -> None:
    described.findings += row["count_all"]
    described.sections[row["section"]] += row["count_all"]
    first, last = row["month_min"], row["month_max"]
    if first:
        months = [month for month in (*described.months, first, last) if month]
        described.months = (min(months), max(months))


def _repeated(described: _Described, pages: int) -> Repeated:
    shown = {name: described.first[name] for name in _SHOWN}
    sections = sorted(described.sections.items(), key=lambda each: (-each[1], each[0]))
    return Repeated(
        **shown,
        findings=described.findings,
        pages=pages,
        months=described.months,
        sections=dict(sections[:_MOST_SECTIONS]),
    )


def _read(path: Path, columns: list[str]) -> Any:
    parquet = required("pyarrow.parquet", "audit")
    return parquet.read_table(path, columns=columns, use_threads=False, partitioning=None)
