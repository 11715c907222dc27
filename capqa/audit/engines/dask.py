"""A cluster of Dask: one of this machine's own, or the one whose scheduler is named.

Every machine of a cluster must have the same capqa, and see the inputs, the glossaries and the
audit's folder under the same paths. What a worker was at when it was lost, the scheduler gives to
another one.
"""

from __future__ import annotations

import logging
from asyncio import CancelledError
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any, Final

from capqa.audit.extras import required
from capqa.audit.work import failed
from capqa.errors import CapqaError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from capqa.audit.engines import EngineOptions
    from capqa.audit.shards import Shard
    from capqa.audit.work import ShardOutcome

_HERE: Final = "127.0.0.1"
_WAITING_A_THREAD: Final = 3
_FEWEST_WAITING: Final = 4
_PATIENCE: Final = 30
_LOGGERS: Final = ("distributed", "tornado", "asyncio")


def run(
    work: Callable[[Shard], ShardOutcome], shards: Iterable[Shard], options: EngineOptions
) -> Iterator[ShardOutcome]:
    """Yield what became of each shard. Raises CapqaError where the scheduler cannot be reached, or
    is not there any more.
    """
    distributed = required("distributed", "dask")
    # What is to be said of a lost connection is said here, in a line.
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        yield from _run(distributed, work, shards, options)
    except (OSError, TimeoutError) as error:
        raise CapqaError(
            f"the scheduler is lost: {error}",
            where=options.address,
            mend="start it again, then run the same command: what is done stays done",
        ) from error


def _run(
    distributed: Any,
    work: Callable[[Shard], ShardOutcome],
    shards: Iterable[Shard],
    options: EngineOptions,
) -> Iterator[ShardOutcome]:
    with ExitStack() as stack:
        client = _client(distributed, options, stack)
        sent = stack.enter_context(_Sent(distributed, client, work))
        for shard in shards:
            sent.send(shard)
            while sent.is_enough():
                yield sent.taken()
        while sent:
            yield sent.taken()


class _Sent:
    """The shards that were sent and have not come back."""

    def __init__(
        self, distributed: Any, client: Any, work: Callable[[Shard], ShardOutcome]
    ) -> None:
        self._client = client
        self._work = work
        self._coming = distributed.as_completed(loop=client.loop)
        self._shards: dict[Any, Shard] = {}

    def __enter__(self) -> _Sent:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shards:
            with suppress(Exception):
                self._client.cancel(list(self._shards))

    def __len__(self) -> int:
        return len(self._shards)

    def send(self, shard: Shard) -> None:
        """Give a shard to the scheduler, which repeats it elsewhere where a worker is lost."""
        future = self._client.submit(self._work, shard, pure=False, key=f"capqa-audit-{shard.key}")
        self._shards[future] = shard
        self._coming.add(future)

    def is_enough(self) -> bool:
        """Return whether all threads of the cluster have work waiting: no plan is sent whole."""
        threads: int = sum(self._client.nthreads().values())
        return len(self) >= max(_FEWEST_WAITING, _WAITING_A_THREAD * threads)

    def taken(self) -> ShardOutcome:
        """Return what became of the next shard to come back."""
        future = next(self._coming)
        shard = self._shards.pop(future)
        try:
            outcome: ShardOutcome = future.result()
        except (Exception, CancelledError) as error:
            # Workers died of it one after the other, or the work could not be sent to them.
            return failed(
                shard, f"{shard.name}: lost by the cluster: {type(error).__name__}: {error}"
            )
        return outcome


def _client(distributed: Any, options: EngineOptions, stack: ExitStack) -> Any:
    if options.address:
        try:
            client = distributed.Client(options.address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise CapqaError(
                f"no scheduler answers there: {error}",
                where=options.address,
                mend="start it with: dask scheduler",
            ) from error
        return stack.enter_context(client)
    # Nothing listens but the cluster itself, and that for this machine alone.
    cluster = stack.enter_context(
        distributed.LocalCluster(
            n_workers=options.jobs,
            threads_per_worker=1,
            processes=True,
            host=_HERE,
            dashboard_address=None,
            worker_dashboard_address=None,
            silence_logs=40,
        )
    )
    return stack.enter_context(distributed.Client(cluster, set_as_default=False))
