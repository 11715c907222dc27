"""Which glossaries a suggestion was made with, as a short hash to be compared."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.glossary.files import glossary_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_BYTES = 6


def glossary_states(glossaries: Sequence[Path]) -> Callable[[str, str], str]:
    """Return what gives the state of the glossaries in force for a source and a target language.

    That are the shipped ones and the further ones, read once a pair: later changes to the files do
    not reach the suggestions of the run either. It is 12 hexadecimal digits of a hash of their
    contents in their order, "" where there are none or they cannot be read.
    """

    @cache
    def state(language: str, target_language: str) -> str:
        try:
            files = glossary_files(language, target_language, glossaries)
            contents = [path.read_bytes() for path in files]
        except (CapqaError, OSError):
            return ""
        if not contents:
            return ""
        digest = blake2b(digest_size=_BYTES)
        for content in contents:
            digest.update(len(content).to_bytes(8, "big") + content)
        return digest.hexdigest()

    return state
