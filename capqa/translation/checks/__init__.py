"""Checks on our own fix, one a module: what must not get lost between source and suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.translation.checks import (
    addresses,
    credits_kept,
    glosses,
    names,
    numbers,
    plausibility,
    quotation_marks,
    running_text,
    same_source,
    separators,
    untranslated,
)

if TYPE_CHECKING:
    from capqa.model import Check
    from capqa.translation.checks.subject import Subject

_CHECKS = (
    numbers,
    names,
    addresses,
    separators,
    credits_kept,
    quotation_marks,
    untranslated,
    plausibility,
    running_text,
    same_source,
    glosses,
)


def run(subject: Subject) -> tuple[Check, ...]:
    """Return the result of every check, in a fixed order."""
    return tuple(module.check(subject) for module in _CHECKS)
