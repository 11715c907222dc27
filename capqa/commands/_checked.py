"""What the commands share that check inputs and print a report, with progress and errors beside."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from capqa.commands import _options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from capqa.commands._progress import CheckProgress
    from capqa.config import Settings
    from capqa.pipeline import CheckedFile
    from capqa.review.pairs import DecisionPairs


class CheckedInputs:
    """The inputs of a command line as they are checked, once: their errors and notes go to standard
    error, and so does the progress where that is a terminal.

    ``failed`` are the names of those that could not be checked, ``findings`` the number of findings
    in those passed on so far.
    """

    def __init__(
        self,
        options: argparse.Namespace,
        settings: Settings,
        engines: tuple[str, ...] | None,
        pairs: DecisionPairs | None,
    ) -> None:
        """Prepare the check. Raises ConfigurationError."""
        from capqa import pipeline

        self.failed: list[str] = []
        self.findings = 0
        self._quiet: bool = options.quiet
        self._progress = _progress(options)
        inputs = _options.inputs_of(options, settings)
        self._files = pipeline.check_files(
            self._progress.counted(inputs) if self._progress else inputs,
            settings,
            engines=engines,
            read_pairs=pairs,
            progress=self._progress,
        )

    def __iter__(self) -> Iterator[CheckedFile]:
        """Check and pass on one after the other."""
        files = self._progress.apart(self._files) if self._progress else self._files
        for file in _options.errors_printed(files, self.failed, notes=not self._quiet):
            self.findings += len(file.findings)
            yield file

    def print(self, report: Iterable[str]) -> None:
        """Print a report of these files piece by piece."""
        for piece in report:
            sys.stdout.write(piece)
            if self._progress is not None:
                self._progress.wrote(piece)


def _progress(options: argparse.Namespace) -> CheckProgress | None:
    if options.quiet or options.no_progress or not sys.stderr.isatty():
        return None
    from capqa.commands._progress import CheckProgress

    return CheckProgress(sys.stderr, sys.stdout)
