"""Which words no glossary knows, by how often they stand in findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from capqa.audit.extras import required
from capqa.audit.summary.content import UnknownWord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MOST_RANKED: Final = 1_000
"""How many are kept, at most."""

_MOST_COUNTED: Final = 500_000


def unknown_words(paths: Iterable[Path]) -> list[UnknownWord]:
    """Return the unknown words in files of findings that are met twice or more, most often first.

    Where there are very many different ones, those met seldom may be counted too low. Raises
    OSError.
    """
    compute = required("pyarrow.compute", "audit")
    arrow = required("pyarrow", "audit")
    parquet = required("pyarrow.parquet", "audit")
    counts: Counter[tuple[str, str]] = Counter()
    for path in paths:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(
                columns=["language", "unknown_words"], use_threads=False
            ):
                words = batch.column("unknown_words")
                languages = batch.column("language").take(compute.list_parent_indices(words))
                table = arrow.table({"language": languages, "word": compute.list_flatten(words)})
                grouped = table.group_by(["language", "word"]).aggregate([([], "count_all")])
                for row in grouped.to_pylist():
                    counts[row["language"], row["word"]] += row["count_all"]
        if len(counts) > _MOST_COUNTED:
            counts = Counter(dict(counts.most_common(_MOST_COUNTED // 2)))
    repeated = [(count, key) for key, count in counts.items() if count > 1]
    ranked = sorted(repeated, key=lambda each: (-each[0], each[1]))[:MOST_RANKED]
    return [UnknownWord(word, language, count) for count, (language, word) in ranked]
