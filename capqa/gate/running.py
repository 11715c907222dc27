"""Checking many files: several at once, and none again that an earlier run has checked."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa import pipeline
from capqa.errors import CapqaError
from capqa.files.inputs import StandardInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from typing import TypeAlias

    from capqa.config import Settings
    from capqa.files.inputs import Input
    from capqa.gate.cache import CheckCache
    from capqa.pipeline import CheckedFile
    from capqa.reading import Progress
    from capqa.translation.memory.pairs import PairReader

    _Future: TypeAlias = Future[list[list[CheckedFile]]]

_FILES_A_JOB: Final = 16
_WAITING: Final = 8
"""The jobs waiting at most, so that a million files need no more memory than a thousand."""


@dataclass(frozen=True)
class Run:
    """How files are checked; the rest is that of `pipeline.check_files`."""

    settings: Settings
    engines: tuple[str, ...] | None = pipeline.EMBEDDED_ENGINES
    read_pairs: PairReader | None = None
    progress: Progress | None = None

    def check(self, inputs: Iterable[Input]) -> Iterator[CheckedFile]:
        """Check one input after the other."""
        return pipeline.check_files(
            inputs,
            self.settings,
            engines=self.engines,
            read_pairs=self.read_pairs,
            progress=self.progress,
        )


class _Input(NamedTuple):
    """A file to check, and the key of its result in the cache, None where that is not kept."""

    path: Input
    key: bytes | None


class _Checked(NamedTuple):
    """What became of some files, one list each."""

    files: list[list[CheckedFile]]

    def result(self) -> list[list[CheckedFile]]:
        return self.files


def check_all(
    run: Run,
    paths: Iterable[Input],
    *,
    jobs: int = 1,
    cache: CheckCache | None = None,
) -> Iterator[CheckedFile]:
    """Check files, in the order given whoever is done first, in so many processes.

    With several processes, and from the cache, results come without their documents. Raises what
    `pipeline.check_files` raises.
    """
    with ExitStack() as stack:
        workers = _Workers(run, jobs, stack)
        waiting: deque[tuple[_Checked | _Future, list[_Input]]] = deque()
        batch: list[_Input] = []

        def send() -> None:
            if batch:
                waiting.append((workers.check([each.path for each in batch]), batch.copy()))
                batch.clear()

        for path in paths:
            if run.progress is not None and jobs > 1:
                run.progress(str(path), "checking", 0, 0)
            key = cache.key(path) if cache is not None and isinstance(path, Path) else None
            known = cache.get(key) if cache is not None and key is not None else None
            if known is not None:
                send()
                waiting.append((_Checked([known]), [_Input(path, None)]))
            else:
                batch.append(_Input(path, key))
                if len(batch) >= workers.files_a_job:
                    send()
            while waiting and (len(waiting) > _WAITING or _is_done(waiting[0][0])):
                yield from _taken(*waiting.popleft(), cache)
        send()
        while waiting:
            yield from _taken(*waiting.popleft(), cache)


def default_jobs() -> int:
    """Return how many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Workers:
    """Checks here, or in processes that are started when there is more than one job."""

    def __init__(self, run: Run, jobs: int, stack: ExitStack) -> None:
        self._run = run
        self._jobs = jobs
        self._stack = stack
        self.files_a_job = _FILES_A_JOB if jobs > 1 else 1

    def check(self, paths: list[Input]) -> _Checked | _Future:
        # A few files are checked before a process has started; standard input is this one's.
        few = len(paths) < self.files_a_job and "_pool" not in self.__dict__
        if self._jobs == 1 or few or any(isinstance(path, StandardInput) for path in paths):
            return _Checked([list(self._run.check([path])) for path in paths])
        return self._pool.submit(_check, paths)

    @cached_property
    def _pool(self) -> ProcessPoolExecutor:
        # Forked processes share the tables that are mapped, and need no start-up.
        method = "fork" if sys.platform == "linux" else "spawn"
        context = multiprocessing.get_context(method)
        pool = ProcessPoolExecutor(
            self._jobs, context, _start, (replace(self._run, progress=None),)
        )
        self._stack.callback(pool.shutdown, cancel_futures=True)
        return pool


def _is_done(checked: _Checked | _Future) -> bool:
    return isinstance(checked, _Checked) or checked.done()


def _taken(
    checked: _Checked | _Future, inputs: list[_Input], cache: CheckCache | None
) -> Iterator[CheckedFile]:
    try:
        results = checked.result()
    except BrokenProcessPool as error:
        raise CapqaError(
            "a process that checks was ended from outside, perhaps for want of memory",
            mend="use fewer --jobs",
        ) from error
    for files, (path, key) in zip(results, inputs, strict=True):
        yield from files
        # Not kept if the file changed while it was checked.
        if cache and key and isinstance(path, Path) and cache.key(path) == key:
            cache.put(key, files)


_runs: list[Run] = []


def _start(run: Run) -> None:
    # An interrupt is for the process that started this one, which then ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _runs.append(run)


def _check(paths: list[Input]) -> list[list[CheckedFile]]:
    (run,) = _runs
    return [[replace(file, document=None) for file in run.check([path])] for path in paths]
