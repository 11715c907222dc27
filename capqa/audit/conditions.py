"""What the results of an audit depend on beside its inputs: capqa itself, glossaries, settings.

Told by content, so that it is the same on every machine that has the same capqa.
"""

from __future__ import annotations

import os
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import capqa
from capqa import plugins
from capqa.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.audit.choices import Choices

_GROUPS = ("capqa.formats", "capqa.rules", "capqa.translation_rules", "capqa.audit.sources")
# What shows and reports findings changes none.
_NOT_CONCERNED = frozenset(
    {"__pycache__", "tui", "reports", "commands", "serving", "language_server", "review", "build"}
)


def conditions_of(choices: Choices) -> str:
    """Return a hash of all that results depend on."""
    digest = blake2b(digest_size=16)
    for fact in (capqa.__version__, _code(), *_plugin_versions(), *_told(choices)):
        digest.update(fact.encode("utf-8", "surrogatepass") + b"\0")
    from capqa.glossary.files import shipped_folder

    for folder in (shipped_folder(), *choices.settings.glossaries):
        digest.update(_content(folder))
    return digest.hexdigest()


def _told(choices: Choices) -> Iterator[str]:
    from dataclasses import replace

    # Where the settings stand, and what lets a check fail, changes no finding.
    settings = replace(
        choices.settings,
        file=None,
        glossaries=(),
        baseline=None,
        exclude=(),
        fail_on=Severity.WARNING,
    )
    yield repr(settings)
    yield repr(choices.fields)


def _plugin_versions() -> Iterator[str]:
    for group in _GROUPS:
        for entry in plugins.entry_points(group):
            version = entry.dist.version if entry.dist else ""
            yield f"{group} {entry.name} {entry.value} {version}"


@cache
def _code() -> str:
    return _content(Path(capqa.__file__).parent).hex()


def _content(path: Path) -> bytes:
    digest = blake2b(digest_size=16)
    if path.is_file():
        digest.update(path.read_bytes())
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(each for each in folders if each not in _NOT_CONCERNED)
        for name in sorted(names):
            file = Path(folder, name)
            digest.update(f"{file.relative_to(path)}\0".encode("utf-8", "surrogatepass"))
            digest.update(blake2b(file.read_bytes(), digest_size=16).digest())
    return digest.digest()
