"""What the commands share that check inputs and print a report, with progress and errors beside."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.commands._check.not_checked import NotChecked
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from capqa.commands._check.mending import Mending
    from capqa.commands._progress import CheckProgress
    from capqa.config import Settings
    from capqa.files.inputs import Input
    from capqa.pipeline import CheckedFile
    from capqa.review.pairs import DecisionPairs

_MAGIC = frozenset("*?[")


class CheckedInputs:
    """The inputs of a command line as they are checked, once: their errors and notes go to standard
    error, and so does the progress where that is a terminal.

    ``failed`` are the names of those that could not be checked, ``findings`` the number of findings
    in those counted so far. ``mending`` is what mends them if the command line says so.
    """

    def __init__(
        self,
        options: argparse.Namespace,
        settings: Settings,
        engines: tuple[str, ...] | None,
        pairs: DecisionPairs | None,
        *,
        in_parallel: bool = False,
    ) -> None:
        """Prepare the check; ``in_parallel`` where the command line has jobs and a cache.

        Raises ConfigurationError.
        """
        self.failed: list[str] = []
        self.findings = 0
        self._not_checked = NotChecked()
        self._quiet: bool = options.quiet
        self._progress = _progress(options)
        self._options = options
        self._settings = settings
        self._engines = engines
        self._pairs = pairs
        inputs: Iterable[Input] = _options.inputs_of(options, settings)
        if in_parallel and options.changed_since is not None:
            from capqa.commands._check.gate import changed

            inputs = changed(inputs, options.changed_since)
        self._inputs = self._progress.counted(inputs) if self._progress else inputs
        self._in_parallel = in_parallel and _may_be_many(options.paths)
        self.mending = self._mending() if in_parallel and (options.fix or options.diff) else None

    def __iter__(self) -> Iterator[CheckedFile]:
        """Check and pass on one after the other."""
        files = self._checked_together() if self._in_parallel else self._checked(self._inputs)
        if self._progress:
            files = self._progress.apart(files)
        for file in _options.errors_printed(files, self.failed, notes=not self._quiet):
            self._not_checked.add(file)
            yield file

    def counted(self, files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
        """Pass files on, counting their findings."""
        for file in files:
            self.findings += len(file.findings)
            yield file

    def with_documents(self, files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
        """Pass files on with the documents of those that have findings, read where not known."""
        from capqa import pipeline
        from capqa.commands._check.documents import with_documents

        return with_documents(
            files,
            lambda path: pipeline.read(path, self._settings),
            lambda path: self._checked([path]),
        )

    def print(self, report: Iterable[str]) -> None:
        """Print a report of these files piece by piece."""
        for piece in report:
            sys.stdout.write(piece)
            if self._progress is not None:
                self._progress.wrote(piece)

    def print_not_checked(self) -> None:
        """Say on standard error how much declares another language, unless notes are not wanted."""
        if not self._quiet and (line := self._not_checked.line()):
            print(f"capqa: note: {visible(line)}", file=sys.stderr)

    def print_beside(self, text: str, *, is_report: bool) -> None:
        """Print what is said after a report: below it, or aside where programs read the report."""
        (sys.stdout if is_report else sys.stderr).write(text)

    def _checked(self, inputs: Iterable[Input]) -> Iterator[CheckedFile]:
        from capqa import pipeline

        return pipeline.check_files(
            inputs,
            self._settings,
            engines=self._engines,
            read_pairs=self._pairs,
            progress=self._progress,
        )

    def _checked_together(self) -> Iterator[CheckedFile]:
        from capqa.gate.cache import CheckCache
        from capqa.gate.running import Run, check_all, default_jobs

        run = Run(self._settings, self._engines, self._pairs, self._progress)
        states = self._pairs.states() if self._pairs else ()
        cache = None
        if not self._options.no_cache:
            cache = CheckCache(self._settings, (self._engines, states))
        try:
            yield from check_all(
                run, self._inputs, jobs=self._options.jobs or default_jobs(), cache=cache
            )
        finally:
            if cache is not None:
                cache.close()

    def _mending(self) -> Mending:
        from capqa.commands._check.mending import Mending
        from capqa.gate.running import Run

        run = Run(self._settings, self._engines, self._pairs)
        return Mending(run, writes=self._options.fix)


def _may_be_many(paths: list[str]) -> bool:
    """Return whether paths may mean more than one file: what many take does not pay for one."""
    return len(paths) > 1 or any(
        os.path.isdir(path) or (_MAGIC & set(path) and not os.path.exists(path)) for path in paths
    )


def _progress(options: argparse.Namespace) -> CheckProgress | None:
    if options.quiet or options.no_progress or not sys.stderr.isatty():
        return None
    from capqa.commands._progress import CheckProgress

    return CheckProgress(sys.stderr, sys.stdout)
