"""The plan of an audit: its shards in order, kept in a file so that it need not fit in memory."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from capqa.audit.shards import FileState, Shard, shard_key, state_of
from capqa.audit.sources import PAGES, source_named, source_of
from capqa.audit.sources.pages import gathered
from capqa.errors import CapqaError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from capqa.audit.choices import Choices


class PlannedShard(NamedTuple):
    """A shard of a plan, and its key."""

    shard: Shard
    key: str


def planned(
    inputs: Iterable[tuple[Path, str] | CapqaError],
    choices: Choices,
    known: Mapping[FileState, list[Shard]],
    errors: list[CapqaError],
) -> Iterator[Shard]:
    """Yield the shards of inputs, in order; why there are none of an input is added to ``errors``.

    ``known`` are the shards that unchanged files had before, which are not looked through again.
    """

    def files() -> Iterator[tuple[str, FileState]]:
        for each in inputs:
            if isinstance(each, CapqaError):
                errors.append(each)
                continue
            path, folder = each
            try:
                # Absolute: other processes, and the review later on, may be somewhere else.
                state = state_of(Path(os.path.abspath(path)), folder and os.path.abspath(folder))
                yield source_of(path), state
            except UnreadableError as error:
                errors.append(error)

    for is_page, group in groupby(files(), key=lambda each: each[0] == PAGES):
        shards = _planned_files(group, choices, known, errors)
        yield from gathered(shards, choices) if is_page else shards


def _planned_files(
    files: Iterable[tuple[str, FileState]],
    choices: Choices,
    known: Mapping[FileState, list[Shard]],
    errors: list[CapqaError],
) -> Iterator[Shard]:
    for source, state in files:
        if state in known:
            yield from known[state]
            continue
        try:
            yield from source_named(source).plan(state, choices)
        except UnreadableError as error:
            errors.append(error)


def write_plan(shards: Iterable[Shard], path: Path) -> tuple[int, int]:
    """Write a plan to a file; return how many shards it has, and their weight in all.

    Raises OSError.
    """
    count = weight = 0
    encoder = msgspec.json.Encoder()
    with path.open("wb") as file:
        for shard in shards:
            file.write(encoder.encode(shard) + b"\n")
            count += 1
            weight += shard.weight
    return count, weight


def read_plan(path: Path) -> Iterator[PlannedShard]:
    """Yield the shards of a plan. Raises CapqaError when it cannot be read."""
    decoder = msgspec.json.Decoder(Shard)
    try:
        with path.open("rb") as file:
            for line in file:
                encoded = line.rstrip(b"\n")
                yield PlannedShard(decoder.decode(encoded), shard_key(encoded))
    except (OSError, msgspec.DecodeError, UnicodeError) as error:
        raise CapqaError(
            f"cannot be read: {error}", where=str(path), mend="begin anew with --restart"
        ) from error


def known_shards(path: Path) -> dict[FileState, list[Shard]]:
    """Return the shards of a plan by their file, without those of pages, which are soon planned."""
    known: dict[FileState, list[Shard]] = {}
    if path.is_file():
        for shard, _ in read_plan(path):
            if shard.source != PAGES:
                known.setdefault(shard.files[0], []).append(shard)
    return known
