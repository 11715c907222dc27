"""What became of files that changed on disk, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.review.session import Reread


def counted(count: int, word: str) -> str:
    """Return a number with its word, "s" after it unless it is one."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def changed_line(files: Sequence[Reread]) -> str:
    """Return what rereading some files, at least one, led to."""
    kept = sum(len(each.kept) for each in files)
    gone = sum(len(each.gone) for each in files)
    conflicts = sum(len(each.conflicts) for each in files)
    name = str(files[0].path) if len(files) == 1 else counted(len(files), "file")
    said = [f"{counted(kept, 'finding')} kept"]
    if gone:
        said.append(f"{gone:,} gone")
    if conflicts:
        said.append(counted(conflicts, "conflict"))
    return f"{name} changed on disk: {', '.join(said)}"
