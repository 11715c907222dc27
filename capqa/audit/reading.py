"""The findings of an audit, read back for what works on from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from capqa.audit.extras import required
from capqa.audit.manifest import read_manifest
from capqa.audit.planning import read_plan
from capqa.errors import CapqaError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.audit.folder import AuditFolder
    from capqa.audit.manifest import Manifest


def opened(folder: AuditFolder) -> Manifest:
    """Return the manifest of an audit's folder. Raises CapqaError where there is no audit."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise CapqaError("holds no audit", where=str(folder.path), mend="run capqa audit first")
    return manifest


def findings(folder: AuditFolder, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the findings of an audit in order, with some of their columns.

    Those of shards that are not done are missing. Raises CapqaError for what cannot be read.
    """
    parquet = required("pyarrow.parquet", "audit")
    for _, key in read_plan(folder.plan):
        if not folder.is_done(key):
            continue
        path = folder.findings_of(key)
        try:
            with parquet.ParquetFile(path) as file:
                for batch in file.iter_batches(columns=list(columns), use_threads=False):
                    yield from batch.to_pylist()
        except (OSError, ValueError) as error:  # the library's own errors are ValueErrors
            raise CapqaError(
                f"cannot be read: {error}", where=str(path), mend="run capqa audit again"
            ) from error
