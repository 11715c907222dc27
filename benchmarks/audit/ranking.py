"""Measure how long captions take to be ranked, and in how much memory, for many findings.

Run from the repository's root as ``python -m benchmarks.audit.ranking [FINDINGS]``. The findings
are made up: a third of them stands on many pages, the others on one.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from capqa.audit.summary.repeated import most_repeated

if TYPE_CHECKING:
    from collections.abc import Sequence

FINDINGS: Final = 5_000_000
_A_FILE: Final = 50_000
_POOL: Final = 200_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what it took."""
    given = sys.argv[1:] if arguments is None else arguments
    findings = int(given[0]) if given else FINDINGS
    chosen = np.random.default_rng(1)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number in range(-(-findings // _A_FILE)):
            paths.append(Path(folder, f"{number}.parquet"))
            pq.write_table(_table(chosen, min(_A_FILE, findings)), paths[-1], compression="zstd")
        start = time.perf_counter()
        ranked = most_repeated(paths, findings)
        seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{findings:,} findings: {seconds:.1f} s, {memory:,.0f} MiB at most; "
        f"the first stands on {ranked[0].pages:,} pages"
    )


def _table(chosen: np.random.Generator, rows: int) -> pa.Table:
    repeated = (_POOL * chosen.random(rows) ** 4).astype(np.int64)
    unique = chosen.integers(-(1 << 62), 1 << 62, rows)
    keys = np.where(chosen.random(rows) < 1 / 3, repeated, unique)
    texts = pa.array([f"caption {key}" for key in keys])
    zeros = pa.array(np.zeros(rows, dtype=np.int32))
    plain = {
        name: pa.array(["untranslated"] * rows)
        for name in ("rule", "language", "suggestion", "input", "record", "page", "section")
    }
    return pa.table(
        {
            **plain,
            "repeat_key": pa.array(keys),
            "page_key": pa.array(chosen.integers(-(1 << 62), 1 << 62, rows)),
            "text": texts,
            "segment": texts,
            "start": zeros,
            "end": zeros,
            "segment_offset": zeros,
            "month": pa.array(["2016-10"] * rows),
        }
    )


if __name__ == "__main__":
    main()
