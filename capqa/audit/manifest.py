"""What an audit was begun with: by it a later run knows whether it may go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

import capqa
from capqa.audit import folder as files
from capqa.errors import CapqaError, ConfigurationError

if TYPE_CHECKING:
    from capqa.audit.choices import Choices

VERSION: Final = 1
"""The version of what an audit leaves in its folder."""


class Manifest(msgspec.Struct):
    """What an audit was begun with, and whether it is complete.

    ``conditions`` is the hash of all that results depend on beside the inputs, ``told`` what was
    said in words, ``text`` the fields with text that were named. ``errors`` are the inputs of which
    nothing could be read.
    """

    version: int
    capqa: str
    conditions: str
    told: dict[str, str]
    shard_size: int
    text: list[tuple[str, str]] = msgspec.field(default_factory=list)
    inputs: list[str] = msgspec.field(default_factory=list)
    shards: int = 0
    weight: int = 0
    errors: list[str] = msgspec.field(default_factory=list)
    complete: bool = False


def manifest_of(choices: Choices, conditions: str) -> Manifest:
    """Return the manifest of an audit that begins."""
    return Manifest(
        VERSION,
        capqa.__version__,
        conditions,
        _told(choices),
        choices.shard_size,
        list(choices.fields.text),
    )


def read_manifest(folder: files.AuditFolder) -> Manifest | None:
    """Return the manifest in a folder, None without one. Raises CapqaError for a broken one."""
    try:
        found = msgspec.json.decode(folder.manifest.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, UnicodeError) as error:
        raise CapqaError(
            f"cannot be read: {error}", where=str(folder.manifest), mend="begin in another folder"
        ) from error
    if found.version != VERSION:
        raise CapqaError(
            f"is of version {found.version}, and this capqa reads version {VERSION}",
            where=str(folder.manifest),
            mend="begin in another folder",
        )
    return found


def write_manifest(folder: files.AuditFolder, manifest: Manifest) -> None:
    """Write the manifest of a folder. Raises CapqaError."""
    data = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    files.write(folder.manifest, data + b"\n")


def refuse_other(folder: files.AuditFolder, begun: Manifest, now: Manifest) -> None:
    """Raise ConfigurationError where an audit was begun otherwise than it is to go on."""
    if (begun.conditions, begun.shard_size) == (now.conditions, now.shard_size):
        return
    reasons = []
    if begun.capqa != now.capqa:
        reasons.append(f"capqa was {begun.capqa}, now {now.capqa}")
    if begun.shard_size != now.shard_size:
        reasons.append(f"shards had {begun.shard_size:,} bytes, now {now.shard_size:,}")
    for name in sorted({*begun.told, *now.told}):
        before, after = begun.told.get(name, "unset"), now.told.get(name, "unset")
        if before != after:
            reasons.append(f"{name} was {before}, now {after}")
    reason = "; ".join(reasons) or "its code, its glossaries or plugins have changed"
    raise ConfigurationError(
        f"was begun with another capqa or other settings: {reason}",
        where=str(folder.path),
        mend="give another --out, or begin anew with --restart",
    )


def _told(choices: Choices) -> dict[str, str]:
    settings, fields = choices.settings, choices.fields
    told: dict[str, object] = {
        "target": settings.target,
        "languages": settings.languages,
        "rules": settings.rules,
        "roles": settings.roles and tuple(map(str, settings.roles)),
        "min-confidence": settings.min_confidence,
        "glossaries": tuple(map(str, settings.glossaries)),
        "allow": settings.allow,
        "--text": tuple(f"{name}={role}" for name, role in fields.text),
        "--section": fields.section,
        "--date": fields.date,
        "--page": fields.page,
    }
    return {
        name: ", ".join(value) if isinstance(value, tuple) else str(value)
        for name, value in told.items()
        if value not in (None, ())
    }
