"""A cluster of Ray: one of this machine's own, or the one whose address is named.

Every machine of a cluster must have the same capqa, and see the inputs, the glossaries and the
audit's folder under the same paths. Ray repeats what a process was at when it was lost. Nothing is
reported to its makers, and no dashboard is started.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from capqa.audit.extras import required
from capqa.audit.work import failed
from capqa.errors import CapqaError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from capqa.audit.engines import EngineOptions
    from capqa.audit.shards import Shard
    from capqa.audit.work import ShardOutcome

_WAITING_A_PROCESS: Final = 3
_TRIALS: Final = 3
_STORE: Final = 80_000_000
_QUIET: Final = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DISABLE_IMPORT_WARNING": "1",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}


def run(
    work: Callable[[Shard], ShardOutcome], shards: Iterable[Shard], options: EngineOptions
) -> Iterator[ShardOutcome]:
    """Yield what became of each shard. Raises CapqaError where Ray cannot be started or reached."""
    # Before it is loaded, or it does not count.
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    ray = required("ray", "ray")
    with ExitStack() as stack:
        _begin(ray, options, stack)
        remote = ray.remote(num_cpus=1, max_retries=_TRIALS)(_audited)
        told = ray.put(work)
        processes = int(ray.cluster_resources().get("CPU", options.jobs)) or 1
        under_way: dict[Any, Shard] = {}
        for shard in shards:
            under_way[remote.remote(told, shard)] = shard
            while len(under_way) >= _WAITING_A_PROCESS * processes:
                yield _taken(ray, under_way)
        while under_way:
            yield _taken(ray, under_way)


def _audited(work: Callable[[Shard], ShardOutcome], shard: Shard) -> ShardOutcome:
    return work(shard)


def _taken(ray: Any, under_way: dict[Any, Shard]) -> ShardOutcome:
    (reference, *_), _ = ray.wait(list(under_way), num_returns=1)
    shard = under_way.pop(reference)
    try:
        outcome: ShardOutcome = ray.get(reference)
    except ray.exceptions.RayError as error:
        what = str(error).strip().splitlines()[0][:200]
        return failed(shard, f"{shard.name}: lost by the cluster: {type(error).__name__}: {what}")
    return outcome


def _begin(ray: Any, options: EngineOptions, stack: ExitStack) -> None:
    try:
        if options.address:
            ray.init(address=options.address, log_to_driver=False, configure_logging=False)
        else:
            ray.init(
                address="local",
                num_cpus=options.jobs,
                num_gpus=0,
                include_dashboard=False,
                object_store_memory=_STORE,
                log_to_driver=False,
                configure_logging=False,
                _node_ip_address="127.0.0.1",
            )
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        raise CapqaError(
            f"Ray cannot be used: {' '.join(str(error).split())[:200]}",
            where=options.address,
            mend="start a cluster with: ray start --head",
        ) from error
    stack.callback(ray.shutdown)
