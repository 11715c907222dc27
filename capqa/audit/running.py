"""A run of an audit: plan it, audit what is not done yet, sum up."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.audit import folder as files
from capqa.audit.conditions import conditions_of
from capqa.audit.engines import engine_named
from capqa.audit.extras import required
from capqa.audit.manifest import manifest_of, read_manifest, refuse_other, write_manifest
from capqa.audit.planning import known_shards, planned, read_plan, write_plan
from capqa.audit.summary.content import write_summary
from capqa.audit.summary.summarising import summary_of
from capqa.audit.work import Work
from capqa.errors import CapqaError, ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.audit.choices import Choices
    from capqa.audit.engines import EngineOptions
    from capqa.audit.folder import AuditFolder
    from capqa.audit.shards import Shard
    from capqa.audit.summary.content import Summary
    from capqa.audit.work import ShardOutcome


@dataclass(frozen=True, slots=True)
class Planned:
    """What a plan amounts to: its shards, and how many of them were done before.

    ``changed`` are the files whose shards were done and are to be done again, or that are gone,
    with the number of shards.
    """

    shards: int
    weight: int
    done: int
    done_weight: int
    changed: dict[str, int]


class Audit:
    """An audit in its folder, which nobody else works in meanwhile."""

    def __init__(self, folder: AuditFolder, choices: Choices) -> None:
        """Prepare an audit."""
        self.choices = choices
        self._folder = folder
        self._conditions = conditions_of(choices)

    def plan(
        self, inputs: Iterable[tuple[Path, str] | CapqaError], named: list[str], *, restart: bool
    ) -> Planned:
        """Plan the audit of inputs, which were named so; what is done of it stays done.

        Raises ConfigurationError where the folder holds an audit that was begun otherwise, or
        something else; with ``restart`` an audit in it is removed first.
        """
        required("pyarrow.parquet", "audit")
        folder, manifest = self._folder, manifest_of(self.choices, self._conditions)
        begun = read_manifest(folder)
        if begun is None:
            _refuse_occupied(folder)
        elif restart:
            folder.clear()
        else:
            refuse_other(folder, begun, manifest)
        folder.make()
        folder.remove_leftovers()
        # Before anything else: a folder that has it may be gone on with.
        write_manifest(folder, manifest)
        errors: list[CapqaError] = []
        known = known_shards(folder.plan)
        try:
            temporary = files.temporary_beside(folder.plan)
            try:
                shards = planned(inputs, self.choices, known, errors)
                manifest.shards, manifest.weight = write_plan(shards, temporary)
                wanted = {key for _, key in read_plan(temporary)}
                changed = _forget(folder, wanted, errors)
                files.put(temporary, folder.plan)
            finally:
                temporary.unlink(missing_ok=True)
        except OSError as error:
            raise CapqaError(
                f"cannot be written: {error.strerror}", where=str(folder.plan), mend="free space"
            ) from error
        manifest.inputs = named
        manifest.errors = [str(error) for error in errors]
        write_manifest(folder, manifest)
        done = [shard.weight for shard, key in read_plan(folder.plan) if self._is_done(key)]
        return Planned(manifest.shards, manifest.weight, len(done), sum(done), changed)

    def run(self, engine: str, options: EngineOptions) -> Iterator[ShardOutcome]:
        """Audit what is not done yet, and yield what became of each shard.

        Raises CapqaError where the engine cannot work.
        """
        work = Work(self.choices, str(self._folder.path.resolve()), self._conditions)
        yield from engine_named(engine).run(work, self._pending(), options)

    def sum_up(self) -> Summary:
        """Write the summary of what is done, and return it. Raises CapqaError."""
        manifest = read_manifest(self._folder)
        assert manifest is not None
        # What workers left that were lost on the way.
        self._folder.remove_leftovers()
        summary = summary_of(self._folder, manifest)
        write_summary(self._folder, summary)
        manifest.complete = not summary.missing
        write_manifest(self._folder, manifest)
        return summary

    def _pending(self) -> Iterator[Shard]:
        for shard, key in read_plan(self._folder.plan):
            if not self._is_done(key):
                yield shard

    def _is_done(self, key: str) -> bool:
        return self._folder.is_done(key)


@contextmanager
def alone_in(folder: AuditFolder) -> Iterator[None]:
    """Keep others from auditing in a folder meanwhile. Raises CapqaError where somebody does."""
    from capqa.glossary.editing.locking import locked

    folder.make_path()
    lock = locked(folder.manifest, wait=0)
    try:
        lock.__enter__()
    except CapqaError as error:
        raise CapqaError(
            "is being worked in by another capqa audit",
            where=str(folder.path),
            mend="wait for it, or give another --out",
        ) from error
    try:
        yield
    finally:
        lock.__exit__(None, None, None)


def _refuse_occupied(folder: AuditFolder) -> None:
    own = {".gitignore", f"{files.MANIFEST}.lock"}
    if any(each.name not in own for each in folder.path.iterdir()):
        raise ConfigurationError(
            "holds other files and no audit", where=str(folder.path), mend="give an empty --out"
        )


def _forget(folder: AuditFolder, wanted: set[str], errors: Iterable[CapqaError]) -> dict[str, int]:
    """Remove what was done and is not wanted any more; return of which files how many shards.

    What cannot be read this time, a folder that is not mounted say, may be back the next time.
    """
    changed: Counter[str] = Counter()
    missing = [Path(os.path.abspath(error.where)) for error in errors if error.where]
    kept = set()
    if folder.plan.is_file():
        for shard, key in read_plan(folder.plan):
            if key in wanted or not folder.marker_of(key).exists():
                continue
            if any(Path(shard.files[0].path).is_relative_to(path) for path in missing):
                kept.add(key)
            else:
                changed[shard.name] += 1
    for path in folder.outputs():
        if path.stem not in wanted and path.stem not in kept:
            path.unlink(missing_ok=True)
    return dict(changed)
