"""Mending while checking: `--fix` writes what is certain, `--diff` shows it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.gate.running import Run
    from capqa.pipeline import CheckedFile


class Mending:
    """Mends the files that pass by; ``failed`` are the names of those that could not be written."""

    def __init__(self, run: Run, *, writes: bool) -> None:
        """Write the files, or only say what would be written."""
        self.failed: list[str] = []
        self._run = run
        self._writes = writes
        self._mended = 0
        self._files = 0

    def mended(self, files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
        """Pass files on as they are when all that is certain is mended.

        Files that are only looked at come as they would be; their diff is printed.
        """
        from capqa.files import atomic
        from capqa.gate.fixing import difference, fix

        for file in files:
            if file.document is None or not file.findings:
                yield file
                continue
            fixed = fix(file)
            for line in fixed.refused:
                print(f"capqa: note: not mended: {visible(line)}", file=sys.stderr)
            if fixed.data is None or fixed.after is None:
                yield file
                continue
            if not self._writes:
                for line in difference(file.document, fixed.after):
                    print(line)
                self._count(fixed.mended)
                yield fixed.left
                continue
            try:
                atomic.replace(Path(file.name), fixed.data, expected=file.document.data)
            except CapqaError as error:
                self.failed.append(file.name)
                print(f"capqa: {visible(str(error))}", file=sys.stderr)
                yield file
                continue
            self._count(fixed.mended)
            # Checked again: what is left may stand elsewhere now.
            yield from self._run.check([Path(file.name)])

    def print_summary(self) -> None:
        """Say on standard error how much was mended."""
        findings = f"{self._mended} {'finding' if self._mended == 1 else 'findings'}"
        files = f"{self._files} {'file' if self._files == 1 else 'files'}"
        verb = "mended" if self._writes else "would mend"
        print(f"capqa: {verb} {findings} in {files}", file=sys.stderr)

    def _count(self, mended: int) -> None:
        self._mended += mended
        self._files += 1
