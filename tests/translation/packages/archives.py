"""Archives for tests: small packages, whole or with anything wrong that can be."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from tests.translation.argos.conftest import ARCHIVE, FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["ARCHIVE", "FOLDER", "METADATA", "files", "tree", "write"]

METADATA = {"from_code": "fr", "to_code": "en", "package_version": "1.0"}


def files(folder: str = "translate-fr_en", **metadata: object) -> dict[str, bytes]:
    """The files of a package that is complete as far as one can tell without loading it."""
    return {
        f"{folder}/metadata.json": json.dumps(METADATA | metadata).encode(),
        f"{folder}/sentencepiece.model": b"pieces",
        f"{folder}/model/model.bin": b"weights",
    }


def write(
    path: Path,
    content: Mapping[str, bytes],
    *,
    modes: Mapping[str, int] | None = None,
    method: int = zipfile.ZIP_DEFLATED,
) -> Path:
    """Write an archive; ``modes`` are the Unix modes of files that are no plain ones."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            entry = zipfile.ZipInfo(name, (2024, 2, 29, 0, 0, 0))
            # ZipInfo mends names; a hostile archive would not.
            entry.filename = name
            entry.compress_type = method
            entry.external_attr = (modes or {}).get(name, 0o100644) << 16
            archive.writestr(entry, data)
    return path


def tree(folder: Path) -> list[str]:
    """Everything in a folder, hidden things too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))
