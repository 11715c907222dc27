"""The engine that is always there: a pool of processes on this machine.

A process that is ended from outside, for want of memory say, takes no other shard with it: those
that were under way are tried again one at a time, and the one that ends its process twice is left.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from capqa.audit.work import failed
from capqa.gate.children import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from capqa.audit.engines import EngineOptions
    from capqa.audit.shards import Shard
    from capqa.audit.work import ShardOutcome

    _Work = Callable[[Shard], ShardOutcome]

_WAITING_A_JOB: Final = 2
_TRIALS: Final = 2


def run(work: _Work, shards: Iterable[Shard], options: EngineOptions) -> Iterator[ShardOutcome]:
    """Yield what became of each shard; with one job it is done in this process."""
    if options.jobs == 1:
        yield from map(work, shards)
        return
    coming = iter(shards)
    suspects: deque[Shard] = deque()
    while True:
        yield from _pooled(work, coming, options.jobs, suspects)
        if not suspects:
            return
        while suspects:
            yield _alone(work, suspects.popleft())


def _pooled(
    work: _Work, shards: Iterator[Shard], jobs: int, suspects: deque[Shard]
) -> Iterator[ShardOutcome]:
    """Yield what became of shards until there are no more, or until a process is ended: then the
    shards under way become suspects.
    """
    with ExitStack() as stack:
        pool = _pool(jobs, stack)
        under_way: dict[Future[ShardOutcome], Shard] = {}
        for shard in shards:
            try:
                under_way[pool.submit(work, shard)] = shard
            except BrokenProcessPool:
                suspects.append(shard)
            if not suspects and len(under_way) < _WAITING_A_JOB * jobs:
                continue
            yield from _taken(under_way, suspects)
            if suspects:
                return
        while under_way:
            yield from _taken(under_way, suspects)


def _taken(
    under_way: dict[Future[ShardOutcome], Shard], suspects: deque[Shard]
) -> Iterator[ShardOutcome]:
    done, _ = wait(under_way, return_when=FIRST_COMPLETED)
    broken = bool(suspects)
    for future in done:
        shard = under_way.pop(future)
        try:
            outcome = future.result()
        except BrokenProcessPool:
            suspects.append(shard)
            broken = True
        else:
            yield outcome
    if broken:
        suspects.extend(under_way.values())
        under_way.clear()


def _alone(work: _Work, shard: Shard) -> ShardOutcome:
    for _ in range(_TRIALS):
        with ExitStack() as stack:
            try:
                return _pool(1, stack).submit(work, shard).result()
            except BrokenProcessPool:
                continue
    return failed(
        shard, f"{shard.name}: ended the process that audited it, perhaps for want of memory"
    )


def _pool(jobs: int, stack: ExitStack) -> ProcessPoolExecutor:
    # Not forked: the library for tables has threads of its own by now.
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _start)
    stack.callback(pool.shutdown, cancel_futures=True)
    return pool


def _start() -> None:
    # An interrupt is for the process that started this one, which then ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
