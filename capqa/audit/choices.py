"""What an audit was told: how inputs are read, and what is looked for in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from capqa.audit.fields import Fields
from capqa.formats import _choosing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.config import Settings

SHARD_SIZE = 2_000_000
"""About how many bytes of input a shard has, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The settings of the project, the fields that were named, and the size of shards in bytes."""

    settings: Settings
    fields: Fields = field(default_factory=Fields)
    shard_size: int = SHARD_SIZE

    @property
    def configurations(self) -> Mapping[str, object]:
        """What the formats make of their options, by their names. Raises ConfigurationError."""
        return _configurations(self)


@lru_cache(maxsize=8)
def _configurations(choices: Choices) -> Mapping[str, object]:
    settings = choices.settings
    tables = {name: dict(options) for name, options in settings.format_tables}
    where = str(settings.file)
    if choices.fields.text:
        paths = tuple(
            (path, role)
            for name, role in choices.fields.text
            for path in (_pointer(name), f"{_pointer(name)}/*")
        )
        tables |= {"jsonl": {**tables.get("jsonl", {}), "paths": paths}}
        where = "--text"
    return {name: _choosing.configured(name, options, where) for name, options in tables.items()}


def _pointer(name: str) -> str:
    """Return the path of a field as the JSON formats write it; it may hold a list of texts."""
    return name.rstrip("/") if name.startswith("/") else "/" + name.replace(".", "/")
