"""Gathers given and family names from Faker's providers for all its locales."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING, Final

import faker.providers.person

from capqa.language.folding import fold, without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS: Final = (("first_name", "given"), ("last_name", "family"))
_WORDS: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def names() -> dict[str, set[str]]:
    """Return {"given": ..., "family": ...}, folded single words, with and without diacritics."""
    found: dict[str, set[str]] = {"given": set(), "family": set()}
    for provider in _providers():
        for attribute in sorted(dir(provider)):
            for prefix, kind in _KINDS:
                if attribute.startswith(prefix) and not attribute.endswith("_unique"):
                    for name in _entries(getattr(provider, attribute)):
                        for word in _WORDS.findall(name):
                            if len(word) > 1 and word[0].upper() == word[0]:
                                found[kind] |= {fold(word), without_marks(fold(word))}
    return found


def _providers() -> Iterator[type]:
    package = faker.providers.person
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda found: found.name):
        yield importlib.import_module(f"{package.__name__}.{module.name}").Provider


def _entries(value: object) -> Iterator[str]:
    if isinstance(value, str):
        return
    if isinstance(value, (list, tuple, dict, set, frozenset)):
        yield from sorted(entry for entry in value if isinstance(entry, str))
