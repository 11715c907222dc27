"""A sentence put together word by word: right for a caption, a crib for anything longer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.model import Check

if TYPE_CHECKING:
    from capqa.translation.checks.subject import Subject

_LONGEST_CAPTION: Final = 12
"""Words up to which the word order of telegraphic captions carries over."""

_IN_ONE = frozenset({"engine", "memory", "similar"})
"""The origins of texts that nobody put together word by word."""


def check(subject: Subject) -> Check:
    """Fail long texts that no model or person translated: their word order is the source's."""
    in_one = any(part.origin in _IN_ONE for part in subject.parts)
    words = len(subject.source.split())
    passed = in_one or not subject.parts or words <= _LONGEST_CAPTION
    return Check("running text", passed, "" if passed else f"{words} words put in one by one")
