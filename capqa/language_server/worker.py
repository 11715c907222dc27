"""The process that checks what an editor shows, so that the server goes on reading meanwhile.

It keeps what it has loaded; when a glossary changes it makes way for another one.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from capqa.gate.children import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.language_server.pages import PairsFor

_Args = TypeVarTuple("_Args")
_Answer = TypeVar("_Answer")


class Worker:
    """One process at a time."""

    def __init__(self, pairs_for: PairsFor) -> None:
        """Start it; ``pairs_for`` says what is decided, and is called there."""
        self._pairs_for = pairs_for
        self._pool = _started()

    async def ask(
        self, function: Callable[[*_Args, PairsFor], _Answer], *arguments: *_Args
    ) -> _Answer:
        """Return what a function of a module says there, called with ``pairs_for`` at the end.

        Raises BrokenProcessPool when the process is ended twice while it is at this.
        """
        pool = self._pool
        try:
            return await asyncio.wrap_future(pool.submit(function, *arguments, self._pairs_for))
        except BrokenProcessPool:
            if self._pool is pool:
                self.restart()
        return await asyncio.wrap_future(self._pool.submit(function, *arguments, self._pairs_for))

    def restart(self) -> None:
        """Let a new process take over; the old one finishes what it has."""
        self._pool.shutdown(wait=False)
        self._pool = _started()

    def stop(self) -> None:
        """End the process when it has finished what it is at."""
        self._pool.shutdown(cancel_futures=True)


def _started() -> ProcessPoolExecutor:
    # A fork would have the threads' locks, and the server's standard output.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(1, context, initializer=_start)
    # So that it has loaded what it needs when the first page is opened.
    pool.submit(_load)
    return pool


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    # What is printed here must not get among the server's messages.
    os.dup2(2, 1)


def _load() -> None:
    from capqa import config, pipeline
    from capqa.language_server.pages import known_endings

    known_endings()
    pipeline.detector_for(config.Settings())
