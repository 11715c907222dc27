"""How shards come to processes, one module an engine.

An engine calls the work with each shard and yields what it returns, in whatever order; it decides
nothing else. The work may be called twice with a shard, so that an engine may repeat what it lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from capqa import plugins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from capqa.audit.shards import Shard
    from capqa.audit.work import ShardOutcome

GROUP = "capqa.audit.engines"
"""The group of plugins that engines are."""

DEFAULT = "local"
"""The engine that needs nothing else."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """How many processes work at once, and the address of a cluster, "" for one of its own."""

    jobs: int = 1
    address: str = ""


class EngineModule(Protocol):
    """The shape of an engine's module."""

    def run(
        self,
        work: Callable[[Shard], ShardOutcome],
        shards: Iterable[Shard],
        options: EngineOptions,
    ) -> Iterator[ShardOutcome]:
        """Yield what became of each shard. Shards are taken as they are needed.

        Raises CapqaError where the engine cannot work at all.
        """


def engine_named(name: str) -> EngineModule:
    """Return an engine. Raises PluginError when there is no such."""
    return cast("EngineModule", plugins.load(GROUP, name, ("run",)))
